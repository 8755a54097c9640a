"""Examples to what they exercise: the truths of conditions, limits met exactly, alternatives, classes and outcomes.

The conditions are evaluated once more, part by part, in the order of the evaluation and only as far as it asks; so
evaluation itself carries no hook.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Literal, get_args

from klausul_dsl import typed as t
from klausul_dsl.calendar import shift
from klausul_dsl.clauses import Reference
from klausul_dsl.datatypes import YesNo
from klausul_dsl.evaluate import class_on, truth, value
from klausul_dsl.examples import find, subject_record, world_of
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import reference_day
from klausul_dsl.kleene import Value
from klausul_dsl.placements import review_days
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.values import Record, Unknown
from klausul_dsl.vocabulary import Vocabulary

EXPRESSIONS: tuple[type, ...] = get_args(t.Expression)
ORDERED = {"<", "<=", ">", ">="}


@dataclass(slots=True)
class Seen:
    """What examples exercised. Parts of the core go by their identity: equal conditions stand at several places."""

    truths: dict[int, set[bool | None]] = field(default_factory=lambda: defaultdict(set))
    limits: set[int] = field(default_factory=set)
    alternatives: set[tuple[str, str]] = field(default_factory=set)
    classes: set[tuple[str, str]] = field(default_factory=set)
    parameters: set[str] = field(default_factory=set)
    outcomes: set[tuple[str, str]] = field(default_factory=set)
    met: set[tuple[object, ...]] = field(default_factory=set)
    """Definitions and classes already looked into, for a record on a day in one world."""


def observe(example: t.Example, policy: t.Policy, vocabulary: Vocabulary, seen: Seen) -> set[Reference]:
    """Note what an example exercises at the readings of each of its expectations; the clauses its answers name."""
    world = world_of(example, policy)
    cited: set[Reference] = set()
    for expectation in example.expectations:
        context = Context(policy, vocabulary, world, {**defaults(policy), **dict(expectation.readings)})
        found = find(example, expectation, policy, vocabulary, world, context.choices)
        seen.outcomes.add((example.subject, found.verdict))
        cited.update(found.references)
        seen.met.clear()
        if example.subject in policy.norms:
            _norm(policy.norms[example.subject], example, context, seen)
        elif example.subject in policy.definitions:
            declared = policy.definitions[example.subject]
            record = subject_record(example, declared.entity, world)
            _definition(declared, record, Frame(context, (record,), example.on, None, Track()), seen)
        else:
            record = subject_record(example, policy.classifications[example.subject].entity, world)
            _derived(example.subject, record, example.on or world.as_of, context, seen)
    return cited


def _norm(norm: t.Norm, example: t.Example, context: Context, seen: Seen) -> None:
    """A rule or placement is asked of the example's subject, a norm of groups of all its records, of copies once."""
    if isinstance(norm, t.Periodic | t.Duty):
        return
    if isinstance(norm, t.Placement):
        placed, on = subject_record(example, norm.entity, context.world), example.on or context.world.as_of
        _placed(norm.classification, placed, on, Frame(context, (placed,), on, None, Track()), seen)
        return
    alone = isinstance(norm, t.Rule)
    records = [subject_record(example, norm.entity, context.world)] if alone else context.world.of(norm.entity)
    force = context.policy.agreements[norm.agreement].validity
    for record in {id(record.cells): record for record in records}.values():
        day = reference_day(norm, record, context, Track())
        inside = isinstance(day, Unknown) or (day is not None and force.holds_on(day) and norm.validity.holds_on(day))
        if inside:
            _asked(norm, Frame(context, (record,), day, None, Track()), seen)
    if isinstance(norm, t.Quota):
        _shares(norm, context, seen)


def _asked(norm: t.RecordNorm, frame: Frame, seen: Seen) -> None:
    for condition in norm.where:
        _visit(condition, frame, seen)
        if truth(condition, frame) is False:
            return
    for exemption in norm.unless:
        _visit(exemption.condition, frame, seen)
        if truth(exemption.condition, frame) is True:
            return
    for item in fields(norm):
        if item.name not in {"where", "unless"}:
            _visit(getattr(norm, item.name), frame, seen)


def _shares(quota: t.Quota, context: Context, seen: Seen) -> None:
    """The parts of a quota that were chosen, and whether a group just kept its bound."""
    bound = quota.bound
    for part in (quota.group, quota.period, quota.bound):
        if isinstance(part, t.ByReading):
            seen.alternatives.add((part.reading, context.choices[part.reading]))
    if isinstance(bound, t.ByReading):
        bound = dict(bound.options)[context.choices[bound.reading]]
    for result in judge_policy(context.policy, context.vocabulary, context.world, context.choices, norms={quota.name}):
        for judged in result.judged if result.chosen else ():
            figures = judged.judgement.figures
            if figures and figures.members and not (figures.unknown_scope or figures.unknown_met):
                seen.limits |= {id(bound)} if figures.met == figures.required else set()


def is_condition(node: object) -> bool:
    """Whether a node has a truth of its own to be seen: neither a constant nor the denial or choice of others."""
    silent = isinstance(node, t.Constant | t.Not | t.Interpreted)
    return not silent and isinstance(node, EXPRESSIONS) and isinstance(node.type, YesNo)  # type: ignore[attr-defined]


def _visit(node: object, frame: Frame, seen: Seen) -> None:
    """Note the truth of a condition and of what it asks."""
    if is_condition(node):
        found = truth(node, frame)  # type: ignore[arg-type]
        seen.truths[id(node)].add(found if isinstance(found, bool) else None)
    match node:
        case tuple():
            for item in node:
                _visit(item, frame, seen)
        case t.All() | t.Any():
            for operand in node.operands:
                _visit(operand, frame, seen)
                if truth(operand, frame) is isinstance(node, t.Any):
                    return
        case t.Interpreted():
            name = node.choice.reading
            option = frame.context.choice(name, frame.plain_day) or node.choice.options[0][0]
            seen.alternatives.add((name, option))
            _visit(dict(node.choice.options)[option], frame, seen)
        case t.Defined():
            _inside(node, frame, seen)
        case t.Classified():
            _inside(node, frame, seen)
        case t.Node():
            _limit(node, frame, seen)
            _children(node, frame, seen)


def _children(node: t.Node, frame: Frame, seen: Seen) -> None:
    """What any other node holds; a condition on the members of a collection is asked of each of them."""
    collection = getattr(node, "collection", None)
    for item in fields(node):
        held = getattr(node, item.name)
        if item.name != "condition" or not isinstance(collection, t.Collection):
            _visit(held, frame, seen)
            continue
        for row in _rows(collection, frame):
            _visit(held, frame.inside(row), seen)


def _rows(collection: t.Collection, frame: Frame) -> tuple[Record, ...]:
    if collection.of is None or collection.reference is None:
        return frame.context.world.of(collection.entity)
    owner = value(collection.of, frame)
    if not isinstance(owner, Record):
        return ()
    return frame.context.world.children(collection.entity, collection.reference, owner.key)


def _limit(node: t.Node, frame: Frame, seen: Seen) -> None:
    match node:
        case t.Compare() if node.operator in ORDERED:
            left, right = value(node.left, frame), value(node.right, frame)
            at = not isinstance(left, Unknown) and left == right
        case t.Within():
            when, anchor = value(node.value, frame), value(node.anchor, frame)
            sign: Literal[1, -1] = -1 if node.direction == "before" else 1
            at = isinstance(anchor, date) and when == shift(anchor, node.duration, sign)
        case t.ParameterValue():
            seen.parameters.add(node.name)
            at = False
        case _:
            at = False
    if at:
        seen.limits.add(id(node))


def _inside(node: t.Defined | t.Classified, frame: Frame, seen: Seen) -> None:
    """What a definition or class asks in turn, where it is not stated."""
    _visit(node.of, frame, seen)
    owner = value(node.of, frame)
    day: Value | None = value(node.on, frame) if node.on is not None else frame.day
    if not isinstance(owner, Record) or node.name in owner.cells:
        return
    key = (node.name, owner, day, frame.known_by)
    if key in seen.met:
        return
    seen.met.add(key)
    if isinstance(node, t.Defined):
        on = day if isinstance(day, date | Unknown) else None
        inner = Frame(frame.context, (owner,), on, frame.known_by, Track())
        _definition(frame.context.policy.definitions[node.name], owner, inner, seen)
    elif isinstance(day, date):
        _placed(node.name, owner, day, frame, seen)


def _definition(declared: t.Definition, record: Record, frame: Frame, seen: Seen) -> None:
    if declared.name in record.cells:
        return
    on = frame.plain_day or frame.context.world.as_of
    meaning = next((item for item in declared.meanings if item.validity.holds_on(on)), None)
    _visit(meaning, frame, seen)


def _placed(name: str, record: Record, day: date, frame: Frame, seen: Seen) -> None:
    """The reviews asked for the class on a day, and the classes tried on the days it was derived."""
    context, track = frame.context, Track()
    class_on(name, record, day, Frame(context, (record,), day, frame.known_by, track))
    for found in track.trace().classes:
        if found.classification == name and not found.recorded:
            _derived(name, record, found.day, context, seen)
    placement = context.policy.placements.get(name)
    if placement is None or any(found.recorded for found in track.trace().classes):
        return
    for review, on in review_days(placement, day, context.policy.agreement):
        inner = Frame(context, (record,), on, on, Track())
        _visit(review.condition, inner, seen)
        if review.condition is None or truth(review.condition, inner) is True:
            return


def _derived(name: str, record: Record, day: date, context: Context, seen: Seen) -> None:
    """The classes tried on a day, up to the first that holds."""
    frame = Frame(context, (record,), day, day, Track())
    doubtful = False
    for branch in context.policy.classifications[name].branches:
        if not branch.validity.holds_on(day):
            continue
        _visit(branch.condition, frame, seen)
        holds = True if branch.condition is None else truth(branch.condition, frame)
        if holds is True:
            if not doubtful:
                seen.classes.add((name, branch.name))
            return
        doubtful = doubtful or isinstance(holds, Unknown)

"""A condition to what an evaluation of it exercises: its truths, limits met exactly, alternatives, classes.

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
from klausul_dsl.datatypes import YesNo
from klausul_dsl.evaluate import class_on, truth, value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Value
from klausul_dsl.placements import review_days
from klausul_dsl.timeline import days_of_change
from klausul_dsl.values import Record, Unknown

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


def is_condition(node: object) -> bool:
    """Whether a node has a truth of its own to be seen: neither a constant nor the denial or choice of others."""
    silent = isinstance(node, t.Constant | t.Not | t.Interpreted)
    return not silent and isinstance(node, EXPRESSIONS) and isinstance(node.type, YesNo)  # type: ignore[attr-defined]


def visit(node: object, frame: Frame, seen: Seen) -> None:
    """Note the truth of a condition and of what it asks."""
    if is_condition(node):
        found = truth(node, frame)  # type: ignore[arg-type]
        seen.truths[id(node)].add(found if isinstance(found, bool) else None)
    match node:
        case tuple():
            for item in node:
                visit(item, frame, seen)
        case t.All() | t.Any():
            for operand in node.operands:
                visit(operand, frame, seen)
                if truth(operand, frame) is isinstance(node, t.Any):
                    return
        case t.Interpreted():
            name = node.choice.reading
            option = frame.context.choice(name, frame.plain_day) or node.choice.options[0][0]
            seen.alternatives.add((name, option))
            visit(dict(node.choice.options)[option], frame, seen)
        case t.Defined() | t.Classified():
            _inside(node, frame, seen)
        case t.Throughout():
            visit(node.anchor, frame, seen)
            _throughout(node, frame, seen)
        case t.Node():
            _limit(node, frame, seen)
            _children(node, frame, seen)


def _throughout(node: t.Throughout, frame: Frame, seen: Seen) -> None:
    """The condition on each day on which it can change, up to the first on which it does not hold."""
    anchor = value(node.anchor, frame)
    if not isinstance(anchor, date):
        return
    end = shift(anchor, node.duration, -1 if node.direction == "before" else 1)
    for day in days_of_change(node.condition, frame.context, min(anchor, end), max(anchor, end)):
        visit(node.condition, frame.on(day), seen)
        if truth(node.condition, frame.on(day)) is False:
            return


def _children(node: t.Node, frame: Frame, seen: Seen) -> None:
    """What any other node holds; a condition on the members of a collection is asked of each of them."""
    collection = getattr(node, "collection", None)
    for item in fields(node):
        held = getattr(node, item.name)
        if item.name != "condition" or not isinstance(collection, t.Collection):
            visit(held, frame, seen)
            continue
        for row in _rows(collection, frame):
            visit(held, frame.inside(row), seen)


def _rows(collection: t.Collection, frame: Frame) -> tuple[Record, ...]:
    world = frame.context.world
    if collection.of is None or collection.reference is None:
        rows = world.of(collection.entity)
    else:
        owner = value(collection.of, frame)
        rows = world.children(collection.entity, collection.reference, owner.key) if isinstance(owner, Record) else ()
    name, period = collection.within, frame.period
    if name is None or period is None:
        return tuple(rows)
    return tuple(row for row in rows if isinstance(day := row.cells.get(name), date) and period[0] <= day <= period[1])


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
    visit(node.of, frame, seen)
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
        definition(frame.context.policy.definitions[node.name], owner, inner, seen)
    elif isinstance(day, date):
        placed(node.name, owner, day, frame, seen)


def definition(declared: t.Definition, record: Record, frame: Frame, seen: Seen) -> None:
    if declared.name in record.cells:
        return
    on = frame.plain_day or frame.context.world.as_of
    meaning = next((item for item in declared.meanings if item.validity.holds_on(on)), None)
    visit(meaning, frame, seen)


def placed(name: str, record: Record, day: date, frame: Frame, seen: Seen) -> None:
    """The reviews asked for the class on a day, and the classes tried on the days it was derived."""
    context, track = frame.context, Track()
    class_on(name, record, day, Frame(context, (record,), day, frame.known_by, track))
    for found in track.trace().classes:
        if found.classification == name and not found.recorded:
            derived(name, record, found.day, context, seen)
    placement = context.policy.placements.get(name)
    if placement is None or any(found.recorded for found in track.trace().classes):
        return
    for review, on in review_days(placement, day, context.policy.agreement):
        inner = Frame(context, (record,), on, on, Track())
        visit(review.condition, inner, seen)
        if review.condition is None or truth(review.condition, inner) is True:
            return


def derived(name: str, record: Record, day: date, context: Context, seen: Seen) -> None:
    """The classes tried on a day, up to the first that holds."""
    frame = Frame(context, (record,), day, day, Track())
    doubtful = False
    for branch in context.policy.classifications[name].branches:
        if not branch.validity.holds_on(day):
            continue
        visit(branch.condition, frame, seen)
        holds = True if branch.condition is None else truth(branch.condition, frame)
        if holds is True:
            if not doubtful:
                seen.classes.add((name, branch.name))
            return
        doubtful = doubtful or isinstance(holds, Unknown)

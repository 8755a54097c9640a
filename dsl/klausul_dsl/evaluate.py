"""What a condition, a definition and a class say of a record: the meaning of the language.

Everything is evaluated at one choice of readings. A reading counts as reached only
where its alternatives differ, so what is found to be reached is what the outcome can depend on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import partial
from typing import assert_never

from klausul_dsl import typed as t
from klausul_dsl.attestations import attested, spoken_kinds
from klausul_dsl.calendar import next_working_day, shift
from klausul_dsl.collected import each_month, followed_by, number, numbered, quantified
from klausul_dsl.frames import Frame, Track, found_once
from klausul_dsl.kleene import (
    Truth,
    Value,
    among,
    conjunction,
    disjunction,
    merged,
    negation,
    ordered,
    same,
    unknown,
)
from klausul_dsl.lookup import cell, dated_fact
from klausul_dsl.outcomes import BranchTried, ClassFound, DefinitionFound
from klausul_dsl.placements import latest_review, recorded_class, review_days
from klausul_dsl.timeline import throughout
from klausul_dsl.values import NEVER, Cause, Reason, Record, Unknown

# Expressions


def truth(node: t.Expression, frame: Frame) -> Truth:
    """A condition's truth in a frame."""
    found = value(node, frame)
    if isinstance(found, bool | Unknown):
        return found
    raise TypeError(f"not a condition: {node!r}")


def value(node: t.Expression, frame: Frame) -> Value:
    """An expression's value in a frame. Never raises for a policy that was checked."""
    match node:
        case t.Constant():
            return node.value
        case t.Subject():
            return frame.records[node.depth]
        case t.Field():
            owner = value(node.of, frame)
            return _cell(owner, node.name, frame)
        case t.DatedFact() | t.Defined() | t.Classified():
            return _on_day(node, frame)
        case t.ParameterValue():
            return _parameter(node, frame)
        case t.Day():
            return frame.day if frame.day is not None else unknown(Reason.MISSING_FACTS, "", "", "day")
        case t.Shift():
            moved = value(node.value, frame)
            return shift(moved, node.by, node.sign) if isinstance(moved, date) else moved
        case t.WorkingDay():
            meant = value(node.value, frame)
            return next_working_day(meant) if isinstance(meant, date) else meant
        case t.Arithmetic():
            return _arithmetic(node, frame)
        case t.Compare():
            return _compare(node, frame)
        case t.OneOf():
            return among_constants(value(node.value, frame), node.options)
        case t.InSet():
            return _in_set(node, frame)
        case t.IsKnown():
            return not isinstance(value(node.value, frame), Unknown)
        case t.IsUncovered():
            found = value(node.value, frame)
            if not isinstance(found, Unknown):
                return False
            if found.candidates is None or "" in found.candidates:
                return Unknown(found.causes)
            return not found.candidates
        case t.Within():
            return _within(node, frame)
        case t.Not():
            return negation(truth(node.operand, frame))
        case t.All():
            return conjunction(asked(node.operands, frame))
        case t.Any():
            return disjunction(asked(node.operands, frame))
        case t.Quantified():
            return quantified(node, frame, value)
        case t.Count():
            return number(node, frame, value)
        case t.EachMonth():
            return each_month(node, frame, value)
        case t.FollowedBy():
            return followed_by(node, frame, value)
        case t.Throughout():
            return throughout(node, frame, value)
        case t.Attested():
            return _attested(node, frame)
        case t.Interpreted():
            return _interpreted(node.choice, frame)
    assert_never(node)


def asked(operands: Iterable[t.Expression], frame: Frame) -> list[Callable[[], Truth]]:
    """Conditions that are asked only when they are called."""
    return [partial(truth, operand, frame) for operand in operands]


def _cell(owner: Value, name: str, frame: Frame) -> Value:
    if not isinstance(owner, Record):
        assert isinstance(owner, Unknown)
        return Unknown(owner.causes)
    return cell(owner, name, frame.context.vocabulary, frame.context.world, frame.read)


def _on_day(node: t.DatedFact | t.Defined | t.Classified, frame: Frame) -> Value:
    owner = value(node.of, frame)
    if not isinstance(owner, Record):
        assert isinstance(owner, Unknown)
        return Unknown(owner.causes)
    if node.name in owner.cells:
        return _cell(owner, node.name, frame)
    day = value(node.on, frame) if node.on is not None else frame.day
    if day is NEVER:
        return unknown(Reason.MISSING_FACTS, owner.entity, owner.key, node.name)
    if isinstance(node, t.Defined):
        assert not isinstance(day, str | bool | Fraction | Record)
        return definition(node.name, owner, day, frame)
    if not isinstance(day, date):
        assert isinstance(day, Unknown)
        return Unknown(day.causes)
    if isinstance(node, t.Classified):
        return class_on(node.name, owner, day, frame)
    fact = frame.context.vocabulary.entities[node.entity].dated[node.name]
    context = frame.context
    return dated_fact(owner, fact, day, frame.known_by, context.vocabulary, context.world, frame.read)


def _parameter(node: t.ParameterValue, frame: Frame) -> Value:
    found = _entry(node, frame)
    if isinstance(found, Unknown):
        return found
    assert not isinstance(found.value, tuple)
    return found.value


def _in_set(node: t.InSet, frame: Frame) -> Truth:
    found, entry = value(node.value, frame), _entry(node.choices, frame)
    if isinstance(entry, Unknown):
        return merged((found, entry))
    assert isinstance(entry.value, tuple)
    return among(found, frozenset(entry.value))


def _entry(node: t.ParameterValue, frame: Frame) -> t.ParameterEntry | Unknown:
    """The value of a parameter that holds on the day."""
    parameter = frame.context.policy.parameters[node.name]
    key: str | None = None
    if node.key is not None:
        record = value(node.key, frame)
        if not isinstance(record, Record):
            assert isinstance(record, Unknown)
            return Unknown(record.causes)
        key = record.key
    if isinstance(frame.day, Unknown):
        return Unknown(frame.day.causes)
    day = frame.day or frame.context.world.as_of
    entries = [entry for entry in parameter.entries if entry.key == key and entry.start <= day]
    if not entries:
        return unknown(Reason.MISSING_FACTS, "parameter", key or "", node.name, day.isoformat())
    return entries[-1]


def _arithmetic(node: t.Arithmetic, frame: Frame) -> Value:
    left, right = value(node.left, frame), value(node.right, frame)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return merged((left, right))
    assert isinstance(left, Fraction)
    assert isinstance(right, Fraction)
    return left + right if node.operator == "+" else left - right if node.operator == "-" else left * right


def _compare(node: t.Compare, frame: Frame) -> Truth:
    if isinstance(node.left, t.Count):
        return numbered(node.left, node.operator, value(node.right, frame), frame, value)
    left, right = value(node.left, frame), value(node.right, frame)
    if node.operator not in {"=", "!="}:
        return ordered(left, node.operator, right)
    found: Truth
    if isinstance(right, str):
        found = among(left, frozenset((right,)))
    elif isinstance(left, Unknown) or isinstance(right, Unknown):
        found = merged((left, right))
    elif isinstance(left, Record) and isinstance(right, Record):
        found = (left.entity, left.key) == (right.entity, right.key)
    else:
        found = left is not NEVER and left == right
    return found if node.operator == "=" else negation(found)


def among_constants(found: Value, options: tuple[t.Constant, ...]) -> Truth:
    """Whether a value is one of the options."""
    if options and isinstance(options[0].value, str):
        return among(found, frozenset(str(option.value) for option in options))
    return Unknown(found.causes) if isinstance(found, Unknown) else any(option.value == found for option in options)


def _within(node: t.Within, frame: Frame) -> Truth:
    when, anchor = value(node.value, frame), value(node.anchor, frame)
    if when is NEVER or anchor is NEVER:
        return False
    if isinstance(when, Unknown) or isinstance(anchor, Unknown):
        return merged((when, anchor))
    assert isinstance(when, date)
    assert isinstance(anchor, date)
    if node.direction == "before":
        return shift(anchor, node.duration, -1) <= when <= anchor
    return anchor <= when <= shift(anchor, node.duration)


def _attested(node: t.Attested, frame: Frame) -> Truth:
    """Whether a person has stated it: of the record in scope or of the agreement, in the period if there is one."""
    context = frame.context
    subject = value(node.subject, frame) if node.subject is not None else None
    if isinstance(subject, Record):
        key, kinds = subject.key, spoken_kinds(context.vocabulary.entities[subject.entity])
    elif subject is None:
        key, kinds = context.policy.agreement.name, frozenset(("agreement", "aftale"))
    else:
        assert isinstance(subject, Unknown)
        return Unknown(subject.causes)
    return attested(node.statement, key, kinds, frame)


# Readings, definitions and classes


def _interpreted(choice: t.ByReading[t.Expression], frame: Frame) -> Value:
    """The chosen alternative's value; the reading is reached only where another alternative gives another value."""
    name = frame.context.choice(choice.reading, frame.plain_day)
    if name is None:
        return value(choice.options[0][1], frame)
    if isinstance(frame.day, Unknown) and frame.context.policy.readings[choice.reading].validity != t.ALWAYS:
        return Unknown(frame.day.causes)
    found: dict[str, tuple[Value, Track]] = {}
    for option, node in choice.options:
        track = Track()
        inner = Frame(frame.context, frame.records, frame.day, frame.known_by, track)
        found[option] = value(node, inner), track
    chosen, track = found[name]
    if all(same(chosen, other) for other, _ in found.values()):
        for _, other in found.values():
            frame.track.reached |= other.reached
    else:
        frame.track.reached[choice.reading] = None
    frame.track.add(track)
    return chosen


def definition(name: str, record: Record, day: date | Unknown | None, frame: Frame) -> Value:
    """What a definition gives for a record, asked for on a day (None: on no day; Unknown: on a day not known)."""
    declared = frame.context.policy.definitions[name]
    if isinstance(day, Unknown):
        if declared.dated or any(meaning.validity != t.ALWAYS for meaning in declared.meanings):
            return Unknown(day.causes)
        return value(declared.meanings[0].value, Frame(frame.context, (record,), day, frame.known_by, frame.track))
    asked_of = Frame(frame.context, (record,), day, frame.known_by, Track())
    return found_once("definition", name, asked_of, partial(_defined, declared), frame.track)


def _defined(declared: t.Definition, frame: Frame) -> Value:
    record, on = frame.records[0], frame.plain_day or frame.context.world.as_of
    meaning = next((item for item in declared.meanings if item.validity.holds_on(on)), None)
    if meaning is None:
        found: Value = unknown(Reason.UNCOVERED, record.entity, record.key, declared.name, on.isoformat())
    else:
        found = value(meaning.value, frame)
    shown = None if isinstance(found, Unknown) else found.key if isinstance(found, Record) else str(found)
    frame.track.noted.append(DefinitionFound(declared.name, record.entity, record.key, on, shown))
    return found


def class_on(name: str, record: Record, day: date, frame: Frame) -> Value:
    """The class of a record on a day: as recorded, else as the branches give it."""
    asked_of = Frame(frame.context, (record,), day, None, Track())
    return found_once("class", name, asked_of, partial(_classed, name, day), frame.track)


def _classed(name: str, day: date, frame: Frame) -> Value:
    record = frame.records[0]
    recorded = recorded_class(name, record, day, frame)
    return placed_class(name, record, day, frame) if recorded is None else recorded


def placed_class(name: str, record: Record, day: date, frame: Frame) -> Value:
    """The class of a record on a day as the branches give it: as of its review, else on the day itself."""
    context = frame.context
    placement = context.policy.placements.get(name)
    if placement is None:
        return derived_class(name, record, day, frame)
    since = latest_review(placement, day, context.policy.agreement)
    asked_of = Frame(context, (record,), since, None, Track())
    return found_once("placement", name, asked_of, partial(_placed, placement, since), frame.track)


def _placed(placement: t.Placement, day: date, frame: Frame) -> Value:
    """The class as of the latest review day whose condition is true; of unknown ones, every class still possible."""
    record = frame.records[0]
    doubts: list[Unknown] = []
    candidates: set[str] = set()
    for review, on in review_days(placement, day, frame.context.policy.agreement):
        inner = Frame(frame.context, (record,), on, on, frame.track)
        reviewed: Truth = True if review.condition is None else truth(review.condition, inner)
        if reviewed is False:
            continue
        found = derived_class(placement.classification, record, on, inner)
        if reviewed is True and not doubts:
            return found
        if isinstance(found, Unknown):
            candidates |= found.candidates or {""}
            doubts.append(found)
        else:
            candidates.add(str(found))
        if reviewed is True:
            break
        assert isinstance(reviewed, Unknown)
        doubts.append(reviewed)
    else:
        if not doubts:
            cause = Cause(Reason.UNCOVERED, record.entity, record.key, placement.classification, day.isoformat())
            return Unknown(frozenset((cause,)), frozenset())
        candidates.add("")
    return Unknown(merged(doubts).causes, frozenset(candidates))


def derived_class(name: str, record: Record, day: date, frame: Frame) -> Value:
    """The class that the branches give on a day: the first that is true after all before it are false."""
    possible: list[str] = []
    doubts: list[Unknown] = []
    tried: list[BranchTried] = []
    inner = Frame(frame.context, (record,), day, day, frame.track)
    certain = False
    for branch in frame.context.policy.classifications[name].branches:
        if not branch.validity.holds_on(day):
            continue
        holds: Truth = True if branch.condition is None else truth(branch.condition, inner)
        tried.append(BranchTried(branch.name, branch.references, None if isinstance(holds, Unknown) else holds))
        if holds is False:
            continue
        possible.append(branch.name)
        if isinstance(holds, Unknown):
            doubts.append(holds)
            continue
        certain = True
        break
    frame.track.noted.append(ClassFound(name, record.entity, record.key, day, tuple(possible), tuple(tried)))
    if certain and not doubts:
        return possible[0]
    if not possible:
        cause = Cause(Reason.UNCOVERED, record.entity, record.key, name, day.isoformat())
        return Unknown(frozenset((cause,)), frozenset())
    return Unknown(merged(doubts).causes, frozenset(possible if certain else (*possible, "")))

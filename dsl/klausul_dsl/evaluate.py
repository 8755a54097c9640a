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
from klausul_dsl.calendar import add_months, month_of, shift
from klausul_dsl.frames import Frame, Track, remember, remembered
from klausul_dsl.kleene import (
    Truth,
    Value,
    among,
    conjunction,
    disjunction,
    merged,
    negation,
    ordered,
    together,
    unknown,
)
from klausul_dsl.lookup import cell, dated_fact
from klausul_dsl.outcomes import BranchTried, ClassFound, DefinitionFound
from klausul_dsl.placements import latest_review, recorded_class, review_days
from klausul_dsl.text import name_of
from klausul_dsl.values import NEVER, Cause, Coverage, Reason, Record, Unknown

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
            return shift(moved, node.amount, node.unit) if isinstance(moved, date) else moved
        case t.Arithmetic():
            return _arithmetic(node, frame)
        case t.Compare():
            return _compare(node, frame)
        case t.OneOf():
            return among_constants(value(node.value, frame), node.options)
        case t.IsKnown():
            return not isinstance(value(node.value, frame), Unknown)
        case t.IsUncovered():
            found = value(node.value, frame)
            if not isinstance(found, Unknown):
                return False
            return True if found.candidates == frozenset() else Unknown(found.causes)
        case t.Within():
            return _within(node, frame)
        case t.Not():
            return negation(truth(node.operand, frame))
        case t.All():
            return conjunction(asked(node.operands, frame))
        case t.Any():
            return disjunction(asked(node.operands, frame))
        case t.Quantified():
            return _quantified(node, frame)
        case t.Count():
            return _count(node, frame)
        case t.EachMonth():
            return _each_month(node, frame)
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
    return entries[-1].value


def _arithmetic(node: t.Arithmetic, frame: Frame) -> Value:
    left, right = value(node.left, frame), value(node.right, frame)
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return merged((left, right))
    assert isinstance(left, Fraction)
    assert isinstance(right, Fraction)
    return left + right if node.operator == "+" else left - right if node.operator == "-" else left * right


def _compare(node: t.Compare, frame: Frame) -> Truth:
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
        return shift(anchor, -node.amount, node.unit) <= when <= anchor
    return anchor <= when <= shift(anchor, node.amount, node.unit)


# Collections


def _members(node: t.Collection, frame: Frame) -> tuple[list[Record], list[Record], Record] | Unknown:
    """The records that certainly belong to the owner, those that may, and the owner."""
    owner = value(node.of, frame)
    if not isinstance(owner, Record):
        assert isinstance(owner, Unknown)
        return Unknown(owner.causes)
    world = frame.context.world
    rows = world.children(node.entity, node.reference, owner.key)
    doubtful = [row for row in rows if row.rejected] + list(world.children(node.entity, node.reference, None))
    return [row for row in rows if not row.rejected], doubtful, owner


def _complete(node: t.Collection, owner: Record, frame: Frame, first: date | None, last: date) -> bool:
    """Whether no other record can belong to the owner in the time that matters."""
    world = frame.context.world
    if (node.entity, owner.key) in world.closed:
        return True
    coverage: Coverage | None = world.coverage.get(node.entity)
    if coverage is not None and coverage.start is not None and isinstance(frame.day, Unknown):
        return False
    return coverage is not None and coverage.spans(first or coverage.start or last, last)


def _absent(node: t.Collection, owner: Record) -> Unknown:
    return unknown(Reason.MISSING_FACTS, node.entity, owner.key, "", owner.entity)


def _some(node: t.Collection, condition: t.Expression | None, frame: Frame) -> Truth:
    found = _members(node, frame)
    if isinstance(found, Unknown):
        return found
    rows, doubtful, owner = found
    terms = [partial(_holds_of, row, condition, frame) for row in rows]
    present = disjunction(terms)
    if present is True:
        return True
    doubts: list[Value] = [present]
    doubts += [
        unknown(_doubt(row), row.entity, row.key, node.reference)
        for row in doubtful
        if _holds_of(row, condition, frame) is not False
    ]
    if not _complete(node, owner, frame, frame.plain_day, frame.context.world.as_of):
        doubts.append(_absent(node, owner))
    unknowns = [doubt for doubt in doubts if isinstance(doubt, Unknown)]
    return merged(unknowns) if unknowns else False


def _doubt(row: Record) -> Reason:
    return Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS


def _holds_of(row: Record, condition: t.Expression | None, frame: Frame) -> Truth:
    return True if condition is None else truth(condition, frame.inside(row))


def _quantified(node: t.Quantified, frame: Frame) -> Truth:
    match node.quantifier:
        case "some":
            return _some(node.collection, node.condition, frame)
        case "no":
            return negation(_some(node.collection, node.condition, frame))
        case "every":
            assert node.condition is not None
            failing = t.Not(operand=node.condition, type=node.type)
            return negation(_some(node.collection, failing, frame))
    assert_never(node.quantifier)


def _count(node: t.Count, frame: Frame) -> Value:
    found = _members(node.collection, frame)
    if isinstance(found, Unknown):
        return found
    rows, doubtful, owner = found
    truths: list[Value] = [_holds_of(row, node.condition, frame) for row in rows]
    truths += [
        unknown(_doubt(row), row.entity, row.key, node.collection.reference)
        for row in doubtful
        if _holds_of(row, node.condition, frame) is not False
    ]
    if not _complete(node.collection, owner, frame, frame.plain_day, frame.context.world.as_of):
        truths.append(_absent(node.collection, owner))
    unknowns = [item for item in truths if isinstance(item, Unknown)]
    return merged(unknowns) if unknowns else Fraction(sum(item is True for item in truths))


def _each_month(node: t.EachMonth, frame: Frame) -> Truth:
    anchor = value(node.anchor, frame)
    found = _members(node.collection, frame)
    if isinstance(anchor, Unknown) or isinstance(found, Unknown):
        return merged(item for item in (anchor, found) if isinstance(item, Unknown))
    if not isinstance(anchor, date):
        return False
    rows, doubtful, owner = found

    def in_month(back: int) -> Truth:
        assert isinstance(anchor, date)
        first, last = month_of(add_months(anchor.replace(day=1), -back))

        def term(row: Record, certain: bool) -> Truth:
            when = _cell(row, node.dated_by, frame)
            inside: Truth = isinstance(when, date) and first <= when <= last
            dated = Unknown(when.causes) if isinstance(when, Unknown) else inside
            both = False if dated is False else together((dated, _holds_of(row, node.condition, frame)))
            return both if certain or both is False else unknown(_doubt(row), row.entity, row.key, node.dated_by)

        complete = _complete(node.collection, owner, frame, first, last)
        asked_rows = [*((row, True) for row in rows), *((row, False) for row in doubtful)]
        terms = [partial(term, row, certain) for row, certain in asked_rows]
        return disjunction([*terms, lambda: False if complete else _absent(node.collection, owner)])

    return conjunction([partial(in_month, back) for back in range(1, node.months + 1)])


def _attested(node: t.Attested, frame: Frame) -> Truth:
    subject = value(node.subject, frame)
    if not isinstance(subject, Record):
        assert isinstance(subject, Unknown)
        return Unknown(subject.causes)
    world, entity = frame.context.world, frame.context.vocabulary.entities[subject.entity]
    wanted = {name_of(node.statement.da), name_of(node.statement.en)}
    kinds = {entity.name, name_of(entity.singular.da), name_of(entity.singular.en)}
    stated: list[Value] = []
    doubtful = list(world.children("attestation", "subject_key", None))
    for row in world.children("attestation", "subject_key", subject.key):
        named = [row.cells.get(name) for name in ("subject_type", "statement")]
        if row.rejected or not all(isinstance(text, str) for text in named):
            doubtful.append(row)
        elif name_of(str(named[0])) in kinds and name_of(str(named[1])) in wanted:
            stated.append(_cell(row, "value", frame))
    if doubtful:
        return merged(unknown(_doubt(row), "attestation", row.key, "statement") for row in doubtful)
    if stated and all(item == stated[0] for item in stated) and isinstance(stated[0], bool | Unknown):
        return stated[0]
    if stated:
        return unknown(Reason.CONFLICT, "attestation", subject.key, "value")
    coverage = world.coverage.get("attestation")
    if coverage is not None and coverage.reaches(world.as_of):
        return False
    return unknown(Reason.MISSING_FACTS, "attestation", subject.key, "", node.statement.da)


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
    if all(_same(chosen, other) for other, _ in found.values()):
        for _, other in found.values():
            frame.track.reached |= other.reached
    else:
        frame.track.reached[choice.reading] = None
    frame.track.add(track)
    return chosen


def _same(left: Value, right: Value) -> bool:
    if isinstance(left, Unknown) and isinstance(right, Unknown):
        reasons = [{cause.reason for cause in side.causes} for side in (left, right)]
        return left.candidates == right.candidates and reasons[0] == reasons[1]
    return left == right


def definition(name: str, record: Record, day: date | Unknown | None, frame: Frame) -> Value:
    """What a definition gives for a record, asked for on a day (None: on no day; Unknown: on a day not known)."""
    declared = frame.context.policy.definitions[name]
    if isinstance(day, Unknown):
        if declared.dated or any(meaning.validity != t.ALWAYS for meaning in declared.meanings):
            return Unknown(day.causes)
        return value(declared.meanings[0].value, Frame(frame.context, (record,), day, frame.known_by, frame.track))
    known = None if record.rejected else remembered("definition", name, record, day, frame)
    if known is not None:
        frame.track.add(known[1])
        return known[0]
    track = Track()
    inner = Frame(frame.context, (record,), day, frame.known_by, track)
    on = day or frame.context.world.as_of
    meaning = next((item for item in declared.meanings if item.validity.holds_on(on)), None)
    if meaning is None:
        found: Value = unknown(Reason.UNCOVERED, record.entity, record.key, name, on.isoformat())
    else:
        found = value(meaning.value, inner)
    shown = None if isinstance(found, Unknown) else found.key if isinstance(found, Record) else str(found)
    track.definitions[DefinitionFound(name, record.entity, record.key, on, shown)] = None
    if not record.rejected:
        remember("definition", name, record, day, frame, found, track)
    frame.track.add(track)
    return found


def class_on(name: str, record: Record, day: date, frame: Frame) -> Value:
    """The class of a record on a day: as recorded, else as the branches give it."""
    recorded = recorded_class(name, record, day, frame)
    return placed_class(name, record, day, frame) if recorded is None else recorded


def placed_class(name: str, record: Record, day: date, frame: Frame) -> Value:
    """The class of a record on a day as the branches give it: as of its review, else on the day itself."""
    context = frame.context
    placement = context.policy.placements.get(name)
    since = day if placement is None else latest_review(placement, day, context.policy.agreement)
    known = None if record.rejected else remembered("class", name, record, since, frame)
    if known is not None:
        frame.track.add(known[1])
        return known[0]
    track = Track()
    inner = Frame(context, (record,), since, None, track)
    found = derived_class(name, record, since, inner) if placement is None else _placed(placement, record, since, inner)
    if not record.rejected:
        remember("class", name, record, since, frame, found, track)
    frame.track.add(track)
    return found


def _placed(placement: t.Placement, record: Record, day: date, frame: Frame) -> Value:
    """The class as of the latest review day whose condition is true; of unknown ones, every class still possible."""
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
    frame.track.classes[ClassFound(name, record.entity, record.key, day, tuple(possible), tuple(tried))] = None
    if certain and not doubts:
        return possible[0]
    if not possible:
        cause = Cause(Reason.UNCOVERED, record.entity, record.key, name, day.isoformat())
        return Unknown(frozenset((cause,)), frozenset())
    return Unknown(merged(doubts).causes, frozenset(possible if certain else (*possible, "")))

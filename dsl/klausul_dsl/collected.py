"""What is asked of a collection: some, every, no, how many, in each month, one followed by another.

Conditions are asked through a function that is given, so that this module and `evaluate` need not know each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from typing import TypeAlias, assert_never

from klausul_dsl import typed as t
from klausul_dsl.calendar import add_months, month_of
from klausul_dsl.frames import Frame
from klausul_dsl.kleene import Truth, Value, conjunction, disjunction, merged, negation, ordered, together, unknown
from klausul_dsl.lookup import cell
from klausul_dsl.values import NEVER, Coverage, Never, Reason, Record, Unknown

Ask: TypeAlias = Callable[[t.Expression, Frame], Value]


@dataclass(frozen=True, slots=True)
class Members:
    """The records that certainly belong to the owner, those that may, and the owner (None: nobody's, all records)."""

    certain: tuple[Record, ...]
    doubtful: tuple[Record, ...]
    owner: Record | None


def quantified(node: t.Quantified, frame: Frame, ask: Ask) -> Truth:
    """`some`, `every` or `no` of a collection."""
    match node.quantifier:
        case "some":
            return _some(node.collection, node.condition, frame, ask)
        case "no":
            return negation(_some(node.collection, node.condition, frame, ask))
        case "every":
            assert node.condition is not None
            failing = t.Not(operand=node.condition, type=node.type)
            return negation(_some(node.collection, failing, frame, ask))
    assert_never(node.quantifier)


def number(node: t.Count, frame: Frame, ask: Ask) -> Value:
    """How many of a collection meet a condition."""
    least, most, doubt = _between(node, frame, ask)
    return Fraction(least) if least == most else doubt


def numbered(node: t.Count, operator: str, limit: Value, frame: Frame, ask: Ask) -> Truth:
    """Whether the number of a collection keeps a limit; decided where the members that are certain decide it."""
    least, most, doubt = _between(node, frame, ask)
    if isinstance(limit, Unknown):
        return merged((doubt, limit))
    if operator in {"=", "!="}:
        possible = ordered(Fraction(least), "<=", limit) is True and ordered(most, ">=", limit) is True
        if possible:
            return doubt if least != most else operator == "="
        return operator == "!="
    ends = [ordered(Fraction(least), operator, limit), ordered(most, operator, limit)]
    return ends[0] if ends[0] == ends[1] else doubt


def _between(node: t.Count, frame: Frame, ask: Ask) -> tuple[int, Fraction | Never, Unknown]:
    """The least and the greatest number that meet the condition (NEVER: without limit), and what is in doubt."""
    found = _members(node.collection, frame, ask)
    if isinstance(found, Unknown):
        return 0, NEVER, found
    truths = [_holds(node.collection, row, node.condition, frame, ask) for row in found.certain]
    unsure = [item for item in truths if isinstance(item, Unknown)]
    rows = list(_doubtful(node.collection, node.condition, found, frame, ask))
    absent = list(_missing(node.collection, found, frame))
    least = sum(item is True for item in truths)
    most = NEVER if absent else Fraction(least + len(unsure) + len(rows))
    return least, most, merged((*unsure, *rows, *absent))


def each_month(node: t.EachMonth, frame: Frame, ask: Ask) -> Truth:
    """Whether each of the months before the anchor's month has a member that meets the condition."""
    anchor = ask(node.anchor, frame)
    found = _members(node.collection, frame, ask)
    if isinstance(anchor, Unknown) or isinstance(found, Unknown):
        return merged(item for item in (anchor, found) if isinstance(item, Unknown))
    if not isinstance(anchor, date):
        return False

    def in_month(back: int) -> Truth:
        assert isinstance(anchor, date)
        first, last = month_of(add_months(anchor.replace(day=1), -back))

        def term(row: Record, certain: bool) -> Truth:
            dated = _dated_in(row, node.dated_by, (first, last), frame)
            held = _holds(node.collection, row, node.condition, frame, ask)
            both = False if dated is False else together((dated, held))
            return both if certain or both is False else unknown(_doubt(row), row.entity, row.key, node.dated_by)

        complete = _complete(node.collection, found.owner, frame, first, last)
        rows = [*((row, True) for row in found.certain), *((row, False) for row in found.doubtful)]
        terms = [partial(term, row, certain) for row, certain in rows]
        return disjunction([*terms, lambda: False if complete else _absent(node.collection, found.owner)])

    return conjunction([partial(in_month, back) for back in range(1, node.months + 1)])


def followed_by(node: t.FollowedBy, frame: Frame, ask: Ask) -> Truth:
    """Whether a member of the first collection is followed, the same day or later, by another one of the second."""
    firsts = _members(node.first.collection, frame, ask)
    thens = _members(node.then.collection, frame, ask)
    if isinstance(firsts, Unknown) or isinstance(thens, Unknown):
        return merged(item for item in (firsts, thens) if isinstance(item, Unknown))

    def pair(first: Record, then: Record) -> Truth:
        days = [_cell(row, name, frame) for row, name in ((first, node.first_dated_by), (then, node.then_dated_by))]
        return conjunction(
            [
                partial(ordered, days[0], "<=", days[1]),
                partial(_holds, node.first.collection, first, node.first.condition, frame, ask),
                partial(_holds, node.then.collection, then, node.then.condition, frame, ask),
            ]
        )

    found = disjunction(
        [partial(pair, first, then) for first in firsts.certain for then in thens.certain if first is not then]
    )
    if found is True:
        return True
    sides = [quantified(node.first, frame, ask), quantified(node.then, frame, ask)]
    if False in sides:
        return False
    doubts: list[Value] = [found]
    doubts += _doubts(node.first.collection, node.first.condition, firsts, frame, ask)
    doubts += _doubts(node.then.collection, node.then.condition, thens, frame, ask)
    unknowns = [doubt for doubt in doubts if isinstance(doubt, Unknown)]
    return merged(unknowns) if unknowns else False


def _members(node: t.Collection, frame: Frame, ask: Ask) -> Members | Unknown:
    world = frame.context.world
    if node.of is None or node.reference is None:
        return Members(world.of(node.entity), world.rejected(node.entity), None)
    owner = ask(node.of, frame)
    if not isinstance(owner, Record):
        assert isinstance(owner, Unknown)
        return Unknown(owner.causes)
    rows = world.children(node.entity, node.reference, owner.key)
    doubtful = [row for row in rows if row.rejected] + list(world.children(node.entity, node.reference, None))
    return Members(tuple(row for row in rows if not row.rejected), tuple(doubtful), owner)


def _some(node: t.Collection, condition: t.Expression | None, frame: Frame, ask: Ask) -> Truth:
    found = _members(node, frame, ask)
    if isinstance(found, Unknown):
        return found
    present = disjunction([partial(_holds, node, row, condition, frame, ask) for row in found.certain])
    if present is True:
        return True
    doubts = [present, *_doubts(node, condition, found, frame, ask)]
    unknowns = [doubt for doubt in doubts if isinstance(doubt, Unknown)]
    return merged(unknowns) if unknowns else False


def _doubts(
    node: t.Collection, condition: t.Expression | None, found: Members, frame: Frame, ask: Ask
) -> Iterator[Unknown]:
    """What else may belong: rows that cannot be read, and rows that may be missing."""
    yield from _doubtful(node, condition, found, frame, ask)
    yield from _missing(node, found, frame)


def _doubtful(
    node: t.Collection, condition: t.Expression | None, found: Members, frame: Frame, ask: Ask
) -> Iterator[Unknown]:
    for row in found.doubtful:
        if _holds(node, row, condition, frame, ask) is not False:
            yield unknown(_doubt(row), row.entity, row.key, node.reference or node.within or "")


def _missing(node: t.Collection, found: Members, frame: Frame) -> Iterator[Unknown]:
    as_of = frame.context.world.as_of
    first, last = frame.plain_day, as_of
    if node.within is not None and frame.period is not None:
        first, last = frame.period[0], min(frame.period[1], as_of)
    if not _complete(node, found.owner, frame, first, last):
        yield _absent(node, found.owner)


def _holds(node: t.Collection, row: Record, condition: t.Expression | None, frame: Frame, ask: Ask) -> Truth:
    """Whether a member counts: dated in the period where that is asked, and meeting the condition."""
    dated: Truth = True
    if node.within is not None and frame.period is not None:
        dated = _dated_in(row, node.within, frame.period, frame)
        if dated is False:
            return False
    held = True if condition is None else ask(condition, frame.inside(row))
    assert isinstance(held, bool | Unknown)
    return together((dated, held))


def _dated_in(row: Record, name: str, span: tuple[date, date], frame: Frame) -> Truth:
    when = _cell(row, name, frame)
    if isinstance(when, Unknown):
        return Unknown(when.causes)
    return isinstance(when, date) and span[0] <= when <= span[1]


def _cell(row: Record, name: str, frame: Frame) -> Value:
    return cell(row, name, frame.context.vocabulary, frame.context.world, frame.read)


def _complete(node: t.Collection, owner: Record | None, frame: Frame, first: date | None, last: date) -> bool:
    """Whether no other record can belong to the owner in the time that matters."""
    world = frame.context.world
    if (node.entity, owner.key if owner is not None else "") in world.closed:
        return True
    coverage: Coverage | None = world.coverage.get(node.entity)
    if coverage is not None and coverage.start is not None and first is None and isinstance(frame.day, Unknown):
        return False
    return coverage is not None and coverage.spans(first or coverage.start or last, last)


def _absent(node: t.Collection, owner: Record | None) -> Unknown:
    key, entity = (owner.key, owner.entity) if owner is not None else ("", "")
    return unknown(Reason.MISSING_FACTS, node.entity, key, "", entity)


def _doubt(row: Record) -> Reason:
    return Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS

"""Results narrowed to some estates or a period, with a count of what is set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from klausul_dsl.measures import MeasureResult
from klausul_dsl.outcomes import Judgement, NormResult
from klausul_dsl.values import NEVER, World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The estates and the days that are judged; no estates means all."""

    estates: tuple[str, ...] = ()
    period: tuple[date, date] | None = None


def narrow(result: NormResult, extent: Extent, world: World, vocabulary: Vocabulary) -> tuple[NormResult, int]:
    """The judgements inside the extent, tallied anew, and the number set aside.

    A judgement whose day or estate is unknown stays: it may belong. What was counted is counted over all records as
    before: the narrowing is of what is told, never of what counts.
    """
    if not extent.estates and extent.period is None:
        return result, 0
    kept = tuple(
        judged
        for judged in result.judged
        if _in_period(judged.judgement, extent.period)
        and _in_estates(judged.judgement, extent.estates, world, vocabulary)
    )
    tallies = Counter(judged.judgement.outcome for judged in kept)
    return replace(result, judged=kept, tallies=dict(tallies)), len(result.judged) - len(kept)


def narrow_measured(
    result: MeasureResult, extent: Extent, world: World, vocabulary: Vocabulary
) -> tuple[MeasureResult, int]:
    """The rows of a measure inside the extent, as they are counted, and the number set aside."""
    kept = tuple(
        row
        for row in result.rows
        if _overlap(row.period, extent.period) and _among(row.entity, row.key, extent.estates, world, vocabulary)
    )
    return replace(result, rows=kept), len(result.rows) - len(kept)


def _in_period(judgement: Judgement, period: tuple[date, date] | None) -> bool:
    """Whether the counted period, the last day of a deadline, or else the day of the record lies in the period."""
    day = judgement.day
    if judgement.due is not None and judgement.due.due is not NEVER:
        day = judgement.due.due
    return _overlap(judgement.period or (day, day), period)


def _overlap(days: tuple[date | None, date | None], period: tuple[date, date] | None) -> bool:
    first, last = days
    return period is None or first is None or last is None or (first <= period[1] and last >= period[0])


def _in_estates(judgement: Judgement, estates: Collection[str], world: World, vocabulary: Vocabulary) -> bool:
    """Whether a judgement belongs to the estates: a position of a sequence by the record it is counted for."""
    run = judgement.run
    if run is not None and run.entity and estates_of(run.entity, run.key, world, vocabulary):
        return _among(run.entity, run.key, estates, world, vocabulary)
    return _among(judgement.entity, judgement.key, estates, world, vocabulary)


def _among(entity: str, key: str, estates: Collection[str], world: World, vocabulary: Vocabulary) -> bool:
    """Whether a record leads to one of the estates, or may; what is counted for all together belongs to none.

    What leads to no estate, as an agreement with an organisation, belongs to the estates that lead to the same.
    """
    if not estates:
        return True
    if not key:
        return False
    if not vocabulary.routes(entity, "estate"):
        return _shares_an_owner(entity, key, estates, world, vocabulary)
    found = estates_of(entity, key, world, vocabulary)
    return not found or any(estate in estates for estate in found)


def _shares_an_owner(entity: str, key: str, estates: Collection[str], world: World, vocabulary: Vocabulary) -> bool:
    """Whether a record leads to an organisation or an area to which one of the estates leads, or may."""
    for owner in vocabulary.entities:
        if owner == "estate" or not vocabulary.routes("estate", owner) or not vocabulary.routes(entity, owner):
            continue
        own = _reached(entity, key, owner, world, vocabulary)
        theirs = {one for estate in estates for one in _reached("estate", estate, owner, world, vocabulary)}
        if own and theirs:
            return not theirs.isdisjoint(own)
    return True


def estates_of(entity: str, key: str, world: World, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The estates that a record leads to along its references; none where that is unknown."""
    return _reached(entity, key, "estate", world, vocabulary)


def _reached(entity: str, key: str, goal: str, world: World, vocabulary: Vocabulary) -> tuple[str, ...]:
    found = []
    for route in vocabulary.routes(entity, goal):
        at: tuple[str, str] | None = (entity, key)
        for step in route:
            at = _follow(at, step, world, vocabulary) if at else None
        if at is not None:
            found.append(at[1])
    return tuple(dict.fromkeys(found))


def _follow(at: tuple[str, str], step: str, world: World, vocabulary: Vocabulary) -> tuple[str, str] | None:
    record = world.get(*at)
    cell = record.cells.get(step) if record else None
    kind = vocabulary.entities[at[0]].fields[step].type
    goal = getattr(kind, "entity", None)
    return (goal, cell) if isinstance(cell, str) and isinstance(goal, str) else None

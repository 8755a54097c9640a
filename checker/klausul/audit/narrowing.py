"""Results narrowed to some estates or a period, with a count of what is set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from klausul_dsl.outcomes import Judgement, NormResult
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The estates and the days that are judged; no estates means all."""

    estates: tuple[str, ...] = ()
    period: tuple[date, date] | None = None


def narrow(result: NormResult, extent: Extent, world: World, vocabulary: Vocabulary) -> tuple[NormResult, int]:
    """The judgements inside the extent, tallied anew, and the number set aside.

    A judgement whose day or estate is unknown stays: it may belong.
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


def _in_period(judgement: Judgement, period: tuple[date, date] | None) -> bool:
    if period is None:
        return True
    first, last = judgement.period or (judgement.day, judgement.day)
    return first is None or last is None or (first <= period[1] and last >= period[0])


def _in_estates(judgement: Judgement, estates: Collection[str], world: World, vocabulary: Vocabulary) -> bool:
    if not estates:
        return True
    if not judgement.key:
        return False
    found = estates_of(judgement.entity, judgement.key, world, vocabulary)
    return not found or any(estate in estates for estate in found)


def estates_of(entity: str, key: str, world: World, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The estates that a record leads to along its references; none where that is unknown."""
    found = []
    for route in vocabulary.routes(entity, "estate"):
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

"""Whom a norm is about: its records with their reference days, and how many come to what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from klausul_dsl.frames import Context, Track
from klausul_dsl.judge import Dated, reference_day
from klausul_dsl.outcomes import Judged, NormResult, Outcome
from klausul_dsl.values import Record, Unknown


@dataclass(frozen=True, slots=True)
class Population:
    """The records of a norm with their reference days, and how many are not judged."""

    records: tuple[tuple[Record, date | Unknown], ...]
    outside: int
    later: int


def population(norm: Dated, context: Context) -> Population:
    """The records of a norm's entity that are dated by the as-of date and within the norm's validity."""
    inside: list[tuple[Record, date | Unknown]] = []
    outside = later = 0
    force = context.policy.agreements[norm.agreement].validity
    for record in context.world.of(norm.entity):
        day = reference_day(norm, record, context, Track())
        if day is None:
            later += 1
        elif isinstance(day, date) and not (force.holds_on(day) and norm.validity.holds_on(day)):
            outside += 1
        else:
            inside.append((record, day))
    return Population(tuple(inside), outside, later)


def result(
    norm: str, variant: tuple[tuple[str, str], ...], chosen: bool, judged: Sequence[Judged], outside: int, later: int
) -> NormResult:
    counted = Counter(item.judgement.outcome for item in judged)
    tallies = {outcome: counted[outcome] for outcome in Outcome}
    return NormResult(norm, variant, chosen, tallies, outside, later, tuple(judged))

"""The figures behind the lists of 1 December, and where a list and its figures do not agree (§§ 61 a and 61 b)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from .figures import Row
from .plan import Expected, Plan
from .world import AREAS

VULNERABLE_LISTED = "vulnerable_area_by_the_figures_is_listed"
VULNERABLE_FOUND = "listed_vulnerable_area_follows_from_the_figures"
PARALLEL_LISTED = "parallel_society_by_the_figures_is_listed"
PREVENTION_LISTED = "prevention_area_by_the_figures_is_listed"
PREVENTION_FOUND = "listed_prevention_area_follows_from_the_figures"
AVERAGES = {2022: "0.72", 2023: "0.78", 2024: "0.73", 2025: "0.79", 2026: "0.76"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Behind:
    """Figures of an area behind a list; `times` is the share of convicted as so many times the national average."""

    residents: int = 1640
    non_western: str = "22.4"
    outside: str = "24.6"
    times: str | None = "1"
    school: str = "48.2"
    income: str = "78.5"
    lists: int = 0


_BY_KIND = {
    "none": Behind(),
    "prevention": Behind(non_western="41.3", outside="34.8", times="2.2", school="57.1", income="66.2"),
    "vulnerable": Behind(non_western="43.9", outside="42.7", times="3.1", school="58.8", income="58.3"),
    "transformation": Behind(non_western="63.5", outside="43.1", times="2.6", school="66.4", income="52.8", lists=7),
}

Answers = tuple[tuple[str, str, str], ...]
"""Rule, outcome and note."""

_UNLISTED = replace(_BY_KIND["vulnerable"], non_western="12.0")
_TOO_FEW = "not vulnerable by the figures, so they make it a prevention area"

_PLANTED: dict[tuple[str, int], tuple[Behind, Answers]] = {
    ("O2", 2023): (
        replace(_BY_KIND["prevention"], outside="30.0"),
        ((PREVENTION_FOUND, "breach", "listed, but exactly 30 % outside work is not above 30 %"),),
    ),
    ("O13", 2022): (
        replace(_BY_KIND["prevention"], non_western="30.0"),
        ((PREVENTION_FOUND, "breach", "listed, but exactly 30 % is not above 30 %"),),
    ),
    ("O2", 2024): (
        replace(_BY_KIND["prevention"], times="2"),
        ((PREVENTION_FOUND, "near_miss", "exactly twice the national average of convicted is enough"),),
    ),
    ("O2", 2025): (
        replace(_BY_KIND["prevention"], non_western="30.1"),
        ((PREVENTION_FOUND, "near_miss", "30.1 % is above 30 %"),),
    ),
    ("O6", 2025): (
        replace(_BY_KIND["prevention"], times=None),
        ((PREVENTION_FOUND, "undetermined", "the convicted are suppressed, and one criterion besides is met"),),
    ),
    ("O7", 2024): (
        replace(_BY_KIND["prevention"], residents=1000),
        ((PREVENTION_LISTED, "breach", "not listed, though 1,000 residents and two criteria are enough"),),
    ),
    ("O7", 2025): (
        replace(_BY_KIND["prevention"], residents=999),
        ((PREVENTION_LISTED, "near_miss", "999 residents are too few for the list"),),
    ),
    ("O7", 2026): (
        replace(_BY_KIND["prevention"], outside="30.0"),
        ((PREVENTION_LISTED, "near_miss", "one criterion alone; the second is at its limit"),),
    ),
    ("O4", 2024): (
        replace(_BY_KIND["vulnerable"], times="2.9"),
        (
            (VULNERABLE_FOUND, "breach", "listed, but below three times the national average of convicted"),
            (PREVENTION_LISTED, "breach", _TOO_FEW),
        ),
    ),
    ("O4", 2026): (
        replace(_BY_KIND["vulnerable"], outside="40.0"),
        (
            (VULNERABLE_FOUND, "breach", "listed, but exactly 40 % outside work is not above 40 %"),
            (PREVENTION_LISTED, "breach", _TOO_FEW),
        ),
    ),
    ("O4", 2025): (
        replace(_BY_KIND["vulnerable"], non_western="50.1"),
        ((PARALLEL_LISTED, "breach", "50.1 % makes it a parallel society, the list says vulnerable"),),
    ),
    ("O13", 2023): (
        replace(_BY_KIND["vulnerable"], non_western="50.0", residents=1000),
        (
            (PARALLEL_LISTED, "near_miss", "50.0 % is not above 50 %"),
            (VULNERABLE_FOUND, "near_miss", "1,000 residents are enough"),
        ),
    ),
    ("O8", 2023): (
        replace(_BY_KIND["transformation"], outside="40.0", income="54.9"),
        (
            (
                VULNERABLE_FOUND,
                "near_miss",
                "an income of 54.9 % is below 55 %, and basic school is the second criterion",
            ),
        ),
    ),
    ("O10", 2024): (
        _UNLISTED,
        ((VULNERABLE_LISTED, "breach", "two criteria are met, and 61 a (1) asks of no origin"),),
    ),
    ("O10", 2025): (
        replace(_UNLISTED, times="3"),
        ((VULNERABLE_LISTED, "breach", "exactly three times the national average is enough"),),
    ),
    ("O10", 2023): (
        replace(_UNLISTED, outside="40.0"),
        ((VULNERABLE_LISTED, "near_miss", "exactly 40 % outside work is not above 40 %"),),
    ),
    ("O5", 2025): (
        replace(_UNLISTED, residents=999),
        ((VULNERABLE_LISTED, "near_miss", "999 residents are too few for the list"),),
    ),
    ("O5", 2026): (
        replace(_UNLISTED, non_western="50.1"),
        (
            (VULNERABLE_LISTED, "breach", "two criteria are met, and the list has it not at all"),
            (PARALLEL_LISTED, "breach", "50.1 % makes it a parallel society, and the list has it not at all"),
        ),
    ),
    ("O10", 2026): (
        replace(_UNLISTED, non_western="50.0"),
        (
            (VULNERABLE_LISTED, "breach", "two criteria are met, and the list has it not at all"),
            (PARALLEL_LISTED, "near_miss", "50.0 % is not above 50 %"),
        ),
    ),
}


def area_figures() -> Iterator[Row]:
    """A row per area and list; the area of which two sources say different things has none for that year."""
    for area in AREAS:
        for year in AVERAGES:
            kinds = [kind for listed, kind in area.lists if listed == year] or ["none"]
            if len(kinds) == 1:
                planted = _PLANTED.get((area.key, year))
                yield _row(area.key, year, planted[0] if planted else _BY_KIND[kinds[0]])


def _row(area: str, year: int, behind: Behind) -> Row:
    average = Decimal(AVERAGES[year])
    convicted = ".." if behind.times is None else Decimal(behind.times) * average
    return (
        _key(area, year),
        area,
        date(year, 12, 1),
        behind.residents,
        Decimal(behind.non_western),
        Decimal(behind.outside),
        convicted,
        average,
        Decimal(behind.school),
        Decimal(behind.income),
        behind.lists,
    )


def _key(area: str, year: int) -> str:
    return f"OT-{year}-{area}"


def note_areas(plan: Plan) -> None:
    """Add what is expected of the lists held against their figures, both ways."""
    for (area, year), (_, answers) in _PLANTED.items():
        for rule, outcome, note in answers:
            plan.expected.append(
                Expected(rule=rule, subject="area_figures", key=_key(area, year), outcome=outcome, note=note)
            )

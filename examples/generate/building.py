"""New building (5.4): projects, their dwellings, when each was offered and first let, and which fell vacant again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from .plan import Expected, Plan

HALF, SOME = "at_most_half_small_dwellings", "small_dwellings_are_built"
FIRST, AGAIN = "new_dwellings_offered_at_first_letting", "subsidised_dwellings_offered_every_time"
LARGEST, AREA = "new_subsidised_dwellings_at_most_55_m2", "no_subsidy_applied_for_in_a_designated_area"
A_FIFTH = "subsidised_dwellings_at_most_a_fifth"

_DAY = timedelta(days=1)
_BEFORE = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Dwellings built together: `sizes` in tenths of a square metre, each with its grant or none; None is blank."""

    key: str
    name: str
    form: str
    estate: str
    handed_over_on: date
    sizes: tuple[tuple[int | None, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDwelling:
    """A dwelling of a project; `grant` is the one it was built with, or nothing."""

    key: str
    project: Project
    number: int
    tenths: int | None
    grant: str
    offered_on: date | None

    @property
    def home(self) -> str:
        """The key of the dwelling; new ones are numbered from 901."""
        return f"{self.project.estate}-{900 + self.number:04d}"

    @property
    def first_let_on(self) -> date:
        """Two weeks after it was handed over."""
        return self.project.handed_over_on + timedelta(days=14)


def _sizes(grant: str, *square_metres: float | None) -> tuple[tuple[int | None, str], ...]:
    return tuple((None if size is None else round(size * 10), grant) for size in square_metres)


PROJECTS = (
    Project(
        key="BP-1",
        name="Uglestien, fortætning",
        form="infill",
        estate="201-07",
        handed_over_on=date(2024, 5, 1),
        sizes=_sizes("TI-05", 38, 38, 40, 40, 42, 42, 44, 44, 50, 51, 52, 52, 53, 54, 55, 55),
    ),
    Project(
        key="BP-2",
        name="Strandsneglen, fortætning",
        form="infill",
        estate="202-07",
        handed_over_on=date(2024, 9, 1),
        sizes=_sizes("TI-07", 36, 36, 38, 38, 40, 40, 42, 42, 50, 51, 52, 53, 54, 55.5, 56),
    ),
    Project(
        key="BP-3",
        name="Regnskyllet, fortætning",
        form="infill",
        estate="204-06",
        handed_over_on=date(2025, 2, 1),
        sizes=(
            *_sizes("", 34, 34, 36, 36, 38, 72, 74, 76, 78, 80, None),
            *_sizes("TI-07", None),
        ),
    ),
    Project(
        key="BP-4",
        name="Musvittens Top",
        form="new_estate",
        estate="205-06",
        handed_over_on=date(2025, 6, 1),
        sizes=_sizes("", *range(68, 88, 2)),
    ),
    Project(
        key="BP-5",
        name="Skadesvinget Syd",
        form="new_estate",
        estate="205-05",
        handed_over_on=date(2025, 10, 1),
        sizes=_sizes("", *[45] * 6, 70, 72, 74, 76),
    ),
    Project(
        key="BP-6",
        name="Morgenstjernen Syd, fortætning",
        form="infill",
        estate="201-04",
        handed_over_on=date(2026, 3, 1),
        sizes=(*_sizes("TI-07", 38, 40), *_sizes("", 40, 75)),
    ),
    Project(
        key="BP-7",
        name="Ravneskrænten, fortætning",
        form="infill",
        estate="205-01",
        handed_over_on=date(2024, 11, 1),
        sizes=(*_sizes("TI-05", 36, 38), *_sizes("", 74), *_sizes("TI-09", 54)),
    ),
)
_OFFERED_LATE = {
    "BP-1-01": 0,
    "BP-2-02": 0,
    "BP-1-03": 1,
    "BP-2-04": 1,
}
"""So many days after the first letting; the others were offered thirty days before it."""
_NEVER_OFFERED = frozenset({"BP-3-02", "BP-3-11"})
OLD_STOCK = {"201-07": 64, "202-07": 57}
"""Estates of which every dwelling is in the delivery: so many were there before."""
VACANT_AGAIN = (
    ("LN001", "BP-1-02", date(2025, 8, 1), date(2025, 7, 10)),
    ("LN002", "BP-1-09", date(2025, 9, 1), None),
    ("LN003", "BP-1-05", date(2026, 4, 1), date(2026, 3, 12)),
    ("LN004", "BP-1-10", date(2026, 6, 1), None),
)
"""New dwellings that fell vacant again: key of the vacancy, the dwelling, the day, and when it was offered."""


def new_dwellings() -> Iterator[NewDwelling]:
    """Every dwelling of every project. Large ones built without a grant are let without being offered."""
    for project in PROJECTS:
        for number, (tenths, grant) in enumerate(project.sizes, start=1):
            key = f"{project.key}-{number:02d}"
            let = project.handed_over_on + timedelta(days=14)
            offered: date | None = let - _BEFORE
            if key in _OFFERED_LATE:
                offered = let + _OFFERED_LATE[key] * _DAY
            elif key in _NEVER_OFFERED or (not grant and tenths is not None and tenths > 450):
                offered = None
            yield NewDwelling(key=key, project=project, number=number, tenths=tenths, grant=grant, offered_on=offered)


def expect_building(plan: Plan) -> None:
    """Note what is planted in the projects."""
    plan.expected += [
        Expected(rule=rule, subject=subject, outcome=outcome, key=key, period=period, note=note)
        for rule, subject, outcome, key, period, note in _PLANTED
    ]
    for day in ("2024-12-31", "2025-12-31", "2026-12-31"):
        for outcome, estate, note in (
            ("near_miss", "201-07", "16 of 80 dwellings are exactly 20 %"),
            ("breach", "202-07", "15 of 72 dwellings are more than 20 %"),
        ):
            plan.expected.append(
                Expected(rule=A_FIFTH, subject="dwellings", outcome=outcome, key=estate, period=day, note=note)
            )


_P, _N, _V = "building_project", "new_dwelling", "vacancy"
_PLANTED: tuple[tuple[str, str, str, str, str, str], ...] = (
    (HALF, _P, "near_miss", "BP-1", "whole", "8 of 16 are small: exactly half"),
    (HALF, _P, "near_miss", "BP-7", "whole", "2 of 4 are small: exactly half"),
    (HALF, _P, "depends", "BP-2", "whole", "8 of 15 are small by their size; what a low rent is, is not known"),
    (HALF, _P, "depends", "BP-6", "whole", "3 of 4 are small by their size; what a low rent is, is not known"),
    (HALF, _P, "undetermined", "BP-3", "whole", "5 of 12 are small, and the size of two is blank"),
    (HALF, _P, "depends", "BP-5", "whole", "6 of 10 have 45 m2, which the reading of between counts or not"),
    (SOME, _P, "depends", "BP-4", "whole", "no dwelling is small"),
    (FIRST, _N, "near_miss", "BP-1-01", "", "offered on the day it was first let"),
    (FIRST, _N, "near_miss", "BP-2-02", "", "offered on the day it was first let"),
    (FIRST, _N, "breach", "BP-1-03", "", "offered the day after it was first let"),
    (FIRST, _N, "breach", "BP-2-04", "", "offered the day after it was first let"),
    (FIRST, _N, "depends", "BP-3-02", "", "small by its size, and never offered; what a low rent is, is not known"),
    (FIRST, _N, "undetermined", "BP-3-11", "", "never offered, and its size is blank"),
    (AGAIN, _V, "depends", "LN002", "", "vacant again and not offered: a breach if the right holds every time"),
    (AGAIN, _V, "depends", "LN004", "", "vacant again and not offered: a breach if the right holds every time"),
    (A_FIFTH, "dwellings", "near_miss", "202-07", "2023-12-31", "none of the new dwellings is in use yet"),
)

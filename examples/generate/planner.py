"""The whole plan, in order: borders first, then the shares, then the households, then what is planted in them."""

from __future__ import annotations

from .answers import add_shares
from .boundaries import plant_boundaries
from .days import Draws
from .doubts import note_doubts
from .persons import people
from .placements import note_placements
from .places import LEVEL_2
from .plan import Plan
from .schedule import fill
from .statute import note_undated, plant_month_ends, plant_statute


def make_plan(seed: int) -> Plan:
    """Plan every case and every expectation; the keys of the records are given here, in the order of the days."""
    draws = Draws(seed)
    plan = Plan()
    plant_boundaries(plan)
    plant_month_ends(plan)
    fill(plan, draws)
    people(plan, draws)
    plant_statute(plan, draws)
    note_undated(plan)
    note_doubts(plan)
    add_shares(plan)
    note_placements(plan)
    plan.cases.sort(key=lambda case: (case.vacant_on, case.estate.key))
    for number, case in enumerate(plan.cases, start=1):
        case.number = number
    _special_criteria(plan)
    return plan


def _special_criteria(plan: Plan) -> None:
    """Three of four assignments at level 2 meet the special criteria, each year beginning with three that do."""
    counts: dict[tuple[str, int], int] = {}
    for case in sorted(plan.cases, key=lambda case: (case.assigned_on or case.vacant_on, case.number)):
        if case.assigned_on is None:
            continue
        place = (case.estate.key, case.assigned_on.year)
        counts[place] = counts.get(place, 0) + 1
        level_2 = LEVEL_2 in case.estate.stretch(case.assigned_on).levels
        case.special = counts[place] % 4 != 0 if level_2 else counts[place] % 3 == 0

"""Cases at the borders: levels that change over night, level 3, rehousing, and cells left blank.

The planned days decide what is found: the last day before a change is a near miss, the first day after it a breach.
"""

from __future__ import annotations

from datetime import date

from .plan import Case, Plan
from .world import ESTATE

NO_ASSIGNMENT_3, NO_OFFER_3 = "no_assignment_at_level_3", "no_offer_at_level_3"
FLEXIBLE_2, FLEXIBLE_3 = "other_lettings_flexible_at_level_2", "lettings_flexible_at_level_3"
FLEXIBLE_BY_LAW = "flexible_letting_in_designated_areas"
NO_LETTING_R, NO_ASSIGNMENT_R = "no_letting_during_rehousing", "no_assignment_during_rehousing"

_TIGHTENED, _ORDINARY = ("flexible", "tightened"), ("flexible", "ordinary")
_LISTED, _ASSIGNED = ("waiting_list", "none"), ("assignment", "none")
_UNDATED = date(2024, 8, 20)


def plant_boundaries(plan: Plan) -> None:
    """Add the cases and note what is expected of each."""
    _change_of_list(plan)
    _level_3(plan)
    _plan_area(plan)
    _level_2(plan)
    _rehousing(plan)
    _blank_cells(plan)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def planned_offer(plan: Plan, estate: str, days: str, letting: tuple[str | None, str | None] = _ASSIGNED) -> Case:
    """A case offered to the municipality. Days: vacant, offered, answered, assigned (- where declined), let."""
    vacant, offered, answered, assigned, let = days.split()
    case = Case(
        estate=ESTATE[estate],
        vacant_on=date.fromisoformat(vacant),
        offered_on=date.fromisoformat(offered),
        answered_on=date.fromisoformat(answered),
        accepted=assigned != "-",
        assigned_on=_day(assigned.strip("-")),
        let_on=date.fromisoformat(let),
        letting_type=letting[0],
        criteria=letting[1],
        fixed=True,
    )
    plan.cases.append(case)
    return case


def _let(plan: Plan, estate: str, days: str, letting: tuple[str | None, str | None]) -> Case:
    """A case that was not offered. Days: vacant, let."""
    vacant, let = (date.fromisoformat(day) for day in days.split())
    case = Case(
        estate=ESTATE[estate], vacant_on=vacant, let_on=let, letting_type=letting[0], criteria=letting[1], fixed=True
    )
    plan.cases.append(case)
    return case


def _change_of_list(plan: Plan) -> None:
    """202-03 is a prevention area until 30 November 2024, a vulnerable one from the list of 1 December."""
    case = planned_offer(plan, "202-03", "2024-11-18 2024-11-22 2024-11-26 2024-11-29 2024-11-29", _ASSIGNED)
    plan.expect("near_miss", NO_ASSIGNMENT_3, case, "assignment", "two days before the list that makes it level 3")
    case = planned_offer(plan, "202-03", "2024-11-19 2024-11-25 2024-11-28 2024-11-30 2024-11-30", _ASSIGNED)
    plan.expect("near_miss", NO_ASSIGNMENT_3, case, "assignment", "the day before the list that makes it level 3")
    case = planned_offer(plan, "202-03", "2024-11-20 2024-11-26 2024-11-29 2024-12-01 2024-12-20", _TIGHTENED)
    plan.expect("near_miss", NO_OFFER_3, case, "offer", "offered five days before the list that makes it level 3")
    plan.expect("breach", NO_ASSIGNMENT_3, case, "assignment", "the very day of the list; the household withdrew")
    case = planned_offer(plan, "202-03", "2024-11-22 2024-11-30 2024-12-03 - 2024-12-17", _TIGHTENED)
    plan.expect("near_miss", NO_OFFER_3, case, "offer", "the day before the list that makes it level 3")
    case = planned_offer(plan, "202-03", "2024-11-25 2024-12-01 2024-12-04 - 2024-12-18", _TIGHTENED)
    plan.expect("breach", NO_OFFER_3, case, "offer", "vacant at level 2, offered on the very day of the list")
    case = _let(plan, "202-03", "2024-11-12 2024-11-30", _ORDINARY)
    plan.expect("near_miss", FLEXIBLE_3, case, "letting", "ordinary criteria on the last day at level 2")
    case = _let(plan, "202-03", "2024-11-13 2024-12-01", _ORDINARY)
    plan.expect("breach", FLEXIBLE_3, case, "letting", "ordinary criteria on the first day at level 3")


def _level_3(plan: Plan) -> None:
    places = (
        ("204-03", "2023-05-02 2023-05-05 2023-05-09 2023-05-12 2023-06-05", "transformation area"),
        ("204-03", "2024-03-04 2024-03-07 2024-03-11 2024-03-14 2024-04-03", "transformation area"),
        ("202-03", "2025-06-02 2025-06-05 2025-06-10 2025-06-13 2025-07-04", "vulnerable area since 1-12-2024"),
    )
    for estate, days, why in places:
        case = planned_offer(plan, estate, days, _TIGHTENED)
        plan.expect("breach", NO_OFFER_3, case, "offer", why)
        plan.expect("breach", NO_ASSIGNMENT_3, case, "assignment", f"{why}; the household withdrew")
    case = planned_offer(plan, "204-03", "2025-09-01 2025-09-04 2025-09-09 - 2025-09-22", _TIGHTENED)
    plan.expect("breach", NO_OFFER_3, case, "offer", "an offer is a breach though it was declined")
    case = _let(plan, "204-03", "2023-10-02 2023-10-20", _LISTED)
    plan.expect("breach", FLEXIBLE_3, case, "letting", "let from the ordinary waiting list")
    plan.expect("breach", FLEXIBLE_BY_LAW, case, "letting", "a transformation area, let from the waiting list")
    case = _let(plan, "204-03", "2025-02-03 2025-02-21", _ORDINARY)
    plan.expect("breach", FLEXIBLE_3, case, "letting", "flexible, but by the ordinary criteria")
    plan.expect("near_miss", FLEXIBLE_BY_LAW, case, "letting", "the act asks for criteria, not for the tightened ones")
    case = _let(plan, "202-03", "2026-03-02 2026-03-20", _LISTED)
    plan.expect("breach", FLEXIBLE_3, case, "letting", "let from the ordinary waiting list")
    plan.expect("breach", FLEXIBLE_BY_LAW, case, "letting", "a vulnerable area, let from the waiting list")
    case = _let(plan, "204-03", "2024-06-03 2024-06-14", ("rehousing", "none"))
    plan.expect("near_miss", FLEXIBLE_3, case, "letting", "rehousing needs no criteria")
    case = _let(plan, "202-03", "2026-09-07 2026-09-18", ("rehousing", "none"))
    plan.expect("near_miss", FLEXIBLE_3, case, "letting", "rehousing needs no criteria")
    plan.expect("near_miss", FLEXIBLE_BY_LAW, case, "letting", "rehousing needs no criteria by the act either")


def _plan_area(plan: Plan) -> None:
    """203-03 is a prevention area under a plan: level 3, unless level 2 goes first; `doubts` notes what follows."""
    planned_offer(plan, "203-03", "2023-06-05 2023-06-08 2023-06-13 - 2023-06-26", _TIGHTENED)
    planned_offer(plan, "203-03", "2024-09-02 2024-09-05 2024-09-09 2024-09-12 2024-10-02", _TIGHTENED)
    _let(plan, "203-03", "2025-05-05 2025-05-23", _ORDINARY)
    case = _let(plan, "203-03", "2026-03-02 2026-03-20", _LISTED)
    plan.expect("breach", FLEXIBLE_BY_LAW, case, "letting", "a prevention area, let from the list")


def _level_2(plan: Plan) -> None:
    case = _let(plan, "205-01", "2023-08-01 2023-08-18", _LISTED)
    plan.expect("breach", FLEXIBLE_2, case, "letting", "a small estate with high figures, let from the waiting list")
    plan.expect("near_miss", FLEXIBLE_BY_LAW, case, "letting", "a small estate that is not designated")
    case = _let(plan, "201-03", "2023-03-01 2023-03-17", _LISTED)
    plan.expect("breach", FLEXIBLE_2, case, "letting", "a prevention area, let from the waiting list")
    plan.expect("breach", FLEXIBLE_BY_LAW, case, "letting", "a prevention area, let from the waiting list")
    case = _let(plan, "203-02", "2024-12-11 2025-01-01", _LISTED)
    plan.expect("breach", FLEXIBLE_2, case, "letting", "the first day at level 2")
    case = _let(plan, "204-02", "2024-12-08 2024-12-31", _LISTED)
    plan.expect("breach", FLEXIBLE_2, case, "letting", "the last day at level 2")
    case = _let(plan, "203-02", "2024-12-10 2024-12-31", _LISTED)
    plan.expect("near_miss", FLEXIBLE_2, case, "letting", "the last day at level 1")
    case = _let(plan, "204-02", "2024-12-12 2025-01-01", _LISTED)
    plan.expect("near_miss", FLEXIBLE_2, case, "letting", "the first day at level 1")


def _rehousing(plan: Plan) -> None:
    """205-03 is kept outside the model until 31 December 2024."""
    case = _let(plan, "205-03", "2023-03-13 2023-04-03", _LISTED)
    plan.expect("breach", NO_LETTING_R, case, "letting", "waiting list while tenants were to be rehoused")
    case = _let(plan, "205-03", "2023-11-01 2023-11-20", _ORDINARY)
    plan.expect("breach", NO_LETTING_R, case, "letting", "flexible letting while tenants were to be rehoused")
    for days in (
        "2024-05-06 2024-05-10 2024-05-14 2024-05-17 2024-05-24",
        "2024-09-02 2024-09-05 2024-09-09 2024-09-12 2024-09-20",
    ):
        case = planned_offer(plan, "205-03", days, _ASSIGNED)
        plan.expect("breach", NO_ASSIGNMENT_R, case, "assignment", "assigned while tenants were to be rehoused")
        plan.expect("breach", NO_LETTING_R, case, "letting", "let to an assigned household in that time")
    case = _let(plan, "205-03", "2024-02-05 2024-02-23", ("exchange", "none"))
    plan.expect("near_miss", NO_LETTING_R, case, "letting", "an exchange is neither waiting list nor assignment")
    case = _let(plan, "205-03", "2024-12-09 2025-01-01", _LISTED)
    plan.expect("near_miss", NO_LETTING_R, case, "letting", "the day after the rehousing ended")
    case = planned_offer(plan, "205-03", "2024-12-10 2024-12-16 2024-12-20 2025-01-01 2025-01-03", _ASSIGNED)
    plan.expect("near_miss", NO_ASSIGNMENT_R, case, "assignment", "the day after the rehousing ended")
    case = planned_offer(plan, "205-03", "2025-01-02 2025-01-03 2025-01-06 2025-01-07 2025-01-10", _ASSIGNED)
    plan.expect("near_miss", NO_ASSIGNMENT_R, case, "assignment", "a week after the rehousing ended")


def _blank_cells(plan: Plan) -> None:
    case = planned_offer(plan, "202-03", f"2024-08-05 2024-08-08 2024-08-13 {_UNDATED} 2024-08-28", _ASSIGNED)
    case.undated = True
    case = _let(plan, "205-01", "2025-10-06 2025-10-17", (None, None))
    plan.expect("undetermined", FLEXIBLE_2, case, "letting", "the type of letting is blank")
    case = _let(plan, "204-03", "2026-05-04 2026-05-22", (None, None))
    plan.expect("undetermined", FLEXIBLE_3, case, "letting", "the type of letting is blank")
    plan.expect("undetermined", FLEXIBLE_BY_LAW, case, "letting", "the type of letting is blank")
    case = _let(plan, "204-03", "2026-02-02 2026-02-19", ("flexible", None))
    plan.expect("undetermined", FLEXIBLE_3, case, "letting", "flexible, but the set of criteria is blank")

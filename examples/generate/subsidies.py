"""Grants and the dwellings they were used for (5.3, 5.4): rents, days and areas at each limit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from .building import AREA, LARGEST, NewDwelling, new_dwellings
from .days import Draws
from .places import LEVEL_1, LEVEL_2
from .plan import Case, Expected, Plan
from .world import AREAS

RENT_IN_TIME, BUILDING_IN_TIME = "rent_subsidy_applied_for_in_time", "new_build_applied_for_in_time"
RENT, RENT_AREA = "rent_of_the_subsidised_dwelling", "no_rent_subsidy_in_a_designated_area"
IN_USE, OFFERED = "dwelling_in_use_at_the_application", "rent_subsidy_only_in_dwellings_for_assignment"

_DAY = timedelta(days=1)
_ORDINARY = 12
_LISTED = frozenset(area.key for area in AREAS if area.lists)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """Money granted: for rents or for building, in which round; None is a blank cell."""

    key: str
    scheme: str
    round: int
    applied_on: date | None
    granted_on: date
    outcome: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidy:
    """A dwelling for which a grant was used: that of a case, or a new one."""

    key: str
    grant: str
    paid_from: date
    case: Case | None = None
    new: NewDwelling | None = None
    rent: Decimal | None = None
    in_use_from: date | None = None
    in_use_known: bool = True


_R, _B = "rent_reduction", "building"
GRANTS = (
    Grant(
        key="TI-01",
        scheme=_R,
        round=1,
        applied_on=date(2022, 9, 30),
        granted_on=date(2023, 1, 16),
        outcome="near_miss",
        note="applied for on the last day",
    ),
    Grant(
        key="TI-02",
        scheme=_R,
        round=1,
        applied_on=date(2022, 10, 1),
        granted_on=date(2023, 2, 1),
        outcome="breach",
        note="applied for the day after the last",
    ),
    Grant(
        key="TI-03",
        scheme=_R,
        round=1,
        applied_on=date(2022, 10, 3),
        granted_on=date(2023, 2, 1),
        outcome="breach",
        note="the last day was a Friday; applied for on the Monday after",
    ),
    Grant(
        key="TI-04",
        scheme=_R,
        round=2,
        applied_on=date(2023, 5, 15),
        granted_on=date(2023, 8, 1),
        outcome="depends",
        note="applied for in the second round",
    ),
    Grant(
        key="TI-05",
        scheme=_B,
        round=1,
        applied_on=date(2022, 9, 30),
        granted_on=date(2023, 1, 20),
        outcome="near_miss",
        note="applied for on the last day",
    ),
    Grant(
        key="TI-06",
        scheme=_B,
        round=1,
        applied_on=date(2022, 10, 1),
        granted_on=date(2023, 2, 3),
        outcome="breach",
        note="applied for the day after the last",
    ),
    Grant(
        key="TI-07",
        scheme=_B,
        round=2,
        applied_on=date(2023, 5, 12),
        granted_on=date(2023, 9, 1),
        outcome="near_miss",
        note="the second round has no last day in the agreement",
    ),
    Grant(
        key="TI-08",
        scheme=_R,
        round=1,
        applied_on=date(2022, 9, 29),
        granted_on=date(2023, 1, 16),
        outcome="near_miss",
        note="applied for the day before the last",
    ),
    Grant(
        key="TI-09",
        scheme=_B,
        round=1,
        applied_on=None,
        granted_on=date(2023, 1, 20),
        outcome="undetermined",
        note="the day of the application is blank",
    ),
    Grant(
        key="TI-10",
        scheme=_B,
        round=1,
        applied_on=date(2022, 10, 4),
        granted_on=date(2023, 2, 3),
        outcome="breach",
        note="applied for four days late",
    ),
)


def plan_subsidies(plan: Plan, draws: Draws) -> None:
    """Grants, ordinary and planted subsidies of rents, and those of the new dwellings."""
    for grant in GRANTS:
        rule = RENT_IN_TIME if grant.scheme == _R else BUILDING_IN_TIME
        _expect(plan, rule, "grant", grant.key, grant.outcome, grant.note)
    pool = draws.shuffled([case for case in plan.cases if _usable(plan, case)])
    for _ in range(_ORDINARY):
        case = _take(pool, _quiet)
        grant = draws.pick(("TI-01", "TI-04")) if _offered(case) >= date(2023, 9, 1) else "TI-01"
        rent = Decimal(f"{draws.between(4510, 4990)}.00")
        _add(plan, case, grant, _offered(case) + timedelta(days=30), rent)
    for kind, rent_text, outcome, rule, note in _PLANTED:
        _plant(plan, pool, draws, kind, rent_text, (rule, outcome, note))
    for new in new_dwellings():
        if new.grant:
            _add_new(plan, new)


def _usable(plan: Plan, case: Case) -> bool:
    taken = any(lease.case is case for lease in plan.leases)
    return case.dwelling_kind == "family" and date(2023, 3, 1) <= case.vacant_on <= date(2026, 9, 30) and not taken


def _offered(case: Case) -> date:
    if case.offered_on is None:
        raise ValueError("a dwelling that was not offered")
    return case.offered_on


def _take(pool: list[Case], wanted: Callable[[Case], bool]) -> Case:
    return pool.pop(next(at for at, case in enumerate(pool) if wanted(case)))


def _quiet(case: Case) -> bool:
    """Assigned, in an estate that is on no list and certainly at level 1."""
    return case.accepted and case.offered_on is not None and _level(case) == LEVEL_1 and not _listed(case)


def _never(case: Case) -> bool:
    return case.offered_on is None and _level(case) == LEVEL_1 and not _listed(case)


def _level_2(case: Case) -> bool:
    return case.accepted and case.offered_on is not None and _level(case) == LEVEL_2 and not _listed(case)


def _designated(case: Case) -> bool:
    return case.accepted and case.offered_on is not None and case.estate.key == "201-03"


def _level(case: Case) -> str:
    return case.estate.stretch(case.vacant_on).certain


def _listed(case: Case) -> bool:
    return case.estate.area in _LISTED


_KINDS: dict[str, Callable[[Case], bool]] = {"never": _never, "level 2": _level_2, "designated": _designated}


def _plant(
    plan: Plan, pool: list[Case], draws: Draws, kind: str, rent_text: str, expected: tuple[str, str, str]
) -> None:
    case = _take(pool, _KINDS.get(kind, _quiet))
    rent = Decimal(f"{draws.between(4510, 4990)}.00")
    if rent_text:
        rent_given = None if rent_text == "-" else Decimal(rent_text)
    else:
        rent_given = rent
    paid = (case.offered_on or case.vacant_on) + timedelta(days={"same day": 0, "before": -1}.get(kind, 30))
    in_use = date.fromisoformat(kind[7:]) if kind.startswith("in use ") else None
    key = _add(plan, case, "TI-01", paid, rent_given, in_use, known=kind != "in use?")
    rule, outcome, note = expected
    _expect(plan, rule, "subsidy", key, outcome, note)


def _add(
    plan: Plan,
    case: Case,
    grant: str,
    paid: date,
    rent: Decimal | None,
    in_use: date | None = None,
    *,
    known: bool = True,
) -> str:
    key = f"TS-{len(plan.subsidies) + 1:03d}"
    plan.subsidies.append(
        Subsidy(key=key, grant=grant, case=case, paid_from=paid, rent=rent, in_use_from=in_use, in_use_known=known)
    )
    return key


def _add_new(plan: Plan, new: NewDwelling) -> None:
    key = f"TS-{len(plan.subsidies) + 1:03d}"
    plan.subsidies.append(Subsidy(key=key, grant=new.grant, new=new, paid_from=new.project.handed_over_on))
    if new.tenths is None:
        _expect(plan, LARGEST, "subsidy", key, "undetermined", "its size is blank")
    elif new.tenths > 550:
        _expect(plan, LARGEST, "subsidy", key, "breach", "larger than 55 m2")
    elif new.tenths == 550:
        _expect(plan, LARGEST, "subsidy", key, "near_miss", "exactly 55 m2")
    if new.project.estate == "201-04":
        _expect(plan, AREA, "subsidy", key, "breach", "in a prevention area on the day of the application")
    elif new.grant == "TI-09":
        _expect(plan, AREA, "subsidy", key, "undetermined", "the day of the application is blank")
    elif new.project.estate == "205-01":
        _expect(plan, AREA, "subsidy", key, "near_miss", "at level 2, but not in a designated area")


def _expect(plan: Plan, rule: str, subject: str, key: str, outcome: str, note: str) -> None:
    plan.expected.append(Expected(rule=rule, subject=subject, outcome=outcome, key=key, note=note))


_PLANTED: tuple[tuple[str, str, str, str, str], ...] = (
    ("", "4500.00", "depends", RENT, "exactly 4,500 kroner"),
    ("", "5000.00", "depends", RENT, "exactly 5,000 kroner"),
    ("", "4499.99", "breach", RENT, "an øre below 4,500 kroner"),
    ("", "5000.01", "breach", RENT, "an øre above 5,000 kroner"),
    ("", "4500.01", "near_miss", RENT, "an øre above 4,500 kroner"),
    ("", "4999.99", "near_miss", RENT, "an øre below 5,000 kroner"),
    ("", "-", "undetermined", RENT, "the rent is blank"),
    ("designated", "", "breach", RENT_AREA, "in a prevention area"),
    ("designated", "", "breach", RENT_AREA, "in a prevention area"),
    ("level 2", "", "near_miss", RENT_AREA, "at level 2, but not in a designated area"),
    ("level 2", "", "near_miss", RENT_AREA, "at level 2, but not in a designated area"),
    ("in use 2022-09-30", "", "near_miss", IN_USE, "taken into use on the day of the application"),
    ("in use 2022-09-29", "", "near_miss", IN_USE, "taken into use the day before the application"),
    ("in use 2022-10-01", "", "breach", IN_USE, "taken into use the day after the application"),
    ("in use 2022-11-01", "", "breach", IN_USE, "taken into use a month after the application"),
    ("in use?", "", "undetermined", IN_USE, "the day it was taken into use is blank"),
    ("never", "", "depends", OFFERED, "never made available"),
    ("never", "", "depends", OFFERED, "never made available"),
    ("before", "", "depends", OFFERED, "made available the day after the subsidy began"),
    ("same day", "", "near_miss", OFFERED, "made available on the day the subsidy began"),
    ("same day", "", "near_miss", OFFERED, "made available on the day the subsidy began"),
)

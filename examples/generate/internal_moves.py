"""Transfers and other rights of priority in designated estates (5.6): by criteria, without them, exempted or not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .doubts import READINGS, REASONS
from .places import FIRST_DAY, LAST_DAY, LEVEL_1, LEVEL_2
from .plan import Case, Plan
from .world import AREAS

BY_CRITERIA = "transfers_by_flexible_criteria_in_designated_estates"
AT_LEVEL_2, BY_LAW = "other_lettings_flexible_at_level_2", "flexible_letting_in_designated_areas"
EXEMPTED = "flytning inden for afdelingen er undtaget ved aftale"
CRITERIA_SET = "criteria_set_follows_the_level"
_LISTED = frozenset(area.key for area in AREAS if area.lists)
_CHANGE_OF_LAW = date(2024, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Move:
    """A letting that was made a transfer, and what comes of it: by 5.6, at level 2 and by the act."""

    note: str
    later: bool
    outcomes: tuple[str, str, str]
    criteria: str = "none"
    how: str = "internal"
    within: bool | None = True
    exempted: bool | None = False


_MOVES = (
    _Move(note="inside the estate, without criteria", later=False, outcomes=("breach",) * 3),
    _Move(note="inside the estate, by the criteria", later=False, outcomes=("near_miss",) * 3, criteria="ordinary"),
    _Move(note="exempted by agreement before 2024", later=False, outcomes=("breach",) * 3, exempted=True),
    _Move(
        note="exempted by agreement from 2024", later=True, outcomes=("depends", "depends", "near_miss"), exempted=True
    ),
    _Move(note="without criteria, not exempted", later=True, outcomes=("breach",) * 3),
    _Move(
        note="whether it was exempted is blank",
        later=True,
        outcomes=("depends", "depends", "undetermined"),
        exempted=None,
    ),
    _Move(note="across estates, without criteria", later=True, outcomes=("breach",) * 3, within=False),
    _Move(
        note="across estates from 2024, although attested as exempted",
        later=True,
        outcomes=("breach",) * 3,
        within=False,
        exempted=True,
    ),
    _Move(
        note="across estates, by the criteria",
        later=True,
        outcomes=("near_miss",) * 3,
        criteria="ordinary",
        within=False,
    ),
    _Move(
        note="another right of priority, without criteria",
        later=True,
        outcomes=("breach",) * 3,
        how="priority_right",
        within=None,
    ),
    _Move(
        note="another right of priority, by the criteria",
        later=True,
        outcomes=("near_miss",) * 3,
        criteria="ordinary",
        how="priority_right",
        within=None,
    ),
)


def plant_internal_moves(plan: Plan) -> None:
    """Make transfers of some flexible lettings of prevention areas; they were let by the criteria before."""
    for later in (False, True):
        pool = [case for case in plan.cases if _usable(case) and (_let(case) >= _CHANGE_OF_LAW) is later]
        moves = [move for move in _MOVES if move.later is later]
        step = len(pool) // len(moves)
        for position, move in enumerate(moves):
            case = pool[position * step]
            case.letting_type, case.criteria, case.within_estate = move.how, move.criteria, move.within
            plan.statements.append((EXEMPTED, "letting", case.key("letting"), move.exempted, _let(case)))
            for rule, outcome in zip((BY_CRITERIA, AT_LEVEL_2, BY_LAW), move.outcomes, strict=True):
                plan.expect(outcome, rule, case, "letting", move.note)


def note_blank_types(plan: Plan) -> None:
    """How a dwelling was let is blank: it may have been a transfer, and at levels 1 and 2 a flexible letting."""
    for case in plan.cases:
        if case.let_on is None or not FIRST_DAY <= case.let_on <= LAST_DAY:
            continue
        stretch = case.estate.stretch(case.let_on)
        if case.letting_type is None and case.dwelling_kind == "family" and case.estate.area in _LISTED:
            plan.expect("undetermined", BY_CRITERIA, case, "letting", "the type of letting is blank")
        maybe = stretch.doubt and stretch.doubt not in READINGS
        if case.letting_type == "flexible" and maybe and case.criteria != "ordinary":
            plan.expect("undetermined", CRITERIA_SET, case, "letting", REASONS[stretch.doubt])
        elif case.letting_type is None and stretch.certain in (LEVEL_1, LEVEL_2) and case.criteria != "ordinary":
            plan.expect("undetermined", CRITERIA_SET, case, "letting", "the type of letting is blank")


def _usable(case: Case) -> bool:
    if case.let_on is None or not date(2023, 2, 1) <= case.let_on <= date(2026, 11, 30):
        return False
    stretch = case.estate.stretch(case.let_on)
    flexible = case.letting_type == "flexible" and case.criteria == "ordinary" and not case.fixed
    return stretch.certain == LEVEL_2 and stretch.prevention and flexible and case.dwelling_kind == "family"


def _let(case: Case) -> date:
    if case.let_on is None:
        raise ValueError("a letting without a day")
    return case.let_on

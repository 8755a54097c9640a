"""What cannot be decided, or depends on a reading, because an estate's place in the model is in doubt."""

from __future__ import annotations

from collections.abc import Iterator

from .boundaries import FLEXIBLE_2, FLEXIBLE_3, NO_ASSIGNMENT_3, NO_OFFER_3
from .places import FIRST_DAY, LAST_DAY, LEVEL_2, LEVEL_3, Stretch
from .plan import Case, Plan

PLACED = "every_estate_is_placed"
READINGS = ("limit", "ranking")
"""The doubts that a reading settles."""

REASONS = {
    "uncovered": "the estate fits no level: 1,200 residents, 41 % outside work",
    "missing": "the estate's figures are suppressed: level 1 or 2",
    "conflict": "two sources differ about the 2022 list: level 2 or 3",
    "limit": "1.50 % convicted: level 1 while the limit is 1.56 %, level 2 or no level if it moves to 1.45 %",
    "ranking": "a prevention area under a plan: level 3, or level 2 if 3.3 goes before 3.4",
}


def note_doubts(plan: Plan) -> None:
    """Add what is expected of each record whose estate's level is in doubt."""
    for case in plan.cases:
        for rule, subject, stretch in _touched(case):
            outcome = "depends" if stretch.doubt in READINGS else "undetermined"
            plan.expect(outcome, rule, case, subject, REASONS[stretch.doubt])


def _touched(case: Case) -> Iterator[tuple[str, str, Stretch]]:
    """The rules whose outcome for a record turns on a level that is in doubt on the record's day."""
    at = case.estate.stretch
    if FIRST_DAY <= case.vacant_on <= LAST_DAY and at(case.vacant_on).doubt not in ("", "ranking"):
        yield PLACED, "vacancy", at(case.vacant_on)
    if case.offered_on and _maybe(at(case.offered_on), LEVEL_3):
        yield NO_OFFER_3, "offer", at(case.offered_on)
    if case.assigned_on and _maybe(at(case.assigned_on), LEVEL_3):
        yield NO_ASSIGNMENT_3, "assignment", at(case.assigned_on)
    if case.let_on is None or not FIRST_DAY <= case.let_on <= LAST_DAY:
        return
    if case.letting_type not in ("assignment", "flexible", "rehousing") and _maybe(at(case.let_on), LEVEL_2):
        yield FLEXIBLE_2, "letting", at(case.let_on)
    tightened = case.letting_type == "flexible" and case.criteria == "tightened"
    if case.letting_type != "rehousing" and not tightened and _maybe(at(case.let_on), LEVEL_3):
        yield FLEXIBLE_3, "letting", at(case.let_on)


def _maybe(stretch: Stretch, level: str) -> bool:
    """Whether the level is in doubt: what may belong to no level at all may, for a rule, be at any."""
    return bool(stretch.doubt) and (stretch.doubt != "ranking" or level in stretch.levels)

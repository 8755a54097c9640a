"""Which assignments meet the special criteria: at level 2 every second one in the estate must (3.3)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .boundaries import planned_offer
from .neighbours import BECAME_VULNERABLE
from .places import FIRST_DAY, LAST_DAY, LEVEL_2
from .plan import Case, Plan
from .sequences import Position, agree, in_all_readings, in_doubt, positions, steps
from .world import ESTATES

EVERY_SECOND = "every_second_assignment_by_special_criteria"

_PATTERNS = {
    ("201-04", FIRST_DAY): ("n~ y n y n~ y n y", "every second one, as late as it may be"),
    ("203-02", FIRST_DAY): ("n n! n! y! y y", "two too few, and then made good"),
    ("203-08", FIRST_DAY): ("y y y", ""),
    ("203-08", BECAME_VULNERABLE): ("n n! y y", "the estate was at level 3 for a year, so the count begins afresh"),
    ("204-02", FIRST_DAY): ("y n u n? y y", "the criteria of the third are blank"),
    ("204-07", FIRST_DAY): ("n n! n!", "none before the estate came to level 3"),
    ("204-07", BECAME_VULNERABLE): ("n~ y n~ y", "the count begins afresh, whatever was missing before level 3"),
    ("205-01", FIRST_DAY): ("y y u~ n y n n n? y y", "the third is blank, which matters only at the eighth"),
    ("205-04", FIRST_DAY): ("n n? y y? n y y n~ y", "two of one day; which came first decides, or does not"),
}
"""By estate and the first day of the level before (the agreement's, where there is none): the first assignments."""

_SAME_DAY = (
    "2023-01-30 2023-02-01 2023-02-03 2023-02-06 2023-02-08",
    "2023-02-20 2023-02-23 2023-02-28 2023-03-06 2023-03-08",
    "2023-02-21 2023-02-24 2023-03-01 2023-03-06 2023-03-09",
    "2023-04-24 2023-04-26 2023-05-01 2023-05-08 2023-05-10",
    "2023-04-25 2023-04-27 2023-05-02 2023-05-08 2023-05-11",
    "2023-05-22 2023-05-24 2023-05-30 2023-06-05 2023-06-07",
    "2023-06-19 2023-06-21 2023-06-26 2023-07-03 2023-07-05",
    "2023-08-21 2023-08-23 2023-08-28 2023-09-04 2023-09-06",
    "2023-08-22 2023-08-24 2023-08-29 2023-09-04 2023-09-07",
)


def plant_same_day(plan: Plan) -> None:
    """All the assignments of 205-04 in 2023: three times two on one day."""
    for days in _SAME_DAY:
        planned_offer(plan, "205-04", days)


def special_criteria(plan: Plan) -> None:
    """Say of every assignment whether it meets the criteria, and what is expected of it."""
    counts: dict[str, int] = {}
    for case in _in_order(plan):
        counts[case.estate.key] = counts.get(case.estate.key, 0) + 1
        perhaps = case.assigned_on is not None and case.estate.stretch(case.assigned_on).doubt
        case.special = bool(perhaps or case.undated) or counts[case.estate.key] % 3 == 0
    for estate in ESTATES:
        found: list[_Planned] = []
        for number, stretch in enumerate(estate.stretches):
            members = [case for case in _in_order(plan) if case.estate is estate and _counts(case)]
            members = [case for case in members if stretch.first <= (case.assigned_on or LAST_DAY) <= stretch.last]
            if stretch.certain == LEVEL_2 and members:
                before = estate.stretches[number - 1].first if number > 1 else FIRST_DAY
                found += _follow(members, number, *_PATTERNS.get((estate.key, before), ("", "")))
        _note(plan, found)
    for case in plan.cases:
        if case.undated:
            plan.expect("undetermined", EVERY_SECOND, case, "assignment", "the date of the assignment is blank")


def _in_order(plan: Plan) -> list[Case]:
    dated = [(case.assigned_on, case.number, case) for case in plan.cases if case.assigned_on is not None]
    return [case for _, _, case in sorted(dated, key=lambda item: item[:2])]


def _counts(case: Case) -> bool:
    if case.assigned_on is None or case.undated:
        return False
    return case.dwelling_kind == "family" and FIRST_DAY <= case.assigned_on <= LAST_DAY


@dataclass(frozen=True, slots=True)
class _Planned:
    """An assignment at level 2: the stretch it falls in, what is expected by the default readings, and why."""

    case: Case
    level: int
    expected: str
    position: Position
    why: str

    @property
    def day(self) -> date:
        return self.case.assigned_on or LAST_DAY


def _follow(members: list[Case], level: int, pattern: str, why: str) -> Iterator[_Planned]:
    """Give the members what the pattern says, and after it two of three that meet the criteria."""
    planned = steps(pattern)
    for case, has in zip(members, _values(pattern), strict=False):
        case.special = has
    found = positions([case.assigned_on or LAST_DAY for case in members], [case.special for case in members], 2)
    expected = [step.expected for step in planned] + [""] * (len(members) - len(planned))
    agree(members[0].estate.key, expected, found)
    for case, outcome, position in zip(members, expected, found, strict=True):
        yield _Planned(case, level, outcome, position, why)


def _note(plan: Plan, found: list[_Planned]) -> None:
    """Note what is expected of an estate's assignments, in doubt where it is not the same under every reading."""
    outcomes = in_all_readings(
        [item.day for item in found], [item.case.special for item in found], [item.level for item in found], 2
    )
    for item, among in zip(found, outcomes, strict=True):
        if item.expected:
            least, most = item.position.least, item.position.most
            number = str(least) if least == most else f"{least}-{most}"
            note = f"{number} of {item.position.of} meet the special criteria; {item.why}"
            plan.expect(in_doubt(item.expected, among), EVERY_SECOND, item.case, "assignment", note)


def _values(pattern: str) -> Iterator[bool | None]:
    yield from (step.has for step in steps(pattern))
    while True:
        yield from (True, True, False)

"""Youth vacancies: when they fall, and which are offered to the municipality, at level 1 every fourth (section 3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .days import Draws
from .places import FIRST_DAY, LAST_DAY, LEVEL_1, LEVEL_2, YEARS, Estate
from .plan import Case, Plan
from .schedule import LONGEST, run
from .sequences import agree, in_all_readings, in_doubt, positions, steps
from .world import ESTATES

EVERY_FOURTH = "every_fourth_youth_dwelling_offered"

_PATTERNS = {
    "201-05": ("n n n y~ n n n y~ n n n y", "every fourth, as late as it may be"),
    "201-06": ("n n n n! y n n y", "none of the first four"),
    "202-05": ("y n n n n n n n! n! y n y", "one of eight and then one of nine, made good by the tenth"),
    "203-05": ("n n n n? y n n y", "the fourth and the fifth fell vacant on one day, and one of them was offered"),
    "204-05": ("y y y n n n n n n n n n n n n~ n! y n n y", "three at once are enough for fifteen, not for sixteen"),
    "206-01": ("n n y~ y n n n~ y", "ahead of every fourth; one of the offers was declined"),
    "206-04": ("n n n y~ n n n y", "counted from the day the estate came to level 1, not before"),
}
"""The first vacancies at level 1, by estate: y where offered."""
_ONE_DAY = {"203-05": (3, 4)}
"""The places, from 0, of two vacancies of one day."""


def fill_youth(plan: Plan, draws: Draws) -> None:
    """Add the youth vacancies of every year, and let them."""
    for estate in (estate for estate in ESTATES if estate.youth):
        days = [day for year in YEARS for day in _days(estate, year, draws)]
        if estate.key in _ONE_DAY:
            first, second = _ONE_DAY[estate.key]
            days[second] = days[first]
        offered = _offered(estate, draws)
        for day in days:
            counts = estate.stretch(day).certain == LEVEL_1
            declined = draws.chance(20)
            case = Case(estate=estate, vacant_on=day, dwelling_kind="youth")
            run(case, ("declined" if declined else "assigned") if counts and next(offered) else "other", draws)
            if not case.accepted:
                case.letting_type, case.criteria = ("waiting_list", "none") if counts else ("flexible", "ordinary")
            plan.cases.append(case)


def expect_youth(plan: Plan) -> None:
    """Note what is expected of the youth vacancies at level 1; the keys must have been given."""
    for estate in (estate for estate in ESTATES if estate.youth):
        members = [case for case in plan.cases if case.estate is estate and _member(case)]
        planned = [step.expected for step in steps(_PATTERNS.get(estate.key, ("", ""))[0])]
        expected = planned + [""] * (len(members) - len(planned))
        offered = [case.offered_on is not None for case in members]
        days = [case.vacant_on for case in members]
        found = positions(days, offered, 4)
        agree(estate.key, expected, found)
        among = in_all_readings(days, offered, [0] * len(days), 4)
        accepted = in_all_readings(days, [case.accepted for case in members], [0] * len(days), 4)
        among = [one | other for one, other in zip(among, accepted, strict=True)]
        among = [one | other for one, other in zip(among, _with_level_2(plan, estate), strict=True)]
        _with_strangers(plan, estate)
        for case, outcome, position, outcomes in zip(members, expected, found, among, strict=True):
            if outcome:
                number = f"{position.least} of {position.of} offered"
                if position.least < position.most:
                    number = f"{position.least} or {position.most} of {position.of} offered"
                note = f"{number}; {_PATTERNS[estate.key][1]}"
                plan.expect(in_doubt(outcome, outcomes), EVERY_FOURTH, case, "vacancy", note)


def _member(case: Case, level: str = LEVEL_1) -> bool:
    at_level = case.estate.stretch(case.vacant_on).certain == level
    return case.dwelling_kind == "youth" and at_level and FIRST_DAY <= case.vacant_on <= LAST_DAY


def _with_level_2(plan: Plan, estate: Estate) -> list[set[str]]:
    """The outcomes at level 1 where every fourth is asked for at level 2 too."""
    cases = [case for case in plan.cases if case.estate is estate and (_member(case) or _member(case, LEVEL_2))]
    levels = [int(_member(case)) for case in cases]
    days = [case.vacant_on for case in cases]
    found = [
        in_all_readings(days, has, levels, 4)
        for has in ([case.offered_on is not None for case in cases], [case.accepted for case in cases])
    ]
    return [one | other for one, other, at_level_1 in zip(*found, levels, strict=True) if at_level_1]


def _with_strangers(plan: Plan, estate: Estate) -> None:
    """Dwellings of unknown kind may be youth dwellings; make sure that it would not matter."""
    cases = [case for case in plan.cases if case.estate is estate and (_member(case) or case.dwelling_kind is None)]
    if any(case.dwelling_kind is None for case in cases):
        found = positions([case.vacant_on for case in cases], [case.offered_on is not None for case in cases], 4)
        agree(f"{estate.key} with dwellings of unknown kind", [""] * len(cases), found)


def _days(estate: Estate, year: int, draws: Draws) -> list[date]:
    """Different days, early enough for the dwelling to be let within the year."""
    first, last = date(year, 1, 2), date(year, 12, 31) - timedelta(days=LONGEST)
    number = estate.youth + draws.between(-2, 2)
    pool = draws.shuffled([first + timedelta(days=step) for step in range((last - first).days + 1)])
    return sorted(pool[:number])


def _offered(estate: Estate, draws: Draws) -> Iterator[bool]:
    """Whether each vacancy at level 1 is offered: as the pattern says, then every fourth with a few more."""
    number = offered = 0
    for step in steps(_PATTERNS.get(estate.key, ("", ""))[0]):
        number, offered = number + 1, offered + bool(step.has)
        yield bool(step.has)
    while True:
        number += 1
        has = offered < (number + 3) // 4 or draws.chance(3)
        offered += has
        yield has

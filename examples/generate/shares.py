"""How many vacancies an estate has in a year, how many go to the municipality, how many are let flexibly.

The planted shares stand in `PLANTED` with what is expected of them; every other year of an estate keeps well clear of
the limits.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .days import Draws
from .places import EXCLUDED, LEVEL_1, LEVEL_2, LEVEL_3, Estate, Stretch

OFFERED_1, OFFERED_2 = "family_dwellings_offered_at_level_1", "family_dwellings_offered_at_level_2"
FLEXIBLE_1 = "flexible_at_level_1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Family vacancies of an estate in a year: in all, offered, accepted; lettings: flexible, type left blank.

    `kindless` vacancies, none of them offered, have a dwelling whose kind is blank. `expected` gives rule, outcome
    and reason.
    """

    vacancies: int
    offered: int
    accepted: int
    flexible: int = 0
    untyped: int = 0
    kindless: int = 0
    expected: tuple[tuple[str, str, str], ...] = field(default=())


def target(estate: Estate, year: int, stretch: Stretch, draws: Draws) -> Target:
    """The planted target of the year, or one that complies whatever the reading."""
    planted = PLANTED.get((estate.key, year))
    number = estate.vacancies + (draws.between(-2, 2) if estate.vacancies > 12 else 0)
    if planted is not None:
        return planted
    if stretch.doubt:
        return _DOUBTFUL[stretch.doubt]
    match stretch.certain:
        case level if level == LEVEL_1:
            offered = number * 36 // 100 + 1
            accepted = offered * 3 // 4
            return Target(vacancies=number, offered=offered, accepted=accepted, flexible=(number - accepted) // 5)
        case level if level == LEVEL_2:
            offered = number * 26 // 100 + 1
            accepted = offered - (1 if offered > 4 else 0)
            return Target(vacancies=number, offered=offered, accepted=accepted, flexible=number - accepted)
        case level if level in (LEVEL_3, EXCLUDED):
            return Target(vacancies=number, offered=0, accepted=0)
        case level:
            raise ValueError(f"no target for {estate.key} in {year}: {level!r}")


_DOUBTFUL = {
    "uncovered": Target(vacancies=6, offered=2, accepted=2),
    "missing": Target(vacancies=4, offered=2, accepted=2, flexible=1),
    "conflict": Target(vacancies=12, offered=3, accepted=3),
    "ranking": Target(vacancies=18, offered=0, accepted=0),
    "limit": Target(vacancies=10, offered=4, accepted=4, flexible=2),
}


def _offered(vacancies: int, offered: int, rule: str, outcome: str, note: str) -> Target:
    accepted = offered * 3 // 4
    rest = vacancies - accepted
    flexible = rest // 5 if rule == OFFERED_1 else rest
    return Target(
        vacancies=vacancies, offered=offered, accepted=accepted, flexible=flexible, expected=((rule, outcome, note),)
    )


def _flexible(vacancies: int, offered: int, accepted: int, flexible: int, outcome: str, note: str) -> Target:
    return Target(
        vacancies=vacancies,
        offered=offered,
        accepted=accepted,
        flexible=flexible,
        expected=((FLEXIBLE_1, outcome, note),),
    )


PLANTED = {
    ("201-02", 2024): _offered(28, 3, OFFERED_1, "breach", "3 of 28 offered, 10.7 %"),
    ("204-01", 2023): _offered(24, 4, OFFERED_1, "breach", "4 of 24 offered, 16.7 %"),
    ("204-01", 2025): _offered(24, 5, OFFERED_1, "breach", "5 of 24 offered, 20.8 %"),
    ("202-02", 2026): _offered(20, 5, OFFERED_1, "breach", "5 of 20: every fourth, as the statute may ask, is too few"),
    ("203-01", 2025): _offered(34, 11, OFFERED_1, "breach", "11 of 34 is 32.4 %, below both 33 % and 1/3"),
    ("201-01", 2025): _offered(36, 12, OFFERED_1, "depends", "12 of 36 is exactly 1/3, but 9 were accepted"),
    ("205-03", 2026): _offered(15, 5, OFFERED_1, "depends", "5 of 15 is exactly 1/3, but 3 were accepted"),
    ("203-01", 2024): _offered(
        100, 33, OFFERED_1, "depends", "33 of 100 is 33 %, but less than 1/3: compliant or breach by third_or_33"
    ),
    ("202-02", 2025): Target(
        vacancies=22,
        offered=7,
        accepted=5,
        flexible=2,
        kindless=2,
        expected=((OFFERED_1, "depends", "7 of 20 offered, 5 accepted; two of unknown kind would make it 7 of 22"),),
    ),
    ("205-01", 2024): _offered(18, 2, OFFERED_2, "breach", "2 of 18 offered, 11.1 %"),
    ("201-04", 2023): _offered(14, 1, OFFERED_2, "breach", "1 of 14 offered, 7.1 %"),
    ("201-04", 2026): _offered(14, 2, OFFERED_2, "breach", "2 of 14 offered, 14.3 %"),
    ("201-03", 2025): _offered(
        37, 8, OFFERED_2, "depends", "8 of 37 is 21.6 %, just below 22 %; rounded down 8 are enough"
    ),
    ("201-03", 2024): _offered(50, 11, OFFERED_2, "depends", "11 of 50 is exactly 22 %, but 8 were accepted"),
    ("205-01", 2025): _offered(18, 4, OFFERED_2, "depends", "4 of 18 is 22.2 %, but 3 were accepted"),
    ("201-01", 2023): _flexible(32, 13, 9, 14, "breach", "14 of 32 lettings flexible, 43.8 %"),
    ("202-01", 2025): _flexible(30, 11, 8, 11, "breach", "11 of 30 lettings flexible, 36.7 %"),
    ("203-01", 2026): _flexible(28, 11, 8, 10, "breach", "10 of 28 lettings flexible, 35.7 %"),
    ("201-02", 2025): _flexible(28, 11, 10, 6, "near_miss", "6 of 28; exactly 1/3 of the 18 that were not assigned"),
    ("204-01", 2024): _flexible(24, 10, 9, 5, "near_miss", "5 of 24; exactly 1/3 of the 15 that were not assigned"),
    ("202-01", 2023): _flexible(
        30, 11, 8, 10, "depends", "10 of 30 is exactly 1/3, but more than 1/3 of the 22 not assigned: flexible_base"
    ),
    ("204-01", 2026): Target(
        vacancies=24,
        offered=10,
        accepted=9,
        flexible=5,
        untyped=4,
        expected=((FLEXIBLE_1, "undetermined", "5 of 24 flexible; four lettings without a type could make it 9"),),
    ),
    ("201-01", 2024): Target(
        vacancies=32,
        offered=12,
        accepted=9,
        flexible=3,
        untyped=1,
        expected=((FLEXIBLE_1, "near_miss", "3 of 32 flexible; one letting without a type cannot change it"),),
    ),
    ("205-04", 2023): Target(vacancies=14, offered=9, accepted=9, flexible=5),
}

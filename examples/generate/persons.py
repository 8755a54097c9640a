"""The households that were assigned a dwelling: at first such that every limit of almenboligloven § 59(7) is kept."""

from __future__ import annotations

from datetime import date, timedelta

from .days import Draws, first_of_month, months_before
from .plan import Case, Person, Plan

FULL_TIME = 37
"""The hours of a week that are full time where nothing else is agreed."""
_HARMLESS = ("unemployment_benefit", "sickness_benefit", "resource_benefit", "other", "cash_benefit")


def people(plan: Plan, draws: Draws) -> None:
    """Give every assigned case its household, and what its members received in the months before."""
    for case in plan.cases:
        if case.assigned_on is None:
            continue
        case.persons = _household(case, case.assigned_on, draws)
        for person in case.persons:
            person.benefits = _benefits(person, case.assigned_on, draws)
        if not (case.estate.stretch(case.assigned_on).prevention or case.undated):
            _carefree(case, draws)


def born(day: date, age: int, days: int = 0) -> date:
    """The birthday of somebody who reaches the age on the day, or so many days earlier.

    >>> born(date(2024, 5, 17), 18)
    datetime.date(2006, 5, 17)
    """
    return months_before(day, 12 * age) - timedelta(days=days)


def months(day: date, first: int, last: int) -> list[date]:
    """The calendar months before a day's month: from the first (6 is the sixth before) to the last (1 is the latest).

    >>> [month.month for month in months(date(2024, 3, 5), 3, 1)]
    [12, 1, 2]
    """
    return [months_before(first_of_month(day), number) for number in range(first, last - 1, -1)]


def _household(case: Case, day: date, draws: Draws) -> list[Person]:
    if case.dwelling_kind == "youth":
        return [Person(born_on=born(day, draws.between(18, 24), draws.between(1, 364)), student=draws.chance(70))]
    adults = 2 if draws.chance(40) else 1
    children = draws.below(4) if draws.chance(55) else 0
    members = [Person(born_on=born(day, draws.between(21, 62), draws.between(1, 364))) for _ in range(adults)]
    members += [Person(born_on=born(day, draws.below(16), draws.between(1, 364))) for _ in range(children)]
    if draws.chance(8):
        members[0].citizenship = "eu_eea_swiss"
    members[0].pension = draws.chance(6)
    return members


def _carefree(case: Case, draws: Draws) -> None:
    """Facts that would matter in a prevention area and do not where the dwelling lies."""
    person = case.persons[0]
    if draws.chance(12):
        person.citizenship = "other"
    if draws.chance(10):
        person.benefits |= dict.fromkeys(months(case.assigned_on or case.vacant_on, 8, 1), "cash_benefit")
    if draws.chance(4) and case.assigned_on is not None and case.dwelling_kind == "family":
        person.released_on = case.assigned_on - timedelta(days=draws.between(10, 160))


def _benefits(person: Person, day: date, draws: Draws) -> dict[date, str | None]:
    """The months with a benefit: now and then, and never six months of one that counts."""
    found: dict[date, str | None] = {}
    if person.born_on < born(day, 18) and draws.chance(45):
        benefit = draws.pick(_HARMLESS)
        first = draws.between(2, 5)
        for month in months(day, first, draws.between(1, first)):
            found[month] = benefit
    return found

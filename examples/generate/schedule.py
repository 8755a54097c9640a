"""From targets to cases: days, ways of letting, and who was offered what."""

from __future__ import annotations

from datetime import date, timedelta

from .days import Draws, later
from .places import EXCLUDED, LEVEL_1, LEVEL_2, LEVEL_3, YEARS, Estate, Stretch
from .plan import Case, Plan
from .shares import Target, target
from .world import ESTATE, ESTATES

LONGEST = 25
"""The most days between the day a dwelling falls vacant and the day it is let."""


def fill(plan: Plan, draws: Draws) -> None:
    """Add cases until every estate has its target of every year; the cases already planned count."""
    for estate in (estate for estate in ESTATES if estate.vacancies):
        for year in YEARS:
            stretches = [part for part in estate.stretches if part.first.year <= year <= part.last.year]
            main = stretches[0]
            wanted = target(estate, year, main, draws)
            if len(stretches) > 1:
                route = "declined" if stretches[1].certain == LEVEL_2 else "other"
                _add(plan, estate, stretches[1], year, [route], draws)
            _reach(plan, estate, main, year, wanted, draws)
    _around_the_agreement(plan, draws)


def _reach(plan: Plan, estate: Estate, stretch: Stretch, year: int, wanted: Target, draws: Draws) -> None:
    planned = [case for case in plan.cases if case.estate is estate and case.vacant_on.year == year]
    offered = sum(case.offered_on is not None for case in planned)
    accepted = sum(case.accepted for case in planned)
    assigned = max(0, wanted.accepted - accepted)
    declined = max(0, wanted.offered - offered - assigned)
    rest = wanted.vacancies - len(planned) - assigned - declined
    lettings = [case for case in plan.cases if case.estate is estate and case.let_on and case.let_on.year == year]
    flexible = wanted.flexible - sum(case.letting_type == "flexible" for case in lettings)
    if rest < 0:
        raise ValueError(f"the planned cases of {estate.key} in {year} do not fit its target")
    routes = draws.shuffled(["assigned"] * assigned + ["declined"] * declined + ["other"] * rest)
    cases = _add(plan, estate, stretch, year, routes, draws)
    if stretch.certain == LEVEL_1 or stretch.doubt in ("missing", "limit"):
        open_cases = draws.shuffled([case for case in cases if not case.accepted])
        for case in open_cases[:flexible]:
            case.letting_type, case.criteria = "flexible", "ordinary"
        for case in open_cases[flexible : flexible + wanted.untyped]:
            case.letting_type = case.criteria = None
    for case in cases:  # a share that is planned to the very letting has no exchanges, which count in no share
        if wanted.expected and case.letting_type == "exchange":
            case.letting_type = "waiting_list"
    unoffered = [case for case in cases if case.offered_on is None and case.letting_type not in ("flexible", None)]
    for case in unoffered[: wanted.kindless]:
        case.dwelling_kind = None


def _add(plan: Plan, estate: Estate, stretch: Stretch, year: int, routes: list[str], draws: Draws) -> list[Case]:
    first = max(stretch.first, date(year, 1, 1)) + timedelta(days=1)
    last = min(stretch.last, date(year, 12, 31)) - timedelta(days=LONGEST)
    cases: list[Case] = []
    for route in routes:
        case = Case(estate=estate, vacant_on=first + timedelta(days=draws.below((last - first).days + 1)))
        run(case, route, draws)
        _let(case, stretch, len(cases), draws)
        cases.append(case)
    plan.cases += cases
    return cases


def run(case: Case, route: str, draws: Draws) -> None:
    """The days of a case: offered, answered, assigned and let, or let without the municipality."""
    if route == "other":
        case.let_on = later(case.vacant_on, draws.between(4, 18))
        return
    case.offered_on = later(case.vacant_on, draws.between(1, 3))
    case.answered_on = later(case.offered_on, draws.between(1, 4))
    if route == "declined":
        case.let_on = later(case.answered_on, draws.between(4, 10))
        return
    case.accepted = True
    case.assigned_on = later(case.answered_on, draws.between(0, 4))
    case.let_on = later(case.assigned_on, draws.between(1, 5))
    case.letting_type = "assignment"


def _let(case: Case, stretch: Stretch, position: int, draws: Draws) -> None:
    """The way of letting that the estate's place in the model asks for, where the case was not assigned."""
    if case.accepted:
        return
    if stretch.certain == LEVEL_3 or stretch.doubt == "ranking":
        rehoused = draws.chance(10)
        case.letting_type, case.criteria = ("rehousing", "none") if rehoused else ("flexible", "tightened")
    elif stretch.certain == EXCLUDED:
        case.letting_type = "rehousing"
    elif stretch.doubt == "conflict":
        case.letting_type, case.criteria = "flexible", "ordinary" if position % 2 else "tightened"
    elif stretch.doubt in ("missing", "limit"):
        case.letting_type = "waiting_list"
    elif stretch.doubt == "uncovered":
        flexible = position % 2 == 0
        case.letting_type, case.criteria = ("flexible", "ordinary") if flexible else ("waiting_list", "none")
    elif stretch.certain == LEVEL_1:
        case.letting_type = "internal" if draws.chance(25) else "exchange" if draws.chance(5) else "waiting_list"
    else:
        case.letting_type, case.criteria = "flexible", "ordinary"


def _around_the_agreement(plan: Plan, draws: Draws) -> None:
    """A few vacancies of December 2022 and January 2027, let in the same month: outside the period in force."""
    for key in ("201-01", "202-01", "203-01"):
        for route, year, month in (("other", 2022, 12), ("assigned", 2022, 12), ("other", 2027, 1)):
            first = date(year, month, 1)
            case = Case(estate=ESTATE[key], vacant_on=first + timedelta(days=draws.below(5)))
            run(case, route, draws)
            if not case.accepted:
                case.letting_type = "waiting_list"
            if case.let_on is None or case.let_on.month != first.month:
                raise ValueError("a case from outside the agreement reaches into another month")
            plan.cases.append(case)

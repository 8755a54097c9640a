"""What is planted in the households: each limit of almenboligloven § 59(7) broken, nearly broken, and left unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from .boundaries import NO_ASSIGNMENT_3, NO_ASSIGNMENT_R, NO_OFFER_3, planned_offer
from .days import Draws, months_before
from .persons import born, months
from .places import LEVEL_2
from .plan import Case, Person, Plan
from .vulnerable import GROUNDS

RELEASE, YOUNG = "no_recent_release_in_prevention_area", "no_young_release_in_prevention_area"
LEASE, CITIZEN = "no_recent_breach_of_order_in_prevention_area", "no_third_country_citizen_in_prevention_area"
BENEFIT = "no_long_benefit_in_prevention_area"

Change: TypeAlias = Callable[[Case, date], None]
Planting: TypeAlias = tuple[str, str, str, bool | None, Change]
"""Rule, outcome, note, what is attested (None: nothing), and the change that brings it about."""


def plant_month_ends(plan: Plan) -> None:
    """Two assignments of 30 August 2024, for which six months before is 29 February; they count among the year's."""
    for _ in range(2):
        planned_offer(plan, "201-03", "2024-08-19 2024-08-21 2024-08-23 2024-08-30 2024-09-06")


def plant_statute(plan: Plan, draws: Draws) -> None:
    """Change the households of assignments in prevention areas at level 2, one planting each."""
    month_ends = [case for case in plan.cases if case.fixed and case.assigned_on == date(2024, 8, 30)]
    for case, day, outcome in zip(
        month_ends, (date(2024, 2, 29), date(2024, 2, 28)), ("breach", "near_miss"), strict=True
    ):
        case.persons[0].released_on = day
        case.attested = False if outcome == "breach" else None
        plan.expect(outcome, RELEASE, case, "assignment", f"assigned on 30-08-2024, released on {day:%d-%m-%Y}")
    pool = draws.shuffled([case for case in plan.cases if _usable(case)])
    for rule, outcome, note, attested, change in _plantings():
        case = pool.pop()
        if case.assigned_on is None:
            raise ValueError("an unassigned case in the pool")
        change(case, case.assigned_on)
        case.attested = attested
        plan.expect(outcome, rule, case, "assignment", note)


def note_undated(plan: Plan) -> None:
    """An assignment without a date is left undecided by every rule about assignments."""
    for case in (case for case in plan.cases if case.undated):
        for rule in (NO_ASSIGNMENT_3, NO_ASSIGNMENT_R, RELEASE, YOUNG, LEASE, CITIZEN, BENEFIT, *GROUNDS):
            plan.expect("undetermined", rule, case, "assignment", "the date of the assignment is blank")


def attest_at_level_three(plan: Plan) -> None:
    """Whether another dwelling was possible is attested at level 3; if none was, the act may go before."""
    banned = [item for item in plan.expected if item.rule == NO_ASSIGNMENT_3 and item.outcome == "breach"]
    for position, item in enumerate(banned):
        case = item.case
        if not isinstance(case, Case):
            raise TypeError("an assignment without a case")
        if case.attested is None:
            case.attested = position == 0
        if case.attested:
            note = f"{item.note}; attested that nothing else was possible"
            plan.expected[plan.expected.index(item)] = replace(item, outcome="depends", note=note)
    for item in [item for item in plan.expected if item.rule == NO_OFFER_3 and item.outcome == "breach"]:
        note = f"{item.note}; who was assigned is known until the end of 2026 only"
        plan.expected[plan.expected.index(item)] = replace(item, outcome="depends", note=note)


def _usable(case: Case) -> bool:
    if case.fixed or case.assigned_on is None:
        return False
    stretch = case.estate.stretch(case.assigned_on)
    return stretch.prevention and stretch.certain == LEVEL_2


def _plantings() -> Iterator[Planting]:
    for rule, set_day, what in ((RELEASE, _release, "released"), (LEASE, _lease, "lease ended for breach")):
        yield rule, "breach", f"{what} three months before", False, set_day(3, 0)
        yield rule, "breach", f"{what} exactly six months before", False, set_day(6, 0)
        yield rule, "breach", f"{what} on the day of the assignment", False, set_day(0, 0)
        yield rule, "near_miss", f"{what} six months and a day before", None, set_day(6, 1)
        yield (
            rule,
            "near_miss",
            f"{what} two months before, but attested that nothing else was possible",
            True,
            (set_day(2, 0)),
        )
    yield RELEASE, "near_miss", "released the day after the assignment", None, _release(0, -1)
    yield RELEASE, "undetermined", "released a month before; nobody has attested either way", None, _release(1, 0)
    yield YOUNG, "breach", "17 years old, released two months before", False, _young(17, 2, 0)
    yield YOUNG, "breach", "17 years old, released exactly six months before", False, _young(17, 6, 0)
    yield YOUNG, "breach", "18 the day after the assignment, released a month before", False, _young(18, 1, 0, -1)
    yield YOUNG, "near_miss", "18 on the very day of the assignment", None, _young(18, 2, 0)
    yield YOUNG, "near_miss", "17 years old, released six months and a day before", None, _young(17, 6, 1)
    yield YOUNG, "near_miss", "17 years old, but attested that nothing else was possible", True, _young(17, 1, 0)
    yield CITIZEN, "breach", "citizen of a third country, not a student", False, _citizen("other", student=False)
    yield CITIZEN, "breach", "the partner is a citizen of a third country", False, _partner("other", student=False)
    yield CITIZEN, "breach", "one of the children is a citizen of a third country", False, _child
    yield CITIZEN, "near_miss", "citizen of a third country, but a student", None, _citizen("other", student=True)
    yield CITIZEN, "near_miss", "citizen of the EU", None, _partner("eu_eea_swiss", student=False)
    yield CITIZEN, "near_miss", "third country, but attested", True, _citizen("other", student=False)
    yield CITIZEN, "undetermined", "citizenship blank", None, _citizen(None, student=False)
    yield CITIZEN, "undetermined", "third country; whether a student is blank", None, _citizen("other", student=None)
    yield from _benefits("breach", "sho_benefit", "transition_benefit")
    yield from _benefits("depends", "cash_benefit", "education_benefit")
    mixed = _on_both("sho_benefit", "cash_benefit")
    yield BENEFIT, "depends", "three months of sho_benefit, then three of cash_benefit", False, mixed
    yield BENEFIT, "near_miss", "six months of unemployment benefit", None, _on("unemployment_benefit", 6, 1)
    yield BENEFIT, "depends", "five months of cash_benefit and one blank", None, _blank_month("cash_benefit")
    yield BENEFIT, "undetermined", "five months of sho_benefit and one blank", None, _blank_month("sho_benefit")


def _benefits(outcome: str, one: str, other: str) -> Iterator[Planting]:
    """Two benefits that both bar, or bar by one reading of § 59(7) only."""
    yield BENEFIT, outcome, f"six months of {one}", False, _on(one, 6, 1)
    yield BENEFIT, outcome, f"eight months of {other}", False, _on(other, 8, 1)
    yield BENEFIT, outcome, f"three months of {one}, then three of {other}", False, _on_both(one, other)
    yield BENEFIT, "near_miss", f"five months of {one}", None, _on(one, 5, 1)
    yield BENEFIT, "near_miss", f"six months of {one}, ended a month before", None, _on(one, 7, 2)
    yield BENEFIT, "near_miss", f"six months of {other}, but attested", True, _on(other, 6, 1)


def _release(number: int, days: int) -> Change:
    def change(case: Case, day: date) -> None:
        case.persons[0].released_on = months_before(day, number) - timedelta(days=days)

    return change


def _lease(number: int, days: int) -> Change:
    def change(case: Case, day: date) -> None:
        case.persons[0].lease_ended_on = months_before(day, number) - timedelta(days=days)

    return change


def _young(age: int, number: int, days: int, birthday: int = 0) -> Change:
    def change(case: Case, day: date) -> None:
        early = birthday if age == 18 else 100
        person = _member(case, born(day, age, early))
        person.youth_released_on = months_before(day, number) - timedelta(days=days)

    return change


def _citizen(citizenship: str | None, *, student: bool | None) -> Change:
    def change(case: Case, _day: date) -> None:
        case.persons[0].citizenship, case.persons[0].student = citizenship, student

    return change


def _partner(citizenship: str, *, student: bool) -> Change:
    def change(case: Case, day: date) -> None:
        person = _member(case, born(day, 34, 77))
        person.citizenship, person.student = citizenship, student

    return change


def _child(case: Case, day: date) -> None:
    _member(case, born(day, 9, 12)).citizenship = "other"


def _member(case: Case, born_on: date) -> Person:
    """One more member of the household, without benefits."""
    person = Person(born_on=born_on)
    case.persons.append(person)
    return person


def _on(benefit: str, first: int, last: int) -> Change:
    def change(case: Case, day: date) -> None:
        person = case.persons[0]
        person.benefits = {}
        for month in months(day, first, last):
            person.benefits[month] = benefit

    return change


def _on_both(earlier: str, latest: str) -> Change:
    def change(case: Case, day: date) -> None:
        _on(earlier, 6, 4)(case, day)
        for month in months(day, 3, 1):
            case.persons[0].benefits[month] = latest

    return change


def _blank_month(benefit: str) -> Change:
    def change(case: Case, day: date) -> None:
        _on(benefit, 6, 1)(case, day)
        case.persons[0].benefits[months(day, 4, 4)[0]] = None

    return change

"""What is planted in the households assigned to vulnerable areas: the seven grounds of almenboligloven § 59(6)."""

from __future__ import annotations

from datetime import date, timedelta

from .days import months_before
from .persons import born, months
from .plan import Case, Person, Plan

RELEASE, YOUNG = "no_recent_release_in_vulnerable_area", "no_young_release_in_vulnerable_area"
LEASE, CITIZEN = "no_recent_breach_of_order_in_vulnerable_area", "no_third_country_citizen_in_vulnerable_area"
ASSISTANCE, PENSION = "no_long_assistance_in_vulnerable_area", "no_disability_pension_in_vulnerable_area"
UNEMPLOYMENT = "no_long_unemployment_benefit_in_vulnerable_area"
GROUNDS = (RELEASE, YOUNG, LEASE, CITIZEN, ASSISTANCE, PENSION, UNEMPLOYMENT)


def plant_vulnerable(plan: Plan) -> None:
    """Change the households of four assignments that the agreement does not allow either; they draw nothing."""
    _released(plan, _planned(plan, "204-03", date(2023, 5, 12)))
    _nothing_else(plan, _planned(plan, "204-03", date(2024, 3, 14)))
    _assistance(plan, _planned(plan, "202-03", date(2024, 12, 1)))
    _several(plan, _planned(plan, "202-03", date(2025, 6, 13)))


def _planned(plan: Plan, estate: str, day: date) -> Case:
    return next(case for case in plan.cases if case.fixed and (case.estate.key, case.assigned_on) == (estate, day))


def _day(case: Case) -> date:
    if case.assigned_on is None:
        raise ValueError("a planned assignment without a day")
    return case.assigned_on


def _benefits(case: Case, benefit: str, first: int) -> None:
    case.persons[0].benefits = dict.fromkeys(months(_day(case), first, 1), benefit)


def _released(plan: Plan, case: Case) -> None:
    person, day = case.persons[0], _day(case)
    case.attested = False
    person.released_on = months_before(day, 6)
    plan.expect("breach", RELEASE, case, "assignment", "released exactly six months before")
    person.lease_ended_on = months_before(day, 6) - timedelta(days=1)
    plan.expect("near_miss", LEASE, case, "assignment", "lease ended for breach six months and a day before")
    person.pension = True
    plan.expect("breach", PENSION, case, "assignment", "the applicant receives a disability pension")
    _benefits(case, "sickness_benefit", 5)
    plan.expect("near_miss", UNEMPLOYMENT, case, "assignment", "five months of sickness benefit")


def _nothing_else(plan: Plan, case: Case) -> None:
    person = case.persons[0]
    case.attested = True
    person.pension, person.citizenship, person.student = True, "other", False
    for rule, what in ((PENSION, "disability pension"), (CITIZEN, "citizen of a third country")):
        plan.expect("near_miss", rule, case, "assignment", f"{what}, but attested that nothing else was possible")


def _assistance(plan: Plan, case: Case) -> None:
    case.attested = False
    _benefits(case, "cash_benefit", 8)
    plan.expect("breach", ASSISTANCE, case, "assignment", "eight months of cash benefit")
    partner = Person(born_on=born(_day(case), 34, 77), citizenship="other", student=True)
    case.persons.append(partner)
    plan.expect("near_miss", CITIZEN, case, "assignment", "the partner is a citizen of a third country, but a student")


def _several(plan: Plan, case: Case) -> None:
    person, day = case.persons[0], _day(case)
    case.attested = False
    _benefits(case, "unemployment_benefit", 6)
    plan.expect("breach", UNEMPLOYMENT, case, "assignment", "six months of unemployment benefit")
    person.citizenship, person.student = "other", False
    plan.expect("breach", CITIZEN, case, "assignment", "citizen of a third country, not a student")
    person.lease_ended_on = months_before(day, 3)
    plan.expect("breach", LEASE, case, "assignment", "lease ended for breach three months before")
    released = months_before(day, 2)
    case.persons.append(Person(born_on=born(day, 17, 100), youth_released_on=released))
    plan.expect("breach", YOUNG, case, "assignment", "17 years old, released two months before")

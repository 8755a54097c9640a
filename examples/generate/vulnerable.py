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
    """Change the households of assignments that the agreement does not allow either; they draw nothing."""
    _released(plan, _planned(plan, "204-03", date(2023, 5, 12)))
    _nothing_else(plan, _planned(plan, "204-03", date(2024, 3, 14)))
    _assistance(plan, _planned(plan, "202-03", date(2024, 12, 1)))
    _several(plan, _planned(plan, "202-03", date(2025, 6, 13)))
    _pensioner(plan, _planned(plan, "201-03", date(2024, 8, 30)))


def _planned(plan: Plan, estate: str, day: date) -> Case:
    return next(case for case in plan.cases if case.fixed and (case.estate.key, case.assigned_on) == (estate, day))


def _day(case: Case) -> date:
    if case.assigned_on is None:
        raise ValueError("a planned assignment without a day")
    return case.assigned_on


def _member(case: Case, age: int = 34) -> Person:
    person = Person(born_on=born(_day(case), age, 100))
    case.persons.append(person)
    return person


def _benefits(case: Case, person: Person, benefit: str, first: int) -> None:
    person.benefits = dict.fromkeys(months(_day(case), first, 1), benefit)


def _before(case: Case, number: int, days: int = 0) -> date:
    return months_before(_day(case), number) - timedelta(days=days)


def _released(plan: Plan, case: Case) -> None:
    person, partner, child = case.persons[0], _member(case), _member(case, 17)
    case.attested = False
    person.released_on = _before(case, 6)
    plan.expect("breach", RELEASE, case, "assignment", "released exactly six months before")
    person.pension = True
    plan.expect("breach", PENSION, case, "assignment", "the applicant receives a disability pension")
    partner.citizenship, partner.student = "other", False
    plan.expect("breach", CITIZEN, case, "assignment", "the partner is a citizen of a third country")
    person.lease_ended_on = _before(case, 6, 1)
    plan.expect("near_miss", LEASE, case, "assignment", "lease ended for breach six months and a day before")
    child.youth_released_on = _before(case, 6, 1)
    plan.expect("near_miss", YOUNG, case, "assignment", "17 years old, released six months and a day before")
    _benefits(case, person, "sickness_benefit", 5)
    plan.expect("near_miss", UNEMPLOYMENT, case, "assignment", "five months of sickness benefit")
    _benefits(case, partner, "education_benefit", 5)
    plan.expect("near_miss", ASSISTANCE, case, "assignment", "five months of education benefit")


def _nothing_else(plan: Plan, case: Case) -> None:
    """Every ground at once, but the council has attested that nothing else was possible."""
    person, partner, child = case.persons[0], _member(case), _member(case, 17)
    case.attested = True
    person.pension, person.citizenship, person.student = True, "other", False
    person.released_on = person.lease_ended_on = _before(case, 2)
    child.youth_released_on = _before(case, 1)
    _benefits(case, person, "cash_benefit", 6)
    _benefits(case, partner, "unemployment_benefit", 6)
    for rule in GROUNDS:
        plan.expect("near_miss", rule, case, "assignment", "attested that nothing else was possible")


def _assistance(plan: Plan, case: Case) -> None:
    person, partner, child = case.persons[0], _member(case), _member(case, 17)
    case.attested = False
    _benefits(case, person, "cash_benefit", 8)
    plan.expect("breach", ASSISTANCE, case, "assignment", "eight months of cash benefit")
    partner.citizenship, partner.student = "other", True
    plan.expect("near_miss", CITIZEN, case, "assignment", "the partner is a citizen of a third country, but a student")
    partner.pension = True
    plan.expect("breach", PENSION, case, "assignment", "the partner receives a disability pension")
    _benefits(case, partner, "sickness_benefit", 6)
    plan.expect("breach", UNEMPLOYMENT, case, "assignment", "the partner has six months of sickness benefit")
    person.released_on = _day(case)
    plan.expect("breach", RELEASE, case, "assignment", "released on the day of the assignment")
    person.lease_ended_on = _before(case, 6)
    plan.expect("breach", LEASE, case, "assignment", "lease ended for breach exactly six months before")
    child.youth_released_on = _before(case, 6)
    plan.expect("breach", YOUNG, case, "assignment", "17 years old, released exactly six months before")


def _several(plan: Plan, case: Case) -> None:
    person, partner, child = case.persons[0], _member(case), _member(case, 17)
    case.attested = False
    _benefits(case, person, "unemployment_benefit", 6)
    plan.expect("breach", UNEMPLOYMENT, case, "assignment", "six months of unemployment benefit")
    _benefits(case, partner, "transition_benefit", 6)
    plan.expect("breach", ASSISTANCE, case, "assignment", "the partner has six months of transition benefit")
    person.citizenship, person.student = "other", False
    plan.expect("breach", CITIZEN, case, "assignment", "citizen of a third country, not a student")
    person.lease_ended_on = _before(case, 3)
    plan.expect("breach", LEASE, case, "assignment", "lease ended for breach three months before")
    child.youth_released_on = _before(case, 2)
    plan.expect("breach", YOUNG, case, "assignment", "17 years old, released two months before")
    person.released_on = _before(case, 6, 1)
    plan.expect("near_miss", RELEASE, case, "assignment", "released six months and a day before")


def _pensioner(plan: Plan, case: Case) -> None:
    case.persons[0].pension = True
    plan.expect("near_miss", PENSION, case, "assignment", "a disability pension bars nobody from a prevention area")

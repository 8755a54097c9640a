"""Who moved in at level 3 (4.3): households that meet the tightened requirements, and some that do not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from .attested import state
from .days import Draws
from .doubts import READINGS
from .persons import FULL_TIME, born
from .places import FIRST_DAY, LAST_DAY, LEVEL_3
from .plan import Case, Person, Plan

WORK = "new_tenants_at_level_3_in_work_or_education"
CONVICTIONS = "new_tenants_at_level_3_without_convictions"
LEVELS = ("level_of_education_and_income_met", "husstanden opfylder kravene til uddannelsesniveau og indtægtsniveau")
_DAY = timedelta(days=1)


def plan_level_three(plan: Plan, draws: Draws) -> None:
    """Give every new household of level 3 its members; the first of them are planted, spread over the years."""
    concerned = [case for case in plan.cases if _concerned(case)]
    for case in concerned:
        for person in case.persons:
            person.hours = FULL_TIME if _grown(person, case) else None
        if not case.persons:
            case.tenants = _household(_day(case), draws)
        elif case.letting_type != "assignment":
            _unknown(plan, case)
    pool = [case for case in concerned if case.tenants and case.letting_type == "flexible" and _certain(case)]
    step = len(pool) // len(_PLANTED)
    for position, (rule, outcome, note, change) in enumerate(_PLANTED):
        case = pool[position * step]
        change(case)
        plan.expect(outcome, rule, case, "letting", note)
    days = [(case.key("letting"), _day(case)) for case in pool[1:]]
    rest = [(case.key("letting"), _day(case)) for case in concerned if case not in pool[1:]]
    state(plan, *LEVELS, "letting", [*days, *rest])


def _unknown(plan: Plan, case: Case) -> None:
    """The dwelling went to others than those it was assigned to, and who they were is blank."""
    outcome = "depends" if case.estate.stretch(_day(case)).doubt in READINGS else "undetermined"
    for rule in (WORK, CONVICTIONS):
        plan.expect(outcome, rule, case, "letting", "who moved in is blank")


def _concerned(case: Case) -> bool:
    if case.let_on is None or not FIRST_DAY <= case.let_on <= LAST_DAY or case.letting_type == "rehousing":
        return False
    stretch = case.estate.stretch(case.let_on)
    return bool(stretch.doubt) or LEVEL_3 in stretch.levels


def _certain(case: Case) -> bool:
    return case.dwelling_kind == "family" and case.estate.stretch(_day(case)).certain == LEVEL_3


def _day(case: Case) -> date:
    if case.let_on is None:
        raise ValueError("a letting without a day")
    return case.let_on


def _grown(person: Person, case: Case) -> bool:
    return person.born_on <= born(_day(case), 15)


def _household(day: date, draws: Draws) -> list[Person]:
    """Grown-ups in work or education, children below fifteen, and now and then somebody retired."""
    members = [_adult(day, draws) for _ in range(2 if draws.chance(45) else 1)]
    children = draws.below(4) if draws.chance(50) else 0
    members += [Person(born_on=born(day, draws.below(14), draws.between(1, 364))) for _ in range(children)]
    if draws.chance(6):
        members.append(Person(born_on=born(day, draws.between(66, 79), draws.between(1, 364)), hours=0))
    return members


def _adult(day: date, draws: Draws) -> Person:
    person = Person(born_on=born(day, draws.between(21, 60), draws.between(1, 364)))
    person.student = draws.chance(18)
    person.hours = draws.pick((0, 10)) if person.student else draws.pick((FULL_TIME, FULL_TIME, FULL_TIME, 40))
    return person


def _idle(age: int, days: int) -> Callable[[Case], None]:
    """Somebody more, without work, who reaches an age on the day of the letting, or so many days before or after."""

    def change(case: Case) -> None:
        case.tenants.append(Person(born_on=born(_day(case), age, days), hours=0))

    return change


def _first(**facts: object) -> Callable[[Case], None]:
    """Facts of the first member."""

    def change(case: Case) -> None:
        for name, value in facts.items():
            setattr(case.tenants[0], name, value)

    return change


def _convicted(days: int) -> Callable[[Case], None]:
    """The first member convicted so many days after the letting, or before it."""

    def change(case: Case) -> None:
        case.tenants[0].convicted_on = _day(case) + days * _DAY

    return change


_PLANTED: tuple[tuple[str, str, str, Callable[[Case], None]], ...] = (
    (WORK, "breach", "neither in work nor in education", _first(student=False, hours=0)),
    (WORK, "near_miss", "a student without work", _first(student=True, hours=0)),
    (WORK, "breach", "a grown-up member without work", _idle(24, 40)),
    (WORK, "depends", "two hours of work a week", _first(student=False, hours=2)),
    (WORK, "undetermined", "the hours are blank", _first(student=False, hours=None)),
    (WORK, "breach", "without work, eighteen on the day of the letting", _idle(18, 0)),
    (WORK, "depends", "without work, eighteen the day after", _idle(18, -1)),
    (WORK, "depends", "without work, fifteen on the day of the letting", _idle(15, 0)),
    (WORK, "near_miss", "without work, fifteen the day after", _idle(15, -1)),
    (WORK, "near_miss", "without work, sixty-five on the day of the letting", _idle(65, 0)),
    (WORK, "breach", "without work, sixty-five the day after", _idle(65, -1)),
    (CONVICTIONS, "depends", "convicted two years before", _convicted(-730)),
    (CONVICTIONS, "depends", "convicted on the day of the letting", _convicted(0)),
    (CONVICTIONS, "near_miss", "convicted the day after", _convicted(1)),
    (CONVICTIONS, "near_miss", "convicted three weeks after", _convicted(21)),
    (CONVICTIONS, "depends", "convicted long ago", _convicted(-5000)),
)

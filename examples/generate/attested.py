"""What the municipality and the parties attest (5.1-5.4): mostly yes, here and there no, or neither."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .figures import Row
from .meetings import meetings
from .places import LEVEL_1, YEARS
from .plan import Case, Expected, Plan
from .subsidies import GRANTS

AGREEMENT = "hoeje_taastrup_2023"
SHARED = "no_letting_as_a_shared_dwelling"
_BY_THE_LEASE = (
    ("citizen_referred_to_step_down", "borgeren er visiteret til en udslusningsbolig"),
    ("follow_up_and_mentor_in_step_down", "borgeren får opfølgning og har en mentor"),
    ("citizen_in_the_target_group_of_step_down", "borgeren hører til målgruppen for udslusningsboliger"),
)
_COSTS = (
    "termination_costs_paid_by_the_municipality",
    "kommunen har betalt de omkostninger, som opsigelsen medførte",
)
_AGENDA = ("step_down_on_the_agenda", "status på udslusningsboliger var på dagsordenen")
_NEED = ("subsidised_dwellings_to_those_in_acute_need", "husstanden har et akut boligbehov og lav betalingsevne")
_PLAN = (
    "plan_against_homelessness",
    "kommunen har en plan for bekæmpelse af hjemløshed med en aftale om kommunal anvisning",
)
_PRACTICE = (
    "practice_of_subsidised_dwellings_agreed",
    "den nærmere praktik for tilskudsboligerne er aftalt mellem parterne",
)
_DISTRIBUTION = (
    "distribution_of_step_down_dwellings_followed",
    "Boligforum har gennemgået fordelingen af udslusningsboliger og de anvistes forløb",
)
_ONCE = (
    ("der er reserveret grundkapital til 100 boliger", date(2023, 3, 1)),
    ("kommunen har ydet en ekstra indsats for at udbygge den almene boligmasse", date(2025, 11, 20)),
    ("der er etableret et samarbejde om forlængelse af udslusningsperioder", date(2023, 6, 12)),
)
_OVERVIEW = "yearly_overview_of_step_down_dwellings"
_WISH = "et nyt ønske om deleboliger er drøftet"
_FOLLOWED = {2023: True, 2024: False, 2025: True, 2026: None}
_PATTERN = (
    ("near_miss", True, "attested"),
    ("breach", False, "denied"),
    ("near_miss", True, "attested"),
    ("undetermined", None, "the answer is blank"),
    ("breach", False, "denied"),
)
"""What the first five of each statement are; the others are attested."""


def plan_attested(plan: Plan) -> None:
    """Plan every statement and what is expected of those at the head of each list."""
    leases = [(item.key(""), item.starts_on - timedelta(days=10)) for item in plan.leases]
    for position, (rule, statement) in enumerate(_BY_THE_LEASE):
        state(plan, rule, statement, "step_down_lease", leases[position * 7 :] + leases[: position * 7])
    ended = [
        (term.key(""), term.terminated_on + timedelta(days=60))
        for lease in plan.leases
        for term in lease.terms
        if term.terminated_on is not None
    ]
    state(plan, *_COSTS, "step_down_term", ended)
    held = [(str(row[0]), row[1]) for row in meetings() if row[2] in ("boligforum", "follow_up_group")]
    state(plan, *_AGENDA, "meeting", [(key, day) for key, day in held if isinstance(day, date)])
    state(plan, *_NEED, "subsidy", [(item.key, item.paid_from) for item in plan.subsidies])
    state(plan, *_PLAN, "grant", [(item.key, item.granted_on) for item in GRANTS])
    practice = [(item.key, item.granted_on) for item in GRANTS if item.scheme == "rent_reduction"]
    state(plan, *_PRACTICE, "grant", practice)
    _duties(plan)
    expect_yearly(plan, _OVERVIEW, 2023, "near_miss", "delivered on the last day of the quarter")
    expect_yearly(plan, _OVERVIEW, 2025, "breach", "delivered the day after the quarter")
    _shared(plan)


def state(plan: Plan, rule: str, statement: str, subject: str, about: list[tuple[str, date]]) -> None:
    """State something of each record; the first five are planted."""
    for position, (key, day) in enumerate(about):
        value: bool | None = True
        if position < len(_PATTERN):
            outcome, value, note = _PATTERN[position]
            plan.expected.append(Expected(rule=rule, subject=subject, outcome=outcome, key=key, note=note))
        plan.statements.append((statement, subject, key, value, day))


def _duties(plan: Plan) -> None:
    """Once in the agreement's time, and every year; nothing is planted in those of once."""
    plan.statements += [(statement, "agreement", AGREEMENT, True, day) for statement, day in _ONCE]
    rule, statement = _DISTRIBUTION
    for year in YEARS:
        value = _FOLLOWED[year]
        plan.statements.append((statement, "agreement", AGREEMENT, value, date(year, 5, 15)))
        outcome, note = {
            True: ("near_miss", "attested in the year"),
            False: ("breach", "denied"),
            None: ("undetermined", "the answer is blank"),
        }[value]
        expect_yearly(plan, rule, year, outcome, note)


def expect_yearly(plan: Plan, rule: str, year: int, outcome: str, note: str) -> None:
    """Note what is expected of a year."""
    expected = Expected(rule=rule, subject="agreement", outcome=outcome, key="all", period=str(year), note=note)
    plan.expected.append(expected)


def _shared(plan: Plan) -> None:
    """Four youth dwellings let as shared ones, two of them after a new wish was discussed; blank cells are unknown."""
    pool = [case for case in plan.cases if _waiting(case)]
    for position in range(4):
        case = pool[position * (len(pool) // 4)]
        plan.shared.add(case.number)
        discussed = position % 2 == 1
        outcome, note = ("breach", "let as a shared dwelling, and no new wish was discussed")
        if discussed:
            outcome, note = ("near_miss", "let as a shared dwelling after a new wish was discussed")
        plan.statements.append((_WISH, "letting", case.key("letting"), discussed, case.let_on or case.vacant_on))
        plan.expect(outcome, SHARED, case, "letting", note)
    for case in plan.cases:
        if case.letting_type is None and case.let_on is not None and date(2023, 1, 1) <= case.let_on:
            plan.expect("undetermined", SHARED, case, "letting", "how it was let is blank")


def _waiting(case: Case) -> bool:
    at_level_1 = case.estate.stretch(case.vacant_on).certain == LEVEL_1
    youth = case.dwelling_kind == "youth" and case.letting_type == "waiting_list" and case.offered_on is None
    return youth and at_level_1 and case.vacant_on >= date(2023, 2, 1)


def statements(plan: Plan, first: int) -> Iterator[Row]:
    """The rows of the attestations, numbered on from those about households."""
    for number, (statement, subject, key, value, day) in enumerate(plan.statements, start=first):
        yield (
            f"ERK-{number:04d}",
            statement,
            subject,
            key,
            value,
            day,
            f"Boligenheden, sagsbehandler {number % 4 + 1}",
        )

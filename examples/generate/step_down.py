"""Step-down leases (5.2): terms as they mostly go, and terms whose days lie at each limit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from .days import Draws, later, months_after, months_before
from .lasting import Lease, Term
from .places import DELIVERED_ON, LAST_DAY
from .plan import Case, Plan
from .tenancies import known

ASSESSED, REQUESTED = "ability_to_pay_assessed_in_time", "termination_requested_where_unable_to_pay"
LENGTH = "step_down_term_at_most_as_long_as_the_law_allows"
FIVE_YEARS_FROM = date(2023, 10, 1)
"""From this day on a lease may certainly be agreed for five years; before it, two or five by the reading."""

_ORDINARY = 15
_DAY = timedelta(days=1)


def leases(plan: Plan, draws: Draws) -> list[Lease]:
    """The planted leases, and as many ordinary ones as make about forty."""
    pool = draws.shuffled([case for case in plan.cases if _usable(case)])
    found = [_planted(plan, pool, *planting) for planting in (*_PLANTED, *_ENDED_EARLY)]
    found += [_ordinary(plan, pool.pop(), draws) for _ in range(_ORDINARY)]
    return found


def _usable(case: Case) -> bool:
    in_force = case.vacant_on.year >= 2023 and case.let_on is not None and case.let_on <= date(2026, 6, 30)
    return case.accepted and case.dwelling_kind == "family" and case.letting_type == "assignment" and in_force


def _ordinary(plan: Plan, case: Case, draws: Draws) -> Lease:
    if case.let_on is None:
        raise ValueError("a dwelling that was not let")
    starts = months_after(case.let_on.replace(day=1), 1)
    length = 24 if case.let_on < FIVE_YEARS_FROM else draws.pick((24, 36))
    lease = Lease(case=case, starts_on=starts)
    term = Term(agreed_on=case.let_on, ends_on=months_after(starts, length) - _DAY)
    lease.terms.append(term)
    ends = months_after(starts, length) - _DAY
    extended = later(months_before(ends, 6), -draws.between(20, 50))
    if draws.chance(25) and extended <= LAST_DAY:
        term.replaced_on, ends = extended, months_after(starts, length + 24) - _DAY
        term = Term(agreed_on=extended, ends_on=ends)
        lease.terms.append(term)
    assessed = later(months_before(ends, 6), -draws.between(5, 45))
    if assessed > DELIVERED_ON:
        plan.expect("pending", ASSESSED, term, "step_down_term", f"due on {months_before(ends, 6):%d-%m-%Y}")
        return lease
    requested = later(assessed, draws.between(10, 40))
    term.assessed_on, term.able = assessed, draws.chance(60) or requested + timedelta(days=20) > DELIVERED_ON
    if not term.able:
        term.requested_on, term.terminated_on = requested, later(requested, draws.between(5, 15))
    lease.ended_on = known(ends)
    return lease


def _planted(
    plan: Plan, pool: list[Case], starts: str, terms: str, expected: tuple[tuple[str, str, str], ...], ended: str = ""
) -> Lease:
    """A lease by hand, in the dwelling that was let most shortly before; the last term is the one that matters."""
    first = date.fromisoformat(starts)
    before = [case for case in pool if case.let_on is not None and case.let_on <= first]
    case = max(before, key=lambda case: (case.let_on or first, case.number))
    pool.remove(case)
    lease = Lease(case=case, starts_on=first, terms=list(_terms(terms)))
    last = lease.terms[-1]
    lease.ended_on = _day(ended) if ended else known(last.ends_on) if last.ends_on is not None else None
    for term in lease.terms[:-1]:
        plan.expect("near_miss", ASSESSED, term, "step_down_term", "never assessed, but replaced before that was due")
    for outcome, rule, note in expected:
        plan.expect(outcome, rule, last, "step_down_term", note)
    return lease


def _terms(text: str) -> Iterator[Term]:
    """Each: agreed, ends, replaced, assessed, able (y, n), requested, terminated; - where blank."""
    for row in text.split(";"):
        agreed, ends, replaced, assessed, able, requested, terminated = row.split()
        yield Term(
            agreed_on=date.fromisoformat(agreed),
            ends_on=_day(ends),
            replaced_on=_day(replaced),
            assessed_on=_day(assessed),
            able={"y": True, "n": False, "-": None}[able],
            requested_on=_day(requested),
            terminated_on=_day(terminated),
        )


def _day(text: str) -> date | None:
    return None if text == "-" else date.fromisoformat(text)


_ENDED_EARLY: tuple[tuple[str, str, tuple[tuple[str, str, str], ...], str], ...] = (
    (
        "2024-05-01",
        "2024-04-18 2026-04-30 - - - - -",
        (("near_miss", ASSESSED, "the tenant moved out on the last day for the assessment"),),
        "2025-10-30",
    ),
    (
        "2024-05-01",
        "2024-04-19 2026-04-30 - - - - -",
        (("breach", ASSESSED, "the tenant moved out the day after the last day for the assessment"),),
        "2025-10-31",
    ),
    (
        "2023-09-01",
        "2023-08-21 2025-08-31 - 2025-02-12 n - -",
        (("near_miss", REQUESTED, "unable to pay, but moved out the day before the term ended"),),
        "2025-08-30",
    ),
)
"""Leases that ended before their time; the last is the day they did."""
_PLANTED: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "2023-10-01",
        "2023-10-02 2025-08-31 - 2025-02-28 y - -",
        (("near_miss", ASSESSED, "six months before 31 August is 28 February, the day it was assessed"),),
    ),
    (
        "2023-10-01",
        "2023-10-03 2025-08-31 - 2025-03-01 y - -",
        (("breach", ASSESSED, "six months before 31 August is 28 February; assessed on 1 March"),),
    ),
    ("2024-04-01", "2024-03-20 2026-03-31 - - - - -", (("breach", ASSESSED, "never assessed"),)),
    ("2024-10-01", "2024-09-18 2026-09-30 - 2026-03-30 y - -", (("near_miss", ASSESSED, "assessed on the last day"),)),
    ("2024-10-01", "2024-09-19 2026-09-30 - 2026-03-31 y - -", (("breach", ASSESSED, "assessed a day too late"),)),
    (
        "2024-08-01",
        "2024-07-22 2027-07-30 - - - - -",
        (("breach", ASSESSED, "due on 30-01-2027, the day before the delivery, and not assessed"),),
    ),
    (
        "2024-08-01",
        "2024-07-23 2027-07-31 - - - - -",
        (("pending", ASSESSED, "due on 31-01-2027, the day of the delivery"),),
    ),
    (
        "2025-02-01",
        "2025-01-20 - - - - - -",
        (
            ("undetermined", ASSESSED, "the day the term ends is blank"),
            ("undetermined", LENGTH, "the day the term ends is blank"),
        ),
    ),
    (
        "2023-04-01",
        "2023-03-20 2025-03-31 - 2024-09-12 n 2025-03-31 -",
        (("near_miss", REQUESTED, "requested on the very day the term ended"),),
    ),
    (
        "2023-04-01",
        "2023-03-21 2025-03-31 - 2024-09-13 n 2025-04-01 2025-04-10",
        (("breach", REQUESTED, "requested the day after the term ended"),),
    ),
    (
        "2023-05-01",
        "2023-04-19 2025-04-30 - 2024-10-10 n - -",
        (("breach", REQUESTED, "unable to pay, and termination never requested"),),
    ),
    (
        "2023-06-01",
        "2023-05-22 2025-05-31 - 2024-11-12 n 2024-12-03 2024-12-16",
        (("near_miss", REQUESTED, "unable to pay, and termination requested three weeks after"),),
    ),
    (
        "2023-06-01",
        "2023-05-23 2025-05-31 - 2024-11-13 - - -",
        (("undetermined", REQUESTED, "assessed, but the result is blank"),),
    ),
    (
        "2023-07-01",
        "2023-06-20 2025-06-30 - 2024-12-12 - 2025-01-14 2025-01-24",
        (("near_miss", REQUESTED, "the result is blank, but termination was requested in time"),),
    ),
    (
        "2025-07-01",
        "2025-06-17 2027-06-30 - 2026-12-10 n - -",
        (("pending", REQUESTED, "unable to pay; the term has not ended"),),
    ),
    (
        "2023-03-15",
        "2023-03-01 2025-03-15 - 2024-09-02 y - -",
        (("near_miss", LENGTH, "two years to the day, agreed before 1 October 2023"),),
    ),
    (
        "2023-03-15",
        "2023-03-02 2025-03-16 - 2024-09-03 y - -",
        (("depends", LENGTH, "two years and a day, agreed before 1 October 2023"),),
    ),
    (
        "2023-02-01",
        "2023-01-25 2025-01-31 2023-09-30 - - - -;2023-09-30 2026-01-31 - 2025-07-01 y - -",
        (("depends", LENGTH, "extended to three years on the last day on which two may have been the limit"),),
    ),
    (
        "2023-02-01",
        "2023-01-26 2025-01-31 2023-10-01 - - - -;2023-10-01 2026-01-31 - 2025-07-02 y - -",
        (("near_miss", LENGTH, "extended to three years on the first day on which five are certainly allowed"),),
    ),
    (
        "2024-02-29",
        "2024-02-20 2029-02-28 - - - - -",
        (
            ("near_miss", LENGTH, "five years from 29 February end on 28 February"),
            ("pending", ASSESSED, "due on 28-08-2028"),
        ),
    ),
    (
        "2024-02-29",
        "2024-02-21 2029-03-01 - - - - -",
        (
            ("breach", LENGTH, "five years from 29 February end on 28 February, the term on 1 March"),
            ("pending", ASSESSED, "due on 01-09-2028"),
        ),
    ),
    (
        "2023-12-01",
        "2023-11-20 2025-11-30 2025-05-29 - - - -;2025-05-29 2028-12-02 - - - - -",
        (
            ("breach", LENGTH, "the extension ends five years and a day after the lease began"),
            ("pending", ASSESSED, "due on 02-06-2028"),
        ),
    ),
    (
        "2024-06-01",
        "2024-05-21 2025-06-30 2024-12-29 - - - -;2024-12-29 2027-12-31 - - - - -",
        (("pending", ASSESSED, "due on 30-06-2027; the term before was replaced the day before it was due"),),
    ),
)

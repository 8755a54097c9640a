"""Step-down leases whose dwelling was not for assignment, or only just, and requests that nobody followed (5.2)."""

from __future__ import annotations

from datetime import date, timedelta

from .days import Draws, months_after, months_before
from .lasting import Lease, Term
from .places import LEVEL_1
from .plan import Case, Plan

FOR_ASSIGNMENT, TERMINATED = "step_down_only_in_dwellings_for_assignment", "terminated_at_the_municipality_s_request"
FIVE_YEARS = "step_down_for_at_most_five_years"
_DAY = timedelta(days=1)


def leases_out_of_use(plan: Plan, draws: Draws) -> list[Lease]:
    """Two leases in dwellings never offered; two begun the day theirs was, each with a request not followed."""
    _expect_five_years(plan)
    pool = draws.shuffled([case for case in plan.cases if _usable(plan, case)])
    never = [case for case in pool if case.offered_on is None][:2]
    offered = [case for case in pool if case.accepted and case.offered_on is not None][:2]
    return [*(_never(plan, case) for case in never), *(_same_day(plan, case) for case in offered)]


def _usable(plan: Plan, case: Case) -> bool:
    free = not any(lease.case is case for lease in plan.leases)
    at_level_1 = case.estate.stretch(case.vacant_on).certain == LEVEL_1
    return case.dwelling_kind == "family" and at_level_1 and free and case.vacant_on.year in (2023, 2024)


def _never(plan: Plan, case: Case) -> Lease:
    starts = months_after((case.let_on or case.vacant_on).replace(day=1), 1)
    ends = months_after(starts, 24) - _DAY
    assessed = months_before(ends, 6) - 10 * _DAY
    term = Term(agreed_on=starts - 12 * _DAY, ends_on=ends, assessed_on=assessed, able=True)
    lease = Lease(case=case, starts_on=starts, ended_on=ends, terms=[term])
    note = "never made available: a breach if no other dwellings may be used"
    plan.expect("depends", FOR_ASSIGNMENT, lease, "step_down_lease", note)
    return lease


def _same_day(plan: Plan, case: Case) -> Lease:
    starts = case.offered_on or case.vacant_on
    ends = months_after(starts, 24) - _DAY
    term = Term(
        agreed_on=starts,
        ends_on=ends,
        assessed_on=months_before(ends, 6) - 8 * _DAY,
        able=False,
        requested_on=months_before(ends, 4),
    )
    lease = Lease(case=case, starts_on=starts, ended_on=ends, terms=[term])
    plan.expect("near_miss", FOR_ASSIGNMENT, lease, "step_down_lease", "made available on the day the lease began")
    plan.expect("depends", TERMINATED, term, "step_down_term", "termination requested in time, but never given")
    return lease


def _expect_five_years(plan: Plan) -> None:
    """What the agreement's own five years say of the terms that `step_down` plants."""
    for lease in plan.leases:
        for term in lease.terms:
            outcome, note = _five_years(lease, term)
            if outcome:
                plan.expect(outcome, FIVE_YEARS, term, "step_down_term", note)


def _five_years(lease: Lease, term: Term) -> tuple[str, str]:
    limit = months_after(lease.starts_on, 60)
    if term.ends_on is None:
        return "undetermined", "the day the term ends is blank"
    if term.ends_on > limit:
        return "breach", "ends more than five years after the lease began"
    near = term.ends_on == limit or term.ends_on >= date(2027, 7, 1)
    return ("near_miss", "five years or a little less") if near else ("", "")

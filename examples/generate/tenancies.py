"""Youth tenancies as they mostly go: a study check every year, an answer in time, an approval where one is needed."""

from __future__ import annotations

from datetime import date, timedelta

from .days import Draws, answer_due, later, months_after, months_before
from .lasting import Approval, Check, Tenancy
from .places import DELIVERED_ON, LAST_DAY, YEARS
from .plan import Case, Plan

_CHECKED_IN = (2, 3, 9, 10)
"""The months in which a landlord checks."""


def tenancies(plan: Plan, draws: Draws) -> list[Tenancy]:
    """A tenancy for every youth dwelling that was let, and for some of them the one before."""
    found: list[Tenancy] = []
    for case in plan.cases:
        if case.dwelling_kind != "youth" or case.let_on is None:
            continue
        if draws.chance(20):
            found.append(_earlier(case, draws))
        starts = _first_or_fifteenth(case.let_on)
        student = not case.accepted or draws.chance(60)
        tenancy = Tenancy(case=case, starts_on=starts, assigned=case.accepted)
        tenancy.basis = "student" if student else "special_need"
        tenancy.ends_on = known(months_after(starts, draws.between(8, 60)) - timedelta(days=1))
        found.append(tenancy)
    for tenancy in found:
        _check(tenancy, draws)
        _leave(tenancy, draws)
    return found


def known(day: date) -> date | None:
    """The day, or nothing where it had not come when the delivery was made."""
    return day if day <= DELIVERED_ON else None


def answered(check: Check, basis: str, days: int) -> None:
    """An answer so many days after the request: of study activity, or the municipality's approval."""
    check.answered_on = later(check.requested_on, days)
    check.documented, check.approved = basis == "student", basis == "special_need"


def terminate(tenancy: Tenancy, check: Check, day: date) -> None:
    """Notice of termination because of a check; the tenancy ends three months after or before, and no check follows."""
    check.terminated_on = day
    ends = months_after(day.replace(day=1), 4) - timedelta(days=1)
    tenancy.ends_on = known(min(ends, tenancy.ends_on or ends))
    tenancy.checks = [item for item in tenancy.checks if item.requested_on <= day]


def _earlier(case: Case, draws: Draws) -> Tenancy:
    """The tenancy that ended the day before the dwelling fell vacant."""
    starts = months_before(case.vacant_on.replace(day=1), draws.between(14, 50))
    return Tenancy(case=case, starts_on=starts, ends_on=case.vacant_on - timedelta(days=1))


def _first_or_fifteenth(day: date) -> date:
    """The next first or fifteenth of a month."""
    return day.replace(day=15) if day.day < 15 else months_after(day.replace(day=1), 1)


def _check(tenancy: Tenancy, draws: Draws) -> None:
    """A check in every year that the tenancy runs through, and in others where it runs long enough around the day."""
    for year in YEARS:
        requested = later(date(year, _CHECKED_IN[int(tenancy.case.estate.key[-1]) % 4], draws.between(1, 20)), 0)
        around = (requested - timedelta(days=60), requested + timedelta(days=60))
        if not (tenancy.runs(*around) or tenancy.runs(date(year, 1, 1), date(year, 12, 31))):
            continue
        check = Check(requested_on=requested)
        tenancy.checks.append(check)
        given = later(answer_due(requested), draws.between(3, 40))
        if draws.chance(4) and given <= LAST_DAY and tenancy.runs(requested, given):
            terminate(tenancy, check, given)
            return
        answered(check, tenancy.basis, draws.between(3, 38))
        if tenancy.basis == "special_need" and check.answered_on is not None:
            tenancy.approvals.append(Approval(approved_on=check.answered_on - timedelta(days=draws.below(3))))


def _leave(tenancy: Tenancy, draws: Draws) -> None:
    """Why somebody moved out: the education or the prospect of one ended, or there was work; after the last check."""
    last = tenancy.ends_on
    if last is None or (tenancy.checks and tenancy.checks[-1].terminated_on):
        return
    earliest = max([tenancy.starts_on, *(check.answered_on or last for check in tenancy.checks)])
    ended = last - timedelta(days=draws.between(20, 90))
    if ended <= earliest:
        return
    if tenancy.basis == "special_need":
        tenancy.prospect_ended_on = ended
        tenancy.employment_from = ended if draws.chance(40) else None
    elif draws.chance(60):
        tenancy.education_ended_on = ended

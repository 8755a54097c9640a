"""What is planted in the youth tenancies: checks left out, notices too early, late or never, approvals too late."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from .days import Draws, answer_due
from .lasting import Approval, Check, Tenancy
from .plan import Plan
from .tenancies import answered, known, terminate

YEARLY, NOT_BEFORE = "yearly_study_check", "no_termination_before_the_answer_is_due"
PASSIVE, NO_APPROVAL = "passive_tenant_terminated", "no_approval_after_the_prospect_ended"
FINISHED = "tenant_who_finished_studying_terminated"


def plant_study(plan: Plan, draws: Draws) -> None:
    """Change tenancies of the plan, one planting each, and add the few that begin or end on New Year."""
    pool = draws.shuffled([item for item in plan.tenancies if item.basis == "student" and _undisturbed(item)])
    _left_out(plan, pool)
    plan.tenancies += _at_new_year(plan)
    _notices(plan, pool)
    _passive(plan, pool)
    _finished(plan, pool)
    _moved_out(plan, pool)
    _approvals(plan, [item for item in plan.tenancies if item.approvals])
    _students_at_work(plan, [item for item in pool if item.assigned])


def _undisturbed(tenancy: Tenancy) -> bool:
    return tenancy.ends_on is None and not any(check.terminated_on for check in tenancy.checks)


def _take(pool: list[Tenancy], year: int) -> Tenancy:
    """A student's tenancy that runs from the year before to the day of the delivery."""
    return pool.pop(next(at for at, item in enumerate(pool) if item.runs(date(year - 1, 12, 1), date(year, 12, 31))))


def _expect(plan: Plan, outcome: str, rule: str, tenancy: Tenancy, year: int, note: str) -> None:
    plan.expect(outcome, rule, tenancy, "youth_tenancy", note, period=str(year))


def _left_out(plan: Plan, pool: list[Tenancy]) -> None:
    for year in (2024, 2025, 2026):
        tenancy = _take(pool, year)
        tenancy.checks.remove(tenancy.check_of(year))
        _expect(plan, "breach", YEARLY, tenancy, year, "no check in the year")
    for year, day, outcome, note in (
        (2024, date(2025, 1, 1), "breach", "the check came on New Year's Day of the next year"),
        (2025, date(2025, 12, 31), "near_miss", "the check came on the last day of the year"),
        (2025, date(2025, 1, 1), "near_miss", "the check came on the first day of the year"),
    ):
        tenancy = _take(pool, year)
        check = tenancy.check_of(year)
        check.requested_on = day
        answered(check, tenancy.basis, 20)
        _expect(plan, outcome, YEARLY, tenancy, year, note)


def _finished(plan: Plan, pool: list[Tenancy]) -> None:
    """Tenants who finished their education and stayed on; the checks since then document no studies."""
    for ended, notice, no_new_tenant, outcome, note in (
        (date(2024, 6, 30), None, False, "breach", "finished two years ago and never given notice"),
        (date(2024, 8, 31), date(2025, 9, 1), False, "breach", "notice a year and a day after"),
        (date(2025, 1, 31), date(2026, 1, 31), None, "near_miss", "notice exactly a year after"),
        (date(2024, 4, 30), None, True, "near_miss", "never given notice, but the dwelling could not be let anew"),
        (date(2024, 5, 31), None, None, "undetermined", "never given notice; nobody has attested either way"),
        (date(2026, 6, 30), None, False, "pending", "finished half a year ago; notice may be postponed for a year"),
    ):
        tenancy = _take(pool, 2024)
        tenancy.education_ended_on, tenancy.terminated_on = ended, notice
        tenancy.no_new_tenant = no_new_tenant
        for check in tenancy.checks:
            check.documented = bool(check.documented) and check.requested_on < ended
        plan.expect(outcome, FINISHED, tenancy, "youth_tenancy", note)


def _at_new_year(plan: Plan) -> Iterator[Tenancy]:
    """Tenancies that run, or nearly run, a whole year without a check; in dwellings that fell vacant soon after."""
    for starts, ends, year, checked, outcome, note in (
        (date(2023, 1, 1), date(2024, 5, 31), 2023, date(2024, 2, 6), "breach", "began on New Year's Day"),
        (date(2023, 1, 2), date(2024, 4, 30), 2023, date(2024, 2, 7), "near_miss", "began on 2 January"),
        (date(2024, 8, 1), date(2025, 12, 31), 2025, date(2024, 10, 9), "breach", "ended on the last day of the year"),
        (date(2024, 8, 1), date(2025, 12, 30), 2025, date(2024, 10, 8), "near_miss", "ended on 30 December"),
    ):
        taken = {item.case for item in plan.tenancies if item.starts_on < item.case.vacant_on}
        cases = [case for case in plan.cases if case.dwelling_kind == "youth" and case.vacant_on > ends]
        case = min((case for case in cases if case not in taken), key=lambda case: (case.vacant_on, case.number))
        check = Check(requested_on=checked)
        answered(check, "student", 12)
        tenancy = Tenancy(case=case, starts_on=starts, ends_on=ends, checks=[check])
        _expect(plan, outcome, YEARLY, tenancy, year, f"no check in {year}; the tenancy {note}")
        yield tenancy


def _silent(pool: list[Tenancy], requested: date, terminated: date | None = None) -> tuple[Tenancy, Check]:
    """A tenant who was asked on the day and never answered."""
    tenancy = _take(pool, requested.year)
    check = tenancy.check_of(requested.year)
    check.requested_on, check.answered_on = requested, None
    check.documented = check.approved = False
    if terminated is not None:
        terminate(tenancy, check, terminated)
    return tenancy, check


def _notices(plan: Plan, pool: list[Tenancy]) -> None:
    for requested, terminated, outcome, note in (
        (date(2024, 6, 25), date(2024, 8, 6), "breach", "six weeks after 25 June, but July and August do not count"),
        (date(2024, 6, 25), date(2024, 10, 6), "breach", "the day before the answer was due"),
        (date(2024, 6, 25), date(2024, 10, 7), "near_miss", "the day the answer was due, 7 October"),
        (date(2025, 3, 3), date(2025, 4, 13), "breach", "the day before the answer was due"),
        (date(2025, 3, 3), date(2025, 4, 14), "near_miss", "the day the answer was due"),
        (date(2025, 7, 10), date(2025, 10, 12), "near_miss", "asked in July: due on 12 October"),
    ):
        _, check = _silent(pool, requested, terminated)
        plan.expect(outcome, NOT_BEFORE, check, "study_check", note)


Change = Callable[[Check], None]


def _passive(plan: Plan, pool: list[Tenancy]) -> None:
    for requested, terminated, outcome, note in (
        (date(2024, 6, 25), date(2025, 10, 7), "depends", "terminated a year to the day after the answer was due"),
        (date(2024, 6, 25), date(2025, 10, 8), "breach", "terminated a year and a day after the answer was due"),
        (date(2024, 1, 18), date(2025, 2, 28), "depends", "due on 29 February 2024, terminated on 28 February 2025"),
        (date(2024, 1, 18), date(2025, 3, 1), "breach", "due on 29 February 2024, terminated on 1 March 2025"),
        (date(2024, 9, 9), None, "breach", "never answered, never terminated"),
        (date(2025, 3, 4), None, "breach", "never answered, never terminated"),
        (date(2025, 12, 19), None, "breach", "due on 30 January 2026: the year was over the day before the delivery"),
        (date(2025, 12, 20), None, "depends", "due on 31 January 2026: the last day is the day of the delivery"),
        (date(2026, 3, 9), None, "pending", "the year is not over"),
        (date(2026, 10, 5), None, "pending", "the year is not over"),
    ):
        _, check = _silent(pool, requested, terminated)
        plan.expect(outcome, PASSIVE, check, "study_check", note)
    for requested, terminated, outcome, note, change in _replies():
        _, check = _silent(pool, requested, terminated)
        change(check)
        plan.expect(outcome, PASSIVE, check, "study_check", note)
    for terminated, outcome, note in (
        (date(2025, 3, 4), "near_miss", "terminated a year to the day after the request"),
        (date(2025, 3, 5), "depends", "terminated a year and a day after the request, within a year of the answer due"),
    ):
        _, check = _silent(pool, date(2024, 3, 4), terminated)
        plan.expect(outcome, PASSIVE, check, "study_check", note)


def _replies() -> Iterator[tuple[date, date | None, str, str, Change]]:
    asked = date(2024, 9, 10)
    due = answer_due(asked)
    yield asked, None, "near_miss", "answered on the last day, though without proof of study", _on(due)
    yield asked, None, "breach", "answered the day after the last day, without proof of study", _on(due + _DAY)
    yield asked, None, "near_miss", "no answer, but the study is documented", _said(documented=True, approved=False)
    yield asked, None, "near_miss", "no answer, but the municipality approved", _said(documented=False, approved=True)
    unknown = _said(documented=None, approved=False)
    yield asked, None, "undetermined", "no answer; whether the study is documented is blank", unknown
    yield (
        asked,
        None,
        "undetermined",
        "no answer; whether it was approved is blank",
        _said(documented=False, approved=None),
    )
    yield asked, date(2024, 11, 4), "near_miss", "documented is blank, but terminated in time either way", unknown


_DAY = timedelta(days=1)


def _on(day: date) -> Change:
    def change(check: Check) -> None:
        check.answered_on = day

    return change


def _said(*, documented: bool | None, approved: bool | None) -> Change:
    def change(check: Check) -> None:
        check.documented, check.approved = documented, approved

    return change


def _moved_out(plan: Plan, pool: list[Tenancy]) -> None:
    """Tenants who never answered and moved out by themselves, before notice had to be given or after."""
    for left, outcome, note in (
        (date(2025, 9, 10), "near_miss", "moved out a year to the day after the request"),
        (date(2025, 9, 11), "depends", "moved out a year and a day after the request, within a year of the answer due"),
        (date(2025, 10, 23), "breach", "moved out a year and a day after the answer was due, without notice"),
    ):
        tenancy, check = _silent(pool, date(2024, 9, 10))
        tenancy.ends_on = left
        tenancy.checks = [item for item in tenancy.checks if item.requested_on <= left]
        plan.expect(outcome, PASSIVE, check, "study_check", note)


def _students_at_work(plan: Plan, pool: list[Tenancy]) -> None:
    """Assigned students with ordinary work: one still in education, one whose education has ended."""
    for ended, outcome, note in (
        (None, "depends", "in education and in ordinary employment: the prospect may concern others only"),
        (date(2026, 8, 31), "breach", "the education had ended, and the tenant was in ordinary employment"),
    ):
        tenancy = pool.pop(next(at for at, item in enumerate(pool) if item.runs(date(2026, 1, 1), date(2026, 12, 31))))
        approval = Approval(approved_on=date(2026, 10, 5))
        tenancy.approvals.append(approval)
        tenancy.employment_from, tenancy.education_ended_on = date(2026, 9, 14), ended
        plan.expect(outcome, NO_APPROVAL, approval, "extension_approval", note)
        if ended is not None:
            tenancy.no_new_tenant = False
            plan.expect("pending", FINISHED, tenancy, "youth_tenancy", "finished in August; notice may wait for a year")
            for check in tenancy.checks:
                check.documented = bool(check.documented) and check.requested_on < ended


def _approvals(plan: Plan, found: list[Tenancy]) -> None:
    """Move the end of the prospect, or the first day at work, to just before or just after the last approval."""
    pool = sorted(found, key=lambda item: (item.starts_on, item.case.number))
    for days, of_prospect, outcome, note in (
        (0, True, "breach", "approved on the very day the prospect ended"),
        (1, True, "breach", "approved the day after the prospect ended"),
        (60, True, "breach", "approved two months after the prospect ended"),
        (-1, True, "near_miss", "approved the day before the prospect ended"),
        (30, False, "breach", "approved a month after the tenant came into ordinary employment"),
        (1, False, "breach", "approved the day after the tenant came into ordinary employment"),
        (-1, False, "near_miss", "approved the day before the tenant came into ordinary employment"),
        (0, False, "breach", "approved on the very day the tenant came into ordinary employment"),
    ):
        tenancy = pool.pop()
        approval = tenancy.approvals[-1]
        if approval.approved_on is None:
            raise ValueError("an approval without a day among the ordinary ones")
        day = known(approval.approved_on - timedelta(days=days))
        tenancy.prospect_ended_on, tenancy.employment_from = (day, None) if of_prospect else (None, day)
        plan.expect(outcome, NO_APPROVAL, approval, "extension_approval", note)
    tenancy = next(item for item in pool if item.prospect_ended_on is not None)
    undated = Approval(approved_on=None)
    tenancy.approvals.append(undated)
    plan.expect("undetermined", NO_APPROVAL, undated, "extension_approval", "the date of the approval is blank")

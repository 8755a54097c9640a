"""Tenancies and step-down leases as rows of their files, in the order of the columns of `files.ALL_FILES`."""

from __future__ import annotations

from .figures import Row
from .lasting import Lease, Tenancy
from .meetings import meetings, reports
from .plan import Plan


def lasting_rows(plan: Plan, homes: dict[int, str]) -> dict[str, list[Row]]:
    """The rows of every file about what lasts, and of the meetings and reports; `homes` gives each case's dwelling."""
    return {
        "youth_tenancies": [_tenancy(item, homes[item.case.number]) for item in plan.tenancies],
        "study_checks": sorted(
            (
                (
                    check.key("study_check"),
                    item.key("youth_tenancy"),
                    check.requested_on,
                    check.answered_on,
                    check.documented,
                    check.approved,
                    check.terminated_on,
                )
                for item in plan.tenancies
                for check in item.checks
            ),
            key=lambda row: str(row[0]),
        ),
        "extension_approvals": sorted(
            (
                (approval.key("extension_approval"), item.key("youth_tenancy"), approval.approved_on)
                for item in plan.tenancies
                for approval in item.approvals
            ),
            key=lambda row: str(row[0]),
        ),
        "step_down_leases": [_lease(item, homes[item.case.number]) for item in plan.leases],
        "step_down_terms": [
            (
                term.key("step_down_term"),
                item.key("step_down_lease"),
                term.agreed_on,
                term.ends_on,
                term.replaced_on,
                term.assessed_on,
                term.able,
                term.requested_on,
                term.terminated_on,
            )
            for item in plan.leases
            for term in item.terms
        ],
        "meetings": list(meetings()),
        "reports": list(reports()),
    }


def _tenancy(item: Tenancy, home: str) -> Row:
    household = item.case.key("household") if item.assigned else None
    return (
        item.key("youth_tenancy"),
        home,
        household,
        item.starts_on,
        item.ends_on,
        item.assigned,
        item.basis,
        item.terminated_on,
        item.education_ended_on,
        item.employment_from,
        item.prospect_ended_on,
    )


def _lease(item: Lease, home: str) -> Row:
    household = item.case.key("household") if item.case.assigned_on else None
    return (item.key("step_down_lease"), home, household, item.starts_on, item.ended_on)

"""What lasts: youth tenancies with their study checks and approvals, step-down leases with their terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from .plan import Case


@dataclass(slots=True, kw_only=True, eq=False)
class Check:
    """A study check; None is a blank cell."""

    requested_on: date
    answered_on: date | None = None
    documented: bool | None = False
    approved: bool | None = False
    terminated_on: date | None = None
    number: int = 0

    def key(self, _subject: str) -> str:
        """The key of the check."""
        return f"K{self.number:05d}"


@dataclass(slots=True, kw_only=True, eq=False)
class Approval:
    """The municipality's approval that a tenancy goes on; the date is blank where it is None."""

    approved_on: date | None
    number: int = 0

    def key(self, _subject: str) -> str:
        """The key of the approval."""
        return f"G{self.number:04d}"


@dataclass(slots=True, kw_only=True, eq=False)
class Tenancy:
    """A youth tenancy in the dwelling of a case: that of the case itself, or an earlier one."""

    case: Case
    starts_on: date
    ends_on: date | None = None
    assigned: bool = False
    basis: str = "student"
    terminated_on: date | None = None
    no_new_tenant: bool | None = None
    education_ended_on: date | None = None
    employment_from: date | None = None
    prospect_ended_on: date | None = None
    checks: list[Check] = field(default_factory=list)
    approvals: list[Approval] = field(default_factory=list)
    number: int = 0

    def key(self, _subject: str) -> str:
        """The key of the tenancy."""
        return f"UL{self.number:05d}"

    def runs(self, first: date, last: date) -> bool:
        """Whether it runs all the days from the first to the last."""
        return self.starts_on <= first and (self.ends_on is None or self.ends_on >= last)

    def check_of(self, year: int) -> Check:
        """The check of a year."""
        return next(check for check in self.checks if check.requested_on.year == year)


@dataclass(slots=True, kw_only=True, eq=False)
class Term:
    """The time a step-down lease was agreed for; None is a blank cell."""

    agreed_on: date
    ends_on: date | None
    replaced_on: date | None = None
    assessed_on: date | None = None
    able: bool | None = None
    requested_on: date | None = None
    terminated_on: date | None = None
    number: int = 0

    def key(self, _subject: str) -> str:
        """The key of the term."""
        return f"UP{self.number:03d}"


@dataclass(slots=True, kw_only=True, eq=False)
class Lease:
    """A step-down lease of a dwelling that was assigned."""

    case: Case
    starts_on: date
    ended_on: date | None = None
    terms: list[Term] = field(default_factory=list)
    number: int = 0

    def key(self, _subject: str) -> str:
        """The key of the lease."""
        return f"US{self.number:03d}"

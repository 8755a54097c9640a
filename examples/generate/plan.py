"""The plan: every vacancy with all that follows from it, and what an audit is expected to find of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Protocol

from .places import Estate

if TYPE_CHECKING:
    from .lasting import Lease, Tenancy
    from .subsidies import Subsidy


class Keyed(Protocol):
    """Something planned whose records get their keys last."""

    def key(self, subject: str) -> str:
        """The key of one of its records."""


@dataclass(slots=True, kw_only=True)
class Person:
    """A member of an assigned household; None is a blank cell."""

    born_on: date
    citizenship: str | None = "danish"
    student: bool | None = False
    released_on: date | None = None
    youth_released_on: date | None = None
    lease_ended_on: date | None = None
    pension: bool = False
    hours: int | None = None
    convicted_on: date | None = None
    benefits: dict[date, str | None] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True, eq=False)
class Case:
    """One vacancy: offered or not, answered, assigned, let. `number` is given last, in the order of the days.

    `undated` leaves the cell for the day of the assignment blank; None elsewhere is a blank cell or no such record.
    `persons` are the household that was assigned, `tenants` one that was not and yet is told of.
    """

    estate: Estate
    vacant_on: date
    dwelling_kind: str | None = "family"
    offered_on: date | None = None
    answered_on: date | None = None
    accepted: bool = False
    assigned_on: date | None = None
    undated: bool = False
    special: bool | None = True
    let_on: date | None = None
    letting_type: str | None = None
    criteria: str | None = "none"
    persons: list[Person] = field(default_factory=list)
    tenants: list[Person] = field(default_factory=list)
    within_estate: bool | None = None
    attested: bool | None = None
    fixed: bool = False
    number: int = 0

    def key(self, subject: str) -> str:
        """The key of one of the records that the case gives rise to."""
        letter = {"vacancy": "L", "offer": "T", "answer": "S", "assignment": "A", "letting": "U", "household": "H"}
        return f"{letter[subject]}{self.number:05d}"

    @property
    def household_moves_in(self) -> bool:
        """Whether the assigned household is the one that the dwelling was let to."""
        return self.assigned_on is not None and self.letting_type in ("assignment", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What an audit must find: breach, near_miss (must not be found), undetermined, pending, or depends (on a reading).

    The subject is a record of a case, or else the `key` of an estate or an organisation; `period` where it is judged
    period by period.
    """

    rule: str
    subject: str
    outcome: str
    note: str
    case: Keyed | None = None
    key: str = ""
    period: str = ""
    reading: str = ""


@dataclass(slots=True)
class Plan:
    """Everything that is planned before a file is written."""

    cases: list[Case] = field(default_factory=list)
    expected: list[Expected] = field(default_factory=list)
    tenancies: list[Tenancy] = field(default_factory=list)
    leases: list[Lease] = field(default_factory=list)
    subsidies: list[Subsidy] = field(default_factory=list)
    statements: list[tuple[str, str, str, bool | None, date]] = field(default_factory=list)
    """What is attested: the statement, of what kind of record, its key, yes or no or blank, and the day."""
    shared: set[int] = field(default_factory=set)
    """The numbers of the cases that are let as shared dwellings."""

    def expect(self, outcome: str, rule: str, case: Keyed, subject: str, note: str, *, period: str = "") -> None:
        """Note what is expected of one of the case's records."""
        self.expected.append(Expected(rule=rule, subject=subject, outcome=outcome, note=note, case=case, period=period))

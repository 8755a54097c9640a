"""What a rule can say of a record or a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Literal

from klausul_dsl.clauses import Reference
from klausul_dsl.text import Language, Text
from klausul_dsl.values import Cause, Cell, Never, Reason


class Outcome(Enum):
    """Exactly one for every member of a rule's population."""

    BREACH = "breach"
    UNDETERMINED = "undetermined"
    PENDING = "pending"
    COMPLIANT = "compliant"
    NOT_APPLICABLE = "not_applicable"


OUTCOME_LABELS: dict[Outcome, Text] = {
    Outcome.BREACH: Text("ikke overholdt", "breach"),
    Outcome.UNDETERMINED: Text("kan ikke afgøres", "undetermined"),
    Outcome.PENDING: Text("endnu ikke forfaldent", "pending"),
    Outcome.COMPLIANT: Text("overholdt", "compliant"),
    Outcome.NOT_APPLICABLE: Text("ikke relevant", "not applicable"),
}

REASON_LABELS: dict[Reason, Text] = {
    Reason.UNCOVERED: Text("ikke dækket", "uncovered"),
    Reason.CONFLICT: Text("modstrid", "conflict"),
    Reason.UNREADABLE: Text("ulæselig celle", "unreadable cell"),
    Reason.REJECTED_ROWS: Text("afviste rækker", "rejected rows"),
    Reason.ORDER: Text("rækkefølge", "order"),
    Reason.MISSING_FACTS: Text("manglende oplysninger", "missing facts"),
}


def label(outcome: Outcome, language: Language) -> str:
    """The word for an outcome.

    >>> label(Outcome.BREACH, "da")
    'ikke overholdt'
    """
    return OUTCOME_LABELS[outcome][language]


def leading_reason(causes: frozenset[Cause]) -> Reason:
    """The one reason to report for a set of causes: the first in the precedence of `Reason`."""
    order = list(Reason)
    return min((cause.reason for cause in causes), key=order.index, default=Reason.MISSING_FACTS)


@dataclass(frozen=True, slots=True)
class FactRead:
    """A cell that was read: the record, the field, and what stood there (None: nothing)."""

    entity: str
    key: str
    name: str
    value: Cell


@dataclass(frozen=True, slots=True)
class BranchTried:
    """A branch of a classification that was tried, and whether its condition was true, false or unknown (None)."""

    name: str
    references: tuple[Reference, ...]
    truth: bool | None


@dataclass(frozen=True, slots=True)
class ClassFound:
    """A class that was looked up: of what, on which day (the review day where placed), and how it came about.

    `possible` holds one name where the class is known, more where it is not, none where the record is uncovered. Of a
    recorded class, `recorded_by` is the key of the placement that says so, and the day is that from which it says so.
    """

    classification: str
    entity: str
    key: str
    day: date
    possible: tuple[str, ...]
    tried: tuple[BranchTried, ...] = ()
    recorded_by: str | None = None

    @property
    def recorded(self) -> bool:
        return self.recorded_by is not None


@dataclass(frozen=True, slots=True)
class DefinitionFound:
    """A definition that was applied: of what, on which day, and what it gave (text; None where unknown)."""

    name: str
    entity: str
    key: str
    day: date
    value: str | None


Deciding = Literal["where", "unless", "must", "dated_by", "expiry"]


@dataclass(frozen=True, slots=True)
class Trace:
    """Everything that was read to reach an outcome, in the order it was read first."""

    facts: tuple[FactRead, ...] = ()
    classes: tuple[ClassFound, ...] = ()
    definitions: tuple[DefinitionFound, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareFigures:
    """The count behind a quota: members in scope for certain, met for certain, and what is unknown.

    `low` and `high` are the sums of the members' intervals; `to_settle` is the least number of unknown members whose
    facts would make the outcome firm; `required` is how many met members the bound asks for at the members in scope.
    """

    members: int
    met: int
    unknown_scope: int
    unknown_met: int
    low: int
    high: int
    required: int
    to_settle: int = 0


@dataclass(frozen=True, slots=True)
class RunFigures:
    """The running count behind a position of a sequence.

    `entity` and `key` name the record that is counted for ("" where all are counted together). `position` counts the
    records in scope, certain and possible, since the count started afresh on `since` (None: from the beginning);
    `met` and `unknown` are how many of them are met for certain and how many are not known to be counted or met;
    `required` is how many must, or may, be met after the position, and `low` and `high` are the sums of the two runs.
    """

    entity: str
    key: str
    since: date | None
    position: int
    met: int
    unknown: int
    required: int
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class DueFigures:
    """A deadline: by when, and when it happened; None is unknown, NEVER has not happened or cannot fall due."""

    due: date | Never | None
    happened: date | Never | None


@dataclass(frozen=True, slots=True)
class Placing:
    """A recorded placement against the class that the branches give: one of each where they are settled.

    `recorded` is empty where nothing is recorded or what is cannot be told; `derived` is empty where no class fits.
    """

    recorded: tuple[str, ...] = ()
    derived: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a norm says of one record or one group, at one choice of readings.

    `entity` and `key` name the subject: the record, or the group (key "" for all records together). `period` is the
    counted period of a quota, first and last day, or the one review day of a placement. `day` is the reference day of
    a record, None where it is unknown.
    `exemption` holds the clauses of the exemption that applied. `counted` holds (key, met) of a group's certain and
    possible members.
    """

    norm: str
    entity: str
    key: str
    outcome: Outcome
    day: date | None = None
    period: tuple[date, date] | None = None
    reason: Reason | None = None
    causes: tuple[Cause, ...] = ()
    decided_by: Deciding | None = None
    exemption: tuple[Reference, ...] = ()
    trace: Trace = field(default_factory=Trace)
    figures: ShareFigures | None = None
    counted: tuple[tuple[str, bool | None], ...] = ()
    run: RunFigures | None = None
    due: DueFigures | None = None
    placing: Placing | None = None


Firmness = Literal["firm", "one_at_a_time", "depends"]


@dataclass(frozen=True, slots=True)
class Dependence:
    """A reading on which an outcome depends, and what each of its alternatives gives, the others as chosen."""

    reading: str
    outcomes: tuple[tuple[str, Outcome], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement at the chosen readings, and how it stands in the others.

    `firm`: the same outcome in every combination of the readings it reaches. `one_at_a_time`: the same with each
    reading alone and each pair changed, too many combinations to try all. `depends`: not the same; `depends_on` says
    on what (empty where only a combination of readings changes it).
    """

    judgement: Judgement
    firmness: Firmness
    depends_on: tuple[Dependence, ...] = ()


@dataclass(frozen=True, slots=True)
class NormResult:
    """Everything a norm says of a world, in one variant of its group and period readings.

    `variant` holds the (reading, alternative) pairs that fix this variant; `chosen` is whether these are the chosen
    ones. population = sum of `tallies`; `outside` and `later` count records that are not judged because they are
    dated outside the norm's validity or after the as-of date. For a quota the population is its groups and periods, for
    a placement its subjects and the review days in the period in force.
    `judged` holds every judgement in the order of subject key and period.
    """

    norm: str
    variant: tuple[tuple[str, str], ...]
    chosen: bool
    tallies: Mapping[Outcome, int]
    outside: int
    later: int
    judged: tuple[Judged, ...]

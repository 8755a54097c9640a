"""What a judgement or a count hands to the reports: findings and measured rows, with nothing private left in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from klausul_dsl.outcomes import Firmness, Outcome, ShareFigures
from klausul_dsl.text import Text
from klausul_dsl.values import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A cell of a delivered file: the physical line, and the header of the column where one feeds the field."""

    file: str
    line: int
    column: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCited:
    """A clause with its title; `register` is the agreement or act it belongs to."""

    register: str
    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Unverified:
    """What of a clause has not been held against the official text."""

    clause: ClauseCited
    what: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FactShown:
    """A cell that was read. `key` is None and `value` a placeholder where they would tell of a person."""

    entity: str
    entity_label: Text
    key: str | None
    name: str
    label: Text
    value: Text
    private: bool
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFact:
    """A fact that keeps an outcome undetermined: why, and what must be fetched."""

    reason: Reason
    entity: str
    entity_label: Text
    key: str | None
    name: str
    label: Text
    detail: Text
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchShown:
    """A class of a classification, with the clauses it stands under."""

    name: str
    label: Text
    clauses: tuple[ClauseCited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassShown:
    """A class that was looked up: the branch that fired, or all that were refuted or could not be decided.

    Of a recorded class `place` is the cell that records it, and `day` that from which it does.
    """

    classification: str
    label: Text
    entity_label: Text
    key: str | None
    day: date
    possible: tuple[Text, ...]
    fired: BranchShown | None
    refuted: tuple[BranchShown, ...]
    open: tuple[BranchShown, ...]
    recorded: bool
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DefinitionShown:
    """A definition that was applied, and what it gave (None: unknown)."""

    name: str
    label: Text
    entity_label: Text
    key: str | None
    day: date
    value: Text | None
    private: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeOutcome:
    """What an alternative of a reading gives."""

    name: str
    label: Text
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class DependsOn:
    """A reading on which a finding depends, and what each of its alternatives gives."""

    reading: str
    label: Text
    outcomes: tuple[AlternativeOutcome, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The members of a group by key. `met` and `not_met` are None where they would tell of a person."""

    members: tuple[str, ...]
    met: tuple[str, ...] | None
    not_met: tuple[str, ...] | None
    unknown: tuple[str, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunShown:
    """The running count behind a position of a sequence: of whose records, the how many-th, and since when.

    `required` is how many must, or may, be met after it. `met` and `unknown` are how many are for certain, and of how
    many it is not known; they are None where they would tell of a person, as the next position tells of one more.
    """

    entity: str
    entity_label: Text
    key: str
    since: date | None
    position: int
    required: int
    met: int | None
    unknown: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A day that may not have come: `never` has not happened, or cannot come before something else has."""

    state: Literal["day", "unknown", "never", "private"]
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueShown:
    """A deadline: the last day, and the day on which it was done."""

    due: DayShown
    happened: DayShown


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyShown:
    """A party that owes a duty."""

    name: str
    label: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacingShown:
    """A recorded placement and the classes that the clauses give: one of each where they are settled."""

    recorded: tuple[Text, ...]
    derived: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One outcome that somebody must look at, with everything that led to it."""

    id: str
    agreement: str
    norm: str
    label: Text
    clauses: tuple[ClauseCited, ...]
    told: Text
    outcome: Outcome
    reason: Reason | None
    entity: str
    entity_label: Text
    key: str
    day: date | None
    period: tuple[date, date] | None
    required: Text
    observed: Text
    facts: tuple[FactShown, ...]
    definitions: tuple[DefinitionShown, ...]
    classes: tuple[ClassShown, ...]
    exemption: tuple[ClauseCited, ...]
    missing: tuple[MissingFact, ...]
    figures: ShareFigures | None
    counted: Counted | None
    run: RunShown | None
    due: DueShown | None
    owed_by: tuple[PartyShown, ...]
    placing: PlacingShown | None
    firmness: Firmness
    depends_on: tuple[DependsOn, ...]
    unverified: tuple[Unverified, ...]
    variant: tuple[tuple[str, str], ...]
    chosen: bool
    place: Place | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureShown:
    """What a measure comes to for one group in one period: a number to look at, and no outcome.

    From `fewest` to `widest` records are in scope, and from `least` to `most` of them are counted, according to what
    is not known. `share` says that the counted are seen as a part of those in scope. `still_open`: more may come.
    """

    id: str
    agreement: str
    measure: str
    label: Text
    clauses: tuple[ClauseCited, ...]
    told: Text
    entity: str
    entity_label: Text
    key: str
    period: tuple[date, date]
    least: int
    most: int
    fewest: int
    widest: int
    counted_label: Text
    share: bool
    counted: Text
    expected: Text
    still_open: bool
    variant: tuple[tuple[str, str], ...]
    variant_label: Text
    chosen: bool

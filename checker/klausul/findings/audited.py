"""What an audit hands to its reports: the run record, the tallies, the findings, and the code it ends with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from klausul.findings.disclosure import Manner
from klausul.findings.model import ClauseCited, Finding, MeasureShown, Place, Unverified
from klausul_dsl.clauses import Status
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.outcomes import Outcome
from klausul_dsl.source import Source
from klausul_dsl.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many members of a norm's population came to each outcome, in one variant."""

    norm: str
    label: Text
    clauses: tuple[ClauseCited, ...]
    variant: tuple[tuple[str, str], ...]
    variant_label: Text
    chosen: bool
    outcomes: Mapping[Outcome, int]
    depending: int
    outside: int
    later: int
    set_aside: int
    unverified: tuple[Unverified, ...] = ()

    @property
    def population(self) -> int:
        return sum(self.outcomes.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountSum:
    """What the amounts of a field come to."""

    field: str
    label: Text
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlTotal:
    """A total of the sender's that a file comes to; of its rows where `column` is None."""

    file: str
    column: str | None
    total: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """What became of the rows of one file for one record type.

    received = admitted + outside + later + excluded + rejected + blank. Keys, days and sums (in kroner) are of the
    admitted, outside and later records.
    """

    file: str
    entity: str
    label: Text
    received: int
    admitted: int
    outside: int
    later: int
    excluded: int
    rejected: int
    blank: int
    keys: int
    first: date | None
    last: date | None
    sums: tuple[AmountSum, ...]

    @property
    def adds_up(self) -> bool:
        parts = self.admitted + self.outside + self.later + self.excluded + self.rejected + self.blank
        return self.received == parts


@dataclass(frozen=True, slots=True, kw_only=True)
class RejectedRow:
    """A row whose structure or key could not be read, with every reason."""

    place: Place
    entity_label: Text
    reasons: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableCell:
    """A cell that does not convert: its text, unless private, and why."""

    place: Place
    entity_label: Text
    label: Text
    text: Text
    reason: Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class OddCell:
    """A value that is used as it stands although it is implausible, or comes in the wrong order, and why."""

    place: Place
    entity_label: Text
    label: Text
    reason: Diagnostic


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The alternative of a reading that the run was judged at."""

    reading: str
    label: Text
    asks: Text
    clauses: tuple[ClauseCited, ...]
    alternative: str
    alternative_label: Text
    default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What a run was narrowed to, and so what it did not judge."""

    clauses: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    estates: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    norms_not_judged: tuple[tuple[str, Text], ...] = ()
    judgements_set_aside: int = 0
    measures_set_aside: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.clauses or self.rules or self.estates or self.period)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """Everything that a colleague needs to do the audit again and get the same answer.

    `personal` says how keys of persons and personal facts are told, `pseudonym_key` which key gave the pseudonyms.
    `not_read` are files of the folder that the profile does not name, `left_by_programs` the hidden and temporary ones
    among them; `ignored_columns` are columns that it does not name, by file.
    """

    version: str
    agreement: str
    title: Text
    in_force: tuple[date | None, date | None]
    delivery: str
    as_of: date
    personal: Manner
    pseudonym_key: str | None
    choices: tuple[Choice, ...]
    policy_files: Mapping[str, str]
    profile: Mapping[str, str]
    inputs: Mapping[str, str]
    account: tuple[AccountRow, ...]
    controls: tuple[ControlTotal, ...]
    rejected_rows: tuple[RejectedRow, ...]
    unreadable: tuple[UnreadableCell, ...]
    odd: tuple[OddCell, ...]
    not_read: tuple[str, ...]
    left_by_programs: tuple[str, ...]
    ignored_columns: Mapping[str, tuple[str, ...]]
    warnings: tuple[Diagnostic, ...]
    narrowing: Narrowing
    unreached: tuple[tuple[str, Text, int], ...] | None
    by_status: tuple[tuple[Status, tuple[ClauseCited, ...]], ...]

    @property
    def adds_up(self) -> bool:
        return all(row.adds_up for row in self.account)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """A whole audit: the run record, the tallies, the findings and what is measured, by clause, rule and subject."""

    run: RunRecord
    tallies: tuple[Tally, ...]
    findings: tuple[Finding, ...]
    measures: tuple[MeasureShown, ...]
    sources: Mapping[str, Source]

    @property
    def chosen(self) -> tuple[Finding, ...]:
        """The findings of the chosen variants, the ones the exit code speaks of."""
        return tuple(finding for finding in self.findings if finding.chosen)


def exit_code(audit: Audit) -> int:
    """3 where the input was not fully read or the account does not add up, 1 where there are breaches, else 0."""
    run = audit.run
    if run.rejected_rows or run.unreadable or not run.adds_up or any(row.rejected for row in run.account):
        return 3
    return 1 if any(finding.outcome is Outcome.BREACH for finding in audit.chosen) else 0

"""The source profile: how the files of a delivery are to be read. `profile_file` makes it from `profile.yaml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from klausul.records.dates import DateForm
from klausul_dsl.source import Span
from klausul_dsl.values import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How the cells of a column are written.

    `missing` are the texts besides a blank that mean "not given"; `yes` and `no` are in lower case; `choices` are the
    source's own words for the options of a choice field.
    """

    decimal: str
    thousands: str | None
    dates: tuple[DateForm, ...]
    yes: frozenset[str]
    no: frozenset[str]
    missing: frozenset[str]
    choices: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column header that the profile names, and where it names it."""

    header: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSource:
    """Where a field's value comes from: a column, or one text for every row."""

    field: str
    column: Column | None
    constant: str | None
    form: Form
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSource:
    """The records of one type in a file. Several key columns make the key together, joined by a slash."""

    record: str
    key: tuple[Column, ...]
    fields: tuple[FieldSource, ...]
    when: Column | None
    repeats: bool
    form: Form
    span: Span

    @property
    def columns(self) -> tuple[Column, ...]:
        """Every column that is read, in the order of the profile."""
        fields = (item.column for item in self.fields if item.column is not None)
        return (*self.key, *((self.when,) if self.when else ()), *fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """The totals that a file must come to: the number of its rows, the sums of columns."""

    rows: int | None
    sums: tuple[tuple[Column, Fraction], ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSource:
    """One file of the delivery."""

    name: str
    encoding: str
    delimiter: str
    skip: int
    may_be_empty: bool
    control: Control | None
    form: Form
    records: tuple[RecordSource, ...]
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """How a delivery is to be read, of which record types it is complete, and by which agreement it is judged."""

    policy: str | None
    policy_span: Span
    delivered_on: date
    as_of: date | None
    complete: Mapping[str, Coverage]
    complete_spans: Mapping[str, Span]
    files: tuple[FileSource, ...]

    @property
    def day(self) -> date:
        """The as-of date of the delivery where the command gives none."""
        return self.as_of or self.delivered_on

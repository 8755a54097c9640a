"""A folder and its profile to records with an account of every row: the phases in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from klausul.records.account import AccountLine
from klausul.records.admit import RejectedRow, admit
from klausul.records.candidates import Batch, UnreadableCell, make_batch
from klausul.records.control import ControlMet
from klausul.records.oddities import OddCell
from klausul.records.opening import InputFile, open_files
from klausul.records.orphans import orphan_warnings
from klausul.records.profile import Profile
from klausul.records.strays import PROFILE, Stray, stray_files
from klausul.records.tables import Table, place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text
from klausul_dsl.values import Coverage, Record
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """What a delivery holds.

    `records` are admitted or outside the period; `rejected` are rows that may be unknown members of a group, for
    `World`. `problems` stop the run: where there are any, there are no records. `ignored` are (file, column) pairs that
    the profile names nowhere, `strays` the files of the folder that it does not name.
    """

    records: tuple[Record, ...] = ()
    rejected: tuple[Record, ...] = ()
    coverage: Mapping[str, Coverage]
    account: tuple[AccountLine, ...] = ()
    rejected_rows: tuple[RejectedRow, ...] = ()
    unreadable: tuple[UnreadableCell, ...] = ()
    odd: tuple[OddCell, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    files: tuple[InputFile, ...] = ()
    ignored: tuple[tuple[str, str], ...] = ()
    strays: tuple[Stray, ...] = ()
    controls: tuple[ControlMet, ...] = ()


def read_delivery(
    folder: Path,
    profile: Profile,
    vocabulary: Vocabulary,
    *,
    as_of: date,
    period: tuple[date | None, date | None] = (None, None),
    progress: Callable[[str, int], None] | None = None,
    show_personal: bool = False,
) -> Intake:
    """Read every file of a delivery. `progress` is told of each file and its number of rows."""
    opened = open_files(folder, profile, progress or (lambda _name, _rows: None))
    if opened.problems:
        return Intake(coverage=profile.complete, problems=opened.problems, warnings=opened.warnings, files=opened.files)
    batches = _batches(opened.tables, profile, vocabulary, show_personal=show_personal)
    admission = admit(batches, as_of=as_of, period=period)
    known = (*admission.records, *admission.later)
    delivered = {batch.entity.name for batch in batches}
    return Intake(
        records=admission.records,
        rejected=admission.rejected,
        coverage={name: span for name, span in profile.complete.items() if name in delivered},
        account=admission.account,
        rejected_rows=admission.rows,
        unreadable=admission.unreadable,
        odd=admission.odd,
        warnings=(
            *_too_late(profile, as_of),
            *opened.warnings,
            *_respelt(batches),
            *_undelivered(profile, delivered, vocabulary),
            *orphan_warnings(known, delivered, vocabulary),
        ),
        files=opened.files,
        ignored=_ignored(opened.tables, profile),
        strays=stray_files(folder, profile),
        controls=opened.controls,
    )


def _too_late(profile: Profile, as_of: date) -> tuple[Diagnostic, ...]:
    if as_of <= profile.delivered_on:
        return ()
    days = {"day": as_of.isoformat(), "delivered": profile.delivered_on.isoformat()}
    return (diagnose("K772", place(PROFILE), (), **days),)


def _batches(
    tables: tuple[Table, ...], profile: Profile, vocabulary: Vocabulary, *, show_personal: bool
) -> list[Batch]:
    batches: list[Batch] = []
    for file, table in zip(profile.files, tables, strict=True):
        for source in file.records:
            entity = vocabulary.entities[source.record]
            batches.append(make_batch(len(batches), file, source, table, entity, show_personal=show_personal))
    return batches


def _respelt(batches: list[Batch]) -> tuple[Diagnostic, ...]:
    return tuple(dict.fromkeys(warning for batch in batches for warning in batch.warnings))


def _undelivered(profile: Profile, delivered: set[str], vocabulary: Vocabulary) -> list[Diagnostic]:
    warnings = []
    for name, span in profile.complete_spans.items():
        if name not in delivered:
            entity = vocabulary.entities[name]
            word = Text(f"“{entity.singular.da}”", f"“{entity.singular.en}”")
            warnings.append(diagnose("K738", span, record=word))
    return warnings


def _ignored(tables: tuple[Table, ...], profile: Profile) -> tuple[tuple[str, str], ...]:
    found = []
    for file, table in zip(profile.files, tables, strict=True):
        named = {column.header for record in file.records for column in record.columns}
        named |= {column.header for column, _ in file.control.sums} if file.control else set()
        found += [(table.name, column) for column in table.columns if column and column not in named]
    return tuple(found)

"""Candidates to records: one record for each key, and every other row excluded or rejected with its reason.

What is admitted does not depend on the order of rows; only the line that a message names does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from klausul.records.account import AccountLine, Tally, fate
from klausul.records.candidates import Batch, Candidate, UnreadableCell, constant_cells
from klausul.records.oddities import OddCell
from klausul.records.tables import Table, place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text
from klausul_dsl.values import Cell, Disagreement, Origin, Record, Unreadable
from klausul_dsl.vocabulary import Entity

_ABSENT = object()
_ONE_RECORD = Text(
    "fjern gentagelsen i kilden, eller skriv “repeats: true”, hvis posten står på flere rækker med vilje",
    "remove the repeat at its source, or write “repeats: true” if the record stands on several rows on purpose",
)
_ONE_FILE = Text(
    "se efter, om det er den samme fil i to udgaver, og tag i så fald den ene ud af profilen",
    "see whether it is one file in two versions, and if so take one of them out of the profile",
)


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that is not judged: where it stands, for which record types, every reason, and its original bytes."""

    file: str
    line: int
    last: int
    records: tuple[str, ...]
    reasons: tuple[Diagnostic, ...]
    original: bytes


@dataclass(frozen=True, slots=True)
class Admission:
    """The records of a delivery and the account of every row."""

    records: tuple[Record, ...]
    later: tuple[Record, ...]
    rejected: tuple[Record, ...]
    rows: tuple[RejectedRow, ...]
    unreadable: tuple[UnreadableCell, ...]
    odd: tuple[OddCell, ...]
    account: tuple[AccountLine, ...]


@dataclass(slots=True)
class _Ledger:
    """An admission on its way."""

    as_of: date
    period: tuple[date | None, date | None]
    batches: Sequence[Batch]
    tallies: list[Tally]
    records: list[Record] = field(default_factory=list)
    later: list[Record] = field(default_factory=list)
    rejected: list[Record] = field(default_factory=list)
    reasons: dict[tuple[str, int], list[tuple[str, Diagnostic]]] = field(default_factory=lambda: defaultdict(list))
    unreadable: list[UnreadableCell] = field(default_factory=list)
    odd: list[OddCell] = field(default_factory=list)

    def reject(self, batch: Batch, line: int, reason: Diagnostic, record: Record | None) -> None:
        """Count a row as rejected; the record, if one is given, is an unknown member of the groups it may belong to."""
        self.tallies[batch.number].rejected += 1
        self.reasons[batch.file.name, line].append((batch.entity.name, reason))
        if record is not None and fate(record, batch.entity, self.as_of, self.period) != "later":
            self.rejected.append(record)


def admit(batches: Sequence[Batch], *, as_of: date, period: tuple[date | None, date | None]) -> Admission:
    """Settle doubles, count, and sort the records into admitted, outside the period and later than the as-of date."""
    tallies = [Tally(batch.file.name, batch.entity, batch.table.received, batch.table.blank) for batch in batches]
    ledger = _Ledger(as_of, period, batches, tallies)
    groups: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for batch in batches:
        ledger.tallies[batch.number].excluded += batch.excluded
        _set_aside(batch, ledger)
        for candidate in batch.candidates:
            groups[candidate.record.entity, candidate.record.key].append(candidate)
    for group in groups.values():
        _settle(group, ledger)
    return Admission(
        records=tuple(ledger.records),
        later=tuple(ledger.later),
        rejected=tuple(ledger.rejected),
        rows=_rejected_rows(ledger),
        unreadable=tuple(sorted(ledger.unreadable, key=lambda cell: (cell.file, cell.line, cell.column, cell.field))),
        odd=tuple(sorted(ledger.odd, key=lambda cell: (cell.file, cell.line, cell.column, cell.field))),
        account=tuple(tally.line() for tally in tallies),
    )


def _set_aside(batch: Batch, ledger: _Ledger) -> None:
    constants = constant_cells(batch.source, batch.entity)
    for item in batch.table.rejected:
        key = f"{batch.file.name}:{item.line}"
        origin = Origin(batch.file.name, item.line)
        lost = Record(batch.entity.name, key, constants, origin, rejected=True) if item.member else None
        ledger.reject(batch, item.line, item.reason, lost)
    for refused in batch.refused:
        ledger.reject(batch, refused.line, refused.reason, refused.record)


def _settle(group: Sequence[Candidate], ledger: _Ledger) -> None:
    """Keep one record of a group with the same key; the fields on which its rows differ are disagreements."""
    kept = group[0]
    batch = ledger.batches[kept.batch]
    ledger.unreadable += kept.unreadable
    ledger.odd += kept.odd
    record = kept.record
    if len(group) > 1:
        cells, differing = _merge([candidate.record.cells for candidate in group])
        record = Record(record.entity, record.key, cells, record.origin)
        _settle_doubles(group, cells, differing, ledger)
    tally = ledger.tallies[kept.batch]
    tally.take(record)
    match fate(record, batch.entity, ledger.as_of, ledger.period):
        case "later":
            tally.later += 1
            ledger.later.append(record)
        case "outside":
            tally.outside += 1
            ledger.records.append(record)
        case _:
            tally.admitted += 1
            ledger.records.append(record)


def _merge(rows: Sequence[Mapping[str, Cell]]) -> tuple[dict[str, Cell], tuple[str, ...]]:
    """The cells on which all rows that have them agree, a Disagreement for the others, and the names of the latter."""
    cells: dict[str, Cell] = {}
    differing = []
    for name in dict.fromkeys(name for row in rows for name in row):
        found = [row[name] for row in rows if name in row]
        if all(cell == found[0] for cell in found):
            cells[name] = found[0]
        else:
            cells[name] = Disagreement(tuple(sorted({display(cell) for cell in found})))
            differing.append(name)
    return cells, tuple(differing)


def _settle_doubles(
    group: Sequence[Candidate], cells: Mapping[str, Cell], differing: tuple[str, ...], ledger: _Ledger
) -> None:
    seen: dict[tuple[object, ...], Candidate] = {_content(group[0], differing): group[0]}
    for candidate in group[1:]:
        batch = ledger.batches[candidate.batch]
        content = _content(candidate, differing)
        twin = seen.get(content, group[0] if all(cell is _ABSENT for cell in content) else None)
        if twin is not None and batch.source.repeats:
            ledger.tallies[candidate.batch].excluded += 1
            continue
        where = place(candidate.file, candidate.line)
        if twin is not None:
            remedy = _ONE_RECORD if twin.file == candidate.file else _ONE_FILE
            reason = diagnose("K752", where, line=twin.line, file=twin.file, remedy=remedy)
            ledger.reject(batch, candidate.line, reason, None)
            continue
        seen[content] = candidate
        ledger.unreadable += candidate.unreadable
        ledger.odd += candidate.odd
        fields = _labels(batch.entity, differing)
        reason = diagnose("K753", where, line=group[0].line, file=group[0].file, fields=fields)
        record = candidate.record
        lost = Record(record.entity, f"{candidate.file}:{candidate.line}", cells, record.origin, rejected=True)
        ledger.reject(batch, candidate.line, reason, lost)


def _content(candidate: Candidate, names: Iterable[str]) -> tuple[object, ...]:
    return tuple(candidate.record.cells.get(name, _ABSENT) for name in names)


def _labels(entity: Entity, names: Iterable[str]) -> Text:
    labels = [entity.fields[name].label for name in names]
    return Text(", ".join(f"“{label.da}”" for label in labels), ", ".join(f"“{label.en}”" for label in labels))


def display(cell: Cell) -> str:
    """A cell as text: ISO dates, decimal numbers, nothing for a missing value.

    >>> display(Fraction(81, 20))
    '4.05'
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case Fraction():
            return _decimal(cell)
        case date():
            return cell.isoformat()
        case Unreadable(text):
            return text
        case Disagreement(values):
            return " / ".join(values)
        case _:
            return str(cell)


def _decimal(number: Fraction) -> str:
    """A fraction that came from decimal text, written out in full."""
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    whole, rest = divmod(abs(number.numerator) * 10**places // number.denominator, 10**places)
    sign = "-" if number < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}" if places else f"{sign}{whole}"


def _rejected_rows(ledger: _Ledger) -> tuple[RejectedRow, ...]:
    tables: dict[str, Table] = {batch.file.name: batch.table for batch in ledger.batches}
    rows = []
    for (name, line), reasons in sorted(ledger.reasons.items()):
        table = tables[name]
        aside = next((item for item in table.rejected if item.line == line), None) if reasons else None
        rows.append(
            RejectedRow(
                file=name,
                line=line,
                last=aside.last if aside else table.spans.get(line, line),
                records=tuple(dict.fromkeys(record for record, _ in reasons)),
                reasons=tuple(dict.fromkeys(reason for _, reason in reasons)),
                original=aside.original if aside else table.original(line),
            )
        )
    return tuple(rows)

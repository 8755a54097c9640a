"""Rows of a table to candidates for one record type: cells converted, key read, or the reason why it cannot be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import repeat

from klausul.records.cleaning import clean, hidden_character, respelt
from klausul.records.convert import Converter, Refusal, converter, explain, is_private
from klausul.records.oddities import OddCell, watch
from klausul.records.profile import FieldSource, FileSource, RecordSource
from klausul.records.tables import Table, place
from klausul_dsl.datatypes import Choice, Reference
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.values import Cell, Origin, Record, Unreadable
from klausul_dsl.vocabulary import Entity


@dataclass(frozen=True, slots=True)
class UnreadableCell:
    """A cell that is unknown to the rules because its text does not convert. `text` is None where it is personal."""

    file: str
    line: int
    column: str
    record: str
    field: str
    text: str | None
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record with a readable key, its batch, and the cells of it that are unreadable or odd."""

    batch: int
    file: str
    line: int
    record: Record
    unreadable: tuple[UnreadableCell, ...] = ()
    odd: tuple[OddCell, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row whose key cannot be read: why, and what could be read of it."""

    line: int
    reason: Diagnostic
    record: Record


@dataclass(slots=True)
class Batch:
    """What one file holds of one record type."""

    number: int
    file: FileSource
    source: RecordSource
    entity: Entity
    table: Table
    candidates: list[Candidate] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    excluded: int = 0
    warnings: list[Diagnostic] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Fed:
    """A field fed by a column: its place in the row and its converter."""

    source: FieldSource
    header: str
    index: int
    convert: Converter


def make_batch(
    number: int, file: FileSource, source: RecordSource, table: Table, entity: Entity, *, show_personal: bool
) -> Batch:
    """Convert the rows of a table column by column and read their keys."""
    batch = Batch(number, file, source, entity, table)
    at = {column: index for index, column in enumerate(table.columns)}
    fed = [
        _Fed(item, item.column.header, at[item.column.header], converter(entity.fields[item.field], item.form))
        for item in source.fields
        if item.column is not None
    ]
    constants = constant_cells(source, entity)
    blank = frozenset(clean(mark) for mark in source.form.missing) | {""}
    when = at[source.when.header] if source.when else None
    read_key = _key_reader(source, at, blank)
    columns = {item.source.field: item.header for item in fed} | {entity.key[0]: source.key[0].header}
    names = [item.source.field for item in fed]
    watched = watch(entity, {item.source.field: (item.header, item.index) for item in fed}, show_personal=show_personal)
    values = zip(*([item.convert(row[item.index]) for row in table.rows] for item in fed), strict=True)
    for line, row, converted in zip(table.lines, table.rows, values if fed else repeat(()), strict=bool(fed)):
        if when is not None and clean(row[when]) in blank:
            batch.excluded += 1
            continue
        key = read_key(row, file.name, line)
        cells: dict[str, Cell] = {} if isinstance(key, Diagnostic) else {entity.key[0]: key}
        cells |= constants
        bad = []
        for name, item, value in zip(names, fed, converted, strict=True):
            if isinstance(value, Refusal):
                text = row[item.index]
                bad.append(_unreadable(item, value, text, entity, file.name, line, show_personal))
                cells[name] = Unreadable(clean(text))
            else:
                cells[name] = value
        origin = Origin(file.name, line, columns)
        if isinstance(key, Diagnostic):
            record = Record(entity.name, f"{file.name}:{line}", cells, origin, rejected=True)
            batch.refused.append(Refused(line, key, record))
        else:
            record = Record(entity.name, key, cells, origin)
            odd = tuple(watched.odd(cells, row, file.name, line)) if watched is not None else ()
            batch.candidates.append(Candidate(number, file.name, line, record, tuple(bad), odd))
    batch.warnings += _respelt(batch, at)
    return batch


def constant_cells(source: RecordSource, entity: Entity) -> dict[str, Cell]:
    """The cells that have one value in the whole file; the profile has already shown that they convert."""
    cells: dict[str, Cell] = {}
    for item in source.fields:
        if item.constant is not None:
            value = converter(entity.fields[item.field], item.form)(item.constant)
            cells[item.field] = Unreadable(item.constant) if isinstance(value, Refusal) else value
    return cells


def _key_reader(
    source: RecordSource, at: dict[str, int], blank: frozenset[str]
) -> Callable[[tuple[str, ...], str, int], str | Diagnostic]:
    parts = [(column.header, at[column.header]) for column in source.key]

    def read(row: tuple[str, ...], file: str, line: int) -> str | Diagnostic:
        found = []
        for header, index in parts:
            text = clean(row[index])
            if text in blank:
                return diagnose("K750", place(file, line), column=header)
            character = hidden_character(text)
            if character is not None:
                return diagnose("K751", place(file, line), column=header, character=character)
            found.append(text)
        return "/".join(found)

    return read


def _unreadable(
    item: _Fed, refusal: Refusal, text: str, entity: Entity, file: str, line: int, show_personal: bool
) -> UnreadableCell:
    spec = entity.fields[item.source.field]
    diagnostic = explain(
        refusal,
        text,
        field=spec,
        form=item.source.form,
        column=item.header,
        place=place(file, line),
        show_personal=show_personal,
    )
    kept = None if is_private(spec) and not show_personal else text
    return UnreadableCell(file, line, item.header, entity.name, spec.name, kept, diagnostic)


def _respelt(batch: Batch, at: dict[str, int]) -> list[Diagnostic]:
    """A warning for each column of keys, references or choices that is written in several ways."""
    named = {column.header for column in batch.source.key}
    for item in batch.source.fields:
        if item.column is not None and isinstance(batch.entity.fields[item.field].type, Reference | Choice):
            named.add(item.column.header)
    warnings = []
    for header in sorted(named):
        count = sum(respelt(row[at[header]]) for row in batch.table.rows)
        if count:
            warnings.append(diagnose("K737", place(batch.file.name), count=count, column=header, file=batch.file.name))
    return warnings

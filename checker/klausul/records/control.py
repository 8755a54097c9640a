"""The totals that a delivery's sender gave, compared with what its files hold."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from klausul.records.cleaning import clean, shown
from klausul.records.convert import amount_reader
from klausul.records.profile import Column, FileSource, Form
from klausul.records.tables import Table, place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.prose.values import show_number
from klausul_dsl.text import LANGUAGES, Text

_CORRECT = Text("ret kolonnens navn under “control” i profilen", "correct the column's name under “control”")


@dataclass(frozen=True, slots=True)
class ControlMet:
    """A control total that a file comes to: of a column, or (None) the number of its rows."""

    file: str
    column: str | None
    total: Fraction


def compared(file: FileSource, table: Table) -> tuple[list[ControlMet], list[Diagnostic]]:
    """The control totals of a file that are met, and the problems with the others."""
    met: list[ControlMet] = []
    problems: list[Diagnostic] = []
    control = file.control
    if control is None:
        return met, problems
    if control.rows is not None:
        found = table.received - table.blank - sum(not row.member for row in table.rejected)
        if found == control.rows:
            met.append(ControlMet(file.name, None, Fraction(found)))
        else:
            problems.append(diagnose("K773", control.span, file=file.name, **_figures(found, control.rows)))
    for column, expected in control.sums:
        result = _sum(file, table, column)
        if isinstance(result, Diagnostic):
            problems.append(result)
        elif result == expected:
            met.append(ControlMet(file.name, column.header, result))
        else:
            figures = _figures(result, expected)
            problems.append(diagnose("K774", column.span, file=file.name, column=column.header, **figures))
    return met, problems


def _sum(file: FileSource, table: Table, column: Column) -> Fraction | Diagnostic:
    if column.header not in table.columns:
        facts = {"file": file.name, "column": shown(column.header)}
        return diagnose("K729", column.span, (), **facts, remedy=_CORRECT)
    index = table.columns.index(column.header)
    form = _form(file, column.header)
    read = amount_reader(form)
    blank = {clean(mark) for mark in form.missing} | {""}
    total, wrong = Fraction(0), []
    for line, row in zip(table.lines, table.rows, strict=True):
        text = clean(row[index])
        value = Fraction(0) if text in blank else read(text)
        if value is None:
            wrong.append(line)
        else:
            total += value
    if wrong:
        where = place(file.name, wrong[0])
        return diagnose("K775", where, file=file.name, column=column.header, line=wrong[0], count=len(wrong))
    return total


def _form(file: FileSource, header: str) -> Form:
    """How a column is written: as the field that it feeds says, else as the file says."""
    fed = (item for record in file.records for item in record.fields if item.column and item.column.header == header)
    return next((item.form for item in fed), file.form)


def _figures(found: Fraction | int, expected: Fraction | int) -> dict[str, Text]:
    numbers = {"found": found, "expected": expected, "difference": found - expected}
    return {
        name: Text(*(show_number(Fraction(number), language) for language in LANGUAGES))
        for name, number in numbers.items()
    }

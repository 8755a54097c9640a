"""Whether the headers of a file fit what its profile names."""

from __future__ import annotations

from collections.abc import Sequence

from klausul.records.cleaning import header_name, shown
from klausul.records.profile import FileSource
from klausul.records.tables import place
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.text import Text

_DELIMITERS = {";": ";", ",": ",", "\t": "tab", "|": "|"}
_LOOK_AHEAD = 30
_LOOK = Text("se på filens første linjer", "look at the first lines of the file")


def header_problems(file: FileSource, columns: Sequence[str], lines: Sequence[str], line: int) -> list[Diagnostic]:
    """What keeps a file with these headers from being read; `lines` are its lines, `line` is that of the headers."""
    named = {column.header for record in file.records for column in record.columns}
    if not named & set(columns):
        remedy = _way_out(file, named, lines, line)
        return [diagnose("K728", place(file.name, line), file=file.name, line=line, remedy=remedy)]
    return [*_doubles(file, columns, line), *_absent(file, columns)]


def _doubles(file: FileSource, columns: Sequence[str], line: int) -> list[Diagnostic]:
    seen: set[str] = set()
    problems = []
    for column in columns:
        alike = "".join(column.casefold().split())
        if alike and alike in seen:
            problems.append(diagnose("K730", place(file.name, line), file=file.name, column=shown(column)))
        seen.add(alike)
    return problems


def _absent(file: FileSource, columns: Sequence[str]) -> list[Diagnostic]:
    problems = {}
    for record in file.records:
        for column in record.columns:
            if column.header not in columns and column.header not in problems:
                remedy = did_you_mean(column.header, [item for item in columns if item])
                problems[column.header] = diagnose(
                    "K729",
                    column.span,
                    file=file.name,
                    column=column.header,
                    remedy=_spelt(column.header, columns, remedy),
                )
    return list(problems.values())


def _spelt(header: str, columns: Sequence[str], remedy: Text) -> Text:
    """`did_you_mean` compares in lower case; a header that differs only in capitals is named first."""
    for column in columns:
        if column.casefold() == header.casefold():
            return Text(f"mente du “{column}”?", f"did you mean “{column}”?")
    return remedy


def _way_out(file: FileSource, named: set[str], lines: Sequence[str], line: int) -> Text:
    header = lines[line - 1]
    for sign, word in _DELIMITERS.items():
        if sign != file.delimiter and named & _split(header, sign):
            return Text(f'skriv “delimiter: "{word}"” i profilen', f'write “delimiter: "{word}"” in the profile')
    first = line - file.skip
    for number in range(first, min(first + _LOOK_AHEAD, len(lines) + 1)):
        if number != line and named & _split(lines[number - 1], file.delimiter):
            return Text(f"skriv “skip: {number - first}” i profilen", f"write “skip: {number - first}” in the profile")
    return _LOOK


def _split(line: str, sign: str) -> set[str]:
    return {header_name(cell.strip('"')) for cell in line.split(sign)}

"""Whether the headers of a file fit what its profile names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import get_close_matches

from klausul.records.cleaning import header_name, shown
from klausul.records.profile import FileSource
from klausul.records.tables import place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text

_DELIMITERS = {";": ";", ",": ",", "\t": "tab", "|": "|"}
_LOOK_AHEAD = 30
_NEAR = 0.8
_LISTED = 8
_DIGITS = re.compile(r"\d+")
_KEY = Text(
    "uden nøglen kan posterne ikke læses: ret overskriften i profilen, eller hent filen med kolonnen",
    "without the key the records cannot be read: correct the header in the profile, or export the file with the column",
)
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
    named = {column.header for record in file.records for column in record.columns}
    keys = {column.header for record in file.records for column in record.key}
    free = [column for column in columns if column and column not in named]
    problems = {}
    for record in file.records:
        for column in record.columns:
            header = column.header
            if header not in columns and header not in problems:
                remedy = _found_again(header, free) or (_KEY if header in keys else _without(free))
                problems[header] = diagnose("K729", column.span, file=file.name, column=header, remedy=remedy)
    return list(problems.values())


def _found_again(header: str, free: Sequence[str]) -> Text | None:
    """The column that a header plainly means, among those that the profile does not use already.

    Headers that differ in a figure (15-64 and 18-64 years, level 1 and 2) mean different things, however alike.
    """
    for column in free:
        if "".join(column.casefold().split()) == "".join(header.casefold().split()):
            return Text(f"filen skriver “{shown(column)}”", f"the file writes “{shown(column)}”")
    alike = [column for column in free if _DIGITS.findall(column) == _DIGITS.findall(header)]
    near = get_close_matches(header, alike, n=1, cutoff=_NEAR)
    if not near:
        return None
    return Text(
        f"filen har “{shown(near[0])}”, som profilen ikke bruger; skriv det, hvis det er den samme kolonne",
        f"the file has “{shown(near[0])}”, which the profile does not use; write that if it is the same column",
    )


def _without(free: Sequence[str]) -> Text:
    """The way out where no column is plainly meant; what the file has besides is told and not recommended."""
    listed = ", ".join(f"“{shown(column)}”" for column in free[:_LISTED]) + (" …" if len(free) > _LISTED else "")
    da = f" (kolonner, profilen ikke bruger: {listed})" if free else ""
    en = f" (columns that the profile does not use: {listed})" if free else ""
    return Text(
        f"har filen ikke oplysningen, så fjern feltet fra profilen; det er da ukendt for reglerne{da}",
        f"if the file lacks the fact, remove the field from the profile; it is then unknown to the rules{en}",
    )


def _way_out(file: FileSource, named: set[str], lines: Sequence[str], line: int) -> Text:
    header = lines[line - 1]
    for sign, word in _DELIMITERS.items():
        if sign != file.delimiter and named & _split(header, sign):
            return Text(f'skriv “delimiter: "{word}"” i profilen', f'write “delimiter: "{word}"” in the profile')
    first = line - file.skip
    near = range(first, min(first + _LOOK_AHEAD, len(lines) + 1))
    found = {number: len(named & _split(lines[number - 1], file.delimiter)) for number in near if number != line}
    best = max(found, key=lambda number: (found[number], -number), default=line)
    if found.get(best):
        return Text(f"skriv “skip: {best - first}” i profilen", f"write “skip: {best - first}” in the profile")
    return _LOOK


def _split(line: str, sign: str) -> set[str]:
    return {header_name(cell.strip('"')) for cell in line.split(sign)}

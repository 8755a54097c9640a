"""Plan and rows to files: the answers first, then the delivery, then the profile that reads it."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from .columns import NO, YES, File
from .figures import Row
from .files import ALL_FILES
from .plan import Expected, Plan
from .planner import make_plan
from .profile import profile
from .records import rows

_ANSWERS = ("rule", "subject_type", "subject_key", "period", "expected", "reading", "note")
_ENCODINGS = {"utf-8": "utf-8", "windows-1252": "cp1252"}


def deliver(seed: int, folder: Path) -> None:
    """Write the answers, the files of the delivery and its profile into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    plan = make_plan(seed)
    write_answers(plan, folder / "answers.json")
    content = rows(plan, seed)
    for file in ALL_FILES:
        _write_file(file, content[file.name], folder / f"{file.name}.csv")
    (folder / "profile.yaml").write_text(profile(), "utf-8", newline="\n")


def write_answers(plan: Plan, path: Path) -> None:
    """What an audit must find and must not find: a JSON array, sorted, one line each."""
    found = sorted(_answer(expected) for expected in plan.expected)
    lines = [json.dumps(dict(zip(_ANSWERS, row, strict=True)), ensure_ascii=False) for row in found]
    path.write_text("[\n" + ",\n".join(lines) + "\n]\n", "utf-8", newline="\n")


def _answer(expected: Expected) -> tuple[str, ...]:
    key = expected.case.key(expected.subject) if expected.case else expected.key
    return (expected.rule, expected.subject, key, expected.period, expected.outcome, expected.reading, expected.note)


def _write_file(file: File, content: list[Row], path: Path) -> None:
    fields = [name for _, name in file.columns]
    with path.open("w", encoding=_ENCODINGS[file.encoding], newline="") as stream:
        writer = csv.writer(stream, delimiter=";", lineterminator="\n")
        writer.writerow([header for header, _ in file.columns])
        for row in content:
            writer.writerow([_cell(value, name, file) for value, name in zip(row, fields, strict=True)])


def _cell(value: object, name: str, file: File) -> str:
    """A value as a Danish office writes it: 31-01-2027, 1.234,5, Ja and Nej; nothing where nothing is known."""
    words = file.words.get(name) or file.shown.get(name)
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case date():
            return f"{value:%d-%m-%Y}"
        case str() if words:
            return words[value]
        case int() | Decimal():
            return _number(str(value), grouped=name in file.grouped)
        case _:
            return str(value)


def _number(text: str, *, grouped: bool) -> str:
    """A number with a decimal comma, and with points between the thousands where the column has them.

    >>> _number("12345.50", grouped=True)
    '12.345,50'
    """
    whole, _, decimals = text.partition(".")
    if grouped:
        whole = f"{int(whole):,}".replace(",", ".")
    return f"{whole},{decimals}" if decimals else whole

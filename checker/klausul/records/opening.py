"""The files of a delivery to tables: opened once, hashed, recognised by content, decoded and read."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from klausul.records.control import ControlMet, compared
from klausul.records.delimited import read_delimited
from klausul.records.encoding import Decoded, decode
from klausul.records.profile import FileSource, Profile
from klausul.records.tables import Table, place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text

_SAVE_AS_CSV = Text("gem arket som CSV (UTF-8), og nævn den fil", "save the sheet as CSV (UTF-8) and name that file")
_UNPACK = Text("pak filen ud, og nævn indholdet", "unpack the file and name its content")
_EXPORT = Text("hent filen som CSV", "export the file as CSV")
_KINDS: tuple[tuple[bytes, Text, Text], ...] = (
    (b"PK\x03\x04", Text("et regneark eller et zip-arkiv", "a workbook or a zip archive"), _SAVE_AS_CSV),
    (b"PK\x05\x06", Text("et tomt zip-arkiv", "an empty zip archive"), _UNPACK),
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        Text("et ældre eller krypteret regneark", "an old or encrypted workbook"),
        _SAVE_AS_CSV,
    ),
    (b"PAR1", Text("en Parquet-fil", "a Parquet file"), _EXPORT),
    (b"\x1f\x8b", Text("en gzip-pakket fil", "a gzip file"), _UNPACK),
    (b"\xff\xfe", Text("tekst i UTF-16", "text in UTF-16"), _EXPORT),
    (b"\xfe\xff", Text("tekst i UTF-16", "text in UTF-16"), _EXPORT),
    (b"%PDF", Text("en PDF", "a PDF"), _EXPORT),
    (b"{\\rtf", Text("et tekstdokument", "a text document"), _EXPORT),
)
_HTML = re.compile(rb"\s*(<!doctype html|<html|<table|<\?xml|<head|<body)", re.IGNORECASE)
_LAST_ROWS = (65_536, 1_048_576)
_MOJIBAKE = re.compile("Ã[¦¸¥©˜…†¼¶¤]")
_NOT_THERE = Text("den findes ikke", "it is not there")
_FOLDER = Text("den er en mappe", "it is a folder")
_CLOSED = Text(
    "der er ikke adgang til den, eller et andet program har den åben", "no access, or another program holds it"
)
_SPELLING = Text("ret navnet i profilen, eller læg filen i mappen", "correct the name in the profile, or add the file")
_OPEN_IT = Text(
    "luk den i andre programmer, og se efter rettighederne", "close it in other programs and check the access"
)


@dataclass(frozen=True, slots=True)
class Reader:
    """How one kind of file is read."""

    kind: str
    read: Callable[[FileSource, bytes, Decoded], tuple[Table | None, list[Diagnostic]]]


READERS: tuple[Reader, ...] = (Reader("delimited text", read_delimited),)


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file of the delivery as it was read: name, SHA-256 of its bytes, their number, and the number of rows."""

    name: str
    sha256: str
    bytes: int
    rows: int


@dataclass(frozen=True, slots=True)
class Opened:
    """The tables of a delivery, the files behind them, control totals met, what stops the run, and warnings."""

    tables: tuple[Table, ...]
    files: tuple[InputFile, ...]
    controls: tuple[ControlMet, ...]
    problems: tuple[Diagnostic, ...]
    warnings: tuple[Diagnostic, ...]


def open_files(folder: Path, profile: Profile, progress: Callable[[str, int], None]) -> Opened:
    """Read every file that the profile names; problems of several files are found at once."""
    tables: list[Table] = []
    files: list[InputFile] = []
    controls: list[ControlMet] = []
    problems: list[Diagnostic] = []
    warnings: list[Diagnostic] = []
    seen: dict[str, str] = {}
    for file in profile.files:
        data = _bytes(folder, file)
        if isinstance(data, Diagnostic):
            problems.append(data)
            continue
        digest = hashlib.sha256(data).hexdigest()
        table, found, doubts = _table(file, data)
        if digest in seen and data:
            found = [diagnose("K723", file.span, file=file.name, other=seen[digest])]
        seen.setdefault(digest, file.name)
        problems += found
        warnings += doubts
        files.append(InputFile(file.name, digest, len(data), table.received if table else 0))
        if table is not None:
            met, unmet = compared(file, table)
            controls += met
            problems += unmet
            tables.append(table)
            progress(file.name, table.received)
    return Opened(tuple(tables), tuple(files), tuple(controls), tuple(problems), tuple(warnings))


def _bytes(folder: Path, file: FileSource) -> bytes | Diagnostic:
    path = folder / file.name.replace("\\", "/")
    if not path.resolve().is_relative_to(folder.resolve()):
        return diagnose("K721", file.span, file=file.name)
    if not path.exists():
        return diagnose("K720", file.span, file=file.name, reason=_NOT_THERE, remedy=_SPELLING)
    if path.is_dir():
        return diagnose("K720", file.span, file=file.name, reason=_FOLDER, remedy=_SPELLING)
    try:
        before = path.stat()
        data = path.read_bytes()
        after = path.stat()
    except OSError:
        return diagnose("K720", file.span, file=file.name, reason=_CLOSED, remedy=_OPEN_IT)
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, len(data)):
        return diagnose("K734", place(file.name), file=file.name)
    return data


def _table(file: FileSource, data: bytes) -> tuple[Table | None, list[Diagnostic], list[Diagnostic]]:
    if not data:
        return None, [diagnose("K724", place(file.name), file=file.name)], []
    wrong = _wrong_kind(file, data)
    decoded = wrong or decode(file, data)
    if isinstance(decoded, Diagnostic):
        return None, [decoded], []
    table, problems = READERS[0].read(file, data, decoded)
    if table is None:
        return None, problems, []
    if table.received == table.blank and not file.may_be_empty:
        return table, [diagnose("K725", place(file.name), file=file.name)], []
    return table, [], [*_cut_off(file, decoded), *_mojibake(file, decoded), *_unnamed(table)]


def _wrong_kind(file: FileSource, data: bytes) -> Diagnostic | None:
    for start, kind, remedy in _KINDS:
        if data.startswith(start):
            return diagnose("K726", place(file.name), file=file.name, kind=kind, remedy=remedy)
    if _HTML.match(data.removeprefix(b"\xef\xbb\xbf")):
        kind = Text("en webside eller XML", "a web page or XML")
        return diagnose("K726", place(file.name), file=file.name, kind=kind, remedy=_EXPORT)
    head = data[:2000]
    if head.count(b"\0") > len(head) // 4:
        kind = Text("binære data eller UTF-16", "binary data or UTF-16")
        return diagnose("K726", place(file.name), file=file.name, kind=kind, remedy=_EXPORT)
    return None


def _cut_off(file: FileSource, decoded: Decoded) -> list[Diagnostic]:
    count = len(decoded.lines)
    return [diagnose("K735", place(file.name), file=file.name, count=count)] if count in _LAST_ROWS else []


def _mojibake(file: FileSource, decoded: Decoded) -> list[Diagnostic]:
    lines = [
        number
        for number, line in enumerate(decoded.lines, 1)
        if not line.isascii() and "Ã" in line and _MOJIBAKE.search(line)
    ]
    if not lines:
        return []
    return [diagnose("K736", place(file.name, lines[0]), file=file.name, count=len(lines), line=lines[0])]


def _unnamed(table: Table) -> list[Diagnostic]:
    warnings = []
    for index, column in enumerate(table.columns):
        filled = sum(bool(row[index].strip()) for row in table.rows) if not column else 0
        if filled:
            warnings.append(diagnose("K731", place(table.name), file=table.name, number=index + 1, count=filled))
    return warnings

"""Bytes of a delimited text file to a Table: every physical line in exactly one row, blank line or rejected row.

Lines without quotes are split; lines with quotes go to the csv module one record at a time. So a row knows its line,
and a stray quote costs the line it stands on and not the rest of the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from klausul.records.cleaning import clean, header_name
from klausul.records.encoding import Decoded, undecoded
from klausul.records.headers import header_problems
from klausul.records.profile import FileSource
from klausul.records.tables import SetAside, Table, original_bytes, place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text

LARGEST_FIELD = 2_000_000
LONGEST_RECORD = 50
_SEP = re.compile('"?sep=(.)"?', re.IGNORECASE)
_TOTALS = frozenset({"i alt", "ialt", "total", "totalt", "totaler", "sum", "subtotal", "hovedtotal", "grand total"})
_LONGEST_TOTAL = 20
_TOO_SHORT = Text("filen slutter før linje {line}", "the file ends before line {line}")
_BLANK = Text("linje {line} er tom", "line {line} is blank")
_BROKEN = Text(
    "linje {line} har et løst anførselstegn eller et ulæseligt tegn", "line {line} has a stray quote or letter"
)


@dataclass(frozen=True, slots=True)
class _Cut:
    """One record as it stands in the file: first and last line (from 1), its cells or the reason why not."""

    first: int
    last: int
    cells: Sequence[str]
    reason: Diagnostic | None = None


@dataclass(slots=True)
class _Heap:
    """Rows on their way into a Table."""

    lines: list[int] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    spans: dict[int, int] = field(default_factory=dict)
    rejected: list[SetAside] = field(default_factory=list)
    blank: int = 0
    received: int = 0


def read_delimited(file: FileSource, data: bytes, decoded: Decoded) -> tuple[Table | None, list[Diagnostic]]:
    """The table in a decoded file, or what keeps it from being read."""
    lines = decoded.lines
    start, problems = _after_sep(file, lines)
    if problems:
        return None, problems
    with _large_fields():
        header = _header(file, lines, start + file.skip)
        if isinstance(header, Diagnostic):
            return None, [header]
        columns = tuple(header_name(cell) for cell in header.cells)
        problems = header_problems(file, columns, lines, header.first)
        if problems:
            return None, problems
        heap = _Heap()
        for cut in _cuts(file, lines, header.last, len(columns)):
            _sort(cut, file, columns, decoded, data, heap)
    table = Table(
        name=file.name,
        columns=columns,
        lines=tuple(heap.lines),
        rows=tuple(heap.rows),
        spans=heap.spans,
        rejected=tuple(heap.rejected),
        blank=heap.blank,
        received=heap.received,
        data=data,
        offsets=decoded.offsets,
    )
    return table, []


@contextmanager
def _large_fields() -> Iterator[None]:
    """The csv module's limit on fields is one for the whole process: lift it, and put it back."""
    before = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def _after_sep(file: FileSource, lines: Sequence[str]) -> tuple[int, list[Diagnostic]]:
    match = _SEP.fullmatch(lines[0].rstrip(" ;,\t")) or _SEP.fullmatch(lines[0]) if lines else None
    if match is None:
        return 0, []
    if match[1] != file.delimiter:
        return 1, [diagnose("K732", place(file.name, 1), file=file.name, found=match[1], declared=file.delimiter)]
    return 1, []


def _header(file: FileSource, lines: Sequence[str], index: int) -> _Cut | Diagnostic:
    reason = None
    if index >= len(lines):
        reason = _TOO_SHORT
    elif not lines[index].strip(" \t" + file.delimiter):
        reason = _BLANK
    else:
        header = _cut(file, lines, index)
        if header.reason is None and undecoded(lines[index]) is None:
            return header
        reason = _BROKEN
    line = index + 1
    words = Text(reason.da.format(line=line), reason.en.format(line=line))
    return diagnose("K733", place(file.name, min(line, max(1, len(lines)))), file=file.name, reason=words)


def _cuts(file: FileSource, lines: Sequence[str], start: int, width: int) -> Iterator[_Cut]:
    index = start
    while index < len(lines):
        line = lines[index]
        if '"' not in line:
            yield _Cut(index + 1, index + 1, line.split(file.delimiter))
            index += 1
            continue
        cut = _cut(file, lines, index)
        if cut.last > cut.first and _swallows(cut, file.delimiter, width):
            reason = diagnose("K749", place(file.name, cut.first), line=cut.first, last=cut.last)
            cut = _Cut(cut.first, cut.first, (), reason)
        yield cut
        index = cut.last


def _cut(file: FileSource, lines: Sequence[str], index: int) -> _Cut:
    """The record that begins on a line with quotes; where the quotes do not work out, that one line with the reason."""
    line = index + 1
    reader = csv.reader(
        (text + "\n" for text in lines[index : index + LONGEST_RECORD]), delimiter=file.delimiter, strict=True
    )
    try:
        cells = next(reader)
    except csv.Error as error:
        if "unexpected end of data" in str(error):
            reason = diagnose("K748", place(file.name, line), line=line, limit=LONGEST_RECORD)
        else:
            reason = diagnose("K747", place(file.name, line))
        return _Cut(line, line, (), reason)
    return _Cut(line, index + reader.line_num, cells)


def _swallows(cut: _Cut, delimiter: str, width: int) -> bool:
    """Whether one quoted cell over several lines holds as many delimiters as a whole record."""
    return width > 1 and any("\n" in cell and cell.count(delimiter) >= width - 1 for cell in cut.cells)


def _sort(cut: _Cut, file: FileSource, columns: tuple[str, ...], decoded: Decoded, data: bytes, heap: _Heap) -> None:
    heap.received += 1
    if cut.reason is None and not any(cell.strip() for cell in cut.cells):
        heap.blank += 1
        return
    reason = cut.reason or _fault(cut, file, columns, decoded)
    if reason is not None:
        original = original_bytes(data, decoded.offsets, cut.first, cut.last)
        heap.rejected.append(SetAside(cut.first, cut.last, reason, original, reason.code not in ("K744", "K745")))
        return
    heap.lines.append(cut.first)
    heap.rows.append(tuple(cut.cells))
    if cut.last > cut.first:
        heap.spans[cut.first] = cut.last


def _fault(cut: _Cut, file: FileSource, columns: tuple[str, ...], decoded: Decoded) -> Diagnostic | None:
    cells = cut.cells
    where = place(file.name, cut.first)
    if "\0" in "".join(cells):
        return diagnose("K743", where)
    if not decoded.whole:
        bad = decoded.first_bad(cut.first, cut.last)
        if bad is not None:
            offset, byte = bad
            return diagnose("K742", where, offset=offset, byte=f"0x{byte:02X}", encoding=file.encoding)
    longest = max(map(len, cells))
    if longest > LARGEST_FIELD:
        return diagnose("K746", where, size=longest, limit=LARGEST_FIELD)
    if (columns[0] in cells[0] or not cells[0].isascii()) and tuple(header_name(cell) for cell in cells) == columns:
        return diagnose("K744", where)
    word = cells[0] if cells[0].strip() else next(cell for cell in cells if cell.strip())
    if len(word) <= _LONGEST_TOTAL and clean(word).rstrip(": ").casefold() in _TOTALS:
        return diagnose("K745", where, word=clean(word).rstrip(": "))
    if len(cells) != len(columns):
        code = "K740" if len(cells) < len(columns) else "K741"
        return diagnose(code, where, found=len(cells), expected=len(columns))
    return None

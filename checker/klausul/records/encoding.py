"""Bytes to lines of text by the declared encoding; what does not decode is kept apart, byte by byte."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from klausul.records.profile import FileSource
from klausul.records.tables import place
from klausul_dsl.diagnostics import Diagnostic, diagnose

_CODECS = {"utf-8": "utf-8", "windows-1252": "cp1252"}
_LINE_END = re.compile(rb"\r\n|\n|\r")
_UNDECODED = re.compile("[\udc80-\udcff]")
_FEW = 3


@dataclass(frozen=True, slots=True)
class Decoded:
    """The physical lines of a file, where each begins in the bytes, and whether every byte was decoded.

    A byte that does not decode stands in its line as a lone surrogate (PEP 383), which no text can hold otherwise.
    """

    lines: tuple[str, ...]
    offsets: tuple[int, ...]
    codec: str
    mark: int
    whole: bool

    def first_bad(self, first: int, last: int) -> tuple[int, int] | None:
        """Offset and value of the first byte in some lines (from 1) that does not decode."""
        for number in range(first, last + 1):
            line = self.lines[number - 1]
            at = undecoded(line)
            if at is not None:
                before = len(line[:at].encode(self.codec, "surrogateescape")) + (self.mark if number == 1 else 0)
                return self.offsets[number - 1] + before, ord(line[at]) - 0xDC00
        return None


def undecoded(line: str) -> int | None:
    """Where in a line the first byte stands that did not decode."""
    match = None if line.isascii() else _UNDECODED.search(line)
    return match.start() if match else None


def decode(file: FileSource, data: bytes) -> Decoded | Diagnostic:
    """The lines of a file, or that it is plainly written in another encoding than the declared one."""
    codec = _CODECS[file.encoding]
    marked = data.startswith(codecs.BOM_UTF8)
    if codec != "utf-8" and (marked or (not data.isascii() and _is_utf8(data))):
        return _other_encoding(file, "utf-8")
    mark = len(codecs.BOM_UTF8) if marked else 0
    body = data[mark:]
    try:
        text, whole = body.decode(codec), True
    except UnicodeDecodeError:
        text, whole = body.decode(codec, "surrogateescape"), False
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines[-1] == "":
        lines.pop()
    if not whole and _mostly_bad(lines):
        return _other_encoding(file, "windows-1252" if codec == "utf-8" else "utf-8")
    starts = (0, *(match.end() for match in _LINE_END.finditer(data)))
    return Decoded(tuple(lines), starts, codec, mark, whole)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _mostly_bad(lines: list[str]) -> bool:
    """Whether the first line, or most of the lines that are not plain ASCII, do not decode."""
    foreign = [line for line in lines if not line.isascii()]
    bad = sum(undecoded(line) is not None for line in foreign)
    return undecoded(lines[0]) is not None or (bad >= _FEW and 2 * bad > len(foreign))


def _other_encoding(file: FileSource, likely: str) -> Diagnostic:
    return diagnose("K727", place(file.name), file=file.name, encoding=file.encoding, likely=likely)

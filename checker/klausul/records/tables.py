"""The rows of a file as text with their places, whatever kind of file it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.source import Span


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is no record, or cannot be read as one: its physical lines, why, and its original bytes.

    `member` says whether a record may be lost in it; a repeated header or a totals row holds none.
    """

    line: int
    last: int
    reason: Diagnostic
    original: bytes
    member: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """One file: column headers, rows of text with the physical line each begins on, and everything that is not a row.

    `spans` gives the last line of the rows that have more than one. `offsets` gives where each line begins in `data`.
    `received` counts every row, blank and rejected ones too.
    """

    name: str
    columns: tuple[str, ...]
    lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    spans: Mapping[int, int]
    rejected: tuple[SetAside, ...]
    blank: int
    received: int
    data: bytes
    offsets: tuple[int, ...]

    def original(self, line: int) -> bytes:
        """The bytes of the row that begins on a line, without the line end."""
        return original_bytes(self.data, self.offsets, line, self.spans.get(line, line))


def original_bytes(data: bytes, offsets: tuple[int, ...], first: int, last: int) -> bytes:
    """The bytes from the first to the last line, counted from 1, without the line end."""
    end = offsets[last] if last < len(offsets) else len(data)
    return data[offsets[first - 1] : end].rstrip(b"\r\n")


def place(file: str, line: int | None = None) -> Span:
    """A place in a delivered file. Its text is not shown in messages: it may be personal."""
    return Span(file if line is None else f"{file}:{line}", 0, 0)

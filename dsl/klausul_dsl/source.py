"""Source text and the spans that point into it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of one source text: file name, start and end offset."""

    file: str
    start: int
    end: int

    def to(self, other: Span) -> Span:
        """The span from the start of this one to the end of the other."""
        return Span(self.file, min(self.start, other.start), max(self.end, other.end))


NOWHERE = Span("", 0, 0)


@dataclass(frozen=True, slots=True)
class Source:
    """One policy text, normalised to Unicode NFC (macOS writes decomposed letters), with its line starts.

    >>> Source.of("a.klausul", "x\\nyz").position(3)
    (2, 2)
    """

    file: str
    text: str
    line_starts: tuple[int, ...] = field(repr=False)

    @staticmethod
    def of(file: str, text: str) -> Source:
        """Normalise line ends and letters; strip a byte-order mark."""
        text = unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
        lengths = (len(line) + 1 for line in text.split("\n")[:-1])
        return Source(file, text, tuple(accumulate(lengths, initial=0)))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self.line_starts, offset) - 1
        return line + 1, offset - self.line_starts[line] + 1

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] - 1 if number < len(self.line_starts) else len(self.text)
        return self.text[start:end]

    def span(self, start: int, end: int) -> Span:
        return Span(self.file, start, end)

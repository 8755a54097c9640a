"""Headings, paragraphs and tables that fit a page of 100 columns."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

WIDTH = 100
_TIED = "\u00a0"
_NUMBERED = re.compile(r"(§|stk\.|nr\.|section|subsection|no\.) (?=\d)")
_MEASURED = re.compile(r"(\d|\((?:\d+|[a-z]|i+)\)) (?=%|kr\.|m²|(?<=\) )\S)")
"""What a number belongs to, and is not parted from at the end of a line: before it, and its unit or item behind it."""


def clean(text: str) -> str:
    """A text without control characters: what stands in a cell never steers a terminal.

    >>> clean("a\\x1b[31mb\\u202ec")
    'a\\\\x1b[31mb\\\\u202ec'
    """
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def title(text: str) -> Iterator[str]:
    """The first line of a report."""
    yield clean(text)
    yield "=" * min(WIDTH, len(text))


def heading(text: str) -> Iterator[str]:
    """A section's heading, with a blank line before and after."""
    yield ""
    yield ""
    yield clean(text)
    yield "-" * min(WIDTH, len(text))


def paragraph(text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Words wrapped to the page; `hanging` more columns from the second line on."""
    first = " " * indent
    wrapped = textwrap.wrap(
        _MEASURED.sub(f"\\1{_TIED}", _NUMBERED.sub(f"\\1{_TIED}", clean(text))),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (line.replace(_TIED, " ") for line in wrapped or [""])


def pairs(entries: Sequence[tuple[str, str]], indent: int = 0) -> Iterator[str]:
    """Names and their values, the values in one column."""
    left = max((len(name) for name, _ in entries), default=0) + 2
    for name, value in entries:
        lines = list(paragraph(value, indent + left))
        yield " " * indent + name.ljust(left) + lines[0].strip()
        yield from lines[1:]


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], words: int = 1, *, dense: bool = False
) -> Iterator[str]:
    """A table whose first `words` columns are words and whose others are numbers, set to the right.

    A row of one cell is a heading over all columns. A header may stand on several lines. Where the page is too narrow
    the words give way, the last column of them first, in a `dense` table after the columns have moved together.
    """
    stacked = [header.split("\n") for header in headers]
    height = max(len(parts) for parts in stacked)
    shown = [[clean(cell) for cell in row] for row in rows]
    full = [row for row in shown if len(row) > 1]
    widths = [
        max([len(part) for part in parts] + [len(row[index]) for row in full]) for index, parts in enumerate(stacked)
    ]
    gap = " " if dense and sum(widths) + 2 * (len(widths) - 1) > WIDTH else "  "
    for column in reversed(range(words)):
        others = sum(widths) - widths[column] + len(gap) * (len(widths) - 1)
        longest = max((len(word) for row in full for word in row[column].split()), default=0)
        widths[column] = min(widths[column], max(20, longest if column else 0, WIDTH - others))
    for level in range(height):
        cells = [parts[level - height] if level >= height - len(parts) else "" for parts in stacked]
        yield _line(cells, widths, words, gap)
    yield gap.join("-" * width for width in widths)
    for row in shown:
        if len(row) == 1:
            yield from paragraph(row[0].strip(), len(row[0]) - len(row[0].lstrip()), 2)
        else:
            yield from _row(row, widths, words, gap)


def _row(row: Sequence[str], widths: Sequence[int], words: int, gap: str) -> Iterator[str]:
    """A row on as many lines as its words need; the numbers stand on the last of them."""
    wrapped = [_wrapped(cell, width) for cell, width in zip(row[:words], widths, strict=False)]
    height = max(len(parts) for parts in wrapped)
    for level in range(height - 1):
        yield _line([parts[level] if level < len(parts) - 1 else "" for parts in wrapped], widths[:words], words, gap)
    last = [parts[-1] for parts in wrapped]
    yield _line([*last, *row[words:]], widths, words, gap)


def _wrapped(cell: str, width: int) -> list[str]:
    indent = len(cell) - len(cell.lstrip())
    hanging = " " * (indent + 2)
    return textwrap.wrap(cell.strip(), width, initial_indent=" " * indent, subsequent_indent=hanging) or [""]


def _line(cells: Sequence[str], widths: Sequence[int], words: int, gap: str) -> str:
    shown = (
        cell.ljust(width) if index < words else cell.rjust(width)
        for index, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return gap.join(shown).rstrip()

"""Pieces of text laid out beside and below each other, each line knowing which part of the source it prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from klausul_dsl.source import NOWHERE, Span

WIDTH = 120
"""Lines are broken where they would become longer than this, if they can be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line: its indentation, its words, and the first and last offset of what it prints (None: unknown)."""

    indent: int = 0
    text: str
    start: int | None = None
    end: int | None = None

    @property
    def width(self) -> int:
        return self.indent + len(self.text)


Block = tuple[Row, ...]
"""The lines of a piece of text, from top to bottom; never empty."""


def piece(text: str, span: Span = NOWHERE) -> Block:
    """One line that prints what stands at a span."""
    known = span != NOWHERE
    return (Row(text=text, start=span.start if known else None, end=span.end if known else None),)


def mark(span: Span) -> Block:
    """No words at all, yet it says that the line begins at the start of a span."""
    return piece("", NOWHERE if span == NOWHERE else Span(span.file, span.start, span.start))


def closing(text: str, span: Span) -> Block:
    """The words that end what stands at a span."""
    return piece(text, NOWHERE if span == NOWHERE else Span(span.file, span.end - 1, span.end))


def beside(*blocks: Block) -> Block:
    """Each block begins where the one before ends; its further lines are indented to where it begins.

    >>> "|".join(" " * row.indent + row.text for row in beside(piece("a "), below(piece("b"), piece("c"))))
    'a b|  c'
    """
    whole = blocks[0]
    for block in blocks[1:]:
        *above, last = whole
        first, *rest = block
        joined = Row(
            indent=last.indent,
            text=last.text + " " * first.indent + first.text,
            start=last.start if last.start is not None else first.start,
            end=first.end if first.end is not None else last.end,
        )
        whole = (*above, joined, *(replace(row, indent=row.indent + last.width) for row in rest))
    return whole


def below(*blocks: Block) -> Block:
    """The blocks from top to bottom."""
    return tuple(row for block in blocks for row in block)


def shifted(block: Block, by: int) -> Block:
    return tuple(replace(row, indent=row.indent + by) for row in block)


def spread(blocks: Iterable[Block], separator: str) -> Block:
    """The blocks on one line (each is one line), with a separator between them."""
    whole: Block | None = None
    for block in blocks:
        whole = block if whole is None else beside(whole, piece(separator), block)
    return whole if whole is not None else piece("")


def filled(blocks: Iterable[tuple[str, Block]], room: int) -> Block:
    """Blocks beside each other, each after its separator, on as few lines as fit; further lines are indented by two."""
    lines: list[Block] = []
    for separator, block in blocks:
        if not lines:
            lines.append(block)
        elif lines[-1][-1].width + len(separator) + width(block) + (2 if len(lines) > 1 else 0) < room:
            lines[-1] = beside(lines[-1], piece(separator), block)
        else:
            lines[-1] = beside(lines[-1], piece(separator.rstrip()))
            lines.append(block)
    first, *others = lines
    return below(first, *(shifted(line, 2) for line in others))


def width(block: Block) -> int:
    """The width of the widest line."""
    return max(row.width for row in block)

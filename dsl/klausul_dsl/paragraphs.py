"""A text to its paragraphs, and those in which none of some lines stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from klausul_dsl.pages import Copy, Passage

_ITEM = re.compile(r"\s*(?:[-–•*]+|\d+[.:)]|[a-z]\))\s+\S")
_HEADING = re.compile(r"\s*(?:\d+(?:\.\d+)*\.?\s+)?[^a-zæøå]*$")
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+[A-ZÆØÅ][^.;:]*$")
_ENDED = re.compile(r"[.:;!?)»”\"]\s*$")


def without(copy: Copy, reached: Sequence[int]) -> list[Passage]:
    """The paragraphs on whose lines none of the reached ones is, but for lines that lead up to a list."""
    found = []
    for first, lines in _paragraphs(copy):
        index, words = bisect_left(reached, first), " ".join(" ".join(lines).split())
        if not words.endswith(":") and (index == len(reached) or reached[index] >= first + len(lines)):
            found.append(Passage(first, words))
    return found


def _paragraphs(copy: Copy) -> list[tuple[int, list[str]]]:
    """The paragraphs of a text that are not headings: first line, and lines with the blank ones between.

    A text out of a printed page may have a blank line after every line, and has some where a page ends; there a
    paragraph begins after a line that ends a sentence, and at an item of a list.
    """
    lines = copy.text.split("\n")
    spaced = _is_spaced(lines)
    between_pages = _between_pages(lines, {passage.line for passage in copy.aside})
    paragraphs: list[tuple[int, list[str]]] = []
    open_ = loose = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            loose = spaced or number in between_pages
            open_ = open_ and loose
            if open_:
                paragraphs[-1][1].append(line)
            continue
        if _is_heading(line):
            open_ = False
            continue
        ended = open_ and loose and _ENDED.search("".join(paragraphs[-1][1]).rstrip())
        if not open_ or _ITEM.match(line) or (ended and not line.lstrip()[0].islower()):
            paragraphs.append((number, []))
        paragraphs[-1][1].append(line)
        open_, loose = True, False
    return paragraphs


def _between_pages(lines: Sequence[str], aside: Container[int]) -> set[int]:
    """The blank lines, counted from 1, that stand together with one that a page left behind."""
    between: set[int] = set()
    together: list[int] = []
    for number, line in enumerate((*lines, "end"), 1):
        if not line.strip():
            together.append(number)
            continue
        if any(blank in aside for blank in together):
            between.update(together)
        together = []
    return between


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether a blank line stands after nearly every line."""
    full = [index for index, line in enumerate(lines[:-1]) if line.strip()]
    return len(full) > 3 and sum(not lines[index + 1].strip() for index in full) > 0.8 * len(full)


def _is_heading(line: str) -> bool:
    return bool(_HEADING.match(line) or (_NUMBERED.match(line) and len(line.split()) <= 12))

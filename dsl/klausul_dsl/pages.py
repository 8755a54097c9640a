"""A text out of printed pages to the text without page numbers and the lines that stand on every page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = r"\d{1,3}(?:\s*(?:af|of|/)\s*\d{1,3})?"
_PAGE = re.compile(rf"[\s|–—-]*\b(?:side|page)\s+{_NUMBER}[\s|–—-]*", re.IGNORECASE)
_DASHED = re.compile(r"\s*[-–—]\s*\d{1,3}\s*[-–—]\s*$")
_NUMBER_ALONE = re.compile(r"\s*(\d{1,3})(?:\s*/\s*\d{1,3})?\s*$")
_OFTEN = 3
_APART = 10


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a text: its first line, counted from 1, and its words on one line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A text in which the lines of the pages are blank, and those lines."""

    text: str
    aside: tuple[Passage, ...] = ()


def copies(text: str) -> tuple[Copy, ...]:
    """The text without lines that say they are page numbers, and also without those that are likely to be of the page.

    The second is only a guess: a number alone on its line, and a line that comes again and again, may be of the
    agreement too. Whoever compares must try both.
    """
    lines = text.split("\n")
    certain = {index for index, line in enumerate(lines) if _says_page(line)}
    likely = certain | _numbered(lines) | _repeated(lines)
    return tuple(_without(lines, chosen) for chosen in ((certain, likely) if likely > certain else (certain,)))


def _says_page(line: str) -> bool:
    return bool(_PAGE.fullmatch(line) or _DASHED.match(line))


def _without(lines: Sequence[str], chosen: Iterable[int]) -> Copy:
    """Blanks in place of each chosen line, so that all others keep their number and place."""
    left = list(lines)
    for index in chosen:
        left[index] = " " * len(left[index])
    return Copy("\n".join(left), tuple(Passage(index + 1, " ".join(lines[index].split())) for index in sorted(chosen)))


def _numbered(lines: Sequence[str]) -> set[int]:
    """Numbers alone on their lines, where each is one more than the last."""
    found = [(index, int(alone[1])) for index, line in enumerate(lines) if (alone := _NUMBER_ALONE.match(line))]
    rising = all(after[1] == before[1] + 1 for before, after in pairwise(found))
    return {index for index, _ in found} if rising and len(found) >= _OFTEN else set()


def _repeated(lines: Sequence[str]) -> set[int]:
    """Lines that stand apart from others and come again, the number of the page beside them or not."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        left = " ".join(_PAGE.sub(" ", line).split())
        if left and (_PAGE.search(line) or _stands_apart(lines, index)):
            places[left].append(index)
    return {
        index
        for found in places.values()
        if len(found) >= _OFTEN and all(after - before >= _APART for before, after in pairwise(found))
        for index in found
    }


def _stands_apart(lines: Sequence[str], index: int) -> bool:
    beside = (lines[place] for place in (index - 1, index + 1) if 0 <= place < len(lines))
    return index in (0, len(lines) - 1) or any(not line.strip() or _says_page(line) for line in beside)

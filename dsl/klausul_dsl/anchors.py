"""A copy of an agreement's text and the anchors of its sentences to where each stands, and what no anchor reaches."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from klausul_dsl.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and the line, counted from 1, on which its anchor begins."""

    sentence: Sentence
    line: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the text: its first line, counted from 1, and its words on one line."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Where the anchors stand in a text.

    `found` stand in the order of the register. `moved` are there, but not in that order; `vanished` are nowhere.
    `uncovered` are the paragraphs in which no anchor that was found begins or ends; headings, and lines that only lead
    up to a list, are left out.
    """

    found: tuple[Place, ...]
    moved: tuple[Place, ...]
    vanished: tuple[Sentence, ...]
    uncovered: tuple[Passage, ...]

    @property
    def whole(self) -> bool:
        return not (self.moved or self.vanished or self.uncovered)


def verify(text: str, sentences: Sequence[Sentence]) -> Verification:
    """Find every anchor in a text, in the order of the register, and the paragraphs that none stands in.

    Line ends, blanks, hyphens, quotation marks and capitals make no difference: a text that was copied out of a printed
    page has them elsewhere.
    """
    letters = _Letters(text)
    starts = [letters.starts_of(sentence.anchor) for sentence in sentences]
    in_order = _longest_in_order(starts)
    lines = _line_starts(text)
    found: list[Place] = []
    moved: list[Place] = []
    vanished = []
    reached: list[int] = []
    for number, sentence in enumerate(sentences):
        if not starts[number]:
            vanished.append(sentence)
            continue
        start = in_order.get(number)
        first = letters.offset(starts[number][0] if start is None else start)
        place = Place(sentence, bisect_right(lines, first))
        (moved if start is None else found).append(place)
        if start is not None:
            last = letters.offset(start + len(_bare(sentence.anchor)) - 1)
            reached += [place.line, bisect_right(lines, last)]
    return Verification(
        found=tuple(found),
        moved=tuple(moved),
        vanished=tuple(vanished),
        uncovered=tuple(_uncovered(text, sorted(reached))),
    )


class _Letters:
    """The letters and digits of a text in small letters, and where in the text each stands."""

    def __init__(self, text: str) -> None:
        kept = [(bare, offset) for offset, letter in enumerate(text) for bare in _bare(letter)]
        self._bare = "".join(bare for bare, _ in kept)
        self._offsets = [offset for _, offset in kept]

    def starts_of(self, anchor: str) -> list[int]:
        wanted, found = _bare(anchor), []
        start = self._bare.find(wanted) if wanted else -1
        while start >= 0:
            found.append(start)
            start = self._bare.find(wanted, start + 1)
        return found

    def offset(self, place: int) -> int:
        return self._offsets[place]


def _bare(text: str) -> str:
    """Letters, digits and signs that tell words apart, without case.

    >>> _bare("1/3 af de\\nLedige bo-\\nliger")
    '1/3afdeledigeboliger'
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in folded if letter.isalnum() or letter in "/%§")


def _longest_in_order(starts: Sequence[Sequence[int]]) -> dict[int, int]:
    """The most entries that can be placed in rising order, one start of each: entry to start.

    The longest rising subsequence, by patience sorting (Fredman 1975); the later starts of an entry are tried first, so
    that it is placed once.
    """
    tails: list[int] = []
    chains: list[tuple[tuple[int, int], int | None]] = []
    tops: list[int] = []
    for entry, places in enumerate(starts):
        for start in sorted(places, reverse=True):
            pile = bisect_left(tails, start)
            chains.append(((entry, start), tops[pile - 1] if pile else None))
            if pile == len(tails):
                tails.append(start)
                tops.append(len(chains) - 1)
            else:
                tails[pile], tops[pile] = start, len(chains) - 1
    placed: dict[int, int] = {}
    link = tops[-1] if tops else None
    while link is not None:
        (entry, start), link = chains[link]
        placed[entry] = start
    return placed


def _line_starts(text: str) -> list[int]:
    return [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]


_ITEM = re.compile(r"\s*(?:[-–•*]+|\d+[.:)]|[a-z]\))\s+\S")
_HEADING = re.compile(r"\s*(?:\d+(?:\.\d+)*\.?\s+)?[^a-zæøå]*$")
_NUMBERED = re.compile(r"\s*\d+(?:\.\d+)*\.?\s+[A-ZÆØÅ][^.;:]*$")
_ENDED = re.compile(r"[.:;!?)»”\"]\s*$")


def _uncovered(text: str, reached: Sequence[int]) -> list[Passage]:
    found = []
    for first, lines in _paragraphs(text):
        index, words = bisect_left(reached, first), " ".join(" ".join(lines).split())
        if not words.endswith(":") and (index == len(reached) or reached[index] >= first + len(lines)):
            found.append(Passage(first, words))
    return found


def _paragraphs(text: str) -> list[tuple[int, list[str]]]:
    """The paragraphs of a text that are not headings: first line, and lines with the blank ones between.

    A text out of a printed page may have a blank line after every line; a paragraph of it begins after a line that ends
    a sentence, and at an item of a list.
    """
    lines = text.split("\n")
    spaced = _is_spaced(lines)
    paragraphs: list[tuple[int, list[str]]] = []
    open_ = False
    for number, line in enumerate(lines, 1):
        if not line.strip():
            open_ = open_ and spaced
            if open_:
                paragraphs[-1][1].append(line)
            continue
        if _is_heading(line):
            open_ = False
            continue
        ended = (
            open_ and spaced and _ENDED.search("".join(paragraphs[-1][1]).rstrip()) and not line.lstrip()[0].islower()
        )
        if not open_ or _ITEM.match(line) or ended:
            paragraphs.append((number, []))
        paragraphs[-1][1].append(line)
        open_ = True
    return paragraphs


def _ends_before(line: str, paragraph: Sequence[str]) -> bool:
    """Whether a paragraph is over before a line: it ended a sentence, and the line begins one."""
    return bool(_ENDED.search("".join(paragraph).rstrip())) and not line.lstrip()[0].islower()


def _is_spaced(lines: Sequence[str]) -> bool:
    """Whether a blank line stands after nearly every line."""
    full = [index for index, line in enumerate(lines[:-1]) if line.strip()]
    return len(full) > 3 and sum(not lines[index + 1].strip() for index in full) > 0.8 * len(full)


def _is_heading(line: str) -> bool:
    return bool(_HEADING.match(line) or (_NUMBERED.match(line) and len(line.split()) <= 12))

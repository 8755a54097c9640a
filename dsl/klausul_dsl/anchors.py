"""A copy of an agreement's text and the anchors of its sentences to where each stands, and what has changed between."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from klausul_dsl.letters import Letters, bare, composed
from klausul_dsl.pages import Copy, Passage, copies
from klausul_dsl.paragraphs import without
from klausul_dsl.sentences import Sentence
from klausul_dsl.stretches import Changed, Unread, Wording, compared, worded


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence and the line, counted from 1, on which its anchor begins."""

    sentence: Sentence
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """Where the anchors stand in a text.

    `found` stand in the order of the register. `moved` are there, but not in that order; `vanished` are nowhere.
    `uncovered` are the paragraphs in which no anchor that was found begins or ends; headings, and lines that only lead
    up to a list, are left out. `changed` and `unread` are held against a recorded wording where there is one. `aside`
    are page numbers and lines of the page that were not read. `wording` is the text's own, where all were found.
    """

    found: tuple[Place, ...]
    moved: tuple[Place, ...]
    vanished: tuple[Sentence, ...]
    uncovered: tuple[Passage, ...]
    changed: tuple[Changed, ...]
    unread: tuple[Unread, ...]
    aside: tuple[Passage, ...]
    wording: Wording | None

    @property
    def covered(self) -> bool:
        """Whether every anchor was found in its place and every paragraph has one."""
        return not (self.moved or self.vanished or self.uncovered)

    @property
    def whole(self) -> bool:
        return not self.misfits

    @property
    def misfits(self) -> int:
        """In how many places the text does not fit the register."""
        return len((*self.moved, *self.vanished, *self.uncovered, *self.changed, *self.unread))


def verify(text: str, sentences: Sequence[Sentence], wording: Wording | None = None) -> Verification:
    """Find every anchor in a text, in the order of the register, and the paragraphs that none stands in.

    Line ends, blanks, hyphens, quotation marks and capitals make no difference: a text that was copied out of a printed
    page has them elsewhere. Of the ways to read the lines of its pages the one is chosen in which it fits best; where
    both fit as well, those lines are left out.
    """
    ways = [_verify(copy, sentences, wording) for copy in copies(composed(text))]
    return min(reversed(ways), key=lambda way: way.misfits)


def _verify(copy: Copy, sentences: Sequence[Sentence], wording: Wording | None) -> Verification:
    letters = Letters(copy.text)
    starts = [letters.starts_of(sentence.anchor) for sentence in sentences]
    in_order = _longest_in_order(starts)
    lines = _line_starts(copy.text)
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
            last = letters.offset(start + len(bare(sentence.anchor)) - 1)
            reached += [place.line, bisect_right(lines, last)]
    placed = [in_order.get(number) for number in range(len(sentences))]
    certain = [start for start in placed if start is not None]
    changed, unread = compared(sentences, letters, placed, wording) if wording else ((), ())
    return Verification(
        found=tuple(found),
        moved=tuple(moved),
        vanished=tuple(vanished),
        uncovered=tuple(without(copy, sorted(reached))),
        changed=changed,
        unread=unread,
        aside=copy.aside,
        wording=worded(sentences, letters, certain) if len(certain) == len(sentences) else None,
    )


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

"""Where the words of an item do not fit: the text, the offset, and what stood before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lark import Token

from klausul_dsl.keywords import KEYWORDS, pattern
from klausul_dsl.parser.expected import Before
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Language

_ONCE = frozenset({"CALLED", "FOR_EACH", "WHERE", "TITLE", "IN_FORCE", "CLAUSES", "USES", "SOURCE", "ASKS"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the words do not fit: in which text and item, at which offset, and what stood before.

    `reach` tells of a changed text of the item how many of its letters can be read.
    """

    source: Source
    text: str
    start: int
    end: int
    at: int
    item: str
    language: Language
    token: Token | None
    before: Before
    reach: Callable[[str], int]

    @property
    def rest(self) -> str:
        return self.text[self.at : self.end]

    @property
    def accepted(self) -> frozenset[str]:
        return self.before.accepted

    @property
    def missing(self) -> frozenset[str]:
        """What could stand here and does not stand above already, of that which an item has once."""
        return (self.accepted - (_ONCE & {token.type for token in self.before.tokens})) or self.accepted

    @property
    def word(self) -> str:
        """The words of a keyword that begins here, else one word."""
        keyword = keyword_at(self.text, self.at, KEYWORDS, self.language)
        return keyword[0] if keyword else word_at(self.text, self.at)

    @property
    def span(self) -> Span:
        return self.spread(len(self.word))

    def spread(self, length: int) -> Span:
        return self.source.span(self.at, self.at + max(1, length))

    def line(self) -> tuple[int, str]:
        """Where the line begins, and its text."""
        begin = self.text.rfind("\n", 0, self.at) + 1
        stop = self.text.find("\n", self.at)
        return begin, self.text[begin : stop if stop >= 0 else len(self.text)]

    def reads(self, begin: int, stop: int, instead: str) -> bool:
        """Whether the rest of the line can be read with a change, and what stands on the next line after it."""
        text = self.text
        changed = text[self.start : begin] + instead + text[stop : self.end]
        gone = stop - begin - len(instead)
        newline = text.find("\n", stop)
        line_end = self.end if newline < 0 else min(newline, self.end)
        following = re.compile(r"(?:\s|#[^\n]*)*").match(text, line_end, self.end)
        after = following.end() if following else line_end
        needed = len(changed) + 1 if after >= self.end else after - self.start - gone + 1
        return self.reach(changed) >= needed


def keyword_at(text: str, at: int, table: Iterable[str], language: Language) -> tuple[str, str] | None:
    """The longest keyword of a table that stands at a place: as written, and its terminal."""
    best: tuple[str, str] | None = None
    for name in table:
        for word in KEYWORDS[name].words(language):
            found = re.compile(pattern(word), re.I).match(text, at)
            if found and (best is None or len(found.group()) > len(best[0])):
                best = (found.group(), name)
    return best


def word_at(text: str, at: int) -> str:
    """The word or text that begins at a place, or the one sign that stands there."""
    found = re.compile(r'"[^"\n]*"|[\w§]+|[^\s\w]').match(text, at)
    return found.group() if found else ""

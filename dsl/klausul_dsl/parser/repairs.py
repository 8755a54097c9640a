"""One word or sign too many or too few: what single change would let the line be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import KEYWORDS, PARTS, printed
from klausul_dsl.parser.expected import listed
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.text import Text

_SIGNS = {"SEMICOLON": ";", "COMMA": ",", "COLON": ":", "EQUAL": "=", "LPAR": "(", "RPAR": ")"}
_WITHOUT_MEANING = frozenset({"AND", "OR", "NOT"})
"""What joins two sentences or turns one round is never added for the writer."""


def repair(place: Place) -> Diagnostic | None:
    """The one word that is missing or too many; None where no single change helps, or several do."""
    if not place.word.strip():
        return None
    keyword = keyword_at(place.text, place.at, KEYWORDS, place.language)
    additions = [] if keyword is not None and keyword[1] not in PARTS else list(_additions(place))
    additions = [word for word in additions if _reads(place, place.at, place.at, f"{word} ")]
    removals = [extent for extent in _removals(place) if _reads(place, *extent, "")]
    if len(additions) == 1 and not removals:
        return diagnose("K153", place.span, right=additions[0], word=place.word)
    if additions or not removals:
        return None
    begin, stop = removals[0]
    word = place.text[begin:stop]
    accepted = place.accepted if begin == place.at else place.before.earlier[0]
    other = listed(accepted, place.language) if word[0].isalnum() else None
    return diagnose("K152", place.source.span(begin, stop), word=word, way=_instead(other))


def _instead(other: Text | None) -> Text:
    if other is None:
        return Text("", "")
    return Text(f", eller skriv i stedet {other.da}", f", or write {other.en} instead")


def _additions(place: Place) -> Iterator[str]:
    """The words and signs that may stand here; a word that begins a line only where a line begins."""
    begin, line = place.line()
    mid_line = bool(line[: place.at - begin].strip())
    for name in sorted(place.accepted - _WITHOUT_MEANING):
        if name in _SIGNS:
            yield _SIGNS[name]
        elif name in KEYWORDS and not (mid_line and name in PARTS):
            yield printed(name, place.language)


def _removals(place: Place) -> Iterator[tuple[int, int]]:
    """The word here, all that is written together here, and the name before."""
    stop = place.at + len(place.word)
    if '"' not in place.word:
        yield place.at, stop
    written = re.compile(r'[^\s"()]+').match(place.text, place.at)
    if written is not None and written.end() > stop:
        yield place.at, written.end()
    last = place.before.tokens[-1] if place.before.tokens else None
    begin, _ = place.line()
    if last is not None and last.type == "NAME" and (last.start_pos or 0) > begin and place.before.earlier:
        start = last.start_pos or 0
        if place.text[start + len(last) : place.at].isspace() and place.text[begin:start].strip():
            yield start, start + len(last)


def _reads(place: Place, begin: int, stop: int, instead: str) -> bool:
    """Whether the rest of the line can be read with a change, and what stands on the next line after it."""
    text = place.text
    changed = text[place.start : begin] + instead + text[stop : place.end]
    gone = stop - begin - len(instead)
    newline = text.find("\n", stop)
    line_end = place.end if newline < 0 else min(newline, place.end)
    following = re.compile(r"(?:\s|#[^\n]*)*").match(text, line_end, place.end)
    after = following.end() if following else line_end
    needed = len(changed) + 1 if after >= place.end else after - place.start - gone + 1
    return place.reach(changed) >= needed

"""Names as they are written in headings and rules: of several words, and headings that lack a word of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import ITEMS, KEYWORDS, TYPE_WORDS, printed
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.text import name_of

_LINKING = frozenset({"TO", "OF", "ON", "FOR", "FROM", "AND", "AFTER", "BEFORE", "WITH", "WITHIN", "AS", "NO", "BY"})
"""Keywords that are also words inside a name: `stillet til rådighed`."""


def joined(written: str) -> str:
    """What was meant as a name, as one word.

    >>> joined("hvert-andet år")
    'hvert_andet_år'
    """
    return re.sub(r"[\W_]+", "_", written)


def claimed(text: str, start: int, end: int) -> Iterator[str]:
    """The names that an item would have declared, had it been whole: that of its heading, and those it is called."""
    heading = text[start:end].split("\n", 1)[0]
    yield joined(_AFTER_NAME.split(heading.partition(" ")[2].strip(), maxsplit=1)[0].strip()).lower()
    for called in re.findall(r'"([^"\n]*)"', text[start:end]):
        yield name_of(called)


_AFTER_NAME = re.compile(r"\s*:|\s{2,}|#|\"|\s(?:jf\.|under|for|på dagen|on day|som|as|kaldet|called)(?!\w)")


def name_of_several(place: Place) -> Diagnostic | None:
    """The words of a heading's name without the underscores that join them, or a heading that is not whole."""
    before = place.before.tokens
    begin, line = place.line()
    named = before and before[0].type in ITEMS and begin <= (before[0].start_pos or 0)
    written = _NAME.match(line)
    if not named or written is None or place.at - begin > written.end() + 1:
        return None
    if unfinished := _heading(place, written):
        return unfinished
    if len(before) != 2 or before[1].type != "NAME" or before[1].start_pos != begin + written.start("name"):
        return None
    span = place.source.span(begin + written.start("name"), begin + written.end("name"))
    return diagnose("K144", span, word=written["name"], right=joined(written["name"]))


_NAME = re.compile(
    r"\S+[ \t]+(?P<name>\w+(?:(?:[ \t]|[-‐‑–/.])\w+)+?)"
    r"(?=[ \t]*(?:$|:|#)|[ \t]{2}|[ \t]+(?:jf\.|under|for|som|as)(?!\w))"
)
_ON_DAY = {"da": {"på", "dagen", "dag", "pr", "den"}, "en": {"on", "day", "the", "per"}}


def _heading(place: Place, written: re.Match[str]) -> Diagnostic | None:
    """A classification whose heading lacks a word of its own; a parameter without its colon."""
    begin, line = place.line()
    kind, language = place.before.tokens[0].type, place.language
    words = written["name"].split()
    if kind == "PARAMETER" and words[-1] in {word for entry in TYPE_WORDS.values() for word in entry.words(language)}:
        at = begin + written.end("name") - len(words[-1])
        return diagnose("K153", place.source.span(at, at + len(words[-1])), right=":", word=words[-1])
    if kind != "CLASSIFY":
        return None
    heading = _UNDER.split(line)[0].split()[1:]
    on, as_ = _ON_DAY[language], printed("AS", language)
    split = heading.index(as_) if as_ in heading else len(heading)
    subject = joined(" ".join(word for word in heading[:split] if word.lower().rstrip(".") not in on)) or "…"
    name = joined(" ".join(heading[split + 1 :])) or "…"
    right = f"{printed('CLASSIFY', language)} {subject} {printed('ON_DAY', language)} {as_} {name}"
    stop = begin + len(_UNDER.split(line)[0].rstrip())
    return diagnose("K157", place.source.span(begin, stop), right=right)


_UNDER = re.compile(r"\s+(?:jf\.|under\s)|\s{2,}|#")


def _all_of_the_line(place: Place, start: int, stop: int) -> bool:
    """Whether words stand alone after `must be` or `must have`, up to the end of the line."""
    verbs = [token.end_pos for token in place.before.tokens if token.type in {"BE", "HAVE"}]
    after_verb = any(end is not None and not place.text[end:start].strip() for end in verbs)
    return after_verb and not place.text[stop:].split("\n", 1)[0].split("#")[0].strip()


def joined_by_a_keyword(place: Place) -> Diagnostic | None:
    """A name of several words in a rule, of which one is a keyword, or that are all it demands."""
    begin, _ = place.line()
    further = re.compile(r"[^\W\d]\w*").match(place.text, place.at)
    if further is None:
        return None
    for first in reversed(place.before.tokens[-4:]):
        start = first.start_pos or 0
        words = place.text[start : further.end()].split(" ")
        if start < begin or len(words) < 2 or not all(word.isalpha() for word in words):
            return None
        inner = [keyword_at(word, 0, KEYWORDS, place.language) for word in words[1:]]
        linked = any(found and found[1] in _LINKING for found in inner)
        if first.type != "NAME" or not (linked or _all_of_the_line(place, start, further.end())):
            continue
        right = joined(" ".join(words))
        if place.reads(start, further.end(), right):
            return diagnose("K144", place.source.span(start, further.end()), word=" ".join(words), right=right)
    return None

"""One word or sign too many or too few: what single change would let the line be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import KEYWORDS, PARTS, printed
from klausul_dsl.parser.expected import listed
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.text import Text

_SIGNS = {"SEMICOLON": ";", "COMMA": ",", "COLON": ":", "EQUAL": "=", "LPAR": "(", "RPAR": ")"}
_WITHOUT_MEANING = frozenset({"AND", "OR", "NOT", "DAY", "ALWAYS", "NEVER", "YES", "NO_VALUE"})
"""What joins two sentences or turns one round, and what is a value itself, is never added for the writer."""


def repair(place: Place) -> Diagnostic | None:
    """The one word that is missing or too many; None where no single change helps, or several do."""
    if not place.word.strip():
        return None
    additions = [word for word in _additions(place) if place.reads(place.at, place.at, f"{word} ")]
    removals = [extent for extent in _removals(place) if place.reads(*extent, "")]
    if not removals:
        return diagnose("K153", place.span, right=additions[0], word=place.word) if len(additions) == 1 else None
    words = [word for word in additions if word not in _SIGNS.values()]
    (begin, stop), earlier = removals[0], [extent for extent in removals if extent[1] <= place.at]
    if words and (len(additions) > 1 or not earlier):
        return None
    if earlier and begin == place.at and additions == words:
        first = place.text[slice(*earlier[0])]
        if keyword_at(first, 0, KEYWORDS, place.language):
            begin, stop = earlier[0]
        elif not keyword_at(place.text, begin, KEYWORDS, place.language):
            return _both(place, earlier[0][0], stop, words)
    word = place.text[begin:stop]
    return diagnose("K152", place.source.span(begin, stop), word=word, way=_instead(place, begin, additions))


def additions_that_read(place: Place) -> list[str]:
    """The words before what stands here with which the line can be read; of a blank place none."""
    if not place.word.strip():
        return []
    return [
        word
        for word in _additions(place)
        if word not in _SIGNS.values() and place.reads(place.at, place.at, f"{word} ")
    ]


def replacements_that_read(place: Place) -> list[str]:
    """The words in the stead of the one that stands here with which the line can be read."""
    stop = place.at + len(place.word)
    words = [word for word in _additions(place) if word not in _SIGNS.values()]
    return [word for word in words if place.reads(place.at, stop, word)]


def _both(place: Place, begin: int, stop: int, words: list[str]) -> Diagnostic | None:
    """Two names beside each other; None where one is a way to a fact, and a word that joins them may be missing."""
    if place.text[begin - 1] == "." or place.text[stop : stop + 1] == "." or not place.word[0].isalpha():
        return None
    both = " ".join(place.text[begin:stop].split())
    way = Text("", "")
    if words:
        way = Text(f", eller skriv “{words[0]}” imellem", f", or write “{words[0]}” between them")
    return diagnose("K155", place.source.span(begin, stop), word=both, right="_".join(both.split()), way=way)


def keyword_for_a_name(place: Place) -> Diagnostic | None:
    """A word of the language that was read as a name just before, because the name itself is missing."""
    last = place.before.tokens[-1] if place.before.tokens else None
    if last is None or last.type != "NAME":
        return None
    found = keyword_at(place.text, last.start_pos or 0, KEYWORDS, place.language)
    if found is None or (last.start_pos or 0) < place.line()[0]:
        return None
    begin = last.start_pos or 0
    return diagnose("K119", place.source.span(begin, begin + len(found[0])), word=found[0])


def doubled(place: Place) -> Diagnostic | None:
    """A word that stands twice in a row, here or just before."""
    begin, line = place.line()
    for twice in re.finditer(r'(?<![\w."])([\w.]+)[ \t]+(\1)(?![\w.])', line):
        if begin + twice.start() <= place.at <= begin + twice.end():
            span = place.source.span(begin + twice.start(2), begin + twice.end())
            return diagnose("K152", span, word=twice[2], way=Text("", ""))
    words = re.compile(r'"[^"\n]*"|[^\s;,()]+|[;,]')
    written = [(token.start_pos or 0, str(token)) for token in place.before.tokens[-4:]]
    written += [(found.start(), found.group()) for found in islice(words.finditer(place.text, place.at, place.end), 2)]
    for (_, first), (at, second) in reversed(list(pairwise(written))):
        last = first if first.startswith('"') else first.split()[-1]
        word = second if second.startswith('"') else second.split()[0]
        if last.lower() == word.lower() and (word[0].isalnum() or word[0] in '"§;,'):
            return diagnose("K152", place.source.span(at, at + len(word)), word=word.strip('"'), way=Text("", ""))
    return None


def _instead(place: Place, begin: int, additions: list[str]) -> Text:
    """What else than deleting a word would do."""
    word = place.text[begin]
    sign = next((sign for sign in additions if sign in _SIGNS.values()), None)
    if sign is not None:
        return Text(f", eller skriv “{sign}” foran det", f", or write “{sign}” before it")
    if not word.isalnum():
        return Text("", "")
    other = listed(place.accepted if begin == place.at else place.before.earlier[0], place.language)
    return Text(f", eller skriv i stedet {other.da}", f", or write {other.en} instead")


def _additions(place: Place) -> Iterator[str]:
    """The words and signs that may stand here; a word that begins a line only where a line begins.

    Before a word of the language no sign is added: after a sign it would be read as a name.
    """
    begin, line = place.line()
    option = bool(place.before.tokens) and place.before.tokens[-1].type == "EQUAL"
    mid_line = bool(line[: place.at - begin].strip()) and not option
    keyword = keyword_at(place.text, place.at, KEYWORDS, place.language)
    for name in sorted(place.accepted - _WITHOUT_MEANING):
        if name in _SIGNS:
            if keyword is None:
                yield _SIGNS[name]
        elif name in KEYWORDS and not (mid_line and name in PARTS):
            yield printed(name, place.language)


def _removals(place: Place) -> Iterator[tuple[int, int]]:
    """The word here, all that is written together here, and the name before."""
    stop = place.at + len(place.word)
    alone = place.at == 0 or not re.match(r"[\w.-]", place.text[place.at - 1]) or place.rest[:1] in {".", ","}
    if '"' not in place.word and alone and not re.match(r"[.,-]\w", place.rest):
        yield place.at, stop
        written = re.compile(r'[^\s"();]+').match(place.text, place.at)
        if written is not None and written.end() > stop:
            yield place.at, written.end()
    last = place.before.tokens[-1] if place.before.tokens else None
    begin, _ = place.line()
    if last is not None and last.type == "NAME" and (last.start_pos or 0) > begin and place.before.earlier:
        start = last.start_pos or 0
        if place.text[start + len(last) : place.at].isspace() and place.text[begin:start].strip():
            yield start, start + len(last)

"""What the place of a mistake asks for: a date, a clause number, a line's first word, a comparison, one of a few."""

from __future__ import annotations

import re

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import KEYWORDS, MONTHS, PARTS, printed
from klausul_dsl.parser.expected import COMPARING, GOING_ON, VALUE, listed
from klausul_dsl.parser.place import Place
from klausul_dsl.parser.repairs import additions_that_read, replacements_that_read
from klausul_dsl.text import Text, series

FEW = 3
"""So many words are named as what one of them must be."""
_NOT_FIRST = frozenset({"NO", "EVERY", "BY"})


def slot(place: Place) -> Diagnostic | None:
    """What should stand here, by what can stand here; None where too much can."""
    return (
        _tag(place)
        or _clause(place)
        or _half(place)
        or _date(place)
        or _one_word(place)
        or _first_of_line(place)
        or _wanted(place)
        or _between(place)
    )


def _tag(place: Place) -> Diagnostic | None:
    """The language of a text without the text, or a text whose language is another word."""
    if not place.accepted & {"DA_TAG", "EN_TAG"}:
        return None
    bare = re.compile(r'(?:da|en)[ \t]+(?P<word>[^\s"][^\s"]*)').match(place.text, place.at)
    if bare is not None:
        span = place.source.span(bare.start("word"), bare.end("word"))
        return diagnose("K121", span, word=bare["word"])
    other = re.compile(r'(?P<word>\w+)[ \t]*(?=")').match(place.text, place.at)
    begin, line = place.line()
    if other is None or not line[: place.at - begin].strip():
        return None
    return diagnose("K168", place.spread(len(other["word"])), word=other["word"])


def _clause(place: Place) -> Diagnostic | None:
    """A clause number that is broken off, or that lacks the word before it."""
    last = place.before.tokens[-1] if place.before.tokens else None
    begin, _ = place.line()
    under = printed("UNDER", place.language)
    if last is not None and last.type == "REFERENCE" and (last.start_pos or 0) >= begin:
        start = last.start_pos or 0
        glued = start + len(last) == place.at
        rest = re.compile(r"[ \t]*[.,][ \t]*[\w.]*|[\w.-]+" if glued else r"[.,][ \t]*[\w.]*").match(
            place.text, place.at
        )
        if rest is not None:
            return diagnose(
                "K167", place.source.span(start, rest.end()), word=" ".join(place.text[start : rest.end()].split())
            )
    if "UNDER" not in place.accepted or place.accepted & {"NUMBER", "REFERENCE"}:
        return None
    instead = re.compile(r"(?P<word>\w*\.?)[ \t]+(?=\d+(?:\.\d+)*(?![\d-])|§)").match(place.text, place.at)
    if instead is not None and instead["word"]:
        return diagnose("K159", place.spread(len(instead["word"])), word=instead["word"], right=under)
    number = re.compile(r"\d+(?:\.\d+)*(?![\d-])|§\s*\d+").match(place.text, place.at)
    return number and diagnose("K153", place.spread(len(number.group())), right=under, word=number.group())


def _half(place: Place) -> Diagnostic | None:
    """The first or the last word of several keywords that could stand here."""
    found = re.compile(r"[^\W\d]\w*\.?").match(place.text, place.at)
    if found is None:
        return None
    word = found.group().lower()
    whole = [
        printed(name, place.language)
        for name in sorted(place.accepted & KEYWORDS.keys())
        if word in (parts := printed(name, place.language).lower().split())[:1] + parts[-1:] and len(parts) > 1
    ]
    if not 0 < len(whole) < 7:
        return None
    quoted = [f"“{one}”" for one in whole]
    words = Text(series(quoted, "eller"), series(quoted, "or"))
    return diagnose("K160", place.spread(len(found.group())), word=found.group(), words=words)


def _date(place: Place) -> Diagnostic | None:
    if place.accepted - {"$END"} != {"DATE"}:
        return None
    return diagnose("K166", place.span, word=_shown(place))


def _one_word(place: Place) -> Diagnostic | None:
    """The only word with which the line can be read: before what stands here, or in its stead."""
    under = printed("UNDER", place.language)
    added = additions_that_read(place)
    if len(added) == 1:
        return diagnose("K153", place.span, right=added[0], word=_shown(place))
    if place.word[:1].isalpha():
        instead = replacements_that_read(place)
        if len(instead) == 1 and instead[0] != under:
            return diagnose("K159", place.span, word=place.word, right=instead[0])
    return None


def _first_of_line(place: Place) -> Diagnostic | None:
    """A line that begins with another word than those that begin one."""
    begin, line = place.line()
    able = place.accepted & (PARTS.keys() - _NOT_FIRST)
    if line[: place.at - begin].strip() or not able:
        return None
    return diagnose("K161", place.span, word=_shown(place), item=place.item, expected=listed(able, place.language))


def _wanted(place: Place) -> Diagnostic | None:
    """One of a few words, a month, or a value."""
    able = place.accepted - {"$END"}
    able = able - GOING_ON or able
    if able and able <= set(MONTHS):
        return diagnose("K162", place.span, word=_shown(place), expected=Text("en måned", "a month"))
    if 0 < len(able) <= FEW:
        return diagnose("K162", place.span, word=_shown(place), expected=listed(able, place.language))
    if able >= VALUE:
        return diagnose("K163", place.span, word=_shown(place), after=last_words(place))
    return None


def _between(place: Place) -> Diagnostic | None:
    """What stands after a value or a condition and neither compares it nor joins it with another."""
    able = place.accepted
    if len(able & COMPARING) > 4:
        return diagnose("K164", place.span, word=_shown(place), after=last_words(place))
    if {"AND", "OR"} <= able:
        return diagnose("K165", place.span, word=_shown(place), after=last_words(place))
    return None


def _shown(place: Place) -> str:
    word = place.word or place.rest[:1]
    return word.strip('"') or word


def last_words(place: Place) -> str:
    """The last name or word before the place, as it was written; the word for the item where there is none."""
    last = place.before.tokens[-1] if place.before.tokens else None
    return " ".join(str(last).strip('"').split()) if last is not None else place.item

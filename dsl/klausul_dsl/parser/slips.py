"""Slips of the pen: a word processor's quotation marks, a name of several words, an everyday word for a keyword."""

from __future__ import annotations

import re

from klausul_dsl.diagnostics import Diagnostic, diagnose, nearest
from klausul_dsl.keywords import ITEMS, printed
from klausul_dsl.parser.place import Place

_CURLY = re.compile(r"(?:(?:da|en)\s+)?(?P<mark>[“”„«»])")
_EVERYDAY = {
    "da": {
        "for alle": "FOR_EACH",
        "for enhver": "FOR_EACH",
        "for samtlige": "FOR_EACH",
        "bør": "MUST",
        "skulle": "MUST",
        "minimum": "AT_LEAST",
        "maksimum": "AT_MOST",
        "maksimalt": "AT_MOST",
        "max": "AT_MOST",
        "maks": "AT_MOST",
        "undtagen": "UNLESS",
        "inden": "NO_LATER_THAN",
        "hverdage": "WORKING_DAYS",
        "med mindre": "UNLESS",
        "hvis": "WHERE",
        "såfremt": "WHERE",
    },
    "en": {
        "for all": "FOR_EACH",
        "for every": "FOR_EACH",
        "should": "MUST",
        "shall": "MUST",
        "minimum": "AT_LEAST",
        "maximum": "AT_MOST",
        "except": "UNLESS",
        "business days": "WORKING_DAYS",
        "weekdays": "WORKING_DAYS",
        "if": "WHERE",
        "provided": "WHERE",
    },
}
"""What one would say instead of a keyword, by language."""


def slip(place: Place) -> Diagnostic | None:
    """The slip that the place shows; None where it shows none."""
    return (
        _curly(place)
        or _odd(place)
        or _inside(place)
        or _name(place)
        or _unit(place)
        or _must_not(place)
        or _everyday(place)
    )


def _curly(place: Place) -> Diagnostic | None:
    found = _CURLY.match(place.text, place.at)
    if found is None or not place.accepted & {"STRING", "DA_TAG", "EN_TAG"}:
        return None
    return diagnose("K145", place.source.span(found.start("mark"), found.end("mark")), word=found["mark"])


def _odd(place: Place) -> Diagnostic | None:
    """A line on which a text is begun and not ended, so that the rest of it is read as something else."""
    begin, line = place.line()
    first = line.find('"')
    if line.split("#")[0].count('"') % 2 == 0 or first > place.at - begin:
        return None
    return diagnose("K146", place.source.span(begin + first, begin + len(line.rstrip())))


def _inside(place: Place) -> Diagnostic | None:
    """A word that stands right after the end of a text: the text has straight marks inside."""
    last = place.before.tokens[-1] if place.before.tokens else None
    if last is None or last.type != "STRING" or (last.start_pos or 0) + len(last) != place.at:
        return None
    return diagnose("K147", place.source.span(place.at - 1, place.at), word=place.word) if place.word else None


def _name(place: Place) -> Diagnostic | None:
    """The words of a name without the underscores that join them."""
    before = place.before.tokens
    begin, line = place.line()
    named = len(before) == 2 and before[0].type in ITEMS and before[1].type == "NAME"
    written = re.match(r"\S+[ \t]+(?P<name>\w+(?:[ \t]\w+)+?)(?=[ \t]*(?:$|:)|[ \t]{2}|[ \t]+(?:jf\.|under|for))", line)
    if not named or written is None or before[1].start_pos != begin + written.start("name"):
        return None
    span = place.source.span(begin + written.start("name"), begin + written.end("name"))
    return diagnose("K144", span, word=written["name"], right="_".join(written["name"].split()))


def _unit(place: Place) -> Diagnostic | None:
    """`svarfrist + 1 aar`: what stands after the number is no unit, and was read as the name of the next line."""
    begin, line = place.line()
    above = place.text[: begin - 1].rpartition("\n")[2] if begin else ""
    tokens = place.before.tokens
    if line[: place.at - begin].strip() or len(tokens) < 2 or tokens[-1].type != "NAME":
        return None
    found = re.search(r"[+-][ \t]*(?P<amount>\S+)[ \t]+(?P<unit>[^\W\d]\w*)[ \t]*$", above)
    if found is None or found["unit"] != str(tokens[-1]):
        return None
    start = begin - 1 - len(above)
    amount = _NUMBER_WORDS.get(found["amount"].lower())
    if amount is not None:
        span = place.source.span(start + found.start("amount"), start + found.end("amount"))
        return diagnose("K118", span, word=found["amount"], right=amount)
    units = [printed(unit, place.language) for unit in ("DAYS", "WEEKS", "MONTHS", "YEARS", "WORKING_DAYS")]
    right = nearest(found["unit"], units) or units[-2]
    span = place.source.span(start + found.start("unit"), start + found.end("unit"))
    return diagnose("K118", span, word=found["unit"], right=right)


def _must_not(place: Place) -> Diagnostic | None:
    begin, line = place.line()
    found = re.match(r"[ \t]*(skal ikke)[ \t]+(?:have|være|ske)(?!\w)", line)
    if found is None or place.language != "da" or place.at - begin < found.end(1):
        return None
    return diagnose(
        "K118", place.source.span(begin + found.start(1), begin + found.end(1)), word="skal ikke", right="må ikke"
    )


_NUMBER_WORDS = {
    **dict.fromkeys(("en", "et", "én", "ét", "one", "a"), "1"),
    **dict.fromkeys(("to", "two"), "2"),
    **dict.fromkeys(("tre", "three"), "3"),
    **dict.fromkeys(("fire", "four"), "4"),
    **dict.fromkeys(("fem", "five"), "5"),
    **dict.fromkeys(("seks", "six"), "6"),
}


def _everyday(place: Place) -> Diagnostic | None:
    for word, terminal in _EVERYDAY[place.language].items():
        found = re.compile(rf"{word}(?!\w)", re.I).match(place.text, place.at)
        if found and terminal in place.accepted:
            right = printed(terminal, place.language)
            return diagnose("K118", place.spread(len(found.group())), word=found.group(), right=right)
    return None

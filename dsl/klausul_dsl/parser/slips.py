"""Slips of the pen: a word processor's marks, a name of several words, an everyday word for a keyword."""

from __future__ import annotations

import re
import unicodedata

from klausul_dsl.diagnostics import Diagnostic, diagnose, nearest
from klausul_dsl.keywords import TYPE_WORDS, printed
from klausul_dsl.parser.names import name_of_several
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.text import Language, Text, series

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
        "maks.": "AT_MOST",
        "maks": "AT_MOST",
        "er maksimalt": "LESS_EQUAL",
        "er maks.": "LESS_EQUAL",
        "er op til": "LESS_EQUAL",
        "er mindre end eller lig med": "LESS_EQUAL",
        "er minimum": "GREATER_EQUAL",
        "er større end eller lig med": "GREATER_EQUAL",
        "er mindre end": "LESS",
        "er lavere end": "LESS",
        "er mere end": "GREATER",
        "er større end": "GREATER",
        "er højere end": "GREATER",
        "er tidligere end": "EARLIER",
        "er senere end": "LATER",
        "havde": "HAVE",
        "haft": "HAVE",
        "har": "HAVE",
        "mindst 1": "SOME",
        "mdr.": "MONTHS",
        "mdr": "MONTHS",
        "md.": "MONTHS",
        "pct.": "PERCENT",
        "pct": "PERCENT",
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
        "is less than or equal to": "LESS_EQUAL",
        "is greater than or equal to": "GREATER_EQUAL",
        "is less than": "LESS",
        "is lower than": "LESS",
        "is more than": "GREATER",
        "is greater than": "GREATER",
        "is higher than": "GREATER",
        "is earlier than": "EARLIER",
        "is later than": "LATER",
        "is up to": "LESS_EQUAL",
        "had": "HAVE",
        "has": "HAVE",
        "at least 1": "SOME",
        "at least one": "SOME",
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
        _invisible(place)
        or _curly(place)
        or _odd(place)
        or _inside(place)
        or name_of_several(place)
        or _kind(place)
        or _unit(place)
        or _headless(place)
        or _ungrounded(place)
        or _untagged(place)
        or _must_not(place)
        or _everyday(place)
    )


def _invisible(place: Place) -> Diagnostic | None:
    if not place.rest or unicodedata.category(place.rest[0]) not in {"Cf", "Cc", "Co", "Cn"}:
        return None
    name = f"U+{ord(place.rest[0]):04X}"
    return diagnose("K150", place.spread(1), word=name)


def _curly(place: Place) -> Diagnostic | None:
    found = _CURLY.match(place.text, place.at)
    if found is None or not place.accepted & {"STRING", "DA_TAG", "EN_TAG"}:
        return None
    return diagnose("K145", place.source.span(found.start("mark"), found.end("mark")), word=found["mark"])


def _odd(place: Place) -> Diagnostic | None:
    """A line on which a text is begun and not ended, so that the rest of it is read as something else."""
    begin, line = place.line()
    first = line.find('"')
    if line.split("#")[0].count('"') % 2 == 0 or (first > place.at - begin and "STRING" not in place.accepted):
        return None
    first = min(first, place.at - begin)
    return diagnose("K146", place.source.span(begin + first, begin + len(line.rstrip())))


def _inside(place: Place) -> Diagnostic | None:
    """A word that stands right after the end of a text: the text has straight marks inside."""
    last = place.before.tokens[-1] if place.before.tokens else None
    if last is None or last.type != "STRING" or (last.start_pos or 0) + len(last) != place.at:
        return None
    return diagnose("K147", place.source.span(place.at - 1, place.at), word=place.word) if place.word else None


def _kind(place: Place) -> Diagnostic | None:
    """A parameter whose name is not followed by what it is measured in."""
    if place.accepted != {"COLON"} or place.item != printed("PARAMETER", place.language):
        return None
    last = place.before.tokens[-1]
    begin = last.start_pos or 0
    kinds = Text(
        series([f"“{word.da[0]}”" for word in TYPE_WORDS.values()], "og"),
        series([f"“{word.en[0]}”" for word in TYPE_WORDS.values()], "and"),
    )
    return diagnose("K151", place.source.span(begin, begin + len(last)), kinds=kinds)


def _headless(place: Place) -> Diagnostic | None:
    """`for …` on a line of its own in an example that has expectations: what follows is another example."""
    begin, line = place.line()
    alone = not line[: place.at - begin].strip()
    told = any(token.type == "EXPECT" for token in place.before.tokens)
    here = keyword_at(place.text, place.at, ("FOR",), place.language)
    example = printed("EXAMPLE", place.language)
    return diagnose("K148", place.span) if alone and told and here and place.item == example else None


def _ungrounded(place: Place) -> Diagnostic | None:
    """The reason of an alternative without the word before it, so that it was read as its name."""
    tokens = place.before.tokens
    if "BECAUSE" not in place.accepted or not tokens or tokens[-1].type != "STRING":
        return None
    begin, line = place.line()
    if line[: place.at - begin].strip() or not re.match(r"(da|en)\s", place.rest):
        first = next((token for token in reversed(tokens) if token.type in {"DA_TAG", "EN_TAG"}), None)
        if first is None:
            return None
        begin = place.text.rfind("\n", 0, first.start_pos) + 1
    indent = re.compile(r"[ \t]*").match(place.text, begin)
    start = indent.end() if indent else begin
    if place.text[start : start + 2] not in {"da", "en"}:
        return None
    word = place.text[start : start + 2]
    right = printed("BECAUSE", place.language)
    return diagnose("K153", place.source.span(start, start + 2), right=right, word=word)


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
    amount = NUMBER_WORDS.get(found["amount"].lower())
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


def _untagged(place: Place) -> Diagnostic | None:
    """Two texts beside each other of which only one says its language."""
    texts = [token for token in place.before.tokens[-2:] if token.type == "STRING"]
    if not texts or texts[-1] is not place.before.tokens[-1]:
        return None
    tag = re.compile(r'(da|en)\s*(?=")').match(place.text, place.at)
    begin = texts[-1].start_pos or 0
    before = place.before.tokens[-2].type if len(place.before.tokens) > 1 else ""
    if tag is not None and before not in {"DA_TAG", "EN_TAG"}:
        right, word, at = ("en" if tag[1] == "da" else "da"), str(texts[-1]), begin
    elif place.rest.startswith('"') and before in {"DA_TAG", "EN_TAG"} and "STRING" not in place.accepted:
        right, word, at = ("en" if before == "DA_TAG" else "da"), place.word, place.at
    else:
        return None
    span = place.source.span(at, at + len(word))
    return diagnose("K153", span, right=right, word=word.strip('"'))


NUMBER_WORDS = {
    **dict.fromkeys(("en", "et", "én", "ét", "one", "a"), "1"),
    **dict.fromkeys(("to", "two"), "2"),
    **dict.fromkeys(("tre", "three"), "3"),
    **dict.fromkeys(("fire", "four"), "4"),
    **dict.fromkeys(("fem", "five"), "5"),
    **dict.fromkeys(("seks", "six"), "6"),
    **dict.fromkeys(("syv", "seven"), "7"),
    **dict.fromkeys(("otte", "eight"), "8"),
    **dict.fromkeys(("ni", "nine"), "9"),
    **dict.fromkeys(("ti", "ten"), "10"),
    **dict.fromkeys(("tolv", "twelve"), "12"),
    **dict.fromkeys(("halvdelen", "half"), "1/2"),
    **dict.fromkeys(("en tredjedel", "a third", "one third"), "1/3"),
    **dict.fromkeys(("to tredjedele", "two thirds"), "2/3"),
    **dict.fromkeys(("en fjerdedel", "a quarter", "one quarter"), "1/4"),
    **dict.fromkeys(("tre fjerdedele", "three quarters"), "3/4"),
    **dict.fromkeys(("en femtedel", "a fifth", "one fifth"), "1/5"),
}
"""Numbers and shares in words, and in figures."""


def _everyday(place: Place) -> Diagnostic | None:
    """An everyday word here, or one that was read as a name just before."""
    tokens = place.before.tokens[::-1]
    begin, _ = place.line()
    earlier = [(token.start_pos or 0, accepted) for token, accepted in zip(tokens, place.before.earlier, strict=False)]
    for at, accepted in [(place.at, place.accepted), *earlier]:
        found = _said(place.text, at, accepted, place.language) if at >= begin else None
        if found:
            return diagnose("K118", place.source.span(at, at + len(found[0])), word=found[0], right=found[1])
    return None


def _said(text: str, at: int, accepted: frozenset[str], language: Language) -> tuple[str, str] | None:
    """The everyday words at a place for a keyword or number that may stand there, and what they stand for."""
    for word, terminal in _EVERYDAY[language].items():
        found = re.compile(rf"{re.escape(word)}(?!\w)", re.I).match(text, at)
        if found and terminal in accepted:
            return found.group(), printed(terminal, language)
    for word, figures in NUMBER_WORDS.items():
        found = re.compile(rf"{word}(?!\w)", re.I).match(text, at)
        if found and "NUMBER" in accepted and (" " in word or "NAME" not in accepted):
            return found.group(), figures
    return None

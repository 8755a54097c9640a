"""Words that the forms of order and time want otherwise: from the place of a mistake to a diagnostic of its own."""

from __future__ import annotations

import re

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import KEYWORDS, SKIPPING, ordinal, printed
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.text import Text

_AFTER_COMMA = frozenset({"FOLLOWED_BY", "WHOLE_PERIODS", "TOUCHED_PERIODS", "BEGINNING_WITH", "OTHERWISE"})
_UNITS = frozenset({"PERCENT", "KRONER", "SQUARE_METRES", "HOURS"})
_DEMANDS = frozenset({"MUST", "MUST_NOT", "MAY", "AT_LEAST", "AT_MOST", "EXACTLY"})
_SHOWN = Text(
    "“tæller …” eller “forventet …” (en måling viser et tal, en kvote kræver et)",
    "“counts …” or “expected …” (a measure shows a number, a quota demands one)",
)


def other_words(place: Place) -> Diagnostic | None:
    """The mistake in a form of order or time that the words before it and at it show; None where they show none."""
    found = keyword_at(place.text, place.at, KEYWORDS, place.language)
    word, kind = found or ("", "")
    return _figures(place, kind) or _periods(place, kind) or _brackets(place) or _instead(place, word, kind)


def _figures(place: Place, kind: str) -> Diagnostic | None:
    """A place in a sequence that is no ordinal, a share in its stead, a unit where there is none."""
    number = re.compile(r"\d+").match(place.rest)
    if place.accepted == {"ORDINAL"} and number is not None:
        right = ordinal(int(number.group()), place.language)
        return diagnose("K133", place.spread(len(number.group())), word=number.group(), right=right)
    if place.accepted == {"EVERY"} and number is not None:
        return diagnose("K134", place.spread(len(number.group())))
    last = place.before.tokens[-1] if place.before.tokens else None
    if kind in _UNITS and last is not None and last.type == "NUMBER" and kind not in place.accepted:
        begin = last.start_pos or 0
        span = place.source.span(begin, place.at + len(place.word))
        return diagnose("K138", span, word=f"{last} {place.word}")
    return None


def _periods(place: Place, kind: str) -> Diagnostic | None:
    """Every other year without its first, a window in a month, skipping what is no month."""
    last = place.before.tokens[-1] if place.before.tokens else None
    if last is not None and last.type == "IN_EVERY_OTHER_YEAR":
        return diagnose("K241", place.span)
    if kind == "BETWEEN" and last is not None and last.type in {"IN_EVERY_QUARTER", "IN_EVERY_MONTH"}:
        return diagnose("K142", place.span)
    skipping = SKIPPING.words(place.language)[0]
    if re.compile(rf"{skipping}(?!\w)", re.I).match(place.rest):
        return diagnose("K141", place.spread(len(skipping)), word=skipping)
    return None


def _brackets(place: Place) -> Diagnostic | None:
    """A condition that must stand in parentheses and does not."""
    if "LPAR" not in place.accepted or "NAME" in place.accepted or not re.match(r"\w", place.rest):
        return None
    kinds = [token.type for token in place.before.tokens]
    since = kinds[::-1].index("THROUGHOUT_THE") if "THROUGHOUT_THE" in kinds else len(kinds)
    if place.accepted == {"LPAR"} or ("LPAR" not in kinds[len(kinds) - since :] and since < len(kinds)):
        return diagnose("K140", place.span)
    return None


def _instead(place: Place, word: str, kind: str) -> Diagnostic | None:
    """A comma that is missing, the other word for a population, a demand in a measure."""
    accepted, language = place.accepted, place.language
    if kind in _AFTER_COMMA and "COMMA" in accepted:
        return diagnose("K137", place.spread(len(word)), word=word)
    for one, other in (("FOR_EACH", "OF"), ("OF", "FOR_EACH")):
        if kind == one and other in accepted and not accepted & {"MUST", "COMMA"}:
            return diagnose("K118", place.spread(len(word)), word=word, right=printed(other, language))
    if place.item == printed("MEASURE", language) and kind in _DEMANDS and "COUNTS" in accepted:
        return diagnose("K122", place.span, word=place.word, item=place.item, expected=_SHOWN)
    return None

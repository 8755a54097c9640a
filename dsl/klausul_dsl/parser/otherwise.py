"""What is said in a policy's place in everyday words: from a phrase on the line of a mistake to its message."""

from __future__ import annotations

import re
from functools import cache

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import ITEMS, ORDINALS, printed
from klausul_dsl.parser.phrases import FIGURES, PHRASES, TWO_SIDES, Phrase
from klausul_dsl.parser.place import Place
from klausul_dsl.parser.shapes import WRITTEN_DATE, iso_date
from klausul_dsl.source import Source
from klausul_dsl.text import Language, Text

_TEXT = re.compile(r'"[^"\n]*"')
_SHIFTS = {"efter": "+", "after": "+", "før": "-", "before": "-"}
_BOUNDS = {
    "mindst": Text("mindst", "at least"),
    "højst": Text("højst", "at most"),
    "præcis": Text("præcis", "exactly"),
    "at least": Text("mindst", "at least"),
    "at most": Text("højst", "at most"),
    "exactly": Text("præcis", "exactly"),
}


def said_otherwise(place: Place) -> Diagnostic | None:
    """The phrase on this line that the mistake stands in; None where there is none."""
    begin, line = place.line()
    line = line[: place.end - begin]
    at = place.at - begin
    if line.count('"') % 2:
        return None
    bare = _TEXT.sub(lambda text: f'"{"·" * (len(text.group()) - 2)}"', line).split("#")[0]
    for phrase in PHRASES:
        if not _meant(phrase, place):
            continue
        for found in _pattern(phrase, place.language).finditer(bare):
            space = len(bare[found.end() :]) - len(bare[found.end() :].lstrip())
            if found.start() <= at <= found.end() + space:
                return _told(phrase, found, place, begin)
    return None


def read_as_sums(source: Source, start: int, end: int) -> list[Diagnostic]:
    """Dates with day or month in another way, and intervals, in an item that could be read: they are read as sums."""
    bare = re.sub(r'"[^"\n]*"|#[^\n]*', lambda left_out: "·" * len(left_out.group()), source.text[start:end])
    problems = []
    for date in WRITTEN_DATE.finditer(bare):
        span = source.span(start + date.start(), start + date.end())
        problems.append(diagnose("K114", span, word=date.group(), right=iso_date(date.group())))
    for between in _INTERVAL.finditer(bare) if not problems else ():
        unit = f" {between[3]}" if between[3] else ""
        low, high = between[1] + unit, between[2] + unit
        way = Text(TWO_SIDES.da.format(n=low, m=high), TWO_SIDES.en.format(n=low, m=high))
        problems.append(
            diagnose("K156", source.span(start + between.start(), start + between.end()), word=between.group(), way=way)
        )
    where = _BODY.search(bare)
    if where is not None:
        span = source.span(start + where.start("w"), start + where.end("w"))
        right = "har" if where["w"].lower() == "hvor" else "has"
        problems.append(diagnose("K118", span, word=where["w"], right=right))
    return problems


_BODY = re.compile(
    r"(?:mindst e[nt]|ingen|intet|some|no)[ \t]+\w+(?:[ \t]+(?:af|of)[ \t]+[\w.]+)?[ \t]+(?P<w>hvor|where)[ \t]*\(",
    re.I,
)
"""What some record has, after the word for which records a rule is about: the rest is read as a line of the rule's."""
_INTERVAL = re.compile(r"(?<![\w.,-])(\d+)[-–](\d+)(?![\w-])(?:[ \t]*(%|m2|m²|kr\.|kroner|procent|percent))?")


@cache
def _pattern(phrase: Phrase, language: Language) -> re.Pattern[str]:
    """The pattern, whole words only."""
    written = phrase.da if language == "da" else phrase.en
    return re.compile(rf"(?:(?<![\w.])(?=\w)|(?=\W|$))(?:{written})(?:(?<=\W)|(?!\w))", re.I)


def _meant(phrase: Phrase, place: Place) -> bool:
    items = {printed(name, place.language) for name in phrase.items}
    could = place.accepted.union(*place.before.earlier)
    return (len(phrase.items) == len(ITEMS) or place.item in items) and (not phrase.needs or bool(phrase.needs & could))


def _told(phrase: Phrase, found: re.Match[str], place: Place, begin: int) -> Diagnostic:
    group = "w" if "w" in found.groupdict() and found["w"] else 0
    start = found.start(group)
    word = found[group].strip()
    start += len(found[group]) - len(found[group].lstrip())
    span = place.source.span(begin + start, begin + start + len(word))
    if phrase.keyword:
        return diagnose("K118", span, word=word, right=printed(phrase.keyword, place.language))
    if phrase.way is None:
        return diagnose(phrase.code, span, word=word, right=FIGURES.get(word.lower(), word))
    groups = _figured(found)
    facts = {language: {name: said[language] for name, said in groups.items()} for language in ("da", "en")}
    way = Text(phrase.way.da.format(**facts["da"]), phrase.way.en.format(**facts["en"]))
    return diagnose(phrase.code, span, word=word, way=way)


def _figured(found: re.Match[str]) -> dict[str, Text]:
    """What the groups of a phrase hold, numbers as figures, bounds in both languages."""
    groups = {name: " ".join(value.split()) for name, value in found.groupdict().items() if value is not None}
    said = {name: Text.of(value) for name, value in groups.items()}
    number = groups.get("n", groups.get("n2", ""))
    figure = FIGURES.get(number.lower(), _ordinal(number))
    said["n"] = Text.of(figure)
    if figure.isdigit():
        said["more"], said["less"] = Text.of(str(int(figure) + 1)), Text.of(str(int(figure) - 1))
    if "bound" in groups:
        said["bound"] = _BOUNDS[groups["bound"].lower()]
    if "side" in groups:
        said["sign"] = Text.of(_SHIFTS[groups["side"].lower()])
    return said


def _ordinal(written: str) -> str:
    """The figure of an ordinal; what is none is left as it is."""
    word = written.lower()
    spelt = next((str(n) for n, keyword in ORDINALS.items() if word in (*keyword.da, *keyword.en)), None)
    figures = re.fullmatch(r"(\d+)(?:\.|st|nd|rd|th)", word)
    return spelt or (figures[1] if figures else written)

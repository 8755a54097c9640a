"""The shipped template to the files of a new agreement, with its own name, title, municipality and term."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from klausul.data import data_folder
from klausul.library.sentences import SENTENCES, sentences_of
from klausul.library.wording import WORDING, wording_lines
from klausul_dsl.anchors import verify
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.formatter import format_file
from klausul_dsl.parser import parse
from klausul_dsl.prose.danish import DANISH
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.prose.nouns import long_date
from klausul_dsl.source import Source
from klausul_dsl.text import Text, name_of

TEMPLATE = "noerrevang-2025"
MUNICIPALITY = "Nørrevang Kommune"
TERM = (date(2025, 1, 1), date(2028, 12, 31))
SEPTEMBER = 9

_TITLE = Text("Aftale om udlejning og anvisning", "Agreement on letting and assignment")
_README = Path(__file__).with_name("README-new-agreement.md")
_SEEN = re.compile(
    rf"""
    (?P<title_da>{re.escape(_TITLE.da)}\ 2025-2028(?:\ \(opdigtet\))?)
    | (?P<title_en>{re.escape(_TITLE.en)}\ 2025-2028(?:\ \(invented\))?)
    | (?P<name>{name_of(TEMPLATE)})
    | (?P<folder>{re.escape(TEMPLATE)})
    | (?P<municipality>{re.escape(MUNICIPALITY)})
    | (?P<iso>\b\d{{4}}-\d\d-\d\d\b)
    | (?P<office>\b\d\d-\d\d-\d{{4}}\b)
    | (?P<long_da>\b\d\d?\.\ (?:{"|".join(DANISH.months)})\ \d{{4}}\b)
    | (?P<long_en>\b\d\d?\ (?:{"|".join(ENGLISH.months)})\ \d{{4}}\b)
    | (?P<year>(?<![\d.,-])202[4-9](?![\d.,]\d|-))
    """,
    re.VERBOSE,
)
"""What the files of the template say of its own agreement: how it is called, and every day and year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """A new agreement: the name of its folder, its title, its municipality, and its first and last day."""

    folder: str
    title: Text
    municipality: str
    first: date
    last: date


def usual_title(first: date, last: date) -> Text:
    """The title of an agreement that is given none.

    >>> usual_title(date(2026, 1, 1), date(2029, 12, 31)).en
    'Agreement on letting and assignment 2026-2029'
    """
    return Text(f"{_TITLE.da} {first.year}-{last.year}", f"{_TITLE.en} {first.year}-{last.year}")


def usual_end(first: date) -> date:
    """The last day of an agreement that is as long as the template's."""
    return date(first.year + TERM[1].year - TERM[0].year, TERM[1].month, TERM[1].day)


def fits(first: date, last: date) -> bool:
    """Whether the template's quotas and examples fit a term: it begins with a year and holds three of them."""
    return (first.month, first.day) == (1, 1) and last >= date(first.year + 2, 12, 31)


def named(path: str) -> str:
    """A path as it is written in a command.

    >>> named("min aftale")
    '"min aftale"'
    """
    return f'"{path}"' if " " in path else path


def started(start: Start, cache_folder: str | None = None) -> dict[str, str]:
    """The files of a new agreement by their path in its folder; the term must fit.

    Days move by whole years, so that a limit of the template is still one. A day in September keeps its weekday instead
    of its number: what the template counts in working days stands there, where there are no holidays.

    `cache_folder` is a folder of the user's own in which the parser's tables are kept between runs.
    """
    template = data_folder("policies") / TEMPLATE
    paths = sorted(path for path in template.rglob("*") if path.is_file())
    texts = {path.relative_to(template).as_posix(): path.read_text("utf-8") for path in paths}
    texts["README.md"] = _README.read_text("utf-8")
    own = {path: _SEEN.sub(lambda seen: _instead(seen, start), text) for path, text in texts.items()}
    own[WORDING] = _wording(own, name_of(start.folder))
    return {
        path: format_file(parse(Source.of(path, text), cache_folder).file) if path.endswith(".klausul") else text
        for path, text in own.items()
    }


def _wording(texts: Mapping[str, str], agreement: str) -> str:
    """The wording of the new agreement's text, as its own sentences part it."""
    problems: list[Diagnostic] = []
    sentences = [
        sentence
        for path, text in texts.items()
        if path.startswith(f"{SENTENCES}/")
        for sentence in sentences_of(Source.of(path, text), agreement, problems)
    ]
    wording = verify(texts["aftale.txt"], sentences).wording
    assert wording is not None
    return "".join(f"{line}\n" for line in wording_lines(wording, agreement, sentences))


def _instead(seen: re.Match[str], start: Start) -> str:
    kind, word = str(seen.lastgroup), seen[0]
    words: Mapping[str, str] = {
        "title_da": start.title.da,
        "title_en": start.title.en,
        "name": name_of(start.folder),
        "folder": named(start.folder),
        "municipality": start.municipality,
        "year": str(_moved(date(int(word), 6, 30), start).year) if kind == "year" else "",
    }
    if kind in words:
        return words[kind]
    if kind == "iso":
        return _moved(date.fromisoformat(word), start).isoformat()
    if kind == "office":
        return _moved(date.fromisoformat("-".join(reversed(word.split("-")))), start).strftime("%d-%m-%Y")
    tongue = DANISH if kind == "long_da" else ENGLISH
    day, month, year = word.replace(".", "").split()
    return long_date(_moved(date(int(year), tongue.months.index(month) + 1, int(day)), start), tongue)


def _moved(day: date, start: Start) -> date:
    """The day of the new agreement that answers to one of the template: its last stays its last."""
    after = day - TERM[1]
    if timedelta(0) <= after <= timedelta(1):
        return start.last + after
    years = start.last.year - TERM[1].year if day > TERM[1] else start.first.year - TERM[0].year
    moved = day.replace(year=day.year + years)
    if day.month != SEPTEMBER:
        return moved
    return moved + timedelta((day.weekday() - moved.weekday() + 3) % 7 - 3)

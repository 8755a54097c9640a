"""A cell as its readers write it, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never

from klausul_dsl.datatypes import Type
from klausul_dsl.prose.danish import DANISH
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.prose.nouns import long_date
from klausul_dsl.prose.values import show_date, show_value
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.values import Cell, Disagreement, Never, Unreadable

NOT_GIVEN = Text("(ikke oplyst)", "(not given)")
NOT_HAPPENED = Text("ikke sket", "has not happened")
NOT_DONE = Text("(ikke sket)", "(has not happened)")
"""What a blank cell says of an event, where the records of its type are complete."""


def show_days(first: date, last: date, language: Language) -> str:
    """A span of days: one day by itself, a whole year by its number, else the first and last day.

    >>> show_days(date(2024, 1, 1), date(2024, 12, 31), "da")
    '2024'
    """
    if first == last:
        return show_date(first, language)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
        return str(first.year)
    return f"{show_date(first, language)} – {show_date(last, language)}"


def long_day(day: date | None, language: Language) -> str:
    """A day in a sentence, its month in words; nothing for none.

    >>> long_day(date(2025, 2, 28), "da")
    '28. februar 2025'
    """
    return long_date(day, DANISH if language == "da" else ENGLISH) if day is not None else ""


def show_count(number: int, language: Language) -> str:
    """A whole number with the thousands mark of the language.

    >>> show_count(12345, "da")
    '12.345'
    """
    return f"{number:,}".replace(",", ".") if language == "da" else f"{number:,}"


def spoken(label: Text) -> Text:
    """A label as words: a name that was declared without one has underscores.

    >>> spoken(Text("hver_afdeling", "each_estate")).da
    'hver afdeling'
    """
    return Text(label.da.replace("_", " "), label.en.replace("_", " "))


def shown(cell: Cell, type: Type | None, options: Mapping[str, Text]) -> Text:
    """A cell in words. A missing value says so; an unreadable one shows its text; a disagreement shows every value."""
    match cell:
        case None:
            return NOT_GIVEN
        case Unreadable():
            return Text(f"“{cell.text}” (kan ikke læses)", f"“{cell.text}” (unreadable)")
        case Disagreement():
            values = " / ".join(f"“{value}”" for value in cell.values)
            return Text(f"{values} (modstridende)", f"{values} (contradictory)")
        case bool() | Fraction() | date() | str():
            return Text(*(show_value(cell, type, options, language) for language in LANGUAGES))
        case Never():
            return NOT_HAPPENED
        case _:
            assert_never(cell)

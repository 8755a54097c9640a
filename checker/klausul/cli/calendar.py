"""Dates and periods as they are written on the command line."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE


def read_day(text: str) -> date | Diagnostic:
    """A day as year, month and day, or as it is written in Danish.

    >>> read_day("2024-06-30")
    datetime.date(2024, 6, 30)
    >>> read_day("30-06-2024")
    datetime.date(2024, 6, 30)
    """
    day = _day(text)
    return day if day is not None else diagnose("K807", NOWHERE, text=text)


def read_period(text: str) -> tuple[date, date] | Diagnostic:
    """A year, a month, or two days with two points between.

    >>> read_period("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if re.fullmatch(r"[12]\d{3}", text):
        return date(int(text), 1, 1), date(int(text), 12, 31)
    if (month := re.fullmatch(r"([12]\d{3})-(0[1-9]|1[0-2])", text)) is not None:
        year, number = int(month[1]), int(month[2])
        return date(year, number, 1), date(year, number, monthrange(year, number)[1])
    first, _, last = text.partition("..")
    start, end = _day(first), _day(last)
    if start is None or end is None or start > end:
        return diagnose("K808", NOWHERE, text=text)
    return start, end


def _day(text: str) -> date | None:
    if re.fullmatch(r"\d{2}-\d{2}-\d{4}", text):
        text = "-".join(reversed(text.split("-")))
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None

"""Days, months, quarters and years, reckoned exactly.

Adding months ends on the last day of the month where the day does not exist there, as periods are reckoned in
Regulation (EEC, Euratom) No 1182/71, article 3(2)(c).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

PeriodKind = Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]
_MONTHS = {"calendar_year": 12, "calendar_quarter": 3, "calendar_month": 1}


def add_months(day: date, months: int) -> date:
    """A day moved by whole months; clamped to the last day of a shorter month.

    >>> add_months(date(2024, 8, 31), -6)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def shift(day: date, amount: int, unit: Literal["days", "months"]) -> date:
    """A day moved by days or months; clamped to the days that a date can hold."""
    try:
        return day + timedelta(days=amount) if unit == "days" else add_months(day, amount)
    except (OverflowError, ValueError):
        return date.max if amount > 0 else date.min


def month_of(day: date) -> tuple[date, date]:
    """The first and last day of a day's month."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def periods(kind: PeriodKind, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The periods of a kind from the first to the last day, the outer ones cut off there.

    >>> list(periods("calendar_year", date(2023, 7, 1), date(2024, 6, 30)))[0]
    (datetime.date(2023, 7, 1), datetime.date(2023, 12, 31))
    """
    if kind == "agreement_period":
        yield first, last
        return
    if first > last:
        return
    months = _MONTHS[kind]
    start = date(first.year, (first.month - 1) // months * months + 1, 1)
    while True:
        end = month_of(add_months(start, months - 1))[1]
        yield max(start, first), min(end, last)
        if end >= last:
            return
        start = end + timedelta(days=1)

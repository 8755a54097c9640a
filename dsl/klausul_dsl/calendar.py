"""Days, months, quarters and years, reckoned exactly.

Adding months ends on the last day of the month where the day does not exist there, as periods are reckoned in
Regulation (EEC, Euratom) No 1182/71, article 3(2)(c).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from klausul_dsl.holidays import is_working_day

PeriodKind = Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]
_MONTHS = {"calendar_year": 12, "calendar_quarter": 3, "calendar_month": 1}


def add_months(day: date, months: int) -> date:
    """A day moved by whole months; clamped to the last day of a shorter month.

    >>> add_months(date(2024, 8, 31), -6)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time. Weeks are seven days, years twelve months.

    `skipping` are months whose days do not count (only for days); the first day counted is the day after. With
    `rolls_over` a day that a month does not have is the first day of the next month instead of the last of its own.
    """

    amount: int
    unit: Literal["days", "months", "working_days"]
    skipping: tuple[int, ...] = ()
    rolls_over: bool = False


def shift(day: date, by: Duration, sign: Literal[1, -1] = 1) -> date:
    """A day moved by a duration, forwards (1) or backwards (-1); clamped to the days that a date can hold.

    >>> shift(date(2024, 6, 25), Duration(amount=42, unit="days", skipping=(7, 8)))
    datetime.date(2024, 10, 7)
    """
    try:
        match by.unit:
            case "months":
                return _roll_over(day, sign * by.amount) if by.rolls_over else add_months(day, sign * by.amount)
            case "days":
                return _skip(day, by, sign) if by.skipping else day + timedelta(days=sign * by.amount)
            case "working_days":
                return _work(day, sign * by.amount)
    except (OverflowError, ValueError):
        return date.max if sign * by.amount > 0 else date.min


def _roll_over(day: date, months: int) -> date:
    moved = add_months(day, months)
    return moved if moved.day == day.day else moved + timedelta(days=1)


def _skip(day: date, by: Duration, sign: Literal[1, -1]) -> date:
    """The day reached when the days of some months do not count, a month at a time."""
    left = by.amount
    while left:
        following = day + timedelta(days=sign)
        first, last = month_of(following)
        edge = last if sign == 1 else first
        room = abs((edge - day).days)
        if following.month in by.skipping:
            day = edge
        else:
            step = min(left, room)
            day, left = day + timedelta(days=sign * step), left - step
    return day


def _work(day: date, amount: int) -> date:
    step = timedelta(days=1 if amount > 0 else -1)
    for _ in range(abs(amount)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def next_working_day(day: date) -> date:
    """The day itself where it is a working day, else the next one.

    >>> next_working_day(date(2024, 3, 28))
    datetime.date(2024, 4, 2)
    """
    while not is_working_day(day) and day < date.max:
        day += timedelta(days=1)
    return day


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

"""Days and draws: months reckoned backwards, working days, and random choices that no Python version changes."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

T = TypeVar("T")


def months_before(day: date, months: int) -> date:
    """The day so many months earlier; the last day of the month where that day does not exist.

    >>> months_before(date(2024, 8, 30), 6)
    datetime.date(2024, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_after(day: date, months: int) -> date:
    """The day so many months later; the last day of the month where that day does not exist.

    >>> months_after(date(2024, 2, 29), 60)
    datetime.date(2029, 2, 28)
    """
    return months_before(day, -months)


def answer_due(requested: date) -> date:
    """The last day to answer a study check: six weeks from the day after the request, July and August not counted.

    >>> answer_due(date(2024, 6, 25)), answer_due(date(2024, 7, 10))
    (datetime.date(2024, 10, 7), datetime.date(2024, 10, 12))
    """
    day, left = requested, 42
    while left:
        day += timedelta(days=1)
        left -= day.month not in (7, 8)
    return day


def first_of_month(day: date) -> date:
    """The first day of the day's month."""
    return day.replace(day=1)


def later(day: date, days: int) -> date:
    """So many days later, moved to Monday from a weekend."""
    moved = day + timedelta(days=days)
    return moved + timedelta(days=max(0, 7 - moved.weekday())) if moved.weekday() > 4 else moved


class Draws:
    """Random choices from nothing but the sequence of numbers of `random`, which Python promises never to change."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def below(self, bound: int) -> int:
        """A whole number from 0, less than the bound."""
        return int(self._random.random() * bound)

    def between(self, first: int, last: int) -> int:
        """A whole number from the first to the last."""
        return first + self.below(last - first + 1)

    def chance(self, per_cent: int) -> bool:
        """True so many times in a hundred."""
        return self.below(100) < per_cent

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """The items in a random order."""
        pool = list(items)
        return [pool.pop(self.below(len(pool))) for _ in range(len(pool))]

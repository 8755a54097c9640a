"""A running count, a recurrence, a stock's day or a deadline to its neighbours: what else it could have said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Date
from klausul_dsl.mutation.steps import COMPARISONS, days
from klausul_dsl.recurring import spans_of

KINDS = ("calendar_month", "calendar_quarter", "calendar_year")
LEAP_YEAR = 2024
"""A day of every year is moved as in a leap year, which has them all."""


def every_nths(bound: t.EveryNth) -> Iterator[t.EveryNth]:
    """Every n-th with the next numbers, the next beginnings and the other comparison."""
    for n in (bound.n - 1, bound.n + 1):
        if n > 0:
            yield replace(bound, n=n, first=min(bound.first, n))
    for first in (bound.first - 1, bound.first + 1):
        if 1 <= first <= bound.n:
            yield replace(bound, first=first)
    yield from (replace(bound, comparison=other) for other in COMPARISONS if other != bound.comparison)


def resets(reset: t.Reset) -> Iterator[t.Reset]:
    """The other ways for a count to start afresh; a change of a value stands only where it is written."""
    if reset.kind != "never":
        yield replace(reset, kind="never", of=None)
    if reset.kind != "calendar_year":
        yield replace(reset, kind="calendar_year", of=None)


def recurrences(recurrence: t.Recurrence, validity: t.Validity, *, lasts: bool) -> Iterator[t.Recurrence]:
    """The next kinds of period, the other years, each day of a window moved, and the other way to count cut periods.

    `lasts`: it is asked of records that last, which may run in a part of a period.
    """
    if recurrence.kind == "other_year":
        assert recurrence.beginning is not None
        yield replace(recurrence, beginning=recurrence.beginning + 1)
        yield replace(recurrence, kind="calendar_year", beginning=None)
    elif recurrence.window is None and recurrence.kind in KINDS:
        place = KINDS.index(recurrence.kind)
        neighbours = KINDS[max(0, place - 1) : place + 2]
        yield from (replace(recurrence, kind=kind) for kind in neighbours if kind != recurrence.kind)  # type: ignore[arg-type]
    if recurrence.window is not None:
        first, last = recurrence.window
        yield from (replace(recurrence, window=(moved, last)) for moved in days_of_year(first))
        yield from (replace(recurrence, window=(first, moved)) for moved in days_of_year(last))
    if recurrence.dates is not None:
        begin, finish = recurrence.dates
        yield from (replace(recurrence, dates=(moved, finish)) for moved in days(begin))
        yield from (replace(recurrence, dates=(begin, moved)) for moved in days(finish))
    if lasts or _cut(recurrence, validity):
        yield replace(recurrence, whole_only=not recurrence.whole_only)


def _cut(recurrence: t.Recurrence, validity: t.Validity) -> bool:
    """Whether the agreement's days cut a period."""
    if validity.start is None or validity.end is None:
        return validity.start is not None
    return not all(span.whole for span in spans_of(recurrence, validity.start, validity.end, validity.end))


def days_of_year(day: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """A (day, month) moved a day either way within the year.

    >>> list(days_of_year((1, 3)))
    [(29, 2), (2, 3)]
    """
    for moved in days(date(LEAP_YEAR, day[1], day[0])):
        if moved.year == LEAP_YEAR:
            yield moved.day, moved.month


def standings(standing: t.Standing) -> Iterator[t.Standing]:
    """The days of a stock: each moved a day either way, each left out."""
    if standing.yearly is not None:
        yield from (replace(standing, yearly=moved) for moved in days_of_year(standing.yearly))
    for index, day in enumerate(standing.dates):
        before, after = standing.dates[:index], standing.dates[index + 1 :]
        yield from (replace(standing, dates=(*before, moved, *after)) for moved in days(day))
        if before or after:
            yield replace(standing, dates=(*before, *after))


def a_day_off(due: t.Expression) -> tuple[t.Expression, t.Expression]:
    """The day before a due day, and the day after."""
    day = Duration(amount=1, unit="days")
    return (
        t.Shift(value=due, by=day, sign=-1, type=Date(), span=due.span),
        t.Shift(value=due, by=day, sign=1, type=Date(), span=due.span),
    )

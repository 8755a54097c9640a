"""A limit and its neighbours: the next numbers, days, shares and kinds of period on either side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Literal

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Choice, Number, Several, Type, Unit
from klausul_dsl.values import Plain

DAY = timedelta(days=1)
PERIODS = ("calendar_month", "calendar_quarter", "calendar_year", "agreement_period")
COMPARISONS: tuple[Literal["at_least", "at_most"], ...] = ("at_least", "at_most")
ROUNDINGS: tuple[Literal["down", "nearest", "up"], ...] = ("down", "nearest", "up")
"""No rounding is as rounding up for `at least`, and as rounding down for `at most`."""


def values(value: Plain | tuple[str, ...], type: Type) -> Iterator[Plain | tuple[str, ...]]:
    """The neighbours of a value; of a choice the next on its list; of a set, one choice fewer or more.

    >>> from klausul_dsl.datatypes import Number
    >>> [str(value) for value in values(Fraction(156, 100), Number())]
    ['31/20', '157/100']
    """
    match value:
        case bool():
            yield not value
        case Fraction():
            yield from (value - _step(value), value + _step(value))
        case date():
            yield from days(value)
        case str() if isinstance(type, Choice) and value in type.options and len(type.options) > 1:
            yield type.options[(type.options.index(value) + 1) % len(type.options)]
        case tuple():
            yield from (value[:index] + value[index + 1 :] for index in range(len(value)) if len(value) > 1)
            options = type.of.options if isinstance(type, Several) and isinstance(type.of, Choice) else ()
            yield from ((*value, option) for option in options if option not in value)


def _step(value: Fraction) -> Fraction:
    """The last decimal place of a number; one where it has none, or no end."""
    digits = next((count for count in range(10) if (value * 10**count).denominator == 1), 0)
    return Fraction(1, 10**digits)


def durations(duration: Duration) -> Iterator[Duration]:
    """A duration one shorter and one longer, without each month it skips, and reckoned in the plain way."""
    yield from (replace(duration, amount=other) for other in (duration.amount - 1, duration.amount + 1) if other > 0)
    for month in duration.skipping:
        yield replace(duration, skipping=tuple(other for other in duration.skipping if other != month))
    if duration.rolls_over:
        yield replace(duration, rolls_over=False)
    if duration.unit == "working_days":
        yield replace(duration, unit="days")


def days(day: date) -> tuple[date, date]:
    """The day before and the day after."""
    return day - DAY, day + DAY


def validities(validity: t.Validity) -> Iterator[tuple[date, date, t.Validity]]:
    """Each end of a validity moved by a day: the day, the moved day, and the validity that it gives."""
    for name in ("start", "end"):
        day = getattr(validity, name)
        for moved in days(day) if day is not None else ():
            yield day, moved, replace(validity, **{name: moved})


def bounds(bound: t.Bound) -> Iterator[t.Bound]:
    """A bound with the next shares or counts, the other comparisons and the other roundings.

    The numbers of a bound by a value are what holds otherwise; without that there are none. Nothing is rounded where
    the share is all or nothing.
    """
    above, below = bound.numerator, bound.denominator
    if not bound.fallback:
        pass
    elif below and above == 1:
        yield from (replace(bound, denominator=other) for other in (below - 1, below + 1) if other > 1)
    else:
        yield from (replace(bound, numerator=other) for other in (above - 1, above + 1))
    yield from (replace(bound, comparison=other) for other in COMPARISONS if other != bound.comparison)
    whole = below and bound.value is None and above % below == 0
    if not whole and (below or (bound.value is not None and bound.value.type == Number(Unit.PERCENT))):
        same = "down" if bound.comparison == "at_most" else "up"
        yield from (replace(bound, rounding=other) for other in ROUNDINGS if other != (bound.rounding or same))


def periods(period: t.Period) -> Iterator[t.Period]:
    """The next shorter and the next longer kind of period."""
    place = PERIODS.index(period.kind)
    for other in PERIODS[max(0, place - 1) : place + 2]:
        if other != period.kind:
            yield replace(period, kind=other)  # type: ignore[arg-type]

"""Spans of time: the days on which something holds, the periods of a count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from klausul_dsl.typed.node import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The days on which something holds; None is without limit."""

    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


ALWAYS = Validity()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing(Node):
    """The days on which a stock is counted: fixed dates, or a (day, month) of every year."""

    dates: tuple[date, ...]
    yearly: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence(Node):
    """The periods in which something must happen again and again, or once between two dates (`dates`).

    `window` narrows each year to the days between two (day, month); `beginning` is the first of alternating years.
    `whole_only`: a period counts only where it is covered to its ends; else every period that is touched counts.
    """

    kind: Literal["calendar_year", "calendar_quarter", "calendar_month", "other_year", "once"]
    beginning: int | None = None
    window: tuple[tuple[int, int], tuple[int, int]] | None = None
    dates: tuple[date, date] | None = None
    whole_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Node):
    kind: Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]

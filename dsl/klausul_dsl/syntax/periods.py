"""Spans of time as written: durations, first and last days, the periods of a count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from klausul_dsl.syntax.node import Node

DurationUnit: TypeAlias = Literal["days", "weeks", "months", "years", "working_days"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Node):
    """`6 weeks skipping July and August`, `1 month rolling over`; `skipping` holds month numbers."""

    amount: int
    unit: DurationUnit
    skipping: tuple[int, ...] = ()
    rolls_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Node):
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Node):
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce(Node):
    start: date
    end: date | None = None


PeriodKind: TypeAlias = Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Node):
    kind: PeriodKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewDays(Node):
    """Fixed dates, or one day of every year as (day, month)."""

    dates: tuple[date, ...] = ()
    yearly: tuple[int, int] | None = None


RecurrenceKind: TypeAlias = Literal["calendar_year", "calendar_quarter", "calendar_month", "other_year", "once"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence(Node):
    """`in every calendar year between 1 March and 31 May`; `between D and E` happens once.

    `window` are two (day, month) of the year; `beginning` is the first year of those that alternate; `touched` tells
    whether a period counts that a record only touches: None where it is not said.
    """

    kind: RecurrenceKind
    beginning: int | None = None
    window: tuple[tuple[int, int], tuple[int, int]] | None = None
    dates: tuple[date, date] | None = None
    touched: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AfterExpiry(Node):
    """`also after expiry`."""

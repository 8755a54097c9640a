"""Spans of time as written: durations, first and last days, the periods of a count."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from klausul_dsl.syntax.node import Node

DurationUnit: TypeAlias = Literal["days", "weeks", "months", "years"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Node):
    amount: int
    unit: DurationUnit


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

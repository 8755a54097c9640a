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
class Period(Node):
    kind: Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]

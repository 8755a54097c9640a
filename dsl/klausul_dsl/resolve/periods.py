"""Spans of time: durations, periods that come again, the days on which something holds."""

from __future__ import annotations

from datetime import date
from typing import Literal

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.resolve.scope import Scope, problem


def validity_of(parts: tuple[s.Node, ...], scope: Scope) -> t.Validity:
    start = next((part for part in parts if isinstance(part, s.Start)), None)
    end = next((part for part in parts if isinstance(part, s.End)), None)
    return between(start.day if start else None, end.day if end else None, end or start, scope)


def between(start: date | None, end: date | None, node: s.Node | None, scope: Scope) -> t.Validity:
    if start is not None and end is not None and end < start and node is not None:
        problem(scope, "K404", node.span)
    return t.Validity(start=start, end=end)


_UNITS: dict[s.DurationUnit, tuple[int, Literal["days", "months", "working_days"]]] = {
    "days": (1, "days"),
    "weeks": (7, "days"),
    "months": (1, "months"),
    "years": (12, "months"),
    "working_days": (1, "working_days"),
}


def duration(node: s.Duration) -> Duration:
    times, unit = _UNITS[node.unit]
    return Duration(
        amount=times * node.amount, unit=unit, skipping=tuple(sorted(node.skipping)), rolls_over=node.rolls_over
    )


def recurrence(node: s.Recurrence, scope: Scope) -> t.Recurrence | None:
    """A recurrence; whether a touched period counts must be said where a year or month can be touched."""
    if node.kind == "other_year" and not 1000 <= (node.beginning or 0) <= 9999:
        problem(scope, "K241", node.span)
        return None
    return t.Recurrence(
        kind=node.kind,
        beginning=node.beginning,
        window=node.window,
        dates=node.dates,
        whole_only=node.touched is False,
        span=node.span,
    )

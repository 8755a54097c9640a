"""Spans of time: durations in days or months, the days on which something holds."""

from __future__ import annotations

from datetime import date
from typing import Literal, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.resolve.scope import Scope, problem


def validity_of(parts: tuple[s.Node, ...], scope: Scope) -> t.Validity:
    start = next((part for part in parts if isinstance(part, s.Start)), None)
    end = next((part for part in parts if isinstance(part, s.End)), None)
    return between(start.day if start else None, end.day if end else None, end or start, scope)


def between(start: date | None, end: date | None, node: s.Node | None, scope: Scope) -> t.Validity:
    if start is not None and end is not None and end < start and node is not None:
        problem(scope, "K404", node.span)
    return t.Validity(start=start, end=end)


def duration(node: s.Duration) -> tuple[int, Literal["days", "months"]]:
    match node.unit:
        case "days":
            return node.amount, "days"
        case "weeks":
            return 7 * node.amount, "days"
        case "months":
            return node.amount, "months"
        case "years":
            return 12 * node.amount, "months"
    assert_never(node.unit)

"""Comparisons to what they leave of the numbers, and of the relations between two values."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

Operator: TypeAlias = Literal["<", "<=", ">", ">=", "=", "!="]

_FLIPPED: dict[Operator, Operator] = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}
_DENIED: dict[Operator, Operator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}

RELATIONS: dict[Operator, frozenset[str]] = {
    "<": frozenset({"below"}),
    "<=": frozenset({"below", "same", "both never"}),
    ">": frozenset({"above"}),
    ">=": frozenset({"above", "same", "both never"}),
    "=": frozenset({"same"}),
    "!=": frozenset({"below", "above", "both never"}),
}
"""How two values may stand where a comparison holds; two events that have not happened are equal to no date."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Numbers between two ends (None: without end), without the ends that are open and the numbers left out.

    >>> bool(Interval(low=Fraction(40)) & Interval(high=Fraction(40), open_high=True))
    False
    """

    low: Fraction | None = None
    high: Fraction | None = None
    open_low: bool = False
    open_high: bool = False
    without: frozenset[Fraction] = frozenset()

    def __and__(self, other: Interval) -> Interval:
        lows = [(one.low, one.open_low) for one in (self, other) if one.low is not None]
        highs = [(one.high, not one.open_high) for one in (self, other) if one.high is not None]
        low, open_low = max(lows, default=(None, False))
        high, closed_high = min(highs, default=(None, True))
        return Interval(low, high, open_low, not closed_high, self.without | other.without)

    def __bool__(self) -> bool:
        if self.low is None or self.high is None or self.low < self.high:
            return True
        return self.low == self.high and not (self.open_low or self.open_high or self.low in self.without)


def flipped(operator: Operator) -> Operator:
    """The operator that says the same with its sides exchanged."""
    return _FLIPPED.get(operator, operator)


def compared(operator: Operator, holds: bool, limit: Fraction) -> Interval:
    """The numbers for which a comparison with a limit holds, or does not."""
    match operator if holds else _DENIED[operator]:
        case "<":
            return Interval(high=limit, open_high=True)
        case "<=":
            return Interval(high=limit)
        case ">":
            return Interval(low=limit, open_low=True)
        case ">=":
            return Interval(low=limit)
        case "=":
            return Interval(low=limit, high=limit)
        case "!=":
            return Interval(without=frozenset({limit}))

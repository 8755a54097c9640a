"""The arithmetic of shares and counts: integer intervals, bounds with rounding, and what they leave open.

For a share p = a/b, S = b*N - a*D summed over the members (N met, D in scope); unknown members contribute an interval.
All is exact integer arithmetic; the table is proved by enumeration in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

from klausul_dsl.typed import Bound

Verdict: TypeAlias = Literal["compliant", "breach", "open"]
Interval: TypeAlias = tuple[int, int]


def contribution(bound: Bound, scope: bool | None, met: bool | None) -> Interval:
    """What one member adds at least and at most; None is unknown. A count bound (denominator 0) counts the met ones."""
    a, b = (0, 1) if bound.denominator == 0 else (bound.numerator, bound.denominator)
    if scope is False:
        return 0, 0
    low, high = (-a if met is not True else b - a), (b - a if met is not False else -a)
    return (low, high) if scope else (min(low, 0), max(high, 0))


def meets(bound: Bound, total: int) -> bool:
    """Whether a known total keeps the bound.

    | rounding of p*D | at least | at most |
    | --- | --- | --- |
    | none | S >= 0 | S <= 0 |
    | down | S >= 1-b | S <= 0 |
    | nearest, half up | 2S >= 1-b | 2S <= b |
    | up | S >= 0 | S <= b-1 |
    """
    return (bound.comparison == "at_most" or _enough(bound, total)) and (
        bound.comparison == "at_least" or _not_too_many(bound, total)
    )


def _enough(bound: Bound, total: int) -> bool:
    b = bound.denominator
    if b == 0:
        return total >= bound.numerator
    match bound.rounding:
        case "down":
            return total >= 1 - b
        case "nearest":
            return 2 * total >= 1 - b
        case _:
            return total >= 0


def _not_too_many(bound: Bound, total: int) -> bool:
    b = bound.denominator
    if b == 0:
        return total <= bound.numerator
    match bound.rounding:
        case "nearest":
            return 2 * total <= b
        case "up":
            return total <= b - 1
        case _:
            return total <= 0


def verdict(bound: Bound, low: int, high: int) -> Verdict:
    """What can be said of a total that lies somewhere from low to high."""
    if meets(bound, low) and meets(bound, high):
        return "compliant"
    if bound.comparison != "at_most" and not _enough(bound, high):
        return "breach"
    if bound.comparison != "at_least" and not _not_too_many(bound, low):
        return "breach"
    return "open"


def to_settle(bound: Bound, intervals: Sequence[Interval]) -> int:
    """The least number of unknown members whose facts could make the verdict firm: the widest intervals first."""
    low, high = sum(pair[0] for pair in intervals), sum(pair[1] for pair in intervals)
    taken = 0
    upper, lower = high, low
    for width in sorted((pair[1] - pair[0] for pair in intervals if pair[0] != pair[1]), reverse=True):
        if verdict(bound, lower, high) != "open" or verdict(bound, low, upper) != "open":
            break
        taken += 1
        lower, upper = lower + width, upper - width
    return taken


def required(bound: Bound, members: int) -> int:
    """How many met members the bound asks for (at least, exactly) or allows (at most) among that many in scope."""
    a, b = bound.numerator, bound.denominator
    if b == 0:
        return a
    totals = [met for met in range(members + 1) if meets(bound, b * met - a * members)]
    if not totals:
        return members
    return totals[-1] if bound.comparison == "at_most" else totals[0]

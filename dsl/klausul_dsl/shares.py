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
    return (bound.comparison == "at_most" or total >= _least(bound)) and (
        bound.comparison == "at_least" or total <= _most(bound)
    )


def _least(bound: Bound) -> int:
    """The least total that is enough."""
    b = bound.denominator
    if b == 0:
        return bound.numerator
    match bound.rounding:
        case "down":
            return 1 - b
        case "nearest":
            return -((b - 1) // 2)
        case _:
            return 0


def _most(bound: Bound) -> int:
    """The largest total that is not too much."""
    b = bound.denominator
    if b == 0:
        return bound.numerator
    match bound.rounding:
        case "nearest":
            return b // 2
        case "up":
            return b - 1
        case _:
            return 0


def verdict(bound: Bound, low: int, high: int) -> Verdict:
    """What can be said of a total that lies somewhere from low to high."""
    if meets(bound, low) and meets(bound, high):
        return "compliant"
    if bound.comparison != "at_most" and high < _least(bound):
        return "breach"
    if bound.comparison != "at_least" and low > _most(bound):
        return "breach"
    return "open"


def lasting_verdict(bound: Bound, low: int, high: int) -> Verdict:
    """What can be said of a total however many more members, met or not, come to it.

    One more adds from -a to b-a (of a count 0 or 1). Only a total that can no longer rise stays too low, and only one
    that can no longer fall stays high enough or too high: a count, nothing at all (0 %) and everything (100 %).
    """
    least, most = contribution(bound, True, None)
    rises, falls = most > 0, least < 0
    found = verdict(bound, low, high)
    match bound.comparison, found:
        case "at_least", "compliant":
            return "open" if falls else found
        case "at_most", "compliant":
            return "open" if rises else found
        case _, "breach":
            too_low = bound.comparison != "at_most" and high < _least(bound) and not rises
            too_high = bound.comparison != "at_least" and low > _most(bound) and not falls
            return found if too_low or too_high else "open"
        case _:
            return "open"


def to_settle(bound: Bound, intervals: Sequence[Interval]) -> int:
    """The least number of unknown members whose facts could make the verdict firm: the widest intervals first.

    An `exactly` may be kept with some of them at their upper end and some at their lower: `sums` holds, as the bits of
    a number, what those at their upper end can come to.
    """
    low, high = sum(pair[0] for pair in intervals), sum(pair[1] for pair in intervals)
    widths = sorted((pair[1] - pair[0] for pair in intervals), reverse=True)
    moved, sums = 0, 1
    for taken, width in enumerate((0, *widths)):
        moved += width
        if {verdict(bound, low + moved, high), verdict(bound, low, high - moved)} != {"open"}:
            return taken
        if bound.comparison == "exactly":
            sums |= sums << width
            first, last = max(0, _least(bound) - low), _most(bound) - high + moved
            if first <= last and sums >> first & ((1 << last - first + 1) - 1):
                return taken
    return len(widths)


def required(bound: Bound, members: int) -> int:
    """How many met members the bound asks for (at least, exactly) or allows (at most) among that many in scope."""
    a, b = bound.numerator, bound.denominator
    if b == 0:
        return a
    totals = [met for met in range(members + 1) if meets(bound, b * met - a * members)]
    if not totals:
        return members
    return totals[-1] if bound.comparison == "at_most" else totals[0]

"""The arithmetic of running counts: at least, or at most, every n-th after every position.

With N met of the first k members and p = 1/n, S = n*N - k. At least every n-th, beginning with the m-th, is kept
where S >= 1 - m after every k; at most every n-th where S <= n - m. Unknown members and members of one day, whose
order is not known, are judged in the run with the highest sums and the one with the lowest; both are exact, because
the members are independent and a prefix of sorted contributions has the greatest, or least, sum. A position is a place
in the order: of members of one day it is not known which of them stands there. All is proved by enumeration in the
tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from klausul_dsl.shares import Interval, Verdict
from klausul_dsl.typed import EveryNth


def counted(bound: EveryNth, scope: bool | None, met: bool | None) -> Interval:
    """What one member adds to S at least and at most; None is unknown."""
    if scope is False:
        return 0, 0
    low = bound.n - 1 if met is True else -1
    high = bound.n - 1 if met is not False else -1
    return (low, high) if scope else (min(low, 0), max(high, 0))


def held(bound: EveryNth, low: int, high: int) -> Verdict:
    """What can be said of a position after which S lies somewhere from low to high."""
    if bound.comparison == "at_least":
        limit = 1 - bound.first
        return "compliant" if low >= limit else "breach" if high < limit else "open"
    limit = bound.n - bound.first
    return "compliant" if high <= limit else "breach" if low > limit else "open"


def required(bound: EveryNth, position: int) -> int:
    """How many of the first members must (at least) or may (at most) be met after a position, which counts from 1.

    >>> [required(EveryNth(comparison="at_least", n=4, first=2), k) for k in range(1, 8)]
    [0, 1, 1, 1, 1, 2, 2]
    """
    if bound.comparison == "at_least":
        return max(0, (position - bound.first) // bound.n + 1)
    return (position + bound.n - bound.first) // bound.n


@dataclass(frozen=True, slots=True)
class Sums:
    """S after a position: the least and the greatest, whatever is not known and in whatever order the day went.

    `rising` is the greatest with the members of the day in the order of what they add, `falling` the least with them in
    the opposite order: where the one keeps a bound and the other does not, no fact can settle it, only the order.
    """

    low: int
    high: int
    rising: int
    falling: int


def only_order_decides(bound: EveryNth, sums: Sums) -> bool:
    """Whether a position is kept in one order of its day and not in another, whatever the facts are."""
    ends = [held(bound, total, total) for total in (sums.rising, sums.falling)]
    return sums.rising < sums.falling and ends[0] != ends[1]


@dataclass(frozen=True, slots=True)
class Run:
    """The sums so far: of the run with the lowest and the one with the highest S."""

    low: int = 0
    high: int = 0

    def day(self, intervals: Sequence[Interval], loose: Sequence[Interval] = ()) -> tuple[list[Sums], Run]:
        """The sums after each member of one day, and the run after them all.

        `loose` are members without a place: each may have come before, on the same day, or after, so it is part of
        every sum and of no run.
        """
        lows, highs = [low for low, _ in intervals], [high for _, high in intervals]
        loose_lows, loose_highs = [low for low, _ in loose], [high for _, high in loose]
        least = _least(self.low, lows, loose_lows)
        greatest = [-total for total in _least(-self.high, [-high for high in highs], [-high for high in loose_highs])]
        rising = accumulate(sorted(highs), initial=self.high + sum(max(high, 0) for high in loose_highs))
        falling = accumulate(sorted(lows, reverse=True), initial=self.low + sum(min(low, 0) for low in loose_lows))
        ends = zip([*rising][1:], [*falling][1:], strict=True)
        sums = [Sums(low, high, *end) for low, high, end in zip(least, greatest, ends, strict=True)]
        return sums, Run(self.low + sum(lows), self.high + sum(highs))

    def perhaps_afresh(self) -> Run:
        """The run after a point at which the count may have started afresh."""
        return Run(min(self.low, 0), max(self.high, 0))


def _least(before: int, lows: Sequence[int], loose: Sequence[int]) -> list[int]:
    """The least sum after each member of a day, from what the members and those without a place add at least.

    One without a place adds or does not, as it comes before or after. On the day itself it may take a member's place
    among the first, which it then adds to for certain, or be listed before a position it comes after.
    """
    prefixes = [*accumulate(sorted(lows), initial=before + sum(min(low, 0) for low in loose))]
    instead = [*accumulate(sorted(max(low, 0) for low in loose), initial=0)]
    besides = [*accumulate(sorted(max(-low, 0) for low in loose), initial=0)]

    def at(position: int) -> Iterator[int]:
        for taken in range(max(0, position - len(loose)), min(len(lows), position + len(loose)) + 1):
            moved = taken - position
            yield prefixes[taken] + (besides[moved] if moved > 0 else instead[-moved])

    return [min(at(position)) for position in range(1, len(lows) + 1)]

"""The arithmetic of running counts: at least, or at most, every n-th after every position.

With N met of the first k members and p = 1/n, S = n*N - k. At least every n-th, beginning with the m-th, is kept
where S >= 1 - m after every k; at most every n-th where S <= n - m. Unknown members and members of one day, whose
order is not known, are judged in the run with the highest sums and the one with the lowest; both are exact, because
the members are independent and a prefix of sorted contributions has the greatest, or least, sum. All is proved by
enumeration in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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
class Run:
    """The sums so far: of the run with the lowest and the one with the highest S."""

    low: int = 0
    high: int = 0

    def day(self, intervals: Sequence[Interval], loose: Interval = (0, 0)) -> tuple[list[Interval], Run]:
        """The sums after each member of one day, and the run after them all.

        `loose` is what members without a place may add at any time; it is part of every sum and of no run.
        """
        lows = accumulate(sorted(low for low, _ in intervals))
        highs = accumulate(sorted((high for _, high in intervals), reverse=True))
        sums = [(self.low + low, self.high + high) for low, high in zip(lows, highs, strict=True)]
        after = Run(*sums[-1]) if sums else self
        return [(low + loose[0], high + loose[1]) for low, high in sums], after

    def perhaps_afresh(self) -> Run:
        """The run after a point at which the count may have started afresh."""
        return Run(min(self.low, 0), max(self.high, 0))


def loosely(intervals: Iterable[Interval]) -> Interval:
    """What members without a place in the order may add at any time: they may come before or after it."""
    found = list(intervals)
    return sum(min(low, 0) for low, _ in found), sum(max(high, 0) for _, high in found)

"""Running counts: after every k records of a group at least every n-th must have what is asked.

A pattern writes the planned records one by one: y (has it), n (has it not), u (left blank), and after the letter what
is expected there: ! a breach, ? undetermined, ~ a near miss worth saying. Nothing after it: nothing is found.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

_HAS = {"y": True, "n": False, "u": None}
_MARKS = {"!": "breach", "?": "undetermined", "~": "near_miss", "": ""}


@dataclass(frozen=True, slots=True)
class Step:
    """One record of a pattern: whether it has what is asked (None: unknown), and what is expected there."""

    has: bool | None
    expected: str


def steps(pattern: str) -> list[Step]:
    """The records of a pattern.

    >>> steps("n y!")
    [Step(has=False, expected=''), Step(has=True, expected='breach')]
    """
    return [Step(_HAS[word[0]], _MARKS[word[1:]]) for word in pattern.split()]


@dataclass(frozen=True, slots=True)
class Position:
    """What a running count says at one record: how many have what is asked at least and at most, of how many."""

    outcome: str
    least: int
    most: int
    of: int


def positions(days: Sequence[date], has: Sequence[bool | None], every: int, first: int | None = None) -> list[Position]:
    """The outcome at every record, in the order of the days; of those of one day the best and worst order are tried.

    `first` is the first record that must have it: the last of the first `every`, where nothing else is said.

    >>> [item.outcome for item in positions([date(2024, 1, day) for day in (1, 2, 3)], [False, False, True], 2)]
    ['compliant', 'breach', 'compliant']
    """
    found: list[Position] = []
    for index, day in enumerate(days):
        earlier = [item for other, item in zip(days, has, strict=True) if other < day]
        tied = [item for other, item in zip(days, has, strict=True) if other == day]
        taken = index + 1 - len(earlier)
        surely, perhaps = sum(item is True for item in tied), sum(item is not False for item in tied)
        least = sum(item is True for item in earlier) + max(0, taken - (len(tied) - surely))
        most = sum(item is not False for item in earlier) + min(taken, perhaps)
        need = (index + 1 - (first or every)) // every + 1
        outcome = "compliant" if least >= need else "breach" if most < need else "undetermined"
        found.append(Position(outcome, least, most, index + 1))
    return found


def in_all_readings(
    days: Sequence[date], has: Sequence[bool | None], levels: Sequence[int], every: int
) -> list[set[str]]:
    """The outcomes at every record: the first or the last of `every` is bound; afresh by level, by year, or never."""
    afresh: tuple[Callable[[int], int], ...] = (lambda at: levels[at], lambda at: days[at].year, lambda _: 0)
    found: list[set[str]] = [set() for _ in days]
    for split in afresh:
        for part in sorted({split(at) for at in range(len(days))}):
            members = [at for at in range(len(days)) if split(at) == part]
            for first in (every, 1):
                judged = positions([days[at] for at in members], [has[at] for at in members], every, first)
                for at, position in zip(members, judged, strict=True):
                    found[at].add(position.outcome)
    return found


def in_doubt(expected: str, outcomes: set[str]) -> str:
    """What is expected of a record by the default readings, or `depends` where others give something else.

    >>> in_doubt("near_miss", {"compliant", "breach"})
    'depends'
    """
    return expected if not expected or len(outcomes) == 1 else "depends"


def agree(group: str, expected: Sequence[str], found: Sequence[Position]) -> None:
    """Stop where a running count comes out otherwise than planned."""
    for wanted, position in zip(expected, found, strict=True):
        if position.outcome != (wanted if wanted in ("breach", "undetermined") else "compliant"):
            raise ValueError(
                f"{group}, record {position.of}: planned {wanted or 'nothing'}, but it is {position.outcome}"
            )

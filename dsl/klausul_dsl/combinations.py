"""What is found in the combinations of readings: a decision tree that branches only where a reading was reached."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")

LIMIT = 64
"""How many combinations of readings are tried in full."""

Choices: TypeAlias = Mapping[str, str]
"""The chosen alternative of each reading."""

Probe: TypeAlias = Callable[[Choices], tuple[T, Collection[str]]]
"""What is found at a choice of readings, and the readings that were reached on the way."""


def leaves(
    probe: Probe[T],
    choices: Choices,
    alternatives: Callable[[str], Iterable[str]],
    found: T,
    reached: Collection[str],
    fixed: Collection[str],
) -> Iterator[T]:
    """What is found at each leaf of the tree, lazily; `found` and `reached` are what is found at `choices`.

    Readings that are `fixed` stay as they are chosen.
    """
    free = next((name for name in reached if name not in fixed), None)
    if free is None:
        yield found
        return
    for option in alternatives(free):
        if option == choices[free]:
            yield from leaves(probe, choices, alternatives, found, reached, {*fixed, free})
        else:
            other = {**choices, free: option}
            yield from leaves(probe, other, alternatives, *probe(other), {*fixed, free})


def agree(tried: Iterable[T], same: Callable[[T], bool]) -> bool | None:
    """Whether the same is found at every leaf; None where none differs of the first LIMIT, and there are more."""
    for number, found in enumerate(tried):
        if number == LIMIT:
            return None
        if not same(found):
            return False
    return True


class Remembered(Generic[T]):
    """What was found at some choices of readings, each for all choices that agree on the readings it reached."""

    __slots__ = ("_found", "steady")

    def __init__(self) -> None:
        self._found: list[tuple[Choices, T]] = []
        self.steady: bool | None = None
        """Whether the same is found in every combination; None until it was tried."""

    def at(self, choices: Choices) -> T | None:
        for agreed, found in self._found:
            if agreed.items() <= choices.items():
                return found
        return None

    def add(self, choices: Choices, reached: Iterable[str], found: T) -> None:
        self._found.append(({name: choices[name] for name in reached}, found))

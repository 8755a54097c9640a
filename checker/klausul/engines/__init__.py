"""Where rules run, behind one protocol."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Protocol

from klausul.engines.reference import ReferenceEngine
from klausul_dsl.measures import MeasureResult
from klausul_dsl.outcomes import NormResult
from klausul_dsl.typed import Policy
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary


class Engine(Protocol):
    """Judges a world by a policy, and counts its measures. Every engine gives the same results, in the same order."""

    @property
    def name(self) -> str: ...

    def judge(
        self,
        policy: Policy,
        vocabulary: Vocabulary,
        world: World,
        chosen: Mapping[str, str],
        *,
        norms: Collection[str] | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Iterator[NormResult]: ...

    def measure(
        self,
        policy: Policy,
        vocabulary: Vocabulary,
        world: World,
        chosen: Mapping[str, str],
        *,
        measures: Collection[str] | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Iterator[MeasureResult]: ...


ENGINES: tuple[Engine, ...] = (ReferenceEngine(),)

__all__ = ["ENGINES", "Engine", "ReferenceEngine"]

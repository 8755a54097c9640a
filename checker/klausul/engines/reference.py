"""The reference engine: the meaning of the language itself, record by record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from klausul_dsl.measures import MeasureResult, measure_policy
from klausul_dsl.outcomes import NormResult
from klausul_dsl.readings import judge_policy
from klausul_dsl.typed import Policy
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ReferenceEngine:
    """Runs `judge_policy` and `measure_policy` in this process."""

    name: str = "reference"

    def judge(
        self,
        policy: Policy,
        vocabulary: Vocabulary,
        world: World,
        chosen: Mapping[str, str],
        *,
        norms: Collection[str] | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Iterator[NormResult]:
        yield from judge_policy(policy, vocabulary, world, chosen, norms=norms, progress=progress)

    def measure(
        self,
        policy: Policy,
        vocabulary: Vocabulary,
        world: World,
        chosen: Mapping[str, str],
        *,
        measures: Collection[str] | None = None,
        progress: Callable[[str, int], None] | None = None,
    ) -> Iterator[MeasureResult]:
        yield from measure_policy(policy, vocabulary, world, chosen, measures=measures, progress=progress)

"""The reference engine: the meaning of the language itself, record by record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

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
        for name, measure in policy.measures.items():
            if measures is None or name in measures:
                if progress is not None:
                    progress(name, len(world.of(measure.entity)))
                yield from measure_policy(replace(policy, measures={name: measure}), vocabulary, world, chosen)

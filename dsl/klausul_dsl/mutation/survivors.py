"""Mutants to survivors: those that no example of the policy tells from the policy itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from klausul_dsl import typed as t
from klausul_dsl.examples import run_example
from klausul_dsl.mutation.mutants import Mutant, mutants
from klausul_dsl.mutation.reach import SUBJECTS, Name, reached_from
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Tried:
    """A mutant and the first example that fails with it; None where it survives."""

    mutant: Mutant
    killer: t.Example | None


def try_mutants(policy: t.Policy, files: Collection[str], vocabulary: Vocabulary) -> Iterator[Tried]:
    """Judge every mutant of what the files declare by the examples that reach what was changed, until one fails.

    All examples must hold for the policy itself. Those that told most mutants of an item are tried first.
    """
    waiting = _examples(policy)
    told: Counter[tuple[Name, int]] = Counter()
    for mutant in mutants(policy, files, vocabulary):
        asked = sorted(waiting.get(mutant.item, ()), key=lambda pair: (-told[mutant.item, pair[0]], _size(pair[1])))
        killer = None
        for number, example in asked:
            if not run_example(example, mutant.policy, vocabulary).passed:
                told[mutant.item, number] += 1
                killer = example
                break
        yield Tried(mutant, killer)


def _examples(policy: t.Policy) -> Mapping[Name, list[tuple[int, t.Example]]]:
    """The examples that can reach each item, with their numbers."""
    reached = reached_from(policy)
    found: dict[Name, list[tuple[int, t.Example]]] = {}
    for number, example in enumerate(policy.examples):
        if example.agreement != policy.agreement.name:
            continue
        table = next(name for name in SUBJECTS if example.subject in getattr(policy, name))
        for item in reached[table, example.subject]:
            found.setdefault(item, []).append((number, example))
    return found


def _size(example: t.Example) -> int:
    return sum(record.count for record in example.records) * len(example.expectations)

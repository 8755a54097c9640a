"""Every reading changes something."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


def readings_without_difference(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each reading whose alternatives give the same wherever it is asked."""
    del vocabulary
    whole = (*policy.definitions.values(), *policy.classifications.values(), *policy.norms.values())
    differs: dict[str, bool] = {}
    for node in nodes((*whole, *policy.measures.values())):
        if isinstance(node, t.ByReading):
            given = [part for _, part in node.options]
            other = any(part != given[0] for part in given[1:])
            differs[node.reading] = differs.get(node.reading, False) or other
    for name, found in differs.items():
        if not found:
            yield diagnose("K511", policy.readings[name].span, word=policy.readings[name].label)

"""A limit that changes from time to time stands in one place, with its dates."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes

Fact = tuple[str, str]
_HERE = Text("her står den med sin dato", "here it stands with its date")


def undated_limits(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning where a fact is compared with a bare number that is a dated value it is compared with elsewhere."""
    del vocabulary
    whole = (*policy.definitions.values(), *policy.classifications.values(), *policy.norms.values())
    compared = list(_compared((*whole, *policy.measures.values())))
    limits: dict[Fact, list[str]] = {}
    for fact, other in compared:
        if isinstance(other, t.ParameterValue):
            limits.setdefault(fact, []).append(other.name)
    for fact, other in compared:
        if not isinstance(other, t.Constant):
            continue
        for parameter in (policy.parameters[name] for name in limits.get(fact, ())):
            entry = next((entry for entry in parameter.entries if entry.value == other.value), None)
            if entry is not None:
                yield diagnose("K512", other.span, (Label(entry.span, _HERE),), word=parameter.label)
                break


def _compared(part: object) -> Iterator[tuple[Fact, t.Expression]]:
    """Facts and what they are compared with, whatever record they are facts of."""
    for node in nodes(part):
        if isinstance(node, t.Compare):
            for one, other in ((node.left, node.right), (node.right, node.left)):
                if isinstance(one, t.Field | t.DatedFact | t.Defined):
                    yield (type(one).__name__, one.name), other

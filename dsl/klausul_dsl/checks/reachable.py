"""No class stands after one that takes everything."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.typed import ALWAYS, Policy
from klausul_dsl.vocabulary import Vocabulary


def unreachable_classes(policy: Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A problem for each class after an `otherwise` that always holds."""
    del vocabulary
    for classification in policy.classifications.values():
        closed = False
        for branch in classification.branches:
            if closed:
                yield diagnose("K504", branch.span, word=branch.label)
            closed = closed or (branch.condition is None and branch.validity == ALWAYS)

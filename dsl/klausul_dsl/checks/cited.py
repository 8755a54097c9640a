"""Everything that is judged or measured states a clause."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.typed import Policy
from klausul_dsl.vocabulary import Vocabulary


def uncited(policy: Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each norm or measure without a clause."""
    del vocabulary
    for norm in (*policy.norms.values(), *policy.measures.values()):
        if not norm.references:
            yield diagnose("K501", norm.span, word=norm.label)

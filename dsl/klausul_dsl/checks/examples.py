"""Every norm has an example."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text, name_of
from klausul_dsl.typed import Policy
from klausul_dsl.vocabulary import Vocabulary


def without_example(policy: Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each norm that no example is about."""
    del vocabulary
    subjects = {example.subject for example in policy.examples}
    for norm in policy.norms.values():
        if norm.name not in subjects:
            named = Text(name_of(norm.label.da), name_of(norm.label.en))
            yield diagnose("K505", norm.span, word=norm.label, name=named)

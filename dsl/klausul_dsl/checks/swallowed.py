"""No exception takes everything that a rule is about."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.checks.possible import possible
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.vocabulary import Vocabulary


def swallowing_exceptions(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for the exception with which nothing is left that could break a rule, or count towards a share."""
    del vocabulary
    for norm in (*policy.norms.values(), *policy.measures.values()):
        if isinstance(norm, t.Placement):
            continue
        met = [norm.requirement.condition] if isinstance(norm, t.Rule) else []
        exempt: list[t.Expression] = []
        if norm.unless and not possible(norm.where, met, policy):
            continue
        for exemption in norm.unless:
            exempt.append(exemption.condition)
            if not possible(norm.where, [*met, *exempt], policy):
                yield diagnose("K510", exemption.span, word=norm.label)
                break

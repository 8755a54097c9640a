"""No class stands where nothing can come to it."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.checks.possible import possible
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.vocabulary import Vocabulary


def unreachable_classes(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A problem for each class after an `otherwise` that always holds, and for each that is proved never to be met."""
    del vocabulary
    for classification in policy.classifications.values():
        above: list[t.Branch] = []
        for branch in classification.branches:
            holding = [one for one in above if _covers(one.validity, branch.validity)]
            wanted = [branch.condition] if branch.condition is not None else []
            taken = [one.condition for one in holding if one.condition is not None]
            if len(taken) < len(holding):
                yield diagnose("K504", branch.span, word=branch.label)
            elif wanted and not possible(wanted, (), policy):
                yield diagnose("K508", branch.span, word=branch.label)
            elif not possible(wanted, taken, policy):
                yield diagnose("K509", branch.span, word=branch.label)
            above.append(branch)


def _covers(outer: t.Validity, inner: t.Validity) -> bool:
    """Whether something holds on all the days on which another thing does."""
    starts = outer.start is None or (inner.start is not None and outer.start <= inner.start)
    return starts and (outer.end is None or (inner.end is not None and inner.end <= outer.end))

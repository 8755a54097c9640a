"""On every day a definition has one meaning."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

_FIRST = Text("denne gælder de dage", "this one holds on those days")


def overlapping_meanings(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each meaning that shares days with an earlier one, which then holds alone."""
    del vocabulary
    for definition in policy.definitions.values():
        for first, second in combinations(definition.meanings, 2):
            start = max(first.validity.start or date.min, second.validity.start or date.min)
            end = min(first.validity.end or date.max, second.validity.end or date.max)
            if start <= end:
                yield diagnose("K513", second.span, (Label(first.span, _FIRST),), word=definition.label)

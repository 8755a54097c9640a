"""The same unknown name in many places: told once, with the other places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from klausul_dsl.diagnostics import Diagnostic, Label
from klausul_dsl.source import Span
from klausul_dsl.text import Text

_NAMES = frozenset({"K201", "K202", "K203", "K205", "K209", "K215", "K218", "K222"})
_SHOWN = 2
"""How many of the other places are shown; the rest are counted."""


def once(problems: Iterable[Diagnostic], examples: Sequence[Span]) -> list[Diagnostic]:
    """The problems, those of one unknown name as one: where a rule has it, before where an example has it."""
    told: list[Diagnostic] = []
    alike: dict[tuple[str, Text, Text], list[Diagnostic]] = {}
    for problem in problems:
        if problem.code in _NAMES:
            alike.setdefault((problem.code, problem.message, problem.hint), []).append(problem)
        else:
            told.append(problem)
    for group in alike.values():
        first, *others = sorted(group, key=lambda item: _exemplified(item.span, examples))
        told.append(replace(first, labels=(*first.labels, *_places([other.span for other in others]))))
    return told


def _exemplified(span: Span, examples: Sequence[Span]) -> bool:
    return any(one.file == span.file and one.start <= span.start < one.end for one in examples)


def _places(spans: list[Span]) -> list[Label]:
    shown = spans[:_SHOWN]
    more = len(spans) - len(shown)
    texts = [Text("også her", "here too")] * len(shown)
    if more:
        places = Text("sted" if more == 1 else "steder", "place" if more == 1 else "places")
        texts[-1] = Text(f"også her og {more} {places.da} til", f"here too, and in {more} {places.en} more")
    return [Label(span, text) for span, text in zip(shown, texts, strict=True)]

"""No definition or classification builds on itself."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


def circles(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """One problem for each circle of definitions and classifications, at its first member."""
    del vocabulary
    edges = {
        **{name: _names(item) for name, item in policy.definitions.items()},
        **{name: _names((item, policy.placements.get(name))) for name, item in policy.classifications.items()},
    }
    items: dict[str, t.Definition | t.Classification] = {**policy.definitions, **policy.classifications}
    told: set[str] = set()
    for name, item in items.items():
        way = _way(name, edges)
        if way and name not in told:
            told.update(way)
            labels = [_label(step, policy) for step in way]
            shown = Text(*(", ".join(f"“{label[language]}”" for label in labels) for language in ("da", "en")))
            yield diagnose("K502", item.span, word=item.label, way=shown)


def _names(part: object) -> list[str]:
    return [node.name for node in nodes(part) if isinstance(node, t.Defined | t.Classified)]


def _way(start: str, edges: dict[str, list[str]]) -> list[str]:
    """The names on a way from a name back to itself; empty where there is none."""
    waiting = [[name] for name in edges[start]]
    seen: set[str] = set()
    while waiting:
        way = waiting.pop(0)
        if way[-1] == start:
            return way
        if way[-1] not in seen:
            seen.add(way[-1])
            waiting += [[*way, name] for name in edges.get(way[-1], [])]
    return []


def _label(name: str, policy: t.Policy) -> Text:
    return (policy.definitions.get(name) or policy.classifications[name]).label

"""Walking the typed core: its nodes, the readings it reaches, and how it stands at a choice of readings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from klausul_dsl import typed as t

N = TypeVar("N")


def nodes(part: object) -> Iterator[Any]:
    """A part of the typed core and every node inside it, outer ones first."""
    if isinstance(part, tuple):
        for item in part:
            yield from nodes(item)
    elif isinstance(part, t.Node):
        yield part
        for name in part.__dataclass_fields__:
            yield from nodes(getattr(part, name))


def reached_nodes(part: object, policy: t.Policy) -> Iterator[Any]:
    """A part of the typed core and every node that it reaches, through definitions, classifications and placements."""
    seen: set[str] = set()
    waiting: list[object] = [part]
    while waiting:
        for node in nodes(waiting.pop(0)):
            yield node
            match node:
                case t.Defined() if f"definition {node.name}" not in seen:
                    seen.add(f"definition {node.name}")
                    waiting.append(policy.definitions[node.name])
                case t.Classified() if f"class {node.name}" not in seen:
                    seen.add(f"class {node.name}")
                    waiting += [policy.classifications[node.name], policy.placements.get(node.name)]
                case t.Placement() if f"class {node.classification}" not in seen:
                    seen.add(f"class {node.classification}")
                    waiting.append(policy.classifications[node.classification])
                case _:
                    pass


def readings_of(part: object, policy: t.Policy) -> tuple[str, ...]:
    """The readings that a part can reach, through definitions, classifications and placements, in the order met."""
    reached = (node.reading for node in reached_nodes(part, policy) if isinstance(node, t.ByReading))
    return tuple(dict.fromkeys(reached))


def at_readings(part: N, choices: Mapping[str, str]) -> N:
    """A part of the typed core with every reading replaced by its chosen alternative; definitions are not opened."""
    found: Any = part
    if isinstance(part, tuple):
        found = tuple(at_readings(item, choices) for item in part)
    elif isinstance(part, t.Interpreted):
        found = at_readings(dict(part.choice.options)[choices[part.choice.reading]], choices)
    elif isinstance(part, t.ByReading):
        found = at_readings(dict(part.options)[choices[part.reading]], choices)
    elif isinstance(part, t.Node):
        assert is_dataclass(part)
        changed = {item.name: at_readings(getattr(part, item.name), choices) for item in fields(part)}
        found = replace(part, **changed)
    chosen: N = found
    return chosen

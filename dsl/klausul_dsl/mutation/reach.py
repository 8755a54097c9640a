"""What an item depends on: the definitions, classes, parameters and readings it mentions, and those they mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.walk import nodes

Name: TypeAlias = tuple[str, str]
"""An item: the name of the policy's table it stands in, and its own."""

SUBJECTS = ("norms", "definitions", "classifications")
"""The tables an example's subject may stand in, in the order in which it is looked for."""

TABLES = ("parameters", "readings", "definitions", "classifications", "placements", "norms")


def items_of(policy: t.Policy) -> Iterator[tuple[Name, t.Node]]:
    """Every item that a policy declares, the agreement itself first."""
    yield ("agreement", policy.agreement.name), policy.agreement
    for table in TABLES:
        found: Mapping[str, t.Node] = getattr(policy, table)
        yield from (((table, name), item) for name, item in found.items())


def mentioned(part: object) -> Iterator[Name]:
    """The items that a part of the core mentions."""
    for node in nodes(part):
        match node:
            case t.Defined():
                yield "definitions", node.name
            case t.Classified():
                yield from (("classifications", node.name), ("placements", node.name))
            case t.Placement():
                yield from (("classifications", node.classification), ("placements", node.classification))
            case t.ParameterValue():
                yield "parameters", node.name
            case t.ByReading():
                yield "readings", node.reading
            case _:
                pass


def reached_from(policy: t.Policy) -> Mapping[Name, frozenset[Name]]:
    """What each item can reach, itself and the agreement, whose days everything is judged within, among it."""
    items = dict(items_of(policy))
    direct = {name: [other for other in mentioned(item) if other in items] for name, item in items.items()}

    @cache
    def closure(name: Name) -> frozenset[Name]:
        found = {name, ("agreement", policy.agreement.name)}
        waiting = [name]
        while waiting:
            new = [other for other in direct[waiting.pop()] if other not in found]
            found.update(new)
            waiting += new
        return frozenset(found)

    return {name: closure(name) for name in items}


def told_by_examples(policy: t.Policy) -> frozenset[Name]:
    """The items that an example could be about or reach; not what only measures mention, which have no outcome."""
    reached = reached_from(policy)
    return frozenset(item for name, found in reached.items() if name[0] in SUBJECTS for item in found)

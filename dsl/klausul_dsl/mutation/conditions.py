"""An expression to what else it could have said: operators, limits, connectives, negations and quantifiers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice
from klausul_dsl.limits import can_be_met
from klausul_dsl.mutation.edit import Edit, read_as, without
from klausul_dsl.mutation.steps import durations, values
from klausul_dsl.text import Text

OPERATORS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "!=", "!=": "=", "+": "-", "-": "+"}
WITHOUT = Text("uden “{before}”", "without “{before}”")
QUANTIFIERS = {"some": ("every", "no"), "every": ("some", "no"), "no": ("some", "every")}


def condition_edits(node: t.Expression, scope: tuple[str, ...]) -> Iterator[Edit]:
    """Everything that can be changed in a node itself; its operands are walked elsewhere."""
    yield from (read_as(node, part, scope) for part in _others(node))
    if isinstance(node, t.All | t.Any):
        for dropped, operands in zip(node.operands, _each_dropped(node.operands), strict=True):
            part = operands[0] if len(operands) == 1 else replace(node, operands=operands)
            yield without(dropped, part, WITHOUT, scope, before=dropped)


def _others(node: t.Expression) -> Iterator[t.Expression]:
    match node:
        case t.Compare() | t.Arithmetic():
            if node.operator in OPERATORS and (isinstance(node, t.Arithmetic) or can_be_met(node)):
                changed: Any = OPERATORS[node.operator]
                yield replace(node, operator=changed)
        case t.Constant() if not isinstance(node.type, Choice):
            neighbours = values(node.value, node.type)
            yield from (replace(node, value=value) for value in neighbours if not isinstance(value, tuple))
        case t.OneOf():
            yield from (replace(node, options=options) for options in _each_dropped(node.options) if options)
        case t.Within():
            yield from (replace(node, duration=other) for other in durations(node.duration))
            yield replace(node, direction="after" if node.direction == "before" else "before")
        case t.Shift():
            yield from (replace(node, by=other) for other in durations(node.by))
        case t.WorkingDay():
            yield node.value
        case t.Throughout():
            yield from (replace(node, duration=other) for other in durations(node.duration))
            yield replace(node, direction="after" if node.direction == "before" else "before")
            yield node.condition
        case t.FollowedBy():
            yield replace(
                node,
                first=node.then,
                first_dated_by=node.then_dated_by,
                then=node.first,
                then_dated_by=node.first_dated_by,
            )
            yield from (node.first, node.then)
        case t.EachMonth():
            yield from (replace(node, months=months) for months in (node.months - 1, node.months + 1) if months > 0)
            yield from _any_member(node)
        case t.Count():
            yield from _any_member(node)
        case t.Not():
            yield node.operand
        case t.All() | t.Any():
            other = t.Any if isinstance(node, t.All) else t.All
            yield other(operands=node.operands, type=node.type, span=node.span)
        case t.Quantified():
            for quantifier in QUANTIFIERS[node.quantifier]:
                if node.condition is not None or quantifier != "every":
                    found: Any = quantifier
                    yield replace(node, quantifier=found)
            if node.quantifier != "every":
                yield from _any_member(node)
        case _:
            pass


def _any_member(node: t.Quantified | t.Count | t.EachMonth) -> Iterator[t.Expression]:
    """The same of any member, whatever it meets."""
    if node.condition is not None:
        yield replace(node, condition=None)


def _each_dropped(items: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for index in range(len(items)):
        yield (*items[:index], *items[index + 1 :])

"""Conditions to whether they can hold together: a no is proved, by the choices and intervals left for each fact.

Conditions are opened through `and`, `or`, `not`, readings and definitions that always mean the same. Whatever cannot
be opened further counts as a fact of its own that may be true or false. What is unknown needs no case: a condition
that is true, or false, with unknown facts is so however they turn out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from itertools import islice, product
from typing import Any, TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.checks.intervals import RELATIONS, Interval, compared, flipped
from klausul_dsl.datatypes import Choice, ClassOf
from klausul_dsl.walk import at_readings, nodes

COMBINATIONS = 64
STEPS = 4000
"""How many readings and cases are tried; beyond that nothing is proved."""

Wanted: TypeAlias = tuple[t.Expression, bool]
Left: TypeAlias = Interval | frozenset[Any]
"""What is left for a fact: an interval, or a set of choices, relations or truths."""


def possible(true: Sequence[t.Expression], false: Sequence[t.Expression], policy: t.Policy) -> bool:
    """Whether, for all that can be proved, some facts and readings make the first conditions true, the others false."""
    wanted = [(_opened(node, policy), sign) for held, sign in ((true, True), (false, False)) for node in held]
    parts = tuple(node for node, _ in wanted)
    names = dict.fromkeys(node.reading for node in nodes(parts) if isinstance(node, t.ByReading))
    options = [[one.name for one in policy.readings[name].alternatives] for name in names]
    combinations = list(islice(product(*options), COMBINATIONS + 1))
    if len(combinations) > COMBINATIONS:
        return True
    steps = iter(range(STEPS))
    for combination in combinations:
        chosen = at_readings(parts, dict(zip(names, combination, strict=True)))
        if _search(tuple(zip(chosen, (sign for _, sign in wanted), strict=True)), {}, policy, steps):
            return True
    return False


def _search(todo: tuple[Wanted, ...], left: Mapping[object, Left], policy: t.Policy, steps: Iterator[int]) -> bool:
    """Whether what is still wanted can hold where only so much is left for each fact."""
    if not todo or next(steps, None) is None:
        return True
    (node, sign), *rest = sorted(todo, key=lambda item: _splits(*item))
    match node:
        case t.Not():
            return _search(((node.operand, not sign), *rest), left, policy, steps)
        case t.All() | t.Any() if _splits(node, sign):
            return any(_search(((one, sign), *rest), left, policy, steps) for one in node.operands)
        case t.All() | t.Any():
            return _search((*((one, sign) for one in node.operands), *rest), left, policy, steps)
        case t.Constant():
            return node.value is sign and _search(tuple(rest), left, policy, steps)
        case _:
            fact, allowed = _literal(node, sign, policy)
            narrowed = _meet(left.get(fact, allowed), allowed)
            return bool(narrowed) and _search(tuple(rest), {**left, fact: narrowed}, policy, steps)


def _splits(node: t.Expression, sign: bool) -> bool:
    return isinstance(node, t.Any if sign else t.All)


def _meet(one: Left, other: Left) -> Left:
    return one & other  # type: ignore[operator]


def _literal(node: t.Expression, sign: bool, policy: t.Policy) -> tuple[object, Left]:
    """The fact that a condition is about, and what it leaves for it."""
    match node:
        case t.OneOf(value=value, options=options) if (domain := _domain(value, policy)) is not None:
            named = frozenset(option.value for option in options)
            return value, named & domain if sign else domain - named
        case t.InSet(value=value, choices=choices) if (domain := _domain(value, policy)) is not None:
            values = [entry.value for entry in policy.parameters[choices.name].entries]
            sets = {frozenset(value) for value in values if isinstance(value, tuple)}
            if len(sets) == 1:
                named = sets.pop()
                return value, named & domain if sign else domain - named
        case t.Compare(left=t.Constant(), right=right) if not isinstance(right, t.Constant):
            turned = replace(node, operator=flipped(node.operator), left=right, right=node.left)
            return _literal(turned, sign, policy)
        case t.Compare(left=fact, right=t.Constant(value=limit)):
            domain = _domain(fact, policy)
            if domain is not None and node.operator in {"=", "!="}:
                same = (node.operator == "=") is sign
                return fact, domain & {limit} if same else domain - {limit}
            number = _number(limit)
            if number is not None:
                return fact, compared(node.operator, sign, number)
    if isinstance(node, t.Compare):
        related = RELATIONS[node.operator]
        return (node.left, node.right), related if sign else frozenset.union(*RELATIONS.values()) - related
    return node, frozenset((sign,))


def _number(value: object) -> Fraction | None:
    match value:
        case bool():
            return None
        case Fraction():
            return value
        case date():
            return Fraction(value.toordinal())
        case _:
            return None


def _domain(value: t.Expression, policy: t.Policy) -> frozenset[Any] | None:
    """All that a choice or class can be."""
    match value.type:
        case Choice(options=options):
            return frozenset(options)
        case ClassOf(classification=name):
            return frozenset(branch.name for branch in policy.classifications[name].branches)
        case _:
            return None


# Definitions

_BINDING = (t.Quantified, t.Count, t.EachMonth, t.FollowedBy, t.Throughout)
"""Nodes in which other records or days are meant."""


def _opened(node: t.Expression, policy: t.Policy, inside: tuple[str, ...] = ()) -> t.Expression:
    """A condition with the definitions in it replaced by what they always mean."""
    match node:
        case t.All() | t.Any():
            return replace(node, operands=tuple(_opened(one, policy, inside) for one in node.operands))
        case t.Not():
            return replace(node, operand=_opened(node.operand, policy, inside))
        case t.Interpreted():
            options = tuple((name, _opened(one, policy, inside)) for name, one in node.choice.options)
            return replace(node, choice=replace(node.choice, options=options))
        case t.Defined(on=None) if node.name not in inside:
            meanings = policy.definitions[node.name].meanings
            if len(meanings) != 1 or meanings[0].validity != t.ALWAYS:
                return node
            found = list(nodes(meanings[0].value))
            if any(isinstance(one, _BINDING) or (isinstance(one, t.Subject) and one.depth) for one in found):
                return node
            return _opened(_about(meanings[0].value, node.of), policy, (*inside, node.name))
        case _:
            return node


def _about(part: Any, record: t.Expression) -> Any:
    """A part of a definition where the record it is about is another one."""
    if isinstance(part, tuple):
        return tuple(_about(item, record) for item in part)
    if isinstance(part, t.Subject):
        return record
    if not isinstance(part, t.Node):
        return part
    changed: dict[str, Any] = {item.name: _about(getattr(part, item.name), record) for item in fields(part)}
    return replace(part, **changed)

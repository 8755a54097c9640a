"""Conditions with their connective between them, such that what belongs together is seen without nested parentheses.

What stands inside another connective is marked by a comma before the outer one; where that does not do, alternatives
are a numbered list. What runs on to the end of the sentence stands last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from klausul_dsl import typed as t
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase
from klausul_dsl.text import series


class Clause(Protocol):
    def __call__(self, teller: Teller, node: t.Expression, *, main: bool = False) -> str: ...


One = Callable[[Teller, t.Expression], Phrase | None]


def connected(teller: Teller, node: t.All | t.Any, main: bool, clause: Clause, one: One) -> str:
    """Operands that are not one phrase; `clause` and `one` tell an operand as a clause and, if it is one, a phrase."""
    if isinstance(node, t.All):
        return _all(teller, node, main, clause, one)
    operands = _flat(node)
    phrases = [one(teller, operand) for operand in operands]
    simple = [told for told in phrases if told is not None and not told.trails and not told.others]
    if len(operands) == 2 and len(simple) == 2:
        return series([teller.tongue.finite(told, main) for told in simple], teller.tongue.words["or"])
    return _listed(teller, operands, clause)


def _all(teller: Teller, node: t.All, main: bool, clause: Clause, one: One) -> str:
    """What must all hold: alternatives in one phrase behind a comma, what runs on last."""
    words = teller.tongue.words
    parts: list[str] = []
    open_ended: list[str] = []
    grouped = False
    for operand in _flat(node):
        told = one(teller, operand)
        if told is None:
            assert isinstance(operand, t.Any)
            open_ended.append(_listed(teller, _flat(operand), clause))
            continue
        said = teller.tongue.finite(told, main)
        grouped = grouped or bool(told.others) or f" {words['or']} " in said
        (open_ended if told.trails else parts).append(said)
    if not grouped and not open_ended:
        return series(parts, words["and"])
    ends = parts[-1:] if not open_ended else []
    head = ", ".join(parts[:-1] if ends else parts)
    tail = f"; {words['and']} ".join(ends or open_ended)
    return f"{head}, {words['and']} {tail}" if head else tail


def _listed(teller: Teller, operands: Sequence[t.Expression], clause: Clause) -> str:
    """`at least one of the following holds: (1) …, (2) … or (3) …`."""
    inside = teller.listing()
    told = [clause(inside, operand, main=True) for operand in operands]
    items = [f"({_number(teller.lists, index)}) {item}" for index, item in enumerate(told)]
    word = teller.tongue.words["or"]
    parted = any(mark in item for item in told for mark in (", ", ";", f" {word} "))
    options = f"{'; '.join(items[:-1])}; {word} {items[-1]}" if parted else series(items, word)
    return teller.tongue.say("any of", options=options)


def _number(depth: int, index: int) -> str:
    """Each list inside another has marks of its own."""
    match depth % 3:
        case 0:
            return str(index + 1)
        case 1:
            return chr(ord("a") + index)
        case _:
            return "i" * (index + 1)


def _flat(node: t.All | t.Any) -> tuple[t.Expression, ...]:
    """The operands, those of an operand of the same kind among them."""
    found: list[t.Expression] = []
    for operand in node.operands:
        while isinstance(operand, t.All | t.Any) and len(operand.operands) == 1:
            operand = operand.operands[0]
        match operand:
            case t.All() | t.Any() if type(operand) is type(node) and operand.operands:
                found.extend(_flat(operand))
            case _:
                found.append(operand)
    return tuple(found)

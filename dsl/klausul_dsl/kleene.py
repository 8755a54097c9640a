"""Strong Kleene logic over facts: true, false, or unknown with its causes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from klausul_dsl.values import NEVER, Cause, Never, Plain, Reason, Record, Unknown

Value: TypeAlias = Plain | Never | Record | Unknown
Truth: TypeAlias = bool | Unknown


def unknown(reason: Reason, entity: str, key: str, name: str, detail: str = "") -> Unknown:
    """An unknown fact with one cause."""
    return Unknown(frozenset({Cause(reason, entity, key, name, detail)}))


def merged(values: Iterable[Value]) -> Unknown:
    """The unknown that has the causes of all unknown values."""
    return Unknown(frozenset(cause for value in values if isinstance(value, Unknown) for cause in value.causes))


def same(left: Value, right: Value) -> bool:
    """Whether two values are the same; unknown ones are where their candidates and reasons are."""
    if isinstance(left, Unknown) and isinstance(right, Unknown):
        reasons = [{cause.reason for cause in side.causes} for side in (left, right)]
        return left.candidates == right.candidates and reasons[0] == reasons[1]
    return left == right


def negation(truth: Truth) -> Truth:
    return truth if isinstance(truth, Unknown) else not truth


def conjunction(terms: Iterable[Callable[[], Truth]]) -> Truth:
    """True if all are true, false if one is false, else unknown; the terms after a false one are not asked."""
    unknowns: list[Unknown] = []
    for term in terms:
        truth = term()
        if isinstance(truth, Unknown):
            unknowns.append(truth)
        elif not truth:
            return False
    return merged(unknowns) if unknowns else True


def disjunction(terms: Iterable[Callable[[], Truth]]) -> Truth:
    """True if one is true, false if all are false, else unknown; the terms after a true one are not asked."""
    unknowns: list[Unknown] = []
    for term in terms:
        truth = term()
        if isinstance(truth, Unknown):
            unknowns.append(truth)
        elif truth:
            return True
    return merged(unknowns) if unknowns else False


def together(truths: Iterable[Truth]) -> Truth:
    """The conjunction of truths that are known already."""
    found = tuple(truths)
    unknowns = [truth for truth in found if isinstance(truth, Unknown)]
    return False if False in found else merged(unknowns) if unknowns else True


def among(value: Value, options: frozenset[str]) -> Truth:
    """Whether a choice or class is among options; of an unknown one, decided where all its candidates agree.

    An empty candidate stands for "no class at all", which keeps the answer unknown.
    """
    if isinstance(value, Unknown):
        if value.candidates and "" not in value.candidates:
            if value.candidates <= options:
                return True
            if not value.candidates & options:
                return False
        return Unknown(value.causes)
    return value in options


def ordered(left: Value, operator: str, right: Value) -> Truth:
    """An order comparison; NEVER is later than every date, and equal to no date."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return merged((left, right))
    if left is NEVER or right is NEVER:
        if left is right:
            return operator in {"<=", ">="}
        return (operator in {"<", "<="}) == (right is NEVER)
    match operator:
        case "<":
            return left < right  # type: ignore[operator]
        case "<=":
            return left <= right  # type: ignore[operator]
        case ">":
            return left > right  # type: ignore[operator]
        case _:
            return left >= right  # type: ignore[operator]

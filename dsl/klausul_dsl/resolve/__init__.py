"""Syntax tree to typed core: names found, types and units checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TypeAlias, TypeVar, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.clauses import Register
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.resolve import declared as declarations
from klausul_dsl.resolve.examples import example
from klausul_dsl.resolve.labels import joining, unlabelled
from klausul_dsl.resolve.names import Declared, Names, Unit, declare
from klausul_dsl.resolve.norms import norm
from klausul_dsl.resolve.scope import Scope, of_no_record
from klausul_dsl.resolve.signatures import definition_types, parameter_types
from klausul_dsl.source import Span
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

__all__ = ["Resolved", "Unit", "resolve"]

Named: TypeAlias = t.Agreement | t.Parameter | t.Reading | t.Definition | t.Classification | t.Norm | t.Measure
Core: TypeAlias = Named | t.Placement | t.Example
N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The typed core as far as it could be resolved, the problems, and how each name is written in both languages.

    `policy` is None where the main agreement itself could not be found.
    """

    policy: t.Policy | None
    diagnostics: tuple[Diagnostic, ...]
    words: Mapping[Span, Text]


def resolve(
    units: Sequence[Unit],
    main: str,
    vocabulary: Vocabulary,
    registers: Mapping[str, Register],
    broken: frozenset[str] = frozenset(),
) -> Resolved:
    """Resolve all files of an agreement and of those it uses; `main` names the agreement that is checked.

    `broken` are words in items that could not be parsed; they are not reported again as unknown names.
    """
    names = declare(list(units), broken)
    names.problems += (*joining(names), *unlabelled(names))
    shared = Scope(names, vocabulary, dict(registers), "en", main)
    scopes = [replace(shared, language=unit.file.language, agreement=unit.agreement) for unit in units]
    names.broken |= of_no_record(shared)
    parameter_types(shared)
    definition_types(shared)
    policy = _policy(names, units, scopes, main)
    return Resolved(policy, tuple(names.problems), MappingProxyType(names.words))


def _policy(names: Names, units: Sequence[Unit], scopes: Sequence[Scope], main: str) -> t.Policy | None:
    cores = [
        core
        for unit, scope in zip(units, scopes, strict=True)
        for item in unit.file.items
        if (core := _core(names, item, scope)) is not None
    ]
    agreements = _named(cores, t.Agreement)
    if main not in agreements:
        return None
    return t.Policy(
        agreement=agreements[main],
        agreements=agreements,
        parameters=_named(cores, t.Parameter),
        readings=_named(cores, t.Reading),
        definitions=_named(cores, t.Definition),
        classifications=_named(cores, t.Classification),
        placements={core.classification: core for core in cores if isinstance(core, t.Placement)},
        norms=_named(cores, t.Norm),  # type: ignore[arg-type]
        measures=_named(cores, t.Measure),
        examples=tuple(core for core in cores if isinstance(core, t.Example)),
    )


def _named(cores: Sequence[Core], kind: type[N]) -> dict[str, N]:
    return {core.name: core for core in cores if isinstance(core, kind)}


def _core(names: Names, item: s.Item, scope: Scope) -> Core | None:
    """The typed form of an item; None after a problem, and for the second of two with one name."""
    match item:
        case s.Placement():
            return declarations.placement(_declared(names, item), item, scope)
        case s.Example():
            return example(item, scope)
        case _:
            declared = _declared(names, item)
            return _declared_core(declared, item, scope) if declared is not None else None


def _declared(names: Names, item: s.Item) -> Declared | None:
    """The declaration of an item; None for the second of two with one name."""
    return next((it for table in names.table.values() for it in table.values() if it.item is item), None)


def _declared_core(
    declared: Declared,
    item: s.Agreement | s.Parameter | s.Reading | s.Define | s.Classify | s.Norm,
    scope: Scope,
) -> Core | None:
    match item:
        case s.Agreement():
            return declarations.agreement(declared, item, scope)
        case s.Parameter():
            return declarations.parameter(declared, item, scope)
        case s.Reading():
            return declarations.reading(declared, item, scope)
        case s.Define():
            return declarations.definition(declared, item, scope)
        case s.Classify():
            return declarations.classification(declared, item, scope)
        case s.Rule() | s.Quota() | s.Sequence() | s.Deadline() | s.Periodic() | s.Duty() | s.Measure():
            return norm(declared, item, scope)
    assert_never(item)

"""Syntax tree to typed core: names found, types and units checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.clauses import Register
from klausul_dsl.datatypes import Type
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.resolve import items
from klausul_dsl.resolve.declare import Declared, Names, Unit, declare
from klausul_dsl.resolve.expressions import expression
from klausul_dsl.resolve.given import example
from klausul_dsl.resolve.scope import Scope, problem
from klausul_dsl.source import Span
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

__all__ = ["Resolved", "Unit", "resolve"]


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
    types: dict[str, Type | None] = {}
    shared = Scope(names, vocabulary, dict(registers), "en", main, types=types)
    scopes = [replace(shared, language=unit.file.language, agreement=unit.agreement) for unit in units]
    _parameter_types(names, scopes, types)
    _definition_types(names, scopes, types)
    policy = _policy(names, units, scopes, main)
    return Resolved(policy, tuple(names.problems), MappingProxyType(names.words))


def _scope_of(declared: Declared, scopes: Sequence[Scope]) -> Scope:
    base = scopes[0]
    return replace(base, language=declared.language, agreement=declared.agreement)


def _parameter_types(names: Names, scopes: Sequence[Scope], types: dict[str, Type | None]) -> None:
    for declared in names.all("parameter").values():
        assert isinstance(declared.item, s.Parameter)
        types[f"parameter {declared.name}"] = items.parameter_type(declared.item, _scope_of(declared, scopes))


def _definition_types(names: Names, scopes: Sequence[Scope], types: dict[str, Type | None]) -> None:
    """Give every definition its type, those that others build on first; what is left over refers to itself."""
    waiting = dict(names.all("definition"))
    progress = True
    while waiting and progress:
        progress = False
        for name, declared in list(waiting.items()):
            kind = _try_type(declared, _scope_of(declared, scopes))
            if kind is not None:
                types[f"definition {name}"] = kind
                del waiting[name]
                progress = True
    for declared in waiting.values():
        scope = _scope_of(declared, scopes)
        before = len(names.problems)
        assert isinstance(declared.item, s.Define)
        items.definition(declared, declared.item, scope)
        silent = len(names.problems) == before
        del names.problems[before:]
        if silent and _in_circle(declared, waiting):
            problem(scope, "K230", declared.span, word=declared.words[declared.language])


def _in_circle(declared: Declared, waiting: Mapping[str, Declared]) -> bool:
    """Whether a definition without a type can be reached from itself through others without one."""
    seen: set[str] = set()
    following = _named_in(declared, waiting)
    while following:
        name = following.pop()
        if name == declared.name:
            return True
        if name not in seen:
            seen.add(name)
            following += _named_in(waiting[name], waiting)
    return False


def _named_in(declared: Declared, waiting: Mapping[str, Declared]) -> list[str]:
    """The definitions without a type that a definition names in what it means."""
    assert isinstance(declared.item, s.Define)
    written = {word for part in declared.item.parts if isinstance(part, s.Means) for word in _words(part.value)}
    return [name for name, other in waiting.items() if other.words[declared.language] in written]


def _words(node: object) -> set[str]:
    """Every name written in a syntax node."""
    if isinstance(node, tuple):
        return {word for item in node for word in _words(item)}
    if isinstance(node, s.Name):
        return {node.word}
    if isinstance(node, s.Node):
        return {word for item in fields(node) for word in _words(getattr(node, item.name))}
    return set()


def _try_type(declared: Declared, scope: Scope) -> Type | None:
    item = declared.item
    assert isinstance(item, s.Define)
    entity = scope.vocabulary.entity_named(item.entity.word, declared.language)
    if entity is None:
        return None
    before = len(scope.names.problems)
    found = None
    for part in item.parts:
        if isinstance(part, s.Means) and found is None:
            found = expression(part.value, scope.of(entity.name, has_day=item.on_day))
    del scope.names.problems[before:]
    return found.type if found is not None else None


def _policy(names: Names, units: Sequence[Unit], scopes: Sequence[Scope], main: str) -> t.Policy | None:
    agreements: dict[str, t.Agreement] = {}
    parameters: dict[str, t.Parameter] = {}
    readings: dict[str, t.Reading] = {}
    definitions: dict[str, t.Definition] = {}
    classifications: dict[str, t.Classification] = {}
    placements: dict[str, t.Placement] = {}
    norms: dict[str, t.Norm] = {}
    examples: list[t.Example] = []
    for unit, scope in zip(units, scopes, strict=True):
        for item in unit.file.items:
            match item:
                case s.Placement():
                    placed = items.placement(_declared(names, item), item, scope)
                    if placed is not None:
                        placements[placed.classification] = placed
                        norms[placed.name] = placed
                case s.Example():
                    given = example(item, scope)
                    if given is not None:
                        examples.append(given)
                case _:
                    declared = _declared(names, item)
                    found = _item(declared, item, scope) if declared is not None else None
                    match found:
                        case t.Agreement():
                            agreements[found.name] = found
                        case t.Parameter():
                            parameters[found.name] = found
                        case t.Reading():
                            readings[found.name] = found
                        case t.Definition():
                            definitions[found.name] = found
                        case t.Classification():
                            classifications[found.name] = found
                        case t.Rule() | t.Quota():
                            norms[found.name] = found
                        case None:
                            pass
    if main not in agreements:
        return None
    return t.Policy(
        agreement=agreements[main],
        agreements=agreements,
        parameters=parameters,
        readings=readings,
        definitions=definitions,
        classifications=classifications,
        placements=placements,
        norms=norms,
        examples=tuple(examples),
    )


def _declared(names: Names, item: s.Item) -> Declared | None:
    """The declaration of an item; None for the second of two with one name."""
    return next(
        (declared for table in names.table.values() for declared in table.values() if declared.item is item), None
    )


def _item(
    declared: Declared, item: s.Item, scope: Scope
) -> t.Agreement | t.Parameter | t.Reading | t.Definition | t.Classification | t.Norm | None:
    match item:
        case s.Agreement():
            return items.agreement(declared, item, scope)
        case s.Parameter():
            return items.parameter(declared, item, scope)
        case s.Reading():
            return items.reading(declared, item, scope)
        case s.Define():
            return items.definition(declared, item, scope)
        case s.Classify():
            return items.classification(declared, item, scope)
        case s.Rule():
            return items.rule(declared, item, scope)
        case s.Quota():
            return items.quota(declared, item, scope)
        case s.Placement() | s.Example():
            return None

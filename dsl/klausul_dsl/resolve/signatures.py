"""The types of parameters and definitions, found before anything that speaks of them is resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace

from klausul_dsl import syntax as s
from klausul_dsl.datatypes import Date, Number, Type, Words
from klausul_dsl.keywords import TYPE_WORDS
from klausul_dsl.resolve.declared import definition, parameter_type
from klausul_dsl.resolve.expressions import expression
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.scope import Scope, problem, say_type
from klausul_dsl.text import Text


def scope_of(declared: Declared, shared: Scope) -> Scope:
    """The scope of a declaration's own file."""
    return replace(shared, language=declared.language, agreement=declared.agreement)


def parameter_types(shared: Scope) -> None:
    for declared in shared.names.all("parameter").values():
        assert isinstance(declared.item, s.Parameter)
        scope = scope_of(declared, shared)
        kind = parameter_type(declared.item, scope)
        written = _written(declared.item, scope)
        word = declared.item.type
        if isinstance(word, s.Name) and kind is not None and written not in {None, kind, Number()}:
            assert written is not None
            problem(scope, "K309", word.span, **_other_kind(word, kind, written, scope))
            kind = written
        shared.types[f"parameter {declared.name}"] = kind


def _written(item: s.Parameter, scope: Scope) -> Type | None:
    """The one kind that all values of a parameter have; None where they have several, or none is a number or date."""
    values = [part.value for part in item.parts if isinstance(part, s.DatedValue)]
    plain = [node for node in values if not isinstance(node, s.Choices | s.Path)]
    found = {value.type for node in plain if (value := expression(node, scope)) is not None}
    kind = found.pop() if len(found) == 1 and plain == values else None
    return kind if isinstance(kind, Number | Date) else None


def _other_kind(word: s.Name, kind: Type, written: Type, scope: Scope) -> dict[str, Text]:
    """What is said where the values of a parameter are all of another kind than it says: once, and not of each."""
    name = "date" if isinstance(written, Date) else written.unit.value if isinstance(written, Number) else ""
    right = Text(TYPE_WORDS[name].da[0], TYPE_WORDS[name].en[0])
    return {
        "word": Text.of(f"“{word.spelt}”"),
        "wanted": Text(f"“{right.da}”, som værdierne er", f"“{right.en}”, as the values are"),
        "type": say_type(kind, scope),
        "remedy": Text(f"skriv “{right.da}”, eller ret værdierne", f"write “{right.en}”, or correct the values"),
    }


def definition_types(shared: Scope) -> None:
    """Give every definition its type, those that others build on first; what is left over refers to itself."""
    waiting = dict(shared.names.all("definition"))
    progress = True
    while waiting and progress:
        progress = False
        for name, declared in list(waiting.items()):
            kind = _try_type(declared, scope_of(declared, shared))
            if kind is not None:
                shared.types[f"definition {name}"] = kind
                del waiting[name]
                progress = True
    problems = shared.names.problems
    told: set[str] = set()
    for name, declared in waiting.items():
        scope = scope_of(declared, shared)
        before = len(problems)
        assert isinstance(declared.item, s.Define)
        definition(declared, declared.item, scope)
        silent = len(problems) == before
        del problems[before:]
        circle = _circle(name, waiting)
        if silent and name in circle and not circle & told:
            others = ", ".join(
                f"“{waiting[one].words[declared.language]}”" for one in waiting if one in circle - {name}
            )
            along = Text(f" gennem {others}", f" by way of {others}") if others else Text("", "")
            problem(scope, "K230", declared.span, word=declared.words[declared.language], along=along)
        told |= circle


def _circle(name: str, waiting: Mapping[str, Declared]) -> set[str]:
    """The definitions without a type that are reached from one and lead back to it; itself where it is in a circle."""
    return {one for one in _reached(name, waiting) if name in _reached(one, waiting)}


def _reached(name: str, waiting: Mapping[str, Declared]) -> set[str]:
    """The definitions without a type that a definition names, itself or through others."""
    seen: set[str] = set()
    following = _named_in(waiting[name], waiting)
    while following:
        one = following.pop()
        if one not in seen:
            seen.add(one)
            following += _named_in(waiting[one], waiting)
    return seen


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
    return found.type if found is not None and not isinstance(found.type, Words) else None

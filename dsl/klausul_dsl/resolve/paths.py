"""Names joined by points: which record, which fact of it, on which day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import TypeAlias, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference, Several
from klausul_dsl.diagnostics import did_you_mean, nearest
from klausul_dsl.keywords import printed
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.scope import (
    Member,
    Scope,
    entity_forms,
    member_named,
    members,
    note_words,
    problem,
    remedy_for,
    report,
    said,
    say_type,
    words_of,
)
from klausul_dsl.text import LANGUAGES, Text, name_of
from klausul_dsl.vocabulary import DatedFact, Field, entity_words

Resolve: TypeAlias = Callable[[s.Expression, Scope], t.Expression | None]


def resolve_path(node: s.Path, scope: Scope, resolve: Resolve, *, quiet: bool = False) -> t.Expression | None:
    """The fact a path leads to. `quiet`: None without a problem where the first name is unknown."""
    on = resolve(node.on, scope) if node.on is not None else None
    if node.on is not None and (on is None or not isinstance(on.type, Date)):
        if on is not None:
            problem(
                scope,
                "K309",
                node.on.span,
                word=said(node.on),
                wanted=say_type(Date(), scope),
                type=say_type(on.type, scope),
                remedy=remedy_for(Date(), scope),
            )
        return None
    current = _first(node.names[0], scope, quiet)
    if current is None:
        return None
    found: t.Expression | None = current if isinstance(current, _EXPRESSIONS) else None
    if found is None:
        depth, member = current  # type: ignore[misc]
        entity = scope.entities[depth]
        subject = t.Subject(depth=depth, entity=entity, type=Reference(entity), span=node.names[0].span)
        found = _step(subject, entity, member, node.names[0], scope, on if len(node.names) == 1 else None)
    for index, name in enumerate(node.names[1:], 1):
        if found is None:
            return None
        if not isinstance(found.type, Reference):
            problem(scope, "K207", name.span, word=node.names[index - 1].word, type=say_type(found.type, scope))
            return None
        entity = found.type.entity
        next_member = member_named(scope, entity, name.word)
        if next_member is None:
            record = scope.vocabulary.entities[entity]
            known = [words_of(item)[scope.language] for item in members(scope, entity)]
            facts = elsewhere(name.word, (entity,), scope)
            report(scope, "K209", name.span, name.word, known, record=record.singular, **facts)
            return None
        last = index == len(node.names) - 1
        found = _step(found, entity, next_member, name, scope, on if last else None)
    if found is not None and on is not None and not isinstance(found, t.DatedFact | t.Defined | t.Classified):
        problem(scope, "K211", node.span, word=said(replace(node, on=None)))
        return None
    return found


def unlike_any(node: s.Path, scope: Scope) -> bool:
    """Whether a path is one word that neither is nor resembles the name of a fact, a record or a parameter in scope."""
    word = node.names[0].word
    if len(node.names) > 1 or node.on is not None or scope.names.excused(word):
        return False
    known = [words_of(item)[scope.language] for entity in scope.entities for item in members(scope, entity)]
    records = [scope.vocabulary.entities[entity] for entity in scope.entities]
    known += [form for record in records for form in entity_words(record, scope.language)]
    known += scope.names.spoken("parameter", scope.language)
    return word not in known and not get_close_matches(word, known, n=1, cutoff=0.75)


_PER_RECORD = Text(
    "skriv “pr. …” med den slags post, der har det, eller spørg efter poster, f.eks. “mindst et møde”",
    "write “per …” with the kind of record that has it, or ask for records, e.g. “some meeting”",
)
_EXPRESSIONS = (t.Subject, t.ParameterValue)


def _first(name: s.Name, scope: Scope, quiet: bool) -> t.Expression | tuple[int, Member] | None:
    """What the first name of a path is: a member of a record in scope, a record in scope, or a parameter."""
    hits = [
        (depth, member)
        for depth, entity in enumerate(scope.entities)
        if (member := member_named(scope, entity, name.word)) is not None
    ]
    if len(hits) > 1:
        records = [scope.vocabulary.entities[scope.entities[depth]].singular for depth, _ in hits[:2]]
        ways = [f"{name_of(record[scope.language])}.{name.word}" for record in records]
        problem(
            scope, "K210", name.span, word=name.word, first=records[0], second=records[1], one=ways[0], other=ways[1]
        )
        return None
    if hits:
        return hits[0]
    for depth, entity in enumerate(scope.entities):
        record = scope.vocabulary.entities[entity]
        if name.word in entity_words(record, scope.language):
            note_words(scope, name.span, entity_forms(record, name.word, scope.language))
            return t.Subject(depth=depth, entity=entity, type=Reference(entity), span=name.span)
    if parameter := scope.names.find("parameter", name.word, scope.language):
        found = parameter_value(parameter, name, scope)
        if found is not None and isinstance(found.type, Several):
            problem(scope, "K316", name.span, word=name.word)
            return None
        return found
    if not quiet and not scope.entities:
        parameters = scope.names.spoken("parameter", scope.language)
        remedy = did_you_mean(name.word, parameters) if nearest(name.word, parameters) else _PER_RECORD
        report(scope, "K240", name.span, name.word, parameters, remedy=remedy)
    elif not quiet:
        known = [words_of(item)[scope.language] for entity in scope.entities for item in members(scope, entity)]
        known += scope.names.spoken("parameter", scope.language)
        record = scope.vocabulary.entities[scope.entities[0]]
        facts = _records(name.word, scope) or elsewhere(name.word, scope.entities, scope)
        report(scope, "K209", name.span, name.word, known, record=record.singular, **facts)
    return None


def _records(word: str, scope: Scope) -> dict[str, str | Text]:
    """The remedy where the name is a kind of record, of which it must be said how many; empty where it is none."""
    entity = scope.vocabulary.entity_named(word, scope.language)
    if entity is None:
        return {}
    some = printed("SOME", "da", neuter=entity.neuter)
    remedy = Text(f"skriv “{some} {word}”", f"write “some {word}”")
    return {"remedy": remedy}


def elsewhere(word: str, entities: tuple[str, ...], scope: Scope) -> dict[str, str | Text]:
    """The remedy where the name belongs to a record that one of these leads to; empty where there is none."""
    for start in entities:
        for goal in scope.vocabulary.entities:
            if goal == start or member_named(scope, goal, word) is None:
                continue
            routes = scope.vocabulary.routes(start, goal)
            if len(routes) == 1:
                steps = _spoken(start, routes[0], scope)
                way = ".".join((*steps, word))
                label = scope.vocabulary.entities[goal].singular
                remedy = Text(f"“{label.da}” har det: skriv “{way}”", f"“{label.en}” has it: write “{way}”")
                return {"remedy": remedy}
    return {}


def _spoken(start: str, route: tuple[str, ...], scope: Scope) -> list[str]:
    """The words of the reference fields along a route."""
    words = []
    for step in route:
        field = scope.vocabulary.entities[start].fields[step]
        assert isinstance(field.type, Reference)
        words.append(name_of(field.label[scope.language]))
        start = field.type.entity
    return words


def parameter_value(declared: Declared, name: s.Name, scope: Scope) -> t.ParameterValue | None:
    """The value of a parameter for the record that it is keyed by, where it is."""
    note_words(scope, name.span, declared.words)
    kind = scope.types.get(f"parameter {declared.name}")
    if kind is None:
        return None
    assert isinstance(declared.item, s.Parameter)
    key: t.Expression | None = None
    if declared.item.entity is not None:
        keyed = scope.vocabulary.entity_named(declared.item.entity.word, declared.language)
        key = _route_to(keyed.name, scope) if keyed else None
        if key is None and not scope.entities:
            problem(scope, "K240", name.span, word=name.word, remedy=_PER_RECORD)
            return None
        if key is None:
            if keyed is None:
                return None
            record = scope.vocabulary.entities[keyed.name].singular
            start = scope.vocabulary.entities[scope.entities[-1]].singular
            problem(scope, "K213", name.span, word=name.word, record=record, start=start)
            return None
    return t.ParameterValue(name=declared.name, key=key, type=kind, span=name.span)


def _route_to(entity: str, scope: Scope) -> t.Expression | None:
    """The one record of an entity that a record in scope leads to."""
    for depth, start in enumerate(scope.entities):
        routes = scope.vocabulary.routes(start, entity)
        if len(routes) == 1:
            return follow(t.Subject(depth=depth, entity=start, type=Reference(start)), routes[0], scope)
    return None


def follow(start: t.Expression, route: tuple[str, ...], scope: Scope) -> t.Expression:
    """A record, followed along reference fields."""
    found = start
    for step in route:
        assert isinstance(found.type, Reference)
        field = scope.vocabulary.entities[found.type.entity].fields[step]
        found = t.Field(of=found, name=step, type=field.type)
    return found


def _step(
    of: t.Expression, entity: str, member: Member, name: s.Name, scope: Scope, on: t.Expression | None
) -> t.Expression | None:
    """One step along a path."""
    note_words(scope, name.span, words_of(member))
    match member:
        case Field():
            return t.Field(of=of, name=member.name, type=member.type, span=name.span)
        case DatedFact():
            if on is None and not scope.has_day:
                problem(scope, "K208", name.span, word=Text(name.word, name.word))
                return None
            return t.DatedFact(of=of, entity=entity, name=member.name, on=on, type=member.type, span=name.span)
        case Declared(kind="classification"):
            if on is None and not scope.has_day:
                problem(scope, "K208", name.span, word=Text(name.word, name.word))
                return None
            return t.Classified(of=of, name=member.name, on=on, type=ClassOf(member.name), span=name.span)
        case Declared():
            kind = scope.types.get(f"definition {member.name}")
            if kind is None:
                return None
            return t.Defined(of=of, name=member.name, on=on, type=kind, span=name.span)
    assert_never(member)


def collection_of(node: s.Collection, scope: Scope, resolve: Resolve, *, several: bool = False) -> t.Collection | None:
    """The child records a quantifier speaks of, and the field that ties them to their record.

    `several`: they are named by their plural, as where they are counted.
    """
    child = scope.vocabulary.entity_named(node.name.word, scope.language)
    if child is None:
        known = [word for item in scope.vocabulary.entities.values() for word in entity_words(item, scope.language)]
        report(scope, "K201", node.name.span, node.name.word, known)
        return None
    note_words(scope, node.name.span, entity_forms(child, node.name.word, scope.language, several=several))
    if node.of is not None:
        found = resolve_path(node.of, scope, resolve)
        owners = [found] if found is not None else []
        if not owners:
            return None
    else:
        owners = [
            t.Subject(depth=depth, entity=entity, type=Reference(entity)) for depth, entity in enumerate(scope.entities)
        ]
    within = child.reference_date if scope.in_period else None
    if scope.in_period and within is None:
        problem(scope, "K244", node.name.span, word=node.name.word)
        return None
    if not owners:
        return t.Collection(entity=child.name, reference=None, of=None, within=within, span=node.span)
    for owner in owners:
        fields = [
            field.name
            for field in child.fields.values()
            if isinstance(owner.type, Reference) and field.type == owner.type
        ]
        if len(fields) == 1:
            return t.Collection(entity=child.name, reference=fields[0], of=owner, within=within, span=node.span)
    problem(scope, "K214", node.span, word=node.name.word)
    return None


def choice_words(kind: Choice | ClassOf, scope: Scope) -> dict[str, Text]:
    """The words for the options of a choice, or for the classes of a classification."""
    if isinstance(kind, ClassOf):
        return {name: declared.words for name, declared in scope.names.classes.get(kind.classification, {}).items()}
    entity, field = kind.of.split(".")
    options = scope.vocabulary.entities[entity].fields[field].options
    return {
        option: Text(*(name_of(options[option][language]) if option in options else option for language in LANGUAGES))
        for option in kind.options
    }

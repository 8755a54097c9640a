"""What an example gives, as records."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference, Type, Words, YesNo
from klausul_dsl.resolve.alternatives import option_named
from klausul_dsl.resolve.expressions import expression
from klausul_dsl.resolve.kinds import wrong_type
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.paths import choice_words, elsewhere
from klausul_dsl.resolve.scope import (
    Member,
    Scope,
    entity_forms,
    entity_of,
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
from klausul_dsl.text import Text
from klausul_dsl.values import NEVER, Never, Plain
from klausul_dsl.vocabulary import DatedFact, FactKind, Field


@dataclass(slots=True)
class Draft:
    """The records of an example while they are gathered, by (entity, key) in the order written."""

    scope: Scope
    cells: dict[tuple[str, str], dict[str, Plain | Never | None]] = field(default_factory=dict)
    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    closed: set[tuple[str, str]] = field(default_factory=set)
    subject: tuple[str, str] | None = None
    on: date | None = None

    def record(self, entity: str, key: str) -> dict[str, Plain | Never | None]:
        return self.cells.setdefault((entity, key), {})

    def fresh(self, entity: str) -> str:
        return f"{entity}-{sum(1 for kind, _ in self.cells if kind == entity) + 1}"

    def linked(self, entity: str, key: str, reference: Field) -> tuple[str, str]:
        """The record a reference field leads to; made where the example has not named one."""
        assert isinstance(reference.type, Reference)
        cells = self.record(entity, key)
        target = cells.get(reference.name)
        if not isinstance(target, str):
            target = self.fresh(reference.type.entity)
            cells[reference.name] = target
        self.record(reference.type.entity, target)
        return reference.type.entity, target


def given(part: s.Given, draft: Draft, entity: str) -> None:
    scope = draft.scope
    kind = entity_of(scope, part.entity, several=part.amount > 1)
    if kind is None:
        return
    parent = _parent(part, kind, draft, entity)
    if parent is False:
        return
    if part.none:
        return
    key = part.key or draft.fresh(kind)
    if part.amount != 1 and part.key is not None:
        problem(scope, "K224", part.span)
        return
    cells = draft.record(kind, key)
    draft.counts[kind, key] = part.amount
    if parent is not None:
        cells[parent[0]] = parent[1]
    if kind == entity and draft.subject is None:
        draft.subject = (kind, key)
        draft.on = part.on
    reference_date = scope.vocabulary.entities[kind].reference_date
    if part.on is not None and reference_date is not None:
        cells[reference_date] = part.on
    for fact in part.facts:
        _state(fact, draft, kind, key)


def _parent(part: s.Given, kind: str, draft: Draft, entity: str) -> tuple[str, str] | Literal[False] | None:
    """The reference field and key that tie a child to its record; None where it is no child, False on a problem."""
    scope = draft.scope
    record = scope.vocabulary.entities[kind]
    if part.of is None:
        if not part.none or not entity:
            return None
        problem(scope, "K225", part.span, word=part.entity.word)
        return False
    owner = _owner(part.of, draft, entity)
    if owner is None:
        return False
    fields = [item.name for item in record.fields.values() if item.type == Reference(owner[0])]
    if len(fields) != 1:
        problem(scope, "K214", part.span, word=part.entity.word)
        return False
    draft.closed.add((kind, owner[1]))
    return fields[0], owner[1]


def _owner(path: s.Path, draft: Draft, entity: str) -> tuple[str, str] | None:
    """The record that `of …` names: a record by its key, the latest of an entity, or one the subject leads to."""
    scope = draft.scope
    if len(path.names) == 1:
        named = [place for place in draft.cells if place[1] == path.names[0].spelt]
        if named:
            return named[-1]
    if draft.subject is None:
        problem(scope, "K223", path.span, record=scope.vocabulary.entities[entity].singular)
        return None
    current = draft.subject
    for index, name in enumerate(path.names):
        member = member_named(scope, current[0], name.word)
        if isinstance(member, Field) and isinstance(member.type, Reference):
            note_words(scope, name.span, words_of(member))
            current = draft.linked(*current, member)
            continue
        latest = scope.vocabulary.entity_named(name.word, scope.language)
        if index == 0 and latest is not None:
            places = [place for place in draft.cells if place[0] == latest.name]
            if places:
                note_words(scope, name.span, entity_forms(latest, name.word, scope.language))
                current = places[-1]
                continue
        known = [words_of(item)[scope.language] for item in members(scope, current[0])]
        report(scope, "K209", name.span, name.word, known, record=scope.vocabulary.entities[current[0]].singular)
        return None
    return current


def _state(fact: s.Stated, draft: Draft, entity: str, key: str) -> None:
    """One stated fact, at the end of a path of references."""
    scope = draft.scope
    current = (entity, key)
    for name in fact.path.names[:-1]:
        member = member_named(scope, current[0], name.word)
        if not isinstance(member, Field) or not isinstance(member.type, Reference):
            known = [words_of(item)[scope.language] for item in members(scope, current[0])]
            report(scope, "K209", name.span, name.word, known, record=scope.vocabulary.entities[current[0]].singular)
            return
        note_words(scope, name.span, words_of(member))
        current = draft.linked(*current, member)
    last = fact.path.names[-1]
    member = member_named(scope, current[0], last.word)
    if member is None:
        child = scope.vocabulary.entity_named(last.word, scope.language)
        if child is not None and fact.negated and fact.value is None:
            note_words(scope, last.span, entity_forms(child, last.word, scope.language))
            draft.closed.add((child.name, current[1]))
            return
        known = [words_of(item)[scope.language] for item in members(scope, current[0])]
        record = scope.vocabulary.entities[current[0]].singular
        facts = elsewhere(last.word, (current[0],), scope)
        report(scope, "K209", last.span, last.word, known, record=record, **facts)
        return
    note_words(scope, last.span, words_of(member))
    field_name, kind = canonical(member, scope)
    if kind is None:
        return
    value = _stated_value(fact, member, kind, scope)
    if not isinstance(value, Words):
        draft.record(*current)[field_name] = value
        if isinstance(kind, Reference) and isinstance(value, str):
            draft.record(kind.entity, value)


_REFUSED = Words()


def canonical(member: Member, scope: Scope) -> tuple[str, Type | None]:
    match member:
        case Field() | DatedFact():
            return member.name, member.type
        case Declared(kind="classification"):
            return member.name, ClassOf(member.name)
        case Declared():
            return member.name, scope.types.get(f"definition {member.name}")
    assert_never(member)


def _stated_value(fact: s.Stated, member: Member, kind: Type, scope: Scope) -> Plain | Never | Words | None:
    """The value stated, or _REFUSED after a problem."""
    if fact.unknown:
        return None
    if fact.negated:
        return _negated(fact, member, kind, scope)
    if fact.value is None:
        if isinstance(kind, YesNo):
            return True
        problem(scope, "K226", fact.span, word=said(fact.path), type=say_type(kind, scope))
        return _REFUSED
    if isinstance(kind, Reference) and isinstance(fact.value, s.Path):
        return fact.value.names[0].spelt
    if isinstance(kind, Reference | Words) and isinstance(fact.value, s.TextLiteral):
        return fact.value.value
    if isinstance(fact.value, s.Path):
        chosen = option_named(fact.value, scope, kind)
        if chosen is None:
            _not_an_option(fact.value, words_of(member), kind, scope)
        return _REFUSED if chosen is None else chosen.value
    value = expression(fact.value, scope, kind)
    assert isinstance(value, t.Constant)
    if value.type != kind:
        wrong_type(scope, fact.value, kind, value.type)
        return _REFUSED
    return value.value


def _not_an_option(node: s.Path, of: Text, kind: Type, scope: Scope) -> None:
    """A word as the value of a fact that no such word is a value of."""
    if isinstance(kind, Choice | ClassOf):
        known = [words[scope.language] for words in choice_words(kind, scope).values()]
        report(scope, "K203", node.span, node.names[0].word, known, of=of)
        return
    facts = {"word": said(node), "wanted": say_type(kind, scope), "remedy": remedy_for(kind, scope)}
    problem(scope, "K309", node.span, **facts, type=Text("et navn", "a name"))


def _negated(fact: s.Stated, member: Member, kind: Type, scope: Scope) -> Plain | Never | Words:
    if isinstance(kind, YesNo):
        return False
    if isinstance(kind, Choice) and "none" in kind.options:
        return "none"
    if isinstance(kind, Date) and isinstance(member, Field) and member.kind is FactKind.EVENT_DATE:
        return NEVER
    problem(scope, "K227", fact.span, word=said(fact.path), type=say_type(kind, scope))
    return _REFUSED

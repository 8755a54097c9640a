"""The facts and expectations of an example, as records and canonical names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference, Type, Words, YesNo
from klausul_dsl.resolve.declare import Declared, find, text_of
from klausul_dsl.resolve.expressions import expression, wrong_type
from klausul_dsl.resolve.scope import (
    Member,
    Scope,
    cited,
    entity_forms,
    entity_of,
    member_named,
    members,
    note_words,
    problem,
    report,
    said,
    say_type,
    words_of,
)
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


def example(item: s.Example, scope: Scope) -> t.Example | None:
    """An example whose subject, facts and expectations could all be resolved."""
    found = next(
        (
            declared
            for kind in ("norm", "definition", "classification")
            if (declared := scope.names.find(kind, item.subject.word, scope.language)) is not None
        ),
        None,
    )
    if found is None:
        known = [
            word
            for kind in ("norm", "definition", "classification")
            for word in scope.names.spoken(kind, scope.language)
        ]
        report(scope, "K222", item.subject.span, item.subject.word, known)
        return None
    note_words(scope, item.subject.span, found.words)
    entity = subject_entity(found, scope)
    if entity is None:
        return None
    before = len(scope.names.problems)
    draft = Draft(scope)
    for part in item.parts:
        if isinstance(part, s.Given):
            _given(part, draft, entity)
    as_of = next((part.day for part in item.parts if isinstance(part, s.AsOf)), None)
    expectations = [_expect(part, found, entity, scope) for part in item.parts if isinstance(part, s.Expect)]
    if draft.subject is None and len(scope.names.problems) == before:
        problem(scope, "K223", item.span, record=scope.vocabulary.entities[entity].singular)
    if len(scope.names.problems) > before:
        return None
    return t.Example(
        agreement=scope.agreement,
        title=text_of(item.title),
        subject=found.name,
        records=tuple(
            t.GivenRecord(entity=kind, key=key, cells=cells, count=draft.counts.get((kind, key), 1))
            for (kind, key), cells in draft.cells.items()
        ),
        closed=frozenset(draft.closed),
        on=draft.on,
        as_of=as_of,
        expectations=tuple(expected for expected in expectations if expected is not None),
        span=item.span,
    )


def subject_entity(declared: Declared, scope: Scope) -> str | None:
    """The entity that a norm, definition or classification is about."""
    match declared.item:
        case s.Define() | s.Classify() | s.Placement():
            word = declared.item.entity.word
        case s.Rule() | s.Quota():
            population = next((part for part in declared.item.parts if isinstance(part, s.Population)), None)
            if population is None:
                return None
            word = population.entity.word
        case _:
            return None
    found = scope.vocabulary.entity_named(word, declared.language)
    return found.name if found else None


def _given(part: s.Given, draft: Draft, entity: str) -> None:
    scope = draft.scope
    kind = entity_of(scope, part.entity)
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
        if not part.none:
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
        report(scope, "K209", last.span, last.word, known, record=scope.vocabulary.entities[current[0]].singular)
        return
    note_words(scope, last.span, words_of(member))
    field_name, kind = _canonical(member, scope)
    if kind is None:
        return
    value = _stated_value(fact, member, kind, scope)
    if not isinstance(value, Words):
        draft.record(*current)[field_name] = value
        if isinstance(kind, Reference) and isinstance(value, str):
            draft.record(kind.entity, value)


_REFUSED = Words()


def _canonical(member: Member, scope: Scope) -> tuple[str, Type | None]:
    match member:
        case Field() | DatedFact():
            return member.name, member.type
        case Declared(kind="classification"):
            return member.name, ClassOf(member.name)
        case Declared():
            return member.name, scope.types.get(f"definition {member.name}")


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
    value = expression(fact.value, scope.of(next(iter(scope.vocabulary.entities))), kind)
    if value is None:
        return _REFUSED
    if not isinstance(value, t.Constant) or value.type != kind:
        wrong_type(scope, fact.value, kind, value.type)
        return _REFUSED
    return value.value


def _negated(fact: s.Stated, member: Member, kind: Type, scope: Scope) -> Plain | Never | Words:
    if isinstance(kind, YesNo):
        return False
    if isinstance(kind, Choice) and "none" in kind.options:
        return "none"
    if isinstance(kind, Date) and isinstance(member, Field) and member.kind is FactKind.EVENT_DATE:
        return NEVER
    problem(scope, "K227", fact.span, word=said(fact.path), type=say_type(kind, scope))
    return _REFUSED


def _expect(part: s.Expect, subject: Declared, entity: str, scope: Scope) -> t.Expectation | None:
    verdict: str | None = part.verdict
    if part.value is not None:
        verdict = _expected_value(part.value, subject, scope)
    refuted = []
    for refutation in part.refuted:
        table = scope.names.classes.get(subject.name, {})
        found = find(table, refutation.name.word, scope.language)
        if found is None:
            words = [item.words[scope.language] for item in table.values()]
            report(scope, "K203", refutation.name.span, refutation.name.word, words, of=subject.label)
            return None
        note_words(scope, refutation.name.span, found.words)
        refuted.append((found.name, cited(scope, refutation.cites)))
    readings = [_reading(pair, scope) for pair in part.readings]
    facts = [_fact_name(path, entity, scope) for path in part.facts]
    if verdict is None or None in readings or None in facts:
        return None
    return t.Expectation(
        verdict=verdict,
        reason=part.reason,
        facts=tuple(fact for fact in facts if fact),
        by=part.by,
        references=cited(scope, part.cites),
        refuted=tuple(refuted),
        readings=tuple(pair for pair in readings if pair),
        span=part.span,
    )


def _expected_value(node: s.Expression, subject: Declared, scope: Scope) -> str | None:
    if isinstance(node, s.Path):
        table = scope.names.classes.get(subject.name, {})
        found = find(table, node.names[0].word, scope.language)
        if found is None:
            words = [item.words[scope.language] for item in table.values()]
            report(scope, "K203", node.span, node.names[0].word, words, of=subject.label)
            return None
        note_words(scope, node.names[0].span, found.words)
        return found.name
    kind = scope.types.get(f"definition {subject.name}")
    value = expression(node, replace(scope, entities=("",)), kind)
    if not isinstance(value, t.Constant) or (kind is not None and value.type != kind):
        if value is not None and kind is not None:
            wrong_type(scope, node, kind, value.type)
        return None
    return str(value.value)


def _reading(pair: tuple[s.Name, s.Name], scope: Scope) -> tuple[str, str] | None:
    declared = scope.names.find("reading", pair[0].word, scope.language)
    if declared is None:
        report(scope, "K202", pair[0].span, pair[0].word, scope.names.spoken("reading", scope.language))
        return None
    note_words(scope, pair[0].span, declared.words)
    table = scope.names.alternatives.get(declared.name, {})
    found = find(table, pair[1].word, scope.language)
    if found is None:
        report(scope, "K205", pair[1].span, pair[1].word, [item.words[scope.language] for item in table.values()])
        return None
    note_words(scope, pair[1].span, found.words)
    return declared.name, found.name


def _fact_name(path: s.Path, entity: str, scope: Scope) -> str | None:
    """The canonical name of the fact at the end of a path; the path may begin at any record of the example."""
    for start in (entity, *scope.vocabulary.entities):
        current: str | None = start
        name: str | None = None
        for step in path.names:
            member = member_named(scope, current, step.word) if current else None
            if member is None:
                name = None
                break
            note_words(scope, step.span, words_of(member))
            name, kind = _canonical(member, scope)
            current = kind.entity if isinstance(kind, Reference) else None
        if name is not None:
            return name
    known = [words_of(item)[scope.language] for item in members(scope, entity)]
    record = scope.vocabulary.entities[entity].singular
    report(scope, "K209", path.span, path.names[-1].word, known, record=record)
    return None

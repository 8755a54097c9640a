"""Examples of the syntax tree to examples of the typed core."""

from __future__ import annotations

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.resolve.expected import expect
from klausul_dsl.resolve.given import Draft, given
from klausul_dsl.resolve.names import Declared, text_of
from klausul_dsl.resolve.scope import Scope, note_words, problem, report


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
            given(part, draft, entity)
    as_of = next((part.day for part in item.parts if isinstance(part, s.AsOf)), None)
    expectations = [expect(part, found, entity, scope) for part in item.parts if isinstance(part, s.Expect)]
    if draft.subject is None and entity and len(scope.names.problems) == before:
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
    """The entity that a norm, definition or classification is about; "" where it is about none."""
    match declared.item:
        case s.Define() | s.Classify() | s.Placement():
            word = declared.item.entity.word
        case s.Duty():
            per = next((part for part in declared.item.parts if isinstance(part, s.PerGroup)), None)
            if per is None:
                return ""
            word = per.path.names[0].word
        case s.Rule() | s.Quota() | s.Sequence() | s.Deadline() | s.Periodic():
            population = next((part for part in declared.item.parts if isinstance(part, s.Population)), None)
            if population is None:
                return None
            word = population.entity.word
        case _:
            return None
    found = scope.vocabulary.entity_named(word, declared.language)
    return found.name if found else None

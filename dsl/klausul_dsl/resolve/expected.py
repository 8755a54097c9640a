"""What an example expects, as canonical names."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Reference
from klausul_dsl.keywords import printed
from klausul_dsl.resolve.expressions import expression
from klausul_dsl.resolve.given import canonical
from klausul_dsl.resolve.kinds import wrong_type
from klausul_dsl.resolve.names import Declared, find
from klausul_dsl.resolve.scope import Scope, cited, member_named, members, note_words, report, words_of
from klausul_dsl.text import LANGUAGES, Text, series


def expect(part: s.Expect, subject: Declared, entity: str, scope: Scope) -> t.Expectation | None:
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
    facts = [_fact_name(path, entity, subject, scope) for path in part.facts]
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
        key=part.key,
        on=part.on,
        span=part.span,
    )


def _expected_value(node: s.Expression, subject: Declared, scope: Scope) -> str | None:
    if isinstance(node, s.Path):
        table = scope.names.classes.get(subject.name, {})
        found = find(table, node.names[0].word, scope.language)
        if found is None:
            words = [item.words[scope.language] for item in table.values()]
            told = {"of": subject.label} if words else {"of": subject.label, "remedy": _outcomes()}
            report(scope, "K203", node.span, node.names[0].word, words, **told)
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


def _outcomes() -> Text:
    """The outcomes that a norm can have: the nearest word may be the opposite of what is meant."""
    danish, english = ([f"“{printed(name, language)}”" for name in _OUTCOMES] for language in LANGUAGES)
    return Text(f"skriv {series(danish, 'eller')}", f"write {series(english, 'or')}")


_OUTCOMES = ("COMPLIANT", "BREACH", "UNDETERMINED", "NOT_APPLICABLE", "PENDING")


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


def _fact_name(path: s.Path, entity: str, subject: Declared, scope: Scope) -> str | None:
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
            name, kind = canonical(member, scope)
            current = kind.entity if isinstance(kind, Reference) else None
        if name is not None:
            return name
    started = [entity] if entity else list(scope.vocabulary.entities)
    known = [words_of(item)[scope.language] for start in started for item in members(scope, start)]
    record = scope.vocabulary.entities[entity].singular if entity else subject.label
    report(scope, "K209", path.span, path.names[-1].word, known, record=record)
    return None

"""The examples of a policy, judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, show_clause
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.evaluate import definition, derived_class
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import judge_record, reference_day
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import OUTCOME_LABELS, REASON_LABELS, BranchTried, Outcome, leading_reason
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.values import Cause, Coverage, Reason, Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """An example and what came of it; messages say where it does not hold."""

    example: t.Example
    messages: tuple[Diagnostic, ...]

    @property
    def passed(self) -> bool:
        return not self.messages


@dataclass(frozen=True, slots=True)
class Found:
    """What the subject of an example came to."""

    verdict: str
    shown: Text
    reason: Reason | None = None
    causes: frozenset[Cause] = frozenset()
    decided_by: str | None = None
    references: tuple[Reference, ...] = ()
    tried: tuple[BranchTried, ...] = ()


def run_examples(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[ExampleResult]:
    """Judge every example of the main agreement, in the order written."""
    for example in policy.examples:
        if example.agreement == policy.agreement.name:
            yield run_example(example, policy, vocabulary)


def run_example(example: t.Example, policy: t.Policy, vocabulary: Vocabulary) -> ExampleResult:
    """Judge one example at the readings of each of its expectations."""
    world = world_of(example, policy)
    messages: list[Diagnostic] = []
    for expectation in example.expectations:
        choices = {**defaults(policy), **dict(expectation.readings)}
        found = find(example, policy, vocabulary, world, choices)
        messages += _differences(expectation, found, policy)
    return ExampleResult(example, tuple(messages))


def world_of(example: t.Example, policy: t.Policy) -> World:
    """The example's records; every list it gives of a record's children is complete, and so are its attestations."""
    records = [Record(given.entity, key, given.cells) for given in example.records for key in _keys(given)]
    closed = {(child, key) for given in example.records for child in _closed(given, example) for key in _keys(given)}
    days = [cell for record in records for cell in record.cells.values() if isinstance(cell, date)]
    latest = max([*days, *([example.on] if example.on else [])], default=date(2000, 1, 1))
    end = policy.agreement.validity.end
    as_of = example.as_of or (end if end is not None else latest + timedelta(days=366))
    return World(as_of, records, {"attestation": Coverage()}, closed=frozenset(closed))


def _keys(given: t.GivenRecord) -> list[str]:
    """The keys of the copies of a record."""
    return [given.key] if given.count == 1 else [f"{given.key}-{number}" for number in range(1, given.count + 1)]


def _closed(given: t.GivenRecord, example: t.Example) -> list[str]:
    """The kinds of child records of which the example gives all that a record has."""
    return [child for child, key in example.closed if key == given.key]


def find(
    example: t.Example, policy: t.Policy, vocabulary: Vocabulary, world: World, choices: Mapping[str, str]
) -> Found:
    """What the subject comes to at a choice of readings."""
    context = Context(policy, vocabulary, world, choices)
    if example.subject in policy.norms:
        norm = policy.norms[example.subject]
        record = _subject(example, norm.entity, world)
        return _judged(norm, record, context) if isinstance(norm, t.Rule) else _counted(norm, record, context)
    track = Track()
    item = policy.definitions.get(example.subject) or policy.classifications[example.subject]
    record = _subject(example, item.entity, world)
    frame = Frame(context, (record,), example.on, None, track)
    if isinstance(item, t.Classification):
        on = example.on or context.world.as_of
        value = record.cells.get(item.name) or derived_class(item.name, record, on, frame)
        return _classified(item, value, track)  # type: ignore[arg-type]
    return _defined(definition(item.name, record, example.on, frame))


def _subject(example: t.Example, entity: str, world: World) -> Record:
    """The first record that the example gives of the subject's entity."""
    given = next(item for item in example.records if item.entity == entity)
    record = world.get(entity, _keys(given)[0])
    assert record is not None
    return record


def _judged(rule: t.Rule, record: Record, context: Context) -> Found:
    day = reference_day(rule, record, context, Track())
    if day is None:
        return Found("later", Text("endnu ikke sket", "not yet happened"))
    judgement, _ = judge_record(rule, record, day, context)
    return Found(
        judgement.outcome.value,
        OUTCOME_LABELS[judgement.outcome],
        judgement.reason,
        frozenset(judgement.causes),
        judgement.decided_by,
        judgement.exemption or rule.references,
    )


def _counted(quota: t.Quota, record: Record, context: Context) -> Found:
    day = reference_day(quota, record, context, Track())
    results = judge_policy(context.policy, context.vocabulary, context.world, context.choices, norms={quota.name})
    chosen = next(result for result in results if result.chosen)
    for judged in chosen.judged:
        judgement = judged.judgement
        inside = (
            judgement.period is None or not isinstance(day, date) or judgement.period[0] <= day <= judgement.period[1]
        )
        if inside and any(key == record.key for key, _ in judgement.counted):
            return Found(
                judgement.outcome.value,
                OUTCOME_LABELS[judgement.outcome],
                judgement.reason,
                frozenset(judgement.causes),
                judgement.decided_by,
                quota.references,
            )
    return Found("not_applicable", OUTCOME_LABELS[Outcome.NOT_APPLICABLE], decided_by="where")


def _classified(item: t.Classification, value: Value, track: Track) -> Found:
    tried = next((found.tried for found in reversed(track.classes) if found.classification == item.name), ())
    if not isinstance(value, Unknown):
        branch = next(branch for branch in item.branches if branch.name == value)
        return Found(branch.name, branch.label, references=branch.references, tried=tried)
    reason = leading_reason(value.causes)
    verdict = reason.value if reason in {Reason.UNCOVERED, Reason.CONFLICT} else "undetermined"
    shown = REASON_LABELS[reason] if verdict != "undetermined" else OUTCOME_LABELS[Outcome.UNDETERMINED]
    return Found(verdict, shown, reason, value.causes, tried=tried)


def _defined(value: Value) -> Found:
    if isinstance(value, Unknown):
        return Found("unknown", Text("ukendt", "unknown"), leading_reason(value.causes), value.causes)
    if isinstance(value, bool):
        return Found("yes" if value else "no", Text("ja", "yes") if value else Text("nej", "no"))
    return Found(str(value), Text(str(value), str(value)))


def _differences(expected: t.Expectation, found: Found, policy: t.Policy) -> Iterator[Diagnostic]:
    """Where what was found is not what was expected."""

    def differ(wanted: Text, got: Text, why: Text) -> Diagnostic:
        return diagnose("K601", expected.span, expected=wanted, found=got, why=why)

    reason = found.reason.value if found.reason else ""
    if expected.verdict not in {found.verdict, reason if found.verdict == "undetermined" else found.verdict}:
        yield differ(_word(expected.verdict, policy), _because(found), _missing(found.causes))
        return
    if expected.reason is not None and expected.reason != reason:
        got = REASON_LABELS[found.reason] if found.reason else Text("ingen grund", "no reason")
        yield differ(REASON_LABELS[Reason(expected.reason)], got, _missing(found.causes))
    names = {cause.name for cause in found.causes}
    if not names.issuperset(expected.facts):
        missing = ", ".join(name for name in expected.facts if name not in names)
        yield differ(Text(missing, missing), Text(*(", ".join(sorted(names)) or "-",) * 2), _missing(found.causes))
    if expected.by is not None and expected.by != found.decided_by:
        yield differ(_part(expected.by), _part(found.decided_by or ""), Text("afgørende led", "deciding part"))
    if not set(expected.references) <= set(found.references):
        yield differ(_cited(expected.references), _cited(found.references), Text("bestemmelse", "clause"))
    refuted = {branch.name: branch.references for branch in found.tried if branch.truth is False}
    for name, references in expected.refuted:
        if name not in refuted or not set(references) <= set(refuted[name]):
            labels = [_word(item, policy) for item in refuted]
            shown = Text(*(", ".join(label[language] for label in labels) or "-" for language in LANGUAGES))
            yield differ(_word(name, policy), shown, Text("afviste klasser", "refuted classes"))


_PARTS = {
    "where": Text("hvor", "where"),
    "unless": Text("medmindre", "unless"),
    "must": Text("skal", "must"),
    "dated_by": Text("datoen", "the date"),
}


def _part(part: str) -> Text:
    return _PARTS.get(part, Text("-", "-"))


def _word(verdict: str, policy: t.Policy) -> Text:
    for outcome in Outcome:
        if outcome.value == verdict:
            return OUTCOME_LABELS[outcome]
    for reason in Reason:
        if reason.value == verdict:
            return REASON_LABELS[reason]
    for classification in policy.classifications.values():
        for branch in classification.branches:
            if branch.name == verdict:
                return branch.label
    return {"yes": Text("ja", "yes"), "no": Text("nej", "no"), "unknown": Text("ukendt", "unknown")}.get(
        verdict, Text(verdict, verdict)
    )


def _because(found: Found) -> Text:
    if found.reason is None or found.verdict == found.reason.value:
        return found.shown
    reason = REASON_LABELS[found.reason]
    return Text(f"{found.shown.da} ({reason.da})", f"{found.shown.en} ({reason.en})")


def _missing(causes: frozenset[Cause]) -> Text:
    names = sorted({f"{cause.entity}.{cause.name}" if cause.name else cause.entity for cause in causes})
    shown = ", ".join(names[:6]) or "-"
    return Text(shown, shown)


def _cited(references: tuple[Reference, ...]) -> Text:
    return Text(
        *("; ".join(show_clause(item.clause, language) for item in references) or "-" for language in LANGUAGES)
    )

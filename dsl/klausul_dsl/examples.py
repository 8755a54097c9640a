"""The examples of a policy, judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, show_clause
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.differences import judge_placement
from klausul_dsl.evaluate import definition, derived_class
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import Dated, judge_record, reference_day
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import OUTCOME_LABELS, REASON_LABELS, BranchTried, Judgement, Outcome, leading_reason
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.text import LANGUAGES, Text, name_of
from klausul_dsl.values import Cause, Coverage, Reason, Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


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
        found = find(example, expectation, policy, vocabulary, world, choices)
        messages += _differences(expectation, found, policy, vocabulary)
    return ExampleResult(example, tuple(messages))


def world_of(example: t.Example, policy: t.Policy) -> World:
    """The example's records.

    Every list it gives of a record's children is complete, and so are its attestations and what its norm counts.
    """
    records = [Record(given.entity, key, given.cells) for given in example.records for key in _keys(given)]
    closed = {(child, key) for given in example.records for child in _closed(given, example) for key in _keys(given)}
    days = [cell for record in records for cell in record.cells.values() if isinstance(cell, date)]
    latest = max([*days, *([example.on] if example.on else [])], default=date(2000, 1, 1))
    end = policy.agreement.validity.end
    as_of = example.as_of or (end if end is not None else latest + timedelta(days=366))
    norm = policy.norms.get(example.subject)
    whole = {(node.entity, "") for node in nodes(norm) if isinstance(node, t.Collection) and node.of is None}
    if isinstance(norm, t.Quota | t.Sequence):
        whole.add((norm.entity, ""))
    return World(as_of, records, {"attestation": Coverage()}, closed=frozenset(closed | whole))


def _keys(given: t.GivenRecord) -> list[str]:
    """The keys of the copies of a record."""
    return [given.key] if given.count == 1 else [f"{given.key}-{number}" for number in range(1, given.count + 1)]


def _closed(given: t.GivenRecord, example: t.Example) -> list[str]:
    """The kinds of child records of which the example gives all that a record has."""
    return [child for child, key in example.closed if key == given.key]


def find(
    example: t.Example,
    expectation: t.Expectation,
    policy: t.Policy,
    vocabulary: Vocabulary,
    world: World,
    choices: Mapping[str, str],
) -> Found:
    """What the subject comes to at a choice of readings."""
    context = Context(policy, vocabulary, world, choices)
    if example.subject in policy.norms:
        return _normed(policy.norms[example.subject], example, expectation, context)
    track = Track()
    item = policy.definitions.get(example.subject) or policy.classifications[example.subject]
    if expectation.key is not None and world.get(item.entity, expectation.key) is None:
        return _NOT_GIVEN
    record = subject_record(example, item.entity, world, expectation.key)
    asked_on = expectation.on or example.on
    frame = Frame(context, (record,), asked_on, None, track)
    if isinstance(item, t.Classification):
        on = asked_on or context.world.as_of
        value = record.cells.get(item.name) or derived_class(item.name, record, on, frame)
        return _classified(item, value, track)  # type: ignore[arg-type]
    return _defined(definition(item.name, record, asked_on, frame))


def _normed(norm: t.Norm, example: t.Example, expectation: t.Expectation, context: Context) -> Found:
    if isinstance(norm, t.Duty) and not norm.entity:
        return _in_results(norm, "", expectation, context)
    if expectation.key is not None and context.world.get(norm.entity, expectation.key) is None:
        return _NOT_GIVEN
    latest = isinstance(norm, t.Sequence)
    record = subject_record(example, norm.entity, context.world, expectation.key, latest=latest)
    match norm:
        case t.Rule():
            return _not_judged(norm, record, context) or _judged(norm, record, context)
        case t.Sequence() | t.Deadline():
            return _not_judged(norm, record, context) or _in_results(norm, record.key, expectation, context)
        case t.Quota():
            return _counted(norm, record, expectation, context)
        case t.Placement():
            return _compared(norm, record, expectation.on or example.on or context.world.as_of, context)
        case t.Periodic() | t.Duty():
            return _in_results(norm, record.key, expectation, context)


def _in_results(norm: t.Norm, key: str, expectation: t.Expectation, context: Context) -> Found:
    """The judgement of a record, in the period that holds the expectation's day, else in its first."""
    for judgement in _chosen_judgements(norm, context):
        period = judgement.period
        inside = expectation.on is None or period is None or period[0] <= expectation.on <= period[1]
        if judgement.key == key and inside:
            return _found(judgement, judgement.exemption or norm.references)
    to_come = expectation.on is not None and expectation.on > context.world.as_of
    return Found("later" if to_come else "not_applicable", _NOT_JUDGED, decided_by="dated_by")


_NOT_JUDGED = Text("ikke bedømt", "not judged")
_NOT_GIVEN = Found("not_given", Text("ikke givet i eksemplet", "not given in the example"))


def _not_judged(norm: Dated, record: Record, context: Context) -> Found | None:
    """What is said of a record that is not judged, as it is dated later or outside the time of the norm."""
    day = reference_day(norm, record, context, Track())
    if day is None:
        return Found("later", Text("endnu ikke sket", "not yet happened"))
    force = context.policy.agreements[norm.agreement].validity
    if isinstance(day, date) and not (force.holds_on(day) and norm.validity.holds_on(day)):
        return Found("not_applicable", OUTCOME_LABELS[Outcome.NOT_APPLICABLE], decided_by="dated_by")
    return None


def _chosen_judgements(norm: t.Norm, context: Context) -> list[Judgement]:
    results = judge_policy(context.policy, context.vocabulary, context.world, context.choices, norms={norm.name})
    chosen = next(result for result in results if result.chosen)
    return [judged.judgement for judged in chosen.judged]


def _found(judgement: Judgement, references: tuple[Reference, ...]) -> Found:
    return Found(
        judgement.outcome.value,
        OUTCOME_LABELS[judgement.outcome],
        judgement.reason,
        frozenset(judgement.causes),
        judgement.decided_by,
        references,
    )


def subject_record(
    example: t.Example, entity: str, world: World, key: str | None = None, *, latest: bool = False
) -> Record:
    """The record that is named; else the first that the example gives of the subject's entity, or the last."""
    keys = [given_key for given in example.records if given.entity == entity for given_key in _keys(given)]
    record = world.get(entity, key or keys[-1 if latest else 0])
    assert record is not None
    return record


def _judged(rule: t.Rule, record: Record, context: Context) -> Found:
    day = reference_day(rule, record, context, Track())
    assert day is not None
    judgement, _ = judge_record(rule, record, day, context)
    return _found(judgement, judgement.exemption or rule.references)


def _compared(placement: t.Placement, record: Record, day: date, context: Context) -> Found:
    judgement, _ = judge_placement(placement, record, day, context)
    return _found(judgement, placement.references)


def _counted(quota: t.Quota, record: Record, expectation: t.Expectation, context: Context) -> Found:
    day = expectation.on or reference_day(quota, record, context, Track())
    for judgement in _chosen_judgements(quota, context):
        inside = (
            judgement.period is None or not isinstance(day, date) or judgement.period[0] <= day <= judgement.period[1]
        )
        if inside and any(key == record.key for key, _ in judgement.counted):
            return _found(judgement, quota.references)
    return Found("not_applicable", OUTCOME_LABELS[Outcome.NOT_APPLICABLE], decided_by="where")


def _classified(item: t.Classification, value: Value, track: Track) -> Found:
    tried = next((found.tried for found in reversed(track.trace().classes) if found.classification == item.name), ())
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


def _differences(
    expected: t.Expectation, found: Found, policy: t.Policy, vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """Where what was found is not what was expected."""

    def differ(wanted: Text, got: Text, turns_on: Text) -> Diagnostic:
        why = Text(f"; det kommer an på {turns_on.da}", f"; it turns on {turns_on.en}") if turns_on.en else turns_on
        return diagnose("K601", expected.span, expected=wanted, found=got, why=why)

    reason = found.reason.value if found.reason else ""
    turning = _turning(found, vocabulary)
    if expected.verdict not in {found.verdict, reason if found.verdict == "undetermined" else found.verdict}:
        yield differ(_word(expected.verdict, policy), _because(found), turning)
        return
    if expected.reason is not None and expected.reason != reason:
        got = REASON_LABELS[found.reason] if found.reason else Text("ingen grund", "no reason")
        yield differ(REASON_LABELS[Reason(expected.reason)], got, turning)
    names = {cause.name for cause in found.causes}
    if not names.issuperset(expected.facts):
        missing = ", ".join(name for name in expected.facts if name not in names)
        yield differ(Text(missing, missing), _facts(found.causes, vocabulary) or _NOTHING, _NO_WORDS)
    if expected.by is not None and expected.by != found.decided_by:
        yield differ(_part(expected.by), _part(found.decided_by or ""), Text("det afgørende led", "the deciding part"))
    if not set(expected.references) <= set(found.references):
        yield differ(_cited(expected.references), _cited(found.references), Text("bestemmelsen", "the clause"))
    refuted = {branch.name: branch.references for branch in found.tried if branch.truth is False}
    for name, references in expected.refuted:
        if name not in refuted or not set(references) <= set(refuted[name]):
            words = [_word(branch, policy) for branch in refuted]
            shown = Text(*(", ".join(word[language] for word in words) for language in LANGUAGES))
            yield differ(
                _word(name, policy),
                shown if words else _NOTHING,
                Text("de afviste klasser", "the refuted classes"),
            )


_NO_WORDS = Text("", "")
_NOTHING = Text("intet", "nothing")
_PARTS = {
    "where": Text("hvor", "where"),
    "unless": Text("medmindre", "unless"),
    "must": Text("skal", "must"),
    "dated_by": Text("datoen", "the date"),
    "expiry": Text("aftalens udløb", "the expiry of the agreement"),
}


def _part(part: str) -> Text:
    return _PARTS.get(part, _NOTHING)


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


def _turning(found: Found, vocabulary: Vocabulary) -> Text:
    """What the outcome turns on: the missing facts, else the part that decided; empty where neither is known."""
    facts = _facts(found.causes, vocabulary)
    if facts is not None:
        return facts
    if found.decided_by in _PARTS:
        part = _PARTS[found.decided_by]
        return Text(f"“{part.da}”", f"“{part.en}”")
    return _NO_WORDS


def _facts(causes: frozenset[Cause], vocabulary: Vocabulary) -> Text | None:
    """The facts that keep something unknown, as a policy names them."""
    facts = {_fact(cause, vocabulary) for cause in causes}
    if not facts:
        return None
    return Text(*(", ".join(sorted(fact[language] for fact in facts)[:6]) for language in LANGUAGES))


def _fact(cause: Cause, vocabulary: Vocabulary) -> Text:
    entity = vocabulary.entities.get(cause.entity)
    if entity is None:
        return Text.of(cause.name or cause.entity)
    fact = entity.fields.get(cause.name) or entity.dated.get(cause.name)
    label = fact.label if fact else Text.of(cause.name)
    return Text(
        *(".".join(name_of(part[language]) for part in (entity.singular, label) if part.da) for language in LANGUAGES)
    )


def _cited(references: tuple[Reference, ...]) -> Text:
    return Text(
        *(
            "; ".join(show_clause(item.clause, language) for item in references) or _NOTHING[language]
            for language in LANGUAGES
        )
    )

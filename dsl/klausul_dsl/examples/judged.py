"""The examples of a policy, judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.differences import judge_placement
from klausul_dsl.evaluate import definition, derived_class
from klausul_dsl.examples.found import Found
from klausul_dsl.examples.told import differences, keys_of, unknown_key
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import Dated, judge_record, reference_day
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import OUTCOME_LABELS, REASON_LABELS, Judgement, Outcome, leading_reason
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.text import Text
from klausul_dsl.values import Coverage, Reason, Record, Unknown, World
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
        if found is _NOT_GIVEN:
            messages.append(unknown_key(example, expectation, policy))
        else:
            messages += differences(expectation, found, policy, vocabulary)
    return ExampleResult(example, tuple(messages))


def world_of(example: t.Example, policy: t.Policy) -> World:
    """The example's records.

    Every list it gives of a record's children is complete, and so are its attestations and what its norm counts.
    """
    records = [Record(given.entity, key, given.cells) for given in example.records for key in keys_of(given)]
    closed = {(child, key) for given in example.records for child in _closed(given, example) for key in keys_of(given)}
    days = [cell for record in records for cell in record.cells.values() if isinstance(cell, date)]
    latest = max([*days, *([example.on] if example.on else [])], default=date(2000, 1, 1))
    end = policy.agreement.validity.end
    as_of = example.as_of or (end if end is not None else latest + timedelta(days=366))
    norm = policy.norms.get(example.subject)
    whole = {(node.entity, "") for node in nodes(norm) if isinstance(node, t.Collection) and node.of is None}
    if isinstance(norm, t.Quota | t.Sequence):
        whole.add((norm.entity, ""))
    return World(as_of, records, {"attestation": Coverage()}, closed=frozenset(closed | whole))


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
        if expectation.key is not None:
            return _NOT_GIVEN
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
    keys = [given_key for given in example.records if given.entity == entity for given_key in keys_of(given)]
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

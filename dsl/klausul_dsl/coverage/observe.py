"""Examples to what they exercise: outcomes, the conditions asked, the bounds just kept, the parts chosen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TypeVar

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference
from klausul_dsl.coverage.visit import Seen, definition, derived, placed, visit
from klausul_dsl.evaluate import truth, value
from klausul_dsl.examples import find, subject_record, world_of
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import reference_day
from klausul_dsl.lasting import spans
from klausul_dsl.outcomes import Judgement
from klausul_dsl.quotas import at_choice, standing_days
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.values import Record, Unknown
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes

P = TypeVar("P")


def observe(example: t.Example, policy: t.Policy, vocabulary: Vocabulary, seen: Seen) -> set[Reference]:
    """Note what an example exercises at the readings of each of its expectations; the clauses its answers name."""
    world = world_of(example, policy)
    cited: set[Reference] = set()
    for expectation in example.expectations:
        context = Context(policy, vocabulary, world, {**defaults(policy), **dict(expectation.readings)})
        found = find(example, expectation, policy, vocabulary, world, context.choices)
        seen.outcomes.add((example.subject, found.verdict))
        cited.update(found.references)
        seen.met.clear()
        if example.subject in policy.norms:
            _norm(policy.norms[example.subject], example, context, seen)
        elif example.subject in policy.definitions:
            declared = policy.definitions[example.subject]
            record = subject_record(example, declared.entity, world)
            definition(declared, record, Frame(context, (record,), example.on, None, Track()), seen)
        else:
            record = subject_record(example, policy.classifications[example.subject].entity, world)
            derived(example.subject, record, example.on or world.as_of, context, seen)
    return cited


def _norm(norm: t.Norm, example: t.Example, context: Context, seen: Seen) -> None:
    """A rule or placement is asked of the example's subject, any other norm of all its records, of copies once."""
    if isinstance(norm, t.Periodic | t.Duty):
        _recurring(norm, context, seen)
        return
    if isinstance(norm, t.Placement):
        record, on = subject_record(example, norm.entity, context.world), example.on or context.world.as_of
        placed(norm.classification, record, on, Frame(context, (record,), on, None, Track()), seen)
        return
    alone = isinstance(norm, t.Rule)
    records = [subject_record(example, norm.entity, context.world)] if alone else context.world.of(norm.entity)
    for record in {id(record.cells): record for record in records}.values():
        for day in _days(norm, record, context):
            frame = Frame(context, (record,), day, None, Track())
            _asked(norm, frame, seen)
            if isinstance(norm, t.Deadline) and value(norm.event, frame) == value(norm.due, frame):
                seen.limits.add(id(norm))
    if isinstance(norm, t.Quota | t.Sequence):
        _counts(norm, context, seen)


def _days(
    norm: t.Rule | t.Deadline | t.Quota | t.Sequence, record: Record, context: Context
) -> list[date] | list[Unknown]:
    """The days of a record that a norm judges: the one it is dated by, or those on which a stock is counted."""
    if isinstance(norm, t.Quota) and isinstance(norm.period, t.Standing):
        return standing_days(norm, norm.period, context)
    day = reference_day(norm, record, context, Track())
    if isinstance(day, Unknown):
        return [day]
    force = context.policy.agreements[norm.agreement].validity
    return [day] if day is not None and force.holds_on(day) and norm.validity.holds_on(day) else []


def _asked(norm: t.RecordNorm, frame: Frame, seen: Seen) -> None:
    for condition in norm.where:
        visit(condition, frame, seen)
        if truth(condition, frame) is False:
            return
    for exemption in norm.unless:
        visit(exemption.condition, frame, seen)
        if truth(exemption.condition, frame) is True:
            return
    match norm:
        case t.Deadline():
            visit((norm.dated_by, norm.event, norm.due), frame, seen)
        case t.Periodic() | t.Duty():
            visit(norm.requirement, frame, seen)
        case t.Rule() | t.Quota() | t.Sequence():
            visit((norm.dated_by, norm.requirement), frame, seen)


def _recurring(norm: t.Periodic | t.Duty, context: Context, seen: Seen) -> None:
    """What is asked of each record, or of the parties, in each period that is judged."""
    recurrence = _chosen(norm.recurrence, context, seen)
    for judgement in _judgements(norm, context):
        record = context.world.get(norm.entity, judgement.key) if norm.entity else None
        assert judgement.period is not None
        records = (record,) if record is not None else ()
        frame = Frame(context, records, judgement.day, None, Track(), judgement.period)
        runs = record is None or not recurrence.whole_only or spans(record, *judgement.period, frame) is not False
        if runs:
            _asked(norm, frame, seen)


def _counts(norm: t.Quota | t.Sequence, context: Context, seen: Seen) -> None:
    """The parts of a quota or sequence that were chosen, and whether a group just kept its bound."""
    bound: t.Bound | t.EveryNth
    _chosen(norm.group, context, seen)
    if isinstance(norm, t.Quota):
        _chosen(norm.period, context, seen)
        bound = _chosen(norm.bound, context, seen)
    else:
        _chosen(norm.reset, context, seen)
        bound = _chosen(norm.bound, context, seen)
    for judgement in _judgements(norm, context):
        share, run = judgement.figures, judgement.run
        if share and share.members and not (share.unknown_scope or share.unknown_met) and share.met == share.required:
            seen.limits.add(id(bound))
        if run and run.required and not run.unknown and run.met == run.required:
            seen.limits.add(id(bound))
    if isinstance(bound, t.Bound):
        seen.parameters.update(node.name for node in nodes(bound.value) if isinstance(node, t.ParameterValue))


def _chosen(part: P | t.ByReading[P], context: Context, seen: Seen) -> P:
    """A part of a norm as the chosen reading has it."""
    if isinstance(part, t.ByReading):
        seen.alternatives.add((part.reading, context.choices[part.reading]))
    return at_choice(part, context)


def _judgements(norm: t.Norm, context: Context) -> Iterator[Judgement]:
    results = judge_policy(context.policy, context.vocabulary, context.world, context.choices, norms={norm.name})
    for result in results:
        if result.chosen:
            yield from (judged.judgement for judged in result.judged)

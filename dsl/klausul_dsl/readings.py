"""Every norm of a policy judged, in every combination of its readings: firm, or depending on which."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

from klausul_dsl import typed as t
from klausul_dsl.differences import judge_placement, judged_days
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Memo, Track
from klausul_dsl.judge import decide, judge_record
from klausul_dsl.outcomes import NormResult, Outcome
from klausul_dsl.populations import population, result
from klausul_dsl.positions import judge_sequence
from klausul_dsl.quotas import judge_quota
from klausul_dsl.recurring import judge_deadline, judge_recurring
from klausul_dsl.values import Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary

Progress = Callable[[str, int], None]


def defaults(policy: t.Policy) -> dict[str, str]:
    """The default alternative of every reading."""
    return {name: reading.alternatives[0].name for name, reading in policy.readings.items()}


def judge_policy(
    policy: t.Policy,
    vocabulary: Vocabulary,
    world: World,
    chosen: Mapping[str, str],
    *,
    norms: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Iterator[NormResult]:
    """Judge every norm (or those named), in the order written; one result for each variant of a quota.

    `chosen` gives alternatives for readings that are not at their default. `progress` is told a norm's name and how
    many records it has.
    """
    choices = {**defaults(policy), **chosen}
    memo: Memo = {}
    for norm in policy.norms.values():
        if norms is not None and norm.name not in norms:
            continue
        if progress is not None:
            progress(norm.name, len(world.of(norm.entity)))
        context = Context(policy, vocabulary, world, choices, memo)
        match norm:
            case t.Rule():
                yield _judge_rule(norm, context)
            case t.Quota():
                yield from judge_quota(norm, context)
            case t.Sequence():
                yield from judge_sequence(norm, context)
            case t.Deadline():
                yield judge_deadline(norm, context)
            case t.Periodic() | t.Duty():
                yield from judge_recurring(norm, context)
            case t.Placement():
                yield _judge_placement(norm, context)


def _judge_rule(rule: t.Rule, context: Context) -> NormResult:
    found = population(rule, context)
    judged = []
    for record, day in found.records:

        def probe(
            choices: Mapping[str, str], record: Record = record, day: date | Unknown = day
        ) -> tuple[Outcome, Collection[str]]:
            track = Track()
            decision = decide(rule, record, day, replace(context, choices=choices), track)
            return decision.outcome, track.reached

        judgement, track = judge_record(rule, record, day, context)
        judged.append(in_all_readings(judgement, track.reached, probe, context))
    return result(rule.name, (), True, judged, found.outside, found.later)


def _judge_placement(placement: t.Placement, context: Context) -> NormResult:
    judged = []
    for record, day in product(context.world.of(placement.entity), judged_days(placement, context)):

        def probe(
            choices: Mapping[str, str], record: Record = record, day: date = day
        ) -> tuple[Outcome, Collection[str]]:
            other, reached = judge_placement(placement, record, day, replace(context, choices=choices))
            return other.outcome, reached.reached

        judgement, track = judge_placement(placement, record, day, context)
        judged.append(in_all_readings(judgement, track.reached, probe, context))
    return result(placement.name, (), True, judged, 0, 0)

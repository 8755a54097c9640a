"""What a norm says in every combination of its readings: firm, or depending on which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product

from klausul_dsl import typed as t
from klausul_dsl.evaluate import Context, Memo, Track
from klausul_dsl.judge import Member, judge_group, judge_record, quota_member, quota_periods, reference_day
from klausul_dsl.outcomes import Dependence, Firmness, Judged, Judgement, NormResult, Outcome
from klausul_dsl.values import Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary

LIMIT = 64
"""How many combinations of readings are tried in full."""

Judge = Callable[[Mapping[str, str]], tuple[Judgement, Track]]
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
                yield from _judge_quota(norm, context)


@dataclass(frozen=True, slots=True)
class Population:
    """The records of a norm with their reference days, and how many are not judged."""

    records: tuple[tuple[Record, date | Unknown], ...]
    outside: int
    later: int


def population(norm: t.Norm, context: Context) -> Population:
    """The records of a norm's entity that are dated by the as-of date and within the norm's validity."""
    inside: list[tuple[Record, date | Unknown]] = []
    outside = later = 0
    force = context.policy.agreements[norm.agreement].validity
    for record in context.world.of(norm.entity):
        day = reference_day(norm, record, context, Track())
        if day is None:
            later += 1
        elif isinstance(day, date) and not (force.holds_on(day) and norm.validity.holds_on(day)):
            outside += 1
        else:
            inside.append((record, day))
    return Population(tuple(inside), outside, later)


def _judge_rule(rule: t.Rule, context: Context) -> NormResult:
    found = population(rule, context)
    judged = []
    for record, day in found.records:

        def at(
            choices: Mapping[str, str], record: Record = record, day: date | Unknown = day
        ) -> tuple[Judgement, Track]:
            return judge_record(rule, record, day, replace(context, choices=choices))

        judged.append(in_all_readings(at, context))
    return _result(rule.name, (), True, judged, found.outside, found.later)


def _result(
    norm: str, variant: tuple[tuple[str, str], ...], chosen: bool, judged: Sequence[Judged], outside: int, later: int
) -> NormResult:
    counted = Counter(item.judgement.outcome for item in judged)
    tallies = {outcome: counted[outcome] for outcome in Outcome}
    return NormResult(norm, variant, chosen, tallies, outside, later, tuple(judged))


def _judge_quota(quota: t.Quota, context: Context) -> Iterator[NormResult]:
    """One result for each combination of group and period readings, the chosen one first."""
    parts = [part for part in (quota.group, quota.period) if isinstance(part, t.ByReading)]
    names = list(dict.fromkeys(part.reading for part in parts))
    options = [[alternative.name for alternative in context.policy.readings[name].alternatives] for name in names]
    variants = [tuple(zip(names, combination, strict=True)) for combination in product(*options)]
    found = population(quota, context)
    for variant in sorted(variants, key=lambda pairs: sum(context.choices[name] != option for name, option in pairs)):
        inner = replace(context, choices={**context.choices, **dict(variant)})
        judged = list(_judge_variant(quota, found, inner, frozenset(names)))
        chosen = all(context.choices[name] == option for name, option in variant)
        yield _result(quota.name, variant, chosen, judged, found.outside, found.later)


def _pick(part: t.Group | t.ByReading[t.Group], context: Context) -> t.Group:
    return dict(part.options)[context.choices[part.reading]] if isinstance(part, t.ByReading) else part


def _judge_variant(quota: t.Quota, found: Population, context: Context, fixed: frozenset[str]) -> Iterator[Judged]:
    group = _pick(quota.group, context)
    period = (
        dict(quota.period.options)[context.choices[quota.period.reading]]
        if isinstance(quota.period, t.ByReading)
        else quota.period
    )
    rows = [*found.records]
    for record in context.world.rejected(quota.entity):
        day = reference_day(quota, record, context, Track())
        if day is not None:
            rows.append((record, day))
    keys = [record.key for record in context.world.of(group.entity)] if group.entity else [""]
    first = min((day for _, day in rows if isinstance(day, date)), default=context.world.as_of)
    tables = [_MemberTable(quota, group, record, day) for record, day in rows]
    for key in keys:
        for span in quota_periods(quota, period, context, first):

            def at(
                choices: Mapping[str, str], key: str = key, span: tuple[date, date] = span
            ) -> tuple[Judgement, Track]:
                return _judge_bounds(quota, group, key, span, tables, replace(context, choices=choices))

            yield in_all_readings(at, context, fixed)


class _MemberTable:
    """How one record counts, remembered for each choice of the readings it reaches."""

    __slots__ = ("day", "found", "group", "quota", "record")

    def __init__(self, quota: t.Quota, group: t.Group, record: Record, day: date | Unknown) -> None:
        self.quota, self.group, self.record, self.day = quota, group, record, day
        self.found: list[tuple[tuple[tuple[str, str], ...], Member]] = []

    def at(self, context: Context) -> Member:
        for choices, member in self.found:
            if all(context.choices[reading] == option for reading, option in choices):
                return member
        member = quota_member(self.quota, self.group, self.record, self.day, context)
        self.found.append((tuple((reading, context.choices[reading]) for reading in member.track.reached), member))
        return member


def _judge_bounds(
    quota: t.Quota,
    group: t.Group,
    key: str,
    span: tuple[date, date],
    tables: Sequence[_MemberTable],
    context: Context,
) -> tuple[Judgement, Track]:
    members = [table.at(context) for table in tables]
    if not isinstance(quota.bound, t.ByReading):
        return judge_group(quota, quota.bound, group, key, span, members, context)
    found = {
        option: judge_group(quota, bound, group, key, span, members, context) for option, bound in quota.bound.options
    }
    judgement, track = found[context.choices[quota.bound.reading]]
    if len({other.outcome for other, _ in found.values()}) > 1:
        track.reached[quota.bound.reading] = None
    return judgement, track


def in_all_readings(at: Judge, context: Context, fixed: frozenset[str] = frozenset()) -> Judged:
    """Judge at the chosen readings, and compare with every combination of the readings that the outcome reaches.

    The readings form a decision tree: a reading is branched on only where it was reached. With more than LIMIT leaves
    each reading alone and each pair is tried instead.
    """
    judgement, track = at(context.choices)
    reached = [name for name in track.reached if name not in fixed]
    if not reached:
        return Judged(judgement, "firm")
    leaves = _leaves(at, context, {}, judgement, reached, fixed, LIMIT)
    if leaves is not None:
        same = all(outcome is judgement.outcome for outcome in leaves)
        firmness: Firmness = "firm" if same else "depends"
    else:
        same = _one_at_a_time(at, context, judgement, reached)
        firmness = "one_at_a_time" if same else "depends"
    if same:
        return Judged(judgement, firmness)
    return Judged(judgement, "depends", _dependences(at, context, judgement, reached))


def _alternatives(context: Context, name: str) -> list[str]:
    return [alternative.name for alternative in context.policy.readings[name].alternatives]


def _leaves(
    at: Judge,
    context: Context,
    choices: dict[str, str],
    judgement: Judgement,
    reached: Sequence[str],
    fixed: frozenset[str],
    limit: int,
) -> list[Outcome] | None:
    """The outcomes at the leaves of the decision tree; None where there are more than the limit."""
    free = next((name for name in reached if name not in choices and name not in fixed), None)
    if free is None:
        return [judgement.outcome]
    leaves: list[Outcome] = []
    for option in _alternatives(context, free):
        inner = {**choices, free: option}
        if option == context.choices[free]:
            below, names = judgement, reached
        else:
            below, track = at({**context.choices, **inner})
            names = list(track.reached)
        found = _leaves(at, context, inner, below, names, fixed, limit - len(leaves))
        if found is None or len(leaves) + len(found) > limit:
            return None
        leaves += found
    return leaves


def _one_at_a_time(at: Judge, context: Context, judgement: Judgement, reached: Sequence[str]) -> bool:
    """Whether the outcome stays the same with each reading alone and each pair changed."""
    for names in (*((name,) for name in reached), *combinations(reached, 2)):
        for options in product(*(_alternatives(context, name) for name in names)):
            other, _ = at({**context.choices, **dict(zip(names, options, strict=True))})
            if other.outcome is not judgement.outcome:
                return False
    return True


def _dependences(at: Judge, context: Context, judgement: Judgement, reached: Sequence[str]) -> tuple[Dependence, ...]:
    found = []
    for name in sorted(reached):
        outcomes = tuple(
            (
                option,
                judgement.outcome
                if option == context.choices[name]
                else at({**context.choices, name: option})[0].outcome,
            )
            for option in _alternatives(context, name)
        )
        if len({outcome for _, outcome in outcomes}) > 1:
            found.append(Dependence(name, outcomes))
    return tuple(found)

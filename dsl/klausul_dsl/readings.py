"""What a norm says in every combination of its readings: firm, or depending on which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, product

from klausul_dsl import typed as t
from klausul_dsl.differences import judge_placement, judged_days
from klausul_dsl.frames import Context, Memo, Track
from klausul_dsl.judge import (
    Member,
    group_of,
    group_outcome,
    judge_group,
    judge_record,
    member_interval,
    quota_member,
    quota_periods,
    reference_day,
)
from klausul_dsl.kleene import Truth, together, unknown
from klausul_dsl.outcomes import Dependence, Firmness, Judged, Judgement, NormResult, Outcome
from klausul_dsl.values import Reason, Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary

LIMIT = 64
"""How many combinations of readings are tried in full."""

Probe = Callable[[Mapping[str, str]], tuple[Outcome, Collection[str]]]
"""The outcome at a choice of readings, and the readings that were reached."""
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
            case t.Placement():
                yield _judge_placement(norm, context)


@dataclass(frozen=True, slots=True)
class Population:
    """The records of a norm with their reference days, and how many are not judged."""

    records: tuple[tuple[Record, date | Unknown], ...]
    outside: int
    later: int


def population(norm: t.RecordNorm, context: Context) -> Population:
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

        def probe(
            choices: Mapping[str, str], record: Record = record, day: date | Unknown = day
        ) -> tuple[Outcome, Collection[str]]:
            other, reached = judge_record(rule, record, day, replace(context, choices=choices))
            return other.outcome, reached.reached

        judgement, track = judge_record(rule, record, day, context)
        judged.append(in_all_readings(judgement, track.reached, probe, context))
    return _result(rule.name, (), True, judged, found.outside, found.later)


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
    return _result(placement.name, (), True, judged, 0, 0)


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
    options = [_alternatives(context, name) for name in names]
    variants = [tuple(zip(names, combination, strict=True)) for combination in product(*options)]
    found = population(quota, context)
    tables = _member_tables(quota, found, context)
    for variant in sorted(variants, key=lambda pairs: sum(context.choices[name] != option for name, option in pairs)):
        inner = replace(context, choices={**context.choices, **dict(variant)})
        judged = list(_judge_variant(quota, tables, inner, frozenset(names)))
        chosen = all(context.choices[name] == option for name, option in variant)
        yield _result(quota.name, variant, chosen, judged, found.outside, found.later)


class _MemberTable:
    """How one record counts, remembered for each choice of the readings it reaches."""

    __slots__ = ("day", "found", "quota", "record")

    def __init__(self, quota: t.Quota, record: Record, day: date | Unknown) -> None:
        self.quota, self.record, self.day = quota, record, day
        self.found: list[tuple[tuple[tuple[str, str], ...], Member]] = []

    def at(self, context: Context) -> Member:
        chosen = context.choices
        for choices, member in self.found:
            for reading, option in choices:
                if chosen[reading] != option:
                    break
            else:
                return member
        member = quota_member(self.quota, self.record, self.day, context)
        self.found.append((tuple((reading, context.choices[reading]) for reading in member.track.reached), member))
        return member


def _member_tables(quota: t.Quota, found: Population, context: Context) -> list[_MemberTable]:
    """One table for each record that can count, rejected rows among them."""
    tables = [_MemberTable(quota, record, day) for record, day in found.records]
    for record in context.world.rejected(quota.entity):
        day = reference_day(quota, record, context, Track())
        if day is not None:
            tables.append(_MemberTable(quota, record, day))
    return tables


def _pick(part: t.Group | t.ByReading[t.Group], context: Context) -> t.Group:
    return dict(part.options)[context.choices[part.reading]] if isinstance(part, t.ByReading) else part


def _judge_variant(
    quota: t.Quota, tables: Sequence[_MemberTable], context: Context, fixed: frozenset[str]
) -> Iterator[Judged]:
    group = _pick(quota.group, context)
    chosen = quota.period
    period = dict(chosen.options)[context.choices[chosen.reading]] if isinstance(chosen, t.ByReading) else chosen
    keys = [record.key for record in context.world.of(group.entity)] if group.entity else [""]
    first = min((table.day for table in tables if isinstance(table.day, date)), default=context.world.as_of)
    grouped: dict[str, list[tuple[Truth, _MemberTable]]] = {key: [] for key in keys}
    for table in tables:
        key = group_of(group, table.record, context)
        if isinstance(key, Unknown):
            for rows in grouped.values():
                rows.append((Unknown(key.causes), table))
        elif key in grouped:
            grouped[key].append((_counts(table.record), table))
    for key, rows in grouped.items():
        for span in quota_periods(quota, period, context, first):
            inside = [(placed, table) for row, table in rows if (placed := _placed(row, table.day, span)) is not False]

            judgement, reached = _judge_bounds(quota, group, key, span, inside, context)
            probe = _group_probe(quota, span, inside, context)
            yield in_all_readings(judgement, reached, probe, context, fixed)


def _counts(record: Record) -> Truth:
    """Whether a record of a group's own counts in it; of a rejected row it is not known."""
    return unknown(Reason.REJECTED_ROWS, record.entity, record.key, "") if record.rejected else True


def _placed(grouped: Truth, day: date | Unknown, span: tuple[date, date]) -> Truth:
    """Whether a record belongs to a group it may belong to and to a period."""
    return together((grouped, Unknown(day.causes) if isinstance(day, Unknown) else span[0] <= day <= span[1]))


Inside = Sequence[tuple[Truth, _MemberTable]]


def _bounds(quota: t.Quota) -> tuple[tuple[str, t.Bound], ...]:
    return quota.bound.options if isinstance(quota.bound, t.ByReading) else (("", quota.bound),)


def _judge_bounds(
    quota: t.Quota, group: t.Group, key: str, span: tuple[date, date], inside: Inside, context: Context
) -> tuple[Judgement, Collection[str]]:
    """The judgement of a group at the chosen bound; the bound's reading is reached where another bound differs."""
    members = [(placed, table.at(context)) for placed, table in inside]
    found = {option: judge_group(quota, bound, group, key, span, members, context) for option, bound in _bounds(quota)}
    chosen = context.choices[quota.bound.reading] if isinstance(quota.bound, t.ByReading) else ""
    judgement, track = found[chosen]
    if isinstance(quota.bound, t.ByReading) and len({other.outcome for other, _ in found.values()}) > 1:
        return judgement, [*track.reached, quota.bound.reading]
    return judgement, track.reached


def _group_probe(quota: t.Quota, span: tuple[date, date], inside: Inside, context: Context) -> Probe:
    """The outcome of a group at other readings: only the records that reach a reading are counted anew."""
    steady = [(placed, member) for placed, table in inside if not (member := table.at(context)).track.reached]
    varying = [(placed, table) for placed, table in inside if table.at(context).track.reached]
    open_period = span[1] > context.world.as_of
    base = {option: _total(bound, steady) for option, bound in _bounds(quota)}

    def probe(choices: Mapping[str, str]) -> tuple[Outcome, Collection[str]]:
        at = replace(context, choices=choices)
        members = [(placed, table.at(at)) for placed, table in varying]
        reached = dict.fromkeys(name for _, member in members for name in member.track.reached)
        outcomes = {}
        for option, bound in _bounds(quota):
            sums = [one + other for one, other in zip(base[option], _total(bound, members), strict=True)]
            outcomes[option] = group_outcome(bound, sums[0], sums[1], (sums[2], sums[3]), open_period)
        if isinstance(quota.bound, t.ByReading):
            if len(set(outcomes.values())) > 1:
                reached[quota.bound.reading] = None
            return outcomes[choices[quota.bound.reading]], reached
        return outcomes[""], reached

    return probe


def _total(bound: t.Bound, members: Sequence[tuple[Truth, Member]]) -> tuple[int, int, int, int]:
    """The sums of the members' intervals, and how many are and how many may be in scope."""
    low = high = certain = possible = 0
    for placed, member in members:
        if member.scope is not False:
            least, most = member_interval(bound, placed, member)
            low, high = low + least, high + most
            is_certain = placed is True and member.scope is True
            certain, possible = certain + is_certain, possible + (not is_certain)
    return low, high, certain, possible


def in_all_readings(
    judgement: Judgement, reached: Collection[str], probe: Probe, context: Context, fixed: frozenset[str] = frozenset()
) -> Judged:
    """Compare a judgement at the chosen readings with every combination of the readings that the outcome reaches.

    The readings form a decision tree: a reading is branched on only where it was reached. With more than LIMIT leaves
    each reading alone and each pair is tried instead. `fixed` are the readings of the variant, which stay.
    """
    names = [name for name in reached if name not in fixed]
    if not names:
        return Judged(judgement, "firm")
    leaves = _leaves(probe, context, {}, judgement.outcome, names, fixed, LIMIT)
    if leaves is not None:
        same = all(outcome is judgement.outcome for outcome in leaves)
        firmness: Firmness = "firm" if same else "depends"
    else:
        same = _one_at_a_time(probe, context, judgement.outcome, names)
        firmness = "one_at_a_time" if same else "depends"
    if same:
        return Judged(judgement, firmness)
    return Judged(judgement, "depends", _dependences(probe, context, judgement.outcome, names))


def _alternatives(context: Context, name: str) -> list[str]:
    return [alternative.name for alternative in context.policy.readings[name].alternatives]


def _leaves(
    probe: Probe,
    context: Context,
    choices: dict[str, str],
    outcome: Outcome,
    reached: Collection[str],
    fixed: frozenset[str],
    limit: int,
) -> list[Outcome] | None:
    """The outcomes at the leaves of the decision tree; None where there are more than the limit."""
    free = next((name for name in reached if name not in choices and name not in fixed), None)
    if free is None:
        return [outcome]
    leaves: list[Outcome] = []
    for option in _alternatives(context, free):
        inner = {**choices, free: option}
        below, names = (outcome, reached) if option == context.choices[free] else probe({**context.choices, **inner})
        found = _leaves(probe, context, inner, below, names, fixed, limit - len(leaves))
        if found is None or len(leaves) + len(found) > limit:
            return None
        leaves += found
    return leaves


def _one_at_a_time(probe: Probe, context: Context, outcome: Outcome, reached: Sequence[str]) -> bool:
    """Whether the outcome stays the same with each reading alone and each pair changed."""
    for names in (*((name,) for name in reached), *combinations(reached, 2)):
        for options in product(*(_alternatives(context, name) for name in names)):
            other, _ = probe({**context.choices, **dict(zip(names, options, strict=True))})
            if other is not outcome:
                return False
    return True


def _dependences(probe: Probe, context: Context, outcome: Outcome, reached: Sequence[str]) -> tuple[Dependence, ...]:
    """The readings that change the outcome alone, and what each of their alternatives gives."""
    found = []
    for name in sorted(reached):
        outcomes = tuple(
            (option, outcome if option == context.choices[name] else probe({**context.choices, name: option})[0])
            for option in _alternatives(context, name)
        )
        if len({other for _, other in outcomes}) > 1:
            found.append(Dependence(name, outcomes))
    return tuple(found)

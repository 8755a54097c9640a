"""What a norm says in every combination of its readings: firm, or depending on which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import combinations, product
from operator import is_
from typing import TypeAlias, TypeVar

from klausul_dsl import typed as t
from klausul_dsl.combinations import Choices, Probe, Remembered, agree, leaves
from klausul_dsl.frames import Context, Memo, Track
from klausul_dsl.judge import (
    Member,
    decide,
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
from klausul_dsl.outcomes import Dependence, Judged, Judgement, NormResult, Outcome
from klausul_dsl.values import Reason, Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary

P = TypeVar("P", t.Group, t.Period, t.Bound)

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

        def probe(
            choices: Choices, record: Record = record, day: date | Unknown = day
        ) -> tuple[Outcome, Collection[str]]:
            track = Track()
            decision = decide(rule, record, day, replace(context, choices=choices), track)
            return decision.outcome, track.reached

        judgement, track = judge_record(rule, record, day, context)
        judged.append(in_all_readings(judgement, track.reached, probe, context))
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
    options = [context.alternatives(name) for name in names]
    variants = [tuple(zip(names, combination, strict=True)) for combination in product(*options)]
    found = population(quota, context)
    tables = _member_tables(quota, found, context)
    first = min((table.day for table in tables if isinstance(table.day, date)), default=context.world.as_of)
    groupings = {option: _grouped(group, tables, context) for option, group in _options(quota.group).items()}
    for variant in sorted(variants, key=lambda pairs: sum(context.choices[name] != option for name, option in pairs)):
        inner = replace(context, choices={**context.choices, **dict(variant)})
        grouping = groupings[_option(quota.group, inner)]
        period = _options(quota.period)[_option(quota.period, inner)]
        judged = []
        for key, rows in grouping.rows.items():
            for span in quota_periods(quota, period, context, first):
                inside = [
                    (placed, table) for row, table in rows if (placed := _placed(row, table.day, span)) is not False
                ]
                judgement, reached = _judge_bounds(quota, grouping.group, key, span, inside, inner)
                probe = _group_probe(quota, span, inside, inner)
                judged.append(in_all_readings(judgement, reached, probe, inner, frozenset(names)))
        chosen = all(context.choices[name] == option for name, option in variant)
        yield _result(quota.name, variant, chosen, judged, found.outside, found.later)


def _options(part: P | t.ByReading[P]) -> dict[str, P]:
    """A part of a quota at each alternative of the reading it depends on; the part itself where it depends on none."""
    return dict(part.options) if isinstance(part, t.ByReading) else {"": part}


def _option(part: object, context: Context) -> str:
    """The chosen one of a part's options."""
    return context.choices[part.reading] if isinstance(part, t.ByReading) else ""


class _MemberTable:
    """How one record counts, found once for all choices that agree on the readings it reaches."""

    __slots__ = ("_found", "day", "quota", "record")

    def __init__(self, quota: t.Quota, record: Record, day: date | Unknown) -> None:
        self.quota, self.record, self.day = quota, record, day
        self._found: Remembered[Member] = Remembered()

    def at(self, context: Context) -> Member:
        member = self._found.at(context.choices)
        if member is None:
            member = quota_member(self.quota, self.record, self.day, context)
            self._found.add(context.choices, member.track.reached, member)
        return member


Inside: TypeAlias = Sequence[tuple[Truth, _MemberTable]]
"""The records that certainly (True) or possibly (Unknown) belong to a group, or to a group and period."""


def _member_tables(quota: t.Quota, found: Population, context: Context) -> list[_MemberTable]:
    """One table for each record that can count, rejected rows among them."""
    tables = [_MemberTable(quota, record, day) for record, day in found.records]
    for record in context.world.rejected(quota.entity):
        day = reference_day(quota, record, context, Track())
        if day is not None:
            tables.append(_MemberTable(quota, record, day))
    return tables


@dataclass(frozen=True, slots=True)
class _Grouping:
    """The records that belong, or may belong, to each group: by the group's key, in order."""

    group: t.Group
    rows: Mapping[str, Inside]


def _grouped(group: t.Group, tables: Sequence[_MemberTable], context: Context) -> _Grouping:
    keys = [record.key for record in context.world.of(group.entity)] if group.entity else [""]
    grouped: dict[str, list[tuple[Truth, _MemberTable]]] = {key: [] for key in keys}
    for table in tables:
        key = group_of(group, table.record, context)
        if isinstance(key, Unknown):
            for rows in grouped.values():
                rows.append((Unknown(key.causes), table))
        elif key in grouped:
            grouped[key].append((_counts(table.record), table))
    return _Grouping(group, grouped)


def _counts(record: Record) -> Truth:
    """Whether a record of a group's own counts in it; of a rejected row it is not known."""
    return unknown(Reason.REJECTED_ROWS, record.entity, record.key, "") if record.rejected else True


def _placed(grouped: Truth, day: date | Unknown, span: tuple[date, date]) -> Truth:
    """Whether a record belongs to a group it may belong to and to a period."""
    return together((grouped, Unknown(day.causes) if isinstance(day, Unknown) else span[0] <= day <= span[1]))


def _judge_bounds(
    quota: t.Quota, group: t.Group, key: str, span: tuple[date, date], inside: Inside, context: Context
) -> tuple[Judgement, Collection[str]]:
    """The judgement of a group at the chosen bound; the bound's reading is reached where another bound differs."""
    members = [(placed, table.at(context)) for placed, table in inside]
    bounds = _options(quota.bound).items()
    found = {option: judge_group(quota, bound, group, key, span, members, context) for option, bound in bounds}
    judgement, track = found[_option(quota.bound, context)]
    return judgement, _with_bound(quota, track.reached, (other.outcome for other, _ in found.values()))


def _with_bound(quota: t.Quota, reached: Iterable[str], outcomes: Iterable[Outcome]) -> Collection[str]:
    """The readings that are reached, the bound's among them where its alternatives give different outcomes."""
    if isinstance(quota.bound, t.ByReading) and len(set(outcomes)) > 1:
        return [*reached, quota.bound.reading]
    return [*reached]


def _group_probe(quota: t.Quota, span: tuple[date, date], inside: Inside, context: Context) -> Probe[Outcome]:
    """The outcome of a group at other readings."""
    open_period = span[1] > context.world.as_of

    def probe(choices: Choices) -> tuple[Outcome, Collection[str]]:
        at = replace(context, choices=choices)
        members = [(placed, table.at(at)) for placed, table in inside]
        reached = dict.fromkeys(name for _, member in members for name in member.track.reached)
        outcomes = {option: _outcome(bound, members, open_period) for option, bound in _options(quota.bound).items()}
        return outcomes[_option(quota.bound, at)], _with_bound(quota, reached, outcomes.values())

    return probe


def _outcome(bound: t.Bound, members: Sequence[tuple[Truth, Member]], open_period: bool) -> Outcome:
    """The outcome that the sums of the members' intervals give."""
    low = high = certain = possible = 0
    for placed, member in members:
        if member.scope is not False:
            least, most = member_interval(bound, placed, member)
            low, high = low + least, high + most
            is_certain = placed is True and member.scope is True
            certain, possible = certain + is_certain, possible + (not is_certain)
    return group_outcome(bound, low, high, (certain, possible), open_period)


def in_all_readings(
    judgement: Judgement,
    reached: Collection[str],
    probe: Probe[Outcome],
    context: Context,
    fixed: frozenset[str] = frozenset(),
) -> Judged:
    """Compare a judgement at the chosen readings with every combination of the readings that the outcome reaches.

    The readings form a decision tree: a reading is branched on only where it was reached. Where the same comes of the
    first LIMIT leaves and there are more, each reading alone and each pair is tried instead. `fixed` are the readings
    of the variant, which stay.
    """
    outcome = judgement.outcome
    names = [name for name in reached if name not in fixed]
    same = agree(leaves(probe, context.choices, context.alternatives, outcome, names, fixed), partial(is_, outcome))
    if same:
        return Judged(judgement, "firm")
    if same is None and _one_at_a_time(probe, context, outcome, names):
        return Judged(judgement, "one_at_a_time")
    return Judged(judgement, "depends", _dependences(probe, context, outcome, names))


def _one_at_a_time(probe: Probe[Outcome], context: Context, outcome: Outcome, reached: Sequence[str]) -> bool:
    """Whether the outcome stays the same with each reading alone and each pair changed."""
    for names in (*((name,) for name in reached), *combinations(reached, 2)):
        for options in product(*(context.alternatives(name) for name in names)):
            other, _ = probe({**context.choices, **dict(zip(names, options, strict=True))})
            if other is not outcome:
                return False
    return True


def _dependences(
    probe: Probe[Outcome], context: Context, outcome: Outcome, reached: Sequence[str]
) -> tuple[Dependence, ...]:
    """The readings that change the outcome alone, and what each of their alternatives gives."""
    found = []
    for name in sorted(reached):
        outcomes = tuple(
            (option, outcome if option == context.choices[name] else probe({**context.choices, name: option})[0])
            for option in context.alternatives(name)
        )
        if len({other for _, other in outcomes}) > 1:
            found.append(Dependence(name, outcomes))
    return tuple(found)

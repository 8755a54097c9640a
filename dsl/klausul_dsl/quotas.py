"""What a quota says of its groups, in every combination of readings; a group or period reading makes variants."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias, TypeVar

from klausul_dsl import typed as t
from klausul_dsl.combinations import Probe
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import (
    Member,
    group_of,
    group_outcome,
    in_order,
    judge_group,
    member_interval,
    quota_periods,
    settled,
)
from klausul_dsl.kleene import Truth, together
from klausul_dsl.lasting import touches
from klausul_dsl.outcomes import Judged, Judgement, NormResult, Outcome, leading_reason
from klausul_dsl.placements import days_named
from klausul_dsl.populations import Population, population, result
from klausul_dsl.tables import MemberTable, counts_itself, member_tables, variants_of
from klausul_dsl.values import Cause, Reason, Record, Unknown

P = TypeVar("P")
Periods: TypeAlias = t.Quota | t.Measure
"""What is counted by period, or as a stock on a day."""
Inside: TypeAlias = Sequence[tuple[Truth, MemberTable]]
Tables: TypeAlias = Sequence[MemberTable]


@dataclass(frozen=True, slots=True)
class Grouping:
    """The records that belong, or may belong, to each group: by the group's key, in order."""

    group: t.Group
    rows: Mapping[str, Inside]


@dataclass(frozen=True, slots=True)
class Place:
    """A group in a period, or on a day, and the records that belong to it, certainly or possibly."""

    group: t.Group
    key: str
    span: tuple[date, date]
    inside: Inside


def judge_quota(quota: t.Quota, context: Context) -> Iterator[NormResult]:
    """One result for each combination of group and period readings, the chosen one first."""
    found, tables = counting(quota, context)
    groupings = groupings_of(quota, tables, context)
    for variant, chosen, inner in variants_of((quota.group, quota.period), context):
        fixed = frozenset(name for name, _ in variant)
        judged = [_judge(quota, place, inner, fixed) for place in places(quota, tables, groupings, inner)]
        yield result(quota.name, variant, chosen, judged, found.outside, found.later)


def counting(norm: Periods, context: Context) -> tuple[Population, Tables]:
    """The records that a norm counts, each on its day; of a stock each record on every day that it is counted."""
    if not isinstance(norm.period, t.Standing):
        found = population(norm, context)
        return found, member_tables(norm, found, context)
    records = (*context.world.of(norm.entity), *context.world.rejected(norm.entity))
    days = standing_days(norm, norm.period, context)
    return Population((), 0, 0), [MemberTable(norm, record, day) for day in days for record in records]


def standing_days(norm: Periods, standing: t.Standing, context: Context) -> list[date]:
    """The days on which a stock is counted: in the agreement's and the norm's time, and up to the as-of date."""
    agreement = context.policy.agreements[norm.agreement]
    named = days_named(standing.dates, standing.yearly, context.world.as_of, agreement)
    return sorted(day for day in set(named) if agreement.validity.holds_on(day) and norm.validity.holds_on(day))


def groupings_of(norm: Periods, tables: Tables, context: Context) -> Mapping[str, Grouping]:
    """The groups of every alternative of the reading that chooses them; of "" where none does."""
    options = norm.group.options if isinstance(norm.group, t.ByReading) else (("", norm.group),)
    return {option: _grouped(group, tables, context) for option, group in options}


def _grouped(group: t.Group, tables: Tables, context: Context) -> Grouping:
    keys = [record.key for record in context.world.of(group.entity)] if group.entity else [""]
    grouped: dict[str, list[tuple[Truth, MemberTable]]] = {key: [] for key in keys}
    for table in tables:
        key = group_of(group, table.record, context)
        if isinstance(key, Unknown):
            for rows in grouped.values():
                rows.append((Unknown(key.causes), table))
        elif key in grouped:
            grouped[key].append((counts_itself(table.record), table))
    return Grouping(group, grouped)


def places(norm: Periods, tables: Tables, groupings: Mapping[str, Grouping], context: Context) -> Iterator[Place]:
    """The groups of a norm in their periods at a choice of readings, in the order of their keys and periods."""
    grouping = groupings[context.choices[norm.group.reading] if isinstance(norm.group, t.ByReading) else ""]
    spans = _spans(norm, tables, context)
    for key, rows in grouping.rows.items():
        for span in spans:
            inside = [
                (placed, table)
                for row, table in rows
                if (placed := _placed(norm, row, table, span, context)) is not False
            ]
            yield Place(grouping.group, key, span, inside)


def _spans(norm: Periods, tables: Tables, context: Context) -> list[tuple[date, date]]:
    if isinstance(norm.period, t.Standing):
        return [(day, day) for day in standing_days(norm, norm.period, context)]
    first = min((table.day for table in tables if isinstance(table.day, date)), default=context.world.as_of)
    return list(quota_periods(norm, at_choice(norm.period, context), context, first))


def at_choice(part: P | t.ByReading[P], context: Context) -> P:
    """A part of a norm as the chosen reading has it."""
    return dict(part.options)[context.choices[part.reading]] if isinstance(part, t.ByReading) else part


def _placed(norm: Periods, grouped: Truth, table: MemberTable, span: tuple[date, date], context: Context) -> Truth:
    """Whether a record belongs to a group it may belong to and to a period; of a stock, if it stands on the day."""
    if isinstance(norm.period, t.Standing):
        if table.day != span[0]:
            return False
        return together((grouped, touches(table.record, *span, Frame(context, (), None, None, Track()))))
    dated = Unknown(table.day.causes) if isinstance(table.day, Unknown) else span[0] <= table.day <= span[1]
    return together((grouped, dated))


def _judge(quota: t.Quota, place: Place, context: Context, fixed: frozenset[str]) -> Judged:
    judgement, reached = _judge_bounds(quota, place, context)
    return in_all_readings(judgement, reached, _group_probe(quota, place, context), context, fixed)


def _bounds(quota: t.Quota, place: Place, context: Context, track: Track) -> list[tuple[str, t.Bound | Unknown]]:
    """The bounds of every alternative, each as it is for the group; unknown where its value is."""
    options = quota.bound.options if isinstance(quota.bound, t.ByReading) else (("", quota.bound),)
    owner: Record | None = context.world.get(place.group.entity, place.key) if place.group.entity else None
    return [(option, settled(bound, owner, place.span[1], context, track)) for option, bound in options]


def _unlisted(norm: Periods, place: Place, context: Context) -> frozenset[Cause]:
    """Why a count is not of all: the list of what is counted is not declared complete in the period."""
    if context.world.lists(norm.entity, place.span[0], min(place.span[1], context.world.as_of)):
        return frozenset()
    return frozenset((Cause(Reason.MISSING_FACTS, norm.entity, "", ""),))


def _if_listed(outcome: Outcome, bound: t.Bound, unlisted: frozenset[Cause]) -> Outcome:
    """What a count comes to where records may be missing: only that more happened than may happen is certain."""
    exceeded = outcome is Outcome.BREACH and bound.denominator == 0 and bound.comparison == "at_most"
    if not unlisted or exceeded or outcome not in {Outcome.COMPLIANT, Outcome.BREACH}:
        return outcome
    return Outcome.UNDETERMINED


def _judge_bounds(quota: t.Quota, place: Place, context: Context) -> tuple[Judgement, Collection[str]]:
    """The judgement of a group at the chosen bound; the bound's reading is reached where another bound differs."""
    members = [(placed, table.at(context)) for placed, table in place.inside]
    track = Track()
    found = {
        option: _judge_bound(quota, bound, place, members, context)
        for option, bound in _bounds(quota, place, context, track)
    }
    chosen = context.choices[quota.bound.reading] if isinstance(quota.bound, t.ByReading) else ""
    judgement, members_track = found[chosen]
    reached = [*members_track.reached, *track.reached]
    if isinstance(quota.bound, t.ByReading) and len({other.outcome for other, _ in found.values()}) > 1:
        reached.append(quota.bound.reading)
    return judgement, reached


UNBOUND = t.Bound(comparison="at_least", numerator=0, denominator=0, rounding=None)
"""Stands in for a bound that is not known: every group keeps it."""


def _judge_bound(
    quota: t.Quota,
    bound: t.Bound | Unknown,
    place: Place,
    members: Sequence[tuple[Truth, Member]],
    context: Context,
) -> tuple[Judgement, Track]:
    if not isinstance(bound, Unknown):
        judgement, track = judge_group(quota, bound, place.group, place.key, place.span, members, context)
        unlisted = _unlisted(quota, place, context)
        outcome = _if_listed(judgement.outcome, bound, unlisted)
        if outcome is judgement.outcome:
            return judgement, track
        reason, causes = leading_reason(unlisted), in_order(unlisted)
        return replace(judgement, outcome=outcome, reason=reason, causes=causes), track
    judgement, track = judge_group(quota, UNBOUND, place.group, place.key, place.span, members, context)
    if judgement.outcome is not Outcome.COMPLIANT:
        return judgement, track
    reason, causes = leading_reason(bound.causes), in_order(bound.causes)
    return replace(judgement, outcome=Outcome.UNDETERMINED, reason=reason, causes=causes), track


def _group_probe(quota: t.Quota, place: Place, context: Context) -> Probe[Outcome]:
    """The outcome of a group at other readings."""
    open_period = place.span[1] > context.world.as_of
    unlisted = _unlisted(quota, place, context)

    def probe(choices: Mapping[str, str]) -> tuple[Outcome, Collection[str]]:
        at = replace(context, choices=choices)
        members = [(placed, table.at(at)) for placed, table in place.inside]
        reached = dict.fromkeys(name for _, member in members for name in member.track.reached)
        track = Track()
        outcomes = {}
        for option, bound in _bounds(quota, place, at, track):
            known = UNBOUND if isinstance(bound, Unknown) else bound
            low, high, certain, possible = _total(known, members)
            outcome = _if_listed(group_outcome(known, low, high, (certain, possible), open_period), known, unlisted)
            unsettled = isinstance(bound, Unknown) and outcome is Outcome.COMPLIANT
            outcomes[option] = Outcome.UNDETERMINED if unsettled else outcome
        reached |= track.reached
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

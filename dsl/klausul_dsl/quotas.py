"""What a quota says of its groups, in every combination of readings; a group or period reading makes variants."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias, TypeVar

from klausul_dsl import typed as t
from klausul_dsl.combinations import Probe
from klausul_dsl.final import for_good, is_open
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import (
    Member,
    counted_member,
    group_of,
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
from klausul_dsl.shares import Verdict, lasting_verdict, verdict
from klausul_dsl.tables import MemberTable, counts_itself, member_tables, variants_of
from klausul_dsl.values import Cause, Reason, Record, Unknown

P = TypeVar("P")
Periods: TypeAlias = t.Quota | t.Measure
"""What is counted by period, or as a stock on a day."""
Inside: TypeAlias = Sequence[tuple[Truth, MemberTable]]
Tables: TypeAlias = Sequence[MemberTable]
Members: TypeAlias = Sequence[tuple[Truth, Member]]


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


def _bounds(quota: t.Quota, place: Place, context: Context, track: Track) -> dict[str, t.Bound | Unknown]:
    """The bounds of every alternative, each as it is for the group; unknown where its value is."""
    options = quota.bound.options if isinstance(quota.bound, t.ByReading) else (("", quota.bound),)
    owner: Record | None = context.world.get(place.group.entity, place.key) if place.group.entity else None
    return {option: settled(bound, owner, place.span[1], context, track) for option, bound in options}


def _unlisted(norm: Periods, place: Place, context: Context) -> frozenset[Cause]:
    """Why a count is not of all: the list of what is counted is not declared complete in the period."""
    if context.world.lists(norm.entity, place.span[0], min(place.span[1], context.world.as_of)):
        return frozenset()
    return frozenset((Cause(Reason.MISSING_FACTS, norm.entity, "", ""),))


def _judge_bounds(quota: t.Quota, place: Place, context: Context) -> tuple[Judgement, Collection[str]]:
    """The judgement of a group at the chosen bound; the bound's reading is reached where another bound differs."""
    members = [(placed, table.at(context)) for placed, table in place.inside]
    track = Track()
    outcomes, chosen, bound = _outcomes(quota, place, members, context, track)
    known = UNBOUND if isinstance(bound, Unknown) else bound
    judgement, members_track = judge_group(
        quota, known, place.group, place.key, place.span, members, outcomes[chosen].outcome
    )
    if causes := outcomes[chosen].causes:
        judgement = replace(judgement, reason=leading_reason(causes), causes=in_order(causes))
    return judgement, [*members_track.reached, *track.reached]


def _group_probe(quota: t.Quota, place: Place, context: Context) -> Probe[Outcome]:
    """The outcome of a group at other readings."""

    def probe(choices: Mapping[str, str]) -> tuple[Outcome, Collection[str]]:
        at = replace(context, choices=choices)
        members = [(placed, table.at(at)) for placed, table in place.inside]
        track = Track(reached=dict.fromkeys(name for _, member in members for name in member.track.reached))
        outcomes, chosen, _ = _outcomes(quota, place, members, at, track)
        return outcomes[chosen].outcome, track.reached

    return probe


UNBOUND = t.Bound(comparison="at_least", numerator=0, denominator=0, rounding=None)
"""Stands in for a bound that is not known, in the figures of a group."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a group comes to at a bound; the causes where it is not the members' facts that leave it open."""

    outcome: Outcome
    causes: frozenset[Cause] = frozenset()


def _outcomes(
    quota: t.Quota, place: Place, members: Members, context: Context, track: Track
) -> tuple[Mapping[str, _Found], str, t.Bound | Unknown]:
    """What a group comes to at the bound of every alternative, the alternative that holds, and its bound.

    The reading of the bound is reached where another bound gives another outcome.
    """
    bounds = _bounds(quota, place, context, track)
    found = {option: _outcome(quota, bound, place, members, context, track) for option, bound in bounds.items()}
    chosen = next(iter(found))
    if isinstance(quota.bound, t.ByReading):
        named = context.choice(quota.bound.reading, place.span[1])
        if named is not None:
            chosen = named
            if len({other.outcome for other in found.values()}) > 1:
                track.reached[quota.bound.reading] = None
    return found, chosen, bounds[chosen]


def _outcome(
    quota: t.Quota, bound: t.Bound | Unknown, place: Place, members: Members, context: Context, track: Track
) -> _Found:
    """The outcome of a group at one bound.

    While the period is open, and where the list may lack records, only what no further record changes is certain.
    """
    if all(together((placed, member.scope)) is False for placed, member in members):
        return _Found(Outcome.NOT_APPLICABLE)
    still_open = is_open(place.span[1], context)
    if isinstance(bound, Unknown):
        return _Found(Outcome.PENDING) if still_open else _Found(Outcome.UNDETERMINED, bound.causes)
    unlisted = _unlisted(quota, place, context)
    says = lasting_verdict if still_open or unlisted else verdict
    found = _said(bound, members, says)
    if still_open:
        if found is not Outcome.UNDETERMINED:
            found = _for_good(quota, bound, place, context, track)
        return _Found(Outcome.PENDING if found is Outcome.UNDETERMINED else found)
    if found is Outcome.UNDETERMINED and _said(bound, members, verdict) is not found:
        return _Found(found, unlisted)
    return _Found(found)


def _said(bound: t.Bound, members: Members, says: Callable[[t.Bound, int, int], Verdict]) -> Outcome:
    """What a verdict makes of a group; of a group that may be empty, no breach."""
    intervals = [member_interval(bound, placed, member) for placed, member in members]
    match says(bound, sum(low for low, _ in intervals), sum(high for _, high in intervals)):
        case "compliant":
            return Outcome.COMPLIANT
        case "breach" if any(placed is True and member.scope is True for placed, member in members):
            return Outcome.BREACH
        case _:
            return Outcome.UNDETERMINED


def _for_good(quota: t.Quota, bound: t.Bound, place: Place, context: Context, track: Track) -> Outcome:
    """The outcome of a group in an open period that nothing still to happen changes, also to the records there are."""
    bare = for_good(context, (*quota.where, *quota.unless, quota.requirement))
    if bare is None:
        return Outcome.UNDETERMINED
    members = [(placed, counted_member(quota, table.record, table.day, bare)) for placed, table in place.inside]
    for _, member in members:
        track.reached |= member.track.reached
    return _said(bound, members, lasting_verdict)

"""What a norm says of a record or a group, at one choice of readings; `readings` judges it in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, field, replace
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.calendar import periods
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.evaluate import asked, truth, value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Truth, conjunction, merged, together
from klausul_dsl.outcomes import ClassFound, Deciding, Judgement, Outcome, ShareFigures, leading_reason
from klausul_dsl.shares import contribution, required, to_settle
from klausul_dsl.values import Cause, Record, Unknown

Dated: TypeAlias = t.Rule | t.Quota | t.Sequence | t.Deadline | t.Measure
"""What is about records that are dated one by one."""


def reference_day(norm: Dated, record: Record, context: Context, track: Track) -> date | Unknown | None:
    """The reference date of a record; None where the event has not happened by the as-of date."""
    found = value(norm.dated_by, Frame(context, (record,), None, None, track))
    if isinstance(found, date):
        return found if found <= context.world.as_of else None
    return found if isinstance(found, Unknown) else None


def applies(norm: t.RecordNorm | t.Measure, frame: Frame) -> tuple[Truth, Deciding, t.Exemption | None]:
    """Whether a norm applies: where all conditions hold and no exemption does; and which of them says no."""
    inside = conjunction(asked(norm.where, frame))
    if inside is False:
        return False, "where", None
    exempt: list[Truth] = []
    for exemption in norm.unless:
        holds = truth(exemption.condition, frame)
        if holds is True:
            return False, "unless", exemption
        exempt.append(holds)
    unknowns = [item for item in (inside, *exempt) if isinstance(item, Unknown)]
    return (merged(unknowns) if unknowns else True), "where" if isinstance(inside, Unknown) else "unless", None


@dataclass(frozen=True, slots=True)
class Decision:
    """An outcome, and what decided it: the part of the rule, the exemption that applied, the causes of doubt."""

    outcome: Outcome
    decided_by: Deciding
    exemption: t.Exemption | None = None
    causes: frozenset[Cause] = frozenset()


def decide(rule: t.Rule, record: Record, day: date | Unknown, context: Context, track: Track) -> Decision:
    """The outcome of a rule for one record of its population."""
    frame = Frame(context, (record,), day, None, track)
    applicable, decided_by, exemption = applies(rule, frame)
    if applicable is False:
        return Decision(Outcome.NOT_APPLICABLE, decided_by, exemption)
    if isinstance(day, Unknown):
        return Decision(Outcome.UNDETERMINED, "dated_by", None, day.causes)
    met = truth(rule.requirement.condition, frame)
    if met is True:
        return Decision(Outcome.COMPLIANT, "must")
    if met is False and applicable is True:
        return Decision(Outcome.BREACH, "must")
    doubtful = decided_by if isinstance(applicable, Unknown) else "must"
    return Decision(Outcome.UNDETERMINED, doubtful, None, merged((applicable, met)).causes)


def judge_record(rule: t.Rule, record: Record, day: date | Unknown, context: Context) -> tuple[Judgement, Track]:
    """What a rule says of one record of its population."""
    track = Track()
    decision = decide(rule, record, day, context, track)
    return judgement_of(rule, record, decision, track, day=day if isinstance(day, date) else None), track


def judgement_of(
    norm: t.Norm,
    record: Record | None,
    decision: Decision,
    track: Track,
    *,
    day: date | None,
    period: tuple[date, date] | None = None,
) -> Judgement:
    """A decision on a record, or on what is no record's (None), with everything that was read for it."""
    return Judgement(
        norm=norm.name,
        entity=record.entity if record is not None else "",
        key=record.key if record is not None else "",
        outcome=decision.outcome,
        day=day,
        period=period,
        reason=leading_reason(decision.causes) if decision.outcome is Outcome.UNDETERMINED else None,
        causes=in_order(decision.causes),
        decided_by=decision.decided_by,
        exemption=decision.exemption.references if decision.exemption else (),
        trace=track.trace(),
    )


@dataclass(frozen=True, slots=True)
class Member:
    """One record that is counted, at a choice of readings: whether it is in scope, and whether it is met.

    `decided_by` and `exemption` are what puts it out of scope; `recorded` is what was read of recorded placements.
    """

    key: str
    scope: Truth
    met: Truth
    track: Track
    decided_by: Deciding = "where"
    exemption: t.Exemption | None = None
    recorded: Track = field(default_factory=Track)


Counted: TypeAlias = t.Quota | t.Sequence | t.Measure
"""What counts records."""


def counted_member(norm: Counted, record: Record, day: date | Unknown, context: Context) -> Member:
    """How one record counts."""
    track = Track()
    frame = Frame(context, (record,), day, None, track)
    scope, decided_by, exemption = applies(norm, frame)
    wanted = norm.counts if isinstance(norm, t.Measure) else norm.requirement.condition
    met: Truth = True if wanted is None else truth(wanted, frame) if scope is not False else False
    return Member(record.key, scope, met, track, decided_by, exemption, _recorded(track, context))


def settled(bound: t.Bound, owner: Record | None, day: date, context: Context, track: Track) -> t.Bound | Unknown:
    """A bound as it is for a group: that of its value, else its numbers; unknown where it has neither."""
    if bound.value is None:
        return bound
    found = value(bound.value, Frame(context, (owner,) if owner is not None else (), day, None, track))
    if isinstance(found, Fraction):
        if isinstance(bound.value.type, Number) and bound.value.type.unit is Unit.PERCENT:
            share = found / 100
            return replace(bound, value=None, numerator=share.numerator, denominator=share.denominator, percent=True)
        return replace(bound, value=None, numerator=_whole(bound, found), denominator=0, percent=False)
    if bound.fallback:
        return replace(bound, value=None)
    return found if isinstance(found, Unknown) else Unknown(frozenset())


def _whole(bound: t.Bound, number: Fraction) -> int:
    """The number of records that a bound on a count comes to where its value is no whole number."""
    match bound.rounding:
        case "nearest":
            return floor(number + Fraction(1, 2))
        case "up":
            return ceil(number)
        case "down":
            return floor(number)
        case None:
            return ceil(number) if bound.comparison == "at_least" else floor(number)


def group_of(group: t.Group, record: Record, context: Context) -> str | Unknown:
    """The key of the group that a record counts in; "" where all count together."""
    owner = value(group.path, Frame(context, (record,), None, None, Track())) if group.path is not None else ""
    return owner.key if isinstance(owner, Record) else owner if isinstance(owner, Unknown) else ""


def quota_periods(
    quota: t.Quota | t.Measure, period: t.Period, context: Context, first: date
) -> Iterator[tuple[date, date]]:
    """The periods of a quota that have begun by the as-of date."""
    force = context.policy.agreements[quota.agreement].validity
    starts = [day for day in (force.start, quota.validity.start) if day is not None]
    ends = [day for day in (force.end, quota.validity.end) if day is not None]
    for begin, finish in periods(period.kind, max(starts, default=first), min(ends, default=date.max)):
        if begin > context.world.as_of:
            return
        yield begin, finish


def judge_group(
    quota: t.Quota,
    bound: t.Bound,
    group: t.Group,
    key: str,
    period: tuple[date, date],
    members: Iterable[tuple[Truth, Member]],
    outcome: Outcome,
) -> tuple[Judgement, Track]:
    """An outcome of one group in one period, at one bound, with its figures and everything that was read for it.

    `members` are the records that certainly (True) or possibly (Unknown) belong to this group and period.
    """
    track = Track()
    intervals: list[tuple[int, int]] = []
    counted: list[tuple[str, bool | None]] = []
    causes: set[Cause] = set()
    figures = [0, 0, 0, 0]
    for placed, member in members:
        track.reached |= member.track.reached
        track.add(member.recorded)
        scope = together((placed, member.scope))
        if scope is False:
            continue
        known = None if isinstance(scope, Unknown) else True
        met = None if isinstance(member.met, Unknown) else member.met
        intervals.append(member_interval(bound, placed, member))
        counted.append((member.key, met if known else None))
        if known is None or met is None:
            causes |= merged((scope, member.met)).causes
            track.add(member.track)
        certain, possible, open_met = (known is True, known is None, known is True and met is None)
        figures = [
            before + now
            for before, now in zip(figures, (certain, certain and met is True, possible, open_met), strict=True)
        ]
    low, high = sum(pair[0] for pair in intervals), sum(pair[1] for pair in intervals)
    undecided = outcome is Outcome.UNDETERMINED
    judgement = Judgement(
        norm=quota.name,
        entity=group.entity or "",
        key=key,
        outcome=outcome,
        period=period,
        reason=leading_reason(frozenset(causes)) if undecided else None,
        causes=in_order(causes) if undecided else (),
        decided_by="must" if intervals else "where",
        trace=track.trace(),
        figures=ShareFigures(
            members=figures[0],
            met=figures[1],
            unknown_scope=figures[2],
            unknown_met=figures[3],
            low=low,
            high=high,
            required=required(bound, figures[0]),
            to_settle=to_settle(bound, intervals) if undecided else 0,
        ),
        counted=tuple(counted),
    )
    return judgement, track


def _recorded(track: Track, context: Context) -> Track:
    """The recorded placements that a member's class was taken from, whether or not the class is in scope."""
    kept = Track()
    if context.world.of("placement"):
        noted = track.all()
        found = [item for item in noted if isinstance(item, ClassFound) and item.recorded]
        keys = {item.recorded_by for item in found}
        kept.noted += found
        for item in noted if keys else ():
            if isinstance(item, tuple) and item[0].entity == "placement" and item[0].key in keys:
                kept.noted.append(item)
    return kept


def in_order(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Causes in the order in which they are always shown."""
    return tuple(sorted(causes, key=lambda cause: (cause.reason.value, *astuple(cause)[1:])))


def member_interval(bound: t.Bound, placed: Truth, member: Member) -> tuple[int, int]:
    """What a member adds to the total of a group it certainly or possibly belongs to."""
    scope = together((placed, member.scope))
    met = None if isinstance(member.met, Unknown) else member.met
    return contribution(bound, None if isinstance(scope, Unknown) else scope, met)

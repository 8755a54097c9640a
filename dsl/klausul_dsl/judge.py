"""What a norm says of a record or a group, at one choice of readings; `readings` judges it in all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.calendar import periods
from klausul_dsl.evaluate import asked, truth, value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Truth, conjunction, merged, together
from klausul_dsl.outcomes import Deciding, Judgement, Outcome, ShareFigures, leading_reason
from klausul_dsl.shares import contribution, required, to_settle, verdict
from klausul_dsl.values import Cause, Record, Unknown


def reference_day(norm: t.RecordNorm, record: Record, context: Context, track: Track) -> date | Unknown | None:
    """The reference date of a record; None where the event has not happened by the as-of date."""
    found = value(norm.dated_by, Frame(context, (record,), None, None, track))
    if isinstance(found, date):
        return found if found <= context.world.as_of else None
    return found if isinstance(found, Unknown) else None


def applies(norm: t.RecordNorm, frame: Frame) -> tuple[Truth, Deciding, t.Exemption | None]:
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


def judge_record(rule: t.Rule, record: Record, day: date | Unknown, context: Context) -> tuple[Judgement, Track]:
    """What a rule says of one record of its population."""
    track = Track()
    frame = Frame(context, (record,), day, None, track)
    applicable, decided_by, exemption = applies(rule, frame)
    causes: frozenset[Cause] = frozenset()
    if applicable is False:
        outcome = Outcome.NOT_APPLICABLE
    elif isinstance(day, Unknown):
        outcome, decided_by, causes = Outcome.UNDETERMINED, "dated_by", day.causes
    else:
        met = truth(rule.requirement.condition, frame)
        if met is True:
            outcome, decided_by = Outcome.COMPLIANT, "must"
        elif met is False and applicable is True:
            outcome, decided_by = Outcome.BREACH, "must"
        else:
            outcome = Outcome.UNDETERMINED
            decided_by = decided_by if isinstance(applicable, Unknown) else "must"
            causes = merged((applicable, met)).causes
    judgement = Judgement(
        norm=rule.name,
        entity=rule.entity,
        key=record.key,
        outcome=outcome,
        day=day if isinstance(day, date) else None,
        reason=leading_reason(causes) if outcome is Outcome.UNDETERMINED else None,
        causes=in_order(causes),
        decided_by=decided_by,
        exemption=exemption.references if exemption else (),
        trace=track.trace(),
    )
    return judgement, track


@dataclass(frozen=True, slots=True)
class Member:
    """One record of a quota's population at a choice of readings: whether it is in scope, and whether it is met."""

    key: str
    scope: Truth
    met: Truth
    track: Track


def quota_member(quota: t.Quota, record: Record, day: date | Unknown, context: Context) -> Member:
    """How one record of a quota counts."""
    track = Track()
    frame = Frame(context, (record,), day, None, track)
    scope, _, _ = applies(quota, frame)
    met: Truth = False if scope is False else truth(quota.requirement.condition, frame)
    return Member(record.key, scope, met, track)


def group_of(group: t.Group, record: Record, context: Context) -> str | Unknown:
    """The key of the group that a record counts in; "" where all count together."""
    owner = value(group.path, Frame(context, (record,), None, None, Track())) if group.path is not None else ""
    return owner.key if isinstance(owner, Record) else owner if isinstance(owner, Unknown) else ""


def quota_periods(quota: t.Quota, period: t.Period, context: Context, first: date) -> Iterator[tuple[date, date]]:
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
    context: Context,
) -> tuple[Judgement, Track]:
    """What a quota says of one group in one period, at one bound.

    `members` are the records that certainly (True) or possibly (Unknown) belong to this group and period.
    """
    track = Track()
    intervals: list[tuple[int, int]] = []
    counted: list[tuple[str, bool | None]] = []
    causes: set[Cause] = set()
    figures = [0, 0, 0, 0]
    for placed, member in members:
        track.reached |= member.track.reached
        _note_recorded(member.track, track)
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
    open_period = period[1] > context.world.as_of
    outcome = group_outcome(bound, low, high, (figures[0], figures[2]), open_period)
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


def _note_recorded(read: Track, track: Track) -> None:
    """Keep the recorded placements that a member's class was taken from, whether or not the class is in scope."""
    recorded = {found: None for found in read.classes if found.recorded}
    if recorded:
        keys = {found.recorded_by for found in recorded}
        track.classes |= recorded
        track.facts |= {fact: None for fact in read.facts if fact.entity == "placement" and fact.key in keys}


def in_order(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Causes in the order in which they are always shown."""
    return tuple(sorted(causes, key=lambda cause: (cause.reason.value, *astuple(cause)[1:])))


def member_interval(bound: t.Bound, placed: Truth, member: Member) -> tuple[int, int]:
    """What a member adds to the total of a group it certainly or possibly belongs to."""
    scope = together((placed, member.scope))
    met = None if isinstance(member.met, Unknown) else member.met
    return contribution(bound, None if isinstance(scope, Unknown) else scope, met)


def group_outcome(bound: t.Bound, low: int, high: int, members: tuple[int, int], open_period: bool) -> Outcome:
    """The outcome of a group whose total lies from low to high; `members`: how many are, and may be, in scope."""
    certain, possible = members
    if not certain and not possible:
        return Outcome.NOT_APPLICABLE
    if open_period:
        exceeded = bound.denominator == 0 and bound.comparison != "at_least" and low > bound.numerator
        return Outcome.BREACH if exceeded else Outcome.PENDING
    outcomes = {"compliant": Outcome.COMPLIANT, "breach": Outcome.BREACH, "open": Outcome.UNDETERMINED}
    found = outcomes[verdict(bound, low, high)]
    return Outcome.UNDETERMINED if found is Outcome.BREACH and not certain else found

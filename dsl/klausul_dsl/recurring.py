"""Deadlines, and what must be so or happen in every period: what they say of each record, or of the parties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.calendar import periods
from klausul_dsl.evaluate import truth, value
from klausul_dsl.final import for_good, is_open
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import Decision, applies, judgement_of
from klausul_dsl.kleene import Truth, Value, merged, ordered
from klausul_dsl.lasting import began, spans, touches
from klausul_dsl.outcomes import DueFigures, Judged, NormResult, Outcome
from klausul_dsl.populations import population, result
from klausul_dsl.values import NEVER, Never, Record, Unknown

# Deadlines


def judge_deadline(norm: t.Deadline, context: Context) -> NormResult:
    """What a deadline says of every record of its population, in every combination of readings."""
    found = population(norm, context)
    judged = []
    for record, day in found.records:

        def probe(
            choices: Mapping[str, str], record: Record = record, day: date | Unknown = day
        ) -> tuple[Outcome, Collection[str]]:
            track = Track()
            decision, _ = _in_time(norm, Frame(replace(context, choices=choices), (record,), day, None, track))
            return decision.outcome, track.reached

        track = Track()
        decision, figures = _in_time(norm, Frame(context, (record,), day, None, track))
        judgement = judgement_of(norm, record, decision, track, day=day if isinstance(day, date) else None)
        judged.append(in_all_readings(replace(judgement, due=figures), track.reached, probe, context))
    return result(norm.name, (), True, judged, found.outside, found.later)


def _in_time(norm: t.Deadline, frame: Frame) -> tuple[Decision, DueFigures | None]:
    """With due day D, event e and as-of day t: e <= D complies; e > D, or none by t > D, is a breach; else pending."""
    applicable, decided_by, exemption = applies(norm, frame)
    if applicable is False:
        return Decision(Outcome.NOT_APPLICABLE, decided_by, exemption), None
    if isinstance(frame.day, Unknown):
        return Decision(Outcome.UNDETERMINED, "dated_by", None, frame.day.causes), None
    as_of = frame.context.world.as_of
    due, event = value(norm.due, frame), _happened(value(norm.event, frame), as_of)
    figures = DueFigures(_day(due), _day(event))
    last = frame.context.policy.agreements[norm.agreement].validity.end
    if isinstance(due, date) and last is not None and due > last and not norm.after_expiry:
        return Decision(Outcome.NOT_APPLICABLE, "expiry"), figures
    met = True if event is NEVER and ordered(as_of, "<=", due) is True else ordered(event, "<=", due)
    open_still = event is NEVER and met is True
    if met is True and not open_still:
        return Decision(Outcome.COMPLIANT, "must"), figures
    if applicable is True and open_still:
        return Decision(Outcome.PENDING, "must"), figures
    if applicable is True and met is False:
        return Decision(Outcome.BREACH, "must"), figures
    doubtful = decided_by if isinstance(applicable, Unknown) else "must"
    return Decision(Outcome.UNDETERMINED, doubtful, None, merged((applicable, met)).causes), figures


def _happened(event: Value, as_of: date) -> Value:
    """The day of an event; one that is planned after the as-of date has not happened."""
    return NEVER if isinstance(event, date) and event > as_of else event


def _day(found: Value) -> date | Never | None:
    return found if isinstance(found, date | Never) else None


# What recurs


@dataclass(frozen=True, slots=True)
class Span:
    """One period of a recurrence; not `whole` where the agreement cuts it off."""

    first: date
    last: date
    whole: bool


def spans_of(recurrence: t.Recurrence, first: date, last: date, as_of: date) -> Iterator[Span]:
    """The periods of a recurrence that have a day from the first to the last, in order, cut off there.

    Only those that have begun by the as-of date.
    """
    for begin, finish in _natural(recurrence, first, min(last, as_of)):
        if begin <= min(last, as_of) and finish >= first:
            yield Span(max(begin, first), min(finish, last), first <= begin and finish <= last)


def _natural(recurrence: t.Recurrence, first: date, last: date) -> Iterator[tuple[date, date]]:
    """The periods of a recurrence as the calendar has them."""
    match recurrence.kind:
        case "once":
            assert recurrence.dates is not None
            yield recurrence.dates
        case "calendar_quarter" | "calendar_month":
            end = date(last.year, 12, 31)
            yield from periods(recurrence.kind, date(first.year, 1, 1), end)
        case "calendar_year" | "other_year":
            begin, finish = recurrence.window or ((1, 1), (31, 12))
            for year in range(first.year, last.year + 1):
                since = recurrence.beginning
                if since is None or (year >= since and (year - since) % 2 == 0):
                    yield _in_year(year, begin), _in_year(year, finish)


def _in_year(year: int, day: tuple[int, int]) -> date:
    """A day of a year; 29 February is the last day of February where there is none."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return date(year, day[1], 28 if day == (29, 2) and not leap else day[0])


def judge_recurring(norm: t.Periodic | t.Duty, context: Context) -> Iterator[NormResult]:
    """What a norm says of every record, or of the parties, in every period; a reading of the period makes variants."""
    if not isinstance(norm.recurrence, t.ByReading):
        yield _judge_variant(norm, norm.recurrence, (), True, context)
        return
    name = norm.recurrence.reading
    chosen = context.choices[name]
    for option, recurrence in sorted(norm.recurrence.options, key=lambda pair: pair[0] != chosen):
        inner = replace(context, choices={**context.choices, name: option})
        yield _judge_variant(norm, recurrence, ((name, option),), option == chosen, inner)


def _judge_variant(
    norm: t.Periodic | t.Duty,
    recurrence: t.Recurrence,
    variant: tuple[tuple[str, str], ...],
    chosen: bool,
    context: Context,
) -> NormResult:
    records: list[Record | None] = list(context.world.of(norm.entity)) if norm.entity else [None]
    begun = {record: _began(record, context) for record in records}
    fixed = frozenset(name for name, _ in variant)
    judged: list[Judged] = []
    outside = later = 0
    spans = _spans_in_force(norm, recurrence, begun.values(), context)
    for record in records:
        before = len(judged)
        for span in spans:
            judged += _judged_in(norm, record, begun[record], span, recurrence, context, fixed)
        if len(judged) == before and record is not None:
            later, outside = (later + 1, outside) if begun[record] is NEVER else (later, outside + 1)
    return result(norm.name, variant, chosen, judged, outside, later)


def _began(record: Record | None, context: Context) -> Value | None:
    """The first day of a record that lasts, NEVER where that is still to come; None for what does not last."""
    if record is None:
        return None
    found = began(record, Frame(context, (record,), None, None, Track()))
    return _happened(found, context.world.as_of) if found is not None else None


def _spans_in_force(
    norm: t.Periodic | t.Duty, recurrence: t.Recurrence, begun: Iterable[Value | None], context: Context
) -> list[Span]:
    """The periods begun by the as-of date, in the agreement's and the norm's time, and after it where told.

    Where neither says when its time begins, from the first day that a record runs.
    """
    force = context.policy.agreements[norm.agreement].validity
    as_of = context.world.as_of
    starts = [day for day in (force.start, norm.validity.start) if day is not None]
    if not starts:
        known = [day for day in begun if isinstance(day, date)]
        starts = [min(known, default=recurrence.dates[0] if recurrence.dates else date(as_of.year, 1, 1))]
    ends = [day for day in (None if norm.after_expiry else force.end, norm.validity.end) if day is not None]
    found = spans_of(recurrence, max(starts), min(ends, default=date.max), as_of)
    return [span for span in found if span.whole or not recurrence.whole_only]


def _judged_in(
    norm: t.Periodic | t.Duty,
    record: Record | None,
    start: Value | None,
    span: Span,
    recurrence: t.Recurrence,
    context: Context,
    fixed: frozenset[str],
) -> Iterator[Judged]:
    """The judgement of a record in a period; none where the record does not run in it."""
    force = context.policy.agreements[norm.agreement].validity
    if force.end is not None and span.first > force.end and isinstance(start, date) and not force.holds_on(start):
        return
    day = max(span.first, start) if isinstance(start, date) else start if isinstance(start, Unknown) else span.first

    def decided(choices: Mapping[str, str], track: Track) -> Decision | None:
        at = replace(context, choices=choices)
        frame = Frame(at, (record,) if record is not None else (), day, None, track, (span.first, span.last))
        return _decide(norm, record, recurrence, frame)

    def probe(choices: Mapping[str, str]) -> tuple[Outcome, Collection[str]]:
        track = Track()
        decision = decided(choices, track)
        assert decision is not None
        return decision.outcome, track.reached

    track = Track()
    decision = decided(context.choices, track)
    if decision is None:
        return
    judgement = judgement_of(
        norm, record, decision, track, period=(span.first, span.last), day=day if isinstance(day, date) else None
    )
    yield in_all_readings(judgement, track.reached, probe, context, fixed)


def _decide(
    norm: t.Periodic | t.Duty, record: Record | None, recurrence: t.Recurrence, frame: Frame
) -> Decision | None:
    """The outcome in one period; None where the record does not run in it at all."""
    assert frame.period is not None
    first, last = frame.period
    runs: Truth = True
    if record is not None:
        if touches(record, first, last, frame) is False:
            return None
        runs = spans(record, first, last, frame) if recurrence.whole_only else touches(record, first, last, frame)
        if runs is False:
            return Decision(Outcome.NOT_APPLICABLE, "where")
    applicable, decided_by, exemption = applies(norm, frame)
    if applicable is False:
        return Decision(Outcome.NOT_APPLICABLE, decided_by, exemption)
    unknowns = [item for item in (runs, applicable) if isinstance(item, Unknown)]
    over = not is_open(last, frame.context)
    condition = norm.requirement.condition
    met = truth(condition, frame)
    final = met if over else _for_good(condition, frame)
    if final is True:
        return Decision(Outcome.COMPLIANT, "must")
    if not unknowns and final is False:
        return Decision(Outcome.BREACH, "must")
    if not unknowns and not over:
        return Decision(Outcome.PENDING, "must")
    doubtful = decided_by if unknowns else "must"
    return Decision(Outcome.UNDETERMINED, doubtful, None, merged((*unknowns, met)).causes)


def _for_good(condition: t.Expression, frame: Frame) -> Truth:
    """What a condition is while the period is open, whatever still happens in it."""
    context = for_good(frame.context, (condition,))
    return truth(condition, replace(frame, context=context)) if context is not None else Unknown(frozenset())

"""A condition or value over a span of time: on which days it can change, and what it is between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.calendar import add_months, shift
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Truth, Value, conjunction, merged
from klausul_dsl.placements import review_days
from klausul_dsl.values import Coverage, Record, Unknown
from klausul_dsl.walk import nodes

Ask: TypeAlias = Callable[[t.Expression, Frame], Value]
_DAY = timedelta(days=1)


def throughout(node: t.Throughout, frame: Frame, ask: Ask) -> Truth:
    """Whether a condition holds on every day of a span of time before or after a date."""
    anchor = ask(node.anchor, frame)
    if isinstance(anchor, Unknown):
        return anchor
    if not isinstance(anchor, date):
        return False
    first, last = (
        (shift(anchor, node.duration, -1), anchor)
        if node.direction == "before"
        else (anchor, shift(anchor, node.duration))
    )

    def on(day: date) -> Truth:
        held = ask(node.condition, frame.on(day))
        assert isinstance(held, bool | Unknown)
        return held

    return conjunction([partial(on, day) for day in days_of_change(node.condition, frame.context, first, last)])


@dataclass(frozen=True, slots=True)
class Course:
    """What a value of a record comes to through time: on every day on which it may change, with what was reached."""

    days: Sequence[date]
    found: Sequence[tuple[Value, Track]]

    def changes(self, first: date, last: date, track: Track) -> Truth:
        """Whether the value becomes another after the first day, up to the last; both are in the course."""
        unknowns: list[Unknown] = []
        before: object = None
        for number in range(bisect_right(self.days, first) - 1, bisect_right(self.days, last)):
            found, own = self.found[number]
            track.reached |= own.reached
            if isinstance(found, Unknown) and found.candidates != frozenset():
                unknowns.append(found)
                continue
            now = "" if isinstance(found, Unknown) else found.key if isinstance(found, Record) else found
            if before is not None and now != before:
                return True
            before = now
        return merged(unknowns) if unknowns else False


def course(of: t.Expression, record: Record, days: Sequence[date], context: Context, ask: Ask) -> Course:
    """The course of a value over the days of change that are given."""
    tracks = [Track() for _ in days]
    found = [ask(of, Frame(context, (record,), day, None, track)) for day, track in zip(days, tracks, strict=True)]
    return Course(days, list(zip(found, tracks, strict=True)))


def days_of_change(part: object, context: Context, first: date, last: date) -> list[date]:
    """The first day and every later one, up to the last, on which a part of a policy may come to something else.

    A part that asks for the day itself may do so on every day.
    """
    reached = list(_nodes_through_time(part, context.policy))
    if any(isinstance(node, t.Day) for node in reached):
        return [first + number * _DAY for number in range((last - first).days + 1)]
    days = {day for node in reached for day in _declared_days(node, context, last)}
    for entity in context.vocabulary.entities.values():
        if entity.timing is not None:
            names = (entity.timing.start, entity.timing.end or "", entity.timing.published or "")
            for name in names:
                days |= context.world.days(entity.name, name)
            days |= {day + _DAY for day in context.world.days(entity.name, names[1]) if day < date.max}
            if entity.timing.months is not None:
                made = context.world.days(entity.name, names[0])
                days |= {add_months(day, entity.timing.months) + _DAY for day in made if day.year < 9000}
    for coverage in context.world.coverage.values():
        days |= set(_edges(coverage))
    return [first, *sorted(day for day in days if first < day <= last)]


def _nodes_through_time(part: object, policy: t.Policy) -> Iterator[object]:
    """A part and every node that it reaches on the day that is asked for.

    A class that is placed is reached through its review days alone: between them nothing in its branches can change it.
    """
    seen: set[tuple[type, str]] = set()
    waiting: list[object] = [part]
    while waiting:
        for node in nodes(waiting.pop(0)):
            yield node
            if not isinstance(node, t.Defined | t.Classified) or (type(node), node.name) in seen:
                continue
            seen.add((type(node), node.name))
            if isinstance(node, t.Defined):
                waiting.append(policy.definitions[node.name])
            elif node.name in policy.placements:
                yield policy.placements[node.name]
            else:
                waiting.append(policy.classifications[node.name])


def _declared_days(node: object, context: Context, last: date) -> Iterator[date]:
    """The days on which the policy itself changes what a node comes to."""
    match node:
        case t.ParameterValue():
            yield from (entry.start for entry in context.policy.parameters[node.name].entries)
        case t.ByReading():
            yield from _edges(context.policy.readings[node.reading].validity)
        case t.Meaning() | t.Branch():
            yield from _edges(node.validity)
        case t.Placement():
            yield from (day for _, day in review_days(node, last, context.policy.agreement))
        case _:
            return


def _edges(validity: t.Validity | Coverage) -> Iterator[date]:
    if validity.start is not None:
        yield validity.start
    if validity.end is not None and validity.end < date.max:
        yield validity.end + _DAY

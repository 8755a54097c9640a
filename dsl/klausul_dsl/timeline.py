"""A condition or value over a span of time: on which days it can change, and what it is between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.calendar import add_months, shift
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Truth, Value, conjunction, merged
from klausul_dsl.placements import review_days
from klausul_dsl.values import Record, Unknown
from klausul_dsl.walk import reached_nodes

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


def changes(of: t.Expression, record: Record, first: date, last: date, context: Context, ask: Ask) -> Truth:
    """Whether a value of a record becomes another after the first day, up to the last."""
    unknowns: list[Unknown] = []
    before: object = None
    for day in days_of_change(of, context, first, last):
        found = ask(of, Frame(context, (record,), day, None, Track()))
        if isinstance(found, Unknown) and found.candidates != frozenset():
            unknowns.append(found)
            continue
        now = "" if isinstance(found, Unknown) else found.key if isinstance(found, Record) else found
        if before is not None and now != before:
            return True
        before = now
    return merged(unknowns) if unknowns else False


def days_of_change(part: object, context: Context, first: date, last: date) -> list[date]:
    """The first day and every later one, up to the last, on which a part of a policy may come to something else.

    A part that asks for the day itself may do so on every day.
    """
    nodes = list(reached_nodes(part, context.policy))
    if any(isinstance(node, t.Day) for node in nodes):
        return [first + number * _DAY for number in range((last - first).days + 1)]
    days = {day for node in nodes for day in _declared_days(node, context, last)}
    for entity in context.vocabulary.entities.values():
        if entity.timing is not None:
            names = (entity.timing.start, entity.timing.end or "", entity.timing.published or "")
            for name in names:
                days |= context.world.days(entity.name, name)
            days |= {day + _DAY for day in context.world.days(entity.name, names[1]) if day < date.max}
            if entity.timing.months is not None:
                made = context.world.days(entity.name, names[0])
                days |= {add_months(day, entity.timing.months) + _DAY for day in made if day.year < 9000}
    return [first, *sorted(day for day in days if first < day <= last)]


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


def _edges(validity: t.Validity) -> Iterator[date]:
    if validity.start is not None:
        yield validity.start
    if validity.end is not None and validity.end < date.max:
        yield validity.end + _DAY

"""Whether a record that lasts, such as a tenancy or a state in force, runs through a span of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeAlias

from klausul_dsl.frames import Frame
from klausul_dsl.kleene import Truth, Value, conjunction, disjunction, ordered
from klausul_dsl.lookup import cell
from klausul_dsl.values import NEVER, Record
from klausul_dsl.vocabulary import Role

Ask: TypeAlias = Callable[[], Value]


def began(record: Record, frame: Frame) -> Value | None:
    """The first day of a record that lasts; None for one that does not."""
    span = _span(record, frame)
    return span[0]() if span is not None else None


def touches(record: Record, first: date, last: date, frame: Frame) -> Truth:
    """Whether a record runs on at least one of the days; one that does not last is always there.

    Whatever is known of its end, it runs on the day it begins.
    """
    span = _span(record, frame)
    if span is None:
        return True
    start, end = span
    over_later = partial(disjunction, [lambda: ordered(start(), ">=", first), lambda: ordered(end(), ">=", first)])
    return conjunction([lambda: ordered(start(), "<=", last), over_later])


def spans(record: Record, first: date, last: date, frame: Frame) -> Truth:
    """Whether a record runs on all of the days."""
    span = _span(record, frame)
    if span is None:
        return True
    start, end = span
    return conjunction([lambda: ordered(start(), "<=", first), lambda: ordered(end(), ">=", last)])


def _span(record: Record, frame: Frame) -> tuple[Ask, Ask] | None:
    """The first and the last day of a record, asked for only when needed; the blank end of a state is open."""
    entity = frame.context.vocabulary.entities[record.entity]
    if entity.lasts is not None:
        return partial(_cell, record, entity.lasts.start, frame), partial(_cell, record, entity.lasts.end, frame)
    if entity.role is not Role.STATE or entity.timing is None or entity.timing.end is None:
        return None
    timing, end = entity.timing, entity.timing.end
    is_open = record.cells.get(end) is None and not record.rejected
    return partial(_cell, record, timing.start, frame), lambda: NEVER if is_open else _cell(record, end, frame)


def _cell(record: Record, name: str, frame: Frame) -> Value:
    return cell(record, name, frame.context.vocabulary, frame.context.world, frame.read)

"""Whether a record that lasts, such as a tenancy, runs through a span of days."""

from __future__ import annotations

from datetime import date

from klausul_dsl.frames import Frame
from klausul_dsl.kleene import Truth, Value, conjunction, ordered
from klausul_dsl.lookup import cell
from klausul_dsl.values import Record


def began(record: Record, frame: Frame) -> Value | None:
    """The first day of a record that lasts; None for one that does not."""
    lasts = frame.context.vocabulary.entities[record.entity].lasts
    return _cell(record, lasts.start, frame) if lasts is not None else None


def touches(record: Record, first: date, last: date, frame: Frame) -> Truth:
    """Whether a record runs on at least one of the days; one that does not last is always there."""
    return _runs(record, last, first, frame)


def spans(record: Record, first: date, last: date, frame: Frame) -> Truth:
    """Whether a record runs on all of the days."""
    return _runs(record, first, last, frame)


def _runs(record: Record, begun_by: date, not_over_before: date, frame: Frame) -> Truth:
    lasts = frame.context.vocabulary.entities[record.entity].lasts
    if lasts is None:
        return True
    return conjunction(
        [
            lambda: ordered(_cell(record, lasts.start, frame), "<=", begun_by),
            lambda: ordered(_cell(record, lasts.end, frame), ">=", not_over_before),
        ]
    )


def _cell(record: Record, name: str, frame: Frame) -> Value:
    return cell(record, name, frame.context.vocabulary, frame.context.world, frame.read)

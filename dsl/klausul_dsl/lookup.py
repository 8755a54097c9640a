"""Cells and dated facts: what a record says, and what held on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from klausul_dsl.calendar import add_months
from klausul_dsl.datatypes import Choice, Reference
from klausul_dsl.kleene import Value, merged, unknown
from klausul_dsl.values import NEVER, Disagreement, Reason, Record, Unknown, Unreadable, World
from klausul_dsl.vocabulary import DatedFact, FactKind, Field, Role, Timing, Vocabulary

Reader = Callable[[Record, str], None]
"""Told of every cell that is read."""


def cell(record: Record, name: str, vocabulary: Vocabulary, world: World, read: Reader) -> Value:
    """The value of a cell; a blank event date has not happened where its record type is complete to the as-of date."""
    field = vocabulary.entities[record.entity].fields.get(name)
    read(record, name)
    content = record.cells.get(name)
    if isinstance(content, Unreadable):
        return unknown(Reason.UNREADABLE, record.entity, record.key, name, content.text)
    if isinstance(content, Disagreement):
        options = field.type.options if field and isinstance(field.type, Choice) else ()
        found = unknown(Reason.CONFLICT, record.entity, record.key, name, "; ".join(content.values))
        known = all(value in options for value in content.values)
        return Unknown(found.causes, frozenset(content.values) if known else None)
    if content is None:
        return _blank(record, name, field, vocabulary.entities[record.entity].reference_date, world)
    if field is None:
        return content
    if field.kind is FactKind.EVENT_DATE and isinstance(content, date) and content > world.as_of:
        return NEVER
    if isinstance(field.type, Reference) and isinstance(content, str):
        target = world.get(field.type.entity, content)
        return target or unknown(Reason.MISSING_FACTS, field.type.entity, content, "")
    return content


def _blank(record: Record, name: str, field: Field | None, reference_date: str | None, world: World) -> Value:
    """A blank cell: an event that has not happened, else unknown; the date that a record itself goes by is unknown."""
    if record.rejected:
        return unknown(Reason.REJECTED_ROWS, record.entity, record.key, name)
    if field is not None and name != reference_date and has_not_happened(record, field, world):
        return NEVER
    return unknown(Reason.MISSING_FACTS, record.entity, record.key, name)


def has_not_happened(record: Record, field: Field, world: World) -> bool:
    """Whether a blank cell says that an event has not happened: its record type is complete to the as-of date."""
    coverage = world.coverage.get(record.entity)
    return field.kind is FactKind.EVENT_DATE and coverage is not None and coverage.reaches(world.as_of)


def dated_fact(
    record: Record,
    fact: DatedFact,
    day: date,
    known_by: date | None,
    vocabulary: Vocabulary,
    world: World,
    read: Reader,
) -> Value:
    """A dated fact of a record on a day, from what was published by `known_by` where that is given."""
    if fact.name in record.cells:
        return cell(record, fact.name, vocabulary, world, read)
    subject = cell(record, fact.via, vocabulary, world, read) if fact.via else record
    if isinstance(subject, Unknown):
        held = record.cells.get(fact.via or "")
        if not isinstance(held, str):
            return subject
        key = held
    else:
        assert isinstance(subject, Record)
        key = subject.key
    entity = vocabulary.entities[fact.record]
    timing = entity.timing
    assert timing is not None
    rows = [
        row
        for row in (
            *world.children(fact.record, timing.subject, key),
            *world.children(fact.record, timing.subject, None),
        )
        if _passes(row, fact) is not False
    ]
    if entity.role is Role.OBSERVATION:
        return _observed(rows, fact, timing, day, known_by, key, vocabulary, world, read)
    return _in_force(rows, fact, timing, day, known_by, key, vocabulary, world, read)


def _passes(row: Record, fact: DatedFact) -> bool | None:
    """Whether a row passes the fact's filter; None where the filtered cell is not known."""
    held = [
        row.cells.get(name) == wanted if isinstance(row.cells.get(name), str) else None
        for name, wanted in fact.filter.items()
    ]
    return False if False in held else None if None in held else True


def _belongs(row: Record, fact: DatedFact, timing: Timing) -> bool:
    return not row.rejected and isinstance(row.cells.get(timing.subject), str) and _passes(row, fact) is True


def _in_force(
    rows: Iterable[Record],
    fact: DatedFact,
    timing: Timing,
    day: date,
    known_by: date | None,
    key: str,
    vocabulary: Vocabulary,
    world: World,
    read: Reader,
) -> Value:
    """The state on a day: the value of the rows in force; none where the list is complete on the day and has no row."""
    certain: list[Record] = []
    doubtful: list[Unknown] = []
    for row in rows:
        holds = _holds(row, timing, day, known_by)
        if holds is True and _belongs(row, fact, timing):
            certain.append(row)
        elif holds is not False:
            reason = Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS
            doubtful.append(unknown(reason, row.entity, row.key, timing.start))
    if fact.value is None and certain:
        read(certain[0], timing.start)
        return True
    if not certain:
        if doubtful:
            return merged(doubtful)
        coverage = world.coverage.get(fact.record)
        if coverage is None or not coverage.spans(day, day):
            return unknown(Reason.MISSING_FACTS, fact.record, key, fact.name, day.isoformat())
        return False if fact.value is None else fact.none or unknown(Reason.MISSING_FACTS, fact.record, key, fact.name)
    return _one_value(certain, doubtful, fact, vocabulary, world, read)


def _holds(row: Record, timing: Timing, day: date, known_by: date | None) -> bool | None:
    """Whether a state is in force on a day and published by then; a blank publication is the day it came into force."""
    start, end = row.cells.get(timing.start), row.cells.get(timing.end or "")
    published = row.cells.get(timing.published or "")
    if isinstance(start, date) and start > day:
        return False
    if isinstance(end, date) and end < day:
        return False
    if known_by is not None and isinstance(published, date) and published > known_by:
        return False
    known = isinstance(start, date) and (end is None or isinstance(end, date)) and not row.rejected
    return True if known and not isinstance(published, Unreadable | Disagreement) else None


def _one_value(
    rows: list[Record],
    doubtful: list[Unknown],
    fact: DatedFact,
    vocabulary: Vocabulary,
    world: World,
    read: Reader,
) -> Value:
    """The one value that all rows give; a conflict where they differ."""
    assert fact.value is not None
    values = [cell(row, fact.value, vocabulary, world, read) for row in rows]
    unknowns = [value for value in values if isinstance(value, Unknown)] + doubtful
    if unknowns:
        possible = [value.candidates if isinstance(value, Unknown) else frozenset((str(value),)) for value in values]
        known = [names for names in possible if names]
        whole = len(known) == len(possible) and not doubtful
        return Unknown(merged(unknowns).causes, frozenset().union(*known) if whole else None)
    if all(value == values[0] for value in values):
        return values[0]
    texts = frozenset(str(value) for value in values)
    conflict = unknown(Reason.CONFLICT, rows[0].entity, rows[0].key, fact.value, "; ".join(sorted(texts)))
    return Unknown(conflict.causes, texts if isinstance(fact.type, Choice) else None)


def _observed(
    rows: Iterable[Record],
    fact: DatedFact,
    timing: Timing,
    day: date,
    known_by: date | None,
    key: str,
    vocabulary: Vocabulary,
    world: World,
    read: Reader,
) -> Value:
    """The latest observation made by the day, if it is not too old; a row that could be later makes it unknown."""
    certain: list[tuple[date, Record]] = []
    doubtful: list[tuple[date, Unknown]] = []
    for row in rows:
        made, published = row.cells.get(timing.start), row.cells.get(timing.published or "")
        if isinstance(made, date) and made > day:
            continue
        if known_by is not None and isinstance(published, date) and published > known_by:
            continue
        late = known_by is not None and timing.published is not None and not isinstance(published, date)
        if not isinstance(made, date) or late or not _belongs(row, fact, timing):
            reason = Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS
            name = timing.start if not isinstance(made, date) else timing.published or timing.start
            latest = made if isinstance(made, date) else date.max
            doubtful.append((latest, unknown(reason, row.entity, row.key, name)))
        elif timing.months is None or add_months(made, timing.months) >= day:
            certain.append((made, row))
    if not certain:
        if doubtful:
            return merged(doubt for _, doubt in doubtful)
        return unknown(Reason.MISSING_FACTS, fact.record, key, fact.name, day.isoformat())
    latest = max(made for made, _ in certain)
    doubts = [doubt for made, doubt in doubtful if made >= latest]
    return _one_value([row for made, row in certain if made == latest], doubts, fact, vocabulary, world, read)

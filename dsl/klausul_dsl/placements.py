"""When a placement is reviewed, and what a recorded placement says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klausul_dsl.frames import Frame
from klausul_dsl.kleene import Value, merged, unknown
from klausul_dsl.outcomes import ClassFound
from klausul_dsl.text import name_of
from klausul_dsl.typed import Agreement, Placement, Policy, Review
from klausul_dsl.values import Cell, Disagreement, Reason, Record, Unknown, Unreadable
from klausul_dsl.vocabulary import Timing

YEARS_BACK = 5
"""How many years before the agreement's start a yearly review day is looked for."""


def review_days(placement: Placement, day: date, agreement: Agreement) -> Iterator[tuple[Review, date]]:
    """The review days up to a day, the latest first; of those on one day the one written first comes first."""
    days = [
        (on, -order, review)
        for order, review in enumerate(placement.reviews)
        for on in days_named(review.dates, review.yearly, day, agreement)
    ]
    for on, _, review in sorted(days, key=lambda item: item[:2], reverse=True):
        yield review, on


def days_named(
    dates: tuple[date, ...], yearly: tuple[int, int] | None, last: date, agreement: Agreement
) -> Iterator[date]:
    """Fixed days, and a (day, month) of every year, up to the last day."""
    yield from (on for on in dates if on <= last)
    if yearly is not None:
        number, month = yearly
        for year in range((agreement.validity.start or last).year - YEARS_BACK, last.year + 1):
            if (month, number) != (2, 29) or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)):
                on = date(year, month, number)
                if on <= last:
                    yield on


def latest_review(placement: Placement, day: date, agreement: Agreement) -> date:
    """The latest review day up to a day, whatever its condition; the day itself where there is none."""
    return next((on for _, on in review_days(placement, day, agreement)), day)


def recorded_class(name: str, record: Record, day: date, frame: Frame) -> Value | None:
    """The class that a recorded placement gives on a day, None where there is none; its cell is noted as read.

    Two that differ are a conflict; a row that may be a placement of this record on this day makes it unknown.
    """
    entity = frame.context.vocabulary.entities.get("placement")
    if entity is None or entity.timing is None:
        return None
    label = frame.context.policy.classifications[name].label
    names = {name, name_of(label.da), name_of(label.en)}
    certain: list[Record] = []
    doubtful: list[Record] = []
    subject, world = entity.timing.subject, frame.context.world
    for row in (*world.children("placement", subject, record.key), *world.children("placement", subject, None)):
        holds = _recorded_on(row, names, entity.timing, day)
        if holds and not row.rejected and isinstance(row.cells.get(subject), str):
            certain.append(row)
        elif holds is not False:
            doubtful.append(row)
    if doubtful:
        return merged(_doubt(row, entity.timing) for row in doubtful)
    if not certain:
        return None
    for row in certain:
        frame.read(row, "class")
    found = _one_class(name, certain, frame.context.policy)
    since = certain[0].cells[entity.timing.start]
    assert isinstance(since, date)
    possible = () if isinstance(found, Unknown) else (found,)
    known = ClassFound(name, record.entity, record.key, since, possible, recorded_by=certain[0].key)
    frame.track.noted.append(known)
    return found


def _one_class(name: str, rows: list[Record], policy: Policy) -> str | Unknown:
    """The one class that all rows record; a conflict where they differ, unknown where one names no class."""
    found: set[str] = set()
    for row in rows:
        content = row.cells.get("class")
        if content is None:
            return unknown(Reason.MISSING_FACTS, "placement", row.key, "class")
        word = _class_named(content, name, policy) if isinstance(content, str) else None
        if word is None:
            reason = Reason.CONFLICT if isinstance(content, Disagreement) else Reason.UNREADABLE
            return unknown(reason, "placement", row.key, "class", _text(content))
        found.add(word)
    if len(found) == 1:
        return found.pop()
    return merged(
        unknown(Reason.CONFLICT, "placement", row.key, "class", _text(row.cells.get("class"))) for row in rows
    )


def _doubt(row: Record, timing: Timing) -> Unknown:
    """What keeps it open whether a row records the class: the first cell that decides and is not known."""
    deciding = ((timing.subject, str), ("classification", str), (timing.start, date), (timing.end or "", date | None))
    name = next((name for name, kind in deciding if not isinstance(row.cells.get(name), kind)), "class")
    return unknown(Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS, "placement", row.key, name)


def _text(content: Cell) -> str:
    """What stands in a cell that names no class."""
    match content:
        case Unreadable():
            return content.text
        case Disagreement():
            return "; ".join(content.values)
        case _:
            return str(content)


def _recorded_on(row: Record, names: set[str], timing: Timing, day: date) -> bool | None:
    """Whether a row records a placement of the classification on a day; None where a cell that decides is not known."""
    start, end = row.cells.get(timing.start), row.cells.get(timing.end or "")
    of = row.cells.get("classification")
    if (isinstance(of, str) and name_of(of) not in names) or (isinstance(start, date) and start > day):
        return False
    if isinstance(end, date) and end < day:
        return False
    known = isinstance(of, str) and isinstance(start, date) and (end is None or isinstance(end, date))
    return True if known else None


def _class_named(word: str, classification: str, policy: Policy) -> str | None:
    for branch in policy.classifications[classification].branches:
        if name_of(word) in {branch.name, name_of(branch.label.da), name_of(branch.label.en)}:
            return branch.name
    return None

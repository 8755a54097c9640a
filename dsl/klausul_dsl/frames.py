"""What an evaluation carries along: the policy and world, the records in scope, and what has been read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import ClassFound, DefinitionFound, FactRead, Trace
from klausul_dsl.values import Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(slots=True)
class Track:
    """What has been read so far, each thing once, in the order it was read first."""

    facts: dict[FactRead, None] = field(default_factory=dict)
    classes: dict[ClassFound, None] = field(default_factory=dict)
    definitions: dict[DefinitionFound, None] = field(default_factory=dict)
    reached: dict[str, None] = field(default_factory=dict)

    def add(self, other: Track) -> None:
        self.facts |= other.facts
        self.classes |= other.classes
        self.definitions |= other.definitions
        self.reached |= other.reached

    def trace(self) -> Trace:
        return Trace(tuple(self.facts), tuple(self.classes), tuple(self.definitions))


Memo = dict[tuple[str, str, str, str, date | None, date | None], list[tuple[tuple[tuple[str, str], ...], Value, Track]]]


@dataclass(frozen=True, slots=True)
class Context:
    """A policy and a world at one choice of readings. The memo is shared between choices."""

    policy: t.Policy
    vocabulary: Vocabulary
    world: World
    choices: Mapping[str, str]
    memo: Memo = field(default_factory=dict)

    def choice(self, reading: str, day: date | None) -> str | None:
        """The chosen alternative; None on a day outside the reading's validity, where the first one holds."""
        in_force = day is None or self.policy.readings[reading].validity.holds_on(day)
        return self.choices[reading] if in_force else None


@dataclass(frozen=True, slots=True)
class Frame:
    """The records in scope, innermost first; the reference day; and by when facts must have been published.

    `period` is the span in which things must happen, where that is what is judged.
    """

    context: Context
    records: tuple[Record, ...]
    day: date | Unknown | None
    known_by: date | None
    track: Track
    period: tuple[date, date] | None = None

    def inside(self, record: Record) -> Frame:
        return Frame(self.context, (record, *self.records), self.day, self.known_by, self.track, self.period)

    def on(self, day: date) -> Frame:
        """The same frame on another day."""
        return Frame(self.context, self.records, day, self.known_by, self.track, self.period)

    def read(self, record: Record, name: str) -> None:
        self.track.facts[FactRead(record.entity, record.key, name, record.cells.get(name))] = None

    @property
    def plain_day(self) -> date | None:
        return self.day if isinstance(self.day, date) else None


def remembered(kind: str, name: str, record: Record, day: date | None, frame: Frame) -> tuple[Value, Track] | None:
    for choices, found, track in frame.context.memo.get(
        (kind, name, record.entity, record.key, day, frame.known_by), ()
    ):
        if all(frame.context.choices[reading] == alternative for reading, alternative in choices):
            return found, track
    return None


def remember(kind: str, name: str, record: Record, day: date | None, frame: Frame, found: Value, track: Track) -> None:
    choices = tuple((reading, frame.context.choices[reading]) for reading in track.reached)
    key = (kind, name, record.entity, record.key, day, frame.known_by)
    frame.context.memo.setdefault(key, []).append((choices, found, track))

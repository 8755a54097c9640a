"""What an evaluation carries along: the policy and world, the records in scope, and what has been read."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.combinations import Choices, Remembered, agree, leaves
from klausul_dsl.kleene import Value, same
from klausul_dsl.outcomes import ClassFound, DefinitionFound, FactRead, Trace
from klausul_dsl.values import Record, Unknown, World
from klausul_dsl.vocabulary import Vocabulary

Noted: TypeAlias = tuple[Record, str] | ClassFound | DefinitionFound
"""A record and the name of the field that was read of it; a class or a definition that was found."""


@dataclass(slots=True)
class Track:
    """What has been read so far, in order, and the readings that were reached.

    The track of a part that is remembered stands in it as a whole: much is read, and little of it is ever shown. Once
    a track stands in another or was traced, no more is noted in it.
    """

    noted: list[Noted | Track] = field(default_factory=list)
    reached: dict[str, None] = field(default_factory=dict)
    _whole: dict[Noted, None] | None = field(default=None, init=False, repr=False, compare=False)

    def add(self, other: Track) -> None:
        self.noted.append(other)
        self.reached |= other.reached

    def trace(self) -> Trace:
        """Everything that was read, each thing once, in the order it was read first."""
        noted = self.all()
        cells = [item for item in noted if isinstance(item, tuple)]
        facts = [FactRead(record.entity, record.key, name, record.cells.get(name)) for record, name in cells]
        return Trace(
            tuple(dict.fromkeys(facts)),
            tuple(item for item in noted if isinstance(item, ClassFound)),
            tuple(item for item in noted if isinstance(item, DefinitionFound)),
        )

    def all(self) -> dict[Noted, None]:
        """What was noted here and in the parts, put together once: a part stands in many tracks."""
        if self._whole is None:
            self._whole = {}
            for item in self.noted:
                self._whole |= item.all() if isinstance(item, Track) else {item: None}
        return self._whole


Memo: TypeAlias = dict[tuple[str, str, str, str, date | Unknown | None, date | None], Remembered[tuple[Value, Track]]]
"""What definitions and classes gave: by kind and name, entity and key of the record, day, and when published."""


@dataclass(frozen=True, slots=True)
class Context:
    """A policy and a world at one choice of readings. The memo is shared between choices."""

    policy: t.Policy
    vocabulary: Vocabulary
    world: World
    choices: Choices
    memo: Memo = field(default_factory=dict)

    def alternatives(self, reading: str) -> tuple[str, ...]:
        return tuple(alternative.name for alternative in self.policy.readings[reading].alternatives)

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
        self.track.noted.append((record, name))

    @property
    def plain_day(self) -> date | None:
        return self.day if isinstance(self.day, date) else None


Find: TypeAlias = Callable[[Frame], Value]


def found_once(kind: str, name: str, asked: Frame, find: Find, track: Track) -> Value:
    """What `find` gives in a frame of one record, found once for all choices that agree on the readings it reaches.

    What it reads is added to `track`, and what it reaches, unless every combination of readings gives the same.
    """
    record = asked.records[0]
    if record.rejected:  # rejected rows may share a key
        found = find(asked)
        track.add(asked.track)
        return found
    key = (kind, name, record.entity, record.key, asked.day, asked.known_by)
    remembered = asked.context.memo.get(key)
    if remembered is None:
        remembered = asked.context.memo[key] = Remembered()
    found, own = _found(remembered, asked, find)
    if own.reached and remembered.steady is None:
        remembered.steady = _is_steady(remembered, asked, find, found, own)
    track.noted.append(own)
    if not remembered.steady:
        track.reached |= own.reached
    return found


def _found(remembered: Remembered[tuple[Value, Track]], asked: Frame, find: Find) -> tuple[Value, Track]:
    choices = asked.context.choices
    known = remembered.at(choices)
    if known is None:
        known = find(asked), asked.track
        remembered.add(choices, asked.track.reached, known)
    return known


def _is_steady(remembered: Remembered[tuple[Value, Track]], asked: Frame, find: Find, found: Value, own: Track) -> bool:
    """Whether the same is found in every combination of the readings that are reached, as far as all can be tried."""

    def probe(choices: Choices) -> tuple[Value, Collection[str]]:
        context = replace(asked.context, choices=choices)
        other, track = _found(remembered, replace(asked, context=context, track=Track()), find)
        return other, track.reached

    tried = leaves(probe, asked.context.choices, asked.context.alternatives, found, own.reached, ())
    return agree(tried, partial(same, found)) is True

"""Records and three-valued facts.

A fact is a plain value (bool, Fraction, date, str, Record), NEVER (an event that has certainly not happened), or
Unknown with its causes. Two-valued logic on top of this is strong Kleene logic (S. C. Kleene, *Introduction to
Metamathematics*, 1952, section 64).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, Final, TypeAlias


class Reason(Enum):
    """Why something cannot be decided. The order is the precedence when several apply: the first is reported."""

    UNCOVERED = "uncovered"
    CONFLICT = "conflict"
    UNREADABLE = "unreadable"
    REJECTED_ROWS = "rejected_rows"
    ORDER = "order"
    MISSING_FACTS = "missing_facts"


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing that keeps a fact unknown: the record and the name of the fact, and the offending text if any."""

    reason: Reason
    entity: str
    key: str
    name: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact that cannot be decided; `candidates` are the values it may still have, where that is known."""

    causes: frozenset[Cause]
    candidates: frozenset[str] | None = None


class Never(Enum):
    """The date of an event that has certainly not happened: later than every date."""

    NEVER = "never"


NEVER: Final = Never.NEVER


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell whose text does not convert, or whose code is not on the list."""

    text: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell for which the records of one key give different values."""

    values: tuple[str, ...]


Plain: TypeAlias = bool | Fraction | date | str
Cell: TypeAlias = Plain | Never | Unreadable | Disagreement | None
"""What a record holds in a field; None is a missing value, NEVER an event that is stated not to have happened."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read: file, physical line, and the column header of each field."""

    file: str
    line: int
    columns: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True, eq=False)
class Record:
    """One record: its entity, its key, and its cells by field name (canonical names).

    A cell may also be given under the name of a dated fact, a definition or a class: it is then a *stated* fact and
    outranks the derived one. Examples use this; deliveries cannot.
    """

    entity: str
    key: str
    cells: Mapping[str, Cell]
    origin: Origin | None = None
    rejected: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days between which the delivery declares a record type complete; None is without limit."""

    start: date | None = None
    end: date | None = None

    def reaches(self, day: date) -> bool:
        """Whether the records are complete up to and including the day."""
        return self.end is None or self.end >= day

    def spans(self, first: date, last: date) -> bool:
        """Whether the records are complete from the first to the last day."""
        return (self.start is None or self.start <= first) and self.reaches(last)


class World:
    """All records of one audit, by entity in the order of their keys, as they stand on the as-of date.

    `coverage` holds the declared completeness per entity; an entity that is absent there is not declared complete.
    `closed` names (child entity, parent key) pairs whose children are completely listed, whatever the coverage; with
    the key "" all records of the entity.
    `rejected` holds rows that could not be admitted, as records with the cells that could be read.
    """

    def __init__(
        self,
        as_of: date,
        records: Iterable[Record],
        coverage: Mapping[str, Coverage] | None = None,
        *,
        closed: frozenset[tuple[str, str]] = frozenset(),
        rejected: Iterable[Record] = (),
    ) -> None:
        self.as_of = as_of
        self.coverage = dict(coverage or {})
        self.closed = closed
        self._bare: World | None = None
        by_entity: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            by_entity[record.entity].append(record)
        self._records = {entity: tuple(sorted(rows, key=lambda row: row.key)) for entity, rows in by_entity.items()}
        self._by_key = {(row.entity, row.key): row for rows in self._records.values() for row in rows}
        set_aside: dict[str, list[Record]] = defaultdict(list)
        for record in rejected:
            set_aside[record.entity].append(record)
        self._rejected = {entity: tuple(rows) for entity, rows in set_aside.items()}
        self._days: dict[tuple[str, str], frozenset[date]] = {}
        self._children: dict[tuple[str, str], dict[Any, list[Record]]] = {}

    def nothing_complete(self) -> World:
        """The same records, with no record type declared complete and no list of children closed."""
        if self._bare is None:
            self._bare = copy(self)
            self._bare.coverage, self._bare.closed = {}, frozenset()
        return self._bare

    def of(self, entity: str) -> tuple[Record, ...]:
        return self._records.get(entity, ())

    def get(self, entity: str, key: str) -> Record | None:
        return self._by_key.get((entity, key))

    def lists(self, entity: str, first: date | None, last: date) -> bool:
        """Whether all records of an entity that are dated from the first day (None: ever) to the last are there."""
        if (entity, "") in self.closed:
            return True
        coverage = self.coverage.get(entity)
        return coverage is not None and (coverage.spans(first, last) if first else coverage.start is None)

    def rejected(self, entity: str) -> tuple[Record, ...]:
        return self._rejected.get(entity, ())

    def days(self, entity: str, name: str) -> frozenset[date]:
        """The dates that stand in a field of an entity's records."""
        found = self._days.get((entity, name))
        if found is None:
            cells = (record.cells.get(name) for record in (*self.of(entity), *self.rejected(entity)))
            found = self._days[entity, name] = frozenset(cell for cell in cells if isinstance(cell, date))
        return found

    def children(self, entity: str, reference: str, key: str | None) -> tuple[Record, ...]:
        """The records of an entity whose reference field holds the key; key None: those whose reference is unknown."""
        index = self._children.get((entity, reference))
        if index is None:
            index = defaultdict(list)
            for record in (*self.of(entity), *self.rejected(entity)):
                cell = record.cells.get(reference)
                index[cell if isinstance(cell, str) else None].append(record)
            self._children[entity, reference] = index
        return tuple(index.get(key, ()))

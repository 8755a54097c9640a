"""The population account: where every received row went, and what the admitted ones sum to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.values import Record
from klausul_dsl.vocabulary import Entity, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLine:
    """The account of one record type in one file.

    received = admitted + outside + later + excluded + rejected + blank. Dates, keys and sums (of amounts in kroner) are
    those of the admitted, outside and later records.
    """

    file: str
    entity: str
    received: int
    admitted: int
    outside: int
    later: int
    excluded: int
    rejected: int
    blank: int
    first: date | None
    last: date | None
    keys: int
    sums: tuple[tuple[str, Fraction], ...]


@dataclass(slots=True)
class Tally:
    """An account line while it is counted."""

    file: str
    entity: Entity
    received: int
    blank: int
    admitted: int = 0
    outside: int = 0
    later: int = 0
    excluded: int = 0
    rejected: int = 0
    first: date | None = None
    last: date | None = None
    keys: set[str] = field(default_factory=set)
    sums: dict[str, Fraction] = field(default_factory=dict)
    amounts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        fields = self.entity.fields.items()
        self.amounts = tuple(name for name, spec in fields if spec.type == Number(Unit.KRONER))

    def take(self, record: Record) -> None:
        """Add the date, the key and the amounts of a record."""
        self.keys.add(record.key)
        day = _day(record, self.entity)
        if day is not None:
            self.first = day if self.first is None or day < self.first else self.first
            self.last = day if self.last is None or day > self.last else self.last
        for name in self.amounts:
            cell = record.cells.get(name)
            if isinstance(cell, Fraction):
                self.sums[name] = self.sums.get(name, Fraction(0)) + cell

    def line(self) -> AccountLine:
        return AccountLine(
            file=self.file,
            entity=self.entity.name,
            received=self.received,
            admitted=self.admitted,
            outside=self.outside,
            later=self.later,
            excluded=self.excluded,
            rejected=self.rejected,
            blank=self.blank,
            first=self.first,
            last=self.last,
            keys=len(self.keys),
            sums=tuple(sorted(self.sums.items())),
        )


def _day(record: Record, entity: Entity) -> date | None:
    """The day by which a record is placed in time: its reference date, else the day from which it holds."""
    start = entity.timing.start if entity.timing else None
    cell = record.cells.get(entity.reference_date or start or "")
    return cell if isinstance(cell, date) else None


def fate(record: Record, entity: Entity, as_of: date, period: tuple[date | None, date | None]) -> str:
    """Whether a record is `admitted`, or, if it is an event, `outside` the period or `later` than the as-of date."""
    day = _day(record, entity) if entity.role is Role.EVENT else None
    if day is None:
        return "admitted"
    if day > as_of:
        return "later"
    first, last = period
    return "outside" if (first and day < first) or (last and day > last) else "admitted"

"""Converted cells to those that are odd but possible: kept as they stand, and listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from klausul.records.cleaning import clean, shown
from klausul.records.convert import is_private, limits_in_words
from klausul.records.tables import place
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text
from klausul_dsl.values import Cell
from klausul_dsl.vocabulary import NO_LIMITS, Entity, Field

_SOME_VALUE = Text("en værdi", "a value")


@dataclass(frozen=True, slots=True)
class OddCell:
    """A value that the rules use although it is implausible, or comes in the wrong order with another."""

    file: str
    line: int
    column: str
    record: str
    field: str
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Watch:
    """What is looked for in the rows of one record type; `at` gives header and place in the row of each fed field."""

    entity: Entity
    limited: tuple[Field, ...]
    ordered: tuple[tuple[Field, Field], ...]
    at: Mapping[str, tuple[str, int]]
    show_personal: bool

    def odd(self, cells: Mapping[str, Cell], row: Sequence[str], file: str, line: int) -> Iterator[OddCell]:
        """The odd cells of a row."""
        for field in self.limited:
            value = cells.get(field.name)
            if isinstance(value, Fraction | date) and not field.plausible.holds(value):
                header, limits = self.at[field.name][0], limits_in_words(field.plausible)
                text = self._text(field, row)
                told = diagnose("K770", place(file, line), text=text, column=header, limits=limits)
                yield OddCell(file, line, header, self.entity.name, field.name, told)
        for first, second in self.ordered:
            begun, ended = cells.get(first.name), cells.get(second.name)
            if isinstance(begun, date) and isinstance(ended, date) and begun > ended:
                header, other = self.at[first.name][0], self.at[second.name][0]
                told = diagnose(
                    "K771",
                    place(file, line),
                    first=self._text(first, row),
                    column=header,
                    second=self._text(second, row),
                    other=other,
                )
                yield OddCell(file, line, header, self.entity.name, first.name, told)

    def _text(self, field: Field, row: Sequence[str]) -> Text:
        if is_private(field) and not self.show_personal:
            return _SOME_VALUE
        text = f"“{shown(clean(row[self.at[field.name][1]]))}”"
        return Text(text, text)


def watch(entity: Entity, at: Mapping[str, tuple[str, int]], *, show_personal: bool) -> Watch | None:
    """What to look for in rows that feed some fields of a record type; None where there is nothing."""
    limited = tuple(entity.fields[name] for name in at if entity.fields[name].plausible != NO_LIMITS)
    ordered = tuple(
        (entity.fields[first], entity.fields[second]) for first, second in entity.order if first in at and second in at
    )
    return Watch(entity, limited, ordered, at, show_personal) if limited or ordered else None

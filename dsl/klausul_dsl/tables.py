"""Who counts in a group: each record once for every choice of readings that it reaches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.combinations import Remembered
from klausul_dsl.frames import Context, Track
from klausul_dsl.judge import Counted, Member, counted_member, reference_day
from klausul_dsl.kleene import Truth, unknown
from klausul_dsl.populations import Population
from klausul_dsl.values import Reason, Record, Unknown

Variant: TypeAlias = tuple[tuple[str, str], ...]


class MemberTable:
    """How one record counts on its day, found once for all choices that agree on the readings it reaches."""

    __slots__ = ("_found", "_norm", "day", "record")

    def __init__(self, norm: Counted, record: Record, day: date | Unknown) -> None:
        self._norm, self.record, self.day = norm, record, day
        self._found: Remembered[Member] = Remembered()

    def at(self, context: Context) -> Member:
        member = self._found.at(context.choices)
        if member is None:
            member = counted_member(self._norm, self.record, self.day, context)
            self._found.add(context.choices, member.track.reached, member)
        return member


def member_tables(norm: Counted, found: Population, context: Context) -> list[MemberTable]:
    """One table for each record that can count, rejected rows among them."""
    tables = [MemberTable(norm, record, day) for record, day in found.records]
    for record in context.world.rejected(norm.entity):
        day = reference_day(norm, record, context, Track())
        if day is not None:
            tables.append(MemberTable(norm, record, day))
    return tables


def counts_itself(record: Record) -> Truth:
    """Whether a record of a group's own counts in it; of a rejected row it is not known."""
    return unknown(Reason.REJECTED_ROWS, record.entity, record.key, "") if record.rejected else True


def variants_of(parts: tuple[object, ...], context: Context) -> Iterator[tuple[Variant, bool, Context]]:
    """The combinations of the readings that choose parts, the chosen one first: each with its context."""
    names = list(dict.fromkeys(part.reading for part in parts if isinstance(part, t.ByReading)))
    options = [context.alternatives(name) for name in names]
    variants = [tuple(zip(names, combination, strict=True)) for combination in product(*options)]

    def others(variant: Variant) -> int:
        return sum(context.choices[name] != option for name, option in variant)

    for variant in sorted(variants, key=others):
        yield variant, not others(variant), replace(context, choices={**context.choices, **dict(variant)})

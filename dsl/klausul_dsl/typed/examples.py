"""Examples: a world of records and what its subject must come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from klausul_dsl.clauses import Reference
from klausul_dsl.text import Text
from klausul_dsl.typed.node import Node
from klausul_dsl.values import Never, Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRecord(Node):
    """A record of an example's world: cells by canonical name, stated facts among them; `count` copies of it."""

    entity: str
    key: str
    cells: Mapping[str, Plain | Never | None]
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Node):
    """What the example's subject must come to, at the given readings.

    `key` names the record that is meant where it is not the first of its kind; `on` a day of the period that is meant.
    """

    verdict: str
    reason: str | None = None
    facts: tuple[str, ...] = ()
    by: str | None = None
    references: tuple[Reference, ...] = ()
    refuted: tuple[tuple[str, tuple[Reference, ...]], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    key: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Node):
    """Facts and what they come to. `subject` is a norm, definition or classification."""

    agreement: str
    title: Text
    subject: str
    records: tuple[GivenRecord, ...]
    closed: frozenset[tuple[str, str]]
    on: date | None
    as_of: date | None
    expectations: tuple[Expectation, ...]

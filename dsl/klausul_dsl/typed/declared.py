"""What an agreement declares beside its norms. `label` is what readers see; `references` are the clauses it states."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klausul_dsl.clauses import Reference
from klausul_dsl.datatypes import Type
from klausul_dsl.text import Text
from klausul_dsl.typed.expressions import Expression
from klausul_dsl.typed.node import Node
from klausul_dsl.typed.periods import Validity
from klausul_dsl.values import Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Node):
    name: str
    label: Text
    title: Text
    validity: Validity
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterEntry(Node):
    """A value from a day on, for one key where the parameter is keyed; of a set, its choices."""

    start: date
    key: str | None
    value: Plain | tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Node):
    name: str
    label: Text
    type: Type
    keyed_by: str | None
    entries: tuple[ParameterEntry, ...]
    source: Text | None
    not_supplied: Text | None
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Node):
    name: str
    label: Text
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Node):
    """A question the text leaves open; the first alternative is the default."""

    name: str
    label: Text
    asks: Text
    alternatives: tuple[Alternative, ...]
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning(Node):
    value: Expression
    validity: Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Node):
    """A named condition or value of a record. `dated` where it is asked for on a day."""

    name: str
    label: Text
    entity: str
    dated: bool
    type: Type
    meanings: tuple[Meaning, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Node):
    """A class; condition None is `otherwise`."""

    name: str
    label: Text
    condition: Expression | None
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification(Node):
    name: str
    label: Text
    entity: str
    branches: tuple[Branch, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Node):
    """Review days: fixed dates, or a (day, month) of every year; on condition."""

    dates: tuple[date, ...]
    yearly: tuple[int, int] | None
    condition: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Node):
    """A classification is frozen between its review days; what is recorded must be what it gives on each of them."""

    agreement: str
    name: str
    label: Text
    classification: str
    entity: str
    reviews: tuple[Review, ...]
    references: tuple[Reference, ...]

"""What an agreement declares beside its norms: parameters, readings, definitions, classifications, placements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from klausul_dsl.syntax.expressions import Expression, TextLiteral
from klausul_dsl.syntax.node import Called, Cite, Name, Node, Words
from klausul_dsl.syntax.periods import End, InForce, Start


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses(Node):
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses(Node):
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Node):
    name: Name
    parts: tuple[Called | Title | InForce | Clauses | Uses, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSupplied(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceType(Node):
    """`choice of dwelling.kind`, `several choices of dwelling.kind`."""

    entity: Name
    member: Name
    several: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices(Node):
    """`(family; youth)`."""

    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue(Node):
    """`from 2022-12-01 for K1 is 1.45 %`."""

    start: date
    key: Name | TextLiteral | None = None
    value: Expression | Choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Node):
    name: Name
    type: Name | ChoiceType
    entity: Name | None = None
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | SourceNote | NotSupplied | DatedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asks(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative(Node):
    """An answer to a reading: `each_estate called da "…" because "…"`."""

    name: Name
    called: Words | None = None
    reason: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Asks | Start | End | Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Means(Node):
    """What a definition means, in a span of time if one is given."""

    value: Expression
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Define(Node):
    name: Name
    entity: Name
    on_day: bool = False
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Means, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Node):
    """A class; condition None is `otherwise`."""

    name: Name
    called: Words | None = None
    condition: Expression | None
    start: date | None = None
    end: date | None = None
    cites: tuple[Cite, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classify(Node):
    entity: Name
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Node):
    """Review days: fixed dates, or one day of every year as (day, month)."""

    dates: tuple[date, ...] = ()
    yearly: tuple[int, int] | None = None
    condition: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Node):
    entity: Name
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Review, ...] = ()

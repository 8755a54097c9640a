"""Conditions and values, every one with the type of its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Type
from klausul_dsl.text import Text
from klausul_dsl.typed.node import Node
from klausul_dsl.values import Plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant(Node):
    value: Plain
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Node):
    """A record in scope: depth 0 is the innermost, 1 the one around it."""

    depth: int
    entity: str
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Node):
    """A field of a record; a reference field leads to the record it names."""

    of: Expression
    name: str
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedFact(Node):
    """A dated fact of a record, on a day (the reference day where None)."""

    of: Expression
    entity: str
    name: str
    on: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Defined(Node):
    """What a definition gives for a record, on a day (the reference day where None)."""

    of: Expression
    name: str
    on: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Classified(Node):
    """The class of a record on a day (the reference day where None): as placed, or as derived where unplaced."""

    of: Expression
    name: str
    on: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterValue(Node):
    """The value of a parameter on the reference day; `key` leads to the record it is keyed by."""

    name: str
    key: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Node):
    """The reference day."""

    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Node):
    """A date moved by a duration, forwards (1) or backwards (-1)."""

    value: Expression
    by: Duration
    sign: Literal[1, -1]
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingDay(Node):
    """A date, or the next working day where it is none."""

    value: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(Node):
    operator: Literal["+", "-", "*"]
    left: Expression
    right: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Node):
    operator: Literal["<", "<=", ">", ">=", "=", "!="]
    left: Expression
    right: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Node):
    """Whether a value is among literal options."""

    value: Expression
    options: tuple[Constant, ...]
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class InSet(Node):
    """Whether a value is among the choices of a parameter on the reference day."""

    value: Expression
    choices: ParameterValue
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class IsKnown(Node):
    """Whether a value is known: one of the two tests that turn unknown into an answer."""

    value: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class IsUncovered(Node):
    """Whether a classification leaves the record without a class for certain."""

    value: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Within(Node):
    """Whether a date lies within a duration before or after an anchor, both end days included."""

    value: Expression
    duration: Duration
    direction: Literal["before", "after"]
    anchor: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Throughout(Node):
    """Whether a condition holds on every day of a duration before or after an anchor, both end days included."""

    condition: Expression
    duration: Duration
    direction: Literal["before", "after"]
    anchor: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    operand: Expression
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class All(Node):
    operands: tuple[Expression, ...]
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Any(Node):
    operands: tuple[Expression, ...]
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Node):
    """The records of an entity whose reference field names the record that `of` leads to; all of them without it.

    With `within`, the name of a date field, only those dated in the period that is being judged.
    """

    entity: str
    reference: str | None
    of: Expression | None
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantified(Node):
    """In the condition the member is the innermost subject; None means only that there is one."""

    quantifier: Literal["some", "every", "no"]
    collection: Collection
    condition: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Node):
    collection: Collection
    condition: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class EachMonth(Node):
    """In each calendar month before the anchor's month there is a member dated in it that meets the condition."""

    months: int
    anchor: Expression
    collection: Collection
    dated_by: str
    condition: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedBy(Node):
    """Whether there is a first and, on the same day or later, a second; both are dated by their reference dates."""

    first: Quantified
    first_dated_by: str
    then: Quantified
    then_dated_by: str
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested(Node):
    """Whether a person has stated it of the record in scope; of the agreement itself where there is none."""

    statement: Text
    subject: Expression | None
    type: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class ByReading(Node, Generic[T]):
    """What each alternative of a reading gives."""

    reading: str
    options: tuple[tuple[str, T], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreted(Node):
    """An expression that depends on a reading."""

    choice: ByReading[Expression]
    type: Type


Expression: TypeAlias = (
    Constant
    | Subject
    | Field
    | DatedFact
    | Defined
    | Classified
    | ParameterValue
    | Day
    | Shift
    | WorkingDay
    | Arithmetic
    | Compare
    | OneOf
    | InSet
    | IsKnown
    | IsUncovered
    | Within
    | Not
    | All
    | Any
    | Quantified
    | Count
    | EachMonth
    | FollowedBy
    | Throughout
    | Attested
    | Interpreted
)

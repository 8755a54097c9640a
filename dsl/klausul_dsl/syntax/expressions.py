"""Conditions and values as written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from klausul_dsl.syntax.node import Name, Node, Words
from klausul_dsl.syntax.periods import Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberLiteral(Node):
    """A number with its unit, as the name of the keyword (`PERCENT`, `KRONER`, ...), if any."""

    value: Fraction
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLiteral(Node):
    value: date


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLiteral(Node):
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class YesNoLiteral(Node):
    """`yes` or `no`; as a condition of its own, `always` or `never`."""

    value: bool
    condition: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Day(Node):
    """The reference day: `day` / `dagen`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Node):
    """Names joined by points; `on` is the day at which a dated fact is asked for."""

    names: tuple[Name, ...]
    on: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Arithmetic(Node):
    operator: Literal["+", "-", "*"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift(Node):
    """A date moved by a duration."""

    operator: Literal["+", "-"]
    left: Expression
    duration: Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare(Node):
    operator: Literal["<", "<=", ">", ">=", "before", "after", "is", "is not"]
    left: Expression
    right: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf(Node):
    value: Expression
    options: tuple[Expression, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InSet(Node):
    """`dwelling.kind in kinds`: whether a value is among those of a parameter."""

    value: Expression
    choices: Name
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Test(Node):
    """`is missing`, `is known`, `is uncovered`."""

    kind: Literal["missing", "known", "uncovered"]
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Within(Node):
    """`D within 6 months before E`: both end days included."""

    value: Expression
    duration: Duration
    direction: Literal["before", "after"]
    anchor: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Not(Node):
    operand: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Connected(Node):
    """Operands joined by one connective throughout."""

    connective: Literal["and", "or"]
    operands: tuple[Expression, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """An expression in parentheses."""

    inner: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection(Node):
    """The records of a kind that belong to a record: `member of household`, `offer`."""

    name: Name
    of: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantified(Node):
    quantifier: Literal["some", "every", "no"]
    collection: Collection
    body: Expression | None = None
    neuter: bool = field(default=False, compare=False)
    having: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Count(Node):
    """`number of offer where (…)`."""

    collection: Collection
    body: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EachMonth(Node):
    """`in each of the 6 calendar months before D some benefit_month has (…)`."""

    months: int
    anchor: Expression
    collection: Collection
    body: Expression | None = None
    neuter: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedBy(Node):
    """`some A having (…), followed by some B having (…)`: on the same day or later."""

    first: Quantified
    then: Quantified


@dataclass(frozen=True, slots=True, kw_only=True)
class Throughout(Node):
    """`throughout the 2 years before D (…)`: on every day of them."""

    duration: Duration
    direction: Literal["before", "after"]
    anchor: Expression
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved(Node):
    """`D moved to the next working day`."""

    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Attested(Node):
    statement: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Option(Node):
    name: Name
    value: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class ByReading(Node):
    """`by READING a = … b = …`: the value that the chosen alternative gives."""

    reading: Name
    options: tuple[Option, ...]


Expression: TypeAlias = (
    NumberLiteral
    | DateLiteral
    | TextLiteral
    | YesNoLiteral
    | Day
    | Path
    | Arithmetic
    | Shift
    | Compare
    | OneOf
    | InSet
    | Test
    | Within
    | Not
    | Connected
    | Group
    | Quantified
    | Count
    | EachMonth
    | FollowedBy
    | Throughout
    | Moved
    | Attested
    | ByReading
)

"""The typed core: what a policy means, every name resolved.

Every name here is canonical: that of the schemas for records, fields and choices; for what a policy declares, the
English label as a name where one is given, else the declared name. So the same policy written in Danish and in English
has the same core. Spans never count when two cores are compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Generic, Literal, TypeAlias, TypeVar

from klausul_dsl.clauses import Reference
from klausul_dsl.datatypes import Type
from klausul_dsl.source import NOWHERE, Span
from klausul_dsl.text import Text
from klausul_dsl.values import Never, Plain

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(default=NOWHERE, compare=False, repr=False)


# Expressions. Every one has the type of its value.


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
    """A date moved by days or months (weeks are seven days, years twelve months); amount may be negative."""

    value: Expression
    amount: int
    unit: Literal["days", "months"]
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
    amount: int
    unit: Literal["days", "months"]
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
    """The records of an entity whose reference field names the record that `of` leads to."""

    entity: str
    reference: str
    of: Expression


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
class Attested(Node):
    """Whether a person has stated it of the record in scope."""

    statement: Text
    subject: Expression
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
    | Arithmetic
    | Compare
    | OneOf
    | IsKnown
    | IsUncovered
    | Within
    | Not
    | All
    | Any
    | Quantified
    | Count
    | EachMonth
    | Attested
    | Interpreted
)


# Items. `label` is what readers see; `references` are the clauses it states.


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """The days on which something holds; None is without limit."""

    start: date | None = None
    end: date | None = None

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


ALWAYS = Validity()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Node):
    name: str
    label: Text
    title: Text
    validity: Validity
    uses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterEntry(Node):
    """A value from a day on, for one key where the parameter is keyed."""

    start: date
    key: str | None
    value: Plain


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemption(Node):
    """`unless`, with the clause that allows it."""

    condition: Expression
    references: tuple[Reference, ...]


RequirementForm: TypeAlias = Literal["must", "must_not", "must_not_happen", "may_only", "no_member", "every_member"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement(Node):
    """What must hold. `condition` is what must be true, whatever the form of words in `form`."""

    form: RequirementForm
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Node):
    """A condition over each record of a population, as it stands on the record's reference date."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    requirement: Requirement
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Node):
    """Whose records are counted together: those of each record of an entity, or all of them (entity None)."""

    entity: str | None
    path: Expression | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Node):
    kind: Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Node):
    """A bound on the share numerator/denominator; denominator 0 is a bound on a count. `percent` only for showing."""

    comparison: Literal["at_least", "at_most", "exactly"]
    numerator: int
    denominator: int
    rounding: Literal["down", "nearest", "up"] | None
    percent: bool = field(default=False, compare=False)

    @property
    def share(self) -> Fraction:
        return Fraction(self.numerator, self.denominator or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Node):
    """A count over the records of each group and period."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    group: Group | ByReading[Group]
    period: Period | ByReading[Period]
    bound: Bound | ByReading[Bound]
    requirement: Requirement
    validity: Validity
    references: tuple[Reference, ...]


RecordNorm: TypeAlias = Rule | Quota
"""What is asked of the records of a population."""

Norm: TypeAlias = RecordNorm | Placement


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenRecord(Node):
    """A record of an example's world: cells by canonical name, stated facts among them; `count` copies of it."""

    entity: str
    key: str
    cells: Mapping[str, Plain | Never | None]
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation(Node):
    """What the example's subject must come to, at the given readings."""

    verdict: str
    reason: str | None = None
    facts: tuple[str, ...] = ()
    by: str | None = None
    references: tuple[Reference, ...] = ()
    refuted: tuple[tuple[str, tuple[Reference, ...]], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Node):
    """An agreement with everything it declares and uses, by canonical name, in the order written."""

    agreement: Agreement
    agreements: Mapping[str, Agreement]
    parameters: Mapping[str, Parameter]
    readings: Mapping[str, Reading]
    definitions: Mapping[str, Definition]
    classifications: Mapping[str, Classification]
    placements: Mapping[str, Placement]
    norms: Mapping[str, Norm]
    examples: tuple[Example, ...]

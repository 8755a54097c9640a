"""The syntax tree: what was written, in the order it was written.

Names are still words, references are still texts. Spans never count when two trees are compared.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Literal, TypeAlias

from klausul_dsl.source import NOWHERE, Span
from klausul_dsl.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Node):
    """A word that names something, in lower case; `spelt` as written, for the keys of records, where case matters."""

    word: str
    spelt: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Node):
    """A text, as `"…"` in the language of the file, or as `da "…" en "…"`."""

    plain: str | None = None
    da: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(Node):
    """A clause reference as written, e.g. `3.3` or `almenboligloven § 59, stk. 7`."""

    text: str


# Expressions


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


DurationUnit: TypeAlias = Literal["days", "weeks", "months", "years"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Node):
    amount: int
    unit: DurationUnit


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
    | Test
    | Within
    | Not
    | Connected
    | Group
    | Quantified
    | Count
    | EachMonth
    | Attested
    | ByReading
)


# Items and their clauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Called(Node):
    """The label in both languages: `called da "…" en "…"`."""

    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Start(Node):
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class End(Node):
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class InForce(Node):
    start: date
    end: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clauses(Node):
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses(Node):
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class NotSupplied(Node):
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue(Node):
    """`from 2022-12-01 for K1 is 1.45 %`."""

    start: date
    key: Name | TextLiteral | None = None
    value: Expression


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
class Means(Node):
    """What a definition means, in a span of time if one is given."""

    value: Expression
    start: date | None = None
    end: date | None = None


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
class Review(Node):
    """Review days: fixed dates, or one day of every year as (day, month)."""

    dates: tuple[date, ...] = ()
    yearly: tuple[int, int] | None = None
    condition: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Population(Node):
    """`for each ENTITY` of a rule, `of ENTITY` of a quota."""

    entity: Name
    dated_by: Path | None = None
    neuter: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where(Node):
    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Unless(Node):
    condition: Expression
    cites: tuple[Cite, ...] = ()


Verb: TypeAlias = Literal["have", "be"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Must(Node):
    """`must …`, `must not …`; under `at most`, `may …` says the same as `must …`."""

    condition: Expression
    negated: bool = False
    verb: Verb = None
    may: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MustNotHappen(Node):
    pass


@dataclass(frozen=True, slots=True, kw_only=True)
class MayOnly(Node):
    """`may only happen when …`."""

    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Members(Node):
    """`no member of household may have (…)`, `every member of household must have (…)`."""

    quantifier: Literal["no", "every"]
    collection: Collection
    condition: Expression
    verb: Verb = None
    neuter: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PerGroup(Node):
    """The records are counted for each record that the path leads to."""

    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Altogether(Node):
    """All records are counted as one group: `taken together`."""


PeriodKind: TypeAlias = Literal["calendar_year", "calendar_quarter", "calendar_month", "agreement_period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Node):
    kind: PeriodKind


Rounding: TypeAlias = Literal["down", "nearest", "up"] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound(Node):
    """A bound on a share (numerator, denominator) or, with denominator 0, on a count."""

    comparison: Literal["at least", "at most", "exactly"]
    numerator: Fraction
    denominator: int
    percent: bool = False
    rounding: Rounding = None


QuotaPart: TypeAlias = PerGroup | Altogether | Period | Bound


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOption(Node):
    name: Name
    part: QuotaPart


@dataclass(frozen=True, slots=True, kw_only=True)
class PartByReading(Node):
    """A group, period or bound chosen by a reading."""

    reading: Name
    options: tuple[PartOption, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Node):
    """A fact stated in an example: value None is `no …` / `not …` where negated, `yes` where not.

    `negation` is the word that negates it, for printing; `neuter` is its form in Danish.
    """

    path: Path
    value: Expression | None = None
    negated: bool = False
    negation: Literal["no", "not"] = field(default="not", compare=False)
    neuter: bool = field(default=False, compare=False)
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Node):
    """`given 33 vacancies v of … on DATE with …`; `none` is `given no member of household`."""

    amount: int = 1
    entity: Name
    key: str | None = None
    of: Path | None = None
    on: date | None = None
    facts: tuple[Stated, ...] = ()
    none: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf(Node):
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Refuted(Node):
    name: Name
    cites: tuple[Cite, ...] = ()


Verdict: TypeAlias = Literal[
    "breach", "compliant", "undetermined", "not_applicable", "pending", "uncovered", "conflict", "yes", "no", "unknown"
]
ReasonWord: TypeAlias = Literal["uncovered", "conflict", "unreadable", "rejected_rows", "order", "missing_facts"]
PartWord: TypeAlias = Literal["where", "unless", "must"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect(Node):
    """What an example expects: a verdict, or a class or value; why; which branch decided; under which readings."""

    verdict: Verdict | None = None
    value: Expression | None = None
    reason: ReasonWord | None = None
    facts: tuple[Path, ...] = ()
    by: PartWord | None = None
    cites: tuple[Cite, ...] = ()
    refuted: tuple[Refuted, ...] = ()
    readings: tuple[tuple[Name, Name], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement(Node):
    name: Name
    parts: tuple[Called | Title | InForce | Clauses | Uses, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter(Node):
    name: Name
    type: Name
    entity: Name | None = None
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | SourceNote | NotSupplied | DatedValue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Asks | Start | End | Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Define(Node):
    name: Name
    entity: Name
    on_day: bool = False
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Means, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Classify(Node):
    entity: Name
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Called | Branch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Node):
    entity: Name
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[Review, ...] = ()


RulePart: TypeAlias = Called | Start | End | Population | Where | Unless | Must | MustNotHappen | MayOnly | Members


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[RulePart, ...] = ()


QuotaPartNode: TypeAlias = (
    Called | Start | End | Population | Where | Unless | PerGroup | Altogether | Period | Bound | PartByReading | Must
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[QuotaPartNode, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Node):
    title: Words
    subject: Name
    parts: tuple[AsOf | Given | Expect, ...] = ()


Item: TypeAlias = Agreement | Parameter | Reading | Define | Classify | Placement | Rule | Quota | Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Node):
    """A comment, `# …`; `own_line` where nothing stands before it on its line, which it begins at `column` (from 0)."""

    text: str
    own_line: bool
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Node):
    """One policy file: its language version, its natural language, its items and comments."""

    version: int
    language: Language
    items: tuple[Item, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), compare=False)

"""Rules and quotas as written, with the parts they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from klausul_dsl.syntax.expressions import Collection, Expression, Path
from klausul_dsl.syntax.node import Called, Cite, Name, Node
from klausul_dsl.syntax.periods import End, Period, Start


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


Norm: TypeAlias = Rule | Quota

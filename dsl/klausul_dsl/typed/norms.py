"""What is judged: rules over records, quotas over groups."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from klausul_dsl.clauses import Reference
from klausul_dsl.text import Text
from klausul_dsl.typed.declared import Placement
from klausul_dsl.typed.expressions import ByReading, Expression
from klausul_dsl.typed.node import Node
from klausul_dsl.typed.periods import Period, Validity


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

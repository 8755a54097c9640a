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
from klausul_dsl.typed.periods import Period, Recurrence, Standing, Validity


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
    """A bound on the share numerator/denominator; denominator 0 is a bound on a count. `percent` only for showing.

    With `value` the bound is its value for the group on the last day of the period; numerator and denominator hold
    where that is not known, if there is a `fallback`.
    """

    comparison: Literal["at_least", "at_most", "exactly"]
    numerator: int
    denominator: int
    rounding: Literal["down", "nearest", "up"] | None
    percent: bool = field(default=False, compare=False)
    value: Expression | None = None
    fallback: bool = True

    @property
    def share(self) -> Fraction:
        return Fraction(self.numerator, self.denominator or 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota(Node):
    """A count over the records of each group and period, or over those that stand on a day."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    group: Group | ByReading[Group]
    period: Period | Standing | ByReading[Period]
    bound: Bound | ByReading[Bound]
    requirement: Requirement
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryNth(Node):
    """At least, or at most, every n-th; `first` is the first position that must, or may, be met (1 to n)."""

    comparison: Literal["at_least", "at_most"]
    n: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset(Node):
    """When a running count starts afresh: never, with the calendar year, or when a value of the group's record changes.

    In `of` the group's record is the innermost subject.
    """

    kind: Literal["never", "calendar_year", "change"]
    of: Expression | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(Node):
    """A running count over the records of each group in the order of their dates: one outcome for each position."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    group: Group | ByReading[Group]
    reset: Reset | ByReading[Reset]
    bound: EveryNth | ByReading[EveryNth]
    requirement: Requirement
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Node):
    """Something of each record that must have happened by a day. `after_expiry`: also by a day after the agreement."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    event: Expression
    due: Expression
    after_expiry: bool
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic(Node):
    """A condition over each record in each period that it runs through.

    `after_expiry`: also in the periods after the agreement, for records that began while it was in force.
    """

    agreement: str
    name: str
    label: Text
    entity: str
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    recurrence: Recurrence | ByReading[Recurrence]
    requirement: Requirement
    after_expiry: bool
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Node):
    """Something that parties owe in each period: for each record of an entity, or once altogether (entity "").

    `owed_by` are names of parties (`parties.PARTIES`).
    """

    agreement: str
    name: str
    label: Text
    entity: str
    owed_by: tuple[str, ...]
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    recurrence: Recurrence | ByReading[Recurrence]
    requirement: Requirement
    after_expiry: bool
    validity: Validity
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Node):
    """The number a measure is shown against: a share, or with denominator 0 a count; `about` where it is only near."""

    numerator: Fraction
    denominator: int
    percent: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Node):
    """A count over the records of each group and period that is shown and not judged."""

    agreement: str
    name: str
    label: Text
    entity: str
    dated_by: Expression
    where: tuple[Expression, ...]
    unless: tuple[Exemption, ...]
    group: Group | ByReading[Group]
    period: Period | Standing | ByReading[Period]
    counts: Expression | None
    expected: Expected | None
    validity: Validity
    references: tuple[Reference, ...]


RecordNorm: TypeAlias = Rule | Quota | Sequence | Deadline | Periodic | Duty
"""What is asked of records, one by one or together."""

Norm: TypeAlias = RecordNorm | Placement
"""What is judged; a measure is not."""

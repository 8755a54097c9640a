"""Rules and quotas as written, with the parts they are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from klausul_dsl.syntax.expressions import Collection, Expression, Path
from klausul_dsl.syntax.node import Called, Cite, Name, Node
from klausul_dsl.syntax.periods import AfterExpiry, End, Period, Recurrence, ReviewDays, Start


@dataclass(frozen=True, slots=True, kw_only=True)
class Population(Node):
    """`for each ENTITY` of a rule, `of ENTITY` of a quota; `standing on` days instead of happening on one."""

    entity: Name
    dated_by: Path | None = None
    standing_on: ReviewDays | None = None
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
    """A bound on a share (numerator, denominator) or, with denominator 0, on a count.

    With `value` the bound is what stands there, and the numbers are for where it is not known (None: no bound then).
    """

    comparison: Literal["at least", "at most", "exactly"]
    numerator: Fraction | None
    denominator: int
    percent: bool = False
    rounding: Rounding = None
    value: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EveryNth(Node):
    """`at least every 2nd, beginning with the 2nd`; the phase is that of the n-th where none is given."""

    comparison: Literal["at least", "at most"]
    n: int
    first: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset(Node):
    """`starting afresh every calendar year`, `starting afresh on each change of P`, `never starting afresh`."""

    kind: Literal["never", "calendar_year", "change"]
    of: Path | None = None


QuotaPart: TypeAlias = PerGroup | Altogether | Period | Bound | EveryNth | Reset | Recurrence
"""The parts of a norm that a reading may choose."""


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


SequencePart: TypeAlias = (
    Called | Start | End | Population | Where | Unless | PerGroup | Altogether | Reset | EveryNth | PartByReading | Must
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[SequencePart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Due(Node):
    """`EVENT no later than DAY`."""

    event: Expression
    day: Expression


DeadlinePart: TypeAlias = Called | Start | End | AfterExpiry | Population | Where | Unless | Due


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[DeadlinePart, ...] = ()


PeriodicPart: TypeAlias = (
    Called | Start | End | AfterExpiry | Population | Where | Unless | Recurrence | PartByReading | Must
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[PeriodicPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedBy(Node):
    parties: tuple[Name, ...]


DutyPart: TypeAlias = (
    Called | Start | End | AfterExpiry | OwedBy | PerGroup | Where | Unless | Recurrence | PartByReading | Must
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[DutyPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(Node):
    """`counts …`: what a measure counts of its records."""

    condition: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected(Node):
    """`expected about 84`: a share (numerator, denominator) or, with denominator 0, a count."""

    numerator: Fraction
    denominator: int
    percent: bool = False
    about: bool = False


MeasurePart: TypeAlias = (
    Called
    | Start
    | End
    | Population
    | Where
    | Unless
    | PerGroup
    | Altogether
    | Period
    | PartByReading
    | Counts
    | Expected
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(Node):
    name: Name
    cites: tuple[Cite, ...] = ()
    parts: tuple[MeasurePart, ...] = ()


Norm: TypeAlias = Rule | Quota | Sequence | Deadline | Periodic | Duty | Measure

"""Examples as written: what is given, and what is expected of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from klausul_dsl.syntax.expressions import Expression, Path
from klausul_dsl.syntax.node import Cite, Name, Node, Words


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
    """`given 33 vacancies v of … on DATE with …`; `none` is `given no member`, `neuter` its form in Danish."""

    amount: int = 1
    entity: Name
    key: str | None = None
    of: Path | None = None
    on: date | None = None
    facts: tuple[Stated, ...] = ()
    none: bool = False
    neuter: bool = field(default=False, compare=False)


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
    key: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Example(Node):
    title: Words
    subject: Name
    parts: tuple[AsOf | Given | Expect, ...] = ()

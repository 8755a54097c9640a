"""The types and units a value can have."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


class Unit(Enum):
    """What a number counts. Numbers of different units are never compared or added."""

    COUNT = "count"
    PERCENT = "percent"
    KRONER = "kroner"
    SQUARE_METRES = "square_metres"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class YesNo:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Number:
    """An exact rational number of a unit. A percentage is held as its percent number: 41 % is 41."""

    unit: Unit = Unit.COUNT


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar day; Klausul knows no time of day."""


@dataclass(frozen=True, slots=True)
class Words:
    """Text, compared letter by letter."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list. The list belongs to a field or dated fact, named `entity.field`."""

    of: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A record of an entity."""

    entity: str


@dataclass(frozen=True, slots=True)
class ClassOf:
    """A class of a classification."""

    classification: str


@dataclass(frozen=True, slots=True)
class Several:
    """A set of choices or classes: what a value can be among."""

    of: Choice | ClassOf


Type: TypeAlias = YesNo | Number | Date | Words | Choice | Reference | ClassOf | Several

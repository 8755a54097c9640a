"""What a judgement is explained against, and what records are called in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from klausul.findings.disclosure import NOTHING_PERSONAL, Disclosure
from klausul.findings.model import Unverified
from klausul.findings.naming import place_of
from klausul.findings.privacy import tells_of_a_person
from klausul_dsl import typed
from klausul_dsl.clauses import Register
from klausul_dsl.outcomes import Judgement
from klausul_dsl.text import Text
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary

Teller: TypeAlias = Callable[[typed.Norm | typed.Measure, tuple[tuple[str, str], ...]], Text]
"""What says a norm in plain words, as it stands in a variant at the chosen readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a judgement is explained against; `private` are the definitions whose value tells of a person.

    `phrases` keeps what requirements are in words, by norm and variant; `unverified` what norms rest on, by norm.
    """

    policy: typed.Policy
    vocabulary: Vocabulary
    registers: Mapping[str, Register]
    chosen: Mapping[str, str]
    world: World
    tell: Teller
    private: frozenset[str]
    disclosure: Disclosure = NOTHING_PERSONAL
    phrases: dict[tuple[str, tuple[tuple[str, str], ...]], Text] = field(default_factory=dict)
    unverified: dict[str, tuple[Unverified, ...]] = field(default_factory=dict)


def subject_of(judgement: Judgement, context: Context) -> str:
    """What the subject of a finding is called: its key as it may be told, else the place of its row.

    A hash of a person's key would be found out by trying all keys there are; so what is told goes into the id as well.
    """
    return called(judgement.entity, judgement.key, context) if judgement.key else ""


def called(entity: str, key: str, context: Context) -> str:
    """What a record is called: its key as it may be told, else the place of its row."""
    told = context.disclosure.key(entity, key, context.vocabulary)
    place = place_of(context.world, entity, key, None) if told is None else None
    return told or (f"{place.file}:{place.line}" if place else "?")


def key_of(entity: str, key: str, judgement: Judgement, context: Context) -> str | None:
    """The key of a record as it may be told; that of the subject is always told in one way."""
    if (entity, key) == (judgement.entity, judgement.key):
        return subject_of(judgement, context)
    return context.disclosure.key(entity, key, context.vocabulary)


def withholds(part: object, context: Context) -> bool:
    """Whether what a part of a norm comes to tells of a person, and may not be told."""
    return not context.disclosure.personal and tells_of_a_person(part, context.policy, context.vocabulary)

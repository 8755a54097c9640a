"""What things are called in a report, and where they were read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

from klausul.findings.model import ClauseCited, Place
from klausul.findings.shown import spoken
from klausul_dsl import typed
from klausul_dsl.clauses import Reference, Register
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary

Cited = TypeVar("Cited", Reference, ClauseCited)


Variant: TypeAlias = tuple[tuple[str, str], ...]
"""The alternatives of the readings that fix a variant of a norm."""


def identity(
    agreement: str, name: str, variant: Variant, entity: str, key: str, period: tuple[date, date] | None
) -> str:
    """A short hash of what is told of: the same in every run, wherever the row of the record stands."""
    days = [day.isoformat() for day in period] if period else None
    about = [agreement, name, sorted(variant), entity, key, days]
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def variant_label(variant: Variant, policy: typed.Policy) -> Text:
    """The words for a variant: those of its alternatives."""
    labels = [alternative_label(policy.readings[name], alternative) for name, alternative in variant]
    return Text(*(", ".join(label[language] for label in labels) for language in LANGUAGES))


def titled(item: typed.Norm | typed.Measure) -> Text:
    """The form and the label of a norm or measure; the label of a placement names its form already."""
    label = spoken(item.label)
    if isinstance(item, typed.Placement):
        return label
    form = _FORMS[type(item)]
    return Text(f"{form.da}: {label.da}", f"{form.en}: {label.en}")


_FORMS: Mapping[type, Text] = {
    typed.Rule: Text("regel", "rule"),
    typed.Quota: Text("kvote", "quota"),
    typed.Sequence: Text("rækkefølge", "sequence"),
    typed.Deadline: Text("frist", "deadline"),
    typed.Periodic: Text("periodisk krav", "periodic requirement"),
    typed.Duty: Text("pligt", "duty"),
    typed.Measure: Text("måling", "measure"),
}


def alternative_label(reading: typed.Reading, name: str) -> Text:
    """The words for an alternative of a reading."""
    return spoken(next((item.label for item in reading.alternatives if item.name == name), Text(name, name)))


def cite(references: tuple[Reference, ...], registers: Mapping[str, Register]) -> tuple[ClauseCited, ...]:
    """References with the titles of their clauses."""
    cited = []
    for reference in references:
        register = registers.get(reference.register)
        clause = register.clauses.get(reference.clause) if register else None
        title = clause.title if clause else Text("", "")
        cited.append(ClauseCited(register=reference.register, id=reference.clause, title=title))
    return tuple(cited)


def leading(references: Sequence[Cited]) -> Cited | None:
    """The clause a norm is listed under: the most specific of those it states, the first of them if there are several.

    >>> leading((Reference("a", "3"), Reference("a", "3.4"))).clause
    '3.4'
    """

    def depth(reference: Cited) -> int:
        number = reference.clause if isinstance(reference, Reference) else reference.id
        return number.count(".") + number.count(",")

    return max(references, key=depth, default=None)


def entity_label(vocabulary: Vocabulary, entity: str) -> Text:
    """The word for one record of a type."""
    kind = vocabulary.entities.get(entity)
    return kind.singular if kind else words_of(entity)


def place_of(world: World, entity: str, key: str, name: str | None) -> Place | None:
    """Where a record, or one of its fields, was read."""
    record = world.get(entity, key)
    if record is None or record.origin is None:
        return None
    column = record.origin.columns.get(name) if name is not None else None
    return Place(file=record.origin.file, line=record.origin.line, column=column)


def words_of(name: str) -> Text:
    """A name as words, where nothing else names the thing."""
    return spoken(Text(name, name))

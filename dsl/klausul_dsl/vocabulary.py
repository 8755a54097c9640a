"""The records, fields, choices and labels a policy may speak of, read from annotated JSON Schemas.

A record type is a JSON Schema (2020-12) of an object; what a policy needs beyond it stands under `x-klausul`.
`schemas/vocabulary.schema.json` describes the annotation.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from klausul_dsl.datatypes import Choice, Date, Number, Reference, Type, Unit, Words, YesNo
from klausul_dsl.text import LANGUAGES, Language, Text, name_of


class Role(Enum):
    """What a record type is, and so what it means that a record is not there."""

    ENTITY = "entity"
    EVENT = "event"
    CHILD = "child"
    STATE = "state"
    OBSERVATION = "observation"
    ATTESTATION = "attestation"


class FactKind(Enum):
    """What a blank cell means: a value is unknown; an event date may mean "has not happened"."""

    VALUE = "value"
    EVENT_DATE = "event_date"
    TERM = "term"


class Privacy(Enum):
    """Who may see a field: open, an identifier, sensitive personal data, or free text."""

    OPEN = "open"
    IDENTIFIER = "identifier"
    SENSITIVE = "sensitive"
    FREE_TEXT = "free_text"


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the greatest value, both allowed; None is without limit."""

    least: Fraction | date | None = None
    greatest: Fraction | date | None = None

    def holds(self, value: Fraction | date) -> bool:
        """Whether a value lies between; limits and value are of one type."""
        return not (
            (self.least is not None and value < self.least)  # type: ignore[operator]
            or (self.greatest is not None and value > self.greatest)  # type: ignore[operator]
        )


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record type. `negated` is the phrase for "not so" of a yes/no field; `whole`: an integer.

    A number beyond `possible` cannot be true and is not read; a value beyond `plausible` is odd, and kept.
    """

    name: str
    type: Type
    label: Text
    kind: FactKind
    privacy: Privacy
    negated: Text | None = None
    options: Mapping[str, Text] = field(default_factory=dict)
    whole: bool = False
    possible: Limits = NO_LIMITS
    plausible: Limits = NO_LIMITS


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A fact that an entity has on a day, looked up in a state or observation record type.

    `via` is the field of this entity whose value is the subject's key (its own key where None); `value` is the field
    that holds the value, None where the fact is that such a record exists (yes/no); `filter` narrows the records;
    `none` is the choice that stands for "no record in force".
    """

    name: str
    type: Type
    label: Text
    record: str
    via: str | None
    value: str | None
    filter: Mapping[str, str]
    none: str | None = None
    negated: Text | None = None
    options: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Timing:
    """The fields of a state or observation that say whom it concerns and when it holds.

    A state holds from `start` to `end` (both included, a blank end is open). An observation is made on `start` and
    holds until the next one, at most `months` months. Neither is known before `published`.
    """

    subject: str
    start: str
    end: str | None = None
    published: str | None = None
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Lasting:
    """The date fields between which a record lasts, both days included; while `end` has not happened, it still runs."""

    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Forms:
    """What plain sentences need of a fact beyond its label.

    `noun` is the fact after a genitive. A predicate begins with its verb: what a record does of which a yes/no fact
    holds, or to which an event happened; with `{value}` for a number, one for each choice in `predicates` and, of
    several records, in `several`. `of` is the word between a record and the one it refers to. `age` is whether a date
    is the one that a person's age is reckoned from.
    """

    neuter: bool = False
    noun: Text | None = None
    predicate: Text | None = None
    predicates: Mapping[str, Text] = field(default_factory=dict)
    several: Mapping[str, Text] = field(default_factory=dict)
    of: Text | None = None
    age: bool = False


NO_FORMS = Forms()


@dataclass(frozen=True, slots=True)
class Entity:
    """A record type with its labels.

    `lasts` says that its records run through time, as leases do; `forms` say how its facts are told in sentences,
    where that is known, and `made` what is done when there comes to be one; of each pair in `order` the first date is
    not expected after the second.
    """

    name: str
    role: Role
    key: tuple[str, ...]
    reference_date: str | None
    singular: Text
    plural: Text
    definite: Text
    neuter: bool
    fields: Mapping[str, Field]
    dated: Mapping[str, DatedFact]
    timing: Timing | None
    order: tuple[tuple[str, str], ...]
    absence: Text
    lasts: Lasting | None = None
    made: Text | None = None
    forms: Mapping[str, Forms] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every record type, by canonical name; `words` gives the canonical name for each word of a language."""

    entities: Mapping[str, Entity]
    words: Mapping[Language, Mapping[str, str]]

    def entity_named(self, word: str, language: Language) -> Entity | None:
        """The entity that a word names: singular, plural or definite form of its label."""
        name = self.words[language].get(word)
        return self.entities[name] if name is not None else None

    def neuter_words(self) -> frozenset[str]:
        """The Danish names of records and facts that are neuter: no offer is `intet tilbud`."""
        found: set[str] = set()
        for entity in self.entities.values():
            if entity.neuter:
                found.update(entity_words(entity, "da"))
            labels = {name: item.label for name, item in entity.fields.items()}
            labels |= {name: fact.label for name, fact in entity.dated.items()}
            found.update(name_of(labels[name].da) for name, forms in entity.forms.items() if forms.neuter)
        return frozenset(found)

    def routes(self, start: str, goal: str) -> list[tuple[str, ...]]:
        """The shortest ways from one entity to another along references, as tuples of field names.

        More than one way means that "per goal" is ambiguous for a record of the start entity.
        """
        if start == goal:
            return [()]
        found: list[tuple[str, ...]] = []
        queue: deque[tuple[str, tuple[str, ...]]] = deque([(start, ())])
        while queue:
            name, way = queue.popleft()
            if (found and len(way) >= len(found[0])) or len(way) > 5:
                continue
            for item in self.entities[name].fields.values():
                if isinstance(item.type, Reference):
                    step = (*way, item.name)
                    if item.type.entity == goal:
                        found.append(step)
                    else:
                        queue.append((item.type.entity, step))
        return found


def entity_words(entity: Entity, language: Language) -> tuple[str, ...]:
    """The words that name an entity in a policy, the singular first."""
    return tuple(dict.fromkeys(name_of(form[language]) for form in (entity.singular, entity.plural, entity.definite)))


class VocabularyError(ValueError):
    """The schemas contradict each other: a bug of whoever wrote them, not of a policy."""


def vocabulary_from(schemas: Iterable[Mapping[str, Any]]) -> Vocabulary:
    """Read annotated JSON Schemas into a vocabulary; raises VocabularyError where they contradict each other."""
    raw = {schema["title"]: schema for schema in schemas}
    fields = {name: _fields(name, schema) for name, schema in raw.items()}
    entities = {name: _entity(name, schema, fields) for name, schema in sorted(raw.items())}
    for entity in entities.values():
        for item in entity.fields.values():
            if isinstance(item.type, Reference) and item.type.entity not in entities:
                raise VocabularyError(f"{entity.name}.{item.name} refers to {item.type.entity}, which has no schema")
        if unknown := entity.forms.keys() - entity.fields.keys() - entity.dated.keys():
            raise VocabularyError(f"{entity.name} has forms of {min(unknown)}, which it has not")
    _refuse_doubles(entities)
    words: dict[Language, Mapping[str, str]] = {
        language: MappingProxyType(
            {word: entity.name for entity in entities.values() for word in entity_words(entity, language)}
        )
        for language in LANGUAGES
    }
    return Vocabulary(MappingProxyType(entities), MappingProxyType(words))


def _refuse_doubles(entities: Mapping[str, Entity]) -> None:
    for language in LANGUAGES:
        seen: dict[str, str] = {}
        for entity in entities.values():
            for word in entity_words(entity, language):
                if seen.setdefault(word, entity.name) != entity.name:
                    raise VocabularyError(f"{word!r} names both {seen[word]} and {entity.name}")
            words: dict[str, str] = {}
            labels = {name: item.label for name, item in entity.fields.items()}
            labels |= {name: fact.label for name, fact in entity.dated.items()}
            for name, label in labels.items():
                word = name_of(label[language])
                if words.setdefault(word, name) != name:
                    raise VocabularyError(f"{entity.name}: {word!r} names both {words[word]} and {name}")


def _fields(entity: str, schema: Mapping[str, Any]) -> dict[str, Field]:
    return {name: _field(entity, name, spec) for name, spec in schema["properties"].items()}


def _field(entity: str, name: str, spec: Mapping[str, Any]) -> Field:
    note = spec["x-klausul"]
    return Field(
        name=name,
        type=_type(f"{entity}.{name}", spec),
        label=_text(note["label"]),
        kind=FactKind(note.get("kind", "value")),
        privacy=Privacy(note["privacy"]),
        negated=_text(note["negated"]) if "negated" in note else None,
        options={option: _text(label) for option, label in note.get("options", {}).items()},
        whole=spec.get("type") == "integer",
        possible=_limits(spec),
        plausible=_limits(note.get("plausible", {})),
    )


def _limits(spec: Mapping[str, Any]) -> Limits:
    return Limits(*(_limit(spec[name]) if name in spec else None for name in ("minimum", "maximum")))


def _limit(raw: int | str) -> Fraction | date:
    return date.fromisoformat(raw) if isinstance(raw, str) else Fraction(raw)


def _type(owner: str, spec: Mapping[str, Any]) -> Type:
    note = spec["x-klausul"]
    if "references" in note:
        return Reference(note["references"])
    if "enum" in spec:
        return Choice(owner, tuple(spec["enum"]))
    match spec["type"]:
        case "boolean":
            return YesNo()
        case "number" | "integer":
            return Number(Unit(note.get("unit", "count")))
        case _:
            return Date() if spec.get("format") == "date" else Words()


def _entity(name: str, schema: Mapping[str, Any], fields: Mapping[str, Mapping[str, Field]]) -> Entity:
    note = schema["x-klausul"]
    labels = note["labels"]
    timing = note.get("timing")
    return Entity(
        name=name,
        role=Role(note["role"]),
        key=tuple(note["key"]),
        reference_date=note.get("reference_date"),
        singular=_form(labels, "singular"),
        plural=_form(labels, "plural"),
        definite=_form(labels, "definite"),
        neuter=labels["da"].get("gender") == "neuter",
        fields=MappingProxyType(dict(fields[name])),
        dated=MappingProxyType({fact: _dated(fact, spec, fields) for fact, spec in note.get("dated", {}).items()}),
        timing=Timing(**timing) if timing else None,
        order=_order(note),
        absence=_text(note["absence"]),
        lasts=_lasts(name, note["lasts"], fields[name]) if "lasts" in note else None,
        made=_text(note["made"]) if "made" in note else None,
        forms=MappingProxyType({fact: _forms(spec) for fact, spec in note.get("forms", {}).items()}),
    )


def _lasts(entity: str, spec: Mapping[str, str], fields: Mapping[str, Field]) -> Lasting:
    for name in (spec["from"], spec["to"]):
        if name not in fields or not isinstance(fields[name].type, Date):
            raise VocabularyError(f"{entity} lasts by {name}, which is not one of its dates")
    return Lasting(spec["from"], spec["to"])


def _forms(spec: Mapping[str, Any]) -> Forms:
    def text(key: str) -> Text | None:
        return _text(spec[key]) if key in spec else None

    return Forms(
        neuter=spec.get("gender") == "neuter",
        noun=text("noun"),
        predicate=text("predicate"),
        predicates={option: _text(said) for option, said in spec.get("predicates", {}).items()},
        several={option: _text(said) for option, said in spec.get("several", {}).items()},
        of=text("of"),
        age=spec.get("age", False),
    )


def _order(note: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    timing = note.get("timing", {})
    state = ((timing["start"], timing["end"]),) if "end" in timing else ()
    return (*state, *((first, second) for first, second in note.get("order", ())))


def _dated(name: str, spec: Mapping[str, Any], fields: Mapping[str, Mapping[str, Field]]) -> DatedFact:
    source = fields[spec["record"]][spec["value"]] if "value" in spec else None
    return DatedFact(
        name=name,
        type=source.type if source else YesNo(),
        label=_text(spec["label"]),
        record=spec["record"],
        via=spec.get("via"),
        value=spec.get("value"),
        filter=MappingProxyType(dict(spec.get("filter", {}))),
        none=spec.get("none"),
        negated=_text(spec["negated"]) if "negated" in spec else None,
        options=source.options if source else {},
    )


def _form(labels: Mapping[str, Mapping[str, str]], form: str) -> Text:
    return Text(*(labels[language].get(form, labels[language]["singular"]) for language in LANGUAGES))


def _text(raw: Mapping[str, str]) -> Text:
    return Text(raw["da"], raw["en"])

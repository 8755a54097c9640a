"""What was read to reach a judgement, to what may be shown of it: facts, definitions, classes, missing facts."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from klausul.findings.context import Context, key_of
from klausul.findings.model import BranchShown, ClassShown, DefinitionShown, FactShown, MissingFact
from klausul.findings.naming import cite, entity_label, place_of, words_of
from klausul.findings.privacy import PRIVATE, field_is_open, tells_of_a_person
from klausul.findings.shown import NOT_DONE, NOT_HAPPENED, shown, spoken
from klausul_dsl import typed
from klausul_dsl.datatypes import Date, Number
from klausul_dsl.datatypes import Reference as Leads
from klausul_dsl.lookup import has_not_happened
from klausul_dsl.outcomes import BranchTried, ClassFound, DefinitionFound, FactRead, Judgement
from klausul_dsl.text import Text
from klausul_dsl.values import NEVER, Cause, Reason
from klausul_dsl.vocabulary import DatedFact, Field, Role, Vocabulary


def _label(entity: str, name: str, context: Context) -> Text:
    kind = context.vocabulary.entities.get(entity)
    if kind and name in kind.fields:
        return kind.fields[name].label
    if kind and name in kind.dated:
        return kind.dated[name].label
    if name in ("", entity) or name in context.vocabulary.entities:
        return entity_label(context.vocabulary, name or entity)
    for other in context.vocabulary.entities.values():
        if name in other.dated and other.dated[name].record == entity:
            return other.dated[name].label
    for declared in (context.policy.definitions, context.policy.classifications, context.policy.parameters):
        if name in declared:
            label: Text = declared[name].label
            return spoken(label)
    return words_of(name)


def fact_shown(fact: FactRead, judgement: Judgement, context: Context) -> FactShown:
    """A cell that was read."""
    kind = context.vocabulary.entities.get(fact.entity)
    item = (kind.fields.get(fact.name) or kind.dated.get(fact.name)) if kind else None
    open_ = field_is_open(context.vocabulary, fact.entity, fact.name)
    return FactShown(
        entity=fact.entity,
        entity_label=entity_label(context.vocabulary, fact.entity),
        key=key_of(fact.entity, fact.key, judgement, context),
        name=fact.name,
        label=_label(fact.entity, fact.name, context),
        value=_value(fact, item, context, open_=open_),
        private=not open_,
        place=place_of(context.world, fact.entity, fact.key, fact.name),
    )


def _value(fact: FactRead, item: Field | DatedFact | None, context: Context, *, open_: bool) -> Text:
    """A cell as it may be told; a reference to a person as that person's key may be."""
    if open_ and fact.value is None and _not_done(fact, item, context):
        return NOT_DONE
    if open_ or fact.value is None or context.disclosure.personal:
        return shown(fact.value, item.type if item else None, item.options if item else {})
    if isinstance(fact.value, str) and item is not None and isinstance(item.type, Leads):
        told = context.disclosure.key(item.type.entity, fact.value, context.vocabulary)
        return Text(told, told) if told is not None else PRIVATE
    return PRIVATE


def _not_done(fact: FactRead, item: Field | DatedFact | None, context: Context) -> bool:
    """Whether a blank cell was judged as an event that has not happened."""
    record = context.world.get(fact.entity, fact.key)
    if record is None or record.rejected or not isinstance(item, Field):
        return False
    usual = context.vocabulary.entities[fact.entity].reference_date
    return fact.name != usual and has_not_happened(record, item, context.world)


def definition_shown(found: DefinitionFound, judgement: Judgement, context: Context) -> DefinitionShown:
    """A definition that was applied."""
    definition = context.policy.definitions[found.name]
    private = found.name in context.private and not context.disclosure.personal
    value = None if found.value is None else PRIVATE if private else _defined_value(found.value, definition)
    return DefinitionShown(
        name=found.name,
        label=spoken(definition.label),
        entity_label=entity_label(context.vocabulary, found.entity),
        key=key_of(found.entity, found.key, judgement, context),
        day=found.day,
        value=value,
        private=private,
    )


_TRUTHS = {"true": Text("ja", "yes"), "yes": Text("ja", "yes"), "false": Text("nej", "no"), "no": Text("nej", "no")}


def _defined_value(value: str, definition: typed.Definition) -> Text:
    match definition.type:
        case Number():
            return shown(Fraction(value), definition.type, {})
        case Date():
            return NOT_HAPPENED if value == str(NEVER) else shown(date.fromisoformat(value), definition.type, {})
        case _:
            return _TRUTHS.get(value.lower()) or shown(value, definition.type, {})


def class_shown(found: ClassFound, judgement: Judgement, context: Context) -> ClassShown:
    """A class that was looked up."""
    classification = context.policy.classifications[found.classification]
    labels = {branch.name: spoken(branch.label) for branch in classification.branches}

    def branch(tried: BranchTried) -> BranchShown:
        clauses = cite(tried.references, context.registers)
        return BranchShown(name=tried.name, label=labels.get(tried.name, words_of(tried.name)), clauses=clauses)

    fired = [item for item in found.tried if item.truth is True and len(found.possible) == 1]
    return ClassShown(
        classification=found.classification,
        label=spoken(classification.label),
        entity_label=entity_label(context.vocabulary, found.entity),
        key=key_of(found.entity, found.key, judgement, context),
        day=found.day,
        possible=tuple(labels.get(name, words_of(name)) for name in found.possible),
        fired=branch(fired[0]) if fired else None,
        refuted=tuple(branch(item) for item in found.tried if item.truth is False),
        open=tuple(branch(item) for item in found.tried if item.truth is None),
        recorded=found.recorded,
        place=place_of(context.world, "placement", found.recorded_by, "class") if found.recorded_by else None,
    )


_QUOTING = (Reason.CONFLICT, Reason.UNREADABLE)
"""The reasons whose detail is what stands in cells; that of the others is a day, or the words of the policy."""


def missing_shown(cause: Cause, judgement: Judgement, context: Context) -> MissingFact:
    """A fact that keeps an outcome undetermined."""
    open_ = context.disclosure.personal or cause.reason not in _QUOTING or _is_open(cause, context)
    whose = _whose(cause, judgement, context.vocabulary)
    return MissingFact(
        reason=cause.reason,
        entity=cause.entity,
        entity_label=entity_label(context.vocabulary, cause.entity),
        key=key_of(whose, cause.key, judgement, context) if whose else None,
        name=cause.name,
        label=_label(cause.entity, cause.name, context),
        detail=_detail(cause, context.vocabulary) if open_ or not cause.detail else PRIVATE,
        place=place_of(context.world, cause.entity, cause.key, cause.name),
    )


def _whose(cause: Cause, judgement: Judgement, vocabulary: Vocabulary) -> str | None:
    """The record type whose key a cause names: that of the record, or of the one that lacks records of the type."""
    kind = vocabulary.entities.get(cause.entity)
    if kind is None or cause.name in kind.fields:
        return cause.entity
    if kind.role is Role.ATTESTATION:
        return judgement.entity if cause.key == judgement.key else None
    if not cause.name and cause.detail in vocabulary.entities:
        return cause.detail
    subject = kind.fields[kind.timing.subject].type if kind.timing and cause.name else None
    return subject.entity if isinstance(subject, Leads) else cause.entity


def _detail(cause: Cause, vocabulary: Vocabulary) -> Text:
    """The offending text, or the day of a class; options of a choice, and record types, by their labels."""
    if cause.detail in vocabulary.entities:
        return entity_label(vocabulary, cause.detail)
    try:
        return shown(date.fromisoformat(cause.detail), None, {})
    except ValueError:
        pass
    kind = vocabulary.entities.get(cause.entity)
    options = kind.fields[cause.name].options if kind and cause.name in kind.fields else {}
    words = [options.get(part, Text(part, part)) for part in cause.detail.split("; ")]
    return Text("; ".join(word.da for word in words), "; ".join(word.en for word in words))


def _is_open(cause: Cause, context: Context) -> bool:
    """Whether what is known of an unknown fact may be shown: a field by its schema, a class by what it reads."""
    for declared in (context.policy.classifications, context.policy.definitions):
        if cause.name in declared:
            return not tells_of_a_person(declared[cause.name], context.policy, context.vocabulary)
    return field_is_open(context.vocabulary, cause.entity, cause.name)

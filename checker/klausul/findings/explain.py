"""A judgement to a finding: everything that led to it in words, with its source cells and without personal data."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from klausul.findings.disclosure import NOTHING_PERSONAL, Disclosure
from klausul.findings.figures import observed, required
from klausul.findings.model import (
    AlternativeOutcome,
    BranchShown,
    ClassShown,
    Counted,
    DefinitionShown,
    DependsOn,
    FactShown,
    Finding,
    MissingFact,
    Tally,
)
from klausul.findings.naming import alternative_label, cite, entity_label, place_of, words_of
from klausul.findings.placing import compared, placing_shown
from klausul.findings.privacy import PRIVATE, field_is_open, tells_of_a_person
from klausul.findings.shown import NOT_HAPPENED, shown, spoken
from klausul_dsl import typed
from klausul_dsl.clauses import Register
from klausul_dsl.datatypes import Date, Number
from klausul_dsl.datatypes import Reference as Leads
from klausul_dsl.outcomes import (
    BranchTried,
    ClassFound,
    DefinitionFound,
    Dependence,
    FactRead,
    Judged,
    Judgement,
    NormResult,
    Outcome,
)
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.values import NEVER, Cause, Reason, World
from klausul_dsl.vocabulary import DatedFact, Field, Role, Vocabulary

Teller: TypeAlias = Callable[[typed.Norm, tuple[tuple[str, str], ...]], Text]
"""What says a norm in plain words, as it stands in a variant at the chosen readings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a judgement is explained against; `private` are the definitions whose value tells of a person."""

    policy: typed.Policy
    vocabulary: Vocabulary
    registers: Mapping[str, Register]
    chosen: Mapping[str, str]
    world: World
    tell: Teller
    private: frozenset[str]
    disclosure: Disclosure = NOTHING_PERSONAL


def finding_from(judged: Judged, result: NormResult, context: Context) -> Finding:
    """The finding of one judgement of a norm."""
    judgement = judged.judgement
    norm = context.policy.norms[result.norm]
    subject = _subject(judgement, context)
    return Finding(
        id=finding_id(norm.agreement, replace(judgement, key=subject), result.variant),
        agreement=norm.agreement,
        norm=norm.name,
        label=spoken(norm.label),
        clauses=cite(norm.references, context.registers),
        told=context.tell(norm, result.variant),
        outcome=judgement.outcome,
        reason=judgement.reason,
        entity=judgement.entity,
        entity_label=entity_label(context.vocabulary, judgement.entity),
        key=subject,
        day=None if _has_private_day(norm, context) else judgement.day,
        period=judgement.period,
        required=required(norm, judgement, {**context.chosen, **dict(result.variant)}),
        observed=_observed(norm, judgement, context),
        facts=tuple(_fact(fact, judgement, context) for fact in judgement.trace.facts),
        definitions=tuple(_definition(found, judgement, context) for found in judgement.trace.definitions),
        classes=tuple(_class(found, judgement, context) for found in judgement.trace.classes),
        exemption=cite(judgement.exemption, context.registers),
        missing=tuple(_missing(cause, judgement, context) for cause in judgement.causes),
        figures=judgement.figures,
        counted=_counted(norm, judgement, context),
        placing=placing_shown(norm, judgement, context.policy) if isinstance(norm, typed.Placement) else None,
        firmness=judged.firmness,
        depends_on=tuple(_dependence(item, context.policy) for item in judged.depends_on),
        variant=result.variant,
        chosen=result.chosen,
        place=place_of(context.world, judgement.entity, judgement.key, None),
    )


def _observed(norm: typed.Norm, judgement: Judgement, context: Context) -> Text:
    if isinstance(norm, typed.Placement):
        return compared(norm, judgement, context.policy)
    return observed(norm, judgement, context.vocabulary)


def finding_id(agreement: str, judgement: Judgement, variant: tuple[tuple[str, str], ...]) -> str:
    """A short hash of what the finding is about: the same for the same fact, wherever its row stands.

    >>> from klausul_dsl.outcomes import Judgement, Outcome
    >>> finding_id("a", Judgement(norm="n", entity="letting", key="L1", outcome=Outcome.BREACH), ())
    'aad8f326c120'
    """
    period = [day.isoformat() for day in judgement.period] if judgement.period else None
    about = [agreement, judgement.norm, sorted(variant), judgement.entity, judgement.key, period]
    text = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def tally_from(result: NormResult, policy: typed.Policy, registers: Mapping[str, Register], set_aside: int) -> Tally:
    """The tally of one norm in one variant."""
    norm = policy.norms[result.norm]
    labels = [alternative_label(policy.readings[name], alternative) for name, alternative in result.variant]
    return Tally(
        norm=norm.name,
        label=spoken(norm.label),
        clauses=cite(norm.references, registers),
        variant=result.variant,
        variant_label=Text(*(", ".join(label[language] for label in labels) for language in LANGUAGES)),
        chosen=result.chosen,
        outcomes={outcome: result.tallies.get(outcome, 0) for outcome in Outcome},
        depending=sum(1 for judged in result.judged if judged.firmness == "depends"),
        outside=result.outside,
        later=result.later,
        set_aside=set_aside,
    )


def _has_private_day(norm: typed.Norm, context: Context) -> bool:
    dated_by = getattr(norm, "dated_by", None)
    return not context.disclosure.personal and tells_of_a_person(dated_by, context.policy, context.vocabulary)


def _subject(judgement: Judgement, context: Context) -> str:
    """What the subject of a finding is called: its key as it may be told, else the place of its row.

    A hash of a person's key would be found out by trying all keys there are; so what is told goes into the id as well.
    """
    return _called(judgement.entity, judgement.key, context) if judgement.key else ""


def _called(entity: str, key: str, context: Context) -> str:
    told = context.disclosure.key(entity, key, context.vocabulary)
    place = place_of(context.world, entity, key, None) if told is None else None
    return told or (f"{place.file}:{place.line}" if place else "?")


def _key(entity: str, key: str, judgement: Judgement, context: Context) -> str | None:
    """The key of a record as it may be told; that of the subject is always told in one way."""
    if (entity, key) == (judgement.entity, judgement.key):
        return _subject(judgement, context)
    return context.disclosure.key(entity, key, context.vocabulary)


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


def _fact(fact: FactRead, judgement: Judgement, context: Context) -> FactShown:
    kind = context.vocabulary.entities.get(fact.entity)
    item = (kind.fields.get(fact.name) or kind.dated.get(fact.name)) if kind else None
    open_ = field_is_open(context.vocabulary, fact.entity, fact.name)
    return FactShown(
        entity=fact.entity,
        entity_label=entity_label(context.vocabulary, fact.entity),
        key=_key(fact.entity, fact.key, judgement, context),
        name=fact.name,
        label=_label(fact.entity, fact.name, context),
        value=_value(fact, item, context, open_=open_),
        private=not open_,
        place=place_of(context.world, fact.entity, fact.key, fact.name),
    )


def _value(fact: FactRead, item: Field | DatedFact | None, context: Context, *, open_: bool) -> Text:
    """A cell as it may be told; a reference to a person as that person's key may be."""
    if open_ or fact.value is None or context.disclosure.personal:
        return shown(fact.value, item.type if item else None, item.options if item else {})
    if isinstance(fact.value, str) and item is not None and isinstance(item.type, Leads):
        told = context.disclosure.key(item.type.entity, fact.value, context.vocabulary)
        return Text(told, told) if told is not None else PRIVATE
    return PRIVATE


def _definition(found: DefinitionFound, judgement: Judgement, context: Context) -> DefinitionShown:
    definition = context.policy.definitions[found.name]
    private = found.name in context.private and not context.disclosure.personal
    value = None if found.value is None else PRIVATE if private else _defined_value(found.value, definition)
    return DefinitionShown(
        name=found.name,
        label=spoken(definition.label),
        entity_label=entity_label(context.vocabulary, found.entity),
        key=_key(found.entity, found.key, judgement, context),
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


def _class(found: ClassFound, judgement: Judgement, context: Context) -> ClassShown:
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
        key=_key(found.entity, found.key, judgement, context),
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


def _missing(cause: Cause, judgement: Judgement, context: Context) -> MissingFact:
    open_ = context.disclosure.personal or cause.reason not in _QUOTING or _is_open(cause, context)
    whose = _whose(cause, judgement, context.vocabulary)
    return MissingFact(
        reason=cause.reason,
        entity=cause.entity,
        entity_label=entity_label(context.vocabulary, cause.entity),
        key=_key(whose, cause.key, judgement, context) if whose else None,
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


def _counted(norm: typed.Norm, judgement: Judgement, context: Context) -> Counted | None:
    if not isinstance(norm, typed.Quota):
        return None
    members = tuple(_called(norm.entity, key, context) for key, _ in judgement.counted)
    told = tells_of_a_person(norm.requirement.condition, context.policy, context.vocabulary)
    if told and not context.disclosure.personal:
        return Counted(members=members, met=None, not_met=None, unknown=None)
    return Counted(
        members=members,
        met=tuple(key for key, (_, met) in zip(members, judgement.counted, strict=True) if met is True),
        not_met=tuple(key for key, (_, met) in zip(members, judgement.counted, strict=True) if met is False),
        unknown=tuple(key for key, (_, met) in zip(members, judgement.counted, strict=True) if met is None),
    )


def _dependence(item: Dependence, policy: typed.Policy) -> DependsOn:
    reading = policy.readings[item.reading]
    return DependsOn(
        reading=item.reading,
        label=spoken(reading.label),
        outcomes=tuple(
            AlternativeOutcome(name=name, label=alternative_label(reading, name), outcome=outcome)
            for name, outcome in item.outcomes
        ),
    )

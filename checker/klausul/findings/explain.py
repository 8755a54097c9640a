"""A judgement to a finding: everything that led to it in words, with its source cells and without personal data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from klausul.findings.audited import Tally
from klausul.findings.context import Context, called, subject_of, withholds
from klausul.findings.figures import said
from klausul.findings.model import AlternativeOutcome, Counted, DependsOn, Finding, Unverified
from klausul.findings.naming import alternative_label, cite, entity_label, identity, place_of, variant_label
from klausul.findings.placing import placing_shown
from klausul.findings.privacy import field_is_open
from klausul.findings.reads import class_shown, definition_shown, fact_shown, missing_shown
from klausul.findings.recurring import AGREEMENT, facts_of, owed_by
from klausul.findings.running import due_shown, run_shown
from klausul.findings.shown import spoken
from klausul.findings.unverified import unverified_of
from klausul_dsl import typed
from klausul_dsl.clauses import Register
from klausul_dsl.outcomes import Dependence, Judged, Judgement, NormResult, Outcome
from klausul_dsl.text import Text


def finding_from(judged: Judged, result: NormResult, context: Context) -> Finding:
    """The finding of one judgement of a norm."""
    judgement = judged.judgement
    norm = context.policy.norms[result.norm]
    subject = subject_of(judgement, context)
    required, observed = said(norm, judgement, context, result.variant)
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
        entity_label=_subject_label(norm, judgement, context),
        key=subject,
        day=None if _has_private_day(norm, context) else judgement.day,
        period=judgement.period,
        required=required,
        observed=observed,
        facts=tuple(fact_shown(fact, judgement, context) for fact in facts_of(norm, judgement)),
        definitions=tuple(definition_shown(found, judgement, context) for found in judgement.trace.definitions),
        classes=tuple(class_shown(found, judgement, context) for found in judgement.trace.classes),
        exemption=cite(judgement.exemption, context.registers),
        missing=tuple(missing_shown(cause, judgement, context) for cause in judgement.causes),
        figures=judgement.figures,
        counted=_counted(norm, judgement, context),
        run=run_shown(norm, judgement.run, context),
        due=due_shown(norm, judgement.due, context),
        owed_by=owed_by(norm),
        placing=placing_shown(norm, judgement, context.policy) if isinstance(norm, typed.Placement) else None,
        firmness=judged.firmness,
        depends_on=tuple(_dependence(item, context.policy) for item in judged.depends_on),
        unverified=_unverified(norm, context),
        variant=result.variant,
        chosen=result.chosen,
        place=place_of(context.world, judgement.entity, judgement.key, None),
    )


def _subject_label(norm: typed.Norm, judgement: Judgement, context: Context) -> Text:
    if isinstance(norm, typed.Duty) and not judgement.entity:
        return AGREEMENT
    return entity_label(context.vocabulary, judgement.entity)


def finding_id(agreement: str, judgement: Judgement, variant: tuple[tuple[str, str], ...]) -> str:
    """A short hash of what the finding is about: the same for the same fact, wherever its row stands.

    >>> from klausul_dsl.outcomes import Judgement, Outcome
    >>> finding_id("a", Judgement(norm="n", entity="letting", key="L1", outcome=Outcome.BREACH), ())
    'aad8f326c120'
    """
    return identity(agreement, judgement.norm, variant, judgement.entity, judgement.key, judgement.period)


def tally_from(result: NormResult, policy: typed.Policy, registers: Mapping[str, Register], set_aside: int) -> Tally:
    """The tally of one norm in one variant."""
    norm = policy.norms[result.norm]
    return Tally(
        norm=norm.name,
        label=spoken(norm.label),
        clauses=cite(norm.references, registers),
        variant=result.variant,
        variant_label=variant_label(result.variant, policy),
        chosen=result.chosen,
        outcomes={outcome: result.tallies.get(outcome, 0) for outcome in Outcome},
        depending=sum(1 for judged in result.judged if judged.firmness == "depends"),
        outside=result.outside,
        later=result.later,
        set_aside=set_aside,
        unverified=unverified_of(norm, policy, registers),
    )


def _unverified(norm: typed.Norm, context: Context) -> tuple[Unverified, ...]:
    if norm.name not in context.unverified:
        context.unverified[norm.name] = unverified_of(norm, context.policy, context.registers)
    return context.unverified[norm.name]


def _has_private_day(norm: typed.Norm, context: Context) -> bool:
    """Whether the day of a finding tells of a person: by what dates a record, or by when it began."""
    if isinstance(norm, typed.Periodic | typed.Duty):
        kind = context.vocabulary.entities.get(norm.entity)
        starts_openly = not kind or not kind.lasts or field_is_open(context.vocabulary, kind.name, kind.lasts.start)
        return not (starts_openly or context.disclosure.personal)
    return withholds(getattr(norm, "dated_by", None), context)


def _counted(norm: typed.Norm, judgement: Judgement, context: Context) -> Counted | None:
    if not isinstance(norm, typed.Quota):
        return None
    members = tuple(called(norm.entity, key, context) for key, _ in judgement.counted)
    if withholds(norm.requirement.condition, context):
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

"""What recurs: the period as words, who owes it, and what was found in it, as sentences."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from klausul.findings.context import Context
from klausul.findings.model import PartyShown
from klausul.findings.shown import long_day
from klausul_dsl import typed
from klausul_dsl.outcomes import FactRead, Judgement, Outcome
from klausul_dsl.parties import PARTIES
from klausul_dsl.prose import tell_expression
from klausul_dsl.prose.danish import DANISH
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.walk import at_readings, nodes

AGREEMENT = Text("aftalen", "the agreement")
"""What a duty is judged of where it is owed once, and not for each record."""

_UNMET = Text("kravet er ikke opfyldt", "the requirement is not met")
_NOT_YET = Text("kravet er endnu ikke opfyldt", "the requirement is not met yet")
_MET = Text("kravet er opfyldt", "the requirement is met")


def facts_of(norm: typed.Norm, judgement: Judgement) -> tuple[FactRead, ...]:
    """What was read, without the days of records that were only looked at to see that they lie in another period."""
    facts = judgement.trace.facts
    if not isinstance(norm, typed.Periodic | typed.Duty) or judgement.period is None:
        return facts
    first, last = judgement.period
    dated = {(node.entity, node.within) for node in nodes(norm.requirement) if isinstance(node, typed.Collection)}
    return tuple(
        fact
        for fact in facts
        if (fact.entity, fact.name) not in dated or not isinstance(fact.value, date) or first <= fact.value <= last
    )


def owed_by(norm: typed.Norm) -> tuple[PartyShown, ...]:
    """The parties that owe a duty."""
    names = norm.owed_by if isinstance(norm, typed.Duty) else ()
    labels = {party.name: party.label for party in PARTIES}
    return tuple(PartyShown(name=name, label=labels[name]) for name in names)


def in_period(first: date, last: date, language: Language) -> str:
    """The days of a period as words.

    >>> in_period(date(2024, 1, 1), date(2024, 12, 31), "en")
    'in the calendar year 2024'
    >>> in_period(date(2024, 3, 1), date(2024, 5, 31), "da")
    'fra den 1. marts 2024 til den 31. maj 2024'
    """
    da, year = language == "da", first.year
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_month and year == last.year:
        match last.month - first.month:
            case 11:
                return f"i kalenderåret {year}" if da else f"in the calendar year {year}"
            case 2 if last.month % 3 == 0 and first.month % 3 == 1:
                quarter = last.month // 3
                return f"i {quarter}. kvartal {year}" if da else f"in quarter {quarter} of {year}"
            case 0:
                month = (DANISH if da else ENGLISH).months[first.month - 1]
                return f"i {month} {year}" if da else f"in {month} {year}"
    if first == last:
        return f"den {long_day(first, language)}" if da else f"on {long_day(first, language)}"
    days = [long_day(day, language) for day in (first, last)]
    return f"fra den {days[0]} til den {days[1]}" if da else f"from {days[0]} to {days[1]}"


def recurring_required(
    norm: typed.Periodic | typed.Duty, period: tuple[date, date], variant: tuple[tuple[str, str], ...], context: Context
) -> Text:
    """What is asked for in the period."""
    said = context.phrases.get((norm.name, variant))
    if said is None:
        condition = at_readings(norm.requirement.condition, {**context.chosen, **dict(variant)})
        scope = (norm.entity,) if norm.entity else ()
        said = Text(
            *(
                tell_expression(condition, context.policy, context.vocabulary, language, scope).rstrip(",")
                for language in LANGUAGES
            )
        )
        context.phrases[norm.name, variant] = said
    return told_in(period, said)


def told_in(period: tuple[date, date], said: Text) -> Text:
    """Words with the period before them; nothing where there are none."""
    if not said.da:
        return said
    return Text(*(f"{in_period(*period, language)}: {said[language]}" for language in LANGUAGES))


def recurring_observed(
    norm: typed.Periodic | typed.Duty, period: tuple[date, date], outcome: Outcome, context: Context
) -> Text:
    """What was found in the period: that nothing was, or whether what is asked for is met."""
    match outcome:
        case Outcome.COMPLIANT:
            said = _MET
        case Outcome.BREACH | Outcome.PENDING:
            said = _nothing(norm.requirement.condition, outcome is Outcome.PENDING, context)
        case _:
            return Text("", "")
    return told_in(period, said)


def _nothing(condition: typed.Expression, still: bool, context: Context) -> Text:
    """`no study check`, where the requirement asks for some record and nothing more of it."""
    if isinstance(condition, typed.Quantified) and condition.quantifier == "some" and condition.condition is None:
        kind = context.vocabulary.entities[condition.collection.entity]
        none = "intet" if kind.neuter else "ingen"
        da, en = f"{none} {kind.singular.da}", f"no {kind.singular.en}"
        return Text(f"endnu {da}", f"{en} yet") if still else Text(da, en)
    return _NOT_YET if still else _UNMET

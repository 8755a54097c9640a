"""Rules and quotas to sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.prose.expressions import clause, phrase, together
from klausul_dsl.prose.nouns import noun
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, series
from klausul_dsl.prose.values import show_date, show_number, show_value

T = TypeVar("T")


def valid(teller: Teller, validity: t.Validity) -> str:
    """The days on which something holds, in parentheses; nothing where it always does."""
    days = since(teller, validity)
    return teller.tongue.say("valid", days=days) if days else ""


def since(teller: Teller, validity: t.Validity) -> str:
    """`from 2024-01-01 to 2024-12-31`."""
    language, say = teller.tongue.language, teller.tongue.say
    start = say("from", day=show_date(validity.start, language)) if validity.start is not None else ""
    end = say("to", day=show_date(validity.end, language)) if validity.end is not None else ""
    return f"{start} {end}".strip()


def rule(teller: Teller, node: t.Rule) -> str:
    """A rule as one sentence without its full stop."""
    teller = teller.inside(node.entity)
    said = _required(teller, node)
    ending = f"{valid(teller, node.validity)} {teller.cited(node.references)}"
    return f"{said} {ending}"


def _required(teller: Teller, node: t.Rule) -> str:
    unless = _unless(teller, node.unless)
    match node.requirement.form:
        case "must_not_happen":
            return _must_not_happen(teller, node, unless)
        case "may_only":
            return _may_only(teller, node, unless)
        case "must" | "must_not" | "no_member" | "every_member":
            told = phrase(teller, node.requirement.condition)
            where = teller.tongue.say("rule where", clause=together(teller, node.where)) if node.where else ""
            return teller.tongue.say(
                "rule must",
                every=teller.tongue.determiner("every", teller.entity(node.entity).neuter),
                noun=_named(teller, node, teller.singular(node.entity)),
                where=where,
                modal=_modal(teller, node.requirement, told),
                subject=told.subject,
                infinitive=teller.tongue.infinitive(told),
                unless=unless,
            )
        case _:
            assert_never(node.requirement.form)


def _modal(teller: Teller, node: t.Requirement, told: Phrase) -> str:
    """The words for must and may, such that a phrase that is denied already is not denied twice."""
    words = teller.tongue.words
    if node.form in {"must_not", "no_member"} and told.negated:
        return words["must not"]
    if node.form == "no_member" and told.subject != words["it"] and told.subject != words["there"]:
        return words["may"]
    return words["must"]


def _must_not_happen(teller: Teller, node: t.Rule, unless: str) -> str:
    event = teller.tongue.happens(teller.singular(node.entity))
    return teller.tongue.say(
        "rule no event" if event else "rule no record",
        noun=_named(teller, node, teller.singular(node.entity)),
        any=teller.tongue.determiner("any", teller.entity(node.entity).neuter),
        where=teller.tongue.say("when", clause=together(teller, node.where)) if node.where else "",
        unless=unless,
    )


def _may_only(teller: Teller, node: t.Rule, unless: str) -> str:
    return teller.tongue.say(
        "only where" if node.where else "only",
        noun=_named(teller, node, teller.tongue.singular(teller.singular(node.entity))),
        clause=together(teller, node.where) if node.where else "",
        condition=clause(teller, node.requirement.condition),
        unless=unless,
    )


def _named(teller: Teller, node: t.Rule | t.Quota, said: str) -> str:
    """The records of a norm, with the day they are dated by where it is not that of their schema."""
    usual = teller.entity(node.entity).reference_date
    by = node.dated_by
    if isinstance(by, t.Field) and isinstance(by.of, t.Subject) and by.of.depth == 0 and by.name == usual:
        return said
    return teller.tongue.say("dated by", noun=said, day=noun(teller, by))


def _unless(teller: Teller, nodes: tuple[t.Exemption, ...]) -> str:
    told = [
        teller.tongue.say(
            "and unless" if index else "unless",
            clause=clause(teller, node.condition),
            references=teller.cited(node.references),
        )
        for index, node in enumerate(nodes)
    ]
    return "".join(told)


def quota(teller: Teller, node: t.Quota) -> str:
    """A quota as one sentence without its full stop."""
    teller = teller.inside(node.entity)
    plural = teller.plural(node.entity)
    told = phrase(teller, node.requirement.condition)
    plainly = told.subject == teller.definite(node.entity)
    exempt = [
        teller.tongue.say(
            "exempt",
            noun=plural,
            clause=clause(teller, one.condition),
            references=teller.cited(one.references),
        )
        for one in node.unless
    ]
    said = teller.tongue.say(
        "quota" if plainly else "quota that",
        bound=_chosen(teller, node.bound, _bound),
        noun=_named(teller, node, plural),
        where=teller.tongue.say("quota where", clause=together(teller, node.where)) if node.where else "",
        group=_chosen(teller, node.group, _group),
        period=_chosen(teller, node.period, _period),
        modal=teller.tongue.words["may" if _at_most(node.bound) else "must"],
        infinitive=teller.tongue.infinitive(told),
        clause=clause(teller, node.requirement.condition),
        exempt="".join(exempt),
    )
    return f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"


def _at_most(node: t.Bound | t.ByReading[t.Bound]) -> bool:
    bounds = [part for _, part in node.options] if isinstance(node, t.ByReading) else [node]
    return all(bound.comparison == "at_most" for bound in bounds)


def _bound(teller: Teller, node: t.Bound) -> str:
    language = teller.tongue.language
    if node.percent:
        share = show_value(node.share * 100, Number(Unit.PERCENT), None, language)
    else:
        share = f"{node.numerator}/{node.denominator}" if node.denominator else show_number(node.share, language)
    said = teller.tongue.say(node.comparison, share=share)
    return f"{said} {teller.tongue.words[node.rounding]}" if node.rounding else said


def _group(teller: Teller, node: t.Group) -> str:
    if node.entity is None or node.path is None:
        return teller.tongue.words["together"]
    neuter = teller.entity(node.entity).neuter
    said = teller.tongue.say("per group neuter" if neuter else "per group", noun=teller.singular(node.entity))
    path = noun(teller, node.path)
    return said if path == teller.definite(node.entity) else teller.tongue.say("per group by", group=said, path=path)


def _period(teller: Teller, node: t.Period) -> str:
    return teller.tongue.words[node.kind]


def _chosen(teller: Teller, node: T | t.ByReading[T], tell: Callable[[Teller, T], str]) -> str:
    """A part of a quota; where a reading chooses it, what each alternative gives."""
    if not isinstance(node, t.ByReading):
        return tell(teller, node)
    reading = teller.policy.readings[node.reading]
    labels = {alternative.name: teller.label(alternative.label) for alternative in reading.alternatives}
    options = [
        teller.tongue.say("by reading option", what=tell(teller, part), label=labels[name])
        for name, part in node.options
    ]
    said = series(options, teller.tongue.words["or"])
    return f"[{teller.tongue.say('by reading', options=said, reading=teller.label(reading.label))}]"


def part(teller: Teller, node: t.Bound | t.Group | t.Period) -> str:
    """A bound, a group or a period alone."""
    match node:
        case t.Bound():
            return _bound(teller, node)
        case t.Group():
            return _group(teller, node)
        case t.Period():
            return _period(teller, node)
        case _:
            assert_never(node)

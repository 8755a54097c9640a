"""Rules and quotas to sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.prose.expressions import clause, one, phrase, such, together
from klausul_dsl.prose.nouns import depending, long_date, noun
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase
from klausul_dsl.prose.values import show_number, show_value

T = TypeVar("T")


def valid(teller: Teller, validity: t.Validity) -> str:
    """The days on which something holds, in parentheses; nothing where it always does."""
    days = since(teller, validity)
    return teller.tongue.say("valid", days=days) if days else ""


def since(teller: Teller, validity: t.Validity) -> str:
    """`from 1 January 2024 to 31 December 2024`."""
    say = teller.tongue.say
    start = say("from", day=long_date(validity.start, teller.tongue)) if validity.start is not None else ""
    end = say("to", day=long_date(validity.end, teller.tongue)) if validity.end is not None else ""
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
            told = _demanded(teller, node.requirement.condition)
            where = teller.tongue.say("rule where", clause=such(teller, node.where, False)) if node.where else ""
            every = teller.tongue.determiner("every", teller.entity(node.entity).neuter)
            return teller.tongue.say(
                "rule must",
                every=teller.tongue.say("at each" if teller.takes_place(node.entity) else "for each", every=every),
                noun=_named(teller, node, teller.singular(node.entity)),
                where=where,
                modal=_modal(teller, node.requirement, told),
                subject=told.subject,
                infinitive=teller.tongue.infinitive(told),
                unless=unless,
            )
        case _:
            assert_never(node.requirement.form)


def _demanded(teller: Teller, node: t.Expression) -> Phrase:
    return one(teller, node) or phrase(teller, node)


def _modal(teller: Teller, node: t.Requirement, told: Phrase) -> str:
    """The words for must and may, such that a phrase that is denied already is not denied twice."""
    words = teller.tongue.words
    if node.form in {"must_not", "no_member"} and told.negated and not told.others:
        return words["must not"]
    if node.form == "no_member" and told.subject != words["it"] and told.subject != words["there"]:
        return words["may"]
    return words["must"]


def _must_not_happen(teller: Teller, node: t.Rule, unless: str) -> str:
    return teller.tongue.say(
        "rule no event" if teller.takes_place(node.entity) else "rule no record",
        noun=_named(teller, node, teller.singular(node.entity)),
        plural=_named(teller, node, teller.plural(node.entity)),
        where=teller.tongue.say("when", clause=together(teller, node.where)) if node.where else "",
        unless=unless,
    )


def _may_only(teller: Teller, node: t.Rule, unless: str) -> str:
    return teller.tongue.say(
        "only where" if node.where else "only",
        noun=_named(teller, node, teller.tongue.general(teller.singular(node.entity))),
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


def quota(teller: Teller, node: t.Quota) -> tuple[str, ...]:
    """A quota as a sentence without its full stop, and one more for each part that a reading chooses."""
    teller = teller.inside(node.entity)
    say, plural = teller.tongue.say, teller.plural(node.entity)
    told = _demanded(teller, node.requirement.condition)
    exempt = [
        say(
            "exempt",
            noun=plural,
            clause=such(teller, (exempted.condition,), True),
            references=teller.cited(exempted.references),
        )
        for exempted in node.unless
    ]
    said = say(
        "quota" if told.subject == teller.definite(node.entity) else "quota that",
        bound=_bound(teller, node.bound) if isinstance(node.bound, t.Bound) else teller.tongue.words["share"],
        noun=_named(teller, node, plural),
        where=say("quota where", clause=such(teller, node.where, True)) if node.where else "",
        modal=teller.tongue.words["may" if _at_most(node.bound) else "must"],
        infinitive=teller.tongue.infinitive(told),
        clause=clause(teller, node.requirement.condition),
        counted=_counted(teller, node),
        exempt="".join(exempt),
    )
    first = f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"
    chosen = (
        _chosen(teller, "share is", node.bound, _bound),
        _chosen(teller, "share is counted", node.group, _group),
        _chosen(teller, "share is counted", node.period, _period),
    )
    return (first, *(part for part in chosen if part))


def _counted(teller: Teller, node: t.Quota) -> str:
    """What is counted together, as far as no reading chooses it."""
    parts = [
        _group(teller, node.group) if isinstance(node.group, t.Group) else "",
        _period(teller, node.period) if isinstance(node.period, t.Period) else "",
    ]
    said = " ".join(part for part in parts if part)
    return teller.tongue.say("counted", part=said) if said else ""


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


def _chosen(teller: Teller, key: str, node: T | t.ByReading[T], tell: Callable[[Teller, T], str]) -> str:
    """A part of a quota that a reading chooses: what each alternative gives; nothing where none does."""
    if not isinstance(node, t.ByReading):
        return ""
    return teller.tongue.words[key] + depending(teller, node, tell)


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

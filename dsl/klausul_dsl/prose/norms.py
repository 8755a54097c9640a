"""Rules to sentences, and what the sentences of all norms share."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from klausul_dsl import typed as t
from klausul_dsl.prose.expressions import clause, required, such, together
from klausul_dsl.prose.nouns import long_date, noun
from klausul_dsl.prose.predicates import denials
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase


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


def ending(teller: Teller, node: t.RecordNorm | t.Measure) -> str:
    """The days on which a norm holds, and its clauses: said once where all its exceptions cite the same."""
    key = "under"
    if node.unless and _cited_alike(teller, node):
        key = "both under" if len(node.unless) == 1 else "all under"
    return f"{valid(teller, node.validity)} {teller.cited(node.references, key)}"


def _cited_alike(teller: Teller, node: t.RecordNorm | t.Measure) -> bool:
    return {teller.cited(one.references) for one in node.unless} <= {teller.cited(node.references)}


def cited(teller: Teller, node: t.RecordNorm | t.Measure, exemption: t.Exemption) -> str:
    """The clauses of an exception; nothing where they are said with those of the norm."""
    return "" if _cited_alike(teller, node) else teller.cited(exemption.references)


def rule(teller: Teller, node: t.Rule) -> str:
    """A rule as one sentence without its full stop."""
    teller = teller.inside(node.entity)
    return f"{_required(teller, node)} {ending(teller, node)}"


def _required(teller: Teller, node: t.Rule) -> str:
    exceptions = unless(teller, node)
    match node.requirement.form:
        case "must_not_happen":
            return _must_not_happen(teller, node, exceptions)
        case "may_only":
            return _may_only(teller, node, exceptions)
        case "must" | "must_not" | "no_member" | "every_member":
            told = required(teller, node.requirement.condition)
            where = teller.tongue.say("rule where", clause=such(teller, node.where, False)) if node.where else ""
            every = teller.tongue.determiner("every", teller.entity(node.entity).neuter)
            return teller.tongue.say(
                "rule must",
                every=teller.tongue.say("at each" if teller.takes_place(node.entity) else "for each", every=every),
                noun=named(teller, node, teller.singular(node.entity)),
                where=where,
                modal=modal(teller, node.requirement.condition, told),
                subject=told.subject,
                infinitive=teller.tongue.infinitive(told),
                unless=exceptions,
            )
        case _:
            assert_never(node.requirement.form)


def modal(teller: Teller, node: t.Expression, told: Phrase) -> str:
    """The word for must, or for may where the phrase that follows is denied: what must not be is forbidden, and not
    merely unnecessary."""
    words = teller.tongue.words
    if isinstance(node, t.Quantified) and node.quantifier == "no" and told.subject not in {words["it"], words["there"]}:
        return words["may"]
    return words["must not" if denials(told) == {True} else "must"]


def _must_not_happen(teller: Teller, node: t.Rule, exceptions: str) -> str:
    made = teller.entity(node.entity).made
    key = "rule no event" if teller.takes_place(node.entity) else "rule no act" if made else "rule no record"
    return teller.tongue.say(
        key,
        made=teller.label(made) if made else "",
        noun=named(teller, node, teller.singular(node.entity)),
        plural=named(teller, node, teller.plural(node.entity)),
        where=teller.tongue.say("when", clause=together(teller, node.where)) if node.where else "",
        unless=exceptions,
    )


def _may_only(teller: Teller, node: t.Rule, exceptions: str) -> str:
    return teller.tongue.say(
        "only where" if node.where else "only",
        noun=named(teller, node, teller.tongue.general(teller.singular(node.entity))),
        clause=together(teller, node.where) if node.where else "",
        condition=clause(teller, node.requirement.condition),
        unless=exceptions,
    )


Dated: TypeAlias = t.Rule | t.Quota | t.Sequence | t.Deadline | t.Measure


def named(teller: Teller, node: Dated, said: str) -> str:
    """The records of a norm, with the day they are dated by where it is not that of their schema."""
    usual = teller.entity(node.entity).reference_date
    by = node.dated_by
    if isinstance(by, t.Day):
        return said
    if isinstance(by, t.Field) and isinstance(by.of, t.Subject) and by.of.depth == 0 and by.name == usual:
        return said
    return teller.tongue.say("dated by", noun=said, day=noun(teller, by))


def unless(teller: Teller, node: t.Rule | t.Deadline | t.Periodic | t.Duty) -> str:
    told = [
        teller.tongue.say(
            "and unless" if index else "unless",
            clause=clause(teller, exempted.condition),
            references=cited(teller, node, exempted),
        )
        for index, exempted in enumerate(node.unless)
    ]
    return "".join(told)

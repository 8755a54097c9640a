"""Rules and quotas to sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar, assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.keywords import ordinal
from klausul_dsl.parties import PARTIES
from klausul_dsl.prose.expressions import clause, one, phrase, such, together
from klausul_dsl.prose.nouns import depending, long_date, noun
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, series
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


Dated: TypeAlias = t.Rule | t.Quota | t.Sequence | t.Deadline | t.Measure


def _named(teller: Teller, node: Dated, said: str) -> str:
    """The records of a norm, with the day they are dated by where it is not that of their schema."""
    usual = teller.entity(node.entity).reference_date
    by = node.dated_by
    if isinstance(by, t.Day):
        return said
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
        _chosen(teller, "share is counted", node.period, _calendar) if isinstance(node.period, t.ByReading) else "",
    )
    return (first, *(part for part in chosen if part))


def sequence(teller: Teller, node: t.Sequence) -> tuple[str, ...]:
    """A running count: the order, how often, who is counted together, and when the count starts afresh."""
    teller = teller.inside(node.entity)
    told = _demanded(teller, node.requirement.condition)
    plural = teller.plural(node.entity)
    said = teller.tongue.say(
        "sequence",
        noun=_named(teller, node, plural),
        where=teller.tongue.say("quota where", clause=such(teller, node.where, True)) if node.where else "",
        bound=_every_nth(teller, node.bound) if isinstance(node.bound, t.EveryNth) else teller.tongue.words["some of"],
        modal=teller.tongue.words["may" if _at_most(node.bound) else "must"],
        clause=clause(teller, node.requirement.condition),
        infinitive=teller.tongue.infinitive(told),
        exempt=_exempt(teller, node.unless, plural),
        group=_group(teller, node.group) if isinstance(node.group, t.Group) else "",
        reset=_reset(teller, node.reset) if isinstance(node.reset, t.Reset) else "",
    )
    first = f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"
    chosen = (
        _chosen(teller, "sequence is", node.bound, _every_nth),
        _chosen(teller, "sequence is counted", node.group, _group),
        _chosen(teller, "sequence begins", node.reset, _reset),
    )
    return (first, *(part for part in chosen if part))


def _exempt(teller: Teller, nodes: tuple[t.Exemption, ...], plural: str) -> str:
    return "".join(
        teller.tongue.say(
            "exempt",
            noun=plural,
            clause=such(teller, (exempted.condition,), True),
            references=teller.cited(exempted.references),
        )
        for exempted in nodes
    )


def _every_nth(teller: Teller, node: t.EveryNth) -> str:
    language = teller.tongue.language
    return teller.tongue.say(
        f"{node.comparison} every", n=ordinal(node.n, language), first=ordinal(node.first, language)
    )


def _reset(teller: Teller, node: t.Reset) -> str:
    if node.of is None:
        return teller.tongue.words[f"reset {node.kind}"]
    start = node.of
    while isinstance(start, t.Field | t.DatedFact | t.Defined | t.Classified):
        start = start.of
    inside = teller.inside(start.entity) if isinstance(start, t.Subject) else teller
    return teller.tongue.say("reset change", what=noun(replace(inside, scope=inside.scope[:1]), node.of))


def deadline(teller: Teller, node: t.Deadline) -> str:
    """By which day something must have happened."""
    teller = teller.inside(node.entity)
    said = teller.tongue.say(
        "deadline",
        every=teller.tongue.determiner("every", teller.entity(node.entity).neuter),
        noun=_named(teller, node, teller.singular(node.entity)),
        where=teller.tongue.say("rule where", clause=such(teller, node.where, False)) if node.where else "",
        event=noun(teller, node.event),
        due=noun(teller, node.due),
        unless=_unless(teller, node.unless),
        expiry=teller.tongue.words["after expiry"] if node.after_expiry else "",
    )
    return f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"


def periodic(teller: Teller, node: t.Periodic) -> tuple[str, ...]:
    """What must be so in every period for every record."""
    teller = teller.inside(node.entity)
    said = teller.tongue.say(
        "periodic",
        every=teller.tongue.determiner("every", teller.entity(node.entity).neuter),
        noun=teller.singular(node.entity),
        where=teller.tongue.say("rule where", clause=such(teller, node.where, False)) if node.where else "",
        when=_recurrence(teller, node.recurrence) if isinstance(node.recurrence, t.Recurrence) else "",
        clause=clause(teller, node.requirement.condition),
        unless=_unless(teller, node.unless),
        expiry=teller.tongue.words["after expiry"] if node.after_expiry else "",
    )
    first = f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"
    chosen = _chosen(teller, "this is asked", node.recurrence, _recurrence)
    return (first, chosen) if chosen else (first,)


def duty(teller: Teller, node: t.Duty) -> tuple[str, ...]:
    """Who owes what in every period."""
    teller = teller.inside(node.entity) if node.entity else teller
    parties = {party.name: party.label[teller.tongue.language] for party in PARTIES}
    said = teller.tongue.say(
        "duty",
        parties=series([parties[name] for name in node.owed_by], teller.tongue.words["and"]),
        when=_recurrence(teller, node.recurrence) if isinstance(node.recurrence, t.Recurrence) else "",
        each=teller.tongue.say("duty each", noun=teller.determined("every", node.entity)) if node.entity else "",
        where=teller.tongue.say("when", clause=together(teller, node.where)) if node.where else "",
        clause=clause(teller, node.requirement.condition),
        unless=_unless(teller, node.unless),
        expiry=teller.tongue.words["after expiry"] if node.after_expiry else "",
    )
    first = f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"
    chosen = _chosen(teller, "this is asked", node.recurrence, _recurrence)
    return (first, chosen) if chosen else (first,)


def _recurrence(teller: Teller, node: t.Recurrence) -> str:
    tongue = teller.tongue
    match node.kind:
        case "once":
            assert node.dates is not None
            first, last = (long_date(day, tongue) for day in node.dates)
            said = tongue.say("once", first=first, last=last)
        case "other_year":
            said = tongue.say("other_year", year=str(node.beginning))
        case _:
            said = tongue.words[node.kind]
    if node.window is not None:
        days = [tongue.say("day of year", day=str(day), month=tongue.months[month - 1]) for day, month in node.window]
        said = tongue.say("between days", when=said, first=days[0], last=days[1])
    return f"{said} {tongue.words['whole only']}" if node.whole_only else said


def measure(teller: Teller, node: t.Measure) -> tuple[str, ...]:
    """What is counted and shown, and what was expected."""
    teller = teller.inside(node.entity)
    plural = teller.plural(node.entity)
    said = teller.tongue.say(
        "measure",
        noun=_named(teller, node, plural),
        where=teller.tongue.say("quota where", clause=such(teller, node.where, True)) if node.where else "",
        counts=teller.tongue.say("of these", clause=such(teller, (node.counts,), True)) if node.counts else "",
        exempt=_exempt(teller, node.unless, plural),
        counted=_counted(teller, node),
        expected=_expected(teller, node.expected) if node.expected is not None else "",
    )
    first = f"{said} {valid(teller, node.validity)} {teller.cited(node.references)}"
    chosen = (
        _chosen(teller, "number is counted", node.group, _group),
        _chosen(teller, "number is counted", node.period, _calendar) if isinstance(node.period, t.ByReading) else "",
    )
    return (first, *(part for part in chosen if part))


def _expected(teller: Teller, node: t.Expected) -> str:
    bound = t.Bound(
        comparison="exactly",
        numerator=node.numerator.numerator,
        denominator=node.denominator * node.numerator.denominator,
        rounding=None,
        percent=node.percent,
    )
    return teller.tongue.say("expected about" if node.about else "expected", share=_share(teller, bound))


def _counted(teller: Teller, node: t.Quota | t.Measure) -> str:
    """What is counted together, as far as no reading chooses it."""
    parts = [
        _group(teller, node.group) if isinstance(node.group, t.Group) else "",
        _period(teller, node.period) if isinstance(node.period, t.Period | t.Standing) else "",
    ]
    said = " ".join(part for part in parts if part)
    return teller.tongue.say("counted", part=said) if said else ""


def _at_most(node: t.Bound | t.EveryNth | t.ByReading[t.Bound] | t.ByReading[t.EveryNth]) -> bool:
    bounds = [part for _, part in node.options] if isinstance(node, t.ByReading) else [node]
    return all(bound.comparison == "at_most" for bound in bounds)


def _share(teller: Teller, node: t.Bound) -> str:
    language = teller.tongue.language
    if node.percent:
        return show_value(node.share * 100, Number(Unit.PERCENT), None, language)
    return f"{node.numerator}/{node.denominator}" if node.denominator else show_number(node.share, language)


def _bound(teller: Teller, node: t.Bound) -> str:
    share = _share(teller, node)
    if node.value is not None:
        value = noun(teller, node.value)
        share = teller.tongue.say("otherwise", value=value, share=share) if node.fallback else value
    said = teller.tongue.say(node.comparison, share=share)
    return f"{said} {teller.tongue.words[node.rounding]}" if node.rounding else said


def _group(teller: Teller, node: t.Group) -> str:
    if node.entity is None or node.path is None:
        return teller.tongue.words["together"]
    neuter = teller.entity(node.entity).neuter
    said = teller.tongue.say("per group neuter" if neuter else "per group", noun=teller.singular(node.entity))
    path = noun(teller, node.path)
    return said if path == teller.definite(node.entity) else teller.tongue.say("per group by", group=said, path=path)


def _calendar(teller: Teller, node: t.Period) -> str:
    return teller.tongue.words[node.kind]


def _period(teller: Teller, node: t.Period | t.Standing) -> str:
    if isinstance(node, t.Period):
        return _calendar(teller, node)
    tongue = teller.tongue
    if node.yearly is not None:
        day, month = node.yearly
        return tongue.say("yearly", day=str(day), month=tongue.months[month - 1])
    return tongue.say("standing", days=series([long_date(day, tongue) for day in node.dates], tongue.words["and"]))


def _chosen(teller: Teller, key: str, node: T | t.ByReading[T], tell: Callable[[Teller, T], str]) -> str:
    """A part of a quota that a reading chooses: what each alternative gives; nothing where none does."""
    if not isinstance(node, t.ByReading):
        return ""
    return teller.tongue.words[key] + depending(teller, node, tell)


Part: TypeAlias = t.Bound | t.Group | t.Period | t.Standing | t.EveryNth | t.Reset | t.Recurrence


def part(teller: Teller, node: Part) -> str:
    """A part of a norm alone."""
    match node:
        case t.EveryNth():
            return _every_nth(teller, node)
        case t.Reset():
            return _reset(teller, node)
        case t.Recurrence():
            return _recurrence(teller, node)
        case t.Bound():
            return _bound(teller, node)
        case t.Group():
            return _group(teller, node)
        case t.Period() | t.Standing():
            return _period(teller, node)
        case _:
            assert_never(node)

"""Values to nouns: the dwelling's estate, the day the member was released, 6 months before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference, Type, Words
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, Tongue, plain, quoted
from klausul_dsl.prose.values import show_value
from klausul_dsl.text import series
from klausul_dsl.values import Plain
from klausul_dsl.vocabulary import NO_FORMS, Forms, Role

T = TypeVar("T")


def shown(teller: Teller, value: Plain, type: Type) -> str:
    """A plain value, by its label where it has one; a date with its month in words."""
    language = teller.tongue.language
    if isinstance(value, date):
        return long_date(value, teller.tongue)
    said = show_value(value, type, teller.options(type), language)
    if isinstance(type, Choice | ClassOf):
        return quoted(plain(said))
    return f"“{said}”" if isinstance(type, Words) else said


def long_date(day: date, tongue: Tongue) -> str:
    """`1. januar 2024`, `1 January 2024`."""
    mark = "." if tongue.language == "da" else ""
    return f"{day.day}{mark} {tongue.months[day.month - 1]} {day.year}"


def forms_of(teller: Teller, node: t.Expression) -> Forms:
    """How the vocabulary tells a fact; nothing for what is none."""
    match node:
        case t.DatedFact():
            return teller.entity(node.entity).forms.get(node.name, NO_FORMS)
        case t.Field(of=t.Subject() | t.Field() as of) if isinstance(of.type, Reference):
            return teller.entity(of.type.entity).forms.get(node.name, NO_FORMS)
        case _:
            return NO_FORMS


def amount(teller: Teller, duration: Duration) -> str:
    """A duration: whole years as years; with the months that do not count, which weeks skip, and where a month ends."""
    number, name = duration.amount, str(duration.unit)
    if name == "months" and number % 12 == 0 and number:
        number, name = number // 12, "years"
    if name == "days" and duration.skipping and number % 7 == 0 and number:
        number, name = number // 7, "weeks"
    said = f"{number} {teller.tongue.words[name.removesuffix('s') if number == 1 else name]}"
    if duration.skipping:
        months = series([teller.tongue.months[month - 1] for month in duration.skipping], teller.tongue.words["and"])
        said = teller.tongue.say("skipping", duration=said, months=months)
    return teller.tongue.say("rolling over", duration=said) if duration.rolls_over else said


def noun(teller: Teller, node: t.Expression) -> str:
    """A value as a noun; a condition as the question whether it is so."""
    words, say = teller.tongue.words, teller.tongue.say
    match node:
        case t.Constant():
            return _constant(teller, node)
        case t.Subject():
            named = teller.definite(node.entity)
            return say("first-mentioned", noun=named) if node.entity in teller.scope[: node.depth] else named
        case t.Field():
            return _field(teller, node)
        case t.DatedFact():
            return _on(
                teller, _owned(teller, node.of, _label_as_noun(teller, node, _dated_label(teller, node))), node.on
            )
        case t.Defined():
            label = teller.label(teller.policy.definitions[node.name].label)
            return _on(teller, _owned(teller, node.of, f"“{label}”"), node.on)
        case t.Classified():
            label = teller.label(teller.policy.classifications[node.name].label)
            return _on(teller, _owned(teller, node.of, label), node.on)
        case t.ParameterValue():
            label = teller.label(teller.policy.parameters[node.name].label)
            if node.key is None:
                return say("parameter", label=label)
            return say("parameter for", label=label, key=noun(teller, node.key))
        case t.Day():
            return words["reference day noun"]
        case t.Shift():
            key = "shifted before" if node.sign < 0 else "shifted after"
            return say(key, duration=amount(teller, node.by), value=noun(teller, node.value))
        case t.WorkingDay():
            return say("working day", value=noun(teller, node.value))
        case t.Arithmetic():
            return say(node.operator, left=_operand(teller, node.left), right=_operand(teller, node.right))
        case t.Count():
            return _count(teller, node)
        case t.Interpreted():
            return _interpreted(teller, node)
        case _:
            return teller.clause(teller, node)


def _constant(teller: Teller, node: t.Constant) -> str:
    said = shown(teller, node.value, node.type)
    if isinstance(node.type, Date) and teller.tongue.language == "da":
        return f"den {said}"
    return said


def _operand(teller: Teller, node: t.Expression) -> str:
    said = noun(teller, node)
    return f"({said})" if isinstance(node, t.Arithmetic) else said


def _owned(teller: Teller, owner: t.Expression, label: str) -> str:
    return teller.tongue.owned(noun(teller, owner), label)


def _dated_label(teller: Teller, node: t.DatedFact) -> str:
    return teller.label(teller.entity(node.entity).dated[node.name].label)


def _label_as_noun(teller: Teller, node: t.Expression, label: str) -> str:
    """The noun of a fact; a date without one by its label, which is none."""
    noun_form = forms_of(teller, node).noun
    if noun_form is not None:
        return noun_form[teller.tongue.language]
    return f"“{label}”" if isinstance(node.type, Date) else label


def _on(teller: Teller, what: str, day: t.Expression | None) -> str:
    return what if day is None else teller.tongue.say("on", what=what, day=on_day(teller, day))


def on_day(teller: Teller, day: t.Expression) -> str:
    """`on 1 January 2024`, `on the day`, `1 year before the day`."""
    match day:
        case t.Day():
            return teller.tongue.words["reference day"]
        case t.Constant():
            return teller.tongue.say("on constant", day=noun(teller, day))
        case t.Shift() | t.WorkingDay(value=t.Shift()):
            return teller.tongue.say("on shift", day=noun(teller, day))
        case _:
            return teller.tongue.say("on date", day=noun(teller, day))


def said_on(teller: Teller, told: Phrase, day: t.Expression | None) -> Phrase:
    """The phrase as said of a day, in the past where that is some time before the day that is spoken of."""
    if day is None:
        return told
    before = isinstance(day, t.Shift) and day.sign < 0 and isinstance(day.value, t.Day)
    verb = teller.tongue.past(told.verb) if before else told.verb
    others = tuple(said_on(teller, other, day) for other in told.others)
    when = on_day(teller, day)
    several = f"{told.several} {when}" if told.several else ""
    return replace(told, verb=verb, rest=f"{told.rest} {when}", several=several, others=others)


def _field(teller: Teller, node: t.Field) -> str:
    """A field with its owner; a record that only one way leads to without it."""
    assert isinstance(node.of.type, Reference)
    if isinstance(node.type, Reference) and _only_way(teller, node):
        own = forms_of(teller, node).noun
        if own is None:
            return teller.definite(node.type.entity)
        return teller.tongue.the(teller.label(own), teller.entity(node.type.entity).neuter)
    label = teller.label(teller.entity(node.of.type.entity).fields[node.name].label)
    return _owned(teller, node.of, _label_as_noun(teller, node, label))


def _only_way(teller: Teller, node: t.Field) -> bool:
    """Whether no other record of the entity is near, so that its definite name is enough."""
    way: list[str] = []
    start: t.Expression = node
    while isinstance(start, t.Field):
        way.insert(0, start.name)
        start = start.of
    if not isinstance(start, t.Subject) or not isinstance(node.type, Reference):
        return False
    goal, vocabulary = node.type.entity, teller.vocabulary
    others = [entity for depth, entity in enumerate(teller.scope) if depth != start.depth]
    return (
        goal not in teller.scope
        and vocabulary.routes(start.entity, goal) == [tuple(way)]
        and not any(vocabulary.routes(other, goal) for other in others)
    )


def collected(teller: Teller, node: t.Collection, said: str) -> str:
    """A noun with the record its records belong to, and by which field where it could be another."""
    if node.of is None or node.reference is None:
        return said
    owner = noun(teller, node.of)
    between = teller.entity(node.entity).forms.get(node.reference, NO_FORMS).of
    if between is not None:
        return through(teller, node, f"{said} {teller.label(between)} {owner}")
    key = "member of" if teller.entity(node.entity).role is Role.CHILD else "belonging to"
    return through(teller, node, teller.tongue.say(key, noun=said, owner=owner))


def through(teller: Teller, node: t.Collection, said: str) -> str:
    """A noun with the field by which its records belong to another, where it could be another field."""
    fields = teller.entity(node.entity).fields
    if node.reference is None:
        return said
    target = fields[node.reference].type
    if sum(field.type == target for field in fields.values()) == 1:
        return said
    return teller.tongue.say("through", what=said, label=teller.label(fields[node.reference].label))


def _count(teller: Teller, node: t.Count) -> str:
    plural = collected(teller, node.collection, teller.plural(node.collection.entity))
    if node.condition is None:
        return teller.tongue.say("number of", plural=plural)
    inner = teller.such(teller.inside(node.collection.entity), (node.condition,), True)
    return teller.tongue.say("number of where", plural=plural, clause=inner)


def _interpreted(teller: Teller, node: t.Interpreted) -> str:
    said = series(options_of(teller, node.choice, noun), teller.tongue.words["or"])
    reading = teller.label(teller.policy.readings[node.choice.reading].label)
    return f"({teller.tongue.say('by reading', options=said, reading=reading)})"


def options_of(
    teller: Teller, node: t.ByReading[T], tell: Callable[[Teller, T], str], key: str = "depends option"
) -> list[str]:
    """What each alternative of a reading gives, with its label."""
    labels = {one.name: teller.label(one.label) for one in teller.policy.readings[node.reading].alternatives}
    return [teller.tongue.say(key, what=tell(teller, part), label=labels[name]) for name, part in node.options]


def depending(teller: Teller, node: t.ByReading[T], tell: Callable[[Teller, T], str]) -> str:
    """`, depending on the reading …, this (with …) or that (with …)`."""
    options = series(options_of(teller, node, tell), teller.tongue.words["or"])
    return teller.tongue.say(
        "depends", reading=teller.label(teller.policy.readings[node.reading].label), options=options
    )

"""Values to nouns: the dwelling's estate, the day the member was released, 6 months before it."""

from __future__ import annotations

from typing import Literal

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference, Type, Words
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import plain, quoted, series
from klausul_dsl.prose.values import show_value
from klausul_dsl.values import Plain


def shown(teller: Teller, value: Plain, type: Type) -> str:
    """A plain value, by its label where it has one."""
    language = teller.tongue.language
    said = show_value(value, type, teller.options(type), language)
    if isinstance(type, Choice | ClassOf):
        return quoted(plain(said))
    return f"“{said}”" if isinstance(type, Words) else said


def amount(teller: Teller, number: int, unit: Literal["days", "months"]) -> str:
    """A duration: whole years as years."""
    name: str = unit
    if unit == "months" and number % 12 == 0 and number:
        number, name = number // 12, "years"
    return f"{number} {teller.tongue.words[name.removesuffix('s') if number == 1 else name]}"


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
            return _on(teller, _owned(teller, node.of, _dated_label(teller, node)), node.on)
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
            key = "shifted before" if node.amount < 0 else "shifted after"
            return say(key, duration=amount(teller, abs(node.amount), node.unit), value=noun(teller, node.value))
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


def _on(teller: Teller, what: str, day: t.Expression | None) -> str:
    return what if day is None else teller.tongue.say("on", what=what, day=on_day(teller, day))


def on_day(teller: Teller, day: t.Expression) -> str:
    """`on 2024-01-01`, `on the day`."""
    if isinstance(day, t.Day):
        return teller.tongue.words["reference day"]
    return teller.tongue.say("on constant" if isinstance(day, t.Constant) else "on date", day=noun(teller, day))


def _field(teller: Teller, node: t.Field) -> str:
    """A field with its owner; the day of an event; a record that only one way leads to by its name alone."""
    assert isinstance(node.of.type, Reference)
    if isinstance(node.type, Reference) and _only_way(teller, node):
        return teller.definite(node.type.entity)
    label = teller.label(teller.entity(node.of.type.entity).fields[node.name].label)
    if isinstance(node.type, Date):
        happened = teller.tongue.event(noun(teller, node.of), label, True)
        if happened is not None:
            return teller.tongue.say("the day", clause=teller.tongue.finite(happened, False))
    return _owned(teller, node.of, label)


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
    entity = teller.entity(node.entity)
    key = "member of" if entity.role.value == "child" else "belonging to"
    owned = teller.tongue.say(key, noun=said, owner=noun(teller, node.of))
    target = entity.fields[node.reference].type
    if sum(field.type == target for field in entity.fields.values()) == 1:
        return owned
    return teller.tongue.say("through", what=owned, label=teller.label(entity.fields[node.reference].label))


def _count(teller: Teller, node: t.Count) -> str:
    plural = collected(teller, node.collection, teller.plural(node.collection.entity))
    if node.condition is None:
        return teller.tongue.say("number of", plural=plural)
    inner = teller.clause(teller.inside(node.collection.entity), node.condition)
    return teller.tongue.say("number of where", plural=plural, clause=inner)


def _interpreted(teller: Teller, node: t.Interpreted) -> str:
    reading = teller.policy.readings[node.choice.reading]
    labels = {alternative.name: teller.label(alternative.label) for alternative in reading.alternatives}
    options = [
        teller.tongue.say("by reading option", what=noun(teller, value), label=labels[name])
        for name, value in node.choice.options
    ]
    said = series(options, teller.tongue.words["or"])
    return f"({teller.tongue.say('by reading', options=said, reading=teller.label(reading.label))})"

"""Facts and their values to phrases: `the member was released`, `the estate has below 1,000 residents`."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Choice, ClassOf, Date, Reference
from klausul_dsl.prose.choices import one_of
from klausul_dsl.prose.nouns import amount, forms_of, noun, on_day, said_on, shown
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, quoted

_CLAUSE = {"er", "har", "gælder", "omfatter", "tæller", "is", "are", "has", "applies", "covers", "counts"}
"""Verbs by which a label is seen to be a clause."""


def fact(teller: Teller, node: t.Field | t.DatedFact | t.Defined) -> Phrase:
    """A yes/no fact of a record."""
    told = replace(_said(teller, node), subject=noun(teller, node.of))
    return said_on(teller, told, node.on) if isinstance(node, t.DatedFact | t.Defined) else told


def _said(teller: Teller, node: t.Field | t.DatedFact | t.Defined) -> Phrase:
    language, form = teller.tongue.language, forms_of(teller, node).predicate
    if form is not None:
        return teller.tongue.predicate(form[language])
    if isinstance(node, t.Defined):
        definition = teller.policy.definitions[node.name]
        return teller.tongue.stated(quoted(teller.label(definition.label)), None, teller.takes_place(definition.entity))
    of = node.entity if isinstance(node, t.DatedFact) else _entity(node.of)
    facts = teller.entity(of)
    found = facts.dated[node.name] if isinstance(node, t.DatedFact) else facts.fields[node.name]
    denial = teller.label(found.negated) if found.negated else None
    return teller.tongue.stated(teller.label(found.label), denial, False)


def _entity(node: t.Expression) -> str:
    assert isinstance(node.type, Reference)
    return node.type.entity


def parameter(teller: Teller, node: t.ParameterValue) -> Phrase:
    """A yes/no parameter: that what its label says is laid down; where that is no clause, that its answer is yes."""
    label, words, say = teller.label(teller.policy.parameters[node.name].label), teller.tongue.words, teller.tongue.say
    key = say("for key", key=noun(teller, node.key)) if node.key is not None else ""
    if _CLAUSE & set(label.split()):
        rest = say("laid down", key=key, label=quoted(label))
        return Phrase(subject=words["it"], verb=words["is"], rest=rest, trails=True)
    yes = say("answered", value=shown(teller, True, node.type))
    return Phrase(subject=f"“{label}”", verb=words["is"], rest=f"{yes} {key}".rstrip())


def compared(teller: Teller, node: t.Compare) -> Phrase:
    """A value against another one, as the vocabulary tells the fact; whether they differ is told by denying it."""
    value = noun(teller, node.right)
    if isinstance(node.left.type, Choice | ClassOf) and isinstance(node.right, t.Constant):
        return one_of(teller, node.left, (node.right,))
    if isinstance(node.left.type, Date):
        return _aged(teller, node) or _long_before(teller, node) or _dated(teller, node.left, _when(teller, node))
    said = teller.tongue.say(node.operator, value=value)
    form = forms_of(teller, node.left).predicate
    several = isinstance(node.right, t.Constant) and node.right.value != 1
    last = form is not None and form[teller.tongue.language].endswith("{value}")
    if (
        form is not None
        and (several or (last and isinstance(node.right, t.Constant)))
        and isinstance(node.left, t.Field | t.DatedFact)
    ):
        told = teller.tongue.predicate(form[teller.tongue.language].format(value=said))
        day = node.left.on if isinstance(node.left, t.DatedFact) else None
        return said_on(teller, replace(told, subject=noun(teller, node.left.of)), day)
    return Phrase(subject=noun(teller, node.left), verb=teller.tongue.words["is"], rest=said)


def _aged(teller: Teller, node: t.Compare) -> Phrase | None:
    """Some years after a date of birth against another date: the age on that day."""
    match node.left:
        case t.Shift(value=t.Field() as born, by=Duration(unit="months", amount=months) as by, sign=1) if (
            months > 0 and months % 12 == 0
        ):
            if not forms_of(teller, born).age:
                return None
            said = teller.tongue.say(f"turns {node.operator}", years=amount(teller, by))
            bounded = node.operator in {"<", ">="}
            day = _when(teller, replace(node, left=born)) if bounded else on_day(teller, node.right)
            return replace(teller.tongue.predicate(said), subject=noun(teller, born.of), day=day)
        case _:
            return None


def _long_before(teller: Teller, node: t.Compare) -> Phrase | None:
    """A date and some time against another date: that the one lies at least so long before the other."""
    match node.left:
        case t.Shift(value=value, by=by, sign=sign) if node.operator in (("<=", "<") if sign > 0 else (">=", ">")):
            key = f"{'long' if node.operator.endswith('=') else 'longer'} {'before' if sign > 0 else 'after'}"
            said = teller.tongue.say(key, duration=amount(teller, by), value=noun(teller, node.right))
            return _dated(teller, value, said)
        case _:
            return None


def _when(teller: Teller, node: t.Compare) -> str:
    """`no later than 1 January`, `later than 5 years after it`."""
    day, value = on_day(teller, node.right), noun(teller, node.right)
    if node.operator in {"<", ">"} and isinstance(node.right, t.Shift):
        return teller.tongue.say(f"date {node.operator} shift", value=value)
    told = node.operator == "=" and forms_of(teller, node.left).predicate is not None
    return teller.tongue.say("date = event" if told else f"date {node.operator}", value=value, day=day)


def _dated(teller: Teller, node: t.Expression, rest: str) -> Phrase:
    """What is said of a date: of the event where it is the date of one."""
    form = forms_of(teller, node).predicate
    if isinstance(node, t.Field) and form is not None:
        told = teller.tongue.predicate(form[teller.tongue.language])
        return replace(told, subject=noun(teller, node.of), rest=f"{told.rest} {rest}")
    return Phrase(subject=noun(teller, node), verb=teller.tongue.words["is"], rest=rest)


def within(teller: Teller, node: t.Within) -> Phrase:
    """Whether a date lies so near to another."""
    rest = teller.tongue.say(
        "within",
        duration=amount(teller, node.duration),
        direction=teller.tongue.words[node.direction],
        anchor=noun(teller, node.anchor),
    )
    return _dated(teller, node.value, rest)

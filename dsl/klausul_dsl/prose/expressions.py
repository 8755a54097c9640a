"""Conditions to clauses: every condition is a phrase, so that it can be denied, demanded or told of a member."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Date, Reference, YesNo
from klausul_dsl.prose.choices import classed, one_of, uncovered
from klausul_dsl.prose.nouns import amount, collected, noun, on_day, shown
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, plain, quoted, series, tidy


def clause(teller: Teller, node: t.Expression, *, main: bool = False) -> str:
    """A condition as a clause: subordinate as after "when", or main."""
    match node:
        case t.All() | t.Any() if node.operands:
            return _joined(teller, node, main=main)
        case _:
            return teller.tongue.finite(phrase(teller, node), main)


def together(teller: Teller, nodes: tuple[t.Expression, ...]) -> str:
    """Conditions that must all hold, as one clause."""
    if len(nodes) == 1:
        return clause(teller, nodes[0])
    return clause(teller, t.All(operands=nodes, type=YesNo()))


def _joined(teller: Teller, node: t.All | t.Any, *, main: bool) -> str:
    """Operands with their connective between them; an operand that has parts of its own stands in parentheses."""
    words = teller.tongue.words
    alone = len(node.operands) == 1
    told = [clause(teller, operand, main=main) for operand in node.operands]
    parts = [
        f"({said})" if composite(operand) and not alone else said
        for said, operand in zip(told, node.operands, strict=True)
    ]
    if isinstance(node, t.All) or alone:
        return series(parts, words["and"])
    return teller.tongue.say("either", options=series(parts, words["or"]))


def composite(node: t.Expression) -> bool:
    """Whether a clause has connectives of its own."""
    match node:
        case t.All() | t.Any() | t.Interpreted() | t.EachMonth() | t.Attested() | t.Within():
            return True
        case t.OneOf():
            return len(node.options) > 1 or composite(node.value)
        case t.Not():
            return composite(node.operand)
        case t.Quantified():
            return node.condition is not None and (_spoken_of(node) or composite(node.condition))
        case t.Compare():
            return isinstance(node.left.type, Date) or composite(node.left) or composite(node.right)
        case _:
            return False


def _spoken_of(node: t.Quantified) -> bool:
    """Whether the condition of a quantified statement denies something, so that it is told as a clause of its own."""
    return node.quantifier != "some" and isinstance(node.condition, t.Not)


def phrase(teller: Teller, node: t.Expression) -> Phrase:
    """A condition as a phrase."""
    match node:
        case t.Not():
            return _denied(teller, node.operand)
        case t.All() | t.Any():
            return (
                _about(teller, "holds", "that", clause(teller, node))
                if node.operands
                else _constant(teller, isinstance(node, t.All))
            )
        case t.Constant():
            return _constant(teller, node.value is True)
        case t.Field() | t.DatedFact() | t.Defined():
            return _fact(teller, node, negated=False)
        case t.Compare():
            return _compared(teller, node)
        case t.OneOf():
            return one_of(teller, node, negated=False)
        case t.IsKnown():
            return _known(teller, node)
        case t.IsUncovered():
            return uncovered(teller, node)
        case t.Within():
            return _within(teller, node)
        case t.Quantified():
            return _quantified(teller, node)
        case t.EachMonth():
            return _each_month(teller, node)
        case t.Attested():
            return _attested(teller, node)
        case t.Interpreted():
            return _interpreted(teller, node)
        case t.Subject() | t.Classified() | t.ParameterValue() | t.Day() | t.Shift() | t.Arithmetic() | t.Count():
            return Phrase(subject=noun(teller, node), verb=teller.tongue.words["is"], rest=_yes(teller))
        case _:
            assert_never(node)


def _yes(teller: Teller) -> str:
    return shown(teller, True, YesNo())


def _about(teller: Teller, verb: str, key: str, said: str, negated: bool = False) -> Phrase:
    """`it holds that …`, `it is not the case that …`."""
    words = teller.tongue.words
    return Phrase(subject=words["it"], verb=words[verb], rest=teller.tongue.say(key, clause=said), negated=negated)


def _constant(teller: Teller, value: bool) -> Phrase:
    words = teller.tongue.words
    return Phrase(subject=words["it"], verb=words["is"], rest=words["true"], negated=not value)


def _denied(teller: Teller, node: t.Expression) -> Phrase:
    """The phrase of what is not so."""
    match node:
        case t.IsKnown():
            known = _known(teller, node)
            missing = known.rest.replace(teller.tongue.words["known"], teller.tongue.words["missing"], 1)
            return replace(known, rest=missing)
        case t.Field() | t.DatedFact() | t.Defined():
            return _fact(teller, node, negated=True)
        case t.Compare(operator="=" | "!="):
            return _compared(teller, replace(node, operator="=" if node.operator == "!=" else "!="))
        case t.OneOf():
            return one_of(teller, node, negated=True)
        case t.Compare() | t.Within() | t.IsUncovered() | t.Attested():
            told = phrase(teller, node)
            return (
                _about(teller, "is", "the case", clause(teller, node), True)
                if told.negated
                else replace(told, negated=True)
            )
        case _:
            return _about(teller, "is", "the case", clause(teller, node), True)


def _fact(teller: Teller, node: t.Field | t.DatedFact | t.Defined, *, negated: bool) -> Phrase:
    """A yes/no fact of a record."""
    subject = noun(teller, node.of)
    label, denial = _labels(teller, node)
    told = teller.tongue.stated(subject, label, denial, negated)
    if isinstance(node, t.DatedFact | t.Defined) and node.on is not None:
        day = on_day(teller, node.on)
        return replace(told, rest=f"{told.rest} {day}")
    return told


def _labels(teller: Teller, node: t.Field | t.DatedFact | t.Defined) -> tuple[str, str | None]:
    match node:
        case t.Defined():
            return quoted(teller.label(teller.policy.definitions[node.name].label)), None
        case t.DatedFact():
            fact = teller.entity(node.entity).dated[node.name]
            return teller.label(fact.label), teller.label(fact.negated) if fact.negated else None
        case t.Field():
            assert isinstance(node.of.type, Reference)
            field = teller.entity(node.of.type.entity).fields[node.name]
            return teller.label(field.label), teller.label(field.negated) if field.negated else None
        case _:
            assert_never(node)


def _compared(teller: Teller, node: t.Compare) -> Phrase:
    words, say = teller.tongue.words, teller.tongue.say
    negated = node.operator == "!="
    operator = "=" if negated else node.operator
    if isinstance(node.left.type, YesNo):
        return _same_truth(teller, node, negated)
    if isinstance(node.left, t.Classified) and isinstance(node.right, t.Constant):
        return classed(teller, node.left, (node.right,), negated)
    right = noun(teller, node.right)
    if isinstance(node.left.type, Date):
        rest = say(f"date {operator}", value=right)
        return replace(_dated(teller, node.left, rest), negated=negated)
    return Phrase(subject=noun(teller, node.left), verb=words["is"], rest=say(operator, value=right), negated=negated)


def _dated(teller: Teller, node: t.Expression, rest: str) -> Phrase:
    """What is said of a date: of the event where it is the date of one."""
    if isinstance(node, t.Field) and isinstance(node.of.type, Reference):
        label = teller.label(teller.entity(node.of.type.entity).fields[node.name].label)
        happened = teller.tongue.event(noun(teller, node.of), label, False)
        if happened is not None:
            return replace(happened, rest=f"{happened.rest} {rest}")
    return Phrase(subject=noun(teller, node), verb=teller.tongue.words["is"], rest=rest)


def _same_truth(teller: Teller, node: t.Compare, negated: bool) -> Phrase:
    """A yes/no fact that is compared: with yes or no, or with another."""
    for fact, other in ((node.left, node.right), (node.right, node.left)):
        if isinstance(other, t.Constant):
            return phrase(teller, fact) if (other.value is True) != negated else _denied(teller, fact)
    said = teller.tongue.say("exactly when", left=clause(teller, node.left), right=clause(teller, node.right))
    words = teller.tongue.words
    return Phrase(subject=words["it"], verb=words["holds"], rest=said, negated=negated)


def _known(teller: Teller, node: t.IsKnown) -> Phrase:
    words = teller.tongue.words
    if isinstance(node.value.type, YesNo):
        return _about(teller, "is", "whether", clause(teller, node.value))
    return Phrase(subject=noun(teller, node.value), verb=words["is"], rest=words["known"])


def _within(teller: Teller, node: t.Within) -> Phrase:
    rest = teller.tongue.say(
        "within",
        duration=amount(teller, node.amount, node.unit),
        direction=teller.tongue.words[node.direction],
        anchor=noun(teller, node.anchor),
    )
    return _dated(teller, node.value, rest)


def _quantified(teller: Teller, node: t.Quantified) -> Phrase:
    """`no member of the household was released …`, or `it holds for no member of the household that …`."""
    words = teller.tongue.words
    whom = collected(teller, node.collection, teller.determined(node.quantifier, node.collection.entity))
    if node.condition is None:
        return _there(teller, node, whom)
    inner = teller.inside(node.collection.entity)
    if not isinstance(node.condition, t.All | t.Any):
        told = phrase(inner, node.condition)
        plainly = node.quantifier == "some" or not (told.negated or isinstance(node.condition, t.Not))
        if told.subject == teller.definite(node.collection.entity) and plainly:
            return replace(told, subject=whom)
    none = node.quantifier == "no"
    if none:
        whom = collected(teller, node.collection, teller.determined("any", node.collection.entity))
    rest = teller.tongue.say("for", whom=whom, clause=clause(inner, node.condition))
    return Phrase(subject=words["it"], verb=words["holds"], rest=rest, negated=none)


def _there(teller: Teller, node: t.Quantified, whom: str) -> Phrase:
    """That there is such a record, or none."""
    words = teller.tongue.words
    if node.quantifier == "no" and teller.tongue.language == "da":
        kind = teller.determined("any", node.collection.entity)
        return Phrase(
            subject=words["there"], verb=words["is"], rest=collected(teller, node.collection, kind), negated=True
        )
    return Phrase(subject=words["there"], verb=words["is"], rest=whom)


def _each_month(teller: Teller, node: t.EachMonth) -> Phrase:
    entity = teller.entity(node.collection.entity)
    whom = collected(teller, node.collection, teller.determined("some", entity.name))
    if node.dated_by != entity.reference_date:
        whom = teller.tongue.say("through", what=whom, label=teller.label(entity.fields[node.dated_by].label))
    key = "each month one" if node.months == 1 else "each month"
    said = teller.tongue.say(key, months=str(node.months), anchor=noun(teller, node.anchor), noun=whom)
    if node.condition is not None:
        inner = clause(teller.inside(entity.name), node.condition)
        said = teller.tongue.say("each month where", what=said, clause=inner)
    words = teller.tongue.words
    return Phrase(subject=words["there"], verb=words["is"], rest=said)


def _attested(teller: Teller, node: t.Attested) -> Phrase:
    words = teller.tongue.words
    statement = plain(node.statement[teller.tongue.language])
    if len(teller.scope) <= 1 and isinstance(node.subject, t.Subject):
        rest = teller.tongue.say("attested", statement=statement)
    else:
        rest = teller.tongue.say("attested of", statement=statement, subject=noun(teller, node.subject))
    return Phrase(subject=words["it"], verb=words["is"], rest=rest)


def _enclosed(teller: Teller, node: t.Expression) -> str:
    """A clause, in parentheses where it has parts of its own."""
    said = clause(teller, node)
    return f"({said})" if composite(node) else said


def _interpreted(teller: Teller, node: t.Interpreted) -> Phrase:
    """`it holds by the reading … that … (with …) or that … (with …)`."""
    reading = teller.policy.readings[node.choice.reading]
    labels = {alternative.name: teller.label(alternative.label) for alternative in reading.alternatives}
    options = [
        teller.tongue.say("by reading clause option", clause=_enclosed(teller, value), label=labels[name])
        for name, value in node.choice.options
    ]
    words = teller.tongue.words
    said = teller.tongue.say(
        "by reading clause", reading=teller.label(reading.label), options=series(options, words["or"])
    )
    return Phrase(subject=words["it"], verb=words["holds"], rest=tidy(said))

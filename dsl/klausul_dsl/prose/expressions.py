"""Conditions to clauses: every condition is a phrase, so that it can be denied, demanded or told of a member."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import YesNo
from klausul_dsl.prose.choices import in_set, one_of, uncovered
from klausul_dsl.prose.connected import connected
from klausul_dsl.prose.facts import compared, fact, parameter, within
from klausul_dsl.prose.nouns import amount, collected, noun, options_of, shown, through
from klausul_dsl.prose.predicates import contracted, denials, denied, of_several
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, plain
from klausul_dsl.text import series


def clause(teller: Teller, node: t.Expression, *, main: bool = False) -> str:
    """A condition as a clause: subordinate as after "when", or main."""
    match node:
        case t.All() | t.Any() if node.operands:
            told = _contracted(teller, node, emphatic=False)
            return teller.tongue.finite(told, main) if told is not None else connected(teller, node, main, clause, one)
        case _:
            return teller.tongue.finite(phrase(teller, node), main)


def together(teller: Teller, nodes: tuple[t.Expression, ...]) -> str:
    """Conditions that must all hold, as one clause."""
    return clause(teller, _whole(nodes))


def such(teller: Teller, nodes: tuple[t.Expression, ...], plural: bool) -> str:
    """Conditions on the innermost record, after its noun: `that is a student`, `where the estate is green`."""
    told = one(teller, _whole(nodes))
    if told is not None and told.subject == teller.definite(teller.scope[0]):
        return teller.tongue.relative(of_several(told) if plural else told, plural)
    return teller.tongue.say("where", clause=together(teller, nodes))


def _whole(nodes: tuple[t.Expression, ...]) -> t.Expression:
    return nodes[0] if len(nodes) == 1 else t.All(operands=nodes, type=YesNo())


def one(teller: Teller, node: t.Expression) -> Phrase | None:
    """A condition as one phrase; None where it takes several clauses."""
    if isinstance(node, t.All | t.Any) and node.operands:
        return _contracted(teller, node, emphatic=False)
    return phrase(teller, node)


def _contracted(teller: Teller, node: t.All | t.Any, *, emphatic: bool) -> Phrase | None:
    """Operands that speak of the same record as one phrase; `emphatic` tells "both" where all must hold."""
    words = teller.tongue.words
    found = [_part(teller, operand, node) for operand in node.operands]
    phrases = [one for one in found if one is not None]
    impersonal = phrases and phrases[0].subject in {words["it"], words["there"]}
    if len(phrases) < len(found) or ((impersonal or _of_different_members(node)) and len(phrases) > 1):
        return None
    told = contracted(phrases, either=isinstance(node, t.Any))
    return replace(told, joint="both") if told is not None and emphatic and told.joint == "and" else told


def _of_different_members(node: t.All | t.Any) -> bool:
    """Whether the operands ask about members that need not be the same: that some member is this and some member is
    that is not that some member is both."""
    same = "some" if isinstance(node, t.Any) else "every"
    return any(isinstance(operand, t.Quantified) and operand.quantifier != same for operand in node.operands)


def _part(teller: Teller, operand: t.Expression, node: t.All | t.Any) -> Phrase | None:
    """An operand as a phrase; of connectives only one with "both" can be part of another."""
    if isinstance(operand, t.All | t.Any) and operand.operands:
        both = isinstance(operand, t.All) and isinstance(node, t.Any)
        return _contracted(teller, operand, emphatic=True) if both else None
    return phrase(teller, operand)


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
            return fact(teller, node)
        case t.Compare():
            return _compared(teller, node)
        case t.OneOf():
            return one_of(teller, node.value, node.options)
        case t.InSet():
            return in_set(teller, node)
        case t.IsKnown():
            return _known(teller, node)
        case t.IsUncovered():
            return uncovered(teller, node)
        case t.Within():
            return within(teller, node)
        case t.Quantified():
            return _quantified(teller, node)
        case t.EachMonth():
            return _each_month(teller, node)
        case t.FollowedBy():
            return _followed_by(teller, node)
        case t.Throughout():
            return _throughout(teller, node)
        case t.Attested():
            return _attested(teller, node)
        case t.Interpreted():
            return _interpreted(teller, node)
        case t.ParameterValue() if isinstance(node.type, YesNo):
            return parameter(teller, node)
        case (
            t.Subject()
            | t.Classified()
            | t.ParameterValue()
            | t.Day()
            | t.Shift()
            | t.Arithmetic()
            | t.Count()
            | t.WorkingDay()
        ):
            return Phrase(subject=noun(teller, node), verb=teller.tongue.words["is"], rest=_yes(teller))
        case _:
            assert_never(node)


def _yes(teller: Teller) -> str:
    return shown(teller, True, YesNo())


def _about(teller: Teller, verb: str, key: str, said: str, negated: bool = False) -> Phrase:
    """`it holds that …`, `it is not the case that …`."""
    words = teller.tongue.words
    rest = teller.tongue.say(key, clause=said)
    return Phrase(subject=words["it"], verb=words[verb], rest=rest, negated=negated, trails=True)


def _constant(teller: Teller, value: bool) -> Phrase:
    words = teller.tongue.words
    return Phrase(subject=words["it"], verb=words["is"], rest=words["so"], adverb=words["always" if value else "never"])


def _denied(teller: Teller, node: t.Expression) -> Phrase:
    """The phrase of what is not so."""
    match node:
        case t.IsKnown():
            known = _known(teller, node)
            missing = known.rest.replace(teller.tongue.words["known"], teller.tongue.words["missing"], 1)
            return replace(known, rest=missing)
        case t.Compare(operator="=" | "!="):
            return _compared(teller, replace(node, operator="=" if node.operator == "!=" else "!="))
        case (
            t.OneOf()
            | t.InSet()
            | t.Field()
            | t.DatedFact()
            | t.Defined()
            | t.Compare()
            | t.Within()
            | t.IsUncovered()
            | t.Attested()
            | t.ParameterValue()
        ):
            told = phrase(teller, node)
            mixed = told.others and {told.negated, *(other.negated for other in told.others)} != {False}
            return _not_so(teller, node) if (told.trails and told.negated) or mixed else denied(told)
        case _:
            return _not_so(teller, node)


def _not_so(teller: Teller, node: t.Expression) -> Phrase:
    return _about(teller, "is", "the case", clause(teller, node), True)


def _compared(teller: Teller, node: t.Compare) -> Phrase:
    negated = node.operator == "!="
    if isinstance(node.left.type, YesNo):
        return _same_truth(teller, node, negated)
    return denied(compared(teller, replace(node, operator="="))) if negated else compared(teller, node)


def _same_truth(teller: Teller, node: t.Compare, negated: bool) -> Phrase:
    """A yes/no fact that is compared: with yes or no, or with another."""
    for value, other in ((node.left, node.right), (node.right, node.left)):
        if isinstance(other, t.Constant):
            return phrase(teller, value) if (other.value is True) != negated else _denied(teller, value)
    said = teller.tongue.say("exactly when", left=clause(teller, node.left), right=clause(teller, node.right))
    words = teller.tongue.words
    return Phrase(subject=words["it"], verb=words["holds"], rest=said, negated=negated, trails=True)


def _known(teller: Teller, node: t.IsKnown) -> Phrase:
    words = teller.tongue.words
    if isinstance(node.value.type, YesNo):
        return _about(teller, "is", "whether", clause(teller, node.value))
    return Phrase(subject=noun(teller, node.value), verb=words["is"], rest=words["known"])


def _quantified(teller: Teller, node: t.Quantified) -> Phrase:
    """`no member of the household was released …`, or `it holds for no member of the household that …`."""
    whom = collected(teller, node.collection, teller.determined(node.quantifier, node.collection.entity))
    if node.condition is None:
        return _there(teller, node, whom)
    told = _of_member(teller, node, node.condition)
    return replace(told, subject=whom) if told is not None else _for_members(teller, node, node.condition)


def _of_member(teller: Teller, node: t.Quantified, condition: t.Expression) -> Phrase | None:
    """What is said of a member, where "no member" or "every member" as its subject says the same: of none neither what
    is denied nor what is so at each of many times, and of two things that none is, that none is both."""
    told = one(teller.inside(node.collection.entity), condition)
    if told is None or told.subject != teller.definite(node.collection.entity):
        return None
    if node.quantifier != "some" and (told.negated or isinstance(condition, t.Not)):
        return None
    if node.quantifier != "no":
        return told
    if told.adverb or any(other.adverb for other in told.others):
        return None
    return replace(told, joint="both") if told.others and told.joint == "and" else told


def _for_members(teller: Teller, node: t.Quantified, condition: t.Expression) -> Phrase:
    words, none = teller.tongue.words, node.quantifier == "no"
    kind = teller.determined("any" if none else node.quantifier, node.collection.entity)
    told = clause(teller.inside(node.collection.entity), condition)
    rest = teller.tongue.say("for", whom=collected(teller, node.collection, kind), clause=told)
    return Phrase(subject=words["it"], verb=words["holds"], rest=rest, negated=none, trails=True)


def required(teller: Teller, node: t.Expression) -> Phrase:
    """A condition as a phrase that a word for must or may can stand before; a denial that the word would not reach, or
    reach too far, is put in a clause of its own."""
    told = one(teller, node) or phrase(teller, node)
    match node:
        case t.Quantified(quantifier="some", condition=t.Node() as condition) if True in denials(told):
            return _for_members(teller, node, condition)
        case t.Quantified():
            return told
        case _:
            return told if _one_denial(told) else _about(teller, "holds", "that", clause(teller, node))


def _one_denial(told: Phrase) -> bool:
    """Whether a word for must or may reaches what is denied: nothing is, or all that must hold is; or the verb, which
    stands once, is not."""
    match sorted(denials(told)):
        case [False]:
            return True
        case [True]:
            return told.joint == "and"
        case _:
            parts = (told, *told.others)
            return not any(one.others for one in told.others) and len({(one.verb, one.adverb) for one in parts}) == 1


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
    """`the member has, in each of the 6 calendar months before …, at least one benefit month that …`."""
    entity = teller.entity(node.collection.entity)
    whom = through(teller, node.collection, teller.determined("some", entity.name))
    if node.dated_by != entity.reference_date:
        whom = teller.tongue.say("through", what=whom, label=teller.label(entity.fields[node.dated_by].label))
    if node.condition is not None:
        inner = such(teller.inside(entity.name), (node.condition,), False)
        whom = teller.tongue.say("each month where", what=whom, clause=inner)
    key = "each month one" if node.months == 1 else "each month"
    when = teller.tongue.say(key, months=str(node.months), anchor=noun(teller, node.anchor))
    trails = node.condition is not None
    if node.collection.of is None:
        return Phrase(subject=teller.tongue.words["there"], verb=teller.tongue.words["is"], rest=whom, adverb=when)
    owner = noun(teller, node.collection.of)
    return Phrase(subject=owner, verb=teller.tongue.words["has"], rest=whom, adverb=when, trails=trails)


def _followed_by(teller: Teller, node: t.FollowedBy) -> Phrase:
    """`there is a meeting that …, followed by a meeting that …`."""
    words = teller.tongue.words
    first, then = _found(teller, node.first), _found(teller, node.then)
    rest = teller.tongue.say("followed by", first=first, then=then)
    return Phrase(subject=words["there"], verb=words["is"], rest=rest, trails=True)


def _found(teller: Teller, node: t.Quantified) -> str:
    whom = collected(teller, node.collection, teller.determined("some", node.collection.entity))
    if node.condition is None:
        return whom
    inner = such(teller.inside(node.collection.entity), (node.condition,), False)
    return teller.tongue.say("each month where", what=whom, clause=inner)


def _throughout(teller: Teller, node: t.Throughout) -> Phrase:
    """`it holds on every day of the 2 years before … that …`."""
    words = teller.tongue.words
    rest = teller.tongue.say(
        "throughout",
        duration=amount(teller, node.duration),
        direction=words[node.direction],
        anchor=noun(teller, node.anchor),
        clause=clause(teller, node.condition),
    )
    return Phrase(subject=words["it"], verb=words["holds"], rest=rest, trails=True)


def _attested(teller: Teller, node: t.Attested) -> Phrase:
    words = teller.tongue.words
    statement = plain(node.statement[teller.tongue.language])
    if node.subject is None or (len(teller.scope) <= 1 and isinstance(node.subject, t.Subject)):
        rest = teller.tongue.say("attested", statement=statement)
    else:
        rest = teller.tongue.say("attested of", statement=statement, subject=noun(teller, node.subject))
    return Phrase(subject=words["it"], verb=words["is"], rest=rest)


def _interpreted(teller: Teller, node: t.Interpreted) -> Phrase:
    """`it holds, depending on the reading …, that … (with …) or that … (with …)`."""
    words = teller.tongue.words
    options = series(options_of(teller, node.choice, clause, "by reading clause option"), words["or"])
    reading = teller.label(teller.policy.readings[node.choice.reading].label)
    said = teller.tongue.say("by reading clause", reading=reading, options=options)
    return Phrase(subject=words["it"], verb=words["holds"], rest=said, trails=True)

"""Classes and choices to phrases: `the estate is at level 3`, `the kind is neither youth nor elderly`."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl import typed as t
from klausul_dsl.prose.nouns import forms_of, noun, on_day, said_on, shown
from klausul_dsl.prose.predicates import choice
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase
from klausul_dsl.vocabulary import Forms


def classed(teller: Teller, node: t.Classified, options: tuple[t.Constant, ...]) -> Phrase:
    """`the estate is at level 3`; a class that is not named after its classification is named with it."""
    classification = teller.label(teller.policy.classifications[node.name].label)
    names = [shown(teller, option.value, option.type) for option in options]
    subject, rests = noun(teller, node.of), names
    if all(name.lower().startswith(classification.lower()) for name in names):
        rests = [teller.tongue.say("at class", label=name) for name in names]
    else:
        subject = teller.tongue.owned(subject, classification)
    return said_on(teller, _one_of(teller, subject, [_being(teller, rest) for rest in rests]), node.on)


def _being(teller: Teller, rest: str) -> Phrase:
    return Phrase(verb=teller.tongue.words["is"], rest=rest)


def _one_of(teller: Teller, subject: str, said: list[Phrase]) -> Phrase:
    return choice(said, subject, teller.tongue.prepositions, teller.tongue.words["or"])


def one_of(teller: Teller, value: t.Expression, options: tuple[t.Constant, ...]) -> Phrase:
    """Whether a value is one of several, as the vocabulary tells the choices of its field."""
    if isinstance(value, t.Classified):
        return classed(teller, value, options)
    known = forms_of(teller, value).predicates
    if isinstance(value, t.Field | t.DatedFact) and all(option.value in known for option in options):
        said = [_predicate(teller, forms_of(teller, value), str(option.value)) for option in options]
        told = _one_of(teller, noun(teller, value.of), said)
        return said_on(teller, told, value.on if isinstance(value, t.DatedFact) else None)
    names = [shown(teller, option.value, option.type) for option in options]
    return _one_of(teller, noun(teller, value), [_being(teller, name) for name in names])


def _predicate(teller: Teller, forms: Forms, option: str) -> Phrase:
    told = teller.tongue.predicate(teller.label(forms.predicates[option]))
    several = forms.several.get(option)
    return replace(told, several=teller.tongue.predicate(teller.label(several)).rest) if several else told


def in_set(teller: Teller, node: t.InSet) -> Phrase:
    """Whether a value is among those of a parameter."""
    label = teller.label(teller.policy.parameters[node.choices.name].label)
    key = f" {teller.tongue.say('for key', key=noun(teller, node.choices.key))}" if node.choices.key else ""
    rest = teller.tongue.say("among set", label=label) + key
    return Phrase(subject=noun(teller, node.value), verb=teller.tongue.words["is"], rest=rest)


def uncovered(teller: Teller, node: t.IsUncovered) -> Phrase:
    """Whether no class fits a record."""
    assert isinstance(node.value, t.Classified)
    classification = teller.label(teller.policy.classifications[node.value.name].label)
    day = f" {on_day(teller, node.value.on)}" if node.value.on is not None else ""
    rest = teller.tongue.say("uncovered", label=classification) + day
    return Phrase(subject=noun(teller, node.value.of), verb=teller.tongue.words["is"], rest=rest)

"""Classes and choices to phrases: `the estate is at level 3`, `the kind is neither youth nor elderly`."""

from __future__ import annotations

from klausul_dsl import typed as t
from klausul_dsl.prose.nouns import noun, on_day, shown
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Phrase, series


def classed(teller: Teller, node: t.Classified, options: tuple[t.Constant, ...], negated: bool) -> Phrase:
    """`the estate is at level 3`; a class that is not named after its classification is named with it."""
    classification = teller.label(teller.policy.classifications[node.name].label)
    names = [shown(teller, option.value, option.type) for option in options]
    subject, rests = noun(teller, node.of), names
    if all(name.lower().startswith(classification.lower()) for name in names):
        rests = [teller.tongue.say("at class", label=name) for name in names]
    else:
        subject = teller.tongue.owned(subject, classification)
    day = f" {on_day(teller, node.on)}" if node.on is not None else ""
    if len(rests) == 1:
        return Phrase(subject=subject, verb=teller.tongue.words["is"], rest=rests[0] + day, negated=negated)
    return Phrase(subject=subject, verb=teller.tongue.words["is"], rest=_choices(teller, rests, negated) + day)


def _choices(teller: Teller, names: list[str], negated: bool) -> str:
    words, say = teller.tongue.words, teller.tongue.say
    if negated:
        return say("none of", options=series(names, words["nor"]))
    return say("one of", options=series(names, words["or"]))


def one_of(teller: Teller, node: t.OneOf, *, negated: bool) -> Phrase:
    """Whether a value is one of several."""
    if isinstance(node.value, t.Classified):
        return classed(teller, node.value, node.options, negated)
    names = [shown(teller, option.value, option.type) for option in node.options]
    subject, verb = noun(teller, node.value), teller.tongue.words["is"]
    if len(names) == 1:
        return Phrase(subject=subject, verb=verb, rest=names[0], negated=negated)
    return Phrase(subject=subject, verb=verb, rest=_choices(teller, names, negated))


def uncovered(teller: Teller, node: t.IsUncovered) -> Phrase:
    """Whether no class fits a record."""
    assert isinstance(node.value, t.Classified)
    classification = teller.label(teller.policy.classifications[node.value.name].label)
    day = f" {on_day(teller, node.value.on)}" if node.value.on is not None else ""
    rest = teller.tongue.say("uncovered", label=classification) + day
    return Phrase(subject=noun(teller, node.value.of), verb=teller.tongue.words["is"], rest=rest)

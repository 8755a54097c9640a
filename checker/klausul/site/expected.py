"""What an example comes to, in words, and the examples that try what a policy declares."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed
from klausul_dsl.concordance import Declared
from klausul_dsl.outcomes import OUTCOME_LABELS, REASON_LABELS, Outcome
from klausul_dsl.text import Language, Text
from klausul_dsl.values import Reason
from klausul_dsl.walk import nodes

_ANSWERS = {"yes": Text("ja", "yes"), "no": Text("nej", "no"), "unknown": Text("ukendt", "unknown")}


def expected(example: typed.Example, policy: typed.Policy, language: Language) -> str:
    """What an example is expected to come to, each outcome once."""
    return ", ".join(dict.fromkeys(_worded(item.verdict, policy, language) for item in example.expectations))


def _worded(verdict: str, policy: typed.Policy, language: Language) -> str:
    labels = dict(_ANSWERS)
    for classification in policy.classifications.values():
        labels |= {branch.name: branch.label for branch in classification.branches}
    labels |= {reason.value: REASON_LABELS[reason] for reason in Reason}
    labels |= {outcome.value: OUTCOME_LABELS[outcome] for outcome in Outcome}
    found = labels.get(verdict)
    return (found[language] if found else verdict).replace("_", " ")


def subject_of(item: Declared, policy: typed.Policy) -> str:
    """What examples of an item are written for: a class is tried by those of its classification."""
    if isinstance(item, typed.Branch):
        return next(held.name for held in policy.classifications.values() if item in held.branches)
    return item.name


def trying(item: Declared, policy: typed.Policy) -> tuple[typed.Example, ...]:
    """The examples written for an item; of a class those that come to it, of a reading those that choose an answer."""
    match item:
        case typed.Branch():
            subject = subject_of(item, policy)
            own = [example for example in policy.examples if example.subject == subject]
            return tuple(
                example for example in own if any(found.verdict == item.name for found in example.expectations)
            ) or tuple(own)
        case typed.Reading():
            return tuple(
                example
                for example in policy.examples
                if any(name == item.name for found in example.expectations for name, _ in found.readings)
            )
        case _:
            return tuple(example for example in policy.examples if example.subject == item.name)


def users(item: Declared, policy: typed.Policy) -> tuple[Declared, ...]:
    """What an item without examples of its own is tried through: the nearest that ask for it and have some."""
    asked: tuple[Declared, ...] = (item,)
    seen = {item.name}
    while asked and not any(trying(one, policy) for one in asked):
        names = {one.name for one in asked}
        asked = tuple(other for other in _asking(policy) if other.name not in seen and names & set(_names(other)))
        seen |= {one.name for one in asked}
    return tuple(one for one in asked if trying(one, policy))


def _asking(policy: typed.Policy) -> Iterator[Declared]:
    """What a policy declares that may ask for something else it declares, in its order."""
    yield from policy.norms.values()
    yield from policy.measures.values()
    yield from policy.classifications.values()
    yield from policy.definitions.values()


def _names(item: Declared) -> Iterator[str]:
    """What is asked for inside an item."""
    for node in nodes(item):
        match node:
            case typed.Defined() | typed.Classified() | typed.ParameterValue():
                yield node.name
            case typed.Placement():
                yield node.classification
            case typed.ByReading():
                yield node.reading
            case _:
                pass

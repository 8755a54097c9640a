"""Typed core to plain words, in Danish and English."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import YesNo
from klausul_dsl.prose import counts, declared, norms, parts, recurring
from klausul_dsl.prose.danish import DANISH
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.prose.expressions import clause, such
from klausul_dsl.prose.nouns import noun
from klausul_dsl.prose.teller import Teller, labels_of
from klausul_dsl.prose.tongue import Tongue, tidy
from klausul_dsl.prose.values import show_date, show_number, show_value
from klausul_dsl.text import Language
from klausul_dsl.vocabulary import Vocabulary

__all__ = ["labels_of", "sentences", "show_date", "show_number", "show_value", "tell", "tell_expression", "tell_part"]

Told: TypeAlias = t.RecordNorm | t.Measure | t.Classification | t.Placement | t.Definition | t.Parameter | t.Reading

TONGUES: dict[Language, Tongue] = {"da": DANISH, "en": ENGLISH}


def tell(node: Told, policy: t.Policy, vocabulary: Vocabulary, language: Language) -> str:
    """A norm or declaration in plain words; a classification as one sentence and one for each class."""
    return " ".join(sentences(node, policy, vocabulary, language))


def sentences(node: Told, policy: t.Policy, vocabulary: Vocabulary, language: Language) -> tuple[str, ...]:
    """The sentences of `tell`: one, but for a classification, a placement, and a quota that readings shape."""
    teller = _teller(policy, vocabulary, language)
    return tuple(_sentence(said) for said in _told(teller, node))


def _told(teller: Teller, node: Told) -> tuple[str, ...]:
    match node:
        case t.Rule():
            return (norms.rule(teller, node),)
        case t.Quota():
            return counts.quota(teller, node)
        case t.Sequence():
            return counts.sequence(teller, node)
        case t.Deadline():
            return (recurring.deadline(teller, node),)
        case t.Periodic():
            return recurring.periodic(teller, node)
        case t.Duty():
            return recurring.duty(teller, node)
        case t.Measure():
            return counts.measure(teller, node)
        case t.Classification():
            return declared.classification(teller, node)
        case t.Placement():
            return declared.placement(teller, node)
        case t.Definition():
            return (declared.definition(teller, node),)
        case t.Parameter():
            return (declared.parameter(teller, node),)
        case t.Reading():
            return (declared.reading(teller, node),)
        case _:
            assert_never(node)


def tell_expression(
    node: t.Expression, policy: t.Policy, vocabulary: Vocabulary, language: Language, scope: tuple[str, ...] = ()
) -> str:
    """A condition as a main clause, a value as a noun; `scope` names the entities around it, innermost first."""
    teller = _teller(policy, vocabulary, language)
    for entity in reversed(scope):
        teller = teller.inside(entity)
    return tidy(clause(teller, node, main=True) if isinstance(node.type, YesNo) else noun(teller, node))


def tell_part(
    node: parts.Part,
    policy: t.Policy,
    vocabulary: Vocabulary,
    language: Language,
    scope: tuple[str, ...] = (),
) -> str:
    """A bound, a group or a period as it stands in a sentence."""
    teller = _teller(policy, vocabulary, language)
    for entity in reversed(scope):
        teller = teller.inside(entity)
    return tidy(parts.part(teller, node))


def _teller(policy: t.Policy, vocabulary: Vocabulary, language: Language) -> Teller:
    return Teller(policy=policy, vocabulary=vocabulary, tongue=TONGUES[language], clause=clause, such=such)


def _sentence(said: str) -> str:
    """With a capital and a full stop."""
    said = tidy(said)
    start = next((index for index, letter in enumerate(said) if letter.isalpha()), 0)
    return f"{said[:start]}{said[start : start + 1].upper()}{said[start + 1 :]}" + ("" if said.endswith(".") else ".")

"""Every norm and declaration reads as plain Danish and English, and says everything its core holds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.clauses import Reference as Citation
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Unit, YesNo
from klausul_dsl.parser import parse
from klausul_dsl.prose import sentences, show_value, tell, tell_expression
from klausul_dsl.prose.danish import DANISH, WORDS
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.resolve import Unit as Part
from klausul_dsl.resolve import resolve
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "good" / "prose"
CLAUSES = ("3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "6")
LATER = datetime.date(2031, 5, 7)


@pytest.fixture(scope="module")
def policy(vocabulary: Vocabulary) -> t.Policy:
    return policy_of((CORPUS / "forms.klausul").read_text("utf-8"), vocabulary)


def policy_of(text: str, vocabulary: Vocabulary) -> t.Policy:
    nothing = Text("", "")
    clauses = {name: Clause(name, nothing, nothing, Status.CHECKED) for name in CLAUSES}
    parsed = parse(Source.of("forms.klausul", text))
    assert [problem.message.en for problem in parsed.diagnostics] == []
    registers = {"sample": Register("sample", nothing, clauses)}
    resolved = resolve([Part("sample", parsed.file)], "sample", vocabulary, registers)
    assert [problem.message.en for problem in resolved.diagnostics] == []
    assert resolved.policy is not None
    return resolved.policy


def told(policy: t.Policy) -> list[Any]:
    tables: tuple[Any, ...] = (
        policy.parameters,
        policy.readings,
        policy.definitions,
        policy.classifications,
        policy.placements,
        policy.norms,
    )
    return [node for table in tables for node in table.values()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.klausul")), ids=lambda path: path.stem)
def test_sentences(path: Path, language: Language, vocabulary: Vocabulary, accept: bool) -> None:
    policy = policy_of(path.read_text("utf-8"), vocabulary)
    lines = [said for node in told(policy) for said in sentences(node, policy, vocabulary, language)]
    golden = path.with_suffix(f".prose.{language}")
    if accept:
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    assert "\n".join(lines) + "\n" == golden.read_text("utf-8")
    for line in lines:
        assert "_" not in line
        assert "  " not in line
        assert line.endswith(".")
        assert line.count("(") == line.count(")")


def test_no_word_of_the_other_language(policy: t.Policy, vocabulary: Vocabulary) -> None:
    """Function words that only one language has never stand in a sentence of the other."""
    danish = {"og", "eller", "hvor", "skal", "må", "ikke", "når", "gælder", "hver", "medmindre", "mindst"}
    english = {"and", "or", "where", "must", "may", "not", "when", "holds", "every", "unless", "least", "the", "of"}
    for node in told(policy):
        assert not english & set(re.findall(r"\w+", tell(node, policy, vocabulary, "da").lower()))
        assert not danish & set(re.findall(r"\w+", tell(node, policy, vocabulary, "en").lower()))


def test_both_languages_have_the_same_sentences() -> None:
    assert WORDS.keys() == ENGLISH.words.keys()
    for key, sentence in DANISH.words.items():
        gaps = [set(re.findall(r"{(\w+)}", words)) for words in (sentence, ENGLISH.words[key])]
        assert gaps[0] ^ gaps[1] <= {"any", "subject", "every", "modal"}, key


swap: Any = replace


# A core that is changed in any place is told differently.


def changed(node: Any, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Any]:
    """The same tree with one thing changed, for every thing that can be changed by itself."""
    if isinstance(node, tuple):
        for index, part in enumerate(node):
            for other in changed(part, policy, vocabulary):
                yield (*node[:index], other, *node[index + 1 :])
        return
    if not isinstance(node, t.Node) or (isinstance(node, t.Requirement) and node.form == "must_not_happen"):
        return
    yield from here(node, policy, vocabulary)
    for part in fields(node):
        if part.name in {"label", "title", "agreement", "span", "type", "name"}:
            continue
        for other in changed(getattr(node, part.name), policy, vocabulary):
            yield replace(node, **{part.name: other})


def shorter(parts: tuple[Any, ...], least: int = 0) -> Iterator[tuple[Any, ...]]:
    if len(parts) > least:
        yield from (parts[:index] + parts[index + 1 :] for index in range(len(parts)))


def here(node: t.Node, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[t.Node]:
    """The node itself with one thing changed."""
    match node:
        case t.Constant():
            yield from (replace(node, value=value) for value in other_values(node, policy))
        case t.Shift():
            yield replace(node, amount=node.amount + 1)
            yield replace(node, amount=-node.amount)
            yield replace(node, unit="days" if node.unit == "months" else "months")
        case t.Within():
            yield replace(node, amount=node.amount + 1)
            yield replace(node, unit="days" if node.unit == "months" else "months")
            yield replace(node, direction="after" if node.direction == "before" else "before")
        case t.Compare():
            operators = ("<", "<=", ">", ">=", "=", "!=") if isinstance(node.left.type, Number | Date) else ("=", "!=")
            yield from (swap(node, operator=other) for other in operators if other != node.operator)
        case t.All() | t.Any():
            yield (t.Any if isinstance(node, t.All) else t.All)(operands=node.operands, type=node.type)
            yield from (replace(node, operands=rest) for rest in shorter(node.operands, 1))
        case t.Not():
            yield node.operand
        case t.OneOf():
            yield from (replace(node, options=rest) for rest in shorter(node.options, 1))
            yield t.Not(operand=node, type=YesNo())
        case t.Quantified():
            yield from (swap(node, quantifier=other) for other in {"some", "every", "no"} - {node.quantifier})
            if node.condition is not None:
                yield replace(node, condition=None)
        case t.EachMonth():
            yield replace(node, months=node.months + 1)
            yield replace(node, condition=None)
        case t.Count() if node.condition is not None:
            yield replace(node, condition=None)
        case t.Field() | t.DatedFact():
            yield from other_facts(node, vocabulary)
        case t.Classified():
            yield replace(node, on=t.Constant(value=LATER, type=Date()))
        case t.Attested():
            yield replace(node, statement=Text("noget andet", "something else"))
        case t.Arithmetic():
            yield from (swap(node, operator=other) for other in {"+", "-", "*"} - {node.operator})
        case t.ByReading():
            yield replace(node, options=(node.options[1], (node.options[0][0], node.options[0][1])))
            yield replace(node, options=((node.options[0][0], node.options[1][1]), *node.options[1:]))
        case _:
            yield from whole(node)


def whole(node: t.Node) -> Iterator[t.Node]:
    """An item or a part of one with one thing changed."""
    if isinstance(getattr(node, "validity", None), t.Validity):
        validity: t.Validity = node.validity  # type: ignore[attr-defined]
        yield replace(node, validity=replace(validity, start=LATER))  # type: ignore[call-arg]
        yield replace(node, validity=replace(validity, end=LATER))  # type: ignore[call-arg]
    if isinstance(node, t.Rule | t.Quota | t.Branch | t.Classification | t.Definition | t.Placement | t.Exemption):
        yield replace(node, references=(*node.references, Citation("sample", "9.9")))
        yield replace(node, references=(Citation("other_act", "9.9"), *node.references[1:]))
    match node:
        case t.Rule() | t.Quota():
            yield from (replace(node, where=rest) for rest in shorter(node.where))
            yield from (replace(node, unless=rest) for rest in shorter(node.unless))
            if isinstance(node.dated_by, t.Field):
                yield replace(node, dated_by=t.Constant(value=LATER, type=Date()))
            if isinstance(node, t.Rule) and node.requirement.form == "must":
                yield replace(node, requirement=replace(node.requirement, form="must_not_happen"))
                yield replace(node, requirement=replace(node.requirement, form="may_only"))
        case t.Requirement(form="must"):
            yield replace(node, condition=t.Not(operand=node.condition, type=YesNo()))
        case t.Bound():
            yield replace(node, numerator=node.numerator + 1)
            yield replace(node, denominator=node.denominator + 1)
            yield from (swap(node, comparison=c) for c in {"at_least", "at_most", "exactly"} - {node.comparison})
            yield from (swap(node, rounding=r) for r in {None, "down", "nearest", "up"} - {node.rounding})
        case t.Period():
            kinds = {"calendar_year", "calendar_quarter", "calendar_month", "agreement_period"}
            yield from (swap(node, kind=kind) for kind in kinds - {node.kind})
        case t.Group():
            other = t.Subject(depth=0, entity="area", type=YesNo())
            yield replace(node, entity=None, path=None) if node.entity else replace(node, entity="area", path=other)
        case t.ParameterEntry():
            yield replace(node, start=LATER)
            yield replace(node, value=Fraction(7))
        case t.Review():
            yield replace(node, yearly=(7, 5), dates=()) if node.yearly is None else replace(node, yearly=(7, 5))
            yield replace(node, dates=(LATER,), yearly=None)
            yield replace(node, condition=None)
        case t.Classification():
            yield replace(node, branches=node.branches[::-1])
            yield from (replace(node, branches=rest) for rest in shorter(node.branches))
        case t.Reading():
            yield replace(node, alternatives=node.alternatives[::-1])
        case _:
            pass


def other_values(node: t.Constant, policy: t.Policy) -> Iterator[Any]:
    match node.type:
        case Choice():
            yield from (option for option in node.type.options if option != node.value)
        case ClassOf():
            classes = policy.classifications[node.type.classification].branches
            yield from (branch.name for branch in classes if branch.name != node.value)
        case _:
            match node.value:
                case bool():
                    yield not node.value
                case Fraction():
                    yield node.value + Fraction(1, 4)
                case datetime.date():
                    yield LATER


def other_facts(node: t.Field | t.DatedFact, vocabulary: Vocabulary) -> Iterator[t.Node]:
    """Another fact of the same type; for a dated fact also another day."""
    if isinstance(node, t.DatedFact):
        yield replace(node, on=t.Constant(value=LATER, type=Date()))
        dated = vocabulary.entities[node.entity].dated
        yield from (replace(node, name=n) for n, fact in dated.items() if fact.type == node.type and n != node.name)
        return
    owner = vocabulary.entities[node.of.type.entity].fields  # type: ignore[union-attr]
    yield from (replace(node, name=n) for n, field in owner.items() if field.type == node.type and n != node.name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_change_of_the_core_changes_the_words(
    language: Language, policy: t.Policy, vocabulary: Vocabulary
) -> None:
    count = 0
    for node in told(policy):
        before = tell(node, policy, vocabulary, language)
        for other in changed(node, policy, vocabulary):
            if other == node:
                continue
            count += 1
            assert tell(other, policy, vocabulary, language) != before, other
    assert count > 400


def test_nested_connectives_are_told_apart(policy: t.Policy, vocabulary: Vocabulary) -> None:
    yes = YesNo()
    of = t.Subject(depth=0, entity="dwelling", type=Reference("dwelling"))
    rooms = t.Field(of=of, name="rooms", type=Number())
    one = t.Constant(value=Fraction(1), type=Number())
    a = t.Compare(operator="=", left=rooms, right=one, type=yes)
    b, c = replace(a, operator=">"), replace(a, operator="<")
    shapes = (
        t.All(operands=(a, t.Any(operands=(b, c), type=yes)), type=yes),
        t.Any(operands=(t.All(operands=(a, b), type=yes), c), type=yes),
        t.All(operands=(a, b, c), type=yes),
        t.Any(operands=(a, b, c), type=yes),
        t.Any(operands=(a, t.All(operands=(b, c), type=yes)), type=yes),
        t.Not(operand=t.All(operands=(a, b, c), type=yes), type=yes),
        t.All(operands=(t.Not(operand=a, type=yes), b, c), type=yes),
    )
    for language in LANGUAGES:
        assert len({tell_expression(shape, policy, vocabulary, language) for shape in shapes}) == len(shapes)


def test_a_condition_by_itself_is_a_main_clause(policy: t.Policy, vocabulary: Vocabulary) -> None:
    rule = policy.norms["no_assignment_at_level_3"]
    assert isinstance(rule, t.Rule)
    denied = t.Not(operand=rule.where[0], type=YesNo())
    assert tell_expression(rule.where[0], policy, vocabulary, "da") == "afdelingen er på niveau 3"
    assert tell_expression(denied, policy, vocabulary, "da") == "afdelingen er ikke på niveau 3"
    assert tell_expression(denied, policy, vocabulary, "en") == "the estate is not at level 3"


def test_the_sentence_of_the_design(policy: t.Policy, vocabulary: Vocabulary) -> None:
    rule = policy.norms["no_assignment_at_level_3"]
    assert isinstance(rule, t.Rule)
    danish, english = (tell(rule, policy, vocabulary, language) for language in LANGUAGES)
    assert danish == "Der må ikke ske anvisning, når afdelingen er på niveau 3 (jf. 3.4)."
    assert english == "No assignment may take place where the estate is at level 3 (3.4)."


@pytest.mark.parametrize(
    ("value", "type", "danish", "english"),
    [
        (Fraction(156, 100), Number(Unit.PERCENT), "1,56 %", "1.56 %"),
        (Fraction(1, 3), Number(), "1/3", "1/3"),
        (Fraction(-1, 8), Number(Unit.KRONER), "-0,125 kr.", "-0.125 kr."),
        (Fraction(80), Number(Unit.SQUARE_METRES), "80 m²", "80 m²"),
        (Fraction(12), Number(Unit.HOURS), "12 timer", "12 hours"),
        (datetime.date(2024, 1, 31), Date(), "31-01-2024", "2024-01-31"),
        (True, YesNo(), "ja", "yes"),
        (False, YesNo(), "nej", "no"),
        (None, YesNo(), "ukendt", "unknown"),
        ("family", Choice("dwelling.kind", ("family",)), "familiebolig", "family"),
    ],
)
def test_values(value: Any, type: Any, danish: str, english: str) -> None:
    options = {"family": Text("familiebolig", "family")}
    assert show_value(value, type, options, "da") == danish
    assert show_value(value, type, options, "en") == english

"""Every norm and declaration reads as plain Danish and English, and says everything its core holds."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from klausul.library import agreements, load_agreement
from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.clauses import Reference as Citation
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Unit, YesNo
from klausul_dsl.parser import parse
from klausul_dsl.parties import PARTIES
from klausul_dsl.prose import sentences, show_value, tell, tell_expression
from klausul_dsl.prose.danish import DANISH, WORDS
from klausul_dsl.prose.english import ENGLISH
from klausul_dsl.resolve import Unit as Part
from klausul_dsl.resolve import resolve
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary

GOOD = Path(__file__).parents[1] / "corpus" / "good"
PATHS = [*sorted((GOOD / "prose").glob("*.klausul")), GOOD / "norms.en.klausul"]
CLAUSES = ("3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "6")
LATER = datetime.date(2031, 5, 7)


@pytest.fixture(scope="module")
def policy(vocabulary: Vocabulary) -> t.Policy:
    return policy_of((GOOD / "prose" / "forms.klausul").read_text("utf-8"), vocabulary)


@pytest.fixture(scope="module")
def norms(vocabulary: Vocabulary) -> t.Policy:
    """The policy with every form that counts in order and time."""
    return policy_of((GOOD / "norms.en.klausul").read_text("utf-8"), vocabulary)


@pytest.fixture(scope="module")
def denials(vocabulary: Vocabulary) -> t.Policy:
    """The policy of what must not be, and of one thing or another."""
    return policy_of((GOOD / "prose" / "denials.klausul").read_text("utf-8"), vocabulary)


def policy_of(text: str, vocabulary: Vocabulary) -> t.Policy:
    nothing = Text("", "")
    clauses = {name: Clause(name, nothing, nothing, Status.CHECKED) for name in CLAUSES}
    parsed = parse(Source.of("forms.klausul", text))
    assert [problem.message.en for problem in parsed.diagnostics] == []
    agreement = next(item.name.word for item in parsed.file.items if isinstance(item, s.Agreement))
    registers = {agreement: Register(agreement, nothing, clauses)}
    resolved = resolve([Part(agreement, parsed.file)], agreement, vocabulary, registers)
    assert [problem.message.en for problem in resolved.diagnostics] == []
    assert resolved.policy is not None
    return resolved.policy


def told(policy: t.Policy) -> list[Any]:
    tables: tuple[Any, ...] = (
        policy.parameters,
        policy.readings,
        policy.definitions,
        policy.classifications,
        policy.norms,
        policy.measures,
    )
    return [node for table in tables for node in table.values()]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_sentences(path: Path, language: Language, vocabulary: Vocabulary, accept: bool) -> None:
    policy = policy_of(path.read_text("utf-8"), vocabulary)
    lines = [said for node in told(policy) for said in sentences(node, policy, vocabulary, language)]
    golden = GOOD / "prose" / f"{path.stem.removesuffix('.en')}.prose.{language}"
    if accept:
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    assert "\n".join(lines) + "\n" == golden.read_text("utf-8")
    for line in lines:
        assert "_" not in line
        assert "  " not in line
        assert line.endswith(".")
        assert line.count("(") == line.count(")")


@pytest.mark.parametrize("language", LANGUAGES)
def test_fifty_sentences_stand_as_goldens(language: Language) -> None:
    goldens = (GOOD / "prose").glob(f"*.prose.{language}")
    assert sum(len(golden.read_text("utf-8").splitlines()) for golden in goldens) >= 50


@pytest.mark.parametrize("source", ["policy", "norms", "denials"])
def test_no_word_of_the_other_language(source: str, request: pytest.FixtureRequest, vocabulary: Vocabulary) -> None:
    """Function words that only one language has never stand in a sentence of the other."""
    danish = {"og", "eller", "hvor", "skal", "må", "ikke", "når", "gælder", "hver", "medmindre", "mindst"}
    english = {"and", "or", "where", "must", "may", "not", "when", "holds", "every", "unless", "least", "the", "of"}
    policy: t.Policy = request.getfixturevalue(source)
    for node in told(policy):
        assert not english & set(re.findall(r"\w+", tell(node, policy, vocabulary, "da").lower()))
        assert not danish & set(re.findall(r"\w+", tell(node, policy, vocabulary, "en").lower()))


def test_both_languages_have_the_same_sentences() -> None:
    assert WORDS.keys() == ENGLISH.words.keys()
    for key, sentence in DANISH.words.items():
        gaps = [set(re.findall(r"{(\w+)}", words)) for words in (sentence, ENGLISH.words[key])]
        assert gaps[0] ^ gaps[1] <= {"any", "subject", "every", "modal", "day", "value"}, key


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
        if part.name in {"label", "title", "agreement", "span", "type", "name"} or isinstance(node, t.FollowedBy):
            continue
        for other in changed(getattr(node, part.name), policy, vocabulary):
            yield replace(node, **{part.name: other})


def shorter(parts: tuple[Any, ...], least: int = 0) -> Iterator[tuple[Any, ...]]:
    if len(parts) > least:
        yield from (parts[:index] + parts[index + 1 :] for index in range(len(parts)))


def other_durations(duration: Duration) -> Iterator[Duration]:
    yield replace(duration, amount=duration.amount + 1)
    for unit in ("days", "months", "working_days"):
        if unit != duration.unit:
            yield replace(duration, unit=unit, skipping=(), rolls_over=False)
    if duration.unit == "days":
        yield replace(duration, skipping=() if duration.skipping else (7,))
        yield replace(duration, skipping=(*duration.skipping, 12))
    if duration.unit == "months":
        yield replace(duration, rolls_over=not duration.rolls_over)


def other_recurrences(node: t.Recurrence) -> Iterator[t.Recurrence]:
    """Another kind of period, another window, other years or dates; whole periods only or not."""
    bare = t.Recurrence(kind="calendar_year", span=node.span)
    for kind in ("calendar_year", "calendar_quarter", "calendar_month"):
        yield swap(bare, kind=kind)
    yield replace(bare, kind="other_year", beginning=2031)
    yield replace(node, whole_only=not node.whole_only)
    if node.beginning is not None:
        yield replace(node, beginning=node.beginning + 1)
    if node.window is not None:
        (day, month), last = node.window
        yield replace(node, window=None)
        yield from (replace(node, window=window) for window in (((day, month % 12 + 1), last), ((day, month), (7, 12))))
        yield replace(node, window=((day + 1, month), last))
    if node.dates is not None:
        yield from (replace(node, dates=dates) for dates in ((LATER, node.dates[1]), (node.dates[0], LATER)))


def other_bounds(node: t.Bound) -> Iterator[t.Bound]:
    """Of a bound by a value its figures are said only where they are the fallback."""
    yield from (swap(node, comparison=word) for word in {"at_least", "at_most", "exactly"} - {node.comparison})
    yield from (swap(node, rounding=word) for word in {None, "down", "nearest", "up"} - {node.rounding})
    if node.value is None or node.fallback:
        yield replace(node, numerator=node.numerator + 1)
        yield replace(node, denominator=node.denominator + 1)
    if node.value is not None:
        yield replace(node, fallback=not node.fallback, numerator=1, denominator=7)
        yield t.Bound(comparison=node.comparison, numerator=1, denominator=7, rounding=node.rounding, span=node.span)


def other_resets(node: t.Reset) -> Iterator[t.Reset]:
    yield from (swap(node, kind=kind, of=None) for kind in {"never", "calendar_year"} - {node.kind})


def other_parties(node: t.Duty) -> Iterator[t.Duty]:
    yield from (replace(node, owed_by=rest) for rest in shorter(node.owed_by, 1))
    yield from (replace(node, owed_by=(party.name,)) for party in PARTIES if (party.name,) != node.owed_by)


def here(node: t.Node, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[t.Node]:
    """The node itself with one thing changed."""
    match node:
        case t.Constant():
            yield from (replace(node, value=value) for value in other_values(node, policy))
        case t.Shift():
            yield from (replace(node, by=other) for other in other_durations(node.by))
            yield replace(node, sign=1 if node.sign < 0 else -1)
        case t.Within():
            yield from (replace(node, duration=other) for other in other_durations(node.duration))
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
        case t.InSet():
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
    if isinstance(getattr(node, "references", None), tuple) and not isinstance(node, t.Parameter | t.Reading):
        cited: tuple[Citation, ...] = node.references  # type: ignore[attr-defined]
        yield swap(node, references=(*cited, Citation("sample", "9.9")))
        yield swap(node, references=(Citation("other_act", "9.9"), *cited[1:]))
    match node:
        case t.Rule() | t.Quota() | t.Sequence() | t.Deadline() | t.Periodic() | t.Duty() | t.Measure():
            yield from (replace(node, where=rest) for rest in shorter(node.where))
            yield from (replace(node, unless=rest) for rest in shorter(node.unless))
            if not isinstance(node, t.Periodic | t.Duty) and isinstance(node.dated_by, t.Field):
                yield replace(node, dated_by=t.Constant(value=LATER, type=Date()))
            if isinstance(node, t.Rule) and node.requirement.form == "must":
                yield replace(node, requirement=replace(node.requirement, form="must_not_happen"))
                yield replace(node, requirement=replace(node.requirement, form="may_only"))
        case t.Requirement(form="must"):
            yield replace(node, condition=t.Not(operand=node.condition, type=YesNo()))
        case t.Bound():
            yield from other_bounds(node)
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
@pytest.mark.parametrize(("source", "least"), [("policy", 300), ("norms", 300), ("denials", 100)])
def test_every_change_of_the_core_changes_the_words(
    source: str, least: int, language: Language, request: pytest.FixtureRequest, vocabulary: Vocabulary
) -> None:
    policy: t.Policy = request.getfixturevalue(source)
    assert not unsaid(policy, vocabulary, language, least=least)
    assert not unsaid(policy, vocabulary, language, least=least, change=swapped)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", agreements())
def test_every_change_of_a_shipped_policy_changes_its_words(
    name: str, language: Language, vocabulary: Vocabulary
) -> None:
    policy = load_agreement(agreements()[name].as_posix()).policy
    assert policy is not None
    assert not unsaid(policy, vocabulary, language, least=20)
    assert not unsaid(policy, vocabulary, language, least=20, change=swapped)


SAID_ELSEWHERE = {
    "label",
    "title",
    "agreement",
    "span",
    "type",
    "percent",
    "form",
    "depth",
    "entity",
    "keyed_by",
    "within",
}
"""Parts that name an item, are held by others in the same node, or are the words in which a demand is put."""


def swapped(node: Any, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Any]:
    """The same tree with one part of one node taken away or replaced by another of its kind, whatever the node."""
    if isinstance(node, tuple):
        for index, part in enumerate(node):
            for other in swapped(part, policy, vocabulary):
                yield (*node[:index], other, *node[index + 1 :])
        return
    if not isinstance(node, t.Node) or (isinstance(node, t.Requirement) and node.form == "must_not_happen"):
        return
    hints = get_type_hints(type(node))
    item = isinstance(node, ITEMS)
    yield from of_its_own(node)
    for part in fields(node):
        value = getattr(node, part.name)
        if part.name in SAID_ELSEWHERE or (item and part.name in {"name", "classification"}):
            continue
        if isinstance(node, t.Recurrence | t.FollowedBy) or (
            isinstance(node, t.Bound | t.Reset) and not isinstance(value, t.Node)
        ):
            continue
        if part.name in {"name", "reading", "reference"} and not isinstance(node, t.Alternative | t.Branch):
            yield from (replace(node, **{part.name: other}) for other in names_like(node, policy, vocabulary))
        elif part.name == "operator" and isinstance(node, t.Compare) and not isinstance(node.left.type, Number | Date):
            yield swap(node, operator="=" if node.operator == "!=" else "!=")
        elif (
            part.name != "name" and not isinstance(node, t.Bound | t.Reset) and part.name not in {"owed_by", "subject"}
        ):
            yield from (replace(node, **{part.name: other}) for other in others(value, hints[part.name]))
        for other in swapped(value, policy, vocabulary):
            if not isinstance(node, t.FollowedBy) or other.quantifier == "some":
                yield replace(node, **{part.name: other})


ITEMS = (
    t.Parameter | t.Reading | t.Definition | t.Classification | t.Placement | t.Rule | t.Quota | t.Sequence | t.Deadline
) | (t.Periodic | t.Duty | t.Measure)


def of_its_own(node: t.Node) -> Iterator[t.Node]:
    """What can be changed only together: the parts of a recurrence, of a bound by a value, of what follows."""
    match node:
        case t.Recurrence():
            yield from other_recurrences(node)
        case t.Bound():
            yield from other_bounds(node)
        case t.Reset():
            yield from other_resets(node)
        case t.Duty():
            yield from other_parties(node)
        case t.WorkingDay():
            yield node.value
        case t.FollowedBy():
            yield replace(node, first=node.then, then=node.first)
            yield from (replace(node, then=replace(node.then, condition=None)) for _ in shorter((node.then.condition,)))
        case _:
            pass


def others(value: Any, hint: Any) -> Iterator[Any]:
    """Other values for a part: none at all, one less, the next, another word of those it may be."""
    literals = {word for one in (hint, *get_args(hint)) if get_origin(one) is Literal for word in get_args(one)}
    yield from sorted(literals - {value})
    optional = type(None) in get_args(hint)
    match value:
        case (int() as day, int() as month):
            yield day, month % 12 + 1
        case tuple():
            yield from shorter(value, 1)
        case bool():
            yield not value
        case int() | Fraction() if not literals:
            yield value + 1
        case datetime.date():
            yield LATER
        case Duration():
            yield from other_durations(value)
        case Text():
            yield Text("noget andet", "something else")
        case t.Validity():
            yield replace(value, start=LATER)
            yield replace(value, end=LATER)
        case t.Node() if not optional and isinstance(getattr(value, "type", None), YesNo):
            yield t.Not(operand=value, type=YesNo())
        case None if optional and any(one is datetime.date for one in get_args(hint)):
            yield LATER
    if optional and value is not None:
        yield None


def names_like(node: t.Node, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[str]:
    """The other names that could stand in a node: of facts, definitions, parameters or readings of the same type."""
    match node:
        case t.Field():
            facts: Any = vocabulary.entities[node.of.type.entity].fields  # type: ignore[union-attr]
        case t.DatedFact():
            facts = vocabulary.entities[node.entity].dated
        case t.Defined():
            facts = {name: one for name, one in policy.definitions.items() if one.entity == _entity(node, policy)}
        case t.ParameterValue():
            facts = policy.parameters
        case _:
            return
    kind = facts[node.name].type  # type: ignore[attr-defined]
    yield from (name for name, one in facts.items() if one.type == kind and name != node.name)  # type: ignore[attr-defined]


def _entity(node: t.Defined, policy: t.Policy) -> str:
    return policy.definitions[node.name].entity


def unsaid(
    policy: t.Policy, vocabulary: Vocabulary, language: Language, *, least: int, change: Any = changed
) -> list[str]:
    """The changes of the core that leave the words of the item as they are."""
    count, found = 0, []
    for node in told(policy):
        before = tell(node, policy, vocabulary, language)
        for other in change(node, policy, vocabulary):
            if other != node:
                count += 1
                if tell(other, policy, vocabulary, language) == before:
                    found.append(f"{node.name}: {before}: {difference(node, other)}")
    assert count > least
    return found


def difference(one: Any, other: Any) -> str:
    """Where two trees first differ."""
    if type(one) is type(other) and isinstance(one, t.Node):
        pairs = ((getattr(one, part.name), getattr(other, part.name)) for part in fields(one) if part.compare)
        return next(f"{type(one).__name__}.{difference(*pair)}" for pair in pairs if pair[0] != pair[1])
    if type(one) is tuple and type(other) is tuple and len(one) == len(other):
        return next(difference(*pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1])
    return f"{one!r} > {other!r}"


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


@pytest.mark.parametrize("name", ["mostly_not_flexible", "of_one_member", "neither", "not_one_or_the_other"])
def test_what_must_not_be_is_forbidden_and_not_unnecessary(
    name: str, denials: t.Policy, vocabulary: Vocabulary
) -> None:
    danish, english = (tell(denials.norms[name], denials, vocabulary, language) for language in LANGUAGES)
    assert re.search(r"må (\w+ ){0,4}(ikke|intet|hverken)", danish)
    assert "skal" not in danish
    assert re.search(r"must (not|neither)|no member .* may", english)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_alternative_is_said_to_exclude_the_others(
    language: Language, denials: t.Policy, vocabulary: Vocabulary
) -> None:
    for node in told(denials):
        assert not {"enten", "either"} & set(tell(node, denials, vocabulary, language).split())


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

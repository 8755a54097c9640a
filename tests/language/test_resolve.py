"""Names are found and types checked; a policy in the other language has the same core."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

import pytest
import yaml

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Register, Status, parse_reference, register_from, show_clause
from klausul_dsl.datatypes import YesNo
from klausul_dsl.formatter import format_file
from klausul_dsl.keywords import KEYWORDS
from klausul_dsl.parser import parse
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.source import Source, Span
from klausul_dsl.text import LANGUAGES, Language, Text, name_of
from klausul_dsl.vocabulary import Vocabulary, entity_words

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
GOOD = ROOT / "tests" / "corpus" / "good"
NOTHING = Text("", "")
CLAUSES = ("1", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "6", "bilag 1")
REGISTER = Register("sample", NOTHING, {name: Clause(name, NOTHING, NOTHING, Status.CHECKED) for name in CLAUSES})
HEAD = """klausul 1   language english
agreement sample
  title "Sample"
  in force from 2023-01-01
  clauses "clauses.yaml"
"""

FOLDERS = {
    "almenlejeloven": "almenlejeloven",
    "hoeje_taastrup_2023": "hoeje-taastrup-2023",
    "almenboligloven": "almenboligloven",
}

AGREEMENTS = {
    "norms.da": "sample_2023",
    "norms.en": "sample_2023",
    "sample.da": "sample_2023",
    "sample.en": "sample_2023",
}
Texts = Mapping[str, Mapping[str, str]]


def loaded(body: str, vocabulary: Vocabulary, head: str = HEAD) -> Loaded:
    """The core of items that stand below a small agreement."""
    return load_policy({"sample": {"sample.klausul": head + body}}, vocabulary, {"sample": REGISTER})


def errors(body: str, vocabulary: Vocabulary) -> list[str]:
    return [problem.code for problem in loaded(body, vocabulary).diagnostics if problem.severity.value == "error"]


def core(body: str, vocabulary: Vocabulary) -> t.Policy:
    found = loaded(body, vocabulary)
    assert found.policy is not None, [problem.message.en for problem in found.diagnostics]
    return found.policy


def shipped() -> dict[str, Texts]:
    """The shipped agreements with those they use, and the good corpus, as texts."""

    def files(folder: str) -> dict[str, str]:
        return {path.as_posix(): path.read_text("utf-8") for path in sorted((POLICIES / folder).rglob("*.klausul"))}

    statutes = {name: files(name) for name in ("almenboligloven", "almenlejeloven")}
    corpus = {
        path.stem: {AGREEMENTS.get(path.stem, "sample"): {path.as_posix(): path.read_text("utf-8")}}
        for path in sorted((*GOOD.glob("prose/*.klausul"), *GOOD.glob("*.klausul")))
    }
    return {
        **{name: {name: texts} for name, texts in statutes.items()},
        "hoeje_taastrup_2023": {"hoeje_taastrup_2023": files("hoeje-taastrup-2023"), **statutes},
        **corpus,
    }


SHIPPED = shipped()


def registers() -> dict[str, Register]:
    read = {
        name: register_from(name, yaml.safe_load((POLICIES / folder / "clauses.yaml").read_text("utf-8")))
        for name, folder in FOLDERS.items()
    }
    return {**read, "sample": REGISTER, "sample_2023": replace(REGISTER, agreement="sample_2023")}


def translated(texts: Texts, vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Every file in the language it is not written in."""
    found = load_policy(texts, vocabulary, registers())
    assert found.policy is not None, [
        (problem.code, problem.message.en, found.sources[problem.span.file].line(1)) for problem in found.diagnostics
    ]
    neuter = frozenset(span for span, word in found.words.items() if _neuter(word, vocabulary))
    result: dict[str, dict[str, str]] = {}
    for agreement, files in texts.items():
        for name in files:
            tree = found.trees[name]
            other: Language = "en" if tree.language == "da" else "da"
            words: dict[Span, str] = {span: text[other] for span, text in found.words.items()}
            result.setdefault(agreement, {})[name] = format_file(tree, other, words, neuter)
    return result


def _neuter(word: Text, vocabulary: Vocabulary) -> bool:
    entity = vocabulary.entity_named(word.da, "da")
    return entity is not None and entity.neuter


def formatted(texts: Texts) -> dict[str, dict[str, str]]:
    return {
        agreement: {name: format_file(parse(Source.of(name, text)).file) for name, text in files.items()}
        for agreement, files in texts.items()
    }


@pytest.mark.parametrize("name", SHIPPED)
def test_translated_and_back_is_the_same(name: str, vocabulary: Vocabulary) -> None:
    texts = SHIPPED[name]
    other = translated(texts, vocabulary)
    before = load_policy(texts, vocabulary, registers()).policy
    after = load_policy(other, vocabulary, registers())
    assert after.policy is not None, [
        (problem.code, problem.message.en, after.sources[problem.span.file].line(1)) for problem in after.diagnostics
    ]
    assert before is not None
    for part in fields(t.Policy):
        assert getattr(after.policy, part.name) == getattr(before, part.name), part.name
    back = translated(other, vocabulary)
    assert translated(back, vocabulary) == other
    if name in FOLDERS:
        assert plain(back) == plain(formatted(texts))


def plain(texts: Texts) -> Texts:
    """The texts without the gender of “no”: only record types say theirs, fields do not."""
    return {
        agreement: {name: text.replace(" intet ", " ingen ") for name, text in files.items()}
        for agreement, files in texts.items()
    }


# what a label says survives in both languages


@pytest.mark.parametrize(
    "called", ['da "Ikke-udpeget" en "Not designated"', 'en "not on the list"', 'da "på listen"', '"off the list"', ""]
)
def test_both_labels_survive_translation(called: str, vocabulary: Vocabulary) -> None:
    line = f"  called {called}\n" if called else ""
    body = f"define not_listed for estate on day\n{line}  means not designation is vulnerable\n"
    texts = {"sample": {"sample.klausul": HEAD + body}}
    before = core(body, vocabulary).definitions
    after = load_policy(translated(texts, vocabulary), vocabulary, {"sample": REGISTER}).policy
    assert after is not None
    assert after.definitions == before


# keys of records keep their case, names do not matter in theirs


def test_keys_keep_their_case_and_names_have_none(vocabulary: Vocabulary) -> None:
    policy = core(
        "parameter Rent: kroner for organisation under 3.1\n  from 2023-01-01 for K1 is 7500 kr.\n"
        "define Small for dwelling\n  means RENT is below 100 kr.\n"
        'example "a dwelling" for small\n'
        "  given Dwelling B1 with estate E1\n  given estate E1 with organisation K1\n"
        "  given vacancy V1 with dwelling B1\n  given offer of V1 with offered_on 2023-02-01\n"
        "  expect yes\n",
        vocabulary,
    )
    assert policy.parameters["rent"].entries[0].key == "K1"
    keys = {(record.entity, record.key): record.cells for record in policy.examples[0].records}
    assert keys["dwelling", "B1"]["estate"] == "E1"
    assert keys["estate", "E1"]["organisation"] == "K1"
    assert keys["vacancy", "V1"]["dwelling"] == "B1"
    assert any(cells.get("vacancy") == "V1" for (kind, _), cells in keys.items() if kind == "offer")


# readings whose answers are named in both languages


def test_answers_have_a_name_and_a_label_in_each_language(vocabulary: Vocabulary) -> None:
    policy = core(
        "reading counted under 3.2\n"
        '  asks "How?"\n'
        '  apart called da "hver for sig" because "3.2 says estates"\n'
        '  together "section 6 says combined"\n'
        "define one for estate on day\n  means by counted\n    apart = always\n    together = never\n",
        vocabulary,
    )
    apart, together = policy.readings["counted"].alternatives
    assert (apart.name, apart.label) == ("apart", Text("hver for sig", "apart"))
    assert (together.name, together.label) == ("together", Text("together", "together"))
    value = policy.definitions["one"].meanings[0].value
    assert isinstance(value, t.Interpreted)
    constants = [option for _, option in value.choice.options]
    assert constants == [t.Constant(value=True, type=YesNo()), t.Constant(value=False, type=YesNo())]


def test_may_under_at_most_is_the_same_as_must(vocabulary: Vocabulary) -> None:
    quota = (
        "quota q under 4.1\n  of lettings\n  taken together\n  per calendar year\n  at most 1/3\n"
        "  {} letting_type is flexible\n"
    )
    said = [core(quota.format(word), vocabulary).norms for word in ("must", "may", "may be", "may have")]
    assert said == [said[0]] * 4
    assert errors(quota.replace("at most", "at least").format("may"), vocabulary) == ["K128"]
    text = format_file(parse(Source.of("q", HEAD + quota.format("must"))).file)
    assert "  at most 1/3\n  may letting_type is flexible\n" in text
    assert "  at least 1/3\n  must " in format_file(
        parse(Source.of("q", HEAD + quota.replace("most", "least").format("must"))).file
    )


# problems that are said once


def test_a_missing_day_is_said_once(vocabulary: Vocabulary) -> None:
    assert errors("define a for estate\n  means designation is vulnerable\n", vocabulary) == ["K208"]


def test_a_gap_is_not_an_unused_parameter(vocabulary: Vocabulary) -> None:
    gap = 'parameter tail: number under 3.4\n  not supplied "annex 4"\n'
    assert loaded(gap, vocabulary).diagnostics == ()
    unused = "parameter tail: number under 3.4\n  from 2023-01-01 is 4\n"
    assert [problem.code for problem in loaded(unused, vocabulary).diagnostics] == ["K506"]


# an English name that is lost is missed


def names_missed(found: Loaded) -> list[str]:
    return [problem.message.en for problem in found.diagnostics if problem.code == "K507"]


def test_deleting_an_english_name_is_told(vocabulary: Vocabulary) -> None:
    """Wherever a Danish policy names something in English, the core without that name is another, and is warned of."""
    text = (GOOD / "sample.da.klausul").read_text("utf-8")
    before = load_policy({"sample_2023": {"x": text}}, vocabulary, registers())
    assert names_missed(before) == []
    labels = list(re.finditer(r'kaldet en "[^"]*"', text))
    assert len(labels) > 10
    for label in labels:
        without = text[: label.start()] + text[label.end() :]
        told = load_policy({"sample_2023": {"x": without}}, vocabulary, registers())
        assert len(names_missed(told)) == 1
        assert told.policy != before.policy


def test_names_in_one_language_are_no_problem(vocabulary: Vocabulary) -> None:
    text = re.sub(r'kaldet en "[^"]*"', "", (GOOD / "sample.da.klausul").read_text("utf-8"))
    assert names_missed(load_policy({"sample_2023": {"x": text}}, vocabulary, registers())) == []


# annexes are clauses


@pytest.mark.parametrize("written", ["bilag 1", "Bilag 1", "annex 1", "Annex  1"])
def test_an_annex_is_a_clause(written: str, vocabulary: Vocabulary) -> None:
    assert parse_reference(written) == (None, "bilag 1")
    body = f"define a for dwelling under {written}\n  means kind is family\n"
    assert [str(one.clause) for one in core(body, vocabulary).definitions["a"].references] == ["bilag 1"]
    raw = {"title": {"da": "x", "en": "x"}, "clauses": [entry(written)]}
    assert list(register_from("sample", raw).clauses) == ["bilag 1"]


def entry(clause: str) -> dict[str, object]:
    both = {"da": "x", "en": "x"}
    return {"id": clause, "title": both, "summary": both, "status": "not_supplied"}


def test_annexes_are_shown_in_the_language_of_the_reader() -> None:
    assert parse_reference("almenboligloven annex 2") == ("almenboligloven", "bilag 2")
    assert [show_clause("bilag 1", language) for language in LANGUAGES] == ["bilag 1", "annex 1"]
    assert parse_reference("1") == (None, "1")


# no name of the schemas is a word of the language


def record_words(language: Language, vocabulary: Vocabulary) -> set[str]:
    return {word for entity in vocabulary.entities.values() for word in entity_words(entity, language)}


def choice_words(language: Language, vocabulary: Vocabulary) -> set[str]:
    return {
        name_of(label[language])
        for entity in vocabulary.entities.values()
        for field in (*entity.fields.values(), *entity.dated.values())
        for label in field.options.values()
    }


def field_words(language: Language, vocabulary: Vocabulary) -> set[str]:
    return {
        name_of(field.label[language])
        for entity in vocabulary.entities.values()
        for field in (*entity.fields.values(), *entity.dated.values())
    }


PLACES: dict[Language, str] = {
    "en": "classify {w} on day as {w}\n  class {w} when {w} is {w} or not {w}\n"
    "quota {w}\n  of {w} dated by {w}\n  where {w}.{w} in ({w}; {w}) and {w}\n  per {record}\n  per calendar year\n"
    "  by a b = at least 1/3 c = at least 3\n  must {w}\n"
    "rule {w}\n  for each {w} dated by {w}\n  where {w} on {w} is missing or ({w} and {w})\n  unless {w} under 3\n"
    "  no {w} of {w} may have {w}\n"
    'example "x" for {w}\n  given {w} of {w} with {w} {choice}; no {w}; {w} unknown; {w}\n  given {w}\n  expect {w}\n',
    "da": "klassificer {w} på dagen som {w}\n  klasse {w} når {w} er {w} eller ikke {w}\n"
    "kvote {w}\n  af {w} dateret efter {w}\n  hvor {w}.{w} blandt ({w}; {w}) og {w}\n  pr. {record}\n  pr. kalenderår\n"
    "  alt efter a b = mindst 1/3 c = mindst 3\n  skal {w}\n"
    "regel {w}\n  for hver {w} dateret efter {w}\n  hvor {w} den {w} mangler eller ({w} og {w})\n"
    "  medmindre {w} jf. 3\n  intet {w} af {w} må have {w}\n"
    'eksempel "x" for {w}\n  givet {w} af {w} med {w} {choice}; ingen {w}; {w} ukendt\n  givet {w}\n  forvent {w}\n',
}
"""Every place where a name of the schemas can stand."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_schemas_can_be_written(language: Language, vocabulary: Vocabulary) -> None:
    """A label that is also a word of the language is read as a name wherever a name can stand."""
    header = {"en": "klausul 1 language english", "da": "klausul 1 sprog dansk"}[language]
    records, choices = record_words(language, vocabulary), choice_words(language, vocabulary)
    for word in sorted(records | choices | field_words(language, vocabulary)):
        places = {"w": word, "record": word if word in records else "x", "choice": word if word in choices else "x"}
        parsed = parse(Source.of("x", f"{header}\n{PLACES[language].format(**places)}"))
        assert [problem.message.en for problem in parsed.diagnostics] == [], word
        assert len(parsed.file.items) == 4, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_these_names_are_also_words_of_the_language(language: Language, vocabulary: Vocabulary) -> None:
    keywords = {word.lower() for keyword in KEYWORDS.values() for word in keyword.words(language)}
    both = {"en": {"agreement", "class", "month", "source"}, "da": {"aftale", "kilde", "klasse", "måned"}}
    words = (kind(language, vocabulary) for kind in (record_words, choice_words, field_words))
    assert set().union(*words) & keywords <= both[language]

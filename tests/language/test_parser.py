"""Text to syntax tree: what each form of words gives, in both languages."""

from __future__ import annotations

import pytest
from lark import Lark

from klausul_dsl import syntax as s
from klausul_dsl.formatter import format_file
from klausul_dsl.parser import STARTS, grammar, parse
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language

HEADERS: dict[Language, str] = {"en": "klausul 1   language english\n", "da": "klausul 1   sprog dansk\n"}


def tree(body: str, language: Language = "en") -> s.File:
    parsed = parse(Source.of("test.klausul", HEADERS[language] + body))
    assert [problem.message.en for problem in parsed.diagnostics] == []
    return parsed.file


def part(body: str, kind: type[s.Node], language: Language = "en") -> s.Node:
    return next(one for one in tree(body, language).items[0].parts if isinstance(one, kind))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_sentences_begin_alike(language: Language) -> None:
    """Lark's strict mode: no conflict in the grammar is settled in silence."""
    lark = Lark(grammar(language), parser="lalr", lexer="contextual", start=list(STARTS.values()), strict=True)
    assert {str(rule.origin.name) for rule in lark.rules} >= set(STARTS.values())


@pytest.mark.parametrize("text", ["klausul 1 language english", "klausul 1 language english\n\n# only a comment\n"])
def test_a_file_may_be_empty(text: str) -> None:
    parsed = parse(Source.of("empty.klausul", text))
    assert parsed.diagnostics == ()
    assert parsed.file.items == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            'example "x" for r\n  given a\n  expect undetermined because of missing facts: residents decided by where',
        ),
        (
            "da",
            'eksempel "x" for r\n  givet a\n  forvent kan ikke afgøres på grund af manglende oplysninger: b ved hvor',
        ),
        ("da", 'eksempel "x" for r\n  givet a\n  forvent overholdt afgjort ved hvor'),
    ],
)
def test_which_part_decided(language: Language, text: str) -> None:
    found = part(text, s.Expect, language)
    assert isinstance(found, s.Expect)
    assert found.by == "where"


def test_keys_are_spelt_as_written() -> None:
    found = part('example "x" for r\n  given Dwelling B1 with estate E1\n  expect yes', s.Given)
    assert isinstance(found, s.Given)
    assert (found.entity.word, found.key) == ("dwelling", "B1")
    value = found.facts[0].value
    assert isinstance(value, s.Path)
    assert value.names[0].spelt == "E1"
    shown = format_file(tree('example "x" for r\n  given Dwelling B1 of O2 with estate E1\n  expect yes'))
    assert "  given dwelling B1 of O2 with estate E1\n" in shown


def test_an_answer_may_be_named_in_the_other_language() -> None:
    body = 'fortolkning x\n  spørger "?"\n  hver_for_sig kaldet en "apart" fordi da "så" en "so"\n  samlet "afsnit 6"\n'
    answers = [one for one in tree(body, "da").items[0].parts if isinstance(one, s.Alternative)]
    assert [one.called for one in answers] == [s.Words(en="apart"), None]
    assert [one.reason for one in answers] == [s.Words(da="så", en="so"), s.Words(plain="afsnit 6")]


@pytest.mark.parametrize(("language", "words"), [("en", ("always", "never")), ("da", ("altid", "aldrig"))])
def test_always_and_never(language: Language, words: tuple[str, str]) -> None:
    rule = {"en": "rule r\n  for each x\n  must {}\n", "da": "regel r\n  for hver x\n  skal {}\n"}[language]
    for word, value in zip(words, (True, False), strict=True):
        found = part(rule.format(word), s.Must, language)
        assert isinstance(found, s.Must)
        assert found.condition == s.YesNoLiteral(value=value, condition=True)
        assert rule.format(word) in format_file(tree(rule.format(word), language))


def test_a_fact_may_be_said_to_be_no() -> None:
    for language, word in (("en", "no"), ("da", "nej")):
        body = {
            "en": f'example "x" for r\n  given a with b {word}; c {word}\n  expect {word}\n',
            "da": f'eksempel "x" for r\n  givet a med b {word}; c {word}\n  forvent {word}\n',
        }[language]
        found = part(body, s.Given, language)  # type: ignore[arg-type]
        assert isinstance(found, s.Given)
        assert [fact.value for fact in found.facts] == [s.YesNoLiteral(value=False)] * 2


@pytest.mark.parametrize("fact", ["no offer", "not rehousing"])
def test_the_word_that_negates_is_kept(fact: str) -> None:
    body = f'example "x" for r\n  given a with {fact}\n  expect yes\n'
    assert f"  given a with {fact}\n" in format_file(tree(body))


@pytest.mark.parametrize("fact", ["ingen genhusning", "intet tilbud", "ikke studerende"])
def test_the_danish_word_that_negates_is_kept(fact: str) -> None:
    body = f'eksempel "x" for r\n  givet a med {fact}\n  forvent ja\n'
    assert f"  givet a med {fact}\n" in format_file(tree(body, "da"))


def test_a_fact_on_the_day() -> None:
    for language, body in (
        ("en", "rule r\n  for each x\n  must level on day is a or b on day\n"),
        ("da", "regel r\n  for hver x\n  skal niveau på dagen er a eller b den dagen\n"),
    ):
        found = part(body, s.Must, language)  # type: ignore[arg-type]
        assert isinstance(found, s.Must)
        assert isinstance(found.condition, s.Connected)
        first, second = found.condition.operands
        assert isinstance(first, s.Compare)
        assert isinstance(first.left, s.Path)
        assert isinstance(second, s.Path)
        assert first.left.on == second.on == s.Day()


def test_annexes_are_references() -> None:
    for language, reference in (("en", "under annex 1; act annex 2; 3.3"), ("da", "jf. bilag 1; lov bilag 2; 3.3")):
        word = {"en": "rule r {}\n  for each x\n  must not happen", "da": "regel r {}\n  for hver x\n  må ikke ske"}
        cites = tree(word[language].format(reference), language).items[0].cites  # type: ignore[arg-type, index, union-attr]
        assert [cite.text for cite in cites] == reference.split(" ", 1)[1].split("; ")


@pytest.mark.parametrize("text", ["# a\nrule r\n  for each x\n  must not happen\n  # about the rule\n\nrule s\n"])
def test_an_indented_comment_stays_with_its_rule(text: str) -> None:
    file = tree(text + "  for each x\n  must not happen\n")
    assert "  must not happen\n  # about the rule\n\nrule s\n" in format_file(file)

"""A policy with every form that counts in order and time says the same in both languages, and back again."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import render
from klausul_dsl.examples import run_examples
from klausul_dsl.formatter import format_file
from klausul_dsl.formatter.translate import translate
from klausul_dsl.keywords import SKIPPING, printed
from klausul_dsl.parser import parse
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "good"
NOTHING = Text("", "")
CLAUSES = ("3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "6")
REGISTER = Register("sample_2023", NOTHING, {name: Clause(name, NOTHING, NOTHING, Status.CHECKED) for name in CLAUSES})
WORDS = (
    "SEQUENCE",
    "DEADLINE",
    "PERIODIC",
    "DUTY",
    "MEASURE",
    "STARTING_AFRESH",
    "NEVER_STARTING_AFRESH",
    "EVERY_CALENDAR_YEAR",
    "ON_EACH_CHANGE_OF",
    "BEGINNING_WITH",
    "IN_EVERY_YEAR",
    "IN_EVERY_OTHER_YEAR",
    "IN_EVERY_QUARTER",
    "IN_EVERY_MONTH",
    "ONCE_BETWEEN",
    "BETWEEN",
    "WHOLE_PERIODS",
    "TOUCHED_PERIODS",
    "OWED_BY",
    "AFTER_EXPIRY",
    "COUNTS",
    "EXPECTED",
    "ABOUT",
    "NO_LATER_THAN",
    "STANDING_ON",
    "FOLLOWED_BY",
    "MOVED_TO_WORKING_DAY",
    "THROUGHOUT_THE",
    "ROLLING_OVER",
    "WORKING_DAYS",
    "HAVING",
)
"""The words of these forms, each of which the policy uses."""


def text(language: Language) -> str:
    return (CORPUS / f"norms.{language}.klausul").read_text("utf-8")


def loaded(written: str, vocabulary: Vocabulary) -> Loaded:
    found = load_policy({"sample_2023": {"norms": written}}, vocabulary, {"sample_2023": REGISTER})
    errors = [item for item in found.diagnostics if item.severity is Severity.ERROR]
    assert not errors, "\n".join(render(item, found.sources, "en") for item in errors)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_these_forms_is_used(language: Language) -> None:
    written = " ".join(text(language).split())
    assert [name for name in WORDS if printed(name, language) not in written] == []
    assert SKIPPING.words(language)[0] in written


@pytest.mark.parametrize("part", [item.name for item in fields(t.Policy)])
def test_both_languages_are_one_core(part: str, vocabulary: Vocabulary) -> None:
    danish, english = (loaded(text(language), vocabulary).policy for language in LANGUAGES)
    assert getattr(danish, part) == getattr(english, part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_translated_and_formatted_to_the_byte(language: Language, vocabulary: Vocabulary) -> None:
    """Comments, labels and layout included: the two files are each other's translation."""
    written = text(language)
    assert format_file(parse(Source.of("norms", written)).file) == written
    found = loaded(written, vocabulary)
    other: Language = "en" if language == "da" else "da"
    assert translate(found.trees["norms"], other, found.words, vocabulary) == text(other)


def test_its_examples_hold(vocabulary: Vocabulary) -> None:
    policy = loaded(text("da"), vocabulary).policy
    assert policy is not None
    results = list(run_examples(policy, vocabulary))
    assert len(results) == len(policy.examples)
    assert all(result.passed for result in results)

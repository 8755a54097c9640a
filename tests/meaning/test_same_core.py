"""The sample policy of the language, written in English and in Danish, is one typed core."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from cores import VOCABULARY

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import render
from klausul_dsl.examples import run_examples
from klausul_dsl.pipeline import load_policy
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.walk import readings_of

CORPUS = Path(__file__).parents[1] / "corpus" / "good"
CITED = ("3", "3.1", "3.2", "3.3", "3.4", "3.5", "4.2", "6")
PARTS = [item.name for item in fields(t.Policy)]


def register() -> Register:
    nothing = Text("", "")
    clauses = {name: Clause(name, nothing, nothing, Status.CHECKED) for name in CITED}
    return Register("sample_2023", Text("Rammeaftale", "Framework agreement"), clauses)


def core(language: str) -> t.Policy:
    name = f"sample.{language}.klausul"
    texts = {"sample_2023": {name: (CORPUS / name).read_text("utf-8")}}
    loaded = load_policy(texts, VOCABULARY, {"sample_2023": register()})
    errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
    assert not errors, "\n".join(render(item, loaded.sources, "en") for item in errors)
    assert loaded.policy is not None
    return loaded.policy


@pytest.fixture(scope="module")
def cores() -> dict[str, t.Policy]:
    return {language: core(language) for language in LANGUAGES}


@pytest.mark.parametrize("part", PARTS)
def test_the_sample_is_the_same_in_both_languages(part: str, cores: dict[str, t.Policy]) -> None:
    assert getattr(cores["da"], part) == getattr(cores["en"], part)


def test_its_names_are_the_english_ones(cores: dict[str, t.Policy]) -> None:
    assert list(cores["da"].norms) == [
        "placement_as_level",
        "no_assignment_at_level_3",
        "no_recent_release_in_prevention_area",
        "family_dwellings_offered_at_level_1",
    ]
    branches = [branch.name for branch in cores["da"].classifications["level"].branches]
    assert branches == ["excluded", "level_3", "level_2", "level_1"]


def test_the_readings_that_a_norm_reaches(cores: dict[str, t.Policy]) -> None:
    """Through classes and definitions, as the notes of a rule tell them."""
    policy = cores["da"]
    assert {name: readings_of(norm, policy) for name, norm in policy.norms.items()} == {
        "no_assignment_at_level_3": ("small_estate_test",),
        "no_recent_release_in_prevention_area": (),
        "placement_as_level": ("small_estate_test",),
        "family_dwellings_offered_at_level_1": ("share_period", "third_or_33", "small_estate_test"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_examples_hold(language: str, cores: dict[str, t.Policy]) -> None:
    results = list(run_examples(cores[language], VOCABULARY))
    assert results
    assert all(result.passed for result in results)

"""What a user may write on the command line: names in either language, and remedies that name what there is."""

from __future__ import annotations

import re

import click
import pytest

from klausul.audit.choices import choose_norms, choose_readings, norm_named, written
from klausul.cli import run
from klausul.cli.commands import COMMANDS, group
from klausul.library import agreements, load_agreement
from klausul_dsl.codes import CATALOGUE, Code
from klausul_dsl.text import LANGUAGES, Language
from klausul_dsl.typed import Policy

USAGE = [code for name, code in sorted(CATALOGUE.items()) if name.startswith("K8")]


@pytest.fixture(scope="module")
def policies() -> list[Policy]:
    found = [load_agreement(path.as_posix()).policy for path in agreements().values()]
    assert found
    return [policy for policy in found if policy is not None]


@pytest.fixture(scope="module")
def policy(policies: list[Policy]) -> Policy:
    return next(policy for policy in policies if policy.agreement.name == "hoeje_taastrup_2023")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_is_known_in_either_language(language: Language, policy: Policy) -> None:
    for name, norm in policy.norms.items():
        assert norm_named(name, policy) is norm
    for norm, name in zip(policy.norms.values(), written(policy.norms.values()), strict=True):
        assert norm_named(name[language], policy) is norm
    for reading in policy.readings.values():
        name = written([reading])[0][language]
        for alternative, word in zip(reading.alternatives, written(reading.alternatives), strict=True):
            chosen, problems = choose_readings([f"{name}={word[language]}"], policy)
            assert not problems
            assert chosen[reading.name] == alternative.name


@pytest.mark.parametrize("word", ["ingen_anvisning_paa_niveau_3", "no_asignment_at_level_3"])
def test_the_nearest_rule_is_found_over_both_languages_and_shown_in_the_one_asked_for(
    word: str, policy: Policy, capsys: pytest.CaptureFixture[str]
) -> None:
    _, problems = choose_norms([], [word], policy)
    assert [problem.hint.da for problem in problems] == ["mente du “ingen_anvisning_på_niveau_3”?"]
    assert [problem.hint.en for problem in problems] == ["did you mean “no_assignment_at_level_3”?"]
    assert run(["explain", word, "--policy", "hoeje-taastrup-2023"], {}) == 2
    assert "mente du “ingen_anvisning_på_niveau_3”?" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "danish", "english"),
    [
        ("andelens_period=hvert_år", "mente du “andelens_periode”?", "did you mean “share_period”?"),
        ("share_periods=each_year", "mente du “andelens_periode”?", "did you mean “share_period”?"),
        ("share_period=per_year", "mente du “hvert_år”?", "did you mean “each_year”?"),
        ("andelens_periode=hele_periode", "mente du “hele_perioden”?", "did you mean “whole_period”?"),
    ],
)
def test_the_nearest_reading_too(asked: str, danish: str, english: str, policy: Policy) -> None:
    _, (problem,) = choose_readings([asked], policy)
    assert problem.hint.da == danish
    assert problem.hint.en == english


@pytest.mark.parametrize("asked", ["x", "andelens_periode", "share_period="])
def test_the_example_of_a_choice_can_be_made(asked: str, policies: list[Policy]) -> None:
    for policy in policies:
        _, (problem,) = choose_readings([asked], policy)
        for language in LANGUAGES:
            example = problem.hint[language].partition("--reading ")[2]
            _, wrong = choose_readings([example], policy)
            assert not wrong or not policy.readings
        if asked == "andelens_periode" and "share_period" in policy.readings:
            assert asked in problem.hint.da


@pytest.mark.parametrize("code", USAGE, ids=lambda code: code.code)
def test_the_catalogue_names_only_what_there_is(code: Code, policies: list[Policy]) -> None:
    """Commands, options, codes, rules, readings and alternatives that a sentence of K8 writes out."""
    options = {name for entry in COMMANDS for name in _options(entry.name)}
    commands = {entry.name for entry in COMMANDS}
    for text in (code.title, code.message, code.hint, code.why):
        for language in LANGUAGES:
            said = text[language]
            assert set(re.findall(r"--[a-z][a-z-]*", said)) <= options
            assert set(re.findall(r"(?<![.\w])klausul ([a-z]+)", said)) <= commands
            assert set(re.findall(r"\bK\d{3}\b", said)) <= CATALOGUE.keys()
            for example in re.findall(r"\b\w+=\w+", said):
                assert any(not choose_readings([example], policy)[1] for policy in policies), example
            for name in re.findall(r"\b[^\W\d]+(?:_\w+)+\b", re.sub(r"{\w+}|\b\w+=\w+", "", said)):
                assert any(norm_named(name, policy) for policy in policies), name


def _options(command: str) -> set[str]:
    whole = group("en", "0")
    built = whole.get_command(click.Context(whole), command)
    assert built is not None
    parts = [built, *(built.commands.values() if isinstance(built, click.Group) else ())]
    return {name for part in parts for param in part.params for name in param.opts} | {"--help"}

"""Recorded levels from the command line to the page: narrowing, both reports, `explain`, the clause page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from klausul.cli import run
from klausul.library import load_agreement, schema
from klausul_dsl.sentences import Sentences

CASE = Path(__file__).parents[1] / "corpus" / "audits" / "recorded-levels"
POLICY = (CASE / "policies" / "sizes").as_posix()


def check(*arguments: str) -> int:
    return run(["check", (CASE / "delivery").as_posix(), "--policy", POLICY, *arguments], {})


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    assert check("--format", "jsonl", *arguments) == 3
    found: list[dict[str, Any]] = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return found


def tallies(run_record: dict[str, Any]) -> dict[str, int]:
    return {tally["norm"]: sum(tally["outcomes"].values()) for tally in run_record["tallies"]}


def test_a_line_has_both_sides_the_branch_and_the_cell(capsys: pytest.CaptureFixture[str]) -> None:
    head, *findings = lines(capsys)
    validator = Draft202012Validator(schema("finding"))
    assert all(validator.is_valid(line) for line in (head, *findings))
    found = next(line for line in findings if line["norm"] == "placement_as_size" and line["key"] == "differs")
    assert found["placing"]["recorded"] == [{"da": "stor", "en": "large"}]
    assert found["placing"]["derived"] == [{"da": "mindre", "en": "little"}]
    assert found["period"] == [found["day"], found["day"]] == ["2023-01-01", "2023-01-01"]
    recorded, derived = found["classes"]
    assert (recorded["recorded"], recorded["place"]["file"], recorded["place"]["column"]) == (
        True,
        "placement.csv",
        "class",
    )
    assert derived["place"] is None
    assert derived["fired"]["name"] == "little"
    assert [item["id"] for item in found["clauses"]] == ["2"]
    assert len({line["id"] for line in findings}) == len(findings)


def test_the_reports_say_what_is_recorded_and_what_the_clauses_give(capsys: pytest.CaptureFixture[str]) -> None:
    check("--language", "da")
    danish = " ".join(capsys.readouterr().out.split())
    assert "placeringen er registreret som stor, men bestemmelserne giver mindre (gren 2, jf. 1)." in danish
    assert "placeringen er registreret som stor, men bestemmelserne giver ingen klasse." in danish
    assert "størrelse for afdeling differs fra den 01-07-2022: stor, som registreret (placement.csv:3)" in danish
    check("--language", "en")
    english = " ".join(capsys.readouterr().out.split())
    assert "the placement is recorded as large, but the clauses give little (branch 2, under 1)." in english
    assert "size for estate differs from 2022-07-01: large, as recorded (placement.csv:3)" in english
    assert "what is recorded cannot be told" in english


def test_a_share_says_which_recorded_class_it_was_counted_by(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = lines(capsys, "--rule", "offered_in_large_estates")
    (level,) = found["classes"]
    assert (level["recorded"], level["key"], level["place"]["line"]) == (True, "differs", 3)
    assert [(fact["entity"], fact["name"], fact["place"]["line"]) for fact in found["facts"]] == [
        ("placement", "class", 3)
    ]


@pytest.mark.parametrize(
    "arguments", [("--rule", "placement_as_size"), ("--rule", "indplacering som størrelse"), ("--clause", "2")], ids=str
)
def test_it_is_named_like_any_rule(arguments: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    head, *_ = lines(capsys, *arguments)
    assert tallies(head) == {"placement_as_size": 26}
    assert [name for name, _ in head["narrowing"]["norms_not_judged"]] == ["offered_in_large_estates"]


def test_an_estate_and_a_period_narrow_it(capsys: pytest.CaptureFixture[str]) -> None:
    head, *findings = lines(capsys, "--estate", "late", "--rule", "placement_as_size")
    assert tallies(head) == {"placement_as_size": 2}
    assert [line["day"] for line in findings] == ["2024-01-01"]
    head, *_ = lines(capsys, "--period", "2023-01-01..2023-12-31", "--rule", "placement_as_size")
    assert tallies(head) == {"placement_as_size": 13}
    assert head["narrowing"]["judgements_set_aside"] == 13


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("da", "indplacering_som_størrelse", "størrelse registreret, gælder det registrerede"),
        ("en", "placement_as_size", "size is recorded, the record holds"),
    ],
)
def test_explain_knows_it(language: str, name: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", name, "--policy", POLICY, "--language", language], {}) == 0
    shown = capsys.readouterr().out
    assert words in " ".join(shown.split())
    assert "placement of estate as size   under 2" in shown
    assert "below_1000" in shown or "under_1000" in shown


def test_the_clause_page_has_it() -> None:
    pytest.importorskip("mkdocs")
    from klausul.site.clause_page import clause_page

    loaded = load_agreement(POLICY)
    page = "\n".join(clause_page(loaded.registers["sizes"].clauses["2"], "sizes", loaded, Sentences()))
    assert "## Indplacering som størrelse" in page
    assert "```klausul\nplacement of estate as size" in page
    assert "størrelse registreret, gælder det registrerede" in page


def test_one_without_an_example_is_warned_of() -> None:
    messages = [item.message.en for item in load_agreement(POLICY).diagnostics if item.code == "K505"]
    assert "“placement as size” has no example" in messages

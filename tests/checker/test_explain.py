"""`klausul explain`: what a rule rests on."""

from __future__ import annotations

import pytest

from klausul.cli import run


@pytest.mark.parametrize(
    ("language", "rule", "words"),
    [
        (
            "da",
            "ingen_nyligt_løsladt_i_forebyggelsesområde",
            ("I kraft: ", "Kilde: ", "Sikkerhed: ", "Advarsel: ikke holdt"),
        ),
        (
            "en",
            "no_recent_release_in_prevention_area",
            ("In force: ", "Source: ", "Confidence: ", "Warning: not held"),
        ),
    ],
)
def test_a_rule_of_an_act_says_where_it_was_read_and_what_is_not_verified(
    language: str, rule: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["explain", rule, "--policy", "hoeje-taastrup-2023", "--language", language], {}) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert [word for word in words if word not in shown] == []

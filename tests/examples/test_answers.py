"""The shipped deliveries, judged: every planted answer is found, and nothing else that is firm."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest

from klausul.audit import Request, audit
from klausul.findings import Audit, Finding, exit_code
from klausul_dsl.outcomes import Outcome

EXAMPLES = Path(__file__).parents[2] / "examples"
DEFAULTS = {
    "share_group": "each_estate",
    "share_period": "whole_period",
    "base_of_the_half": "each_project",
    "when_is_midway": "around_the_middle",
    "when_is_spring": "march_to_may",
    "which_years_have_the_conference": "the_odd_years",
}
Place = tuple[str, str, str, str]
"""Rule, subject key, period and variant, as the answers name them."""


@pytest.fixture(scope="module", params=["hoeje-taastrup", "noerrevang"])
def example(request: pytest.FixtureRequest) -> Path:
    """A delivery with its answers."""
    return EXAMPLES / str(request.param)


@pytest.fixture(scope="module")
def done(example: Path) -> Audit:
    """The audit of the delivery."""
    done = audit(Request(delivery=example))
    assert isinstance(done, Audit)
    return done


@pytest.fixture(scope="module")
def judged(done: Audit) -> dict[Place, Finding]:
    """Every finding of the delivery, those of other variants among them."""
    found = {place_of(finding): finding for finding in done.findings}
    assert len(found) == len(done.findings)
    return found


def place_of(finding: Finding) -> Place:
    variant = " ".join(f"{name}={value}" for name, value in sorted(finding.variant) if DEFAULTS.get(name) != value)
    period = ""
    if finding.period is not None:
        first, last = finding.period
        period = str(first) if first == last else str(first.year) if first.year == last.year else "whole"
    return finding.norm, finding.key or "all", period, variant


def planted(example: Path) -> list[dict[str, str]]:
    """The answers as they were written with the delivery."""
    rows: list[dict[str, str]] = json.loads((example / "answers.json").read_text("utf-8"))
    return rows


@pytest.fixture(scope="module")
def answers(example: Path) -> dict[Place, set[str]]:
    """What was planted, by place."""
    expected: dict[Place, set[str]] = defaultdict(set)
    for answer in planted(example):
        place = (answer["rule"], answer["subject_key"], answer["period"], answer["reading"])
        expected[place].add(answer["expected"])
    return expected


def test_the_policy_has_every_rule_of_the_answers(example: Path, done: Audit) -> None:
    assert {answer["rule"] for answer in planted(example)} <= {tally.norm for tally in done.tallies}


def test_every_planted_answer_is_found(judged: dict[Place, Finding], answers: dict[Place, set[str]]) -> None:
    assert [place for place in answers if not agrees(judged.get(place), answers[place])] == []


def agrees(finding: Finding | None, expected: set[str]) -> bool:
    match sorted(expected):
        case ["near_miss"]:
            return finding is None
        case ["depends"]:
            return finding is not None and finding.firmness == "depends"
        case [outcome]:
            return finding is not None and finding.firmness == "firm" and finding.outcome.value == outcome
        case _:
            return False


def test_nothing_else_is_firm(judged: dict[Place, Finding], answers: dict[Place, set[str]]) -> None:
    others = {place: finding for place, finding in judged.items() if place not in answers}
    serious = {Outcome.BREACH, Outcome.UNDETERMINED, Outcome.PENDING}
    assert [place for place, finding in others.items() if finding.outcome in serious] == []
    assert {finding.firmness for finding in others.values()} <= {"depends"}


def test_the_answers_are_many_and_of_every_kind(example: Path, answers: dict[Place, set[str]]) -> None:
    kinds = [kind for expected in answers.values() for kind in expected if kind != "pending"]
    least = {"hoeje-taastrup": 31, "noerrevang": 3}[example.name]
    assert {kind: kinds.count(kind) >= least for kind in set(kinds)} == dict.fromkeys(
        ("breach", "near_miss", "undetermined", "depends"), True
    )


def test_every_norm_of_the_invented_agreement_has_an_answer(done: Audit, example: Path) -> None:
    if example.name == "noerrevang":
        assert {tally.norm for tally in done.tallies} == {answer["rule"] for answer in planted(example)}


def test_the_delivery_beside_the_invented_agreement_breaches_nothing() -> None:
    done = audit(Request(delivery=EXAMPLES.parent / "policies" / "noerrevang-2025" / "delivery"))
    assert isinstance(done, Audit)
    assert (done.findings, exit_code(done)) == ((), 0)
    assert [tally.norm for tally in done.tallies if not tally.outcomes.get(Outcome.COMPLIANT)] == []

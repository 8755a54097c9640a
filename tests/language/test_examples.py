"""Every kind of fact and expectation of an example; an expectation that is not met is told, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Reference, Register, Status
from klausul_dsl.examples import run_example
from klausul_dsl.pipeline import load_policy
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "good" / "examples.klausul"
NOTHING = Text("", "")
CLAUSES = ("3.1", "3.2", "3.3", "3.4", "3.5")
REGISTER = Register("sample", NOTHING, {name: Clause(name, NOTHING, NOTHING, Status.CHECKED) for name in CLAUSES})


@pytest.fixture(scope="module")
def policy(vocabulary: Vocabulary) -> t.Policy:
    found = load_policy({"sample": {CORPUS.name: CORPUS.read_text("utf-8")}}, vocabulary, {"sample": REGISTER})
    assert [problem.message.en for problem in found.diagnostics] == []
    assert found.policy is not None
    return found.policy


def test_every_example_holds(policy: t.Policy, vocabulary: Vocabulary) -> None:
    told = [message for example in policy.examples for message in run_example(example, policy, vocabulary).messages]
    assert [message.hint.en for message in told] == []


def others(expected: t.Expectation) -> Iterator[t.Expectation]:
    """The same expectation with one thing in it that is not so."""
    for verdict in ("breach", "level_2", "yes", "123", "conflict", "not_applicable"):
        if verdict != expected.verdict:
            yield replace(expected, verdict=verdict, reason=None)
    if expected.reason is None or expected.reason != "conflict":
        yield replace(expected, reason="conflict")
    yield replace(expected, facts=("of_no_record",))
    yield replace(expected, by="unless" if expected.by != "unless" else "where")
    yield replace(expected, references=(Reference("sample", "9"),))
    yield replace(expected, refuted=(("level_9", ()),))


def test_an_expectation_that_is_not_met_is_told(policy: t.Policy, vocabulary: Vocabulary) -> None:
    for example in policy.examples:
        for wrong in (one for expected in example.expectations for one in others(expected)):
            changed = replace(example, expectations=(wrong,))
            messages = run_example(changed, policy, vocabulary).messages
            assert [message.code for message in messages] == ["K601"], (example.title.en, wrong)
            for language in LANGUAGES:
                assert "{" not in messages[0].message[language] + messages[0].hint[language]

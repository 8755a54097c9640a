"""Every mistake in a policy has its code, its place and a message that teaches; what a message says is a golden."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.codes import CATALOGUE
from klausul_dsl.diagnostics import Diagnostic, render
from klausul_dsl.examples import run_examples
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "corpus" / "bad"
PATHS = sorted(BAD.glob("*.klausul"))
CODES = [code for code in CATALOGUE if code < "K7"]
NOTHING = Text("", "")
REGISTER = Register(
    "sample",
    Text("Rammeaftale", "Framework agreement"),
    {
        name: Clause(name, NOTHING, NOTHING, Status.CHECKED)
        for name in ("3", "3.1", "3.2", "3.3", "3.4", "4.1", "6", "bilag 1")
    },
)
AGREEMENT = """klausul 1   language english

agreement sample
  title "Framework agreement"
  in force from 2023-01-01
  clauses "clauses.yaml"
"""


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The shipped vocabulary, and a record that leads to another in two ways, as none of the shipped ones does."""
    paths = [*sorted((ROOT / "schemas" / "records").glob("*.schema.json")), BAD / "swap.schema.json"]
    return vocabulary_from([json.loads(path.read_text("utf-8")) for path in paths])


def loaded(name: str, text: str, vocabulary: Vocabulary) -> Loaded:
    """A file of an agreement; the file that declares the agreement is added where the text does not."""
    files = {name: text}
    if not re.search(r"^(agreement|aftale)\b", text, re.MULTILINE) and not name.startswith("K232"):
        files["agreement.klausul"] = AGREEMENT
    return load_policy({"sample": files}, vocabulary, {"sample": REGISTER})


def problems(found: Loaded, vocabulary: Vocabulary) -> list[Diagnostic]:
    """What is wrong with a policy and, where nothing is, with its examples."""
    if found.policy is None:
        return list(found.diagnostics)
    examples = [message for result in run_examples(found.policy, vocabulary) for message in result.messages]
    return [*found.diagnostics, *examples]


def said(path: Path, vocabulary: Vocabulary) -> tuple[list[Diagnostic], Loaded]:
    found = loaded(path.name, path.read_text("utf-8"), vocabulary)
    return problems(found, vocabulary), found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_message_of_a_mistake(path: Path, vocabulary: Vocabulary, accept: bool) -> None:
    told, found = said(path, vocabulary)
    if path.stem.startswith("K"):
        assert [problem.code for problem in told[:1]] == [path.stem[:4]]
    for language in LANGUAGES:
        shown = "\n\n".join(render(problem, found.sources, language) for problem in told) + "\n"
        golden = path.with_suffix(f".{language}.txt")
        if accept:
            golden.write_text(shown, "utf-8")
        assert shown == golden.read_text("utf-8")


def test_every_code_has_a_file() -> None:
    assert {path.stem[:4] for path in PATHS if path.stem.startswith("K")} == set(CODES)


def test_ten_mistakes_are_ten_messages(vocabulary: Vocabulary) -> None:
    told, _ = said(BAD / "ten-mistakes.klausul", vocabulary)
    codes = [problem.code for problem in told]
    assert codes == ["K114", "K111", "K113", "K402", "K117", "K112", "K123", "K118", "K115", "K100"]

"""Every mistake in a policy has its code, its place and a message that teaches; what a message says is a golden."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from klausul.mistakes import changed
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.codes import CATALOGUE, Severity
from klausul_dsl.diagnostics import Diagnostic, render
from klausul_dsl.examples import run_examples
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

ROOT = Path(__file__).parents[2]
BAD = ROOT / "tests" / "corpus" / "bad"
MISTAKES = ROOT / "mistakes"
"""One example of each code, which `klausul explain` shows; what else can be said wrongly stands in BAD."""
PATHS = sorted([*MISTAKES.glob("*.klausul"), *BAD.glob("*.klausul")])
MENDS = yaml.safe_load((MISTAKES / "mends.yaml").read_text("utf-8"))
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


def test_every_code_has_one_file_that_shows_it() -> None:
    assert sorted(path.stem[:4] for path in MISTAKES.glob("*.klausul")) == sorted(CODES)


@pytest.mark.parametrize("path", sorted(MISTAKES.glob("*.klausul")), ids=lambda path: path.stem)
def test_the_mended_text_is_right(path: Path, vocabulary: Vocabulary) -> None:
    """Nothing is left but what other checks would rather have: an example, or a use."""
    code = path.stem[:4]
    mends = MENDS[code]
    text = path.read_text("utf-8")
    assert [wrong for wrong in mends if wrong not in text] == []
    told = problems(loaded(path.name, changed(text, mends), vocabulary), vocabulary)
    assert [problem.code for problem in told if problem.code == code or problem.severity is Severity.ERROR] == []


def test_ten_mistakes_are_ten_messages(vocabulary: Vocabulary) -> None:
    told, _ = said(BAD / "ten-mistakes.klausul", vocabulary)
    codes = [problem.code for problem in told]
    assert codes == ["K114", "K111", "K113", "K402", "K117", "K112", "K123", "K118", "K115", "K100"]

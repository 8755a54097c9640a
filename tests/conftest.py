"""What every test may ask for."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from klausul_dsl.diagnostics import Diagnostic, render
from klausul_dsl.text import LANGUAGES
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="write new goldens instead of comparing with the old")


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether new goldens are to be written."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture
def corpus_tells(accept: bool) -> Callable[[Diagnostic], None]:
    """Whether the corpus has what is told of a mistake that no file can hold: one that a test makes."""

    def compare(problem: Diagnostic) -> None:
        for language in LANGUAGES:
            golden = Path(__file__).parents[1] / "mistakes" / f"{problem.code}.{language}.txt"
            if accept:
                golden.write_text(render(problem, {}, language) + "\n", "utf-8")
            assert golden.read_text("utf-8") == render(problem, {}, language) + "\n"

    return compare


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    """The vocabulary of the shipped schemas."""
    folder = Path(__file__).parents[1] / "schemas" / "records"
    return vocabulary_from([json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.schema.json"))])

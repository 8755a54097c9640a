"""The samples of the language reference: every one is read, formatted, run, the same in both languages, and shown."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest
import yaml

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Register, Status, register_from
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import render
from klausul_dsl.examples import run_examples
from klausul_dsl.formatter import format_file
from klausul_dsl.parser import parse
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
SAMPLES = CORPUS / "good" / "docs"
PAGES: dict[Language, Path] = {"da": ROOT / "docs" / "sprog", "en": ROOT / "docs" / "language"}
INCLUDED_FROM = (ROOT, CORPUS, ROOT / "docs")
STATUTE = ROOT / "policies" / "almenboligloven"
NOTHING = Text("", "")
CLAUSES = ("1", "2", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.4", "5.2", "6", "6.1", "6.2")
NAMES = sorted(
    path.relative_to(SAMPLES).as_posix().removesuffix(".da.klausul") for path in SAMPLES.rglob("*.da.klausul")
)
INCLUDED = re.compile(r'^\s*--8<-- "([^":]+)(?::\d+)?"$', re.MULTILINE)
AGREEMENT = re.compile(r"^(?:aftale|agreement)\s+(\w+)", re.MULTILINE)


@cache
def records() -> Vocabulary:
    """The vocabulary of the shipped schemas, read once for all samples."""
    folder = ROOT / "schemas" / "records"
    return vocabulary_from([json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.schema.json"))])


@cache
def loaded(name: str, language: Language) -> Loaded:
    """A sample with the agreement it belongs to: the one it declares, else the one that all samples share."""
    text = _text(name, language)
    files = {name: text}
    if AGREEMENT.search(text) is None:
        files["agreement"] = _text("agreement", language)
    found = AGREEMENT.search("\n".join(files.values()))
    assert found is not None
    own = found.group(1)
    texts = {own: files}
    registers = {own: Register(own, NOTHING, {one: Clause(one, NOTHING, NOTHING, Status.CHECKED) for one in CLAUSES})}
    if STATUTE.name in text:
        paths = sorted(STATUTE.rglob("*.klausul"))
        texts[STATUTE.name] = {path.relative_to(STATUTE).as_posix(): path.read_text("utf-8") for path in paths}
        raw = yaml.safe_load((STATUTE / "clauses.yaml").read_text("utf-8"))
        registers[STATUTE.name] = register_from(STATUTE.name, raw)
    return load_policy(texts, records(), registers)


def _text(name: str, language: Language) -> str:
    return (SAMPLES / f"{name}.{language}.klausul").read_text("utf-8")


def _told(found: Loaded) -> list[str]:
    wrong = [problem for problem in found.diagnostics if problem.severity is Severity.ERROR]
    return [render(problem, found.sources, "en") for problem in wrong]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_has_no_errors_and_its_examples_hold(name: str, language: Language) -> None:
    found = loaded(name, language)
    assert _told(found) == []
    assert found.policy is not None
    told = [message for result in run_examples(found.policy, records()) for message in result.messages]
    assert [render(message, found.sources, "en") for message in told] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_a_sample_stands_as_the_formatter_writes_it(name: str, language: Language) -> None:
    text = _text(name, language)
    parsed = parse(Source.of(name, text))
    assert parsed.diagnostics == ()
    assert format_file(parsed.file) == text
    assert text.startswith("klausul 1 ")
    assert text.splitlines()[1] == "", "the pages leave out the first two lines"


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_have_the_same_core(name: str) -> None:
    danish, english = loaded(name, "da").policy, loaded(name, "en").policy
    assert danish is not None
    assert english is not None
    for part in fields(t.Policy):
        assert getattr(danish, part.name) == getattr(english, part.name), part.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_show_every_sample_and_name_no_other_file(language: Language) -> None:
    shown = {name for page in PAGES[language].rglob("*.md") for name in INCLUDED.findall(page.read_text("utf-8"))}
    assert sorted(name for name in shown if not any((folder / name).is_file() for folder in INCLUDED_FROM)) == []
    samples = {path.relative_to(CORPUS).as_posix() for path in SAMPLES.rglob(f"*.{language}.klausul")}
    assert sorted(samples - shown) == []
    assert sorted(name for name in shown if f".{language}." not in name and f"/{language}/" not in name) == []


def test_both_languages_show_the_same_samples_on_their_pages() -> None:
    page = re.compile(r"good/docs/([\w/-]+)")
    shown = {
        language: sorted(sorted(set(page.findall(path.read_text("utf-8")))) for path in folder.glob("*.md"))
        for language, folder in PAGES.items()
    }
    assert shown["da"] == shown["en"]

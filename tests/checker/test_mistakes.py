"""One example of each code: what the use of the command is told, and what `klausul explain` makes of every example."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from klausul.cli import run
from klausul.data import data_folder
from klausul.mistakes import changed, mistake_of
from klausul_dsl.codes import CATALOGUE
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import LANGUAGES

MISTAKES = data_folder("mistakes")
COMMANDS: Mapping[str, Mapping[str, Any]] = yaml.safe_load((MISTAKES / "commands.yaml").read_text("utf-8"))
TINY = Path(__file__).parent / "tiny"
MADE = {"K734", "K735", "K746", "K900"}
"""What no file can show, or only a huge one: the corpus has what is told, and a test makes it."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the agreement `tiny`, its registers, and the delivery `leverance`."""
    shutil.copytree(TINY / "policies" / "tiny", tmp_path / "tiny")
    shutil.copytree(TINY / "registers", tmp_path / "tiny", dirs_exist_ok=True)
    shutil.copytree(TINY / "delivery", tmp_path / "leverance")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def spoil(folder: Path, case: Mapping[str, Any]) -> None:
    for file, words in case.get("change", {}).items():
        text = (folder / file).read_text("utf-8")
        assert [right for right in words.values() if right not in text] == []
        (folder / file).write_text(changed(text, words, back=True), "utf-8")
    for file, text in case.get("write", {}).items():
        (folder / file).write_text(text, "utf-8")
    for file in case.get("remove", ()):
        (shutil.rmtree if (folder / file).is_dir() else Path.unlink)(folder / file)


def told(command: str, code: str, capsys: pytest.CaptureFixture[str], language: str = "da") -> str:
    """What a command says of a code: its head line and what is moved in below, once."""
    capsys.readouterr()
    run(re.sub(r"--language \w+", f"--language {language}", command).split(), {"KLAUSUL_LANGUAGE": language})
    shown = "".join(capsys.readouterr())
    found = re.search(rf"^\w+\[{code}\].*\n(?: .*\n)*", shown, re.MULTILINE)
    return found.group() if found else ""


@pytest.mark.parametrize("code", COMMANDS)
def test_what_a_command_is_told(code: str, folder: Path, accept: bool, capsys: pytest.CaptureFixture[str]) -> None:
    case = COMMANDS[code]
    spoil(folder, case)
    for language in LANGUAGES:
        seen = told(case["run"], code, capsys, language)
        golden = MISTAKES / f"{code}.{language}.txt"
        if accept:
            golden.write_text(seen, "utf-8")
        assert seen
        assert seen == golden.read_text("utf-8")


@pytest.mark.parametrize("code", [code for code, case in COMMANDS.items() if "instead" in case or "change" in case])
def test_the_mended_command_is_not_told_it(code: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = COMMANDS[code]
    if "instead" in case:
        spoil(folder, case)
    assert told(case.get("instead", case["run"]), code, capsys) == ""


def test_a_bug_of_ours_is_told_as_the_corpus_has_it(corpus_tells: Callable[[Diagnostic], None]) -> None:
    corpus_tells(diagnose("K900", NOWHERE, kind="ValueError", place="audit/run.py:120"))


def test_every_code_has_an_example() -> None:
    examples = {code: mistake_of(code) for code in CATALOGUE}
    assert [code for code, example in examples.items() if example is None or f"[{code}]" not in example.told.da] == []
    assert {code for code, example in examples.items() if example and not example.wrong} == MADE


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_explained_by_its_example(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for code in CATALOGUE:
        assert run(["explain", code, "--language", language], {}) == 0
        shown = capsys.readouterr().out
        assert f"[{code}]: " in shown
        assert "“…”" not in shown

"""Shipped data is found, and agreements with what they use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klausul.data import data_folder
from klausul.library import agreements, load, load_agreement, only_agreement
from klausul.library.register import read_register
from klausul.library.shipped import schema
from klausul_dsl.diagnostics import render
from klausul_dsl.source import Source

TINY = Path(__file__).parent / "tiny" / "policies"


def test_shipped_data_is_there() -> None:
    assert (data_folder("schemas") / "records").is_dir()
    assert "hoeje_taastrup_2023" in agreements()


def test_of_several_agreements_that_no_other_uses_none_is_the_default() -> None:
    assert only_agreement() == ("hoeje-taastrup-2023", "noerrevang-2025")


def test_an_agreement_comes_with_what_it_uses() -> None:
    shelf = load(agreements()["hoeje_taastrup_2023"])
    assert [folder.name for folder in shelf.folders] == ["hoeje_taastrup_2023", "almenboligloven", "almenlejeloven"]
    assert set(shelf.registers) == {"hoeje_taastrup_2023", "almenboligloven", "almenlejeloven"}
    assert all(len(digest) == 64 for digest in shelf.hashes.values())


def test_what_is_used_is_looked_up_beside_first(tmp_path: Path) -> None:
    for name, uses in (("mine", "  anvender almenboligloven\n"), ("almenboligloven", "")):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "a.klausul").write_text(f"klausul 1   sprog dansk\n\naftale {name}\n{uses}", "utf-8")
    shelf = load(tmp_path / "mine")
    assert shelf.folders[1].path.parent == tmp_path


def test_a_missing_agreement_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.klausul").write_text("klausul 1   sprog dansk\n\naftale mine\n  anvender almenboligslov\n", "utf-8")
    shelf = load(folder)
    problem = next(problem for problem in shelf.diagnostics if problem.code == "K817")
    assert "almenboligloven" in problem.hint.da
    assert f"{folder.as_posix()}/a.klausul:4:12\n" in render(problem, shelf.sources, "da")


def test_the_register_is_the_file_that_the_agreement_names(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY / "tiny", tmp_path / "tiny"))
    text = (folder / "tiny.klausul").read_text("utf-8").replace('"clauses.yaml"', '"bestemmelser.yaml"')
    (folder / "tiny.klausul").write_text(text, "utf-8")
    (problem,) = load(folder).diagnostics
    assert problem.code == "K814"
    assert "tiny.klausul:6:17\n" in render(problem, load(folder).sources, "da")
    (folder / "clauses.yaml").rename(folder / "bestemmelser.yaml")
    assert not load_agreement(folder.as_posix()).broken


@pytest.mark.parametrize(
    ("old", "new", "code", "told"),
    [
        ("status: checked", "status: tjekket", "K816", "“checked” (kontrolleres)"),
        ("source:", "kilde:", "K816", "her hører “kilde” ikke til"),
        ('"tiny"', '"tiny', "K857", "kan filen ikke læses som YAML"),
        ("clauses:", "clauses: a: b", "K857", "kan filen ikke læses som YAML"),
    ],
)
def test_a_mistake_in_the_register_is_told_in_plain_words(
    old: str, new: str, code: str, told: str, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(TINY / "tiny", tmp_path / "tiny"))
    text = (folder / "clauses.yaml").read_text("utf-8").replace("agreement: tiny", 'agreement: "tiny"')
    (folder / "clauses.yaml").write_text(text.replace(old, new), "utf-8")
    shelf = load(folder)
    assert {problem.code for problem in shelf.diagnostics} == {code}
    assert len(shelf.diagnostics) <= 2, "a wrong status is one mistake, however much it may demand"
    shown = render(shelf.diagnostics[0], shelf.sources, "da")
    assert told in shown + render(shelf.diagnostics[-1], shelf.sources, "da")
    assert "clauses.yaml:" in shown
    assert "schema" not in shown


def test_the_tiny_policy_is_whole() -> None:
    loaded = load_agreement((TINY / "tiny").as_posix())
    assert not loaded.broken


def test_numbers_of_clauses_stay_as_written() -> None:
    text = """agreement: a
title: { da: A, en: A }
source: x
clauses:
  - { id: 3.10, title: { da: A, en: A }, summary: { da: A, en: A }, status: checked }
"""
    raw, problems = read_register(Source.of("clauses.yaml", text), schema("clauses"), "a")
    assert not problems
    assert raw is not None
    assert raw["clauses"][0]["id"] == "3.10"


def test_a_register_that_cannot_be_used_hides_no_mistake_in_the_texts(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(TINY / "tiny", tmp_path / "other"))
    text = (folder / "tiny.klausul").read_text("utf-8")
    (folder / "b.klausul").write_text(text.split("\n", 1)[0] + "\n\nnoget sludder\n", "utf-8")
    found = load_agreement(folder.as_posix())
    codes = [problem.code for problem in found.diagnostics]
    assert found.policy is None
    assert codes[0] == "K854"
    assert "K100" in codes

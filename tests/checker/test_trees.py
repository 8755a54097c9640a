"""A text that was parsed before gives the same tree from the folder it was kept in, and only that text does."""

from __future__ import annotations

from pathlib import Path

import pytest

from klausul.data import data_folder
from klausul.library import trees
from klausul.library.trees import parsed
from klausul_dsl.parser import parse
from klausul_dsl.source import Source

TEXT = (data_folder("policies") / "almenlejeloven" / "udslusning.klausul").read_text("utf-8")


@pytest.fixture(autouse=True)
def another_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is remembered in the process itself."""
    monkeypatch.setattr(trees, "parsed", parsed.__wrapped__)


def read(source: Source, cache: Path) -> object:
    return trees.parsed(source, cache.as_posix())


def kept(cache: Path) -> list[Path]:
    return sorted((cache / "trees").glob("*"))


def never(*_: object) -> None:
    pytest.fail("it was parsed again")


def test_a_kept_tree_is_the_parsed_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source.of("a.klausul", TEXT)
    assert read(source, tmp_path) == parse(source)
    monkeypatch.setattr(trees, "parse", never)
    assert read(source, tmp_path) == parse(source)


def test_another_text_name_or_language_is_parsed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for source in (Source.of("a", TEXT), Source.of("b", TEXT), Source.of("a", TEXT + "# og mere\n")):
        assert read(source, tmp_path) == parse(source)
    assert len(kept(tmp_path)) == 3
    monkeypatch.setattr(trees, "language_code", lambda: "another")
    read(Source.of("a", TEXT), tmp_path)
    assert len(kept(tmp_path)) == 4


def test_a_text_with_a_problem_is_not_kept(tmp_path: Path) -> None:
    source = Source.of("a", TEXT.replace("regel", "regle"))
    assert read(source, tmp_path) == parse(source)
    assert kept(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"\x80\x05N.", b"not a pickle", b"\x80\x05cnot_there\nx\n."])
def test_a_damaged_tree_is_as_none(tmp_path: Path, content: bytes) -> None:
    source = Source.of("a", TEXT)
    read(source, tmp_path)
    (path,) = kept(tmp_path)
    path.write_bytes(content)
    assert read(source, tmp_path) == parse(source)
    assert path.read_bytes() != content


def test_a_folder_that_cannot_be_written_to_changes_nothing(tmp_path: Path) -> None:
    source = Source.of("a", TEXT)
    (tmp_path / "trees").write_text("a file where the folder should be", "utf-8")
    assert read(source, tmp_path) == parse(source)


def test_the_oldest_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "_KEPT", 2)
    for name in ("a", "b", "c"):
        read(Source.of(name, TEXT), tmp_path)
    assert len(kept(tmp_path)) == 2

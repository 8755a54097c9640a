"""`klausul format --language`: an agreement in the other language, printed or in a folder; nothing is rewritten."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klausul.cli import run
from klausul.library import agreements

SHIPPED = agreements()["hoeje_taastrup_2023"]


@pytest.fixture
def agreement(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "da" / SHIPPED.name))


def test_a_folder_goes_there_and_back(agreement: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in agreement.rglob("*.klausul")}
    assert run(["format", agreement.as_posix(), "--language", "en", "--output", (tmp_path / "en").as_posix()], {}) == 0
    english = tmp_path / "en" / SHIPPED.name
    assert all(
        path.read_text("utf-8").startswith("klausul 1   language english") for path in english.rglob("*.klausul")
    )
    assert run(["lint", english.as_posix()], {}) == 0, "its registers came along"
    assert run(["format", english.as_posix(), "--language", "da", "--output", (tmp_path / "back").as_posix()], {}) == 0
    back = {path.name: path.read_bytes() for path in (tmp_path / "back").rglob("*.klausul")}
    assert back == before == {path.name: path.read_bytes() for path in agreement.rglob("*.klausul")}


def test_one_file_is_printed_with_the_names_of_the_others(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["format", (agreement / "niveauer.klausul").as_posix(), "--language", "en"], {}) == 0
    assert "classify estate on day as level" in capsys.readouterr().out


def test_a_file_outside_an_agreement_has_no_names_to_go_by(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "alone.klausul").write_text("klausul 1   sprog dansk\n", "utf-8")
    assert run(["format", (tmp_path / "alone.klausul").as_posix(), "--language", "en"], {}) == 2
    assert "K828" in capsys.readouterr().err


def test_an_agreement_with_errors_is_not_translated(agreement: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (agreement / "fejl.klausul").write_text("klausul 1   sprog dansk\n\nregel x jf. 3\n", "utf-8")
    assert run(["format", agreement.as_posix(), "--language", "en"], {}) == 2
    shown = capsys.readouterr()
    assert not shown.out
    assert "K126" in shown.err

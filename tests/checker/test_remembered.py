"""What `klausul lint` and `klausul test` printed is told again, and only where nothing that was read is another."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from klausul.cli import remembered
from klausul.cli.run import run
from klausul.data import data_folder
from klausul.kept import keep

LAW = "almenlejeloven"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """An empty cache folder."""
    return tmp_path / "cache"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with a copy of a small shipped agreement."""
    return Path(shutil.copytree(data_folder("policies") / LAW, tmp_path / "own" / LAW))


@pytest.fixture
def klausul(cache: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command line; its code, output and messages. `kept=False` has no cache."""

    def command(*arguments: str, kept: bool = True) -> tuple[int, str, str]:
        code = run(arguments, {"KLAUSUL_CACHE": cache.as_posix() if kept else ""})
        return code, *capsys.readouterr()

    return command


def results(cache: Path) -> list[Path]:
    return sorted((cache / "results").glob("*.json"))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("command", ["lint", "test"])
def test_the_same_is_printed_again(klausul: Command, cache: Path, own: Path, command: str, language: str) -> None:
    line = (command, own.as_posix(), "--language", language)
    plain = klausul(*line, kept=False)
    assert [klausul(*line), klausul(*line)] == [plain, plain]
    assert len(results(cache)) == 1


def test_the_second_time_nothing_is_run(klausul: Command, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = klausul("lint", own.as_posix())
    monkeypatch.setattr("klausul.cli.lint._looked_at", lambda _name, _language: pytest.fail("it ran again"))
    assert klausul("lint", own.as_posix()) == first


@pytest.mark.parametrize(
    ("file", "old", "new"), [("lov.klausul", LAW, "almenlejelovem"), ("clauses.yaml", "id:", "di:")]
)
def test_a_changed_file_is_read_anew(klausul: Command, own: Path, file: str, old: str, new: str) -> None:
    before = klausul("lint", own.as_posix())
    path = own / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    after = klausul("lint", own.as_posix())
    assert after != before
    assert after == klausul("lint", own.as_posix(), kept=False)
    assert after == klausul("lint", own.as_posix())


def test_a_new_file_and_a_new_neighbour_are_seen(klausul: Command, cache: Path, own: Path) -> None:
    klausul("lint", own.as_posix())
    (own / "ny.klausul").write_text("klausul 1   sprog dansk\n\nnoget sludder\n", "utf-8")
    assert klausul("lint", own.as_posix())[0] == 2
    (own / "ny.klausul").unlink()
    shutil.copytree(own, own.parent / "almenboligloven")
    assert klausul("lint", own.as_posix())[0] == 0
    assert len(json.loads(results(cache)[0].read_text("utf-8"))["read"]) > 2


def test_another_code_is_another_result(
    klausul: Command, cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    klausul("lint", own.as_posix())
    monkeypatch.setattr(remembered, "_running", lambda: "another")
    klausul("lint", own.as_posix())
    assert len(results(cache)) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", '{"output": 1, "code": 0, "read": {}}', "\x00"])
def test_a_damaged_result_is_as_none(klausul: Command, cache: Path, own: Path, content: str) -> None:
    first = klausul("lint", own.as_posix())
    (path,) = results(cache)
    path.write_text(content, "utf-8")
    assert klausul("lint", own.as_posix()) == first
    assert json.loads(path.read_text("utf-8"))["code"] == first[0]


def test_a_folder_that_cannot_be_written_to_changes_nothing(klausul: Command, cache: Path, own: Path) -> None:
    plain = klausul("lint", own.as_posix(), kept=False)
    cache.write_text("a file where the folder should be", "utf-8")
    assert klausul("lint", own.as_posix()) == plain


def test_an_agreement_that_is_not_there_is_not_kept(klausul: Command, cache: Path) -> None:
    assert klausul("lint", "ingen-aftale")[0] == 2
    assert results(cache) == []


def test_the_oldest_go(klausul: Command, cache: Path, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "_KEPT", 1)
    for language in ("da", "en"):
        klausul("lint", own.as_posix(), "--language", language)
    assert len(results(cache)) == 1


def test_two_at_once_leave_whole_results(cache: Path) -> None:
    cache.mkdir()
    path = cache / "results" / "one.json"
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: keep(path, str(number).encode() * 9999, 100), range(10, 50)))
    assert len(path.read_text("utf-8")) == 2 * 9999
    assert list(path.parent.iterdir()) == [path]

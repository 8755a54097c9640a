"""`klausul lint --fix` and `--diff`: what is written, what is only shown, and what is left as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from klausul.cli import run

TINY = Path(__file__).parent / "tiny" / "policies" / "tiny"
UNUSED = '\r\nparameter ubrugt: procent   jf. 1\r\n  kilde "x"\r\n  fra 2023-01-01 er 1,45 %\r\n'


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """An agreement with a parameter that nothing uses, written with a byte-order mark and other line ends."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    text = (folder / "tiny.klausul").read_text("utf-8").replace("\n", "\r\n")
    (folder / "tiny.klausul").write_bytes(b"\xef\xbb\xbf" + (text + UNUSED).encode())
    return folder


def lint(policy: Path, *arguments: str) -> int:
    return run(["lint", policy.as_posix(), *arguments], {})


def test_fix_takes_out_what_nothing_uses(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (policy / "tiny.klausul").read_bytes()
    assert lint(policy) == 0
    assert "K506" in capsys.readouterr().out
    assert lint(policy, "--fix") == 0
    shown = capsys.readouterr().out
    assert "fjernet: intet bruger “ubrugt”" in shown
    assert "K506" not in shown
    assert (policy / "tiny.klausul").read_bytes() == before.removesuffix(UNUSED.encode())
    assert lint(policy, "--fix") == 0
    assert "fjernet" not in capsys.readouterr().out


def test_diff_only_shows(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (policy / "tiny.klausul").read_bytes()
    assert lint(policy, "--diff") == 0
    shown = capsys.readouterr().out
    assert "-parameter ubrugt: procent   jf. 1" in shown
    assert "\n+p" not in shown
    assert (policy / "tiny.klausul").read_bytes() == before
    assert lint(TINY, "--diff") == 0
    assert capsys.readouterr().out == ""


def test_a_file_that_cannot_be_written_is_told(
    policy: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    assert lint(policy, "--fix") == 2
    assert "K818" in capsys.readouterr().err


def test_a_broken_agreement_is_left_alone(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = policy / "tiny.klausul"
    path.write_text(path.read_text("utf-8-sig") + "\nregel\n", "utf-8")
    before = path.read_bytes()
    assert lint(policy, "--fix") == 2
    assert path.read_bytes() == before
    capsys.readouterr()


@pytest.mark.parametrize("file", ["tiny.klausul", "clauses.yaml", "eksempler/flere.klausul"])
def test_a_file_of_an_agreement_stands_for_its_folder(
    policy: Path, file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (policy / "eksempler").mkdir()
    (policy / "eksempler" / "flere.klausul").write_text("klausul 1   sprog dansk\n", "utf-8")
    assert lint(policy) == 0
    whole = capsys.readouterr().out
    assert lint(policy / file) == 0
    assert capsys.readouterr().out == whole
    assert run(["test", (policy / file).as_posix()], {}) == 0
    assert run(["explain", "særlige_kriterier", "--policy", (policy / file).as_posix()], {}) == 0


def test_the_folder_is_named_where_its_file_was_given(capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(__file__).parents[2] / "docs" / "tutorial" / "da" / "randby"
    assert lint(folder / "aftale.klausul") == 0
    assert capsys.readouterr().out == f"{folder.as_posix()}: ingen fejl\n"


def test_a_file_that_an_editor_gave_an_ending_is_told_of(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert lint(policy) == 0
    assert "K858" not in capsys.readouterr().out
    (policy / "sætninger.yaml.docx").write_bytes(b"PK")
    assert lint(policy) == 0
    shown = capsys.readouterr().out
    assert f"[K858]: “{policy.as_posix()}/sætninger.yaml.docx” læses ikke" in shown
    assert "gem den som ren tekst, og omdøb den til “sætninger.yaml”" in shown


def test_where_the_only_text_has_an_ending_the_folder_says_so(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (policy / "tiny.klausul").rename(policy / "tiny.klausul.txt")
    assert lint(policy) == 2
    shown = "".join(capsys.readouterr())
    assert "[K813]" in shown
    assert "“tiny.klausul.txt” læses ikke: omdøb den til “tiny.klausul”" in shown

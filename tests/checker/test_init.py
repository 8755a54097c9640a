"""`klausul init`: what it makes is whole, carries its own name and days, and overwrites nothing."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from klausul.cli import run
from klausul.data import data_folder
from klausul.library import load_agreement
from klausul.library.starting import MUNICIPALITY, TEMPLATE, TERM


def init(folder: Path, *arguments: str) -> int:
    return run(["init", folder.as_posix(), *arguments], {})


def told(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file with its text."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield path.relative_to(folder).as_posix(), path.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("begyndt", ()),
        (
            "norddal-2026",
            ("--title", 'Rammeaftale "Nord": 2026', "--municipality", "Norddal Kommune", "--from", "2026-01-01"),
        ),
        ("åby", ("--from", "2028-01-01", "--to", "2030-12-31")),
        ("min aftale", ("--from", "2033-01-01", "--to", "2038-03-31")),
    ],
)
def test_what_is_begun_is_whole(
    name: str, arguments: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / name
    place = folder.as_posix()
    assert init(folder, *arguments) == 0
    capsys.readouterr()
    assert run(["lint", place], {}) == 0
    assert capsys.readouterr().out == f"{place}: ingen fejl\n"
    assert run(["test", place], {}) == 0
    assert "alle som forventet" in capsys.readouterr().out
    assert run(["check", f"{place}/delivery"], {}) == 0
    assert "Der er ikke fundet brud." in capsys.readouterr().out
    assert run(["clauses", "verify", f"{place}/aftale.txt"], {}) == 0
    assert run(["format", "--check", place], {}) == 0


def test_its_examples_notice_what_those_of_the_template_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "ny", "--from", "2027-01-01") == 0
    capsys.readouterr()
    assert run(["coverage", (tmp_path / "ny").as_posix(), "--mutate", "--fail-under", "100"], {}) == 0
    assert "0 er hverken opdaget eller begrundet" in " ".join(capsys.readouterr().out.split())


def test_the_new_name_title_municipality_and_days_are_everywhere(tmp_path: Path) -> None:
    folder = tmp_path / "norddal-2026"
    title = "Aftalen om Norddal 2026-2029"
    assert init(folder, "--title", title, "--municipality", "Norddal Kommune", "--from", "2026-01-01") == 0
    texts = dict(told(folder))
    assert set(texts) == {file for file, _ in told(data_folder("policies") / TEMPLATE)}
    assert [file for file, text in texts.items() if re.search("n(ø|oe)rrevang", text, re.IGNORECASE)] == []
    assert [file for file, text in texts.items() if "norddal_2026" in text] == [
        "aftale.klausul",
        "ambiguities/aftalen.yaml",
        "clauses.yaml",
        "delivery/attestations.csv",
        "examples/opfoelgning.klausul",
        "sentences/aftalen.yaml",
        "wording.yaml",
    ]
    assert f'titel        da "{title}"' in texts["aftale.klausul"]
    assert "gælder fra   2026-01-01 til 2029-12-31" in texts["aftale.klausul"]
    assert "mellem Norddal Kommune og" in texts["aftale.txt"]
    assert "fra den 1. januar 2026 til den 31. december 2029" in texts["aftale.txt"]
    assert "from 1 January 2026 through 31 December 2029" in texts["sentences/aftalen.yaml"]
    assert [file for file in ("README.md", "aftale.txt", "delivery/lettings.csv") if "2025" in texts[file]] == []


def test_what_is_counted_in_working_days_keeps_its_weekday(tmp_path: Path) -> None:
    assert init(tmp_path / "ny", "--from", "2028-01-01") == 0
    texts = dict(told(tmp_path / "ny"))
    assert "# Den 11. september 2028 er en mandag" in texts["examples/boliger_til_kommunen.klausul"]
    assert "A1;EN;11-09-2028;3;6.500;20-09-2028" in texts["delivery/requests.csv"]


def test_the_template_is_as_it_is_taken_to_be() -> None:
    policy = load_agreement(TEMPLATE).policy
    assert policy is not None
    assert (policy.agreement.validity.start, policy.agreement.validity.end) == TERM
    texts = dict(told(data_folder("policies") / TEMPLATE))
    assert MUNICIPALITY in texts["aftale.txt"]
    assert [file for file, text in texts.items() if re.search(r"-02-29|\b29-02-", text)] == []


def test_what_to_do_next_is_told_in_both_languages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(tmp_path / "ny") == 0
    said = capsys.readouterr().out
    assert f"klausul check {(tmp_path / 'ny' / 'delivery').as_posix()}" in said
    assert "Prøv den, før du retter noget" in said
    assert init(tmp_path / "min nye", "--language", "en") == 0
    said = capsys.readouterr().out
    assert "Agreement on letting and assignment 2025-2028" in said
    assert f'klausul lint "{(tmp_path / "min nye").as_posix()}"' in said


def test_the_folder_one_stands_in_is_the_usual_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "her").mkdir()
    monkeypatch.chdir(tmp_path / "her")
    assert run(["init"], {}) == 0
    assert run(["lint", "."], {}) == 0
    assert run(["check", "delivery"], {}) == 0


def test_what_is_not_said_is_asked_for_where_someone_can_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal("Åby Kommune\n2029-01-01\n\nÅbyaftalen\n"))
    assert init(tmp_path / "ny") == 0
    assert "Åbyaftalen\nÅby Kommune, 01-01-2029 – 31-12-2032\n" in capsys.readouterr().out


def test_a_title_is_in_the_language_of_the_command_and_a_day_in_either_order(tmp_path: Path) -> None:
    assert init(tmp_path / "ny", "--title", "My title", "--from", "01-01-2028", "--language", "en") == 0
    text = (tmp_path / "ny" / "aftale.klausul").read_text("utf-8")
    assert 'en "My title"' in " ".join(text.split())
    assert 'da "Aftale om udlejning og anvisning 2028-2031"' in " ".join(text.split())
    assert run(["clauses", "verify", (tmp_path / "ny" / "aftale.txt").as_posix()], {}) == 0


@pytest.mark.parametrize("held", ["mappe", "fil"])
def test_nothing_is_overwritten(held: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "ny"
    if held == "mappe":
        place.mkdir()
        (place / "notat.txt").write_text("mit", "utf-8")
    else:
        place.write_text("mit", "utf-8")
    assert init(place) == 2
    shown = capsys.readouterr().err
    assert "fejl[K829]" in shown
    assert ("er ikke en tom mappe" if held == "mappe" else "er en fil, ikke en mappe") in shown
    assert "vælg en mappe, der ikke findes endnu" in shown
    assert [path.name for path in tmp_path.rglob("*")] == (["ny", "notat.txt"] if held == "mappe" else ["ny"])


@pytest.mark.parametrize(
    ("name", "arguments", "code"),
    [
        ("2026", (), "K830"),
        ("---", (), "K830"),
        ("ny", ("--from", "1/1 2026"), "K807"),
        ("ny", ("--to", "2028-02-30"), "K807"),
        ("ny", ("--from", "2026-04-01"), "K837"),
        ("ny", ("--from", "2026-01-01", "--to", "2027-12-31"), "K837"),
    ],
)
def test_what_cannot_be_begun_is_told_and_nothing_is_written(
    name: str, arguments: tuple[str, ...], code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, word in (("da", "fejl"), ("en", "error")):
        assert init(tmp_path / name, *arguments, "--language", language) == 2
        assert f"{word}[{code}]" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_where_it_cannot_be_written_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.name == "clauses.yaml":
            raise PermissionError
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    assert init(tmp_path / "ny") == 2
    assert "fejl[K818]" in capsys.readouterr().err
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_an_agreement_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("lint", "test"):
        assert run([command, (tmp_path / "ny").as_posix()], {}) == 2
        shown = capsys.readouterr()
        assert "fejl[K811]: der er ingen aftale" in shown.out + shown.err

"""A file that cannot be read says how it was saved, where it stops being UTF-8, or that it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest

from klausul.library import load_agreement

TEXT = 'klausul 1   sprog dansk\n\naftale prøve\n  titel "Prøve"\n'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (TEXT.encode("utf-16"), "UTF-16"),
        (TEXT.encode("utf-16-le"), "UTF-16"),
        (TEXT.encode("cp1252"), "“ø” i linje 3"),
    ],
)
def test_the_encoding_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    folder = tmp_path / "prøve"
    folder.mkdir()
    (folder / "a.klausul").write_bytes(data)
    first = load_agreement(folder.as_posix()).diagnostics[0]
    assert first.code == "K814"
    assert told in first.message.da
    assert "UTF-8" in first.hint.da


def test_a_file_that_is_gone_is_told_as_gone(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "a.klausul").write_text(TEXT, "utf-8")
    problem, lacking = load_agreement(folder.as_posix()).diagnostics
    assert (problem.code, problem.message.en.endswith("it is not there")) == ("K814", True)
    assert (lacking.code, lacking.span.file.endswith("a.klausul")) == ("K126", True)
    assert "UTF-8" not in problem.hint.en


def test_an_agreement_s_english_name_is_that_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "a"
    folder.mkdir()
    lines = (
        "klausul 1   sprog dansk",
        "aftale a",
        '  kaldet en "b"',
        '  titel "A"',
        "  gælder fra 2023-01-01",
        '  bestemmelser "clauses.yaml"',
    )
    (folder / "a.klausul").write_text("\n".join(lines), "utf-8")
    both = "{da: x, en: x}"
    clause = f'{{id: "1", title: {both}, summary: {both}, status: information, reason: {both}, anchor: x}}'
    register = f"agreement: a\ntitle: {both}\nsource: x\nclauses:\n  - {clause}\n"
    (folder / "clauses.yaml").write_text(register, "utf-8")
    loaded = load_agreement(folder.as_posix())
    told = [(item.code, loaded.sources[item.span.file].position(item.span.start)[0]) for item in loaded.diagnostics]
    assert ("K231", 3) in told

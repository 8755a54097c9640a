"""Files that are too large for the corpus, or that change under our hands, and bytes at the edges of an encoding."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from klausul.records import Intake, profile_from, read_delivery
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.source import Source
from klausul_dsl.vocabulary import Vocabulary

PROFILE = """delivered_on: 2026-01-15
encoding: {encoding}
delimiter: ";"
decimal: ","
dates: [dd-mm-åååå]
files:
  - file: a.csv
    records: [{{type: area, key: Nr, fields: {{name: Navn}}}}]
"""


def read(folder: Path, vocabulary: Vocabulary, data: bytes, encoding: str = "utf-8") -> Intake:
    (folder / "a.csv").write_bytes(data)
    profile, problems, _ = profile_from(Source.of("profile.yaml", PROFILE.format(encoding=encoding)), vocabulary)
    assert profile is not None, problems
    return read_delivery(folder, profile, vocabulary, as_of=date(2026, 1, 1))


def names(intake: Intake) -> list[object]:
    return [record.cells["name"] for record in intake.records]


def test_a_field_of_over_two_million_letters_costs_its_row(
    tmp_path: Path, vocabulary: Vocabulary, corpus_tells: Callable[[Diagnostic], None]
) -> None:
    huge = b"x" * 2_000_001
    intake = read(tmp_path, vocabulary, b'Nr;Navn\n1;a\n2;"' + huge + b'"\n3;' + huge + b"\n4;d\n")
    assert names(intake) == ["a", "d"]
    assert [(row.line, row.reasons[0].code, len(row.original)) for row in intake.rejected_rows] == [
        (3, "K746", 2_000_005),
        (4, "K746", 2_000_003),
    ]
    corpus_tells(intake.rejected_rows[0].reasons[0])


def test_a_full_sheet_is_a_warning(
    tmp_path: Path, vocabulary: Vocabulary, corpus_tells: Callable[[Diagnostic], None]
) -> None:
    rows = b"".join(b"%d;x\n" % number for number in range(65_535))
    intake = read(tmp_path, vocabulary, b"Nr;Navn\n" + rows)
    assert [warning.code for warning in intake.warnings] == ["K735"]
    assert len(intake.records) == 65_535
    corpus_tells(intake.warnings[0])


def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path,
    vocabulary: Vocabulary,
    monkeypatch: pytest.MonkeyPatch,
    corpus_tells: Callable[[Diagnostic], None],
) -> None:
    original = Path.read_bytes

    def slow(path: Path) -> bytes:
        data = original(path)
        os.utime(path, ns=(1, 1))
        return data

    monkeypatch.setattr(Path, "read_bytes", slow)
    (problem,) = read(tmp_path, vocabulary, b"Nr;Navn\n1;a\n").problems
    assert problem.code == "K734"
    corpus_tells(problem)


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends_and_the_lines_after_a_break_in_a_cell(tmp_path: Path, vocabulary: Vocabulary, end: bytes) -> None:
    lines = [b"Nr;Navn", b'1;"a', b'b"', b"", b"2;c;d", b"3;d"]
    intake = read(tmp_path, vocabulary, end.join(lines))
    assert names(intake) == ["a\nb", "d"]
    assert [record.origin.line for record in intake.records if record.origin] == [2, 6]
    assert [(row.line, row.original) for row in intake.rejected_rows] == [(5, b"2;c;d")]


def test_line_ends_may_be_mixed(tmp_path: Path, vocabulary: Vocabulary) -> None:
    intake = read(tmp_path, vocabulary, b"Nr;Navn\r\n1;a\n2;b\r3;c")
    assert [record.origin.line for record in intake.records if record.origin] == [2, 3, 4]


def test_unicode_line_separators_are_not_line_ends(tmp_path: Path, vocabulary: Vocabulary) -> None:
    intake = read(tmp_path, vocabulary, "Nr;Navn\n1;a\u2028b\x0bc\x85d\n2;e\n".encode())
    assert names(intake)[1] == "e"
    assert [cell.diagnostic.code for cell in intake.unreadable] == ["K768"]


def test_a_byte_that_windows_1252_leaves_open(tmp_path: Path, vocabulary: Vocabulary) -> None:
    intake = read(tmp_path, vocabulary, b"Nr;Navn\n1;\xe6\n2;\x81\n3;\x80\n", "windows-1252")
    assert names(intake) == ["æ", "€"]
    assert [row.reasons[0].message.en for row in intake.rejected_rows] == [
        "byte 14 of the file (0x81) cannot be read as windows-1252"
    ]


def test_the_first_foreign_byte_may_come_late(tmp_path: Path, vocabulary: Vocabulary) -> None:
    rows = b"".join(b"%d;x\n" % number for number in range(20_480))
    intake = read(tmp_path, vocabulary, b"\xef\xbb\xbfNr;Navn\n" + rows + b"a;\xe6\n" + "b;æ\n".encode())
    assert len(intake.records) == 20_481
    (row,) = intake.rejected_rows
    assert row.original == b"a;\xe6"
    assert f"byte {len(rows) + 13} " in row.reasons[0].message.en


def test_an_end_in_the_middle_of_a_letter(tmp_path: Path, vocabulary: Vocabulary) -> None:
    intake = read(tmp_path, vocabulary, "Nr;Navn\n1;æ\n2;æ".encode()[:-1])
    assert names(intake) == ["æ"]
    assert [row.reasons[0].code for row in intake.rejected_rows] == ["K742"]


def test_a_folder_in_place_of_a_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    read(tmp_path, vocabulary, b"Nr;Navn\n1;a\n")
    (tmp_path / "a.csv").unlink()
    (tmp_path / "a.csv").mkdir()
    profile, _, _ = profile_from(Source.of("profile.yaml", PROFILE.format(encoding="utf-8")), vocabulary)
    assert profile is not None
    intake = read_delivery(tmp_path, profile, vocabulary, as_of=date(2026, 1, 1))
    assert [problem.message.en for problem in intake.problems] == ["the file “a.csv” cannot be opened: it is a folder"]


def test_the_same_delivery_is_read_the_same_twice(tmp_path: Path, vocabulary: Vocabulary) -> None:
    told: list[tuple[str, int]] = []
    data = b"Nr;Navn\n1;a\n"
    first, second = read(tmp_path, vocabulary, data), read(tmp_path, vocabulary, data)
    assert (first.account, first.files) == (second.account, second.files)
    profile, _, _ = profile_from(Source.of("profile.yaml", PROFILE.format(encoding="utf-8")), vocabulary)
    assert profile is not None
    read_delivery(
        tmp_path, profile, vocabulary, as_of=date(2026, 1, 1), progress=lambda name, rows: told.append((name, rows))
    )
    assert told == [("a.csv", 1)]

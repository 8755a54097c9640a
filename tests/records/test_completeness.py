"""What a delivery may call complete."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from klausul.records import read_delivery, read_profile
from klausul_dsl.vocabulary import Vocabulary

PROFILE = """
delivered_on: 2024-01-31
encoding: utf-8
delimiter: ";"
decimal: ","
dates: [dd-mm-åååå]
complete:
  area: {}
  designation: { from: 2021-12-01 }
files:
  - file: areas.csv
    records:
      - type: area
        key: "Nr."
"""


def test_what_no_file_delivers_is_never_complete(tmp_path: Path, vocabulary: Vocabulary) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE, "utf-8")
    (tmp_path / "areas.csv").write_text("Nr.\nO1\n", "utf-8")
    profile, problems, _ = read_profile(tmp_path / "profile.yaml", vocabulary)
    assert profile is not None
    assert problems == []
    intake = read_delivery(tmp_path, profile, vocabulary, as_of=date(2024, 1, 31))
    assert set(intake.coverage) == {"area"}
    assert [warning.code for warning in intake.warnings] == ["K738"]

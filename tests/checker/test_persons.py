"""What a report tells of persons: nothing unless it is asked for, pseudonyms with a key, all with a flag."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from klausul.cli import run
from klausul.findings import Disclosure
from klausul.library import vocabulary

KEY = "0123456789abcdef"
POLICY = """klausul 1   sprog dansk

aftale personer
  titel da "Personer" en "Persons"
  gælder fra 1900-01-01
  bestemmelser "clauses.yaml"

regel alle_studerer   jf. 1
  kaldet en "all study"
  for hvert medlem   dateret efter født_den
  skal studerende

regel husstanden_er_stor   jf. 1
  kaldet en "the household is large"
  for hvert medlem   dateret efter født_den
  skal husstand.antal_personer er mindst 2
"""
"""Rules that no one would write: their subjects are persons."""
REGISTER = """agreement: personer
title: { da: Personer, en: Persons }
source: "made by hand for the tests"
clauses:
  - id: "1"
    title: { da: Alle, en: All }
    summary: { da: Alle., en: All. }
    status: checked
"""
PROFILE = """policy: ../personer
delivered_on: 2026-01-15
encoding: utf-8
delimiter: ";"
decimal: ","
dates: [yyyy-mm-dd]
yes: [Ja]
no: [Nej]
complete: { household_member: {} }
files:
  - file: members.csv
    records:
      - { type: household_member, key: CPR, fields: { student: S, household: H, born_on: D } }
"""
ROWS = """CPR;S;H;D
010190-1234;Nej;H-77;1990-01-01
020290-1234;;H-88;1990-02-02
"""
TOLD_OF = ("010190-1234", "020290-1234", "H-77", "H-88")


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    for name, text in {
        "personer/a.klausul": POLICY,
        "personer/clauses.yaml": REGISTER,
        "d/profile.yaml": PROFILE,
        "d/members.csv": ROWS,
        "key.txt": KEY + "\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path / "d"


def report(delivery: Path, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 1) -> str:
    assert run(["check", str(delivery), *arguments], {"SECRET": KEY}) == code
    shown = capsys.readouterr()
    return shown.out + shown.err


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_nothing_of_a_person_is_told_unasked(delivery: Path, capsys: pytest.CaptureFixture[str], form: str) -> None:
    told = report(delivery, capsys, "--format", form)
    findings = told[told.index('"kind":"finding"') :] if form == "jsonl" else told[told.index("Ikke overholdt (") :]
    assert not [word for word in (*TOLD_OF, "1990") if word in findings]
    assert not [word for word in TOLD_OF if word in told]
    assert "members.csv:2" in told


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_pseudonyms_are_the_same_in_every_run_with_a_key(
    delivery: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    key = str(delivery.parent / "key.txt")
    told = report(delivery, capsys, "--format", form, "--pseudonym-key", key)
    assert not [word for word in TOLD_OF if word in told]
    pseudonym = Disclosure(pseudonym_key=KEY.encode()).key("household_member", "010190-1234", vocabulary())
    assert str(pseudonym) in told
    assert told == report(delivery, capsys, "--format", form, "--pseudonym-key", "env:SECRET")
    if form == "jsonl":
        assert json.loads(told.splitlines()[0])["personal"] == "pseudonyms"


def test_the_flag_shows_all_and_stands_in_the_run_record(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = report(delivery, capsys, "--format", "jsonl", "--show-personal")
    assert "010190-1234" in told
    assert json.loads(told.splitlines()[0])["personal"] == "shown"
    assert "--show-personal" in report(delivery, capsys, "--show-personal")


def test_a_key_that_cannot_be_used(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (delivery.parent / "short.txt").write_text("abc", "utf-8")
    for named in ("nowhere.txt", "env:NOTHING", str(delivery.parent / "short.txt"), str(delivery)):
        assert "K826" in report(delivery, capsys, "--pseudonym-key", named, code=2)
    both = ("--pseudonym-key", "env:SECRET", "--show-personal")
    assert "K827" in report(delivery, capsys, *both, code=2)


def test_a_pseudonym_depends_on_key_type_and_number() -> None:
    words = vocabulary()
    one, other = Disclosure(pseudonym_key=b"0123456789abcdef"), Disclosure(pseudonym_key=b"0123456789abcdeg")
    told = one.key("household_member", "010190-1234", words)
    assert told is not None
    assert told.startswith("p-")
    assert told == one.key("household_member", "010190-1234", words)
    others = {
        other.key("household_member", "010190-1234", words),
        one.key("household", "010190-1234", words),
        one.key("household_member", "010190-1235", words),
    }
    assert len({told, *others}) == 4
    assert one.fingerprint != other.fingerprint
    assert one.key("estate", "201-01", words) == "201-01"


def test_without_a_key_a_person_is_not_named() -> None:
    words = vocabulary()
    assert Disclosure().key("household", "H1", words) is None
    assert Disclosure().fingerprint is None
    assert Disclosure(personal=True).key("household", "H1", words) == "H1"

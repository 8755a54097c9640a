"""Laws of admission: no row is lost, order does not matter, and batch admission agrees with JSON Schema."""

from __future__ import annotations

import csv
import io
import json
import random
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from klausul.records import Intake, display, profile_from, read_delivery
from klausul_dsl.source import Source
from klausul_dsl.values import Disagreement, Unreadable
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

RECORDS = Path(__file__).parents[2] / "schemas" / "records"
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in sorted(RECORDS.glob("*.json"))}
WORDS: Vocabulary = vocabulary_from(SCHEMAS.values())
TOP = """delivered_on: 2026-01-15
encoding: utf-8
delimiter: ";"
decimal: "."
dates: [yyyy-mm-dd]
yes: ["true"]
no: ["false"]
"""
FIELDS = ("household", "born_on", "citizenship", "student", "released_on")
MEMBERS = (
    TOP
    + """files:
  - file: a.csv
    records:
      - type: household_member
        key: member_id
        fields: FIELDS
""".replace("FIELDS", "{" + ", ".join(f"{name}: {name}" for name in FIELDS) + "}")
)
VACANCIES = (
    TOP
    + """files:
  - file: a.csv
    records: [{type: vacancy, key: vacancy_id, fields: {dwelling: dwelling, vacant_on: vacant_on}}]
"""
)


def read(text: str | bytes, profile: str) -> Intake:
    found, problems, _ = profile_from(Source.of("profile.yaml", profile), WORDS)
    assert found is not None, problems
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.csv").write_bytes(text.encode() if isinstance(text, str) else text)
        return read_delivery(
            Path(folder), found, WORDS, as_of=date(2025, 12, 31), period=(date(2023, 1, 1), date(2026, 12, 31))
        )


def table(header: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\n").writerows([header, *rows])
    return out.getvalue()


DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31)).map(date.isoformat)
BAD = st.sampled_from(["x", "2024-02-30", "24-01-01", "0099-01-01", "2024-01-01 ", "Danish", "dansk", "True", "nej"])
CELLS = {
    "household": st.sampled_from(["H1", "H2"]),
    "born_on": DAYS | BAD,
    "citizenship": st.sampled_from(["danish", "eu_eea_swiss", "other"]) | BAD,
    "student": st.sampled_from(["true", "false"]) | BAD,
    "released_on": DAYS | BAD,
}
MEMBER_ROWS = st.lists(st.fixed_dictionaries(CELLS), min_size=1, max_size=8)


def as_json(name: str, text: str) -> Any:
    """A cell as JSON Schema sees it: only what is common to the profile and the schema is translated."""
    text = text.strip()
    if name == "student":
        return {"true": True, "false": False}.get(text.casefold(), text)
    if name == "citizenship":
        return {"dansk": "danish", "Danish": "danish"}.get(text, text)
    return text


@settings(max_examples=150, deadline=None)
@given(MEMBER_ROWS)
def test_admission_agrees_with_json_schema(rows: list[dict[str, str]]) -> None:
    header = ("member_id", *FIELDS)
    lines = [(f"M{number}", *(row[name] for name in FIELDS)) for number, row in enumerate(rows)]
    intake = read(table(header, lines), MEMBERS)
    validator = Draft202012Validator(SCHEMAS["household_member"], format_checker=FormatChecker(["date"]))
    for record, line in zip(intake.records, lines, strict=True):
        instance = {name: as_json(name, text) for name, text in zip(header, line, strict=True)}
        wrong = {str(error.absolute_path[0]) for error in validator.iter_errors(instance)}
        for name in ("born_on", "released_on"):
            if instance[name] == "0099-01-01":
                wrong.add(name)
        assert {name for name, cell in record.cells.items() if isinstance(cell, Unreadable)} == wrong


KEYS = st.sampled_from(["V1", "V2", "V3", ""])
EVENT_DAYS = st.sampled_from(["2022-01-01", "2023-06-01", "2024-06-01", "2026-06-01", "", "?"])
EVENTS = st.lists(st.tuples(KEYS, st.sampled_from(["B1", "B2"]), EVENT_DAYS), min_size=1, max_size=12)


def meaning(intake: Intake) -> tuple[object, ...]:
    """What the rules can see of an intake."""
    records = sorted(
        (r.key, sorted((n, display(c), type(c).__name__) for n, c in r.cells.items())) for r in intake.records
    )
    lost = sorted(sorted((n, display(c)) for n, c in r.cells.items()) for r in intake.rejected)
    return records, lost, intake.account


@settings(max_examples=150, deadline=None)
@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[tuple[str, str, str]], shuffler: random.Random) -> None:
    header = ("vacancy_id", "dwelling", "vacant_on")
    shuffled = list(rows)
    shuffler.shuffle(shuffled)
    assert meaning(read(table(header, rows), VACANCIES)) == meaning(read(table(header, shuffled), VACANCIES))


@settings(max_examples=150, deadline=None)
@given(EVENTS)
def test_doubles_are_settled_and_counted(rows: list[tuple[str, str, str]]) -> None:
    intake = read(table(("vacancy_id", "dwelling", "vacant_on"), rows), VACANCIES)
    (line,) = intake.account
    assert line.received == len(rows)
    assert line.keys == len({key for key, *_ in rows if key})
    for record in intake.records:
        days = {day for key, _, day in rows if key == record.key}
        assert isinstance(record.cells["vacant_on"], Disagreement) == (len(days) > 1)


SPOILERS = st.sampled_from(
    [
        "",
        ";;",
        '"',
        'x;"y',
        ";",
        "I alt;;",
        "a;b;c;d",
        "vacancy_id;dwelling;vacant_on",
        "\0;a;b",
        '"a";b;"c',
        "é;æ;2024-01-01",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(SPOILERS | st.integers(0, 10**6).map(lambda n: f"V{n};B1;2024-01-01"), min_size=1, max_size=20), st.data()
)
def test_no_row_is_lost_and_clean_rows_keep_their_cells(lines: list[str], data: st.DataObject) -> None:
    encoded = [line.encode(data.draw(st.sampled_from(["utf-8", "cp1252"])), "replace") for line in lines]
    intake = read(b"\n".join([b"vacancy_id;dwelling;vacant_on", *encoded]), VACANCIES)
    if intake.problems:
        assert {problem.code for problem in intake.problems} <= {"K725", "K727"}
        return
    (line,) = intake.account
    clean = {text.split(";")[0] for text in lines if text.startswith("V")}
    assert clean <= {record.key for record in intake.records}
    assert line.received == line.admitted + line.outside + line.later + line.excluded + line.rejected + line.blank


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters=";\r\0", exclude_categories=["Cs"]), max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12))
def test_our_reader_and_the_csv_module_see_the_same_rows(rows: list[tuple[str, str]]) -> None:
    lines = [(f"V{number}", *row) for number, row in enumerate(rows)]
    text = table(("vacancy_id", "dwelling", "vacant_on"), lines)
    intake = read(text, VACANCIES)
    again = list(csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True))[1:]
    (line,) = intake.account
    assert (line.received, line.rejected) == (len(again), 0)
    assert {record.key for record in intake.records} <= {row[0] for row in again}

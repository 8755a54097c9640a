"""What is impossible is unknown, what is odd is kept, and neither makes a delivery more complete than it says."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from klausul.records import Intake, read_delivery, read_profile
from klausul_dsl.lookup import dated_fact
from klausul_dsl.values import NEVER, Unknown, Unreadable, World
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

RECORDS = Path(__file__).parents[2] / "schemas" / "records"
SCHEMAS = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in sorted(RECORDS.glob("*.json"))}
WORDS: Vocabulary = vocabulary_from(SCHEMAS.values())
TOP = """delivered_on: 2026-01-15
encoding: utf-8
delimiter: ";"
decimal: "."
dates: [yyyy-mm-dd]
"""


def read(folder: Path, profile: str, as_of: date = date(2026, 1, 15), **files: str) -> Intake:
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    (folder / "profile.yaml").write_text(TOP + profile, "utf-8")
    found, problems, _ = read_profile(folder / "profile.yaml", WORDS)
    assert found is not None, problems
    return read_delivery(folder, found, WORDS, as_of=as_of)


SHARES = ("outside_work_share", "convicted_share", "residents", "income_share")
FIGURES = """files:
  - file: a.csv
    records: [{type: key_figures, key: Nr, fields: {FIELDS}}]
""".replace("FIELDS", ", ".join(f"{name}: {name}" for name in SHARES))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(*[st.integers(-50, 350)] * len(SHARES)), min_size=1, max_size=6))
def test_what_the_schema_forbids_is_unreadable_and_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[int, ...]]
) -> None:
    lines = [f"{number};" + ";".join(map(str, row)) for number, row in enumerate(rows)]
    intake = read(tmp_path_factory.mktemp("d"), FIGURES, a="\n".join(["Nr;" + ";".join(SHARES), *lines]) + "\n")
    validator = Draft202012Validator(SCHEMAS["key_figures"])
    for record, row in zip(sorted(intake.records, key=lambda found: int(found.key)), rows, strict=True):
        instance = {"key_figures_id": "x", **dict(zip(SHARES, row, strict=True))}
        wrong = {str(error.absolute_path[0]) for error in validator.iter_errors(instance)}
        assert {name for name, cell in record.cells.items() if isinstance(cell, Unreadable)} == wrong


STATES = """complete:
  rehousing_period: { from: 2020-01-01 }
files:
  - file: a.csv
    records: [{type: rehousing_period, key: Nr, fields: {estate: E, scope: O, in_force_from: F, in_force_to: T}}]
  - file: b.csv
    records: [{type: estate, key: E}]
"""


def test_a_state_that_ends_before_it_begins_holds_on_no_day(tmp_path: Path) -> None:
    rows = "Nr;E;O;F;T\n1;E1;major;2024-07-01;2024-01-01\n"
    intake = read(tmp_path, STATES, a=rows, b="E\nE1\n")
    assert [cell.diagnostic.code for cell in intake.odd] == ["K771"]
    world = World(date(2026, 1, 15), intake.records, intake.coverage)
    estate = world.get("estate", "E1")
    assert estate is not None
    fact = WORDS.entities["estate"].dated["rehousing"]
    for day in (date(2023, 12, 31), date(2024, 1, 1), date(2024, 4, 1), date(2024, 7, 1), date(2024, 7, 2)):
        assert dated_fact(estate, fact, day, None, WORDS, world, lambda *_: None) is False


ORDERED = [(entity.name, first, second) for entity in WORDS.entities.values() for first, second in entity.order]


@pytest.mark.parametrize(("entity", "first", "second"), ORDERED)
def test_dates_that_were_swapped_are_warned_of(tmp_path: Path, entity: str, first: str, second: str) -> None:
    profile = f"files: [{{file: a.csv, records: [{{type: {entity}, key: Nr, fields: {{{first}: A, {second}: B}}}}]}}]\n"
    rows = "Nr;A;B\n1;2024-07-01;2024-01-01\n2;2024-01-01;2024-07-01\n3;2024-01-01;2024-01-01\n4;;2024-01-01\n"
    intake = read(tmp_path, profile, a=rows)
    assert [cell.diagnostic.code for cell in intake.odd] == ["K771"]


def test_pairs_of_dates_with_an_order_of_their_own_have_it() -> None:
    assert {
        ("study_check", "requested_on", "answered_on"),
        ("request", "requested_on", "answered_on"),
        ("step_down_term", "termination_requested_on", "terminated_on"),
        ("household_member", "born_on", "employed_from"),
        ("household_member", "cohabiting_since", "separated_on"),
        ("youth_tenancy", "starts_on", "ends_on"),
    } <= set(ORDERED)


def test_an_odd_value_is_a_fact_for_the_rules(tmp_path: Path) -> None:
    profile = "files: [{file: a.csv, records: [{type: dwelling, key: Nr, fields: {rent: Leje}}]}]\n"
    intake = read(tmp_path, profile, a="Nr;Leje\n1;-5\n")
    assert [record.cells["rent"] for record in intake.records] == [Fraction(-5)]
    assert [cell.diagnostic.code for cell in intake.odd] == ["K770"]
    assert intake.unreadable == ()


def test_completeness_ends_where_it_was_declared_however_late_the_audit(tmp_path: Path) -> None:
    profile = (
        "complete: { answer: {} }\n"
        "files: [{file: a.csv, records: [{type: answer, key: Nr, fields: {answered_on: D}}]}]\n"
    )
    intake = read(tmp_path, profile, as_of=date(2027, 1, 1), a="Nr;D\n1;2024-01-01\n")
    assert [warning.code for warning in intake.warnings] == ["K772"]
    assert intake.coverage["answer"].end == date(2026, 1, 15)
    assert not intake.coverage["answer"].reaches(date(2027, 1, 1))
    assert read(tmp_path, profile, a="Nr;D\n1;2024-01-01\n").warnings == ()


def test_a_blank_event_date_is_unknown_after_the_delivery(tmp_path: Path) -> None:
    from klausul_dsl.lookup import cell

    profile = (
        "complete: { vacancy: {} }\n"
        "files: [{file: a.csv, records: [{type: vacancy, key: Nr, fields: {vacant_on: D, notice_on: O}}]}]\n"
    )
    for as_of, happened in ((date(2026, 1, 15), False), (date(2026, 1, 16), None)):
        intake = read(tmp_path, profile, as_of=as_of, a="Nr;D;O\n1;2024-01-01;\n")
        world = World(as_of, intake.records, intake.coverage)
        found = cell(intake.records[0], "notice_on", WORDS, world, lambda *_: None)
        assert found == NEVER if happened is False else isinstance(found, Unknown)

"""The reports: the text against goldens in both languages, the JSON lines against their schema."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klausul.findings import (
    AccountRow,
    AmountSum,
    Audit,
    Choice,
    ControlTotal,
    Finding,
    Narrowing,
    OddCell,
    Place,
    RejectedRow,
    RunRecord,
    Tally,
    UnreadableCell,
    exit_code,
)
from klausul.findings.context import Context
from klausul.findings.naming import cite
from klausul.findings.privacy import PRIVATE
from klausul.library import schema
from klausul.report import write
from klausul.report.text.layout import WIDTH
from klausul_dsl.clauses import Reference, Status
from klausul_dsl.diagnostics import diagnose
from klausul_dsl.source import Span
from klausul_dsl.text import Language, Text

GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture
def audit(context: Context, findings: tuple[Finding, ...], tallies: tuple[Tally, ...]) -> Audit:
    policy = context.policy
    reading = policy.readings["share_period"]
    row = AccountRow(
        file="assignments.csv",
        entity="assignment",
        label=Text("anvisninger", "assignments"),
        received=1005,
        admitted=1003,
        outside=0,
        later=1,
        excluded=0,
        rejected=1,
        blank=0,
        keys=1004,
        first=date(2023, 1, 5),
        last=date(2024, 6, 3),
        sums=(AmountSum(field="rent", label=Text("husleje", "rent"), total=Fraction(123456789, 100)),),
    )
    run = RunRecord(
        version="0.1.0",
        agreement="aftale",
        title=policy.agreement.title,
        in_force=(policy.agreement.validity.start, policy.agreement.validity.end),
        delivery="leverance",
        as_of=context.world.as_of,
        personal="pseudonyms",
        pseudonym_key="abcdefgh",
        choices=(
            Choice(
                reading="share_period",
                label=reading.label,
                asks=reading.asks,
                clauses=cite(reading.references, context.registers),
                alternative="per_year",
                alternative_label=Text("pr. år", "per year"),
                default=True,
            ),
        ),
        policy_files={"aftale/a.klausul": "0" * 64},
        profile={"profile.yaml": "1" * 64},
        inputs={"assignments.csv": "2" * 64},
        account=(row,),
        controls=(
            ControlTotal(file="assignments.csv", column=None, total=Fraction(1005)),
            ControlTotal(file="assignments.csv", column="Leje", total=Fraction(12345, 10)),
        ),
        rejected_rows=(
            RejectedRow(
                place=Place(file="assignments.csv", line=7),
                entity_label=Text("anvisning", "assignment"),
                reasons=(diagnose("K750", Span("assignments.csv:7", 0, 0), column="Nr"),),
            ),
        ),
        unreadable=(
            UnreadableCell(
                place=Place(file="assignments.csv", line=9, column="Særlige"),
                entity_label=Text("anvisning", "assignment"),
                label=Text("opfylder særlige kriterier", "special criteria met"),
                text=PRIVATE,
                reason=diagnose(
                    "K766", Span("assignments.csv:9", 0, 0), text=Text("en værdi", "a value"), column="Særlige"
                ),
            ),
        ),
        odd=(
            OddCell(
                place=Place(file="assignments.csv", line=11, column="Anvist"),
                entity_label=Text("anvisning", "assignment"),
                label=Text("anvist den", "assigned on"),
                reason=diagnose(
                    "K770",
                    Span("assignments.csv:11", 0, 0),
                    text="“01-01-1924”",
                    column="Anvist",
                    limits=Text("fra 01-01-1990 til 31-12-2099", "from 1990-01-01 to 2099-12-31"),
                ),
            ),
        ),
        not_read=("ekstra.csv",),
        left_by_programs=(".DS_Store",),
        ignored_columns={"assignments.csv": ("Bemærkning",)},
        warnings=(),
        narrowing=Narrowing(),
        unreached=(("estate", Text("afdelinger", "estates"), 1),),
        by_status=((Status.GOAL, cite((Reference("aftale", "2"),), context.registers)),),
    )
    return Audit(run=run, tallies=tallies, findings=findings, measures=(), sources={})


@pytest.mark.parametrize("language", ["da", "en"])
def test_text_is_as_accepted(audit: Audit, language: Language, accept: bool) -> None:
    text = "\n".join(write(audit, "text", language)) + "\n"
    golden = GOLDENS / f"report.{language}.txt"
    if accept:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")
    assert max(map(len, text.splitlines())) <= WIDTH


def test_json_lines_keep_their_schema_and_are_the_same_bytes_again(audit: Audit) -> None:
    lines = list(write(audit, "jsonl", "da"))
    validator = Draft202012Validator(schema("finding"))
    for line in lines:
        kind = json.loads(line)["kind"]
        part = {**schema("finding"), "oneOf": [{"$ref": f"#/$defs/{kind}"}]}
        assert [
            f"{error.json_path}: {error.message}" for error in Draft202012Validator(part).iter_errors(json.loads(line))
        ] == []
        assert validator.is_valid(json.loads(line))
    assert [json.loads(line)["kind"] for line in lines] == ["run", *["finding"] * len(audit.findings)]
    assert lines == list(write(audit, "jsonl", "en"))


def test_the_account_adds_up_or_says_so(audit: Audit) -> None:
    assert audit.run.adds_up
    wrong = replace(audit.run.account[0], admitted=1000)
    broken = replace(audit, run=replace(audit.run, account=(wrong,)))
    assert "stemmer ikke" in "\n".join(write(broken, "text", "da"))


def test_exit_codes(audit: Audit) -> None:
    assert exit_code(audit) == 3
    row = replace(audit.run.account[0], admitted=1004, rejected=0)
    read = replace(audit, run=replace(audit.run, account=(row,), rejected_rows=(), unreadable=()))
    assert exit_code(read) == 1
    unchosen = tuple(replace(finding, chosen=False) for finding in audit.findings)
    assert exit_code(replace(read, findings=unchosen)) == 0


def test_cells_never_steer_the_terminal(audit: Audit) -> None:
    bell = UnreadableCell(
        place=Place(file="a.csv", line=1, column="x"),
        entity_label=Text("a", "a"),
        label=Text("x", "x"),
        text=Text("“\x1b[31m”", "“\x1b[31m”"),
        reason=diagnose("K766", Span("a.csv:1", 0, 0), text="“\x1b[31m”", column="x"),
    )
    text = "\n".join(write(replace(audit, run=replace(audit.run, unreadable=(bell,))), "text", "da"))
    assert "\x1b" not in text
    assert "\\x1b[31m" in text

"""Every form of norm and measure from the delivery to the page: reports, lines, narrowing, privacy, `explain`."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from klausul.audit import Request, audit
from klausul.cli import run
from klausul.findings import Audit
from klausul.library import load_agreement, schema
from klausul_dsl.sentences import Sentences
from klausul_dsl.text import Text

FORMS = Path(__file__).parent / "forms"
POLICY = (FORMS / "policies" / "forms").as_posix()
DELIVERY = FORMS / "delivery"
GOLDENS = Path(__file__).parent / "goldens"
NORMS = {
    "every_second": "hver_anden",
    "assessed": "vurderet_i_tide",
    "yearly_check": "årlig_kontrol",
    "forum": "forum",
    "few_youth_dwellings": "få_ungdomsboliger",
    "offered": "stillet_til_rådighed",
}


def check(*arguments: str, delivery: Path = DELIVERY) -> int:
    return run(["check", delivery.as_posix(), "--policy", POLICY, *arguments], {})


def lines(
    capsys: pytest.CaptureFixture[str], *arguments: str, delivery: Path = DELIVERY
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    check("--format", "jsonl", *arguments, delivery=delivery)
    first, *others = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return first, others


def of(found: list[dict[str, Any]], name: str) -> dict[str, dict[str, Any]]:
    """The chosen findings of a norm, or rows of a measure, by key and period."""
    return {
        f"{line['key']} {line['period'][0][:4] if line['period'] else ''}".strip(): line
        for line in found
        if line.get("norm", line.get("measure")) == name and line["chosen"]
    }


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_report_tells_every_form(language: str, capsys: pytest.CaptureFixture[str], accept: bool) -> None:
    assert check("--language", language) == 1
    text = capsys.readouterr().out.replace(FORMS.as_posix(), "forms")
    golden = GOLDENS / f"forms.{language}.txt"
    if accept:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_lines_keep_their_schema_and_are_the_same_for_shuffled_rows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, found = lines(capsys)
    whole = schema("finding")
    for line in (first, *found):
        part = {**whole, "oneOf": [{"$ref": f"#/$defs/{line['kind']}"}]}
        assert [error.message for error in Draft202012Validator(part).iter_errors(line)] == []
    kinds = [line["kind"] for line in found]
    assert kinds == sorted(kinds)
    ids = [line["id"] for line in found]
    assert len(set(ids)) == len(ids)
    shuffled = Path(shutil.copytree(DELIVERY, tmp_path / "delivery"))
    for path in shuffled.glob("*.csv"):
        head, *rows = path.read_text("utf-8").splitlines()
        path.write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")

    def told(items: list[dict[str, Any]]) -> dict[str, tuple[Any, ...]]:
        names = ("outcome", "required", "observed", "counted", "least", "most")
        keyless = (item for item in items if item.get("norm") != "few_youth_dwellings")
        return {item["id"]: tuple(str(item.get(name)) for name in names) for item in keyless}

    assert told(lines(capsys, delivery=shuffled)[1]) == told(found)


def test_a_population_is_the_sum_of_its_outcomes(capsys: pytest.CaptureFixture[str]) -> None:
    first, found = lines(capsys)
    sums = {tally["norm"]: sum(tally["outcomes"].values()) for tally in first["tallies"] if tally["chosen"]}
    assert sums == {
        "every_second": 17,
        "few_decisions": 17,
        "assessed": 7,
        "moved_out": 3,
        "yearly_check": 11,
        "forum": 3,
        "dialogue": 4,
        "agreed": 6,
        "few_youth_dwellings": 6,
    }
    told = Counter((line["norm"], line["outcome"]) for line in found if line["kind"] == "finding" and line["chosen"])
    for tally in (tally for tally in first["tallies"] if tally["chosen"]):
        for outcome in ("breach", "undetermined", "pending"):
            assert told[tally["norm"], outcome] == tally["outcomes"][outcome]
    assert first["unreached"] == {}


def test_a_sequence_that_is_behind_is_one_stretch_and_every_position_a_finding(
    capsys: pytest.CaptureFixture[str],
) -> None:
    check("--rule", "every_second")
    text = capsys.readouterr().out
    assert "afdeling E1, 7 i træk: nr. 2 til 8" in text
    _, found = lines(capsys, "--rule", "every_second")
    behind = [line for line in found if line["outcome"] == "breach" and line["run"]["key"] == "E1"]
    assert [(line["run"]["position"], line["run"]["required"]) for line in behind] == [
        (2, 1), (3, 1), (4, 2), (5, 2), (6, 3), (7, 3), (8, 4),
    ]  # fmt: skip


def test_how_many_are_met_is_told_where_it_tells_of_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = lines(capsys)
    assert {line["run"]["met"] for line in of(found, "every_second").values()} == {None}
    assert of(found, "few_decisions")["A06"]["run"] == {
        "entity": "organisation",
        "entity_label": {"da": "boligorganisation", "en": "organisation"},
        "key": "K1",
        "since": None,
        "position": 6,
        "required": 2,
        "met": 3,
        "unknown": 0,
    }
    _, open_ones = lines(capsys, "--show-personal")
    late = of(open_ones, "every_second")["A08"]
    assert (late["run"]["met"], late["run"]["required"]) == (3, 4)
    assert late["observed"]["da"] == "3 gør det"


def test_the_days_of_a_deadline(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = lines(capsys)
    assessed = of(found, "assessed")
    assert assessed["P1"]["due"] == {
        "due": {"state": "day", "day": "2025-02-28"},
        "happened": {"state": "day", "day": "2025-03-01"},
    }
    assert assessed["P1"]["observed"]["en"] == "it was done on 1 March 2025, 1 day late"
    assert assessed["P3"]["due"]["happened"] == {"state": "never", "day": None}
    assert assessed["P6"]["due"]["due"] == {"state": "unknown", "day": None}


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_a_deadline_does_not_tell_a_day_that_is_personal(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    check("--format", form, "--rule", "moved_out")
    told = capsys.readouterr().out
    assert not any(day in told for day in ("2024-06-30", "30-06-2024", "2024-09-30", "30. september 2024"))
    check("--format", form, "--rule", "moved_out", "--show-personal")
    shown = capsys.readouterr().out
    assert any(day in shown for day in ("2024-09-30", "30. september 2024"))


def test_a_duty_says_who_owes_it_and_is_of_the_agreement(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = lines(capsys, "--rule", "forum")
    late = of(found, "forum")["2024"]
    assert [party["name"] for party in late["owed_by"]] == ["municipality", "organisation"]
    assert (late["entity"], late["key"], late["entity_label"]["da"]) == ("", "", "aftalen")
    assert {fact["key"] for fact in late["facts"]} == {"M3", "M4"}


def test_a_measure_is_a_number_and_no_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    first, found = lines(capsys)
    row = of(found, "special")["E1 2025"]
    assert (row["least"], row["most"], row["fewest"], row["widest"]) == (0, 1, 3, 3)
    assert row["still_open"]
    assert row["expected"] == {"da": "50 %", "en": "50 %"}
    assert "outcome" not in row
    assert {tally["norm"] for tally in first["tallies"]}.isdisjoint({"special", "assigned", "offered"})
    assert check("--rule", "offered") == 0
    text = capsys.readouterr().out
    assert "ca. 84" in text
    assert "Der er intet kontrolleret" in text


@pytest.mark.parametrize(
    ("arguments", "kept", "measured"),
    [
        (("--estate", "E1"), {"A02", "A08", "A12"}, {"E1 2024"}),
        (("--period", "2025"), {"A11", "A12"}, {"E1 2025", "E2 2025"}),
        (("--clause", "1"), {"A02", "B04"}, {"E1 2024", "E2 2025"}),
    ],
)
def test_narrowing_is_of_what_is_told_and_not_of_what_counts(
    arguments: tuple[str, ...], kept: set[str], measured: set[str], capsys: pytest.CaptureFixture[str]
) -> None:
    whole = {line["id"]: line for line in lines(capsys)[1]}
    first, found = lines(capsys, *arguments)
    assert all(line == whole[line["id"]] for line in found)
    assert kept <= of(found, "every_second").keys() < of(list(whole.values()), "every_second").keys() | {"?"}
    assert measured <= of(found, "special").keys()
    narrowing = first["narrowing"]
    aside = narrowing["judgements_set_aside"] + narrowing["measures_set_aside"] + len(narrowing["norms_not_judged"])
    assert aside > 0


def test_a_period_narrows_deadlines_by_the_last_day_and_what_recurs_by_its_period(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, found = lines(capsys, "--period", "2025-08")
    assert of(found, "assessed").keys() == {"P4", "P5", "P6"}
    assert of(found, "yearly_check").keys() == {"U1 2025", "U4 2025"}
    assert "2025" in of(lines(capsys, "--period", "2025-04")[1], "forum")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", NORMS)
def test_explain_knows_every_form(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    word = NORMS[name] if language == "da" else name
    assert run(["explain", word, "--policy", POLICY, "--language", language], {}) == 0
    text = capsys.readouterr().out
    assert "forms.klausul:" in text
    assert ("Med ord" if language == "da" else "In words") in text


def test_readings_say_what_an_answer_makes_of_a_norm(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["readings", "--policy", POLICY, "--language", "en"], {}) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert ": every second" in text
    assert "in every calendar year (only calendar years that the youth tenancy runs all through): yearly check" in text


def test_the_clause_pages_have_every_form() -> None:
    pytest.importorskip("mkdocs")
    from klausul.site.agreement_page import agreement_page
    from klausul.site.clause_page import clause_page

    loaded = load_agreement(POLICY)
    clauses = loaded.registers["forms"].clauses.values()
    pages = "\n".join("\n".join(clause_page(clause, "forms", loaded, Sentences())) for clause in clauses)
    for title in ("Rækkefølge: hver", "Frist: vurderet", "Periodisk krav: årlig", "Pligt: forum", "Måling: stillet"):
        assert f"## {title}" in pages
    assert "Stillet til rådighed" in "\n".join(agreement_page(loaded, Sentences()))


def test_the_work_is_told_as_it_goes_by_the_words_of_the_policy() -> None:
    told: list[tuple[Text, int]] = []
    done = audit(Request(delivery=DELIVERY, policy=POLICY), progress=lambda what, number: told.append((what, number)))
    assert isinstance(done, Audit)
    assert (Text("hver anden", "every second"), 17) in told
    assert (Text("stillet til rådighed", "offered"), 4) in told
    assert (Text("anvisninger.csv", "anvisninger.csv"), 18) in told
    assert told[-1][0] == Text("fundene", "the findings")

"""The command line: exit codes, both languages, whole reports, and what it does not import."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klausul.cli import run
from klausul.cli.commands import COMMANDS
from klausul.library import schema

TINY = Path(__file__).parent / "tiny"
POLICY = (TINY / "policies" / "tiny").as_posix()
DELIVERY = (TINY / "delivery").as_posix()
GOLDENS = Path(__file__).parent / "goldens"


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    """A delivery that a test may spoil."""
    return Path(shutil.copytree(TINY / "delivery", tmp_path / "delivery"))


def check(*arguments: str, delivery: str = DELIVERY) -> int:
    return run(["check", delivery, "--policy", POLICY, *arguments], {})


@pytest.mark.parametrize("command", ["readings", "clauses list", "clauses verify tekst.txt", 'explain "de tre"'])
def test_where_no_agreement_is_named_the_whole_command_is_told(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(shlex.split(command), {}) == 2
    assert f"“klausul {command} --policy hoeje-taastrup-2023”" in capsys.readouterr().err


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_check_reads_like_a_report(language: str, capsys: pytest.CaptureFixture[str], accept: bool) -> None:
    assert check("--language", language) == 1
    text = capsys.readouterr().out.replace(TINY.as_posix(), "tiny")
    golden = GOLDENS / f"tiny.{language}.txt"
    if accept:
        golden.write_text(text, "utf-8")
    assert text == golden.read_text("utf-8")


def test_json_lines_are_whole_valid_and_the_same_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "one.jsonl", tmp_path / "two.jsonl"
    assert check("--format", "jsonl", "--output", str(first)) == 1
    assert check("--format", "jsonl", "--output", str(second), "--language", "en") == 1
    assert first.read_bytes() == second.read_bytes()
    validator = Draft202012Validator(schema("finding"))
    lines = [json.loads(line) for line in first.read_text("utf-8").splitlines()]
    assert all(validator.is_valid(line) for line in lines)
    assert [line["kind"] for line in lines] == ["run", "finding", "finding", "finding"]
    assert lines[0]["exit_code"] == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one.jsonl", "two.jsonl"]
    assert capsys.readouterr().out == ""


def test_shuffled_rows_give_the_same_findings(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def ids() -> list[tuple[str, str]]:
        lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        return [(line["id"], line["outcome"]) for line in lines[1:]]

    check("--format", "jsonl", delivery=str(delivery))
    before = ids()
    path = delivery / "assignments.csv"
    head, *rows = path.read_text("utf-8").splitlines()
    path.write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")
    check("--format", "jsonl", delivery=str(delivery))
    assert ids() == before


def test_exit_zero_hides_breaches_and_nothing_else(delivery: Path) -> None:
    assert check("--exit-zero") == 0
    path = delivery / "assignments.csv"
    path.write_text(path.read_text("utf-8") + ";2024-01-01;Ja;aftale\n", "utf-8")
    assert check("--exit-zero", delivery=str(delivery)) == 3


def test_an_unreadable_cell_gives_3_and_hides_what_is_private(
    delivery: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = delivery / "assignments.csv"
    path.write_text(path.read_text("utf-8").replace("A2;2024-02-05;Ja", "A2;2024-02-05;Kanhænde"), "utf-8")
    assert check(delivery=str(delivery)) == 3
    shown = capsys.readouterr()
    assert "Kanhænde" not in shown.out + shown.err
    assert "assignments.csv:3" in shown.out


def test_a_file_delivered_twice_does_not_fill_the_report(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"B{number};2024-01-05;Ja;aftale\n" for number in range(400))
    (delivery / "assignments.csv").write_text("Nr;Anvist;Opfyldt;Hjemmel\n" + rows, "utf-8")
    (delivery / "again.csv").write_text("Nr;Anvist;Opfyldt;Hjemmel\n" + rows + "\n", "utf-8")
    profile = delivery / "profile.yaml"
    text = profile.read_text("utf-8")
    part = text[text.index("  - file:") :].replace("assignments.csv", "again.csv")
    profile.write_text(text + part, "utf-8")
    assert check(delivery=str(delivery)) == 3
    report = capsys.readouterr().out
    assert "K752  Rækken er en gentagelse (400)" in report
    assert "again.csv, linje 7–401: 395 til" in report
    assert report.count("gentager linje") == 5
    assert report.count("= hjælp: se efter, om det er den samme fil i to udgaver") == 1
    assert "--format jsonl" in report
    assert len(report.splitlines()) < 60
    assert check("--format", "jsonl", delivery=str(delivery)) == 3
    run_record = json.loads(capsys.readouterr().out.splitlines()[0])
    assert len(run_record["rejected_rows"]) == 400
    assert {reason["code"] for row in run_record["rejected_rows"] for reason in row["reasons"]} == {"K752"}
    assert "samme fil" in run_record["rejected_rows"][0]["reasons"][0]["remedy"]["da"]


def test_files_that_the_profile_does_not_name_are_told(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (delivery / "more").mkdir()
    for name in ("extra.csv", "more/old.csv", ".DS_Store", "~$extra.xlsx"):
        (delivery / name).write_text("x", "utf-8")
    assert check(delivery=str(delivery)) == 1
    report = capsys.readouterr().out
    assert "Ikke læst, fordi profilen ikke nævner dem: extra.csv, more/old.csv." in report
    assert "Skjulte og midlertidige filer, heller ikke læst: .DS_Store, ~$extra.xlsx." in report
    check("--format", "jsonl", delivery=str(delivery))
    run_record = json.loads(capsys.readouterr().out.splitlines()[0])
    assert run_record["not_read"] == ["extra.csv", "more/old.csv"]
    assert run_record["left_by_programs"] == [".DS_Store", "~$extra.xlsx"]


def test_a_control_total_that_is_not_met_stops_the_run(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    profile = delivery / "profile.yaml"
    text = profile.read_text("utf-8")
    profile.write_text(text.replace("    records:", "    control: { rows: 5 }\n    records:"), "utf-8")
    assert check(delivery=str(delivery)) == 1
    assert "Afsenderens kontroltal stemmer: assignments.csv 5 rækker." in capsys.readouterr().out
    profile.write_text(text.replace("    records:", "    control: { rows: 7 }\n    records:"), "utf-8")
    assert check("--exit-zero", delivery=str(delivery)) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "har 5 rækker, men kontroltallet er 7: forskellen er -2" in shown.err


def test_a_run_that_judged_nothing_says_so(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--period", "2020", "--rule", "hjemmel_er_oplyst", delivery=str(delivery)) == 0
    closing = capsys.readouterr().out.split("Konklusion")[1]
    assert "Der er intet kontrolleret: afgrænsningen lader alle 4 forhold ude." in closing
    assert "Kode 0: alt, hvad profilen nævner, er læst, men intet er afgjort." in closing
    path = delivery / "assignments.csv"
    path.write_text("Nr;Anvist;Opfyldt;Hjemmel\n", "utf-8")
    profile = delivery / "profile.yaml"
    profile.write_text(
        profile.read_text("utf-8").replace("    records:", "    may_be_empty: true\n    records:"), "utf-8"
    )
    assert check("--language", "en", delivery=str(delivery)) == 0
    closing = capsys.readouterr().out.split("Conclusion")[1]
    assert "Nothing was judged: no rule had anything to judge." in closing
    assert "no breach" not in closing
    path.write_text("Nr;Anvist;Opfyldt;Hjemmel\nA3;2024-03-05;Nej;beslutning\n", "utf-8")
    assert check("--clause", "1", delivery=str(delivery)) == 0
    assert "Ingen regel har gjaldt for noget af det kontrollerede." in capsys.readouterr().out
    path.write_text("Nr;Anvist;Opfyldt;Hjemmel\nA4;2024-04-05;;aftale\n", "utf-8")
    assert check("--clause", "1", delivery=str(delivery)) == 0
    closing = capsys.readouterr().out.split("Konklusion")[1]
    assert "Intet er afgjort: alt, der kunne kontrolleres (1 i alt), kan ikke afgøres." in closing
    assert "ikke fundet brud" not in closing


def test_no_breach_gives_0(delivery: Path) -> None:
    path = delivery / "assignments.csv"
    path.write_text("Nr;Anvist;Opfyldt;Hjemmel\nA1;2024-01-05;Ja;aftale\n", "utf-8")
    assert check(delivery=str(delivery)) == 0


def test_a_chosen_reading_changes_the_outcome(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--reading", "hvilken_hjemmel=al_hjemmel") == 1
    text = capsys.readouterr().out
    assert "which basis: al hjemmel" in text or "hvilken hjemmel: al hjemmel" in text
    assert "anvisning A3" in text


def test_a_narrowed_run_says_what_it_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--rule", "hjemmel_er_oplyst") == 0
    text = capsys.readouterr().out
    assert "Kontrollen er afgrænset" in text
    assert "Ikke kontrolleret: særlige kriterier." in text
    assert check("--period", "2024-02") == 0
    assert "forhold ligger uden for afgrænsningen" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--reading", "hvilken_hjemel=al_hjemmel"], "K801"),
        (["--reading", "hvilken_hjemmel=ingen"], "K802"),
        (["--reading", "hvilken_hjemmel"], "K803"),
        (["--rule", "særlige_kriterie"], "K804"),
        (["--clause", "9.9"], "K805"),
        (["--estate", "E1"], "K806"),
        (["--as-of", "30.06.2024"], "K807"),
        (["--period", "2024-13"], "K808"),
        (["--clause", "2", "--rule", "særlige_kriterier"], "K824"),
        (["--bogus"], "K822"),
        (["--output", "/nowhere/at/all.txt"], "K818"),
    ],
)
def test_wrong_use_is_a_diagnostic_and_gives_2(
    arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(*arguments) == 2
    assert f"fejl[{code}]" in capsys.readouterr().err
    assert check(*arguments, "--language", "en") == 2
    assert f"error[{code}]" in capsys.readouterr().err


def test_a_missing_folder_or_agreement_gives_2(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert check(delivery=str(tmp_path / "nowhere")) == 2
    assert "K810" in capsys.readouterr().err
    assert run(["check", DELIVERY, "--policy", "hoeje-tastrup-2023"], {}) == 2
    assert "K811" in capsys.readouterr().err
    assert run(["check", DELIVERY, "--policy", str(tmp_path)], {}) == 2
    assert "K813" in capsys.readouterr().err


def test_the_profile_names_the_agreement_and_the_command_may_name_another(
    delivery: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    profile = delivery / "profile.yaml"
    text = profile.read_text("utf-8")
    assert run(["check", str(delivery)], {}) == 2
    shown = capsys.readouterr().err
    assert "fejl[K825]" in shown
    assert "almenboligloven, almenlejeloven, hoeje-taastrup-2023" in shown
    shutil.copytree(TINY / "policies" / "tiny", delivery.parent / "tiny")
    profile.write_text("policy: ../tiny\n" + text, "utf-8")
    assert run(["check", str(delivery)], {}) == 1
    profile.write_text("policy: hoeje-tastrup-2023\n" + text, "utf-8")
    capsys.readouterr()
    assert run(["check", str(delivery), "--language", "en"], {}) == 2
    shown = capsys.readouterr().err
    assert "error[K811]" in shown
    assert "profile.yaml:1:9" in shown
    assert "did you mean “hoeje-taastrup-2023”?" in shown
    assert check(delivery=str(delivery)) == 1


def test_a_broken_profile_is_told_before_any_agreement_is_read(
    delivery: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (delivery / "profile.yaml").write_text("policy: [a]\n", "utf-8")
    assert run(["check", str(delivery)], {}) == 2
    shown = capsys.readouterr().err
    assert "K706" in shown
    assert "K704" in shown


def test_an_audit_before_the_agreement_is_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert check("--as-of", "2022-06-30") == 0
    assert "advarsel[K823]" in capsys.readouterr().out


def test_a_bug_of_ours_is_reported_without_its_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("010190-1234")

    monkeypatch.setattr("klausul.audit.audit", fail)
    assert check() == 70
    shown = capsys.readouterr()
    assert "K900" in shown.err
    assert "010190" not in shown.out + shown.err


def test_an_interrupted_run_leaves_no_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    assert check("--output", str(tmp_path / "report.txt")) == 130
    assert list(tmp_path.iterdir()) == []


def test_examples_lint_readings_and_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["test", POLICY], {}) == 0
    assert "alle som forventet" in capsys.readouterr().out
    assert run(["lint", POLICY], {}) == 0
    capsys.readouterr()
    assert run(["readings", "--policy", POLICY], {"KLAUSUL_LANGUAGE": "en"}) == 0
    assert "Holds where none is chosen" in capsys.readouterr().out
    assert run(["explain", "særlige_kriterier", "--policy", POLICY], {}) == 0
    text = capsys.readouterr().out
    assert "regel særlige_kriterier" in text
    assert "kriterierne er ikke opfyldt" in text
    assert run(["explain", "K801"], {}) == 0
    assert "K801" in capsys.readouterr().out
    assert run(["explain", "K999"], {}) == 2
    assert "K819" in capsys.readouterr().err


def test_format_keeps_what_is_canonical_and_mends_what_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.klausul"
    text = (TINY / "policies" / "tiny" / "tiny.klausul").read_text("utf-8")
    path.write_text(text.replace("  for hver", "    for   hver"), "utf-8")
    assert run(["format", "--check", str(tmp_path)], {}) == 1
    assert "K821" in capsys.readouterr().err
    assert run(["format", str(tmp_path)], {}) == 0
    assert run(["format", "--check", str(tmp_path)], {}) == 0
    assert run(["format", str(tmp_path / "nowhere")], {}) == 2
    assert "K820" in capsys.readouterr().err


def test_a_register_is_refused_at_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(TINY / "policies" / "tiny", tmp_path / "tiny"))
    path = folder / "clauses.yaml"
    path.write_text(path.read_text("utf-8").replace("status: checked", "status: goal", 1), "utf-8")
    assert run(["lint", str(folder)], {}) == 2
    shown = capsys.readouterr().out
    assert "K816" in shown
    assert "clauses.yaml:5:" in shown
    assert "“reason”" in shown


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_command_has_help(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    for entry in COMMANDS:
        assert run([entry.name, "--help", "--language", language], {}) == 0
        assert ("Tilvalg" if language == "da" else "Options") in capsys.readouterr().out


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
@pytest.mark.parametrize("arguments", [["check", DELIVERY, "--policy", POLICY], ["explain", "K801"], ["--help"]])
def test_a_reader_that_stops_reading_ends_the_run_quietly(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    script = "import sys; from klausul.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments], stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, "")


def test_help_imports_nothing_heavy() -> None:
    script = (
        "import sys; from klausul.cli import run; code = run(['--help'], {}); "
        "print(code, sorted({'duckdb', 'jsonschema', 'sqlglot', 'lark', 'yaml', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 []"

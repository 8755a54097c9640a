"""`klausul coverage`: exit codes, both forms and languages, accepted changes, and the shipped statute."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from klausul.cli import run
from klausul.data import data_folder
from klausul.library import schema
from klausul.records.yaml_tree import parse_yaml
from klausul_dsl.source import Source

TINY = Path(__file__).parent / "tiny" / "policies" / "tiny"


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """An agreement that a test may spoil."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))


def accept(policy: Path, item: str, change: str, reason: str = "{ da: derfor }") -> None:
    entry = f"accepted:\n  - item: {item}\n    change: {json.dumps(change, ensure_ascii=False)}\n    reason: {reason}\n"
    (policy / "accepted-mutants.yaml").write_text(entry, "utf-8")


def covered(policy: Path, *arguments: str) -> int:
    return run(["coverage", policy.as_posix(), *arguments], {})


def survivors(policy: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, dict[str, str]]]:
    covered(policy, "--mutate", "--format", "json")
    found: list[dict[str, dict[str, str]]] = json.loads(capsys.readouterr().out)["mutants"]["survivors"]
    return found


def test_the_report_says_what_is_missing_in_both_languages(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(policy) == 0
    danish = capsys.readouterr().out
    assert "2 regler, 1 eksempel." in danish
    assert "- intet eksempel prøver svaret “al hjemmel”" in danish
    assert "Ændringer" not in danish
    assert covered(policy, "--language", "en") == 0
    english = capsys.readouterr().out
    assert "2 rules, 1 example." in english
    assert "- no example of compliance" in english


def test_less_than_the_threshold_gives_1(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(policy, "--fail-under", "5") == 0
    assert covered(policy, "--fail-under", "99,5") == 1
    for wrong in ("alt", "-1", "101"):
        assert covered(policy, f"--fail-under={wrong}") == 2
        assert "K832" in capsys.readouterr().err


def test_json_tells_the_same(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(policy, "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["kind"], found["form"], found["mutants"]) == ("coverage", 1, None)
    first = next(clause for clause in found["clauses"] if clause["clause"] == "1")
    assert (first["rules"], first["examples"]) == (["special_criteria"], 1)
    assert first["points"] - first["shown"] == len(first["missing"])
    assert first["missing"][0]["place"]["file"].endswith("tiny.klausul")


def test_a_survivor_gives_1_until_each_has_a_reason(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(policy, "--mutate") == 1
    text = capsys.readouterr().out
    assert "hverken opdaget eller begrundet" in text
    alive = survivors(policy, capsys)
    entries = [f"  - item: {one['item']}\n    change: {json.dumps(one['change']['en'])}\n" for one in alive]
    listed = "".join(dict.fromkeys(f"{entry}    reason: {{ en: not yet }}\n" for entry in entries))
    (policy / "accepted-mutants.yaml").write_text(f"accepted:\n{listed}", "utf-8")
    assert covered(policy, "--mutate") == 0
    assert "Accepteret med en begrundelse" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("item", "change", "reason", "code"),
    [
        ("hjemmel", "det modsatte af kravet", "{ da: derfor }", "K833"),
        ("hjemmel_er_oplyst", "noget andet", "{ da: derfor }", "K834"),
        ("særlige_kriterier", "det modsatte af kravet", "{ da: derfor }", "K835"),
        ("særlige_kriterier", "det modsatte af kravet", "derfor", "K836"),
    ],
)
def test_a_reason_for_nothing_gives_2(
    item: str, change: str, reason: str, code: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    accept(policy, item, change, reason)
    assert covered(policy, "--mutate") == 2
    shown = capsys.readouterr().err
    assert f"fejl[{code}]" in shown
    assert "accepted-mutants.yaml:" in shown


def test_examples_that_do_not_hold_are_no_coverage(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = policy / "tiny.klausul"
    text.write_text(text.read_text("utf-8").replace("forvent ikke overholdt", "forvent overholdt"), "utf-8")
    assert covered(policy) == 2
    assert "K831" in capsys.readouterr().err


def test_a_list_that_is_no_text_is_told(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (policy / "accepted-mutants.yaml").write_bytes(b"\xff\xfe")
    assert covered(policy, "--mutate") == 2
    assert "K814" in capsys.readouterr().err


def test_the_shipped_statute_has_no_survivor_without_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["coverage", "almenboligloven", "--mutate", "--fail-under", "98", "--language", "en"], {}) == 0
    assert "0 are neither noticed nor accepted" in " ".join(capsys.readouterr().out.split())


def test_shipped_lists_keep_their_schema() -> None:
    from klausul.library.register import read_checked

    paths = sorted(data_folder("policies").glob("*/accepted-mutants.yaml"))
    assert paths
    Draft202012Validator.check_schema(dict(schema("accepted-mutants")))
    for path in paths:
        source = Source.of(path.name, path.read_text("utf-8"))
        assert parse_yaml(source)[0] is not None
        assert not read_checked(source, schema("accepted-mutants"), "K836")[2]


SENTENCES = """agreement: tiny
sentences:
  - id: 1-01
    clause: "1"
    summary: { da: "Kriterierne skal være opfyldt.", en: "The criteria must be met." }
    actor: [municipality]
    kind: obligation
    status: checked
    rules: [særlige_kriterier]
    anchor: "skal opfylde de særlige kriterier"
  - id: 1-02
    clause: "1"
    summary: { da: "Aftalen gælder.", en: "The agreement applies." }
    actor: [parties]
    kind: information
    status: information
    reason: { da: "En oplysning.", en: "Information." }
    anchor: "aftalen gælder"
"""


def test_each_checked_sentence_is_measured_by_what_states_it(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (policy / "sentences").mkdir()
    (policy / "sentences" / "1.yaml").write_text(SENTENCES, "utf-8")
    assert covered(policy) == 0
    text = " ".join(capsys.readouterr().out.split())
    assert "0 af 1 kontrollerede sætninger er vist helt" in text
    assert "- 1-01: " in text
    assert "(særlige kriterier)" in text
    assert covered(policy, "--fail-under", "5") == 1, "no sentence is shown"
    capsys.readouterr()
    assert covered(policy, "--format", "json") == 0
    (sentence,) = json.loads(capsys.readouterr().out)["sentences"]
    assert sentence["sentence"] == "1-01"
    assert 0 < sentence["points"] - sentence["shown"] == len(sentence["missing"])


def test_without_a_register_no_sentence_is_counted(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert covered(policy, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["sentences"] == []

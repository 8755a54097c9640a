"""`klausul readings` on a delivery: how many outcomes each answer would change, as choosing it shows."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from klausul.audit import Request, audit
from klausul.cli import run
from klausul.findings import Audit, Finding, turned
from klausul_dsl.outcomes import Outcome

HERE = Path(__file__).parent
TINY = HERE / "tiny" / "policies" / "tiny"
EXAMPLE = HERE.parents[1] / "examples" / "hoeje-taastrup"


@pytest.fixture
def delivery(tmp_path: Path) -> Path:
    """A delivery that names its policy."""
    folder = Path(shutil.copytree(HERE / "tiny" / "delivery", tmp_path / "delivery"))
    with (folder / "profile.yaml").open("a", encoding="utf-8") as file:
        file.write(f"policy: {TINY.as_posix()}\n")
    return folder


def audited(delivery: Path, *readings: str) -> Audit:
    done = audit(Request(delivery=delivery, readings=readings))
    assert isinstance(done, Audit)
    return done


def outcomes(done: Audit) -> dict[tuple[str, str, object], Outcome]:
    def place(finding: Finding) -> tuple[str, str, object]:
        return finding.norm, finding.key, finding.period

    return {place(finding): finding.outcome for finding in done.chosen}


@pytest.mark.parametrize("answer", ["al_hjemmel"])
def test_what_an_answer_would_change_is_what_choosing_it_changes(delivery: Path, answer: str) -> None:
    before, after = audited(delivery), audited(delivery, f"hvilken_hjemmel={answer}")
    was, becomes = outcomes(before), outcomes(after)
    changed = Counter(outcome for place, outcome in becomes.items() if was.get(place) is not outcome)
    assert changed
    assert Counter(turned(before)["which_basis", "al_hjemmel"].outcomes) == changed


def test_the_report_says_how_many_in_both_languages(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["readings", delivery.as_posix()], {}) == 0
    assert "» al_hjemmel ville ændre 1 udfald til: ikke overholdt 1" in capsys.readouterr().out
    assert run(["readings", delivery.as_posix(), "--language", "en"], {}) == 0
    assert "» al_hjemmel would change 1 outcome to: breach 1" in capsys.readouterr().out
    assert run(["readings", delivery.as_posix(), "--reading", "hvilken_hjemmel=al_hjemmel"], {}) == 0
    assert "» kun_aftale ville ændre 1 udfald" in capsys.readouterr().out


def test_a_delivery_that_cannot_be_judged_is_told(delivery: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["readings", (delivery / "nothing").as_posix()], {}) == 2
    assert run(["readings", delivery.as_posix(), "--as-of", "i går"], {}) == 2
    (delivery / "assignments.csv").unlink()
    assert run(["readings", delivery.as_posix()], {}) == 3
    assert "K8" in capsys.readouterr().err


def test_the_example_of_a_reading_is_one_whose_outcome_turns_on_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["readings", "--policy", "noerrevang-2025"], {}) == 0
    assert "Eksempel: mor og voksen søn arbejder 25 timer hver: er det begge voksne?" in capsys.readouterr().out

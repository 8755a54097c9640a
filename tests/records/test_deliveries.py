"""The corpus of deliveries: each folder is read, and what the user sees is compared with `expected.txt`."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from klausul.records import Intake, display, read_delivery, read_profile
from klausul_dsl.codes import CATALOGUE
from klausul_dsl.diagnostics import Diagnostic, render
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "deliveries"
CASES = sorted(path.name for path in CORPUS.iterdir() if path.is_dir())
ELSEWHERE = {
    "K734": "a file that changes while it is read: test_opening",
    "K735": "a file of 65,536 lines: test_opening",
    "K746": "a field of over two million letters: test_opening",
}
PERIOD = (date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("case", CASES)
def test_what_the_user_sees(case: str, vocabulary: Vocabulary, accept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CORPUS / case)
    seen = "\n".join(_told(vocabulary, language) for language in LANGUAGES)
    golden = Path("expected.txt")
    if accept:
        golden.write_text(seen, "utf-8")
    assert seen == golden.read_text("utf-8")


def _told(vocabulary: Vocabulary, language: Language) -> str:
    profile, problems, source = read_profile(Path("profile.yaml"), vocabulary)
    sources = {source.file: source}
    if profile is None:
        return f"# {language}\n" + _listed(problems, sources, language)
    intake = read_delivery(Path(), profile, vocabulary, as_of=profile.day, period=PERIOD)
    reasons = [reason for row in intake.rejected_rows for reason in row.reasons]
    cells = [cell.diagnostic for cell in intake.unreadable]
    odd = [cell.diagnostic for cell in intake.odd]
    told = _listed([*intake.problems, *reasons, *cells, *odd, *intake.warnings], sources, language)
    return f"# {language}\n" + told + (_figures(intake) if language == "en" else "")


def _listed(problems: list[Diagnostic], sources: dict[str, Source], language: Language) -> str:
    return "".join(render(problem, sources, language) + "\n" for problem in problems)


def _figures(intake: Intake) -> str:
    lines = ["# account"]
    for line in intake.account:
        sums = " ".join(f"{name}={display(amount)}" for name, amount in line.sums)
        lines.append(
            f"{line.file} {line.entity}: received {line.received} = admitted {line.admitted} + outside {line.outside} "
            f"+ later {line.later} + excluded {line.excluded} + rejected {line.rejected} + blank {line.blank}; "
            f"{line.first}..{line.last}; {line.keys} keys; {sums}".rstrip("; ")
        )
    lines.append("# records")
    for record in intake.records:
        cells = ", ".join(f"{name}={display(cell)}" for name, cell in record.cells.items())
        lines.append(f"{record.entity} {record.key}: {cells}")
    lines += [f"set aside: {record.entity} {record.key}" for record in intake.rejected]
    lines += [f"ignored: {file} {column}" for file, column in intake.ignored]
    return "\n".join(lines) + "\n"


def test_every_code_has_an_example() -> None:
    codes = {code for code in CATALOGUE if code.startswith("K7")}
    shown = {
        code for case in CASES for code in re.findall(r"\[(K7\d\d)\]", (CORPUS / case / "expected.txt").read_text())
    }
    assert codes - shown == set(ELSEWHERE)


@pytest.mark.parametrize("case", [case for case in CASES if case.startswith("K")])
def test_a_case_shows_the_code_in_its_name(case: str) -> None:
    assert f"[{case[:4]}]" in (CORPUS / case / "expected.txt").read_text("utf-8")

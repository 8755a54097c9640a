"""The corpus of deliveries: each folder is read, and what the user sees is kept beside it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from klausul.mistakes import changed
from klausul.records import Intake, display, read_delivery, read_profile
from klausul_dsl.diagnostics import Diagnostic, render
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language
from klausul_dsl.vocabulary import Vocabulary

ROOT = Path(__file__).parents[2]
MISTAKES = ROOT / "mistakes"
"""One example of each code, which `klausul explain` shows; other deliveries stand in the corpus of the tests."""
CASES = sorted(
    path
    for folder in (MISTAKES, ROOT / "tests" / "corpus" / "deliveries")
    for path in folder.iterdir()
    if path.is_dir()
)
PERIOD = (date(2023, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_the_user_sees(case: Path, vocabulary: Vocabulary, accept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(case)
    seen = {case.parent / f"{case.name}.{language}.txt": _told(vocabulary, language) for language in LANGUAGES}
    for golden, text in {**seen, case / "account.txt": _account(vocabulary)}.items():
        if accept:
            golden.write_text(text, "utf-8")
        assert text == golden.read_text("utf-8")


def _told(vocabulary: Vocabulary, language: Language) -> str:
    problems, sources, intake = _taken(vocabulary)
    if intake is None:
        return _listed(problems, sources, language)
    reasons = [reason for row in intake.rejected_rows for reason in row.reasons]
    cells = [cell.diagnostic for cell in intake.unreadable]
    odd = [cell.diagnostic for cell in intake.odd]
    return _listed([*intake.problems, *reasons, *cells, *odd, *intake.warnings], sources, language)


def _account(vocabulary: Vocabulary) -> str:
    intake = _taken(vocabulary)[2]
    return "" if intake is None else _figures(intake)


def _taken(vocabulary: Vocabulary) -> tuple[list[Diagnostic], dict[str, Source], Intake | None]:
    profile, problems, source = read_profile(Path("profile.yaml"), vocabulary)
    sources = {source.file: source}
    if profile is None:
        return problems, sources, None
    return problems, sources, read_delivery(Path(), profile, vocabulary, as_of=profile.day, period=PERIOD)


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


@pytest.mark.parametrize(
    "case", sorted(path for path in MISTAKES.iterdir() if path.is_dir()), ids=lambda case: case.name
)
def test_the_mended_delivery_is_not_told_of(
    case: Path, vocabulary: Vocabulary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = case.name[:4]
    assert f"[{code}]" in (MISTAKES / f"{case.name}.da.txt").read_text("utf-8")
    mends = yaml.safe_load((MISTAKES / "mends.yaml").read_text("utf-8")).get(code)
    if mends is None:
        return
    folder = Path(shutil.copytree(case, tmp_path / "delivery"))
    texts = {path: path.read_text("utf-8") for path in folder.iterdir() if path.suffix in {".csv", ".yaml"}}
    assert [wrong for wrong in mends if not any(wrong in text for text in texts.values())] == []
    for path, text in texts.items():
        path.write_text(changed(text, mends), "utf-8")
    monkeypatch.chdir(folder)
    assert f"[{code}]" not in _told(vocabulary, "da")

"""`klausul clauses`: the register of sentences, held against the policy and against a copy of the text."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from klausul.cli import run
from klausul.data import data_folder

TINY = Path(__file__).parent / "tiny" / "policies" / "tiny"
REGISTERS = Path(__file__).parent / "tiny" / "registers"
SHIPPED = "hoeje-taastrup-2023"
OFFICIAL = os.environ.get("KLAUSUL_AGREEMENT_TEXT")
"""A copy of the official text of the shipped agreement, which is not the project's to ship."""
REASON = '    reason: { da: "Et mål er med.", en: "An aim is among them." }\n'
TEXT = """1. KRITERIER

Hver anvisning skal opfylde de
særlige krite-
rier. Målet er en blandet beboersammensætning.

2. HJEMMEL

Ved hver anvisning skal hjem-
len oplyses.
"""


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """An agreement with registers, which a test may spoil."""
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    shutil.copytree(REGISTERS, folder, dirs_exist_ok=True)
    return folder


def copied(policy: Path, text: str) -> str:
    """A text in a file beside the agreement's folder."""
    path = policy.parent / "aftale.txt"
    path.write_text(text, "utf-8")
    return path.as_posix()


def verify(policy: Path, text: str, *more: str) -> int:
    return run(["clauses", "verify", copied(policy, text), "--policy", policy.as_posix(), *more], {})


def linted(policy: Path, capsys: pytest.CaptureFixture[str]) -> str:
    run(["lint", policy.as_posix()], {})
    return capsys.readouterr().out


def test_sound_registers_have_nothing_wrong(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert linted(policy, capsys).strip().endswith("ingen fejl")


def test_every_sentence_is_listed_with_its_rules_or_its_reason(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["clauses", "list", "--policy", policy.as_posix()], {}) == 0
    shown = capsys.readouterr().out
    assert "3 sætninger: kontrolleres 2; målsætning 1" in shown
    assert "→ hjemmel_er_oplyst" in shown
    assert "Et mål uden tal." in shown
    assert run(["clauses", "list", "--status", "goal", "--policy", policy.as_posix(), "--language", "en"], {}) == 0
    shown = capsys.readouterr().out
    assert "The aim is mixed estates." in shown
    assert "The basis must be given." not in shown
    assert run(["clauses", "list", "--policy", policy.as_posix(), "--language", "en"], {}) == 0
    assert "→ special_criteria" in capsys.readouterr().out


def test_anchors_are_found_across_line_ends_and_hyphens(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(policy, TEXT) == 0
    assert "3 af 3 citater fundet i rækkefølge" in capsys.readouterr().out


def test_a_text_with_a_blank_line_after_every_line_is_the_same_text(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spaced = "\n\n".join(line for line in TEXT.split("\n") if line)
    assert verify(policy, spaced) == 0
    assert "Hvert afsnit er dækket." in capsys.readouterr().out


def test_what_vanished_moved_or_is_not_covered_is_named(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = TEXT.replace("Målet er en blandet beboersammensætning.", "")
    assert verify(policy, gone) == 1
    assert "Findes ikke i teksten" in (shown := capsys.readouterr().out)
    assert "1-02" in shown
    added = TEXT + "\nParterne mødes en gang om året.\n"
    assert verify(policy, added) == 1
    shown = capsys.readouterr().out
    assert "Afsnit, som ingen sætning dækker" in shown
    assert "linje 12  Parterne mødes en gang om året." in shown
    first, second = TEXT.split("2. HJEMMEL")
    assert verify(policy, f"2. HJEMMEL{second}\n{first}") == 1
    shown = capsys.readouterr().out
    assert "Står et andet sted i teksten" in shown
    assert "2-01" in shown.split("Står et andet sted")[1]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("sentences/1.yaml", "kind: goal\n", "kind: håb\n", "K841"),
        ("sentences/1.yaml", "    reason: {", "    grund: {", "K841"),
        ("sentences/1.yaml", "agreement: tiny", "agreement: tinny", "K854"),
        ("ambiguities/1.yaml", "agreement: tiny", "agreement: tinny", "K854"),
        ("clauses.yaml", "agreement: tiny", "agreement: tinny", "K854"),
        ("sentences/1.yaml", "id: 1-02", "id: 1-01", "K842"),
        ("sentences/1.yaml", 'clause: "2"', 'clause: "9"', "K843"),
        ("sentences/1.yaml", "[hjemmel_er_oplyst]", "[hjemlen_er_oplyst]", "K844"),
        ("sentences/1.yaml", 'clause: "2"', 'clause: "1"', "K845"),
        ("sentences/1.yaml", "[hjemmel_er_oplyst]", "[særlige_kriterier]", "K846"),
        ("sentences/1.yaml", "[særlige_kriterier]", "[hvilken_hjemmel]", "K847"),
        ("ambiguities/1.yaml", "[hvilken_hjemmel]", "[hvilken_hjelm]", "K848"),
        ("ambiguities/1.yaml", "hjemlen gør en forskel", "hjemlen gør forskellen", "K849"),
        ("ambiguities/1.yaml", "hjemlen gør en forskel", "kriterierne er ikke opfyldt", "K850"),
        ("ambiguities/1.yaml", "kind: reading\n    readings: [hvilken_hjemmel]", "kind: gap", "K850"),
        ("ambiguities/1.yaml", "kind: reading\n    readings: [hvilken_hjemmel]", "kind: no_effect", "K851"),
        ("ambiguities/1.yaml", 'clauses: ["1"]', 'clauses: ["7"]', "K843"),
        ("clauses.yaml", "    reason: {", "    # reason: {", "K856"),
        (
            "clauses.yaml",
            'must be given." }\n    status: checked',
            f'must be given." }}\n    status: goal\n{REASON}',
            "K856",
        ),
        (
            "sentences/1.yaml",
            "kind: obligation\n    status: checked",
            f"kind: goal\n    status: goal\n{REASON}",
            "K856",
        ),
        ("wording.yaml", "agreement: tiny", "agreement: tinny", "K854"),
        ("wording.yaml", "words: ", "words: -", "K841"),
        ("wording.yaml", "stretches:", "stykker:", "K841"),
        ("wording.yaml", 'from: "2-01", ', 'sentence: "2-01", ', "K841"),
        ("sentences/1.yaml", "anchor: hjemlen oplyses", "anchor: hjemlen", "K855"),
    ],
)
def test_a_register_that_does_not_fit_its_policy_is_told(
    file: str, old: str, new: str, code: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["clauses", "verify", copied(policy, TEXT), "--policy", policy.as_posix(), "--record"], {})
    text = (policy / file).read_text("utf-8")
    assert old in text
    (policy / file).write_text(text.replace(old, new), "utf-8")
    assert f"[{code}]" in (shown := linted(policy, capsys))
    assert f"tiny/{file}:" in shown or code in {"K846", "K851", "K855", "K856"}


def test_the_site_shows_every_sentence_and_ambiguity_in_both_languages(policy: Path) -> None:
    pytest.importorskip("mkdocs")
    from klausul.library import load_agreement, registered
    from klausul.site.ambiguity_page import ambiguity_page
    from klausul.site.clause_page import clause_page
    from klausul.site.sentence_page import sentence_page

    loaded = load_agreement(policy.as_posix())
    listed = registered(loaded).listed
    matrix = "\n".join(sentence_page(loaded, listed))
    assert "[særlige kriterier](1.md#p-special-criteria)<details><summary>2 eksempler</summary>" in matrix
    assert "[special criteria](1.md#p-special-criteria)<details><summary>2 examples</summary>" in matrix
    assert "hjemlen gør en forskel – <i>ikke relevant, ikke overholdt</i></li>" in matrix
    assert "Et mål uden tal." in matrix
    clause = "\n".join(clause_page(loaded.registers["tiny"].clauses["1"], "tiny", loaded, listed))
    assert "Målet er blandede afdelinger." in clause
    assert "{ #p-special-criteria }" in clause
    assert "[A1](uklarheder.md#a1)" in clause
    open_ = "\n".join(ambiguity_page(loaded, listed))
    assert "Both answers can be defended." in open_
    assert "hjemlen gør en forskel" in open_


def test_an_agreement_without_a_register_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(TINY, tmp_path / "tiny"))
    assert run(["clauses", "list", "--policy", folder.as_posix()], {}) == 2
    assert "K852" in capsys.readouterr().err


def test_a_text_that_cannot_be_read_is_told(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in (("nothing.txt", None), ("aftale.docx", b"PK\x03\x04\xff\xfe")):
        if content is not None:
            (policy.parent / name).write_bytes(content)
        path = (policy.parent / name).as_posix()
        assert run(["clauses", "verify", path, "--policy", policy.as_posix()], {}) == 2
        assert "K853" in capsys.readouterr().err


def test_a_text_beside_its_agreement_needs_no_other_name(capsys: pytest.CaptureFixture[str]) -> None:
    text = data_folder("policies") / "noerrevang-2025" / "aftale.txt"
    assert run(["clauses", "verify", text.as_posix()], {}) == 0
    shown = capsys.readouterr().out
    assert "31 af 31 citater fundet i rækkefølge." in shown
    assert "Hvert afsnit er dækket." in shown


def test_a_text_beside_no_agreement_needs_one(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(policy, TEXT) == 0
    capsys.readouterr()
    assert run(["clauses", "verify", (policy.parent / "aftale.txt").as_posix()], {}) == 2
    assert "K812" in capsys.readouterr().err


def test_other_words_between_the_quotations_are_told_with_their_clause_and_line(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify(policy, TEXT) == 0
    assert "aftalen har ingen wording.yaml" in " ".join(capsys.readouterr().out.split())
    assert verify(policy, TEXT, "--record") == 0
    assert "Ordlyden er skrevet ned i" in capsys.readouterr().out
    assert "hjemlen" not in (policy / "wording.yaml").read_text("utf-8").partition("agreement:")[2]
    assert verify(policy, TEXT) == 0
    assert "er de samme, som da fortegnelsen blev lavet" in capsys.readouterr().out
    changed = TEXT.replace("Ved hver anvisning skal", "Ved hver fjerde anvisning kan")
    assert verify(policy, changed) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "1 Kriterier / 2 Hjemmel fra 1-02 “" in shown
    assert "8 ord dengang, 9 nu" in shown
    assert verify(policy, changed, "--language", "en") == 1
    assert "8 words then, 9 now" in capsys.readouterr().out
    assert verify(policy, changed, "--record") == 0
    assert verify(policy, changed) == 0


def test_a_text_that_does_not_fit_is_not_recorded(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(policy, TEXT.replace("hjem-\nlen", "grunden"), "--record") == 1
    assert "Findes ikke i teksten" in capsys.readouterr().out
    assert not (policy / "wording.yaml").exists()


def test_a_wording_of_other_quotations_approves_nothing(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(policy, TEXT, "--record") == 0
    sentences = policy / "sentences" / "1.yaml"
    sentences.write_text(sentences.read_text("utf-8").replace("skal opfylde de særlige", "de særlige"), "utf-8")
    capsys.readouterr()
    assert verify(policy, TEXT) == 1
    assert "(K855)" in capsys.readouterr().out
    assert verify(policy, TEXT, "--record") == 0
    assert verify(policy, TEXT) == 0


@pytest.mark.skipif(OFFICIAL is None, reason="no copy of the official text is given in KLAUSUL_AGREEMENT_TEXT")
@pytest.mark.parametrize(
    "changed",
    [
        lambda text: re.sub(r"færre end 1\.000", "færre end 5.000", text),
        lambda text: text.replace("30. september 2022. Det", "31. december 2029. Det"),
        lambda text: text.replace("stk. 1 og 3 skal", "stk. 1 og 3 kan"),
        lambda text: text.replace("udløber 31. december 2026", "udløber 31. december 2030"),
        lambda text: text.replace("mellem 30 og 45 m2", "mellem 20 og 90 m2"),
        lambda text: text.replace("udtrykt af begge parter", "udtrykt af kommunen"),
    ],
)
def test_a_changed_official_text_is_not_approved(
    changed: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert OFFICIAL is not None
    text = Path(OFFICIAL).read_text("utf-8")
    path = tmp_path / "aftale.txt"
    path.write_text(changed(text), "utf-8")
    assert changed(text) != text
    assert run(["clauses", "verify", path.as_posix(), "--policy", SHIPPED], {}) == 1
    assert "Andre ord, end da fortegnelsen blev lavet" in capsys.readouterr().out


@pytest.mark.skipif(OFFICIAL is None, reason="no copy of the official text is given in KLAUSUL_AGREEMENT_TEXT")
@pytest.mark.parametrize("printed", [lambda text: text, lambda text: unicodedata.normalize("NFD", text)])
def test_the_register_covers_the_official_text(
    printed: Callable[[str], str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert OFFICIAL is not None
    path = tmp_path / "aftale.txt"
    path.write_text(printed(Path(OFFICIAL).read_text("utf-8")), "utf-8")
    code = run(["clauses", "verify", path.as_posix(), "--policy", SHIPPED], {})
    shown = capsys.readouterr().out
    assert (code, "Hvert afsnit er dækket." in shown, "er de samme" in shown) == (0, True, True)

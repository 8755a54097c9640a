"""The pages of an agreement and of the codes, and the colours of a policy text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from klausul.library import load_agreement, registered
from klausul_dsl.codes import CATALOGUE
from klausul_dsl.sentences import Sentences

pytest.importorskip("mkdocs")

TINY = Path(__file__).parent / "tiny" / "policies" / "tiny"


def test_a_clause_page_has_rule_prose_reading_and_example() -> None:
    from klausul.site.clause_page import clause_page

    loaded = load_agreement(TINY.as_posix())
    clause = loaded.registers["tiny"].clauses["1"]
    page = "\n".join(clause_page(clause, "tiny", loaded, Sentences()))
    assert page.startswith("# 1 Kriterier")
    assert "```klausul\nregel særlige_kriterier" in page
    assert '=== "English"' in page
    assert "Gælder kravet kun ved aftale?" in page
    assert "ikke overholdt" in page


def test_the_index_lists_every_clause() -> None:
    from klausul.site.agreement_page import agreement_page

    page = "\n".join(agreement_page(load_agreement(TINY.as_posix()), Sentences()))
    assert "[1](1.md)" in page
    assert "[2](2.md)" in page


def test_a_danish_page_has_english_in_tabs_only() -> None:
    from klausul.site.agreement_page import agreement_page
    from klausul.site.clause_page import clause_page

    loaded = load_agreement("hoeje-taastrup-2023")
    page = "\n".join(
        clause_page(loaded.registers["hoeje_taastrup_2023"].clauses["3.2"], "hoeje_taastrup_2023", loaded, Sentences())
    )
    outside = re.sub(r'^( *)=== "English"\n(?:\1    .*\n|\n)*', "", page, flags=re.MULTILINE)
    outside = re.sub(r"```.*?```|{ #[\w-]+ }", "", outside, flags=re.DOTALL)
    assert not re.search(r"\b(?:the|and|must|is|of)\b", outside)
    assert "- Andelen opgøres, alt efter fortolkningen “andelens gruppe”" in outside
    assert "Gælder fra den 1. januar 2023 til den 31. december 2026." in "\n".join(agreement_page(loaded, Sentences()))


def test_a_clause_is_marked_as_its_sentences_come_to() -> None:
    from klausul.site.agreement_page import agreement_page
    from klausul.site.marks import standing
    from klausul.site.sentence_page import sentence_page

    loaded = load_agreement("hoeje-taastrup-2023")
    listed = registered(loaded).listed
    clauses = loaded.registers["hoeje_taastrup_2023"].clauses

    def marked(number: str) -> str:
        own = [sentence for sentence in listed.sentences if sentence.clause.word == number]
        return re.sub("<.*?>", "", standing(clauses[number], own, "da"))

    assert marked("5.7") == "opgøres"
    assert re.fullmatch(r"kontrolleres delvis: \d+ af 17 helt", marked("3"))
    assert all(not marked(clause).startswith("kontrolleres") or "delvis" in marked(clause) for clause in clauses)
    acts = load_agreement("almenboligloven").registers["almenboligloven"].clauses.values()
    assert any(standing(clause, (), "en").endswith(">checked in part</span>") for clause in acts)
    index = "\n".join(agreement_page(loaded, listed))
    assert re.search(r"\[Ingen anvisning på niveau 3\]\(3-4\.md#p-\S+\)", index)
    matrix = "\n".join(sentence_page(loaded, listed))
    rows = {row.split("|")[1].strip().replace("&#8209;", "-"): row for row in matrix.split("\n") if "| " in row}
    for number in ("3-01", "3-08", "3.1-02", "4.3-07"):
        assert re.search(r"<summary>\d+ example.*<li>.* – <i>", rows[number])


def test_the_invented_agreement_is_shown_whole() -> None:
    from klausul.site.ambiguity_page import ambiguity_page
    from klausul.site.clause_page import clause_page
    from klausul.site.sentence_page import sentence_page

    loaded = load_agreement("noerrevang-2025")
    listed = registered(loaded).listed
    matrix = "\n".join(sentence_page(loaded, listed))

    def shown(number: str) -> str:
        return f"| {number.replace('-', '&#8209;')} |"

    assert [sentence.id for sentence in listed.sentences if matrix.count(shown(sentence.id)) != 2] == []
    assert "## [Bilag 1 Laveste og højeste andel](bilag-1.md)" in matrix
    open_ = "\n".join(ambiguity_page(loaded, listed))
    assert [item.id for item in listed.ambiguities if f"## {item.id} " not in open_] == []
    clauses = loaded.registers["noerrevang_2025"].clauses.values()
    pages = {clause.id: "\n".join(clause_page(clause, "noerrevang_2025", loaded, listed)) for clause in clauses}
    assert pages["bilag 1"].startswith("# Bilag 1 Laveste og højeste andel\n")
    assert "skal udlejningen ske til en husstand i arbejde, til en pendler," in pages["3.2"]
    assert "fra 2027-01-01 for B1 er 60 %" in pages["bilag 1"]


@pytest.mark.parametrize("name", sorted(CATALOGUE))
def test_every_code_has_a_page_with_its_message(name: str) -> None:
    from klausul.site.code_pages import code_page

    page = "\n".join(code_page(CATALOGUE[name]))
    assert page.startswith(f"# {name} ")
    assert f"fejl[{name}]" in page or f"advarsel[{name}]" in page
    assert f"error[{name}]" in page or f"warning[{name}]" in page


def test_the_lexer_knows_the_words_of_both_languages() -> None:
    from pygments.token import Error, Keyword, Name

    from klausul.site.highlight import KlausulLexer

    texts = [path.read_text("utf-8") for path in TINY.parents[3].parent.glob("policies/**/*.klausul")]
    texts += ["klausul 1   language english\n\nrule a_rule   under 3.3\n  for each assignment\n  must not happen\n"]
    for text in texts:
        tokens = list(KlausulLexer().get_tokens(text))
        assert not [value for kind, value in tokens if kind is Error]
    found = {value: kind for kind, value in tokens}
    assert found["rule"] is Keyword.Declaration
    assert found["a_rule"] is Name.Function
    assert found["must not happen"] is Keyword
    assert found["3.3"] is Name.Label

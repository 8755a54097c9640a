"""Formatting keeps the tree and every comment, and formatting twice changes nothing."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klausul_dsl import syntax
from klausul_dsl.clauses import parse_reference
from klausul_dsl.formatter import format_file
from klausul_dsl.formatter.translate import translate
from klausul_dsl.parser import parse
from klausul_dsl.pipeline import load_policy
from klausul_dsl.source import Source
from klausul_dsl.text import Language
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "good" / "layout"
PATHS = sorted(CORPUS.glob("*.klausul"))
WORD = re.compile(r'"[^"\n]*"|#[^\n]*|[^\s#"]+')


def tree(text: str) -> syntax.File:
    parsed = parse(Source.of("test.klausul", text))
    assert [problem.message.en for problem in parsed.diagnostics] == []
    return parsed.file


def plain(node: Any) -> Any:
    """The tree with every clause reference in its canonical form."""
    if isinstance(node, syntax.Cite):
        return parse_reference(node.text) or node.text
    if isinstance(node, tuple):
        return tuple(plain(part) for part in node)
    if isinstance(node, syntax.Node):
        return type(node), tuple(plain(getattr(node, part.name)) for part in fields(node) if part.compare)
    return node


def comments(file: syntax.File) -> list[str]:
    return sorted(comment.text for comment in file.comments)


def assert_kept(text: str) -> str:
    before = tree(text)
    once = format_file(before)
    after = tree(once)
    assert plain(after) == plain(before)
    assert comments(after) == comments(before)
    assert format_file(after) == once
    return once


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_formatted_text(path: Path, accept: bool) -> None:
    shown = assert_kept(path.read_text("utf-8"))
    golden = path.with_suffix(".formatted")
    if accept:
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")
    assert all(line == line.rstrip() for line in shown.split("\n"))


def with_comments(text: str, places: list[tuple[int, bool]]) -> str:
    """The text with comments between its words; the header stays whole and an item's first word at the margin."""
    header, body = text.split("\n", 1)
    words = list(WORD.finditer(body))
    pieces, last = [], 0
    for number, (place, own_line) in enumerate(sorted({place % len(words): own for place, own in places}.items())):
        word = words[place]
        if word.group().startswith("#"):
            continue
        at = word.end()
        rest = body[at : body.find("\n", at) if "\n" in body[at:] else len(body)]
        if rest.strip().startswith("#") or '"' in rest[:1]:
            continue
        comment = f"\n      # c{number}" if own_line else f" # c{number}"
        pieces += [body[last:at], comment, "\n    " if rest.strip() else ""]
        last = at
    return header + "\n" + "".join(pieces) + body[last:]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
@given(places=st.lists(st.tuples(st.integers(0, 10_000), st.booleans()), min_size=1, max_size=8))
@settings(max_examples=60, deadline=None)
def test_comments_anywhere_are_kept(path: Path, places: list[tuple[int, bool]]) -> None:
    original = path.read_text("utf-8")
    text = with_comments(original, places)
    parsed = parse(Source.of("test.klausul", text))
    if not parsed.diagnostics and plain(parsed.file) == plain(tree(original)):
        assert_kept(text)


def test_a_comment_keeps_its_place() -> None:
    text = (
        "klausul 1   language english\n\n"
        "# above the rule\n"
        "rule a                                              under 3.3\n"
        "  # above the population\n"
        "  for each letting  # behind it\n"
        "  where   let_on is known  # first\n"
        "          # between\n"
        "          and letting_type is flexible\n"
        "  must not happen\n\n"
        "# at the end\n"
    )
    assert format_file(tree(text)) == text


def test_comments_apart_stay_apart() -> None:
    text = (
        "# before the header\n"
        "# as well\n"
        "klausul 1   language english\n\n"
        "# what the file is about\n\n"
        "# a section\n\n"
        "# a rule\n"
        "rule a                                              under 3.3\n"
        "  for each letting\n"
        "  must not happen\n\n"
        "# at the end\n\n"
        "# of it all\n"
    )
    assert format_file(tree(text)) == text


def test_names_and_numbers_in_the_other_language() -> None:
    file = tree(
        "klausul 1 language english\n"
        "parameter limit: percent for organisation under almenboligloven § 59(7)\n"
        "  from 2024-01-01 is 1.5 %\n"
        "rule a under 3.3\n  for each offer\n  must some offer\n"
    )
    words = of(file, "organisation", "boligorganisation") | of(file, "offer", "tilbud")
    shown = format_file(file, "da", words, frozenset(of(file, "offer", "")))
    assert shown.split("\n")[2:] == [
        "parameter limit: procent for boligorganisation      jf. almenboligloven § 59, stk. 7",
        "  fra 2024-01-01 er 1,5 %",
        "",
        "regel a                                             jf. 3.3",
        "  for hvert tilbud",
        "  skal mindst et tilbud",
        "",
    ]


def test_the_plural_comes_back_from_a_language_where_it_is_the_singular(vocabulary: Vocabulary) -> None:
    text = """klausul 1   language english

agreement a
  title "A"
  in force from 2023-01-01
  clauses "clauses.yaml"

quota some_of_them
  of youth_tenancies
  where number of study_checks is at least 1
  taken together
  per calendar year
  at least 1/3
  must be municipally_assigned

example "three"  for some_of_them
  given 3 youth_tenancies on 2023-06-01
  expect breach
"""
    text = format_file(tree(text))
    there = translated(text, "da", vocabulary)
    assert "af ungdomslejemål\n" in there
    assert translated(there, "en", vocabulary) == text


def translated(text: str, language: Language, vocabulary: Vocabulary) -> str:
    found = load_policy({"a": {"a": text}}, vocabulary, {})
    return translate(found.trees["a"], language, found.words, vocabulary)


def names(node: Any) -> list[tuple[str, Any]]:
    if isinstance(node, syntax.Name):
        return [(node.word, node.span)]
    if isinstance(node, tuple):
        return [pair for part in node for pair in names(part)]
    if isinstance(node, syntax.Node):
        return [pair for part in fields(node) for pair in names(getattr(node, part.name))]
    return []


def of(file: syntax.File, word: str, other: str) -> dict[Any, str]:
    return {span: other for written, span in names(file) if written == word}


def test_a_tree_without_places_is_printed() -> None:
    bound = syntax.Bound(comparison="at least", numerator=Fraction(1), denominator=3, rounding="down")
    file = syntax.File(
        version=1,
        language="en",
        items=(
            syntax.Quota(
                name=syntax.Name(word="q"),
                cites=(syntax.Cite(text="section 9a"),),
                parts=(
                    syntax.Population(entity=syntax.Name(word="vacancies")),
                    bound,
                    syntax.End(day=date(2024, 1, 31)),
                ),
            ),
        ),
    )
    assert format_file(file) == (
        "klausul 1   language english\n\n"
        "quota q                                             under section 9a\n"
        "  of vacancies\n"
        "  at least 1/3 rounded down\n"
        "  to 2024-01-31\n"
    )

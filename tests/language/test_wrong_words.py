"""A policy in which one word or value is another: what no longer holds is told in place, and nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from fractions import Fraction
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from klausul_dsl import syntax as s
from klausul_dsl.checks import CHECKS
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.parser import parse
from klausul_dsl.prose import sentences
from klausul_dsl.resolve import Resolved, Unit, resolve
from klausul_dsl.source import Source
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary

CORPUS = Path(__file__).parents[1] / "corpus" / "good"
FILES = {"sample_2023": ("sample.en", "sample.da", "norms.en", "norms.da"), "sample": ("examples", "prose/forms")}
PATHS = [(agreement, CORPUS / f"{name}.klausul") for agreement, names in FILES.items() for name in names]
NOTHING = Text("", "")
CLAUSES = ("3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "6")
UNKNOWN = "xyzzy"
WORDS: dict[Language, tuple[str, ...]] = {
    "en": (UNKNOWN, "estate", "designation", "assigned_on", "level", "convicted_limit"),
    "da": (UNKNOWN, "afdeling", "udpegning", "anvist_den", "niveau", "grænse_for_dømte"),
}
VALUES: tuple[s.Expression, ...] = (
    s.NumberLiteral(value=Fraction(3), unit="PERCENT"),
    s.DateLiteral(value=date(2024, 1, 31)),
    s.TextLiteral(value="x"),
    s.YesNoLiteral(value=True),
)


def variants(node: Any, others: Iterator[s.Node], wanted: str) -> Iterator[tuple[s.Node, Any]]:
    """The tree with one node replaced by the next of others, wherever one is wanted, and the node that stood there."""
    for part in fields(node):
        there = getattr(node, part.name)
        inside = there if isinstance(there, tuple) else (there,)
        for index, old in enumerate(inside):
            if not isinstance(old, s.Node):
                continue
            changed = [(old, replace(next(others), span=old.span))] if wanted in str(part.type) else []
            for what, new in (*changed, *variants(old, others, wanted)):
                filled = (*inside[:index], new, *inside[index + 1 :])
                yield what, replace(node, **{part.name: filled if isinstance(there, tuple) else new})


def resolved(file: s.File, agreement: str, vocabulary: Vocabulary) -> Resolved:
    clauses = {name: Clause(name, NOTHING, NOTHING, Status.CHECKED) for name in CLAUSES}
    return resolve([Unit(agreement, file)], agreement, vocabulary, {agreement: Register(agreement, NOTHING, clauses)})


def told(found: Resolved) -> list[Any]:
    assert found.policy is not None
    tables: tuple[Any, ...] = (found.policy.definitions, found.policy.classifications, found.policy.norms)
    return [node for table in tables for node in table.values()]


def assert_told_well(problems: tuple[Diagnostic, ...]) -> None:
    for problem in problems:
        for language in LANGUAGES:
            assert problem.message[language]
            assert not {"{", "}"} & set(problem.message[language] + problem.hint[language])


@pytest.mark.parametrize(("agreement", "path"), PATHS, ids=lambda value: getattr(value, "stem", value))
def test_another_word_or_value(agreement: str, path: Path, vocabulary: Vocabulary) -> None:
    file = parse(Source.of(path.name, path.read_text("utf-8"))).file
    words = [s.Name(word=word, spelt=word) for word in WORDS[file.language]]
    changed = [*variants(file, cycle(words), "Name"), *variants(file, cycle(VALUES), "Expression")]
    before = told(resolved(file, agreement, vocabulary))
    for _, tree in changed:
        found = resolved(tree, agreement, vocabulary)
        assert_told_well(found.diagnostics)
        policy = found.policy
        if policy is None or found.diagnostics:
            continue
        assert_told_well(tuple(problem for check in CHECKS for problem in check(policy, vocabulary)))
        for node in told(found):
            for language in LANGUAGES if node not in before else ():
                assert all(line.endswith(".") for line in sentences(node, policy, vocabulary, language))


@pytest.mark.parametrize(("agreement", "path"), PATHS, ids=lambda value: getattr(value, "stem", value))
def test_an_unknown_word_is_told_where_it_stands(agreement: str, path: Path, vocabulary: Vocabulary) -> None:
    """Every name that is used; what declares a name, or is the key of a record, may be any word."""
    file = parse(Source.of(path.name, path.read_text("utf-8"))).file
    before = resolved(file, agreement, vocabulary).words
    unknown = cycle([s.Name(word=UNKNOWN, spelt=UNKNOWN)])
    for old, tree in variants(file, unknown, "Name"):
        found = resolved(tree, agreement, vocabulary)
        told = [problem.span for problem in found.diagnostics]
        free = found.words.get(old.span) is not None or old.span not in before
        assert free or any(span.start <= old.span.start and old.span.end <= span.end for span in told), old

"""The phases in order: parse, resolve, check. Texts, vocabulary and registers come in as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from klausul_dsl import syntax
from klausul_dsl.checks import CHECKS
from klausul_dsl.clauses import Register
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.parser import Parsed, parse
from klausul_dsl.repeated import once
from klausul_dsl.resolve import Unit, resolve
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Text, name_of
from klausul_dsl.typed import Policy
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Loaded:
    """A policy as read and checked. `policy` is None where there are errors: nothing is judged with a broken policy.

    `trees` are the syntax trees by file name; `words` says how each name is written in both languages, by its span.
    """

    policy: Policy | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    trees: Mapping[str, syntax.File]
    words: Mapping[Span, Text]


def load_policy(
    texts: Mapping[str, Mapping[str, str]],
    vocabulary: Vocabulary,
    registers: Mapping[str, Register],
    *,
    parsed: Callable[[Source], Parsed] = parse,
) -> Loaded:
    """Read an agreement and those it uses. `texts` gives the files of each agreement by name, the main one first.

    `parsed` gives what a text is when it is parsed; it may remember texts that it saw before.
    """
    sources: dict[str, Source] = {}
    trees: dict[str, syntax.File] = {}
    units: list[Unit] = []
    problems: list[Diagnostic] = []
    broken: frozenset[str] = frozenset()
    for agreement, files in texts.items():
        lost = False
        for name, text in files.items():
            sources[name] = Source.of(name, text)
            found = parsed(sources[name])
            trees[name] = found.file
            units.append(Unit(agreement, found.file))
            problems += found.diagnostics
            broken |= found.broken_names
            lost |= found.agreement_lost
        if not lost:
            problems += _headless(agreement, [unit.file for unit in units if unit.agreement == agreement], broken)
    if not units:
        return Loaded(None, tuple(problems), sources, trees, {})
    resolved = resolve(units, next(iter(texts)), vocabulary, registers, broken)
    problems += resolved.diagnostics
    policy = resolved.policy
    if policy is not None and not any(item.severity is Severity.ERROR for item in problems):
        for check in CHECKS:
            problems += check(policy, vocabulary)
    failed = policy is None or any(item.severity is Severity.ERROR for item in problems)
    ordered = sorted(
        once(problems, [item.span for unit in units for item in unit.file.items if isinstance(item, syntax.Example)]),
        key=lambda item: (list(sources).index(item.span.file) if item.span.file in sources else -1, item.span.start),
    )
    return Loaded(None if failed else policy, tuple(ordered), sources, trees, resolved.words)


def _headless(agreement: str, files: list[syntax.File], broken: frozenset[str]) -> list[Diagnostic]:
    """The problem that no file of a folder declares the agreement, or that one declares another."""
    found = [item for file in files for item in file.items if isinstance(item, syntax.Agreement)]
    if not found and files and agreement not in broken:
        return [diagnose("K232", files[0].span, word=agreement)]
    names = [(item.name.word, item.name.span) for item in found if item.name.word != agreement]
    called = [part for item in found for part in item.parts if isinstance(part, syntax.Called)]
    english = [(name_of(part.words.en), part.span) for part in called if part.words.en]
    names += [(word, span) for word, span in english if word != agreement]
    return [diagnose("K231", span, word=word, folder=agreement) for word, span in names]

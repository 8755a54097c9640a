"""Policy texts to the same texts without what nothing uses: whole lines are taken out, everything else stays.

A removal is made only where every agreement that reads the text is still without errors, and has the same core but for
what was taken out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.clauses import Register
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.parser import Parsed, parse
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.source import Source
from klausul_dsl.vocabulary import Vocabulary

FIXED = frozenset({"K503", "K506"})
"""The codes of what can be taken out without a question: readings, parameters and definitions that nothing uses."""

TABLES = ("parameters", "readings", "definitions")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")

Texts = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Reader:
    """An agreement that reads texts: those of itself and of what it uses, by agreement, and their registers."""

    texts: Texts
    registers: Mapping[str, Register]


@dataclass(frozen=True, slots=True)
class Mended:
    """The texts that were changed, by file, and what is no longer wrong with them."""

    texts: Mapping[str, str]
    fixed: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Removal:
    """An item to take out: what was said of it, the policy's table it stands in, and its name there."""

    problem: Diagnostic
    table: str
    name: str


def mend(readers: Sequence[Reader], vocabulary: Vocabulary, *, parsed: Callable[[Source], Parsed] = parse) -> Mended:
    """Take out what is not used in the texts of the first reader's own agreement, until nothing more can be.

    The other readers are the agreements that use it: what one of them needs stays. `parsed` as of `load_policy`.
    """
    own = next(iter(readers[0].texts))
    files = dict(readers[0].texts[own])
    fixed: list[Diagnostic] = []

    def load(texts: Mapping[str, str]) -> list[Loaded]:
        return [load_policy({**one.texts, own: texts}, vocabulary, one.registers, parsed=parsed) for one in readers]

    before = load(files)
    refused: set[tuple[str, str]] = set()
    while found := [one for one in _removals(before[0], files) if (one.table, one.name) not in refused]:
        for some in (found, *([one] for one in found)):
            changed = _taken_out(files, some)
            after = load(changed) if changed is not None else []
            if changed is not None and _same_but(before, after, some):
                files, before = changed, after
                fixed += [one.problem for one in some]
                break
        else:
            refused |= {(one.table, one.name) for one in found}
    texts = {file: text for file, text in files.items() if text != readers[0].texts[own][file]}
    return Mended(texts, tuple(fixed))


def _removals(loaded: Loaded, files: Collection[str]) -> Iterator[_Removal]:
    """What is not used and stands in the given files."""
    if loaded.policy is None:
        return
    for problem in loaded.diagnostics:
        if problem.code in FIXED and problem.span.file in files:
            for table in TABLES:
                held: Mapping[str, t.Node] = getattr(loaded.policy, table)
                yield from (_Removal(problem, table, name) for name, item in held.items() if item.span == problem.span)


def _same_but(before: Sequence[Loaded], after: Sequence[Loaded], removals: Sequence[_Removal]) -> bool:
    """Whether every policy is there, before and after, and is the same but for what was taken out."""
    for old, new in zip(before, after, strict=True):
        if old.policy is None:
            return False
        less = old.policy
        for one in removals:
            kept = {name: item for name, item in getattr(less, one.table).items() if name != one.name}
            part: Any = {one.table: kept}
            less = replace(less, **part)
        if new.policy != less:
            return False
    return True


def _taken_out(files: Mapping[str, str], removals: Sequence[_Removal]) -> dict[str, str] | None:
    """The files without some items; None where an item shares a line with something else."""
    changed = dict(files)
    for one in sorted(removals, key=lambda one: one.problem.span, reverse=True):
        span = one.problem.span
        source = Source.of(span.file, files[span.file])
        first, last = source.position(span.start)[0], source.position(span.end)[0]
        before = source.line(first)[: source.position(span.start)[1] - 1].strip()
        after = source.line(last)[source.position(span.end)[1] - 1 :].strip()
        if before or (after and not after.startswith("#")):
            return None
        changed[span.file] = _without_lines(changed[span.file], _spoken_of(source, first), last)
    return changed


def _spoken_of(source: Source, first: int) -> int:
    """The first of the comment lines that stand right above an item; the item's own first line where there are none.

    What stands at the head of a file speaks of the whole file, also where no empty line follows it.
    """
    above = first
    while above > 1 and source.line(above - 1).startswith("#"):
        above -= 1
    return first if above == 1 or source.line(above - 1).lower().startswith("klausul ") else above


def _without_lines(text: str, first: int, last: int) -> str:
    """A text without some of its lines, counted from 1, and without the empty lines that then stand twice."""
    lines = _LINE.findall(text)[:-1] if text.endswith(("\r", "\n")) else _LINE.findall(text)
    above, below = lines[: first - 1], lines[last:]
    if not above or not above[-1].strip():
        while below and not below[0].strip():
            below = below[1:]
    if not "".join(below).strip():
        while above and not above[-1].strip():
            above = above[:-1]
    return "".join((*above, *below))

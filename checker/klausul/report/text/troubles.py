"""Rows and cells that could not be read, or look wrong, to short lists: by code, the remedy said once, no list long."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from klausul.findings import Place
from klausul.findings.shown import show_count
from klausul.report.text.layout import paragraph
from klausul_dsl.codes import CATALOGUE
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.text import Language

Trouble: TypeAlias = tuple[Place, Diagnostic, str]
"""Where it is, what is wrong, and a word to tell record types apart, if one is needed."""

SHOWN_IN_FULL = 5
_RUNS = 8


def trouble_lines(troubles: Iterable[Trouble], language: Language) -> Iterator[str]:
    """Under each code what is wrong and where, and then the remedy; what is left out is counted with its lines."""
    by_code: dict[str, dict[str, list[Trouble]]] = {}
    for trouble in troubles:
        diagnostic = trouble[1]
        by_code.setdefault(diagnostic.code, {}).setdefault(diagnostic.hint[language], []).append(trouble)
    for code, by_remedy in sorted(by_code.items()):
        number = sum(len(alike) for alike in by_remedy.values())
        yield from paragraph(f"{code}  {CATALOGUE[code].title[language]} ({show_count(number, language)})", 2, 4)
        for remedy, alike in by_remedy.items():
            yield from _listed(alike, language)
            if remedy:
                yield from paragraph(f"= {'hjælp' if language == 'da' else 'help'}: {remedy}", 4, 2)


def _listed(troubles: list[Trouble], language: Language) -> Iterator[str]:
    alike: dict[tuple[str, str], list[int]] = {}
    for place, diagnostic, word in troubles:
        said = diagnostic.message[language] + (f" ({word})" if word else "")
        alike.setdefault((place.file, said), []).append(place.line)
    for (file, said), lines in islice(alike.items(), SHOWN_IN_FULL):
        where = f"{file}:{lines[0]}" if len(lines) == 1 else f"{file}, {runs(lines, language)}"
        yield from paragraph(f"{where}  {said}", 4, 2)
    rest: dict[str, list[int]] = {}
    for (file, _), lines in islice(alike.items(), SHOWN_IN_FULL, None):
        rest.setdefault(file, []).extend(lines)
    for file, lines in rest.items():
        more = "til" if language == "da" else "more"
        yield from paragraph(f"{file}, {runs(lines, language)}: {show_count(len(lines), language)} {more}", 4, 2)


def runs(lines: Iterable[int], language: Language) -> str:
    """Line numbers in order, those that follow each other as one, and no more of them than can be read.

    >>> runs([9, 2, 3, 4, 7], "da")
    'linje 2–4, 7, 9'
    """
    found: list[list[int]] = []
    for line in sorted(set(lines)):
        if found and line == found[-1][1] + 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in found[:_RUNS]]
    single = len(found) == 1 and found[0][0] == found[0][1]
    word = "linje" if language == "da" else "line" if single else "lines"
    return f"{word} {', '.join(shown)}" + (" …" if len(found) > _RUNS else "")

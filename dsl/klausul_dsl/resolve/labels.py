"""Declared names to the problems of what they are called: a joining word, or an id that a lost label would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klausul_dsl import syntax as s
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import JOINING
from klausul_dsl.resolve.names import Declared, Names
from klausul_dsl.text import LANGUAGES


def joining(names: Names) -> Iterator[Diagnostic]:
    """A mistake for each name that is, in either language, a word that joins the parts of a sentence.

    The grammar could tell the two apart, a reader could not: `rooms is at least and`.
    """
    for table in (*names.table.values(), *names.classes.values(), *names.alternatives.values()):
        for declared in table.values():
            word = next((declared.words[tongue] for tongue in LANGUAGES if declared.words[tongue] in JOINING), None)
            if word is not None:
                yield diagnose("K229", declared.span, word=word)


def unlabelled(names: Names) -> Iterator[Diagnostic]:
    """A warning for each Danish name without an English one, where others that stand beside it have one.

    The English name is the canonical one, from which the ids of findings are made: a label that was lost renames them.
    """
    tables = [table for kind, table in names.table.items() if kind != "agreement"]
    items = [declared for table in tables for declared in table.values() if not isinstance(declared.item, s.Placement)]
    for agreement in dict.fromkeys(declared.agreement for declared in items):
        yield from _without_english(declared for declared in items if declared.agreement == agreement)
    for table in (*names.classes.values(), *names.alternatives.values()):
        yield from _without_english(table.values())


def _without_english(beside: Iterable[Declared]) -> Iterator[Diagnostic]:
    danish = [
        declared for declared in beside if declared.language == "da" and not isinstance(declared.item, s.Placement)
    ]
    without = [declared for declared in danish if not _in_english(declared.item)]
    for declared in without if len(without) < len(danish) else ():
        yield diagnose("K507", declared.span, word=declared.words.da)


def _in_english(item: s.Item | s.Branch | s.Alternative) -> bool:
    if isinstance(item, s.Branch | s.Alternative):
        called = item.called
    else:
        called = next((part.words for part in item.parts if isinstance(part, s.Called)), None)
    return called is not None and bool(called.en or called.plain)

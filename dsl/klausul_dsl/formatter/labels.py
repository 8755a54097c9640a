"""The labels of declared names in the other language: what `called` must say there so that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from klausul_dsl import syntax as s
from klausul_dsl.formatter.wording import Wording, unnamed
from klausul_dsl.naming import called_in, spoken

Named = TypeVar("Named", bound=s.Agreement | s.Parameter | s.Reading | s.Define | s.Classify | s.Norm)


def relabelled(wording: Wording, node: s.Item) -> s.Item:
    """The item with each `called` as the printed language needs it; as it stands in the language of the file."""
    if wording.language == wording.written:
        return node
    match node:
        case s.Placement() | s.Example():
            return node
        case s.Reading():
            return _named(wording, replace(node, parts=tuple(_alternative(wording, part) for part in node.parts)))
        case s.Classify():
            return _named(wording, replace(node, parts=tuple(_branch(wording, part) for part in node.parts)))
        case _:
            return _named(wording, node)


def _named(wording: Wording, node: Named) -> Named:
    parts: list[s.Node] = []
    for part in node.parts:
        if isinstance(part, s.Called):
            words = _called(unnamed(wording) if isinstance(node, s.Agreement) else wording, node.name, part.words)
            parts += [replace(part, words=words)] if words is not None else []
        else:
            parts.append(part)
    return replace(node, parts=tuple(parts))  # type: ignore[arg-type]


def _alternative(
    wording: Wording, part: s.Called | s.Asks | s.Start | s.End | s.Alternative
) -> s.Called | s.Asks | s.Start | s.End | s.Alternative:
    if not isinstance(part, s.Alternative) or part.called is None:
        return part
    return replace(part, called=_called(wording, part.name, part.called))


def _branch(wording: Wording, part: s.Called | s.Branch) -> s.Called | s.Branch:
    if not isinstance(part, s.Branch) or part.called is None:
        return part
    return replace(part, called=_called(wording, part.name, part.called))


def _called(wording: Wording, name: s.Name, words: s.Words) -> s.Words | None:
    """The label of a name as it must be given beside the word that is printed for it."""
    printed = wording.names.get(name.span, name.word)
    found = called_in(printed, spoken(name, words, wording.written), wording.language)
    return replace(found, span=words.span) if found is not None else None

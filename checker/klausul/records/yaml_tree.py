"""YAML text to a tree of plain values in which every value knows its place.

Every scalar is the text that is written: PyYAML's own loader would make False of `no`, a date of `2024-01-01` and the
number 8 of `010`. Aliases are refused, so that a tree is no larger than its text.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TypeAlias

import yaml

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import Source, Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list and its place."""

    items: tuple[Tree, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values: name, place of the name, value."""

    entries: dict[str, tuple[Span, Tree]]
    span: Span

    def get(self, name: str) -> Tree | None:
        entry = self.entries.get(name)
        return entry[1] if entry else None


Tree: TypeAlias = Scalar | Sequence | Mapping
_FAST = getattr(yaml, "CSafeLoader", None)


def parse_yaml(source: Source, unreadable: str = "K702") -> tuple[Tree | None, list[Diagnostic]]:
    """The one document of a YAML text as a tree, and what is wrong with it: `unreadable` is the code for no YAML."""
    try:
        if "*" in source.text and (alias := _first_alias(source)) is not None:
            return None, [diagnose(unreadable, alias)]
        node = _composed(source.text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        start = min(mark.index if mark else 0, max(0, len(source.text) - 1))
        return None, [diagnose(unreadable, source.span(start, start + 1))]
    except yaml.reader.ReaderError as error:
        start = error.position if isinstance(error.position, int) else 0
        return None, [diagnose(unreadable, source.span(start, start + 1))]
    except RecursionError:
        return None, [diagnose(unreadable, source.span(0, 1))]
    problems: list[Diagnostic] = []
    if node is None:
        return Mapping({}, source.span(0, 0)), problems
    return _tree(node, source, problems, unreadable), problems


def _composed(text: str) -> yaml.Node | None:
    """The document as PyYAML's C code reads it, where it is installed; the Python code alone tells what is wrong."""
    if _FAST is not None:
        with contextlib.suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=_FAST)
    return yaml.compose(text, Loader=yaml.SafeLoader)


def _first_alias(source: Source) -> Span | None:
    for event in yaml.parse(source.text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            return _span(event, source)
    return None


def _tree(node: yaml.Node, source: Source, problems: list[Diagnostic], unreadable: str) -> Tree:
    span = _span(node, source)
    if isinstance(node, yaml.ScalarNode):
        return Scalar(node.value, span)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(_tree(item, source, problems, unreadable) for item in node.value), span)
    entries: dict[str, tuple[Span, Tree]] = {}
    for key, value in node.value:
        place = _span(key, source)
        if not isinstance(key, yaml.ScalarNode):
            problems.append(diagnose(unreadable, place))
        elif key.value in entries:
            problems.append(diagnose("K703", place, name=key.value))
        else:
            entries[key.value] = (place, _tree(value, source, problems, unreadable))
    return Mapping(entries, span)


def _span(node: yaml.Node | yaml.Event, source: Source) -> Span:
    start = node.start_mark.index if node.start_mark else 0
    end = node.end_mark.index if node.end_mark else start
    text = source.text[start:end].rstrip()
    return source.span(start, start + len(text.split("\n", 1)[0]))

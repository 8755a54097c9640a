"""`clauses.yaml`, and other YAML beside a policy, to what it holds, every mistake named at its place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator

from klausul.library.spoken import problem_of
from klausul.records.yaml_tree import Mapping as Entries
from klausul.records.yaml_tree import Scalar, Sequence, Tree, parse_yaml
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import Source, Span
from klausul_dsl.text import name_of


def read_register(
    source: Source, schema: Mapping[str, Any], agreement: str
) -> tuple[Mapping[str, Any] | None, list[Diagnostic]]:
    """The register of an agreement's clauses that a YAML text holds, or what is wrong with it, each with its place."""
    tree, raw, problems = read_checked(source, schema, "K816")
    return raw, [*problems, *owned(tree, agreement)]


def read_checked(
    source: Source, schema: Mapping[str, Any], code: str
) -> tuple[Tree | None, Mapping[str, Any] | None, list[Diagnostic]]:
    """A YAML text as a tree with places and as plain values, or what keeps it from its schema, told by the code."""
    tree, problems = parse_yaml(source, unreadable="K857")
    if tree is None or problems:
        return None, None, problems
    raw: Any = _plain(tree)
    errors = sorted(Draft202012Validator(schema).iter_errors(raw), key=lambda item: list(map(str, item.absolute_path)))
    astray = {tuple(error.absolute_path)[:-1] for error in errors if error.validator == "enum"}
    for error in errors:
        if (
            error.validator == "required"
            and tuple(error.absolute_path) in astray
            and not {*error.schema_path}.isdisjoint({"then", "else"})
        ):
            continue  # what a word asks for is not known while the word is wrong
        span = _span_of(tree, [*error.absolute_path], source)
        problems.append(diagnose(code, span, problem=problem_of(error)))
    return (None, None, problems) if problems else (tree, raw, [])


def owned(tree: Tree | None, name: str) -> list[Diagnostic]:
    """What is wrong where a register names another agreement at its top than the one it lies with."""
    found = tree.get("agreement") if isinstance(tree, Entries) else None
    if not isinstance(found, Scalar) or name_of(str(found.text)) == name:
        return []
    return [diagnose("K854", found.span, name=found.text, agreement=name)]


def _plain(tree: Tree) -> Any:
    match tree:
        case Scalar():
            return tree.text
        case Sequence():
            return [_plain(item) for item in tree.items]
        case Entries():
            return {name: _plain(value) for name, (_, value) in tree.entries.items()}


def _span_of(tree: Tree, path: list[str | int], source: Source) -> Span:
    """The first line of the place that a path of names and positions leads to."""
    for step in path:
        match tree:
            case Sequence() if isinstance(step, int):
                tree = tree.items[step]
            case Entries() if isinstance(step, str) and (found := tree.get(step)) is not None:
                tree = found
    end = source.text.find("\n", tree.span.start)
    return source.span(tree.span.start, min(tree.span.end, end if end >= 0 else tree.span.end))

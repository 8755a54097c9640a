"""`profile.yaml` to a Profile, every mistake named at its place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from klausul.records.profile import Profile
from klausul.records.profile_build import build_profile
from klausul.records.yaml_tree import Mapping, Scalar, Sequence, Tree, parse_yaml
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

_SWITCHES = ("may_be_empty", "repeats")
_NUMBERS = ("skip", "rows")
_KINDS = {
    "object": Text("en række navngivne indstillinger", "a set of named settings"),
    "array": Text("en liste", "a list"),
    "string": Text("en tekst", "a text"),
    "integer": Text("et helt tal", "a whole number"),
    "boolean": Text("true eller false", "true or false"),
}
_EMPTY = Text("en tom liste", "an empty list")
_ABSENT = Text("den findes ikke", "it is not there")
_FOLDER = Text("den er en mappe", "it is a folder")
_CLOSED = Text("der er ikke adgang til den", "access to it is denied")
_NOT_UTF8 = Text("den er ikke gemt som UTF-8", "it is not saved as UTF-8")


def read_profile(path: Path, vocabulary: Vocabulary) -> tuple[Profile | None, list[Diagnostic], Source]:
    """The profile in a file, what is wrong with it, and its text for showing places.

    The profile is None exactly when there are problems.
    """
    name = path.as_posix()
    reason = _ABSENT if not path.exists() else _FOLDER if path.is_dir() else None
    raw = b""
    if reason is None:
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            reason = _NOT_UTF8
        except OSError:
            reason = _CLOSED
    if reason is not None:
        return None, [diagnose("K701", Span(name, 0, 0), file=name, reason=reason)], Source.of("", "")
    return profile_from(Source.of(name, text), vocabulary)


def profile_from(source: Source, vocabulary: Vocabulary) -> tuple[Profile | None, list[Diagnostic], Source]:
    """The profile in a text, what is wrong with it, and the text."""
    tree, problems = parse_yaml(source)
    if tree is None:
        return None, problems, source
    plain = _plain(tree)
    validator = Draft202012Validator(_schema(), format_checker=FormatChecker(["date"]))
    for error in _in_order(validator.iter_errors(plain), tree):
        problems += _explain(error, tree)
    if problems or not isinstance(tree, Mapping):
        return None, problems, source
    profile, problems = build_profile(tree, vocabulary)
    return profile, problems, source


@cache
def _schema() -> dict[str, Any]:
    here = Path(__file__)
    for root in (here.parents[1], here.parents[3]):
        path = root / "schemas" / "profile.schema.json"
        if path.is_file():
            loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
            return loaded
    raise FileNotFoundError("schemas/profile.schema.json")


def _plain(tree: Tree, name: str = "") -> Any:
    """The tree as JSON Schema sees it: all texts but for the few settings that are numbers or switches."""
    match tree:
        case Mapping(entries):
            return {key: _plain(value, key) for key, (_, value) in entries.items()}
        case Sequence(items):
            return [_plain(item) for item in items]
        case Scalar(text) if name in _SWITCHES and text in ("true", "false"):
            return text == "true"
        case Scalar(text) if name in _NUMBERS and text.isascii() and text.isdigit():
            return int(text[:9])
        case Scalar(text):
            return text


def _in_order(errors: Iterable[ValidationError], tree: Tree) -> list[ValidationError]:
    return sorted(errors, key=lambda error: (_place(error, tree).start, str(error.validator)))


def _place(error: ValidationError, tree: Tree) -> Span:
    span = tree.span
    for step in error.absolute_path:
        if isinstance(tree, Mapping):
            span, tree = tree.entries[str(step)]
        elif isinstance(tree, Sequence) and isinstance(step, int):
            tree = tree.items[step]
            span = tree.span
    return tree.span if isinstance(tree, Scalar) and tree.text else span


def _explain(error: ValidationError, tree: Tree) -> Iterator[Diagnostic]:
    place = _place(error, tree)
    name = _name(error)
    value = error.instance if isinstance(error.instance, str) else _EMPTY
    schema: Any = error.schema
    rule: Any = error.validator_value
    match error.validator:
        case "required":
            missing = error.message.split("'")[1]
            yield diagnose("K704", place, name=missing)
        case "additionalProperties":
            yield from _unknown(error, tree, schema)
        case "type":
            kinds = rule if isinstance(rule, list) else [rule]
            yield diagnose("K706", place, name=name, expected=_either([_KINDS[kind] for kind in kinds]))
        case "enum":
            yield diagnose("K707", place, name=name, value=value, choices=", ".join(f"“{item}”" for item in rule))
        case _:
            expected = schema.get("x-expected", {"da": "en anden værdi", "en": "another value"})
            yield diagnose("K708", place, name=name, value=value, expected=Text(expected["da"], expected["en"]))


def _unknown(error: ValidationError, tree: Tree, schema: Any) -> Iterator[Diagnostic]:
    owner = tree
    for step in error.absolute_path:
        owner = owner.entries[str(step)][1] if isinstance(owner, Mapping) else owner.items[int(step)]  # type: ignore[union-attr]
    if isinstance(owner, Mapping):
        known = schema["properties"]
        for name, (span, _) in owner.entries.items():
            if name not in known:
                yield diagnose("K705", span, name=name, remedy=did_you_mean(name, known))


def _name(error: ValidationError) -> str:
    names = [step for step in error.absolute_path if isinstance(step, str)]
    return names[-1] if names else "profile.yaml"


def _either(kinds: list[Text]) -> Text:
    return Text(" eller ".join(kind.da for kind in kinds), " or ".join(kind.en for kind in kinds))

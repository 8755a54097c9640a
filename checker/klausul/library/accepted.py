"""`accepted-mutants.yaml` beside a policy to the accepted changes it holds, every mistake named at its place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from klausul.library.register import read_checked
from klausul.library.shipped import schema
from klausul.records.yaml_tree import Mapping, Sequence, Tree
from klausul.unread import unread
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.mutation import Accepted
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Text

ACCEPTED = "accepted-mutants.yaml"


def accepted_mutants(folder: Path, shown: str) -> tuple[tuple[Accepted, ...], list[Diagnostic], Source | None]:
    """The accepted changes of the agreement in a folder (none where there is no file), what is wrong, and the text.

    `shown` is how the folder is called in messages.
    """
    path, file = folder / ACCEPTED, f"{shown}/{ACCEPTED}"
    if not path.exists():
        return (), [], None
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        return (), [unread(file, Span(file, 0, 0), error)], None
    source = Source.of(file, text)
    tree, raw, problems = read_checked(source, schema("accepted-mutants"), "K836")
    if tree is None or raw is None:
        return (), problems, source
    return tuple(_entries(tree, raw["accepted"])), [], source


def _entries(tree: Tree, raw: list[Any]) -> Iterator[Accepted]:
    listed = tree.get("accepted") if isinstance(tree, Mapping) else None
    places = listed.items if isinstance(listed, Sequence) else ()
    for place, entry in zip(places, raw, strict=True):
        change = place.get("change") if isinstance(place, Mapping) else None
        yield Accepted(
            item=entry["item"],
            change=entry["change"],
            reason=Text.of(entry["reason"].get("da"), entry["reason"].get("en")),
            span=(change or place).span,
            mark=entry.get("mark"),
        )

"""The shipped schemas, read: one by its name, or all of them as a vocabulary."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from klausul.data import data_folder
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from


@cache
def schema(name: str) -> Mapping[str, Any]:
    """A shipped JSON Schema by its name, e.g. `clauses`."""
    loaded: dict[str, Any] = json.loads((data_folder("schemas") / f"{name}.schema.json").read_text("utf-8"))
    return loaded


@cache
def vocabulary() -> Vocabulary:
    """The records and fields that policies may speak of, from the shipped schemas."""
    paths = sorted((data_folder("schemas") / "records").glob("*.schema.json"))
    return vocabulary_from(json.loads(path.read_text("utf-8")) for path in paths)

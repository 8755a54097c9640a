"""Shipped data: schemas and policies, in the wheel or in the checkout."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from klausul_dsl.vocabulary import Vocabulary, vocabulary_from


def data_folder(name: str) -> Path:
    """The shipped folder `policies` or `schemas`: inside the package (wheel) or at the top of the checkout.

    >>> data_folder("schemas").name
    'schemas'
    """
    packaged = Path(__file__).parents[1] / name
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / name


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

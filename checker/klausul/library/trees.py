"""A policy text to its syntax tree, kept between runs until the text, or the language itself, is another.

A tree is kept as a pickle in a folder of the user's own, as Lark's tables are: reading it takes an eighth of the time
of parsing. What cannot be read or written is parsed as if nothing were kept, and a text with a problem is never kept.
"""

from __future__ import annotations

import pickle
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from klausul.kept import digest, keep, language_code
from klausul_dsl.parser import Parsed, parse
from klausul_dsl.source import Source

_KEPT = 400
"""How many trees are kept; the oldest go."""


@lru_cache(maxsize=256)
def parsed(source: Source, cache_folder: str | None) -> Parsed:
    """A text as parsed, from the folder where it was parsed before; a text that several agreements use is read once."""
    if cache_folder is None:
        return parse(source)
    name = digest(language_code(), version("lark"), source.file, source.text)
    path = Path(cache_folder) / "trees" / f"{name}.tree"
    kept = _kept(path)
    if kept is not None:
        return kept
    found = parse(source, cache_folder)
    if not found.diagnostics:
        keep(path, pickle.dumps(found, pickle.HIGHEST_PROTOCOL), _KEPT)
    return found


def _kept(path: Path) -> Parsed | None:
    try:
        kept = pickle.loads(path.read_bytes())
    except Exception:  # a broken pickle may raise anything
        return None
    return kept if isinstance(kept, Parsed) else None

"""What every node has, and the words that all items are written with."""

from __future__ import annotations

from dataclasses import dataclass, field

from klausul_dsl.source import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name(Node):
    """A word that names something, in lower case; `spelt` as written, for the keys of records, where case matters."""

    word: str
    spelt: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words(Node):
    """A text, as `"…"` in the language of the file, or as `da "…" en "…"`."""

    plain: str | None = None
    da: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cite(Node):
    """A clause reference as written, e.g. `3.3` or `almenboligloven § 59, stk. 7`."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Called(Node):
    """The label in both languages: `called da "…" en "…"`."""

    words: Words

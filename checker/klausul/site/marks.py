"""Markdown pieces that the pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from klausul_dsl.clauses import Status
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Text

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "§": "paragraf "})


def slug(text: str) -> str:
    """A name for an address.

    >>> slug("§ 59, stk. 7"), slug("3.3")
    ('paragraf-59-stk-7', '3-3')
    """
    plain = text.lower().translate(_LETTERS)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def headed(clause: str, title: str) -> str:
    """The number and title of a clause as a heading.

    >>> headed("bilag 1", "Laveste andel"), headed("3.3", "Arbejde")
    ('Bilag 1 Laveste andel', '3.3 Arbejde')
    """
    return f"{clause[:1].upper()}{clause[1:]} {title}"


def safe(text: str) -> str:
    """Text that Markdown and HTML leave alone.

    >>> safe("a_b <c> | *d*")
    'a\\\\_b &lt;c&gt; \\\\| \\\\*d\\\\*'
    """
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"([\\`*_{}\[\]|])", r"\\\1", escaped)


def place(name: str) -> str:
    """A name as a place on a page; it begins with a letter.

    >>> place("3.3"), place("hver_anden")
    ('p-3-3', 'p-hver-anden')
    """
    return f"p-{slug(name)}"


def chip(status: Status, label: str) -> str:
    """The status of a clause or a sentence as a small coloured mark."""
    return mark(status.value, label)


def mark(kind: str, label: str) -> str:
    """A small coloured mark."""
    return f'<span class="status status--{kind}">{label}</span>'


def both(text: Text, indent: str = "") -> Iterator[str]:
    """A text as two tabs, Danish and English."""
    yield from tabs({"Dansk": [safe(text.da)], "English": [safe(text.en)]}, indent)


def tabs(content: Mapping[str, Iterable[str]], indent: str = "") -> Iterator[str]:
    """Lines under named tabs."""
    for name, lines in content.items():
        yield f'{indent}=== "{name}"'
        yield ""
        for line in lines:
            yield f"{indent}    {line}" if line else ""
        yield ""


def fence(text: str, language: str = "klausul") -> Iterator[str]:
    """A block of code."""
    yield f"```{language}"
    yield from text.rstrip().split("\n")
    yield "```"
    yield ""


def written(span: Span, sources: Mapping[str, Source]) -> str | None:
    """What stands in the policy text at a span, from the margin."""
    source = sources.get(span.file)
    return source.text[span.start : span.end] if source is not None and span.end > span.start else None

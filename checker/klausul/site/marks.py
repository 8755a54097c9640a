"""Markdown pieces that the pages share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from klausul_dsl.clauses import STATUS_LABELS, Clause, Status
from klausul_dsl.sentences import Sentence, extent
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Language, Text

_PERCENT = re.compile(r"(?<=\d) (?=%)")
PARTLY = Text("kontrolleres delvis", "checked in part")
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

    A percent sign stays on the line of its number.

    >>> safe("a_b <c> | *d* 22 %")
    'a\\\\_b &lt;c&gt; \\\\| \\\\*d\\\\* 22\\xa0%'
    """
    escaped = _PERCENT.sub("\u00a0", text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
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


def standing(clause: Clause, own: Sequence[Sentence], language: Language) -> str:
    """How far a clause is checked, as a mark: as its sentences come to, or as the register says where it has none."""
    found = extent(own)
    label = STATUS_LABELS[Status.CHECKED if found.checked else clause.status][language]
    if not own:
        reserved = clause.status is Status.CHECKED and clause.reason is not None
        return mark("partly", PARTLY[language]) if reserved else chip(clause.status, label)
    if not found.checked or found.full:
        return chip(Status.CHECKED if found.full else clause.status, label)
    number = Text(f"{found.whole} af {found.sentences} helt", f"{found.whole} of {found.sentences} in full")
    return mark("partly", f"{PARTLY[language]}: {number[language]}")


def folded(kind: str, title: str) -> str:
    """The line that begins something folded away under its title."""
    return f'??? {kind} "{title.replace(chr(34), chr(39))}"'


def mark(kind: str, label: str) -> str:
    """A small coloured mark."""
    return f'<span class="status status--{kind}">{label}</span>'


def both(text: Text, indent: str = "") -> Iterator[str]:
    """A text as two tabs, Danish and English."""
    yield from tabs({"Dansk": [safe(text.da)], "English": [safe(text.en)]}, indent)


def stacked(table: Iterable[str]) -> Iterator[str]:
    """A table whose cells stand below each other on a narrow screen."""
    yield '<div class="stacked" markdown>'
    yield ""
    yield from table
    yield ""
    yield "</div>"
    yield ""


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

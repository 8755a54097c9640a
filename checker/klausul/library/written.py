"""What an agreement's texts say of other files, found without parsing: a text with errors still gets them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from klausul_dsl.keywords import ITEMS, PARTS
from klausul_dsl.source import Source, Span
from klausul_dsl.text import LANGUAGES, name_of


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, and its place."""

    name: str
    span: Span


def _line(part: str, what: str) -> re.Pattern[str]:
    words = "|".join(word for language in LANGUAGES for word in PARTS[part].words(language))
    return re.compile(rf"^[ \t]+(?:{words})\s+{what}", re.MULTILINE)


_USED = _line("USES", r"(\w+(?:\s*;\s*\w+)*)")
_REGISTER = _line("CLAUSES", r'"([^"\n]+)"')


_AGREEMENT = re.compile(
    r"^(?:" + "|".join(word for language in LANGUAGES for word in ITEMS["AGREEMENT"].words(language)) + r")\s",
    re.MULTILINE | re.IGNORECASE,
)


def declares(text: str) -> bool:
    """Whether a text opens an agreement.

    >>> declares("klausul 1   sprog dansk\\n\\naftale randby\\n")
    True
    """
    return _AGREEMENT.search(text) is not None


def used_agreements(texts: Mapping[str, str]) -> tuple[Named, ...]:
    """The agreements that texts use, each where it is named first.

    >>> [used.name for used in used_agreements({"a.klausul": "aftale a\\n  anvender loven; reglerne\\n"})]
    ['loven', 'reglerne']
    """
    found: dict[str, Named] = {}
    for names in _found(_USED, texts):
        for word in re.finditer(r"\w+", names.name):
            start = names.span.start + word.start()
            used = Named(name_of(word.group()), Span(names.span.file, start, start + len(word.group())))
            found.setdefault(used.name, used)
    return tuple(found.values())


def named_register(texts: Mapping[str, str]) -> Named | None:
    """The file that an agreement names as the register of its clauses.

    >>> named_register({"a.klausul": 'agreement a\\n  clauses "numbers.yaml"\\n'}).name
    'numbers.yaml'
    """
    return next(_found(_REGISTER, texts), None)


def _found(line: re.Pattern[str], texts: Mapping[str, str]) -> Iterator[Named]:
    for file, text in texts.items():
        if found := list(line.finditer(text)):
            source = Source.of(file, text)
            yield from (Named(one.group(1), source.span(*one.span(1))) for one in found)

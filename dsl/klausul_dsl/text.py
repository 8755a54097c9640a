"""A text in Danish and English, the name it gives, and several of them in a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

Language: TypeAlias = Literal["da", "en"]
LANGUAGES: tuple[Language, ...] = ("da", "en")


@dataclass(frozen=True, slots=True)
class Text:
    """The same words in both languages; where only one was given, it stands for both.

    >>> Text.of(da="niveau 1").en
    'niveau 1'
    """

    da: str
    en: str

    @staticmethod
    def of(da: str | None = None, en: str | None = None) -> Text:
        return Text(da if da is not None else (en or ""), en if en is not None else (da or ""))

    def __getitem__(self, language: Language) -> str:
        return self.da if language == "da" else self.en


@lru_cache(maxsize=10_000)
def name_of(label: str) -> str:
    """The name that a policy writes for a label: one word, spaces and hyphens as underscores, lower case.

    >>> name_of("andel uden for arbejdsmarkedet")
    'andel_uden_for_arbejdsmarkedet'
    """
    return "_".join("".join(letter if letter.isalnum() else " " for letter in label.lower()).split())


def series(items: Sequence[str], last: str) -> str:
    """`a, b and c`.

    >>> series(["a", "b", "c"], "and")
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"

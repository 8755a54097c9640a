"""What the languages share: a phrase in its parts, and the words and turns a language must have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from klausul_dsl.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A plain statement: its subject, its verb as it stands in the present, what follows, and whether it is denied."""

    subject: str
    verb: str
    rest: str = ""
    negated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language: its sentences with gaps (`words`), and the turns that gaps cannot express.

    `finite` is a phrase as a clause (main or subordinate), `infinitive` the phrase without subject after "must".
    `stated` makes a phrase of a yes/no fact from its labels, `event` of a date's label, in the present or past (None
    where it cannot); `determiner` is "no", "every" or "at least one" before a noun of either gender; `happens` is
    whether a noun is something that takes place.
    """

    language: Language
    words: Mapping[str, str]
    months: Sequence[str]
    owned: Callable[[str, str], str]
    finite: Callable[[Phrase, bool], str]
    infinitive: Callable[[Phrase], str]
    stated: Callable[[str, str, str | None, bool], Phrase]
    event: Callable[[str, str, bool], Phrase | None]
    determiner: Callable[[str, bool], str]
    singular: Callable[[str], str]
    happens: Callable[[str], bool]

    def say(self, sentence: str, /, **parts: str) -> str:
        """A sentence of the language with its gaps filled."""
        return tidy(self.words[sentence].format(**parts))


def tidy(text: str) -> str:
    """Single spaces, and none before a mark."""
    text = " ".join(text.split())
    for mark in (",", ".", ";", ":", ")"):
        text = text.replace(f" {mark}", mark)
    return text.replace("( ", "(").replace(",,", ",").replace(",.", ".")


def plain(label: str) -> str:
    """A label as words: a name that was declared without a label has underscores."""
    return label.replace("_", " ")


def quoted(label: str) -> str:
    """A label in quotes where its own words could be read as part of the sentence.

    >>> quoted("small and strained"), quoted("strained")
    ('“small and strained”', 'strained')
    """
    words = label.split()
    connects = {"og", "eller", "and", "or", "hvor", "når", "where", "when"} & set(words)
    denies = words[:1] and words[0] in {"ikke", "not"}
    return f"“{label}”" if connects or denies or "," in label or ";" in label else label


def series(items: Sequence[str], last: str) -> str:
    """`a, b and c`.

    >>> series(["a", "b", "c"], "and")
    'a, b and c'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {last} {items[-1]}"

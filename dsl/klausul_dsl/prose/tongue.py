"""What the languages share: a phrase in its parts, and the words and turns a language must have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from klausul_dsl.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A plain statement: its subject, its verb as it stands in the present, what follows, and whether it is denied.

    `several` is what follows where it is said of several and is not the same. `adverb` is when or how it is so, which
    stands beside the verb, and `day` the day of an age, which ends the phrase. `others` are further things said of the
    subject (their own subject is empty), and `joint` says how: all of them, all of them with emphasis (both), or at
    least one of them. `trails` is whether it ends in a clause of its own, which what comes after might seem to belong
    to.
    """

    subject: str = ""
    verb: str
    rest: str = ""
    several: str = ""
    negated: bool = False
    adverb: str = ""
    day: str = ""
    others: tuple[Phrase, ...] = ()
    joint: Literal["and", "both", "or"] = "and"
    trails: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """A language: its sentences with gaps (`words`), and the turns that gaps cannot express.

    `finite` is a phrase as a clause (main or subordinate), `infinitive` the phrase without subject after "must",
    `relative` the phrase as said of the noun before it, in the plural or not. `predicate` reads a verb with what
    follows into a phrase without subject, `stated` makes one from the label of a yes/no fact, and `past` puts a verb
    into the past. `determiner` is "no", "every" or "at least one" before a noun of either gender, `general` a noun that
    is spoken of in general, `one` a noun with its article, `the` one that is known; `happens` is whether a noun is
    something that takes place. `prepositions` need not be said again before the next of several things.
    """

    language: Language
    words: Mapping[str, str]
    months: Sequence[str]
    owned: Callable[[str, str], str]
    finite: Callable[[Phrase, bool], str]
    infinitive: Callable[[Phrase], str]
    relative: Callable[[Phrase, bool], str]
    predicate: Callable[[str], Phrase]
    stated: Callable[[str, str | None, bool], Phrase]
    determiner: Callable[[str, bool], str]
    general: Callable[[str], str]
    one: Callable[[str, bool], str]
    the: Callable[[str, bool], str]
    past: Callable[[str], str]
    happens: Callable[[str], bool]
    prepositions: frozenset[str]

    def say(self, sentence: str, /, **parts: str) -> str:
        """A sentence of the language with its gaps filled."""
        return tidy(self.words[sentence].format(**parts))


_BEFORE_BRACKET = re.compile(r",+ \((?=jf\.|begge jf\.|alle jf\.|gælder|kilde)")


def tidy(text: str) -> str:
    """Single spaces, none before a mark, and no two marks where one is enough.

    >>> tidy("en bolig , der er ledig, , skal ( jf. 3 ) .")
    'en bolig, der er ledig, skal (jf. 3).'
    """
    text = " ".join(text.split())
    for mark in (",", ".", ";", ":", ")", "]"):
        text = text.replace(f" {mark}", mark)
    text = _BEFORE_BRACKET.sub(" (", text.replace("( ", "("))
    while ",," in text:
        text = text.replace(",,", ",")
    text = text.replace(";,", ";")
    for mark in (".", ";", ":", ")"):
        text = text.replace(f",{mark}", mark)
    return text


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

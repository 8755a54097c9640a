"""A declared name and its label, as they read in both languages."""

from __future__ import annotations

from typing import NamedTuple

from klausul_dsl.syntax import Name, Words
from klausul_dsl.text import LANGUAGES, Language, Text, name_of


class Spoken(NamedTuple):
    """The words that policies write for a name, the label that readers see, and the name in the typed core."""

    words: Text
    label: Text
    canonical: str


def spoken(name: Name, called: Words | None, language: Language) -> Spoken:
    """How a name reads that is declared in a file of a language, with its `called …` if it has one.

    In its own language it is written as declared; in the other as its label there, made into a name. Canonical is the
    English label as a name, where there is one; else the name as declared.

    >>> spoken(Name(word="niveau_3"), Words(en="level 3"), "da").canonical
    'level_3'
    """
    own = name.word.replace("_", " ")
    other: Language = "en" if language == "da" else "da"
    given: dict[Language, str | None] = {"da": called.da if called else None, "en": called.en if called else None}
    if called and called.plain:
        given[other] = called.plain
    label = Text(*(given[tongue] or own for tongue in LANGUAGES))
    word = name_of(given[other] or "") or name.word
    words = Text(da=name.word, en=word) if language == "da" else Text(da=word, en=name.word)
    return Spoken(words, label, name_of(given["en"] or "") or words.en)


def called_in(word: str, wanted: Spoken, language: Language) -> Words | None:
    """What `called` must say beside a word of a language for the same label and core, in the fewest texts.

    >>> called_in("level_3", Spoken(Text("niveau_3", "level_3"), Text("niveau 3", "level 3"), "level_3"), "en").da
    'niveau 3'
    """
    label = wanted.label
    choices = (None, Words(da=label.da), Words(en=label.en), Words(da=label.da, en=label.en))
    for called in choices:
        found = spoken(Name(word=word), called, language)
        if (found.label, found.canonical) == (label, wanted.canonical):
            return called
    return choices[-1]

"""Words of the other language: the name in a Danish file that is the English label of something, and the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from klausul_dsl.keywords import TYPE_WORDS
from klausul_dsl.resolve.names import Names
from klausul_dsl.text import Language, Text, name_of
from klausul_dsl.vocabulary import Vocabulary

_LANGUAGE = {"da": Text("dansk", "Danish"), "en": Text("engelsk", "English")}


def in_this_language(
    word: str, known: Iterable[str], names: Names, vocabulary: Vocabulary, language: Language
) -> Text | None:
    """The remedy for a name that belongs to the other language: its fellow, one that fits here before any other."""
    other: Language = "en" if language == "da" else "da"
    fitting = set(known)
    found = [pair[language] for pair in _pairs(names, vocabulary) if pair[other] == word and pair[language] != word]
    own = next((name for name in found if name in fitting), found[0] if found else None)
    if own is None:
        return None
    said = _LANGUAGE[other]
    return Text(f"“{word}” er {said.da}: skriv “{own}”", f"“{word}” is {said.en}: write “{own}”")


def _pairs(names: Names, vocabulary: Vocabulary) -> Iterator[Text]:
    """Every name there is, in both languages."""
    labels = [Text(entry.da[0], entry.en[0]) for entry in TYPE_WORDS.values()]
    for entity in vocabulary.entities.values():
        labels += [entity.singular, entity.plural, entity.definite]
        for field in entity.fields.values():
            labels += [field.label, *field.options.values()]
        for dated in entity.dated.values():
            labels += [dated.label, *dated.options.values()]
    yield from (Text(name_of(label.da), name_of(label.en)) for label in labels)
    for table in (*names.table.values(), *names.classes.values(), *names.alternatives.values()):
        yield from (declared.words for declared in table.values())

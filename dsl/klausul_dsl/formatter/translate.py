"""Syntax tree to canonical text in the other language, with the names that were found when it was resolved."""

from __future__ import annotations

from collections.abc import Mapping

from klausul_dsl.formatter import format_file
from klausul_dsl.source import Span
from klausul_dsl.syntax import File
from klausul_dsl.text import Language, Text
from klausul_dsl.vocabulary import Vocabulary


def translate(file: File, language: Language, words: Mapping[Span, Text], vocabulary: Vocabulary) -> str:
    """The text of a policy file in a language; `words` says how each name is written in both, by its span."""
    neuter = vocabulary.neuter_words()
    return format_file(
        file,
        language,
        {span: text[language] for span, text in words.items()},
        frozenset(span for span, text in words.items() if text.da in neuter),
    )

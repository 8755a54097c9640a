"""A Pygments lexer for policy texts, made from the keyword tables of both languages."""

from __future__ import annotations

import re
from typing import Any, ClassVar

from pygments.lexer import RegexLexer, bygroups
from pygments.token import Comment, Generic, Name, Number, Operator, Punctuation, String, Text
from pygments.token import Keyword as KeywordToken

from klausul_dsl.keywords import INNER, ITEMS, PARTS, Keyword, pattern
from klausul_dsl.text import LANGUAGES

_VERDICTS = ("BREACH", "COMPLIANT", "UNDETERMINED", "NOT_APPLICABLE", "PENDING", "UNCOVERED", "CONFLICT")


def _any(table: dict[str, Keyword], names: tuple[str, ...] | None = None) -> str:
    """One pattern for the words of a table in both languages, the longest first, signs left out."""
    words = {
        word
        for name, keyword in table.items()
        if names is None or name in names
        for language in LANGUAGES
        for word in keyword.words(language)
        if word[0].isalpha()
    }
    return "(?:" + "|".join(pattern(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


_NAME = r"[^\W\d]\w*"
_CITED = (
    r"(?<!\w)(jf\.|under)([ \t]+)((?:[^\W\d]\w*[ \t]+)?(?:§|\d)[^\n#\"]*?)"
    r"(?=\s{2,}|[ \t]*$|,\s*(?:afvist|refuted))"
)


class KlausulLexer(RegexLexer):  # type: ignore[misc]
    """Colours `.klausul` texts in Danish and English."""

    name = "Klausul"
    aliases: ClassVar[list[str]] = ["klausul"]
    filenames: ClassVar[list[str]] = ["*.klausul"]
    url = ""
    flags = re.MULTILINE | re.IGNORECASE
    tokens: ClassVar[dict[str, list[Any]]] = {
        "root": [
            (r"#.*$", Comment.Single),
            (r'"[^"\n]*"', String),
            (r"^klausul[ \t]+\d+[ \t]+(?:sprog|language)[ \t]+\w+", Comment.Preproc),
            (rf"^({_any(ITEMS)})([ \t]+)({_NAME})", bygroups(KeywordToken.Declaration, Text, Name.Function)),
            (rf"^{_any(ITEMS)}", KeywordToken.Declaration),
            (
                _CITED,
                bygroups(KeywordToken, Text, Name.Label),
            ),
            (rf"(?<!\w){_any(INNER, _VERDICTS)}", Generic.Strong),
            (r"\d{4}-\d{2}-\d{2}", Number.Date),
            (r"\d+(?:[.,]\d+)?(?:[ \t]*(?:%|kr\.|m2|m²))?", Number),
            (rf"(?<![\w.]){_any(PARTS)}", KeywordToken),
            (rf"(?<![\w.]){_any(INNER)}", Operator.Word),
            (r"<=|>=|[<>=+\-*/%]", Operator),
            (r"[().;:,]", Punctuation),
            (_NAME, Name),
            (r"\s+", Text),
            (r".", Text),
        ]
    }

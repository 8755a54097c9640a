"""The letters of a text without what printing puts between them, and where in the text each stands."""

from __future__ import annotations

import re
import unicodedata

_NEW_LINE = re.compile("\r\n?|[\u2028\u2029\u0085\v]")
_HYPHEN_AT_LINE_END = re.compile("\u00ad(?=[^\\S\n]*\n)")
_IN_A_NUMBER = re.compile(r"(?<=\d)(?:[.,:](?=\s*\d)|[-‐‑‒–—−](?=\s*\d))")
_DASHES = "‐‑‒–—−"
_SIGNS = frozenset("/%§&+<>=≤≥±×€$£")
_DIVIDED = re.compile(r"(?<=\w)[-‐‑]\s*\n\s*(?=\w)")
_WORD = re.compile(r"\S*\w\S*")


def composed(text: str) -> str:
    """A text with its accents put together, one kind of line end, and without signs that cannot be seen.

    >>> composed("a\\u030arets\\u00a0bolig\\ufeff\\r\\n")
    'årets\\xa0bolig\\n'
    """
    lines = _NEW_LINE.sub("\n", unicodedata.normalize("NFC", text)).replace("\f", " ")
    seen = _HYPHEN_AT_LINE_END.sub("-", lines)
    return "".join(letter for letter in seen if unicodedata.category(letter) != "Cf")


def bare(text: str) -> str:
    """Letters, digits, and signs that tell words or numbers apart, without case.

    >>> bare("1/3 af de\\nLedige bo-\\nliger, 4.500\u2013\\n5.000 kr.")
    '1/3afdeledigeboliger4.500-5.000kr'
    """
    return "".join(letter for letter, _ in _placed(composed(text)))


def words_of(text: str) -> int:
    """How many words a text has; one that is divided at the end of a line is one word.

    >>> words_of("en blandet beboersammen-\\nsætning – og")
    4
    """
    return len(_WORD.findall(_DIVIDED.sub("", text)))


class Letters:
    """The bare letters of a composed text, and where in it each stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        placed = _placed(text)
        self.bare = "".join(letter for letter, _ in placed)
        self._offsets = [offset for _, offset in placed]

    def starts_of(self, quoted: str) -> list[int]:
        """Where the letters of a quotation begin among those of the text."""
        wanted, found = bare(quoted), []
        start = self.bare.find(wanted) if wanted else -1
        while start >= 0:
            found.append(start)
            start = self.bare.find(wanted, start + 1)
        return found

    def offset(self, place: int) -> int:
        """Where in the text a letter stands; past the last letter the end of the text."""
        return self._offsets[place] if place < len(self._offsets) else len(self.text)


def _placed(text: str) -> list[tuple[str, int]]:
    """The bare letters, each with its place; a sign within a number belongs to it."""
    within = {found.start() for found in _IN_A_NUMBER.finditer(text)}
    placed = []
    for offset, letter in enumerate(text):
        if offset in within:
            placed.append(("-" if letter in _DASHES else letter, offset))
            continue
        folded = unicodedata.normalize("NFKC", letter).casefold().replace("\u2044", "/")
        placed += [(one, offset) for one in folded if one.isalnum() or one in _SIGNS]
    return placed

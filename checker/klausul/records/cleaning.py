"""Text of a cell to the same text without what cannot be seen: spaces around it, no-break spaces, split letters."""

from __future__ import annotations

import unicodedata

_SPACES = {ord(space): " " for space in "\u00a0\u2007\u2009\u202f"}
_EDGES = " \t\r\n"
_SHOWN = 60


def clean(text: str) -> str:
    """Composed letters (Unicode NFC), ordinary spaces, none at the ends.

    >>> clean("A\\u030arhus\\u00a0C ")
    'Århus C'
    """
    if text.isascii():
        return text.strip(_EDGES)
    return unicodedata.normalize("NFC", text).translate(_SPACES).strip(_EDGES)


def respelt(text: str) -> bool:
    """Whether cleaning changes more than the spaces at the ends."""
    return not text.isascii() and clean(text) != text.strip(_EDGES)


def hidden_character(text: str, allowed: str = "") -> str | None:
    """The first control or invisible character of a text, as `U+200B`.

    >>> hidden_character("a\\u200bb")
    'U+200B'
    """
    if text.isprintable():
        return None
    for letter in text:
        if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") and letter not in allowed:
            return f"U+{ord(letter):04X}"
    return None


def shown(text: str) -> str:
    """A text for a message: short, on one line, with invisible characters written out.

    >>> shown("a\\tb")
    'a<U+0009>b'
    """
    text = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return "".join(letter if hidden_character(letter) is None else f"<U+{ord(letter):04X}>" for letter in text)


def header_name(text: str) -> str:
    """A column header as it is compared: clean, and with single spaces."""
    return " ".join(clean(text).split())

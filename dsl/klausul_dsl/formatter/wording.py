"""The words, numbers, texts and references of a policy, as they are printed in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from klausul_dsl import syntax
from klausul_dsl.clauses import parse_reference, show_clause
from klausul_dsl.formatter.blocks import WIDTH, Block, below, beside, piece, spread, width
from klausul_dsl.keywords import KEYWORDS, TYPE_WORDS, printed
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Language

_BARE = re.compile(r"[^\W\d]\w*")
_KEYWORDS = frozenset(
    part.lower()
    for keyword in KEYWORDS.values()
    for language in LANGUAGES
    for word in keyword.words(language)
    for part in word.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """How a file is printed: the language, and the one it was written in; names by their span, offsets of comments.

    `neuter` holds the spans of the names that are neuter in Danish; None leaves it to what was written.
    """

    language: Language
    written: Language
    names: Mapping[Span, str]
    neuter: frozenset[Span] | None = None
    own_line: tuple[int, ...] = ()
    end_of_line: tuple[int, ...] = ()

    def keyword(self, terminal: str, *, neuter: bool = False) -> str:
        return printed(terminal, self.language, neuter=neuter)

    def gendered(self, terminal: str, noun: syntax.Name, *, written: bool) -> str:
        """The word of a terminal that agrees with a noun; `written` is whether it was written in the neuter."""
        return self.keyword(terminal, neuter=written if self.neuter is None else noun.span in self.neuter)

    def parted(self, spans: Sequence[Span]) -> bool:
        """Whether a comment stands so between these neighbours that they cannot share a line."""
        return any(spans[0].start < at < spans[-1].start for at in self.end_of_line) or any(
            one.end <= at < other.start for one, other in pairwise(spans) for at in self.own_line
        )


def unnamed(wording: Wording) -> Wording:
    """The wording for the names of agreements: they are those of their folders and never translated."""
    return replace(wording, names={})


def name(wording: Wording, node: syntax.Name) -> Block:
    """The only way a name is printed: as the file's language or the translation has it."""
    return piece(wording.names.get(node.span, node.word), node.span)


def value_type(wording: Wording, node: syntax.Name | syntax.ChoiceType) -> Block:
    """The type of a parameter: a word of the language, the field whose choices it takes, or else a name."""
    if isinstance(node, syntax.ChoiceType):
        head = piece(f"{wording.keyword('CHOICES_OF' if node.several else 'CHOICE_OF')} ")
        return beside(head, name(wording, node.entity), piece("."), name(wording, node.member))
    if node.span not in wording.names:
        for keyword in TYPE_WORDS.values():
            if node.word in (*keyword.da, *keyword.en):
                return piece(keyword.words(wording.language)[0], node.span)
    return name(wording, node)


def number(wording: Wording, value: Fraction) -> str:
    """An exact decimal number with the mark of the language; trailing noughts are dropped.

    >>> number(Wording(language="da", written="da", names={}), Fraction(156, 100))
    '1,56'
    """
    digits = 0
    while (value * 10**digits).denominator != 1:
        if digits == 30:
            return f"{value.numerator}/{value.denominator}"
        digits += 1
    sign, scaled = ("-" if value < 0 else ""), str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    if not digits:
        return sign + scaled
    return f"{sign}{scaled[:-digits]}{',' if wording.language == 'da' else '.'}{scaled[-digits:]}"


def quantity(wording: Wording, node: syntax.NumberLiteral) -> Block:
    """A number with its unit."""
    shown = number(wording, node.value)
    return piece(f"{shown} {wording.keyword(node.unit)}" if node.unit else shown, node.span)


def key(word: str) -> str:
    """The key of a record: bare where it reads as a name, else quoted."""
    return word if _BARE.fullmatch(word) and word.lower() not in _KEYWORDS else f'"{word}"'


def words(node: syntax.Words, room: int = WIDTH) -> Block:
    """A text, in one language or tagged by language; two that do not fit beside each other stand below each other."""
    if node.plain is not None:
        return piece(f'"{node.plain}"', node.span)
    tagged = [
        piece(f'{tag} "{text}"', node.span) for tag, text in (("da", node.da), ("en", node.en)) if text is not None
    ]
    line = spread(tagged, " ")
    return line if width(line) <= room else below(*tagged)


def keyed(wording: Wording, node: syntax.Path) -> Block | None:
    """A single name that may be the key of a record, in the letters it was written in; None for another path."""
    if len(node.names) > 1 or node.on is not None or node.names[0].span in wording.names:
        return None
    return piece(node.names[0].spelt or node.names[0].word, node.span)


def cites(wording: Wording, nodes: tuple[syntax.Cite, ...]) -> Block:
    """`under 3.3; almenboligloven § 59(7)`."""
    shown = "; ".join(reference(wording, node.text) for node in nodes)
    return piece(f"{wording.keyword('UNDER')} {shown}", nodes[0].span.to(nodes[-1].span))


def reference(wording: Wording, text: str) -> str:
    """A clause reference in the form of the language; as written where it is none."""
    parsed = parse_reference(text)
    if parsed is None:
        return " ".join(text.split())
    register, clause = parsed
    shown = show_clause(clause, wording.language)
    return f"{register} {shown}" if register else shown

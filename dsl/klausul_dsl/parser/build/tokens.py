"""What all builders read tokens with: spans, dates, numbers, texts."""

from __future__ import annotations

import datetime
from fractions import Fraction
from typing import Any, TypeVar

from lark import Token, Transformer
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Language, Text

N = TypeVar("N")
Children = list[Any]


class WordingError(Exception):
    """A word that has the right form and cannot be what it says: the code of the problem, its span and its facts."""

    def __init__(self, code: str, span: Span, **facts: str | Text) -> None:
        super().__init__(code)
        self.code = code
        self.span = span
        self.facts = facts


def tokens(children: Children, kind: str) -> list[Token]:
    return [child for child in children if isinstance(child, Token) and child.type == kind]


def kinds(children: Children) -> list[str]:
    return [child.type for child in children if isinstance(child, Token)]


def one(children: Children, kind: type[N]) -> N | None:
    return next((child for child in children if isinstance(child, kind)), None)


def each_of(children: Children, kind: type[N]) -> tuple[N, ...]:
    return tuple(child for child in children if isinstance(child, kind))


def expressions(children: Children) -> tuple[s.Expression, ...]:
    return each_of(children, s.Expression)  # type: ignore[arg-type]


class TokenReader(Transformer[Token, Any]):
    """A transformer of a source in a language, with what reads the tokens of its trees."""

    def __init__(self, source: Source, language: Language) -> None:
        super().__init__()
        self.source = source
        self.language = language

    def _span(self, meta: Meta) -> Span:
        return self.source.span(meta.start_pos, meta.end_pos)

    def _token_span(self, token: Token) -> Span:
        start = token.start_pos or 0
        return self.source.span(start, start + len(token))

    def _date(self, token: Token) -> datetime.date:
        try:
            return datetime.date.fromisoformat(str(token))
        except ValueError:
            raise WordingError("K108", self._token_span(token), word=str(token)) from None

    def _number(self, token: Token) -> Fraction:
        return Fraction(str(token).replace(",", "."))

    def _whole(self, token: Token) -> int:
        value = self._number(token)
        if value.denominator != 1:
            raise WordingError("K109", self._token_span(token), word=str(token))
        return int(value)

    def _string(self, token: Token) -> str:
        return " ".join(str(token)[1:-1].split())

    def _neuter(self, token: Token) -> bool:
        words = {"for hvert", "intet", "hvert", "mindst et", "noget"}
        return self.language == "da" and " ".join(str(token).lower().split()) in words

    def _cites(self, children: Children) -> tuple[s.Cite, ...]:
        return tuple(next((child for child in children if isinstance(child, list)), []))

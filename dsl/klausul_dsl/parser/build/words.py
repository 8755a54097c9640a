"""Names, paths, texts and citations: the words that all items are written with."""

from __future__ import annotations

from lark import v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.parser.build.tokens import Children, TokenReader, WordingError, each_of, tokens


@v_args(meta=True)
class WordBuilder(TokenReader):
    """Builds names, texts and citations."""

    def name(self, meta: Meta, children: Children) -> s.Name:
        return s.Name(word=str(children[0]).lower(), spelt=str(children[0]), span=self._span(meta))

    def path(self, meta: Meta, children: Children) -> s.Path:
        return s.Path(names=tuple(children), span=self._span(meta))

    def plain_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(plain=self._string(children[0]), span=self._span(meta))

    def danish_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(da=self._string(children[-1]), span=self._span(meta))

    def english_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(en=self._string(children[-1]), span=self._span(meta))

    def tagged_words(self, meta: Meta, children: Children) -> s.Words:
        da: str | None = None
        en: str | None = None
        for words in each_of(children, s.Words):
            if (words.da is not None and da is not None) or (words.en is not None and en is not None):
                raise WordingError("K116", words.span)
            da, en = words.da or da, words.en or en
        return s.Words(da=da, en=en, span=self._span(meta))

    def cites(self, _meta: Meta, children: Children) -> list[s.Cite]:
        return [
            s.Cite(text=" ".join(token.split()), span=self._token_span(token))
            for token in tokens(children, "REFERENCE")
        ]

    def called(self, meta: Meta, children: Children) -> s.Called:
        return s.Called(words=children[-1], span=self._span(meta))

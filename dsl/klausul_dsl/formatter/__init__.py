"""Syntax tree to canonical text, in the language of the file or with the words of the other."""

from __future__ import annotations

from collections.abc import Mapping

from klausul_dsl.formatter.blocks import Block, below, piece
from klausul_dsl.formatter.comments import with_comments
from klausul_dsl.formatter.items import item
from klausul_dsl.formatter.wording import Wording
from klausul_dsl.source import NOWHERE, Span
from klausul_dsl.syntax import File
from klausul_dsl.text import Language

_HEADERS: dict[Language, str] = {"da": "sprog dansk", "en": "language english"}


def format_file(
    file: File,
    language: Language | None = None,
    names: Mapping[Span, str] | None = None,
    neuter: frozenset[Span] | None = None,
) -> str:
    """The canonical text of a policy file; every comment is kept.

    In another `language` its keywords and number marks are printed; `names` then gives the words of names by their
    span, and `neuter` the spans of the names that are neuter in Danish (where None: as written).

    >>> format_file(File(version=1, language="da"))
    'klausul 1   sprog dansk\\n'
    """
    wording = Wording(
        language=language or file.language,
        written=file.language,
        names=names or {},
        neuter=neuter,
        own_line=tuple(comment.span.start for comment in file.comments if comment.own_line),
        end_of_line=tuple(comment.span.start for comment in file.comments if not comment.own_line),
    )
    header = f"klausul {file.version}   {_HEADERS[wording.language]}"
    start = _header_start(file)
    block: Block = piece(header, NOWHERE if file.span == NOWHERE else Span(file.span.file, start, start + 1))
    for node in file.items:
        block = below(block, piece(""), item(wording, node))
    return "\n".join(with_comments(block, file.comments)) + "\n"


def _header_start(file: File) -> int:
    """Where the header may begin at the earliest: after the comments that leave no room for it before them."""
    shortest = len("klausul 1 sprog dansk")
    start = file.span.start
    for comment in file.comments:
        if not comment.own_line or comment.span.start - start >= shortest:
            break
        start = comment.span.end + 1
    return start

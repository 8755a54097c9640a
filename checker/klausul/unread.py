"""A file that could not be read to why, and what helps: how it was saved, where it is not UTF-8, that it is gone."""

from __future__ import annotations

import codecs

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import Span
from klausul_dsl.text import Text

_SAVE = Text(
    "åbn filen, og gem den igen som UTF-8 (“Gem som”, “Kodning”)",
    "open the file and save it again as UTF-8 (“Save as”, “Encoding”)",
)
_THERE = Text(
    "læg filen i mappen, eller se efter, at den må læses", "put the file into the folder, or see that it may be read"
)
_NAMED = Text("ret navnet, eller læg filen i mappen", "mend the name, or put the file into the folder")


def unread(file: str, span: Span, error: OSError | UnicodeDecodeError) -> Diagnostic:
    """What is wrong with a file, told at its place: the file itself, or where a text names it."""
    if isinstance(error, UnicodeDecodeError):
        return diagnose("K814", span, path=file, reason=_encoding(bytes(error.object), error.start), remedy=_SAVE)
    gone = isinstance(error, FileNotFoundError)
    reason = Text("den findes ikke", "it is not there") if gone else Text("den må ikke læses", "it may not be read")
    named = gone and span.file != file
    return diagnose("K814", span, path=file, reason=reason, remedy=_NAMED if named else _THERE)


def _encoding(data: bytes, start: int) -> Text:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data[:40]:
        return Text("den er gemt som UTF-16 (“Unicode”)", "it is saved as UTF-16 (“Unicode”)")
    line = data[:start].count(b"\n") + 1
    letter = data[start : start + 1].decode("cp1252", "replace")
    return Text(f"“{letter}” i linje {line} er ikke UTF-8", f"“{letter}” in line {line} is not UTF-8")

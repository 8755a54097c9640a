"""`wording.yaml` beside a policy: how the text of an agreement read when its register was made, read and written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from klausul.library.folders import Folder
from klausul.library.register import owned, read_checked
from klausul.library.shipped import schema
from klausul.unread import unread
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.sentences import Sentence
from klausul_dsl.source import Source, Span
from klausul_dsl.stretches import Stretch, Wording

WORDING = "wording.yaml"


def recorded(
    folder: Folder, sentences: Sequence[Sentence], problems: list[Diagnostic], sources: dict[str, Source]
) -> Wording | None:
    """The wording that lies in a folder, if any; it is told where it was made from other quotations."""
    path = folder.path / WORDING
    if not path.exists():
        return None
    file = f"{folder.shown}/{WORDING}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(unread(file, Span(file, 0, 0), error))
        return None
    source = sources[file] = Source.of(file, text)
    tree, raw, found = read_checked(source, schema("wording"), "K841")
    problems += [*found, *owned(tree, folder.name)]
    if raw is None:
        return None
    wording = Wording(
        quotations=raw["quotations"],
        stretches=tuple(Stretch(int(item["words"]), item["digest"]) for item in raw["stretches"]),
    )
    if not wording.fits(sentences):
        problems.append(diagnose("K855", source.span(0, source.text.find("\n"))))
    return wording


def wording_lines(wording: Wording, agreement: str, sentences: Sequence[Sentence]) -> Iterator[str]:
    """A wording as it is written."""
    yield "# How the text read when the register was made: from each quotation to the next the number of words and a"
    yield "# digest, never the words. Written by `klausul clauses verify TEXTFILE --record`."
    yield f"agreement: {agreement}"
    yield f'quotations: "{wording.quotations}"'
    yield "stretches:"
    begun = ("", *(f'from: "{sentence.id}", ' for sentence in sentences))
    for start, stretch in zip(begun, wording.stretches, strict=True):
        yield f'  - {{ {start}words: {stretch.words}, digest: "{stretch.digest}" }}'


def place_of(folder: Folder) -> Path:
    """Where the wording of an agreement lies."""
    return folder.path / WORDING

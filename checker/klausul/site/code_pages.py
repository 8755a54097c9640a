"""The catalogue of diagnostic codes to pages: what each means, its example with the message, and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from klausul.mistakes import Shown, mistake_of
from klausul.site.marks import fence, safe, tabs
from klausul_dsl.codes import CATALOGUE, Code, Severity, way_out

FAMILIES = {
    "K1": "Ordene",
    "K2": "Navnene",
    "K3": "Typer og enheder",
    "K4": "Bestemmelser og datoer",
    "K5": "Krav til en aftaletekst",
    "K6": "Eksempler",
    "K7": "Profiler og leverancer",
    "K8": "Brug af kommandoen",
    "K9": "Fejl i Klausul",
}


def codes() -> list[Code]:
    """Every code, in order."""
    return [CATALOGUE[name] for name in sorted(CATALOGUE)]


def code_index() -> Iterator[str]:
    """The page that lists the codes."""
    yield "# Fejlkoder"
    yield ""
    yield "Hver fejl og hver advarsel har en kode. `klausul explain K801` viser det samme på kommandolinjen."
    yield ""
    for family, title in FAMILIES.items():
        members = [code for code in codes() if code.code.startswith(family)]
        if not members:
            continue
        yield f"## {title}"
        yield ""
        yield "| Kode | Titel | |"
        yield "| --- | --- | --- |"
        for code in members:
            yield f"| [{code.code}]({code.code}.md) | {safe(code.title.da)} | {_severity(code)} |"
        yield ""


def _severity(code: Code) -> str:
    word = "fejl" if code.severity is Severity.ERROR else "advarsel"
    return f'<span class="status status--{code.severity.value}">{word}</span>'


def code_page(code: Code) -> Iterator[str]:
    """The page of one code, by its example in the corpus."""
    yield f"# {code.code} {safe(code.title.da)}"
    yield ""
    yield _severity(code)
    yield ""
    yield from tabs({"Dansk": [_marked(code.why.da)], "English": [_marked(code.why.en)]})
    example = mistake_of(code.code)
    if example is not None and example.wrong:
        yield from _texts("Et eksempel", example.wrong)
    if example is not None:
        yield "## Beskeden"
        yield ""
        yield from tabs(
            {
                "Dansk": list(fence(example.told.da, "{ .text .message }")),
                "English": list(fence(example.told.en, "{ .text .message }")),
            }
        )
    if (way := way_out(code)) is not None:
        yield "## Vejen ud"
        yield ""
        yield from tabs({"Dansk": [_marked(way.da)], "English": [_marked(way.en)]})
    if example is not None and example.mended:
        yield from _texts("Rettet", example.mended)


def _marked(text: str) -> str:
    """A text whose commands stand between backticks.

    >>> _marked("kør `klausul test` *nu*")
    'kør `klausul test` \\\\*nu\\\\*'
    """
    return "".join(part if part.startswith("`") else safe(part) for part in re.split(r"(`[^`]+`)", text))


def _texts(heading: str, shown: tuple[Shown, ...]) -> Iterator[str]:
    """Lines of an example: a policy is coloured, other files are not."""
    yield f"## {heading}"
    yield ""
    for part in shown:
        if part.file:
            yield f"`{part.file}`"
            yield ""
        policy = part.file.endswith(".klausul") or part.lines[0].startswith("klausul 1")
        yield from fence("\n".join(part.lines), *(() if policy else ("text",)))

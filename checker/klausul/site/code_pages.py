"""The catalogue of diagnostic codes to pages: what each means, how its message reads, and the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from klausul.site.marks import fence, safe, tabs
from klausul_dsl.codes import CATALOGUE, Code, Severity
from klausul_dsl.text import Text

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


def code_page(code: Code, examples: Path) -> Iterator[str]:
    """The page of one code; the first bad example of the corpus shows it, if there is one."""
    yield f"# {code.code} {safe(code.title.da)}"
    yield ""
    yield _severity(code)
    yield ""
    yield from tabs({"Dansk": [_marked(code.why.da)], "English": [_marked(code.why.en)]})
    yield "## Beskeden"
    yield ""
    yield from tabs(
        {
            "Dansk": list(_message(code, code.message.da, code.hint.da, "hjælp")),
            "English": list(_message(code, code.message.en, code.hint.en, "help")),
        }
    )
    yield from _example(code, examples)


def _marked(text: str) -> str:
    """A text whose commands stand between backticks.

    >>> _marked("kør `klausul test` *nu*")
    'kør `klausul test` \\\\*nu\\\\*'
    """
    return "".join(part if part.startswith("`") else safe(part) for part in re.split(r"(`[^`]+`)", text))


def _message(code: Code, message: str, hint: str, word: str) -> Iterator[str]:
    kinds = {Severity.ERROR: Text("fejl", "error"), Severity.WARNING: Text("advarsel", "warning")}
    kind = kinds[code.severity]["da" if word == "hjælp" else "en"]
    gap = re.compile(r"\{\w+\}")
    yield from fence(
        f"{kind}[{code.code}]: {gap.sub('…', message)}\n  = {word}: {gap.sub('…', hint)}", "{ .text .message }"
    )


def _example(code: Code, examples: Path) -> Iterator[str]:
    found = sorted(examples.glob(f"**/{code.code}-*.klausul")) if examples.is_dir() else []
    if not found:
        return
    yield "## Eksempel"
    yield ""
    yield from fence(found[0].read_text("utf-8"))

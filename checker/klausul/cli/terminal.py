"""What commands share: printing, progress on a terminal, and reports that are whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import click

from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import Diagnostic, diagnose, render
from klausul_dsl.source import NOWHERE, Source
from klausul_dsl.text import Language, Text


def show_diagnostics(
    diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], language: Language, *, err: bool = True
) -> None:
    """Print problems, a blank line between them, and how many there were if there were several."""
    listed = list(diagnostics)
    for number, diagnostic in enumerate(listed):
        click.echo(("\n" if number else "") + render(diagnostic, sources, language), err=err)
    errors = sum(item.severity is Severity.ERROR for item in listed)
    if errors > 1:
        click.echo("\n" + Text(f"{errors} fejl", f"{errors} errors")[language], err=err)


@contextmanager
def progress(language: Language) -> Iterator[Callable[[Text, int], None]]:
    """Tells a terminal what is being worked on and how much of it there is; says nothing where nobody watches."""
    if not sys.stderr.isatty():
        yield lambda _what, _rows: None
        return
    from rich.console import Console

    from klausul_dsl.prose.values import show_number

    console = Console(stderr=True, no_color="NO_COLOR" in os.environ or None)
    with console.status("") as status:
        yield lambda what, rows: status.update(f"{what[language]} ({show_number(Fraction(rows), language)})")


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to standard output."""
    for line in lines:
        click.echo(line)


def write_whole(path: Path, lines: Iterable[str]) -> Diagnostic | None:
    """Write a file beside its place and rename it when it is whole; nothing is left where that fails."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            with part.open("x", encoding="utf-8", newline="\n") as file:
                file.writelines(f"{line}\n" for line in lines)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        return diagnose("K818", NOWHERE, path=path.as_posix(), reason=why_not(error))
    return None


def why_not(error: OSError) -> Text:
    """Why the system would not write, in words."""
    match error:
        case FileNotFoundError():
            return Text("mappen findes ikke", "the folder is not there")
        case PermissionError():
            return Text("der må ikke skrives dér", "writing is not allowed there")
        case IsADirectoryError():
            return Text("det er en mappe", "it is a folder")
        case _:
            return Text("systemet siger nej", (error.strerror or "the system refuses").lower())

"""`klausul format`: policy texts in canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from klausul.cli.commands import Command
from klausul.cli.terminal import show_diagnostics, write_whole
from klausul.unread import unread
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE, Source
from klausul_dsl.text import Language, Text

_HELP = Text(
    "Skriv .klausul-filer i deres faste form. En fil med fejl røres ikke.",
    "Write .klausul files in canonical form. A file with errors is left alone.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "format",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["paths"], nargs=-1, required=True, metavar=Text("STI…", "PATH…")[language]),
            click.Option(
                ["--check"],
                is_flag=True,
                help=Text(
                    "Skriv intet; slut med 1, hvis en fil ville blive ændret.",
                    "Write nothing; end with 1 if a file would change.",
                )[language],
            ),
            click.Option(
                ["--language", "target"],
                type=click.Choice(["da", "en"]),
                help=Text(
                    "Vis teksten på dansk (da) eller engelsk (en) i stedet for at skrive filen om.",
                    "Show the text in Danish (da) or English (en) instead of rewriting the file.",
                )[language],
            ),
            click.Option(
                ["--output"],
                type=click.Path(path_type=Path, file_okay=False),
                metavar=Text("MAPPE", "FOLDER")[language],
                help=Text("Læg de oversatte filer i en mappe.", "Put the translated files in a folder.")[language],
            ),
        ],
        callback=lambda paths, check, target, output: _run(language, paths, target, output, check=check),
    )


def _run(language: Language, paths: Iterable[str], target: Language | None, output: Path | None, *, check: bool) -> int:
    if target is None:
        return format_paths(language, paths, check=check)
    from klausul.cli.translate import translate_paths

    problems: list[Diagnostic] = []
    files = list(_files(paths, problems))
    show_diagnostics(problems, {}, language)
    return max(2 if problems else 0, translate_paths(language, files, target, output))


def format_paths(language: Language, paths: Iterable[str], *, check: bool) -> int:
    """Format files and folders; 2 where one cannot be read, 1 where `check` finds one that would change."""
    problems: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    changed = 0
    for path in _files(paths, problems):
        text = _formatted(path, problems, sources)
        if text is None or text.encode() == path.read_bytes():
            continue
        changed += 1
        if check:
            problems.append(diagnose("K821", NOWHERE, path=path.as_posix()))
        elif (problem := write_whole(path, text.splitlines())) is not None:
            problems.append(problem)
        else:
            click.echo(f"{path.as_posix()}: {Text('skrevet om', 'rewritten')[language]}")
    show_diagnostics(problems, sources, language)
    if any(problem.code != "K821" for problem in problems):
        return 2
    return 1 if check and changed else 0


def _files(paths: Iterable[str], problems: list[Diagnostic]) -> Iterator[Path]:
    for name in paths:
        path = Path(name)
        if path.is_dir():
            yield from sorted(path.rglob("*.klausul"))
        elif path.is_file():
            yield path
        else:
            problems.append(diagnose("K820", NOWHERE, path=name))


def _formatted(path: Path, problems: list[Diagnostic], sources: dict[str, Source]) -> str | None:
    from klausul_dsl.formatter import format_file
    from klausul_dsl.parser import parse

    name = path.as_posix()
    try:
        source = Source.of(name, path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        problems.append(unread(name, NOWHERE, error))
        return None
    sources[name] = source
    parsed = parse(source)
    if parsed.diagnostics:
        problems.extend(parsed.diagnostics)
        return None
    return format_file(parsed.file)

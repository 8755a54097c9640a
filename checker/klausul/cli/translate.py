"""`klausul format --language`: policy texts in the other language, through the names they were resolved to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.terminal import show_diagnostics, write_whole
from klausul.library.folders import home_of
from klausul.library.sentences import AMBIGUITIES, SENTENCES
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE, Source
from klausul_dsl.text import Language, Text


def translate_paths(language: Language, files: Iterable[Path], target: Language, output: Path | None) -> int:
    """Print policy files in a language, or write them to a folder; 2 where an agreement has errors.

    A file is translated with its whole agreement, for its names are declared in other files of it. With the whole of an
    agreement its registers come along, so that the new folder can be used.
    """
    problems: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    translated: dict[Path, dict[Path, str]] = {}
    wanted = list(files)
    for file in wanted:
        home = home_of(file)
        if home is None:
            problems.append(diagnose("K828", NOWHERE, path=file.as_posix()))
        elif home not in translated:
            translated[home] = dict(_translated(home, target, problems, sources))
    texts = [
        (file, text) for file in wanted if (text := translated.get(home_of(file) or file, {}).get(file)) is not None
    ]
    if not _errors(problems):
        if output is None:
            for file, text in texts:
                click.echo(f"# {file.as_posix()}\n{text}" if len(texts) > 1 else text, nl=len(texts) > 1)
        else:
            whole = [home for home, files in translated.items() if files.keys() <= set(wanted)]
            registers = [(file, file.read_text("utf-8")) for home in whole for file in _registers(home)]
            problems += _written([*texts, *registers], output)
            if not _errors(problems):
                amount = len(texts) + len(registers)
                place = output.as_posix()
                click.echo(Text(f"{place}: {amount} filer skrevet", f"{place}: {amount} files written")[language])
    show_diagnostics(problems, sources, language)
    return 2 if _errors(problems) else 0


def _written(texts: Iterable[tuple[Path, str]], output: Path) -> Iterator[Diagnostic]:
    for file, text in texts:
        place = output / file.relative_to((home_of(file) or file).parent)
        place.parent.mkdir(parents=True, exist_ok=True)
        if (problem := write_whole(place, text.splitlines())) is not None:
            yield problem


def _registers(home: Path) -> Iterator[Path]:
    """What stands beside the texts of an agreement and speaks both languages: its clauses, sentences, ambiguities."""
    for pattern in ("*.yaml", f"{SENTENCES}/*.yaml", f"{AMBIGUITIES}/*.yaml"):
        yield from sorted(home.glob(pattern))


def _errors(problems: Iterable[Diagnostic]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _translated(
    home: Path, target: Language, problems: list[Diagnostic], sources: dict[str, Source]
) -> Iterator[tuple[Path, str]]:
    from klausul.library import load_agreement, vocabulary
    from klausul_dsl.formatter.translate import translate

    loaded = load_agreement(home.as_posix(), grammar_cache())
    sources.update(loaded.sources)
    problems += [problem for problem in loaded.diagnostics if problem.severity is Severity.ERROR]
    if loaded.shelf is None or loaded.broken:
        return
    folder = loaded.shelf.folders[0]
    for name in folder.texts:
        path = home / Path(name).relative_to(folder.shown)
        yield path, translate(loaded.trees[name], target, loaded.words, vocabulary())

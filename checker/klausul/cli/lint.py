"""`klausul lint`: what is wrong with policy texts, and what can be mended without a question."""

from __future__ import annotations

import codecs
import difflib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option
from klausul.cli.remembered import each, shipped
from klausul.cli.terminal import print_lines, show_diagnostics, write_whole
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.library import Loaded
    from klausul_dsl.fixes import Mended

_HELP = Text(
    "Find fejl i aftalernes tekster og fortegnelser. Uden navne ses alle efter.",
    "Find errors in the texts and registers of agreements. Without names, all are looked at.",
)
_FIX = Text(
    "Fjern parametre, definitioner og fortolkninger, som intet bruger. Resten af filen røres ikke.",
    "Remove parameters, definitions and readings that nothing uses. Nothing else of a file is touched.",
)
_DIFF = Text("Vis, hvad --fix ville ændre, og skriv intet.", "Show what --fix would change, and write nothing.")


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "lint",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["policies"], nargs=-1, metavar=Text("[AFTALE]…", "[AGREEMENT]…")[language]),
            click.Option(["--fix"], is_flag=True, help=_FIX[language]),
            click.Option(["--diff"], is_flag=True, help=_DIFF[language]),
            language_option(language),
        ],
        callback=lambda policies, fix, diff: lint(language, policies, fix=fix, diff=diff),
    )


def lint(language: Language, policies: Iterable[str], *, fix: bool = False, diff: bool = False) -> int:
    """Print every problem that is not mended, and return 2 where one of them is an error."""
    names = tuple(policies) or shipped()
    if not fix and not diff:
        return max(each("lint", names, language, lambda name: _looked_at(name, language)), default=0)
    return max((_mend(name, language, diff=diff) for name in names), default=0)


def _mend(name: str, language: Language, *, diff: bool) -> int:
    from klausul.library import load_agreement

    loaded = load_agreement(name, grammar_cache())
    unwritten = _mended(loaded, language, write=not diff)
    if unwritten:
        show_diagnostics(unwritten, loaded.sources, language)
    code = 0 if diff else _looked_at(name, language)
    return 2 if unwritten else code


def _looked_at(name: str, language: Language) -> int:
    from klausul.library import load_agreement, registered
    from klausul.misnamed import misnamed
    from klausul_dsl.codes import Severity

    loaded = load_agreement(name, grammar_cache())
    held = None if loaded.broken else registered(loaded)
    folder = loaded.shelf.folders[0] if loaded.shelf else None
    astray = misnamed(folder.path, folder.shown) if folder else ()
    problems = (*loaded.diagnostics, *(held.diagnostics if held else ()), *astray)
    show_diagnostics(problems, held.sources if held else loaded.sources, language, err=False)
    if loaded.policy is None or any(item.severity is Severity.ERROR for item in problems):
        return 2
    if not problems:
        seen = folder.path.as_posix() if folder and Path(name).is_file() else name
        click.echo(f"{seen}: {Text('ingen fejl', 'no errors')[language]}")
    return 0


def _mended(loaded: Loaded, language: Language, *, write: bool) -> list[Diagnostic]:
    """Mend the files of an agreement, or show the changes; what is wrong where a file cannot be written."""
    if loaded.policy is None or loaded.shelf is None:
        return []
    mended, folder = _fixed(loaded), loaded.shelf.folders[0]
    problems = []
    for file, text in mended.texts.items():
        if not write:
            old, new = (held.splitlines() for held in (folder.texts[file], text))
            print_lines(difflib.unified_diff(old, new, file, file, lineterm=""))
            continue
        path = folder.path / Path(file).relative_to(folder.shown)
        if (problem := write_whole(path, _lines(path, text))) is not None:
            problems.append(problem)
    for fixed in () if not write or problems else mended.fixed:
        gone = Text("fjernet", "removed")[language]
        click.echo(f"{gone}: {fixed.message[language]}")
    return problems


def _lines(path: Path, text: str) -> Iterable[str]:
    """The lines of a file's new text, with the byte-order mark and the line ends that it had."""
    mark = "\ufeff" if path.read_bytes().startswith(codecs.BOM_UTF8) else ""
    return (mark + text).removesuffix("\n").split("\n")


def _fixed(loaded: Loaded) -> Mended:
    """What can be mended in an agreement, where nothing that uses it needs it."""
    from klausul.library import agreements, load, parsed, vocabulary
    from klausul_dsl.fixes import Reader, mend

    assert loaded.shelf is not None
    own = loaded.shelf.folders[0].path.resolve()
    paths = {path.resolve() for path in (*agreements(own.parent).values(), *agreements().values())} - {own}
    users = [shelf for shelf in map(load, sorted(paths)) if own in {used.path.resolve() for used in shelf.folders}]
    readers = [Reader(shelf.texts, shelf.registers) for shelf in (loaded.shelf, *users)]
    return mend(readers, vocabulary(), parsed=partial(parsed, cache_folder=grammar_cache()))

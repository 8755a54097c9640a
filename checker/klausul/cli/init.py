"""`klausul init`: a folder for a new agreement, begun from the shipped template."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.calendar import read_day
from klausul.cli.commands import Command, language_option
from klausul.cli.terminal import print_lines, show_diagnostics, why_not, write_whole
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Language, Text, name_of

if TYPE_CHECKING:
    from klausul.library.starting import Start

_HELP = Text(
    "Begynd en ny aftale i MAPPE (den, du står i, hvis intet siges) efter et lille forbillede med regler, "
    "fortegnelser, eksempler og en leverance.\n\n"
    "Aftalen får navn efter mappen. Det, der ikke siges, spørges der om, hvis nogen kan svare.",
    "Begin a new agreement in FOLDER (the one you are in if nothing is said) from a small template with rules, "
    "registers, examples and a delivery.\n\n"
    "The agreement is named after the folder. What is not said is asked for where someone can answer.",
)
_TITLE = Text("Aftalens titel", "The title of the agreement")
_MUNICIPALITY = Text("Kommunens navn, f.eks. “Norddal Kommune”", "The name of the municipality, e.g. “Norddal Kommune”")
_FROM = Text("Aftalens første dag, en 1. januar", "The first day of the agreement, a 1 January")
_TO = Text(
    "Aftalens sidste dag, efter mindst tre kalenderår",
    "The last day of the agreement, after three calendar years or more",
)

_FULL = Text("er ikke en tom mappe", "is not an empty folder")
_FILE = Text("er en fil, ikke en mappe", "is a file, not a folder")


def command(language: Language) -> Command:
    """The command with its help in one language."""
    day, words = Text("DATO", "DATE")[language], Text("TEKST", "TEXT")[language]
    return Command(
        "init",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["folder"], default=".", metavar=Text("[MAPPE]", "[FOLDER]")[language]),
            click.Option(["--title"], metavar=words, help=f"{_TITLE[language]}."),
            click.Option(["--municipality"], metavar=words, help=f"{_MUNICIPALITY[language]}."),
            click.Option(["--from", "first"], metavar=day, help=f"{_FROM[language]}."),
            click.Option(["--to", "last"], metavar=day, help=f"{_TO[language]}."),
            language_option(language),
        ],
        callback=lambda folder, **asked: init(language, Path(folder), **asked),
    )


def init(
    language: Language,
    folder: Path,
    *,
    title: str | None,
    municipality: str | None,
    first: str | None,
    last: str | None,
) -> int:
    """Write the new agreement and print what to do next; nothing is written where something is wrong."""
    problem = _occupied(folder) or _unnamed(folder)
    start = problem or _start(language, folder.resolve().name, title, municipality, first, last)
    if isinstance(start, Diagnostic):
        show_diagnostics([start], {}, language)
        return 2
    from klausul.library.starting import started

    texts = started(start, grammar_cache())
    unwritten = _write(folder, texts)
    if unwritten is not None:
        show_diagnostics([unwritten], {}, language)
        return 2
    print_lines(_told(folder, start, len(texts), language))
    return 0


def _occupied(folder: Path) -> Diagnostic | None:
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return None
    what = _FULL if folder.is_dir() else _FILE
    return diagnose("K829", NOWHERE, path=folder.as_posix(), what=what)


def _unnamed(folder: Path) -> Diagnostic | None:
    """What is wrong with the folder's name where an agreement cannot be called that."""
    from klausul_dsl.parser import parse
    from klausul_dsl.source import Source

    name = name_of(folder.resolve().name)
    parts = ('titel "…"', "gælder fra 2026-01-01", 'bestemmelser "clauses.yaml"')
    text = "\n  ".join((f"klausul 1   sprog dansk\n\naftale {name}", *parts)) + "\n"
    tried = parse(Source.of("aftale.klausul", text), cache_folder=grammar_cache())
    if re.fullmatch("[a-zæøå][a-zæøå0-9_]*", name) and not tried.diagnostics:
        return None
    return diagnose("K830", NOWHERE, name=folder.resolve().name)


def _start(
    language: Language, folder: str, title: str | None, municipality: str | None, first: str | None, last: str | None
) -> Start | Diagnostic:
    """What is to be begun: as it was said, else as it is answered, else as in the template."""
    from klausul.library import starting

    named = _plain(municipality or _asked(_MUNICIPALITY[language], starting.MUNICIPALITY))
    start = read_day(first or _asked(_FROM[language], str(starting.TERM[0])))
    if isinstance(start, Diagnostic):
        return start
    end = read_day(last or _asked(_TO[language], str(starting.usual_end(start))))
    if isinstance(end, Diagnostic):
        return end
    if not starting.fits(start, end):
        return diagnose("K837", NOWHERE, first=_said(start), last=_said(end))
    usual = starting.usual_title(start, end)
    chosen = _plain(title or _asked(_TITLE[language], usual[language]))
    both = Text(chosen, usual.en) if language == "da" else Text(usual.da, chosen)
    return starting.Start(folder=folder, title=both, municipality=named, first=start, last=end)


def _asked(what: str, usual: str) -> str:
    """The answer of whoever sits at the terminal; the usual one where nobody does."""
    return str(click.prompt(what, default=usual)) if sys.stdin.isatty() else usual


def _plain(words: str) -> str:
    """Words that a policy text and a YAML text can hold between straight quotation marks."""
    return " ".join(words.replace('"', "”").replace("\\", "/").split())


def _said(day: date) -> Text:
    from klausul_dsl.prose import show_date

    return Text(show_date(day, "da"), show_date(day, "en"))


def _write(folder: Path, texts: dict[str, str]) -> Diagnostic | None:
    """Write every file, or take away those that were written."""
    written: list[Path] = []
    for name, text in texts.items():
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            problem = write_whole(path, text.splitlines())
        except OSError as error:
            problem = diagnose("K818", NOWHERE, path=path.parent.as_posix(), reason=why_not(error))
        if problem is not None:
            for done in written:
                done.unlink(missing_ok=True)
            return problem
        written.append(path)
    return None


def _told(folder: Path, start: Start, files: int, language: Language) -> Iterator[str]:
    """What was made, how to try it, and in which order to change it."""
    from klausul.library.starting import named

    place, delivery, text = (named(path.as_posix()) for path in (folder, folder / "delivery", folder / "aftale.txt"))
    days = Text(
        f"{_said(start.first).da} – {_said(start.last).da}", f"{_said(start.first).en} – {_said(start.last).en}"
    )
    da = language == "da"
    yield start.title[language]
    yield f"{start.municipality}, {days[language]}"
    yield f"{place}: {files} filer skrevet" if da else f"{place}: {files} files written"
    yield ""
    yield "Prøv den, før du retter noget:" if da else "Try it before you change anything:"
    yield ""
    yield f"  klausul lint {place}"
    yield f"  klausul test {place}"
    yield f"  klausul check {delivery}"
    yield ""
    yield (
        "Organisationer, afdelinger, vilkår og leverance er opdigtede."
        if da
        else "Organisations, estates, terms and delivery are invented."
    )
    yield "Ret dem til jeres aftale i denne rækkefølge:" if da else "Make them yours in this order:"
    yield ""
    yield f"  1. {'aftalens ord' if da else 'the words of the agreement':<34} {text}"
    yield f"  2. {'fortegnelsen over punkter' if da else 'the register of its clauses':<34} clauses.yaml, sentences/"
    yield f"  3. {'reglerne' if da else 'the rules':<34} aftale.klausul …, ambiguities/"
    yield f"  4. {'eksemplerne' if da else 'the examples':<34} examples/"
    yield f"  5. {'hvordan jeres egne filer læses' if da else 'how your own files are read':<34} delivery/profile.yaml"
    yield ""
    yield "README.md siger mere." if da else "README.md says more."

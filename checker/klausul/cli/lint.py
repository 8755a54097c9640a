"""`klausul lint`: what is wrong with policy texts."""

from __future__ import annotations

from collections.abc import Iterable

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option
from klausul.cli.terminal import show_diagnostics
from klausul_dsl.text import Language, Text

_HELP = Text(
    "Find fejl i aftalernes tekster og fortegnelser. Uden navne ses alle efter.",
    "Find errors in the texts and registers of agreements. Without names, all are looked at.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "lint",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["policies"], nargs=-1, metavar=Text("[AFTALE]…", "[AGREEMENT]…")[language]),
            language_option(language),
        ],
        callback=lambda policies: lint(language, policies),
    )


def lint(language: Language, policies: Iterable[str]) -> int:
    """Print every problem, and return 2 where one of them is an error."""
    from klausul.library import agreements, load_agreement

    names = tuple(policies) or tuple(path.as_posix() for path in agreements().values())
    code = 0
    for name in names:
        loaded = load_agreement(name, grammar_cache())
        show_diagnostics(loaded.diagnostics, loaded.sources, language, err=False)
        if loaded.broken:
            code = 2
        elif not loaded.diagnostics:
            click.echo(f"{name}: {Text('ingen fejl', 'no errors')[language]}")
    return code

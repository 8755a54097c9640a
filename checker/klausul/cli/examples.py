"""`klausul test`: the examples of agreements, judged."""

from __future__ import annotations

from collections.abc import Iterable

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option
from klausul.cli.remembered import each, shipped
from klausul.cli.terminal import show_diagnostics
from klausul_dsl.text import Language, Text

_HELP = Text(
    "Prøv aftalernes eksempler: giver de givne oplysninger det forventede udfald? Uden navne prøves alle.",
    "Try the examples of agreements: do the given facts come to the expected outcome? Without names, all are tried.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "test",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["policies"], nargs=-1, metavar=Text("[AFTALE]…", "[AGREEMENT]…")[language]),
            language_option(language),
        ],
        callback=lambda policies: test(language, policies),
    )


def test(language: Language, policies: Iterable[str]) -> int:
    """Judge the examples, print the failures and the count, and return the exit code."""
    names = tuple(policies) or shipped()
    return max(each("test", names, language, lambda name: _tested(name, language)), default=0)


def _tested(name: str, language: Language) -> int:
    from klausul.library import load_agreement, vocabulary
    from klausul_dsl.examples import run_examples

    loaded = load_agreement(name, grammar_cache())
    if loaded.policy is None or loaded.broken:
        show_diagnostics(loaded.diagnostics, loaded.sources, language)
        return 2
    results = list(run_examples(loaded.policy, vocabulary()))
    failed = [result for result in results if not result.passed]
    for result in failed:
        show_diagnostics(result.messages, loaded.sources, language, err=False)
        click.echo()
    click.echo(_count(loaded.policy.agreement.title[language], len(results), len(failed), language))
    return 1 if failed else 0


def _count(title: str, number: int, failed: int, language: Language) -> str:
    if not number:
        return f"{title}: {'ingen eksempler' if language == 'da' else 'no examples'}"
    if language == "da":
        word = "eksempel" if number == 1 else "eksempler"
        return f"{title}: {number} {word}, " + ("alle som forventet" if not failed else f"{failed} ikke som forventet")
    word = "example" if number == 1 else "examples"
    return f"{title}: {number} {word}, " + ("all as expected" if not failed else f"{failed} not as expected")

"""`klausul coverage`: what the examples of agreements show, clause by clause, and which changes they do not notice."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option
from klausul.cli.terminal import print_lines, progress, show_diagnostics
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.library import Loaded
    from klausul.report.coverage import Measured
    from klausul_dsl.diagnostics import Diagnostic
    from klausul_dsl.mutation import Tried
    from klausul_dsl.source import Source

_HELP = Text(
    "Vis, hvad aftalernes eksempler prøver, bestemmelse for bestemmelse, og hvad der mangler. Uden navne vises alle.",
    "Show what the examples of agreements try, clause by clause, and what is missing. Without names, all are shown.",
)
_FAIL_UNDER = Text(
    "Slutkode 1, hvis eksemplerne viser mindre end N procent af punkterne.",
    "Exit code 1 where the examples show less than N percent of the points.",
)
_MUTATE = Text(
    "Ændr hver grænse, betingelse, undtagelse og dato for sig; slutkode 1, hvis intet eksempel opdager en af dem, og "
    "ingen begrundelse står i accepted-mutants.yaml.",
    "Change each limit, condition, exception and date in turn; exit code 1 where no example notices one of them and "
    "no reason stands in accepted-mutants.yaml.",
)
_FORMAT = Text("Rapportens form (text).", "The form of the report (text).")


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "coverage",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["policies"], nargs=-1, metavar=Text("[AFTALE]…", "[AGREEMENT]…")[language]),
            click.Option(["--fail-under"], metavar="N", help=_FAIL_UNDER[language]),
            click.Option(["--mutate"], is_flag=True, help=_MUTATE[language]),
            click.Option(
                ["--format", "form"], type=click.Choice(["text", "json"]), default="text", help=_FORMAT[language]
            ),
            language_option(language),
        ],
        callback=lambda policies, fail_under, mutate, form: coverage(language, policies, fail_under, mutate, form),
    )


def coverage(language: Language, policies: Iterable[str], fail_under: str | None, mutate: bool, form: str) -> int:
    """Print the coverage of each agreement, and return the exit code."""
    from klausul.library import agreements
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.source import NOWHERE

    threshold = _percent(fail_under)
    if threshold is None:
        show_diagnostics([diagnose("K832", NOWHERE, text=fail_under or "")], {}, language)
        return 2
    names = tuple(policies) or tuple(path.as_posix() for path in agreements().values())
    code = 0
    for number, name in enumerate(names):
        if number and form == "text":
            click.echo("\n")
        code = max(code, _covered(name, threshold, mutate, form, language))
    return code


def _percent(text: str | None) -> float | None:
    try:
        number = float((text or "0").replace(",", "."))
    except ValueError:
        return None
    return number if 0 <= number <= 100 else None


def _covered(name: str, threshold: float, mutate: bool, form: str, language: Language) -> int:
    from klausul.library import load_agreement
    from klausul.report.coverage import json_object, text_lines

    loaded = load_agreement(name, grammar_cache())
    problems = loaded.diagnostics if loaded.broken else tuple(_unfit(loaded))
    if problems:
        show_diagnostics(problems, loaded.sources, language)
        return 2
    measured, unfounded = _measured(loaded, mutate, language)
    if form == "json":
        click.echo(json.dumps(json_object(measured), ensure_ascii=False, sort_keys=True))
    else:
        print_lines(text_lines(measured, language))
    if unfounded:
        show_diagnostics(unfounded, measured.sources, language)
        return 2
    return 1 if measured.unexplained or not measured.coverage.reaches(threshold) else 0


def _unfit(loaded: Loaded) -> Iterable[Diagnostic]:
    """What keeps a sound agreement from being measured: examples that do not hold."""
    from klausul.library import vocabulary
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.examples import run_examples
    from klausul_dsl.source import NOWHERE

    assert loaded.policy is not None
    name = loaded.policy.agreement.name
    failed = sum(not result.passed for result in run_examples(loaded.policy, vocabulary()))
    if failed:
        yield diagnose("K831", NOWHERE, agreement=name, number=failed)


def _measured(loaded: Loaded, mutate: bool, language: Language) -> tuple[Measured, list[Diagnostic]]:
    """The coverage, with the mutants where they are asked for, and what is wrong with the reasons given for them."""
    from klausul.library import accepted_mutants, registered, vocabulary
    from klausul.report.coverage import Measured
    from klausul_dsl.coverage import measure
    from klausul_dsl.mutation import survivors, try_mutants, unfounded

    assert loaded.policy is not None
    assert loaded.shelf is not None
    policy, folder = loaded.policy, loaded.shelf.folders[0]
    files, sources = frozenset(folder.texts), dict[str, "Source"](loaded.sources)
    register = loaded.registers[policy.agreement.name]
    covered = measure(policy, files, register, vocabulary(), registered(loaded).listed)
    found = Measured(name=policy.agreement.name, title=policy.agreement.title, coverage=covered, sources=sources)
    if not mutate:
        return found, []
    accepted, problems, source = accepted_mutants(folder.path, folder.shown)
    if source is not None:
        sources[source.file] = source
    with progress(language) as tell:
        tried: list[Tried] = []
        for one in try_mutants(policy, files, vocabulary()):
            tell(one.mutant.label, len(tried))
            tried.append(one)
    problems += unfounded(tried, accepted)
    alive = survivors(tried, accepted)
    return Measured(
        name=found.name,
        title=found.title,
        coverage=covered,
        sources=sources,
        mutants=len(tried),
        survivors=alive,
    ), problems

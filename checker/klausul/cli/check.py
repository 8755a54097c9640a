"""`klausul check`: a delivery audited against an agreement."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.calendar import read_day, read_period
from klausul.cli.commands import Command, language_option, policy_option
from klausul.cli.terminal import print_lines, progress, show_diagnostics, write_whole
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.audit import Request
    from klausul.findings import Audit

_HELP = Text(
    "Kontrollér leverancen i mappen LEVERANCE efter en aftale.\n\nMappen har en kildeprofil (profile.yaml), som siger, "
    "hvordan filerne skal læses.",
    "Audit the delivery in the folder DELIVERY against an agreement.\n\nThe folder has a source profile (profile.yaml) "
    "that says how its files are to be read.",
)

_POLICY = Text(
    "Aftalens navn eller mappe; den, profilen nævner, hvis intet siges.",
    "The name or folder of the agreement; the one that the profile names if nothing is said.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    delivery = Text("LEVERANCE", "DELIVERY")[language]
    return Command(
        "check",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["delivery"], metavar=delivery, type=click.Path(path_type=Path)),
            policy_option(language, _POLICY),
            *basis(language),
            *_extent(language),
            *_report(language),
            *_persons(language),
            language_option(language),
        ],
        callback=lambda **options: check(language, **options),
    )


def basis(language: Language) -> list[click.Option]:
    """What the audit rests on besides the delivery: the day and the readings."""
    return [
        _option(
            language,
            "--as-of",
            metavar=Text("DATO", "DATE"),
            help=Text("Dagen, kontrollen er opgjort.", "The day the audit is made as of."),
        ),
        _option(
            language,
            "--reading",
            "readings",
            multiple=True,
            metavar=Text("NAVN=ALTERNATIV", "NAME=ALTERNATIVE"),
            help=Text("Vælg en fortolkning; kan gentages.", "Choose a reading; may be repeated."),
        ),
    ]


def _extent(language: Language) -> list[click.Option]:
    """What the audit is narrowed to."""
    return [
        _option(
            language,
            "--clause",
            "clauses",
            multiple=True,
            metavar=Text("NUMMER", "NUMBER"),
            help=Text("Kun regler under bestemmelsen; kan gentages.", "Only rules of the clause; may be repeated."),
        ),
        _option(
            language,
            "--rule",
            "rules",
            multiple=True,
            metavar=Text("NAVN", "NAME"),
            help=Text("Kun denne regel; kan gentages.", "Only this rule; may be repeated."),
        ),
        _option(
            language,
            "--estate",
            "estates",
            multiple=True,
            metavar=Text("NUMMER", "ID"),
            help=Text("Kun denne afdeling; kan gentages.", "Only this estate; may be repeated."),
        ),
        _option(
            language,
            "--period",
            metavar=Text("PERIODE", "PERIOD"),
            help=Text(
                "Kun 2024, 2024-03 eller 2024-01-01..2024-06-30.", "Only 2024, 2024-03, or 2024-01-01..2024-06-30."
            ),
        ),
    ]


def _report(language: Language) -> list[click.Option]:
    """How the report is given, and how the command ends."""
    return [
        _option(
            language,
            "--format",
            "form",
            type=click.Choice(["text", "jsonl"]),
            default="text",
            help=Text("Rapportens form.", "The form of the report."),
        ),
        _option(
            language,
            "--output",
            type=click.Path(path_type=Path),
            metavar=Text("FIL", "FILE"),
            help=Text("Skriv rapporten til en fil.", "Write the report to a file."),
        ),
        _option(
            language,
            "--exit-zero",
            is_flag=True,
            help=Text("Slut med 0, også når der er brud.", "End with 0 even where there are breaches."),
        ),
    ]


def _persons(language: Language) -> list[click.Option]:
    """What is told of persons."""
    return [
        _option(
            language,
            "--pseudonym-key",
            metavar=Text("FIL", "FILE"),
            help=Text(
                "Nævn personer med pseudonymer efter nøglen i filen (eller env:NAVN); ellers holdes de tilbage.",
                "Name persons by pseudonyms of the key in the file (or env:NAME); they are withheld otherwise.",
            ),
        ),
        _option(
            language,
            "--show-personal",
            is_flag=True,
            help=Text("Vis personoplysninger i rapporten.", "Show personal data in the report."),
        ),
    ]


def _option(language: Language, *names: str, help: Text, metavar: Text | None = None, **more: Any) -> click.Option:
    return click.Option(list(names), help=help[language], metavar=metavar[language] if metavar else None, **more)


def check(language: Language, *, form: str, output: Path | None, exit_zero: bool, **asked: Any) -> int:
    """Audit, report, and return the exit code."""
    request, problems = _request(**asked)
    if request is None:
        show_diagnostics(problems, {}, language)
        return 2
    from klausul.audit import Stopped, audit

    with progress(language) as tell:
        done = audit(request, progress=tell)
    if isinstance(done, Stopped):
        show_diagnostics(done.diagnostics, done.sources, language)
        return 3 if done.unread else 2
    return _reported(done, form, output, language, exit_zero=exit_zero)


def _reported(done: Audit, form: str, output: Path | None, language: Language, *, exit_zero: bool) -> int:
    from klausul.findings import exit_code
    from klausul.report import write

    code = exit_code(done)
    lines = write(done, form, language)
    if output is None:
        print_lines(lines)
    elif (problem := write_whole(output, lines)) is not None:
        show_diagnostics([problem], {}, language)
        return 2
    return 0 if code == 1 and exit_zero else code


def _request(
    *,
    delivery: Path,
    policy: str | None,
    as_of: str | None,
    period: str | None,
    pseudonym_key: str | None,
    show_personal: bool,
    **lists: Any,
) -> tuple[Request | None, list[Diagnostic]]:
    from klausul.audit import Request
    from klausul.cli.disclosure import read_disclosure

    day = read_day(as_of) if as_of is not None else None
    days = read_period(period) if period is not None else None
    environment = click.get_current_context().find_root().obj
    told = read_disclosure(pseudonym_key, environment, show_personal=show_personal)
    problems = [item for item in (day, days, told) if isinstance(item, Diagnostic)]
    if isinstance(day, Diagnostic) or isinstance(days, Diagnostic) or isinstance(told, Diagnostic):
        return None, problems
    request = Request(
        delivery=delivery,
        policy=policy,
        cache_folder=grammar_cache(),
        as_of=day,
        period=days,
        disclosure=told,
        **lists,
    )
    return request, []

"""The group of commands in one language; a command's module is imported only when the command is used."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any

import click

from klausul_dsl.text import Language, Text


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: its name, the module that builds it, and one line of help."""

    name: str
    module: str
    help: Text


COMMANDS: tuple[Entry, ...] = (
    Entry("check", "check", Text("Kontrollér en leverance efter en aftale.", "Audit a delivery against an agreement.")),
    Entry("init", "init", Text("Begynd en ny aftale efter et forbillede.", "Begin a new agreement from a template.")),
    Entry("test", "examples", Text("Prøv aftalernes egne eksempler.", "Try the examples of agreements.")),
    Entry(
        "coverage",
        "coverage",
        Text("Vis, hvad aftalernes eksempler prøver.", "Show what the examples of agreements try."),
    ),
    Entry("lint", "lint", Text("Find fejl i aftaletekster.", "Find errors in policy texts.")),
    Entry("format", "format", Text("Skriv aftaletekster i deres faste form.", "Write policy texts in canonical form.")),
    Entry("explain", "explain", Text("Forklar en regel eller en fejlkode.", "Explain a rule or an error code.")),
    Entry("readings", "readings", Text("Vis aftalens åbne spørgsmål.", "Show the open questions of an agreement.")),
    Entry(
        "clauses",
        "clauses",
        Text(
            "Vis, hvordan hver sætning i aftalen er behandlet.",
            "Show how every sentence of an agreement is dealt with.",
        ),
    ),
)

_USAGE = Text("Brug: ", "Usage: ")
_OPTIONS = Text("Tilvalg", "Options")
_COMMANDS = Text("Kommandoer", "Commands")
_HELP = Text("Vis denne hjælp.", "Show this help.")
_METAVAR = Text("[TILVALG]", "[OPTIONS]")
SUBCOMMAND = Text("KOMMANDO …", "COMMAND …")
_EPILOG = Text(
    "Slutkoder: 0 intet brud, 1 brud, 2 forkert brug eller fejl i en aftale eller profil, 3 leverancen kunne ikke "
    "læses helt, 70 fejl i Klausul, 130 afbrudt, 141 ingen læser længere, hvad der skrives.",
    "Exit codes: 0 no breach, 1 breaches, 2 wrong use or an error in a policy or profile, 3 the delivery could not be "
    "read in full, 70 a bug in Klausul, 130 interrupted, 141 nobody reads on.",
)
_ABOUT = Text(
    "Klausul kontrollerer udlejning og anvisning efter aftaler, der er skrevet som regler.",
    "Klausul audits letting and assignment against agreements that are written as rules.",
)


class Command(click.Command):
    """A command whose help is in one language."""

    def __init__(self, name: str, *, language: Language, **more: Any) -> None:
        super().__init__(name, options_metavar=_METAVAR[language], **more)
        self.language = language

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = self.collect_usage_pieces(ctx)
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=_USAGE[self.language])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [
            row
            for row in (param.get_help_record(ctx) for param in self.get_params(ctx) if isinstance(param, click.Option))
            if row
        ]
        with formatter.section(_OPTIONS[self.language]):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _HELP[self.language]
        return option


class Group(Command, click.Group):
    """A command with commands of its own, listed with one line of help each."""

    def lines(self) -> list[tuple[str, str]]:
        """The names of the commands with their help."""
        return [(name, command.get_short_help_str(100)) for name, command in self.commands.items()]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(_COMMANDS[self.language]):
            formatter.write_dl(self.lines())


class Klausul(Group):
    """The `klausul` group; it knows its commands by name and builds one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        for entry in COMMANDS:
            if entry.name == cmd_name:
                module = importlib.import_module(f"klausul.cli.{entry.module}")
                built: click.Command = module.command(self.language)
                return built
        return None

    def lines(self) -> list[tuple[str, str]]:
        return [(entry.name, entry.help[self.language]) for entry in COMMANDS]


def group(language: Language, version: str) -> Group:
    """The whole command line in one language."""
    return Klausul(
        "klausul",
        language=language,
        help=_ABOUT[language],
        epilog=_EPILOG[language],
        subcommand_metavar=SUBCOMMAND[language],
        params=[
            language_option(language),
            click.Option(
                ["--version"],
                is_flag=True,
                expose_value=False,
                is_eager=True,
                callback=lambda ctx, _param, value: _show_version(ctx, version) if value else None,
                help=Text("Vis versionen.", "Show the version.")[language],
            ),
        ],
        callback=lambda **_options: None,
    )


def _show_version(ctx: click.Context, version: str) -> None:
    click.echo(f"klausul {version}")
    ctx.exit()


def language_option(language: Language) -> click.Option:
    """`--language`, already read before the commands are built; it stands here for the help and the check."""
    return click.Option(
        ["--language"],
        type=click.Choice(["da", "en"]),
        expose_value=False,
        help=Text(
            "Rapportens og beskedernes sprog (da); også KLAUSUL_LANGUAGE.",
            "The language of report and messages (da); also KLAUSUL_LANGUAGE.",
        )[language],
    )


_THE_ONLY_ONE = Text(
    "Aftalens navn eller mappe; den eneste, der er, hvis intet siges.",
    "The name or folder of the agreement; the only one there is if nothing is said.",
)


def policy_option(language: Language, help: Text = _THE_ONLY_ONE) -> click.Option:
    """`--policy`, by name or by path."""
    return click.Option(["--policy"], metavar=Text("AFTALE", "AGREEMENT")[language], help=help[language])

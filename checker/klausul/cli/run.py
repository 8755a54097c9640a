"""A command line to an exit code: the language is found, the command run, and every way out has its code."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Mapping, Sequence

import click

from klausul import __version__
from klausul.cli.commands import COMMANDS, group
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean, render
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Language, Text

WRONG_USE = 2
INTERNAL = 70
INTERRUPTED = 130
CLOSED = 141
"""As a shell tells of a program that ended because nobody read on: 128 and SIGPIPE."""


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command line and return its exit code; nothing is raised."""
    language = language_of(arguments, environment)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = group(language, __version__).main(
            list(arguments), "klausul", standalone_mode=False, obj=dict(environment)
        )
        sys.stdout.flush()
        return int(code or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return WRONG_USE
    except click.UsageError as error:
        click.echo(render(_wrong_use(error), {}, language), err=True)
        return WRONG_USE
    except (SystemExit, BrokenPipeError):
        return _nobody_reads()
    except (click.Abort, KeyboardInterrupt):
        return _interrupted(language)
    except Exception as error:
        full = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
        click.echo(render(_no_room() if full else _bug(error), {}, language), err=True)
        if full:
            _nobody_reads()
        return WRONG_USE if full else INTERNAL


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language that is asked for: by `--language`, else by KLAUSUL_LANGUAGE, else Danish.

    >>> language_of(["check", "d", "--language=en"], {}), language_of([], {"KLAUSUL_LANGUAGE": "en"})
    ('en', 'en')
    """
    asked = environment.get("KLAUSUL_LANGUAGE", "da")
    for index, argument in enumerate(arguments):
        if argument == "--language" and index + 1 < len(arguments):
            asked = arguments[index + 1]
        elif argument.startswith("--language="):
            asked = argument.partition("=")[2]
    return "en" if asked.lower().startswith("en") else "da"


def _nobody_reads() -> int:
    """End quietly where the reader has gone, as in `| head`; click raises SystemExit for that and nothing else.

    What is still in a buffer goes nowhere, so that the interpreter has nothing to complain of when it ends.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
    return CLOSED


def _no_room() -> Diagnostic:
    """What is printed has no room where it is led to."""
    reason = Text("der er ikke plads dér, hvor den skrives til", "there is no room where it is written to")
    return diagnose("K818", NOWHERE, path="stdout", reason=reason)


def _interrupted(language: Language) -> int:
    click.echo(Text("afbrudt; ingen rapport er skrevet", "interrupted; no report is written")[language], err=True)
    return INTERRUPTED


def _wrong_use(error: click.UsageError) -> Diagnostic:
    problem, suggestion = _explained(error)
    return diagnose("K822", NOWHERE, problem=problem, suggestion=suggestion)


def _explained(error: click.UsageError) -> tuple[Text, Text]:
    """What is wrong with the command line and the way out, in our own words."""
    path = error.ctx.command_path if error.ctx else "klausul"
    see = Text(f"{path} --help viser, hvad der kan skrives", f"{path} --help shows what can be written")
    match error:
        case click.NoSuchOption():
            known = [name for param in (error.ctx.command.params if error.ctx else []) for name in param.opts]
            name = error.option_name
            near = did_you_mean(name, known) if known else see
            return Text(f"ukendt tilvalg “{name}”", f"unknown option “{name}”"), near
        case click.MissingParameter():
            name = error.param.human_readable_name.upper() if error.param else ""
            return Text(f"{name} mangler", f"{name} is missing"), see
        case click.BadOptionUsage():
            name = error.option_name
            return Text(f"tilvalget “{name}” mangler en værdi", f"the option “{name}” lacks a value"), see
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices), opts=[name, *_])):
            listed = ", ".join(f"“{choice}”" for choice in choices)
            return (
                Text(f"“{name}” har ikke den værdi", f"“{name}” has no such value"),
                Text(f"vælg {listed}", f"choose {listed}"),
            )
        case _:
            word = _unknown_command(error)
            if word is not None:
                names = [entry.name for entry in COMMANDS]
                return Text(f"ukendt kommando “{word}”", f"unknown command “{word}”"), did_you_mean(word, names)
            return Text("kommandolinjen kan ikke forstås", "the command line cannot be understood"), see


def _unknown_command(error: click.UsageError) -> str | None:
    if error.ctx is not None and error.ctx.parent is None and error.ctx._protected_args:
        return str(error.ctx._protected_args[0])
    quoted = error.message.split("'")
    return quoted[1] if error.message.startswith("No such command") and len(quoted) > 1 else None


def _bug(error: Exception) -> Diagnostic:
    """What kind of error it is and where it arose; never its text, which may hold what stood in a cell."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "klausul" in frame.filename]
    last = frames[-1] if frames else None
    place = f"{last.filename.rsplit('klausul', 1)[-1].lstrip('/_')}:{last.lineno}" if last else "?"
    return diagnose("K900", NOWHERE, kind=type(error).__name__, place=place)

"""`klausul explain`: a rule of an agreement, or a diagnostic code, in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option, policy_option
from klausul.cli.terminal import print_lines, show_diagnostics
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.library import Loaded
    from klausul_dsl.clauses import Clause
    from klausul_dsl.codes import Code
    from klausul_dsl.typed import Measure, Norm, Policy

_HELP = Text(
    "Forklar en regel, en kvote, en frist, en måling eller en anden norm ved dens navn, eller en fejl ved dens kode "
    "(K801).",
    "Explain a rule, a quota, a deadline, a measure or another norm by its name, or an error by its code (K801).",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "explain",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(["subject"], metavar=Text("REGEL_ELLER_KODE", "RULE_OR_CODE")[language]),
            policy_option(language),
            language_option(language),
        ],
        callback=lambda subject, policy: explain(language, subject, policy),
    )


def explain(language: Language, subject: str, policy: str | None) -> int:
    """Print the explanation of a code or a rule."""
    from klausul_dsl.codes import CATALOGUE

    if (code := CATALOGUE.get(subject.upper())) is not None:
        print_lines(code_lines(code, language))
        return 0
    if re.fullmatch(r"[Kk]\d+", subject):
        return _nothing(subject, CATALOGUE, language)
    return _explain_rule(language, subject, policy)


def _explain_rule(language: Language, subject: str, name: str | None) -> int:
    from klausul.audit.choices import named_items, norm_named, written
    from klausul.library import load_chosen
    from klausul.library.starting import named

    loaded = load_chosen(name, f"klausul explain {named(subject)}", grammar_cache())
    if loaded.policy is None:
        show_diagnostics(loaded.diagnostics, loaded.sources, language)
        return 2
    norm = norm_named(subject, loaded.policy)
    if norm is None:
        return _nothing(subject, written(named_items(loaded.policy).values()), language)
    print_lines(norm_lines(norm, loaded.policy, loaded, language))
    return 0


def _nothing(subject: str, names: Iterable[str | Text], language: Language) -> int:
    from klausul_dsl.diagnostics import diagnose, did_you_mean
    from klausul_dsl.source import NOWHERE

    problem = diagnose("K819", NOWHERE, name=subject, suggestion=did_you_mean(subject, names))
    show_diagnostics([problem], {}, language)
    return 2


def code_lines(code: Code, language: Language) -> Iterator[str]:
    """A code by its example in the corpus: what is wrong, what is told, the way out, and what is right."""
    from klausul.mistakes import mistake_of, shown_lines
    from klausul.report.text.layout import heading, paragraph, title
    from klausul_dsl.codes import way_out

    yield from title(f"{code.code}  {code.title[language]}")
    yield ""
    yield from paragraph(code.why[language])
    example = mistake_of(code.code)
    if example is not None and example.wrong:
        yield from heading(Text("Et eksempel", "An example")[language])
        yield from shown_lines(example.wrong)
    if example is not None:
        yield from heading(Text("Beskeden", "The message")[language])
        yield from example.told[language].split("\n")
    if (way := way_out(code)) is not None:
        yield from heading(Text("Vejen ud", "The way out")[language])
        yield from paragraph(way[language])
    if example is not None and example.mended:
        yield from heading(Text("Rettet", "Put right")[language])
        yield from shown_lines(example.mended)


def _standing(clause: Clause, language: Language) -> Iterator[str]:
    """From when a clause holds, where it was read and how surely, and a warning of what is not verified."""
    from klausul.report.text.layout import paragraph

    for label, value in (
        (Text("I kraft", "In force"), clause.in_force),
        (Text("Kilde", "Source"), clause.source),
        (Text("Sikkerhed", "Confidence"), clause.confidence),
    ):
        if value:
            yield from paragraph(f"{label[language]}: {_told(value, language)}", 4, 2)
    warning = Text("Advarsel: ikke holdt op mod den officielle tekst", "Warning: not held against the official text")
    for caveat in clause.unverified:
        yield from paragraph(f"{warning[language]}: {caveat.what[language]}", 4, 2)


def _told(value: object, language: Language) -> str:
    """What a register says of a clause, in words: a day, words in both languages, or as it stands."""
    from klausul_dsl.prose import show_date

    match getattr(value, "shown", value):
        case date() as day:
            return show_date(day, language)
        case Text() as words:
            return words[language]
        case other:
            return str(other)


def norm_lines(norm: Norm | Measure, policy: Policy, loaded: Loaded, language: Language) -> Iterator[str]:
    """A norm: its clauses and what they say, the norm in words and as written, its readings and examples."""
    from klausul.findings.naming import titled
    from klausul.library import vocabulary
    from klausul.report.text.layout import heading, paragraph, title
    from klausul_dsl.clauses import show_clause
    from klausul_dsl.prose import tell
    from klausul_dsl.walk import readings_of

    da = language == "da"
    yield from title(titled(norm)[language])
    for reference in norm.references:
        register = loaded.registers.get(reference.register)
        clause = register.clauses.get(reference.clause) if register else None
        if register and clause:
            yield ""
            yield from paragraph(
                f"{show_clause(clause.id, language)}  {clause.title[language]} ({register.title[language]})"
            )
            yield from paragraph(clause.summary[language], 2)
            yield from _standing(clause, language)
    yield from heading("Med ord" if da else "In words")
    yield from paragraph(tell(norm, policy, vocabulary(), language))
    yield from heading("Som den er skrevet" if da else "As it is written")
    source = loaded.sources.get(norm.span.file)
    if source is not None:
        line, _ = source.position(norm.span.start)
        yield f"{norm.span.file}:{line}"
        yield ""
        yield from source.text[norm.span.start : norm.span.end].rstrip().split("\n")
    readings = readings_of(norm, policy)
    if readings:
        from klausul.cli.readings import reading_lines

        yield from heading("Åbne spørgsmål" if da else "Open questions")
        for name in readings:
            yield from reading_lines(policy.readings[name], policy, loaded.registers, language)
    examples = [example for example in policy.examples if example.subject == norm.name]
    if examples:
        yield from heading("Eksempler" if da else "Examples")
    for example in examples:
        yield from paragraph(f"– {example.title[language]}", 0, 2)

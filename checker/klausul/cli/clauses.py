"""`klausul clauses`: how every sentence of an agreement is dealt with, and how the register fits a copy of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import SUBCOMMAND, Command, Group, language_option, policy_option
from klausul.cli.terminal import print_lines, show_diagnostics
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.library import Loaded, Registered
    from klausul_dsl.anchors import Verification
    from klausul_dsl.sentences import Sentence

_HELP = Text(
    "Vis, hvordan hver sætning i en aftale er behandlet, og hold fortegnelsen op mod aftalens tekst.",
    "Show how every sentence of an agreement is dealt with, and hold the register against the agreement's text.",
)
_LIST = Text(
    "Vis hver sætning med status. Er der regler, som gengiver den, nævnes de; ellers siges, hvorfor ingen gør det.",
    "Show every sentence with its status. Rules that state it are named; where none does, it is said why.",
)
_VERIFY = Text(
    "Find hver sætnings citat i en tekstfil med aftalen, i rækkefølge. Slutkode 1, hvis et citat mangler eller er "
    "flyttet, eller et afsnit ikke er dækket. Ligger filen i aftalens mappe, behøver aftalen ikke nævnes.",
    "Find the quotation of every sentence in a text file of the agreement, in order. Exit code 1 where a quotation is "
    "missing or has moved, or a paragraph is not covered. Where the file is in the folder of the agreement, the "
    "agreement need not be named.",
)
_STATUS = Text("Kun sætninger med denne status.", "Only sentences of this status.")


def command(language: Language) -> Group:
    """The command with its two commands and their help in one language."""
    from klausul_dsl.clauses import Status

    built = Group(
        "clauses",
        language=language,
        help=_HELP[language],
        subcommand_metavar=SUBCOMMAND[language],
        params=[language_option(language)],
        callback=lambda **_options: None,
    )
    built.add_command(
        Command(
            "list",
            language=language,
            help=_LIST[language],
            params=[
                click.Option(["--status"], type=click.Choice([item.value for item in Status]), help=_STATUS[language]),
                policy_option(language),
                language_option(language),
            ],
            callback=lambda status, policy: list_sentences(language, policy, status),
        )
    )
    built.add_command(
        Command(
            "verify",
            language=language,
            help=_VERIFY[language],
            params=[
                click.Argument(["text"], metavar=Text("TEKSTFIL", "TEXTFILE")[language]),
                policy_option(language),
                language_option(language),
            ],
            callback=lambda text, policy: verify_text(language, policy, text),
        )
    )
    return built


def list_sentences(language: Language, policy: str | None, status: str | None) -> int:
    """Print the register of sentences."""
    found = _registered(language, policy)
    if found is None:
        return 2
    loaded, held = found
    print_lines(_all(loaded, held, status, language))
    return 0


def verify_text(language: Language, policy: str | None, text: str) -> int:
    """Print where the anchors stand in a text, and return 1 where the register does not fit it."""
    from klausul_dsl.anchors import verify
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.source import NOWHERE

    found = _registered(language, policy or _beside(text))
    if found is None:
        return 2
    try:
        read = Path(text).read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        utf8 = Text("det er ikke ren tekst i UTF-8", "it is not plain text in UTF-8")
        missing = Text("filen findes ikke eller må ikke læses", "the file is not there or must not be read")
        reason = utf8 if isinstance(error, UnicodeDecodeError) else missing
        show_diagnostics([diagnose("K853", NOWHERE, path=text, reason=reason)], {}, language)
        return 2
    verification = verify(read, found[1].listed.sentences)
    print_lines(_verified(verification, text, language))
    return 0 if verification.whole else 1


def _beside(text: str) -> str | None:
    """The folder of a text where it is that of an agreement."""
    from klausul.library.folders import policy_files

    folder = Path(text).parent
    return (
        folder.as_posix() if folder.is_dir() and any(path.parent == folder for path in policy_files(folder)) else None
    )


def _registered(language: Language, policy: str | None) -> tuple[Loaded, Registered] | None:
    """The agreement and its sentences; where they cannot be had, what is wrong is printed."""
    from klausul.library import load_agreement, registered
    from klausul_dsl.codes import Severity
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.source import NOWHERE

    loaded = load_agreement(policy, grammar_cache())
    if loaded.policy is None:
        show_diagnostics(loaded.diagnostics, loaded.sources, language)
        return None
    held = registered(loaded)
    problems = [item for item in held.diagnostics if item.severity is Severity.ERROR]
    if not held.listed.sentences and not problems:
        problems = [diagnose("K852", NOWHERE, agreement=loaded.policy.agreement.name)]
    if problems:
        show_diagnostics(problems, held.sources, language)
        return None
    return loaded, held


def _all(loaded: Loaded, held: Registered, status: str | None, language: Language) -> Iterator[str]:
    """Every sentence under its clause, and how many there are of each status."""
    from klausul.report.text.layout import heading, paragraph, title
    from klausul_dsl.clauses import STATUS_LABELS, Status, show_clause

    assert loaded.policy is not None
    register = loaded.registers[loaded.policy.agreement.name]
    yield from title(loaded.policy.agreement.title[language])
    counts = Counter(sentence.status for sentence in held.listed.sentences)
    yield ""
    told = "; ".join(f"{STATUS_LABELS[item][language]} {counts[item]}" for item in Status if counts[item])
    sentences = Text("sætninger", "sentences")[language]
    yield from paragraph(f"{len(held.listed.sentences)} {sentences}: {told}")
    clause = None
    for sentence in held.listed.sentences:
        if status is not None and sentence.status.value != status:
            continue
        if sentence.clause.word != clause:
            clause = sentence.clause.word
            entry = register.clauses.get(clause)
            name = f"  {entry.title[language]}" if entry else ""
            yield from heading(f"{show_clause(clause, language)}{name}")
        yield ""
        yield from _sentence(sentence, language)


def _sentence(sentence: Sentence, language: Language) -> Iterator[str]:
    from klausul.report.text.layout import paragraph
    from klausul_dsl.clauses import STATUS_LABELS
    from klausul_dsl.sentences import KIND_LABELS

    kind, dealt = KIND_LABELS[sentence.kind][language], STATUS_LABELS[sentence.status][language]
    yield from paragraph(f"{sentence.id}  {sentence.summary[language]} ({kind}; {dealt})", 0, 2)
    for name in sentence.rules:
        yield from paragraph(f"→ {name.word}", 4, 2)
    if sentence.reason is not None:
        yield from paragraph(sentence.reason[language], 4)


def _verified(found: Verification, text: str, language: Language) -> Iterator[str]:
    from klausul.report.text.layout import heading, paragraph

    da = language == "da"
    total = len(found.found) + len(found.moved) + len(found.vanished)
    yield text
    yield from paragraph(
        f"{len(found.found)} af {total} citater fundet i rækkefølge."
        if da
        else f"{len(found.found)} of {total} quotations found in order."
    )
    if found.vanished:
        yield from heading("Findes ikke i teksten" if da else "Not in the text")
        for sentence in found.vanished:
            yield from paragraph(f"{sentence.id}  “{sentence.anchor}”", 0, 2)
    if found.moved:
        yield from heading("Står et andet sted i teksten" if da else "At another place in the text")
        for place in found.moved:
            line = Text(f"linje {place.line}", f"line {place.line}")[language]
            yield from paragraph(f"{place.sentence.id}  “{place.sentence.anchor}” ({line})", 0, 2)
    if found.uncovered:
        yield from heading("Afsnit, som ingen sætning dækker" if da else "Paragraphs that no sentence covers")
        for passage in found.uncovered:
            line = Text(f"linje {passage.line}", f"line {passage.line}")[language]
            yield from paragraph(f"{line}  {_beginning(passage.text)}", 0, 2)
    elif not found.moved and not found.vanished:
        yield from paragraph("Hvert afsnit er dækket." if da else "Every paragraph is covered.")


def _beginning(text: str) -> str:
    """The first words of a paragraph."""
    words = text.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")

"""`klausul clauses`: how every sentence of an agreement is dealt with, and how the register fits a copy of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import SUBCOMMAND, Command, Group, language_option, policy_option
from klausul.cli.terminal import print_lines, show_diagnostics, write_whole
from klausul_dsl.text import Language, Text

if TYPE_CHECKING:
    from klausul.library import Loaded, Registered
    from klausul_dsl.anchors import Verification
    from klausul_dsl.concordance import Declared
    from klausul_dsl.sentences import Name, Sentence

_HELP = Text(
    "Vis, hvordan hver sætning i en aftale er behandlet, og hold fortegnelsen op mod aftalens tekst.",
    "Show how every sentence of an agreement is dealt with, and hold the register against the agreement's text.",
)
_LIST = Text(
    "Vis hver sætning med status. Er der regler, som gengiver den, nævnes de; ellers siges, hvorfor ingen gør det.",
    "Show every sentence with its status. Rules that state it are named; where none does, it is said why.",
)
_VERIFY = Text(
    "Find hver sætnings citat i en tekstfil med aftalen, i rækkefølge, og sammenlign ordene mellem citaterne med dem, "
    "der stod, da fortegnelsen blev lavet. Slutkode 1, hvis et citat mangler eller er flyttet, et afsnit ikke er "
    "dækket, eller ordene er andre. Ligger filen i aftalens mappe, behøver aftalen ikke nævnes.",
    "Find the quotation of every sentence in a text file of the agreement, in order, and compare the words between the "
    "quotations with those that stood there when the register was made. Exit code 1 where a quotation is missing or "
    "has moved, a paragraph is not covered, or the words are others. Where the file is in the folder of the agreement, "
    "the agreement need not be named.",
)
_RECORD = Text(
    "Skriv tekstens ordlyd ned i aftalens wording.yaml, som antal ord og aftryk uden ordene, når du har læst den.",
    "Record the wording of the text in the agreement's wording.yaml, as numbers of words and digests without the "
    "words, once you have read it.",
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
                click.Option(["--record"], is_flag=True, help=_RECORD[language]),
                policy_option(language),
                language_option(language),
            ],
            callback=lambda text, policy, record: verify_text(language, policy, text, record=record),
        )
    )
    return built


def list_sentences(language: Language, policy: str | None, status: str | None) -> int:
    """Print the register of sentences."""
    found = _registered(language, policy, "klausul clauses list")
    if found is None:
        return 2
    loaded, held = found
    print_lines(_all(loaded, held, status, language))
    return 0


def verify_text(language: Language, policy: str | None, text: str, *, record: bool) -> int:
    """Print where the anchors stand in a text and what has changed, and return 1 where the register does not fit it."""
    from klausul.cli.verified import compared_lines, verified
    from klausul.library.starting import named
    from klausul_dsl.anchors import verify
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.source import NOWHERE

    found = _registered(language, policy or _beside(text), f"klausul clauses verify {named(text)}")
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
    loaded, held = found
    assert loaded.policy is not None
    sentences = held.listed.sentences
    stale = held.wording is not None and not held.wording.fits(sentences)
    wording = None if stale or record else held.wording
    verification = verify(read, sentences, wording)
    print_lines(verified(verification, text, loaded, language))
    if record:
        return _record(verification, loaded, held, language) if verification.whole else 1
    print_lines(compared_lines(verification, held.wording, language, stale=stale))
    return 0 if verification.whole and not stale else 1


def _record(verification: Verification, loaded: Loaded, held: Registered, language: Language) -> int:
    """Write the wording of a text that fits into the agreement's folder."""
    from klausul.library.wording import place_of, wording_lines
    from klausul.report.text.layout import paragraph

    assert loaded.policy is not None
    assert loaded.shelf is not None
    assert verification.wording is not None
    path = place_of(loaded.shelf.folders[0])
    lines = wording_lines(verification.wording, loaded.policy.agreement.name, held.listed.sentences)
    problem = write_whole(path, lines)
    if problem is not None:
        show_diagnostics([problem], {}, language)
        return 2
    shown = path.as_posix()
    told = Text(f"Ordlyden er skrevet ned i {shown}.", f"The wording is recorded in {shown}.")
    print_lines(paragraph(told[language]))
    return 0


def _beside(text: str) -> str | None:
    """The folder of a text where it is that of an agreement."""
    from klausul.library.folders import policy_files

    folder = Path(text).parent
    return (
        folder.as_posix() if folder.is_dir() and any(path.parent == folder for path in policy_files(folder)) else None
    )


def _registered(language: Language, policy: str | None, command: str) -> tuple[Loaded, Registered] | None:
    """The agreement and its sentences; where they cannot be had, what is wrong is printed."""
    from klausul.library import load_chosen, registered
    from klausul_dsl.codes import Severity
    from klausul_dsl.diagnostics import diagnose
    from klausul_dsl.source import NOWHERE

    loaded = load_chosen(policy, command, grammar_cache())
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
    from klausul_dsl.concordance import declared

    assert loaded.policy is not None
    register = loaded.registers[loaded.policy.agreement.name]
    names = declared(loaded.policy)
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
        yield from _sentence(sentence, names, language)


def _named(name: Name, names: Mapping[str, Declared], language: Language) -> str:
    """A rule as a policy writes it in the language, with its act before it."""
    from klausul_dsl.concordance import named
    from klausul_dsl.text import name_of

    item = named(name, names)
    act = name.word.strip().rpartition(" ")[0]
    return " ".join((act, name_of(item.label[language]))).strip() if item is not None else name.word


def _sentence(sentence: Sentence, names: Mapping[str, Declared], language: Language) -> Iterator[str]:
    from klausul.report.text.layout import paragraph
    from klausul_dsl.clauses import STATUS_LABELS
    from klausul_dsl.sentences import KIND_LABELS

    kind, dealt = KIND_LABELS[sentence.kind][language], STATUS_LABELS[sentence.status][language]
    yield from paragraph(f"{sentence.id}  {sentence.summary[language]} ({kind}; {dealt})", 0, 2)
    for name in sentence.rules:
        yield from paragraph(f"→ {_named(name, names, language)}", 4, 2)
    if sentence.reason is not None:
        yield from paragraph(sentence.reason[language], 4)

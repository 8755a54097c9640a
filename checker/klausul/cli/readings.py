"""`klausul readings`: the questions an agreement leaves open, and the answers it may be given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from klausul.cli.cache import grammar_cache
from klausul.cli.commands import Command, language_option, policy_option
from klausul.cli.terminal import print_lines, show_diagnostics
from klausul_dsl.text import Language, Text, name_of

if TYPE_CHECKING:
    from klausul.library import Loaded
    from klausul_dsl.clauses import Register
    from klausul_dsl.typed import Example, Policy, Reading

_HELP = Text(
    "Vis aftalens åbne spørgsmål: hvad der kan svares, hvad der gælder, hvis intet vælges, og et eksempel, hvor svaret "
    "gør en forskel.",
    "Show the open questions of an agreement: the answers there are, the one that holds where none is chosen, and an "
    "example where the answer makes a difference.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "readings",
        language=language,
        help=_HELP[language],
        params=[policy_option(language), language_option(language)],
        callback=lambda policy: readings(language, policy),
    )


def readings(language: Language, policy: str | None) -> int:
    """Print every reading of an agreement."""
    from klausul.library import load_agreement

    loaded = load_agreement(policy, grammar_cache())
    if loaded.policy is None:
        show_diagnostics(loaded.diagnostics, loaded.sources, language)
        return 2
    print_lines(_all(loaded.policy, loaded, language))
    return 0


def _all(policy: Policy, loaded: Loaded, language: Language) -> Iterator[str]:
    from klausul.report.text.layout import paragraph, title

    yield from title(policy.agreement.title[language])
    if not policy.readings:
        yield ""
        none = Text("Aftalen lader ingen spørgsmål stå åbne.", "The agreement leaves no questions open.")
        yield from paragraph(none[language])
    for reading in policy.readings.values():
        yield from reading_lines(reading, policy, loaded.registers, language)


def reading_lines(
    reading: Reading, policy: Policy, registers: Mapping[str, Register], language: Language
) -> Iterator[str]:
    """A reading: question, clauses, alternatives with their reasons, and the example that tells them apart."""
    from klausul.findings.naming import cite
    from klausul.report.text.layout import paragraph
    from klausul.report.text.opening import clauses_shown

    da = language == "da"
    under = clauses_shown(cite(reading.references, registers), policy.agreement.name, language)
    yield ""
    yield from paragraph(
        name_of(reading.label[language]) + (f"  ({'jf.' if da else 'under'} {under})" if under else "")
    )
    yield from paragraph(reading.asks[language], 2)
    for number, alternative in enumerate(reading.alternatives):
        mark = "*" if number == 0 else " "
        first = (" Gælder, hvis intet vælges." if da else " Holds where none is chosen.") if number == 0 else ""
        words = alternative.reason[language].rstrip(".")
        yield from paragraph(f"{mark} {name_of(alternative.label[language])}: {words}.{first}", 4, 4)
        yield from _shaped(reading.name, alternative.name, policy, language)
    witness = witness_of(reading, policy)
    if witness is not None:
        yield from paragraph(f"{'Eksempel' if da else 'Example'}: {witness.title[language]}", 4, 2)


def _shaped(reading: str, alternative: str, policy: Policy, language: Language) -> Iterator[str]:
    """The norms of which an alternative chooses a part, such as the period or the order, and what it makes of it."""
    from klausul.audit.choices import named_items
    from klausul.findings.shown import spoken
    from klausul.library import vocabulary
    from klausul.report.text.layout import paragraph
    from klausul_dsl.prose import tell_part
    from klausul_dsl.typed import ByReading

    shaped: dict[str, list[str]] = {}
    for norm in named_items(policy).values():
        for part in (getattr(norm, name, None) for name in _PARTS):
            if isinstance(part, ByReading) and part.reading == reading:
                scope = (norm.entity,) if norm.entity else ()
                said = tell_part(dict(part.options)[alternative], policy, vocabulary(), language, scope)
                shaped.setdefault(said, []).append(spoken(norm.label)[language])
    for said, labels in shaped.items():
        yield from paragraph(f"→ {said}: {'; '.join(labels)}", 6, 2)


_PARTS = ("bound", "group", "period", "reset", "recurrence")
"""The parts of a norm that a reading may choose whole."""


def witness_of(reading: Reading, policy: Policy) -> Example | None:
    """The example whose expectations differ with the alternatives of a reading."""
    for example in policy.examples:
        named = {
            alternative
            for expectation in example.expectations
            for name, alternative in expectation.readings
            if name == reading.name
        }
        if named:
            return example
    return None

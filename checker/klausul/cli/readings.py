"""`klausul readings`: what an agreement leaves open, the answers it may be given, and what each changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from klausul.cli.cache import grammar_cache
from klausul.cli.check import basis
from klausul.cli.commands import Command, language_option, policy_option
from klausul.cli.terminal import print_lines, show_diagnostics
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.text import LANGUAGES, Language, Text, name_of

if TYPE_CHECKING:
    from klausul.findings import Tally, Turned
    from klausul.library import Loaded
    from klausul_dsl.clauses import Register
    from klausul_dsl.sentences import Sentences
    from klausul_dsl.typed import Example, Policy, Reading

_HELP = Text(
    "Vis, hvad aftalens tekst lader stå åbent: hvad der kan svares, hvad der gælder, hvis intet vælges, og et "
    "eksempel, hvor svaret gør en forskel. Med en LEVERANCE vises også, hvor mange udfald hvert svar ville ændre.",
    "Show what the text of an agreement leaves open: the answers there are, the one that holds where none is chosen, "
    "and an example where the answer makes a difference. With a DELIVERY also how many outcomes each answer would "
    "change.",
)


def command(language: Language) -> Command:
    """The command with its help in one language."""
    return Command(
        "readings",
        language=language,
        help=_HELP[language],
        params=[
            click.Argument(
                ["delivery"],
                required=False,
                metavar=Text("[LEVERANCE]", "[DELIVERY]")[language],
                type=click.Path(path_type=Path),
            ),
            policy_option(language),
            *basis(language),
            language_option(language),
        ],
        callback=lambda delivery, policy, as_of, readings: show_readings(language, delivery, policy, as_of, readings),
    )


def show_readings(
    language: Language, delivery: Path | None, policy: str | None, as_of: str | None, chosen: tuple[str, ...]
) -> int:
    """Print what an agreement leaves open and, for a delivery, what each answer would change there."""
    from klausul.audit import agreement_of
    from klausul.library import load_chosen

    turns: Mapping[tuple[str, str], Turned] | None = None
    if delivery is not None:
        answer = _turned(language, delivery, policy, as_of, chosen)
        if isinstance(answer, int):
            return answer
        turns = answer
        named = agreement_of(delivery) if policy is None else None
        policy = named.as_posix() if named is not None else policy
    loaded = load_chosen(policy, "klausul readings", grammar_cache())
    if loaded.policy is None:
        show_diagnostics(loaded.diagnostics, loaded.sources, language)
        return 2
    print_lines(_all(loaded.policy, loaded, turns, language))
    return 0


def _turned(
    language: Language, delivery: Path, policy: str | None, as_of: str | None, chosen: tuple[str, ...]
) -> Mapping[tuple[str, str], Turned] | int:
    """What each answer would change in a delivery; an exit code where it could not be judged, which is then told."""
    from klausul.audit import Request, Stopped, audit
    from klausul.cli.calendar import read_day
    from klausul.cli.terminal import progress
    from klausul.findings import turned

    day = read_day(as_of) if as_of is not None else None
    if isinstance(day, Diagnostic):
        show_diagnostics([day], {}, language)
        return 2
    request = Request(delivery=delivery, policy=policy, cache_folder=grammar_cache(), as_of=day, readings=chosen)
    with progress(language) as tell:
        done = audit(request, progress=tell)
    if isinstance(done, Stopped):
        show_diagnostics(done.diagnostics, done.sources, language)
        return 3 if done.unread else 2
    return turned(done)


def _all(
    policy: Policy, loaded: Loaded, turns: Mapping[tuple[str, str], Turned] | None, language: Language
) -> Iterator[str]:
    from klausul.library import registered
    from klausul.report.text.layout import paragraph, title

    listed = registered(loaded).listed
    yield from title(policy.agreement.title[language])
    if not policy.readings:
        yield ""
        none = Text("Aftalen lader ingen spørgsmål stå åbne.", "The agreement leaves no questions open.")
        yield from paragraph(none[language])
    for reading in policy.readings.values():
        yield from reading_lines(reading, policy, loaded.registers, language)
        yield from _asked_by(reading, listed, language)
        if turns is not None:
            yield from _changes(reading, turns, language)
    yield from _not_read(listed, language)


def _asked_by(reading: Reading, listed: Sentences, language: Language) -> Iterator[str]:
    """The ambiguity that a reading answers, by its number."""
    from klausul.report.text.layout import paragraph

    names = {reading.name, *(name_of(reading.label[tongue]) for tongue in LANGUAGES)}
    for item in listed.ambiguities:
        if any(name_of(name.word.rpartition(" ")[2]) in names for name in item.readings):
            yield from paragraph(f"{item.id}: {item.problem[language]}", 4, 2)


def _changes(reading: Reading, turns: Mapping[tuple[str, str], Turned], language: Language) -> Iterator[str]:
    """How many outcomes of the delivery each other answer would change, and to what."""
    from klausul.findings.shown import show_count
    from klausul.report.text.layout import paragraph
    from klausul_dsl.outcomes import OUTCOME_LABELS

    da, told = language == "da", False
    for alternative in reading.alternatives:
        turn = turns.get((reading.name, alternative.name))
        if turn is None:
            continue
        told = True
        label = name_of(alternative.label[language])
        if turn.outcomes:
            number = sum(turn.outcomes.values())
            total = f"{show_count(number, language)} {'udfald' if da else 'outcome' if number == 1 else 'outcomes'}"
            which = "; ".join(
                f"{OUTCOME_LABELS[outcome][language]} {show_count(count, language)}"
                for outcome, count in sorted(turn.outcomes.items(), key=lambda pair: pair[0].value)
            )
            changed = f"ville ændre {total} til: {which}" if da else f"would change {total} to: {which}"
            yield from paragraph(f"» {label} {changed}", 4, 2)
        for chosen, other in turn.tallies:
            yield from paragraph(f"» {label}: {_compared(chosen, other, language)}", 4, 2)
    if not told:
        yield from paragraph(
            "» intet andet svar ændrer et udfald her" if da else "» no other answer changes one here", 4
        )


def _compared(chosen: Tally, other: Tally, language: Language) -> str:
    """A norm in two groupings or periods: how many outcomes of each kind there are in either."""
    from klausul.findings.shown import show_count
    from klausul_dsl.outcomes import OUTCOME_LABELS, Outcome

    parts = [
        f"{OUTCOME_LABELS[outcome][language]} {show_count(chosen.outcomes.get(outcome, 0), language)} → "
        f"{show_count(other.outcomes.get(outcome, 0), language)}"
        for outcome in Outcome
        if chosen.outcomes.get(outcome, 0) or other.outcomes.get(outcome, 0)
    ]
    return f"{other.label[language]}: {'; '.join(parts)}"


def _not_read(listed: Sentences, language: Language) -> Iterator[str]:
    """The ambiguities that are no choice of an answer: the gaps, and those of no effect."""
    from klausul.report.text.layout import heading, paragraph
    from klausul_dsl.sentences import TREATMENT_LABELS, Treatment

    for treatment in (Treatment.GAP, Treatment.NO_EFFECT):
        items = [item for item in listed.ambiguities if item.treatment is treatment]
        if items:
            label = TREATMENT_LABELS[treatment][language]
            yield from heading(label[:1].upper() + label[1:])
        for item in items:
            yield from paragraph(f"{item.id}: {item.problem[language]} {item.why[language]}", 0, 2)


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
    """The first example whose verdicts differ with the alternatives of a reading, else the first that names it."""
    named = [
        example
        for example in policy.examples
        if any(name == reading.name for expectation in example.expectations for name, _ in expectation.readings)
    ]
    differing = (example for example in named if len({said.verdict for said in example.expectations}) > 1)
    return next(differing, named[0] if named else None)

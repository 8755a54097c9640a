"""The last lines: how much was judged, what came of it, and what the exit code means."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit, Finding, exit_code
from klausul.findings.shown import show_count
from klausul.report.text.layout import heading, paragraph
from klausul_dsl.outcomes import Outcome
from klausul_dsl.text import Language, Text

_HEADING = Text("Konklusion", "Conclusion")
_NOTHING = Text(
    "Der er intet kontrolleret: ingen regel har haft noget at kontrollere. Det siger ikke, at noget er overholdt.",
    "Nothing was judged: no rule had anything to judge. This does not say that anything is complied with.",
)
_NARROWED = Text(
    "Der er intet kontrolleret: afgrænsningen lader alle {count} forhold ude. Det siger ikke, at noget er overholdt.",
    "Nothing was judged: the narrowing leaves out all {count} matters. This does not say that anything is complied "
    "with.",
)
_NOT_CONCERNED = Text(
    "Ingen regel har gjaldt for noget af det kontrollerede. Det siger ikke, at noget er overholdt.",
    "No rule applied to anything that was judged. This does not say that anything is complied with.",
)
_UNDECIDED = Text(
    "Intet er afgjort: alt, der kunne kontrolleres ({count} i alt), kan ikke afgøres. Det siger ikke, at noget er "
    "overholdt.",
    "Nothing was decided: all that could be judged ({count} in all) is undetermined. This does not say that anything "
    "is complied with.",
)
_EXITS = {
    3: Text(
        "Kode 3: leverancen kunne ikke læses helt, og resultatet gælder kun det, der er læst.",
        "Code 3: the delivery could not be read in full, and the result holds only for what was read.",
    ),
    1: Text(
        "Kode 1: alt, hvad profilen nævner, er læst, og der er fundet brud.",
        "Code 1: all that the profile names was read, and breaches were found.",
    ),
    0: Text(
        "Kode 0: alt, hvad profilen nævner, er læst, og blandt det, der kunne afgøres, er der ingen brud.",
        "Code 0: all that the profile names was read, and among what could be decided there are no breaches.",
    ),
}
_EMPTY_EXIT = Text(
    "Kode 0: alt, hvad profilen nævner, er læst, men intet er afgjort.",
    "Code 0: all that the profile names was read, but nothing was decided.",
)


def closing_lines(audit: Audit, language: Language) -> Iterator[str]:
    nothing = _nothing(audit)
    code = exit_code(audit)
    yield from heading(_HEADING[language])
    yield from paragraph(nothing[language] if nothing else _found(audit, language))
    yield from paragraph((_EMPTY_EXIT if nothing and code == 0 else _EXITS[code])[language])


def _nothing(audit: Audit) -> Text | None:
    """Why there is nothing to conclude; None where something is kept, breached or not yet due."""
    chosen = [tally for tally in audit.tallies if tally.chosen]
    if any(number for tally in chosen for outcome, number in tally.outcomes.items() if outcome in _SETTLED):
        return None
    open_still = sum(tally.outcomes[Outcome.UNDETERMINED] for tally in chosen)
    if open_still:
        return Text(
            _UNDECIDED.da.format(count=show_count(open_still, "da")),
            _UNDECIDED.en.format(count=show_count(open_still, "en")),
        )
    if any(tally.population for tally in chosen):
        return _NOT_CONCERNED
    aside = sum(tally.set_aside for tally in chosen)
    if not aside:
        return _NOTHING
    return Text(
        _NARROWED.da.format(count=show_count(aside, "da")),
        _NARROWED.en.format(count=show_count(aside, "en")),
    )


_SETTLED = (Outcome.BREACH, Outcome.PENDING, Outcome.COMPLIANT)


def _found(audit: Audit, language: Language) -> str:
    breaches = [finding for finding in audit.chosen if finding.outcome is Outcome.BREACH]
    undetermined = sum(finding.outcome is Outcome.UNDETERMINED for finding in audit.chosen)
    return " ".join(
        part
        for part in (
            _breaches(len(breaches), language),
            _depending(breaches, language),
            _undetermined(undetermined, language),
        )
        if part
    )


def _breaches(number: int, language: Language) -> str:
    da, count = language == "da", show_count(number, language)
    match number:
        case 0:
            return "Der er ikke fundet brud." if da else "No breach was found."
        case 1:
            return "Ét forhold er ikke overholdt." if da else "One matter is a breach."
        case _:
            return f"{count} forhold er ikke overholdt." if da else f"{count} matters are breaches."


def _depending(breaches: list[Finding], language: Language) -> str:
    number = sum(finding.firmness == "depends" for finding in breaches)
    da, count = language == "da", show_count(number, language)
    if not number:
        return ""
    if len(breaches) == 1:
        return "Det afhænger af en fortolkning." if da else "It depends on a reading."
    if number == 1:
        return "Ét af dem afhænger af en fortolkning." if da else "One of them depends on a reading."
    return f"{count} af dem afhænger af en fortolkning." if da else f"{count} of them depend on a reading."


def _undetermined(number: int, language: Language) -> str:
    da, count = language == "da", show_count(number, language)
    match number:
        case 0:
            return ""
        case 1:
            rest = "kan ikke afgøres og er hverken overholdt eller ikke overholdt."
            return f"Ét {rest}" if da else "One is undetermined, neither kept nor breached."
        case _:
            rest = "kan ikke afgøres og er hverken overholdt eller ikke overholdt."
            return f"{count} {rest}" if da else f"{count} are undetermined, neither kept nor breached."

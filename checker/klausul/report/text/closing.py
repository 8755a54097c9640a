"""The last line: what the exit code means."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit, exit_code
from klausul.findings.shown import show_count
from klausul.report.text.layout import heading, paragraph
from klausul_dsl.outcomes import Outcome
from klausul_dsl.text import Language


def closing_lines(audit: Audit, language: Language) -> Iterator[str]:
    counts = {
        outcome: sum(1 for finding in audit.chosen if finding.outcome is outcome)
        for outcome in (Outcome.BREACH, Outcome.UNDETERMINED, Outcome.PENDING)
    }
    depending = sum(
        1 for finding in audit.chosen if finding.outcome is Outcome.BREACH and finding.firmness == "depends"
    )
    breaches, open_ = counts[Outcome.BREACH], counts[Outcome.UNDETERMINED]
    yield from heading("Konklusion" if language == "da" else "Conclusion")
    yield from paragraph((_danish if language == "da" else _english)(breaches, open_, depending))
    yield from paragraph(_exit(exit_code(audit), language))


def _danish(breaches: int, undetermined: int, depending: int) -> str:
    match breaches:
        case 0:
            first = "Der er ikke fundet noget, der ikke er overholdt."
        case 1:
            first = "Ét forhold er ikke overholdt."
        case _:
            first = f"{show_count(breaches, 'da')} forhold er ikke overholdt."
    if depending == breaches == 1:
        first += " Det afhænger af en fortolkning."
    elif depending:
        first += f" {show_count(depending, 'da')} af dem afhænger af en fortolkning."
    if undetermined == 1:
        first += " Ét kan ikke afgøres og er hverken overholdt eller ikke overholdt."
    elif undetermined:
        first += f" {show_count(undetermined, 'da')} kan ikke afgøres og er hverken overholdt eller ikke overholdt."
    return first


def _english(breaches: int, undetermined: int, depending: int) -> str:
    match breaches:
        case 0:
            first = "No breach was found."
        case 1:
            first = "One matter is a breach."
        case _:
            first = f"{show_count(breaches, 'en')} matters are breaches."
    if depending == breaches == 1:
        first += " It depends on a reading."
    elif depending:
        first += f" {show_count(depending, 'en')} of them depend on a reading."
    if undetermined == 1:
        first += " One is undetermined, neither kept nor breached."
    elif undetermined:
        first += f" {show_count(undetermined, 'en')} are undetermined, neither kept nor breached."
    return first


def _exit(code: int, language: Language) -> str:
    da = language == "da"
    match code:
        case 3:
            return (
                "Kode 3: leverancen kunne ikke læses helt, og resultatet gælder kun det, der er læst."
                if da
                else "Code 3: the delivery could not be read in full, and the result holds only for what was read."
            )
        case 1:
            return (
                "Kode 1: alt er læst, og der er fundet brud."
                if da
                else "Code 1: all was read, and breaches were found."
            )
        case _:
            return (
                "Kode 0: alt er læst, og blandt det, der kunne afgøres, er der ingen brud."
                if da
                else "Code 0: all was read, and among what could be decided there are no breaches."
            )

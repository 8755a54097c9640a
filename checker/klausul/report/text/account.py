"""The account of every row that was received, with the rows and cells that could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit, Place, RunRecord
from klausul.findings.shown import show_count
from klausul.report.text.layout import clean, heading, paragraph, table
from klausul_dsl.diagnostics import render
from klausul_dsl.text import Language, Text

_HEADING = Text("Er alt læst?", "Was everything read?")
_HEADERS = (
    Text("fil", "file"),
    Text("oplysninger", "records"),
    Text("modtaget", "received"),
    Text("optaget", "admitted"),
    Text("uden for\nperioden", "outside\nthe period"),
    Text("senere", "later"),
    Text("udeladt", "excluded"),
    Text("afvist", "rejected"),
    Text("tomme", "blank"),
)
_TOTAL = Text("i alt", "total")


def account_lines(audit: Audit, language: Language) -> Iterator[str]:
    run = audit.run
    yield from heading(_HEADING[language])
    yield from table([text[language] for text in _HEADERS], _rows(run, language), words=2, dense=True)
    yield ""
    yield from paragraph(_verdict(run, language))
    yield from _rejected(run, language)
    yield from _unreadable(run, language)
    for warning in run.warnings:
        yield ""
        yield from (clean(line) for line in render(warning, audit.sources, language).split("\n"))


def _rows(run: RunRecord, language: Language) -> list[list[str]]:
    rows = []
    totals = [0] * 7
    for row in run.account:
        numbers = [row.received, row.admitted, row.outside, row.later, row.excluded, row.rejected, row.blank]
        totals = [total + number for total, number in zip(totals, numbers, strict=True)]
        rows.append([row.file, row.label[language], *(show_count(number, language) for number in numbers)])
    if len(run.account) > 1:
        rows.append([_TOTAL[language], "", *(show_count(number, language) for number in totals)])
    return rows


def _verdict(run: RunRecord, language: Language) -> str:
    da = language == "da"
    if not run.adds_up:
        wrong = ", ".join(row.file for row in run.account if not row.adds_up)
        return (
            f"Regnskabet stemmer ikke for {wrong}. Det er en fejl i Klausul, og resultatet må ikke bruges."
            if da
            else f"The account does not add up for {wrong}. That is a bug in Klausul, and the result must not be used."
        )
    return (
        "Regnskabet stemmer: hver modtaget række står ét sted."
        if da
        else "The account adds up: every row received stands in one place."
    )


def runs(numbers: list[int]) -> str:
    """Numbers in order, those that follow each other as one.

    >>> runs([2, 3, 4, 7, 9, 10])
    '2–4, 7, 9–10'
    """
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in found)


def at(place: Place | None) -> str:
    """A place as `file:line`."""
    return f"{place.file}:{place.line}" if place else ""


def _rejected(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.rejected_rows:
        return
    da, number = language == "da", len(run.rejected_rows)
    yield ""
    count = show_count(number, language)
    if da:
        words = "1 række er afvist. Den" if number == 1 else f"{count} rækker er afvist. De"
        yield from paragraph(f"{words} er ikke kontrolleret, men kan høre til i en gruppe og tæller dér som ukendte:")
    else:
        words = "1 row is rejected. It is" if number == 1 else f"{count} rows are rejected. They are"
        yield from paragraph(f"{words} not judged, but may belong to a group and count there as unknown:")
    for row in run.rejected_rows:
        reasons = "; ".join(reason[language] for reason in row.reasons)
        yield from paragraph(f"{at(row.place)}  {row.entity_label[language]}: {reasons}", 2, 4)


def _unreadable(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.unreadable:
        return
    da, number = language == "da", len(run.unreadable)
    yield ""
    count = show_count(number, language)
    if da:
        words = "1 celle kan" if number == 1 else f"{count} celler kan"
        yield from paragraph(f"{words} ikke læses og tæller som ukendt:")
    else:
        words = "1 cell cannot" if number == 1 else f"{count} cells cannot"
        yield from paragraph(f"{words} be read and count as unknown:")
    alike: dict[tuple[str, str, str, str], list[int]] = {}
    for cell in run.unreadable:
        column = cell.place.column or cell.label[language]
        about = (cell.place.file, column, cell.text[language], cell.reason[language])
        alike.setdefault(about, []).append(cell.place.line)
    for (file, column, text, reason), lines in alike.items():
        if len(lines) == 1:
            yield from paragraph(f"{file}:{lines[0]}  {column}: {text} – {reason}", 2, 4)
        else:
            listed = runs(sorted(lines))
            at_lines = "linje" if da else "lines"
            yield from paragraph(f"{file}  {column}: {text} – {reason}; {at_lines} {listed}", 2, 4)

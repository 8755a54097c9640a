"""The account of every row that was received, with the rows and cells that could not be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from klausul.findings import AmountSum, Audit, Place, RunRecord
from klausul.findings.shown import show_count
from klausul.report.text.layout import clean, heading, paragraph, table
from klausul.report.text.troubles import SHOWN_IN_FULL, trouble_lines
from klausul_dsl.diagnostics import render
from klausul_dsl.prose import show_date, show_number
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
_CONTENT = (
    Text("fil", "file"),
    Text("nøgler", "keys"),
    Text("første dato", "first date"),
    Text("sidste dato", "last date"),
    Text("sum", "sum"),
)


def account_lines(audit: Audit, language: Language) -> Iterator[str]:
    run = audit.run
    yield from heading(_HEADING[language])
    yield from table([text[language] for text in _HEADERS], _rows(run, language), words=2, dense=True)
    yield ""
    yield from paragraph(_verdict(run, language))
    yield from _controls(run, language)
    yield ""
    yield from table([text[language] for text in _CONTENT], _contents(run, language), words=1)
    yield from _rejected(run, language)
    yield from _unreadable(run, language)
    yield from _odd(run, language)
    yield from _all_of_them(run, language)
    yield from _not_read(run, language)
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


def _contents(run: RunRecord, language: Language) -> list[list[str]]:
    """For each file what its records hold: keys, days, and what its amounts come to."""
    types = Counter(row.file for row in run.account)
    rows = []
    for row in run.account:
        name = f"{row.file} ({row.label[language]})" if types[row.file] > 1 else row.file
        days = [show_date(day, language) if day else "·" for day in (row.first, row.last)]
        first, *more = [_sum(item, language) for item in row.sums] or ["·"]
        rows.append([name, show_count(row.keys, language), *days, first])
        rows += [["", "", "", "", total] for total in more]
    return rows


def _sum(item: AmountSum, language: Language) -> str:
    return f"{item.label[language]} {show_number(item.total, language)} kr."


def _controls(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.controls:
        return
    da = language == "da"
    met = []
    for item in run.controls:
        total = show_number(item.total, language)
        rows = f"{total} {'rækker' if da else 'rows'}"
        met.append(f"{item.file} {rows if item.column is None else f'“{item.column}” {total}'}")
    head = "Afsenderens kontroltal stemmer" if da else "The sender's control totals are met"
    yield from paragraph(f"{head}: {'; '.join(met)}.", 0, 2)


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
        words = "1 række er afvist og" if number == 1 else f"{count} rækker er afvist og"
        lost = "En post, der kan være gået tabt, tæller som ukendt i de grupper, den kan høre til."
        yield from paragraph(f"{words} ikke kontrolleret. {lost}")
    else:
        words = "1 row is rejected" if number == 1 else f"{count} rows are rejected"
        lost = "A record that may be lost counts as unknown in the groups it may belong to."
        yield from paragraph(f"{words} and not judged. {lost}")
    several = Counter(row.file for row in run.account)
    yield from trouble_lines(
        (
            (row.place, reason, row.entity_label[language] if several[row.place.file] > 1 else "")
            for row in run.rejected_rows
            for reason in row.reasons
        ),
        language,
    )


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
        words = "1 cell cannot be read and counts" if number == 1 else f"{count} cells cannot be read and count"
        yield from paragraph(f"{words} as unknown:")
    yield from trouble_lines(((cell.place, cell.reason, "") for cell in run.unreadable), language)


def _odd(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.odd:
        return
    number, count = len(run.odd), show_count(len(run.odd), language)
    yield ""
    if language == "da":
        words = "1 usandsynlig værdi, som er brugt, som den" if number == 1 else ""
        yield from paragraph(f"{words or f'{count} usandsynlige værdier, som er brugt, som de'} står:")
    else:
        words = "1 implausible value, used as it stands:" if number == 1 else ""
        yield from paragraph(words or f"{count} implausible values, used as they stand:")
    yield from trouble_lines(((cell.place, cell.reason, "") for cell in run.odd), language)


def _all_of_them(run: RunRecord, language: Language) -> Iterator[str]:
    """Where the lists stand in full, if they may be cut short here."""
    if max(len(run.rejected_rows), len(run.unreadable), len(run.odd)) > SHOWN_IN_FULL:
        yield ""
        yield from paragraph(
            "Rapporten i formen jsonl (`--format jsonl --output FIL`) har hver eneste række og celle."
            if language == "da"
            else "The report in the form jsonl (`--format jsonl --output FILE`) has every single row and cell."
        )


_NAMES = 12


def _not_read(run: RunRecord, language: Language) -> Iterator[str]:
    """The files and columns that lie in the delivery and that the profile does not name."""
    da = language == "da"
    if run.not_read:
        yield ""
        head = "Ikke læst, fordi profilen ikke nævner dem" if da else "Not read, as the profile does not name them"
        yield from paragraph(f"{head}: {_names(run.not_read, language)}.", 0, 2)
    if run.left_by_programs:
        yield ""
        head = (
            "Skjulte og midlertidige filer, heller ikke læst" if da else "Hidden and temporary files, not read either"
        )
        yield from paragraph(f"{head}: {_names(run.left_by_programs, language)}.", 0, 2)
    if run.ignored_columns:
        yield ""
        yield from paragraph("Kolonner, som profilen ikke bruger:" if da else "Columns that the profile does not use:")
        for file, columns in run.ignored_columns.items():
            yield from paragraph(f"{file}: {_names(columns, language)}", 2, 2)


def _names(names: tuple[str, ...], language: Language) -> str:
    rest = len(names) - _NAMES
    more = f" {'og' if language == 'da' else 'and'} {rest} {'til' if language == 'da' else 'more'}" if rest > 0 else ""
    return ", ".join(names[:_NAMES]) + more

"""What is measured: numbers beside what was expected of them, and never an outcome."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klausul.findings import Audit, MeasureShown
from klausul.findings.shown import show_count, show_days
from klausul.report.text.layout import heading, paragraph, table
from klausul.report.text.listed import together
from klausul.report.text.tallies import clause_heading
from klausul_dsl.text import Language, Text

_HEADING = Text("Målinger", "Measures")
_ABOUT = Text(
    "Kun til oplysning. Tallene siger ikke, at noget er overholdt eller ikke overholdt.",
    "For information only. The numbers do not say that anything is complied with or breached.",
)
_HEADERS = (Text("for", "of"), Text("periode", "period"), Text("tal", "number"))
_EXPECTED = Text("forventet", "expected")


def measure_lines(audit: Audit, language: Language) -> Iterator[str]:
    """Every measure at the chosen readings, group by group and period by period."""
    chosen = [row for row in audit.measures if row.chosen]
    if not chosen:
        return
    yield from heading(_HEADING[language])
    yield from paragraph(_ABOUT[language])
    for _, group in groupby(chosen, key=lambda row: row.measure):
        rows = list(group)
        first = rows[0]
        yield ""
        head = clause_heading(first.clauses, audit.run.agreement, language)
        yield from paragraph(f"{head} – {first.label[language]}", 0, 2)
        yield from paragraph(first.told[language], 2)
        if first.variant:
            word = "Opgjort efter fortolkningen" if language == "da" else "Reckoned by the reading"
            yield from paragraph(f"{word}: {first.variant_label[language]}.", 2)
        yield ""
        yield from _rows(rows, language)


def _rows(rows: list[MeasureShown], language: Language) -> Iterator[str]:
    told = [row for row in rows if row.widest or row.expected.da]
    expects = any(row.expected.da for row in told)
    headers = [text[language] for text in (*_HEADERS, *((_EXPECTED,) if expects else ()))]
    if told:
        lines = [[*_cells(row, language), *((row.expected[language],) if expects else ())] for row in told]
        yield from (f"  {line}" for line in table(headers, lines, words=len(headers)))
    if empty := len(rows) - len(told):
        count = show_count(empty, language)
        if language == "da":
            others = "én anden gruppe eller periode" if empty == 1 else f"{count} andre grupper og perioder"
            said = f"Intet at tælle i {others}."
        else:
            others = "one other group or period" if empty == 1 else f"{count} other groups and periods"
            said = f"Nothing to count in {others}."
        yield from paragraph(said, 2)


def _cells(row: MeasureShown, language: Language) -> list[str]:
    whose = f"{row.entity_label[language]} {row.key}" if row.key else together(language)
    so_far = ("indtil nu " if language == "da" else "so far ") if row.still_open else ""
    return [whose, show_days(*row.period, language), so_far + row.counted[language]]

"""What came out, clause by clause and rule by rule."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit, ClauseCited, RunRecord, Tally, Unverified
from klausul.findings.naming import leading
from klausul.findings.shown import show_count
from klausul.report.text.layout import heading, paragraph, table
from klausul.report.text.opening import clauses_shown
from klausul_dsl.clauses import STATUS_LABELS, Status
from klausul_dsl.outcomes import OUTCOME_LABELS, Outcome
from klausul_dsl.text import Language, Text

_HEADING = Text("Resultat", "Result")
_PARTLY = Text("kontrolleres delvis", "checked in part")
_HEADERS = (
    Text("bestemmelse og regel", "clause and rule"),
    Text("ikke\noverholdt", "breach"),
    Text("kan ikke\nafgøres", "undeter-\nmined"),
    Text("endnu ikke\nforfaldent", "pending"),
    Text("overholdt", "compliant"),
    Text("ikke\nrelevant", "not\napplicable"),
    Text("i alt", "total"),
)


def tally_lines(audit: Audit, language: Language) -> Iterator[str]:
    yield from heading(_HEADING[language])
    if audit.tallies:
        yield from table([text[language] for text in _HEADERS], _rows(audit, language), dense=True)
    else:
        yield from paragraph("Ingen regel er kontrolleret." if language == "da" else "No rule was judged.")
    yield from _notes(audit, language)
    yield from _unreached(audit.run, language)
    yield from _by_status(audit.run, language)
    yield from _unverified(audit, language)


def _rows(audit: Audit, language: Language) -> list[list[str]]:
    """A line for each clause, each norm, and, where readings of group or period make several, each variant."""
    rows: list[list[str]] = []
    chapter: ClauseCited | None = None
    norm = ""
    for tally in audit.tallies:
        first = leading(tally.clauses)
        if not rows or first != chapter:
            chapter = first
            rows.append([clause_heading(tally.clauses, audit.run.agreement, language)])
        if tally.variant and tally.norm != norm:
            rows.append([f"  {tally.label[language]}"])
        norm = tally.norm
        rows.append([_name(tally, language), *_numbers(tally, language)])
    return rows


def clause_heading(clauses: tuple[ClauseCited, ...], agreement: str, language: Language) -> str:
    """The number and title of the clause a norm is listed under."""
    first = leading(clauses)
    if first is None:
        return "uden bestemmelse" if language == "da" else "under no clause"
    return f"{clauses_shown((first,), agreement, language)}  {first.title[language]}".strip()


def _name(tally: Tally, language: Language) -> str:
    if not tally.variant:
        return f"  {tally.label[language]}"
    if tally.chosen:
        return f"    {tally.variant_label[language]} {'(valgt)' if language == 'da' else '(chosen)'}"
    return f"    {tally.variant_label[language]}"


def _numbers(tally: Tally, language: Language) -> list[str]:
    numbers = [
        tally.outcomes.get(outcome, 0)
        for outcome in (
            Outcome.BREACH,
            Outcome.UNDETERMINED,
            Outcome.PENDING,
            Outcome.COMPLIANT,
            Outcome.NOT_APPLICABLE,
        )
    ]
    return [
        *(show_count(number, language) if number else "·" for number in numbers),
        show_count(sum(numbers), language),
    ]


def _notes(audit: Audit, language: Language) -> Iterator[str]:
    da = language == "da"
    chosen = [tally for tally in audit.tallies if tally.chosen]
    empty = [tally.label[language] for tally in chosen if not tally.population and not tally.set_aside]
    if empty:
        yield ""
        names = "; ".join(empty)
        yield from paragraph(
            f"Disse regler mødte ingen oplysninger og siger derfor intet: {names}."
            if da
            else f"These rules met no records and so say nothing: {names}."
        )
    yield from _by_date(chosen, language)


def _by_date(chosen: list[Tally], language: Language) -> Iterator[str]:
    """What a rule leaves out because of its date; rules that leave out the same number stand together."""
    da = language == "da"
    alike: dict[tuple[int, int], list[str]] = {}
    for tally in chosen:
        if tally.outside or tally.later:
            alike.setdefault((tally.outside, tally.later), []).append(tally.label[language])
    if alike:
        yield ""
        yield from paragraph("Ikke kontrolleret på grund af datoen:" if da else "Not judged because of the date:")
    for (before, later), names in alike.items():
        parts = []
        if before:
            parts.append(
                f"{show_count(before, language)} " + ("uden for reglens tid" if da else "outside its validity")
            )
        if later:
            word = "endnu ikke sket på opgørelsesdagen" if da else "not yet happened on the as-of date"
            parts.append(f"{show_count(later, language)} {word}")
        yield from paragraph(f"{', '.join(parts)}: {'; '.join(names)}", 2, 4)


def _unreached(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.unreached:
        return
    da = language == "da"
    listed = ", ".join(f"{show_count(number, language)} {label[language]}" for _, label, number in run.unreached)
    yield ""
    yield from paragraph(
        f"Optaget, men ikke brugt af nogen regel: {listed}." if da else f"Admitted, but not used by any rule: {listed}."
    )


def _by_status(run: RunRecord, language: Language) -> Iterator[str]:
    if not run.by_status:
        return
    da = language == "da"
    yield ""
    yield from paragraph(
        "Bestemmelser, som maskinen ikke eller kun delvis kontrollerer, og som ingen må regne for overholdt:"
        if da
        else "Clauses that the machine does not check, or only in part, and that no one may take as kept:"
    )
    for status, clauses in run.by_status:
        listed = clauses_shown(clauses, run.agreement, language)
        label = _PARTLY if status is Status.CHECKED else STATUS_LABELS[status]
        yield from paragraph(f"{label[language]}: {listed}", 2, 4)


def _unverified(audit: Audit, language: Language) -> Iterator[str]:
    """What the outcomes rest on that was not held against the official text, and how many outcomes do, kept or not."""
    da = language == "da"
    resting: dict[Unverified, list[Tally]] = {}
    for tally in audit.tallies:
        if tally.chosen and tally.population > tally.outcomes.get(Outcome.NOT_APPLICABLE, 0):
            for item in tally.unverified:
                resting.setdefault(item, []).append(tally)
    if not resting:
        return
    yield ""
    yield from paragraph(
        "Advarsel: disse udfald, også de overholdte, hviler på noget, der ikke er holdt op mod den officielle tekst. "
        "Slå det op, før nogen handler efter dem:"
        if da
        else "Warning: these outcomes, the compliant ones too, rest on what has not been held against the official "
        "text. Look it up before anyone acts on them:"
    )
    for item, tallies in resting.items():
        where = clauses_shown((item.clause,), audit.run.agreement, language)
        yield from paragraph(f"{where}: {item.what[language]}", 2, 4)
        yield from (line for tally in tallies for line in paragraph(_resting(tally, language), 4, 2))


def _resting(tally: Tally, language: Language) -> str:
    outcomes = (Outcome.BREACH, Outcome.UNDETERMINED, Outcome.PENDING, Outcome.COMPLIANT)
    counts = [
        f"{show_count(tally.outcomes[outcome], language)} {OUTCOME_LABELS[outcome][language]}"
        for outcome in outcomes
        if tally.outcomes.get(outcome)
    ]
    return f"{tally.label[language]}: {', '.join(counts)}"

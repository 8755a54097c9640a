"""What was audited: agreement, delivery, day, readings, and what a narrowed run leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit, Choice, ClauseCited, Narrowing, RunRecord
from klausul.findings.shown import show_days
from klausul.report.text.layout import heading, pairs, paragraph, title
from klausul_dsl.clauses import show_clause
from klausul_dsl.prose import show_date
from klausul_dsl.text import Language, Text

_TITLE = Text("Kontrol af udlejning og anvisning", "Audit of letting and assignment")
_NARROWED = Text("Kontrollen er afgrænset", "The audit is narrowed")


def opening_lines(audit: Audit, language: Language) -> Iterator[str]:
    run = audit.run
    yield from title(_TITLE[language])
    yield ""
    names = (
        ("Aftale", "Leverance", "Opgjort pr.", "Klausul")
        if language == "da"
        else ("Agreement", "Delivery", "As of", "Klausul")
    )
    values = (_agreement(run, language), run.delivery, show_date(run.as_of, language), run.version)
    yield from pairs([*zip(names, values, strict=True), *_personal(run, language)])
    yield from _readings(run.choices, language)
    if not run.narrowing.is_empty:
        yield from narrowing_lines(run.narrowing, language)


def _personal(run: RunRecord, language: Language) -> Iterator[tuple[str, str]]:
    """What was asked for of personal data; nothing where it is withheld, as it is unless someone asks."""
    da = language == "da"
    match run.personal:
        case "shown":
            yield (
                ("Personer", "personoplysninger er vist (--show-personal); del ikke rapporten videre")
                if da
                else ("Persons", "personal data is shown (--show-personal); do not pass the report on")
            )
        case "pseudonyms":
            yield (
                ("Personer", f"nævnt med pseudonymer (p-…) efter nøglen {run.pseudonym_key}")
                if da
                else ("Persons", f"named by pseudonyms (p-…) of the key {run.pseudonym_key}")
            )


def _agreement(run: RunRecord, language: Language) -> str:
    start, end = run.in_force
    if start and end:
        days = show_days(start, end, language)
        return f"{run.title[language]} ({'gælder' if language == 'da' else 'in force'} {days})"
    if start:
        day = show_date(start, language)
        return f"{run.title[language]} ({'gælder fra' if language == 'da' else 'in force from'} {day})"
    return run.title[language]


def clauses_shown(clauses: tuple[ClauseCited, ...], agreement: str, language: Language) -> str:
    """Clause numbers in a row; the act is named where it is not the agreement itself."""
    return "; ".join(
        show_clause(clause.id, language)
        if clause.register in (agreement, "")
        else f"{clause.register} {show_clause(clause.id, language)}"
        for clause in clauses
    )


def _readings(choices: tuple[Choice, ...], language: Language) -> Iterator[str]:
    if not choices:
        return
    yield ""
    da = language == "da"
    made = [choice for choice in choices if not choice.default]
    number = len(choices)
    if da:
        stands = "Teksten lader ét spørgsmål stå åbent" if number == 1 else f"Teksten lader {number} spørgsmål stå åbne"
        first = "det er besvaret" if number == 1 else "de er besvaret"
    else:
        stands = "The text leaves one question open" if number == 1 else f"The text leaves {number} questions open"
        first = "it is answered" if number == 1 else "they are answered"
    if not made:
        rest = "med det første alternativ" if da else "by the first alternative"
        yield from paragraph(f"{stands}; {first} {rest}. `klausul readings` {'viser dem' if da else 'shows them'}.")
        return
    rest = "med det første alternativ, bortset fra:" if da else "by the first alternative, except:"
    yield from paragraph(f"{stands}; {first} {rest}")
    for choice in made:
        yield from paragraph(f"{choice.label[language]}: {choice.alternative_label[language]}", 2, 2)


def narrowing_lines(narrowing: Narrowing, language: Language) -> Iterator[str]:
    da = language == "da"
    yield from heading(_NARROWED[language])
    entries = []
    if narrowing.clauses:
        entries.append(
            ("bestemmelser" if da else "clauses", "; ".join(show_clause(c, language) for c in narrowing.clauses))
        )
    if narrowing.rules:
        entries.append(("regler" if da else "rules", "; ".join(narrowing.rules)))
    if narrowing.estates:
        entries.append(("afdelinger" if da else "estates", "; ".join(narrowing.estates)))
    if narrowing.period:
        entries.append(("periode" if da else "period", show_days(*narrowing.period, language)))
    yield from pairs(entries, 2)
    if narrowing.norms_not_judged:
        names = "; ".join(label[language] for _, label in narrowing.norms_not_judged)
        yield from paragraph(f"Ikke kontrolleret: {names}." if da else f"Not judged: {names}.")
    if number := narrowing.judgements_set_aside:
        yield from paragraph(
            f"{number} forhold ligger uden for afgrænsningen og er ikke talt med."
            if da
            else f"{number} matters lie outside the narrowing and are not counted."
        )
    if number := narrowing.measures_set_aside:
        yield from paragraph(
            f"{number} målte tal ligger uden for afgrænsningen og er ikke vist."
            if da
            else f"{number} measured numbers lie outside the narrowing and are not shown."
        )

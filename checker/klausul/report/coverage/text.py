"""Coverage as text for people: a line for each clause, what is missing, and the changes no example notices."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from klausul.report.coverage.model import Measured
from klausul.report.text.layout import heading, paragraph, table, title
from klausul_dsl.clauses import STATUS_LABELS, show_clause
from klausul_dsl.coverage import ClauseCoverage, Kind, Point
from klausul_dsl.mutation import Survivor
from klausul_dsl.prose import show_number
from klausul_dsl.source import Span
from klausul_dsl.text import Language, Text

_HEADERS = (
    Text("bestemmelse", "clause"),
    Text("regler", "rules"),
    Text("eksempler", "examples"),
    Text("udfald", "outcomes"),
    Text("led", "branches"),
    Text("grænser", "limits"),
)
_COLUMNS: tuple[tuple[Kind, ...], ...] = (
    ("outcome", "clause"),
    ("condition", "class", "alternative", "exception", "parameter"),
    ("limit",),
)
_NOTE = Text(
    "Tallene er vist/i alt. Et led er en betingelse, der skal være både opfyldt og ikke opfyldt i et eksempel, en "
    "undtagelse, en klasse, et svar på en fortolkning eller en værdi. En grænse skal være ramt præcist.",
    "The numbers are shown/in all. A branch is a condition that must both hold and not hold in some example, an "
    "exception, a class, an answer to a reading or a value. A limit must be met exactly.",
)
_SENTENCES = Text("De kontrollerede sætninger", "The checked sentences")
_MISSING = Text("Hvad der mangler", "What is missing")
_NOTHING = Text("Intet: hvert punkt er vist af et eksempel.", "Nothing: every point is shown by some example.")
_UNNOTICED = Text("Ændringer, som intet eksempel opdager", "Changes that no example notices")
_ACCEPTED = Text("Accepteret med en begrundelse", "Accepted with a reason")


def text_lines(measured: Measured, language: Language) -> Iterator[str]:
    """The report of one agreement, without line ends."""
    yield from title(measured.title[language])
    yield ""
    yield from paragraph(_summary(measured, language))
    yield ""
    rows = [_row(clause, language) for clause in measured.coverage.clauses]
    yield from table([header[language] for header in _HEADERS], rows)
    yield ""
    yield from paragraph(_NOTE[language])
    if measured.coverage.sentences:
        yield from heading(_SENTENCES[language])
        yield from _sentences(measured, language)
    yield from heading(_MISSING[language])
    yield from _missing(measured, language)
    if measured.mutants is not None:
        yield from heading(_UNNOTICED[language])
        yield from _survivors(measured, language)


def _summary(measured: Measured, language: Language) -> str:
    coverage = measured.coverage
    percent = show_number(Fraction(1000 * coverage.shown // max(1, coverage.total), 10), language)
    points, norms, examples = f"{coverage.shown}/{coverage.total}", coverage.norms, coverage.examples
    if language == "da":
        return (
            f"Eksemplerne viser {points} punkter ({percent} %). "
            f"{norms} {'regel' if norms == 1 else 'regler'}, {examples} {'eksempel' if examples == 1 else 'eksempler'}."
        )
    return (
        f"The examples show {points} points ({percent} %). "
        f"{norms} {'rule' if norms == 1 else 'rules'}, {examples} {'example' if examples == 1 else 'examples'}."
    )


def _row(clause: ClauseCoverage, language: Language) -> list[str]:
    found = clause.clause
    if found is None:
        named = "uden bestemmelse" if language == "da" else "under no clause"
    else:
        named = f"{show_clause(found.id, language)}  {found.title[language]}"
    if found is not None and not clause.points:
        return [f"{named} ({STATUS_LABELS[found.status][language]})", *_counts(clause), "-", "-", "-"]
    return [named, *_counts(clause), *(_of(clause.points, kinds) for kinds in _COLUMNS)]


def _counts(clause: ClauseCoverage) -> tuple[str, str]:
    return str(len(clause.norms) or "-"), str(clause.examples or "-")


def _of(points: tuple[Point, ...], kinds: tuple[Kind, ...]) -> str:
    held = [point for point in points if point.kind in kinds]
    return f"{sum(point.shown for point in held)}/{len(held)}" if held else "-"


def _sentences(measured: Measured, language: Language) -> Iterator[str]:
    """How many of the checked sentences are shown in full, and the others with the items that lack something."""
    coverage = measured.coverage
    shown, listed = coverage.sentences_shown, len(coverage.sentences)
    counted = Text(
        f"{shown} af {listed} kontrollerede sætninger er vist helt: hvert punkt i det, der prøver dem, også i en "
        "anvendt lov, er vist af et eksempel.",
        f"{shown} of {listed} checked sentences are shown in full: every point of what tests them, also in an act that "
        "is used, is shown by some example.",
    )
    yield from paragraph(counted[language])
    for covered in coverage.sentences:
        if covered.missing:
            labels = dict.fromkeys(point.label[language] for point in covered.missing)
            points = f"{len(covered.points) - len(covered.missing)}/{len(covered.points)}"
            yield from paragraph(f"- {covered.sentence.id}: {points} ({'; '.join(labels)})", 2, 2)


def _missing(measured: Measured, language: Language) -> Iterator[str]:
    """Each missing point once, under the item it belongs to."""
    listed: dict[tuple[str, str], list[Point]] = {}
    for clause in measured.coverage.clauses:
        for point in clause.missing:
            label = point.label[language] or _row(clause, language)[0]
            held = listed.setdefault((label, _at(point.span, measured)), [])
            held += [] if point in held else [point]
    if not listed:
        yield from paragraph(_NOTHING[language])
    for number, ((label, place), points) in enumerate(listed.items()):
        yield from [""] if number else []
        yield from paragraph(f"{label}  {place}".rstrip())
        for point in points:
            yield from paragraph(f"- {point.missing[language]}", 2, 2)


def _survivors(measured: Measured, language: Language) -> Iterator[str]:
    tried, alive, bad = measured.mutants or 0, len(measured.survivors), len(measured.unexplained)
    counted = Text(
        f"{tried} ændringer er prøvet, én ad gangen: {tried - alive} opdages af et eksempel, {alive - bad} er "
        f"accepteret med en begrundelse, og {bad} er hverken opdaget eller begrundet.",
        f"{tried} changes were tried, one at a time: {tried - alive} are noticed by an example, {alive - bad} are "
        f"accepted with a reason, and {bad} are neither noticed nor accepted.",
    )
    yield from paragraph(counted[language])
    for one in measured.unexplained:
        yield ""
        yield from _survivor(one, measured, language)
    accepted = [one for one in measured.survivors if one.accepted is not None]
    if accepted:
        yield ""
        yield f"{_ACCEPTED[language]}:"
    for one in accepted:
        yield ""
        yield from _survivor(one, measured, language)
        if one.accepted is not None:
            yield from paragraph(one.accepted.reason[language], 4)


def _survivor(survivor: Survivor, measured: Measured, language: Language) -> Iterator[str]:
    mutant = survivor.tried.mutant
    label = mutant.label[language].replace("_", " ")
    yield from paragraph(f"{label}  {_at(mutant.span, measured)}".rstrip())
    yield from paragraph(mutant.change[language], 2, 2)
    if survivor.accepted is None:
        yield f"    {Text('mærke', 'mark')[language]}: {mutant.mark}"


def _at(span: Span, measured: Measured) -> str:
    place = measured.place(span)
    return f"{place[0]}:{place[1]}" if place else ""

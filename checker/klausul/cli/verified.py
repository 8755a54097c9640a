"""What `klausul clauses verify` found, as lines: the quotations, what none covers, and where the words are others."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.library import Loaded
from klausul.report.text.layout import heading, paragraph
from klausul_dsl.anchors import Verification
from klausul_dsl.clauses import show_clause
from klausul_dsl.sentences import Sentence
from klausul_dsl.stretches import Changed, Unread, Wording
from klausul_dsl.text import Language, Text


def verified(found: Verification, text: str, loaded: Loaded, language: Language) -> Iterator[str]:
    """Where the quotations stand, and what of the text does not fit them."""
    da = language == "da"
    total = len(found.found) + len(found.moved) + len(found.vanished)
    yield text
    yield from paragraph(
        f"{len(found.found)} af {total} citater fundet i rækkefølge."
        if da
        else f"{len(found.found)} of {total} quotations found in order."
    )
    if found.vanished:
        yield from heading("Findes ikke i teksten" if da else "Not in the text")
        for sentence in found.vanished:
            yield from paragraph(f"{sentence.id}  “{sentence.anchor}”", 0, 2)
    if found.moved:
        yield from heading("Står et andet sted i teksten" if da else "At another place in the text")
        for place in found.moved:
            line = _line(place.line, place.line)[language]
            yield from paragraph(f"{place.sentence.id}  “{place.sentence.anchor}” ({line})", 0, 2)
    if found.uncovered:
        yield from heading("Afsnit, som ingen sætning dækker" if da else "Paragraphs that no sentence covers")
        for passage in found.uncovered:
            yield from paragraph(f"{_line(passage.line, passage.line)[language]}  {_beginning(passage.text)}", 0, 2)
    elif found.covered:
        yield from paragraph("Hvert afsnit er dækket." if da else "Every paragraph is covered.")
    if found.changed:
        yield from heading(
            "Andre ord, end da fortegnelsen blev lavet" if da else "Other words than when the register was made"
        )
        for changed in found.changed:
            yield from _changed(changed, loaded, language)
        yield ""
        yield from paragraph(
            "Læs stykkerne igen, ret fortegnelsen, og skriv ordlyden ned med --record."
            if da
            else "Read these again, mend the register, and record the wording with --record."
        )
    if found.unread:
        yield from heading("Ikke sammenlignet" if da else "Not compared")
        for unread in found.unread:
            yield from paragraph(_between(unread, language), 0, 2)
    if found.aside:
        lines = ", ".join(str(passage.line) for passage in found.aside)
        yield ""
        yield from paragraph(
            f"Læst som sidetal eller sidehoved og ikke sammenlignet: linje {lines}."
            if da
            else f"Read as a page number or a line of the page, and not compared: line {lines}."
        )


def compared_lines(found: Verification, wording: Wording | None, language: Language, *, stale: bool) -> Iterator[str]:
    """Whether the words between the quotations were compared, and with what."""
    if stale:
        yield from paragraph(
            Text(
                "Ordene mellem citaterne er ikke sammenlignet: wording.yaml er skrevet ned med andre citater (K855).",
                "The words between the quotations are not compared: wording.yaml was recorded with other quotations "
                "(K855).",
            )[language]
        )
    elif wording is None:
        yield from paragraph(
            Text(
                "Ordene mellem citaterne er ikke sammenlignet: aftalen har ingen wording.yaml. Skriv dem ned med "
                "--record, når du har læst teksten.",
                "The words between the quotations are not compared: the agreement has no wording.yaml. Record them "
                "with --record once you have read the text.",
            )[language]
        )
    elif not found.changed and not found.unread:
        yield from paragraph(
            Text(
                "Ordene mellem citaterne er de samme, som da fortegnelsen blev lavet.",
                "The words between the quotations are the same as when the register was made.",
            )[language]
        )


def _changed(changed: Changed, loaded: Loaded, language: Language) -> Iterator[str]:
    """A stretch by its clauses and lines, the quotations it stands between, and how many words it had and has."""
    yield ""
    clauses = " / ".join(dict.fromkeys(_clause(item, loaded, language) for item in _ends(changed)))
    yield from paragraph(f"{_line(changed.first, changed.last)[language]}  {clauses}", 0, 2)
    yield from paragraph(_between(changed, language), 2)
    same = Text(f"{changed.now} ord som før, men andre", f"{changed.now} words as before, but others")
    other = Text(f"{changed.then} ord dengang, {changed.now} nu", f"{changed.then} words then, {changed.now} now")
    told = (same if changed.then == changed.now else other)[language]
    yield from paragraph(told, 2)


def _ends(between: Changed | Unread) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in (between.after, between.before) if sentence is not None)


def _between(between: Changed | Unread, language: Language) -> str:
    """The quotations that a stretch begins with and ends before."""
    da = language == "da"
    after, before = between.after, between.before
    start = f"{after.id} “{after.anchor}”" if after else ("tekstens begyndelse" if da else "the beginning of the text")
    end = f"{before.id} “{before.anchor}”" if before else ("tekstens slutning" if da else "the end of the text")
    return f"fra {start} til {end}" if da else f"from {start} to {end}"


def _clause(sentence: Sentence, loaded: Loaded, language: Language) -> str:
    assert loaded.policy is not None
    entry = loaded.registers[loaded.policy.agreement.name].clauses.get(sentence.clause.word)
    number = show_clause(sentence.clause.word, language)
    return f"{number} {entry.title[language]}" if entry else number


def _line(first: int, last: int) -> Text:
    if first == last:
        return Text(f"linje {first}", f"line {first}")
    return Text(f"linje {first}-{last}", f"lines {first}-{last}")


def _beginning(text: str) -> str:
    """The first words of a paragraph."""
    words = text.split()
    return " ".join(words[:14]) + (" …" if len(words) > 14 else "")

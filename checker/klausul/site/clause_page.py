"""A clause to its page: what it says, how it is dealt with, its rules as written and in words, examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from klausul.findings.naming import titled
from klausul.library import Loaded, vocabulary
from klausul.site.agreement_page import norms_under
from klausul.site.expected import expected
from klausul.site.marks import both, fence, folded, headed, place, safe, standing, tabs, written
from klausul.site.sentence_page import sentence_tables
from klausul_dsl import typed
from klausul_dsl.clauses import STATUS_LABELS, Clause, Reference, Status, show_clause
from klausul_dsl.concordance import declared
from klausul_dsl.prose import sentences
from klausul_dsl.prose.values import show_date
from klausul_dsl.sentences import Sentences
from klausul_dsl.text import Language, Text
from klausul_dsl.walk import readings_of


def clause_page(clause: Clause, agreement: str, loaded: Loaded, listed: Sentences) -> Iterator[str]:
    """The page, line by line; `listed` are the agreement's registers of sentences and ambiguities."""
    policy = loaded.policy
    assert policy is not None
    english = show_clause(clause.id, "en")
    yield f"# {safe(headed(clause.id, clause.title.da))}"
    yield ""
    own = [sentence for sentence in listed.sentences if sentence.clause.word == clause.id]
    yield standing(clause, own, "da")
    yield ""
    yield from tabs(
        {
            "Dansk": [safe(clause.summary.da)],
            "English": [f"**{english} {safe(clause.title.en)}.** {safe(clause.summary.en)}"],
        }
    )
    if clause.anchor:
        yield f"> {safe(clause.anchor)}"
        yield ""
    yield from _status(clause)
    yield from _standing(clause)
    if own:
        yield "## Sætningerne"
        yield ""
        yield from sentence_tables(own, declared(policy), policy)
    yield from _ambiguities(clause, listed)
    for norm in norms_under(clause, agreement, policy):
        yield from _norm(norm, policy, loaded)
    reference = Reference(agreement, clause.id)
    yield from _declared(reference, policy, loaded)
    yield from _asked(reference, policy, loaded)


def _status(clause: Clause) -> Iterator[str]:
    if clause.reason is None:
        return
    partly = clause.status is Status.CHECKED
    title = "Forbehold" if partly else STATUS_LABELS[clause.status].da.capitalize()
    yield f'!!! {"warning" if partly else "note"} "{title}"'
    yield ""
    yield from both(clause.reason, "    ")


def _standing(clause: Clause) -> Iterator[str]:
    """From when the clause holds, where it was read and how surely, and what of it is not verified."""
    for caveat in clause.unverified:
        yield '!!! danger "Ikke efterprøvet i den officielle tekst"'
        yield ""
        yield from both(caveat.what, "    ")
    in_force = clause.in_force
    told = (
        ("I kraft", in_force.da if isinstance(in_force, Text) else in_force and f"fra {show_date(in_force, 'da')}"),
        ("Kilde", clause.source),
        ("Sikkerhed", clause.confidence and clause.confidence.shown.da),
    )
    rows = [f"| {word} | {safe(text)} |" for word, text in told if text]
    if rows:
        yield from ("| Gengivelsen | |", "| --- | --- |", *rows, "")


def _ambiguities(clause: Clause, listed: Sentences) -> Iterator[str]:
    """The ambiguities of the clause, each leading to where it is dealt with."""
    own = [item for item in listed.ambiguities if clause.id in {name.word for name in item.clauses}]
    if own:
        yield "Uklart i teksten: " + ", ".join(f"[{item.id}](uklarheder.md#{item.id.lower()})" for item in own)
        yield ""


def _norm(norm: typed.Norm | typed.Measure, policy: typed.Policy, loaded: Loaded) -> Iterator[str]:
    title = titled(norm).da
    yield f"## {safe(title[:1].upper() + title[1:])} {{ #{place(norm.name)} }}"
    yield ""
    yield from tabs({"Dansk": list(_told(norm, policy, "da")), "English": list(_told(norm, policy, "en"))})
    text = written(norm.span, loaded.sources)
    if text is not None:
        yield from fence(text)
    yield from _readings(norm, policy)
    yield from _examples(norm.name, policy, loaded)


Told: TypeAlias = typed.Norm | typed.Measure | typed.Classification | typed.Definition | typed.Parameter


def _told(norm: Told, policy: typed.Policy, language: Language) -> Iterator[str]:
    """A norm or what is declared in words; what readings make of its parts as a list below its first sentence."""
    first, *others = sentences(norm, policy, vocabulary(), language)
    yield safe(first)
    yield ""
    yield from (f"- {safe(one)}" for one in others)


def _readings(norm: typed.Norm | typed.Measure, policy: typed.Policy) -> Iterator[str]:
    names = readings_of(norm, policy)
    if not names:
        return
    yield "### Åbne spørgsmål"
    yield ""
    for name in names:
        reading = policy.readings[name]
        yield folded("question", reading.asks.da)
        yield ""
        yield "    | Svar | Begrundelse |"
        yield "    | --- | --- |"
        for number, item in enumerate(reading.alternatives):
            first = " (gælder, hvis intet vælges)" if number == 0 else ""
            yield f"    | **{safe(item.label.da.replace('_', ' '))}**{first} | {safe(item.reason.da)} |"
        yield ""


def _examples(subject: str, policy: typed.Policy, loaded: Loaded) -> Iterator[str]:
    examples = [example for example in policy.examples if example.subject == subject]
    if not examples:
        return
    yield "### Eksempler"
    yield ""
    for example in examples:
        yield folded("example", f"{example.title.da} – {expected(example, policy, 'da')}")
        yield ""
        text = written(example.span, loaded.sources)
        yield from (f"    {line}" if line else "" for line in fence(text or ""))


def _declared(reference: Reference, policy: typed.Policy, loaded: Loaded) -> Iterator[str]:
    """The classes, definitions and parameters that stand under the clause."""
    found: list[tuple[str, typed.Classification | typed.Definition | typed.Parameter]] = []
    for classification in policy.classifications.values():
        branches = any(reference in branch.references for branch in classification.branches)
        if reference in classification.references or branches:
            found.append(("Klasser", classification))
    found += [("Begreb", item) for item in policy.definitions.values() if reference in item.references]
    found += [("Værdi", item) for item in policy.parameters.values() if reference in item.references]
    for kind, item in found:
        text = written(item.span, loaded.sources)
        if text is not None:
            yield f"## {kind}: {safe(item.label.da.replace('_', ' '))} {{ #{place(item.name)} }}"
            yield ""
            yield from tabs({"Dansk": list(_told(item, policy, "da")), "English": list(_told(item, policy, "en"))})
            yield from fence(text)
            yield from _examples(item.name, policy, loaded)


def _asked(reference: Reference, policy: typed.Policy, loaded: Loaded) -> Iterator[str]:
    """The readings of what the clause leaves open, each with its answers as written and in words."""
    for reading in policy.readings.values():
        text = written(reading.span, loaded.sources)
        if reference in reading.references and text is not None:
            yield f"## Fortolkning: {safe(reading.label.da.replace('_', ' '))} {{ #{place(reading.name)} }}"
            yield ""
            yield from both(reading.asks)
            yield from fence(text)

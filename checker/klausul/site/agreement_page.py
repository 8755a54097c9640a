"""An agreement to its index page: what it is, and every clause with how it is dealt with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from klausul.library import Loaded
from klausul.site.marks import chip, folded, place, safe, slug, stacked, standing
from klausul.site.sentence_page import tally
from klausul_dsl.clauses import STATUS_LABELS, Clause, Status
from klausul_dsl.prose.danish import DANISH
from klausul_dsl.prose.nouns import long_date
from klausul_dsl.sentences import Sentence, Sentences
from klausul_dsl.typed import Measure, Norm, Policy


def agreement_page(loaded: Loaded, listed: Sentences) -> Iterator[str]:
    """The page, line by line; `listed` are the agreement's registers of sentences and ambiguities."""
    policy = loaded.policy
    assert policy is not None
    agreement = policy.agreement
    register = loaded.registers.get(agreement.name)
    yield f"# {safe(agreement.title.da)}"
    yield ""
    if (days := _in_force(policy)) is not None:
        yield f"Gælder {days}."
        yield ""
    clauses = tuple(register.clauses.values()) if register else ()
    if listed.sentences:
        yield from tally(listed.sentences)
        yield "[Hver sætning med sine regler](saetninger.md)"
        yield ""
    else:
        yield from _tally(clauses)
    if listed.ambiguities:
        yield f"[Hvad teksten lader stå åbent: {len(listed.ambiguities)} uklarheder](uklarheder.md)"
        yield ""
    yield from stacked(_clauses(clauses, policy, listed))
    yield from _readings(policy)


def _in_force(policy: Policy) -> str | None:
    validity = policy.agreement.validity
    if validity.start is None:
        return None
    start = f"fra den {long_date(validity.start, DANISH)}"
    return f"{start} til den {long_date(validity.end, DANISH)}" if validity.end else start


def _tally(clauses: tuple[Clause, ...]) -> Iterator[str]:
    counts = Counter(clause.status for clause in clauses)
    marks = [chip(status, f"{counts[status]} {STATUS_LABELS[status].da}") for status in Status if counts[status]]
    if marks:
        yield '<p class="tally">' + " ".join(marks) + "</p>"
        yield ""


def _clauses(clauses: tuple[Clause, ...], policy: Policy, listed: Sentences) -> Iterator[str]:
    yield "| Bestemmelse | Titel | Status | Regler |"
    yield "| --- | --- | --- | --- |"
    for clause in clauses:
        yield _row(clause, policy, [sentence for sentence in listed.sentences if sentence.clause.word == clause.id])


def _row(clause: Clause, policy: Policy, own: Sequence[Sentence]) -> str:
    norms = norms_under(clause, policy.agreement.name, policy)
    rules = "".join(
        f'<span class="rule">[{_titled(norm.label.da)}]({slug(clause.id)}.md#{place(norm.name)})</span>'
        for norm in norms
    )
    mark = standing(clause, own, "da")
    number = clause.id.replace(" ", "&nbsp;")
    return f"| [{number}]({slug(clause.id)}.md) | {safe(clause.title.da)} | {mark} | {rules} |"


def _titled(label: str) -> str:
    """A label as words that begin with a capital."""
    words = label.replace("_", " ")
    return safe(words[:1].upper() + words[1:])


def norms_under(clause: Clause, agreement: str, policy: Policy) -> list[Norm | Measure]:
    """The norms that state a clause, and the measures that count what it speaks of."""
    return [
        norm
        for norm in (*policy.norms.values(), *policy.measures.values())
        if any(ref.register == agreement and ref.clause == clause.id for ref in norm.references)
    ]


def _readings(policy: Policy) -> Iterator[str]:
    if not policy.readings:
        return
    yield "## Åbne spørgsmål"
    yield ""
    yield "Teksten kan læses på flere måder her. Det første svar gælder, hvis intet vælges."
    yield ""
    for reading in policy.readings.values():
        yield folded("question", reading.asks.da)
        yield ""
        for number, alternative in enumerate(reading.alternatives):
            name = f"**{safe(alternative.label.da.replace('_', ' '))}**"
            first = " *(gælder, hvis intet vælges)*" if number == 0 else ""
            yield f"    - {name}{first}: {safe(alternative.reason.da)}"
        yield ""

"""The register of sentences to the page that shows each with its status, the rules that state it, and examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from klausul.library import Loaded
from klausul.site.expected import expected, subject_of, trying, users
from klausul.site.marks import PARTLY, both, chip, headed, mark, place, safe, slug, stacked, tabs
from klausul_dsl import typed
from klausul_dsl.clauses import STATUS_LABELS, Reference, Register, Status
from klausul_dsl.concordance import Declared, declared, stated_by
from klausul_dsl.sentences import ACTOR_LABELS, KIND_LABELS, Sentence, Sentences, extent
from klausul_dsl.text import Language, Text

_HEADS = Text("| Nr. | Sætning | Status | Regler og eksempler |", "| No. | Sentence | Status | Rules and examples |")


def sentence_page(loaded: Loaded, listed: Sentences) -> Iterator[str]:
    """The page, line by line: every sentence, clause by clause."""
    policy = loaded.policy
    assert policy is not None
    register = loaded.registers[policy.agreement.name]
    names = declared(policy)
    yield "# Hver sætning"
    yield ""
    yield from tally(listed.sentences)
    yield from both(_ABOUT)
    for clause, sentences in groupby(listed.sentences, key=lambda sentence: sentence.clause.word):
        yield f"## [{_titled(clause, register)}]({slug(clause)}.md) {{ #{place(clause)} }}"
        yield ""
        yield from sentence_tables(tuple(sentences), names, policy)


_ABOUT = Text(
    "Hver sætning i aftalen med sin status, de regler, der gengiver den, og de eksempler, der prøver dem. Hvor "
    "ingen regel gør det, eller kun en del er prøvet, står grunden.",
    "Every sentence of the agreement with its status, the rules that state it, and the examples that try them. Where "
    "no rule does, or only a part is tried, the reason stands beside it.",
)


def _titled(clause: str, register: Register) -> str:
    entry = register.clauses.get(clause)
    return safe(headed(clause, entry.title.da) if entry else clause)


def tally(sentences: Sequence[Sentence]) -> Iterator[str]:
    """How many sentences there are of each status, as marks."""
    found = extent(sentences)
    counts = Counter(sentence.status for sentence in sentences)
    counts[Status.CHECKED] = found.whole
    marks = [chip(status, f"{counts[status]} {STATUS_LABELS[status].da}") for status in Status if counts[status]]
    if found.partly:
        marks.insert(1 if found.whole else 0, mark("partly", f"{found.partly} {PARTLY.da}"))
    yield f'<p class="tally">{len(sentences)} sætninger: ' + " ".join(marks) + "</p>"
    yield ""


def sentence_tables(
    sentences: Sequence[Sentence], names: Mapping[str, Declared], policy: typed.Policy
) -> Iterator[str]:
    """Sentences as a table in each language; `names` is what the policy declares."""
    yield from tabs(
        {
            "Dansk": list(_table(sentences, names, policy, "da")),
            "English": list(_table(sentences, names, policy, "en")),
        }
    )


def _table(
    sentences: Sequence[Sentence], names: Mapping[str, Declared], policy: typed.Policy, language: Language
) -> Iterator[str]:
    yield from stacked(_rows(sentences, names, policy, language))


def _rows(
    sentences: Sequence[Sentence], names: Mapping[str, Declared], policy: typed.Policy, language: Language
) -> Iterator[str]:
    yield _HEADS[language]
    yield "| --- | --- | --- | --- |"
    for sentence in sentences:
        actors = ", ".join(ACTOR_LABELS[actor][language] for actor in sentence.actors)
        kind = KIND_LABELS[sentence.kind][language]
        said = f"{safe(sentence.summary[language])}<br>*{safe(kind)}: {safe(actors)}*"
        rules = "".join(_rule(item, policy, language) for item in stated_by(sentence, names))
        reason = f'<span class="reason">{safe(sentence.reason[language])}</span>' if sentence.reason else ""
        yield f"| {sentence.id.replace('-', '&#8209;')} | {said} | {_mark(sentence, language)} | {rules}{reason} |"


def _mark(sentence: Sentence, language: Language) -> str:
    """The status of a sentence; one that is checked with a reservation is checked in part."""
    if sentence.status is Status.CHECKED and sentence.reason is not None:
        return mark("partly", PARTLY[language])
    return chip(sentence.status, STATUS_LABELS[sentence.status][language])


def _rule(item: Declared, policy: typed.Policy, language: Language) -> str:
    """A rule by its name, leading to where it stands, with the examples that try it folded under it."""
    shown = _linked(item, policy, language)
    own = trying(item, policy)
    through = () if own else users(item, policy)
    tried = [*own, *(example for user in through for example in trying(user, policy))]
    if not tried:
        return f'<span class="rule">{shown}</span>'
    one, more = ("eksempel", "eksempler") if language == "da" else ("example", "examples")
    number = f"{len(tried)} {one if len(tried) == 1 else more}"
    if through:
        by = ", ".join(_label(user, language) for user in through)
        number += f" gennem {by}" if language == "da" else f" through {by}"
    listed = "".join(
        f"<li>{safe(example.title[language])} – <i>{safe(expected(example, policy, language))}</i></li>"
        for example in tried
    )
    return f'<span class="rule">{shown}<details><summary>{number}</summary><ul>{listed}</ul></details></span>'


def _linked(item: Declared, policy: typed.Policy, language: Language) -> str:
    home = _home(item, policy)
    return f"[{_label(item, language)}]({home})" if home else _label(item, language)


def _label(item: Declared, language: Language) -> str:
    return safe(item.label[language].replace("_", " "))


def _home(item: Declared, policy: typed.Policy) -> str | None:
    """The address of an item: on the page of the first clause it states, in its own agreement."""
    references: tuple[Reference, ...] = () if isinstance(item, typed.Agreement) else item.references
    own = policy.agreement.name
    found = next((reference for reference in references if reference.register == own), None) or next(
        iter(references), None
    )
    if found is None:
        return None
    folder = "" if found.register == own else f"../{slug(found.register)}/"
    return f"{folder}{slug(found.clause)}.md#{place(subject_of(item, policy))}"

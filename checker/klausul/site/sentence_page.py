"""The register of sentences to the page that shows each with its status, the rules that state it, and examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from klausul.library import Loaded
from klausul.site.marks import both, chip, headed, place, safe, slug, tabs
from klausul_dsl import typed
from klausul_dsl.clauses import STATUS_LABELS, Reference, Register, Status
from klausul_dsl.concordance import Declared, declared, stated_by
from klausul_dsl.sentences import ACTOR_LABELS, KIND_LABELS, Sentence, Sentences
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
    "Hver sætning i aftalen med sin status, de regler, der gengiver den, og hvor mange eksempler der prøver dem. Hvor "
    "ingen regel gør det, eller kun en del er prøvet, står grunden.",
    "Every sentence of the agreement with its status, the rules that state it, and how many examples try them. Where "
    "no rule does, or only a part is tried, the reason stands beside it.",
)


def _titled(clause: str, register: Register) -> str:
    entry = register.clauses.get(clause)
    return safe(headed(clause, entry.title.da) if entry else clause)


def tally(sentences: Sequence[Sentence]) -> Iterator[str]:
    """How many sentences there are of each status, as marks."""
    counts = Counter(sentence.status for sentence in sentences)
    marks = [chip(status, f"{counts[status]} {STATUS_LABELS[status].da}") for status in Status if counts[status]]
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
    yield _HEADS[language]
    yield "| --- | --- | --- | --- |"
    for sentence in sentences:
        actors = ", ".join(ACTOR_LABELS[actor][language] for actor in sentence.actors)
        kind = KIND_LABELS[sentence.kind][language]
        said = f"{safe(sentence.summary[language])}<br>*{safe(kind)}: {safe(actors)}*"
        reason = f"<br>{safe(sentence.reason[language])}" if sentence.reason else ""
        rules = "<br>".join(_rule(item, policy, language) for item in stated_by(sentence, names))
        mark = chip(sentence.status, STATUS_LABELS[sentence.status][language])
        yield f"| {sentence.id.replace('-', '&#8209;')} | {said} | {mark} | {rules}{reason if rules else reason[4:]} |"
    yield ""


def _rule(item: Declared, policy: typed.Policy, language: Language) -> str:
    """A rule by its name, leading to where it stands, with the number of its examples."""
    label = safe(item.label[language].replace("_", " "))
    home = _home(item, policy)
    shown = f"[{label}]({home})" if home else label
    tried = sum(example.subject == _subject(item, policy) for example in policy.examples)
    if not tried:
        return shown
    one, more = ("eksempel", "eksempler") if language == "da" else ("example", "examples")
    return f"{shown} ({tried} {one if tried == 1 else more})"


def _subject(item: Declared, policy: typed.Policy) -> str:
    """What examples of an item are written for: a class is tried by those of its classification."""
    if isinstance(item, typed.Branch):
        return next(held.name for held in policy.classifications.values() if item in held.branches)
    return item.name


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
    return f"{folder}{slug(found.clause)}.md#{place(_subject(item, policy))}"

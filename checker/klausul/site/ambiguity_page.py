"""The table of ambiguities to the page that shows what a text leaves open, and how each is dealt with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from klausul.library import Loaded
from klausul.site.expected import expected
from klausul.site.marks import folded, mark, safe, slug, tabs, written
from klausul_dsl import typed
from klausul_dsl.sentences import TREATMENT_LABELS, Ambiguity, Sentences, Treatment
from klausul_dsl.text import LANGUAGES, Language, Text, name_of


def ambiguity_page(loaded: Loaded, listed: Sentences) -> Iterator[str]:
    """The page, line by line."""
    policy = loaded.policy
    assert policy is not None
    yield "# Hvad teksten lader stå åbent"
    yield ""
    counts = Counter(item.treatment for item in listed.ambiguities)
    marks = [_mark(kind, f"{counts[kind]} {TREATMENT_LABELS[kind].da}") for kind in Treatment if counts[kind]]
    yield '<p class="tally">' + " ".join(marks) + "</p>"
    yield ""
    for item in listed.ambiguities:
        yield f"## {item.id} {{ #{item.id.lower()} }}"
        yield ""
        clauses = ", ".join(f"[{name.word}]({slug(name.word)}.md)" for name in item.clauses)
        yield _mark(item.treatment, TREATMENT_LABELS[item.treatment].da) + (f" {clauses}" if clauses else "")
        yield ""
        yield from tabs({"Dansk": _told(item, policy, "da"), "English": _told(item, policy, "en")})
        yield from _witnesses(item, policy, loaded)


def _mark(kind: Treatment, label: str) -> str:
    return mark(kind.value, label)


def _told(item: Ambiguity, policy: typed.Policy, language: Language) -> Iterator[str]:
    yield safe(item.problem[language])
    yield ""
    yield safe(item.why[language])
    yield ""
    named = {name_of(name.word.rpartition(" ")[2]) for name in item.readings}
    for reading in policy.readings.values():
        if named & {reading.name, *(name_of(reading.label[tongue]) for tongue in LANGUAGES)}:
            yield f"*{safe(reading.asks[language])}*"
            yield ""
            for number, alternative in enumerate(reading.alternatives):
                first = Text(" (gælder, hvis intet vælges)", " (holds where none is chosen)")[language]
                label = safe(alternative.label[language].replace("_", " "))
                yield f"- **{label}**{'' if number else first}: {safe(alternative.reason[language])}"
            yield ""


def _witnesses(item: Ambiguity, policy: typed.Policy, loaded: Loaded) -> Iterator[str]:
    titles = {name.word for name in item.examples}
    for example in policy.examples:
        text = written(example.span, loaded.sources)
        if text is not None and titles & {example.title.da, example.title.en}:
            yield folded("example", f"{example.title.da} – {expected(example, policy, 'da')}")
            yield ""
            yield "    ```klausul"
            yield from (f"    {line}" if line else "" for line in text.rstrip().split("\n"))
            yield "    ```"
            yield ""

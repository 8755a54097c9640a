"""A problem in a policy, a profile or a delivery, and how it is shown: code, place, excerpt, remedy."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from klausul_dsl.codes import CATALOGUE, Severity
from klausul_dsl.source import Source, Span
from klausul_dsl.text import LANGUAGES, Language, Text


@dataclass(frozen=True, slots=True)
class Label:
    """A note at another place that belongs to the problem."""

    span: Span
    text: Text


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what is wrong, where, and the way out. Made by `diagnose`, never raised."""

    code: str
    severity: Severity
    message: Text
    span: Span
    hint: Text
    labels: tuple[Label, ...] = ()


def diagnose(code: str, span: Span, labels: tuple[Label, ...] = (), /, **facts: str | int | Text) -> Diagnostic:
    """Fill the catalogue's sentences of a code with facts; a fact may be a Text with a form for each language."""
    entry = CATALOGUE[code]
    return Diagnostic(code, entry.severity, fill(entry.message, facts), span, fill(entry.hint, facts), labels)


def fill(template: Text, facts: Mapping[str, str | int | Text]) -> Text:
    """Put facts into a sentence in both languages.

    >>> fill(Text("ukendt {word}", "unknown {word}"), {"word": "x"}).en
    'unknown x'
    """
    return Text(
        *(
            template[language]
            .format(**{name: fact[language] if isinstance(fact, Text) else fact for name, fact in facts.items()})
            .strip()
            for language in LANGUAGES
        )
    )


def nearest(word: str, names: Iterable[str]) -> str | None:
    """The name most like a misspelt word, if any is near.

    >>> nearest("esttae", ["estate", "area"])
    'estate'
    """
    found = difflib.get_close_matches(word.lower(), sorted(set(names)), n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, names: Iterable[str | Text]) -> Text:
    """The remedy for an unknown name: the nearest one, else the names there are.

    A name may differ with the language; then either form may be the nearest, and each language shows its own. A name
    with another number in it is another thing, however alike: it is never the one that was meant.

    >>> did_you_mean("hvert_aar", [Text("hvert_år", "each_year"), Text("hele_perioden", "whole_period")]).en
    'did you mean “each_year”?'
    """
    known = sorted({Text.of(name) if isinstance(name, str) else name for name in names}, key=lambda name: name.da)
    figures = [letter for letter in word if letter.isdigit()]
    alike = [name[language] for name in known for language in LANGUAGES]
    match = nearest(word, [name for name in alike if [letter for letter in name if letter.isdigit()] == figures])
    if match is not None:
        found = next(name for name in known if match in (name.da, name.en))
        return Text(f"mente du “{found.da}”?", f"did you mean “{found.en}”?")
    if not known:
        return Text("der er ingen navne at vælge imellem her", "there are no names to choose from here")
    shown = {
        language: ", ".join(f"“{name}”" for name in sorted(name[language] for name in known)[:8])
        + (" …" if len(known) > 8 else "")
        for language in LANGUAGES
    }
    return Text(f"vælg et af navnene {shown['da']}", f"choose one of the names {shown['en']}")


_WORDS = {
    Severity.ERROR: Text("fejl", "error"),
    Severity.WARNING: Text("advarsel", "warning"),
}
_HELP = Text("hjælp", "help")


def render(diagnostic: Diagnostic, sources: Mapping[str, Source], language: Language) -> str:
    """The problem as text: head line, place, excerpt with the words marked, further places, and the way out."""
    word = _WORDS[diagnostic.severity][language]
    lines = [f"{word}[{diagnostic.code}]: {diagnostic.message[language]}"]
    lines += _excerpt(diagnostic.span, "", sources)
    for note in diagnostic.labels:
        lines += _excerpt(note.span, note.text[language], sources)
    if diagnostic.hint[language]:
        lines.append(f"  = {_HELP[language]}: {diagnostic.hint[language]}")
    return "\n".join(lines)


def _excerpt(span: Span, note: str, sources: Mapping[str, Source]) -> list[str]:
    source = sources.get(span.file)
    if source is None:
        return [f"  --> {span.file}" + (f": {note}" if note else "")] if span.file else []
    number, column = source.position(span.start)
    text = source.line(number)
    length = max(1, min(span.end - span.start, len(text) - column + 1))
    before = "".join("\t" if letter == "\t" else " " * _width(letter) for letter in text[: column - 1])
    marks = "^" * max(1, sum(_width(letter) for letter in text[column - 1 : column - 1 + length]))
    margin = " " * len(str(number))
    return [
        f"  --> {span.file}:{number}:{column}",
        f" {margin} |",
        f" {number} | {text}",
        f" {margin} | {before}{marks}{' ' + note if note else ''}",
    ]


def _width(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1

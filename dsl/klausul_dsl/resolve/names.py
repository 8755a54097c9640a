"""What the items of all files declare: names, their words in both languages, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, assert_never

from klausul_dsl import syntax as s
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.naming import spoken
from klausul_dsl.source import Span
from klausul_dsl.text import Language, Text, name_of

Kind = Literal["agreement", "parameter", "reading", "definition", "classification", "norm", "class", "alternative"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One parsed file and the agreement it belongs to."""

    agreement: str
    file: s.File


@dataclass(frozen=True, slots=True)
class Declared:
    """A declared name: canonical, its words in both languages, its label, its item and its file's language."""

    kind: Kind
    name: str
    words: Text
    label: Text
    item: s.Item | s.Branch | s.Alternative
    language: Language
    agreement: str
    span: Span


_PLACED = ("indplacering_som_", "placement_as_")


@dataclass(slots=True)
class Names:
    """Everything declared, by kind and canonical name; problems and word translations are gathered as names resolve.

    `broken` are words that stand in items with syntax errors: they are not reported as unknown; nor are names of
    placements where one could not be declared.
    """

    table: dict[Kind, dict[str, Declared]] = field(default_factory=dict)
    classes: dict[str, dict[str, Declared]] = field(default_factory=dict)
    alternatives: dict[str, dict[str, Declared]] = field(default_factory=dict)
    broken: frozenset[str] = frozenset()
    lost_placement: bool = False
    problems: list[Diagnostic] = field(default_factory=list)
    words: dict[Span, Text] = field(default_factory=dict)

    def excused(self, word: str) -> bool:
        """Whether a name is unknown because of what is told already."""
        placed = next((word.removeprefix(name) for name in _PLACED if word.startswith(name)), None)
        return word in self.broken or (placed is not None and (self.lost_placement or placed in self.broken))

    def all(self, kind: Kind) -> dict[str, Declared]:
        return self.table.get(kind, {})

    def find(self, kind: Kind, word: str, language: Language) -> Declared | None:
        return find(self.all(kind), word, language)

    def spoken(self, kind: Kind, language: Language) -> list[str]:
        return [declared.words[language] for declared in self.all(kind).values()]


def find(table: dict[str, Declared], word: str, language: Language) -> Declared | None:
    """The declaration that a word of a language names."""
    return next((declared for declared in table.values() if declared.words[language] == word), None)


def declare(units: list[Unit], broken: frozenset[str]) -> Names:
    """Gather the declarations of all files; a name declared twice is a problem."""
    names = Names(broken=broken)
    for unit in units:
        for item in unit.file.items:
            for declared in _declarations(item, unit):
                _add(names, names.table.setdefault(declared.kind, {}), declared)
    _declare_placements(names, units)
    for classification in names.all("classification").values():
        assert isinstance(classification.item, s.Classify)
        table = names.classes.setdefault(classification.name, {})
        for branch in classification.item.parts:
            if isinstance(branch, s.Branch):
                declared = _declared("class", branch.name, branch.called, branch, classification)
                if declared.name not in table:
                    table[declared.name] = declared
                names.words[branch.name.span] = declared.words
    for reading in names.all("reading").values():
        assert isinstance(reading.item, s.Reading)
        options = names.alternatives.setdefault(reading.name, {})
        for alternative in reading.item.parts:
            if isinstance(alternative, s.Alternative):
                declared = _declared("alternative", alternative.name, alternative.called, alternative, reading)
                _add(names, options, declared)
    return names


def _declare_placements(names: Names, units: list[Unit]) -> None:
    """A placement is a norm that is named after its classification."""
    for unit in units:
        for item in unit.file.items:
            if isinstance(item, s.Placement):
                found = names.find("classification", item.name.word, unit.file.language)
                if found is None:
                    names.lost_placement = True
                else:
                    label = Text(f"indplacering som {found.label.da}", f"placement as {found.label.en}")
                    words = Text(name_of(label.da), name_of(label.en))
                    declared = Declared(
                        "norm", words.en, words, label, item, unit.file.language, unit.agreement, item.name.span
                    )
                    _add(names, names.table.setdefault("norm", {}), declared)


def _add(names: Names, table: dict[str, Declared], declared: Declared) -> None:
    first = table.get(declared.name) or find(table, declared.words[declared.language], declared.language)
    names.words[declared.span] = declared.words
    if first is not None:
        word, other = declared.words[declared.language], first.words[declared.language]
        label = (Label(first.span, Text("først her", "first here")),)
        alike = word == other
        facts = {"word": word} if alike else {"word": declared.label.en, "name": word, "other": other}
        names.problems.append(diagnose("K204" if alike else "K228", declared.span, label, **facts))
        return
    table[declared.name] = declared


def _declarations(item: s.Item, unit: Unit) -> Iterator[Declared]:
    kind: Kind
    match item:
        case s.Agreement():
            kind = "agreement"
        case s.Parameter():
            kind = "parameter"
        case s.Reading():
            kind = "reading"
        case s.Define():
            kind = "definition"
        case s.Classify():
            kind = "classification"
        case s.Rule() | s.Quota() | s.Sequence() | s.Deadline() | s.Periodic() | s.Duty() | s.Measure():
            kind = "norm"
        case s.Placement() | s.Example():
            return
        case _:
            assert_never(item)
    called = next((part.words for part in item.parts if isinstance(part, s.Called)), None)
    yield _build(kind, item.name, called, item, unit.file.language, unit.agreement)


def _declared(
    kind: Kind, name: s.Name, called: s.Words | None, item: s.Branch | s.Alternative, owner: Declared
) -> Declared:
    return _build(kind, name, called, item, owner.language, owner.agreement)


def _build(
    kind: Kind,
    name: s.Name,
    called: s.Words | None,
    item: s.Item | s.Branch | s.Alternative,
    language: Language,
    agreement: str,
) -> Declared:
    words, label, canonical = spoken(name, called, language)
    return Declared(kind, canonical, words, label, item, language, agreement, name.span)


def text_of(words: s.Words) -> Text:
    """The text that was written, in both languages where both were given."""
    return Text.of(da=words.plain or words.da, en=words.plain or words.en)

"""The registers beside a policy to what they hold, every mistake named at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from klausul.library.folders import Folder
from klausul.library.policies import Loaded
from klausul.library.register import owned, read_checked
from klausul.library.shipped import schema
from klausul.library.wording import recorded
from klausul.records.yaml_tree import Mapping as Entries
from klausul.records.yaml_tree import Scalar, Sequence, Tree
from klausul.unread import unread
from klausul_dsl.clauses import Status
from klausul_dsl.codes import Severity
from klausul_dsl.concordance import concord
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.sentences import Actor, Ambiguity, Kind, Name, Sentence, Sentences, Treatment
from klausul_dsl.source import Source, Span
from klausul_dsl.stretches import Wording
from klausul_dsl.text import Text

SENTENCES = "sentences"
AMBIGUITIES = "ambiguities"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The registers of an agreement, what is wrong with them, and the texts of their files by shown name.

    `wording` is how its text read when they were made, where that was recorded.
    """

    listed: Sentences
    wording: Wording | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]


def registered(loaded: Loaded) -> Registered:
    """The registers of sentences and ambiguities of a sound agreement, held against its policy.

    Empty where it has none. Both may be spread over several files, in the order of their names;
    ambiguities come by number.
    """
    assert loaded.policy is not None
    assert loaded.shelf is not None
    folder = loaded.shelf.folders[0]
    problems: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    written = sorted((folder.path / SENTENCES).glob("*.yaml"))
    open_ = sorted((folder.path / AMBIGUITIES).glob("*.yaml"))
    listed = Sentences(
        tuple(
            _sentence(*entry) for path in written for entry in _entries(path, folder, "sentences", problems, sources)
        ),
        tuple(
            sorted(
                (
                    _ambiguity(*entry)
                    for path in open_
                    for entry in _entries(path, folder, "ambiguities", problems, sources)
                ),
                key=lambda ambiguity: int(ambiguity.id.removeprefix("A")),
            )
        ),
    )
    wording = recorded(folder, listed.sentences, problems, sources) if not problems else None
    if not any(problem.severity is Severity.ERROR for problem in problems):
        problems += concord(loaded.policy, loaded.registers[loaded.policy.agreement.name], listed)
    return Registered(
        listed=listed, wording=wording, diagnostics=tuple(problems), sources={**loaded.sources, **sources}
    )


def _entries(
    path: Path, folder: Folder, name: str, problems: list[Diagnostic], sources: dict[str, Source]
) -> Iterator[tuple[Entries, Any]]:
    """The entries of a file, each as a tree with places and as plain values."""
    file = f"{folder.shown}/{path.relative_to(folder.path).as_posix()}"
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(unread(file, Span(file, 0, 0), error))
        return
    source = sources[file] = Source.of(file, text)
    yield from _listed(source, folder.name, name, problems)


def sentences_of(source: Source, agreement: str, problems: list[Diagnostic]) -> tuple[Sentence, ...]:
    """The sentences of one file of a register."""
    return tuple(_sentence(*entry) for entry in _listed(source, agreement, SENTENCES, problems))


def _listed(source: Source, agreement: str, name: str, problems: list[Diagnostic]) -> Iterator[tuple[Entries, Any]]:
    tree, raw, found = read_checked(source, schema(name), "K841")
    problems += [*found, *owned(tree, agreement)]
    listed = tree.get(name) if isinstance(tree, Entries) else None
    if raw is not None and isinstance(listed, Sequence):
        for place, entry in zip(listed.items, raw[name], strict=True):
            assert isinstance(place, Entries)
            yield place, entry


def _sentence(place: Entries, entry: Any) -> Sentence:
    return Sentence(
        id=entry["id"],
        clause=_name(place.get("clause")),
        summary=_text(entry["summary"]),
        actors=tuple(Actor(actor) for actor in entry["actor"]),
        kind=Kind(entry["kind"]),
        status=Status(entry["status"]),
        rules=_names(place.get("rules")),
        reason=_text(entry["reason"]) if "reason" in entry else None,
        anchor=entry["anchor"],
        span=_name(place.get("id")).span,
    )


def _ambiguity(place: Entries, entry: Any) -> Ambiguity:
    return Ambiguity(
        id=entry["id"],
        clauses=_names(place.get("clauses")),
        problem=_text(entry["problem"]),
        treatment=Treatment(entry["kind"]),
        readings=_names(place.get("readings")),
        examples=_names(place.get("examples")),
        why=_text(entry["why"]),
        span=_name(place.get("id")).span,
    )


def _text(raw: Any) -> Text:
    return Text(raw["da"], raw["en"])


def _names(tree: Tree | None) -> tuple[Name, ...]:
    return tuple(_name(item) for item in tree.items) if isinstance(tree, Sequence) else ()


def _name(tree: Tree | None) -> Name:
    assert isinstance(tree, Scalar)
    return Name(tree.text, tree.span)

"""Survivors and the reasons given for them: which are accepted, and which reasons have lost their cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean, nearest
from klausul_dsl.mutation.survivors import Tried
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A change that no example need notice: the item and the change in words, and the reason. `span` is its place.

    `mark` is that of the change, by which it is known again where the words for it have become others.
    """

    item: str
    change: str
    reason: Text
    span: Span
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Survivor:
    """A mutant that no example notices, and the reason why that is accepted, if one is given."""

    tried: Tried
    accepted: Accepted | None


def survivors(tried: Sequence[Tried], accepted: Sequence[Accepted]) -> tuple[Survivor, ...]:
    """The mutants that survive, each with the reason that is given for it."""
    alive = [one for one in tried if one.killer is None]
    return tuple(Survivor(one, next((entry for entry in accepted if _meant(entry, one)), None)) for one in alive)


def unfounded(tried: Sequence[Tried], accepted: Sequence[Accepted]) -> Iterator[Diagnostic]:
    """What is wrong with the reasons: an item or a change that there is not, or that an example does notice."""
    for entry in accepted:
        same_item = [one for one in tried if one.mutant.named(entry.item)]
        meant = [one for one in same_item if _meant(entry, one)]
        killers = [one.killer for one in meant if one.killer is not None]
        if not same_item:
            names = [one.mutant.label[language].replace(" ", "_") for one in tried for language in LANGUAGES]
            yield diagnose("K833", entry.span, name=entry.item, suggestion=did_you_mean(entry.item, names))
        elif not meant:
            changes = [one.mutant.change[language] for one in same_item for language in LANGUAGES]
            yield diagnose("K834", entry.span, item=entry.item, suggestion=_instead(entry.change, changes))
        elif len(killers) == len(meant):
            yield diagnose("K835", entry.span, item=entry.item, example=killers[0].title)


def _meant(entry: Accepted, tried: Tried) -> bool:
    change = tried.mutant.change
    same = entry.mark == tried.mutant.mark or " ".join(entry.change.split()) in {change.da, change.en}
    return same and tried.mutant.named(entry.item)


_SEE = Text("`klausul coverage --mutate` viser dem, der er", "`klausul coverage --mutate` shows those there are")


def _instead(change: str, changes: Sequence[str]) -> Text:
    """The change that was probably meant, else how to see those there are."""
    match = nearest(change, changes)
    return _SEE if match is None else Text(f"mente du {match}?", f"did you mean {match}?")

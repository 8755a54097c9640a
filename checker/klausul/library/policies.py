"""An agreement by name or path to its typed policy, with everything that is wrong on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from klausul.library.folders import Shelf, find, load, only_agreement
from klausul.library.shipped import vocabulary
from klausul.library.trees import parsed
from klausul_dsl.clauses import Register
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.pipeline import load_policy
from klausul_dsl.source import NOWHERE, Source, Span
from klausul_dsl.syntax import File
from klausul_dsl.text import Text
from klausul_dsl.typed import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """An agreement as read and checked; the policy is None where there are errors.

    `trees` are the syntax trees by file name; `words` says how each name is written in both languages, by its span.
    """

    policy: Policy | None
    shelf: Shelf | None
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    trees: Mapping[str, File] = field(default_factory=dict)
    words: Mapping[Span, Text] = field(default_factory=dict)

    @property
    def registers(self) -> Mapping[str, Register]:
        return self.shelf.registers if self.shelf else {}

    @property
    def broken(self) -> bool:
        return self.policy is None or any(item.severity is Severity.ERROR for item in self.diagnostics)


def load_agreement(name_or_path: str, cache_folder: str | None = None) -> Loaded:
    """Find an agreement, read it and check it.

    `cache_folder` is a folder of the user's own in which trees and the parser's tables are kept between runs.
    """
    return load_found(find(name_or_path), cache_folder)


def load_chosen(name_or_path: str | None, command: str, cache_folder: str | None = None) -> Loaded:
    """The agreement that a command names, else the only one there is; where there are several, how to name one."""
    return load_found(_only(command) if name_or_path is None else find(name_or_path), cache_folder)


def load_found(found: Path | Diagnostic, cache_folder: str | None = None) -> Loaded:
    """The agreement in a folder that was found, read and checked, or why it was not found.

    Where its register, or one that it uses, cannot be used, its texts are only parsed: every name would be unknown.
    """
    if isinstance(found, Diagnostic):
        return Loaded(policy=None, shelf=None, diagnostics=(found,), sources={})
    shelf = load(found)
    read = partial(parsed, cache_folder=cache_folder)
    if shelf.diagnostics:
        texts = {file: text for files in shelf.texts.values() for file, text in files.items()}
        told = (problem for file, text in texts.items() for problem in read(Source.of(file, text)).diagnostics)
        problems = (*shelf.diagnostics, *told)
        return Loaded(policy=None, shelf=shelf, diagnostics=problems, sources=shelf.sources)
    loaded = load_policy(shelf.texts, vocabulary(), shelf.registers, parsed=read)
    sources = {**shelf.sources, **loaded.sources}
    return Loaded(
        policy=loaded.policy,
        shelf=shelf,
        diagnostics=tuple(loaded.diagnostics),
        sources=sources,
        trees=loaded.trees,
        words=loaded.words,
    )


def _only(command: str) -> Path | Diagnostic:
    only = only_agreement()
    if not isinstance(only, tuple):
        return only
    return diagnose("K812", NOWHERE, command=command, first=next(iter(only), ""), names=", ".join(only))

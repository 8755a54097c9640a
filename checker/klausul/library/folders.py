"""An agreement's folder, and those it uses, read into texts, hashes and registers."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from klausul.data import data_folder
from klausul.library.register import read_register
from klausul.library.shipped import schema
from klausul.library.written import Named, declares, named_register, used_agreements
from klausul.misnamed import READ, renaming
from klausul.unread import unread
from klausul_dsl.clauses import Register, register_from
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.source import NOWHERE, Source, Span
from klausul_dsl.text import Text, name_of

REGISTER = "clauses.yaml"
"""The register of an agreement that does not name one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """An agreement's folder as read: texts and hashes by shown file name, its register, the agreements it uses.

    `shown` is how the folder is called in messages.
    """

    name: str
    path: Path
    shown: str
    texts: Mapping[str, str]
    hashes: Mapping[str, str]
    register: Register | None
    uses: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """An agreement and all it uses, itself first, as texts; with whatever was wrong on the way."""

    folders: tuple[Folder, ...]
    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]

    @property
    def texts(self) -> dict[str, Mapping[str, str]]:
        return {folder.name: folder.texts for folder in self.folders}

    @property
    def registers(self) -> dict[str, Register]:
        return {folder.name: folder.register for folder in self.folders if folder.register is not None}

    @property
    def hashes(self) -> dict[str, str]:
        return {file: digest for folder in self.folders for file, digest in sorted(folder.hashes.items())}


def agreements(shelf: Path | None = None) -> dict[str, Path]:
    """The agreements that stand in a folder (the shipped ones by default), by their name in policies."""
    root = shelf or data_folder("policies")
    if not root.is_dir():
        return {}
    return {name_of(path.name): path for path in sorted(root.iterdir()) if path.is_dir() and policy_files(path)}


def only_agreement() -> Path | tuple[str, ...]:
    """The one shipped agreement that no other uses (a statute is used by agreements), or the names there are."""
    found = agreements()
    used = {name for path in found.values() for name in _uses(path)}
    free = {name: path for name, path in found.items() if name not in used}
    return next(iter(free.values())) if len(free) == 1 else tuple(path.name for path in free.values())


def find(name_or_path: str, *, seen_from: Path | None = None, span: Span = NOWHERE) -> Path | Diagnostic:
    """The folder of an agreement, by its path or that of a file in it, seen from a folder, or by a shipped one's name.

    `span` is where the name is written.
    """
    path = Path(os.path.normpath((seen_from or Path()) / name_or_path))
    if path.is_dir() and policy_files(path):
        return path
    if path.is_file():
        home = home_of(path) if path.suffix in READ else None
        return home or diagnose("K838", span, path=name_or_path)
    found = agreements()
    if (named := found.get(name_of(name_or_path))) is not None:
        return named
    if path.is_dir():
        return diagnose("K813", span, path=name_or_path, remedy=renaming(path) or _WITH_TEXTS)
    names = [folder.name for folder in found.values()]
    return diagnose("K811", span, name=name_or_path, suggestion=did_you_mean(name_or_path, names))


_WITH_TEXTS = Text(
    "angiv mappen, hvor aftalens .klausul-filer ligger",
    "give the folder that holds the .klausul files of the agreement",
)


def home_of(file: Path) -> Path | None:
    """The folder of the agreement that a file belongs to: its own, or the one above, where one is declared."""
    for folder in file.parents[:2]:
        if any(declares(path.read_text("utf-8", "replace")) for path in sorted(folder.glob("*.klausul"))):
            return folder
    return None


def load(folder: Path) -> Shelf:
    """Read an agreement's folder and, by name, those it uses: beside it first, then among the shipped ones."""
    beside, shipped = agreements(folder.resolve().parent), agreements()
    folders: list[Folder] = []
    problems: list[Diagnostic] = []
    sources: dict[str, Source] = {}
    waiting = [folder]
    met = {name_of(folder.resolve().name)}
    while waiting:
        loaded = _read(waiting.pop(0), problems, sources)
        folders.append(loaded)
        for used in loaded.uses:
            path = beside.get(used.name) or shipped.get(used.name)
            if path is None:
                near = did_you_mean(used.name, {*beside, *shipped} - {loaded.name})
                problems.append(diagnose("K817", used.span, agreement=loaded.name, name=used.name, suggestion=near))
            elif used.name not in met:
                met.add(used.name)
                waiting.append(path)
    return Shelf(folders=tuple(folders), diagnostics=tuple(problems), sources=sources)


def used_shipped(folder: Path) -> tuple[Path, ...]:
    """A shipped agreement's folder and those of all that it uses, found without reading more than their texts."""
    shipped = agreements()
    found = [folder]
    for one in found:
        found += [path for name in _uses(one) if (path := shipped.get(name)) is not None and path not in found]
    return tuple(found)


def policy_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.klausul"))


def _uses(folder: Path) -> tuple[str, ...]:
    texts = {path.as_posix(): path.read_text("utf-8", "replace") for path in policy_files(folder)}
    return tuple(used.name for used in used_agreements(texts))


def _read(folder: Path, problems: list[Diagnostic], sources: dict[str, Source]) -> Folder:
    shipped = folder.parent == data_folder("policies")
    shown = folder.name if shipped else folder.as_posix()
    texts: dict[str, str] = {}
    hashes: dict[str, str] = {}
    for path in policy_files(folder):
        file = f"{shown}/{path.relative_to(folder).as_posix()}"
        text = _text(path, file, problems, hashes)
        if text is not None:
            texts[file] = text
            sources[file] = Source.of(file, text)
    name = name_of(folder.resolve().name)
    said = named_register(texts)
    file = REGISTER if said is None else said.name
    text = _text(folder / file, f"{shown}/{file}", problems, hashes, None if said is None else said.span)
    register = None if text is None else _register(Source.of(f"{shown}/{file}", text), name, problems, sources)
    uses = used_agreements(texts)
    return Folder(name=name, path=folder, shown=shown, texts=texts, hashes=hashes, register=register, uses=uses)


def _text(
    path: Path, file: str, problems: list[Diagnostic], hashes: dict[str, str], said: Span | None = None
) -> str | None:
    """A file's text, or what is wrong with it, told where the file is named, if it is."""
    span = said or Span(file, 0, 0)
    try:
        data = path.read_bytes()
    except OSError as error:
        problems.append(unread(file, span, error))
        return None
    hashes[file] = hashlib.sha256(data).hexdigest()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(unread(file, span, error))
        return None


def _register(source: Source, name: str, problems: list[Diagnostic], sources: dict[str, Source]) -> Register | None:
    sources[source.file] = source
    raw, found = read_register(source, schema("clauses"), name)
    problems.extend(found)
    return None if raw is None else register_from(name, raw)

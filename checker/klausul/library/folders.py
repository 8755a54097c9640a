"""An agreement's folder, and those it uses, read into texts, hashes and registers."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from klausul.data import data_folder
from klausul.library.register import read_register
from klausul.library.shipped import schema
from klausul.unread import unread
from klausul_dsl.clauses import Register, register_from
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.keywords import PARTS
from klausul_dsl.source import NOWHERE, Source, Span
from klausul_dsl.text import LANGUAGES, name_of

REGISTER = "clauses.yaml"


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
    uses: tuple[str, ...]


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
    """The folder of an agreement, by its path, seen from a folder, or by the name of a shipped one.

    `span` is where the name is written.
    """
    path = Path(os.path.normpath((seen_from or Path()) / name_or_path))
    if path.is_dir() and policy_files(path):
        return path
    found = agreements()
    if (named := found.get(name_of(name_or_path))) is not None:
        return named
    if path.is_dir():
        return diagnose("K813", span, path=name_or_path)
    names = [folder.name for folder in found.values()]
    return diagnose("K811", span, name=name_or_path, suggestion=did_you_mean(name_or_path, names))


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
        for name in loaded.uses:
            path = beside.get(name) or shipped.get(name)
            if path is None:
                suggestion = did_you_mean(name, {*beside, *shipped})
                problems.append(diagnose("K817", NOWHERE, agreement=loaded.name, name=name, suggestion=suggestion))
            elif name not in met:
                met.add(name)
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


_NAMES = re.compile(
    r"^[ \t]+(?:" + "|".join(w for lang in LANGUAGES for w in PARTS["USES"].words(lang)) + r")\s+(\w+(?:\s*;\s*\w+)*)",
    re.MULTILINE,
)


def _uses(folder: Path) -> tuple[str, ...]:
    """The agreements a folder's texts use, found without parsing: a text with errors still gets its agreements."""
    texts = (path.read_text("utf-8", "replace") for path in policy_files(folder))
    return _used_names("\n".join(texts))


def _used_names(text: str) -> tuple[str, ...]:
    names = (name.strip() for found in _NAMES.findall(text) for name in found.split(";"))
    return tuple(dict.fromkeys(name_of(name) for name in names))


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
    register = _register(folder / REGISTER, f"{shown}/{REGISTER}", name, problems, sources, hashes)
    uses = _used_names("\n".join(texts.values()))
    return Folder(name=name, path=folder, shown=shown, texts=texts, hashes=hashes, register=register, uses=uses)


def _text(path: Path, file: str, problems: list[Diagnostic], hashes: dict[str, str]) -> str | None:
    span = Span(file, 0, 0)
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


def _register(
    path: Path, file: str, name: str, problems: list[Diagnostic], sources: dict[str, Source], hashes: dict[str, str]
) -> Register | None:
    text = _text(path, file, problems, hashes)
    if text is None:
        return None
    source = sources[file] = Source.of(file, text)
    raw, found = read_register(source, schema("clauses"), name)
    problems.extend(found)
    return None if raw is None else register_from(name, raw)

"""What was found of texts and folders, kept in a folder of the user's own under a digest of what it was found of."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from functools import cache
from pathlib import Path
from threading import get_ident

import klausul_dsl

_CODE = (".py", ".lark")


def digest(*parts: str | bytes) -> str:
    """A digest of parts in their order; where one ends and the next begins counts too."""
    found = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        found.update(f"{len(data)}:".encode())
        found.update(data)
    return found.hexdigest()


def tree(folder: Path, endings: tuple[str, ...]) -> str:
    """The names and the content of a folder's files with certain endings."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in endings)
    return digest(*(part for path in paths for part in (path.relative_to(folder).as_posix(), path.read_bytes())))


@cache
def code_of(package: Path) -> str:
    """What runs: Python's version and the code of a package, by its folder."""
    return digest(sys.version, tree(package, _CODE))


def language_code() -> str:
    """What turns texts into trees: the code of the language."""
    return code_of(Path(str(klausul_dsl.__file__)).parent)


def keep(path: Path, data: bytes, most: int) -> None:
    """Write beside the place and rename, so that another run reads all of it or nothing.

    Of more than `most` the oldest go. Where nothing can be written nothing is kept.
    """
    part = path.with_suffix(f".{os.getpid()}-{get_ident()}.part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, exist_ok=True)
        part.write_bytes(data)
        part.replace(path)
        held = sorted(path.parent.iterdir(), key=lambda one: one.stat().st_mtime, reverse=True)
        for old in held[most:]:
            old.unlink(missing_ok=True)

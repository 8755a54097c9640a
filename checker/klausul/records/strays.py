"""A delivery's folder to the files in it that its profile does not name, and that are therefore not read."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from klausul.records.profile import Profile

PROFILE = "profile.yaml"
_BY_PROGRAMS = re.compile(r"(\..*|~\$.*|~.*\.tmp|.*\.tmp|.*~|thumbs\.db|desktop\.ini|__MACOSX)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stray:
    """A file that is not read. `by_program`: hidden or temporary, left by a program and nobody's records."""

    name: str
    by_program: bool


def stray_files(folder: Path, profile: Profile) -> tuple[Stray, ...]:
    """The files below a folder that the profile does not name, in the order of their names.

    Names are compared as the file system would find them: by the path that they lead to.
    """
    read = {(folder / file.name.replace("\\", "/")).resolve() for file in profile.files} | {
        (folder / PROFILE).resolve()
    }
    found = (
        Stray(path.relative_to(folder).as_posix(), hidden)
        for path, hidden in _files(folder)
        if path.resolve() not in read
    )
    return tuple(sorted(found, key=lambda stray: stray.name))


def _files(folder: Path) -> Iterator[tuple[Path, bool]]:
    """Every file and whether a program left it; of a hidden folder only the folder, as one."""
    for top, folders, files in os.walk(folder):
        hidden = [name for name in folders if _BY_PROGRAMS.fullmatch(name)]
        folders[:] = sorted(set(folders) - set(hidden))
        yield from ((Path(top, name), True) for name in hidden)
        yield from ((Path(top, name), _BY_PROGRAMS.fullmatch(name) is not None) for name in files)

"""Files that were meant for an agreement and are not read, because an editor added an ending to their name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Text

READ = (".klausul", ".yaml")
SAVED_AS = (".txt", ".md", ".rtf", ".doc", ".docx", ".odt")
"""What editors and word processors put after a name that they do not know the ending of."""
PLAIN = (".txt", ".md")


def misnamed(folder: Path, shown: str) -> Iterator[Diagnostic]:
    """A warning for each such file; `shown` is how the folder is called in messages."""
    for path in _astray(folder):
        yield diagnose("K858", NOWHERE, path=f"{shown}/{path.relative_to(folder).as_posix()}", remedy=_remedy(path))


def renaming(folder: Path) -> Text | None:
    """How the first policy text that was saved under another name is put right, if there is one."""
    first = next((path for path in _astray(folder) if Path(path.stem).suffix == ".klausul"), None)
    if first is None:
        return None
    name, remedy = first.name, _remedy(first)
    return Text(f"“{name}” læses ikke: {remedy.da}", f"“{name}” is not read: {remedy.en}")


def _astray(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in SAVED_AS and Path(path.stem).suffix in READ)


def _remedy(path: Path) -> Text:
    if path.suffix in PLAIN:
        return Text(f"omdøb den til “{path.stem}”", f"rename it to “{path.stem}”")
    return Text(
        f"gem den som ren tekst, og omdøb den til “{path.stem}”",
        f"save it as plain text, and rename it to “{path.stem}”",
    )

"""What a command printed of an agreement, kept until a file that it read, or Klausul itself, is another.

The key is a digest of the content of every file that can matter, so that nothing old is ever told; what is kept is
plain JSON, and where it cannot be read or written the command runs as if there were none.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import click

import klausul
import klausul_dsl
from klausul.cli.cache import grammar_cache
from klausul.data import data_folder
from klausul_dsl.text import Language

_KEPT = 100
"""How many results are kept; the oldest go."""
_POLICY, _CODE = (".klausul", ".yaml"), (".py", ".lark")


def shipped() -> tuple[str, ...]:
    """The paths of the shipped agreements, as the commands take them where none is named."""
    folders = sorted(path for path in data_folder("policies").iterdir() if path.is_dir())
    return tuple(path.as_posix() for path in folders if next(path.rglob("*.klausul"), None) is not None)


def each(command: str, names: Iterable[str], language: Language, run: Callable[[str], int]) -> list[int]:
    """Run a command on each agreement, or print what it printed before; the exit codes, in order."""
    folder = _folder()
    if folder is None:
        return [run(name) for name in names]
    running = _running()
    return [_one(folder / f"{_digest(command, name, language, running)}.json", name, run) for name in names]


def _one(path: Path, name: str, run: Callable[[str], int]) -> int:
    kept = _kept(path)
    if kept is not None:
        output, code = kept
        click.echo(output, nl=False)
        return code
    read = _read_by(name)
    printed, told = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(told):
            code = run(name)
    finally:
        click.echo(printed.getvalue(), nl=False)
        click.echo(told.getvalue(), nl=False, err=True)
    if read and not told.getvalue() and read == _read_by(name):
        _keep(path, {"read": read, "output": printed.getvalue(), "code": code})
    return code


def _folder() -> Path | None:
    cache = grammar_cache()
    if cache is None:
        return None
    folder = Path(cache) / "results"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError:
        return None
    return folder


def _kept(path: Path) -> tuple[str, int] | None:
    """What was printed, if nothing that was read for it is another now."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        match kept:
            case {"read": dict(read), "output": str(output), "code": int(code)}:
                same = all(_tree(Path(folder), _POLICY) == digest for folder, digest in read.items())
                return (output, code) if same else None
    except (OSError, ValueError):
        pass
    return None


def _keep(path: Path, result: dict[str, object]) -> None:
    """Written beside its place and renamed, so that another run reads all of it or nothing."""
    part = path.with_suffix(f".{os.getpid()}-{id(result)}.part")
    with contextlib.suppress(OSError):
        part.write_text(json.dumps(result), "utf-8")
        part.replace(path)
        _forget(path.parent)


def _forget(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in kept[_KEPT:]:
        old.unlink(missing_ok=True)


def _running() -> str:
    """What is the same for all agreements: where the command runs, the schemas, and Klausul's own code."""
    packages = (Path(str(package.__file__)).parent for package in (klausul, klausul_dsl))
    code = [_tree(folder, _CODE) for folder in packages]
    return _digest(sys.version, Path.cwd().as_posix(), *code, _tree(data_folder("schemas"), (".json",)))


def _read_by(name: str) -> dict[str, str]:
    """The folders that an agreement is read from, with their digests; none where one cannot be read.

    What a folder outside may use stands beside it or among the shipped ones, and what stands there decides which.
    """
    from klausul.library import agreements, find, load

    try:
        folder = find(name)
        if not isinstance(folder, Path):
            return {}
        if folder.resolve().parent == data_folder("policies").resolve():
            paths = [read.path for read in load(folder).folders]
        else:
            paths = [*agreements(folder.resolve().parent).values(), *agreements().values()]
        return {path.resolve().as_posix(): _tree(path.resolve(), _POLICY) for path in paths}
    except OSError:
        return {}


def _tree(folder: Path, endings: tuple[str, ...]) -> str:
    """The names and the content of a folder's files."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in endings)
    return _digest(*(part for path in paths for part in (path.relative_to(folder).as_posix(), path.read_bytes())))


def _digest(*parts: str | bytes) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        digest.update(f"{len(data)}:".encode())
        digest.update(data)
    return digest.hexdigest()

"""What a command printed of an agreement, kept until a file that it read, or Klausul itself, is another.

The key is a digest of the content of every file that can matter, so that nothing old is ever told; what is kept is
plain JSON, and where it cannot be read or written the command runs as if there were none.
"""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Callable, Iterable
from pathlib import Path

import click

import klausul
from klausul.cli.cache import grammar_cache
from klausul.data import data_folder
from klausul.kept import code_of, digest, keep, language_code, tree
from klausul.misnamed import READ, SAVED_AS
from klausul_dsl.text import Language

_KEPT = 100
"""How many results are kept; the oldest go."""
_POLICY = (*READ, *SAVED_AS)
"""The files that are read, and those that are told of because they are not."""


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
    return [_one(folder / f"{digest(command, name, language, running)}.json", name, run) for name in names]


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
        result = {"read": read, "output": printed.getvalue(), "code": code}
        keep(path, json.dumps(result).encode(), _KEPT)
    return code


def _folder() -> Path | None:
    cache = grammar_cache()
    return None if cache is None else Path(cache) / "results"


def _kept(path: Path) -> tuple[str, int] | None:
    """What was printed, if nothing that was read for it is another now."""
    try:
        kept = json.loads(path.read_text("utf-8"))
        match kept:
            case {"read": dict(read), "output": str(output), "code": int(code)}:
                same = all(tree(Path(folder), _POLICY) == then for folder, then in read.items())
                return (output, code) if same else None
    except (OSError, ValueError):
        pass
    return None


def _running() -> str:
    """What is the same for all agreements: where the command runs, the schemas, and Klausul's own code."""
    code = code_of(Path(str(klausul.__file__)).parent), language_code()
    return digest(Path.cwd().as_posix(), *code, tree(data_folder("schemas"), (".json",)))


def _read_by(name: str) -> dict[str, str]:
    """The folders that an agreement is read from, with their digests; none where one cannot be read.

    What a folder outside may use stands beside it or among the shipped ones, and what stands there decides which.
    """
    from klausul.library import agreements, find, used_shipped

    try:
        folder = find(name)
        if not isinstance(folder, Path):
            return {}
        if folder.resolve().parent == data_folder("policies").resolve():
            paths = list(used_shipped(folder))
        else:
            paths = [*agreements(folder.resolve().parent).values(), *agreements().values()]
        return {path.resolve().as_posix(): tree(path.resolve(), _POLICY) for path in paths}
    except OSError:
        return {}

"""The corpus example of each diagnostic code: what is wrong, what is told of it, and how it is put right.

The tests hold every example: what is told is what the user sees, and the mended one is no longer told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path
from typing import Any

from klausul.data import data_folder
from klausul_dsl.text import LANGUAGES, Text

PROFILE = "profile.yaml"
"""Of a profile the lines that are wrong are shown, or all where one is missing; of another file its first rows."""
ROWS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """Lines of a text, and the file they stand in where that is not plain."""

    lines: tuple[str, ...]
    file: str = ""


@dataclass(frozen=True, slots=True)
class Mistake:
    """The example of one code; where nothing can be written otherwise, nothing stands as mended."""

    wrong: tuple[Shown, ...]
    told: Text
    mended: tuple[Shown, ...]


def mistake_of(code: str, folder: Path | None = None) -> Mistake | None:
    """The example of a code in the corpus, if there is one."""
    folder = folder or data_folder("mistakes")
    told = sorted(folder.glob(f"{code}*.da.txt"))
    if not told:
        return None
    name = told[0].name.removesuffix(".da.txt")
    texts = Text(*(_read(folder / f"{name}.{language}.txt").rstrip("\n") for language in LANGUAGES))
    mends = _yaml(folder / "mends.yaml").get(code, {})
    command = _yaml(folder / "commands.yaml").get(code)
    if command is not None:
        wrong, mended = _command(command)
    elif (folder / name).is_dir():
        wrong, mended = _delivery(folder / name, mends)
    elif (text := folder / f"{name}.klausul").is_file():
        wrong, mended = _policy(_read(text), mends)
    else:
        wrong, mended = (), ()
    return Mistake(wrong, texts, mended)


def changed(text: str, words: Mapping[str, str], back: bool = False) -> str:
    """A text with what is wrong put right; `back` spoils the right one.

    >>> changed("for each anvisning", {"for each": "for hver"})
    'for hver anvisning'
    >>> changed("for hver anvisning", {"for each": "for hver"}, back=True)
    'for each anvisning'
    """
    for wrong, right in words.items():
        text = text.replace(right, wrong) if back else text.replace(wrong, right)
    return text


def _policy(text: str, mends: Mapping[str, str]) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    mended = changed(text, mends)
    return (_whole(text),), (_whole(mended),) if mended != text else ()


def _whole(text: str) -> Shown:
    return Shown(tuple(text.rstrip("\n").split("\n")))


def _delivery(folder: Path, mends: Mapping[str, str]) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    wrong: list[Shown] = []
    mended: list[Shown] = []
    for path in sorted(folder.iterdir()):
        if path.suffix not in {".csv", ".yaml"}:
            continue
        before = _read(path)
        old, new = _differing(before, changed(before, mends))
        if path.name == PROFILE:
            wrong += [Shown(tuple(old), path.name)] if old else []
        elif old or not mends:
            wrong.append(Shown(tuple(before.rstrip("\n").split("\n")[:ROWS]), path.name))
        if new:
            mended.append(Shown(tuple(new), path.name))
    if not wrong:
        wrong.append(Shown(_whole(_read(folder / PROFILE)).lines, PROFILE))
    return tuple(wrong), tuple(mended)


def _command(case: Mapping[str, Any]) -> tuple[tuple[Shown, ...], tuple[Shown, ...]]:
    wrong, mended = [Shown((f"klausul {case['run']}",))], []
    for file, text in case.get("write", {}).items():
        wrong.append(Shown(tuple(text.rstrip("\n").split("\n")), file))
    for file, words in case.get("change", {}).items():
        for before, after in words.items():
            old, new = _differing(before, after)
            wrong.append(Shown(tuple(old or before.split("\n")), file))
            mended += [Shown(tuple(new), file)] if new else []
    if "instead" in case:
        mended = [Shown((f"klausul {case['instead']}",))]
    return tuple(wrong), tuple(mended)


def _differing(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that only the one has, and those that only the other has.

    >>> _differing("a\\nb", "a\\nc")
    (['b'], ['c'])
    """
    marked = list(ndiff(before.split("\n"), after.split("\n")))
    return [line[2:] for line in marked if line.startswith("- ")], [line[2:] for line in marked if line[:2] == "+ "]


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")


def _yaml(path: Path) -> Mapping[str, Any]:
    import yaml

    return dict(yaml.load(path.read_bytes(), getattr(yaml, "CSafeLoader", yaml.SafeLoader)))


def shown_lines(shown: tuple[Shown, ...]) -> Iterator[str]:
    """The lines of an example, each file with its name above."""
    for part in shown:
        if part.file:
            yield f"{part.file}:"
        yield from part.lines

"""Ratios of the language itself: parsing as a policy grows, and what `klausul lint` and `klausul test` cost.

Run `python benchmarks/language.py`. Each figure is the least processor time of several runs, all in one go, so that
only the ratios mean anything on another machine. The commands are measured twice: the first time, when no result and no
tree is kept, and again, when nothing that they read has changed. The limit of lint is for the second; what the first
costs is printed beside it, and what lint of the largest agreement costs after a change of one of its files. A ratio
above its limit is marked, and the command then ends with 1.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from commands import COMMANDS, TOP, measure

from klausul_dsl.keywords import ITEMS
from klausul_dsl.parser import parse
from klausul_dsl.source import Source

SMALL, LARGE = 100_000, 10_000_000
RUNS = 3
POLICY = TOP / "policies" / "hoeje-taastrup-2023"
_NAMED = "|".join(words.da[0] for name, words in ITEMS.items() if name not in {"PLACEMENT_OF", "EXAMPLE"})
_ITEM = re.compile(rf"^((?:{_NAMED})\s+)(\w+)", re.MULTILINE)


def policy(size: int) -> str:
    """A policy text of so many bytes: the items of the shipped agreement, over and over under fresh names."""
    files = sorted(POLICY.rglob("*.klausul"))
    first = files[0].read_text("utf-8").split("\n", 1)[0]
    items = "\n".join(path.read_text("utf-8").split("\n", 1)[1] for path in files)
    text, written = [first], len(first)
    for copy in _copies(items):
        text.append(copy)
        written += len(copy.encode())
        if written >= size:
            break
    return "\n".join(text)


def _copies(items: str) -> Iterator[str]:
    for number in count():
        yield _ITEM.sub(rf"\g<1>\g<2>_{number}", items)


def seconds_a_byte(size: int, runs: int) -> float:
    """Processor time of parsing, a byte."""
    source = Source.of("large.klausul", policy(size))
    found = []
    for _ in range(runs):
        start = time.process_time()
        parsed = parse(source)
        found.append(time.process_time() - start)
        assert parsed.diagnostics == (), parsed.diagnostics[0].message.en
        del parsed
    return min(found) / len(source.text.encode())


def commands() -> dict[str, float]:
    """Processor time of importing, and of each command the first time and again; the least of several runs."""
    found = {"imports": min(measure(COMMANDS["import lark, click, yaml"])[0] for _ in range(RUNS))}
    with tempfile.TemporaryDirectory() as cache:
        os.environ["KLAUSUL_CACHE"] = cache
        for name in ("lint", "test"):
            arguments = COMMANDS[f"klausul {name}"]
            measure(arguments)  # keeps the parser's tables, which no change of a policy touches
            found[f"{name}, first"] = min(_anew(arguments, Path(cache)) for _ in range(RUNS))
            found[f"{name}, again"] = min(measure(arguments)[0] for _ in range(RUNS))
        found["lint, one file changed"] = _one_changed(Path(cache))
    return found


def _one_changed(cache: Path) -> float:
    policies = Path(shutil.copytree(POLICY.parent, cache / "policies"))
    changed = policies / POLICY.name / "niveauer.klausul"
    arguments = ["-m", "klausul", "lint", (policies / POLICY.name).as_posix()]
    measure(arguments)
    found = []
    for run in range(RUNS):
        changed.write_text(f"{changed.read_text('utf-8')}# {run}\n", "utf-8")
        found.append(measure(arguments)[0])
    return min(found)


def _anew(arguments: list[str], cache: Path) -> float:
    for kept in ("results", "trees"):
        shutil.rmtree(cache / kept, ignore_errors=True)
    return measure(arguments)[0]


def main() -> int:
    """Print a line for each ratio; 1 where one is above its limit."""
    seconds_a_byte(SMALL, 1)
    small, large = seconds_a_byte(SMALL, RUNS), seconds_a_byte(LARGE, 1)
    took = commands()
    print(f"parsing 100 kB: {1e6 * small:.2f} s a MB; 10 MB: {1e6 * large:.2f} s a MB")
    print("; ".join(f"{name}: {seconds:.2f} s" for name, seconds in took.items()))
    ratios = (
        ("time a byte, 10 MB to 100 kB", large / small, 2),
        ("lint the first time to importing lark, click, yaml", took["lint, first"] / took["imports"], None),
        ("lint after one change to the same imports", took["lint, one file changed"] / took["imports"], None),
        ("lint again to the same imports", took["lint, again"] / took["imports"], 3),
        ("test to lint, the first time", took["test, first"] / took["lint, first"], 3),
        ("test to lint, again", took["test, again"] / took["lint, again"], 3),
    )
    for name, ratio, limit in ratios:
        over = limit is not None and ratio > limit
        print(f"{name:52} {ratio:6.2f}" + (f" (at most {limit})" if limit else "") + ("  TOO MUCH" if over else ""))
    return 1 if any(limit is not None and ratio > limit for _, ratio, limit in ratios) else 0


if __name__ == "__main__":
    sys.exit(main())

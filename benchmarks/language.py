"""Three ratios of the language itself: parsing as a policy grows, and what `klausul lint` and `klausul test` cost.

Run `python benchmarks/language.py`. Each figure is the least processor time of several runs, all in one go, so that
only the ratios mean anything on another machine. A ratio above its limit is marked, and the command then ends with 1.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterator
from itertools import count

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
    """Processor time of each command, the least of several runs."""
    names = ("import lark, click, yaml", "klausul lint", "klausul test")
    return {name: min(measure(COMMANDS[name])[0] for _ in range(RUNS)) for name in names}


def main() -> int:
    """Print a line for each ratio; 1 where one is above its limit."""
    seconds_a_byte(SMALL, 1)
    small, large = seconds_a_byte(SMALL, RUNS), seconds_a_byte(LARGE, 1)
    imports, lint, test = commands().values()
    print(f"parsing 100 kB: {1e6 * small:.2f} s a MB; 10 MB: {1e6 * large:.2f} s a MB")
    print(f"import lark, click, yaml: {imports:.2f} s; klausul lint: {lint:.2f} s; klausul test: {test:.2f} s")
    ratios = (
        ("time a byte, 10 MB to 100 kB", large / small, 2),
        ("klausul lint to importing lark, click and yaml", lint / imports, 3),
        ("klausul test to klausul lint", test / lint, 3),
    )
    for name, ratio, limit in ratios:
        print(f"{name:48} {ratio:6.2f} (at most {limit}){'' if ratio <= limit else '  TOO MUCH'}")
    return 0 if all(ratio <= limit for _, ratio, limit in ratios) else 1


if __name__ == "__main__":
    sys.exit(main())

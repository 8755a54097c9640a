"""Processor time and peak memory of an audit as the delivery grows: the shipped example copied 1, 2, 5 and 10 times.

Run `python benchmarks/scaling.py`. Each copy has keys of its own, so ten copies are ten times the estates, too.
"""

from __future__ import annotations

import csv
import shutil
import tempfile
from pathlib import Path

from commands import TOP, measure

EXAMPLE = TOP / "examples" / "hoeje-taastrup"
COPIES = (1, 2, 5, 10)
KEYS = "nr."
"""How the header of every column of keys ends in the example."""


def enlarge(copies: int, folder: Path) -> int:
    """Write the example so many times over into one delivery, and return its number of rows."""
    shutil.copy(EXAMPLE / "profile.yaml", folder)
    rows = 0
    for path in sorted(EXAMPLE.glob("*.csv")):
        with path.open(encoding="latin-1", newline="") as file:
            header, *body = csv.reader(file, delimiter=";")
        with (folder / path.name).open("w", encoding="latin-1", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(header)
            for copy in range(copies):
                rows += len(body)
                writer.writerows(_own_keys(header, row, copy) for row in body)
    return rows


def _own_keys(header: list[str], row: list[str], copy: int) -> list[str]:
    named = zip(header, row, strict=False)
    return [f"{cell}+{copy}" if cell and name.lower().endswith(KEYS) else cell for name, cell in named]


def main() -> None:
    """Print a line for each size."""
    for copies in COPIES:
        with tempfile.TemporaryDirectory() as name:
            rows = enlarge(copies, Path(name))
            seconds, memory = measure(["-m", "klausul", "check", name, "--exit-zero"])
        print(f"{copies:3} x {rows:7} rows {seconds:7.2f} s {memory:7.0f} MB {1000 * seconds / rows:7.2f} ms a row")


if __name__ == "__main__":
    main()

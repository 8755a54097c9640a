"""Processor time and peak memory of the commands on the shipped example, as ratios to importing their libraries.

Run `python benchmarks/commands.py`; each figure is the least of several runs of a whole process, all in one go.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
RUNS = 3
COMMANDS: dict[str, list[str]] = {
    "import lark, click, yaml": ["-c", "import lark, click, yaml"],
    "klausul --help": ["-m", "klausul", "--help"],
    "klausul lint": ["-m", "klausul", "lint"],
    "klausul test": ["-m", "klausul", "test"],
    "klausul check examples/hoeje-taastrup": ["-m", "klausul", "check", "examples/hoeje-taastrup", "--exit-zero"],
}


def measure(arguments: list[str]) -> tuple[float, float]:
    """The processor time in seconds and the peak memory in MB of one run; nothing runs in parallel."""
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=TOP, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(arguments)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    """Print a line for each command."""
    base = None
    for name, arguments in COMMANDS.items():
        runs = [measure(arguments) for _ in range(RUNS)]
        seconds, memory = min(run[0] for run in runs), max(run[1] for run in runs)
        base = base or seconds
        print(f"{name:40} {seconds:7.2f} s {memory:7.0f} MB {seconds / base:7.1f} x the import")


if __name__ == "__main__":
    main()

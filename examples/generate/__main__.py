"""`python -m generate`: write the synthetic delivery into a folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from .delivery import deliver

SEED = 2023
"""The seed of the delivery that is shipped."""


def main() -> None:
    """Read the seed and the folder from the command line, and deliver."""
    parser = argparse.ArgumentParser(prog="generate", description="Write a synthetic delivery of letting records.")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed gives the same bytes")
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "hoeje-taastrup", help="the folder")
    arguments = parser.parse_args()
    deliver(arguments.seed, arguments.out)


if __name__ == "__main__":
    main()

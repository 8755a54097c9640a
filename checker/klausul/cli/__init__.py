"""The command line, one file per command. (the only package that prints and exits)"""

from __future__ import annotations

import gc
import os
import sys

from klausul.cli.run import run


def main() -> None:
    """The `klausul` command."""
    gc.disable()  # a run builds its data once and ends; looking for circles in it took a fifth of the time
    sys.exit(run(sys.argv[1:], os.environ))


__all__ = ["main", "run"]

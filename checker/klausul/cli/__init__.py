"""The command line, one file per command. (the only package that prints and exits)"""

from __future__ import annotations

import os
import sys

from klausul.cli.run import run


def main() -> None:
    """The `klausul` command."""
    sys.exit(run(sys.argv[1:], os.environ))


__all__ = ["main", "run"]

"""`python -m klausul` is the `klausul` command."""

from __future__ import annotations

from klausul.cli import main

main()

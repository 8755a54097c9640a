"""Where the parser's tables are kept between runs: a folder of the user's own."""

from __future__ import annotations

from pathlib import Path

import click


def grammar_cache() -> str | None:
    """The cache folder, made where it is missing; None where there is no home or it cannot be written to.

    `KLAUSUL_CACHE` names another folder; empty, it turns the cache off. The tables are a pickle, so a folder that
    others can write to is never used.
    """
    context = click.get_current_context(silent=True)
    environment: dict[str, str] = (context.find_root().obj or {}) if context is not None else {}
    if "KLAUSUL_CACHE" in environment:
        named = environment["KLAUSUL_CACHE"]
    else:
        home = environment.get("XDG_CACHE_HOME") or (f"{environment['HOME']}/.cache" if environment.get("HOME") else "")
        named = f"{home}/klausul" if home else ""
    if not named:
        return None
    folder = Path(named)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder.as_posix() if folder.stat().st_mode & 0o022 == 0 else None
    except OSError:
        return None

"""What the user asks to be told of persons, and the key of the pseudonyms, to a Disclosure."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from klausul.findings import Disclosure
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Text

_SHORTEST = 16
_VARIABLE = "env:"
_ABSENT = Text("den findes ikke", "it is not there")
_CLOSED = Text("den må ikke læses", "it may not be read")
_SHORT = Text(f"den er kortere end {_SHORTEST} tegn", f"it is shorter than {_SHORTEST} characters")


def read_disclosure(
    named: str | None, environment: Mapping[str, str], *, show_personal: bool
) -> Disclosure | Diagnostic:
    """The key in the file, or in the environment variable `env:NAME`, that an option names."""
    if named is None:
        return Disclosure(personal=show_personal)
    if show_personal:
        return diagnose("K827", NOWHERE)
    raw = _from_environment(named, environment) if named.startswith(_VARIABLE) else _from_file(named)
    if isinstance(raw, bytes) and len(raw.strip()) < _SHORTEST:
        raw = _SHORT
    if isinstance(raw, Text):
        return diagnose("K826", NOWHERE, name=named, reason=raw)
    return Disclosure(pseudonym_key=raw.strip())


def _from_environment(named: str, environment: Mapping[str, str]) -> bytes | Text:
    value = environment.get(named.removeprefix(_VARIABLE))
    return _ABSENT if value is None else value.encode()


def _from_file(named: str) -> bytes | Text:
    try:
        return Path(named).read_bytes()
    except FileNotFoundError:
        return _ABSENT
    except OSError:
        return _CLOSED

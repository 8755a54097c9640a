"""What the catalogue says of one diagnostic code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from klausul_dsl.text import Text


class Severity(Enum):
    """An error stops the judging; a warning is printed and the work goes on."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """A code's sentences. `message` and `hint` are templates with named facts; `why` is what `klausul explain` says."""

    code: str
    title: Text
    message: Text
    hint: Text
    why: Text
    severity: Severity = Severity.ERROR

"""An audit in each of its forms, one file per form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from klausul.findings import Audit
from klausul.report import jsonl, text
from klausul_dsl.text import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form of report: its name on the command line, and what writes its lines."""

    name: str
    lines: Callable[[Audit, Language], Iterator[str]]


REPORTS: tuple[Form, ...] = (
    Form(name="text", lines=text.lines),
    Form(name="jsonl", lines=jsonl.lines),
)


def write(audit: Audit, form: str, language: Language) -> Iterator[str]:
    """The lines of an audit in one of the forms, without their line ends."""
    return next(report for report in REPORTS if report.name == form).lines(audit, language)

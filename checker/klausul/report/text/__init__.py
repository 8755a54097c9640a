"""An audit as text for a person to read, in Danish or English."""

from __future__ import annotations

from collections.abc import Iterator

from klausul.findings import Audit
from klausul.report.text.account import account_lines
from klausul.report.text.breaches import breach_lines
from klausul.report.text.closing import closing_lines
from klausul.report.text.measures import measure_lines
from klausul.report.text.open_ends import depending_lines, pending_lines, undetermined_lines
from klausul.report.text.opening import opening_lines
from klausul.report.text.tallies import tally_lines
from klausul_dsl.text import Language


def lines(audit: Audit, language: Language) -> Iterator[str]:
    """The report, line by line: what was read, what came out of it, every finding, and what is measured."""
    yield from opening_lines(audit, language)
    yield from account_lines(audit, language)
    yield from tally_lines(audit, language)
    yield from breach_lines(audit, language)
    yield from undetermined_lines(audit, language)
    yield from pending_lines(audit, language)
    yield from depending_lines(audit, language)
    yield from measure_lines(audit, language)
    yield from closing_lines(audit, language)

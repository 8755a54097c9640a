"""An audit as JSON lines: the run record first, then one finding or measured number a line, for a machine to read.

The same input and as-of date give the same bytes, in whatever language the text report is: both languages stand here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any

from klausul.findings import Audit, Finding, MeasureShown, RunRecord, Tally, exit_code
from klausul.findings.shown import NOT_GIVEN
from klausul_dsl.clauses import Status
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.prose.values import show_number
from klausul_dsl.text import Language, Text

FORM = 2
"""The number of this form; it changes when a reader of the old one could go wrong."""


def lines(audit: Audit, language: Language) -> Iterator[str]:  # noqa: ARG001
    """The run record, the findings and the measures, each as one JSON object with sorted keys."""
    yield _line(run_object(audit))
    for finding in audit.findings:
        yield _line(finding_object(finding))
    for row in audit.measures:
        yield _line(measure_object(row))


def run_object(audit: Audit) -> dict[str, Any]:
    """The run record with the account and the tallies."""
    run = audit.run
    shown = {name: _plain(getattr(run, name)) for name in _names(RunRecord) if name not in ("unreached", "by_status")}
    shown["in_force"] = _plain(run.in_force)
    shown["account"] = [{**_plain(row), "adds_up": row.adds_up} for row in run.account]
    shown["unreached"] = None if run.unreached is None else {name: number for name, _, number in run.unreached}
    shown["not_checked"] = {_status(status): _plain(clauses) for status, clauses in run.by_status}
    shown["tallies"] = [_tally(tally) for tally in audit.tallies]
    return {**shown, "kind": "run", "form": FORM, "exit_code": exit_code(audit)}


def finding_object(finding: Finding) -> dict[str, Any]:
    """One finding as `schemas/finding.schema.json` has it."""
    shown = {name: _plain(getattr(finding, name)) for name in _names(Finding)}
    shown["variant"] = dict(finding.variant)
    shown["required"] = shown["required"] if finding.required.da else None
    shown["observed"] = shown["observed"] if finding.observed.da else None
    return {**shown, "kind": "finding"}


def measure_object(row: MeasureShown) -> dict[str, Any]:
    """One measured number as `schemas/finding.schema.json` has it."""
    shown = {name: _plain(getattr(row, name)) for name in _names(MeasureShown)}
    shown["variant"] = dict(row.variant)
    shown["expected"] = shown["expected"] if row.expected.da else None
    return {**shown, "kind": "measure"}


def _status(status: Status) -> str:
    return "partly_checked" if status is Status.CHECKED else status.value


def _names(kind: type[Any]) -> list[str]:
    return [item.name for item in fields(kind)]


def _tally(tally: Tally) -> dict[str, Any]:
    return {
        "norm": tally.norm,
        "label": _plain(tally.label),
        "clauses": _plain(tally.clauses),
        "variant": dict(tally.variant),
        "chosen": tally.chosen,
        "outcomes": {outcome.value: number for outcome, number in tally.outcomes.items()},
        "depending": tally.depending,
        "outside": tally.outside,
        "later": tally.later,
        "set_aside": tally.set_aside,
        "unverified": _plain(tally.unverified),
    }


def _problem(problem: Diagnostic) -> dict[str, Any]:
    remedy = _plain(problem.hint) if problem.hint.da else None
    return {"code": problem.code, "file": problem.span.file, "message": _plain(problem.message), "remedy": remedy}


def _plain(value: Any) -> Any:
    match value:
        case Diagnostic():
            return _problem(value)
        case Text():
            return None if value == NOT_GIVEN else {"da": value.da, "en": value.en}
        case Enum():
            return value.value
        case Fraction():
            return show_number(value, "en").replace(",", "")
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(item) for item in value]
        case dict():
            return {str(name): _plain(item) for name, item in value.items()}
        case None | bool() | int() | str():
            return value
        case _ if is_dataclass(value):
            return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
        case _:
            return {str(name): _plain(item) for name, item in value.items()}


def _line(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=True, sort_keys=True, separators=(",", ":"))

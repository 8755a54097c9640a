"""Findings, what is measured, tallies and the run record."""

from __future__ import annotations

from klausul.findings.audited import (
    AccountRow,
    AmountSum,
    Audit,
    Choice,
    ControlTotal,
    Narrowing,
    OddCell,
    RejectedRow,
    RunRecord,
    Tally,
    UnreadableCell,
    exit_code,
)
from klausul.findings.context import Teller
from klausul.findings.disclosure import Disclosure
from klausul.findings.explain import finding_from, tally_from
from klausul.findings.measuring import measures_from
from klausul.findings.model import (
    BranchShown,
    ClassShown,
    ClauseCited,
    DefinitionShown,
    FactShown,
    Finding,
    MeasureShown,
    MissingFact,
    Place,
    PlacingShown,
)
from klausul.findings.turning import Turned, turned

__all__ = [
    "AccountRow",
    "AmountSum",
    "Audit",
    "BranchShown",
    "Choice",
    "ClassShown",
    "ClauseCited",
    "ControlTotal",
    "DefinitionShown",
    "Disclosure",
    "FactShown",
    "Finding",
    "MeasureShown",
    "MissingFact",
    "Narrowing",
    "OddCell",
    "Place",
    "PlacingShown",
    "RejectedRow",
    "RunRecord",
    "Tally",
    "Teller",
    "Turned",
    "UnreadableCell",
    "exit_code",
    "finding_from",
    "measures_from",
    "tally_from",
    "turned",
]

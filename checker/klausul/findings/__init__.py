"""Findings, tallies and the run record."""

from __future__ import annotations

from klausul.findings.disclosure import Disclosure
from klausul.findings.explain import Teller, finding_from, tally_from
from klausul.findings.model import (
    AccountRow,
    AmountSum,
    Audit,
    BranchShown,
    Choice,
    ClassShown,
    ClauseCited,
    ControlTotal,
    DefinitionShown,
    FactShown,
    Finding,
    MissingFact,
    Narrowing,
    OddCell,
    Place,
    PlacingShown,
    RejectedRow,
    RunRecord,
    Tally,
    UnreadableCell,
    exit_code,
)

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
    "MissingFact",
    "Narrowing",
    "OddCell",
    "Place",
    "PlacingShown",
    "RejectedRow",
    "RunRecord",
    "Tally",
    "Teller",
    "UnreadableCell",
    "exit_code",
    "finding_from",
    "tally_from",
]

"""Coverage as one JSON object for a machine to read; both languages stand in it."""

from __future__ import annotations

from typing import Any

from klausul.report.coverage.model import Measured
from klausul_dsl.coverage import ClauseCoverage, Point, SentenceCoverage
from klausul_dsl.mutation import Survivor
from klausul_dsl.source import Span
from klausul_dsl.text import Text

FORM = 1
"""The number of this form; it changes when a reader of the old one could go wrong."""


def json_object(measured: Measured) -> dict[str, Any]:
    """Totals, clauses and checked sentences with what is missing, and, where mutants were tried, the survivors."""
    coverage = measured.coverage
    shown: dict[str, Any] = {
        "kind": "coverage",
        "form": FORM,
        "agreement": measured.name,
        "rules": coverage.norms,
        "examples": coverage.examples,
        "points": coverage.total,
        "shown": coverage.shown,
        "clauses": [_clause(clause, measured) for clause in coverage.clauses],
        "sentences": [_sentence(covered, measured) for covered in coverage.sentences],
        "mutants": None,
    }
    if measured.mutants is not None:
        shown["mutants"] = {
            "tried": measured.mutants,
            "noticed": measured.mutants - len(measured.survivors),
            "survivors": [_survivor(one, measured) for one in measured.survivors],
        }
    return shown


def _clause(clause: ClauseCoverage, measured: Measured) -> dict[str, Any]:
    found = clause.clause
    return {
        "clause": found.id if found else None,
        "status": found.status.value if found else None,
        "rules": list(clause.norms),
        "examples": clause.examples,
        "points": len(clause.points),
        "shown": clause.shown,
        "missing": [_point(point, measured) for point in clause.missing],
    }


def _sentence(covered: SentenceCoverage, measured: Measured) -> dict[str, Any]:
    return {
        "sentence": covered.sentence.id,
        "points": len(covered.points),
        "shown": len(covered.points) - len(covered.missing),
        "missing": [_point(point, measured) for point in covered.missing],
    }


def _point(point: Point, measured: Measured) -> dict[str, Any]:
    return {
        "kind": point.kind,
        "item": point.item,
        "missing": _text(point.missing),
        "place": _place(point.span, measured),
    }


def _survivor(survivor: Survivor, measured: Measured) -> dict[str, Any]:
    mutant = survivor.tried.mutant
    return {
        "item": mutant.item[1],
        "change": _text(mutant.change),
        "mark": mutant.mark,
        "place": _place(mutant.span, measured),
        "reason": _text(survivor.accepted.reason) if survivor.accepted else None,
    }


def _text(text: Text) -> dict[str, str]:
    return {"da": text.da, "en": text.en}


def _place(span: Span, measured: Measured) -> dict[str, Any] | None:
    place = measured.place(span)
    return {"file": place[0], "line": place[1]} if place else None

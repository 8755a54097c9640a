"""What the examples of a policy exercise, clause by clause, and what they leave untried."""

from __future__ import annotations

from klausul_dsl.coverage.measure import ClauseCoverage, Coverage, measure
from klausul_dsl.coverage.points import Kind, Point
from klausul_dsl.coverage.sentences import SentenceCoverage

__all__ = ["ClauseCoverage", "Coverage", "Kind", "Point", "SentenceCoverage", "measure"]

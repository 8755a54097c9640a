"""Diagnostic codes K2 to K6: what is well written and still does not mean anything, or not what it should."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.codes.meaning.clauses import CLAUSE_CODES
from klausul_dsl.codes.meaning.doubtful import DOUBTFUL_CODES
from klausul_dsl.codes.meaning.laws import LAW_CODES
from klausul_dsl.codes.meaning.names import NAME_CODES
from klausul_dsl.codes.meaning.types import TYPE_CODES

MEANING_CODES: tuple[Code, ...] = (*NAME_CODES, *TYPE_CODES, *CLAUSE_CODES, *LAW_CODES, *DOUBTFUL_CODES)

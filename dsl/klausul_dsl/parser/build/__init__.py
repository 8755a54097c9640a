"""Lark's parse tree to the syntax tree, one method per grammar rule, one module per kind of item."""

from __future__ import annotations

from klausul_dsl.parser.build.declared import DeclaredBuilder
from klausul_dsl.parser.build.examples import ExampleBuilder
from klausul_dsl.parser.build.expressions import ExpressionBuilder
from klausul_dsl.parser.build.norms import NormBuilder
from klausul_dsl.parser.build.periods import PeriodBuilder
from klausul_dsl.parser.build.tokens import WordingError
from klausul_dsl.parser.build.words import WordBuilder

__all__ = ["Builder", "WordingError"]


class Builder(NormBuilder, DeclaredBuilder, ExampleBuilder, ExpressionBuilder, PeriodBuilder, WordBuilder):
    """Builds syntax nodes with their spans; raises WordingError for a word that cannot be what it says."""

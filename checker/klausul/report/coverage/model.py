"""What a coverage report tells: an agreement, its coverage, and what became of its mutants if they were tried."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klausul_dsl.coverage import Coverage
from klausul_dsl.mutation import Survivor
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The coverage of one agreement. `mutants` is how many were tried, None where none were asked for."""

    name: str
    title: Text
    coverage: Coverage
    sources: Mapping[str, Source]
    mutants: int | None = None
    survivors: tuple[Survivor, ...] = ()

    @property
    def unexplained(self) -> tuple[Survivor, ...]:
        return tuple(one for one in self.survivors if one.accepted is None)

    def place(self, span: Span) -> tuple[str, int] | None:
        """File and line of a span, None where it points nowhere."""
        source = self.sources.get(span.file)
        return (span.file, source.position(span.start)[0]) if source else None

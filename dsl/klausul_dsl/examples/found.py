"""What the subject of an example came to."""

from __future__ import annotations

from dataclasses import dataclass

from klausul_dsl.clauses import Reference
from klausul_dsl.outcomes import BranchTried
from klausul_dsl.text import Text
from klausul_dsl.values import Cause, Reason


@dataclass(frozen=True, slots=True)
class Found:
    """What the subject of an example came to."""

    verdict: str
    shown: Text
    reason: Reason | None = None
    causes: frozenset[Cause] = frozenset()
    decided_by: str | None = None
    references: tuple[Reference, ...] = ()
    tried: tuple[BranchTried, ...] = ()

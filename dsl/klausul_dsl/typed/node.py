"""What every node of the core has."""

from __future__ import annotations

from dataclasses import dataclass, field

from klausul_dsl.source import NOWHERE, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    span: Span = field(default=NOWHERE, compare=False, repr=False)

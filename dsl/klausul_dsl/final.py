"""What stays as it is, whatever still happens: a condition asked where nothing is declared complete.

What has happened stays, and what has not may still. A test whether something is known says nothing for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.frames import Context
from klausul_dsl.walk import reached_nodes


def is_open(last: date, context: Context) -> bool:
    """Whether a period, by its last day, is not over: the as-of day is told of in full, so it ends a period."""
    return last > context.world.as_of


def for_good(context: Context, asked: Iterable[t.Node]) -> Context | None:
    """The same records with no record type declared complete; None where a test of what is known is asked."""
    if any(isinstance(node, t.IsKnown) for part in asked for node in reached_nodes(part, context.policy)):
        return None
    return replace(context, world=context.world.nothing_complete(), memo={})

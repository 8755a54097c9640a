"""A reading that holds for some of the time chooses only what is settled on one day: conditions, values and bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

_HERE = Text("den gælder kun i den tid", "it holds in that time only")


def timed_readings(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """An error where a reading with `from` or `to` chooses a group, a period, or how a sequence counts.

    Such a choice makes one count for the whole time, and none for a part of it.
    """
    del vocabulary
    for norm in (*policy.norms.values(), *policy.measures.values()):
        for part in _whole_choices(norm):
            reading = policy.readings[part.reading]
            if reading.validity != t.ALWAYS:
                label = Label(reading.span, _HERE)
                yield diagnose("K520", part.span, (label,), word=reading.label)


def _whole_choices(norm: t.Norm | t.Measure) -> Iterator[t.ByReading[Any]]:
    """The choices that a whole count turns on."""
    parts: tuple[object, ...]
    match norm:
        case t.Quota() | t.Measure():
            parts = (norm.group, norm.period)
        case t.Sequence():
            parts = (norm.group, norm.bound, norm.reset)
        case t.Periodic() | t.Duty():
            parts = (norm.recurrence,)
        case _:
            parts = ()
    yield from (part for part in parts if isinstance(part, t.ByReading))

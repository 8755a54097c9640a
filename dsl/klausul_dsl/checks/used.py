"""Every parameter, definition and reading has a use."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text, name_of
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


def unused(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each declared name that nothing refers to; a parameter that is not supplied documents a gap."""
    del vocabulary
    used: set[tuple[str, str]] = set()
    whole = (
        *policy.definitions.values(),
        *policy.classifications.values(),
        *policy.placements.values(),
        *policy.norms.values(),
        *policy.measures.values(),
    )
    for node in nodes(whole):
        match node:
            case t.ByReading():
                used.add(("reading", node.reading))
            case t.ParameterValue():
                used.add(("parameter", node.name))
            case t.Defined():
                used.add(("definition", node.name))
            case _:
                pass
    used |= {("definition", example.subject) for example in policy.examples}
    for reading in policy.readings.values():
        if ("reading", reading.name) not in used:
            named = Text(name_of(reading.label.da), name_of(reading.label.en))
            yield diagnose("K503", reading.span, word=reading.label, name=named)
    known = {name: item for name, item in policy.parameters.items() if item.not_supplied is None}
    for kind, table in (("parameter", known), ("definition", policy.definitions)):
        for name, item in table.items():
            if (kind, name) not in used:
                yield diagnose("K506", item.span, word=item.label)

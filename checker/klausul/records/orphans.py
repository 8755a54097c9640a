"""References to records that are not in the delivery."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from klausul.records.tables import place
from klausul_dsl.datatypes import Reference
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.text import Text
from klausul_dsl.values import Record
from klausul_dsl.vocabulary import Entity, Vocabulary

_NAMED = 5


def orphan_warnings(records: Sequence[Record], delivered: Iterable[str], vocabulary: Vocabulary) -> list[Diagnostic]:
    """One warning for each file and field with references to a record type that is delivered but lacks the record."""
    types = set(delivered)
    keys = {(record.entity, record.key) for record in records}
    lines: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    links = {name: _links(vocabulary.entities[name], types) for name in types}
    for record in records:
        for name, goal in links[record.entity]:
            cell = record.cells.get(name)
            if isinstance(cell, str) and (goal, cell) not in keys and record.origin is not None:
                lines[record.origin.file, record.entity, name].append(record.origin.line)
    return [
        _warning(file, vocabulary, entity, name, sorted(found)) for (file, entity, name), found in sorted(lines.items())
    ]


def _links(entity: Entity, types: set[str]) -> list[tuple[str, str]]:
    """The reference fields of a record type that lead to a delivered one."""
    return [
        (name, spec.type.entity)
        for name, spec in entity.fields.items()
        if isinstance(spec.type, Reference) and spec.type.entity in types
    ]


def _warning(file: str, vocabulary: Vocabulary, entity: str, name: str, lines: list[int]) -> Diagnostic:
    spec = vocabulary.entities[entity].fields[name]
    assert isinstance(spec.type, Reference)
    goal = vocabulary.entities[spec.type.entity]
    shown = ", ".join(str(line) for line in lines[:_NAMED]) + (" …" if len(lines) > _NAMED else "")
    return diagnose(
        "K739",
        place(file, lines[0]),
        field=spec.label,
        count=len(lines),
        file=file,
        record=Text(f"“{goal.singular.da}”", f"“{goal.singular.en}”"),
        lines=shown,
    )

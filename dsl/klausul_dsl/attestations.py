"""What a person has stated of a record or of the agreement."""

from __future__ import annotations

from datetime import date

from klausul_dsl.frames import Frame
from klausul_dsl.kleene import Truth, Value, merged, unknown
from klausul_dsl.lookup import cell
from klausul_dsl.text import Text, name_of
from klausul_dsl.values import Reason, Record, Unknown
from klausul_dsl.vocabulary import Entity


def spoken_kinds(entity: Entity) -> frozenset[str]:
    """The words by which an attestation may name the kind of record it concerns."""
    return frozenset((entity.name, name_of(entity.singular.da), name_of(entity.singular.en)))


def attested(statement: Text, key: str, kinds: frozenset[str], frame: Frame) -> Truth:
    """Whether the statement is attested of what the key names; in a period, only what was attested in it counts."""
    world, wanted = frame.context.world, {name_of(statement.da), name_of(statement.en)}
    stated: list[Value] = []
    span = (frame.period[0], min(frame.period[1], world.as_of)) if frame.period is not None else None
    doubtful = list(world.children("attestation", "subject_key", None))
    for row in world.children("attestation", "subject_key", key):
        named = [row.cells.get(name) for name in ("subject_type", "statement")]
        when = row.cells.get("attested_on") if span is not None else None
        if row.rejected or not all(isinstance(text, str) for text in named):
            doubtful.append(row)
        elif name_of(str(named[0])) in kinds and name_of(str(named[1])) in wanted:
            if span is not None and not isinstance(when, date):
                doubtful.append(row)
            elif not isinstance(when, date) or span is None or span[0] <= when <= span[1]:
                stated.append(cell(row, "value", frame.context.vocabulary, world, frame.read))
    if doubtful:
        return merged(unknown(_doubt(row), "attestation", row.key, "statement") for row in doubtful)
    if stated and all(item == stated[0] for item in stated) and isinstance(stated[0], bool | Unknown):
        return stated[0]
    if stated:
        return unknown(Reason.CONFLICT, "attestation", key, "value")
    coverage = world.coverage.get("attestation")
    if coverage is not None and (coverage.spans(*span) if span is not None else coverage.reaches(world.as_of)):
        return False
    return unknown(Reason.MISSING_FACTS, "attestation", key, "", statement.da)


def _doubt(row: Record) -> Reason:
    return Reason.REJECTED_ROWS if row.rejected else Reason.MISSING_FACTS

"""A delivery as read, to the lines of the run record: the account, rejected rows, unreadable cells, files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields

from klausul.findings import (
    AccountRow,
    AmountSum,
    ClauseCited,
    ControlTotal,
    OddCell,
    Place,
    RejectedRow,
    UnreadableCell,
)
from klausul.findings.naming import cite, entity_label
from klausul.findings.privacy import PRIVATE, field_is_open
from klausul.records import Intake
from klausul_dsl import typed
from klausul_dsl.clauses import Reference, Register, Status
from klausul_dsl.measures import MeasureResult
from klausul_dsl.outcomes import NormResult
from klausul_dsl.text import Text
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


def account_rows(intake: Intake, vocabulary: Vocabulary) -> tuple[AccountRow, ...]:
    """The account; sums only of amounts that anyone may see."""
    rows = []
    for line in intake.account:
        entity = vocabulary.entities[line.entity]
        sums = tuple(
            AmountSum(field=name, label=entity.fields[name].label, total=total)
            for name, total in line.sums
            if field_is_open(vocabulary, line.entity, name)
        )
        copied = {item.name: getattr(line, item.name) for item in fields(line) if item.name != "sums"}
        rows.append(AccountRow(label=entity.plural, sums=sums, **copied))
    return tuple(rows)


def control_totals(intake: Intake) -> tuple[ControlTotal, ...]:
    return tuple(ControlTotal(file=met.file, column=met.column, total=met.total) for met in intake.controls)


def rejected_rows(intake: Intake, vocabulary: Vocabulary) -> tuple[RejectedRow, ...]:
    return tuple(
        RejectedRow(
            place=Place(file=row.file, line=row.line),
            entity_label=_joined([entity_label(vocabulary, record) for record in row.records]),
            reasons=row.reasons,
        )
        for row in intake.rejected_rows
    )


def _joined(labels: list[Text]) -> Text:
    return Text(", ".join(label.da for label in labels), ", ".join(label.en for label in labels))


def unreadable_cells(intake: Intake, vocabulary: Vocabulary) -> tuple[UnreadableCell, ...]:
    return tuple(
        UnreadableCell(
            place=Place(file=cell.file, line=cell.line, column=cell.column),
            entity_label=entity_label(vocabulary, cell.record),
            label=vocabulary.entities[cell.record].fields[cell.field].label,
            text=PRIVATE if cell.text is None else Text(f"“{cell.text}”", f"“{cell.text}”"),
            reason=cell.diagnostic,
        )
        for cell in intake.unreadable
    )


def odd_cells(intake: Intake, vocabulary: Vocabulary) -> tuple[OddCell, ...]:
    return tuple(
        OddCell(
            place=Place(file=cell.file, line=cell.line, column=cell.column),
            entity_label=entity_label(vocabulary, cell.record),
            label=vocabulary.entities[cell.record].fields[cell.field].label,
            reason=cell.diagnostic,
        )
        for cell in intake.odd
    )


def ignored_columns(intake: Intake) -> dict[str, tuple[str, ...]]:
    """The columns that the profile does not use, by file."""
    by_file: dict[str, list[str]] = {}
    for file, column in intake.ignored:
        by_file.setdefault(file, []).append(column)
    return {file: tuple(columns) for file, columns in by_file.items()}


def input_hashes(intake: Intake) -> dict[str, str]:
    """The sha256 of each delivered file, by name."""
    return {file.name: file.sha256 for file in sorted(intake.files, key=lambda file: file.name)}


def unreached(
    results: Iterable[NormResult],
    measured: Iterable[MeasureResult],
    policy: typed.Policy,
    world: World,
    vocabulary: Vocabulary,
) -> tuple[tuple[str, Text, int], ...]:
    """Records that no norm judged, counted or read on its way, and no measure counts, by type."""
    reached: set[tuple[str, str]] = set()
    for result in results:
        counts_of = policy.norms[result.norm].entity
        for judged in result.judged:
            judgement = judged.judgement
            reached.add((judgement.entity, judgement.key))
            reached.update((counts_of, key) for key, _ in judgement.counted)
            reached.update((fact.entity, fact.key) for fact in judgement.trace.facts)
            reached.update((found.entity, found.key) for found in judgement.trace.classes)
            if judgement.run is not None:
                reached.add((judgement.run.entity, judgement.run.key))
    whole = {
        node.entity
        for result in measured
        for node in nodes(policy.measures[result.measure])
        if isinstance(node, typed.Measure | typed.Collection)
    }
    counts = Counter(
        entity
        for entity in vocabulary.entities
        if entity not in whole
        for record in world.of(entity)
        if (entity, record.key) not in reached
    )
    return tuple(
        (entity, _counted_word(vocabulary, entity, counts[entity]), counts[entity]) for entity in sorted(counts)
    )


def _counted_word(vocabulary: Vocabulary, entity: str, number: int) -> Text:
    kind = vocabulary.entities[entity]
    return kind.singular if number == 1 else kind.plural


def by_status(registers: Mapping[str, Register]) -> tuple[tuple[Status, tuple[ClauseCited, ...]], ...]:
    """The clauses that no machine checks, by their status; under `checked` those of which a part is left unchecked."""
    found = []
    for status in Status:
        references = tuple(
            Reference(name, clause.id)
            for name, register in registers.items()
            for clause in register.clauses.values()
            if clause.status is status and (status is not Status.CHECKED or clause.reason is not None)
        )
        if references:
            found.append((status, cite(references, registers)))
    return tuple(found)

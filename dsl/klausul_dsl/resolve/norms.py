"""Norms of the syntax tree to norms of the typed core: rules, quotas, sequences, deadlines, what recurs, duties."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.parties import party_named, party_words
from klausul_dsl.resolve.expressions import condition, expression
from klausul_dsl.resolve.kinds import DATE, wrong_type
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.parts import conditions, parts_of, population_of, requirement_of
from klausul_dsl.resolve.periods import validity_of
from klausul_dsl.resolve.scope import Scope, cited, entity_of, note_words, problem, report


def norm(declared: Declared, item: s.Norm, scope: Scope) -> t.Norm | t.Measure | None:
    """The typed form of a norm; None after a problem, but all its problems are found first."""
    before = len(scope.names.problems)
    common = _common(declared, item, scope)
    match item:
        case s.Rule():
            found = _of_records(item, scope)
            kind: Any = t.Rule
        case s.Quota():
            found = _of_groups(item, scope, {"group": t.Group, "period": t.Period, "bound": t.Bound})
            kind = t.Quota
        case s.Sequence():
            found = _sequence(item, scope)
            kind = t.Sequence
        case s.Deadline():
            found = _deadline(item, scope)
            kind = t.Deadline
        case s.Periodic():
            found = _periodic(item, scope)
            kind = t.Periodic
        case s.Duty():
            found = _duty(item, scope)
            kind = t.Duty
        case s.Measure():
            found = _measure(item, scope)
            kind = t.Measure
    if found is None or None in found.values() or len(scope.names.problems) > before:
        return None
    norm: t.Norm | t.Measure = kind(
        **common, **{name: None if part is NOTHING else part for name, part in found.items()}
    )
    return norm


NOTHING = object()
"""Stands for a part that a norm may do without, so that None is always a problem."""


def _common(declared: Declared, item: s.Norm, scope: Scope) -> dict[str, Any]:
    return {
        "agreement": declared.agreement,
        "name": declared.name,
        "label": declared.label,
        "validity": validity_of(item.parts, scope),
        "references": cited(scope, item.cites),
        "span": item.span,
    }


def _of_records(item: s.Rule | s.Deadline, scope: Scope) -> dict[str, Any] | None:
    """The population, conditions and requirement of a norm that is judged record by record."""
    population = population_of(item.parts, scope)
    if population is None:
        return None
    entity, dated_by = population
    inner = scope.of(entity)
    where, unless = conditions(item.parts, inner)
    found = {"entity": entity, "dated_by": dated_by, "where": where, "unless": unless}
    return found if isinstance(item, s.Deadline) else {**found, "requirement": requirement_of(item.parts, inner)}


def _of_groups(item: s.Quota | s.Sequence | s.Measure, scope: Scope, wanted: dict[str, type]) -> dict[str, Any] | None:
    """The population, conditions and parts of a norm that is counted group by group.

    What bounds a count and when it starts afresh is asked of the record that is counted for.
    """
    population = population_of(item.parts, scope, several=True)
    if population is None:
        return None
    entity, dated_by = population
    inner = scope.of(entity)
    where, unless = conditions(item.parts, inner)
    parts = parts_of(tuple(part for part in item.parts if not _of_the_group(part)), inner)
    about = _group_scope(parts.get(t.Group), scope)
    parts |= parts_of(tuple(part for part in item.parts if _of_the_group(part)), about)
    found: dict[str, Any] = {"entity": entity, "dated_by": dated_by, "where": where, "unless": unless}
    found |= {name: parts.get(kind) for name, kind in wanted.items()}
    return found if isinstance(item, s.Measure) else {**found, "requirement": requirement_of(item.parts, inner)}


def _of_the_group(part: s.Node) -> bool:
    """Whether a part is asked of the record that is counted for, and not of those that are counted."""
    first = part.options[0].part if isinstance(part, s.PartByReading) else part
    return isinstance(first, s.Bound | s.EveryNth | s.Reset)


def _group_scope(group: object, scope: Scope) -> Scope:
    """The scope of the record that is counted for; without records where the group is all together, or not one kind."""
    options = [group] if isinstance(group, t.Group) else []
    if isinstance(group, t.ByReading):
        options = [option for _, option in group.options]
    entities = {option.entity for option in options}
    about = entities.pop() if len(entities) == 1 else None
    return scope.of(about) if about is not None else replace(scope, entities=())


def _sequence(item: s.Sequence, scope: Scope) -> dict[str, Any] | None:
    found = _of_groups(item, scope, {"group": t.Group, "bound": t.EveryNth, "reset": t.Reset})
    if found is None or any(_resets(part) for part in item.parts):
        return found
    return {**found, "reset": t.Reset(kind="never")}


def _resets(part: s.Node) -> bool:
    """Whether a part says when the count starts afresh."""
    return isinstance(part, s.Reset) or (isinstance(part, s.PartByReading) and _resets(part.options[0].part))


def _deadline(item: s.Deadline, scope: Scope) -> dict[str, Any] | None:
    found = _of_records(item, scope)
    due = next((part for part in item.parts if isinstance(part, s.Due)), None)
    if found is None or due is None:
        return None
    inner = scope.of(found["entity"])
    days = []
    for node in (due.event, due.day):
        day = expression(node, inner)
        if day is not None and day.type != DATE:
            wrong_type(scope, node, DATE, day.type)
            day = None
        days.append(day)
    return {**found, "event": days[0], "due": days[1], "after_expiry": _after_expiry(item)}


def _after_expiry(item: s.Norm) -> bool:
    return any(isinstance(part, s.AfterExpiry) for part in item.parts)


def _periodic(item: s.Periodic, scope: Scope) -> dict[str, Any] | None:
    population = next((part for part in item.parts if isinstance(part, s.Population)), None)
    entity = entity_of(scope, population.entity) if population is not None else None
    if entity is None:
        return None
    inner = scope.of(entity)
    where, unless = conditions(item.parts, inner)
    return {
        "entity": entity,
        "where": where,
        "unless": unless,
        "recurrence": parts_of(item.parts, inner).get(t.Recurrence),
        "requirement": requirement_of(item.parts, replace(inner, in_period=True)),
        "after_expiry": _after_expiry(item),
    }


def _duty(item: s.Duty, scope: Scope) -> dict[str, Any] | None:
    owed = next((part for part in item.parts if isinstance(part, s.OwedBy)), None)
    per = next((part for part in item.parts if isinstance(part, s.PerGroup)), None)
    entity = entity_of(scope, per.path.names[0]) if per is not None else ""
    if owed is None or entity is None:
        return None
    if per is not None and len(per.path.names) > 1:
        problem(scope, "K242", per.path.span)
        return None
    inner = scope.of(entity) if entity else replace(scope, entities=())
    where, unless = conditions(item.parts, inner)
    return {
        "entity": entity,
        "owed_by": _parties(owed, scope),
        "where": where,
        "unless": unless,
        "recurrence": parts_of(item.parts, inner).get(t.Recurrence),
        "requirement": requirement_of(item.parts, replace(inner, in_period=True)),
        "after_expiry": _after_expiry(item),
    }


def _parties(owed: s.OwedBy, scope: Scope) -> tuple[str, ...] | None:
    found = []
    for name in owed.parties:
        party = party_named(name.word, scope.language)
        if party is None:
            report(scope, "K243", name.span, name.word, party_words(scope.language))
            return None
        note_words(scope, name.span, party.written(name.word, scope.language))
        found.append(party.name)
    return tuple(found)


def _measure(item: s.Measure, scope: Scope) -> dict[str, Any] | None:
    found = _of_groups(item, scope, {"group": t.Group, "period": t.Period})
    if found is None:
        return None
    inner = scope.of(found["entity"])
    counts = next((part for part in item.parts if isinstance(part, s.Counts)), None)
    expected = next((part for part in item.parts if isinstance(part, s.Expected)), None)
    return {
        **found,
        "counts": condition(counts.condition, inner) if counts is not None else NOTHING,
        "expected": _expected(expected, scope) if expected is not None else NOTHING,
    }


def _expected(part: s.Expected, scope: Scope) -> t.Expected | None:
    if part.denominator and part.numerator > part.denominator:
        problem(scope, "K311", part.span)
        return None
    return t.Expected(
        numerator=part.numerator,
        denominator=part.denominator,
        percent=part.percent,
        about=part.about,
        span=part.span,
    )

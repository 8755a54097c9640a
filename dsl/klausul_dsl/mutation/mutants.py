"""A typed policy to its mutants: each with one comparison, limit, connective, exception or date changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import fill
from klausul_dsl.mutation.conditions import condition_edits
from klausul_dsl.mutation.edit import EXPRESSIONS, Edit, Fact, lifted, mark_of
from klausul_dsl.mutation.parts import part_edits
from klausul_dsl.mutation.reach import Name, items_of, told_by_examples
from klausul_dsl.prose import tell_expression, tell_part
from klausul_dsl.prose.tongue import plain
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Text, name_of
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A policy with one thing changed: in which item, at which place, what in plain words, and the change's mark."""

    item: Name
    label: Text
    change: Text
    mark: str
    span: Span
    policy: t.Policy

    def named(self, word: str) -> bool:
        """Whether a word is the item's name in either language."""
        return name_of(word) in {name_of(self.item[1]), name_of(self.label.da), name_of(self.label.en)}


def mutants(policy: t.Policy, files: Collection[str], vocabulary: Vocabulary) -> Iterator[Mutant]:
    """Every mutant of what the given files declare and an example can be about, or reach, item by item.

    None has the core of the policy itself.
    """
    told = told_by_examples(policy)
    for name, item in items_of(policy):
        if item.span.file not in files or name not in told:
            continue
        if isinstance(item, t.Placement) and name[0] == "norms":
            continue  # changed where it stands among the placements
        met = [_in_force(item, policy)]
        for edit in edits(item, _scope(item), policy, vocabulary):
            part = _in_force(edit.part, policy)
            if part in met or not _could_be_written(part):
                continue
            met.append(part)
            yield Mutant(
                item=name,
                label=label_of(item, policy),
                change=_told(edit, policy, vocabulary),
                mark=mark_of(edit),
                span=edit.span if edit.span.file else item.span,
                policy=_with(policy, name, edit.part),
            )


def _in_force(item: t.Node, policy: t.Policy) -> t.Node:
    """What happens once, without the days outside the time of its agreement: no example can tell them apart."""
    if not isinstance(item, t.Periodic | t.Duty) or isinstance(item.recurrence, t.ByReading):
        return item
    force, dates = policy.agreements[item.agreement].validity, item.recurrence.dates
    if dates is None:
        return item
    begin = max(dates[0], force.start) if force.start else dates[0]
    if force.end is None or (item.after_expiry and dates[1] > force.end):
        return replace(item, recurrence=replace(item.recurrence, dates=(begin, dates[1])))
    recurrence = replace(item.recurrence, dates=(begin, min(dates[1], force.end)))
    return replace(item, recurrence=recurrence, after_expiry=False)


def _could_be_written(item: t.Node) -> bool:
    """Whether a changed item still makes sense: a bound that is a value of each group needs a group."""
    if not isinstance(item, t.Quota):
        return True
    grouped = all(group.entity is not None for group in nodes(item.group) if isinstance(group, t.Group))
    return grouped or not any(isinstance(node, t.Subject) for node in nodes(item.bound))


def edits(node: t.Node, scope: tuple[str, ...], policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Every edit of a node: its own, then those of what it holds."""
    if isinstance(node, EXPRESSIONS):
        yield from condition_edits(node, scope)  # type: ignore[arg-type]
    else:
        yield from part_edits(node, scope, policy, vocabulary)
    for item in fields(node):
        inner = _inner_scope(node, item.name, scope)
        for part, edit in _held(getattr(node, item.name), inner, policy, vocabulary):
            if isinstance(node, t.FollowedBy) and getattr(part, "quantifier", "some") != "some":
                continue  # both sides only say what must exist
            yield lifted(node, replace(node, **{item.name: part}), edit)


def _held(value: Any, scope: tuple[str, ...], policy: t.Policy, vocabulary: Vocabulary) -> Iterator[tuple[Any, Edit]]:
    """Every edit of the nodes in a field's value, with the value it gives."""
    if isinstance(value, t.Node):
        yield from ((edit.part, edit) for edit in edits(value, scope, policy, vocabulary))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for part, edit in _held(item, scope, policy, vocabulary):
                yield (*value[:index], part, *value[index + 1 :]), edit


def _inner_scope(node: t.Node, field: str, scope: tuple[str, ...]) -> tuple[str, ...]:
    """The records in scope in a field of a node: the members of a collection, where its condition speaks of them."""
    collection = getattr(node, "collection", None)
    return (collection.entity, *scope) if isinstance(collection, t.Collection) and field == "condition" else scope


def _scope(item: t.Node) -> tuple[str, ...]:
    entity = getattr(item, "entity", None)
    return (entity,) if isinstance(entity, str) and entity else ()


def label_of(item: t.Node, policy: t.Policy) -> Text:
    """What an item is called; a placement goes by its classification."""
    if isinstance(item, t.Placement):
        return policy.classifications[item.classification].label
    label: Text = item.label  # type: ignore[attr-defined]
    return label


def _with(policy: t.Policy, name: Name, item: Any) -> t.Policy:
    table, key = name
    if table == "agreement":
        return replace(policy, agreement=item, agreements={**policy.agreements, key: item})
    if isinstance(item, t.Placement):
        policy = replace(policy, norms={**policy.norms, item.name: item})
    held: Mapping[str, Any] = getattr(policy, table)
    changed: Any = {table: {**held, key: item}}
    return replace(policy, **changed)


def _told(edit: Edit, policy: t.Policy, vocabulary: Vocabulary) -> Text:
    def words(fact: Fact) -> Text:
        if isinstance(fact, Text):
            return Text(plain(fact.da), plain(fact.en))
        if isinstance(fact, EXPRESSIONS):
            expression: Any = fact
            return Text(*(tell_expression(expression, policy, vocabulary, one, edit.scope) for one in LANGUAGES))
        part: Any = fact
        return Text(*(tell_part(part, policy, vocabulary, one, edit.scope) for one in LANGUAGES))

    return fill(edit.template, {name: words(fact) for name, fact in edit.facts.items()})

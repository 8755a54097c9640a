"""A typed policy and what its examples exercised to points: each thing an example should show, and whether one does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields
from typing import Any, Literal, TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference
from klausul_dsl.coverage.visit import ORDERED, Seen, is_condition
from klausul_dsl.diagnostics import fill
from klausul_dsl.limits import can_be_met
from klausul_dsl.prose import tell_expression, tell_part
from klausul_dsl.prose.tongue import plain
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary

Item: TypeAlias = t.Parameter | t.Reading | t.Definition | t.Classification | t.Placement | t.Norm
Kind: TypeAlias = Literal["outcome", "exception", "condition", "limit", "class", "alternative", "parameter", "clause"]

OUTCOMES = {
    "compliant": Text("intet eksempel på overholdelse", "no example of compliance"),
    "breach": Text("intet eksempel på et brud", "no example of a breach"),
    "undetermined": Text("intet eksempel på, at det ikke kan afgøres", "no example that cannot be determined"),
    "not_applicable": Text("intet eksempel uden for reglen", "no example outside the rule"),
    "pending": Text("intet eksempel, hvor det endnu ikke er forfaldent", "no example where it is pending"),
}
UNUSED = Text("undtagelsen er ikke brugt i noget eksempel: {what}", "no example uses the exception: {what}")
NEVER = {
    True: Text("intet eksempel, hvor det gælder, at {what}", "no example where it holds that {what}"),
    False: Text("intet eksempel, hvor det ikke gælder, at {what}", "no example where it does not hold that {what}"),
}
NOT_AT = Text("intet eksempel netop på grænsen: {what}", "no example exactly at the limit: {what}")
NO_CLASS = Text("intet eksempel får klassen “{what}”", "no example comes to the class “{what}”")
NO_ANSWER = Text("intet eksempel prøver svaret “{what}”", "no example tries the answer “{what}”")
UNREAD = Text("intet eksempel læser værdien", "no example reads the value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Something that examples should show: of which item and clauses, where, and what is missing if none does."""

    kind: Kind
    item: str
    label: Text
    references: tuple[Reference, ...]
    span: Span
    missing: Text
    shown: bool


def points(policy: t.Policy, files: Collection[str], vocabulary: Vocabulary, seen: Seen) -> Iterator[Point]:
    """The points of every item that the given files declare, in the order written."""
    items: tuple[Item, ...] = (
        *policy.parameters.values(),
        *policy.readings.values(),
        *policy.definitions.values(),
        *policy.classifications.values(),
        *policy.placements.values(),
        *policy.norms.values(),
    )
    for item in items:
        if item.span.file in files:
            yield from points_of(item, policy, vocabulary, seen)


def points_of(item: Item, policy: t.Policy, vocabulary: Vocabulary, seen: Seen) -> Iterator[Point]:
    """The points of one item."""
    return _Teller(policy, vocabulary, seen, item).points()


@dataclass(frozen=True, slots=True)
class _Teller:
    """Makes the points of one item."""

    policy: t.Policy
    vocabulary: Vocabulary
    seen: Seen
    item: Any

    def points(self) -> Iterator[Point]:
        match self.item:
            case t.Parameter():
                if self.item.entries:
                    yield self.point("parameter", UNREAD, self.item.name in self.seen.parameters)
            case t.Reading():
                for one in self.item.alternatives:
                    shown = (self.item.name, one.name) in self.seen.alternatives
                    yield self.point("alternative", NO_ANSWER, shown, what=one.label, at=one)
            case t.Classification():
                yield from self.classes()
            case t.Definition() | t.Placement():
                yield from self.conditions(self.item, self.scope(), self.item.references)
            case _:
                yield from self.outcomes()
                yield from self.conditions(self.item, self.scope(), self.item.references)

    def point(
        self,
        kind: Kind,
        missing: Text,
        shown: bool,
        *,
        what: Text | None = None,
        at: t.Node | None = None,
        references: tuple[Reference, ...] | None = None,
    ) -> Point:
        label = self.item.label if not isinstance(self.item, t.Placement) else self._placed_label()
        return Point(
            kind=kind,
            item=self.item.classification if isinstance(self.item, t.Placement) else self.item.name,
            label=Text(plain(label.da), plain(label.en)),
            references=self.item.references if references is None else references,
            span=at.span if at is not None and at.span.file else self.item.span,
            missing=fill(missing, {"what": what}) if what is not None else missing,
            shown=shown,
        )

    def scope(self) -> tuple[str, ...]:
        return (self.item.entity,) if self.item.entity else ()

    def _placed_label(self) -> Text:
        return self.policy.classifications[self.item.classification].label

    def outcomes(self) -> Iterator[Point]:
        """The outcomes a norm can have; one that nothing can comply with is not asked for compliance."""
        demand = getattr(getattr(self.item, "requirement", None), "condition", None)
        for outcome, missing in OUTCOMES.items():
            impossible = (
                (outcome == "compliant" and isinstance(demand, t.Constant))
                or (outcome == "not_applicable" and not (self.item.where or self.item.unless))
                or (outcome == "pending" and not isinstance(self.item, t.Deadline | t.Periodic | t.Duty))
            )
            if not impossible:
                yield self.point("outcome", missing, (self.item.name, outcome) in self.seen.outcomes)
        for exemption in self.item.unless:
            used = True in self.seen.truths[id(exemption.condition)]
            told = self.told(exemption.condition, self.scope())
            yield self.point("exception", UNUSED, used, what=told, at=exemption)

    def classes(self) -> Iterator[Point]:
        for branch in self.item.branches:
            shown = (self.item.name, branch.name) in self.seen.classes
            cited = branch.references or self.item.references
            yield self.point("class", NO_CLASS, shown, what=branch.label, at=branch, references=cited)
            yield from self.conditions(branch.condition, self.scope(), cited)

    def conditions(self, node: object, scope: tuple[str, ...], cited: tuple[Reference, ...]) -> Iterator[Point]:
        """Both truths of every condition, and each limit met exactly."""
        if isinstance(node, tuple):
            for part in node:
                yield from self.conditions(part, scope, cited)
            return
        if not isinstance(node, t.Node):
            return
        limit = isinstance(node, t.Within | t.Bound | t.EveryNth | t.Deadline) or (
            isinstance(node, t.Compare) and node.operator in ORDERED and can_be_met(node) and bool(self.truths(node))
        )
        condition = is_condition(node)
        if limit or condition:
            told = self.told(node, scope)
            for truth in self.truths(node) if condition else ():
                shown = truth in self.seen.truths[id(node)]
                yield self.point("condition", NEVER[truth], shown, what=told, at=node, references=cited)
            if limit:
                yield self.point("limit", NOT_AT, id(node) in self.seen.limits, what=told, at=node, references=cited)
        collection = getattr(node, "collection", None)
        for item in fields(node):
            members = isinstance(collection, t.Collection) and item.name == "condition"
            inner = (collection.entity, *scope) if members and isinstance(collection, t.Collection) else scope
            yield from self.conditions(getattr(node, item.name), inner, cited)

    def truths(self, node: t.Node) -> tuple[bool, ...]:
        """What a condition can be: a fixed yes or no is never the other, and what is not supplied is never known."""
        match node:
            case t.ParameterValue():
                fixed = {entry.value for entry in self.policy.parameters[node.name].entries}
                return tuple(value for value in (True, False) if value in fixed)
            case t.Compare() if any(self.not_supplied(side) for side in (node.left, node.right)):
                return ()
            case t.Not():
                return tuple(value for value in (True, False) if (not value) in self.truths(node.operand))
            case t.All() | t.Any():
                needed = isinstance(node, t.All)
                parts = [self.truths(operand) for operand in node.operands]
                every, one = all(needed in part for part in parts), any((not needed) in part for part in parts)
                return tuple(value for value in (True, False) if (every if value is needed else one))
            case _:
                return (True, False)

    def not_supplied(self, node: t.Expression) -> bool:
        """Whether a value is that of a parameter without values."""
        return isinstance(node, t.ParameterValue) and not self.policy.parameters[node.name].entries

    def told(self, node: Any, scope: tuple[str, ...]) -> Text:
        if isinstance(node, t.Deadline):
            node = node.due
        tell = tell_part if isinstance(node, t.Bound | t.EveryNth) else tell_expression
        return Text(*(tell(node, self.policy, self.vocabulary, language, scope) for language in LANGUAGES))

"""An item, or a part of one, to what else it could have said: dates, exemptions, classes, values and readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Several, Type
from klausul_dsl.mutation.edit import INSTEAD, READ_AS, Edit, Fact, without
from klausul_dsl.mutation.spans import a_day_off, every_nths, recurrences, resets, standings
from klausul_dsl.mutation.steps import bounds, days, periods, validities, values
from klausul_dsl.prose import labels_of, show_date, show_value
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.values import Plain
from klausul_dsl.vocabulary import Vocabulary

NO_WHERE = Text("uden “hvor {before}”", "without “where {before}”")
NO_UNLESS = Text("uden “medmindre {before}”", "without “unless {before}”")
NO_WHEN = Text("uden “når {before}”", "without “when {before}”")
NO_REVIEW = Text("uden gennemgangen {days}", "without the review {days}")
NO_CLASS = Text("uden klassen “{name}”", "without the class “{name}”")
LATER_CLASS = Text("klassen “{name}” prøvet efter “{next}”", "the class “{name}” tried after “{next}”")
OPPOSITE = Text("det modsatte af kravet", "the opposite of the requirement")
EARLIER = Text("forfald en dag tidligere", "due a day earlier")
LATER = Text("forfald en dag senere", "due a day later")
AFTER_EXPIRY = Text("også efter aftalens udløb", "also after the agreement's expiry")
NOT_AFTER_EXPIRY = Text("ikke efter aftalens udløb", "not after the agreement's expiry")
NO_FALLBACK = Text("“{before}” uden det, der ellers gælder", "“{before}” without what holds otherwise")
NO_VALUE = Text("uden værdien fra {day}", "without the value from {day}")
OTHER_VALUE = Text("fra {day}: {after} i stedet for {before}", "from {day}: {after} instead of {before}")
OTHER_DEFAULT = Text(
    "“{name}” som det, der gælder, når intet er valgt", "“{name}” as what holds where nothing is chosen"
)
SWAPPED = Text(
    "“{first}” og “{second}” byttet om i fortolkningen “{reading}”",
    "“{first}” and “{second}” exchanged in the reading “{reading}”",
)


def part_edits(node: t.Node, scope: tuple[str, ...], policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Everything that can be changed in a node itself; what it holds is walked elsewhere."""
    yield from _common_edits(node, scope, policy)
    match node:
        case t.Requirement():
            yield without(node, replace(node, condition=_opposite(node.condition)), OPPOSITE, scope)
        case t.Bound():
            yield from (_instead(node, part, scope) for part in bounds(node))
            if node.value is not None and node.fallback:
                yield _instead(node, replace(node, value=None), scope)
                yield without(node, replace(node, fallback=False), NO_FALLBACK, scope, before=node)
        case t.Period():
            yield from (_instead(node, part, scope) for part in periods(node))
        case t.Standing():
            yield from (_instead(node, part, scope) for part in standings(node))
        case t.EveryNth():
            yield from (_instead(node, part, scope) for part in every_nths(node))
        case t.Reset():
            yield from (_instead(node, part, scope) for part in resets(node))
        case t.Recurrence():
            lasts = any(vocabulary.entities[entity].lasts is not None for entity in scope)
            found = recurrences(node, policy.agreement.validity, lasts=lasts)
            yield from (_instead(node, part, scope) for part in found)
        case t.Deadline():
            for due, template in zip(a_day_off(node.due), (EARLIER, LATER), strict=True):
                yield without(node.due, replace(node, due=due), template, scope)
        case t.Group() if node.entity is not None:
            yield _instead(node, replace(node, entity=None, path=None), scope)
        case t.ByReading():
            yield from _swapped(node, policy)
        case t.Classification():
            yield from _classes(node)
        case t.Placement() if len(node.reviews) > 1:
            for index, review in enumerate(node.reviews):
                reviews = (*node.reviews[:index], *node.reviews[index + 1 :])
                yield without(review, replace(node, reviews=reviews), NO_REVIEW, scope, days=_days(review))
        case t.Review():
            yield from _reviews(node, scope)
        case t.Parameter():
            yield from _entries(node, policy, vocabulary)
        case t.Reading():
            yield from _defaults(node)
        case _:
            pass


def _common_edits(node: t.Node, scope: tuple[str, ...], policy: t.Policy) -> Iterator[Edit]:
    """What every item that has it can lose or move: conditions, exemptions, dates of validity."""
    for name, template in (("where", NO_WHERE), ("unless", NO_UNLESS)):
        held: tuple[Any, ...] = getattr(node, name, ())
        for index, item in enumerate(held):
            rest: Any = {name: (*held[:index], *held[index + 1 :])}
            part = replace(node, **rest)
            told = item.condition if isinstance(item, t.Exemption) else item
            yield without(item, part, template, scope, before=told)
    if isinstance(node, t.Deadline | t.Periodic | t.Duty) and policy.agreement.validity.end is not None:
        template = NOT_AFTER_EXPIRY if node.after_expiry else AFTER_EXPIRY
        yield without(node, replace(node, after_expiry=not node.after_expiry), template, scope)
    validity = getattr(node, "validity", None)
    for before, after, moved in validities(validity) if isinstance(validity, t.Validity) else ():
        yield _moved(node, replace(node, validity=moved), before, after)  # type: ignore[call-arg]


def _moved(node: t.Node, part: t.Node, before: date, after: date) -> Edit:
    return without(node, part, INSTEAD, (), before=_day(before), after=_day(after))


def _day(day: date) -> Text:
    return Text(*(show_date(day, language) for language in LANGUAGES))


def _instead(node: t.Node, part: t.Node, scope: tuple[str, ...]) -> Edit:
    return without(node, part, READ_AS, scope, before=node, after=part)


def _opposite(condition: t.Expression) -> t.Expression:
    match condition:
        case t.Not():
            return condition.operand
        case t.Constant():
            return replace(condition, value=not condition.value)
        case _:
            return t.Not(operand=condition, type=condition.type, span=condition.span)


def _swapped(node: t.ByReading[Any], policy: t.Policy) -> Iterator[Edit]:
    """Each alternative with what the next one gives."""
    reading = policy.readings[node.reading]
    labels = {alternative.name: alternative.label for alternative in reading.alternatives}
    for index in range(len(node.options) - 1):
        (first, one), (second, other) = node.options[index : index + 2]
        options = (*node.options[:index], (first, other), (second, one), *node.options[index + 2 :])
        facts: dict[str, Fact] = {"first": labels[first], "second": labels[second], "reading": reading.label}
        yield without(node, replace(node, options=options), SWAPPED, (), **facts)


def _classes(node: t.Classification) -> Iterator[Edit]:
    """Each class removed, and each tried after the next one."""
    for index, branch in enumerate(node.branches):
        rest = (*node.branches[:index], *node.branches[index + 1 :])
        if rest:
            yield without(branch, replace(node, branches=rest), NO_CLASS, (), name=branch.label)
        if index + 1 < len(node.branches):
            following = node.branches[index + 1]
            order = (*rest[: index + 1], branch, *rest[index + 1 :])
            part = replace(node, branches=order)
            yield without(branch, part, LATER_CLASS, (), name=branch.label, next=following.label)


def _reviews(node: t.Review, scope: tuple[str, ...]) -> Iterator[Edit]:
    if node.condition is not None:
        yield without(node.condition, replace(node, condition=None), NO_WHEN, scope, before=node.condition)
    for index, day in enumerate(node.dates):
        for moved in days(day):
            part = replace(node, dates=(*node.dates[:index], moved, *node.dates[index + 1 :]))
            yield _moved(node, part, day, moved)
    if node.yearly is not None:
        number, month = node.yearly
        for moved in days(date(2024, month, number)):
            part = replace(node, yearly=(moved.day, moved.month))
            yield without(node, part, INSTEAD, (), before=_days(node), after=_days(part))


def _days(review: t.Review) -> Text:
    """The days of a review, as they are told in a list."""
    if review.yearly is not None:
        number, month = review.yearly
        return Text(f"den {number:02}-{month:02} hvert år", f"on {month:02}-{number:02} of every year")
    return Text(*("; ".join(show_date(day, language) for day in review.dates) for language in LANGUAGES))


def _entries(node: t.Parameter, policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Edit]:
    """Each value a step either way, each start a day either way, each entry left out."""
    for index, entry in enumerate(node.entries):
        before, after = node.entries[:index], node.entries[index + 1 :]
        yield without(entry, replace(node, entries=(*before, *after)), NO_VALUE, (), day=_start(entry))
        for value in values(entry.value, node.type):
            part = replace(node, entries=(*before, replace(entry, value=value), *after))
            said = [_value(one, node.type, policy, vocabulary) for one in (entry.value, value)]
            facts = {"day": _start(entry), "before": said[0], "after": said[1]}
            yield without(entry, part, OTHER_VALUE, (), **facts)
        for start in days(entry.start):
            part = replace(node, entries=(*before, replace(entry, start=start), *after))
            moved = replace(entry, start=start)
            yield without(entry, part, INSTEAD, (), before=_start(entry), after=_start(moved))


def _start(entry: t.ParameterEntry) -> Text:
    """From when an entry holds, and for whom where that is said."""
    day = _day(entry.start)
    return day if entry.key is None else Text(f"{day.da} for {entry.key}", f"{day.en} for {entry.key}")


def _value(value: Plain | tuple[str, ...], kind: Type, policy: t.Policy, vocabulary: Vocabulary) -> Text:
    if isinstance(value, tuple):
        assert isinstance(kind, Several)
        said = [_value(one, kind.of, policy, vocabulary) for one in value]
        return Text(*("; ".join(one[language] for one in said) for language in LANGUAGES))
    options = labels_of(kind, policy, vocabulary)
    return Text(*(show_value(value, kind, options, language) for language in LANGUAGES))


def _defaults(node: t.Reading) -> Iterator[Edit]:
    """Each other alternative as the one that holds where none is chosen."""
    for alternative in node.alternatives[1:]:
        rest = tuple(item for item in node.alternatives if item is not alternative)
        part = replace(node, alternatives=(alternative, *rest))
        yield without(alternative, part, OTHER_DEFAULT, (), name=alternative.label)

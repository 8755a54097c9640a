"""The parts that norms are made of to what stands in a sentence: bounds, groups, periods, what a reading chooses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, TypeVar, assert_never

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.keywords import ordinal
from klausul_dsl.prose.nouns import depending, long_date, noun
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import Tongue
from klausul_dsl.prose.values import show_number, show_value
from klausul_dsl.text import series

T = TypeVar("T")


def share(teller: Teller, node: t.Bound) -> str:
    """`33 %`, `1/3`, `84`."""
    language = teller.tongue.language
    if node.percent:
        return show_value(node.share * 100, Number(Unit.PERCENT), None, language)
    return f"{node.numerator}/{node.denominator}" if node.denominator else show_number(node.share, language)


def bound(teller: Teller, node: t.Bound) -> str:
    """`at least 33 % (the number rounded down)`."""
    said = share(teller, node)
    if node.value is not None:
        value = noun(teller, node.value)
        said = teller.tongue.say("otherwise", value=value, share=said) if node.fallback else value
    said = teller.tongue.say(node.comparison, share=said)
    return f"{said} {teller.tongue.words[node.rounding]}" if node.rounding else said


def at_most(node: t.Bound | t.EveryNth | t.ByReading[t.Bound] | t.ByReading[t.EveryNth]) -> bool:
    """Whether a bound is an upper one, whatever the reading."""
    bounds = [part for _, part in node.options] if isinstance(node, t.ByReading) else [node]
    return all(bound.comparison == "at_most" for bound in bounds)


def every_nth(teller: Teller, node: t.EveryNth) -> str:
    """`at least every 2nd (the first no later than number 2)`."""
    n = ordinal(node.n, teller.tongue.language)
    return teller.tongue.say(f"{node.comparison} every", n=n, first=str(node.first))


def reset(teller: Teller, node: t.Reset) -> str:
    """When a running count starts afresh."""
    if node.of is None:
        return teller.tongue.words[f"reset {node.kind}"]
    start = node.of
    while isinstance(start, t.Field | t.DatedFact | t.Defined | t.Classified):
        start = start.of
    inside = teller.inside(start.entity) if isinstance(start, t.Subject) else teller
    return teller.tongue.say("reset change", what=noun(replace(inside, scope=inside.scope[:1]), node.of))


def group(teller: Teller, node: t.Group) -> str:
    """`for each estate`, `together`."""
    if node.entity is None or node.path is None:
        return teller.tongue.words["together"]
    neuter = teller.entity(node.entity).neuter
    said = teller.tongue.say("per group neuter" if neuter else "per group", noun=teller.singular(node.entity))
    path = noun(teller, node.path)
    return said if path == teller.definite(node.entity) else teller.tongue.say("per group by", group=said, path=path)


def period(teller: Teller, node: t.Period | t.Standing) -> str:
    """`in every calendar year`, `as of 1 January of every year`."""
    tongue = teller.tongue
    if isinstance(node, t.Period):
        return tongue.say("counted over", period=tongue.words[f"counted {node.kind}"])
    if node.yearly is not None:
        day, month = node.yearly
        return tongue.say("standing", days=tongue.say("every year", day=str(day), month=tongue.months[month - 1]))
    days = [long_date(day, tongue) for day in node.dates]
    return tongue.say("standing", days=series(days, tongue.words["and"]))


def counted(teller: Teller, node: t.Quota | t.Measure) -> str:
    """What is counted together, as far as no reading chooses it."""
    together = group(teller, node.group) if isinstance(node.group, t.Group) else ""
    if not isinstance(node.period, t.Period | t.Standing):
        return together
    if isinstance(node.period, t.Standing) or not isinstance(node.group, t.Group):
        return f"{together} {period(teller, node.period)}".strip()
    key = "together and period" if node.group.entity is None else "group and period"
    return teller.tongue.say(key, group=together, period=teller.tongue.words[f"counted {node.period.kind}"])


def recurrence(teller: Teller, node: t.Recurrence) -> str:
    """`in every calendar year between 1 March and 31 May`; where only whole periods count, with what that means."""
    tongue = teller.tongue
    match node.kind:
        case "once":
            assert node.dates is not None
            first, last = (long_date(day, tongue) for day in node.dates)
            said = tongue.say("once", first=first, last=last)
        case "other_year":
            said = tongue.say("other_year", year=str(node.beginning))
        case _:
            said = tongue.words[node.kind]
    if node.window is not None:
        first, last = (_day_of_year(tongue, day) for day in node.window)
        said = tongue.say("between days", when=said, first=first, last=last)
    return f"{said} {_whole(teller, node)}" if node.whole_only else said


def _whole(teller: Teller, node: t.Recurrence) -> str:
    if not teller.scope:
        return teller.tongue.words["whole periods"]
    periods = teller.tongue.words[f"whole {node.kind}"]
    return teller.tongue.say("whole only", periods=periods, subject=teller.definite(teller.scope[0]))


def _day_of_year(tongue: Tongue, day: tuple[int, int]) -> str:
    return tongue.say("day of year", day=str(day[0]), month=tongue.months[day[1] - 1])


def chosen(teller: Teller, key: str, node: object, tell: Callable[[Teller, T], str]) -> tuple[str, ...]:
    """A sentence on a part that a reading chooses: what each alternative gives; none where no reading does."""
    if not isinstance(node, t.ByReading):
        return ()
    return (teller.tongue.words[key] + depending(teller, node, tell),)


Part: TypeAlias = t.Bound | t.Group | t.Period | t.Standing | t.EveryNth | t.Reset | t.Recurrence


def part(teller: Teller, node: Part) -> str:
    """A part of a norm alone."""
    match node:
        case t.EveryNth():
            return every_nth(teller, node)
        case t.Reset():
            return reset(teller, node)
        case t.Recurrence():
            return recurrence(teller, node)
        case t.Bound():
            return bound(teller, node)
        case t.Group():
            return group(teller, node)
        case t.Period() | t.Standing():
            return period(teller, node)
        case _:
            assert_never(node)

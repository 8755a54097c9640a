"""Norms that count to sentences: quotas, sequences, measures."""

from __future__ import annotations

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.prose.expressions import clause, one, required, such
from klausul_dsl.prose.norms import cited, ending, named
from klausul_dsl.prose.parts import at_most, bound, chosen, counted, every_nth, group, period, reset, share
from klausul_dsl.prose.predicates import denials, of_several
from klausul_dsl.prose.teller import Teller


def quota(teller: Teller, node: t.Quota) -> tuple[str, ...]:
    """A quota as a sentence without its full stop, and one more for each part that a reading chooses."""
    teller = teller.inside(node.entity)
    told = required(teller, node.requirement.condition)
    forbids = denials(told) == {True} and isinstance(node.bound, t.Bound) and node.bound.comparison == "at_least"
    plainly = told.subject == teller.definite(node.entity) and (forbids or True not in denials(told))
    modal = "may" if at_most(node.bound) else "must not" if forbids and plainly else "must"
    kind = "number" if _counts(node.bound) else "share"
    said = teller.tongue.say(
        "quota" if plainly else "quota that",
        bound=bound(teller, node.bound) if isinstance(node.bound, t.Bound) else teller.tongue.words[kind],
        noun=named(teller, node, teller.plural(node.entity)),
        where=_where(teller, node),
        modal=teller.tongue.words[modal],
        infinitive=teller.tongue.infinitive(of_several(told)),
        clause=clause(teller, node.requirement.condition),
        counted=_reckoned(teller, counted(teller, node)),
        exempt=_exempt(teller, node),
    )
    return (
        f"{said} {ending(teller, node)}",
        *chosen(teller, f"{kind} is", node.bound, bound),
        *chosen(teller, f"{kind} is counted", node.group, group),
        *chosen(teller, f"{kind} is counted", node.period, period),
    )


def _counts(node: t.Bound | t.ByReading[t.Bound]) -> bool:
    """Whether a bound is a number of records, whatever the reading, and not a share of them."""
    bounds = [part for _, part in node.options] if isinstance(node, t.ByReading) else [node]
    return all(_is_number(bound) for bound in bounds)


def _is_number(node: t.Bound) -> bool:
    if node.value is None:
        return not node.denominator
    return isinstance(node.value.type, Number) and node.value.type.unit is Unit.COUNT


def sequence(teller: Teller, node: t.Sequence) -> tuple[str, ...]:
    """A running count: how often in the order of the dates, who is counted together, when the count starts afresh."""
    teller = teller.inside(node.entity)
    told = required(teller, node.requirement.condition)
    plainly = told.subject == teller.definite(node.entity) and True not in denials(told)
    said = teller.tongue.say(
        "sequence" if plainly else "sequence that",
        noun=named(teller, node, teller.plural(node.entity)),
        where=_where(teller, node),
        bound=every_nth(teller, node.bound) if isinstance(node.bound, t.EveryNth) else teller.tongue.words["some of"],
        modal=teller.tongue.words["may" if at_most(node.bound) else "must"],
        infinitive=teller.tongue.infinitive(of_several(told)),
        clause=clause(teller, node.requirement.condition),
        counted=_reckoned(teller, group(teller, node.group) if isinstance(node.group, t.Group) else ""),
        exempt=_exempt(teller, node),
        reset=teller.tongue.say("count begins", reset=reset(teller, node.reset))
        if isinstance(node.reset, t.Reset)
        else "",
    )
    return (
        f"{said} {ending(teller, node)}",
        *chosen(teller, "sequence is", node.bound, _for_every_nth),
        *chosen(teller, "sequence is counted", node.group, group),
        *chosen(teller, "sequence begins", node.reset, reset),
    )


def _for_every_nth(teller: Teller, node: t.EveryNth) -> str:
    return teller.tongue.say("for bound", bound=every_nth(teller, node))


def measure(teller: Teller, node: t.Measure) -> tuple[str, ...]:
    """What is counted and shown, and what was expected."""
    teller = teller.inside(node.entity)
    told = one(teller, node.counts) if node.counts is not None else None
    plainly = told is not None and told.subject == teller.definite(node.entity)
    said = teller.tongue.say(
        "measure" if node.counts is None else "measure such" if plainly else "measure that",
        counted=counted(teller, node),
        noun=named(teller, node, teller.plural(node.entity)),
        where=_where(teller, node),
        such=teller.tongue.relative(of_several(told), True) if told is not None else "",
        clause=clause(teller, node.counts) if node.counts is not None else "",
        exempt=_exempt(teller, node),
        expected=_expected(teller, node.expected) if node.expected is not None else "",
    )
    return (
        f"{said} {ending(teller, node)}",
        *chosen(teller, "they are counted", node.group, group),
        *chosen(teller, "they are counted", node.period, period),
    )


def _expected(teller: Teller, node: t.Expected) -> str:
    bound = t.Bound(
        comparison="exactly",
        numerator=node.numerator.numerator,
        denominator=node.denominator * node.numerator.denominator,
        rounding=None,
        percent=node.percent,
    )
    return teller.tongue.say("expected about" if node.about else "expected", share=share(teller, bound))


def _where(teller: Teller, node: t.Quota | t.Sequence | t.Measure) -> str:
    return teller.tongue.say("quota where", clause=such(teller, node.where, True)) if node.where else ""


def _reckoned(teller: Teller, together: str) -> str:
    return teller.tongue.say("counted", part=together) if together else ""


def _exempt(teller: Teller, node: t.Quota | t.Sequence | t.Measure) -> str:
    return "".join(
        teller.tongue.say(
            "exempt",
            noun=teller.plural(node.entity),
            clause=such(teller, (exempted.condition,), True),
            references=cited(teller, node, exempted),
        )
        for exempted in node.unless
    )

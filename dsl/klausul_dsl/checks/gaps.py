"""A parameter has a value on every day on which it can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.prose import show_date
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary


def parameter_gaps(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each parameter whose first value begins after the first day on which a norm asks for it."""
    del vocabulary
    asked: dict[str, date] = {}
    for norm in (*policy.norms.values(), *policy.measures.values()):
        force = policy.agreements[norm.agreement].validity
        held = t.ALWAYS if isinstance(norm, t.Placement) else norm.validity
        for name, day in _asked(norm, _within(force, held), policy):
            asked[name] = min(day, asked.get(name, day))
    for name, day in asked.items():
        parameter = policy.parameters[name]
        first = min((entry.start for entry in parameter.entries), default=None)
        if first is not None and day < first:
            shown = [Text(*(show_date(one, language) for language in LANGUAGES)) for one in (day, first)]
            yield diagnose("K514", parameter.span, word=parameter.label, day=shown[0], first=shown[1])


def _asked(part: object, validity: t.Validity, policy: t.Policy) -> Iterator[tuple[str, date]]:
    """The parameters that a part can ask for, each with the first day; nothing where there is no first day."""
    waiting: list[tuple[object, t.Validity]] = [(part, validity)]
    met: set[tuple[str, t.Validity]] = set()
    while waiting:
        node, days = waiting.pop()
        if isinstance(node, t.Meaning | t.Branch):
            days = _within(days, node.validity)
        if days.start is None or (days.end is not None and days.end < days.start):
            continue
        match node:
            case t.ParameterValue():
                yield node.name, days.start
            case t.Defined() | t.Classified() if (node.name, days) not in met and node.on is None:
                met.add((node.name, days))
                items = policy.definitions if isinstance(node, t.Defined) else policy.classifications
                waiting.append((items[node.name], days))
            case _:
                pass
        waiting += ((child, days) for child in _children(node))


def _children(node: object) -> tuple[object, ...]:
    if isinstance(node, tuple):
        return node
    if isinstance(node, t.Node):
        return tuple(getattr(node, name) for name in node.__dataclass_fields__)
    return ()


def _within(outer: t.Validity, inner: t.Validity) -> t.Validity:
    """The days on which both hold."""
    starts = [day for day in (outer.start, inner.start) if day is not None]
    ends = [day for day in (outer.end, inner.end) if day is not None]
    return t.Validity(start=max(starts, default=None), end=min(ends, default=None))

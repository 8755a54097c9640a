"""What an agreement asks for has a value, or a meaning, on every day on which it can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.prose import show_date
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary

_NEXT = Text("den næste begynder her", "the next one begins here")


def parameter_gaps(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each parameter, and each of its keys, whose first value begins after a norm first asks for it."""
    del vocabulary
    asked: dict[str, date] = {}
    for node, days in _all_asked(policy):
        if isinstance(node, t.ParameterValue) and days.start is not None:
            asked[node.name] = min(days.start, asked.get(node.name, days.start))
    for name, day in asked.items():
        parameter = policy.parameters[name]
        for key in dict.fromkeys(entry.key for entry in parameter.entries):
            first = min((entry for entry in parameter.entries if entry.key == key), key=lambda entry: entry.start)
            if day < first.start:
                yield diagnose(
                    "K514",
                    parameter.span if key is None else first.span,
                    word=parameter.label,
                    key=Text("", "") if key is None else Text(f" for {key}", f" for {key}"),
                    day=_shown(day),
                    first=_shown(first.start),
                )


def meaning_gaps(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for each time between two meanings of a term, or two forms of a class, in which neither holds."""
    del vocabulary
    asked: dict[tuple[str, str], list[t.Validity]] = {}
    for node, days in _all_asked(policy):
        if isinstance(node, t.Defined | t.Classified):
            asked.setdefault((type(node).__name__, node.name), []).append(days)
    for (kind, name), spans in asked.items():
        if kind == "Defined":
            definition = policy.definitions[name]
            yield from _holes(definition.label, definition.meanings, spans)
        else:
            classification = policy.classifications[name]
            for branch in dict.fromkeys(branch.name for branch in classification.branches):
                forms = [form for form in classification.branches if form.name == branch]
                yield from _holes(forms[0].label, forms, spans)


def _holes(label: Text, parts: Iterable[t.Meaning | t.Branch], asked: Iterable[t.Validity]) -> Iterator[Diagnostic]:
    """Where what was said before has ended, what comes after has not begun, and a norm can ask in between."""
    covered: t.Meaning | t.Branch | None = None
    for part in sorted(parts, key=lambda part: part.validity.start or date.min):
        start, until = part.validity.start, None if covered is None else covered.validity.end
        if covered is not None and until is not None and start is not None and until + timedelta(1) < start:
            hole = t.Validity(start=until + timedelta(1), end=start - timedelta(1))
            if any(_begun(_within(hole, days)) for days in asked):
                shown = {"day": _shown(until + timedelta(1)), "last": _shown(start - timedelta(1))}
                yield diagnose("K515", covered.span, (Label(part.span, _NEXT),), word=label, **shown)
        if covered is None or (until is not None and (part.validity.end or date.max) > until):
            covered = part


def _shown(day: date) -> Text:
    return Text(*(show_date(day, language) for language in LANGUAGES))


def _begun(days: t.Validity) -> bool:
    return days.end is None or days.start is None or days.start <= days.end


def _all_asked(policy: t.Policy) -> Iterator[tuple[object, t.Validity]]:
    """What every norm and measure can ask for, with the days on which it can."""
    for norm in (*policy.norms.values(), *policy.measures.values()):
        force = policy.agreements[norm.agreement].validity
        held = t.ALWAYS if isinstance(norm, t.Placement) else norm.validity
        parts: tuple[object, ...] = (norm,)
        if isinstance(norm, t.Placement):
            parts = (norm, policy.classifications[norm.classification])
        yield from _asked(parts, _within(force, held), policy)


def _asked(part: object, validity: t.Validity, policy: t.Policy) -> Iterator[tuple[object, t.Validity]]:
    """The parameters, terms and classes that a part can ask for, each with the days; nothing without a first day."""
    waiting: list[tuple[object, t.Validity]] = [(part, validity)]
    met: set[tuple[str, t.Validity]] = set()
    while waiting:
        node, days = waiting.pop()
        if isinstance(node, t.Meaning | t.Branch):
            days = _within(days, node.validity)
        if days.start is None or not _begun(days):
            continue
        match node:
            case t.ParameterValue():
                yield node, days
            case t.Defined() | t.Classified() if (node.name, days) not in met and node.on is None:
                met.add((node.name, days))
                yield node, days
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

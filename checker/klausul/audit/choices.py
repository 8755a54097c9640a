"""What the user asked for, matched with what the policy and the delivery have: readings, clauses, rules, estates."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from klausul.findings import Choice
from klausul.findings.naming import alternative_label, cite
from klausul.findings.shown import spoken
from klausul_dsl import typed
from klausul_dsl.clauses import Reference, Register, parse_reference, show_clause
from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import LANGUAGES, Text, name_of
from klausul_dsl.values import World

Named: TypeAlias = typed.Norm | typed.Measure
"""What a rule's name may stand for on the command line."""

_Labelled = TypeVar("_Labelled", typed.Reading, typed.Alternative, typed.Norm, Named)


def choose_readings(asked: Iterable[str], policy: typed.Policy) -> tuple[dict[str, str], list[Diagnostic]]:
    """Every reading's alternative: as asked for (`name=alternative`), else the first."""
    chosen = {name: reading.alternatives[0].name for name, reading in policy.readings.items()}
    problems = []
    settled: set[str] = set()
    for text in asked:
        name, mark, alternative = (part.strip() for part in text.partition("="))
        reading = _named(name, policy.readings)
        if not (name and mark and alternative) or (reading is not None and reading.name in settled):
            problems.append(diagnose("K803", NOWHERE, text=text, example=_example(reading, policy)))
        elif reading is None:
            suggestion = did_you_mean(name, written(policy.readings.values()))
            problems.append(diagnose("K801", NOWHERE, name=name, suggestion=suggestion))
        else:
            settled.add(reading.name)
            found = _named(alternative, {item.name: item for item in reading.alternatives})
            if found is None:
                suggestion = did_you_mean(alternative, written(reading.alternatives))
                named = name_in_policy(reading)
                problems.append(diagnose("K802", NOWHERE, reading=named, name=alternative, suggestion=suggestion))
            else:
                chosen[reading.name] = found.name
    return chosen, problems


def name_in_policy(item: _Labelled) -> Text:
    """The name of what a policy declares, as its text in each language writes it."""
    return Text(*(name_of(item.label[language]) or item.name for language in LANGUAGES))


def written(items: Iterable[_Labelled]) -> list[Text]:
    """The names of what a policy declares, as its text in each language writes them."""
    return [name_in_policy(item) for item in items]


def _example(reading: typed.Reading | None, policy: typed.Policy) -> Text:
    """A choice that can be made; for a policy without readings the form of one."""
    reading = reading or next(iter(policy.readings.values()), None)
    if reading is None:
        return Text("NAVN=ALTERNATIV", "NAME=ALTERNATIVE")
    name, alternative = name_in_policy(reading), name_in_policy(reading.alternatives[-1])
    return Text(*(f"{name[language]}={alternative[language]}" for language in LANGUAGES))


def choices_shown(
    chosen: Mapping[str, str], policy: typed.Policy, registers: Mapping[str, Register]
) -> tuple[Choice, ...]:
    """The chosen alternatives with their words, for the run record."""
    return tuple(
        Choice(
            reading=name,
            label=spoken(reading.label),
            asks=reading.asks,
            clauses=cite(reading.references, registers),
            alternative=chosen[name],
            alternative_label=alternative_label(reading, chosen[name]),
            default=chosen[name] == reading.alternatives[0].name,
        )
        for name, reading in policy.readings.items()
    )


def _named(word: str, items: Mapping[str, _Labelled]) -> _Labelled | None:
    wanted = name_of(word)
    for name, item in items.items():
        if wanted in (name, name_of(item.label.da), name_of(item.label.en)):
            return item
    return None


def choose_norms(
    clauses: Iterable[str], rules: Iterable[str], policy: typed.Policy
) -> tuple[tuple[str, ...] | None, list[Diagnostic]]:
    """The norms and measures that stand under one of the clauses and are among the rules; None means all of them."""
    clauses, rules = tuple(clauses), tuple(rules)
    if not clauses and not rules:
        return None, []
    problems: list[Diagnostic] = []
    names = set(named_items(policy))
    if rules:
        names &= _norms_named(rules, policy, problems)
    if clauses:
        names &= _norms_under(clauses, policy, problems)
    if not problems and not names:
        problems.append(diagnose("K824", NOWHERE))
    return tuple(name for name in named_items(policy) if name in names), problems


def named_items(policy: typed.Policy) -> dict[str, Named]:
    """The norms and the measures of a policy by name."""
    return {**policy.norms, **policy.measures}


def _norms_named(rules: Iterable[str], policy: typed.Policy, problems: list[Diagnostic]) -> set[str]:
    found = set()
    for word in rules:
        norm = norm_named(word, policy)
        if norm is None:
            suggestion = did_you_mean(word, written(named_items(policy).values()))
            problems.append(diagnose("K804", NOWHERE, name=word, suggestion=suggestion))
        else:
            found.add(norm.name)
    return found


def norm_named(word: str, policy: typed.Policy) -> Named | None:
    """The norm or measure that a word names, by its name or by its label in either language."""
    wanted = name_of(word)
    for name, norm in named_items(policy).items():
        if wanted in (name, *(name_of(norm.label[language]) for language in LANGUAGES)):
            return norm
    return None


def _norms_under(clauses: Iterable[str], policy: typed.Policy, problems: list[Diagnostic]) -> set[str]:
    found: set[str] = set()
    for text in clauses:
        wanted = parse_reference(text) or (None, text)
        items = named_items(policy)
        under = {name for name, item in items.items() if any(_is_under(ref, wanted) for ref in item.references)}
        if not under:
            cited = {ref.clause for item in items.values() for ref in item.references}
            known = [Text(*(show_clause(clause, language) for language in LANGUAGES)) for clause in cited]
            problems.append(diagnose("K805", NOWHERE, name=text, suggestion=did_you_mean(text, known)))
        found |= under
    return found


def _is_under(reference: Reference, wanted: tuple[str | None, str]) -> bool:
    """Whether a reference is the wanted clause or one below it: 3 holds 3.3, § 59 holds § 59, stk. 7."""
    register, clause = wanted
    if register is not None and register != reference.register:
        return False
    below = reference.clause.startswith((f"{clause}.", f"{clause},"))
    return reference.clause == clause or below


def check_estates(estates: Iterable[str], world: World) -> list[Diagnostic]:
    """A problem for each estate that the delivery does not hold."""
    known = [record.key for record in world.of("estate")]
    return [
        diagnose("K806", NOWHERE, name=key, suggestion=did_you_mean(key, known)) for key in estates if key not in known
    ]


def period_shown(validity: typed.Validity) -> Text:
    """The days of an agreement, for a message."""
    start = validity.start.isoformat() if validity.start else "…"
    end = validity.end.isoformat() if validity.end else "…"
    return Text(f"{start} til {end}", f"{start} to {end}")

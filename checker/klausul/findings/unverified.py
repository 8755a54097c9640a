"""A norm to what it rests on that has not been held against the official text, by clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from klausul.findings.model import Unverified
from klausul.findings.naming import cite
from klausul_dsl import typed
from klausul_dsl.clauses import Reference, Register
from klausul_dsl.text import LANGUAGES, name_of
from klausul_dsl.walk import nodes, reached_nodes

Item = typed.Norm | typed.Measure | typed.Definition | typed.Parameter | typed.Classification


def unverified_of(norm: typed.Norm, policy: typed.Policy, registers: Mapping[str, Register]) -> tuple[Unverified, ...]:
    """What the clauses behind a norm, and behind what it reaches, have that is not verified, each once."""
    found: dict[Unverified, None] = {}
    for item in _items(norm, policy):
        names = {item.name, *(name_of(item.label[language]) for language in LANGUAGES)}
        for reference in dict.fromkeys(_references(item)):
            register = registers.get(reference.register)
            clause = register.clauses.get(reference.clause) if register else None
            for caveat in clause.unverified if clause else ():
                if not caveat.of or names & set(caveat.of):
                    found[Unverified(clause=cite((reference,), registers)[0], what=caveat.what)] = None
    return tuple(found)


def _items(norm: typed.Norm, policy: typed.Policy) -> Iterator[Item]:
    """The norm and everything with a name that it reaches."""
    yield norm
    for node in reached_nodes(norm, policy):
        match node:
            case typed.Definition() | typed.Classification():
                yield node
            case typed.ParameterValue():
                yield policy.parameters[node.name]
            case _:
                pass


def _references(item: Item) -> Iterator[Reference]:
    for node in nodes(item):
        yield from getattr(node, "references", ())

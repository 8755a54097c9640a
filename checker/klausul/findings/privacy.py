"""Who may see what: values and keys that tell of a person are replaced before anything is reported."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed
from klausul_dsl.datatypes import Reference
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Entity, Privacy, Vocabulary
from klausul_dsl.walk import nodes

PRIVATE = Text("(personoplysning)", "(personal data)")


def field_is_open(vocabulary: Vocabulary, entity: str, name: str) -> bool:
    """Whether a field's values may be shown; a dated fact is as open as the field that feeds it."""
    kind = vocabulary.entities.get(entity)
    if kind is None:
        return False
    if name in kind.fields:
        item = kind.fields[name]
        if isinstance(item.type, Reference) and not key_is_open(vocabulary, item.type.entity):
            return False
        return item.privacy is Privacy.OPEN
    if name in kind.dated:
        fact = kind.dated[name]
        return fact.value is None or field_is_open(vocabulary, fact.record, fact.value)
    return False


def key_is_open(vocabulary: Vocabulary, entity: str) -> bool:
    """Whether the keys of a record type may be shown where the record is not itself the subject of a finding."""
    kind = vocabulary.entities.get(entity)
    return kind is not None and all(_key_field_is_open(kind, name) for name in kind.key)


def _key_field_is_open(kind: Entity, name: str) -> bool:
    return name in kind.fields and kind.fields[name].privacy is Privacy.OPEN


def private_definitions(policy: typed.Policy, vocabulary: Vocabulary) -> frozenset[str]:
    """The definitions whose value tells of a person."""
    return frozenset(
        name for name, item in policy.definitions.items() if tells_of_a_person(item.meanings, policy, vocabulary)
    )


def tells_of_a_person(expression: object, policy: typed.Policy, vocabulary: Vocabulary) -> bool:
    """Whether an expression reads any fact that may not be shown, through definitions as well."""
    return _reads_private(expression, policy, vocabulary, set())


def _reads_private(root: object, policy: typed.Policy, vocabulary: Vocabulary, seen: set[str]) -> bool:
    for node in _nodes(root):
        match node:
            case typed.Field(of=of, name=name):
                owner = _entity_of(of)
                if owner is None or not field_is_open(vocabulary, owner, name):
                    return True
            case typed.DatedFact(entity=entity, name=name):
                if not field_is_open(vocabulary, entity, name):
                    return True
            case typed.Defined(name=name) if name not in seen:
                seen.add(name)
                if name not in policy.definitions or _reads_private(
                    policy.definitions[name].meanings, policy, vocabulary, seen
                ):
                    return True
            case typed.Classified(name=name) if name not in seen:
                seen.add(name)
                if name not in policy.classifications or _reads_private(
                    policy.classifications[name].branches, policy, vocabulary, seen
                ):
                    return True
            case _:
                continue
    return False


def _entity_of(expression: typed.Expression) -> str | None:
    """The record type that an expression leads to."""
    if isinstance(expression, typed.Subject):
        return expression.entity
    kind = expression.type
    return kind.entity if isinstance(kind, Reference) else None


def _nodes(root: object) -> Iterator[object]:
    """Every fact that is read: of a path only its last step, for the steps before it lead there and are not shown."""
    passed: set[int] = set()
    for node in nodes(root):
        if isinstance(node, typed.Field | typed.DatedFact | typed.Defined | typed.Classified):
            if id(node) not in passed:
                yield node
            passed.add(id(node.of))

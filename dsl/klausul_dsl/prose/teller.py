"""Who tells: the policy and vocabulary with their labels, the language, and the records in scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, show_clause
from klausul_dsl.datatypes import Choice, ClassOf, Type
from klausul_dsl.prose.tongue import Tongue, plain
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Entity, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """`scope` names the entities of the records in scope, the innermost first; `clause` tells a condition."""

    policy: t.Policy
    vocabulary: Vocabulary
    tongue: Tongue
    clause: Callable[[Teller, t.Expression], str]
    scope: tuple[str, ...] = ()

    def inside(self, entity: str) -> Teller:
        """The same teller with one more record in scope."""
        return replace(self, scope=(entity, *self.scope))

    def label(self, text: Text) -> str:
        return plain(text[self.tongue.language])

    def entity(self, name: str) -> Entity:
        return self.vocabulary.entities[name]

    def singular(self, name: str) -> str:
        return self.label(self.entity(name).singular)

    def plural(self, name: str) -> str:
        return self.label(self.entity(name).plural)

    def definite(self, name: str) -> str:
        return self.label(self.entity(name).definite)

    def determined(self, kind: str, name: str) -> str:
        """`no member`, `every member`, `at least one member`."""
        return f"{self.tongue.determiner(kind, self.entity(name).neuter)} {self.singular(name)}"

    def options(self, type: Type) -> Mapping[str, Text]:
        """The labels of the values of a choice or classification; empty for other types."""
        match type:
            case ClassOf():
                found = self.policy.classifications.get(type.classification)
                return {branch.name: branch.label for branch in found.branches} if found else {}
            case Choice():
                entity, _, name = type.of.partition(".")
                owner = self.vocabulary.entities.get(entity)
                if owner is None:
                    return {}
                field = owner.fields.get(name) or owner.dated.get(name)
                return field.options if field else {}
            case _:
                return {}

    def cited(self, references: Iterable[Reference]) -> str:
        """The clauses in parentheses, those of other agreements and acts with their names."""
        shown = "; ".join(self._reference(reference) for reference in references)
        return self.tongue.say("under", references=shown) if shown else ""

    def _reference(self, reference: Reference) -> str:
        clause = show_clause(reference.clause, self.tongue.language)
        if reference.register == self.policy.agreement.name:
            return clause
        found = self.policy.agreements.get(reference.register)
        return f"{self.label(found.label) if found else plain(reference.register)} {clause}"

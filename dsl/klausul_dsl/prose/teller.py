"""Who tells: the policy and vocabulary with their labels, the language, and the records in scope."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, show_clause
from klausul_dsl.datatypes import Choice, ClassOf, Type
from klausul_dsl.prose.tongue import Tongue, plain
from klausul_dsl.text import Text, series
from klausul_dsl.vocabulary import Entity, Role, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """`scope` names the entities of the records in scope, the innermost first.

    `clause` tells a condition as a clause, `such` conditions as what is said of the innermost record after its noun,
    in the singular or plural. `lists` is how many numbered lists one is inside.
    """

    policy: t.Policy
    vocabulary: Vocabulary
    tongue: Tongue
    clause: Callable[[Teller, t.Expression], str]
    such: Callable[[Teller, tuple[t.Expression, ...], bool], str]
    scope: tuple[str, ...] = ()
    lists: int = 0

    def inside(self, entity: str) -> Teller:
        """The same teller with one more record in scope."""
        return replace(self, scope=(entity, *self.scope))

    def listing(self) -> Teller:
        """The same teller inside one more numbered list."""
        return replace(self, lists=self.lists + 1)

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

    def indefinite(self, name: str) -> str:
        """`a member`."""
        return self.tongue.one(self.singular(name), self.entity(name).neuter)

    def takes_place(self, name: str) -> bool:
        """Whether a record is something that happens, so that it is made and not merely there."""
        return self.entity(name).role is Role.EVENT and self.tongue.happens(self.singular(name))

    def options(self, type: Type) -> Mapping[str, Text]:
        return labels_of(type, self.policy, self.vocabulary)

    def cited(self, references: Iterable[Reference], key: str = "under") -> str:
        """The clauses in parentheses, as `key` says, those of other agreements and acts with their names."""
        cited: list[str] = []
        before = self.policy.agreement.name
        for reference in references:
            cited.append(self._reference(reference, before))
            before = reference.register
        parted = any("," in one for one in cited)
        shown = "; ".join(cited) if parted else series(cited, self.tongue.words["and"])
        return self.tongue.say(key, references=shown) if shown else ""

    def _reference(self, reference: Reference, before: str) -> str:
        """A clause with the name of its agreement, where that is not the one that was cited before."""
        clause = show_clause(reference.clause, self.tongue.language)
        if reference.register == before:
            return clause
        found = self.policy.agreements.get(reference.register)
        return f"{self.label(found.label) if found else plain(reference.register)} {clause}"


def labels_of(type: Type, policy: t.Policy, vocabulary: Vocabulary) -> Mapping[str, Text]:
    """The labels of the values of a choice or classification; empty for other types."""
    match type:
        case ClassOf():
            found = policy.classifications.get(type.classification)
            return {branch.name: branch.label for branch in found.branches} if found else {}
        case Choice():
            entity, _, name = type.of.partition(".")
            owner = vocabulary.entities.get(entity)
            if owner is None:
                return {}
            field = owner.fields.get(name) or owner.dated.get(name)
            return field.options if field else {}
        case _:
            return {}

"""A policy, its register and its examples to coverage: clause by clause what is shown and what is missing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from klausul_dsl import typed as t
from klausul_dsl.clauses import Clause, Reference, Register, Status
from klausul_dsl.coverage.observe import observe
from klausul_dsl.coverage.points import Point, points
from klausul_dsl.coverage.sentences import SentenceCoverage, of_sentences
from klausul_dsl.coverage.visit import Seen
from klausul_dsl.sentences import Sentences
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

NO_REGISTER = Sentences()
UNSTATED = Text("ingen regel henviser til bestemmelsen", "no rule cites the clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCoverage:
    """A clause: the norms that state it, how many examples judge them or answer with it, and its points.

    `clause` is None for what cites no clause of the agreement's register.
    """

    clause: Clause | None
    norms: tuple[str, ...]
    examples: int
    points: tuple[Point, ...]

    @property
    def shown(self) -> int:
        return sum(point.shown for point in self.points)

    @property
    def missing(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if not point.shown)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The coverage of an agreement. `shown` of `total` points, each counted once however many clauses it belongs to.

    `sentences` are the checked ones of its register, none where it has none.
    """

    clauses: tuple[ClauseCoverage, ...]
    sentences: tuple[SentenceCoverage, ...]
    norms: int
    examples: int
    shown: int
    total: int

    @property
    def sentences_shown(self) -> int:
        return sum(not covered.missing for covered in self.sentences)

    def reaches(self, percent: float) -> bool:
        """Whether both the points and the checked sentences are shown to that percentage."""
        return 100 * self.shown >= percent * self.total and 100 * self.sentences_shown >= percent * len(self.sentences)


def measure(
    policy: t.Policy,
    files: Collection[str],
    register: Register,
    vocabulary: Vocabulary,
    listed: Sentences = NO_REGISTER,
) -> Coverage:
    """Judge the examples of the main agreement, whose texts are the given files, and count what they show.

    `listed` is its register of sentences.
    """
    seen = Seen()
    name = policy.agreement.name
    own = [example for example in policy.examples if example.agreement == name]
    answered = [{*observe(example, policy, vocabulary, seen), *_cited(example.subject, policy)} for example in own]
    found = tuple(points(policy, files, vocabulary, seen))
    measured = {reference for item in policy.measures.values() for reference in item.references}
    norms = [norm for norm in policy.norms.values() if norm.agreement == name]
    clauses = []
    stated = 0
    for clause in register.clauses.values():
        reference = Reference(name, clause.id)
        held = tuple(point for point in found if reference in point.references)
        if not held and clause.status is Status.CHECKED and reference not in measured:
            held, stated = (_unstated(reference),), stated + 1
        clauses.append(
            ClauseCoverage(
                clause=clause,
                norms=tuple(norm.name for norm in norms if reference in norm.references),
                examples=sum(reference in cited for cited in answered),
                points=held,
            )
        )
    known = {Reference(name, clause) for clause in register.clauses}
    rest = tuple(point for point in found if not known & set(point.references))
    if rest:
        clauses.append(ClauseCoverage(clause=None, norms=(), examples=0, points=rest))
    return Coverage(
        clauses=tuple(clauses),
        sentences=of_sentences(listed, policy, seen, vocabulary),
        norms=len(norms),
        examples=len(own),
        shown=sum(point.shown for point in found),
        total=len(found) + stated,
    )


def _cited(subject: str, policy: t.Policy) -> tuple[Reference, ...]:
    item = policy.norms.get(subject) or policy.definitions.get(subject) or policy.classifications[subject]
    return item.references


def _unstated(reference: Reference) -> Point:
    return Point(
        kind="clause",
        item="",
        label=Text("", ""),
        references=(reference,),
        span=NOWHERE,
        missing=UNSTATED,
        shown=False,
    )

"""The checked sentences of a register to coverage: whether the examples show all of what states each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from klausul_dsl import typed as t
from klausul_dsl.clauses import Status
from klausul_dsl.concordance import Declared, declared, stated_by
from klausul_dsl.coverage.observe import observe
from klausul_dsl.coverage.points import Point, points_of
from klausul_dsl.coverage.visit import Seen
from klausul_dsl.sentences import Sentence, Sentences
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceCoverage:
    """A checked sentence, and the points of all that states it, be it of the agreement or of an act it uses."""

    sentence: Sentence
    points: tuple[Point, ...]

    @property
    def missing(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if not point.shown)


def of_sentences(
    listed: Sentences, policy: t.Policy, own: Seen, vocabulary: Vocabulary
) -> tuple[SentenceCoverage, ...]:
    """The coverage of each checked sentence; `own` is what the agreement's own examples exercise.

    What an act declares is measured by the examples of the acts.
    """
    names = declared(policy)
    checked = [sentence for sentence in listed.sentences if sentence.status is Status.CHECKED]
    stated = [(sentence, stated_by(sentence, names)) for sentence in checked]
    acts = {id(item) for agreement, item in _homes(names) if agreement}
    theirs = Seen()
    if any(id(item) in acts for _, items in stated for item in items):
        for example in policy.examples:
            if example.agreement != policy.agreement.name:
                observe(example, policy, vocabulary, theirs)
    return tuple(
        SentenceCoverage(
            sentence=sentence,
            points=tuple(
                point
                for item in items
                for point in _points(item, policy, vocabulary, theirs if id(item) in acts else own)
            ),
        )
        for sentence, items in stated
    )


def _homes(names: dict[str, Declared]) -> Iterator[tuple[str, Declared]]:
    """What a sentence may name with the act before it; empty for the agreement's own."""
    for name, item in names.items():
        yield name.rpartition(" ")[0], item


def _points(item: Declared, policy: t.Policy, vocabulary: Vocabulary, seen: Seen) -> Iterator[Point]:
    match item:
        case t.Agreement() | t.Measure():
            return
        case t.Branch():
            for classification in policy.classifications.values():
                if item in classification.branches:
                    for point in points_of(classification, policy, vocabulary, seen):
                        if item.span.start <= point.span.start and point.span.end <= item.span.end:
                            yield point
        case _:
            yield from points_of(item, policy, vocabulary, seen)

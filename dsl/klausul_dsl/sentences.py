"""The normative sentences of an agreement, how each is dealt with, and what its text leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from klausul_dsl.clauses import Status
from klausul_dsl.source import Span
from klausul_dsl.text import Text


class Actor(Enum):
    """Whom a sentence binds or speaks of."""

    MUNICIPALITY = "municipality"
    ORGANISATIONS = "organisations"
    PARTIES = "parties"
    FORUM = "forum"
    FOLLOW_UP_GROUP = "follow_up_group"
    LEGISLATOR = "legislator"
    YOUNG_PERSON = "young_person"


class Kind(Enum):
    """What sort of sentence it is."""

    OBLIGATION = "obligation"
    PROHIBITION = "prohibition"
    PERMISSION = "permission"
    QUOTA = "quota"
    SEQUENCE = "sequence"
    DEADLINE = "deadline"
    CLASSIFICATION = "classification"
    DEFINITION = "definition"
    CONDITION = "condition"
    PROCEDURE = "procedure"
    INFORMATION = "information"
    GOAL = "goal"
    REPORT = "report"
    DELEGATION = "delegation"
    DURATION = "duration"


class Treatment(Enum):
    """How an ambiguity is dealt with: a choice in the policy, shown as undetermined, or of no effect."""

    READING = "reading"
    GAP = "gap"
    NO_EFFECT = "no_effect"


ACTOR_LABELS: dict[Actor, Text] = {
    Actor.MUNICIPALITY: Text("kommunen", "the municipality"),
    Actor.ORGANISATIONS: Text("boligorganisationerne", "the housing organisations"),
    Actor.PARTIES: Text("parterne", "the parties"),
    Actor.FORUM: Text("Boligforum", "the housing forum"),
    Actor.FOLLOW_UP_GROUP: Text("følgegruppen", "the follow-up group"),
    Actor.LEGISLATOR: Text("lovgiver", "the legislator"),
    Actor.YOUNG_PERSON: Text("den unge", "the young person"),
}
KIND_LABELS: dict[Kind, Text] = {
    Kind.OBLIGATION: Text("pligt", "obligation"),
    Kind.PROHIBITION: Text("forbud", "prohibition"),
    Kind.PERMISSION: Text("tilladelse", "permission"),
    Kind.QUOTA: Text("kvote", "quota"),
    Kind.SEQUENCE: Text("rækkefølge", "sequence"),
    Kind.DEADLINE: Text("frist", "deadline"),
    Kind.CLASSIFICATION: Text("indplacering", "classification"),
    Kind.DEFINITION: Text("definition", "definition"),
    Kind.CONDITION: Text("betingelse", "condition"),
    Kind.PROCEDURE: Text("fremgangsmåde", "procedure"),
    Kind.INFORMATION: Text("oplysning", "information"),
    Kind.GOAL: Text("mål", "goal"),
    Kind.REPORT: Text("opgørelse", "report"),
    Kind.DELEGATION: Text("henvisning", "delegation"),
    Kind.DURATION: Text("varighed", "duration"),
}
TREATMENT_LABELS: dict[Treatment, Text] = {
    Treatment.READING: Text("fortolkning", "reading"),
    Treatment.GAP: Text("hul: kan ikke afgøres", "gap: undetermined"),
    Treatment.NO_EFFECT: Text("uden virkning", "no effect"),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A word of a register that names something of a policy, and its place."""

    word: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One normative sentence: our own summary, whom it binds, and how it is dealt with.

    `rules` name what of the policy states it. `anchor` is a few words quoted from the text.
    """

    id: str
    clause: Name
    summary: Text
    actors: tuple[Actor, ...]
    kind: Kind
    status: Status
    rules: tuple[Name, ...]
    reason: Text | None
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """What a text leaves open, and how the policy deals with it: by readings, as a gap, or not at all.

    `examples` are the titles of those that bear witness.
    """

    id: str
    clauses: tuple[Name, ...]
    problem: Text
    treatment: Treatment
    readings: tuple[Name, ...]
    examples: tuple[Name, ...]
    why: Text
    span: Span


@dataclass(frozen=True, slots=True)
class Sentences:
    """The registers of one agreement, in the order of its text; empty where it has none."""

    sentences: tuple[Sentence, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How far a clause is checked: of its sentences `whole` are checked in full, and `partly` with a reservation."""

    whole: int
    partly: int
    sentences: int

    @property
    def checked(self) -> int:
        return self.whole + self.partly

    @property
    def full(self) -> bool:
        return self.whole == self.sentences > 0


def extent(sentences: Iterable[Sentence]) -> Extent:
    """The extent of the sentences of one clause."""
    listed = tuple(sentences)
    checked = [sentence for sentence in listed if sentence.status is Status.CHECKED]
    whole = sum(sentence.reason is None for sentence in checked)
    return Extent(whole=whole, partly=len(checked) - whole, sentences=len(listed))

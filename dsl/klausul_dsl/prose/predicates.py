"""Several things said of one subject, put together: `is green and not under rehousing`, `is a student or …`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from klausul_dsl.prose.tongue import Phrase
from klausul_dsl.text import series

Verb = Callable[[Phrase, bool], str]
"""The verb of a predicate with its adverb, in the form and, where asked for, with the denial that its place needs."""


def joined(phrase: Phrase, verb: Verb, words: Mapping[str, str], denial: str) -> str:
    """The predicates of a phrase; a verb that all share is said once, and what is denied comes after what is not, so
    that a denial never seems to reach further than it does."""
    parts = sorted((replace(phrase, others=()), *phrase.others), key=lambda part: part.negated and not part.others)
    nested = any(part.others for part in parts)
    opening = words["both"] if phrase.others and phrase.joint == "both" else ""
    last = words["or" if phrase.joint == "or" else "and"]
    if phrase.others and phrase.joint == "and" and not nested and denials(phrase) == {True}:
        opening, last = words["neither"], words["nor"]
        parts = [replace(part, negated=False) for part in parts]
    if not nested and len({(part.verb, part.adverb) for part in parts}) == 1 and not parts[0].negated:
        once = parts[0].day if len({part.day for part in parts}) == 1 else ""
        rests = [f"{denial if part.negated else ''} {part.rest} {'' if once else part.day}".strip() for part in parts]
        return f"{verb(parts[0], False)} {opening} {series(rests, last)} {once}"
    told = [
        joined(part, verb, words, denial) if part.others else f"{verb(part, part.negated)} {part.rest} {part.day}"
        for part in parts
    ]
    return f"{opening} {series(told, last)}"


def denials(phrase: Phrase) -> set[bool]:
    """Whether what a phrase says is denied: each of its predicates."""
    return {phrase.negated, *(one for other in phrase.others for one in denials(other))}


def contracted(phrases: Sequence[Phrase], *, either: bool) -> Phrase | None:
    """The phrases as one where they speak of the same subject; of those put together already, only with "both"."""
    first = phrases[0]
    if first.others or any(one.subject != first.subject or one.trails for one in phrases):
        return None
    if any(one.others and (one.joint != "both" or not either) for one in phrases):
        return None
    others = tuple(replace(one, subject="") for one in phrases[1:])
    return replace(first, others=others, joint="or" if either else "and")


def choice(phrases: Sequence[Phrase], subject: str, prepositions: frozenset[str], word: str) -> Phrase:
    """One of several predicates: as one phrase where they share their verb, else as several."""
    first = phrases[0]
    if len(phrases) == 1:
        return replace(first, subject=subject)
    if len({(one.verb, one.negated) for one in phrases}) == 1:
        rest = _choices([one.rest for one in phrases], prepositions, word)
        several = _choices([one.several for one in phrases], prepositions, word)
        return replace(first, subject=subject, rest=rest, several=several)
    return replace(first, subject=subject, others=tuple(phrases[1:]), joint="or")


def _choices(rests: Sequence[str], prepositions: frozenset[str], word: str) -> str:
    """Several things one of which is so, what they share at their beginning and at their end said once."""
    if "" in rests:
        return ""
    shared = _opening(rests, prepositions)
    rests = [rests[0], *(rest.removeprefix(shared) for rest in rests[1:])]
    ending = rests[0].rpartition(" ")[2]
    if all(rest.endswith(f" {ending}") for rest in rests):
        rests = [*(rest.removesuffix(f" {ending}") for rest in rests[:-1]), rests[-1]]
    return series(rests, word)


def of_several(phrase: Phrase) -> Phrase:
    """The phrase as said of several records."""
    others = tuple(of_several(other) for other in phrase.others)
    return replace(phrase, rest=phrase.several or phrase.rest, others=others)


def _opening(rests: Sequence[str], prepositions: frozenset[str]) -> str:
    """What all begin with up to a preposition, so that it need not be said again."""
    shared = words = ""
    for word in rests[0].split():
        words += f"{word} "
        if not all(rest.startswith(words) for rest in rests):
            break
        if word in prepositions:
            shared = words
    return shared


def denied(phrase: Phrase) -> Phrase:
    """The phrase of what is not so; of several predicates each is denied, and `or` becomes `and`."""
    if not phrase.others:
        return replace(phrase, negated=not phrase.negated)
    others = tuple(denied(other) for other in phrase.others)
    return replace(phrase, negated=not phrase.negated, others=others, joint="and" if phrase.joint == "or" else "or")

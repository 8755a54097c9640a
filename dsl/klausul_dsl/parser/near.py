"""Words that are nearly a keyword, or a part of one: misspelt, in another order, unfinished."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.keywords import KEYWORDS, PARTS
from klausul_dsl.parser.place import Place
from klausul_dsl.text import LANGUAGES, Language


def partly(place: Place) -> Diagnostic | None:
    """The first or the last words of a keyword that has more, where no other keyword has them: `efter` alone."""
    written = re.compile(r"[^\W\d][\w.]*(?:[ \t]+[^\W\d][\w.]*){0,2}").match(place.text, place.at)
    words = written.group().split() if written and written.group().split()[0] not in LANGUAGES else []
    begin, line = place.line()
    able = place.accepted & KEYWORDS.keys()
    able -= PARTS.keys() if line[: place.at - begin].strip() else frozenset()
    for amount in range(len(words), 0, -1):
        some = [word.lower() for word in words[:amount]]
        whole = {
            name: word
            for name in able
            for word in KEYWORDS[name].words(place.language)
            if len(parts := word.lower().split()) > amount and some in (parts[:amount], parts[-amount:])
        }
        if len(whole) == 1:
            (word,) = whole.values()
            length = re.compile(r"\s+".join(map(re.escape, words[:amount]))).match(place.text, place.at)
            span = place.spread(len(length.group()) if length else 1)
            return diagnose("K118", span, word=" ".join(words[:amount]), right=word)
        if whole:
            return None
    return None


def misspelt(place: Place, *, here: bool) -> Diagnostic | None:
    """The words here, or those read as names just before, that are nearly a keyword: the most alike of all.

    `here`: no keyword stands here, so that less likeness is asked.
    """
    tokens = place.before.tokens[::-1]
    begin, _ = place.line()
    earlier = [(token.start_pos or 0, accepted) for token, accepted in zip(tokens, place.before.earlier, strict=False)]
    places = [(at, accepted, 0.8) for at, accepted in earlier if at >= begin]
    places += [(place.at, place.accepted, 0.6 if here else 0.85)]
    found = [
        (*entry, at)
        for at, accepted, least in places
        for entry in _alike(place.text, at, accepted, place.language)
        if entry[0] >= max(least, 0.66 if " " in entry[1] else 0, 0.8 if len(entry[2]) < 4 else 0)
    ]
    if not found:
        return None
    _, phrase, right, at = max(found, key=lambda entry: (entry[0], len(entry[1]), entry[2]))
    return diagnose("K118", place.source.span(at, at + len(phrase)), word=phrase, right=right)


def _slip_of_the_pen(word: str, written: str) -> bool:
    """Whether few letters differ for the length of a word: more is another word, and may be its opposite."""
    for spelt, letter in (("aa", "å"), ("ae", "æ"), ("oe", "ø")):
        word, written = word.replace(letter, spelt), written.replace(letter, spelt)
    return _distance(word, written) <= max(1, (len(word) + 1) // 4)


def _distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong or turned round."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, beside in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != beside))
            turned = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == beside
            row.append(min(least, last[j - 2] + 1) if turned else least)
    return row[-1]


def _alike(text: str, at: int, accepted: frozenset[str], language: Language) -> Iterator[tuple[float, str, str]]:
    """Keywords that the words at a place are nearly, or are in another order: how alike, the words, the keyword."""
    words = sorted({word for name in accepted & KEYWORDS.keys() for word in KEYWORDS[name].words(language)})
    choices = {word.replace(",", ""): word for word in words}
    for amount in (4, 3, 2, 1):
        phrase = re.compile(r"[^\W\d][\w.]*" + r",?[ \t]+[^\W\d][\w.]*" * (amount - 1)).match(text, at)
        if phrase is None or "_" in phrase.group():
            continue
        written = " ".join(phrase.group().lower().replace(",", "").split())
        for choice, word in choices.items() if written not in choices else ():
            if choice.count(" ") != amount - 1 or len(choice) < 3:
                continue
            ratio = SequenceMatcher(None, choice, written).ratio() if _slip_of_the_pen(choice, written) else 0.0
            turned = amount > 1 and sorted(choice.split()) == sorted(written.split())
            yield (1.0 if turned else ratio), phrase.group(), word

"""What stands between the quotations of a text, as numbers that do not tell the words, and where it has changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from klausul_dsl.letters import Letters, bare, words_of
from klausul_dsl.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands from one quotation to the next: how many words, and a digest of its letters."""

    words: int
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The stretches of a text when its register was made: before the first quotation, and from each to the next.

    `quotations` is a digest of those that part the text: where they are others now, nothing can be compared.
    """

    quotations: str
    stretches: tuple[Stretch, ...]

    def fits(self, sentences: Sequence[Sentence]) -> bool:
        return self.quotations == quotations(sentences) and len(self.stretches) == len(sentences) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A stretch that has other words than when the register was made.

    It stands on the lines `first` to `last`, after the quotation of the one sentence and before that of the other.
    `then` and `now` are its numbers of words; they may be the same.
    """

    after: Sentence | None
    before: Sentence | None
    first: int
    last: int
    then: int
    now: int


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be compared, because a quotation between the two is missing or has moved."""

    after: Sentence | None
    before: Sentence | None


def quotations(sentences: Iterable[Sentence]) -> str:
    """A digest of the quotations of a register, in their order."""
    return _digest(*(part for item in sentences for part in (item.id, bare(item.anchor))))


def worded(sentences: Sequence[Sentence], letters: Letters, starts: Sequence[int]) -> Wording:
    """The wording of a text in which every quotation was found; `starts` say at which letter each begins."""
    parted = [0, *starts, len(letters.bare)]
    keys = ["", *(sentence.id for sentence in sentences)]
    return Wording(
        quotations=quotations(sentences),
        stretches=tuple(
            _stretch(key, letters, first, last) for key, first, last in zip(keys, parted, parted[1:], strict=False)
        ),
    )


def compared(
    sentences: Sequence[Sentence], letters: Letters, starts: Sequence[int | None], wording: Wording
) -> tuple[tuple[Changed, ...], tuple[Unread, ...]]:
    """Where a text has other words than were recorded, and what cannot be told of; a start is None where none is."""
    parted: list[int | None] = [0, *starts, len(letters.bare)]
    around: list[Sentence | None] = [None, *sentences, None]
    changed, unread = [], []
    for number, kept in enumerate(wording.stretches):
        first, last = parted[number], parted[number + 1]
        after, before = around[number], around[number + 1]
        if first is None or last is None:
            unread.append((number, after, before))
            continue
        now = _stretch(after.id if after else "", letters, first, last)
        if now.digest != kept.digest:
            changed.append(
                Changed(
                    after=after,
                    before=before,
                    first=_line(letters, first),
                    last=_line(letters, max(first, last - 1)),
                    then=kept.words,
                    now=now.words,
                )
            )
    return tuple(changed), tuple(_joined(unread))


def _joined(unread: Sequence[tuple[int, Sentence | None, Sentence | None]]) -> Iterator[Unread]:
    """Neighbours as one."""
    begun: tuple[int, Sentence | None, Sentence | None] | None = None
    for number, after, before in unread:
        if begun is not None and begun[0] + 1 == number:
            begun = (number, begun[1], before)
            continue
        if begun is not None:
            yield Unread(begun[1], begun[2])
        begun = (number, after, before)
    if begun is not None:
        yield Unread(begun[1], begun[2])


def _stretch(key: str, letters: Letters, first: int, last: int) -> Stretch:
    words = words_of(letters.text[letters.offset(first) : letters.offset(last)])
    return Stretch(words, _digest(key, letters.bare[first:last]))


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=8).hexdigest()


def _line(letters: Letters, place: int) -> int:
    return letters.text.count("\n", 0, letters.offset(place)) + 1

"""Anchors are found in order, with as few as can be called moved."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from klausul_dsl.anchors import verify
from klausul_dsl.clauses import Status
from klausul_dsl.sentences import Kind, Name, Sentence
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Text

WORDS = ("afdeling", "bolig", "kommune", "lejer", "område")


def sentence(number: int, anchor: str) -> Sentence:
    return Sentence(
        id=str(number),
        clause=Name("1", NOWHERE),
        summary=Text("", ""),
        actors=(),
        kind=Kind.INFORMATION,
        status=Status.INFORMATION,
        rules=(),
        reason=None,
        anchor=anchor,
        span=NOWHERE,
    )


def most_in_order(text: list[str], anchors: list[str]) -> int:
    """The longest sequence that both hold in order, by trying all."""
    present = [anchor for anchor in anchors if anchor in text]
    for size in range(len(present), 0, -1):
        for chosen in combinations(present, size):
            words = iter(text)
            if all(word in words for word in chosen):
                return size
    return 0


@given(st.lists(st.sampled_from(WORDS), max_size=6), st.lists(st.sampled_from(WORDS), max_size=5))
def test_as_many_anchors_as_possible_stand_in_order(text: list[str], anchors: list[str]) -> None:
    found = verify("\n".join(text), [sentence(number, anchor) for number, anchor in enumerate(anchors)])
    assert len(found.found) == most_in_order(text, anchors)
    assert [item.anchor for item in found.vanished] == [anchor for anchor in anchors if anchor not in text]
    assert len(found.found) + len(found.moved) + len(found.vanished) == len(anchors)
    lines = [place.line for place in found.found]
    assert lines == sorted(set(lines))
    assert all(text[place.line - 1] == place.sentence.anchor for place in (*found.found, *found.moved))


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6, unique=True), st.data())
def test_every_paragraph_has_an_anchor_or_is_named(words: list[str], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(words), unique=True))
    anchors = [word for word in words if word in kept]
    text = "\n\n".join(f"Det er en\n{word} for sig." for word in words)
    found = verify(text, [sentence(number, anchor) for number, anchor in enumerate(anchors)])
    assert [passage.text for passage in found.uncovered] == [
        f"Det er en {word} for sig." for word in words if word not in kept
    ]


def test_headings_and_lines_that_lead_up_to_a_list_need_no_anchor() -> None:
    text = "3.2 NIVEAU 1\n\n4 Udlejning på niveauerne\n\nMålene er:\n\n- en blandet afdeling\n- en tryg bolig\n"
    found = verify(text, [sentence(1, "blandet afdeling")])
    assert [(passage.line, passage.text) for passage in found.uncovered] == [(8, "- en tryg bolig")]

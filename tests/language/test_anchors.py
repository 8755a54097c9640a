"""Anchors are found in order, with as few as can be called moved."""

from __future__ import annotations

import unicodedata
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klausul_dsl.anchors import verify
from klausul_dsl.clauses import Status
from klausul_dsl.sentences import Kind, Name, Sentence
from klausul_dsl.source import NOWHERE
from klausul_dsl.stretches import Wording
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


PARTED = """1 BOLIGER

Hver organisation skal stille mindst 3 ledige boliger til rådighed.
De afleveres senest den 30. september 2027, og huslejen er mellem 4.500
og 5.000 kr. Kommunen må ikke anvise for sent.

Parterne mødes én gang om året og drøfter beboersammensætningen.
"""
ANCHORS = [sentence(1, "skal stille mindst"), sentence(2, "afleveres senest"), sentence(3, "mødes én gang om året")]


def recorded() -> Wording:
    wording = verify(PARTED, ANCHORS).wording
    assert wording is not None
    return wording


@pytest.mark.parametrize(
    ("old", "new", "after", "lines", "grown"),
    [
        ("mindst 3 ledige", "mindst 5 ledige", "1", (3, 4), 0),
        ("30. september 2027", "31. december 2029", "2", (4, 7), 0),
        ("4.500", "45.00", "2", (4, 7), 0),
        ("ikke anvise", "anvise", "2", (4, 7), -1),
        ("og drøfter", "eller drøfter", "3", (7, 7), 0),
        ("for sent.", "for sent. Kommunen betaler.", "2", (4, 7), 2),
        ("1 BOLIGER", "1 BOLIGER OG HUSE", None, (1, 3), 2),
    ],
)
def test_other_words_between_the_quotations_are_seen(
    old: str, new: str, after: str | None, lines: tuple[int, int], grown: int
) -> None:
    found = verify(PARTED.replace(old, new), ANCHORS, recorded())
    (changed,) = found.changed
    assert (len(found.found), found.uncovered, found.whole) == (3, (), False)
    assert (changed.after.id if changed.after else None) == after
    assert (changed.first, changed.last) == lines
    assert changed.now - changed.then == grown


def on_pages(text: str, foot: str) -> str:
    """A text with a foot of the page after every second line, four times, and enough lines between them."""
    lines = text.split("\n") + [""] * 40
    pages = [lines[start : start + 12] for start in range(0, 48, 12)]
    pages[0], pages[1] = [*lines[:4], *[""] * 8], [*lines[4:], *[""] * 8][:12]
    return "\n".join(
        line for number, page in enumerate(pages, 7) for line in (*page, "", foot.replace("#", str(number)), "")
    )


@pytest.mark.parametrize(
    "copied",
    [
        PARTED.replace("\n", "\r\n"),
        f"\ufeff{PARTED}",
        PARTED.replace(" ", "\u00a0"),
        unicodedata.normalize("NFD", PARTED),
        PARTED.replace("beboersammensætningen", "beboersammen\u00adsætningen"),
        PARTED.replace("beboersammensætningen", "beboersammen\u00ad\nsætningen"),
        PARTED.replace("beboersammensætningen", "beboersammen-\nsætningen"),
        PARTED.replace("fl", "ﬂ").replace("fi", "ﬁ"),
        "\n".join(PARTED.split(" ")),
        " ".join(PARTED.split("\n")),
        PARTED.replace("\n\n", "\n").replace("\n", "\n\n"),
        PARTED.upper(),
        on_pages(PARTED, "Side # af 12"),
        on_pages(PARTED, "- # -"),
        on_pages(PARTED, "#"),
        on_pages(PARTED, "Rammeaftale 2027-2030"),
        on_pages(PARTED, "Rammeaftale 2027-2030    side #"),
    ],
)
def test_how_a_text_was_printed_makes_no_difference(copied: str) -> None:
    found = verify(copied, ANCHORS, recorded())
    assert (len(found.found), found.changed, found.unread) == (3, (), ())


@pytest.mark.parametrize("foot", ["Side # af 12", "#", "Rammeaftale 2027-2030  side #"])
def test_a_page_may_end_within_a_paragraph_and_its_lines_are_told(foot: str) -> None:
    found = verify(on_pages(PARTED, foot), ANCHORS, recorded())
    assert (found.whole, [passage.text for passage in found.aside]) == (
        True,
        [" ".join(foot.replace("#", str(number)).split()) for number in (7, 8, 9, 10)],
    )


def test_a_number_alone_on_its_line_is_a_page_only_where_the_next_follows_it() -> None:
    text = PARTED.replace("mindst 3 ledige", "mindst\n3\nledige")
    assert verify(text, ANCHORS, recorded()).whole
    assert not verify(text.replace("\n3\n", "\n4\n"), ANCHORS, recorded()).whole


def test_what_stands_beside_a_missing_quotation_is_not_compared() -> None:
    found = verify(PARTED.replace("afleveres senest", "gives senest"), ANCHORS, recorded())
    assert [item.id for item in found.vanished] == ["2"]
    assert [(item.after, item.before) for item in found.unread] == [(ANCHORS[0], ANCHORS[2])]
    assert found.changed == ()


def test_a_wording_is_of_its_quotations() -> None:
    wording = recorded()
    assert wording.fits(ANCHORS)
    assert not wording.fits([sentence(1, "skal stille"), *ANCHORS[1:]])
    assert not {"mindst", "3", "september"} & set(repr(wording).split())

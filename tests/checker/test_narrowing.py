"""A narrowed result keeps what belongs and what may belong."""

from __future__ import annotations

from datetime import date

from klausul.audit.narrowing import Extent, estates_of, narrow
from klausul_dsl.outcomes import Judged, Judgement, NormResult, Outcome
from klausul_dsl.values import Record, World
from klausul_dsl.vocabulary import Vocabulary

WORLD = World(
    date(2024, 1, 1),
    [
        Record("estate", "E1", {}),
        Record("dwelling", "D1", {"estate": "E1"}),
        Record("assignment", "A1", {"dwelling": "D1"}),
        Record("assignment", "A2", {"dwelling": None}),
    ],
)


def _result() -> NormResult:
    days = {"A1": date(2023, 5, 1), "A2": None}
    judged = tuple(Judged(Judgement("n", "assignment", key, Outcome.BREACH, day), "firm") for key, day in days.items())
    return NormResult("n", (), True, {Outcome.BREACH: 2}, 0, 0, judged)


def test_the_estate_of_a_record_is_found_along_its_references(vocabulary: Vocabulary) -> None:
    assert estates_of("assignment", "A1", WORLD, vocabulary) == ("E1",)
    assert estates_of("assignment", "A2", WORLD, vocabulary) == ()
    assert estates_of("estate", "E1", WORLD, vocabulary) == ("E1",)


def test_what_may_belong_stays(vocabulary: Vocabulary) -> None:
    kept, aside = narrow(_result(), Extent(estates=("E2",)), WORLD, vocabulary)
    assert ([item.judgement.key for item in kept.judged], aside) == (["A2"], 1)
    assert kept.tallies == {Outcome.BREACH: 1}
    kept, aside = narrow(_result(), Extent(period=(date(2024, 1, 1), date(2024, 12, 31))), WORLD, vocabulary)
    assert ([item.judgement.key for item in kept.judged], aside) == (["A2"], 1)


def test_no_extent_changes_nothing(vocabulary: Vocabulary) -> None:
    result = _result()
    assert narrow(result, Extent(), WORLD, vocabulary) == (result, 0)


def _of_organisations() -> NormResult:
    keys = (("organisation", "O1"), ("organisation", "O2"), ("letting_agreement", "U1"), ("letting_agreement", "U2"))
    judged = tuple(Judged(Judgement("n", *key, Outcome.BREACH, date(2023, 5, 1)), "firm") for key in keys)
    return NormResult("n", (), True, {Outcome.BREACH: 4}, 0, 0, judged)


def test_what_leads_to_no_estate_belongs_to_those_of_its_organisation(vocabulary: Vocabulary) -> None:
    world = World(
        date(2024, 1, 1),
        [
            Record("organisation", "O1", {}),
            Record("organisation", "O2", {}),
            Record("estate", "E1", {"organisation": "O1"}),
            Record("estate", "E2", {"organisation": None}),
            Record("letting_agreement", "U1", {"organisation": "O1"}),
            Record("letting_agreement", "U2", {"organisation": None}),
        ],
    )
    kept, aside = narrow(_of_organisations(), Extent(estates=("E1",)), world, vocabulary)
    assert ([item.judgement.key for item in kept.judged], aside) == (["O1", "U1", "U2"], 1)
    kept, aside = narrow(_of_organisations(), Extent(estates=("E2",)), world, vocabulary)
    assert aside == 0

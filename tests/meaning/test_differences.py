"""A recorded placement against the class that the branches give, on every review day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cores import (
    EVERYTHING,
    VOCABULARY,
    bound,
    branch,
    classification,
    classified,
    collection,
    compare,
    dated,
    field,
    interpreted,
    policy,
    quantified,
    quota,
    reading,
    record,
    review,
    subject,
    world,
)
from cores import placement as placed_by

from klausul_dsl import typed as t
from klausul_dsl.outcomes import Judged, NormResult, Outcome, Placing
from klausul_dsl.readings import judge_policy
from klausul_dsl.values import Coverage, Disagreement, Reason, Record, Unreadable

JANUARY, NEXT = date(2023, 1, 1), date(2024, 1, 1)
YEAR = (JANUARY, date(2023, 12, 31))
SMALL = compare(dated("estate", "residents"), "<", 1000)
PREVENTION = compare(dated("estate", "designation"), "=", "prevention")
LEVELS = classification(branch("yellow", PREVENTION), branch("green", SMALL))
REVIEWED = placed_by(review(JANUARY, NEXT))
WHAT = policy(LEVELS, REVIEWED, start=JANUARY, end=date(2024, 12, 31))


def estate(key: str = "E1", **cells: Any) -> Record:
    return record("estate", key, **{"area": "O1", "designation": "none", "residents": 500, **cells})


def placed(key: str = "P1", **cells: Any) -> Record:
    cells = {"estate": "E1", "classification": "level", "class": "green", "in_force_from": JANUARY, **cells}
    return record("placement", key, **cells)


def results(*rows: Record, what: t.Policy = WHAT, **more: Any) -> list[NormResult]:
    return list(judge_policy(what, VOCABULARY, world(*rows, **more), {}))


def found(*rows: Record, what: t.Policy = WHAT, **more: Any) -> list[Judged]:
    (result,) = (item for item in results(*rows, what=what, **more) if item.norm == "placement_as_level")
    assert sum(result.tallies.values()) == len(result.judged)
    assert (result.outside, result.later) == (0, 0)
    return list(result.judged)


def outcomes(*rows: Record, **more: Any) -> list[str]:
    return [item.judgement.outcome.value for item in found(*rows, **more)]


def first(*rows: Record, **more: Any) -> Judged:
    return found(*rows, **more)[0]


# The population


def test_the_population_is_every_subject_on_every_review_day() -> None:
    judged = found(estate("E1"), estate("E2"), estate("E3"))
    assert [(item.judgement.key, item.judgement.day) for item in judged] == [
        (key, day) for key in ("E1", "E2", "E3") for day in (JANUARY, NEXT)
    ]
    assert all(item.judgement.period == (item.judgement.day, item.judgement.day) for item in judged)


def test_review_days_outside_the_period_in_force_or_after_the_as_of_date_are_not_judged() -> None:
    many = placed_by(review(date(2022, 12, 31), JANUARY, JANUARY, NEXT), review(yearly=(1, 7)))
    what = policy(LEVELS, many, start=JANUARY, end=date(2024, 12, 31))
    days = [item.judgement.day for item in found(estate(), what=what, as_of=date(2024, 6, 30))]
    assert days == [JANUARY, date(2023, 7, 1), NEXT]
    assert found(estate(), what=what, as_of=date(2022, 6, 30)) == []


def test_between_its_own_reviews_a_class_stands_and_so_must_what_is_recorded() -> None:
    """The second day reviews prevention areas only; the class of another estate stands from the first."""
    half = placed_by(review(JANUARY), review(NEXT, condition=PREVENTION))
    what = policy(LEVELS, half, start=JANUARY, end=date(2024, 12, 31))
    changed = placed("P2", **{"class": "yellow", "in_force_from": date(2023, 6, 1)})
    before = placed(in_force_to=date(2023, 5, 31))
    assert outcomes(estate(), before, changed, what=what) == ["compliant", "breach"]


# The outcomes


def test_compliant_where_they_agree_and_breach_where_they_differ() -> None:
    assert outcomes(estate(), placed()) == ["compliant", "compliant"]
    assert outcomes(estate(), placed(**{"class": "yellow"})) == ["breach", "breach"]
    late = placed("P2", **{"class": "yellow", "in_force_from": date(2024, 1, 2)})
    assert outcomes(estate(), placed(in_force_to=NEXT), late) == ["compliant", "compliant"]


@pytest.mark.parametrize("coverage", [EVERYTHING, {**EVERYTHING, "placement": Coverage()}, {}], ids=["all", "own", "-"])
def test_not_applicable_where_nothing_is_recorded_however_complete_the_list(coverage: dict[str, Coverage]) -> None:
    """No placement is asked of anybody here: the derived class holds, and there is nothing to hold it against."""
    assert outcomes(estate(), coverage=coverage) == ["not_applicable", "not_applicable"]
    later = placed(in_force_from=date(2023, 2, 1))
    assert outcomes(estate(), later, coverage=coverage) == ["not_applicable", "compliant"]


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"residents": None}, Reason.MISSING_FACTS),
        ({"residents": Unreadable("mange")}, Reason.UNREADABLE),
        ({"designation": Disagreement(("none", "prevention"))}, Reason.CONFLICT),
        ({"residents": 1000}, Reason.UNCOVERED),
    ],
    ids=str,
)
def test_undetermined_where_the_derived_class_is_not_settled(cells: dict[str, Any], reason: Reason) -> None:
    item = first(estate(**cells), placed())
    assert (item.judgement.outcome, item.judgement.reason) == (Outcome.UNDETERMINED, reason)
    assert item.judgement.placing is not None
    assert item.judgement.placing.recorded == ("green",)


def test_a_breach_for_certain_where_no_class_that_is_possible_is_the_recorded_one() -> None:
    closed = classification(*LEVELS.branches, branch("white", None), branch("red", SMALL))
    what = policy(closed, REVIEWED, start=JANUARY, end=date(2024, 12, 31))
    item = first(estate(residents=None), placed(**{"class": "red"}), what=what)
    assert item.judgement.outcome is Outcome.BREACH
    assert item.judgement.placing == Placing(("red",), ("green", "white"))
    assert (
        first(estate(residents=None), placed(**{"class": "white"}), what=what).judgement.outcome is not Outcome.BREACH
    )


@pytest.mark.parametrize(
    ("rows", "reason", "name"),
    [
        ([placed(), placed("P2", **{"class": "yellow"})], Reason.CONFLICT, "class"),
        ([placed(**{"class": Disagreement(("green", "yellow"))})], Reason.CONFLICT, "class"),
        ([placed(**{"class": "blue"})], Reason.UNREADABLE, "class"),
        ([placed(**{"class": None})], Reason.MISSING_FACTS, "class"),
        ([placed(in_force_from=None)], Reason.MISSING_FACTS, "in_force_from"),
        ([placed(in_force_to=Unreadable("snart"))], Reason.MISSING_FACTS, "in_force_to"),
        ([placed(estate=None)], Reason.MISSING_FACTS, "estate"),
        ([record("placement", "P1", rejected=True, **placed().cells)], Reason.REJECTED_ROWS, "class"),
    ],
    ids=str,
)
def test_undetermined_where_it_cannot_be_told_what_is_recorded(rows: list[Record], reason: Reason, name: str) -> None:
    item = first(estate(), *rows)
    assert (item.judgement.outcome, item.judgement.reason) == (Outcome.UNDETERMINED, reason)
    assert {cause.name for cause in item.judgement.causes} == {name}
    assert {cause.key for cause in item.judgement.causes} == {row.key for row in rows}
    assert item.judgement.placing == Placing()


# Readings, and what is told


def test_an_outcome_says_on_which_reading_it_depends() -> None:
    residents = dated("estate", "residents")
    small = interpreted("how_small", low=compare(residents, "<", 500), high=compare(residents, "<", 1000))
    levels = classification(branch("green", small), branch("white", None))
    parts = (reading("how_small", "low", "high"), levels, REVIEWED)
    what = policy(*parts, start=JANUARY, end=date(2024, 12, 31))
    item = first(estate(residents=700), placed(), what=what)
    assert (item.judgement.outcome, item.firmness) == (Outcome.BREACH, "depends")
    (depends,) = item.depends_on
    assert dict(depends.outcomes) == {"low": Outcome.BREACH, "high": Outcome.COMPLIANT}
    assert first(estate(residents=400), placed(), what=what).firmness == "firm"


def test_the_trace_has_both_classes_the_branches_and_the_cell_that_records() -> None:
    item = first(estate(), placed(**{"class": "yellow"}))
    recorded, derived = item.judgement.trace.classes
    assert (recorded.recorded_by, recorded.day, recorded.possible) == ("P1", JANUARY, ("yellow",))
    assert (derived.recorded_by, derived.possible) == (None, ("green",))
    assert [(tried.name, tried.truth) for tried in derived.tried] == [("yellow", False), ("green", True)]
    read = [(fact.entity, fact.key, fact.name) for fact in item.judgement.trace.facts]
    assert ("placement", "P1", "class") in read
    assert ("estate", "E1", "residents") in read


def test_a_group_that_is_counted_by_a_recorded_class_names_the_placement() -> None:
    at = field("vacancy", "dwelling", "estate")
    offered = quota(
        "vacancy",
        quantified("some", collection("offer", "vacancy", subject("vacancy"))),
        bound("at_least", 1, 2),
        where=[compare(classified(at), "=", "yellow")],
        group=t.Group(entity="estate", path=at),
    )
    rows = (
        *(estate("E1"), estate("E2", designation="prevention")),
        *(record("dwelling", "D1", estate="E1"), record("dwelling", "D2", estate="E2")),
        *(record("vacancy", f"V{key}", dwelling=f"D{key}", vacant_on=date(2023, 3, 1)) for key in (1, 2)),
        placed(**{"class": "yellow"}),
    )
    what = policy(LEVELS, REVIEWED, offered, start=JANUARY, end=date(2024, 12, 31))
    (result,) = (item for item in results(*rows, what=what) if item.norm == "quota")
    told = {item.judgement.key: item.judgement for item in result.judged if item.judgement.period == YEAR}
    assert {key: item.outcome for key, item in told.items()} == dict.fromkeys(("E1", "E2"), Outcome.BREACH)
    assert [found.recorded_by for found in told["E1"].trace.classes] == ["P1"]
    assert [(fact.entity, fact.key, fact.name) for fact in told["E1"].trace.facts] == [("placement", "P1", "class")]
    assert not told["E2"].trace.classes

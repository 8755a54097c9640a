"""Classes over time: the first that matches, what keeps one unknown, and what a placement freezes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cores import (
    NUMBER,
    VOCABULARY,
    branch,
    classification,
    classified,
    compare,
    constant,
    dated,
    defined,
    definition,
    evaluated,
    every,
    negated,
    one_of,
    parameter,
    parameter_value,
    placement,
    policy,
    record,
    review,
    validity,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.evaluate import class_on
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Value
from klausul_dsl.values import Coverage, Disagreement, Reason, Record, Unknown, Unreadable

DAY = date(2023, 6, 1)
PREVENTION = compare(dated("estate", "designation"), "=", "prevention")
FEW_RESIDENTS = compare(dated("estate", "residents"), "<", 1000)
MANY_RESIDENTS = compare(dated("estate", "residents"), ">", 2000)
DESIGNATED = one_of(dated("estate", "designation"), "prevention", "vulnerable")
LEVELS = classification(
    branch("red", compare(dated("estate", "designation"), "=", "vulnerable")),
    branch("yellow", PREVENTION),
    branch("green", FEW_RESIDENTS),
)


def estate(**cells: Any) -> Record:
    return record("estate", "E1", **{"area": "O1", **cells})


def level(what: t.Policy, row: Record, *rows: Record, day: date = DAY, coverage: Any = None) -> Value:
    return evaluated(classified("estate"), what, world(row, *rows, coverage=coverage), row, day=day)


def reasons(found: Value) -> set[Reason]:
    assert isinstance(found, Unknown)
    return {cause.reason for cause in found.causes}


def candidates(found: Value) -> set[str]:
    assert isinstance(found, Unknown)
    assert found.candidates is not None
    return set(found.candidates)


def held(key: str, kind: Any, start: date, end: date | None = None) -> Record:
    return record("designation", key, area="O1", kind=kind, in_force_from=start, in_force_to=end)


# The branches


def test_the_first_that_matches_holds() -> None:
    both = estate(designation="prevention", residents=500)
    assert level(policy(LEVELS), both) == "yellow"
    assert level(policy(LEVELS), estate(designation="none", residents=500)) == "green"
    assert level(policy(LEVELS), estate(designation="vulnerable", residents=None)) == "red"


def test_a_class_is_not_chosen_while_one_before_it_is_unknown() -> None:
    found = level(policy(LEVELS), estate(designation=None, residents=500))
    assert reasons(found) == {Reason.MISSING_FACTS}
    assert candidates(found) == {"red", "yellow", "green"}


def test_no_class_may_remain_possible() -> None:
    """Where nothing is certain the record may also be uncovered: the empty candidate."""
    assert candidates(level(policy(LEVELS), estate(designation="none", residents=None))) == {"green", ""}


def test_uncovered_is_a_gap_of_the_policy() -> None:
    found = level(policy(LEVELS), estate(designation="none", residents=1000))
    assert reasons(found) == {Reason.UNCOVERED}
    assert candidates(found) == set()


def test_otherwise_closes_the_gap() -> None:
    closed = classification(*LEVELS.branches, branch("white", None))
    assert level(policy(closed), estate(designation="none", residents=1000)) == "white"
    assert candidates(level(policy(closed), estate(designation="none", residents=None))) == {"green", "white"}


def test_sources_that_disagree_are_a_conflict_with_the_classes_they_give() -> None:
    row = estate(designation=Disagreement(("prevention", "vulnerable")), residents=500)
    found = level(policy(LEVELS), row)
    assert reasons(found) == {Reason.CONFLICT}
    assert candidates(found) == {"red", "yellow", "green"}


def test_sources_that_disagree_about_nothing_that_matters_are_no_conflict() -> None:
    listed = classification(branch("listed", DESIGNATED), branch("other", None))
    start = date(2023, 1, 1)
    assert level(policy(listed), estate(), held("D1", "prevention", start), held("D2", "vulnerable", start)) == "listed"
    rows = held("D1", "parallel_society", start), held("D2", "transformation", start)
    assert level(policy(listed), estate(), *rows) == "other"


def test_a_row_whose_records_disagree_keeps_its_candidates() -> None:
    row = held("D1", Disagreement(("prevention", "vulnerable")), date(2023, 1, 1))
    found = evaluated(DESIGNATED, policy(), world(estate(), row), estate(), day=DAY)
    assert found is True


def test_a_branch_holds_only_in_its_time() -> None:
    amended = classification(
        branch("old", FEW_RESIDENTS, validity(None, date(2023, 5, 31))),
        branch("new", FEW_RESIDENTS, validity(DAY, None)),
    )
    row = estate(residents=500)
    assert level(policy(amended), row, day=date(2023, 5, 31)) == "old"
    assert level(policy(amended), row) == "new"


# What a rule can say of an unknown class


@pytest.mark.parametrize(
    ("residents", "designation", "options", "expected"),
    [
        (500, "none", ("green", "yellow"), True),
        (500, "none", ("red",), False),
        (500, None, ("red", "yellow", "green"), True),
        (500, None, ("red", "yellow"), None),
        (500, None, ("blue",), False),
        (None, "none", ("green",), None),
        (None, "none", ("red",), None),
        (1000, "none", ("green",), None),
    ],
)
def test_in_asks_every_class_that_is_still_possible(
    residents: int | None, designation: str | None, options: tuple[str, ...], expected: bool | None
) -> None:
    row = estate(residents=residents, designation=designation)
    found = evaluated(one_of(classified("estate"), *options), policy(LEVELS), world(row), row, day=DAY)
    assert (None if isinstance(found, Unknown) else found) == expected
    for operator, wanted in (("=", expected), ("!=", None if expected is None else not expected)):
        if len(options) == 1:
            same = evaluated(
                compare(classified("estate"), operator, options[0]), policy(LEVELS), world(row), row, day=DAY
            )
            assert (None if isinstance(same, Unknown) else same) == wanted


@pytest.mark.parametrize(
    ("residents", "designation", "expected"),
    [(1000, "none", True), (500, "none", False), (None, "none", None), (500, None, False), (1000, None, None)],
)
def test_is_uncovered_is_certain_or_unknown(residents: int | None, designation: str | None, expected: Any) -> None:
    row = estate(residents=residents, designation=designation)
    node = t.IsUncovered(value=classified("estate"), type=FEW_RESIDENTS.type)
    found = evaluated(node, policy(LEVELS), world(row), row, day=DAY)
    assert (None if isinstance(found, Unknown) else found) == expected


def test_is_uncovered_does_not_wait_for_which_class_it_is() -> None:
    """With `otherwise` there is a class for certain, whichever it turns out to be."""
    closed = classification(*LEVELS.branches, branch("white", None))
    row = estate(designation=None, residents=500)
    node = t.IsUncovered(value=classified("estate"), type=FEW_RESIDENTS.type)
    assert evaluated(node, policy(closed), world(row), row, day=DAY) is False


def test_a_class_on_another_day() -> None:
    on = classified("estate", on=constant(date(2022, 6, 1)))
    rows = [
        record(
            "designation",
            "D1",
            area="O1",
            kind="vulnerable",
            in_force_from=date(2022, 1, 1),
            in_force_to=date(2022, 12, 31),
        ),
        record("designation", "D2", area="O1", kind="prevention", in_force_from=date(2023, 1, 1)),
    ]
    where = world(estate(), *rows)
    assert evaluated(on, policy(LEVELS), where, where.of("estate")[0], day=DAY) == "red"
    assert level(policy(LEVELS), estate(), *rows) == "yellow"


def test_a_class_through_definitions_and_a_parameter() -> None:
    small = compare(dated("estate", "residents"), "<", parameter_value("limit", NUMBER))
    limit = parameter("limit", NUMBER, (date(2022, 1, 1), 800), (DAY, 1000))
    what = policy(limit, definition("small", "estate", small), classification(branch("s", defined("estate", "small"))))
    row = estate(residents=900)
    assert level(what, row) == "s"
    assert reasons(level(what, row, day=date(2023, 5, 31))) == {Reason.UNCOVERED}
    assert reasons(level(what, row, day=date(2021, 12, 31))) == {Reason.MISSING_FACTS}


# Only what was published by the day


def test_a_class_reads_only_what_was_published_by_its_day() -> None:
    row = record(
        "designation", "D1", area="O1", kind="vulnerable", in_force_from=date(2023, 1, 1), published_on=date(2023, 7, 1)
    )
    figures = record(
        "key_figures",
        "K",
        estate="E1",
        source="building_fund",
        observed_on=date(2023, 1, 1),
        published_on=date(2023, 2, 1),
        residents=500,
    )
    assert level(policy(LEVELS), estate(), row, figures) == "green"
    assert level(policy(LEVELS), estate(), row, figures, day=date(2023, 7, 1)) == "red"


# Placements


JANUARY, NEXT = date(2023, 1, 1), date(2025, 1, 1)
FROZEN = placement(review(JANUARY, NEXT))
YEARLY = placement(review(yearly=(1, 12)))
CHANGES = (
    held("D1", "prevention", date(2022, 1, 1), date(2023, 3, 31)),
    held("D2", "vulnerable", date(2023, 4, 1)),
)


def test_a_placement_is_frozen_between_its_review_days() -> None:
    what = policy(LEVELS, FROZEN)
    assert level(what, estate(), *CHANGES) == "yellow"
    assert level(what, estate(), *CHANGES, day=date(2024, 12, 31)) == "yellow"
    assert level(what, estate(), *CHANGES, day=NEXT) == "red"
    assert level(policy(LEVELS), estate(), *CHANGES) == "red"


def test_a_yearly_review_looks_back_before_the_agreement() -> None:
    what = policy(LEVELS, YEARLY)
    assert level(what, estate(), *CHANGES, day=date(2023, 11, 30)) == "yellow"
    assert level(what, estate(), *CHANGES, day=date(2023, 12, 1)) == "red"


def test_a_leap_day_is_reviewed_in_leap_years() -> None:
    what = policy(LEVELS, placement(review(yearly=(29, 2))))
    rows = held("D1", "prevention", date(2020, 1, 1), date(2023, 3, 31)), CHANGES[1]
    assert level(what, estate(), *rows, day=date(2024, 2, 28)) == "yellow"
    assert level(what, estate(), *rows, day=date(2024, 2, 29)) == "red"


def test_before_the_first_review_there_is_no_class() -> None:
    assert reasons(level(policy(LEVELS, FROZEN), estate(), *CHANGES, day=date(2022, 12, 31))) == {Reason.UNCOVERED}


CONDITIONAL = placement(review(JANUARY, condition=negated(DESIGNATED)), review(yearly=(1, 12), condition=DESIGNATED))


def test_a_review_whose_condition_is_false_is_passed_over() -> None:
    """Not designated in January 2023 and so placed; designated from April and so reviewed again in December."""
    rows = [held("D1", "vulnerable", date(2023, 4, 1)), figures()]
    what = policy(LEVELS, CONDITIONAL)
    assert level(what, estate(), *rows) == "green"
    assert level(what, estate(), *rows, day=date(2023, 12, 1)) == "red"


def figures() -> Record:
    return record(
        "key_figures",
        "K1",
        estate="E1",
        source="building_fund",
        observed_on=date(2022, 6, 1),
        published_on=date(2022, 6, 1),
        residents=500,
    )


def test_an_unknown_review_condition_leaves_every_class_it_could_give() -> None:
    """The list of January 2023 is not loaded, that of December 2022 is: the estate was reviewed on one of the days."""
    coverage = {
        "designation": Coverage(date(2022, 12, 1), date(2022, 12, 31)),
        "key_figures": Coverage(),
        "placement": Coverage(),
    }
    rows = [held("D1", "prevention", date(2022, 1, 1), date(2022, 12, 31)), figures()]
    found = level(policy(LEVELS, CONDITIONAL), estate(), *rows, coverage=coverage)
    assert reasons(found) == {Reason.MISSING_FACTS}
    assert candidates(found) == {"red", "yellow", "green"}


def test_reviews_in_doubt_that_give_one_class_still_answer_in() -> None:
    """Whether the review took place is not known, but both give yellow."""
    many = placement(review(JANUARY, condition=MANY_RESIDENTS), review(date(2022, 12, 1)))
    row = held("D1", "prevention", date(2022, 1, 1))
    found = level(policy(LEVELS, many), estate(), row)
    assert candidates(found) == {"yellow"}
    asked = evaluated(
        compare(classified("estate"), "=", "yellow"), policy(LEVELS, many), world(estate(), row), estate(), day=DAY
    )
    assert asked is True


def test_where_every_review_is_in_doubt_there_may_be_no_class() -> None:
    """It may never have been reviewed, so even the one class that a review would have given is not certain."""
    doubtful = placement(review(JANUARY, condition=MANY_RESIDENTS))
    found = level(policy(LEVELS, doubtful), estate(), held("D1", "prevention", date(2022, 1, 1)))
    assert candidates(found) == {"yellow", ""}


# Recorded placements


def placed(key: str = "P1", **cells: Any) -> Record:
    cells = {"estate": "E1", "classification": "level", "class": "red", "in_force_from": JANUARY, **cells}
    return record("placement", key, **cells)


def test_a_recorded_placement_outranks_the_derived_one() -> None:
    row = estate(designation="none", residents=500)
    for what in (policy(LEVELS), policy(LEVELS, FROZEN)):
        assert level(what, row, placed()) == "red"
        assert level(what, row, placed(), day=date(2023, 1, 1)) == "red"
    assert level(policy(LEVELS), row, placed(in_force_to=date(2023, 5, 31))) == "green"
    assert level(policy(LEVELS), row, placed(in_force_from=date(2023, 6, 2))) == "green"
    assert level(policy(LEVELS), row, placed(classification="something else")) == "green"
    assert level(policy(LEVELS), row, placed(estate="E2")) == "green"


def test_recorded_placements_that_differ_are_a_conflict() -> None:
    row = estate(designation="none", residents=500)
    assert level(policy(LEVELS), row, placed(), placed("P2")) == "red"
    assert reasons(level(policy(LEVELS), row, placed(), placed("P2", **{"class": "green"}))) == {Reason.CONFLICT}


def test_a_recorded_class_that_the_policy_does_not_have_is_unreadable() -> None:
    row = estate(designation="none", residents=500)
    assert reasons(level(policy(LEVELS), row, placed(**{"class": "blue"}))) == {Reason.UNREADABLE}


@pytest.mark.parametrize(
    "cells",
    [
        {"in_force_from": None},
        {"in_force_from": Unreadable("vinter")},
        {"in_force_to": Unreadable("snart")},
        {"classification": None},
        {"estate": None},
    ],
    ids=str,
)
def test_a_recorded_placement_that_may_hold_leaves_the_class_open(cells: dict[str, Any]) -> None:
    row = estate(designation="none", residents=500)
    assert isinstance(level(policy(LEVELS), row, placed(**cells)), Unknown)


def test_a_rejected_placement_leaves_the_class_open() -> None:
    row = estate(designation="none", residents=500)
    found = level(policy(LEVELS), row, record("placement", "P1", rejected=True, **placed().cells))
    assert reasons(found) == {Reason.REJECTED_ROWS}


# The account of how a class came about


def test_the_trace_names_the_branches_that_were_tried() -> None:
    row = estate(designation="prevention", residents=500)
    track = Track()
    where = world(row)
    frame = Frame(Context(policy(LEVELS), VOCABULARY, where, {}), (row,), DAY, None, track)
    assert class_on("level", row, DAY, frame) == "yellow"
    (found,) = track.trace().classes
    assert [(tried.name, tried.truth) for tried in found.tried] == [("red", False), ("yellow", True)]
    assert found.possible == ("yellow",)
    assert not found.recorded


def test_classes_may_ask_for_other_classes() -> None:
    zone = classification(
        branch("watched", every(one_of(classified("estate"), "red", "yellow"), FEW_RESIDENTS)),
        branch("free", None),
        name="zone",
    )
    row = estate(designation="prevention", residents=500)
    assert evaluated(classified("estate", "zone"), policy(LEVELS, zone), world(row), row, day=DAY) == "watched"

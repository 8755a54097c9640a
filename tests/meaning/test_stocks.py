"""What stands on a day, bounds by a value, and measures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

import pytest
from cores import (
    AS_OF,
    NUMBER,
    VOCABULARY,
    bound,
    compare,
    constant,
    field,
    findings,
    judged,
    measure,
    outcomes,
    parameter,
    parameter_value,
    policy,
    quota,
    record,
    subject,
    validity,
    world,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_policies import Maker, fillable, filled, legal, random_world, rebuilt, records_of

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.measures import Measured, MeasureResult, measure_policy
from klausul_dsl.outcomes import Outcome
from klausul_dsl.values import Coverage, Reason, Record, Unreadable, World

C, B, U, N = Outcome.COMPLIANT, Outcome.BREACH, Outcome.UNDETERMINED, Outcome.NOT_APPLICABLE
PERCENT = Number(Unit.PERCENT)
QUICK = settings(
    max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
RANDOMS = st.integers(0, 2**32 - 1).map(Random)

# Stocks

EVERY_YEAR = t.Standing(dates=(), yearly=(1, 1))
PER_ESTATE = t.Group(entity="estate", path=field("dwelling", "estate"))


def stock(entity: str, requirement: t.Expression, limit: t.Bound, standing: t.Standing, **how: Any) -> t.Quota:
    return quota(entity, requirement, limit, period=standing, **how)


def dwellings(*kinds: str | None, estate: str = "E1") -> list[Record]:
    return [record("dwelling", f"{estate}-{number}", kind=kind, estate=estate) for number, kind in enumerate(kinds)] + [
        record("estate", estate)
    ]


IS_YOUTH = compare(field("dwelling", "kind"), "=", "youth")


def test_a_stock_is_counted_on_each_of_its_days_up_to_the_as_of_date() -> None:
    norm = stock("dwelling", IS_YOUTH, bound("at_most", 1, 5), EVERY_YEAR, group=PER_ESTATE)
    rows = [*dwellings("youth", *["family"] * 4), *dwellings("youth", "youth", *["family"] * 3, estate="E2")]
    assert outcomes(policy(norm), world(*rows)) == {
        "E1 2023-01-01": C,
        "E1 2024-01-01": C,
        "E2 2023-01-01": B,
        "E2 2024-01-01": B,
    }
    on_days = t.Standing(dates=(date(2022, 12, 31), date(2024, 2, 29), AS_OF, date(2024, 12, 1)), yearly=None)
    found = outcomes(policy(replace(norm, period=on_days)), world(*rows))
    assert [key for key in found if key.startswith("E1")] == ["E1 2024-02-29", f"E1 {AS_OF}"]
    for_a_time = replace(norm, validity=validity(date(2023, 6, 1), None))
    assert list(outcomes(policy(for_a_time), world(*rows))) == ["E1 2024-01-01", "E2 2024-01-01"]


def test_only_what_runs_on_the_day_stands_and_an_end_that_is_not_known_leaves_it_open() -> None:
    is_student = compare(field("youth_tenancy", "basis"), "=", "student")
    on = t.Standing(dates=(date(2024, 1, 1),), yearly=None)
    norm = policy(stock("youth_tenancy", is_student, bound("at_least", 1, 2), on))

    def let(key: str, starts_on: date | None, ends_on: date | Unreadable | None, basis: str) -> Record:
        return record("youth_tenancy", key, starts_on=starts_on, ends_on=ends_on, basis=basis)

    student = let("a", date(2024, 1, 1), None, "student")
    others = [
        let("b", date(2023, 1, 1), date(2024, 1, 1), "special_need"),
        let("c", date(2023, 1, 1), date(2023, 12, 31), "special_need"),
        let("d", date(2024, 1, 2), None, "special_need"),
    ]
    found = findings(norm, world(student, *others))[" 2024-01-01"].judgement
    assert found.outcome is C
    assert found.counted == (("a", True), ("b", False))
    unknown_end = let("e", date(2023, 5, 1), Unreadable("?"), "special_need")
    assert outcomes(norm, world(student, *others, unknown_end)) == {" 2024-01-01": U}


def test_a_state_stands_from_its_first_to_its_last_day_and_without_one_on() -> None:
    on = t.Standing(dates=(date(2024, 1, 1),), yearly=None)
    is_prevention = compare(field("designation", "kind"), "=", "prevention")
    norm = policy(stock("designation", is_prevention, bound("at_most", 1), on))

    def state(key: str, start: date, end: date | Unreadable | None) -> Record:
        return record("designation", key, area="A", kind="prevention", in_force_from=start, in_force_to=end)

    open_still = state("a", date(2023, 1, 1), None)
    assert outcomes(norm, world(open_still, state("b", date(2023, 1, 1), date(2023, 12, 31)))) == {" 2024-01-01": C}
    assert outcomes(norm, world(open_still, state("b", date(2023, 1, 1), date(2024, 1, 1)))) == {" 2024-01-01": B}
    assert outcomes(norm, world(open_still, state("b", date(2023, 1, 1), Unreadable("?")))) == {" 2024-01-01": U}


# Bounds by a value

AGREED = parameter("agreed", PERCENT, (date(2023, 1, 1), "K1", Fraction(50)), keyed="organisation")
SHARE_OF = parameter_value("agreed", PERCENT, subject("organisation"))
PER_ORGANISATION = t.Group(entity="organisation", path=field("letting", "dwelling", "estate", "organisation"))
IS_FLEXIBLE = compare(field("letting", "letting_type"), "=", "flexible")


def agreed(fallback: bool, **how: Any) -> t.Policy:
    limit = replace(bound("at_most", 1, 3), value=SHARE_OF, fallback=fallback)
    return policy(AGREED, quota("letting", IS_FLEXIBLE, limit, group=PER_ORGANISATION, **how))


def lettings(organisation: str, *flexible: bool) -> list[Record]:
    rows = [
        record(
            "letting",
            f"{organisation}-{number}",
            dwelling=f"D-{organisation}",
            let_on=date(2023, 2, 1),
            letting_type="flexible" if is_flexible else "waiting_list",
        )
        for number, is_flexible in enumerate(flexible)
    ]
    return [
        *rows,
        record("organisation", organisation),
        record("estate", f"E-{organisation}", organisation=organisation),
        record("dwelling", f"D-{organisation}", estate=f"E-{organisation}"),
    ]


def in_2023(what: t.Policy, where: World) -> dict[str, Outcome]:
    return {key: found for key, found in outcomes(what, where).items() if key.endswith("2023-01-01")}


def test_a_bound_by_a_value_is_each_groups_own() -> None:
    rows = [*lettings("K1", True, False), *lettings("K2", True, False)]
    assert in_2023(agreed(fallback=True), world(*rows)) == {"K1 2023-01-01": C, "K2 2023-01-01": B}
    found = findings(agreed(fallback=False), world(*rows))
    k2 = found["K2 2023-01-01"].judgement
    assert (found["K1 2023-01-01"].judgement.outcome, k2.outcome, k2.reason) == (C, U, Reason.MISSING_FACTS)
    assert {(cause.entity, cause.key, cause.name) for cause in k2.causes} == {("parameter", "K2", "agreed")}


def test_without_a_value_an_empty_group_is_not_applicable() -> None:
    rows = [*lettings("K1"), *lettings("K2")]
    assert in_2023(agreed(fallback=False), world(*rows)) == {"K1 2023-01-01": N, "K2 2023-01-01": N}


@pytest.mark.parametrize(
    ("comparison", "rounding", "value", "kept"),
    [
        ("at_least", None, Fraction(5, 2), {3, 4}),
        ("at_most", None, Fraction(5, 2), {0, 1, 2}),
        ("at_least", "down", Fraction(5, 2), {2, 3, 4}),
        ("at_most", "up", Fraction(5, 2), {0, 1, 2, 3}),
        ("exactly", "nearest", Fraction(5, 2), {3}),
        ("exactly", "down", Fraction(5, 2), {2}),
        ("at_least", None, Fraction(2), {2, 3, 4}),
    ],
)
def test_a_count_that_is_no_whole_number_is_rounded_as_told(
    comparison: Any, rounding: Any, value: Fraction, kept: set[int]
) -> None:
    number = parameter("number", NUMBER, (date(2023, 1, 1), value))
    limit = replace(bound(comparison, 0, 0, rounding), value=parameter_value("number", NUMBER), fallback=False)
    what = policy(number, quota("letting", IS_FLEXIBLE, limit))
    for met in range(5):
        rows = lettings("K1", *(position < met for position in range(4)))
        assert (in_2023(what, world(*rows)) == {" 2023-01-01": C}) == (met in kept)


@pytest.mark.parametrize("percent", [0, 25, 33, 50, 100])
def test_a_percentage_by_a_value_is_the_share_in_numbers(percent: int) -> None:
    share = parameter("share", PERCENT, (date(2023, 1, 1), Fraction(percent)))
    for comparison, met in product(("at_least", "at_most"), range(5)):
        rows = lettings("K1", *(position < met for position in range(4)))
        by_value = replace(bound(comparison, 0, 0), value=parameter_value("share", PERCENT), fallback=False)
        in_numbers = bound(comparison, percent, 100)
        assert in_2023(policy(share, quota("letting", IS_FLEXIBLE, by_value)), world(*rows)) == in_2023(
            policy(quota("letting", IS_FLEXIBLE, in_numbers)), world(*rows)
        )


# Measures


def measured(what: t.Policy, where: World, **chosen: str) -> list[MeasureResult]:
    return list(measure_policy(what, VOCABULARY, where, chosen))


def test_a_measure_counts_and_judges_nothing() -> None:
    rows = lettings("K1", True, True, False)
    what = policy(measure("letting", IS_FLEXIBLE, group=PER_ORGANISATION))
    (found,) = measured(what, world(*rows))
    first, second = found.rows
    assert first == Measured("organisation", "K1", (date(2023, 1, 1), date(2023, 12, 31)), 2, 2, 3, 3, still_open=False)
    assert (second.least, second.widest, second.still_open) == (0, 0, True)
    assert judged(what, world(*rows)) == []


def test_what_is_not_known_widens_a_measure() -> None:
    rows = lettings("K1", True, False)
    type_unknown = record("letting", "u", dwelling="D-K1", let_on=date(2023, 3, 1), letting_type=None)
    day_unknown = record("letting", "v", dwelling="D-K1", let_on=None, letting_type="flexible")
    rejected = record("letting", "w", dwelling="D-K1", let_on=date(2023, 3, 1), letting_type="flexible", rejected=True)
    what = policy(measure("letting", IS_FLEXIBLE))
    (found,) = measured(what, world(*rows, type_unknown, day_unknown, rejected, coverage={"letting": Coverage()}))
    row = found.rows[0]
    assert (row.least, row.most, row.fewest, row.widest) == (1, 4, 3, 5)


def test_a_measure_without_a_condition_counts_all() -> None:
    (found,) = measured(policy(measure("letting")), world(*lettings("K1", True, False)))
    assert (found.rows[0].least, found.rows[0].most) == (2, 2)


def by_place(results: list[MeasureResult]) -> dict[object, Measured]:
    return {(result.variant, row.key, row.period): row for result in results for row in result.rows}


@QUICK
@given(RANDOMS)
def test_a_measure_narrows_when_a_cell_is_filled_and_does_not_mind_the_order(random: Random) -> None:
    maker = Maker(random, tests_of_knowledge=False)
    maker.declare()
    made = (*maker.parameters, *maker.readings, *maker.definitions, *maker.classes, *maker.placements, maker.measure())
    what, where = policy(*made), random_world(random)
    before = by_place(measured(what, where))
    admitted, rejected = records_of(where)
    random.shuffle(admitted)
    assert by_place(measured(what, rebuilt(where, admitted, rejected))) == before
    for row, item in random.sample(list(fillable(where)), 3):
        after = by_place(measured(what, filled(where, row, item, legal(row.entity, item, Maker(random)))))
        for place, was in before.items():
            now = after[place]
            assert was.least <= now.least <= now.most <= was.most
            assert was.fewest <= now.fewest <= now.widest <= was.widest
            assert now.least <= now.fewest


def test_constants_are_kept_as_they_are() -> None:
    """A measure of everything that is so for certain."""
    (found,) = measured(policy(measure("letting", constant(value=True))), world(*lettings("K1", True)))
    assert found.rows[0].least == 1

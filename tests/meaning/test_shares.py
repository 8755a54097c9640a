"""The table of shares, against enumeration of everything the unknown members could turn out to be."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations_with_replacement, product
from math import ceil, floor
from typing import Any

import pytest
from cores import bound

from klausul_dsl.shares import contribution, lasting_verdict, meets, required, to_settle, verdict
from klausul_dsl.typed import Bound

COMPARISONS = ("at_least", "at_most", "exactly")
ROUNDINGS = (None, "down", "nearest", "up")
SHARES = ((1, 3), (33, 100), (22, 100), (1, 2), (0, 1), (1, 1), (2, 3), (3, 7))
KINDS = tuple(product((True, None), (True, False, None)))
"""A member: in scope or perhaps in scope; met, not met or not known. Those out of scope count nothing."""
BOUNDS = [
    *(
        bound(comparison, a, b, rounding)
        for comparison, rounding, (a, b) in product(COMPARISONS, ROUNDINGS, SHARES)
        if rounding is not None or comparison != "exactly"
    ),
    *(bound(comparison, number) for comparison, number in product(COMPARISONS, (0, 1, 2, 4))),
]


def limit(limit_: Bound, members: int) -> Fraction | int:
    """The number of met members that a share of the members comes to, rounded as the bound says."""
    if limit_.denominator == 0:
        return limit_.numerator
    exact = limit_.share * members
    match limit_.rounding:
        case "down":
            return floor(exact)
        case "nearest":
            return floor(exact + Fraction(1, 2))
        case "up":
            return ceil(exact)
        case _:
            return exact


def keeps(limit_: Bound, met: int, members: int) -> bool:
    """Whether so many met of so many members keep the bound, as the words say."""
    wanted = limit(limit_, members)
    match limit_.comparison:
        case "at_least":
            return met >= wanted
        case "at_most":
            return met <= wanted
        case _:
            return met == wanted


def totals(member: tuple[bool | None, bool | None]) -> set[tuple[int, int]]:
    """The (in scope, met) pairs that a member can turn out to be."""
    scope, met = member
    inside = {(1, int(met))} if met is not None else {(1, 0), (1, 1)}
    return inside if scope else inside | {(0, 0)}


def possible(mix: tuple[tuple[bool | None, bool | None], ...]) -> set[tuple[int, int]]:
    found = {(0, 0)}
    for member in mix:
        found = {(d + more, n + met) for d, n in found for more, met in totals(member)}
    return found


def show(limit_: Bound) -> str:
    return f"{limit_.comparison} {limit_.numerator}/{limit_.denominator} {limit_.rounding}"


@pytest.mark.parametrize("limit_", BOUNDS, ids=show)
def test_known_totals_keep_a_bound_as_the_words_say(limit_: Bound) -> None:
    for members in range(41):
        for met in range(members + 1):
            total = met if limit_.denominator == 0 else limit_.denominator * met - limit_.numerator * members
            assert meets(limit_, total) == keeps(limit_, met, members), (met, members)


@pytest.mark.parametrize("limit_", BOUNDS, ids=show)
def test_a_verdict_is_what_every_possible_world_says(limit_: Bound) -> None:
    """Exact for the one-sided bounds; for `exactly` a firm verdict is right, and never given too early."""
    for size in range(7):
        for mix in combinations_with_replacement(KINDS, size):
            worlds = {keeps(limit_, met, members) for members, met in possible(mix)}
            expected = "open" if len(worlds) == 2 else "compliant" if worlds == {True} else "breach"
            intervals = [contribution(limit_, *member) for member in mix]
            found = verdict(limit_, sum(low for low, _ in intervals), sum(high for _, high in intervals))
            if limit_.comparison == "exactly":
                assert found in {"open", expected}, mix
            else:
                assert found == expected, mix


MANY = 60
"""So many further members, all met or none, turn every verdict on up to three members that can be turned."""


@pytest.mark.parametrize("limit_", BOUNDS, ids=show)
def test_a_lasting_verdict_is_what_every_world_with_further_members_says(limit_: Bound) -> None:
    further = [mix for size in (0, 1, 2) for mix in combinations_with_replacement(((1, 0), (1, 1)), size)]
    further += [((1, met),) * MANY for met in (0, 1)]
    for size in range(4):
        for mix in combinations_with_replacement(KINDS, size):
            worlds = {
                keeps(limit_, met + sum(more[1] for more in added), members + len(added))
                for members, met in possible(mix)
                for added in further
            }
            expected = "open" if len(worlds) == 2 else "compliant" if worlds == {True} else "breach"
            intervals = [contribution(limit_, *member) for member in mix]
            found = lasting_verdict(limit_, sum(low for low, _ in intervals), sum(high for _, high in intervals))
            if limit_.comparison == "exactly":
                assert found in {"open", expected}, mix
            else:
                assert found == expected, mix


@pytest.mark.parametrize("limit_", [item for item in BOUNDS if item.comparison != "exactly"], ids=show)
def test_to_settle_is_the_least_number_of_facts_that_could_settle_it(limit_: Bound) -> None:
    for size in range(5):
        for mix in combinations_with_replacement(KINDS, size):
            intervals = [contribution(limit_, *member) for member in mix]
            assert to_settle(limit_, intervals) == fewest(limit_, intervals), mix


def test_to_settle_is_the_least_number_for_exactly_too() -> None:
    limit_ = bound("exactly", 3, 7, "up")
    intervals = [contribution(limit_, None, True), contribution(limit_, None, True), contribution(limit_, None, False)]
    assert fewest(limit_, intervals) == 2
    assert to_settle(limit_, intervals) == 2


def fewest(limit_: Bound, intervals: list[tuple[int, int]]) -> int:
    """The least number of members that, put at one of their ends, make the verdict firm."""
    return min(
        sum(ends != pair for ends, pair in zip(chosen, intervals, strict=True))
        for chosen in product(*({pair, (pair[0], pair[0]), (pair[1], pair[1])} for pair in intervals))
        if verdict(limit_, sum(low for low, _ in chosen), sum(high for _, high in chosen)) != "open"
    )


@pytest.mark.parametrize("limit_", BOUNDS, ids=show)
def test_required_is_the_limit_in_whole_members(limit_: Bound) -> None:
    for members in range(30):
        wanted = limit(limit_, members)
        if limit_.denominator == 0:
            assert required(limit_, members) == limit_.numerator
        elif limit_.comparison == "at_most":
            assert required(limit_, members) == floor(wanted)
        else:
            assert required(limit_, members) == ceil(wanted)


@pytest.mark.parametrize(
    ("scope", "met", "interval"),
    [
        (True, True, (67, 67)),
        (True, False, (-33, -33)),
        (True, None, (-33, 67)),
        (None, True, (0, 67)),
        (None, False, (-33, 0)),
        (None, None, (-33, 67)),
        (False, True, (0, 0)),
        (False, None, (0, 0)),
    ],
)
def test_the_contribution_table(scope: bool | None, met: bool | None, interval: tuple[int, int]) -> None:
    assert contribution(bound("at_least", 33, 100), scope, met) == interval


@pytest.mark.parametrize(
    ("scope", "met", "interval"),
    [(True, True, (1, 1)), (True, False, (0, 0)), (True, None, (0, 1)), (None, True, (0, 1)), (None, False, (0, 0))],
)
def test_a_count_counts_the_met_ones(scope: bool | None, met: bool | None, interval: tuple[int, int]) -> None:
    assert contribution(bound("at_most", 3), scope, met) == interval


# 33 % of the vacancies, or every third of them (clauses 3 and 3.2)


def fewest_offered(vacancies: int) -> int:
    return required(bound("at_least", 33, 100), vacancies)


def every_third(vacancies: int, first: int) -> int:
    """How many of so many vacancies are offered when every third is, beginning with the `first`."""
    return len(range(first, vacancies + 1, 3))


def test_every_third_from_the_third_and_33_percent_differ_at_99_counts() -> None:
    """A habit of offering the 3rd, 6th, 9th … falls short of 33 % at 99 counts, the last of them 197."""
    differing = [n for n in range(1, 1000) if every_third(n, 3) < fewest_offered(n)]
    assert len(differing) == 99
    assert differing[-1] == 197


def test_every_third_from_the_first_is_never_short_of_33_percent() -> None:
    assert all(every_third(n, 1) >= fewest_offered(n) for n in range(1, 1000))


def test_a_third_is_more_than_33_percent() -> None:
    third: Any = bound("at_least", 1, 3)
    assert [n for n in range(1, 110) if required(third, n) != fewest_offered(n)] == [
        n for n in range(1, 110) if ceil(Fraction(n, 3)) != ceil(Fraction(33 * n, 100))
    ]
    assert required(third, 102) == 34
    assert fewest_offered(100) == 33
    assert fewest_offered(3) == 1


def test_22_percent_of_four_is_one() -> None:
    """Without rounding, none of four is less than 22 %."""
    assert required(bound("at_least", 22, 100), 4) == 1
    assert required(bound("at_least", 22, 100, "down"), 4) == 0

"""Strong Kleene logic, by its truth tables, and what it does with candidates and with NEVER."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import product

import pytest

from klausul_dsl.kleene import (
    Truth,
    among,
    conjunction,
    disjunction,
    merged,
    negation,
    ordered,
    together,
    unknown,
)
from klausul_dsl.values import NEVER, Reason, Unknown

HERE = unknown(Reason.MISSING_FACTS, "estate", "E1", "residents")
THERE = unknown(Reason.UNREADABLE, "estate", "E2", "residents", "mange")
VALUES: tuple[Truth, ...] = (False, HERE, True)
RANK = {False: 0, None: 1, True: 2}
DAY = date(2024, 1, 1)


def rank(truth: Truth) -> int:
    return RANK[None if isinstance(truth, Unknown) else truth]


def asked(truths: tuple[Truth, ...]) -> list[Callable[[], Truth]]:
    return [lambda item=item: item for item in truths]  # type: ignore[misc]


@pytest.mark.parametrize("length", range(5))
def test_conjunction_is_the_least_and_disjunction_the_greatest(length: int) -> None:
    for truths in product(VALUES, repeat=length):
        ranks = [rank(item) for item in truths]
        assert rank(conjunction(asked(truths))) == min(ranks, default=2)
        assert rank(together(truths)) == min(ranks, default=2)
        assert rank(disjunction(asked(truths))) == max(ranks, default=0)


def test_de_morgan() -> None:
    for truths in product(VALUES, repeat=3):
        opposite = tuple(negation(item) for item in truths)
        assert rank(negation(conjunction(asked(truths)))) == rank(disjunction(asked(opposite)))


def test_a_thing_or_its_opposite_stays_unknown() -> None:
    assert disjunction(asked((HERE, negation(HERE)))) == HERE


def test_the_causes_of_all_unknown_terms_are_named() -> None:
    for combine in (conjunction, disjunction):
        found = combine(asked((HERE, THERE)))
        assert isinstance(found, Unknown)
        assert found.causes == HERE.causes | THERE.causes
    assert merged((HERE, True, THERE)).causes == HERE.causes | THERE.causes


def test_what_follows_a_deciding_term_is_not_asked() -> None:
    def never_asked() -> Truth:
        raise AssertionError

    assert conjunction([lambda: False, never_asked]) is False
    assert disjunction([lambda: True, never_asked]) is True


def test_a_decided_term_wins_over_an_unknown_one_before_it() -> None:
    assert conjunction(asked((HERE, False))) is False
    assert disjunction(asked((HERE, True))) is True


@pytest.mark.parametrize("candidates", [{"a"}, {"a", "b"}, {"a", "c"}, {"c"}, {"c", "d"}, {"", "a"}, {"", "c"}])
def test_among_of_candidates_is_what_all_of_them_say(candidates: set[str]) -> None:
    """A candidate "" is no class at all, of which nothing can be said."""
    options = frozenset({"a", "b"})
    found = among(Unknown(HERE.causes, frozenset(candidates)), options)
    answers = {None if item == "" else item in options for item in candidates}
    expected = answers.pop() if len(answers) == 1 else None
    assert (None if isinstance(found, Unknown) else found) == expected


def test_without_candidates_nothing_is_known() -> None:
    assert among(HERE, frozenset({"a"})) == HERE
    uncovered = Unknown(HERE.causes, frozenset())
    assert isinstance(among(uncovered, frozenset({"a"})), Unknown)


ORDER = [
    (DAY, "<", NEVER, True),
    (DAY, "<=", NEVER, True),
    (DAY, ">", NEVER, False),
    (DAY, ">=", NEVER, False),
    (NEVER, "<", DAY, False),
    (NEVER, "<=", DAY, False),
    (NEVER, ">", DAY, True),
    (NEVER, ">=", DAY, True),
    (NEVER, "<", NEVER, False),
    (NEVER, "<=", NEVER, True),
    (NEVER, ">", NEVER, False),
    (NEVER, ">=", NEVER, True),
    (DAY, "<", DAY, False),
    (DAY, "<=", DAY, True),
    (DAY, ">", DAY, False),
    (DAY, ">=", DAY, True),
]


@pytest.mark.parametrize(("left", "operator", "right", "holds"), ORDER)
def test_what_never_happens_is_later_than_every_day(left: object, operator: str, right: object, holds: bool) -> None:
    assert ordered(left, operator, right) is holds  # type: ignore[arg-type]


def test_order_with_an_unknown_is_unknown() -> None:
    for operator in ("<", "<=", ">", ">="):
        assert ordered(HERE, operator, DAY) == HERE
        assert ordered(NEVER, operator, HERE) == HERE

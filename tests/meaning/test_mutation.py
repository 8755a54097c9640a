"""Mutants: what is changed, how it is told, and which of them examples notice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from cores import VOCABULARY
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_policies import random_policy, random_world

from klausul_dsl import typed as t
from klausul_dsl.mutation import Accepted, Mutant, Tried, mutants, survivors, try_mutants, unfounded
from klausul_dsl.mutation.steps import bounds
from klausul_dsl.pipeline import load_policy
from klausul_dsl.prose import tell_expression
from klausul_dsl.readings import judge_policy
from klausul_dsl.source import NOWHERE
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

POLICY = """klausul 1   sprog dansk

aftale prøve
  titel "Prøve"
  gælder fra 2023-01-01
  bestemmelser "clauses.yaml"

definer lille for afdeling på dagen
  kaldet en "small"
  betyder antal_beboere er under 1000 og ikke genhusning

regel ingen_anvisning_i_små
  kaldet en "none in small ones"
  for hver anvisning  dateret efter anvist_den
  hvor bolig.afdeling.lille
  må ikke ske
"""
BELOW = """
eksempel "under" for lille
  givet afdeling den 2024-01-01 med antal_beboere 400; ingen genhusning
  forvent ja

eksempel "over" for lille
  givet afdeling den 2024-01-01 med antal_beboere 1200; ingen genhusning
  forvent nej

eksempel "under genhusning" for lille
  givet afdeling den 2024-01-01 med antal_beboere 400; genhusning
  forvent nej
"""
AT = """
eksempel "netop på grænsen" for lille
  givet afdeling den 2024-01-01 med antal_beboere 1000; ingen genhusning
  forvent nej

eksempel "netop under grænsen" for lille
  givet afdeling den 2024-01-01 med antal_beboere 999; ingen genhusning
  forvent ja
"""


def loaded(text: str, vocabulary: Vocabulary) -> t.Policy:
    policy = load_policy({"prøve": {"a.klausul": text}}, vocabulary, {}).policy
    assert policy is not None
    return policy


def tried(text: str, vocabulary: Vocabulary) -> list[Tried]:
    return list(try_mutants(loaded(text, vocabulary), {"a.klausul"}, vocabulary))


def changes(found: list[Mutant], item: str) -> list[str]:
    return [mutant.change.en for mutant in found if mutant.item[1] == item]


def test_each_limit_connective_and_denial_is_changed_and_told(vocabulary: Vocabulary) -> None:
    policy = loaded(POLICY, vocabulary)
    found = list(mutants(policy, {"a.klausul"}, vocabulary))
    whole: Any = policy.definitions["small"].meanings[0].value
    few, quiet = whole.operands

    def told(node: t.Expression) -> str:
        return tell_expression(node, policy, vocabulary, "en", ("estate",))

    def below(limit: int) -> t.Expression:
        return replace(few, right=replace(few.right, value=Fraction(limit)))

    assert changes(found, "small") == [
        f"“{told(whole)}” read as “{told(t.Any(operands=whole.operands, type=whole.type))}”",
        f"without “{told(few)}”",
        f"without “{told(quiet)}”",
        f"“{told(few)}” read as “{told(replace(few, operator='<='))}”",
        f"“{told(few)}” read as “{told(below(999))}”",
        f"“{told(few)}” read as “{told(below(1001))}”",
        f"“{told(quiet)}” read as “{told(quiet.operand)}”",
    ]
    assert changes(found, "prøve") == ["2022-12-31 instead of 2023-01-01", "2023-01-02 instead of 2023-01-01"]
    assert changes(found, "none_in_small_ones") == [
        "without “where the estate is small”",
        "the opposite of the requirement",
    ]
    assert found[-1].change.da == "det modsatte af kravet"


def test_a_limit_that_no_example_touches_survives_until_one_does(vocabulary: Vocabulary) -> None:
    before = [one.mutant for one in tried(POLICY + BELOW, vocabulary) if one.killer is None]
    limits = changes(before, "small")
    assert len(limits) == 3
    assert [limit for limit in ("at most", "999", "1,001") for change in limits if limit in change] == [
        "at most",
        "999",
        "1,001",
    ]
    after = tried(POLICY + BELOW + AT, vocabulary)
    assert not [one for one in after if one.killer is None and one.mutant.item[1] == "small"]
    killers = {one.killer.title.da for one in after if one.killer is not None}
    assert {"netop på grænsen", "netop under grænsen"} <= killers


def test_what_another_agreement_declares_is_not_changed(vocabulary: Vocabulary) -> None:
    assert not list(mutants(loaded(POLICY, vocabulary), {"other.klausul"}, vocabulary))


def entry(item: str, change: str) -> Accepted:
    return Accepted(item=item, change=change, reason=Text("derfor", "therefore"), span=NOWHERE)


def test_a_survivor_is_accepted_in_either_language(vocabulary: Vocabulary) -> None:
    found = tried(POLICY + BELOW, vocabulary)
    mutant = next(one.mutant for one in found if one.killer is None and one.mutant.item[1] == "small")
    for item, change in (("lille", mutant.change.en), ("small", mutant.change.da)):
        accepted = [entry(item, change)]
        assert not list(unfounded(found, accepted))
        explained = [one for one in survivors(found, accepted) if one.accepted is not None]
        assert [one.tried.mutant for one in explained] == [mutant]


def test_a_survivor_is_known_again_by_its_mark(vocabulary: Vocabulary) -> None:
    found = tried(POLICY + BELOW, vocabulary)
    mutant = next(one.mutant for one in found if one.killer is None and one.mutant.item[1] == "small")
    assert len({one.mutant.mark for one in found if one.mutant.item == mutant.item}) == len(changes_of(found, mutant))
    accepted = [replace(entry("lille", "said otherwise before"), mark=mutant.mark)]
    assert not list(unfounded(found, accepted))
    assert [one.tried.mutant for one in survivors(found, accepted) if one.accepted is not None] == [mutant]
    elsewhere = [replace(accepted[0], item="none in small ones")]
    assert [problem.code for problem in unfounded(found, elsewhere)] == ["K834"]


def changes_of(found: list[Tried], mutant: Mutant) -> list[str]:
    return changes([one.mutant for one in found], mutant.item[1])


@pytest.mark.parametrize(
    ("item", "change", "code", "hint"),
    [
        ("lile", "without it", "K833", "lille"),
        ("lille", "without “the estate has under 1000 resident”", "K834", "residents"),
        ("lille", "", "K835", "delete"),
    ],
)
def test_a_reason_for_nothing_is_an_error(item: str, change: str, code: str, hint: str, vocabulary: Vocabulary) -> None:
    found = tried(POLICY + BELOW, vocabulary)
    noticed = next(one.mutant.change.en for one in found if one.killer is not None and one.mutant.item[1] == "small")
    problems = list(unfounded(found, [entry(item, change or noticed)]))
    assert [problem.code for problem in problems] == [code]
    assert hint in problems[0].hint.en


def test_a_bound_goes_to_the_next_shares_comparisons_and_roundings() -> None:
    def told(bound: t.Bound) -> set[tuple[Any, ...]]:
        return {(one.comparison, one.numerator, one.denominator, one.rounding) for one in bounds(bound)}

    third = t.Bound(comparison="at_most", numerator=1, denominator=3, rounding=None)
    assert told(third) == {
        ("at_most", 1, 2, None),
        ("at_most", 1, 4, None),
        ("at_least", 1, 3, None),
        ("at_most", 1, 3, "nearest"),
        ("at_most", 1, 3, "up"),
    }
    five = t.Bound(comparison="at_least", numerator=5, denominator=0, rounding=None)
    assert told(five) == {("at_least", 4, 0, None), ("at_least", 6, 0, None), ("at_most", 5, 0, None)}


@settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**32 - 1).map(Random))
def test_every_mutant_of_every_policy_can_be_judged_and_told(random: Random) -> None:
    policy, world = random_policy(random, norms=1), random_world(random)
    for mutant in list(mutants(policy, {""}, VOCABULARY))[:: random.randint(3, 9)]:
        assert mutant.policy != policy
        assert mutant.change.da
        assert mutant.change.en
        list(judge_policy(mutant.policy, VOCABULARY, world, {}))


def test_a_rules_example_keeps_to_the_days_the_rule_holds(vocabulary: Vocabulary) -> None:
    def on(day: date, expected: str) -> str:
        return f"""
eksempel "{day}" for ingen_anvisning_i_små
  givet anvisning med anvist_den {day}; bolig.afdeling.lille
  forvent {expected}
"""

    examples = on(date(2022, 12, 31), "ikke relevant") + on(date(2023, 1, 1), "ikke overholdt")
    assert not [
        one for one in tried(POLICY + examples, vocabulary) if one.killer is None and one.mutant.item[1] == "prøve"
    ]

"""Coverage of sequences, deadlines and what recurs: what their examples show, on the very limit among it."""

from __future__ import annotations

import pytest

from klausul_dsl.clauses import register_from
from klausul_dsl.coverage import Kind, measure
from klausul_dsl.examples import run_examples
from klausul_dsl.pipeline import load_policy
from klausul_dsl.vocabulary import Vocabulary

HEAD = """klausul 1   language english

agreement trial
  title en "Trial"
  in force 2023-01-01 to 2026-12-31
  clauses "clauses.yaml"
"""
SEQUENCE = """
sequence special
  of assignments  dated by assigned_on
  taken together
  at least every 2nd, beginning with the 2nd
  must have special_criteria_met

example "trial"  for special
  given assignment a1 on 2023-01-01 with not special_criteria_met
  given assignment a2 on 2023-02-01 with {second}
  expect {expected} for a2
"""
DEADLINE = """
deadline assessed
  for each step_down_term
  must have assessed_on no later than ends_on - 6 months

example "trial"  for assessed
  given step_down_term on 2023-01-01 with ends_on 2025-08-31; assessed_on {assessed}
  expect compliant
"""
STOCK = """
quota small
  of dwellings standing on 1 January of every year
  taken together
  at most {share}
  may be kind is youth

example "trial"  for small
  given dwelling with kind youth
  given dwelling with kind family
  expect compliant
"""
STOCK_IN_USE = """
quota small
  of dwellings standing on 1 January of every year
  where not in_use_from is after day
  taken together
  at most 50 %
  may be kind is youth

example "trial"  for small
  as of 2023-01-01
  given dwelling with kind youth; in_use_from 2023-01-01
  given dwelling with kind family; in_use_from 2022-05-01
  given dwelling with kind family; in_use_from {third}
  expect compliant
"""
PERIODIC = """
periodic checks
  for each youth_tenancy   in every calendar year
  must have some study_check having (study_check.terminated_on is known)

example "trial"  for checks
  given youth_tenancy T on 2023-03-01 with ends_on 2024-12-31
  given study_check of youth_tenancy on 2023-03-01 with terminated_on 2023-04-01
  given study_check of youth_tenancy on {second} with terminated_on unknown
  expect compliant on 2023-06-01
  expect breach on 2024-06-01
"""
DUTY = """
duty forum
  owed by the_municipality
  in every calendar year
  must have some meeting having (level is administrative), followed by some meeting having (level is political)

example "trial"  for forum
  given meeting on 2023-03-01 with level administrative
  given meeting on {second} with level political
  expect compliant on 2023-06-01
  expect breach on 2024-06-01
"""
THROUGHOUT = """
rule long
  for each assignment
  where throughout the 2 years before assigned_on (dwelling.estate.designation is prevention)
  must not happen

example "trial"  for long
  given assignment on 2023-02-01 with dwelling D1
  given dwelling D1 with estate E1
  given estate E1 with area A1
  given designation with area A1; in_force_from 2020-02-01; kind {kind}
  expect {expected}
"""


def missing(text: str, kind: Kind, vocabulary: Vocabulary) -> list[str]:
    loaded = load_policy({"trial": {"a.klausul": HEAD + text}}, vocabulary, {})
    assert loaded.policy is not None, loaded.diagnostics
    assert all(one.passed for one in run_examples(loaded.policy, vocabulary))
    empty = register_from("trial", {"title": {"da": "Prøve", "en": "Trial"}, "clauses": []})
    covered = measure(loaded.policy, {"a.klausul"}, empty, vocabulary)
    return [point.missing.en for clause in covered.clauses for point in clause.missing if point.kind == kind]


def test_the_members_of_a_stock_are_asked_on_the_days_they_are_counted(vocabulary: Vocabulary) -> None:
    assert missing(STOCK_IN_USE.format(third="2023-01-02"), "condition", vocabulary) == []
    assert len(missing(STOCK_IN_USE.format(third="2022-05-01"), "condition", vocabulary)) == 1


@pytest.mark.parametrize(
    ("text", "at", "beside"),
    [
        (
            SEQUENCE,
            {"second": "special_criteria_met", "expected": "compliant"},
            {"second": "not special_criteria_met", "expected": "breach"},
        ),
        (DEADLINE, {"assessed": "2025-02-28"}, {"assessed": "2025-02-27"}),
        (STOCK, {"share": "50 %"}, {"share": "100 %"}),
    ],
    ids=["sequence", "deadline", "stock"],
)
def test_a_limit_is_shown_where_it_is_met_exactly(
    text: str, at: dict[str, str], beside: dict[str, str], vocabulary: Vocabulary
) -> None:
    assert missing(text.format(**at), "limit", vocabulary) == []
    assert len(missing(text.format(**beside), "limit", vocabulary)) == 1


def test_what_recurs_is_asked_in_each_period(vocabulary: Vocabulary) -> None:
    shown = missing(PERIODIC.format(second="2024-03-01"), "condition", vocabulary)
    assert shown == []
    outside = missing(PERIODIC.format(second="2025-03-01"), "condition", vocabulary)
    assert len(outside) == 1
    assert "does not hold" in outside[0]
    assert missing(DUTY.format(second="2023-03-02"), "outcome", vocabulary) == [
        "no example that cannot be determined",
        "no example where it is pending",
    ]
    assert missing(DUTY.format(second="2023-03-02"), "condition", vocabulary) == []


def test_a_condition_on_every_day_is_asked_on_each_day_it_can_change(vocabulary: Vocabulary) -> None:
    other = missing(THROUGHOUT.format(kind="vulnerable", expected="not applicable"), "condition", vocabulary)
    assert [told for told in other if "lies in" in told] == [
        "no example where it holds that it holds on every single day of the 2 years before the assignment's date that "
        "the estate lies in a prevention area",
        "no example where it holds that the estate lies in a prevention area",
    ]
    same = missing(THROUGHOUT.format(kind="prevention", expected="breach"), "condition", vocabulary)
    assert all("does not hold" in told for told in same)

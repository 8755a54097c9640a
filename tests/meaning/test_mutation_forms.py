"""Each form of norm changed: examples notice every change of it, and each of the examples is needed for that."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from klausul_dsl import typed as t
from klausul_dsl.examples import run_examples
from klausul_dsl.mutation import Mutant, mutants, try_mutants
from klausul_dsl.pipeline import load_policy
from klausul_dsl.vocabulary import Vocabulary

HEAD = """klausul 1   language english

agreement trial
  title en "Trial"
  in force 2023-01-01 to 2026-12-31
  clauses "clauses.yaml"

"""


@dataclass(frozen=True)
class Case:
    """A norm and the examples that together notice every change of the parts named by `words`."""

    norm: str
    examples: tuple[str, ...]
    words: tuple[str, ...] = ()


def given(*lines: str) -> str:
    return "\n".join(f"  {line}" for line in lines)


def run(*met: bool, dates: tuple[str, ...] = ()) -> str:
    """Assignments of one estate, month by month or on the given dates."""
    days = dates or tuple(f"2023-{month:02}-01" for month in range(1, len(met) + 1))
    lines = [
        f"given assignment a{number} on {day} with dwelling D1; {'' if one else 'not '}special_criteria_met"
        for number, (one, day) in enumerate(zip(met, days, strict=True), 1)
    ]
    return given(*lines, "given dwelling D1 with estate E1")


CASES = {
    "every n-th": Case(
        norm="""
sequence special
  of assignments  dated by assigned_on
  per estate
  at least every 3rd, beginning with the 2nd
  must have special_criteria_met
""",
        examples=(run(False, True, False, False, False) + "\n  expect compliant for a4\n  expect breach for a5",),
        words=("at least every",),
    ),
    "starting afresh": Case(
        norm="""
sequence special
  of assignments  dated by assigned_on
  per estate
  starting afresh every calendar year
  at least every 2nd, beginning with the 2nd
  must have special_criteria_met
""",
        examples=(run(False, False, dates=("2023-05-01", "2024-05-01")) + "\n  expect compliant for a2",),
        words=("afresh",),
    ),
    "deadline": Case(
        norm="""
deadline assessed
  for each step_down_term
  must have assessed_on no later than ends_on - 6 months
  also after expiry
""",
        examples=(
            given("given step_down_term on 2023-01-01 with ends_on 2025-08-31; assessed_on 2025-02-28")
            + "\n  expect compliant",
            given("given step_down_term on 2023-01-01 with ends_on 2025-08-31; assessed_on 2025-03-01")
            + "\n  expect breach",
            given(
                "as of 2028-01-01",
                "given step_down_term on 2026-01-01 with ends_on 2027-12-31; assessed_on 2027-12-01",
                "expect breach",
            ),
        ),
        words=("due", "months", "expiry"),
    ),
    "a window of a year": Case(
        norm="""
duty forum
  owed by the_municipality
  in every calendar year between 1 March and 31 May
  must have some meeting
""",
        examples=(
            given("given meeting on 2023-03-01", "expect compliant on 2023-04-01"),
            given("given meeting on 2023-02-28", "expect breach on 2023-04-01"),
            given("given meeting on 2023-05-31", "expect compliant on 2023-04-01"),
            given("given meeting on 2023-06-01", "expect breach on 2023-04-01"),
        ),
        words=("between",),
    ),
    "alternating years": Case(
        norm="""
duty steering
  owed by the_parties
  in every other calendar year beginning with 2024
  must have some meeting
""",
        examples=(given("given meeting on 2024-03-01", "expect compliant"),),
        words=("other calendar year",),
    ),
    "between two days": Case(
        norm="""
duty evaluation
  owed by the_parties
  once between 2025-06-01 and 2025-12-31
  must have some meeting
""",
        examples=(
            given("given meeting on 2025-06-01", "expect compliant on 2025-08-01"),
            given("given meeting on 2025-05-31", "expect breach on 2025-08-01"),
            given("given meeting on 2025-12-31", "expect compliant on 2025-08-01"),
            given("given meeting on 2026-01-01", "expect breach on 2025-08-01"),
        ),
        words=("2025",),
    ),
    "whole periods": Case(
        norm="""
periodic checks
  for each youth_tenancy   in every calendar year, whole periods only
  must have some study_check
""",
        examples=(
            given(
                "given youth_tenancy T on 2023-03-01 with ends_on 2024-12-31",
                "given study_check of youth_tenancy on 2024-02-01",
                "expect not applicable on 2023-06-01",
                "expect compliant on 2024-06-01",
            ),
        ),
        words=("calendar year",),
    ),
    "followed by": Case(
        norm="""
duty forum
  owed by the_municipality
  in every calendar year
  must have some meeting having (level is administrative), followed by some meeting having (level is political)
""",
        examples=(
            given(
                "given meeting on 2023-03-01 with level administrative",
                "given meeting on 2023-03-02 with level political",
                "given meeting on 2024-03-01 with level political",
                "given meeting on 2024-03-02 with level administrative",
                "given meeting on 2025-03-01 with level political",
                "given meeting on 2025-03-02 with level political",
                "given meeting on 2026-03-01 with level administrative",
                "given meeting on 2026-03-02 with level administrative",
                "expect compliant on 2023-06-01",
                "expect breach on 2024-06-01",
                "expect breach on 2025-06-01",
                "expect breach on 2026-06-01",
            ),
        ),
        words=("meeting",),
    ),
    "a stock": Case(
        norm="""
quota small
  of dwellings standing on 1 January of every year
  per estate
  at most 20 %
  may be kind is youth
""",
        examples=(
            given(
                "given dwelling D1 with estate E1; kind youth",
                "given estate E1",
                "expect breach on 2024-01-01",
            ),
        ),
        words=("January",),
    ),
    "throughout": Case(
        norm="""
rule long
  for each assignment
  where throughout the 2 years before assigned_on (dwelling.estate.designation is prevention)
  must not happen
""",
        examples=(
            given(
                "given assignment on 2023-02-01 with dwelling D1",
                "given dwelling D1 with estate E1",
                "given estate E1 with area A1",
                "given designation with area A1; in_force_from 2021-02-01; kind prevention",
                "expect breach",
            ),
            given(
                "given assignment on 2023-02-01 with dwelling D1",
                "given dwelling D1 with estate E1",
                "given estate E1 with area A1",
                "given designation with area A1; in_force_from 2021-02-02; kind prevention",
                "expect undetermined",
            ),
        ),
        words=("on every single day",),
    ),
    "working days and weeks that skip months": Case(
        norm="""
rule no_early_notice
  for each study_check
  must not be terminated_on is before requested_on + 6 weeks skipping July and August moved to the next working day
""",
        examples=(
            given("given study_check on 2024-06-25 with terminated_on 2024-10-04", "expect breach"),
            given("given study_check on 2024-06-25 with terminated_on 2024-10-07", "expect compliant"),
            given("given study_check on 2024-01-06 with terminated_on 2024-02-18", "expect breach"),
        ),
        words=("days", "weeks"),
    ),
}


def loaded(case: Case, examples: tuple[str, ...], vocabulary: Vocabulary) -> t.Policy:
    name = case.norm.split()[1]
    told = "".join(f'\nexample "{number}"  for {name}\n{body}\n' for number, body in enumerate(examples))
    found = load_policy({"trial": {"a.klausul": HEAD + case.norm + told}}, vocabulary, {})
    assert found.policy is not None, found.diagnostics
    assert [one.messages for one in run_examples(found.policy, vocabulary) if not one.passed] == []
    return found.policy


def changes(case: Case, found: list[Mutant]) -> list[str]:
    return [one.change.en for one in found if any(word in one.change.en for word in case.words)]


def survivors(case: Case, examples: tuple[str, ...], vocabulary: Vocabulary) -> list[str]:
    tried = try_mutants(loaded(case, examples, vocabulary), {"a.klausul"}, vocabulary)
    return changes(case, [one.mutant for one in tried if one.killer is None and one.mutant.item[0] == "norms"])


@pytest.mark.parametrize("form", CASES)
def test_the_examples_notice_every_change_of_a_form(form: str, vocabulary: Vocabulary) -> None:
    case = CASES[form]
    assert changes(case, list(mutants(loaded(case, case.examples, vocabulary), {"a.klausul"}, vocabulary)))
    assert not survivors(case, case.examples, vocabulary)


@pytest.mark.parametrize("form", CASES)
def test_a_change_survives_where_one_of_the_examples_is_left_out(form: str, vocabulary: Vocabulary) -> None:
    case = CASES[form]
    for number in range(len(case.examples)):
        rest = (*case.examples[:number], *case.examples[number + 1 :])
        assert survivors(case, rest, vocabulary), case.examples[number]

"""Examples of what is counted in order and of what recurs: of which record, in which period, and what is not judged."""

from __future__ import annotations

from datetime import date

import pytest
from cores import (
    VOCABULARY,
    by,
    compare,
    duty,
    field,
    of_all,
    of_owner,
    periodic,
    policy,
    quantified,
    reading,
    recurring,
    sequence,
)

from klausul_dsl import typed as t
from klausul_dsl.examples import ExampleResult, run_example
from klausul_dsl.text import Text
from klausul_dsl.values import Cell

SECOND = t.EveryNth(comparison="at_least", n=2, first=2)
FIRST = t.EveryNth(comparison="at_least", n=2, first=1)
IN_ORDER = sequence(
    "assignment",
    field("assignment", "special_criteria_met"),
    by("phase", second=SECOND, first=FIRST),
    group=t.Group(entity=None, path=None),
    name="in_order",
)
CHECKED = quantified("some", of_owner("study_check", "tenancy", "youth_tenancy"))
EACH_YEAR = periodic("youth_tenancy", CHECKED, recurring(), name="each_year")
FORUM = duty(
    "",
    quantified("some", of_all("meeting"), compare(field("meeting", "level"), "=", "administrative")),
    recurring(),
    name="forum",
)
POLICY = policy(reading("phase", "second", "first"), IN_ORDER, EACH_YEAR, FORUM)


def given(entity: str, key: str, **cells: Cell) -> t.GivenRecord:
    return t.GivenRecord(entity=entity, key=key, cells=cells, count=1)


def expect(verdict: str, **how: object) -> t.Expectation:
    return t.Expectation(verdict=verdict, **how)  # type: ignore[arg-type]


def tried(subject: str, records: tuple[t.GivenRecord, ...], *expected: t.Expectation, **how: object) -> ExampleResult:
    example = t.Example(
        agreement="a",
        title=Text("e", "e"),
        subject=subject,
        records=records,
        closed=frozenset(how.pop("closed", ())),  # type: ignore[call-overload]
        on=None,
        as_of=how.get("as_of"),  # type: ignore[arg-type]
        expectations=expected,
    )
    return run_example(example, POLICY, VOCABULARY)


ASSIGNED = (
    given("assignment", "a1", assigned_on=date(2023, 2, 1), special_criteria_met=False),
    given("assignment", "a2", assigned_on=date(2023, 3, 1), special_criteria_met=False),
    given("assignment", "a3", assigned_on=date(2022, 3, 1), special_criteria_met=False),
)


def test_a_sequence_is_asked_of_the_record_that_is_named_or_of_the_last() -> None:
    first, second, outside = ASSIGNED
    assert tried("in_order", (first, second), expect("breach")).passed
    assert tried("in_order", (first, second), expect("compliant", key="a1"), expect("breach", key="a2")).passed
    assert tried("in_order", (first, second), expect("breach", key="a1", readings=(("phase", "first"),))).passed
    assert tried("in_order", (first, outside), expect("not_applicable")).passed


@pytest.mark.parametrize("verdict", ["compliant", "breach", "not_applicable", "pending"])
def test_a_record_that_the_example_does_not_give_is_told(verdict: str) -> None:
    (message,) = tried("in_order", ASSIGNED, expect(verdict, key="a9")).messages
    assert message.code == "K602"
    assert "“a9”" in message.message.en
    assert "“a1”" in message.hint.da


TENANCY = given("youth_tenancy", "T", starts_on=date(2023, 5, 1), ends_on=date(2025, 6, 1))
CHECK = given("study_check", "S", tenancy="T", requested_on=date(2024, 4, 5))
CLOSED = (("study_check", "T"),)


def test_a_period_is_the_one_that_holds_the_day_else_the_first() -> None:
    records = (TENANCY, CHECK)
    each = (
        expect("breach"),
        expect("breach", on=date(2023, 12, 31)),
        expect("compliant", on=date(2024, 1, 1)),
        expect("breach", on=date(2025, 12, 1)),
    )
    assert tried("each_year", records, *each, closed=CLOSED).messages == ()
    open_still = expect("pending", on=date(2025, 3, 1))
    assert tried("each_year", records, open_still, closed=CLOSED, as_of=date(2025, 2, 1)).passed


@pytest.mark.parametrize(("on", "as_of"), [(date(2026, 5, 1), None), (date(2024, 5, 1), date(2023, 12, 31))])
def test_a_period_that_is_not_judged_is_told_in_both_languages(on: date, as_of: date | None) -> None:
    result = tried("each_year", (TENANCY, CHECK), expect("breach", on=on), closed=CLOSED, as_of=as_of)
    (message,) = result.messages
    assert "not judged" in message.message.en + message.hint.en
    assert "ikke bedømt" in message.message.da + message.hint.da


def test_what_no_longer_runs_is_not_applicable_and_what_is_to_come_is_neither() -> None:
    over = expect("not_applicable", on=date(2026, 5, 1))
    assert tried("each_year", (TENANCY, CHECK), over, closed=CLOSED).passed
    to_come = expect("not_applicable", on=date(2024, 5, 1))
    assert not tried("each_year", (TENANCY, CHECK), to_come, closed=CLOSED, as_of=date(2023, 12, 31)).passed


def test_a_duty_of_nobodys_records_needs_no_subject() -> None:
    held = given("meeting", "M", held_on=date(2024, 4, 1), level="administrative")
    each = (expect("breach", on=date(2023, 4, 1)), expect("compliant", on=date(2024, 4, 1)))
    assert tried("forum", (held,), *each).passed

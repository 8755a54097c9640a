"""What is said of the records that belong to a record, and what people attest of it."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from cores import (
    attested,
    collection,
    compare,
    constant,
    count,
    defined,
    definition,
    evaluated,
    field,
    outcomes,
    policy,
    quantified,
    record,
    rule,
    subject,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import Outcome
from klausul_dsl.values import (
    Coverage,
    Reason,
    Record,
    Unknown,
    Unreadable,
    World,
)

DAY = date(2023, 6, 1)


def reason(found: Value) -> Reason | None:
    """The one reason why a value is unknown; None where it is known."""
    if not isinstance(found, Unknown):
        return None
    (single,) = {cause.reason for cause in found.causes}
    return single


HAS_OFFER = quantified("some", collection("offer", "vacancy", subject("vacancy")))
EARLY = compare(field("offer", "offered_on"), "<", constant(date(2023, 5, 15)))
VACANCY = record("vacancy", "V1", vacant_on=date(2023, 5, 1))


def offers(where: World, quantifier: str = "some", condition: Any = None) -> Value:
    node = quantified(quantifier, collection("offer", "vacancy", subject("vacancy")), condition)
    return evaluated(node, policy(), where, VACANCY, day=DAY)


def offer(key: str, vacancy: Any = "V1", day: Any = date(2023, 5, 10), **more: Any) -> Record:
    return record("offer", key, vacancy=vacancy, offered_on=day, **more)


def test_no_record_means_none_only_where_the_list_is_complete() -> None:
    assert offers(world(VACANCY)) is False
    assert reason(offers(world(VACANCY, coverage={}))) is Reason.MISSING_FACTS
    assert offers(world(VACANCY, coverage={}, closed=[("offer", "V1")])) is False
    later = {"offer": Coverage(date(2023, 7, 1), None)}
    assert reason(offers(world(VACANCY, coverage=later))) is Reason.MISSING_FACTS
    until = {"offer": Coverage(None, date(2024, 6, 29))}
    assert reason(offers(world(VACANCY, coverage=until))) is Reason.MISSING_FACTS


def test_one_record_is_enough_for_some_and_against_no() -> None:
    where = world(VACANCY, offer("T1"), coverage={})
    assert offers(where) is True
    assert offers(where, "no") is False
    assert offers(where, "some", EARLY) is True
    assert reason(offers(where, "every", EARLY)) is Reason.MISSING_FACTS
    assert offers(world(VACANCY, offer("T1", day=date(2023, 6, 1)), coverage={}), "every", EARLY) is False


def test_every_of_nothing_holds() -> None:
    assert offers(world(VACANCY), "every", EARLY) is True
    assert offers(world(VACANCY), "no", EARLY) is True


def test_a_record_that_may_belong_leaves_it_open() -> None:
    assert reason(offers(world(VACANCY, offer("T1", vacancy=None)))) is Reason.MISSING_FACTS
    assert reason(offers(world(VACANCY, offer("T1", rejected=True)))) is Reason.REJECTED_ROWS
    assert reason(offers(world(VACANCY, offer("T1", vacancy=Unreadable("?"), rejected=True)))) is Reason.REJECTED_ROWS
    late = offer("T1", vacancy=None, day=date(2023, 6, 1))
    assert offers(world(VACANCY, late), "some", EARLY) is False
    assert offers(world(VACANCY, offer("T2", vacancy="V2"))) is False


def test_a_count_needs_every_member() -> None:
    node = count(collection("offer", "vacancy", subject("vacancy")), EARLY)
    rows = offer("T1"), offer("T2", day=date(2023, 6, 1)), offer("T3")
    assert evaluated(node, policy(), world(VACANCY, *rows), VACANCY, day=DAY) == Fraction(2)
    assert evaluated(node, policy(), world(VACANCY), VACANCY, day=DAY) == Fraction(0)
    for where in (
        world(VACANCY, *rows, coverage={}),
        world(VACANCY, *rows, offer("T4", day=Unreadable("?"))),
        world(VACANCY, *rows, offer("T4", vacancy=None)),
    ):
        assert isinstance(evaluated(node, policy(), where, VACANCY, day=DAY), Unknown)


def test_in_each_month_before() -> None:
    member = record("household_member", "M1", household="H1")
    months = t.EachMonth(
        months=2,
        anchor=constant(date(2024, 3, 15)),
        collection=collection("benefit_month", "member", subject("household_member")),
        dated_by="month",
        condition=compare(field("benefit_month", "benefit"), "=", "cash_benefit"),
        type=HAS_OFFER.type,
    )

    def found(*days: str, coverage: Any = None, benefit: str = "cash_benefit") -> Value:
        rows = [
            record("benefit_month", day, member="M1", month=date.fromisoformat(day), benefit=benefit) for day in days
        ]
        return evaluated(months, policy(), world(member, *rows, coverage=coverage), member, day=DAY)

    assert found("2024-01-31", "2024-02-01") is True
    assert found("2024-01-01", "2024-03-01") is False
    assert found("2024-02-01") is False
    assert found("2024-01-01", "2024-02-01", benefit="none") is False
    assert reason(found("2024-02-01", coverage={})) is Reason.MISSING_FACTS
    january = {"benefit_month": Coverage(date(2024, 1, 1), date(2024, 1, 31))}
    assert found("2024-02-01", coverage=january) is False
    assert reason(found("2024-01-01", coverage=january)) is Reason.MISSING_FACTS


def undated_offer() -> Any:
    made_available = definition("offered", "vacancy", HAS_OFFER, on_day=False)
    return policy(made_available, rule("vacancy", defined("vacancy", "offered")))


def test_an_undated_definition_does_not_take_a_list_that_begins_too_late_for_complete() -> None:
    """The same condition written in the rule itself is undetermined; through the definition it is a breach."""
    where = world(VACANCY, coverage={"offer": Coverage(date(2023, 7, 1), None)})
    assert outcomes(policy(rule("vacancy", HAS_OFFER)), where) == {"V1": Outcome.UNDETERMINED}
    assert outcomes(undated_offer(), where) == {"V1": Outcome.UNDETERMINED}


# Attestations


def attestation(key: str = "S1", **cells: Any) -> Record:
    cells = {
        "statement": "no other dwelling",
        "subject_type": "assignment",
        "subject_key": "A1",
        "value": True,
        **cells,
    }
    return record("attestation", key, **cells)


ASSIGNMENT = record("assignment", "A1", assigned_on=DAY)


def stated(*rows: Record, coverage: Any = None) -> Value:
    where = world(ASSIGNMENT, *rows, coverage=coverage)
    return evaluated(attested("no other dwelling", "assignment"), policy(), where, ASSIGNMENT, day=DAY)


def test_an_attestation_says_yes_or_no_of_its_subject() -> None:
    assert stated(attestation()) is True
    assert stated(attestation(value=False)) is False
    assert stated(attestation(subject_type="Anvisning", statement="No other dwelling")) is True
    assert stated(attestation(subject_key="A2")) is False
    assert stated(attestation(subject_type="letting")) is False
    assert stated(attestation(statement="something else")) is False


def test_nothing_attested_means_no_only_where_the_list_is_complete() -> None:
    assert stated() is False
    assert reason(stated(coverage={})) is Reason.MISSING_FACTS
    assert reason(stated(attestation("S2", rejected=True, subject_key=None))) is Reason.REJECTED_ROWS


def test_two_attestations_that_differ_are_a_conflict() -> None:
    assert stated(attestation(), attestation("S2")) is True
    assert reason(stated(attestation(), attestation("S2", value=False))) is Reason.CONFLICT
    assert reason(stated(attestation(value=None))) is Reason.MISSING_FACTS
    assert reason(stated(attestation(value=Unreadable("måske")))) is Reason.UNREADABLE


@pytest.mark.parametrize("name", ["statement", "subject_type", "subject_key"])
def test_an_attestation_that_may_be_the_one_asked_for_leaves_it_open(name: str) -> None:
    assert isinstance(stated(attestation(**{name: None})), Unknown)
    assert isinstance(stated(attestation(**{name: Unreadable("…")})), Unknown)

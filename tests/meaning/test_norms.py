"""What a rule says of a record: the outcome tables."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from cores import (
    AS_OF,
    EVERYTHING,
    NUMBER,
    compare,
    defined,
    definition_over_time,
    field,
    findings,
    interpreted,
    judged,
    outcomes,
    parameter,
    parameter_value,
    policy,
    reading,
    record,
    rule,
    validity,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference
from klausul_dsl.outcomes import Outcome
from klausul_dsl.values import Coverage, Disagreement, Reason, Record, Unreadable

COMPLIANT, BREACH, UNDETERMINED = Outcome.COMPLIANT, Outcome.BREACH, Outcome.UNDETERMINED
PENDING, NOT_APPLICABLE = Outcome.PENDING, Outcome.NOT_APPLICABLE
DAY = date(2023, 6, 1)
RESERVED = field("vacancy", "reserved_for_rehousing")
FAMILY = compare(field("vacancy", "dwelling", "kind"), "=", "family")
BIG = compare(field("vacancy", "dwelling", "rooms"), ">=", 4)


def dwelling(kind: Any = "family", rooms: Any = 5, estate: Any = "E1", key: str = "B1") -> Record:
    return record("dwelling", key, kind=kind, rooms=rooms, estate=estate)


def vacancy(key: str = "V1", reserved: Any = True, day: Any = DAY, of: Any = "B1", **more: Any) -> Record:
    return record("vacancy", key, dwelling=of, vacant_on=day, reserved_for_rehousing=reserved, **more)


# A rule: A = where and not unless, R = requirement


def expected(where: bool | None, unless: bool | None, met: bool | None) -> Outcome:
    """The table of the language, in its own words."""
    exempt = None if unless is None else not unless
    parts = (where, exempt)
    applicable = False if False in parts else None if None in parts else True
    if applicable is False:
        return NOT_APPLICABLE
    if met is True:
        return COMPLIANT
    if met is False and applicable is True:
        return BREACH
    return UNDETERMINED


@pytest.mark.parametrize(("where", "unless", "met"), list(product((True, False, None), repeat=3)))
def test_the_outcome_table(where: bool | None, unless: bool | None, met: bool | None) -> None:
    """Where: a family dwelling; unless: four rooms or more; must: reserved for rehousing."""
    kind = {True: "family", False: "youth", None: None}[where]
    rooms = {True: 5, False: 2, None: None}[unless]
    what = policy(rule("vacancy", RESERVED, where=[FAMILY], unless=[BIG]))
    found = findings(what, world(dwelling(kind, rooms), vacancy(reserved=met)))["V1"]
    assert found.judgement.outcome is expected(where, unless, met)
    assert (found.judgement.reason is None) == (found.judgement.outcome is not UNDETERMINED)
    assert bool(found.judgement.causes) == (found.judgement.outcome is UNDETERMINED)
    assert found.firmness == "firm"


@pytest.mark.parametrize(
    ("where", "unless", "met", "decider"),
    [
        (False, None, None, "where"),
        (True, True, False, "unless"),
        (True, False, True, "must"),
        (True, False, False, "must"),
        (None, False, None, "where"),
        (True, None, None, "unless"),
        (True, False, None, "must"),
    ],
)
def test_what_decided(where: bool | None, unless: bool | None, met: bool | None, decider: str) -> None:
    kind = {True: "family", False: "youth", None: None}[where]
    rooms = {True: 5, False: 2, None: None}[unless]
    what = policy(rule("vacancy", RESERVED, where=[FAMILY], unless=[BIG]))
    found = findings(what, world(dwelling(kind, rooms), vacancy(reserved=met)))["V1"].judgement
    assert found.decided_by == decider


def test_the_exemption_that_applied_is_named() -> None:
    exemption = t.Exemption(condition=BIG, references=(Reference("act", "60(4)"),))
    what = policy(changed(rule("vacancy", RESERVED), unless=(t.Exemption(condition=FAMILY, references=()), exemption)))
    found = findings(what, world(dwelling("youth"), vacancy(reserved=False)))["V1"].judgement
    assert found.outcome is NOT_APPLICABLE
    assert found.exemption == exemption.references
    other = findings(what, world(dwelling("youth", rooms=2), vacancy(reserved=False)))["V1"].judgement
    assert (other.outcome, other.exemption) == (BREACH, ())


def changed(node: t.Rule, **changes: Any) -> t.Rule:
    return replace(node, **changes)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        (None, Reason.MISSING_FACTS),
        (Unreadable("hus"), Reason.UNREADABLE),
        (Disagreement(("family", "youth")), Reason.CONFLICT),
    ],
)
def test_the_reason_of_what_is_undetermined(kind: Any, reason: Reason) -> None:
    what = policy(rule("vacancy", RESERVED, where=[FAMILY]))
    found = findings(what, world(dwelling(kind), vacancy(reserved=False)))["V1"].judgement
    assert (found.outcome, found.reason) == (UNDETERMINED, reason)


def test_the_first_reason_in_the_precedence_is_reported_and_all_causes_are_named() -> None:
    what = policy(rule("vacancy", RESERVED, where=[FAMILY, BIG]))
    found = findings(what, world(dwelling(Unreadable("hus"), None), vacancy(reserved=None)))["V1"].judgement
    assert found.reason is Reason.UNREADABLE
    assert {cause.name for cause in found.causes} == {"kind", "rooms", "reserved_for_rehousing"}


# The reference date


def test_a_record_without_a_date_is_undetermined_unless_the_rule_is_not_about_it() -> None:
    what = policy(rule("vacancy", RESERVED, where=[FAMILY]))
    partial = {**EVERYTHING, "vacancy": Coverage(None, date(2024, 6, 1))}
    where = world(dwelling(), vacancy(day=None), vacancy("V2", day=Unreadable("maj")), coverage=partial)
    found = findings(what, where)
    assert {key: item.judgement.outcome for key, item in found.items()} == {"V1": UNDETERMINED, "V2": UNDETERMINED}
    assert {item.judgement.decided_by for item in found.values()} == {"dated_by"}
    assert found["V2"].judgement.reason is Reason.UNREADABLE
    assert outcomes(what, world(dwelling("youth"), vacancy(day=None), coverage=partial)) == {"V1": NOT_APPLICABLE}


def test_records_after_the_as_of_date_are_later_and_outside_the_agreement_outside() -> None:
    what = policy(rule("vacancy", RESERVED))
    rows = [
        vacancy("V1", day=date(2022, 12, 31)),
        vacancy("V2", day=date(2023, 1, 1)),
        vacancy("V3", day=AS_OF),
        vacancy("V4", day=date(2024, 7, 1)),
        vacancy("V5", day=None),
    ]
    (result,) = judged(what, world(dwelling(), *rows))
    assert [item.judgement.key for item in result.judged] == ["V2", "V3", "V5"]
    assert result.judged[-1].judgement.outcome is Outcome.UNDETERMINED
    assert (result.outside, result.later) == (1, 1)
    assert sum(result.tallies.values()) == len(result.judged)


def test_a_rule_is_judged_in_its_own_time() -> None:
    what = policy(rule("vacancy", RESERVED, during=validity(date(2023, 6, 1), date(2023, 6, 30))))
    days = (date(2023, 5, 31), date(2023, 6, 1), date(2023, 6, 30), date(2023, 7, 1))
    (result,) = judged(what, world(dwelling(), *(vacancy(f"V{day}", day=day) for day in days)))
    assert [item.judgement.day for item in result.judged] == [days[1], days[2]]
    assert result.outside == 2


def test_a_parameter_has_its_value_of_the_reference_date() -> None:
    limit = parameter("limit", NUMBER, (date(2023, 1, 1), 3), (DAY, 6))
    enough = compare(field("vacancy", "dwelling", "rooms"), ">=", parameter_value("limit", NUMBER))
    rows = vacancy("V1", day=date(2023, 5, 31)), vacancy("V2"), dwelling()
    assert outcomes(policy(limit, rule("vacancy", enough)), world(*rows)) == {"V1": COMPLIANT, "V2": BREACH}


def test_a_keyed_parameter_without_a_value_for_the_key_is_unknown() -> None:
    limit = parameter("limit", NUMBER, (date(2023, 1, 1), "X1", 3), keyed="organisation")
    key = field("vacancy", "dwelling", "estate", "organisation")
    enough = compare(field("vacancy", "dwelling", "rooms"), ">=", parameter_value("limit", NUMBER, key))
    rows = [
        *(record("organisation", name) for name in ("X1", "X2")),
        *(record("estate", f"E{number}", organisation=f"X{number}") for number in (1, 2)),
        *(dwelling(key=f"B{number}", estate=f"E{number}") for number in (1, 2)),
        *(vacancy(f"V{number}", of=f"B{number}") for number in (1, 2)),
    ]
    assert outcomes(policy(limit, rule("vacancy", enough)), world(*rows)) == {"V1": COMPLIANT, "V2": UNDETERMINED}


def test_a_parameter_in_an_undated_definition_has_its_value_of_the_reference_date() -> None:
    limit = parameter("limit", NUMBER, (date(2023, 1, 1), 3), (date(2024, 1, 1), 6))
    enough = compare(field("vacancy", "dwelling", "rooms"), ">=", parameter_value("limit", NUMBER))
    made = definition_over_time("enough", "vacancy", (enough, t.ALWAYS), on_day=False)
    where = world(dwelling(), vacancy())
    assert outcomes(policy(limit, rule("vacancy", enough)), where) == {"V1": COMPLIANT}
    assert outcomes(policy(limit, made, rule("vacancy", defined("vacancy", "enough"))), where) == {"V1": COMPLIANT}


def amended(on_day: bool) -> t.Definition:
    return definition_over_time(
        "covered",
        "vacancy",
        (FAMILY, validity(None, date(2023, 12, 31))),
        (BIG, validity(date(2024, 1, 1), None)),
        on_day=on_day,
    )


@pytest.mark.parametrize("on_day", [True, False])
def test_a_definition_has_its_meaning_of_the_reference_date(on_day: bool) -> None:
    what = policy(amended(on_day), rule("vacancy", defined("vacancy", "covered")))
    rows = dwelling("family", rooms=2), vacancy("V1"), vacancy("V2", day=date(2024, 3, 1))
    assert outcomes(what, world(*rows)) == {"V1": COMPLIANT, "V2": BREACH}


def test_outside_every_meaning_a_definition_is_uncovered() -> None:
    short = definition_over_time("covered", "vacancy", (FAMILY, validity(date(2024, 1, 1), None)))
    found = findings(policy(short, rule("vacancy", defined("vacancy", "covered"))), world(dwelling(), vacancy()))["V1"]
    assert (found.judgement.outcome, found.judgement.reason) == (UNDETERMINED, Reason.UNCOVERED)


def test_an_amended_definition_without_a_reference_date_is_unknown() -> None:
    what = policy(amended(on_day=False), rule("vacancy", RESERVED, where=[defined("vacancy", "covered")]))
    partial = {**EVERYTHING, "vacancy": Coverage(None, date(2024, 6, 1))}
    assert outcomes(what, world(dwelling("family", 2), vacancy(day=None, reserved=False), coverage=partial)) == {
        "V1": UNDETERMINED
    }


def test_a_reading_that_may_not_be_in_force_leaves_it_open() -> None:
    which = reading("which", "family", "big", during=validity(date(2024, 1, 1), None))
    condition = interpreted("which", family=FAMILY, big=BIG)
    what = policy(which, rule("vacancy", RESERVED, where=[condition]))
    partial = {**EVERYTHING, "vacancy": Coverage(None, date(2024, 6, 1))}
    where = world(dwelling("family", 2), vacancy(day=None, reserved=False), coverage=partial)
    assert outcomes(what, where, which="big") == {"V1": UNDETERMINED}

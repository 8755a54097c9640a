"""What a rule says of a record, and a quota of a group: the outcome tables."""

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
    bound,
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
    quota,
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


# A quota


ESTATES = t.Group(entity="estate", path=field("vacancy", "dwelling", "estate"))
THIRD = bound("at_least", 1, 3)
CLOSED = date(2024, 1, 1)


def shares(
    *rows: Record, limit: t.Bound = THIRD, as_of: date = CLOSED, coverage: Any = None, **more: Any
) -> dict[str, Outcome]:
    what = policy(quota("vacancy", RESERVED, limit, where=[FAMILY], **more), end=date(2023, 12, 31))
    return outcomes(what, world(dwelling(), *rows, as_of=as_of, coverage=coverage))


def vacancies(*reserved: Any, **more: Any) -> list[Record]:
    return [vacancy(f"V{number}", met, **more) for number, met in enumerate(reserved)]


@pytest.mark.parametrize(
    ("reserved", "outcome"),
    [
        ((True, False, False), COMPLIANT),
        ((True, False, False, False), BREACH),
        ((True, False, None), COMPLIANT),
        ((None, False, False), UNDETERMINED),
        ((None, False, False, False), BREACH),
        ((), NOT_APPLICABLE),
    ],
)
def test_a_share_of_a_closed_period(reserved: tuple[bool | None, ...], outcome: Outcome) -> None:
    assert shares(*vacancies(*reserved)) == {" 2023-01-01": outcome}


def test_those_out_of_scope_do_not_count() -> None:
    youth = dwelling("youth", key="B2")
    assert shares(youth, *vacancies(True, False, False), vacancy("V9", False, of="B2")) == {" 2023-01-01": COMPLIANT}


def test_a_member_that_may_be_in_scope() -> None:
    doubtful = dwelling(None, key="B2")
    rows = [doubtful, vacancy("V9", False, of="B2")]
    assert shares(*rows, *vacancies(True, False)) == {" 2023-01-01": COMPLIANT}
    assert shares(*rows, *vacancies(True, False, False)) == {" 2023-01-01": UNDETERMINED}
    assert shares(*rows, *vacancies(False)) == {" 2023-01-01": BREACH}


def test_an_exempted_record_does_not_count() -> None:
    big = dwelling(rooms=6, key="B2")
    small = dwelling(rooms=2)
    rows = [big, small, vacancy("V1", True), vacancy("V2", False, of="B2")]
    half = bound("at_least", 1, 1)
    what = policy(quota("vacancy", RESERVED, half, unless=[BIG]), end=date(2023, 12, 31))
    assert outcomes(what, world(*rows, as_of=CLOSED)) == {" 2023-01-01": COMPLIANT}


def test_an_open_period_is_pending() -> None:
    rows = vacancies(False, False, False)
    assert shares(*rows, as_of=date(2023, 12, 30)) == {" 2023-01-01": PENDING}
    assert shares(*rows, as_of=date(2023, 12, 31)) == {" 2023-01-01": BREACH}
    assert shares(as_of=date(2023, 12, 30)) == {" 2023-01-01": NOT_APPLICABLE}


@pytest.mark.parametrize("comparison", ["at_most", "exactly"])
def test_a_maximum_that_is_exceeded_is_a_final_breach(comparison: str) -> None:
    limit = bound(comparison, 2)
    open_ = date(2023, 12, 1)
    assert shares(*vacancies(True, True), limit=limit, as_of=open_) == {" 2023-01-01": PENDING}
    assert shares(*vacancies(True, True, None), limit=limit, as_of=open_) == {" 2023-01-01": PENDING}
    assert shares(*vacancies(True, True, True), limit=limit, as_of=open_) == {" 2023-01-01": BREACH}


def test_a_share_that_is_exceeded_in_an_open_period_is_not_final() -> None:
    assert shares(*vacancies(True, True), limit=bound("at_most", 1, 3), as_of=date(2023, 12, 1)) == {
        " 2023-01-01": PENDING
    }


@pytest.mark.parametrize(
    ("limit", "reserved", "outcome"),
    [
        (bound("at_least", 2), (True, True, False), COMPLIANT),
        (bound("at_least", 2), (True, False), BREACH),
        (bound("at_least", 2), (True, None), UNDETERMINED),
        (bound("at_most", 1), (True, False), COMPLIANT),
        (bound("at_most", 1), (True, True), BREACH),
        (bound("at_most", 1), (True, None), UNDETERMINED),
        (bound("exactly", 1), (True, False), COMPLIANT),
        (bound("exactly", 1), (False, False), BREACH),
        (bound("exactly", 1, 3, "nearest"), (True, False, False), COMPLIANT),
        (bound("exactly", 1, 3, "nearest"), (True, True, False), BREACH),
        (bound("at_most", 1, 3), (True, False), BREACH),
        (bound("at_most", 1, 3, "up"), (True, False), COMPLIANT),
    ],
    ids=repr,
)
def test_counts_and_shares(limit: t.Bound, reserved: tuple[bool | None, ...], outcome: Outcome) -> None:
    assert shares(*vacancies(*reserved), limit=limit) == {" 2023-01-01": outcome}


def test_a_group_that_may_be_empty_is_not_a_breach_of_a_count() -> None:
    rows = dwelling(None, key="B2"), vacancy("V9", False, of="B2")
    assert shares(*rows, limit=bound("at_least", 1)) == {" 2023-01-01": UNDETERMINED}


def estates(*keys: str) -> list[Record]:
    return [record("estate", key) for key in keys]


def test_groups_are_judged_each_for_itself() -> None:
    rows = [*estates("E1", "E2", "E3"), dwelling(key="B2", estate="E2")]
    rows += [*vacancies(True, False, False), vacancy("W1", False, of="B2")]
    assert shares(*rows, group=ESTATES) == {
        "E1 2023-01-01": COMPLIANT,
        "E2 2023-01-01": BREACH,
        "E3 2023-01-01": NOT_APPLICABLE,
    }


def test_a_record_of_an_unknown_group_may_belong_to_every_group() -> None:
    rows = [*estates("E1", "E2"), *vacancies(True, False, False)]
    nowhere = dwelling(key="B2", estate=None)
    found = shares(*rows, nowhere, vacancy("W1", False, of="B2"), group=ESTATES)
    assert found == {"E1 2023-01-01": UNDETERMINED, "E2 2023-01-01": UNDETERMINED}
    offered = shares(*rows, nowhere, vacancy("W1", True, of="B2"), group=ESTATES)
    assert offered == {"E1 2023-01-01": COMPLIANT, "E2 2023-01-01": COMPLIANT}
    orphan = vacancy("W1", None, of="B9")
    found = shares(*rows, orphan, group=ESTATES)
    assert found == {"E1 2023-01-01": UNDETERMINED, "E2 2023-01-01": UNDETERMINED}


def test_a_rejected_row_may_belong_to_the_group_it_names() -> None:
    rows = [*estates("E1", "E2"), *vacancies(True, False, False)]
    rejected = vacancy("W1", False, rejected=True)
    what = policy(quota("vacancy", RESERVED, THIRD, where=[FAMILY], group=ESTATES), end=date(2023, 12, 31))
    found = findings(what, world(dwelling(), *rows, rejected, as_of=CLOSED))
    assert found["E1 2023-01-01"].judgement.outcome is UNDETERMINED
    assert found["E1 2023-01-01"].judgement.reason is Reason.REJECTED_ROWS
    assert found["E2 2023-01-01"].judgement.outcome is NOT_APPLICABLE


def test_a_record_without_a_date_may_belong_to_every_period() -> None:
    partial = {**EVERYTHING, "vacancy": Coverage(None, date(2024, 1, 1))}
    what = policy(quota("vacancy", RESERVED, THIRD), end=date(2024, 12, 31))
    rows = [
        *vacancies(True, False, False),
        vacancy("V7", True, day=date(2024, 2, 1)),
        vacancy("V8", None, day=None),
    ]
    assert outcomes(what, world(dwelling(), *rows, as_of=date(2024, 12, 31), coverage=partial)) == {
        " 2023-01-01": UNDETERMINED,
        " 2024-01-01": COMPLIANT,
    }


def test_periods_that_have_not_begun_are_not_judged() -> None:
    what = policy(quota("vacancy", RESERVED, THIRD, period=t.Period(kind="calendar_quarter")))
    found = outcomes(what, world(dwelling(), vacancy(day=date(2023, 2, 1)), as_of=date(2023, 7, 1)))
    assert found == {
        " 2023-01-01": COMPLIANT,
        " 2023-04-01": NOT_APPLICABLE,
        " 2023-07-01": NOT_APPLICABLE,
    }


def test_the_figures_of_a_group() -> None:
    what = policy(quota("vacancy", RESERVED, bound("at_least", 1, 2), where=[FAMILY]), end=date(2023, 12, 31))
    rows = [dwelling(), dwelling(None, key="B2"), *vacancies(True, False, False, None), vacancy("V9", None, of="B2")]
    found = findings(what, world(*rows, as_of=CLOSED))[" 2023-01-01"].judgement
    figures = found.figures
    assert figures is not None
    assert (figures.members, figures.met, figures.unknown_scope, figures.unknown_met) == (4, 1, 1, 1)
    assert (figures.low, figures.high, figures.required, figures.to_settle) == (-3, 1, 2, 1)
    assert dict(found.counted) == {"V0": True, "V1": False, "V2": False, "V3": None, "V9": None}


def test_the_current_period_of_an_agreement_without_end_is_the_calendar_period() -> None:
    """The period is part of a finding's identity; it must not change from day to day."""
    what = policy(quota("vacancy", RESERVED, THIRD), end=None)
    (item,) = findings(what, world(dwelling(), *vacancies(False), as_of=date(2023, 6, 30))).values()
    assert item.judgement.period == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_year_is_over_on_its_last_day_with_or_without_an_end_of_the_agreement() -> None:
    what = policy(quota("vacancy", RESERVED, THIRD), end=None)
    assert outcomes(what, world(dwelling(), *vacancies(False), as_of=date(2023, 12, 31))) == {" 2023-01-01": BREACH}


def test_the_population_is_the_sum_of_the_tallies() -> None:
    what = policy(quota("vacancy", RESERVED, THIRD, group=ESTATES), rule("vacancy", RESERVED))
    for result in judged(what, world(dwelling(), *estates("E1", "E2"), *vacancies(True, None, False))):
        assert sum(result.tallies.values()) == len(result.judged)


def test_all_together_is_one_group_even_without_records() -> None:
    assert shares() == {" 2023-01-01": NOT_APPLICABLE}

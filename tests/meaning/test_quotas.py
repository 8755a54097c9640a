"""What a quota says of a group: the outcome tables."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from cores import (
    EVERYTHING,
    bound,
    by,
    compare,
    field,
    findings,
    judged,
    negated,
    of_owner,
    outcomes,
    policy,
    quantified,
    quota,
    reading,
    record,
    rule,
    validity,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.outcomes import Outcome
from klausul_dsl.values import Coverage, Reason, Record

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


@pytest.mark.parametrize(
    ("limit", "reserved", "outcome"),
    [
        (bound("at_most", 0, 1), (False, True), BREACH),
        (bound("at_most", 0, 1), (False, None), PENDING),
        (bound("at_most", 0, 1), (False,), PENDING),
        (bound("at_least", 1, 1), (True, False), BREACH),
        (bound("at_least", 1, 1), (True, None), PENDING),
        (bound("at_least", 1, 1), (True,), PENDING),
        (bound("at_least", 2), (True, True), COMPLIANT),
        (bound("at_least", 2), (True, None), PENDING),
        (bound("at_least", 0, 1), (False,), COMPLIANT),
        (bound("at_least", 1, 3), (True, True), PENDING),
        (bound("exactly", 0, 1, "nearest"), (True,), BREACH),
        (bound("exactly", 2), (True, True), PENDING),
    ],
    ids=repr,
)
def test_what_no_further_record_changes_is_final(
    limit: t.Bound, reserved: tuple[bool | None, ...], outcome: Outcome
) -> None:
    """While the period is open, and where the list may lack records."""
    assert shares(*vacancies(*reserved), limit=limit, as_of=date(2023, 12, 1)) == {" 2023-01-01": outcome}
    partial = {name: cover for name, cover in EVERYTHING.items() if name != "vacancy"}
    unlisted = UNDETERMINED if outcome is PENDING else outcome
    assert shares(*vacancies(*reserved), limit=limit, coverage=partial) == {" 2023-01-01": unlisted}


def test_what_may_still_happen_to_the_records_there_are_is_not_final() -> None:
    offered = quantified("some", of_owner("offer", "vacancy", "vacancy"))
    rows = (dwelling(), vacancy("V1"), record("offer", "T1", vacancy="V1", offered_on=DAY), vacancy("V2"))
    for limit, wanted in ((bound("at_least", 1, 1), offered), (bound("at_most", 0, 1), negated(offered))):
        what = policy(quota("vacancy", wanted, limit), end=date(2023, 12, 31))
        assert outcomes(what, world(*rows, as_of=date(2023, 12, 1))) == {" 2023-01-01": PENDING}
        assert outcomes(what, world(*rows, as_of=CLOSED)) == {" 2023-01-01": BREACH}
    never = quota("vacancy", offered, bound("at_most", 0, 1))
    assert outcomes(policy(never), world(*rows, as_of=date(2023, 12, 1)))[" 2023-01-01"] is BREACH


def test_a_reading_of_the_bound_holds_in_its_time() -> None:
    """The day is the last of the period; outside its time the first answer holds, and nothing turns on it."""
    half_or_quarter = by("share", half=bound("at_least", 1, 2), quarter=bound("at_least", 1, 4))
    what = policy(
        reading("share", "half", "quarter", during=validity(date(2024, 1, 1), date(2024, 12, 31))),
        quota("vacancy", RESERVED, half_or_quarter),
    )
    rows = [
        vacancy(f"V{year}{number}", number == 0, day=date(year, 5, 1)) for year in (2023, 2024) for number in range(4)
    ]
    found = findings(what, world(dwelling(), *rows, as_of=date(2024, 12, 31)), share="quarter")
    assert {key: (item.judgement.outcome, item.firmness) for key, item in found.items()} == {
        " 2023-01-01": (BREACH, "firm"),
        " 2024-01-01": (COMPLIANT, "depends"),
    }


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
    what = policy(quota("vacancy", RESERVED, THIRD), end=date(2024, 12, 31))
    rows = [
        *vacancies(True, False, False),
        vacancy("V7", True, day=date(2024, 2, 1)),
        vacancy("V8", None, day=None),
    ]
    assert outcomes(what, world(dwelling(), *rows, as_of=date(2024, 12, 31))) == {
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


def test_a_share_of_a_list_that_may_lack_records_is_not_decided() -> None:
    rows = [dwelling(), *vacancies(True, False, False), vacancy("V7", False, day=date(2024, 2, 1))]
    what = policy(quota("vacancy", RESERVED, THIRD), end=date(2024, 12, 31))

    def found(coverage: Coverage | None) -> dict[str, Outcome]:
        listed = {name: cover for name, cover in EVERYTHING.items() if name != "vacancy"}
        listed |= {"vacancy": coverage} if coverage is not None else {}
        return outcomes(what, world(*rows, as_of=date(2024, 12, 31), coverage=listed))

    whole = {" 2023-01-01": COMPLIANT, " 2024-01-01": BREACH}
    assert found(Coverage()) == found(Coverage(date(2023, 1, 1), date(2024, 12, 31))) == whole
    assert found(Coverage(None, date(2023, 12, 31))) == {**whole, " 2024-01-01": UNDETERMINED}
    assert found(Coverage(date(2023, 2, 1))) == {**whole, " 2023-01-01": UNDETERMINED}
    assert found(None) == dict.fromkeys(whole, UNDETERMINED)


def test_more_than_may_happen_is_a_breach_however_many_more_there_are() -> None:
    at_most_one = bound("at_most", 1, 0)
    what = policy(quota("vacancy", RESERVED, at_most_one), end=date(2023, 12, 31))
    partial = {name: cover for name, cover in EVERYTHING.items() if name != "vacancy"}
    assert outcomes(what, world(dwelling(), *vacancies(True, True), as_of=CLOSED, coverage=partial)) == {
        " 2023-01-01": BREACH
    }
    assert outcomes(what, world(dwelling(), *vacancies(True, False), as_of=CLOSED, coverage=partial)) == {
        " 2023-01-01": UNDETERMINED
    }

"""Deadlines, and what must be so in every period: what happened, what was due, and what is not yet over."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from cores import (
    EVERYTHING,
    attested,
    by,
    compare,
    constant,
    count,
    deadline,
    duty,
    every,
    field,
    findings,
    followed_by,
    interpreted,
    judged,
    negated,
    of_all,
    of_owner,
    outcomes,
    periodic,
    policy,
    quantified,
    reading,
    record,
    recurring,
    shifted,
    some,
    validity,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.outcomes import DueFigures, Judged, Outcome
from klausul_dsl.values import NEVER, Coverage, Reason, Record, Unreadable, World

C, B, U, N, P = (
    Outcome.COMPLIANT,
    Outcome.BREACH,
    Outcome.UNDETERMINED,
    Outcome.NOT_APPLICABLE,
    Outcome.PENDING,
)

# Deadlines

DUE = date(2024, 5, 30)
BEFORE, AFTER = DUE - timedelta(days=1), DUE + timedelta(days=1)


def assessed(**how: Any) -> t.Deadline:
    return deadline(
        "step_down_term",
        field("step_down_term", "assessed_on"),
        shifted(field("step_down_term", "ends_on"), -1, 6, "months"),
        **how,
    )


def term(
    assessed_on: date | Unreadable | None, ends_on: date | Unreadable | None = date(2024, 11, 30), **cells: Any
) -> Record:
    return record("step_down_term", "T", agreed_on=date(2023, 2, 1), ends_on=ends_on, assessed_on=assessed_on, **cells)


def expected_in_time(event: str, due: str, as_of: date) -> Outcome:
    """The table of the design: e <= D complies; e > D, or none by t > D, is a breach; none by t <= D is pending."""
    if due == "unknown" or event == "unknown":
        return U
    if event == "not yet":
        return P if as_of <= DUE else B
    return C if event in {"before", "on the day"} else B


@pytest.mark.parametrize(
    ("event", "due", "as_of"),
    list(product(("before", "on the day", "after", "not yet", "unknown"), ("known", "unknown"), (BEFORE, DUE, AFTER))),
)
def test_a_deadline_against_its_table(event: str, due: str, as_of: date) -> None:
    happened = {"before": BEFORE, "on the day": DUE, "after": AFTER, "not yet": None, "unknown": Unreadable("?")}[event]
    if isinstance(happened, date) and happened > as_of:
        event = "not yet"  # planned, and so no event
    row = term(happened, date(2024, 11, 30) if due == "known" else None)
    found = findings(policy(assessed()), world(row, as_of=as_of))["T"].judgement
    assert found.outcome is expected_in_time(event, due, as_of)
    assert (found.reason is not None) == (found.outcome is U)
    known = {"not yet": NEVER, "unknown": None}.get(event, happened)
    assert found.due == DueFigures(DUE if due == "known" else None, known)  # type: ignore[arg-type]


def test_a_due_day_that_cannot_come_leaves_a_deadline_pending_until_the_event() -> None:
    """The end of a lease that has not ended is later than every day."""
    due = shifted(field("step_down_lease", "ended_on"), -1, 6, "months")
    norm = deadline("step_down_lease", field("step_down_lease", "starts_on"), due)
    running = record("step_down_lease", "L", starts_on=date(2023, 5, 1), ended_on=None)
    assert outcomes(policy(norm), world(running)) == {"L": C}
    planned = deadline("step_down_lease", field("step_down_lease", "ended_on"), due)
    assert outcomes(policy(planned), world(running)) == {"L": P}


def test_a_planned_date_is_no_event_whatever_kind_of_date_it_is() -> None:
    """The end of a term is an agreed date, which may lie ahead; it has not happened before it comes."""
    ends = deadline("step_down_term", field("step_down_term", "ends_on"), constant(date(2024, 12, 31)))
    early, late = term(None, date(2024, 11, 30)), term(None, date(2025, 1, 31))
    assert outcomes(policy(ends), world(early)) == {"T": P}
    assert outcomes(policy(ends), world(early, as_of=date(2025, 6, 1))) == {"T": C}
    assert outcomes(policy(ends), world(late)) == {"T": P}
    assert outcomes(policy(ends), world(late, as_of=date(2025, 1, 15))) == {"T": B}


def test_the_conditions_of_a_deadline() -> None:
    known = compare(field("step_down_term", "terminated_on"), "<=", constant(date(2024, 1, 1)))
    early, late, open_still = term(BEFORE), term(AFTER), term(None)
    for row, when_unknown in ((early, C), (late, U), (open_still, U)):
        with_date = Record(row.entity, row.key, {**row.cells, "terminated_on": date(2023, 12, 1)})
        unread = Record(row.entity, row.key, {**row.cells, "terminated_on": Unreadable("?")})
        assert outcomes(policy(assessed(unless=[known])), world(with_date)) == {"T": N}
        assert outcomes(policy(assessed(where=[negated(known)])), world(with_date)) == {"T": N}
        if row is not open_still:
            assert outcomes(policy(assessed(unless=[known])), world(unread)) == {"T": when_unknown}
    before_due = world(term(None, terminated_on=Unreadable("?")), as_of=BEFORE)
    found = findings(policy(assessed(unless=[known])), before_due)["T"].judgement
    assert (found.outcome, found.decided_by, found.reason) == (U, "unless", Reason.UNREADABLE)


def test_after_expiry_a_deadline_runs_on_only_where_told() -> None:
    row = term(None, date(2027, 9, 30))  # due on 2027-03-30, after the agreement
    late = date(2027, 6, 1)
    assert outcomes(policy(assessed()), world(row, as_of=late)) == {"T": N}
    assert findings(policy(assessed()), world(row, as_of=late))["T"].judgement.decided_by == "expiry"
    assert outcomes(policy(assessed(after_expiry=True)), world(row, as_of=late)) == {"T": B}
    assert outcomes(policy(assessed(after_expiry=True)), world(row, as_of=date(2027, 3, 30))) == {"T": P}
    on_the_last_day = term(None, date(2027, 6, 30))
    assert outcomes(policy(assessed()), world(on_the_last_day, as_of=date(2027, 1, 1))) == {"T": B}


def test_a_term_that_was_agreed_outside_or_later_is_counted_and_not_judged() -> None:
    rows = [
        record("step_down_term", "early", agreed_on=date(2022, 12, 31)),
        record("step_down_term", "later", agreed_on=date(2024, 12, 31)),
        record("step_down_term", "inside", agreed_on=date(2024, 1, 1), ends_on=date(2024, 6, 30), assessed_on=None),
        record("step_down_term", "undated", agreed_on=None, ends_on=date(2024, 6, 30), assessed_on=BEFORE),
    ]
    result = judged(policy(assessed()), world(*rows))[0]
    assert (result.outside, result.later, len(result.judged)) == (1, 1, 2)
    undated = findings(policy(assessed()), world(*rows))["undated"].judgement
    assert (undated.outcome, undated.decided_by) == (U, "dated_by")


# Periods of what lasts

CHECKED = quantified("some", of_owner("study_check", "tenancy", "youth_tenancy"))


def check_each(kind: Any = "calendar_year", **how: Any) -> t.Periodic:
    return periodic("youth_tenancy", CHECKED, recurring(kind, **how))


def tenancy(starts_on: date | None, ends_on: date | Unreadable | None = None, key: str = "T") -> Record:
    return record("youth_tenancy", key, starts_on=starts_on, ends_on=ends_on)


def check(on: date | Unreadable | None, key: str = "S", **cells: Any) -> Record:
    return record("study_check", key, tenancy="T", requested_on=on, **cells)


def by_year(what: t.Policy, where: World, **chosen: str) -> dict[int, Outcome]:
    found = findings(what, where, **chosen).values()
    return {item.judgement.period[0].year: item.judgement.outcome for item in found if item.judgement.period}


LATE = date(2026, 12, 31)


def test_every_period_touched_against_whole_periods_only() -> None:
    rows = [tenancy(date(2023, 12, 31), date(2025, 12, 30)), check(date(2024, 6, 1))]
    assert by_year(policy(check_each()), world(*rows, as_of=LATE)) == {2023: B, 2024: C, 2025: B}
    whole = policy(check_each(whole_only=True))
    assert by_year(whole, world(*rows, as_of=LATE)) == {2023: N, 2024: C, 2025: N}
    to_the_last_day = [tenancy(date(2024, 1, 1), date(2025, 12, 31)), check(date(2024, 6, 1))]
    assert by_year(whole, world(*to_the_last_day, as_of=LATE)) == {2024: C, 2025: B}


def test_a_period_that_the_agreement_cuts_is_judged_by_its_part_or_not_at_all() -> None:
    rows = [tenancy(date(2022, 1, 1)), check(date(2023, 3, 1)), check(date(2024, 3, 1), "S2")]
    cut: dict[str, Any] = {"start": date(2023, 7, 1), "end": date(2024, 6, 30)}
    found = findings(policy(check_each(), **cut), world(*rows, as_of=LATE))
    assert {key: item.judgement.outcome for key, item in found.items()} == {"T 2023-07-01": B, "T 2024-01-01": C}
    assert found["T 2024-01-01"].judgement.period == (date(2024, 1, 1), date(2024, 6, 30))
    assert by_year(policy(check_each(whole_only=True), **cut), world(*rows, as_of=LATE)) == {}
    months = policy(check_each("calendar_month", whole_only=True), **{**cut, "end": date(2023, 9, 15)})
    assert list(findings(months, world(*rows, as_of=LATE))) == ["T 2023-07-01", "T 2023-08-01"]


def test_a_norm_that_holds_for_a_time_cuts_its_periods_too() -> None:
    norm = periodic("youth_tenancy", CHECKED, recurring(), during=validity(date(2024, 4, 1), date(2025, 3, 31)))
    found = findings(policy(norm), world(tenancy(date(2023, 1, 1)), as_of=LATE))
    assert [item.judgement.period for item in found.values()] == [
        (date(2024, 4, 1), date(2024, 12, 31)),
        (date(2025, 1, 1), date(2025, 3, 31)),
    ]


def test_after_expiry_what_began_in_the_agreement_is_judged_on() -> None:
    within, before, after = tenancy(date(2024, 1, 1)), tenancy(date(2021, 1, 1)), tenancy(date(2025, 2, 1))
    cut: dict[str, Any] = {"start": date(2023, 1, 1), "end": date(2024, 12, 31)}
    on = periodic("youth_tenancy", CHECKED, recurring(), after_expiry=True)
    as_of = date(2026, 6, 30)
    assert by_year(policy(on, **cut), world(within, as_of=as_of)) == {2024: B, 2025: B, 2026: P}
    assert by_year(policy(on, **cut), world(before, as_of=as_of)) == {2023: B, 2024: B}
    assert by_year(policy(on, **cut), world(after, as_of=as_of)) == {}
    assert by_year(policy(check_each(), **cut), world(within, as_of=as_of)) == {2024: B}


def test_who_is_not_judged_is_counted() -> None:
    rows = [
        tenancy(date(2024, 12, 1), key="planned"),
        tenancy(date(2021, 1, 1), date(2022, 5, 1), key="over"),
        tenancy(date(2024, 1, 1), key="runs"),
    ]
    result = judged(policy(check_each()), world(*rows))[0]
    assert (result.outside, result.later, len(result.judged)) == (1, 1, 1)
    assert sum(result.tallies.values()) == 1


def test_without_a_first_day_of_the_agreement_the_records_say_when_periods_begin() -> None:
    rows = [tenancy(date(2022, 5, 1)), tenancy(date(2024, 2, 1), key="T2")]
    found = findings(policy(check_each(), start=None, end=None), world(*rows))
    assert list(found) == ["T 2022-05-01", "T 2023-01-01", "T 2024-01-01", "T2 2024-01-01"]


def test_what_is_not_known_of_a_tenancy() -> None:
    unended = tenancy(date(2023, 6, 1), Unreadable("?"))
    assert by_year(policy(check_each()), world(unended, as_of=LATE)) == {2023: B, 2024: U, 2025: U, 2026: U}
    assert by_year(policy(check_each()), world(tenancy(None), as_of=date(2023, 12, 31))) == {2023: U}
    checked = world(tenancy(None), check(date(2023, 4, 4)), as_of=date(2023, 12, 31))
    assert by_year(policy(check_each()), checked) == {2023: C}
    never_known = world(tenancy(date(2023, 1, 1), Unreadable("?")), as_of=LATE)
    assert set(by_year(policy(check_each(whole_only=True)), never_known).values()) == {U}


# Periods of a duty

FORUM = quantified("some", of_all("meeting"), compare(field("meeting", "level"), "=", "administrative"))
POLITICAL = quantified("some", of_all("meeting"), compare(field("meeting", "level"), "=", "political"))


def meeting(on: date | Unreadable | None, level: str | None = "administrative", key: str = "M", **cells: Any) -> Record:
    return record("meeting", key, held_on=on, level=level, **cells)


def in_years(requirement: t.Expression, *rows: Record, as_of: date = LATE, **how: Any) -> dict[int, Outcome]:
    return by_year(policy(duty("", requirement, recurring(**how))), world(*rows, as_of=as_of))


def test_a_window_in_the_year_counts_its_first_and_last_day() -> None:
    window = ((1, 3), (31, 5))
    rows = [
        meeting(date(2023, 3, 1), key="a"),
        meeting(date(2024, 5, 31), key="b"),
        meeting(date(2025, 2, 28), key="c"),
        meeting(date(2026, 6, 1), key="d"),
    ]
    assert in_years(FORUM, *rows, window=window) == {2023: C, 2024: C, 2025: B, 2026: B}
    assert in_years(FORUM, *rows, window=window, as_of=date(2025, 5, 30)) == {2023: C, 2024: C, 2025: P}
    assert in_years(FORUM, *rows, window=window, as_of=date(2025, 2, 28)) == {2023: C, 2024: C}


def test_a_window_to_the_last_of_february() -> None:
    window = ((1, 2), (29, 2))
    rows = [meeting(date(2023, 2, 28), key="a"), meeting(date(2024, 2, 29), key="b")]
    assert in_years(FORUM, *rows, window=window, as_of=date(2024, 12, 31)) == {2023: C, 2024: C}


def test_every_other_year_counts_from_its_first() -> None:
    rows = [meeting(date(2024, 5, 1))]
    assert in_years(FORUM, *rows, kind="other_year", beginning=2024) == {2024: C, 2026: B}
    assert in_years(FORUM, *rows, kind="other_year", beginning=2021) == {2023: B, 2025: B}
    assert in_years(FORUM, *rows, kind="other_year", beginning=2025) == {2025: B}


def test_once_between_two_dates_has_one_period() -> None:
    dates = (date(2023, 10, 1), date(2024, 9, 30))
    once: dict[str, Any] = {"kind": "once", "dates": dates}
    rows = [meeting(date(2024, 9, 30))]
    norm = duty("", FORUM, recurring(**once))
    found = findings(policy(norm), world(*rows, as_of=LATE))
    assert [item.judgement.period for item in found.values()] == [dates]
    assert outcomes(policy(norm), world(*rows, as_of=LATE)) == {" 2023-10-01": C}
    # Before it is over it is open, also on the last day of a year.
    unlimited = policy(norm, start=None, end=None)
    for as_of in (date(2023, 10, 1), date(2023, 12, 31), date(2024, 9, 29)):
        assert outcomes(unlimited, world(*rows, as_of=as_of)) == {" 2023-10-01": P}
    assert outcomes(unlimited, world(*rows, as_of=date(2023, 9, 30))) == {}
    assert outcomes(unlimited, world(as_of=date(2024, 9, 30))) == {" 2023-10-01": B}


def test_quarters_and_months_that_have_begun() -> None:
    as_of = date(2024, 8, 15)
    quarters = findings(policy(duty("", FORUM, recurring("calendar_quarter"))), world(as_of=as_of))
    assert [item.judgement.outcome for item in quarters.values()] == [B] * 6 + [P]
    months = findings(policy(duty("", FORUM, recurring("calendar_month"))), world(as_of=as_of))
    assert [item.judgement.outcome for item in months.values()] == [B] * 19 + [P]


# While a period is open

OPEN = date(2024, 6, 30)
NO_FORUM = quantified("no", of_all("meeting"), compare(field("meeting", "level"), "=", "administrative"))
ALL_FORUMS = quantified("every", of_all("meeting"), compare(field("meeting", "level"), "=", "administrative"))
HELD, OTHER = meeting(date(2024, 4, 1)), meeting(date(2024, 4, 2), "political", "M2")
TWO = count(of_all("meeting"))


@pytest.mark.parametrize(
    ("requirement", "rows", "outcome"),
    [
        (FORUM, (), P),
        (FORUM, (HELD,), C),
        (NO_FORUM, (), P),
        (NO_FORUM, (HELD,), B),
        (negated(FORUM), (HELD,), B),
        (negated(FORUM), (OTHER,), P),
        (ALL_FORUMS, (HELD,), P),
        (ALL_FORUMS, (OTHER,), B),
        (every(FORUM, POLITICAL), (HELD,), P),
        (every(FORUM, POLITICAL), (HELD, OTHER), C),
        (every(POLITICAL, NO_FORUM), (HELD,), B),
        (every(POLITICAL, NO_FORUM), (OTHER,), P),
        (some(FORUM, POLITICAL), (OTHER,), C),
        (some(NO_FORUM, POLITICAL), (OTHER,), C),
        (some(NO_FORUM, POLITICAL), (HELD,), P),
        (followed_by(FORUM, POLITICAL), (HELD,), P),
        (followed_by(FORUM, POLITICAL), (HELD, OTHER), C),
        (compare(TWO, ">=", 2), (HELD,), P),
        (compare(TWO, ">=", 2), (HELD, OTHER), C),
        (compare(TWO, "<=", 1), (HELD,), P),
        (compare(TWO, "<=", 1), (HELD, OTHER), B),
        (compare(TWO, "=", 1), (HELD, OTHER), B),
        (compare(TWO, "=", 2), (HELD, OTHER), P),
        (constant(value=False), (), B),
        (t.IsKnown(value=TWO, type=FORUM.type), (HELD,), P),
    ],
)
def test_what_is_final_while_a_period_is_open(
    requirement: t.Expression, rows: tuple[Record, ...], outcome: Outcome
) -> None:
    assert in_years(requirement, *rows, as_of=OPEN)[2024] is outcome


def test_what_has_not_happened_yet_is_no_breach_for_good() -> None:
    """A check that is not answered yet may still be."""
    late = compare(
        field("study_check", "answered_on"), ">", shifted(field("study_check", "requested_on"), 1, 6, "months")
    )
    none_late = quantified("no", of_owner("study_check", "tenancy", "youth_tenancy"), late)
    norm = policy(periodic("youth_tenancy", none_late, recurring()))
    unanswered = (tenancy(date(2024, 1, 1)), check(date(2024, 2, 1), answered_on=None))
    assert by_year(norm, world(*unanswered, as_of=date(2024, 12, 30))) == {2024: P}
    assert by_year(norm, world(*unanswered, as_of=date(2024, 12, 31))) == {2024: B}


def test_a_reading_that_changes_only_what_is_final_is_a_reading_the_outcome_depends_on() -> None:
    two_ways = interpreted("kind", met=FORUM, never=quantified("no", of_all("report")))
    norm = policy(reading("kind", "met", "never"), duty("", two_ways, recurring()))
    item = next(iter(reversed(findings(norm, world(HELD, as_of=OPEN)).values())))
    assert (item.judgement.outcome, item.firmness) == (C, "depends")
    assert item.depends_on[0].outcomes == (("met", C), ("never", P))


# What is complete, and what is not known

ALL_BUT_MEETINGS = {name: coverage for name, coverage in EVERYTHING.items() if name != "meeting"}


@pytest.mark.parametrize(
    ("coverage", "outcome"),
    [
        (Coverage(), B),
        (Coverage(None, date(2023, 12, 31)), B),
        (Coverage(date(2023, 1, 1), None), B),
        (Coverage(None, date(2023, 12, 30)), U),
        (Coverage(date(2023, 1, 2), None), U),
        (None, U),
    ],
)
def test_an_omission_needs_a_list_that_is_complete_through_the_period(
    coverage: Coverage | None, outcome: Outcome
) -> None:
    covered = {**ALL_BUT_MEETINGS, "meeting": coverage} if coverage else ALL_BUT_MEETINGS
    norm = policy(duty("", FORUM, recurring()))
    assert by_year(norm, world(as_of=date(2024, 6, 30), coverage=covered)) == {2023: outcome, 2024: P}
    met = world(meeting(date(2023, 7, 1)), as_of=date(2024, 6, 30), coverage=covered)
    assert by_year(norm, met)[2023] is C


def test_a_list_complete_to_the_as_of_date_is_complete_for_a_window_that_is_over() -> None:
    covered = {**ALL_BUT_MEETINGS, "meeting": Coverage(date(2023, 3, 1), date(2023, 5, 31))}
    norm = policy(duty("", FORUM, recurring(window=((1, 3), (31, 5)))))
    assert by_year(norm, world(as_of=date(2023, 12, 31), coverage=covered)) == {2023: B}


@pytest.mark.parametrize("on", [None, Unreadable("?")])
def test_a_meeting_without_a_day_may_have_been_in_the_period(on: date | Unreadable | None) -> None:
    assert in_years(FORUM, meeting(on), as_of=date(2023, 12, 31)) == {2023: U}
    assert in_years(NO_FORUM, meeting(on), as_of=date(2023, 12, 31)) == {2023: U}
    assert in_years(FORUM, meeting(on, "political"), as_of=date(2023, 12, 31)) == {2023: B}


def test_a_meeting_that_is_planned_has_not_been_held() -> None:
    assert in_years(FORUM, meeting(date(2024, 9, 1)), as_of=OPEN) == {2023: B, 2024: P}


ATTESTED = t.Attested(statement=attested("the forum was held", "estate").statement, subject=None, type=FORUM.type)


def attestation(on: date | Unreadable | None, value: bool | None = True, key: str = "A") -> Record:
    return record(
        "attestation",
        key,
        statement="the forum was held",
        subject_type="agreement",
        subject_key="a",
        attested_on=on,
        value=value,
    )


def test_what_is_attested_counts_in_the_period_it_was_attested_in() -> None:
    on = date(2023, 12, 31)
    assert in_years(ATTESTED, attestation(on), as_of=OPEN) == {2023: C, 2024: P}
    assert in_years(ATTESTED, attestation(date(2024, 1, 1)), as_of=OPEN) == {2023: B, 2024: C}
    assert in_years(ATTESTED, attestation(on, value=False), as_of=OPEN)[2023] is B
    assert in_years(ATTESTED, attestation(None), as_of=OPEN) == {2023: U, 2024: P}
    assert in_years(ATTESTED, attestation(on), attestation(on, value=False, key="A2"), as_of=OPEN)[2023] is U
    planned = attestation(date(2024, 7, 1))
    assert in_years(ATTESTED, planned, as_of=OPEN) == {2023: B, 2024: P}


def test_attestations_must_be_complete_through_the_period_for_their_absence_to_count() -> None:
    norm = policy(duty("", ATTESTED, recurring()))
    for coverage, outcome in (
        (Coverage(date(2023, 1, 1), date(2023, 12, 31)), B),
        (Coverage(date(2023, 1, 2), None), U),
        (Coverage(None, date(2023, 12, 30)), U),
    ):
        covered = {**EVERYTHING, "attestation": coverage}
        assert by_year(norm, world(as_of=OPEN, coverage=covered))[2023] is outcome


# One after another

BOTH = followed_by(FORUM, POLITICAL)


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        ((meeting(date(2023, 4, 1)), meeting(date(2023, 4, 2), "political", "N")), C),
        ((meeting(date(2023, 4, 1)), meeting(date(2023, 4, 1), "political", "N")), C),
        ((meeting(date(2023, 4, 2)), meeting(date(2023, 4, 1), "political", "N")), B),
        ((meeting(date(2023, 4, 1)), meeting(date(2024, 4, 1), "political", "N")), B),
        ((meeting(date(2022, 4, 1)), meeting(date(2023, 4, 1), "political", "N")), B),
        ((meeting(date(2023, 4, 1)),), B),
        ((), B),
        ((meeting(date(2023, 4, 1)), meeting(None, "political", "N")), U),
        ((meeting(None), meeting(date(2023, 4, 1), "political", "N")), U),
        ((meeting(None),), B),
        ((meeting(date(2023, 4, 1)), meeting(date(2023, 4, 2), None, "N")), U),
        ((meeting(date(2023, 4, 2)), meeting(date(2023, 4, 1), None, "N")), B),
    ],
)
def test_one_is_followed_by_another_on_the_same_day_or_later_in_the_period(
    rows: tuple[Record, ...], outcome: Outcome
) -> None:
    assert in_years(BOTH, *rows, as_of=date(2023, 12, 31)) == {2023: outcome}


def test_a_meeting_does_not_follow_itself() -> None:
    any_two = followed_by(quantified("some", of_all("meeting")), quantified("some", of_all("meeting")))
    one, other = meeting(date(2023, 4, 1)), meeting(date(2023, 4, 1), key="N")
    assert in_years(any_two, one, as_of=date(2023, 12, 31)) == {2023: B}
    assert in_years(any_two, one, other, as_of=date(2023, 12, 31)) == {2023: C}


def test_a_duty_of_each_organisation_counts_its_own_meetings() -> None:
    own = [
        quantified(
            "some", of_owner("meeting", "organisation", "organisation"), compare(field("meeting", "level"), "=", level)
        )
        for level in ("administrative", "political")
    ]
    norm = duty("organisation", followed_by(*own), recurring())
    rows = [
        record("organisation", "K1"),
        record("organisation", "K2"),
        meeting(date(2023, 4, 1), key="a", organisation="K1"),
        meeting(date(2023, 4, 2), "political", "b", organisation="K1"),
        meeting(date(2023, 4, 1), key="c", organisation="K2"),
    ]
    as_of = date(2023, 12, 31)
    assert outcomes(policy(norm), world(*rows, as_of=as_of)) == {"K1 2023-01-01": C, "K2 2023-01-01": B}
    unknown_owner = meeting(date(2023, 5, 1), "political", "d", organisation=None)
    assert outcomes(policy(norm), world(*rows, unknown_owner, as_of=as_of)) == {"K1 2023-01-01": C, "K2 2023-01-01": U}


# Readings of the period


def test_a_reading_of_the_period_makes_variants() -> None:
    how = by("checked", whole=recurring(whole_only=True), touched=recurring())
    norm = periodic("youth_tenancy", CHECKED, how)
    rows = [tenancy(date(2023, 6, 1)), check(date(2024, 2, 2))]
    results = judged(policy(reading("checked", "whole", "touched"), norm), world(*rows, as_of=date(2024, 12, 31)))
    assert [(result.variant, result.chosen) for result in results] == [
        ((("checked", "whole"),), True),
        ((("checked", "touched"),), False),
    ]
    assert [[item.judgement.outcome for item in result.judged] for result in results] == [[N, C], [B, C]]
    assert all(item.firmness == "firm" for result in results for item in result.judged)


def only(found: dict[str, Judged]) -> Judged:
    (item,) = found.values()
    return item


def test_a_reading_of_a_deadline_is_told_where_it_changes_the_outcome() -> None:
    due = interpreted(
        "reckoned",
        six=shifted(field("step_down_term", "ends_on"), -1, 6, "months"),
        five=shifted(field("step_down_term", "ends_on"), -1, 5, "months"),
    )
    norm = deadline("step_down_term", field("step_down_term", "assessed_on"), due)
    items = (reading("reckoned", "six", "five"), norm)
    assert only(findings(policy(*items), world(term(BEFORE)))).firmness == "firm"
    late = only(findings(policy(*items), world(term(AFTER))))
    assert (late.judgement.outcome, late.firmness) == (B, "depends")
    assert late.depends_on[0].outcomes == (("six", B), ("five", C))

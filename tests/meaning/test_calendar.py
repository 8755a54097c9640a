"""Days and months: where a month ends, what a look-back reaches, and how a period is cut."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from cores import DATE, constant, evaluated, policy, within, world
from hypothesis import given
from hypothesis import strategies as st

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration, PeriodKind, add_months, month_of, periods, shift
from klausul_dsl.values import NEVER

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        ("2024-08-31", -6, "2024-02-29"),
        ("2023-08-31", -6, "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-02-29", -12, "2023-02-28"),
        ("2096-02-29", 48, "2100-02-28"),
        ("1996-02-29", 48, "2000-02-29"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-01-15", -1, "2023-12-15"),
        ("2024-05-31", 0, "2024-05-31"),
    ],
)
def test_a_month_ends_where_the_day_does_not_exist(day: str, months: int, reached: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(reached)


@given(DAYS, st.integers(-240, 240))
def test_adding_months_lands_in_the_month_counted_to(day: date, months: int) -> None:
    found = add_months(day, months)
    assert (found.year - day.year) * 12 + found.month - day.month == months
    assert found.day == day.day or (found.day < day.day and (found + timedelta(days=1)).day == 1)


@given(DAYS)
def test_a_month_goes_from_its_first_to_its_last_day(day: date) -> None:
    first, last = month_of(day)
    assert first <= day <= last
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert (first.year, first.month) == (last.year, last.month)


def test_a_shift_stops_at_the_days_a_date_can_hold() -> None:
    assert shift(date(2024, 1, 1), Duration(amount=10**6, unit="months")) == date.max
    assert shift(date(2024, 1, 1), Duration(amount=10**6, unit="months"), -1) == date.min
    assert shift(date(2024, 1, 1), Duration(amount=10**10, unit="days")) == date.max
    assert shift(date.max, Duration(amount=1, unit="days")) == date.max
    assert shift(date(2024, 3, 1), Duration(amount=1, unit="days"), -1) == date(2024, 2, 29)


# Look-backs


def looks(when: date | None, amount: int, unit: str, direction: str, anchor: date) -> object:
    """What `when within … before/after anchor` says; None stands for an event that has not happened."""
    event = constant(when) if when else never()
    return evaluated(within(event, amount, unit, direction, constant(anchor)), policy(), world())


def never() -> t.Constant:
    return t.Constant(value=NEVER, type=DATE)  # type: ignore[arg-type]


def test_a_look_back_includes_both_its_end_days() -> None:
    anchor = date(2024, 8, 31)
    assert looks(date(2024, 2, 28), 6, "months", "before", anchor) is False
    assert looks(date(2024, 2, 29), 6, "months", "before", anchor) is True
    assert looks(anchor, 6, "months", "before", anchor) is True
    assert looks(date(2024, 9, 1), 6, "months", "before", anchor) is False


def test_a_look_back_is_not_the_same_as_adding_forwards() -> None:
    """Released on 28 February: within 6 months before 30 August reckoned backwards, though + 6 months is the 28th."""
    released, assigned = date(2023, 2, 28), date(2023, 8, 30)
    assert looks(released, 6, "months", "before", assigned) is True
    assert add_months(released, 6) < assigned


def test_a_look_ahead_includes_both_its_end_days() -> None:
    anchor = date(2024, 1, 31)
    assert looks(date(2024, 1, 30), 1, "months", "after", anchor) is False
    assert looks(anchor, 1, "months", "after", anchor) is True
    assert looks(date(2024, 2, 29), 1, "months", "after", anchor) is True
    assert looks(date(2024, 3, 1), 1, "months", "after", anchor) is False


def test_days_are_counted_one_by_one() -> None:
    anchor = date(2024, 3, 1)
    assert looks(date(2024, 2, 16), 14, "days", "before", anchor) is True
    assert looks(date(2024, 2, 15), 14, "days", "before", anchor) is False


def test_what_never_happened_lies_within_nothing() -> None:
    assert looks(None, 6, "months", "before", date(2024, 1, 1)) is False
    assert looks(None, 6, "months", "after", date(2024, 1, 1)) is False


@given(DAYS, DAYS, st.integers(0, 36))
def test_look_backs_and_look_aheads_agree_with_the_calendar(when: date, anchor: date, months: int) -> None:
    assert looks(when, months, "months", "before", anchor) is (add_months(anchor, -months) <= when <= anchor)
    assert looks(when, months, "months", "after", anchor) is (anchor <= when <= add_months(anchor, months))


# Periods


def cut(kind: PeriodKind, first: str, last: str) -> list[tuple[str, str]]:
    found = periods(kind, date.fromisoformat(first), date.fromisoformat(last))
    return [(begin.isoformat(), end.isoformat()) for begin, end in found]


def test_years_quarters_and_months_are_cut_at_the_outer_ones() -> None:
    assert cut("calendar_year", "2023-07-01", "2025-03-31") == [
        ("2023-07-01", "2023-12-31"),
        ("2024-01-01", "2024-12-31"),
        ("2025-01-01", "2025-03-31"),
    ]
    assert cut("calendar_quarter", "2023-11-15", "2024-04-10") == [
        ("2023-11-15", "2023-12-31"),
        ("2024-01-01", "2024-03-31"),
        ("2024-04-01", "2024-04-10"),
    ]
    assert cut("calendar_month", "2024-01-31", "2024-03-01") == [
        ("2024-01-31", "2024-01-31"),
        ("2024-02-01", "2024-02-29"),
        ("2024-03-01", "2024-03-01"),
    ]
    assert cut("agreement_period", "2023-01-01", "2026-12-31") == [("2023-01-01", "2026-12-31")]


def test_the_last_period_of_all_ends_where_dates_end() -> None:
    assert cut("calendar_year", "9998-05-01", "9999-12-31")[0] == ("9998-05-01", "9998-12-31")
    assert cut("calendar_year", "9998-05-01", "9999-12-30")[1] == ("9999-01-01", "9999-12-30")


def test_the_last_day_of_all_belongs_to_its_month() -> None:
    """Systems write 9999-12-31 for "without end"."""
    assert cut("calendar_month", "9999-12-31", "9999-12-31") == [("9999-12-31", "9999-12-31")]


@given(st.sampled_from(["calendar_year", "calendar_quarter", "calendar_month"]), DAYS, st.integers(0, 3000))
def test_periods_follow_each_other_without_gap_or_overlap(kind: PeriodKind, first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = list(periods(kind, first, last))
    assert found[0][0] == first
    assert found[-1][1] == last
    assert all(begin <= end for begin, end in found)
    assert all(end + timedelta(days=1) == begin for (_, end), (begin, _) in pairwise(found))

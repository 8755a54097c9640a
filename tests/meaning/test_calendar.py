"""Days and months: where a month ends, what a look-back reaches, and how a period is cut."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from cores import DATE, constant, evaluated, policy, within, world
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration, PeriodKind, add_months, month_of, next_working_day, periods, shift
from klausul_dsl.holidays import holidays_of, is_working_day
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


# Days that do not count


def test_six_weeks_that_skip_july_and_august() -> None:
    """The notice of a youth dwelling: asked on 25 June 2024, due on 7 October."""
    six_weeks = Duration(amount=42, unit="days", skipping=(7, 8))
    assert shift(date(2024, 6, 25), six_weeks) == date(2024, 10, 7)
    assert shift(date(2024, 10, 7), six_weeks, -1) == date(2024, 6, 25)
    assert shift(date(2024, 7, 15), Duration(amount=1, unit="days", skipping=(7, 8))) == date(2024, 9, 1)
    assert shift(date(2024, 7, 15), Duration(amount=0, unit="days", skipping=(7, 8))) == date(2024, 7, 15)


@given(DAYS, st.integers(0, 200), st.sets(st.integers(1, 12), max_size=11), st.sampled_from([1, -1]))
def test_skipped_months_against_counting_day_by_day(day: date, amount: int, skipping: set[int], sign: int) -> None:
    """The first day counted is the day after, or backwards the day before."""
    reached, left = day, amount
    while left:
        reached += timedelta(days=sign)
        left -= reached.month not in skipping
    by = Duration(amount=amount, unit="days", skipping=tuple(sorted(skipping)))
    assert shift(day, by, sign) == reached  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "months", "reached"),
    [
        ("2024-01-31", 1, "2024-03-01"),
        ("2024-08-31", -6, "2024-03-01"),
        ("2023-08-31", -6, "2023-03-01"),
        ("2024-02-29", 12, "2025-03-01"),
        ("2024-03-31", 1, "2024-05-01"),
        ("2024-03-30", 1, "2024-04-30"),
        ("2023-11-30", 3, "2024-03-01"),
    ],
)
def test_a_day_that_a_month_has_not_rolls_over_to_the_next(day: str, months: int, reached: str) -> None:
    by = Duration(amount=abs(months), unit="months", rolls_over=True)
    assert shift(date.fromisoformat(day), by, 1 if months > 0 else -1) == date.fromisoformat(reached)


@given(DAYS, st.integers(-60, 60))
def test_rolling_over_differs_from_the_last_day_by_one_day_at_most(day: date, months: int) -> None:
    rolled = shift(day, Duration(amount=abs(months), unit="months", rolls_over=True), 1 if months >= 0 else -1)
    clamped = add_months(day, months)
    assert rolled == clamped if clamped.day == day.day else rolled == clamped + timedelta(days=1)


# Working days


HOLIDAYS_OF = {
    2023: "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26",
    2024: "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26",
    2025: "01-01 04-17 04-18 04-20 04-21 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26",
}
"""The public holidays as the calendars of those years print them; General Prayer Day was last kept in 2023."""


@pytest.mark.parametrize("year", HOLIDAYS_OF)
def test_the_holidays_of_known_years(year: int) -> None:
    assert sorted(day.strftime("%m-%d") for day in holidays_of(year)) == HOLIDAYS_OF[year].split()


@given(st.integers(1990, 2090))
def test_the_moving_holidays_follow_easter(year: int) -> None:
    from_easter = {(day - easter(year)).days for day in holidays_of(year)} & set(range(-3, 51))
    kept = {-3, -2, 0, 1, 39, 49, 50} | ({26} if year <= 2023 else set())
    assert from_easter == kept


def test_days_that_are_no_public_holidays_are_working_days() -> None:
    """Constitution Day, Christmas Eve, New Year's Eve and 1 May; and 26 April 2024, no longer a General Prayer Day."""
    for day in ((2024, 6, 5), (2024, 12, 24), (2024, 12, 31), (2024, 5, 1), (2024, 4, 26)):
        assert is_working_day(date(*day))
    assert not is_working_day(date(2023, 5, 5))


@given(DAYS, st.integers(0, 30), st.sampled_from([1, -1]))
def test_working_days_are_counted_one_by_one(day: date, amount: int, sign: int) -> None:
    reached = shift(day, Duration(amount=amount, unit="working_days"), sign)  # type: ignore[arg-type]
    between = [day + sign * timedelta(days=number) for number in range(1, abs((reached - day).days) + 1)]
    assert sum(is_working_day(other) for other in between) == amount
    assert amount == 0 or is_working_day(reached)


@given(DAYS)
def test_the_next_working_day_is_the_first_from_the_day_on(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(days=number)) for number in range((found - day).days))


def test_easter_moves_a_day_over_five() -> None:
    assert next_working_day(date(2024, 3, 28)) == date(2024, 4, 2)
    assert shift(date(2024, 3, 27), Duration(amount=1, unit="working_days")) == date(2024, 4, 2)
    assert shift(date(2024, 4, 2), Duration(amount=1, unit="working_days"), -1) == date(2024, 3, 27)
    assert next_working_day(date.max) == date.max

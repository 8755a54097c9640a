"""The individual agreements with each organisation and the criteria it uses (4.1, 4.2, 5.6, 6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from .answers import agreed_share_outcome
from .attested import state
from .figures import Row
from .places import FIRST_DAY, LEVEL_1, YEARS
from .plan import Expected, Plan
from .world import ORGANISATIONS

MADE, SHARE = "individual_agreement_with_each_organisation", "agreed_share_at_most_one_third"
WITHIN, INCLUDED = "flexible_within_the_agreed_share", "work_and_education_are_among_the_criteria"
LISTED, FURTHER = "criteria_are_on_the_agreed_list", "further_criteria_only_where_limits_are_exceeded"
PURPOSE = (
    "purpose_of_the_transfer_agreement_attested",
    "aftalen om oprykning har til formål at opfylde rammeaftalens mål",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Agreement:
    """An agreement with one organisation; a blank share is not known."""

    key: str
    organisation: str
    agreed_on: date
    starts_on: date | None = None
    until: date | None = None
    share: Decimal | None
    internal_first: bool
    expected: str = ""
    note: str = ""


_AGREEMENTS = (
    _Agreement(
        key="UA-01",
        organisation="201",
        agreed_on=date(2023, 1, 1),
        share=Decimal("33.33"),
        internal_first=True,
        expected="near_miss",
        note="33,33 % is less than one third",
    ),
    _Agreement(
        key="UA-02",
        organisation="202",
        agreed_on=date(2023, 3, 14),
        until=date(2024, 12, 31),
        share=Decimal("33.34"),
        internal_first=True,
        expected="breach",
        note="33,34 % is more than one third",
    ),
    _Agreement(
        key="UA-03",
        organisation="203",
        agreed_on=date(2023, 2, 2),
        share=Decimal("12.5"),
        internal_first=False,
    ),
    _Agreement(
        key="UA-04",
        organisation="205",
        agreed_on=date(2023, 5, 30),
        share=None,
        internal_first=True,
        expected="undetermined",
        note="the share is blank",
    ),
    _Agreement(
        key="UA-05",
        organisation="202",
        agreed_on=date(2024, 12, 12),
        starts_on=date(2025, 1, 1),
        share=Decimal("30"),
        internal_first=False,
    ),
    _Agreement(
        key="UA-06",
        organisation="206",
        agreed_on=date(2026, 12, 31),
        share=Decimal("25"),
        internal_first=True,
    ),
)
"""204 has made none; 206 made its own on the last day; that of 202 was made anew."""

_BEFORE, _EDUCATION_FROM = date(2022, 11, 1), date(2023, 6, 1)
_CRITERIA: tuple[tuple[str, str | None, date, str | None, str, str, str], ...] = (
    ("201", "201-01", date(2023, 1, 1), "employment", LISTED, "near_miss", "on the list"),
    ("201", "201-01", date(2026, 12, 31), "education", LISTED, "near_miss", "on the list, adopted on the last day"),
    ("201", "201-01", date(2023, 6, 1), "elderly", LISTED, "near_miss", "on the list"),
    ("201", "201-01", date(2023, 6, 1), "no_convictions", LISTED, "depends", "not on the list of 4.1"),
    ("202", "202-01", date(2023, 3, 14), "employment", LISTED, "near_miss", "on the list"),
    ("202", "202-01", date(2023, 3, 14), "education", LISTED, "near_miss", "on the list"),
    ("202", "202-01", date(2024, 9, 2), "other", LISTED, "depends", "not on the list of 4.1"),
    ("203", "203-01", date(2023, 2, 2), "employment", LISTED, "near_miss", "on the list"),
    ("203", "203-01", date(2027, 1, 4), "education", "", "", ""),
    ("204", "204-01", date(2023, 4, 11), "employment", LISTED, "near_miss", "on the list"),
    ("204", "204-01", date(2023, 4, 11), "education", LISTED, "near_miss", "on the list"),
    ("205", "205-01", date(2023, 5, 30), "employment", "", "", ""),
    ("205", "205-01", date(2023, 5, 30), "education", "", "", ""),
    ("205", "205-01", date(2023, 9, 1), "no_convictions", FURTHER, "near_miss", "the figures exceed"),
    ("201", "201-03", date(2023, 9, 1), "education_level", FURTHER, "depends", "no figure exceeds"),
    ("206", None, date(2024, 2, 5), "education", LISTED, "near_miss", "on the list, in every estate"),
    *((key, None, _BEFORE, "employment", "", "", "") for key in ("201", "202", "203", "204", "205")),
    *((key, None, _BEFORE, "education", "", "", "") for key in ("201", "202", "204", "205")),
    ("203", None, date(2023, 6, 1), "education", LISTED, "near_miss", "on the list, in every estate"),
)
"""Organisation, estate (none: all of them), day and criterion; 203 had no education at first, 206 has no work."""


def plan_individual(plan: Plan) -> None:
    """What is expected of the agreements, the shares that they set and the criteria."""
    for item in _AGREEMENTS:
        if item.expected:
            _expect(plan, SHARE, "letting_agreement", item.key, item.expected, item.note)
    _expect(plan, MADE, "organisation", "204", "breach", "no agreement was made", "whole")
    _expect(plan, MADE, "organisation", "206", "near_miss", "made on the last day", "whole")
    _shares(plan)
    first = [(item.key, item.agreed_on) for item in _AGREEMENTS if item.internal_first]
    state(plan, *PURPOSE, "letting_agreement", first)
    for number, (_, _, _, _, rule, outcome, note) in enumerate(_CRITERIA, start=1):
        if outcome:
            _expect(plan, rule, "letting_criterion", f"K{number:02d}", outcome, note)
    _included(plan)


def _included(plan: Plan) -> None:
    """Flexible lettings of 203 at level 1 before it had education among its criteria, and on the day it got it."""
    for case in plan.cases:
        if case.estate.organisation != "203" or case.let_on is None or not FIRST_DAY <= case.let_on <= _EDUCATION_FROM:
            continue
        stretch = case.estate.stretch(case.let_on)
        if LEVEL_1 not in stretch.levels or case.letting_type not in ("flexible", None):
            continue
        outcome, note = "breach", "no criterion of education yet"
        if case.let_on == _EDUCATION_FROM:
            outcome, note = "near_miss", "education was adopted that day"
        elif case.letting_type is None or case.dwelling_kind is None or stretch.doubt:
            outcome, note = "undetermined", "no criterion of education yet; whether it is a flexible letting is blank"
        _expect(plan, INCLUDED, "letting", case.key("letting"), outcome, note)


def _shares(plan: Plan) -> None:
    for organisation in ORGANISATIONS:
        cases = [case for case in plan.cases if case.estate.organisation == organisation.key]
        for year in (*YEARS, None):
            share = _share(organisation.key, date(year or 2026, 12, 31))
            outcome = agreed_share_outcome(cases, year, share)
            if outcome in ("compliant", "not_applicable"):
                continue
            note = "no share is delivered" if share is None else f"{share} % is agreed"
            period, reading = (str(year), "share_period=each_year") if year else ("whole", "")
            _expect(plan, WITHIN, "organisation", organisation.key, outcome, note, period, reading)


def _share(organisation: str, day: date) -> Decimal | None:
    """The share agreed with an organisation on a day."""
    for item in _AGREEMENTS:
        if item.organisation == organisation and (item.starts_on or item.agreed_on) <= day <= (item.until or date.max):
            return item.share
    return None


def _expect(
    plan: Plan, rule: str, subject: str, key: str, outcome: str, note: str, period: str = "", reading: str = ""
) -> None:
    plan.expected.append(
        Expected(rule=rule, subject=subject, key=key, period=period, outcome=outcome, note=note, reading=reading)
    )


def agreements() -> Iterator[Row]:
    """The rows of the individual agreements."""
    for item in _AGREEMENTS:
        start = item.starts_on or item.agreed_on
        yield (item.key, item.organisation, item.agreed_on, start, item.until, item.share, item.internal_first)


def criteria() -> Iterator[Row]:
    """The rows of the criteria."""
    for number, (organisation, estate, day, kind, *_) in enumerate(_CRITERIA, start=1):
        yield (f"K{number:02d}", organisation, estate, day, kind)

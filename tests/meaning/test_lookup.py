"""What a record says, and what held on a day."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from cores import (
    AS_OF,
    VOCABULARY,
    dated,
    evaluated,
    field,
    policy,
    record,
    world,
)

from klausul_dsl.kleene import Value
from klausul_dsl.lookup import dated_fact
from klausul_dsl.values import (
    NEVER,
    Coverage,
    Disagreement,
    Reason,
    Record,
    Unknown,
    Unreadable,
)

ESTATE = record("estate", "E1", area="O1", organisation="X1")
AREA = record("area", "O1")
DAY = date(2023, 6, 1)
FULL = {"designation": Coverage(date(2021, 12, 1), None), "key_figures": Coverage(), "rehousing_period": Coverage()}


def reason(found: Value) -> Reason | None:
    """The one reason why a value is unknown; None where it is known."""
    if not isinstance(found, Unknown):
        return None
    (single,) = {cause.reason for cause in found.causes}
    return single


def fact(name: str, day: date, *rows: Record, known_by: date | None = None, coverage: Any = FULL) -> Value:
    """A dated fact of the estate E1 on a day, in a world of the estate, its area and these rows."""
    where = world(ESTATE, AREA, *rows, coverage=coverage)
    described = VOCABULARY.entities["estate"].dated[name]
    return dated_fact(ESTATE, described, day, known_by, VOCABULARY, where, lambda _record, _name: None)


# States: the ministry's list


def designation(key: str = "D1", kind: Any = "prevention", **cells: Any) -> Record:
    cells = {"in_force_from": date(2022, 12, 1), "in_force_to": date(2023, 11, 30), **cells}
    return record("designation", key, **{"area": "O1", "kind": kind, **cells})


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2022, 11, 30), "none"),
        (date(2022, 12, 1), "prevention"),
        (date(2023, 11, 30), "prevention"),
        (date(2023, 12, 1), "none"),
    ],
)
def test_a_state_holds_from_its_first_to_its_last_day(day: date, kind: str) -> None:
    assert fact("designation", day, designation()) == kind


def test_a_blank_end_is_open() -> None:
    row = designation(in_force_to=None)
    assert fact("designation", date(2030, 1, 1), row) == "prevention"
    assert fact("designation", date(2022, 11, 30), row) == "none"


def test_a_list_that_is_not_loaded_for_the_day_says_nothing() -> None:
    before = date(2021, 11, 30)
    assert reason(fact("designation", before)) is Reason.MISSING_FACTS
    assert fact("designation", date(2021, 12, 1)) == "none"
    assert reason(fact("designation", DAY, coverage={})) is Reason.MISSING_FACTS
    until = {"designation": Coverage(None, date(2023, 5, 31))}
    assert reason(fact("designation", DAY, coverage=until)) is Reason.MISSING_FACTS
    assert fact("designation", date(2023, 5, 31), coverage=until) == "none"


def test_a_row_in_force_needs_no_declared_completeness() -> None:
    assert fact("designation", DAY, designation(), coverage={}) == "prevention"


def test_a_class_reads_only_what_was_published_by_its_day() -> None:
    row = designation(published_on=date(2023, 7, 1))
    assert fact("designation", DAY, row, known_by=DAY) == "none"
    assert fact("designation", DAY, row, known_by=date(2023, 7, 1)) == "prevention"
    assert fact("designation", DAY, row) == "prevention"


def test_two_rows_that_agree_are_one_and_two_that_differ_are_a_conflict() -> None:
    again = designation("D2", source="another list")
    assert fact("designation", DAY, designation(), again) == "prevention"
    found = fact("designation", DAY, designation(), designation("D2", "vulnerable"))
    assert reason(found) is Reason.CONFLICT
    assert isinstance(found, Unknown)
    assert found.candidates == {"prevention", "vulnerable"}


def test_a_row_that_may_be_in_force_makes_the_state_unknown() -> None:
    assert reason(fact("designation", DAY, designation(in_force_from=None))) is Reason.MISSING_FACTS
    assert reason(fact("designation", DAY, designation(in_force_from=Unreadable("vinter")))) is Reason.MISSING_FACTS
    assert reason(fact("designation", DAY, designation(in_force_to=Unreadable("snart")))) is Reason.MISSING_FACTS
    assert reason(fact("designation", DAY, designation(area=None))) is Reason.MISSING_FACTS
    assert reason(fact("designation", DAY, designation(rejected=True))) is Reason.REJECTED_ROWS


def test_a_row_that_cannot_be_in_force_does_no_harm() -> None:
    over = designation(in_force_from=None, in_force_to=date(2022, 12, 31))
    later = designation(in_force_from=date(2023, 6, 2), in_force_to=Unreadable("snart"))
    elsewhere = designation(area="O2", in_force_from=None)
    rejected = designation(in_force_from=date(2024, 1, 1), rejected=True)
    for row in (over, later, elsewhere, rejected):
        assert fact("designation", DAY, row) == "none"


def test_an_unreadable_value_is_unreadable() -> None:
    assert reason(fact("designation", DAY, designation(kind=Unreadable("gul")))) is Reason.UNREADABLE
    assert reason(fact("designation", DAY, designation(kind=None))) is Reason.MISSING_FACTS


def test_a_fact_that_a_record_exists() -> None:
    row = record("rehousing_period", "R1", estate="E1", in_force_from=date(2023, 1, 1), in_force_to=None)
    assert fact("rehousing", DAY, row) is True
    assert fact("rehousing", DAY) is False
    doubtful = record("rehousing_period", "R2", estate="E1", in_force_from=None, in_force_to=None)
    assert reason(fact("rehousing", DAY, doubtful)) is Reason.MISSING_FACTS
    assert fact("rehousing", DAY, row, doubtful) is True
    assert fact("rehousing_scope", DAY) == "none"


def test_a_stated_fact_outranks_the_list() -> None:
    estate = record("estate", "E1", area="O1", designation="vulnerable")
    found = evaluated(dated("estate", "designation"), policy(), world(estate, designation()), estate, day=DAY)
    assert found == "vulnerable"


def test_a_state_without_a_day_of_publication_was_published_when_it_came_into_force() -> None:
    assert fact("designation", DAY, designation(published_on=None), known_by=DAY) == "prevention"


# Observations: the key figures


def figures(key: str, observed: Any, residents: Any = 900, **cells: Any) -> Record:
    cells = {"source": "building_fund", "published_on": date(2022, 1, 1), **cells}
    return record(
        "key_figures", key, estate=cells.pop("estate", "E1"), observed_on=observed, residents=residents, **cells
    )


def test_the_latest_observation_holds_until_the_next() -> None:
    rows = figures("K1", date(2022, 1, 1), 900), figures("K2", date(2023, 1, 1), 1100)
    assert fact("residents", date(2022, 12, 31), *rows) == 900
    assert fact("residents", date(2023, 1, 1), *rows) == 1100


def test_an_observation_holds_at_most_its_age() -> None:
    row = figures("K1", date(2022, 1, 31))
    assert fact("residents", date(2024, 1, 31), row) == 900
    assert reason(fact("residents", date(2024, 2, 1), row)) is Reason.MISSING_FACTS
    assert reason(fact("residents", date(2022, 1, 30), row)) is Reason.MISSING_FACTS


def test_figures_published_later_are_not_read_by_a_class() -> None:
    early = figures("K1", date(2022, 1, 1), 900)
    late = figures("K2", date(2023, 1, 1), 1100, published_on=date(2023, 6, 2))
    assert fact("residents", DAY, early, late, known_by=DAY) == 900
    assert fact("residents", DAY, early, late) == 1100
    assert fact("residents", DAY, early, late, known_by=date(2023, 6, 2)) == 1100


def test_a_row_that_could_be_later_makes_the_figure_unknown() -> None:
    certain = figures("K1", date(2022, 1, 1))
    for doubtful in (
        figures("K2", None, 1100),
        figures("K2", Unreadable("i fjor"), 1100),
        figures("K2", date(2023, 1, 1), 1100, source=None),
        figures("K2", date(2023, 1, 1), 1100, estate=None),
    ):
        assert reason(fact("residents", DAY, certain, doubtful)) is Reason.MISSING_FACTS
    unpublished = figures("K2", date(2023, 1, 1), 1100, published_on=None)
    assert reason(fact("residents", DAY, certain, unpublished, known_by=DAY)) is Reason.MISSING_FACTS
    assert fact("residents", DAY, certain, unpublished) == 1100
    same_day = figures("K2", date(2022, 1, 1), 1100, source=None)
    assert reason(fact("residents", DAY, certain, same_day)) is Reason.MISSING_FACTS
    rejected = figures("K2", date(2023, 1, 1), 1100, rejected=True)
    assert reason(fact("residents", DAY, certain, rejected)) is Reason.REJECTED_ROWS


def test_a_doubtful_row_that_is_older_does_no_harm() -> None:
    certain = figures("K1", date(2023, 1, 1))
    older = figures("K2", date(2022, 1, 1), 1100, source=None)
    ministry = figures("K3", None, 1200, source="ministry")
    assert fact("residents", DAY, certain, older, ministry) == 900


def test_two_observations_of_one_day_that_differ_are_a_conflict() -> None:
    rows = figures("K1", date(2023, 1, 1), 900), figures("K2", date(2023, 1, 1), 1100)
    found = fact("residents", DAY, *rows)
    assert reason(found) is Reason.CONFLICT
    assert isinstance(found, Unknown)
    assert found.candidates is None


def test_a_blank_figure_is_not_filled_from_an_older_observation() -> None:
    rows = figures("K1", date(2022, 1, 1), 900), figures("K2", date(2023, 1, 1), None)
    assert reason(fact("residents", DAY, *rows)) is Reason.MISSING_FACTS


# Cells


def cell(entity: str, name: str, content: Any, *, coverage: Any = None, rejected: bool = False) -> Value:
    row = record(entity, "1", rejected=rejected, **{name: content})
    return evaluated(field(entity, name), policy(), world(coverage=coverage), row, day=DAY)


def test_a_blank_value_is_unknown() -> None:
    assert reason(cell("dwelling", "rooms", None)) is Reason.MISSING_FACTS
    assert cell("dwelling", "rooms", 3) == Fraction(3)


def test_an_unreadable_cell_is_listed_with_its_text() -> None:
    found = cell("dwelling", "rooms", Unreadable("tre"))
    assert isinstance(found, Unknown)
    (cause,) = found.causes
    assert (cause.reason, cause.entity, cause.name, cause.detail) == (Reason.UNREADABLE, "dwelling", "rooms", "tre")


def test_a_disagreement_keeps_its_candidates_where_all_are_choices() -> None:
    found = cell("dwelling", "kind", Disagreement(("family", "youth")))
    assert isinstance(found, Unknown)
    assert reason(found) is Reason.CONFLICT
    assert found.candidates == {"family", "youth"}
    other = cell("dwelling", "kind", Disagreement(("family", "hus")))
    assert isinstance(other, Unknown)
    assert other.candidates is None


def test_a_blank_event_date_of_a_complete_type_has_not_happened() -> None:
    complete = {"household_member": Coverage(None, AS_OF)}
    assert cell("household_member", "released_on", None, coverage=complete) is NEVER
    short = {"household_member": Coverage(None, date(2024, 6, 29))}
    assert reason(cell("household_member", "released_on", None, coverage=short)) is Reason.MISSING_FACTS
    assert reason(cell("household_member", "released_on", None, coverage={})) is Reason.MISSING_FACTS
    unread = cell("household_member", "released_on", Unreadable("sidst"), coverage=complete)
    assert reason(unread) is Reason.UNREADABLE


def test_a_planned_date_is_not_an_event() -> None:
    assert cell("household_member", "released_on", date(2024, 7, 1)) is NEVER
    assert cell("household_member", "released_on", AS_OF) == AS_OF
    assert cell("household_member", "born_on", date(2024, 7, 1)) == date(2024, 7, 1)


def test_a_blank_event_date_of_a_rejected_row_is_not_an_event_that_never_happened() -> None:
    assert reason(cell("household_member", "released_on", None, rejected=True)) is Reason.REJECTED_ROWS


def test_an_orphan_leads_nowhere() -> None:
    found = cell("vacancy", "dwelling", "B9")
    assert reason(found) is Reason.MISSING_FACTS
    row = record("vacancy", "V1", dwelling="B9")
    assert reason(evaluated(field("vacancy", "dwelling", "kind"), policy(), world(row), row)) is Reason.MISSING_FACTS


def test_a_dated_fact_through_an_area_that_is_not_listed_is_still_found() -> None:
    """The list of designations names the area; that the area has no record of its own does not matter."""
    described = VOCABULARY.entities["estate"].dated["designation"]
    where = world(ESTATE, designation())
    found = dated_fact(ESTATE, described, DAY, None, VOCABULARY, where, lambda _record, _name: None)
    assert found == "prevention"

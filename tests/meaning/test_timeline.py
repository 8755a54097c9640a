"""What holds throughout a time, against asking on every single day of it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from cores import (
    VOCABULARY,
    branch,
    classification,
    classified,
    compare,
    constant,
    dated,
    evaluated,
    interpreted,
    parameter,
    parameter_value,
    placement,
    policy,
    reading,
    record,
    review,
    subject,
    throughout,
    validity,
)
from cores import world as world_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_policies import KEYS, Maker, Scope, random_world

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration, shift
from klausul_dsl.datatypes import Number, Unit
from klausul_dsl.evaluate import value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Truth, same
from klausul_dsl.readings import defaults
from klausul_dsl.timeline import course, days_of_change
from klausul_dsl.values import Coverage, Record, Unknown

QUICK = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
RANDOMS = st.integers(0, 2**32 - 1).map(Random)
DAY = timedelta(days=1)


def every_day(node: t.Expression, first: date, last: date, record: Record, context: Context) -> Truth:
    """The conjunction over every single day, asked afresh on each."""
    found = [
        value(node, Frame(context, (record,), first + number * DAY, None, Track()))
        for number in range((last - first).days + 1)
    ]
    if False in found:
        return False
    causes = frozenset(cause for item in found if isinstance(item, Unknown) for cause in item.causes)
    return Unknown(causes) if any(isinstance(item, Unknown) for item in found) else True


def agree(left: object, right: object) -> bool:
    return isinstance(left, Unknown) == isinstance(right, Unknown) if isinstance(right, Unknown) else left is right


@QUICK
@given(RANDOMS)
def test_throughout_is_what_every_single_day_says(random: Random) -> None:
    """Random conditions over dated facts, placements, parameters and readings that hold for a time."""
    maker = Maker(random)
    maker.declare()
    items = (*maker.parameters, *maker.readings, *maker.definitions, *maker.classes, *maker.placements)
    what, where = policy(*items, start=date(2023, 7, 1), end=date(2024, 12, 31)), random_world(random)
    rows = [row for entity in ("assignment", "estate", "dwelling") for row in where.of(entity)]
    if not rows:
        return
    row = random.choice(rows)
    node = maker.condition(Scope((row.entity,)), 2)
    context = Context(what, VOCABULARY, where, defaults(what))
    anchor = maker.day()
    by = Duration(amount=random.randint(0, 8), unit="months")
    for direction in ("before", "after"):
        asked = t.Throughout(
            condition=node,
            duration=by,
            direction=direction,
            anchor=constant(anchor),
            type=node.type,  # type: ignore[arg-type]
        )
        first, last = (shift(anchor, by, -1), anchor) if direction == "before" else (anchor, shift(anchor, by))
        found = value(asked, Frame(context, (row,), None, None, Track()))
        assert agree(found, every_day(node, first, last, row, context))


@QUICK
@given(RANDOMS)
def test_a_value_stays_the_same_between_its_days_of_change(random: Random) -> None:
    maker = Maker(random)
    maker.declare()
    items = (*maker.parameters, *maker.readings, *maker.definitions, *maker.classes, *maker.placements)
    what, where = policy(*items, start=date(2023, 7, 1)), random_world(random)
    row = where.get("estate", random.choice(KEYS["estate"]))
    of = maker.classified("level", Scope(("estate",)), 0)
    if row is None or of is None:
        return
    context = Context(what, VOCABULARY, where, defaults(what))
    first, last = date(2023, 1, 1), date(2024, 6, 30)
    kept = course(of, row, days_of_change(of, context, first, last), context, value)
    now = 0
    for number in range((last - first).days + 1):
        day = first + number * DAY
        while now + 1 < len(kept.days) and kept.days[now + 1] <= day:
            now += 1
        asked = value(of, Frame(context, (row,), day, None, Track()))
        assert same(kept.found[now][0], asked)


AREA = record("area", "A")
ESTATE = record("estate", "E", area="A")
PREVENTION = compare(dated("estate", "designation"), "=", "prevention")


def designated(key: str, start: date, end: date | None, published: date | None = None) -> Record:
    return record(
        "designation", key, area="A", kind="prevention", in_force_from=start, in_force_to=end, published_on=published
    )


def holds(node: t.Expression, anchor: date, *rows: Record, what: t.Policy | None = None, **how: object) -> object:
    """Whether a condition holds throughout the year before a day."""
    asked = throughout(node, 12, "months", "before", constant(anchor))
    return evaluated(asked, what or policy(), world_of(AREA, ESTATE, *rows, **how), ESTATE)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (date(2023, 5, 1), date(2024, 5, 1), True),
        (date(2023, 5, 2), None, False),
        (date(2023, 5, 1), date(2024, 4, 30), False),
        (date(2020, 1, 1), None, True),
    ],
)
def test_both_end_days_count(start: date, end: date | None, expected: bool) -> None:
    assert holds(PREVENTION, date(2024, 5, 1), designated("S", start, end)) is expected


def test_a_gap_of_one_day_is_a_gap() -> None:
    first = designated("S1", date(2022, 1, 1), date(2023, 10, 31))
    assert holds(PREVENTION, date(2024, 5, 1), first, designated("S2", date(2023, 11, 1), None)) is True
    assert holds(PREVENTION, date(2024, 5, 1), first, designated("S2", date(2023, 11, 2), None)) is False


def test_a_list_that_is_not_complete_on_every_day_leaves_it_open() -> None:
    state = designated("S", date(2022, 1, 1), date(2023, 10, 31))
    absent = t.Not(operand=PREVENTION, type=PREVENTION.type)
    for coverage in (Coverage(date(2023, 12, 2), None), Coverage(None, date(2024, 3, 1))):
        assert isinstance(holds(absent, date(2024, 12, 1), state, coverage={"designation": coverage}), Unknown)
    whole = Coverage(date(2023, 12, 1), date(2024, 12, 1))
    assert holds(absent, date(2024, 12, 1), state, coverage={"designation": whole}) is True


def test_a_parameter_and_a_reading_change_on_their_days() -> None:
    percent = Number(Unit.PERCENT)
    limit = parameter("limit", percent, (date(2020, 1, 1), 50), (date(2023, 9, 1), 30))
    is_high = compare(parameter_value("limit", percent), ">=", 40)
    assert holds(is_high, date(2023, 8, 31), what=policy(limit)) is True
    assert holds(is_high, date(2023, 9, 1), what=policy(limit)) is False
    late = reading("how", "yes", "no", during=validity(date(2023, 9, 1), None))
    ways = interpreted("how", yes=constant(value=True), no=constant(value=False))
    asked = throughout(ways, 12, "months", "before", constant(date(2024, 1, 1)))
    where = world_of(AREA, ESTATE)
    assert evaluated(asked, policy(late), where, ESTATE, how="no") is False
    before = throughout(ways, 1, "months", "before", constant(date(2023, 8, 31)))
    assert evaluated(before, policy(late), where, ESTATE, how="no") is True


def test_a_placed_class_changes_on_its_review_days_and_by_what_is_recorded() -> None:
    level = classification(branch("red", PREVENTION), branch("green", None))
    yearly = placement(review(yearly=(1, 12)))
    what = policy(level, yearly)
    is_green = compare(classified("estate"), "=", "green")
    state = designated("S", date(2023, 7, 1), None)
    assert holds(is_green, date(2023, 11, 30), state, what=what) is True
    assert holds(is_green, date(2023, 12, 1), state, what=what) is False
    recorded = record(
        "placement", "P", estate="E", classification="level", **{"class": "red"}, in_force_from=date(2023, 9, 1)
    )
    assert holds(is_green, date(2023, 11, 30), recorded, what=what) is False


def test_a_condition_on_the_day_itself_is_asked_every_day() -> None:
    before_may = compare(t.Day(type=constant(date(2024, 1, 1)).type), "<", date(2024, 5, 1))
    assert holds(before_may, date(2024, 4, 30)) is True
    assert holds(before_may, date(2024, 5, 1)) is False


def test_what_has_not_happened_is_no_anchor() -> None:
    lease = record("step_down_lease", "L", ended_on=None)
    ended = t.Field(of=subject("step_down_lease"), name="ended_on", type=constant(date(2024, 1, 1)).type)
    asked = throughout(constant(value=True), 1, "months", "before", ended)
    assert evaluated(asked, policy(), world_of(lease), lease) is False
    assert isinstance(evaluated(asked, policy(), world_of(lease, coverage={}), lease), Unknown)

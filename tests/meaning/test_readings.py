"""What is firm, and on which readings an outcome depends."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

from cores import (
    YEAR,
    bound,
    branch,
    by,
    classification,
    classified,
    compare,
    constant,
    dated,
    defined,
    definition,
    every,
    field,
    findings,
    interpreted,
    judged,
    negated,
    policy,
    quota,
    reading,
    record,
    rule,
    some,
    validity,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.outcomes import Judged, Outcome

COMPLIANT, BREACH, UNDETERMINED = Outcome.COMPLIANT, Outcome.BREACH, Outcome.UNDETERMINED
DAY = date(2023, 6, 1)
RESERVED = field("vacancy", "reserved_for_rehousing")
ROOMS = field("vacancy", "dwelling", "rooms")
WHICH = reading("which", "one", "two")


def found(what: t.Policy, rooms: Any = 3, reserved: Any = False, **chosen: str) -> Judged:
    """What the only rule of a policy says of one vacancy."""
    estate = record("estate", "E1", designation="none", residents=500)
    home = record("dwelling", "B1", rooms=rooms, estate="E1", kind="family")
    vacancy = record("vacancy", "V1", dwelling="B1", vacant_on=DAY, reserved_for_rehousing=reserved)
    return findings(what, world(estate, home, vacancy), **chosen)["V1"]


def least(number: int) -> t.Compare:
    return compare(ROOMS, ">=", number)


def gives(item: Judged) -> dict[str, dict[str, Outcome]]:
    return {dependence.reading: dict(dependence.outcomes) for dependence in item.depends_on}


CHOICE = interpreted("which", one=least(3), two=least(4))
RULE = policy(WHICH, rule("vacancy", CHOICE))


def test_an_outcome_that_differs_names_the_reading_and_what_each_alternative_gives() -> None:
    item = found(RULE, rooms=3)
    assert (item.judgement.outcome, item.firmness) == (COMPLIANT, "depends")
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}


def test_an_outcome_that_does_not_differ_is_firm() -> None:
    assert (found(RULE, rooms=5).firmness, found(RULE, rooms=1).firmness) == ("firm", "firm")
    assert found(RULE, rooms=None).firmness == "firm"


def test_the_outcome_is_that_of_the_chosen_alternative() -> None:
    item = found(RULE, rooms=3, which="two")
    assert (item.judgement.outcome, item.firmness) == (BREACH, "depends")
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}


def test_undetermined_in_one_reading_is_a_dependence() -> None:
    item = found(policy(WHICH, rule("vacancy", interpreted("which", one=least(3), two=RESERVED))), reserved=None)
    assert gives(item) == {"which": {"one": COMPLIANT, "two": UNDETERMINED}}


def test_a_reading_that_cannot_matter_is_not_reached() -> None:
    """Behind a condition that is false, or in the other alternative of another reading."""
    shut = policy(WHICH, rule("vacancy", CHOICE, where=[RESERVED]))
    assert found(shut).firmness == "firm"
    outer = reading("outer", "left", "right")
    nested = interpreted("outer", left=interpreted("which", one=least(3), two=least(4)), right=least(9))
    item = found(policy(outer, WHICH, rule("vacancy", nested)), outer="right")
    assert set(gives(item)) == {"outer"}
    assert gives(item)["outer"] == {"left": COMPLIANT, "right": BREACH}


OUTER = reading("outer", "left", "right")


def test_a_reading_inside_another_is_reached_where_the_outer_one_makes_no_difference() -> None:
    """Both alternatives of the outer reading give the same value, each by way of the inner reading."""
    nested = interpreted("outer", left=CHOICE, right=CHOICE)
    item = found(policy(OUTER, WHICH, rule("vacancy", nested)), rooms=3)
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}


def test_a_reading_is_reached_where_only_the_other_alternative_of_an_outer_one_asks_it() -> None:
    nested = interpreted("outer", left=least(2), right=CHOICE)
    item = found(policy(OUTER, WHICH, rule("vacancy", nested)), rooms=3)
    assert (item.judgement.outcome, item.firmness, item.depends_on) == (COMPLIANT, "depends", ())


def test_a_reading_inside_the_chosen_alternative_is_reached_where_the_outer_one_makes_a_difference() -> None:
    """The outer reading changes a value but not the outcome; the inner one changes both."""
    rooms = interpreted("outer", left=interpreted("which", one=constant(4), two=constant(9)), right=constant(2))
    item = found(policy(OUTER, WHICH, rule("vacancy", compare(rooms, "<", 5))))
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}
    assert {fact.name for fact in found(RULE, rooms=3).judgement.trace.facts} == {"dwelling", "rooms"}


def test_where_only_a_pair_of_readings_changes_it_no_single_one_is_named() -> None:
    second = reading("second", "one", "two")
    parts = [interpreted(name, one=least(3), two=least(4)) for name in ("which", "second")]
    item = found(policy(WHICH, second, rule("vacancy", some(*parts))), rooms=3)
    assert (item.judgement.outcome, item.firmness, item.depends_on) == (COMPLIANT, "depends", ())


def test_a_reading_is_reached_through_definitions_and_classes() -> None:
    strained = definition(
        "strained",
        "estate",
        interpreted("which", one=compare(dated("estate", "residents"), "<", 1000), two=constant(False)),
    )
    level = classification(branch("yellow", defined("estate", "strained")), branch("green", None))
    yellow = compare(classified(field("vacancy", "dwelling", "estate")), "=", "yellow")
    item = found(policy(WHICH, strained, level, rule("vacancy", yellow)))
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}


def test_a_reading_has_one_value_in_a_whole_world() -> None:
    """The same reading in two places never gives a mixture of its alternatives."""
    agree = some(
        every(interpreted("which", one=constant(True), two=constant(False)), least(3)),
        every(interpreted("which", one=constant(False), two=constant(True)), least(2)),
    )
    item = found(policy(WHICH, rule("vacancy", agree)), rooms=3)
    assert (item.judgement.outcome, item.firmness) == (COMPLIANT, "firm")


def test_a_reading_outside_its_time_has_its_first_alternative() -> None:
    later = reading("which", "one", "two", during=validity(date(2023, 6, 2), None))
    item = found(policy(later, rule("vacancy", CHOICE)), rooms=3, which="two")
    assert (item.judgement.outcome, item.firmness) == (COMPLIANT, "firm")
    now = reading("which", "one", "two", during=validity(DAY, DAY))
    item = found(policy(now, rule("vacancy", CHOICE)), rooms=3, which="two")
    assert (item.judgement.outcome, item.firmness) == (BREACH, "depends")


# Many readings


def many(number: int, threshold: int = 4) -> t.Policy:
    """A rule that reaches so many readings of two alternatives; all of them must say no for a breach."""
    readings = [reading(f"r{index}", "one", "two") for index in range(number)]
    parts = [interpreted(item.name, one=least(3), two=least(threshold)) for item in readings]
    return policy(*readings, rule("vacancy", some(*parts)))


def conjoined(number: int) -> t.Policy:
    """A rule that reaches all of so many readings whatever they are, with rooms counted where all say two."""
    readings = [reading(f"r{index}", "one", "two") for index in range(number)]
    counted = [interpreted(item.name, one=constant(0), two=constant(1)) for item in readings]
    total: t.Expression = counted[0]
    for part in counted[1:]:
        total = t.Arithmetic(operator="+", left=total, right=part, type=part.type)
    return policy(*readings, rule("vacancy", compare(total, "<", ROOMS)))


def test_up_to_64_combinations_are_tried_in_full() -> None:
    assert found(conjoined(6), rooms=7).firmness == "firm"
    assert found(conjoined(6), rooms=6).firmness == "depends"
    assert found(conjoined(6), rooms=6).depends_on == ()


def test_beyond_64_combinations_each_reading_alone_and_each_pair_is_tried() -> None:
    assert found(conjoined(7), rooms=7).firmness == "one_at_a_time"
    assert found(conjoined(7), rooms=4).firmness == "depends"  # a difference among the first 64 is a difference
    assert found(conjoined(7), rooms=2).firmness == "depends"
    assert found(conjoined(7), rooms=2).depends_on == ()
    alone = found(conjoined(7), rooms=1)
    assert alone.firmness == "depends"
    assert set(gives(alone)) == {f"r{index}" for index in range(7)}


def test_the_combinations_are_those_of_the_readings_that_are_reached() -> None:
    """Twelve readings, but each is reached only where all before it say two: thirteen leaves."""
    item = found(many(12), rooms=3)
    assert (item.judgement.outcome, item.firmness) == (COMPLIANT, "depends")
    assert found(many(12), rooms=2).firmness == "firm"


# Quotas


def shares(what: t.Policy, *reserved: Any, **chosen: str) -> Judged:
    rows = [
        record("vacancy", f"V{number}", dwelling="B1", vacant_on=DAY, reserved_for_rehousing=met)
        for number, met in enumerate(reserved)
    ]
    home = record("dwelling", "B1", rooms=3, estate="E1", kind="family")
    (item,) = findings(what, world(home, *rows, as_of=date(2024, 1, 1)), **chosen).values()
    return item


THIRD_OR_33 = by("which", one=bound("at_least", 33, 100), two=bound("at_least", 1, 3))


def yearly(limit: Any, *readings: t.Reading, **more: Any) -> t.Policy:
    return policy(*readings, quota("vacancy", RESERVED, limit, **more), end=date(2023, 12, 31))


def test_a_reading_of_the_bound() -> None:
    what = yearly(THIRD_OR_33, WHICH)
    assert shares(what, True, False, False).firmness == "firm"
    item = shares(what, *([True] * 33), *([False] * 67))
    assert (item.judgement.outcome, gives(item)) == (COMPLIANT, {"which": {"one": COMPLIANT, "two": BREACH}})
    assert shares(what, *([True] * 33), *([False] * 67), which="two").judgement.outcome is BREACH


def test_a_reading_of_the_population() -> None:
    what = yearly(bound("at_least", 1, 2), WHICH, where=[interpreted("which", one=RESERVED, two=constant(True))])
    item = shares(what, True, False, False)
    assert gives(item) == {"which": {"one": COMPLIANT, "two": BREACH}}
    assert shares(what, True, True, False).firmness == "firm"


def test_a_reading_of_the_bound_that_is_not_decided_by_it_alone() -> None:
    """Brute force: two readings, of the bound and of the population, and every number of met ones."""
    other = reading("other", "all", "met")
    what = yearly(THIRD_OR_33, WHICH, other, where=[interpreted("other", all=constant(True), met=RESERVED)])
    for met, unmet in product(range(3), (0, 1, 3, 6)):
        if met + unmet == 0:
            continue
        reserved = [True] * met + [False] * unmet
        everywhere = {
            shares(what, *reserved, which=one, other=two).judgement.outcome
            for one, two in product(("one", "two"), ("all", "met"))
        }
        assert shares(what, *reserved).firmness == ("firm" if len(everywhere) == 1 else "depends")


def test_a_reading_of_the_period_makes_variants() -> None:
    period = by("which", one=YEAR, two=t.Period(kind="calendar_quarter"))
    what = yearly(bound("at_least", 1, 2), WHICH, period=period)
    rows = [
        record("vacancy", f"V{month}", vacant_on=date(2023, month, 1), reserved_for_rehousing=month < 6)
        for month in (1, 4, 7, 10)
    ]
    first, second = judged(what, world(*rows, as_of=date(2024, 1, 1)))
    assert (first.variant, first.chosen) == ((("which", "one"),), True)
    assert (second.variant, second.chosen) == ((("which", "two"),), False)
    assert [item.judgement.outcome for item in first.judged] == [COMPLIANT]
    assert [item.judgement.outcome for item in second.judged] == [COMPLIANT, COMPLIANT, BREACH, BREACH]
    assert {item.firmness for result in (first, second) for item in result.judged} == {"firm"}
    chosen, _ = judged(what, world(*rows, as_of=date(2024, 1, 1)), which="two")
    assert (chosen.variant, chosen.chosen) == ((("which", "two"),), True)


def test_a_reading_of_the_group_makes_variants_with_the_other_readings_tried_in_each() -> None:
    group = by(
        "which",
        one=t.Group(entity=None, path=None),
        two=t.Group(entity="estate", path=field("vacancy", "dwelling", "estate")),
    )
    other = reading("other", "third", "half")
    limit = by("other", third=bound("at_least", 1, 3), half=bound("at_least", 1, 2))
    what = yearly(limit, WHICH, other, group=group)
    rows = [record("estate", key) for key in ("E1", "E2")]
    rows += [record("dwelling", f"B{number}", estate=f"E{number}") for number in (1, 2)]
    met = {1: (True, False), 2: (True, False, False)}
    rows += [
        record("vacancy", f"V{home}{index}", dwelling=f"B{home}", vacant_on=DAY, reserved_for_rehousing=value)
        for home, values in met.items()
        for index, value in enumerate(values)
    ]
    together, apart = judged(what, world(*rows, as_of=date(2024, 1, 1)))
    assert [(item.judgement.key, item.firmness) for item in together.judged] == [("", "depends")]
    assert [(item.judgement.key, item.firmness) for item in apart.judged] == [("E1", "firm"), ("E2", "depends")]


def test_the_reading_of_a_variant_stays_even_where_another_reading_leads_to_it() -> None:
    """The period is by `which`; the population asks `which` too, but only in the other alternative of `outer`."""
    period = by("which", one=YEAR, two=t.Period(kind="agreement_period"))
    inner = interpreted("which", one=negated(RESERVED), two=RESERVED)
    asked = interpreted("outer", left=constant(True), right=inner)
    what = yearly(bound("at_least", 1, 2), WHICH, OUTER, period=period, where=[asked])
    rows = [record("vacancy", f"V{met}", vacant_on=DAY, reserved_for_rehousing=met) for met in (True, False)]
    one, two = judged(what, world(*rows, as_of=date(2024, 1, 1)))
    assert [(item.judgement.outcome, item.firmness) for item in one.judged] == [(COMPLIANT, "depends")]
    assert [(item.judgement.outcome, item.firmness) for item in two.judged] == [(COMPLIANT, "firm")]

"""Decision trees over readings, and what is remembered of them."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product
from typing import Any

from cores import (
    VOCABULARY,
    compare,
    constant,
    defined,
    definition,
    field,
    interpreted,
    policy,
    reading,
    record,
    rule,
    some,
    world,
)

from klausul_dsl import typed as t
from klausul_dsl.combinations import LIMIT, Choices, Remembered, agree, leaves
from klausul_dsl.evaluate import value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Value
from klausul_dsl.readings import defaults

NAMES = ("a", "b", "c")
FIRST = dict.fromkeys(NAMES, "one")
ROOMS = field("dwelling", "rooms")


def both(_name: str) -> tuple[str, str]:
    return "one", "two"


def deep(choices: Choices) -> tuple[int, Collection[str]]:
    """Each reading is reached only where those before it say two; the number of those that do."""
    twos = next((place for place, name in enumerate(NAMES) if choices[name] == "one"), len(NAMES))
    return twos, NAMES[: twos + 1]


def test_a_reading_is_branched_on_only_where_it_was_reached() -> None:
    assert list(leaves(deep, FIRST, both, *deep(FIRST), ())) == [0, 1, 2, 3]


def test_a_fixed_reading_stays_as_it_is_chosen() -> None:
    assert list(leaves(deep, FIRST, both, *deep(FIRST), ("a",))) == [0]
    later = {**FIRST, "a": "two"}
    assert list(leaves(deep, later, both, *deep(later), ("a",))) == [1, 2, 3]


def test_leaves_are_tried_only_as_far_as_they_are_asked_for() -> None:
    tried: list[Choices] = []

    def probe(choices: Choices) -> tuple[int, Collection[str]]:
        tried.append(choices)
        return deep(choices)

    assert agree(leaves(probe, FIRST, both, *deep(FIRST), ()), lambda twos: twos == 0) is False
    assert len(tried) == 1


def test_more_leaves_than_the_limit_agree_only_as_far_as_is_known() -> None:
    assert agree([1] * LIMIT, lambda found: found == 1) is True
    assert agree([1] * (LIMIT + 1), lambda found: found == 1) is None
    assert agree([1] * (LIMIT - 1) + [2, 1], lambda found: found == 1) is False


def test_what_is_remembered_holds_for_all_choices_that_agree_on_what_was_reached() -> None:
    remembered: Remembered[str] = Remembered()
    remembered.add(FIRST, ["a"], "found")
    assert remembered.at({"a": "one", "b": "two", "c": "two"}) == "found"
    assert remembered.at({"a": "two", "b": "one", "c": "one"}) is None


# Definitions and classes


def least(number: int) -> t.Compare:
    return compare(ROOMS, ">=", number)


def asked(what: t.Policy, name: str, rooms: Any, **chosen: str) -> tuple[Value, list[str]]:
    """What a definition gives for a dwelling, and the readings that were reached."""
    home, track = record("dwelling", "B1", rooms=rooms), Track()
    context = Context(what, VOCABULARY, world(home), {**defaults(what), **chosen})
    return value(defined("dwelling", name), Frame(context, (home,), None, None, track)), list(track.reached)


READINGS = [reading(name, "one", "two") for name in NAMES]
PART = interpreted("a", one=least(3), two=least(4))
MIXED = some(PART, interpreted("b", one=least(3), two=least(2)))
STEADY = policy(
    *READINGS,
    definition("mixed", "dwelling", MIXED, on_day=False),
    definition("outer", "dwelling", interpreted("c", one=defined("dwelling", "mixed"), two=least(3)), on_day=False),
    rule("vacancy", constant(True)),
)


def test_a_definition_that_comes_to_the_same_in_all_readings_reaches_none() -> None:
    assert asked(STEADY, "mixed", rooms=3) == (True, [])


def test_a_definition_that_differs_somewhere_reaches_its_readings() -> None:
    found, reached = asked(STEADY, "mixed", rooms=2)
    assert (found, reached) == (False, ["b"])


def test_what_a_definition_reaches_is_enough_to_know_it_everywhere() -> None:
    """Of two choices that agree on what was reached, what is found is the same."""
    for rooms, name in product((1, 2, 3, 4), ("mixed", "outer")):
        everywhere = {
            options: asked(STEADY, name, rooms, **dict(zip(NAMES, options, strict=True)))
            for options in product(("one", "two"), repeat=len(NAMES))
        }
        for (options, (found, reached)), (others, (other, _)) in product(everywhere.items(), repeat=2):
            if all(options[NAMES.index(item)] == others[NAMES.index(item)] for item in reached):
                assert found == other, (rooms, name, options, others)

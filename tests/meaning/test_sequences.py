"""Sequences against enumeration: every completion of what is not known, every order of a day, every missing place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import permutations, product
from random import Random

import pytest
from cores import bound as share_bound
from cores import (
    branch,
    by,
    classification,
    compare,
    dated,
    field,
    findings,
    judged,
    outcomes,
    policy,
    reading,
    record,
    sequence,
    subject,
    world,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from klausul_dsl import typed as t
from klausul_dsl.datatypes import ClassOf
from klausul_dsl.outcomes import Judged, Outcome
from klausul_dsl.sequences import Run, counted, held, only_order_decides, required
from klausul_dsl.shares import contribution, meets
from klausul_dsl.values import Reason, Record, Unreadable, World

QUICK = settings(
    max_examples=300, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
RANDOMS = st.integers(0, 2**32 - 1).map(Random)
BOUNDS = [
    t.EveryNth(comparison=comparison, n=n, first=first)
    for comparison in ("at_least", "at_most")
    for n in range(1, 5)
    for first in range(1, n + 1)
]
Counts = tuple[int, int]
"""How many are in scope, and how many of them are met."""


def keeps(bound: t.EveryNth, counts: Counts) -> bool:
    """Whether so many met of so many are enough, or not too many: the positions first, first + n, ... are counted."""
    members, met = counts
    places = len(range(bound.first, members + 1, bound.n))
    return met >= places if bound.comparison == "at_least" else met <= places


def plus(*counts: Counts) -> Counts:
    return sum(pair[0] for pair in counts), sum(pair[1] for pair in counts)


def possible(scope: bool | None, met: bool | None) -> set[Counts]:
    """What one member may add to the counts."""
    scopes, mets = ({True, False} if truth is None else {truth} for truth in (scope, met))
    return {(1, int(is_met)) if is_in else (0, 0) for is_in, is_met in product(scopes, mets)}


# The arithmetic


@pytest.mark.parametrize("bound", BOUNDS)
def test_a_known_position_is_kept_exactly_where_the_counts_keep_it(bound: t.EveryNth) -> None:
    for members in range(1, 14):
        for met in range(members + 1):
            total = sum(counted(bound, True, position < met)[0] for position in range(members))
            assert (held(bound, total, total) == "compliant") == keeps(bound, (members, met))
            enough = (
                met >= required(bound, members) if bound.comparison == "at_least" else met <= required(bound, members)
            )
            assert enough == keeps(bound, (members, met))


@dataclass
class Day:
    """What the members of a day may add, and whether the count starts afresh before them (None: perhaps)."""

    afresh: bool | None
    members: list[tuple[bool | None, bool | None]]


def results(bound: t.EveryNth, days: Sequence[Day], loose: Sequence[set[Counts]], place: int) -> Iterator[set[bool]]:
    """For every completion of the facts: whether a place of the last day is kept, in each order of that day.

    A member without a place has come before, or it comes after, or on the day, listed before the place or after it.
    """
    *earlier, last = days
    for before in starts(earlier, last.afresh):
        for members in product(*(possible(*member) for member in last.members)):
            for extra in product(
                *(product(adds, ("counted", "not", "listed before", "listed after")) for adds in loose)
            ):
                there = [adds for adds, where in extra if where.startswith("listed")]
                shift = sum(where == "listed before" for _, where in extra)
                base = plus(before, *(adds for adds, where in extra if where == "counted"))
                orders = permutations([*members, *there])
                yield {keeps(bound, plus(base, *order[: place + shift])) for order in orders}


def starts(days: Sequence[Day], afresh: bool | None) -> set[Counts]:
    """What may have been counted before the last day."""
    found: set[Counts] = {(0, 0)}
    for day in (*days, Day(afresh, [])):
        kept = set() if day.afresh is True else set(found)
        again = {(0, 0)} if day.afresh is not False else set()
        found = {
            plus(before, *adds)
            for before in kept | again
            for adds in product(*(possible(*member) for member in day.members))
        }
    return found


def random_truth(random: Random) -> bool | None:
    return random.choice((True, True, False, None))


def random_days(random: Random) -> list[Day]:
    return [
        Day(
            random.choice((False, False, False, True, None)),
            [
                (random.choice((True, True, True, None)), random.choice((True, False, False, None)))
                for _ in range(random.choice((1, 1, 2, 3)))
            ],
        )
        for _ in range(random.randint(1, 3))
    ]


@QUICK
@given(RANDOMS)
def test_a_run_says_what_enumeration_says(random: Random) -> None:
    bound = random.choice(BOUNDS)
    days = random_days(random)
    loose = [(random_truth(random) or None, random_truth(random)) for _ in range(random.choice((0, 0, 1, 2)))]
    run = Run()
    for number, day in enumerate(days, 1):
        run = Run() if day.afresh is True else run.perhaps_afresh() if day.afresh is None else run
        intervals = [counted(bound, *member) for member in day.members]
        sums, run = run.day(intervals, [counted(bound, *member) for member in loose])
        for place, found in enumerate(sums, 1):
            seen = list(results(bound, days[:number], [possible(*member) for member in loose], place))
            together = set().union(*seen)
            expected = {(True,): "compliant", (False,): "breach"}.get(tuple(together), "open")
            assert held(bound, found.low, found.high) == expected
            assert only_order_decides(bound, found) == all(len(kept) == 2 for kept in seen)


# Sequences judged


DAYS = (date(2023, 3, 1), date(2023, 9, 1), date(2023, 9, 1), date(2024, 2, 1))
ESTATES = ("E1", "E2")
NEVER = t.Reset(kind="never")
YEARLY = t.Reset(kind="calendar_year")
PER_ESTATE = t.Group(entity="estate", path=field("letting", "dwelling", "estate"))
ON_CHANGE = t.Reset(kind="change", of=dated("estate", "designation"))
TOGETHER = t.Group(entity=None, path=None)


@dataclass
class Letting:
    """One member of a random sequence: None is not known."""

    key: str
    day: date | None
    estate: str | None
    scope: bool | None
    met: bool | None
    rejected: bool = False

    def records(self) -> Iterator[Record]:
        kind = {True: "family", False: "youth", None: None}[self.scope]
        letting_type = {True: "flexible", False: "waiting_list", None: None}[self.met]
        yield record("dwelling", f"D{self.key}", kind=kind, estate=self.estate)
        yield record(
            "letting",
            self.key,
            dwelling=f"D{self.key}",
            let_on=self.day,
            letting_type=letting_type,
            rejected=self.rejected,
        )

    def may_be_in(self, estate: str) -> bool:
        return self.scope is not False and self.estate in {estate, None}

    def adds(self, estate: str) -> set[Counts]:
        sure = self.estate == estate and not self.rejected
        return possible(self.scope if sure else None, self.met) if self.may_be_in(estate) else {(0, 0)}


def random_lettings(random: Random) -> list[Letting]:
    return [
        Letting(
            key=f"L{number}",
            day=None if random.random() < 0.12 else random.choice(DAYS),
            estate=None if random.random() < 0.1 else random.choice(("E1", "E1", "E1", "E2")),
            scope=random.choice((True, True, True, True, False, None)),
            met=random.choice((True, False, False, None)),
            rejected=random.random() < 0.08,
        )
        for number in range(random.randint(2, 5))
    ]


def estates() -> list[Record]:
    """One estate that was designated for a month in the summer of 2023, and again in 2024; one that never was."""
    return [
        record("estate", "E1", area="A1"),
        record("estate", "E2", area="A2"),
        record("area", "A1"),
        record("area", "A2"),
        record(
            "designation",
            "S1",
            area="A1",
            kind="prevention",
            in_force_from=date(2023, 6, 1),
            in_force_to=date(2023, 6, 30),
        ),
        record("designation", "S2", area="A1", kind="prevention", in_force_from=date(2024, 2, 1)),
    ]


def every_second(
    bound: t.EveryNth | t.ByReading[t.EveryNth],
    reset: t.Reset | t.ByReading[t.Reset] = NEVER,
    group: t.Group | t.ByReading[t.Group] = PER_ESTATE,
) -> t.Sequence:
    return sequence(
        "letting",
        compare(field("letting", "letting_type"), "=", "flexible"),
        bound,
        where=[compare(field("letting", "dwelling", "kind"), "=", "family")],
        group=group,
        reset=reset,
    )


def starts_afresh(reset: t.Reset, estate: str, before: date, day: date) -> bool:
    """Whether the count starts afresh between two days, said once more in the test's own words."""
    if reset.kind == "calendar_year":
        return before.year != day.year
    changed = (date(2023, 6, 1), date(2023, 7, 1), date(2024, 2, 1)) if estate == "E1" else ()
    return reset.kind == "change" and any(before < on <= day for on in changed)


def expected(bound: t.EveryNth, reset: t.Reset, asked: Letting, lettings: list[Letting]) -> tuple[Outcome, bool]:
    """The outcome by enumeration, and whether only the order decides."""
    if asked.scope is False:
        return Outcome.NOT_APPLICABLE, False
    if asked.day is None or asked.estate is None:
        return Outcome.UNDETERMINED, False
    listed = sorted((other for other in lettings if other.may_be_in(asked.estate)), key=lambda other: other.key)
    loose = [other.adds(asked.estate) for other in listed if other.day is None]
    earlier = [
        other.adds(asked.estate)
        for other in listed
        if other.day is not None
        and other.day < asked.day
        and not starts_afresh(reset, asked.estate, other.day, asked.day)
    ]
    same_day = [other for other in listed if other.day == asked.day]
    place = same_day.index(asked) + 1
    seen = [
        {
            keeps(bound, plus(*before, *(adds for adds, where in extra if where == "counted"), *order[: place + shift]))
            for order in permutations([*members, *there])
        }
        for before in product(*earlier)
        for members in product(*(other.adds(asked.estate) for other in same_day))
        for extra in product(*(product(adds, ("counted", "not", "listed before", "listed after")) for adds in loose))
        for there in [[adds for adds, where in extra if where.startswith("listed")]]
        for shift in [sum(where == "listed before" for _, where in extra)]
    ]
    together = set().union(*seen)
    if together == {True}:
        return Outcome.COMPLIANT, False
    if together == {False}:
        return (Outcome.BREACH if asked.scope else Outcome.UNDETERMINED), False
    return Outcome.UNDETERMINED, all(len(kept) == 2 for kept in seen)


@QUICK
@given(RANDOMS)
def test_a_sequence_says_what_enumeration_says(random: Random) -> None:
    bound, reset = random.choice(BOUNDS), random.choice((NEVER, YEARLY, ON_CHANGE))
    lettings = random_lettings(random)
    found = findings(policy(every_second(bound, reset)), world_of(lettings))
    for letting in lettings:
        if letting.rejected:
            assert letting.key not in found
            continue
        outcome, only_order = expected(bound, reset, letting, lettings)
        judgement = found[letting.key].judgement
        assert judgement.outcome is outcome
        assert (judgement.reason is Reason.ORDER) == only_order
        assert (judgement.reason is not None) == (outcome is Outcome.UNDETERMINED)


def world_of(lettings: Iterable[Letting], *more: Record, as_of: date = date(2024, 6, 30)) -> World:
    rows = [row for letting in lettings for row in letting.records()]
    return world(*rows, *estates(), *more, as_of=as_of)


def run_of(*met: bool | None) -> list[Letting]:
    """Lettings on the first of one month after another."""
    days = [date(2023 + number // 12, number % 12 + 1, 1) for number in range(len(met))]
    return [Letting(f"L{number:03}", days[number], "E1", True, is_met) for number, is_met in enumerate(met)]


def letters(found: dict[str, Outcome]) -> str:
    words = {Outcome.COMPLIANT: "c", Outcome.BREACH: "b", Outcome.UNDETERMINED: "u", Outcome.NOT_APPLICABLE: "n"}
    return "".join(words[found[key]] for key in sorted(found))


AT_LEAST_EVERY_SECOND = t.EveryNth(comparison="at_least", n=2, first=2)


@pytest.mark.parametrize(
    ("first", "expected_letters"),
    [(1, "bbbb"), (2, "cbbb"), (3, "ccbc"), (4, "cccc")],
)
def test_the_phase_says_where_the_first_is_required(first: int, expected_letters: str) -> None:
    """Of four, the last is met; one is required from the first, second, third or fourth position on."""
    bound = t.EveryNth(comparison="at_least", n=4 if first > 2 else 2, first=first)
    assert (
        letters(outcomes(policy(every_second(bound)), world_of(run_of(False, False, False, True)))) == expected_letters
    )


@pytest.mark.parametrize(("first", "expected_letters"), [(1, "cbbc"), (2, "bbbb"), (3, "bbbb")])
def test_at_most_every_third_allows_from_its_first_position(first: int, expected_letters: str) -> None:
    bound = t.EveryNth(comparison="at_most", n=3, first=first)
    assert (
        letters(outcomes(policy(every_second(bound)), world_of(run_of(True, True, False, False)))) == expected_letters
    )


def test_a_class_that_changes_and_changes_back_between_two_members_starts_the_count_afresh() -> None:
    lettings = [
        Letting("L1", date(2023, 5, 1), "E1", True, False),
        Letting("L2", date(2023, 8, 1), "E1", True, False),
        Letting("L3", date(2023, 9, 1), "E1", True, False),
    ]
    found = findings(policy(every_second(AT_LEAST_EVERY_SECOND, ON_CHANGE)), world_of(lettings))
    assert [found[key].judgement.outcome for key in ("L1", "L2", "L3")] == [
        Outcome.COMPLIANT,
        Outcome.COMPLIANT,
        Outcome.BREACH,
    ]
    run = found["L3"].judgement.run
    assert run is not None
    assert (run.position, run.since, run.required, run.met) == (2, date(2023, 8, 1), 1, 0)


def test_a_change_that_is_not_known_leaves_open_whether_the_count_starts_afresh() -> None:
    lettings = [
        Letting("L1", date(2023, 7, 2), "E1", True, False),
        Letting("L2", date(2023, 11, 1), "E1", True, False),
    ]
    doubt = record(
        "designation", "S3", area="A1", kind=None, in_force_from=date(2023, 10, 1), in_force_to=date(2023, 10, 9)
    )
    found = findings(policy(every_second(AT_LEAST_EVERY_SECOND, ON_CHANGE)), world_of(lettings, doubt))
    judgement = found["L2"].judgement
    assert (judgement.outcome, judgement.reason) == (Outcome.UNDETERMINED, Reason.MISSING_FACTS)
    assert {(cause.entity, cause.key) for cause in judgement.causes} == {("designation", "S3")}
    unreadable = record("designation", "S3", area="A1", kind=Unreadable("?"), in_force_from=date(2023, 10, 1))
    found = findings(policy(every_second(AT_LEAST_EVERY_SECOND, ON_CHANGE)), world_of(lettings, unreadable))
    assert found["L2"].judgement.reason is Reason.UNREADABLE


def test_every_year_starts_afresh_and_so_does_no_other_day() -> None:
    lettings = [
        Letting("L1", date(2023, 1, 1), "E2", True, False),
        Letting("L2", date(2023, 12, 31), "E2", True, False),
        Letting("L3", date(2024, 1, 1), "E2", True, False),
    ]
    assert letters(outcomes(policy(every_second(AT_LEAST_EVERY_SECOND, YEARLY)), world_of(lettings))) == "cbc"
    assert letters(outcomes(policy(every_second(AT_LEAST_EVERY_SECOND)), world_of(lettings))) == "cbb"
    assert letters(outcomes(policy(every_second(AT_LEAST_EVERY_SECOND, ON_CHANGE)), world_of(lettings))) == "cbb"
    lettings[1].day, lettings[2].met = date(2024, 1, 1), True
    assert letters(outcomes(policy(every_second(AT_LEAST_EVERY_SECOND, YEARLY)), world_of(lettings))) == "ccc"
    assert letters(outcomes(policy(every_second(AT_LEAST_EVERY_SECOND)), world_of(lettings))) == "cuc"


def test_only_the_order_of_a_day_decides() -> None:
    first, second = Letting("L1", DAYS[1], "E1", True, False), Letting("L2", DAYS[2], "E1", True, True)
    bound = t.EveryNth(comparison="at_least", n=2, first=1)
    found = findings(policy(every_second(bound)), world_of([first, second]))
    assert found["L1"].judgement.reason is Reason.ORDER
    assert found["L2"].judgement.outcome is Outcome.COMPLIANT
    # An unknown fact of a third does not make it a matter of facts: whatever it is, the order decides.
    third = Letting("L3", DAYS[3], "E1", True, None)
    found = findings(policy(every_second(bound)), world_of([first, second, third]))
    assert found["L1"].judgement.reason is Reason.ORDER


def test_a_rejected_row_and_a_row_without_a_group_may_count_and_are_told_as_such() -> None:
    lettings = run_of(False, False)
    rejected = Letting("L000x", date(2023, 1, 15), "E1", True, True, rejected=True)
    found = findings(policy(every_second(AT_LEAST_EVERY_SECOND)), world_of([*lettings, rejected]))
    assert found["L001"].judgement.reason is Reason.REJECTED_ROWS
    nowhere = Letting("L000y", date(2023, 1, 15), None, True, True)
    found = findings(policy(every_second(AT_LEAST_EVERY_SECOND)), world_of([*lettings, nowhere]))
    assert [found[key].judgement.outcome for key in ("L000y", "L001")] == [Outcome.UNDETERMINED] * 2
    assert {cause.name for cause in found["L001"].judgement.causes} == {"estate"}
    assert found["L000y"].judgement.run is None


def test_readings_of_phase_and_reset_are_told_only_where_they_change_the_outcome() -> None:
    phase = by("phase", second=AT_LEAST_EVERY_SECOND, first=t.EveryNth(comparison="at_least", n=2, first=1))
    afresh = by("afresh", never=NEVER, yearly=YEARLY)
    items = (reading("phase", "second", "first"), reading("afresh", "never", "yearly"), every_second(phase, afresh))
    lettings = [
        Letting("L1", date(2023, 1, 1), "E2", True, False),
        Letting("L2", date(2023, 2, 1), "E2", True, False),
        Letting("L3", date(2023, 3, 1), "E2", True, True),
        Letting("L4", date(2023, 4, 1), "E2", True, True),
        Letting("L5", date(2024, 1, 1), "E2", True, False),
    ]
    found = findings(policy(*items), world_of(lettings))
    assert told(found["L1"]) == (Outcome.COMPLIANT, "depends", ("phase",))
    assert told(found["L2"]) == (Outcome.BREACH, "firm", ())
    assert told(found["L4"]) == (Outcome.COMPLIANT, "firm", ())
    assert told(found["L5"]) == (Outcome.COMPLIANT, "depends", ("phase",))
    under_first = findings(policy(*items), world_of(lettings), phase="first")
    assert told(under_first["L5"]) == (Outcome.BREACH, "depends", ("phase",))


def told(item: Judged) -> tuple[Outcome, str, tuple[str, ...]]:
    return item.judgement.outcome, item.firmness, tuple(dependence.reading for dependence in item.depends_on)


def test_a_reading_of_the_group_makes_variants() -> None:
    groups = by("counted", apart=PER_ESTATE, together=TOGETHER)
    items = (reading("counted", "apart", "together"), every_second(AT_LEAST_EVERY_SECOND, group=groups))
    lettings = [
        Letting("L1", date(2023, 1, 1), "E1", True, False),
        Letting("L2", date(2023, 2, 1), "E2", True, False),
    ]
    results = judged(policy(*items), world_of(lettings))
    assert [(result.variant, result.chosen) for result in results] == [
        ((("counted", "apart"),), True),
        ((("counted", "together"),), False),
    ]
    assert [letters({item.judgement.key: item.judgement.outcome for item in result.judged}) for result in results] == [
        "cc",
        "cb",
    ]
    assert all(item.firmness == "firm" for result in results for item in result.judged)


def test_two_values_that_a_reading_chooses_start_the_count_afresh_on_their_own_days() -> None:
    """The days of change are those of the value that is chosen, not of the first that was asked."""
    level = classification(
        branch("red", compare(dated("estate", "designation"), "=", "prevention")), branch("green", None), name="level"
    )
    days = t.Reset(kind="change", of=t.Classified(of=subject("estate"), name="level", on=None, type=ClassOf("level")))
    afresh = by("afresh", constant=t.Reset(kind="change", of=field("estate", "area")), level=days)
    items = (level, reading("afresh", "constant", "level"), every_second(AT_LEAST_EVERY_SECOND, afresh))
    lettings = [
        Letting("L1", date(2023, 5, 1), "E1", True, False),
        Letting("L2", date(2023, 8, 1), "E1", True, False),
    ]
    found = findings(policy(*items), world_of(lettings))
    assert told(found["L2"]) == (Outcome.BREACH, "depends", ("afresh",))


# A share against every so-many-th


def test_every_third_is_kept_where_thirty_three_percent_is_not() -> None:
    """Whoever meets the 3rd, 6th, 9th … keeps every third at all positions, and is short of 33 % at 99 of them."""
    every_third = t.EveryNth(comparison="at_least", n=3, first=3)
    share = share_bound("at_least", 33, 100)
    totals = [(k, sum(contribution(share, True, met=n % 3 == 0)[0] for n in range(1, k + 1))) for k in range(1, 301)]
    short = [k for k, total in totals if not meets(share, total)]
    assert (len(short), short[-1]) == (99, 197)
    lettings = run_of(*(number % 3 == 0 for number in range(1, 201)))
    found = findings(policy(every_second(every_third), end=None), world_of(lettings, as_of=date(2040, 1, 1)))
    assert len(found) == 200
    assert {item.judgement.outcome for item in found.values()} == {Outcome.COMPLIANT}
    runs = [item.judgement.run for item in found.values()]
    assert all(run is not None and run.met == run.required == run.position // 3 for run in runs)

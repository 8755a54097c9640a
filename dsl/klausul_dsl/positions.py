"""What a sequence says of each of its positions, in every combination of readings; a group reading makes variants."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby
from typing import TypeAlias

from klausul_dsl import typed as t
from klausul_dsl.combinations import Remembered
from klausul_dsl.evaluate import value
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Track
from klausul_dsl.judge import Decision, Member, group_of, judgement_of
from klausul_dsl.kleene import Truth, merged, together, unknown
from klausul_dsl.outcomes import Judged, NormResult, Outcome, RunFigures
from klausul_dsl.populations import population, result
from klausul_dsl.quotas import at_choice
from klausul_dsl.sequences import Run, Sums, counted, held, only_order_decides, required
from klausul_dsl.shares import Interval
from klausul_dsl.tables import MemberTable, counts_itself, member_tables, variants_of
from klausul_dsl.timeline import Course, course, days_of_change
from klausul_dsl.values import Cause, Reason, Unknown

NAMED = 20
"""How many doubts a position names, the latest; more would make every finding as long as its group."""

OUTCOMES = {"compliant": Outcome.COMPLIANT, "breach": Outcome.BREACH, "open": Outcome.UNDETERMINED}


def judge_sequence(sequence: t.Sequence, context: Context) -> Iterator[NormResult]:
    """One result for each alternative of a group reading, the chosen one first; one judgement for each record."""
    found = population(sequence, context)
    tables = member_tables(sequence, found, context)
    for variant, chosen, inner in variants_of((sequence.group,), context):
        names = frozenset(name for name, _ in variant)
        group = at_choice(sequence.group, inner)
        keys = [group_of(group, table.record, inner) for table in tables]
        numbers: dict[str | None, list[int]] = {None: []}
        for number, key in enumerate(keys):
            numbers.setdefault(None if isinstance(key, Unknown) else key, []).append(number)
        judged = list(_Counting(sequence, group, tables, keys, inner, names, numbers).judged())
        yield result(sequence.name, variant, chosen, judged, found.outside, found.later)


@dataclass(frozen=True, slots=True)
class Position:
    """What a choice of readings gives for one record: the decision, the running count, and the doubts before it.

    `reached` are the readings that the decision may turn on.
    """

    decision: Decision
    reached: Collection[str]
    run: RunFigures | None = None
    doubts: tuple[MemberTable, ...] = ()


Positions: TypeAlias = dict[int, Position]
"""What the records of one group come to, by their number among the tables."""


@dataclass(frozen=True, slots=True)
class _Counting:
    """One variant of a sequence; what a group comes to is found once for all choices that agree on what it reached.

    `numbers` are those of each group's tables, and of None those whose group is not known.
    """

    sequence: t.Sequence
    group: t.Group
    tables: Sequence[MemberTable]
    keys: Sequence[str | Unknown]
    context: Context
    fixed: frozenset[str]
    numbers: Mapping[str | None, Sequence[int]]
    found: dict[str, Remembered[Positions]] = field(default_factory=dict)
    days: dict[tuple[str, t.Expression], list[date]] = field(default_factory=dict)

    def judged(self) -> Iterator[Judged]:
        for number, table in enumerate(self.tables):
            if table.record.rejected:
                continue
            position = self.position(number, self.context)
            track = Track()
            track.add(table.at(self.context).track)
            for other in position.doubts:
                track.add(other.at(self.context).track)

            def probe(choices: Mapping[str, str], number: int = number) -> tuple[Outcome, Collection[str]]:
                found = self.position(number, replace(self.context, choices=choices))
                return found.decision.outcome, found.reached

            day = table.day if isinstance(table.day, date) else None
            judgement = judgement_of(self.sequence, table.record, position.decision, track, day=day)
            judgement = replace(judgement, run=position.run)
            yield in_all_readings(judgement, position.reached, probe, self.context, self.fixed)

    def position(self, number: int, context: Context) -> Position:
        """What a record comes to at a choice of readings: by itself, or by its place in its group."""
        table, key = self.tables[number], self.keys[number]
        member = table.at(context)
        reached = member.track.reached
        if member.scope is False:
            return Position(Decision(Outcome.NOT_APPLICABLE, member.decided_by, member.exemption), reached)
        if isinstance(table.day, Unknown):
            causes = merged((member.scope, table.day)).causes
            return Position(Decision(Outcome.UNDETERMINED, "dated_by", None, causes), reached)
        if isinstance(key, Unknown):
            causes = merged((key, member.scope)).causes
            return Position(Decision(Outcome.UNDETERMINED, "where", None, causes), reached)
        return self.if_listed(self.positions(key, context)[number], table.day)

    def if_listed(self, position: Position, day: date) -> Position:
        """What a position comes to where records before it may be missing from the list: nothing is certain then."""
        if position.run is None or position.decision.outcome not in {Outcome.COMPLIANT, Outcome.BREACH}:
            return position
        force, own = self.context.policy.agreements[self.sequence.agreement].validity, self.sequence.validity
        starts = [start for start in (force.start, own.start, position.run.since) if start is not None]
        if self.context.world.lists(self.sequence.entity, max(starts, default=None), day):
            return position
        cause = Cause(Reason.MISSING_FACTS, self.sequence.entity, "", "")
        return replace(position, decision=Decision(Outcome.UNDETERMINED, "must", None, frozenset((cause,))))

    def positions(self, key: str, context: Context) -> Positions:
        """What the records of a group come to at a choice of readings."""
        remembered = self.found.setdefault(key, Remembered())
        known = remembered.at(context.choices)
        if known is None:
            reached, known = self.counted(key, context)
            remembered.add(context.choices, reached, known)
        return known

    def counted(self, key: str, context: Context) -> tuple[Collection[str], Positions]:
        """The positions of a group, counted; and all readings that were reached for them."""
        bound = at_choice(self.sequence.bound, context)
        parts = (self.sequence.bound, self.sequence.reset)
        track = Track(reached={part.reading: None for part in parts if isinstance(part, t.ByReading)})
        places = []
        for number in (*self.numbers[key], *self.numbers[None]):
            table, own = self.tables[number], self.keys[number]
            belongs: Truth = Unknown(own.causes) if isinstance(own, Unknown) else counts_itself(table.record)
            places.append(_placed(number, table, belongs, bound, context))
        reset = self.reset(key, places, context)
        owner = self.group.entity or ""
        return track.reached, dict(_counted(places, bound, reset, (owner, key), track))

    def reset(self, key: str, places: Sequence[_Placed], context: Context) -> _Afresh:
        """When the count of a group starts afresh."""
        reset = at_choice(self.sequence.reset, context)
        owner = context.world.get(self.group.entity, key) if self.group.entity else None
        dated = [placed.table.day for placed in places if isinstance(placed.table.day, date)]
        if reset.of is None or owner is None or not dated:
            return _Afresh(reset, None)
        if (key, reset.of) not in self.days:
            self.days[key, reset.of] = days_of_change(reset.of, context, min(dated), max(dated))
        return _Afresh(reset, course(reset.of, owner, self.days[key, reset.of], context, value))


@dataclass(frozen=True, slots=True)
class _Afresh:
    """When a count starts afresh; `course` is that of the value whose changes matter, where there is one."""

    reset: t.Reset
    course: Course | None

    def between(self, before: date | None, day: date, track: Track) -> Truth:
        """Whether the count starts afresh between the last day that counted and this one."""
        if before is None or self.reset.kind == "never":
            return False
        if self.reset.kind == "calendar_year":
            return before.year != day.year
        if self.course is None:
            return unknown(Reason.MISSING_FACTS, "", "", "")
        return self.course.changes(before, day, track)


@dataclass(frozen=True, slots=True)
class _Placed:
    """A record in one group: its number, how it counts, and whether it belongs to the group."""

    number: int
    table: MemberTable
    member: Member
    scope: Truth
    interval: Interval

    @property
    def known(self) -> bool:
        return self.interval[0] == self.interval[1]


def _placed(number: int, table: MemberTable, belongs: Truth, bound: t.EveryNth, context: Context) -> _Placed:
    member = table.at(context)
    scope = together((belongs, member.scope))
    met = None if isinstance(member.met, Unknown) else member.met
    interval = counted(bound, None if isinstance(scope, Unknown) else scope, met)
    return _Placed(number, table, member, scope, interval)


def _counted(
    places: Sequence[_Placed], bound: t.EveryNth, reset: _Afresh, owner: tuple[str, str], track: Track
) -> Iterator[tuple[int, Position]]:
    """The positions of one group in the order of their days; members without a day or group are loose.

    What is reached up to a day is added to the track: it is all that the positions of that day may turn on.
    """
    loose = [placed for placed in places if not isinstance(placed.table.day, date)]
    for placed in loose:
        track.reached |= placed.member.track.reached
    loose = [placed for placed in loose if placed.scope is not False]
    add = [placed.interval for placed in loose]
    run, since, before = Run(), None, None
    count = met = 0
    doubtful = list(loose)
    unsure: list[Unknown] = []
    for day, of_day in _by_day(places):
        for placed in of_day:
            track.reached |= placed.member.track.reached
        same_day = [placed for placed in of_day if placed.scope is not False]
        if not same_day:
            continue
        afresh = reset.between(before, day, track)
        if afresh is True:
            run, since, count, met = Run(), day, 0, 0
            doubtful, unsure = list(loose), []
        elif isinstance(afresh, Unknown):
            run = run.perhaps_afresh()
            unsure.append(afresh)
        sums, run = run.day([placed.interval for placed in same_day], add)
        unsettled = len(doubtful)
        doubtful += [placed for placed in same_day if not placed.known]
        reached = dict(track.reached)
        for placed, found in zip(same_day, sums, strict=True):
            count += 1
            met += placed.member.met is True and placed.scope is True
            unsettled += not placed.known
            figures = RunFigures(
                entity=owner[0],
                key=owner[1],
                since=since,
                position=count,
                met=met,
                unknown=unsettled,
                required=required(bound, count),
                low=found.low,
                high=found.high,
            )
            doubts = (doubtful[-NAMED:], unsure[-NAMED:])
            yield placed.number, _position(placed, bound, found, doubts, figures, reached)
        before = day


def _by_day(places: Sequence[_Placed]) -> Iterator[tuple[date, list[_Placed]]]:
    """The members that have a day, a day at a time."""
    dated = [(placed.table.day, placed) for placed in places if isinstance(placed.table.day, date)]
    dated.sort(key=lambda item: (item[0], item[1].table.record.key))
    for day, of_day in groupby(dated, key=lambda item: item[0]):
        yield day, [placed for _, placed in of_day]


def _position(
    placed: _Placed,
    bound: t.EveryNth,
    sums: Sums,
    doubts: tuple[Sequence[_Placed], Sequence[Unknown]],
    run: RunFigures,
    reached: Collection[str],
) -> Position:
    """The outcome of one position; undetermined because of order where no fact can settle it."""
    outcome = OUTCOMES[held(bound, sums.low, sums.high)]
    if outcome is Outcome.BREACH and placed.scope is not True:
        causes = merged((placed.scope,)).causes
        return Position(Decision(Outcome.UNDETERMINED, "where", None, causes), reached, run)
    if outcome is not Outcome.UNDETERMINED:
        return Position(Decision(outcome, "must"), reached, run)
    if only_order_decides(bound, sums):
        cause = Cause(Reason.ORDER, placed.table.record.entity, placed.table.record.key, "")
        return Position(Decision(Outcome.UNDETERMINED, "must", None, frozenset((cause,))), reached, run)
    doubtful, unsure = doubts
    unknowns = [truth for other in doubtful for truth in (other.scope, other.member.met, other.table.day)]
    causes = merged((*(item for item in unknowns if isinstance(item, Unknown)), *unsure)).causes
    tables = tuple(other.table for other in doubtful if other is not placed)
    return Position(Decision(Outcome.UNDETERMINED, "must", None, causes), reached, run, tables)

"""What a sequence says of each of its positions, in every combination of readings; a group reading makes variants."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from klausul_dsl import typed as t
from klausul_dsl.evaluate import value
from klausul_dsl.firmness import in_all_readings
from klausul_dsl.frames import Context, Track
from klausul_dsl.judge import Decision, Member, group_of, judgement_of
from klausul_dsl.kleene import Truth, merged, together, unknown
from klausul_dsl.outcomes import Judged, NormResult, Outcome, RunFigures
from klausul_dsl.populations import population, result
from klausul_dsl.quotas import at_choice
from klausul_dsl.sequences import Run, counted, held, loosely, required
from klausul_dsl.shares import Interval
from klausul_dsl.tables import MemberTable, counts_itself, member_tables, variants_of
from klausul_dsl.timeline import changes
from klausul_dsl.values import Cause, Reason, Record, Unknown
from klausul_dsl.walk import readings_of

OUTCOMES = {"compliant": Outcome.COMPLIANT, "breach": Outcome.BREACH, "open": Outcome.UNDETERMINED}


def judge_sequence(sequence: t.Sequence, context: Context) -> Iterator[NormResult]:
    """One result for each alternative of a group reading, the chosen one first; one judgement for each record."""
    found = population(sequence, context)
    tables = member_tables(sequence, found, context)
    for variant, chosen, inner in variants_of((sequence.group,), context):
        names = frozenset(name for name, _ in variant)
        judged = list(_Counting(sequence, tables, inner, names).judged())
        yield result(sequence.name, variant, chosen, judged, found.outside, found.later)


@dataclass(frozen=True, slots=True)
class Position:
    """What a choice of readings gives for one record: the decision, the running count, and the doubts before it."""

    decision: Decision
    run: RunFigures | None = None
    doubts: tuple[MemberTable, ...] = ()


@dataclass(frozen=True, slots=True)
class _Counting:
    """One variant of a sequence; what each choice of readings gives is found once."""

    sequence: t.Sequence
    tables: Sequence[MemberTable]
    context: Context
    fixed: frozenset[str]
    found: dict[tuple[str, ...], dict[int, Position]] = field(default_factory=dict)

    def judged(self) -> Iterator[Judged]:
        names = readings_of(self.sequence, self.context.policy)
        positions = self.positions(self.context)
        for number, table in enumerate(self.tables):
            if table.record.rejected:
                continue
            position = positions[number]
            track = Track()
            track.add(table.at(self.context).track)
            for other in position.doubts:
                track.add(other.at(self.context).track)

            def probe(choices: Mapping[str, str], number: int = number) -> tuple[Outcome, Collection[str]]:
                return self.positions(replace(self.context, choices=choices))[number].decision.outcome, names

            day = table.day if isinstance(table.day, date) else None
            judgement = judgement_of(self.sequence, table.record, position.decision, track, day=day)
            alone = position.run is None and not table.at(self.context).track.reached
            yield in_all_readings(
                replace(judgement, run=position.run), () if alone else names, probe, self.context, self.fixed
            )

    def positions(self, context: Context) -> dict[int, Position]:
        """What every record comes to at a choice of readings, by its number among the tables."""
        names = readings_of(self.sequence, self.context.policy)
        key = tuple(context.choices[name] for name in names)
        if key not in self.found:
            self.found[key] = dict(_positions(self.sequence, self.tables, context))
        return self.found[key]


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


def _positions(sequence: t.Sequence, tables: Sequence[MemberTable], context: Context) -> Iterator[tuple[int, Position]]:
    group = at_choice(sequence.group, context)
    bound = at_choice(sequence.bound, context)
    grouped: dict[str, list[_Placed]] = {}
    everywhere: list[_Placed] = []
    for number, table in enumerate(tables):
        member = table.at(context)
        key = group_of(group, table.record, context)
        belongs: Truth = Unknown(key.causes) if isinstance(key, Unknown) else counts_itself(table.record)
        scope = together((belongs, member.scope))
        placed = _Placed(number, table, member, scope, _interval(bound, scope, member))
        if member.scope is False:
            yield number, Position(Decision(Outcome.NOT_APPLICABLE, member.decided_by, member.exemption))
        elif isinstance(key, Unknown) or isinstance(table.day, Unknown):
            causes = merged((scope, table.day if isinstance(table.day, Unknown) else True)).causes
            part = "dated_by" if isinstance(table.day, Unknown) else "where"
            yield number, Position(Decision(Outcome.UNDETERMINED, part, None, causes))  # type: ignore[arg-type]
        if isinstance(key, Unknown):
            everywhere.append(placed)
        else:
            grouped.setdefault(key, []).append(placed)
    for key, members in grouped.items():
        yield from _in_group(sequence, group, key, [*members, *everywhere], bound, context)


def _interval(bound: t.EveryNth, scope: Truth, member: Member) -> Interval:
    met = None if isinstance(member.met, Unknown) else member.met
    return counted(bound, None if isinstance(scope, Unknown) else scope, met)


def _in_group(
    sequence: t.Sequence, group: t.Group, key: str, members: Sequence[_Placed], bound: t.EveryNth, context: Context
) -> Iterator[tuple[int, Position]]:
    """The positions of one group in the order of their days; members without a day or group are loose."""
    reset = at_choice(sequence.reset, context)
    owner = context.world.get(group.entity, key) if group.entity else None
    counted_in = [placed for placed in members if placed.scope is not False]
    loose = [placed for placed in counted_in if not isinstance(placed.table.day, date)]
    ordered = sorted(
        (placed for placed in counted_in if isinstance(placed.table.day, date)),
        key=lambda placed: (placed.table.day, placed.table.record.key),
    )
    add = loosely(placed.interval for placed in loose)
    run, since, before = Run(), None, None
    met, unsettled = 0, len(loose)
    so_far: list[_Placed] = []
    unsure: list[Unknown] = []
    for day, group_of_day in groupby(ordered, key=lambda placed: placed.table.day):
        assert isinstance(day, date)
        afresh = _starts_afresh(reset, owner, before, day, context)
        if afresh is True:
            run, since, so_far, unsure = Run(), day, [], []
            met, unsettled = 0, len(loose)
        elif isinstance(afresh, Unknown):
            run = run.perhaps_afresh()
            unsure.append(afresh)
        same_day = list(group_of_day)
        sums, run = run.day([placed.interval for placed in same_day], add)
        first = len(so_far)
        so_far += same_day
        doubtful = [placed for placed in (*so_far, *loose) if not placed.known]
        for number, (placed, (low, high)) in enumerate(zip(same_day, sums, strict=True), first + 1):
            met += placed.member.met is True and placed.scope is True
            unsettled += not placed.known
            figures = RunFigures(
                entity=group.entity or "",
                key=key,
                since=since,
                position=number,
                met=met,
                unknown=unsettled,
                required=required(bound, number),
                low=low,
                high=high,
            )
            yield placed.number, _position(placed, held(bound, low, high), doubtful, unsure, figures)
        before = day


def _position(
    placed: _Placed, verdict: str, doubtful: Sequence[_Placed], unsure: Sequence[Unknown], run: RunFigures
) -> Position:
    """The outcome of one position; where nothing is unknown, only the order within the day can leave it open."""
    outcome = OUTCOMES[verdict]
    if outcome is Outcome.BREACH and placed.scope is not True:
        causes = merged((placed.scope,)).causes
        return Position(Decision(Outcome.UNDETERMINED, "where", None, causes), run)
    if outcome is not Outcome.UNDETERMINED:
        return Position(Decision(outcome, "must"), run)
    unknowns = [truth for other in doubtful for truth in (other.scope, other.member.met) if isinstance(truth, Unknown)]
    causes = merged((*unknowns, *unsure)).causes
    if not causes:
        record = placed.table.record
        causes = frozenset((Cause(Reason.ORDER, record.entity, record.key, ""),))
    tables = tuple(other.table for other in doubtful if other is not placed)
    return Position(Decision(Outcome.UNDETERMINED, "must", None, causes), run, tables)


def _starts_afresh(reset: t.Reset, owner: Record | None, before: date | None, day: date, context: Context) -> Truth:
    """Whether the count starts afresh between the last day that counted and this one."""
    if before is None or reset.kind == "never":
        return False
    if reset.kind == "calendar_year":
        return before.year != day.year
    assert reset.of is not None
    if owner is None:
        return unknown(Reason.MISSING_FACTS, "", "", "")
    return changes(reset.of, owner, before, day, context, value)

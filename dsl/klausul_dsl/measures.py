"""What a measure counts: a number or share for each group and period, shown beside what was expected."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.final import is_open
from klausul_dsl.frames import Context
from klausul_dsl.kleene import together
from klausul_dsl.quotas import Place, counting, groupings_of, places
from klausul_dsl.readings import Progress, defaults
from klausul_dsl.tables import Variant, variants_of
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Measured:
    """The count of one group in one period.

    From `fewest` to `widest` records are in scope, and from `least` to `most` of them are counted: the one where
    everything that is not known is taken one way, the other where it is taken the other. `still_open`: the period is
    not over on the as-of date.
    """

    entity: str
    key: str
    period: tuple[date, date]
    least: int
    most: int
    fewest: int
    widest: int
    still_open: bool


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """What a measure counts, in one variant of its group and period readings."""

    measure: str
    variant: Variant
    chosen: bool
    rows: tuple[Measured, ...]


def measure_policy(
    policy: t.Policy,
    vocabulary: Vocabulary,
    world: World,
    chosen: Mapping[str, str],
    *,
    measures: Collection[str] | None = None,
    progress: Progress | None = None,
) -> Iterator[MeasureResult]:
    """Count every measure (or those named), in the order written, at the chosen readings.

    `progress` is told a measure's name and how many records it has.
    """
    context = Context(policy, vocabulary, world, {**defaults(policy), **chosen})
    for measure in policy.measures.values():
        if measures is not None and measure.name not in measures:
            continue
        if progress is not None:
            progress(measure.name, len(world.of(measure.entity)))
        _, tables = counting(measure, context)
        groupings = groupings_of(measure, tables, context)
        for variant, is_chosen, inner in variants_of((measure.group, measure.period), context):
            rows = tuple(_measured(place, inner) for place in places(measure, tables, groupings, inner))
            yield MeasureResult(measure.name, variant, is_chosen, rows)


def _measured(place: Place, context: Context) -> Measured:
    least = most = fewest = widest = 0
    for placed, table in place.inside:
        member = table.at(context)
        scope = together((placed, member.scope))
        if scope is False:
            continue
        widest += 1
        most += member.met is not False
        if scope is True:
            fewest, least = fewest + 1, least + (member.met is True)
    return Measured(
        entity=place.group.entity or "",
        key=place.key,
        period=place.span,
        least=least,
        most=most,
        fewest=fewest,
        widest=widest,
        still_open=is_open(place.span[1], context),
    )

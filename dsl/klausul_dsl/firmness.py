"""A judgement compared with what it would be in every combination of the readings it reaches: firm, or depending."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from itertools import combinations, product
from operator import is_

from klausul_dsl.combinations import Probe, agree, leaves
from klausul_dsl.frames import Context
from klausul_dsl.outcomes import Dependence, Judged, Judgement, Outcome


def in_all_readings(
    judgement: Judgement,
    reached: Collection[str],
    probe: Probe[Outcome],
    context: Context,
    fixed: frozenset[str] = frozenset(),
) -> Judged:
    """Compare a judgement at the chosen readings with every combination of the readings that the outcome reaches.

    The readings form a decision tree: a reading is branched on only where it was reached. Where the same comes of the
    first LIMIT leaves and there are more, each reading alone and each pair is tried instead. `fixed` are the readings
    of the variant, which stay.
    """
    outcome = judgement.outcome
    names = [name for name in reached if name not in fixed]
    same = agree(leaves(probe, context.choices, context.alternatives, outcome, names, fixed), partial(is_, outcome))
    if same:
        return Judged(judgement, "firm")
    if same is None and _one_at_a_time(probe, context, outcome, names):
        return Judged(judgement, "one_at_a_time")
    return Judged(judgement, "depends", _dependences(probe, context, outcome, names))


def _one_at_a_time(probe: Probe[Outcome], context: Context, outcome: Outcome, reached: Sequence[str]) -> bool:
    """Whether the outcome stays the same with each reading alone and each pair changed."""
    for names in (*((name,) for name in reached), *combinations(reached, 2)):
        for options in product(*(context.alternatives(name) for name in names)):
            other, _ = probe({**context.choices, **dict(zip(names, options, strict=True))})
            if other is not outcome:
                return False
    return True


def _dependences(
    probe: Probe[Outcome], context: Context, outcome: Outcome, reached: Sequence[str]
) -> tuple[Dependence, ...]:
    """The readings that change the outcome alone, and what each of their alternatives gives."""
    found = []
    for name in sorted(reached):
        outcomes = tuple(
            (option, outcome if option == context.choices[name] else probe({**context.choices, name: option})[0])
            for option in context.alternatives(name)
        )
        if len({other for _, other in outcomes}) > 1:
            found.append(Dependence(name, outcomes))
    return tuple(found)

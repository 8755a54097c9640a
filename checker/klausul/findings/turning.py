"""An audit to how many outcomes each answer to an open question would change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from klausul.findings.audited import Audit, Tally
from klausul_dsl.outcomes import Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What an answer would change.

    `outcomes` counts the outcomes of the chosen answers that would be others, by what they would be: an outcome that
    turns on several questions counts under each. `tallies` are the norms that would be reckoned in other groups or
    periods, where no outcome has its match: each as chosen, and as it would be.
    """

    outcomes: Mapping[Outcome, int] = field(default_factory=dict)
    tallies: tuple[tuple[Tally, Tally], ...] = ()


def turned(audit: Audit) -> dict[tuple[str, str], Turned]:
    """What each answer that was not chosen would change, by reading and answer; those that change nothing left out."""
    counts: dict[tuple[str, str], Counter[Outcome]] = {}
    for finding in audit.chosen:
        for reading in finding.depends_on:
            for answer in reading.outcomes:
                if answer.outcome is not finding.outcome:
                    counts.setdefault((reading.reading, answer.name), Counter())[answer.outcome] += 1
    pairs = _variants(audit)
    return {
        key: Turned(outcomes=counts.get(key, Counter()), tallies=tuple(pairs.get(key, ())))
        for key in dict.fromkeys((*counts, *pairs))
    }


def _variants(audit: Audit) -> dict[tuple[str, str], list[tuple[Tally, Tally]]]:
    """The variants of norms that one other answer makes, each beside the chosen one, by reading and answer."""
    chosen = {tally.norm: tally for tally in audit.tallies if tally.chosen and tally.variant}
    found: dict[tuple[str, str], list[tuple[Tally, Tally]]] = {}
    for tally in audit.tallies:
        if tally.norm in chosen and not tally.chosen:
            other = [pair for pair in tally.variant if pair not in chosen[tally.norm].variant]
            if len(other) == 1:
                found.setdefault(other[0], []).append((chosen[tally.norm], tally))
    return found

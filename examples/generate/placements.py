"""The levels that the parties have recorded, and what an audit finds when it holds them against the figures and lists.

What is recorded is what the estate's stretches say: it outranks the figures, so that no other rule is touched. Where
the two differ, `world` has figures that give another level than the recorded one, or none.
"""

from __future__ import annotations

from collections.abc import Iterator

from .figures import Row
from .places import EXCLUDED, LEVEL_1, LEVEL_2
from .plan import Expected, Plan
from .world import ESTATE

PLACEMENT = "placement_as_level"

_NAMES = {LEVEL_1: "niveau 1", LEVEL_2: "niveau 2", EXCLUDED: "uden for modellen"}
_HALF_WAY = ("2025-01-01", "2025-12-01", "2026-12-01")
_EXPECTED: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("201-02", "breach", _HALF_WAY, "still recorded at level 1; since half-way a small estate with high figures"),
    ("205-01", "breach", _HALF_WAY, "still recorded at level 2; since half-way its figures are those of level 1"),
    ("202-01", "undetermined", _HALF_WAY, "recorded at level 1; since half-way the agreement does not cover it"),
    ("202-02", "depends", _HALF_WAY, "recorded at level 1; the fund's figures are suppressed, the ministry's agree"),
    ("204-01", "depends", _HALF_WAY, "recorded at level 1; level 2 half-way, or none where a small estate needs both"),
    ("203-01", "near_miss", _HALF_WAY, "39.5 % outside work half-way is still level 1, as recorded"),
    ("203-02", "near_miss", ("2025-01-01",), "recorded at its new level from the very review day"),
    (
        "205-03",
        "near_miss",
        ("2024-12-01", "2025-01-01"),
        "recorded outside the model to the very end of the rehousing",
    ),
)


def placements() -> Iterator[Row]:
    """A row for each stretch of each estate that is recorded; the last one has no end."""
    for key in sorted({key for key, _, _, _ in _EXPECTED}):
        stretches = ESTATE[key].stretches
        for number, stretch in enumerate(stretches, start=1):
            last = None if stretch is stretches[-1] else stretch.last
            yield (f"IND-{key}-{number}", key, "niveau", _NAMES[stretch.certain], stretch.first, last)


def note_placements(plan: Plan) -> None:
    """Add what is expected of the recorded levels, review day by review day."""
    for key, outcome, days, note in _EXPECTED:
        for day in days:
            plan.expected.append(
                Expected(rule=PLACEMENT, subject="estate", key=key, period=day, outcome=outcome, note=note)
            )

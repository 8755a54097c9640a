"""The meetings and the reports of section 6, as a municipality would have them that kept its calendar but once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .figures import Row
from .places import YEARS
from .world import ORGANISATIONS

_BOLIGFORUM = {
    2023: (date(2023, 4, 18), date(2023, 5, 9)),
    2024: (date(2024, 4, 16), date(2024, 5, 14)),
    2025: (date(2025, 4, 8), date(2025, 5, 13)),
    2026: (date(2026, 4, 14), date(2026, 5, 12)),
}
"""First the administrations, then the politicians, every spring."""
_JOINT_DIALOGUE = {2023: date(2023, 9, 21), 2025: date(2025, 9, 18)}
"""The years of the conference; in the others the municipality meets each organisation by itself."""
_OVERVIEW = {2023: date(2023, 3, 31), 2024: date(2024, 3, 14), 2025: date(2025, 4, 1), 2026: date(2026, 3, 16)}
"""The overviews of step-down dwellings: one on the last day of the quarter, one the day after it."""
_MIDTERM, _RENEGOTIATION = date(2025, 2, 6), date(2026, 4, 28)


def meetings() -> Iterator[Row]:
    """Boligforum, the follow-up group, the steering dialogues and the dialogue on new build, in the order of days."""
    found = sorted(_meetings(), key=lambda row: (row[0], row[4] or ""))
    for number, row in enumerate(found, start=1):
        yield (f"M{number:03d}", *row)


def _meetings() -> Iterator[tuple[date, str, str, str, str | None]]:
    yield date(2023, 6, 8), "dialogue_on_new_build", "administrative", "joint", None
    for year in YEARS:
        administrative, political = _BOLIGFORUM[year]
        yield administrative, "boligforum", "administrative", "joint", None
        yield political, "boligforum", "political", "joint", None
        for month, day in ((2, 21), (6, 12), (11, 6)):
            yield date(year, month, day), "follow_up_group", "administrative", "joint", None
        if year in _JOINT_DIALOGUE:
            yield _JOINT_DIALOGUE[year], "steering_dialogue", "political", "joint", None
            continue
        for day, item in enumerate(ORGANISATIONS, start=9):
            yield date(year, 9, day), "steering_dialogue", "political", "separate", item.key


def reports() -> Iterator[Row]:
    """Every year the overview of step-down dwellings and the key figures; once the evaluation and the renegotiation."""
    found: list[tuple[date, str]] = [(_MIDTERM, "midterm_evaluation"), (_RENEGOTIATION, "renegotiation_started")]
    for year in YEARS:
        found += [(_OVERVIEW[year], "step_down_overview"), (date(year, 5, 28), "key_figures")]
    for number, (day, kind) in enumerate(sorted(found), start=1):
        yield (f"R{number:03d}", day, kind, None)

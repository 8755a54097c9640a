"""The meetings and the reports of sections 5.5 and 6, as a municipality would have them that missed some of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .figures import Row
from .places import YEARS
from .world import ORGANISATIONS

BOLIGFORUM = {
    2023: (date(2023, 3, 1), date(2023, 5, 9)),
    2024: (date(2024, 4, 16), date(2024, 5, 31)),
    2025: (date(2025, 5, 13), date(2025, 4, 8)),
    2026: (date(2026, 5, 12), date(2026, 6, 2)),
}
"""The administrative and the political meeting: at the borders of spring, in the wrong order, and a day into summer."""
PREPARATORY = {
    2023: (date(2023, 1, 26), date(2023, 10, 5)),
    2024: (date(2024, 2, 1),),
    2025: (date(2025, 1, 30), date(2025, 12, 31)),
    2026: (date(2026, 1, 29), date(2026, 10, 1)),
}
"""Two a year, but only one in 2024."""
JOINT_DIALOGUE = {2023: date(2023, 9, 21), 2025: date(2025, 9, 18)}
"""The years of the conference, told of with each organisation; in the others each is met by itself."""
NOT_MET, MET_LATE = ("203", 2024), ("205", 2026)
_OVERVIEW = {2023: date(2023, 3, 31), 2024: date(2024, 3, 14), 2025: date(2025, 4, 1), 2026: date(2026, 3, 16)}
"""The overviews of step-down dwellings: one on the last day of the quarter, one the day after it."""
KEY_FIGURES = {
    2023: (date(2023, 5, 28), (True, True, True, True, True)),
    2024: (date(2024, 6, 30), (True, True, True, True, False)),
    2025: (date(2025, 7, 1), (True, True, None, True, True)),
    2026: (date(2026, 4, 1), (True, True, True, True, True)),
}
"""When the key figures came, and which of the five parts they show; None is a blank cell."""
_MIDTERM, _RENEGOTIATION = date(2025, 2, 6), date(2026, 6, 30)
_NO_PARTS = (None,) * 5


def meetings() -> Iterator[Row]:
    """Every meeting with its key, in the order of days."""
    found = sorted(_meetings(), key=lambda row: (row[0], row[4] or ""))
    for number, row in enumerate(found, start=1):
        yield (f"M{number:03d}", *row)


def _meetings() -> Iterator[tuple[date, str, str, str, str | None]]:
    yield date(2023, 6, 8), "dialogue_on_new_build", "administrative", "joint", None
    for year in YEARS:
        administrative, political = BOLIGFORUM[year]
        yield administrative, "boligforum", "administrative", "joint", None
        yield political, "boligforum", "political", "joint", None
        for day in PREPARATORY[year]:
            yield day, "preparatory", "administrative", "joint", None
        for month, day_of_month in ((2, 21), (6, 12), (11, 6)):
            yield date(year, month, day_of_month), "follow_up_group", "administrative", "joint", None
        for number, item in enumerate(ORGANISATIONS, start=9):
            if year in JOINT_DIALOGUE:
                yield JOINT_DIALOGUE[year], "steering_dialogue", "political", "joint", item.key
            elif (item.key, year) != NOT_MET:
                met = date(year, 12, 31) if (item.key, year) == MET_LATE else date(year, 9, number)
                yield met, "steering_dialogue", "political", "separate", item.key


def reports() -> Iterator[Row]:
    """Every year the overview of step-down dwellings and the key figures; once the evaluation and the renegotiation."""
    found: list[tuple[date, str, tuple[bool | None, ...]]] = [
        (_MIDTERM, "midterm_evaluation", _NO_PARTS),
        (_RENEGOTIATION, "renegotiation_started", _NO_PARTS),
    ]
    for year in YEARS:
        day, parts = KEY_FIGURES[year]
        found += [(_OVERVIEW[year], "step_down_overview", _NO_PARTS), (day, "key_figures", parts)]
    for number, (day, kind, parts) in enumerate(sorted(found, key=lambda row: row[:2]), start=1):
        yield (f"R{number:03d}", day, kind, None, *parts)

"""What a place is: an organisation, an area, an estate, and an estate's place in the model day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

FIRST_DAY, LAST_DAY = date(2023, 1, 1), date(2026, 12, 31)
DELIVERED_ON = date(2027, 1, 31)
YEARS = (2023, 2024, 2025, 2026)
LIST_YEARS = (2021, 2022, 2023, 2024, 2025, 2026)

LEVEL_1, LEVEL_2, LEVEL_3, EXCLUDED = "level_1", "level_2", "level_3", "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A housing organisation."""

    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A housing area; `lists` holds what the list of 1 December of each year says of it, twice where sources differ."""

    key: str
    name: str
    lists: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days on which an estate has the same place in the model.

    `levels` are the levels that it may have: one where that is certain, several or none where `doubt` says why. The
    doubts: `conflict`, `missing`, `uncovered`; or readings decide: `limit` (does the limit of convicted move? it may
    leave no level) or `ranking` (does level 2 or 3 go first?), and then `levels` begins with the default. `prevention`
    says whether the bans of almenboligloven § 59(7) may hold.
    """

    first: date
    last: date
    levels: tuple[str, ...]
    doubt: str = ""
    prevention: bool = False

    @property
    def certain(self) -> str:
        """The level, where there is no doubt about it; else nothing."""
        return "" if self.doubt else self.levels[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Key figures of an estate in the years to `last_year`: residents, per cent outside work, per cent convicted."""

    last_year: int
    residents: int
    outside: float | None
    convicted: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """An estate: about how many family dwellings fall vacant a year, and its place day by day."""

    key: str
    name: str
    organisation: str
    area: str
    vacancies: int
    stretches: tuple[Stretch, ...]
    figures: tuple[Figures, ...]
    youth: int = 0

    def stretch(self, day: date) -> Stretch:
        """The estate's place on a day; the first one before the agreement."""
        found = [stretch for stretch in self.stretches if stretch.first <= day <= stretch.last]
        return found[0] if found else self.stretches[0]

"""The invented municipality: its organisations, areas and estates, and what is certain about each estate's level.

Nothing here exists: no organisation, no area, no estate, no figure. The levels are written down by hand, as the
agreement places the estates, and the figures are chosen so that every reading of the agreement places them alike;
the exceptions say why in `doubt`. A recorded placement holds whatever the figures: the figures of 2024 that give
another level than the recorded one, or none, are told of in `placements`.
"""

from __future__ import annotations

from datetime import date

from .neighbours import NEIGHBOUR_AREAS, NEIGHBOURS, YOUTH_ORGANISATIONS
from .places import (
    EXCLUDED,
    FIRST_DAY,
    LAST_DAY,
    LEVEL_1,
    LEVEL_2,
    LEVEL_3,
    LIST_YEARS,
    Area,
    Estate,
    Figures,
    Organisation,
    Stretch,
)


def _always(level: str, *, prevention: bool = False) -> tuple[Stretch, ...]:
    return (Stretch(first=FIRST_DAY, last=LAST_DAY, levels=(level,), prevention=prevention),)


def _split(
    day: date, before: tuple[str, ...], after: tuple[str, ...], *, doubt: str = "", prevention: tuple[bool, bool]
) -> tuple[Stretch, ...]:
    """Two stretches, the second one from a day on; the doubt concerns the first."""
    eve = date.fromordinal(day.toordinal() - 1)
    return (
        Stretch(first=FIRST_DAY, last=eve, levels=before, doubt=doubt, prevention=prevention[0]),
        Stretch(first=day, last=LAST_DAY, levels=after, prevention=prevention[1]),
    )


def _doubtful(doubt: str, *levels: str, prevention: bool = False) -> tuple[Stretch, ...]:
    return (Stretch(first=FIRST_DAY, last=LAST_DAY, levels=levels, doubt=doubt, prevention=prevention),)


def _figures(residents: int, outside: float | None, convicted: float | None, last_year: int = 2026) -> Figures:
    return Figures(last_year=last_year, residents=residents, outside=outside, convicted=convicted)


def _lists(*kinds: str) -> tuple[tuple[int, str], ...]:
    return tuple(zip(LIST_YEARS, kinds, strict=True))


ORGANISATIONS = (
    Organisation(key="201", name="Boligselskabet Tranedansen"),
    Organisation(key="202", name="Boligforeningen Snegleskallen"),
    Organisation(key="203", name="Almenboligerne Kometen"),
    Organisation(key="204", name="Boligforeningen Tordenskyen"),
    Organisation(key="205", name="Den almene forening Ravnefjeren"),
    *YOUTH_ORGANISATIONS,
)

AREAS = (
    Area(key="O1", name="Nattergalekvarteret"),
    Area(key="O2", name="Morgenstjernen", lists=_lists(*["prevention"] * 6)),
    Area(key="O3", name="Sneglehusene"),
    Area(key="O4", name="Perlemorsområdet", lists=_lists(*["prevention"] * 3, *["vulnerable"] * 3)),
    Area(key="O5", name="Kometkvarteret"),
    Area(key="O6", name="Halebåndet", lists=_lists(*["prevention"] * 6)),
    Area(key="O7", name="Tordenkvarteret"),
    Area(key="O8", name="Lynafledningen", lists=_lists(*["transformation"] * 6)),
    Area(key="O9", name="Skybruddet", lists=(*_lists(*["prevention"] * 6), (2022, "vulnerable"))),
    Area(key="O10", name="Ravnekvarteret"),
    *NEIGHBOUR_AREAS,
)

NEW_LIST, HALF_WAY, NEXT_LIST = date(2024, 12, 1), date(2025, 1, 1), date(2023, 12, 1)
"""The list that moves 202-03 to level 3; the update half-way; the list that ends the conflict about 204-04."""
REHOUSED_FROM, REHOUSED_TO = date(2022, 9, 1), date(2024, 12, 31)
PLAN_AREA, PLAN_FROM, PLAN_TO = "O6", date(2019, 7, 1), date(2030, 12, 31)

ESTATES = (
    Estate(
        key="201-01",
        name="Nattergalehaven",
        organisation="201",
        area="O1",
        vacancies=20,
        stretches=_always(LEVEL_1),
        figures=(_figures(1380, 22.4, 0.52),),
    ),
    Estate(
        key="201-02",
        name="Sølvrævens Kvarter",
        organisation="201",
        area="O1",
        vacancies=20,
        stretches=_always(LEVEL_1),
        figures=(_figures(1120, 25.1, 0.61, 2023), _figures(940, 45.2, 3.05)),
    ),
    Estate(
        key="201-03",
        name="Morgenstjernen Nord",
        organisation="201",
        area="O2",
        vacancies=22,
        stretches=_always(LEVEL_2, prevention=True),
        figures=(_figures(1460, 36.2, 1.82),),
    ),
    Estate(
        key="201-04",
        name="Morgenstjernen Syd",
        organisation="201",
        area="O2",
        vacancies=14,
        stretches=_always(LEVEL_2, prevention=True),
        figures=(_figures(620, 34.8, 1.74),),
    ),
    Estate(
        key="202-01",
        name="Sneglehusene",
        organisation="202",
        area="O3",
        vacancies=18,
        stretches=_always(LEVEL_1),
        figures=(_figures(1210, 19.6, 0.44, 2023), _figures(1230, 41.5, 0.52)),
    ),
    Estate(
        key="202-02",
        name="Konkyliehaven",
        organisation="202",
        area="O3",
        vacancies=20,
        youth=8,
        stretches=_always(LEVEL_1),
        figures=(_figures(840, 23.3, 0.58, 2023), _figures(840, None, None)),
    ),
    Estate(
        key="202-03",
        name="Perlemorsbuen",
        organisation="202",
        area="O4",
        vacancies=20,
        stretches=_split(NEW_LIST, (LEVEL_2,), (LEVEL_3,), prevention=(True, False)),
        figures=(_figures(1250, 38.9, 1.86, 2023), _figures(1270, 44.1, 2.41)),
    ),
    Estate(
        key="202-04",
        name="Muslingebanken",
        organisation="202",
        area="O3",
        vacancies=6,
        stretches=_doubtful("uncovered"),
        figures=(_figures(1200, 41.0, 0.50),),
    ),
    Estate(
        key="203-01",
        name="Kometens Hale",
        organisation="203",
        area="O5",
        vacancies=18,
        stretches=_always(LEVEL_1),
        figures=(_figures(1540, 26.0, 0.66, 2023), _figures(1540, 39.5, 0.66)),
    ),
    Estate(
        key="203-02",
        name="Stjerneskudshusene",
        organisation="203",
        area="O5",
        vacancies=16,
        stretches=_split(HALF_WAY, (LEVEL_1,), (LEVEL_2,), prevention=(False, False)),
        figures=(_figures(690, 26.3, 0.62, 2023), _figures(705, 45.2, 3.05)),
    ),
    Estate(
        key="203-03",
        name="Halebåndet",
        organisation="203",
        area="O6",
        vacancies=18,
        stretches=_doubtful("ranking", LEVEL_3, LEVEL_2, prevention=True),
        figures=(_figures(1710, 37.5, 1.79),),
    ),
    Estate(
        key="203-04",
        name="Meteorhytterne",
        organisation="203",
        area="O5",
        vacancies=4,
        stretches=_doubtful("missing", LEVEL_1, LEVEL_2),
        figures=(_figures(84, None, None),),
    ),
    Estate(
        key="204-01",
        name="Tordenbrinken",
        organisation="204",
        area="O7",
        vacancies=18,
        stretches=_always(LEVEL_1),
        figures=(_figures(980, 28.7, 0.71, 2023), _figures(960, 45.0, 0.71)),
    ),
    Estate(
        key="204-02",
        name="Regnbuehusene",
        organisation="204",
        area="O7",
        vacancies=14,
        stretches=_split(HALF_WAY, (LEVEL_2,), (LEVEL_1,), prevention=(False, False)),
        figures=(_figures(560, 44.6, 2.96, 2023), _figures(575, 27.2, 0.64)),
    ),
    Estate(
        key="204-03",
        name="Lynaflederen",
        organisation="204",
        area="O8",
        vacancies=20,
        stretches=_always(LEVEL_3),
        figures=(_figures(1630, 46.8, 2.72),),
    ),
    Estate(
        key="204-04",
        name="Skybruddet",
        organisation="204",
        area="O9",
        vacancies=12,
        stretches=_split(NEXT_LIST, (LEVEL_2, LEVEL_3), (LEVEL_2,), doubt="conflict", prevention=(True, True)),
        figures=(_figures(1150, 43.0, 1.91),),
    ),
    Estate(
        key="205-01",
        name="Ravneskrænten",
        organisation="205",
        area="O10",
        vacancies=18,
        stretches=_always(LEVEL_2),
        figures=(_figures(740, 45.0, 3.00, 2023), _figures(740, 28.4, 0.60)),
    ),
    Estate(
        key="205-02",
        name="Fjervingen",
        organisation="205",
        area="O10",
        vacancies=10,
        stretches=_split(HALF_WAY, (LEVEL_1, LEVEL_2), (LEVEL_1,), doubt="limit", prevention=(False, False)),
        figures=(_figures(640, 33.0, 1.50, 2023), _figures(640, 29.5, 0.70)),
    ),
    Estate(
        key="205-03",
        name="Krageslottet",
        organisation="205",
        area="O10",
        vacancies=10,
        stretches=_split(HALF_WAY, (EXCLUDED,), (LEVEL_1,), prevention=(False, False)),
        figures=(_figures(910, 26.8, 0.55),),
    ),
    *NEIGHBOURS,
)
ESTATE = {estate.key: estate for estate in ESTATES}

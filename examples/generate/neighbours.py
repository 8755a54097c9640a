"""The rest of the invented municipality: youth estates, small estates, and two whose level changes and changes back."""

from __future__ import annotations

from datetime import date

from .places import (
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

YOUTH_ORGANISATIONS = (Organisation(key="206", name="Ungdomsboligforeningen Ildfluen"),)

RETURNING = "O13"
"""A prevention area that is vulnerable for the year of the list of 1 December 2023."""
BECAME_VULNERABLE, WAS_SO_LAST = date(2023, 12, 1), date(2024, 11, 30)

_KINDS = ("prevention", "prevention", "vulnerable", "prevention", "prevention", "prevention")
NEIGHBOUR_AREAS = (
    Area(key="O11", name="Ugleskoven"),
    Area(key="O12", name="Ildfluekvarteret"),
    Area(key=RETURNING, name="Havfruekvarteret", lists=tuple(zip(LIST_YEARS, _KINDS, strict=True))),
)

_GREEN = (Stretch(first=FIRST_DAY, last=LAST_DAY, levels=(LEVEL_1,)),)
_YELLOW = (Stretch(first=FIRST_DAY, last=LAST_DAY, levels=(LEVEL_2,)),)
_THERE_AND_BACK = (
    Stretch(first=FIRST_DAY, last=date(2023, 11, 30), levels=(LEVEL_2,), prevention=True),
    Stretch(first=BECAME_VULNERABLE, last=WAS_SO_LAST, levels=(LEVEL_3,)),
    Stretch(first=date(2024, 12, 1), last=LAST_DAY, levels=(LEVEL_2,), prevention=True),
)
_TO_GREEN = (
    Stretch(first=FIRST_DAY, last=date(2024, 12, 31), levels=(LEVEL_2,)),
    Stretch(first=date(2025, 1, 1), last=LAST_DAY, levels=(LEVEL_1,)),
)
_STRAINED = (Figures(last_year=2026, residents=520, outside=44.2, convicted=2.90),)
_LISTED = (Figures(last_year=2026, residents=1190, outside=43.0, convicted=1.90),)
_RELIEVED = (
    Figures(last_year=2023, residents=310, outside=44.0, convicted=2.80),
    Figures(last_year=2026, residents=310, outside=16.5, convicted=0.58),
)


def _youth(key: str, name: str, area: str, vacancies: int) -> Estate:
    """An estate of youth dwellings alone, at level 1 whatever the reading."""
    figures = (Figures(last_year=2026, residents=vacancies * 7, outside=12.4, convicted=0.42),)
    organisation = key.split("-")[0]
    return Estate(
        key=key,
        name=name,
        organisation=organisation,
        area=area,
        vacancies=0,
        youth=vacancies,
        stretches=_GREEN,
        figures=figures,
    )


def _small(key: str, name: str, area: str, residents: int) -> Estate:
    """A small estate of family dwellings at level 1."""
    figures = (Figures(last_year=2026, residents=residents, outside=21.0, convicted=0.50),)
    organisation = key.split("-")[0]
    return Estate(
        key=key, name=name, organisation=organisation, area=area, vacancies=3, stretches=_GREEN, figures=figures
    )


NEIGHBOURS = (
    _youth("201-05", "Ugleredet", "O11", 26),
    _youth("201-06", "Nattely", "O11", 24),
    _small("201-07", "Uglestien", "O11", 140),
    _youth("202-05", "Østersbanken", "O3", 22),
    _youth("202-06", "Søhesten", "O3", 26),
    _small("202-07", "Strandsneglen", "O3", 120),
    _youth("203-05", "Månestøvet", "O5", 24),
    _youth("203-06", "Satellitten", "O5", 20),
    _small("203-07", "Stjernestøvet", "O5", 160),
    Estate(
        key="203-08",
        name="Havfruens Gård",
        organisation="203",
        area=RETURNING,
        vacancies=8,
        stretches=_THERE_AND_BACK,
        figures=_LISTED,
    ),
    _youth("204-05", "Skyhøj", "O7", 24),
    _small("204-06", "Regnskyllet", "O7", 130),
    Estate(
        key="204-07",
        name="Havfruens Have",
        organisation="204",
        area=RETURNING,
        vacancies=8,
        stretches=_THERE_AND_BACK,
        figures=_LISTED,
    ),
    Estate(
        key="205-04",
        name="Allikereden",
        organisation="205",
        area="O10",
        vacancies=10,
        stretches=_YELLOW,
        figures=_STRAINED,
    ),
    _small("205-05", "Skadesvinget", "O10", 150),
    _small("205-06", "Musvittens Vænge", "O10", 110),
    _youth("206-01", "Ildfluen", "O12", 28),
    _youth("206-02", "Glimmeren", "O12", 24),
    _youth("206-03", "Lygtemanden", "O12", 20),
    Estate(
        key="206-04",
        name="Gnisten",
        organisation="206",
        area="O12",
        vacancies=0,
        youth=10,
        stretches=_TO_GREEN,
        figures=_RELIEVED,
    ),
    _small("206-05", "Lampetten", "O12", 120),
)

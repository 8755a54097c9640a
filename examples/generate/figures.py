"""Key figures, year by year, from the Building Fund and from the ministry, and the lists of 1 December."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from .places import LIST_YEARS, Estate, Figures
from .world import AREAS, ESTATES

Row = tuple[object, ...]


def key_figures() -> Iterator[Row]:
    """One row per estate, year and source; the ministry has none of the smallest estate, the fund hides its shares.

    The fund observes on 1 January and publishes in May, the ministry publishes on 1 December. Both agree within a
    tenth, so that it never matters whom a reading asks.
    """
    for position, estate in enumerate(ESTATES):
        for year in LIST_YEARS:
            figures = next(item for item in estate.figures if year <= item.last_year)
            observed = date(year, 1, 1)
            yield _row(estate, figures, "building_fund", observed, date(year, 5, 15), _drift(estate, position, year))
            if figures.outside is not None:
                yield _row(estate, figures, "ministry", observed, date(year, 12, 1), _drift(estate, position, year) + 1)


def _drift(estate: Estate, position: int, year: int) -> int:
    """A change of -4 to 4 tenths from year to year; none where the figures are chosen to the hundredth."""
    return 0 if any(part.doubt for part in estate.stretches) else (year * 7 + position * 5) % 9 - 4


def _row(estate: Estate, figures: Figures, source: str, observed: date, published: date, drift: int) -> Row:
    key = f"N-{estate.key}-{observed.year}-{'M' if source == 'ministry' else 'L'}"
    shares: tuple[object, ...] = ("..",) * 5
    if figures.outside is not None and figures.convicted is not None:
        outside = figures.outside + drift / 10
        shares = (
            Decimal(f"{outside:.1f}"),
            Decimal(f"{outside - 0.4:.1f}"),
            Decimal(f"{figures.convicted + (drift / 100 if drift != 1 else 0):.2f}"),
            Decimal(f"{38 + figures.convicted * 6:.1f}"),
            Decimal(f"{84 - figures.convicted * 8:.1f}"),
        )
    registered = published
    return (key, estate.key, source, observed, published, registered, figures.residents, *shares)


def designations() -> Iterator[Row]:
    """The lists: each in force from 1 December to 30 November; one of them is told differently by two sources."""
    for area in AREAS:
        seen: set[int] = set()
        for year, kind in area.lists:
            first = date(year, 12, 1)
            again = year in seen
            seen.add(year)
            source = "Kommunens egen oversigt" if again else f"Ministeriets liste pr. 1. december {year}"
            key = f"UDP-{year}-{area.key}" + ("-2" if again else "")
            yield (key, area.key, kind, first, date(year + 1, 11, 30), first, first, source)

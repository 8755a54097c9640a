"""Grants, subsidies and new building as rows of their files, and the dwellings they add to those that fell vacant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from .building import OLD_STOCK, PROJECTS, VACANT_AGAIN, NewDwelling, new_dwellings
from .days import Draws, months_before
from .figures import Row
from .plan import Plan
from .subsidies import GRANTS, Subsidy
from .world import ESTATES

_POSITIONS = {estate.key: position for position, estate in enumerate(ESTATES)}


def in_use_from(estate: str, subsidy: Subsidy | None = None) -> date | None:
    """The day a dwelling was taken into use: that of its estate, unless something else is planted."""
    if subsidy is not None and not subsidy.in_use_known:
        return None
    if subsidy is not None and subsidy.in_use_from is not None:
        return subsidy.in_use_from
    position = _POSITIONS[estate]
    return date(1958 + position * 7 % 50, 1 + position * 5 % 12, 1)


def new_homes(known: Iterable[Row], draws: Draws) -> Iterator[Row]:
    """The new dwellings, and the rest of the dwellings of those estates of which all are delivered."""
    keys = {str(row[0]) for row in known}
    for estate, total in OLD_STOCK.items():
        missing = total - sum(key.startswith(f"{estate}-") for key in keys)
        numbers = (number for number in range(1, 900) if f"{estate}-{number:04d}" not in keys)
        for _, number in zip(range(missing), numbers, strict=False):
            rooms = draws.between(2, 4)
            tenths = (22 + rooms * 18 + draws.below(14)) * 10
            yield _home(f"{estate}-{number:04d}", estate, rooms, tenths, in_use_from(estate))
    for item in new_dwellings():
        rooms = 1 if item.tenths is not None and item.tenths <= 450 else 3
        yield _home(item.home, item.project.estate, rooms, item.tenths, item.project.handed_over_on)


def _home(key: str, estate: str, rooms: int, tenths: int | None, used: date | None) -> Row:
    area = None if tenths is None else Decimal(tenths) / 10
    rent = None if tenths is None else Decimal(tenths * 9 + 600).quantize(Decimal("0.01"))
    return (key, estate, "family", rooms, None if area is None else Decimal(f"{area:.1f}"), rent, used)


def vacancies_again() -> Iterator[Row]:
    """The new dwellings that fell vacant again."""
    homes = _homes()
    for key, dwelling, vacant, _ in VACANT_AGAIN:
        yield (key, homes[dwelling].home, vacant, months_before(vacant, 3), False)


def offers_again() -> Iterator[Row]:
    """Those of them that were offered to the municipality."""
    for key, _, _, offered in VACANT_AGAIN:
        if offered is not None:
            yield (key.replace("L", "T"), key, offered)


def _homes() -> dict[str, NewDwelling]:
    return {item.key: item for item in new_dwellings()}


def housing_rows(plan: Plan, homes: dict[int, str]) -> dict[str, list[Row]]:
    """The rows of the four files; `homes` gives each case's dwelling."""
    return {
        "grants": [(item.key, item.scheme, item.round, item.applied_on, item.granted_on) for item in GRANTS],
        "subsidies": [
            (item.key, item.grant, _home_of(item, homes), item.paid_from, item.rent) for item in plan.subsidies
        ],
        "building_projects": [(item.key, item.name, item.form) for item in PROJECTS],
        "new_dwellings": [
            (
                item.key,
                item.project.key,
                item.home,
                item.project.handed_over_on,
                item.offered_on,
                item.first_let_on,
            )
            for item in new_dwellings()
        ],
    }


def _home_of(item: Subsidy, homes: dict[int, str]) -> str | None:
    if item.new is not None:
        return item.new.home
    return homes[item.case.number] if item.case is not None else None

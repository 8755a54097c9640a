"""The rules about subsidies, new building and step-down dwellings, judged from the files alone by plain Python.

The answers must say what is found here, both ways: nothing planted is missing, and nothing else is there.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "hoeje-taastrup"
LAST_APPLICATION = date(2022, 9, 30)
RENTS, BUILDING = "nedsættelse af huslejen", "opførelse af boliger"

Row = dict[str, str]
Found = tuple[str, str, tuple[str, ...]]
"""Subject key, period, and the outcome under every reading, the default one first."""


def _read(name: str) -> list[Row]:
    encoding = "cp1252" if name == "estates" else "utf-8"
    with (EXAMPLE / f"{name}.csv").open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _by(name: str, header: str) -> dict[str, Row]:
    return {row[header]: row for row in _read(name)}


def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


def _sure(text: str) -> date:
    day = _day(text)
    assert day is not None
    return day


def _number(text: str) -> Decimal | None:
    return Decimal(text.replace(".", "").replace(",", ".")) if text else None


def _said(*holds: bool | None) -> tuple[str, ...]:
    """What a must comes to under each reading: met, not met, or unknown."""
    words = {True: "compliant", False: "breach", None: "undetermined"}
    return tuple(words[one] for one in holds)


def _listed(estate: str, day: date) -> bool:
    area = _by("estates", "Afdeling nr.")[estate]["Område nr."]
    return any(
        row["Område nr."] == area and _sure(row["Gælder fra"]) <= day <= (_day(row["Gælder til"]) or date.max)
        for row in _read("designations")
    )


def _offered_by(home: str, day: date) -> bool:
    vacancies = {row["Ledighed nr."] for row in _read("vacancies") if row["Bolig nr."] == home}
    days = [_sure(row["Stillet til rådighed den"]) for row in _read("offers") if row["Ledighed nr."] in vacancies]
    return any(offered <= day for offered in days)


def _subsidies(scheme: str) -> Iterator[tuple[Row, Row, Row]]:
    """Each subsidy of a scheme, with its grant and its dwelling."""
    grants, homes = _by("grants", "Tilsagn nr."), _by("dwellings", "Bolig nr.")
    for row in _read("subsidies"):
        if grants[row["Tilsagn nr."]]["Ordning"] == scheme:
            yield row, grants[row["Tilsagn nr."]], homes[row["Bolig nr."]]


def _in_time(scheme: str) -> Iterator[Found]:
    for row in _read("grants"):
        if row["Ordning"] != scheme:
            continue
        day, first = _day(row["Ansøgt den"]), row["Ansøgningsrunde"] == "1"
        kept = None if day is None else day <= LAST_APPLICATION
        yield row["Tilsagn nr."], "", _said(kept if first else True, kept if first or scheme == RENTS else True)


def _rent() -> Iterator[Found]:
    for row, _, _ in _subsidies(RENTS):
        rent = _number(row["Husleje ved tildelingen"])
        both = (None, None) if rent is None else (4500 <= rent <= 5000, 4500 < rent < 5000)
        yield row["Tilskud nr."], "", _said(*both)


def _rent_area() -> Iterator[Found]:
    for row, grant, home in _subsidies(RENTS):
        days = (_sure(row["Ydet fra"]), _sure(grant["Ansøgt den"]))
        yield row["Tilskud nr."], "", _said(*(not _listed(home["Afdeling nr."], day) for day in days))


def _in_use() -> Iterator[Found]:
    for row, grant, home in _subsidies(RENTS):
        used = _day(home["Ibrugtaget den"])
        yield row["Tilskud nr."], "", _said(None if used is None else used <= _sure(grant["Ansøgt den"]))


def _rent_offered() -> Iterator[Found]:
    for row, _, home in _subsidies(RENTS):
        yield row["Tilskud nr."], "", _said(True, _offered_by(home["Bolig nr."], _sure(row["Ydet fra"])))


def _largest() -> Iterator[Found]:
    for row, _, home in _subsidies(BUILDING):
        area = _number(home["Areal m2"])
        yield row["Tilskud nr."], "", _said(None if area is None else area <= 55)


def _area() -> Iterator[Found]:
    for row, grant, home in _subsidies(BUILDING):
        applied = _day(grant["Ansøgt den"])
        yield row["Tilskud nr."], "", _said(None if applied is None else not _listed(home["Afdeling nr."], applied))


def _small(home: Row) -> tuple[bool | None, ...]:
    """By both readings of between; then where the rent must be low too, and nobody has said what low is."""
    area = _number(home["Areal m2"])
    sizes = (None, None) if area is None else (30 <= area <= 45, 30 < area < 45)
    return (*sizes, *(False if size is False else None for size in sizes))


def _half() -> Iterator[Found]:
    homes = _by("dwellings", "Bolig nr.")
    projects: dict[str, list[tuple[bool | None, ...]]] = defaultdict(list)
    for row in _read("new_dwellings"):
        projects[row["Byggeprojekt nr."]].append(_small(homes[row["Bolig nr."]]))
    for key, members in projects.items():
        outcomes = []
        for reading in zip(*members, strict=True):
            most = 2 * sum(one is not False for one in reading) <= len(reading)
            least = 2 * sum(one is True for one in reading) <= len(reading)
            outcomes.append(most if most == least else None)
        yield key, "whole", _said(*outcomes)


def _first() -> Iterator[Found]:
    homes = _by("dwellings", "Bolig nr.")
    built = {home["Bolig nr."] for _, _, home in _subsidies(BUILDING)}
    for row in _read("new_dwellings"):
        offered, let = _day(row["Stillet til rådighed den"]), _sure(row["Udlejet første gang den"])
        kept = offered is not None and offered <= let
        bound = [row["Bolig nr."] in built or small for small in _small(homes[row["Bolig nr."]])]
        yield row["Ny bolig nr."], "", _said(*(kept or (None if one is None else not one) for one in bound))


def _fifth() -> Iterator[Found]:
    built = {home["Bolig nr."] for _, _, home in _subsidies(BUILDING)}
    for year in (2023, 2024, 2025, 2026):
        stock: dict[str, list[bool]] = defaultdict(list)
        for home in _read("dwellings"):
            used = _day(home["Ibrugtaget den"])
            if used is None or used <= date(year, 12, 31):
                stock[home["Afdeling nr."]].append(home["Bolig nr."] in built)
        for estate, members in stock.items():
            yield estate, f"{year}-12-31", _said(5 * sum(members) <= len(members))


def _five_years() -> Iterator[Found]:
    leases = _by("step_down_leases", "Udslusningslejemål nr.")
    for row in _read("step_down_terms"):
        begins, ends = _sure(leases[row["Udslusningslejemål nr."]]["Begynder den"]), _day(row["Udløber den"])
        last = begins.day if (begins.month, begins.day) != (2, 29) else 28
        kept = None if ends is None else ends <= date(begins.year + 5, begins.month, last)
        yield row["Udslusningsperiode nr."], "", _said(kept)


def _for_assignment() -> Iterator[Found]:
    for row in _read("step_down_leases"):
        kept = _offered_by(row["Bolig nr."], _sure(row["Begynder den"]))
        yield row["Udslusningslejemål nr."], "", _said(True, kept)


RULES: dict[str, Callable[[], Iterator[Found]]] = {
    "rent_subsidy_applied_for_in_time": lambda: _in_time(RENTS),
    "new_build_applied_for_in_time": lambda: _in_time(BUILDING),
    "rent_of_the_subsidised_dwelling": _rent,
    "no_rent_subsidy_in_a_designated_area": _rent_area,
    "dwelling_in_use_at_the_application": _in_use,
    "rent_subsidy_only_in_dwellings_for_assignment": _rent_offered,
    "new_subsidised_dwellings_at_most_55_m2": _largest,
    "no_subsidy_applied_for_in_a_designated_area": _area,
    "at_most_half_small_dwellings": _half,
    "new_dwellings_offered_at_first_letting": _first,
    "subsidised_dwellings_at_most_a_fifth": _fifth,
    "step_down_for_at_most_five_years": _five_years,
    "step_down_only_in_dwellings_for_assignment": _for_assignment,
}


@pytest.mark.parametrize("rule", RULES)
def test_the_files_hold_what_the_answers_say_and_nothing_else(rule: str) -> None:
    found = {(key, period): outcomes for key, period, outcomes in RULES[rule]()}
    answers = [row for row in json.loads((EXAMPLE / "answers.json").read_text("utf-8")) if row["rule"] == rule]
    planned = {(row["subject_key"], row["period"]): row["expected"] for row in answers}
    assert {place: _summed_up(found[place]) for place in planned} == planned
    assert {place for place, outcomes in found.items() if outcomes[0] != "compliant"} <= set(planned)


def _summed_up(outcomes: tuple[str, ...]) -> str:
    """As the answers say it."""
    return "depends" if len(set(outcomes)) > 1 else "near_miss" if outcomes[0] == "compliant" else outcomes[0]


def test_nearly_every_subsidy_and_new_dwelling_is_ordinary() -> None:
    """Most rows keep every rule."""
    broken = {key for rule in RULES for key, _, outcomes in RULES[rule]() if outcomes[0] != "compliant"}
    for name, header in (("subsidies", "Tilskud nr."), ("new_dwellings", "Ny bolig nr.")):
        keys = {row[header] for row in _read(name)}
        assert len(keys & broken) * 3 < len(keys)

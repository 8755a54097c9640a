"""The Danish public holidays, as dated data, and the working days between them.

A working day is a Monday to Friday that is no public holiday. Constitution Day, Christmas Eve and New Year's Eve are no
public holidays (*helligdage*) in law and count as working days here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

from klausul_dsl.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A holiday of every year: a number of days from Easter Sunday, or a (month, day); `last` is the last year kept."""

    label: Text
    from_easter: int | None = None
    fixed: tuple[int, int] | None = None
    last: int | None = None
    source: str = "Helligdagsreformen af 26. oktober 1770"

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where it is not kept then, or lies outside the years Easter is reckoned for."""
        if self.last is not None and year > self.last:
            return None
        if self.fixed is not None:
            return date(year, *self.fixed)
        if self.from_easter is None or not 1583 <= year <= 4099:
            return None
        return easter(year) + timedelta(days=self.from_easter)


HOLIDAYS = (
    Holiday(label=Text("nytårsdag", "New Year's Day"), fixed=(1, 1)),
    Holiday(label=Text("skærtorsdag", "Maundy Thursday"), from_easter=-3),
    Holiday(label=Text("langfredag", "Good Friday"), from_easter=-2),
    Holiday(label=Text("påskedag", "Easter Sunday"), from_easter=0),
    Holiday(label=Text("2. påskedag", "Easter Monday"), from_easter=1),
    Holiday(
        label=Text("store bededag", "General Prayer Day"),
        from_easter=26,
        last=2023,
        source="Lov nr. 214 af 7. marts 2023 om konsekvenser ved afskaffelsen af store bededag som helligdag",
    ),
    Holiday(label=Text("Kristi himmelfartsdag", "Ascension Day"), from_easter=39),
    Holiday(label=Text("pinsedag", "Whit Sunday"), from_easter=49),
    Holiday(label=Text("2. pinsedag", "Whit Monday"), from_easter=50),
    Holiday(label=Text("juledag", "Christmas Day"), fixed=(12, 25)),
    Holiday(label=Text("2. juledag", "Second Day of Christmas"), fixed=(12, 26)),
)


@cache
def holidays_of(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    return frozenset(day for holiday in HOLIDAYS if (day := holiday.in_year(year)) is not None)


def is_working_day(day: date) -> bool:
    """Whether a day is a Monday to Friday and no public holiday.

    >>> is_working_day(date(2023, 5, 5)), is_working_day(date(2024, 4, 26))
    (False, True)
    """
    return day.weekday() < 5 and day not in holidays_of(day.year)

"""Dates and numbers in other forms than policies use, and how they should be written."""

from __future__ import annotations

import re

from klausul_dsl.keywords import KEYWORDS, MONTHS
from klausul_dsl.text import Language

_MONTH = "|".join(
    sorted({word[:3].lower() for name in MONTHS for word in (*KEYWORDS[name].da, *KEYWORDS[name].en)}, reverse=True)
)
WRITTEN_DATE = re.compile(
    r"(?<![\w.])(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}[./]\d{1,2}[./]\d{2}|\d{4}[./]\d{1,2}[./]\d{1,2}"
    rf"|\d{{1,2}}\.?\s+(?:{_MONTH})\w*\.?,?\s+\d{{4}}|(?:{_MONTH})\w*\s+\d{{1,2}},?\s+\d{{4}}"
    r"|\d{4}[–—−]\d{1,2}[–—−]\d{1,2}|\d{4}-\d-\d{1,2}|\d{4}-\d{2}-\d)(?!\w)",
    re.IGNORECASE,
)
"""A date as it is written elsewhere: 1.12.2022, 31/12/2023, 1. december 2022, December 1, 2022."""


def iso_date(written: str) -> str:
    """A written date as year-month-day, day before month as in Danish.

    >>> iso_date("1. december 2022")
    '2022-12-01'
    """
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    month = re.search(rf"({_MONTH})", written.lower())
    if month:
        day, year = (numbers[0], numbers[1])
        number = next(
            index
            for index, name in enumerate(MONTHS, 1)
            if any(word[:3].lower() == month.group() for word in (*KEYWORDS[name].da, *KEYWORDS[name].en))
        )
    elif numbers[0] > 31:
        year, number, day = numbers
    else:
        day, number, year = numbers
    if number > 12 >= day:
        day, number = number, day
    return f"{year + (2000 if year < 100 else 0)}-{number:02}-{day:02}"


def number_of(written: str, language: Language) -> str:
    """A number with the decimal mark of a language; three digits after a mark are thousands.

    >>> number_of("1.000", "da"), number_of("1.56", "da")
    ('1000', '1,56')
    """
    whole, fraction = re.split(r"[.,]", written, maxsplit=1)
    return whole + fraction if len(fraction) == 3 else f"{whole}{',' if language == 'da' else '.'}{fraction}"

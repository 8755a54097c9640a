"""Date formats as a person writes them, and text to date by exactly those formats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from klausul_dsl.text import Text

FIRST_YEAR, LAST_YEAR = 1900, 2200

_PATTERN = re.compile(r"(?P<a>dd?|mm?|åååå|yyyy)(?P<s>[-./ ]?)(?P<b>dd?|mm?)(?P=s)(?P<c>dd?|mm?|åååå|yyyy)")
_GROUPS = {
    "dd": r"(?P<day>[0-9]{2})",
    "d": r"(?P<day>[0-9]{1,2})",
    "mm": r"(?P<month>[0-9]{2})",
    "m": r"(?P<month>[0-9]{1,2})",
    "åååå": r"(?P<year>[0-9]{4})",
    "yyyy": r"(?P<year>[0-9]{4})",
}
_SHORT_YEAR = re.compile(r"[0-9]{1,2}([-./ ])[0-9]{1,2}\1[0-9]{2}")
_NOT_FOUR = Text("årstallet skal have fire cifre", "the year must have four digits")
_FORM = Text("dag, måned og år skal stå én gang hver", "day, month and year must stand once each")
_BARE = Text("uden skilletegn skal dag og måned have to cifre", "without separators day and month must have two digits")


@dataclass(frozen=True, slots=True)
class DateForm:
    """One way to write a date: as the profile says it, and as a pattern over ASCII digits."""

    written: str
    pattern: re.Pattern[str]
    shape: str
    order: str


def date_form(written: str) -> DateForm | Text:
    """Read a format such as `dd-mm-åååå`, or say why it cannot be used.

    >>> date_form("dd-mm-åååå").pattern.fullmatch("31-01-2024")["day"]
    '31'
    >>> date_form("dd-mm-yy").en
    'the year must have four digits'
    """
    match = _PATTERN.fullmatch(written)
    if match is None:
        short = re.fullmatch(r"[dmåy]{1,4}[-./ ]?[dm]{1,2}[-./ ]?[dmåy]{1,4}", written)
        return _NOT_FOUR if short and not re.search("åååå|yyyy", written) else _FORM
    parts = (match["a"], match["b"], match["c"])
    order = "".join("y" if part[0] in "åy" else part[0] for part in parts)
    if sorted(order) != ["d", "m", "y"]:
        return _FORM if "y" in order else _NOT_FOUR
    if not match["s"] and any(len(part) == 1 for part in parts):
        return _BARE
    pattern = re.escape(match["s"]).join(_GROUPS[part] for part in parts)
    shape = match["s"].join("y" if part[0] in "åy" else "x" for part in parts) if match["s"] else "eight digits"
    return DateForm(written, re.compile(pattern), shape, order)


def rival(forms: tuple[DateForm, ...]) -> tuple[DateForm, DateForm] | None:
    """Two formats that read one text as two different days, if there are such."""
    for index, form in enumerate(forms):
        for other in forms[index + 1 :]:
            if form.shape == other.shape and form.order != other.order:
                return form, other
    return None


def read_date(text: str, forms: tuple[DateForm, ...]) -> date | str:
    """The day that a text names by one of the formats, or the code of what is wrong with it.

    >>> forms = (date_form("dd-mm-åååå"),)
    >>> read_date("29-02-2024", forms), read_date("30-02-2024", forms), read_date("01-02-24", forms)
    (datetime.date(2024, 2, 29), 'K762', 'K761')
    """
    for form in forms:
        match = form.pattern.fullmatch(text)
        if match is None:
            continue
        if not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
            return "K763"
        try:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            return "K762"
    return "K761" if _SHORT_YEAR.fullmatch(text) else "K760"

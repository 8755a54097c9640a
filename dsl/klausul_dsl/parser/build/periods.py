"""Durations, first and last days, the periods of a count."""

from __future__ import annotations

import datetime
from dataclasses import replace

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.keywords import KEYWORDS, MONTHS, printed
from klausul_dsl.parser.build.tokens import Children, TokenReader, WordingError, tokens
from klausul_dsl.text import Text

DURATIONS: dict[str, s.DurationUnit] = {
    "DAYS": "days",
    "WEEKS": "weeks",
    "MONTHS": "months",
    "YEARS": "years",
    "WORKING_DAYS": "working_days",
}
RECURRENCES: dict[str, s.RecurrenceKind] = {
    "IN_EVERY_YEAR": "calendar_year",
    "IN_EVERY_OTHER_YEAR": "other_year",
    "IN_EVERY_QUARTER": "calendar_quarter",
    "IN_EVERY_MONTH": "calendar_month",
    "ONCE_BETWEEN": "once",
}
PERIODS: dict[str, s.PeriodKind] = {
    "PER_YEAR": "calendar_year",
    "PER_QUARTER": "calendar_quarter",
    "PER_MONTH": "calendar_month",
    "IN_AGREEMENT_PERIOD": "agreement_period",
}


def _across_the_new_year(first: tuple[int, int], last: tuple[int, int]) -> Text:
    """The way out where a window was meant to begin in one year and end in the next."""
    (begin, end), (start, stop) = (
        (f"{day}. {printed(MONTHS[month - 1], 'da')}", f"{day} {printed(MONTHS[month - 1], 'en')}")
        for day, month in (first, last)
    )
    return Text(
        f"skriv et krav for “mellem {begin} og 31. december” og et for “mellem 1. januar og {start}”; er dagene "
        "byttet, så byt om på dem",
        f"write one demand for “between {end} and 31 December” and one for “between 1 January and {stop}”; where the "
        "days were swapped, swap them back",
    )


@v_args(meta=True)
class PeriodBuilder(TokenReader):
    """Builds spans of time."""

    def _dates(self, children: Children) -> tuple[datetime.date | None, datetime.date | None]:
        """The dates after FROM and after TO."""
        found: dict[str, datetime.date] = {}
        word = ""
        for child in children:
            if isinstance(child, Token):
                if child.type == "DATE" and word:
                    found[word] = self._date(child)
                word = child.type if child.type in {"FROM", "TO"} else ""
        return found.get("FROM"), found.get("TO")

    def start(self, meta: Meta, children: Children) -> s.Start:
        return s.Start(day=self._date(children[-1]), span=self._span(meta))

    def end(self, meta: Meta, children: Children) -> s.End:
        return s.End(day=self._date(children[-1]), span=self._span(meta))

    def in_force(self, meta: Meta, children: Children) -> s.InForce:
        days = [self._date(token) for token in tokens(children, "DATE")]
        return s.InForce(start=days[0], end=days[1] if len(days) > 1 else None, span=self._span(meta))

    def duration(self, meta: Meta, children: Children) -> s.Duration:
        unit = DURATIONS[children[1].type]
        skipping = tuple(month for token in tokens(children, "SKIPPING") for month in self._months(token))
        rolls_over = tokens(children, "ROLLING_OVER")
        if skipping and (unit not in {"days", "weeks"} or len(skipping) > 11):
            raise WordingError("K129", self._token_span(tokens(children, "SKIPPING")[0]))
        if rolls_over and unit not in {"months", "years"}:
            raise WordingError("K130", self._token_span(rolls_over[0]))
        return s.Duration(
            amount=self._whole(children[0]),
            unit=unit,
            skipping=skipping,
            rolls_over=bool(rolls_over),
            span=self._span(meta),
        )

    def _months(self, token: Token) -> list[int]:
        """The months named in a token, in the order of the year."""
        said = set(str(token).lower().replace(",", " ").split())
        return [
            number
            for number, name in enumerate(MONTHS, 1)
            if said & {word.lower() for word in KEYWORDS[name].words(self.language)}
        ]

    def period(self, meta: Meta, children: Children) -> s.Period:
        return s.Period(kind=PERIODS[children[0].type], span=self._span(meta))

    def month(self, _meta: Meta, children: Children) -> int:
        return MONTHS.index(children[0].type) + 1

    def yearly_day(self, meta: Meta, children: Children) -> dict[str, int]:
        day, month = self._whole(children[0]), next(child for child in children if type(child) is int)
        try:
            datetime.date(2024, month, day)
        except ValueError:
            text = self.source.text[meta.start_pos : meta.end_pos]
            raise WordingError("K108", self._span(meta), word=text) from None
        return {"day": day, "month": month}

    def recurrence(self, meta: Meta, children: Children) -> s.Recurrence:
        kind = RECURRENCES[children[0].type]
        days = [(child["day"], child["month"]) for child in children if isinstance(child, dict)]
        if days and (days[0][1], days[0][0]) > (days[1][1], days[1][0]):
            raise WordingError("K131", self._span(meta), way=_across_the_new_year(*days))
        dates = [self._date(token) for token in tokens(children, "DATE")]
        if dates and dates[0] > dates[1]:
            raise WordingError("K131", self._span(meta), way=Text("byt om på de to dage", "swap the two days"))
        years = tokens(children, "NUMBER")
        return s.Recurrence(
            kind=kind,
            beginning=self._whole(years[0]) if years else None,
            window=(days[0], days[1]) if days else None,
            dates=(dates[0], dates[1]) if dates else None,
            span=self._span(meta),
        )

    every_year = recurrence

    other_year = recurrence

    every_quarter = recurrence

    every_month = recurrence

    once = recurrence

    def recurring(self, meta: Meta, children: Children) -> s.Recurrence:
        found: s.Recurrence = children[0]
        touched = True if tokens(children, "TOUCHED_PERIODS") else False if tokens(children, "WHOLE_PERIODS") else None
        return replace(found, touched=touched, span=self._span(meta))

    def after_expiry(self, meta: Meta, _children: Children) -> s.AfterExpiry:
        return s.AfterExpiry(span=self._span(meta))

    def fixed_days(self, _meta: Meta, children: Children) -> tuple[datetime.date, ...]:
        return tuple(self._date(token) for token in tokens(children, "DATE"))

"""Durations, first and last days, the periods of a count."""

from __future__ import annotations

import datetime

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.keywords import MONTHS
from klausul_dsl.parser.build.tokens import Children, TokenReader, WordingError, tokens

DURATIONS: dict[str, s.DurationUnit] = {"DAYS": "days", "WEEKS": "weeks", "MONTHS": "months", "YEARS": "years"}
PERIODS: dict[str, s.PeriodKind] = {
    "PER_YEAR": "calendar_year",
    "PER_QUARTER": "calendar_quarter",
    "PER_MONTH": "calendar_month",
    "IN_AGREEMENT_PERIOD": "agreement_period",
}


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
        return s.Duration(amount=self._whole(children[0]), unit=DURATIONS[children[1].type], span=self._span(meta))

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

    def fixed_days(self, _meta: Meta, children: Children) -> tuple[datetime.date, ...]:
        return tuple(self._date(token) for token in tokens(children, "DATE"))

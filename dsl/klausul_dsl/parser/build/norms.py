"""Rules and quotas."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.keywords import ORDINALS, ordinal
from klausul_dsl.parser.build.tokens import (
    Children,
    TokenReader,
    WordingError,
    each_of,
    expressions,
    kinds,
    one,
    tokens,
)
from klausul_dsl.text import Text

ROUNDINGS: dict[str, s.Rounding] = {"ROUNDED_DOWN": "down", "ROUNDED_NEAREST": "nearest", "ROUNDED_UP": "up"}


@v_args(meta=True)
class NormBuilder(TokenReader):
    """Builds norms and their parts."""

    def rule(self, meta: Meta, children: Children) -> s.Rule:
        return s.Rule(**self._item(meta, children))

    def _population(self, meta: Meta, children: Children) -> s.Population:
        return s.Population(
            entity=children[1],
            dated_by=one(children, s.Path),
            standing_on=self._standing(meta, children) if tokens(children, "STANDING_ON") else None,
            neuter=self._neuter(children[0]),
            span=self._span(meta),
        )

    def _standing(self, meta: Meta, children: Children) -> s.ReviewDays:
        days = children[-1]
        yearly = (days["day"], days["month"]) if isinstance(days, dict) else None
        return s.ReviewDays(dates=days if isinstance(days, tuple) else (), yearly=yearly, span=self._span(meta))

    for_each = _population

    of_each = _population

    def where(self, meta: Meta, children: Children) -> s.Where:
        return s.Where(condition=children[1], span=self._span(meta))

    def unless(self, meta: Meta, children: Children) -> s.Unless:
        return s.Unless(condition=children[1], cites=self._cites(children), span=self._span(meta))

    def verb(self, _meta: Meta, children: Children) -> Token:
        token = children[0]
        assert isinstance(token, Token)
        return token

    def _verb(self, children: Children) -> s.Verb:
        found = kinds(children)
        return "have" if "HAVE" in found else "be" if "BE" in found else None

    def must(self, meta: Meta, children: Children) -> s.Must:
        return s.Must(condition=children[-1], verb=self._verb(children), span=self._span(meta))

    def must_not(self, meta: Meta, children: Children) -> s.Must:
        return s.Must(condition=children[-1], negated=True, verb=self._verb(children), span=self._span(meta))

    def may(self, meta: Meta, children: Children) -> s.Must:
        return s.Must(condition=children[-1], may=True, verb=self._verb(children), span=self._span(meta))

    def must_not_happen(self, meta: Meta, _children: Children) -> s.MustNotHappen:
        return s.MustNotHappen(span=self._span(meta))

    def may_only(self, meta: Meta, children: Children) -> s.MayOnly:
        return s.MayOnly(condition=children[-1], span=self._span(meta))

    def _members(self, meta: Meta, children: Children) -> s.Members:
        return s.Members(
            quantifier="no" if children[0].type == "NO" else "every",
            collection=children[1],
            condition=children[-1],
            verb=self._verb(children),
            neuter=self._neuter(children[0]),
            span=self._span(meta),
        )

    no_member = _members

    every_member = _members

    def quota(self, meta: Meta, children: Children) -> s.Quota:
        return s.Quota(**self._item(meta, children))

    def per_group(self, meta: Meta, children: Children) -> s.PerGroup:
        return s.PerGroup(path=children[-1], span=self._span(meta))

    def altogether(self, meta: Meta, _children: Children) -> s.Altogether:
        return s.Altogether(span=self._span(meta))

    def percent_share(self, _meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        return self._number(children[0]), 100, True

    def fraction_share(self, meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        upper, lower = (self._whole(token) for token in tokens(children, "NUMBER"))
        if lower == 0:
            raise WordingError("K115", self._span(meta))
        return Fraction(upper), lower, False

    def count_bound(self, _meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        return Fraction(self._whole(children[0])), 0, False

    def rounding(self, _meta: Meta, children: Children) -> dict[str, s.Rounding]:
        return {"rounding": ROUNDINGS[children[0].type]}

    def bound(self, meta: Meta, children: Children) -> s.Bound:
        value = one(children, s.Path)
        share = next((child for child in children if isinstance(child, tuple)), (None, 0, False))
        rounding = next((child for child in children if isinstance(child, dict)), {"rounding": None})
        comparison = children[0].type
        return s.Bound(
            comparison="at least" if comparison == "AT_LEAST" else "at most" if comparison == "AT_MOST" else "exactly",
            numerator=share[0],
            denominator=share[1],
            percent=share[2],
            rounding=rounding["rounding"],
            value=value,
            span=self._span(meta),
        )

    def part_by_reading(self, meta: Meta, children: Children) -> s.PartByReading:
        return s.PartByReading(reading=children[1], options=each_of(children, s.PartOption), span=self._span(meta))

    def part_option(self, meta: Meta, children: Children) -> s.PartOption:
        return s.PartOption(name=children[0], part=children[1], span=self._span(meta))

    def reset_yearly(self, meta: Meta, _children: Children) -> s.Reset:
        return s.Reset(kind="calendar_year", span=self._span(meta))

    def reset_on_change(self, meta: Meta, children: Children) -> s.Reset:
        return s.Reset(kind="change", of=children[-1], span=self._span(meta))

    def reset_never(self, meta: Meta, _children: Children) -> s.Reset:
        return s.Reset(kind="never", span=self._span(meta))

    def _ordinal(self, token: Token) -> int:
        word = str(token).lower()
        written = (number for number, keyword in ORDINALS.items() if word in keyword.words(self.language))
        return next(written, 0) or int("".join(mark for mark in word if mark.isdigit()))

    def every_nth(self, meta: Meta, children: Children) -> s.EveryNth:
        numbers = [self._ordinal(token) for token in tokens(children, "ORDINAL")]
        if numbers[0] < 2 or not 1 <= numbers[-1] <= numbers[0]:
            n = max(2, numbers[0])
            raise WordingError("K132", self._span(meta), n=Text(ordinal(n, "da"), ordinal(n, "en")))
        return s.EveryNth(
            comparison="at least" if children[0].type == "AT_LEAST" else "at most",
            n=numbers[0],
            first=numbers[1] if len(numbers) > 1 else None,
            span=self._span(meta),
        )

    def due(self, meta: Meta, children: Children) -> s.Due:
        event, day = expressions(children)
        return s.Due(event=event, day=day, span=self._span(meta))

    def owed_by(self, meta: Meta, children: Children) -> s.OwedBy:
        return s.OwedBy(parties=each_of(children, s.Name), span=self._span(meta))

    def counts(self, meta: Meta, children: Children) -> s.Counts:
        return s.Counts(condition=children[-1], span=self._span(meta))

    def expected(self, meta: Meta, children: Children) -> s.Expected:
        share = next(child for child in children if isinstance(child, tuple))
        return s.Expected(
            numerator=share[0],
            denominator=share[1],
            percent=share[2],
            about=bool(tokens(children, "ABOUT")),
            span=self._span(meta),
        )

    def sequence(self, meta: Meta, children: Children) -> s.Sequence:
        return s.Sequence(**self._item(meta, children))

    def deadline(self, meta: Meta, children: Children) -> s.Deadline:
        return s.Deadline(**self._item(meta, children))

    def periodic(self, meta: Meta, children: Children) -> s.Periodic:
        return s.Periodic(**self._item(meta, children))

    def duty(self, meta: Meta, children: Children) -> s.Duty:
        return s.Duty(**self._item(meta, children))

    def measure(self, meta: Meta, children: Children) -> s.Measure:
        return s.Measure(**self._item(meta, children))

    def _item(self, meta: Meta, children: Children) -> dict[str, Any]:
        """The name, citations and parts that every norm has."""
        parts = tuple(child for child in children[2:] if isinstance(child, s.Node))
        return {"name": children[1], "cites": self._cites(children), "parts": parts, "span": self._span(meta)}

"""Lark's parse tree to the syntax tree, one method per grammar rule."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Literal, TypeVar

from lark import Token, Transformer, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.keywords import MONTHS
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Language

N = TypeVar("N")
Children = list[Any]

DURATIONS: dict[str, s.DurationUnit] = {"DAYS": "days", "WEEKS": "weeks", "MONTHS": "months", "YEARS": "years"}
PERIODS: dict[str, s.PeriodKind] = {
    "PER_YEAR": "calendar_year",
    "PER_QUARTER": "calendar_quarter",
    "PER_MONTH": "calendar_month",
    "IN_AGREEMENT_PERIOD": "agreement_period",
}
ROUNDINGS: dict[str, s.Rounding] = {"ROUNDED_DOWN": "down", "ROUNDED_NEAREST": "nearest", "ROUNDED_UP": "up"}
VERDICTS: dict[str, s.Verdict] = {
    "BREACH": "breach",
    "COMPLIANT": "compliant",
    "UNDETERMINED": "undetermined",
    "NOT_APPLICABLE": "not_applicable",
    "PENDING": "pending",
    "UNCOVERED": "uncovered",
    "CONFLICT": "conflict",
    "YES": "yes",
    "NO_VALUE": "no",
    "UNKNOWN": "unknown",
}
REASONS: dict[str, s.ReasonWord] = {
    "MISSING_FACTS": "missing_facts",
    "UNCOVERED": "uncovered",
    "CONFLICT": "conflict",
    "UNREADABLE": "unreadable",
    "REJECTED_ROWS": "rejected_rows",
    "ORDER": "order",
}
PART_WORDS: dict[str, s.PartWord] = {"WHERE": "where", "UNLESS": "unless", "MUST": "must"}


class WordingError(Exception):
    """A word that has the right form and cannot be what it says: the code of the problem, its span and its facts."""

    def __init__(self, code: str, span: Span, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.span = span
        self.facts = facts


def _tokens(children: Children, kind: str) -> list[Token]:
    return [child for child in children if isinstance(child, Token) and child.type == kind]


def _kinds(children: Children) -> list[str]:
    return [child.type for child in children if isinstance(child, Token)]


def _one(children: Children, kind: type[N]) -> N | None:
    return next((child for child in children if isinstance(child, kind)), None)


def _all(children: Children, kind: type[N]) -> tuple[N, ...]:
    return tuple(child for child in children if isinstance(child, kind))


def _expressions(children: Children) -> tuple[s.Expression, ...]:
    return _all(children, s.Expression)  # type: ignore[arg-type]


@v_args(meta=True)
class Builder(Transformer[Token, Any]):
    """Builds syntax nodes with their spans; raises WordingError for a word that cannot be what it says."""

    def __init__(self, source: Source, language: Language) -> None:
        super().__init__()
        self.source = source
        self.language = language

    def _span(self, meta: Meta) -> Span:
        if meta.empty:
            return self.source.span(0, 0)
        return self.source.span(meta.start_pos, meta.end_pos)

    def _token_span(self, token: Token) -> Span:
        start = token.start_pos or 0
        return self.source.span(start, start + len(token))

    def _date(self, token: Token) -> datetime.date:
        try:
            return datetime.date.fromisoformat(str(token))
        except ValueError:
            raise WordingError("K108", self._token_span(token), word=str(token)) from None

    def _number(self, token: Token) -> Fraction:
        return Fraction(str(token).replace(",", "."))

    def _whole(self, token: Token) -> int:
        value = self._number(token)
        if value.denominator != 1:
            raise WordingError("K109", self._token_span(token), word=str(token))
        return int(value)

    def _string(self, token: Token) -> str:
        return " ".join(str(token)[1:-1].split())

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

    # shared clauses

    def name(self, meta: Meta, children: Children) -> s.Name:
        return s.Name(word=str(children[0]).lower(), spelt=str(children[0]), span=self._span(meta))

    def path(self, meta: Meta, children: Children) -> s.Path:
        return s.Path(names=tuple(children), span=self._span(meta))

    def plain_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(plain=self._string(children[0]), span=self._span(meta))

    def danish_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(da=self._string(children[-1]), span=self._span(meta))

    def english_words(self, meta: Meta, children: Children) -> s.Words:
        return s.Words(en=self._string(children[-1]), span=self._span(meta))

    def tagged_words(self, meta: Meta, children: Children) -> s.Words:
        da: str | None = None
        en: str | None = None
        for words in _all(children, s.Words):
            if (words.da is not None and da is not None) or (words.en is not None and en is not None):
                raise WordingError("K116", words.span)
            da, en = words.da or da, words.en or en
        return s.Words(da=da, en=en, span=self._span(meta))

    def cites(self, _meta: Meta, children: Children) -> list[s.Cite]:
        return [
            s.Cite(text=" ".join(token.split()), span=self._token_span(token))
            for token in _tokens(children, "REFERENCE")
        ]

    def _cites(self, children: Children) -> tuple[s.Cite, ...]:
        return tuple(next((child for child in children if isinstance(child, list)), []))

    def called(self, meta: Meta, children: Children) -> s.Called:
        return s.Called(words=children[-1], span=self._span(meta))

    def start(self, meta: Meta, children: Children) -> s.Start:
        return s.Start(day=self._date(children[-1]), span=self._span(meta))

    def end(self, meta: Meta, children: Children) -> s.End:
        return s.End(day=self._date(children[-1]), span=self._span(meta))

    def key(self, _meta: Meta, children: Children) -> s.Name | s.TextLiteral:
        child = children[0]
        if isinstance(child, Token):
            return s.TextLiteral(value=self._string(child), span=self._token_span(child))
        assert isinstance(child, s.Name)
        return s.Name(word=child.spelt, spelt=child.spelt, span=child.span)

    # agreement, parameter, reading, define

    def agreement(self, meta: Meta, children: Children) -> s.Agreement:
        return s.Agreement(name=children[1], parts=tuple(children[2:]), span=self._span(meta))

    def title(self, meta: Meta, children: Children) -> s.Title:
        return s.Title(words=children[-1], span=self._span(meta))

    def in_force(self, meta: Meta, children: Children) -> s.InForce:
        days = [self._date(token) for token in _tokens(children, "DATE")]
        return s.InForce(start=days[0], end=days[1] if len(days) > 1 else None, span=self._span(meta))

    def clauses(self, meta: Meta, children: Children) -> s.Clauses:
        return s.Clauses(file=self._string(children[-1]), span=self._span(meta))

    def uses(self, meta: Meta, children: Children) -> s.Uses:
        return s.Uses(names=_all(children, s.Name), span=self._span(meta))

    def parameter(self, meta: Meta, children: Children) -> s.Parameter:
        names = _all(children, s.Name)
        return s.Parameter(
            name=names[0],
            type=names[1],
            entity=names[2] if len(names) > 2 else None,
            cites=self._cites(children),
            parts=_all(children, s.Called | s.SourceNote | s.NotSupplied | s.DatedValue),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def source_note(self, meta: Meta, children: Children) -> s.SourceNote:
        return s.SourceNote(words=children[-1], span=self._span(meta))

    def not_supplied(self, meta: Meta, children: Children) -> s.NotSupplied:
        return s.NotSupplied(words=children[-1], span=self._span(meta))

    def dated_value(self, meta: Meta, children: Children) -> s.DatedValue:
        key = children[3] if _tokens(children, "FOR") else None
        start = self._date(_tokens(children, "DATE")[0])
        return s.DatedValue(start=start, key=key, value=children[-1], span=self._span(meta))

    def reading(self, meta: Meta, children: Children) -> s.Reading:
        parts = _all(children[2:], s.Called | s.Asks | s.Start | s.End | s.Alternative)  # type: ignore[arg-type]
        return s.Reading(name=children[1], cites=self._cites(children), parts=parts, span=self._span(meta))

    def asks(self, meta: Meta, children: Children) -> s.Asks:
        return s.Asks(words=children[-1], span=self._span(meta))

    def alternative(self, meta: Meta, children: Children) -> s.Alternative:
        *called, reason = _all(children, s.Words)
        return s.Alternative(
            name=children[0], called=called[0] if called else None, reason=reason, span=self._span(meta)
        )

    def on_day(self, _meta: Meta, _children: Children) -> bool:
        return True

    def define(self, meta: Meta, children: Children) -> s.Define:
        names = _all(children, s.Name)
        return s.Define(
            name=names[0],
            entity=names[1],
            on_day=True in [child for child in children if isinstance(child, bool)],
            cites=self._cites(children),
            parts=_all(children, s.Called | s.Means),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def means(self, meta: Meta, children: Children) -> s.Means:
        start, end = self._dates(children)
        return s.Means(value=children[1], start=start, end=end, span=self._span(meta))

    # classify, placement

    def classify(self, meta: Meta, children: Children) -> s.Classify:
        names = _all(children, s.Name)
        return s.Classify(
            entity=names[0],
            name=names[1],
            cites=self._cites(children),
            parts=_all(children, s.Called | s.Branch),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def branch(self, meta: Meta, children: Children) -> s.Branch:
        start, end = self._dates(children)
        conditions = _expressions(children)
        return s.Branch(
            name=children[1],
            called=_one(children, s.Words),
            condition=conditions[0] if conditions else None,
            start=start,
            end=end,
            cites=self._cites(children),
            span=self._span(meta),
        )

    def placement(self, meta: Meta, children: Children) -> s.Placement:
        names = _all(children, s.Name)
        return s.Placement(
            entity=names[0],
            name=names[1],
            cites=self._cites(children),
            parts=_all(children, s.Review),
            span=self._span(meta),
        )

    def fixed_days(self, _meta: Meta, children: Children) -> tuple[datetime.date, ...]:
        return tuple(self._date(token) for token in _tokens(children, "DATE"))

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

    def review(self, meta: Meta, children: Children) -> s.Review:
        days = children[1]
        conditions = _expressions(children)
        return s.Review(
            dates=days if isinstance(days, tuple) else (),
            yearly=(days["day"], days["month"]) if isinstance(days, dict) else None,
            condition=conditions[0] if conditions else None,
            span=self._span(meta),
        )

    # rule

    def rule(self, meta: Meta, children: Children) -> s.Rule:
        parts: tuple[s.RulePart, ...] = _all(children[2:], s.RulePart)  # type: ignore[arg-type]
        return s.Rule(name=children[1], cites=self._cites(children), parts=parts, span=self._span(meta))

    def _population(self, meta: Meta, children: Children) -> s.Population:
        return s.Population(
            entity=children[1],
            dated_by=_one(children, s.Path),
            neuter=self._neuter(children[0]),
            span=self._span(meta),
        )

    for_each = _population
    of_each = _population

    def _neuter(self, token: Token) -> bool:
        words = {"for hvert", "intet", "hvert", "mindst et", "noget"}
        return self.language == "da" and " ".join(str(token).lower().split()) in words

    def where(self, meta: Meta, children: Children) -> s.Where:
        return s.Where(condition=children[1], span=self._span(meta))

    def unless(self, meta: Meta, children: Children) -> s.Unless:
        return s.Unless(condition=children[1], cites=self._cites(children), span=self._span(meta))

    def verb(self, _meta: Meta, children: Children) -> Token:
        token = children[0]
        assert isinstance(token, Token)
        return token

    def _verb(self, children: Children) -> s.Verb:
        kinds = _kinds(children)
        return "have" if "HAVE" in kinds else "be" if "BE" in kinds else None

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

    # quota

    def quota(self, meta: Meta, children: Children) -> s.Quota:
        parts = tuple(child for child in children[2:] if isinstance(child, s.Node))
        return s.Quota(name=children[1], cites=self._cites(children), parts=parts, span=self._span(meta))  # type: ignore[arg-type]

    def per_group(self, meta: Meta, children: Children) -> s.PerGroup:
        return s.PerGroup(path=children[-1], span=self._span(meta))

    def altogether(self, meta: Meta, _children: Children) -> s.Altogether:
        return s.Altogether(span=self._span(meta))

    def period(self, meta: Meta, children: Children) -> s.Period:
        return s.Period(kind=PERIODS[children[0].type], span=self._span(meta))

    def percent_share(self, _meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        return self._number(children[0]), 100, True

    def fraction_share(self, meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        upper, lower = (self._whole(token) for token in _tokens(children, "NUMBER"))
        if lower == 0:
            raise WordingError("K115", self._span(meta))
        return Fraction(upper), lower, False

    def count_bound(self, _meta: Meta, children: Children) -> tuple[Fraction, int, bool]:
        return Fraction(self._whole(children[0])), 0, False

    def rounding(self, _meta: Meta, children: Children) -> dict[str, s.Rounding]:
        return {"rounding": ROUNDINGS[children[0].type]}

    def bound(self, meta: Meta, children: Children) -> s.Bound:
        share = next(child for child in children if isinstance(child, tuple))
        rounding = next((child for child in children if isinstance(child, dict)), {"rounding": None})
        comparison = children[0].type
        return s.Bound(
            comparison="at least" if comparison == "AT_LEAST" else "at most" if comparison == "AT_MOST" else "exactly",
            numerator=share[0],
            denominator=share[1],
            percent=share[2],
            rounding=rounding["rounding"],
            span=self._span(meta),
        )

    def part_by_reading(self, meta: Meta, children: Children) -> s.PartByReading:
        return s.PartByReading(reading=children[1], options=_all(children, s.PartOption), span=self._span(meta))

    def part_option(self, meta: Meta, children: Children) -> s.PartOption:
        return s.PartOption(name=children[0], part=children[1], span=self._span(meta))

    # example

    def example(self, meta: Meta, children: Children) -> s.Example:
        return s.Example(title=children[1], subject=children[3], parts=tuple(children[4:]), span=self._span(meta))

    def as_of(self, meta: Meta, children: Children) -> s.AsOf:
        return s.AsOf(day=self._date(children[-1]), span=self._span(meta))

    def given(self, meta: Meta, children: Children) -> s.Given:
        numbers = _tokens(children, "NUMBER")
        dates = _tokens(children, "DATE")
        names = [child for child in children if isinstance(child, s.Name | s.TextLiteral)]
        key = names[1] if len(names) > 1 else None
        assert isinstance(names[0], s.Name)
        return s.Given(
            amount=self._whole(numbers[0]) if numbers else 1,
            entity=names[0],
            key=key.spelt if isinstance(key, s.Name) else key.value if key else None,
            of=_one(children, s.Path),
            on=self._date(dates[0]) if dates else None,
            facts=tuple(next((child for child in children if isinstance(child, list)), [])),
            span=self._span(meta),
        )

    def given_none(self, meta: Meta, children: Children) -> s.Given:
        name = _one(children, s.Name)
        assert name is not None
        return s.Given(entity=name, of=_one(children, s.Path), none=True, span=self._span(meta))

    def facts(self, _meta: Meta, children: Children) -> list[s.Stated]:
        return [child for child in children if isinstance(child, s.Stated)]

    def stated(self, meta: Meta, children: Children) -> s.Stated:
        value = children[1] if len(children) > 1 else None
        if isinstance(value, s.Name):
            value = s.Path(names=(value,), span=value.span)
        return s.Stated(path=children[0], value=value, span=self._span(meta))

    def stated_not(self, meta: Meta, children: Children) -> s.Stated:
        word = children[0]
        return s.Stated(
            path=children[-1],
            negated=True,
            negation="no" if word.type == "NO" else "not",
            neuter=self._neuter(word),
            span=self._span(meta),
        )

    def stated_no(self, meta: Meta, children: Children) -> s.Stated:
        value = s.YesNoLiteral(value=False, span=self._token_span(children[1]))
        return s.Stated(path=children[0], value=value, span=self._span(meta))

    def stated_unknown(self, meta: Meta, children: Children) -> s.Stated:
        return s.Stated(path=children[0], unknown=True, span=self._span(meta))

    def verdict_word(self, _meta: Meta, children: Children) -> dict[str, s.Verdict]:
        return {"verdict": VERDICTS[children[0].type]}

    def verdict_value(self, _meta: Meta, children: Children) -> dict[str, s.Expression]:
        child = children[0]
        if isinstance(child, s.Name):
            return {"value": s.Path(names=(child,), span=child.span)}
        if isinstance(child, Token):
            return {"value": self._date_literal(child)}
        return {"value": child}

    def reason(self, _meta: Meta, children: Children) -> dict[str, s.ReasonWord]:
        return {"reason": REASONS[children[0].type]}

    def fact_list(self, _meta: Meta, children: Children) -> dict[str, tuple[s.Path, ...]]:
        return {"facts": _all(children, s.Path)}

    def part_word(self, _meta: Meta, children: Children) -> dict[str, s.PartWord]:
        return {"by": PART_WORDS[children[0].type]}

    def refuted(self, _meta: Meta, children: Children) -> dict[str, tuple[s.Refuted, ...]]:
        return {"refuted": _all(children, s.Refuted)}

    def refuted_class(self, meta: Meta, children: Children) -> s.Refuted:
        return s.Refuted(name=children[0], cites=self._cites(children), span=self._span(meta))

    def when_readings(self, _meta: Meta, children: Children) -> dict[str, tuple[tuple[s.Name, s.Name], ...]]:
        return {"readings": tuple(child for child in children if isinstance(child, tuple))}

    def chosen(self, _meta: Meta, children: Children) -> tuple[s.Name, s.Name]:
        return children[0], children[-1]

    def expect(self, meta: Meta, children: Children) -> s.Expect:
        found: dict[str, Any] = {}
        for child in children:
            if isinstance(child, dict):
                found |= child
        return s.Expect(**found, cites=self._cites(children), span=self._span(meta))

    # expressions

    def by_reading(self, meta: Meta, children: Children) -> s.ByReading:
        return s.ByReading(reading=children[1], options=_all(children, s.Option), span=self._span(meta))

    def option(self, meta: Meta, children: Children) -> s.Option:
        return s.Option(name=children[0], value=children[1], span=self._span(meta))

    def all_of(self, meta: Meta, children: Children) -> s.Connected:
        return s.Connected(connective="and", operands=_expressions(children), span=self._span(meta))

    def any_of(self, meta: Meta, children: Children) -> s.Connected:
        return s.Connected(connective="or", operands=_expressions(children), span=self._span(meta))

    def negation(self, meta: Meta, children: Children) -> s.Not:
        return s.Not(operand=children[-1], span=self._span(meta))

    def group(self, meta: Meta, children: Children) -> s.Group:
        return s.Group(inner=children[0], span=self._span(meta))

    def one_of(self, meta: Meta, children: Children) -> s.OneOf:
        value, *options = _expressions(children)
        return s.OneOf(value=value, options=tuple(options), span=self._span(meta))

    def none_of(self, meta: Meta, children: Children) -> s.OneOf:
        value, *options = _expressions(children)
        return s.OneOf(value=value, options=tuple(options), negated=True, span=self._span(meta))

    def _test(self, meta: Meta, children: Children, kind: Literal["missing", "known", "uncovered"]) -> s.Test:
        return s.Test(kind=kind, value=children[0], span=self._span(meta))

    def is_missing(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "missing")

    def is_known(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "known")

    def is_uncovered(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "uncovered")

    def within(self, meta: Meta, children: Children) -> s.Within:
        value, anchor = _expressions(children)
        duration = _one(children, s.Duration)
        assert duration is not None
        direction: Literal["before", "after"] = "before" if _tokens(children, "BEFORE") else "after"
        return s.Within(value=value, duration=duration, direction=direction, anchor=anchor, span=self._span(meta))

    def _arithmetic(self, meta: Meta, children: Children, operator: Literal["+", "-", "*"]) -> s.Arithmetic:
        left, right = _expressions(children)
        return s.Arithmetic(operator=operator, left=left, right=right, span=self._span(meta))

    def plus(self, meta: Meta, children: Children) -> s.Arithmetic:
        return self._arithmetic(meta, children, "+")

    def minus(self, meta: Meta, children: Children) -> s.Arithmetic:
        return self._arithmetic(meta, children, "-")

    def times(self, meta: Meta, children: Children) -> s.Arithmetic:
        return self._arithmetic(meta, children, "*")

    def shift_later(self, meta: Meta, children: Children) -> s.Shift:
        return s.Shift(operator="+", left=children[0], duration=children[1], span=self._span(meta))

    def shift_earlier(self, meta: Meta, children: Children) -> s.Shift:
        return s.Shift(operator="-", left=children[0], duration=children[1], span=self._span(meta))

    def has(self, _meta: Meta, children: Children) -> s.Expression:
        body: s.Expression = children[-1]
        return body

    def _quantified(self, meta: Meta, children: Children) -> s.Quantified:
        kind = children[0].type
        bodies = _expressions(children)
        return s.Quantified(
            quantifier="some" if kind == "SOME" else "every" if kind == "EVERY" else "no",
            collection=children[1],
            body=bodies[0] if bodies else None,
            neuter=self._neuter(children[0]),
            span=self._span(meta),
        )

    some = _quantified
    every = _quantified
    none = _quantified

    def each_month(self, meta: Meta, children: Children) -> s.EachMonth:
        anchor, *bodies = _expressions(children)
        collection = _one(children, s.Collection)
        assert collection is not None
        return s.EachMonth(
            months=self._whole(_tokens(children, "NUMBER")[0]),
            anchor=anchor,
            collection=collection,
            body=bodies[0] if bodies else None,
            neuter=self._neuter(_tokens(children, "SOME")[0]),
            span=self._span(meta),
        )

    def always(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=True, condition=True, span=self._span(meta))

    def never(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=False, condition=True, span=self._span(meta))

    def attested(self, meta: Meta, children: Children) -> s.Attested:
        return s.Attested(statement=children[-1], span=self._span(meta))

    def collection(self, meta: Meta, children: Children) -> s.Collection:
        return s.Collection(name=children[0], of=_one(children, s.Path), span=self._span(meta))

    def count(self, meta: Meta, children: Children) -> s.Count:
        bodies = _expressions(children)
        return s.Count(collection=children[1], body=bodies[0] if bodies else None, span=self._span(meta))

    def dated_path(self, meta: Meta, children: Children) -> s.Path:
        path = children[0]
        on = children[-1] if _tokens(children, "ON") else None
        if days := _tokens(children, "ON_DAY"):
            on = s.Day(span=self._token_span(days[0]))
        return s.Path(names=path.names, on=on, span=self._span(meta))

    def duration(self, meta: Meta, children: Children) -> s.Duration:
        return s.Duration(amount=self._whole(children[0]), unit=DURATIONS[children[1].type], span=self._span(meta))

    def unit(self, _meta: Meta, children: Children) -> str:
        return str(children[0].type)

    def number(self, meta: Meta, children: Children) -> s.NumberLiteral:
        unit = children[1] if len(children) > 1 else None
        return s.NumberLiteral(value=self._number(children[0]), unit=unit, span=self._span(meta))

    def _date_literal(self, token: Token) -> s.DateLiteral:
        return s.DateLiteral(value=self._date(token), span=self._token_span(token))

    def date_literal(self, _meta: Meta, children: Children) -> s.DateLiteral:
        return self._date_literal(children[0])

    def text_literal(self, meta: Meta, children: Children) -> s.TextLiteral:
        return s.TextLiteral(value=self._string(children[0]), span=self._span(meta))

    def yes(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=True, span=self._span(meta))

    def no(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=False, span=self._span(meta))

    def day(self, meta: Meta, _children: Children) -> s.Day:
        return s.Day(span=self._span(meta))


def _comparison(operator: str) -> Callable[[Builder, Meta, Children], s.Compare]:
    def build(self: Builder, meta: Meta, children: Children) -> s.Compare:
        left, right = _expressions(children)
        return s.Compare(operator=operator, left=left, right=right, span=self._span(meta))  # type: ignore[arg-type]

    return build


for _rule, _operator in {
    "less": "<",
    "less_equal": "<=",
    "greater": ">",
    "greater_equal": ">=",
    "earlier": "before",
    "later": "after",
    "equal": "is",
    "not_equal": "is not",
}.items():
    setattr(Builder, _rule, v_args(meta=True)(_comparison(_operator)))

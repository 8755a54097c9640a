"""Conditions and values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.parser.build.tokens import Children, TokenReader, each_of, expressions, kinds, one, tokens


def _comparison(operator: str) -> Callable[[ExpressionBuilder, Meta, Children], s.Compare]:
    def build(self: ExpressionBuilder, meta: Meta, children: Children) -> s.Compare:
        left, right = expressions(children)
        return s.Compare(operator=operator, left=left, right=right, span=self._span(meta))  # type: ignore[arg-type]

    return build


@v_args(meta=True)
class ExpressionBuilder(TokenReader):
    """Builds expressions."""

    def by_reading(self, meta: Meta, children: Children) -> s.ByReading:
        return s.ByReading(reading=children[1], options=each_of(children, s.Option), span=self._span(meta))

    def option(self, meta: Meta, children: Children) -> s.Option:
        return s.Option(name=children[0], value=children[1], span=self._span(meta))

    def all_of(self, meta: Meta, children: Children) -> s.Connected:
        return s.Connected(connective="and", operands=expressions(children), span=self._span(meta))

    def any_of(self, meta: Meta, children: Children) -> s.Connected:
        return s.Connected(connective="or", operands=expressions(children), span=self._span(meta))

    def negation(self, meta: Meta, children: Children) -> s.Not:
        return s.Not(operand=children[-1], span=self._span(meta))

    def group(self, meta: Meta, children: Children) -> s.Group:
        return s.Group(inner=children[0], span=self._span(meta))

    less = _comparison("<")
    less_equal = _comparison("<=")
    greater = _comparison(">")
    greater_equal = _comparison(">=")
    earlier = _comparison("before")
    later = _comparison("after")
    equal = _comparison("is")
    not_equal = _comparison("is not")

    def one_of(self, meta: Meta, children: Children) -> s.OneOf:
        value, *options = expressions(children)
        return s.OneOf(value=value, options=tuple(options), span=self._span(meta))

    def none_of(self, meta: Meta, children: Children) -> s.OneOf:
        value, *options = expressions(children)
        return s.OneOf(value=value, options=tuple(options), negated=True, span=self._span(meta))

    def in_set(self, meta: Meta, children: Children) -> s.InSet:
        return s.InSet(value=children[0], choices=children[-1], span=self._span(meta))

    def not_in_set(self, meta: Meta, children: Children) -> s.InSet:
        return s.InSet(value=children[0], choices=children[-1], negated=True, span=self._span(meta))

    def _test(self, meta: Meta, children: Children, kind: Literal["missing", "known", "uncovered"]) -> s.Test:
        return s.Test(kind=kind, value=children[0], span=self._span(meta))

    def is_missing(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "missing")

    def is_known(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "known")

    def is_uncovered(self, meta: Meta, children: Children) -> s.Test:
        return self._test(meta, children, "uncovered")

    def within(self, meta: Meta, children: Children) -> s.Within:
        value, anchor = expressions(children)
        duration = one(children, s.Duration)
        assert duration is not None
        direction: Literal["before", "after"] = "before" if tokens(children, "BEFORE") else "after"
        return s.Within(value=value, duration=duration, direction=direction, anchor=anchor, span=self._span(meta))

    def _arithmetic(self, meta: Meta, children: Children, operator: Literal["+", "-", "*"]) -> s.Arithmetic:
        left, right = expressions(children)
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

    def has(self, _meta: Meta, children: Children) -> tuple[str, s.Expression]:
        return children[0].type, children[-1]

    bracketed = has

    def followed_by(self, meta: Meta, children: Children) -> s.FollowedBy:
        middle = next(index for index, child in enumerate(children) if kinds([child]) == ["FOLLOWED_BY"])
        first, then = self._quantified(meta, children[:middle]), self._quantified(meta, children[middle + 1 :])
        return s.FollowedBy(first=first, then=then, span=self._span(meta))

    def throughout(self, meta: Meta, children: Children) -> s.Throughout:
        anchor, condition = expressions(children)
        duration = one(children, s.Duration)
        assert duration is not None
        return s.Throughout(
            duration=duration,
            direction="before" if tokens(children, "BEFORE") else "after",
            anchor=anchor,
            condition=condition,
            span=self._span(meta),
        )

    def moved(self, meta: Meta, children: Children) -> s.Moved:
        return s.Moved(value=children[0], span=self._span(meta))

    def _quantified(self, meta: Meta, children: Children) -> s.Quantified:
        kind = children[0].type
        link, body = one(children, tuple) or ("", None)
        return s.Quantified(
            quantifier="some" if kind == "SOME" else "every" if kind == "EVERY" else "no",
            collection=children[1],
            body=body,
            neuter=self._neuter(children[0]),
            having=link == "HAVING",
            span=self._span(meta),
        )

    some = _quantified

    every = _quantified

    none = _quantified

    def each_month(self, meta: Meta, children: Children) -> s.EachMonth:
        anchor = expressions(children)[0]
        _, body = one(children, tuple) or ("", None)
        collection = one(children, s.Collection)
        assert collection is not None
        return s.EachMonth(
            months=self._whole(tokens(children, "NUMBER")[0]),
            anchor=anchor,
            collection=collection,
            body=body,
            neuter=self._neuter(tokens(children, "SOME")[0]),
            span=self._span(meta),
        )

    def always(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=True, condition=True, span=self._span(meta))

    def never(self, meta: Meta, _children: Children) -> s.YesNoLiteral:
        return s.YesNoLiteral(value=False, condition=True, span=self._span(meta))

    def attested(self, meta: Meta, children: Children) -> s.Attested:
        return s.Attested(statement=children[-1], span=self._span(meta))

    def collection(self, meta: Meta, children: Children) -> s.Collection:
        return s.Collection(name=children[0], of=one(children, s.Path), span=self._span(meta))

    def count(self, meta: Meta, children: Children) -> s.Count:
        bodies = expressions(children)
        return s.Count(collection=children[1], body=bodies[0] if bodies else None, span=self._span(meta))

    def dated_path(self, meta: Meta, children: Children) -> s.Path:
        path = children[0]
        on = children[-1] if tokens(children, "ON") else None
        if days := tokens(children, "ON_DAY"):
            on = s.Day(span=self._token_span(days[0]))
        return s.Path(names=path.names, on=on, span=self._span(meta))

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

"""Examples."""

from __future__ import annotations

from typing import Any

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.parser.build.expressions import ExpressionBuilder
from klausul_dsl.parser.build.tokens import Children, each_of, one, tokens

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


@v_args(meta=True)
class ExampleBuilder(ExpressionBuilder):
    """Builds examples: what is given, and what is expected of it."""

    def example(self, meta: Meta, children: Children) -> s.Example:
        return s.Example(title=children[1], subject=children[3], parts=tuple(children[4:]), span=self._span(meta))

    def as_of(self, meta: Meta, children: Children) -> s.AsOf:
        return s.AsOf(day=self._date(children[-1]), span=self._span(meta))

    def given(self, meta: Meta, children: Children) -> s.Given:
        numbers = tokens(children, "NUMBER")
        dates = tokens(children, "DATE")
        names = [child for child in children if isinstance(child, s.Name | s.TextLiteral)]
        key = names[1] if len(names) > 1 else None
        assert isinstance(names[0], s.Name)
        return s.Given(
            amount=self._whole(numbers[0]) if numbers else 1,
            entity=names[0],
            key=key.spelt if isinstance(key, s.Name) else key.value if key else None,
            of=one(children, s.Path),
            on=self._date(dates[0]) if dates else None,
            facts=tuple(next((child for child in children if isinstance(child, list)), [])),
            span=self._span(meta),
        )

    def given_none(self, meta: Meta, children: Children) -> s.Given:
        name = one(children, s.Name)
        assert name is not None
        neuter = any(self._neuter(token) for token in tokens(children, "NO"))
        return s.Given(entity=name, of=one(children, s.Path), none=True, neuter=neuter, span=self._span(meta))

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
        return {"facts": each_of(children, s.Path)}

    def part_word(self, _meta: Meta, children: Children) -> dict[str, s.PartWord]:
        return {"by": PART_WORDS[children[0].type]}

    def refuted(self, _meta: Meta, children: Children) -> dict[str, tuple[s.Refuted, ...]]:
        return {"refuted": each_of(children, s.Refuted)}

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
        key = one(children, s.Name) or one(children, s.TextLiteral)
        if key is not None:
            found["key"] = key.spelt if isinstance(key, s.Name) else key.value
        if days := tokens(children, "DATE"):
            found["on"] = self._date(days[0])
        return s.Expect(**found, cites=self._cites(children), span=self._span(meta))

"""What an agreement declares beside its norms."""

from __future__ import annotations

from lark import Token, v_args
from lark.tree import Meta

from klausul_dsl import syntax as s
from klausul_dsl.parser.build.periods import PeriodBuilder
from klausul_dsl.parser.build.tokens import Children, each_of, expressions, one, tokens


@v_args(meta=True)
class DeclaredBuilder(PeriodBuilder):
    """Builds agreements, parameters, readings, definitions, classifications and placements."""

    def agreement(self, meta: Meta, children: Children) -> s.Agreement:
        return s.Agreement(name=children[1], parts=tuple(children[2:]), span=self._span(meta))

    def title(self, meta: Meta, children: Children) -> s.Title:
        return s.Title(words=children[-1], span=self._span(meta))

    def clauses(self, meta: Meta, children: Children) -> s.Clauses:
        return s.Clauses(file=self._string(children[-1]), span=self._span(meta))

    def uses(self, meta: Meta, children: Children) -> s.Uses:
        return s.Uses(names=each_of(children, s.Name), span=self._span(meta))

    def parameter(self, meta: Meta, children: Children) -> s.Parameter:
        names = each_of([child for child in children if child is not children[2]], s.Name)
        return s.Parameter(
            name=names[0],
            type=children[2],
            entity=names[1] if len(names) > 1 else None,
            cites=self._cites(children),
            parts=each_of(children, s.Called | s.SourceNote | s.NotSupplied | s.DatedValue),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def value_type(self, meta: Meta, children: Children) -> s.Name | s.ChoiceType:
        *owner, last = each_of(children, s.Name)
        if not owner:
            return last
        return s.ChoiceType(
            entity=owner[0], member=last, several=bool(tokens(children, "CHOICES_OF")), span=self._span(meta)
        )

    def choices(self, meta: Meta, children: Children) -> s.Choices:
        return s.Choices(names=each_of(children, s.Name), span=self._span(meta))

    def source_note(self, meta: Meta, children: Children) -> s.SourceNote:
        return s.SourceNote(words=children[-1], span=self._span(meta))

    def not_supplied(self, meta: Meta, children: Children) -> s.NotSupplied:
        return s.NotSupplied(words=children[-1], span=self._span(meta))

    def dated_value(self, meta: Meta, children: Children) -> s.DatedValue:
        key = children[3] if tokens(children, "FOR") else None
        start = self._date(tokens(children, "DATE")[0])
        value = children[-1]
        if isinstance(value, s.Name):
            value = s.Path(names=(value,), span=value.span)
        return s.DatedValue(start=start, key=key, value=value, span=self._span(meta))

    def key(self, _meta: Meta, children: Children) -> s.Name | s.TextLiteral:
        child = children[0]
        if isinstance(child, Token):
            return s.TextLiteral(value=self._string(child), span=self._token_span(child))
        assert isinstance(child, s.Name)
        return s.Name(word=child.spelt, spelt=child.spelt, span=child.span)

    def reading(self, meta: Meta, children: Children) -> s.Reading:
        parts = each_of(children[2:], s.Called | s.Asks | s.Start | s.End | s.Alternative)  # type: ignore[arg-type]
        return s.Reading(name=children[1], cites=self._cites(children), parts=parts, span=self._span(meta))

    def asks(self, meta: Meta, children: Children) -> s.Asks:
        return s.Asks(words=children[-1], span=self._span(meta))

    def alternative(self, meta: Meta, children: Children) -> s.Alternative:
        *called, reason = each_of(children, s.Words)
        return s.Alternative(
            name=children[0], called=called[0] if called else None, reason=reason, span=self._span(meta)
        )

    def on_day(self, _meta: Meta, _children: Children) -> bool:
        return True

    def define(self, meta: Meta, children: Children) -> s.Define:
        names = each_of(children, s.Name)
        return s.Define(
            name=names[0],
            entity=names[1],
            on_day=True in [child for child in children if isinstance(child, bool)],
            cites=self._cites(children),
            parts=each_of(children, s.Called | s.Means),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def means(self, meta: Meta, children: Children) -> s.Means:
        start, end = self._dates(children)
        return s.Means(value=children[1], start=start, end=end, span=self._span(meta))

    def classify(self, meta: Meta, children: Children) -> s.Classify:
        names = each_of(children, s.Name)
        return s.Classify(
            entity=names[0],
            name=names[1],
            cites=self._cites(children),
            parts=each_of(children, s.Called | s.Branch),  # type: ignore[arg-type]
            span=self._span(meta),
        )

    def branch(self, meta: Meta, children: Children) -> s.Branch:
        start, end = self._dates(children)
        conditions = expressions(children)
        return s.Branch(
            name=children[1],
            called=one(children, s.Words),
            condition=conditions[0] if conditions else None,
            start=start,
            end=end,
            cites=self._cites(children),
            span=self._span(meta),
        )

    def placement(self, meta: Meta, children: Children) -> s.Placement:
        names = each_of(children, s.Name)
        return s.Placement(
            entity=names[0],
            name=names[1],
            cites=self._cites(children),
            parts=each_of(children, s.Review),
            span=self._span(meta),
        )

    def review(self, meta: Meta, children: Children) -> s.Review:
        days = children[1]
        conditions = expressions(children)
        return s.Review(
            dates=days if isinstance(days, tuple) else (),
            yearly=(days["day"], days["month"]) if isinstance(days, dict) else None,
            condition=conditions[0] if conditions else None,
            span=self._span(meta),
        )

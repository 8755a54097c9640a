"""Whether types and units agree; where they do not, a problem."""

from __future__ import annotations

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Type, YesNo
from klausul_dsl.resolve.scope import Scope, chosen_from, problem, remedy_for, said, say_type
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Text, name_of

YES_NO = YesNo()
DATE = Date()
_THIS = Text("værdien", "the value")


def alike(
    left: Type, right: t.Expression, span: Span, scope: Scope, word: Text = _THIS, given: t.Expression | None = None
) -> bool:
    """Whether two values can be compared or added; units must be the same. `given` is the left value, if any."""
    if isinstance(left, Number) and isinstance(right.type, Number) and left.unit is not right.type.unit:
        problem(
            scope,
            "K302",
            span,
            word=word,
            remedy=_one_unit(left, given, right, scope),
            left=say_type(left, scope),
            right=say_type(right.type, scope),
        )
        return False
    if type(left) is not type(right.type) or (isinstance(left, ClassOf | Reference | Choice) and left != right.type):
        if isinstance(left, Choice) and isinstance(right.type, Choice) and left.options == right.type.options:
            return True
        problem(
            scope,
            "K308",
            span,
            word=word,
            remedy=remedy_for(left, scope),
            left=_told(left, right.type, scope),
            right=_told(right.type, left, scope),
        )
        return False
    return True


def _told(kind: Type, other: Type, scope: Scope) -> Text:
    """A type in words; of two lists each by what is chosen."""
    if isinstance(kind, Choice) and isinstance(other, Choice):
        record, label = scope.vocabulary.entities[kind.of.split(".")[0]].singular, chosen_from(kind, scope)
        danish, english = (f"{name_of(record[spoken])}.{name_of(label[spoken])}" for spoken in LANGUAGES)
        return Text(f"et valg af “{danish}”", f"a choice of “{english}”")
    return say_type(kind, scope)


def _one_unit(left: Type, given: t.Expression | None, right: t.Expression, scope: Scope) -> Text:
    """The way to one unit: the number that is written out is the one that can be written otherwise."""
    if isinstance(right, t.Constant) or given is None:
        return remedy_for(left, scope)
    if isinstance(given, t.Constant):
        return remedy_for(right.type, scope)
    return Text("sæt kun tal med samme enhed sammen", "put only numbers of the same unit together")


def wrong_type(scope: Scope, node: s.Expression, wanted: Type, found: Type | Text) -> None:
    """The problem that a value is of another type than its place wants; `found` is its type, or words for it."""
    problem(
        scope,
        "K309",
        node.span,
        word=said(node),
        wanted=say_type(wanted, scope),
        type=found if isinstance(found, Text) else say_type(found, scope),
        remedy=remedy_for(wanted, scope),
    )

"""Expressions of the syntax tree to expressions of the typed core: names found, types and units checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Literal, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Type, Unit, Words, YesNo
from klausul_dsl.resolve.alternatives import asked, option_named, options_of
from klausul_dsl.resolve.choosing import in_set
from klausul_dsl.resolve.kinds import DATE, YES_NO, alike, wrong_type
from klausul_dsl.resolve.names import text_of
from klausul_dsl.resolve.paths import choice_words, collection_of, resolve_path, unlike_any
from klausul_dsl.resolve.periods import duration
from klausul_dsl.resolve.scope import Scope, problem, remedy_for, report, said, say_type
from klausul_dsl.text import Text


def condition(node: s.Expression, scope: Scope) -> t.Expression | None:
    """A condition: an expression that is true or false."""
    found = expression(node, scope)
    if found is not None and not isinstance(found.type, YesNo):
        problem(scope, "K301", node.span, word=said(node), type=say_type(found.type, scope))
        return None
    return found


def expression(node: s.Expression, scope: Scope, expected: Type | None = None) -> t.Expression | None:
    """The typed form of an expression; None where a problem was reported. `expected` tells single words apart."""
    match node:
        case s.NumberLiteral():
            unit = Unit[node.unit] if node.unit else Unit.COUNT
            return t.Constant(value=node.value, type=Number(unit), span=node.span)
        case s.DateLiteral():
            return t.Constant(value=node.value, type=DATE, span=node.span)
        case s.TextLiteral():
            return t.Constant(value=node.value, type=Words(), span=node.span)
        case s.YesNoLiteral():
            return t.Constant(value=node.value, type=YES_NO, span=node.span)
        case s.Day():
            return _day(node, scope)
        case s.Path():
            return option_named(node, scope, expected) or resolve_path(node, scope, expression)
        case s.Group():
            return expression(node.inner, scope, expected)
        case s.Arithmetic() | s.Shift():
            return _calculation(node, scope)
        case s.Compare() | s.OneOf() | s.Test() | s.Within():
            return _comparison(node, scope)
        case s.InSet():
            return in_set(node, expression(node.value, scope), scope)
        case s.Not():
            operand = condition(node.operand, scope)
            return operand and t.Not(operand=operand, type=YES_NO, span=node.span)
        case s.Connected():
            return _connected(node, scope)
        case s.Quantified() | s.Count() | s.EachMonth():
            return _collected(node, scope)
        case s.FollowedBy():
            return _followed_by(node, scope)
        case s.Throughout():
            return _throughout(node, scope)
        case s.Moved():
            moved = _of_type(node.value, scope, DATE)
            return moved and t.WorkingDay(value=moved, type=DATE, span=node.span)
        case s.Attested():
            about = scope.entities[0] if scope.entities else None
            subject = t.Subject(depth=0, entity=about, type=Reference(about)) if about is not None else None
            return t.Attested(statement=text_of(node.statement), subject=subject, type=YES_NO, span=node.span)
        case s.ByReading():
            return _by_reading(node, scope, expected)
    assert_never(node)


def _day(node: s.Day, scope: Scope) -> t.Expression | None:
    if not scope.has_day:
        problem(scope, "K208", node.span, word=Text("dagen", "day"))
        return None
    return t.Day(type=DATE, span=node.span)


def _constant(node: s.Expression, scope: Scope, expected: Type, left: s.Expression) -> t.Expression | None:
    """The right-hand side of a comparison; for choices and classes an unknown word is reported with the options."""
    if isinstance(expected, Choice | ClassOf) and isinstance(node, s.Path) and len(node.names) == 1:
        found = option_named(node, scope, expected)
        word = node.names[0].word
        declared = scope.names.find("parameter", word, scope.language)
        if found is None and declared is None and resolve_path(node, scope, expression, quiet=True) is None:
            known = [words[scope.language] for words in choice_words(expected, scope).values()]
            report(scope, "K203", node.span, word, known, of=asked(left, expected, scope))
            return None
        if found is not None:
            return found
    if isinstance(expected, Words) and isinstance(node, s.Path) and unlike_any(node, scope):
        word = node.names[0].spelt
        remedy = Text(f'sæt den i anførselstegn: "{word}"', f'put it in quotation marks: "{word}"')
        strange = Text("et ord, der ikke er kendt her", "a word that is not known here")
        problem(
            scope, "K309", node.span, word=said(node), wanted=say_type(expected, scope), type=strange, remedy=remedy
        )
        return None
    if isinstance(expected, Number | Date) and isinstance(node, s.Path) and unlike_any(node, scope):
        strange = Text("et ord, der ikke er kendt her", "a word that is not known here")
        wanted = say_type(expected, scope)
        remedy = remedy_for(expected, scope)
        problem(scope, "K309", node.span, word=said(node), wanted=wanted, type=strange, remedy=remedy)
        return None
    return expression(node, scope, expected)


def _comparison(node: s.Compare | s.OneOf | s.Test | s.Within, scope: Scope) -> t.Expression | None:
    match node:
        case s.Test():
            return _test(node, scope)
        case s.Within():
            value = _of_type(node.value, scope, DATE)
            anchor = _of_type(node.anchor, scope, DATE)
            if value is None or anchor is None:
                return None
            return t.Within(
                value=value,
                duration=duration(node.duration),
                direction=node.direction,
                anchor=anchor,
                type=YES_NO,
                span=node.span,
            )
        case s.OneOf():
            value = expression(node.value, scope)
            if value is None:
                return None
            options = [_constant(option, scope, value.type, node.value) for option in node.options]
            constants = [option for option in options if isinstance(option, t.Constant)]
            if len(constants) < len(options):
                for index, option in enumerate(options):
                    if option is not None and not isinstance(option, t.Constant):
                        problem(scope, "K305", node.options[index].span, word=said(node.options[index]))
                return None
            if not all(alike(value.type, option, option.span, scope, said(node.value)) for option in constants):
                return None
            one = t.OneOf(value=value, options=tuple(constants), type=YES_NO, span=node.span)
            return t.Not(operand=one, type=YES_NO, span=node.span) if node.negated else one
        case s.Compare():
            return _compare(node, scope)
    assert_never(node)


_OPERATORS: dict[str, Literal["<", "<=", ">", ">=", "=", "!="]] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "before": "<",
    "after": ">",
    "is": "=",
    "is not": "!=",
}


def _compare(node: s.Compare, scope: Scope) -> t.Expression | None:
    left = expression(node.left, scope)
    if left is None:
        if not isinstance(node.right, s.Path):
            expression(node.right, scope)
        return None
    right = _constant(node.right, scope, left.type, node.left)
    if right is None or not alike(left.type, right, node.span, scope, said(node.left), left):
        return None
    operator = _OPERATORS[node.operator]
    if operator not in {"=", "!="} and not isinstance(left.type, Number | Date):
        problem(scope, "K303", node.span, word=said(node.left), type=say_type(left.type, scope))
        return None
    if node.operator in {"before", "after"} and not isinstance(left.type, Date):
        problem(scope, "K306", node.span, word=said(node.left), type=say_type(left.type, scope))
        return None
    if isinstance(left.type, YesNo):
        problem(scope, "K304", node.span, word=said(node.left))
        return None
    return t.Compare(operator=operator, left=left, right=right, type=YES_NO, span=node.span)


def _test(node: s.Test, scope: Scope) -> t.Expression | None:
    value = expression(node.value, scope)
    if value is None:
        return None
    if node.kind == "uncovered":
        if not isinstance(value.type, ClassOf):
            problem(scope, "K307", node.span, word=said(node.value), type=say_type(value.type, scope))
            return None
        return t.IsUncovered(value=value, type=YES_NO, span=node.span)
    known = t.IsKnown(value=value, type=YES_NO, span=node.span)
    return known if node.kind == "known" else t.Not(operand=known, type=YES_NO, span=node.span)


def _of_type(node: s.Expression, scope: Scope, wanted: Type) -> t.Expression | None:
    found = expression(node, scope)
    if found is not None and type(found.type) is not type(wanted):
        if found.type == DATE:
            problem(scope, "K313", node.span, word=said(node))
        else:
            wrong_type(scope, node, wanted, found.type)
        return None
    return found


def _calculation(node: s.Arithmetic | s.Shift, scope: Scope) -> t.Expression | None:
    if isinstance(node, s.Shift):
        value = _of_type(node.left, scope, DATE)
        return value and t.Shift(
            value=value,
            by=duration(node.duration),
            sign=1 if node.operator == "+" else -1,
            type=DATE,
            span=node.span,
        )
    left = _of_type(node.left, scope, Number())
    right = _of_type(node.right, scope, Number())
    if left is None or right is None:
        return None
    kind = left.type
    if node.operator == "*":
        if Unit.COUNT not in {left.type.unit, right.type.unit}:  # type: ignore[union-attr]
            problem(scope, "K310", node.span)
            return None
        kind = right.type if left.type == Number() else left.type
    elif not alike(left.type, right, node.span, scope, said(node.left), left):
        return None
    return t.Arithmetic(operator=node.operator, left=left, right=right, type=kind, span=node.span)


def _connected(node: s.Connected, scope: Scope) -> t.Expression | None:
    if _value_alone(node, scope):
        return None
    operands = _whole([condition(operand, scope) for operand in node.operands])
    if operands is None:
        return None
    kind: Callable[..., t.Expression] = t.All if node.connective == "and" else t.Any
    return kind(operands=operands, type=YES_NO, span=node.span)


def _value_alone(node: s.Connected, scope: Scope) -> bool:
    """Whether a value stands alone after one that is compared, `kind is a or b`: that is a list of values."""
    for first, second in pairwise(node.operands):
        if not isinstance(first, s.Compare) or not isinstance(second, s.Path) or not scope.entities:
            continue
        before = len(scope.names.problems)
        left = expression(first.left, scope)
        del scope.names.problems[before:]
        if left is None or option_named(second, scope, left.type) is None or first.operator not in {"is", "is not"}:
            continue
        if resolve_path(second, scope, expression, quiet=True) is not None:
            continue
        record = scope.vocabulary.entities[scope.entities[0]].singular
        names = [said(part)[scope.language].strip("“”") for part in (first.left, first.right, second)]
        way = ("blandt", "in") if first.operator == "is" else ("ikke blandt", "not in")
        remedy = Text(
            *(
                f"{write} “{names[0]} {among} ({names[1]}; {names[2]})”"
                for write, among in zip(("skriv", "write"), way, strict=True)
            )
        )
        problem(scope, "K209", second.span, word=names[2], record=record, remedy=remedy)
        return True
    return False


def _whole(found: Sequence[t.Expression | None]) -> tuple[t.Expression, ...] | None:
    whole = tuple(item for item in found if item is not None)
    return whole if len(whole) == len(found) else None


def _collected(node: s.Quantified | s.Count | s.EachMonth, scope: Scope) -> t.Expression | None:
    collection = collection_of(node.collection, scope, expression, several=isinstance(node, s.Count))
    if collection is None:
        return None
    inner = scope.inside(collection.entity)
    body = condition(node.body, inner) if node.body is not None else None
    if node.body is not None and body is None:
        return None
    match node:
        case s.Quantified():
            return t.Quantified(
                quantifier=node.quantifier, collection=collection, condition=body, type=YES_NO, span=node.span
            )
        case s.Count():
            return t.Count(collection=collection, condition=body, type=Number(), span=node.span)
        case s.EachMonth():
            anchor = _of_type(node.anchor, scope, DATE)
            dated_by = scope.vocabulary.entities[collection.entity].reference_date
            if dated_by is None:
                problem(scope, "K212", node.collection.span, word=node.collection.name.word)
                return None
            return anchor and t.EachMonth(
                months=node.months,
                anchor=anchor,
                collection=collection,
                dated_by=dated_by,
                condition=body,
                type=YES_NO,
                span=node.span,
            )
    assert_never(node)


def _followed_by(node: s.FollowedBy, scope: Scope) -> t.Expression | None:
    sides = [_collected(side, scope) for side in (node.first, node.then)]
    dates = []
    for side, found in zip((node.first, node.then), sides, strict=True):
        if not isinstance(found, t.Quantified):
            return None
        dated_by = scope.vocabulary.entities[found.collection.entity].reference_date
        if dated_by is None:
            problem(scope, "K212", side.collection.span, word=side.collection.name.word)
            return None
        dates.append(dated_by)
    first, then = sides
    return t.FollowedBy(
        first=first,  # type: ignore[arg-type]
        first_dated_by=dates[0],
        then=then,  # type: ignore[arg-type]
        then_dated_by=dates[1],
        type=YES_NO,
        span=node.span,
    )


def _throughout(node: s.Throughout, scope: Scope) -> t.Expression | None:
    anchor = _of_type(node.anchor, scope, DATE)
    test = condition(node.condition, replace(scope, has_day=True))
    if anchor is None or test is None:
        return None
    return t.Throughout(
        condition=test,
        duration=duration(node.duration),
        direction=node.direction,
        anchor=anchor,
        type=YES_NO,
        span=node.span,
    )


def _answers_alike(kind: Type, value: t.Expression, option: s.Option, first: s.Option, scope: Scope) -> bool:
    """Whether an answer is of the kind of the first; where one of the two is a bare number, its unit is forgotten."""
    if isinstance(kind, Number) and isinstance(value.type, Number) and kind.unit is not value.type.unit:
        bare, wanted = (option, kind) if value.type.unit is Unit.COUNT else (first, value.type)
        if isinstance(bare.value, s.NumberLiteral):
            wrong_type(scope, bare.value, wanted, Number())
            return False
    return alike(kind, value, option.span, scope, Text.of(f"“{first.name.word}”"))


def _by_reading(node: s.ByReading, scope: Scope, expected: Type | None) -> t.Expression | None:
    values: list[tuple[str, t.Expression]] = []
    kind: Type | None = expected
    names = options_of(node.reading, tuple(option.name for option in node.options), node.span, scope)
    for option, name in zip(node.options, names, strict=True):
        value = expression(option.value, scope, kind)
        if value is None or name is None:
            continue
        if kind is not None and not _answers_alike(kind, value, option, node.options[0], scope):
            continue
        kind = value.type
        values.append((name, value))
    reading = scope.names.find("reading", node.reading.word, scope.language)
    if kind is None or reading is None or len(values) < len(node.options):
        return None
    choice = t.ByReading(reading=reading.name, options=tuple(values), span=node.span)
    return t.Interpreted(choice=choice, type=kind, span=node.span)

"""The parts that norms are made of: population, conditions, requirement, group, period and bound."""

from __future__ import annotations

from fractions import Fraction

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Date, Number, Reference, Unit
from klausul_dsl.diagnostics import nearest
from klausul_dsl.keywords import printed
from klausul_dsl.resolve.alternatives import options_of
from klausul_dsl.resolve.expressions import condition, expression
from klausul_dsl.resolve.kinds import YES_NO, wrong_type
from klausul_dsl.resolve.paths import follow, resolve_path
from klausul_dsl.resolve.periods import recurrence
from klausul_dsl.resolve.scope import Scope, cited, entity_of, note_words, problem, said, say_type
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import entity_words

Part = t.Group | t.Period | t.Bound | t.EveryNth | t.Reset | t.Recurrence


def population_of(parts: tuple[s.Node, ...], scope: Scope, *, several: bool = False) -> tuple[str, t.Expression] | None:
    """The records that a norm is about, and their date; `several`: they are named by their plural."""
    part = next((part for part in parts if isinstance(part, s.Population)), None)
    entity = entity_of(scope, part.entity, several=several) if part else None
    if part is None or entity is None:
        return None
    if part.standing_on is not None:
        return entity, t.Day(type=Date())
    inner = scope.of(entity, has_day=False)
    subject = t.Subject(depth=0, entity=entity, type=Reference(entity))
    if part.dated_by is not None:
        dated_by = resolve_path(part.dated_by, inner, expression)
        if dated_by is not None and not isinstance(dated_by.type, Date):
            wrong_type(scope, part.dated_by, Date(), dated_by.type)
            return None
        return (entity, dated_by) if dated_by is not None else None
    default = scope.vocabulary.entities[entity].reference_date
    if default is None:
        problem(scope, "K212", part.span, word=part.entity.word)
        return None
    return entity, t.Field(of=subject, name=default, type=Date())


def conditions(parts: tuple[s.Node, ...], scope: Scope) -> tuple[tuple[t.Expression, ...], tuple[t.Exemption, ...]]:
    where = [condition(part.condition, scope) for part in parts if isinstance(part, s.Where)]
    unless = [
        t.Exemption(condition=test, references=cited(scope, part.cites), span=part.span)
        for part in parts
        if isinstance(part, s.Unless) and (test := condition(part.condition, scope)) is not None
    ]
    return tuple(test for test in where if test is not None), tuple(unless)


def requirement_of(parts: tuple[s.Node, ...], scope: Scope) -> t.Requirement | None:
    for part in parts:
        match part:
            case s.Must():
                if _nearly_never(part, scope):
                    return None
                test = condition(part.condition, scope)
                if test is None:
                    return None
                if part.negated:
                    test = t.Not(operand=test, type=YES_NO, span=test.span)
                return t.Requirement(form="must_not" if part.negated else "must", condition=test, span=part.span)
            case s.MustNotHappen():
                never = t.Constant(value=False, type=YES_NO, span=part.span)
                return t.Requirement(form="must_not_happen", condition=never, span=part.span)
            case s.MayOnly():
                test = condition(part.condition, scope)
                return t.Requirement(form="may_only", condition=test, span=part.span) if test is not None else None
            case s.Members():
                quantified = condition(
                    s.Quantified(
                        quantifier=part.quantifier, collection=part.collection, body=part.condition, span=part.span
                    ),
                    scope,
                )
                form: t.RequirementForm = "no_member" if part.quantifier == "no" else "every_member"
                if quantified is None:
                    return None
                return t.Requirement(form=form, condition=quantified, span=part.span)
    return None


def _nearly_never(part: s.Must, scope: Scope) -> bool:
    """`must not happen` with its last word misspelt is a problem of its own."""
    node = part.condition
    if not part.negated or not isinstance(node, s.Path) or len(node.names) > 1:
        return False
    phrase = printed("MUST_NOT_HAPPEN", scope.language)
    near = nearest(node.names[0].word, [phrase.split()[-1]]) is not None
    if not near or resolve_path(node, scope, expression, quiet=True) is not None:
        return False
    problem(scope, "K118", node.span, word=node.names[0].spelt, right=phrase)
    return True


def parts_of(parts: tuple[s.Node, ...], scope: Scope) -> dict[type, object]:
    """The chosen parts of a norm by their kind; a part that a reading chooses is a ByReading."""
    found: dict[type, object] = {}
    for part in parts:
        match part:
            case s.PerGroup() | s.Altogether() | s.Period() | s.Bound() | s.EveryNth() | s.Reset() | s.Recurrence():
                resolved = part_of(part, scope)
                if resolved is not None:
                    found[type(resolved)] = resolved
            case s.PartByReading():
                chosen_part(part, scope, found)
            case s.Population(standing_on=s.ReviewDays() as days):
                found[t.Period] = t.Standing(dates=days.dates, yearly=days.yearly, span=days.span)
            case _:
                pass
    return found


def part_of(part: s.QuotaPart, scope: Scope) -> Part | None:
    match part:
        case s.Altogether():
            return t.Group(entity=None, path=None, span=part.span)
        case s.PerGroup():
            return _group(part, scope)
        case s.Period():
            return t.Period(kind=part.kind, span=part.span)
        case s.Bound():
            return _bound(part, scope)
        case s.EveryNth():
            return t.EveryNth(
                comparison="at_least" if part.comparison == "at least" else "at_most",
                n=part.n,
                first=part.first or part.n,
                span=part.span,
            )
        case s.Reset():
            return _reset(part, scope)
        case s.Recurrence():
            return recurrence(part, scope)


def _bound(part: s.Bound, scope: Scope) -> t.Bound | None:
    numerator = part.numerator if part.numerator is not None else Fraction(0)
    if part.denominator and numerator / part.denominator > 1:
        problem(scope, "K311", part.span)
        return None
    value = resolve_path(part.value, scope, expression) if part.value is not None else None
    if part.value is not None and value is None:
        return None
    if value is not None and (not isinstance(value.type, Number) or value.type.unit not in {Unit.PERCENT, Unit.COUNT}):
        wrong_type(scope, part.value, Number(Unit.PERCENT), value.type)  # type: ignore[arg-type]
        return None
    share = part.denominator or (value is not None and value.type == Number(Unit.PERCENT))
    if part.comparison == "exactly" and part.rounding is None and share:
        problem(scope, "K312", part.span)
        return None
    comparison = {"at least": "at_least", "at most": "at_most", "exactly": "exactly"}[part.comparison]
    return t.Bound(
        comparison=comparison,  # type: ignore[arg-type]
        numerator=int(numerator * numerator.denominator),
        denominator=part.denominator * numerator.denominator,
        rounding=part.rounding,
        percent=part.percent,
        value=value,
        fallback=part.numerator is not None,
        span=part.span,
    )


def _reset(part: s.Reset, scope: Scope) -> t.Reset | None:
    """When a running count starts afresh; a value that changes is that of the record counted together."""
    if part.of is None:
        return t.Reset(kind=part.kind, span=part.span)
    of = resolve_path(part.of, scope, expression)
    return t.Reset(kind="change", of=of, span=part.span) if of is not None else None


def _group(part: s.PerGroup, scope: Scope) -> t.Group | None:
    """A group by a path to a record, or by an entity that one way of references leads to."""
    start = scope.entities[0]
    subject = t.Subject(depth=0, entity=start, type=Reference(start))
    if len(part.path.names) == 1:
        word = part.path.names[0].word
        entity = scope.vocabulary.entity_named(word, scope.language)
        routes = scope.vocabulary.routes(start, entity.name) if entity else []
        if entity is not None and len(routes) == 1:
            note_words(scope, part.path.span, Text(*(entity_words(entity, spoken)[0] for spoken in ("da", "en"))))
            return t.Group(entity=entity.name, path=follow(subject, routes[0], scope), span=part.span)
        if len(routes) > 1:
            problem(scope, "K219", part.path.span, word=word)
            return None
    path = resolve_path(part.path, scope, expression)
    if path is None:
        return None
    if not isinstance(path.type, Reference):
        problem(scope, "K220", part.path.span, word=said(part.path), type=say_type(path.type, scope))
        return None
    return t.Group(entity=path.type.entity, path=path, span=part.span)


def chosen_part(part: s.PartByReading, scope: Scope, parts: dict[type, object]) -> None:
    names = options_of(part.reading, tuple(option.name for option in part.options), part.span, scope)
    found = [part_of(option.part, scope) for option in part.options]
    reading = scope.names.find("reading", part.reading.word, scope.language)
    if reading is None or None in names or None in found:
        return
    options = tuple(zip([name for name in names if name], found, strict=True))
    parts[type(found[0])] = t.ByReading(reading=reading.name, options=options, span=part.span)

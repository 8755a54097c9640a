"""Rules and quotas of the syntax tree to norms of the typed core."""

from __future__ import annotations

from fractions import Fraction
from typing import TypeVar, assert_never

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Date, Reference
from klausul_dsl.diagnostics import nearest
from klausul_dsl.keywords import printed
from klausul_dsl.resolve.alternatives import options_of
from klausul_dsl.resolve.expressions import condition, expression
from klausul_dsl.resolve.kinds import YES_NO, wrong_type
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.paths import follow, resolve_path
from klausul_dsl.resolve.periods import validity_of
from klausul_dsl.resolve.scope import Scope, cited, entity_of, note_words, problem, said, say_type
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import entity_words

P = TypeVar("P", t.Group, t.Period, t.Bound)


def norm(declared: Declared, item: s.Norm, scope: Scope) -> t.Norm | None:
    match item:
        case s.Rule():
            return _rule(declared, item, scope)
        case s.Quota():
            return _quota(declared, item, scope)
    assert_never(item)


def _rule(declared: Declared, item: s.Rule, scope: Scope) -> t.Rule | None:
    population = _population(item.parts, scope)
    references = cited(scope, item.cites)
    if population is None:
        return None
    entity, dated_by = population
    before = len(scope.names.problems)
    where, unless = _conditions(item.parts, scope.of(entity))
    requirement = _requirement(item.parts, scope.of(entity))
    validity = validity_of(item.parts, scope)
    if requirement is None or len(scope.names.problems) > before:
        return None
    return t.Rule(
        agreement=declared.agreement,
        name=declared.name,
        label=declared.label,
        entity=entity,
        dated_by=dated_by,
        where=where,
        unless=unless,
        requirement=requirement,
        validity=validity,
        references=references,
        span=item.span,
    )


def _quota(declared: Declared, item: s.Quota, scope: Scope) -> t.Quota | None:
    population = _population(item.parts, scope)
    references = cited(scope, item.cites)
    if population is None:
        return None
    entity, dated_by = population
    before = len(scope.names.problems)
    inner = scope.of(entity)
    where, unless = _conditions(item.parts, inner)
    requirement = _requirement(item.parts, inner)
    parts: dict[type, object] = {}
    for part in item.parts:
        match part:
            case s.PerGroup() | s.Altogether() | s.Period() | s.Bound():
                found = _part(part, inner)
                if found is not None:
                    parts[type(found)] = found
            case s.PartByReading():
                _chosen_part(part, inner, parts)
            case _:
                pass
    group, period, bound = parts.get(t.Group), parts.get(t.Period), parts.get(t.Bound)
    validity = validity_of(item.parts, scope)
    if requirement is None or len(scope.names.problems) > before or group is None or period is None or bound is None:
        return None
    return t.Quota(
        agreement=declared.agreement,
        name=declared.name,
        label=declared.label,
        entity=entity,
        dated_by=dated_by,
        where=where,
        unless=unless,
        group=group,  # type: ignore[arg-type]
        period=period,  # type: ignore[arg-type]
        bound=bound,  # type: ignore[arg-type]
        requirement=requirement,
        validity=validity,
        references=references,
        span=item.span,
    )


def _population(parts: tuple[s.Node, ...], scope: Scope) -> tuple[str, t.Expression] | None:
    part = next((part for part in parts if isinstance(part, s.Population)), None)
    entity = entity_of(scope, part.entity) if part else None
    if part is None or entity is None:
        return None
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


def _conditions(parts: tuple[s.Node, ...], scope: Scope) -> tuple[tuple[t.Expression, ...], tuple[t.Exemption, ...]]:
    where = [condition(part.condition, scope) for part in parts if isinstance(part, s.Where)]
    unless = [
        t.Exemption(condition=test, references=cited(scope, part.cites), span=part.span)
        for part in parts
        if isinstance(part, s.Unless) and (test := condition(part.condition, scope)) is not None
    ]
    return tuple(test for test in where if test is not None), tuple(unless)


def _requirement(parts: tuple[s.Node, ...], scope: Scope) -> t.Requirement | None:
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


def _part(part: s.QuotaPart, scope: Scope) -> t.Group | t.Period | t.Bound | None:
    match part:
        case s.Altogether():
            return t.Group(entity=None, path=None, span=part.span)
        case s.PerGroup():
            return _group(part, scope)
        case s.Period():
            return t.Period(kind=part.kind, span=part.span)
        case s.Bound():
            share = Fraction(part.numerator, part.denominator) if part.denominator else part.numerator
            if part.denominator and share > 1:
                problem(scope, "K311", part.span)
                return None
            if part.comparison == "exactly" and part.rounding is None and part.denominator:
                problem(scope, "K312", part.span)
                return None
            scale = (part.numerator * part.numerator.denominator, part.denominator * part.numerator.denominator)
            comparison = {"at least": "at_least", "at most": "at_most", "exactly": "exactly"}[part.comparison]
            return t.Bound(
                comparison=comparison,  # type: ignore[arg-type]
                numerator=int(scale[0]),
                denominator=scale[1],
                rounding=part.rounding,
                percent=part.percent,
                span=part.span,
            )
    assert_never(part)


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


def _chosen_part(part: s.PartByReading, scope: Scope, parts: dict[type, object]) -> None:
    names = options_of(part.reading, tuple(option.name for option in part.options), part.span, scope)
    found = [_part(option.part, scope) for option in part.options]
    reading = scope.names.find("reading", part.reading.word, scope.language)
    kinds = {type(option) for option in found}
    if reading is None or None in names or None in found:
        return
    if len(kinds) != 1:
        problem(scope, "K221", part.span)
        return
    options = tuple(zip([name for name in names if name], found, strict=True))
    parts[kinds.pop()] = t.ByReading(reading=reading.name, options=options, span=part.span)

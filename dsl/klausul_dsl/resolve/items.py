"""Items of the syntax tree to items of the typed core."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeVar

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Date, Number, Reference, Type, Unit, YesNo
from klausul_dsl.diagnostics import nearest
from klausul_dsl.keywords import TYPE_WORDS, printed
from klausul_dsl.resolve.declare import Declared, text_of
from klausul_dsl.resolve.expressions import condition, expression, options_of, wrong_type
from klausul_dsl.resolve.paths import follow, resolve_path
from klausul_dsl.resolve.scope import Scope, cited, entity_of, note_words, problem, report, said, say_type
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import entity_words

P = TypeVar("P", t.Group, t.Period, t.Bound)
YES_NO = YesNo()


def agreement(declared: Declared, item: s.Agreement, scope: Scope) -> t.Agreement:
    title = next((text_of(part.words) for part in item.parts if isinstance(part, s.Title)), declared.label)
    force = next((part for part in item.parts if isinstance(part, s.InForce)), None)
    if force is not None and force.end is not None and force.end < force.start:
        problem(scope, "K404", force.span)
    uses: list[str] = []
    for name in (name for part in item.parts if isinstance(part, s.Uses) for name in part.names):
        used = scope.names.find("agreement", name.word, scope.language)
        if used is None:
            report(scope, "K215", name.span, name.word, scope.names.spoken("agreement", scope.language))
        else:
            note_words(scope, name.span, used.words)
            uses.append(used.name)
    validity = t.Validity(start=force.start, end=force.end) if force else t.ALWAYS
    return t.Agreement(
        name=declared.name, label=declared.label, title=title, validity=validity, uses=tuple(uses), span=item.span
    )


def parameter_type(item: s.Parameter, scope: Scope) -> Type | None:
    """The type that a word after the colon stands for."""
    word = item.type.word
    for name, keyword in TYPE_WORDS.items():
        if word in keyword.words(scope.language):
            note_words(scope, item.type.span, Text(keyword.da[0], keyword.en[0]))
            return Date() if name == "date" else YesNo() if name == "yes_no" else Number(Unit(name))
    report(scope, "K216", item.type.span, word, [entry.words(scope.language)[0] for entry in TYPE_WORDS.values()])
    return None


def parameter(declared: Declared, item: s.Parameter, scope: Scope) -> t.Parameter | None:
    kind = scope.types.get(f"parameter {declared.name}")
    keyed_by = entity_of(scope, item.entity) if item.entity is not None else None
    if kind is None or (item.entity is not None and keyed_by is None):
        return None
    entries: list[t.ParameterEntry] = []
    for part in item.parts:
        if not isinstance(part, s.DatedValue):
            continue
        value = expression(part.value, scope)
        if value is None:
            continue
        if not isinstance(value, t.Constant) or value.type != kind:
            wrong_type(scope, part.value, kind, value.type)
            continue
        if (part.key is None) != (keyed_by is None):
            problem(scope, "K217", part.span, word=item.name.word, **_key_facts(part, keyed_by, scope))
            continue
        key = part.key.spelt if isinstance(part.key, s.Name) else part.key.value if part.key else None
        if any(entry.start == part.start and entry.key == key for entry in entries):
            problem(scope, "K405", part.span, day=part.start.isoformat())
            continue
        entries.append(t.ParameterEntry(start=part.start, key=key, value=value.value, span=part.span))
    return t.Parameter(
        name=declared.name,
        label=declared.label,
        type=kind,
        keyed_by=keyed_by,
        entries=tuple(sorted(entries, key=lambda entry: (entry.start, entry.key or ""))),
        source=next((text_of(part.words) for part in item.parts if isinstance(part, s.SourceNote)), None),
        not_supplied=next((text_of(part.words) for part in item.parts if isinstance(part, s.NotSupplied)), None),
        references=cited(scope, item.cites),
        span=item.span,
    )


def _key_facts(part: s.DatedValue, keyed_by: str | None, scope: Scope) -> dict[str, Text]:
    """What is wrong with the key of a value, and what to write."""
    if keyed_by is not None:
        record = scope.vocabulary.entities[keyed_by].singular
        return {
            "what": Text(
                f"har en værdi for hver “{record.da}”, men her står ikke hvilken",
                f"has a value for each “{record.en}”, but this line does not say which",
            ),
            "remedy": Text("skriv “fra … for NØGLE er …”", "write “from … for KEY is …”"),
        }
    key = part.key.spelt if isinstance(part.key, s.Name) else part.key.value if part.key else ""
    return {
        "what": Text(
            f"har én værdi for alle, men her står “for {key}”", f"has one value for all, but here is “for {key}”"
        ),
        "remedy": Text(
            f"fjern “for {key}”, eller skriv “for …” efter parameterens slags",
            f"remove “for {key}”, or write “for …” after the parameter's kind of value",
        ),
    }


def reading(declared: Declared, item: s.Reading, scope: Scope) -> t.Reading:
    alternatives = tuple(
        t.Alternative(name=found.name, label=found.label, reason=text_of(found.item.reason), span=found.item.span)
        for found in scope.names.alternatives[declared.name].values()
        if isinstance(found.item, s.Alternative)
    )
    return t.Reading(
        name=declared.name,
        label=declared.label,
        asks=next((text_of(part.words) for part in item.parts if isinstance(part, s.Asks)), declared.label),
        alternatives=alternatives,
        validity=_validity(item.parts, scope),
        references=cited(scope, item.cites),
        span=item.span,
    )


def _validity(parts: tuple[s.Node, ...], scope: Scope) -> t.Validity:
    start = next((part for part in parts if isinstance(part, s.Start)), None)
    end = next((part for part in parts if isinstance(part, s.End)), None)
    return _between(start.day if start else None, end.day if end else None, end or start, scope)


def _between(start: date | None, end: date | None, node: s.Node | None, scope: Scope) -> t.Validity:
    if start is not None and end is not None and end < start and node is not None:
        problem(scope, "K404", node.span)
    return t.Validity(start=start, end=end)


def definition(declared: Declared, item: s.Define, scope: Scope) -> t.Definition | None:
    entity = entity_of(scope, item.entity)
    kind = scope.types.get(f"definition {declared.name}")
    if entity is None:
        return None
    inner = scope.of(entity, has_day=item.on_day)
    meanings = []
    for part in item.parts:
        if isinstance(part, s.Means):
            value = expression(part.value, inner, kind)
            if value is not None:
                validity = _between(part.start, part.end, part, scope)
                meanings.append(t.Meaning(value=value, validity=validity, span=part.span))
    references = cited(scope, item.cites)
    if kind is None or not meanings:
        return None
    return t.Definition(
        name=declared.name,
        label=declared.label,
        entity=entity,
        dated=item.on_day,
        type=kind,
        meanings=tuple(meanings),
        references=references,
        span=item.span,
    )


def classification(declared: Declared, item: s.Classify, scope: Scope) -> t.Classification | None:
    entity = entity_of(scope, item.entity)
    references = cited(scope, item.cites)
    if entity is None:
        return None
    branches = []
    seen: dict[str, s.Branch] = {}
    for part in item.parts:
        if not isinstance(part, s.Branch):
            continue
        test = condition(part.condition, scope.of(entity)) if part.condition is not None else None
        found = next(
            (
                item
                for item in scope.names.classes[declared.name].values()
                if item.words[scope.language] == part.name.word
            ),
            None,
        )
        cites = cited(scope, part.cites)
        if found is None or (part.condition is not None and test is None):
            continue
        note_words(scope, part.name.span, found.words)
        seen[found.name] = part
        branches.append(
            t.Branch(
                name=found.name,
                label=found.label,
                condition=test,
                validity=_between(part.start, part.end, part, scope),
                references=cites,
                span=part.span,
            )
        )
    return t.Classification(
        name=declared.name,
        label=declared.label,
        entity=entity,
        branches=tuple(branches),
        references=references,
        span=item.span,
    )


def placement(declared: Declared | None, item: s.Placement, scope: Scope) -> t.Placement | None:
    entity = entity_of(scope, item.entity)
    found = scope.names.find("classification", item.name.word, scope.language)
    references = cited(scope, item.cites)
    if found is None:
        report(scope, "K218", item.name.span, item.name.word, scope.names.spoken("classification", scope.language))
    if entity is None or found is None:
        return None
    note_words(scope, item.name.span, found.words)
    reviews = []
    for part in item.parts:
        test = condition(part.condition, scope.of(entity)) if part.condition is not None else None
        if part.condition is None or test is not None:
            reviews.append(t.Review(dates=part.dates, yearly=part.yearly, condition=test, span=part.span))
    if declared is None:
        return None
    return t.Placement(
        agreement=declared.agreement,
        name=declared.name,
        label=declared.label,
        classification=found.name,
        entity=entity,
        reviews=tuple(reviews),
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


def rule(declared: Declared, item: s.Rule, scope: Scope) -> t.Rule | None:
    population = _population(item.parts, scope)
    references = cited(scope, item.cites)
    if population is None:
        return None
    entity, dated_by = population
    before = len(scope.names.problems)
    where, unless = _conditions(item.parts, scope.of(entity))
    requirement = _requirement(item.parts, scope.of(entity))
    validity = _validity(item.parts, scope)
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


def quota(declared: Declared, item: s.Quota, scope: Scope) -> t.Quota | None:
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
    validity = _validity(item.parts, scope)
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

"""Typed cores and worlds, built with few words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from klausul.library import vocabulary
from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Type, Words, YesNo
from klausul_dsl.datatypes import Reference as Leads
from klausul_dsl.evaluate import value
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.kleene import Value
from klausul_dsl.outcomes import Judged, NormResult, Outcome
from klausul_dsl.readings import defaults, judge_policy
from klausul_dsl.text import Text
from klausul_dsl.values import Coverage, Record, Unknown, World

VOCABULARY = vocabulary()
AS_OF = date(2024, 6, 30)
START, END = date(2023, 1, 1), date(2026, 12, 31)
YES_NO = YesNo()
NUMBER = Number()
DATE = Date()
WORDS = Words()
EVERYTHING = {name: Coverage() for name in VOCABULARY.entities}


def text(words: str) -> Text:
    return Text(words, words)


# Expressions


def subject(entity: str, depth: int = 0) -> t.Subject:
    return t.Subject(depth=depth, entity=entity, type=Leads(entity))


def entity_of(node: t.Expression) -> str:
    assert isinstance(node.type, Leads)
    return node.type.entity


def field(of: t.Expression | str, *names: str) -> t.Expression:
    """The field at the end of a way along references; a word stands for the innermost subject of that entity."""
    node: t.Expression = subject(of) if isinstance(of, str) else of
    for name in names:
        node = t.Field(of=node, name=name, type=VOCABULARY.entities[entity_of(node)].fields[name].type)
    return node


def dated(of: t.Expression | str, name: str, on: t.Expression | None = None) -> t.DatedFact:
    owner = subject(of) if isinstance(of, str) else of
    entity = entity_of(owner)
    kind = VOCABULARY.entities[entity].dated[name].type
    return t.DatedFact(of=owner, entity=entity, name=name, on=on, type=kind)


def constant(value: bool | int | Fraction | date | str, kind: Type | None = None) -> t.Constant:
    """A constant; its type is that of the value where none is given."""
    match value:
        case bool():
            return t.Constant(value=value, type=kind or YES_NO)
        case int() | Fraction():
            return t.Constant(value=Fraction(value), type=kind or NUMBER)
        case date():
            return t.Constant(value=value, type=kind or DATE)
        case str():
            return t.Constant(value=value, type=kind or WORDS)


def compare(left: t.Expression, operator: Any, right: t.Expression | bool | int | Fraction | date | str) -> t.Compare:
    if not isinstance(right, t.Node):
        right = constant(right, left.type if isinstance(right, str) else None)
    return t.Compare(operator=operator, left=left, right=right, type=YES_NO)


def one_of(value: t.Expression, *options: str | int) -> t.OneOf:
    return t.OneOf(value=value, options=tuple(constant(item, value.type) for item in options), type=YES_NO)


def negated(operand: t.Expression) -> t.Not:
    return t.Not(operand=operand, type=YES_NO)


def every(*operands: t.Expression) -> t.All:
    return t.All(operands=operands, type=YES_NO)


def some(*operands: t.Expression) -> t.Any:
    return t.Any(operands=operands, type=YES_NO)


def collection(entity: str, reference: str, of: t.Expression) -> t.Collection:
    return t.Collection(entity=entity, reference=reference, of=of)


def quantified(quantifier: Any, members: t.Collection, condition: t.Expression | None = None) -> t.Quantified:
    return t.Quantified(quantifier=quantifier, collection=members, condition=condition, type=YES_NO)


def count(members: t.Collection, condition: t.Expression | None = None) -> t.Count:
    return t.Count(collection=members, condition=condition, type=NUMBER)


def classified(of: t.Expression | str, name: str = "level", on: t.Expression | None = None) -> t.Classified:
    owner = subject(of) if isinstance(of, str) else of
    return t.Classified(of=owner, name=name, on=on, type=ClassOf(name))


def defined(of: t.Expression | str, name: str, kind: Type = YES_NO, on: t.Expression | None = None) -> t.Defined:
    owner = subject(of) if isinstance(of, str) else of
    return t.Defined(of=owner, name=name, on=on, type=kind)


def within(value: t.Expression, amount: int, unit: Any, direction: Any, anchor: t.Expression) -> t.Within:
    duration = Duration(amount=amount, unit=unit)
    return t.Within(value=value, duration=duration, direction=direction, anchor=anchor, type=YES_NO)


def by(reading: str, **options: Any) -> t.ByReading[Any]:
    return t.ByReading(reading=reading, options=tuple(options.items()))


def interpreted(reading: str, **options: t.Expression) -> t.Interpreted:
    return t.Interpreted(choice=by(reading, **options), type=next(iter(options.values())).type)


def attested(statement: str, of: str) -> t.Attested:
    return t.Attested(statement=text(statement), subject=subject(of), type=YES_NO)


# Items


def validity(start: date | None = None, end: date | None = None) -> t.Validity:
    return t.Validity(start=start, end=end)


def reading(name: str, *alternatives: str, during: t.Validity = t.ALWAYS) -> t.Reading:
    return t.Reading(
        name=name,
        label=text(name),
        asks=text(f"{name}?"),
        alternatives=tuple(t.Alternative(name=item, label=text(item), reason=text(item)) for item in alternatives),
        validity=during,
        references=(),
    )


def definition(name: str, entity: str, value: t.Expression, *, on_day: bool = True) -> t.Definition:
    return definition_over_time(name, entity, (value, t.ALWAYS), on_day=on_day)


def definition_over_time(
    name: str, entity: str, *meanings: tuple[t.Expression, t.Validity], on_day: bool = True
) -> t.Definition:
    return t.Definition(
        name=name,
        label=text(name),
        entity=entity,
        dated=on_day,
        type=meanings[0][0].type,
        meanings=tuple(t.Meaning(value=value, validity=during) for value, during in meanings),
        references=(),
    )


def branch(name: str, condition: t.Expression | None, during: t.Validity = t.ALWAYS) -> t.Branch:
    return t.Branch(name=name, label=text(name), condition=condition, validity=during, references=())


def classification(*branches: t.Branch, name: str = "level", entity: str = "estate") -> t.Classification:
    return t.Classification(name=name, label=text(name), entity=entity, branches=branches, references=())


def review(*dates: date, yearly: tuple[int, int] | None = None, condition: t.Expression | None = None) -> t.Review:
    return t.Review(dates=dates, yearly=yearly, condition=condition)


def placement(*reviews: t.Review, name: str = "level", entity: str = "estate") -> t.Placement:
    label = text(f"placement as {name}")
    return t.Placement(
        agreement="a",
        name=f"placement_as_{name}",
        label=label,
        classification=name,
        entity=entity,
        reviews=reviews,
        references=(),
    )


def parameter(name: str, kind: Type, *entries: tuple[date, Any], keyed: str | None = None) -> t.Parameter:
    """A parameter from its (day, value) pairs, or (day, key, value) where it is keyed."""
    return t.Parameter(
        name=name,
        label=text(name),
        type=kind,
        keyed_by=keyed,
        entries=tuple(
            t.ParameterEntry(start=item[0], key=item[1] if keyed else None, value=item[-1]) for item in entries
        ),
        source=text("source"),
        not_supplied=None,
        references=(),
    )


def parameter_value(name: str, kind: Type, key: t.Expression | None = None) -> t.ParameterValue:
    return t.ParameterValue(name=name, key=key, type=kind)


def must(condition: t.Expression) -> t.Requirement:
    return t.Requirement(form="must", condition=condition)


def reference_field(entity: str) -> t.Expression:
    name = VOCABULARY.entities[entity].reference_date
    assert name is not None
    return field(entity, name)


def rule(
    entity: str,
    requirement: t.Expression | t.Requirement,
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    dated_by: t.Expression | None = None,
    during: t.Validity = t.ALWAYS,
    name: str = "rule",
) -> t.Rule:
    return t.Rule(
        agreement="a",
        name=name,
        label=text(name),
        entity=entity,
        dated_by=dated_by or reference_field(entity),
        where=tuple(where),
        unless=tuple(t.Exemption(condition=item, references=()) for item in unless),
        requirement=requirement if isinstance(requirement, t.Requirement) else must(requirement),
        validity=during,
        references=(),
    )


def bound(comparison: Any, numerator: int, denominator: int = 0, rounding: Any = None) -> t.Bound:
    return t.Bound(comparison=comparison, numerator=numerator, denominator=denominator, rounding=rounding)


TOGETHER = t.Group(entity=None, path=None)
YEAR = t.Period(kind="calendar_year")
WHOLE = t.Period(kind="agreement_period")


def quota(
    entity: str,
    requirement: t.Expression,
    limit: t.Bound | t.ByReading[t.Bound],
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    group: t.Group | t.ByReading[t.Group] = TOGETHER,
    period: t.Period | t.Standing | t.ByReading[t.Period] = YEAR,
    during: t.Validity = t.ALWAYS,
    name: str = "quota",
) -> t.Quota:
    return t.Quota(
        agreement="a",
        name=name,
        label=text(name),
        entity=entity,
        dated_by=t.Day(type=DATE) if isinstance(period, t.Standing) else reference_field(entity),
        where=tuple(where),
        unless=tuple(t.Exemption(condition=item, references=()) for item in unless),
        group=group,
        period=period,
        bound=limit,
        requirement=must(requirement),
        validity=during,
        references=(),
    )


def _common(entity: str, name: str, where: Iterable[t.Expression], unless: Iterable[t.Expression]) -> dict[str, Any]:
    return {
        "agreement": "a",
        "name": name,
        "label": text(name),
        "entity": entity,
        "where": tuple(where),
        "unless": tuple(t.Exemption(condition=item, references=()) for item in unless),
        "references": (),
    }


def sequence(
    entity: str,
    requirement: t.Expression,
    limit: t.EveryNth | t.ByReading[t.EveryNth],
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    group: t.Group | t.ByReading[t.Group] = TOGETHER,
    reset: t.Reset | t.ByReading[t.Reset] | None = None,
    during: t.Validity = t.ALWAYS,
    name: str = "sequence",
) -> t.Sequence:
    return t.Sequence(
        **_common(entity, name, where, unless),
        dated_by=reference_field(entity),
        group=group,
        reset=reset or t.Reset(kind="never"),
        bound=limit,
        requirement=must(requirement),
        validity=during,
    )


def deadline(
    entity: str,
    event: t.Expression,
    due: t.Expression,
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    after_expiry: bool = False,
    during: t.Validity = t.ALWAYS,
    name: str = "deadline",
) -> t.Deadline:
    return t.Deadline(
        **_common(entity, name, where, unless),
        dated_by=reference_field(entity),
        event=event,
        due=due,
        after_expiry=after_expiry,
        validity=during,
    )


def periodic(
    entity: str,
    requirement: t.Expression,
    recurrence: t.Recurrence | t.ByReading[t.Recurrence],
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    after_expiry: bool = False,
    during: t.Validity = t.ALWAYS,
    name: str = "periodic",
) -> t.Periodic:
    return t.Periodic(
        **_common(entity, name, where, unless),
        recurrence=recurrence,
        requirement=must(requirement),
        after_expiry=after_expiry,
        validity=during,
    )


def duty(
    entity: str,
    requirement: t.Expression,
    recurrence: t.Recurrence | t.ByReading[t.Recurrence],
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    after_expiry: bool = False,
    during: t.Validity = t.ALWAYS,
    name: str = "duty",
) -> t.Duty:
    return t.Duty(
        **_common(entity, name, where, unless),
        owed_by=("municipality",),
        recurrence=recurrence,
        requirement=must(requirement),
        after_expiry=after_expiry,
        validity=during,
    )


def measure(
    entity: str,
    counts: t.Expression | None = None,
    *,
    where: Iterable[t.Expression] = (),
    unless: Iterable[t.Expression] = (),
    group: t.Group | t.ByReading[t.Group] = TOGETHER,
    period: t.Period | t.Standing | t.ByReading[t.Period] = YEAR,
    during: t.Validity = t.ALWAYS,
    name: str = "measure",
) -> t.Measure:
    return t.Measure(
        **_common(entity, name, where, unless),
        dated_by=reference_field(entity),
        group=group,
        period=period,
        counts=counts,
        expected=None,
        validity=during,
    )


def recurring(
    kind: Any = "calendar_year",
    *,
    beginning: int | None = None,
    window: tuple[tuple[int, int], tuple[int, int]] | None = None,
    dates: tuple[date, date] | None = None,
    whole_only: bool = False,
) -> t.Recurrence:
    return t.Recurrence(kind=kind, beginning=beginning, window=window, dates=dates, whole_only=whole_only)


def followed_by(first: t.Quantified, then: t.Quantified) -> t.FollowedBy:
    """One member after another, each by the reference date of its entity."""
    dates = [VOCABULARY.entities[side.collection.entity].reference_date or "" for side in (first, then)]
    return t.FollowedBy(first=first, first_dated_by=dates[0], then=then, then_dated_by=dates[1], type=YES_NO)


def of_all(entity: str, *, in_period: bool = True) -> t.Collection:
    """All records of an entity; those dated in the period that is judged."""
    within = VOCABULARY.entities[entity].reference_date if in_period else None
    return t.Collection(entity=entity, reference=None, of=None, within=within)


def of_owner(entity: str, reference: str, owner: str) -> t.Collection:
    """The records of an owner that are dated in the period that is judged."""
    within = VOCABULARY.entities[entity].reference_date
    return t.Collection(entity=entity, reference=reference, of=subject(owner), within=within)


def throughout(condition: t.Expression, amount: int, unit: Any, direction: Any, anchor: t.Expression) -> t.Throughout:
    duration = Duration(amount=amount, unit=unit)
    return t.Throughout(condition=condition, duration=duration, direction=direction, anchor=anchor, type=YES_NO)


def shifted(value: t.Expression, sign: Any, amount: int, unit: Any, **how: Any) -> t.Shift:
    return t.Shift(value=value, by=Duration(amount=amount, unit=unit, **how), sign=sign, type=DATE)


def policy(
    *items: t.Parameter | t.Reading | t.Definition | t.Classification | t.Placement | t.Norm | t.Measure,
    start: date | None = START,
    end: date | None = END,
) -> t.Policy:
    """A policy of these items; its agreement is called `a`."""

    def named(kind: type[Any]) -> dict[str, Any]:
        return {item.name: item for item in items if isinstance(item, kind)}

    agreement = t.Agreement(name="a", label=text("a"), title=text("a"), validity=validity(start, end), uses=())
    return t.Policy(
        agreement=agreement,
        agreements={"a": agreement},
        parameters=named(t.Parameter),
        readings=named(t.Reading),
        definitions=named(t.Definition),
        classifications=named(t.Classification),
        placements={item.classification: item for item in items if isinstance(item, t.Placement)},
        norms={item.name: item for item in items if isinstance(item, t.Norm)},
        measures=named(t.Measure),
        examples=(),
    )


# Worlds


def record(entity: str, key: str, *, rejected: bool = False, **cells: Any) -> Record:
    plain = {
        name: Fraction(cell) if isinstance(cell, int) and not isinstance(cell, bool) else cell
        for name, cell in cells.items()
    }
    return Record(entity, key, plain, rejected=rejected)


def world(
    *records: Record,
    as_of: date = AS_OF,
    coverage: Mapping[str, Coverage] | None = None,
    closed: Iterable[tuple[str, str]] = (),
) -> World:
    """A world complete in everything unless a coverage is given; rejected rows are set aside."""
    return World(
        as_of,
        [item for item in records if not item.rejected],
        EVERYTHING if coverage is None else coverage,
        closed=frozenset(closed),
        rejected=[item for item in records if item.rejected],
    )


# Judging


def judged(what: t.Policy, where: World, **chosen: str) -> list[NormResult]:
    return list(judge_policy(what, VOCABULARY, where, chosen))


def findings(what: t.Policy, where: World, **chosen: str) -> dict[str, Judged]:
    """What the only norm of a policy says in its chosen variant, by the subject's key (and the year of a period)."""
    result = next(item for item in judged(what, where, **chosen) if item.chosen)
    found = {}
    for item in result.judged:
        begin = item.judgement.period[0] if item.judgement.period else None
        found[f"{item.judgement.key} {begin}" if begin else item.judgement.key] = item
    return found


def outcomes(what: t.Policy, where: World, **chosen: str) -> dict[str, Outcome]:
    return {key: item.judgement.outcome for key, item in findings(what, where, **chosen).items()}


def evaluated(
    node: t.Expression,
    within_policy: t.Policy,
    where: World,
    *records: Record,
    day: date | Unknown | None = None,
    **chosen: str,
) -> Value:
    """The value of an expression for records in scope, innermost first."""
    context = Context(within_policy, VOCABULARY, where, {**defaults(within_policy), **chosen})
    return value(node, Frame(context, records, day, None, Track()))


def choice(owner: str) -> Choice:
    entity, name = owner.split(".")
    kind = VOCABULARY.entities[entity].fields[name].type
    assert isinstance(kind, Choice)
    return kind

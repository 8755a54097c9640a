"""Random typed policies over the shipped vocabulary, and random worlds for them to judge.

Everything is drawn from one `random.Random`, so hypothesis can drive it and a seed repeats it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from random import Random
from typing import Any

from cores import (
    NUMBER,
    VOCABULARY,
    WORDS,
    YES_NO,
    bound,
    branch,
    choice,
    classification,
    parameter,
    placement,
    policy,
    reading,
    review,
    subject,
    text,
    validity,
)

from klausul_dsl import typed as t
from klausul_dsl.calendar import Duration
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Several, Type, Unit, Words, YesNo
from klausul_dsl.typed import Expression
from klausul_dsl.values import Coverage, Disagreement, Record, Unreadable, World
from klausul_dsl.vocabulary import FactKind, Field, Role

AS_OF = date(2024, 5, 15)
START = date(2023, 7, 1)
COMMON_DAYS = (date(2023, 9, 1), date(2024, 1, 1), date(2024, 4, 30), AS_OF)
EVENTS = ("vacancy", "assignment", "letting", "offer", "step_down_term", "study_check", "meeting")
LASTING = ("youth_tenancy", "step_down_lease", "designation")
KEYS = {
    name: tuple(f"{name}-{number}" for number in range(1, 5 if name in EVENTS else 3)) for name in VOCABULARY.entities
}
CHILDREN = (
    ("offer", "vacancy", "vacancy"),
    ("assignment", "vacancy", "vacancy"),
    ("letting", "dwelling", "dwelling"),
    ("vacancy", "dwelling", "dwelling"),
    ("dwelling", "estate", "estate"),
    ("household_member", "household", "household"),
    ("benefit_month", "member", "household_member"),
    ("answer", "offer", "offer"),
    ("assignment", "household", "household"),
    ("study_check", "tenancy", "youth_tenancy"),
    ("step_down_term", "lease", "step_down_lease"),
    ("meeting", "organisation", "organisation"),
)
"""Records that belong to another: entity, the field that names the other, and the other's entity."""
DATED_CHILDREN = {"offer": "offered_on", "assignment": "assigned_on", "benefit_month": "month", "letting": "let_on"}
STATEMENTS = ("no other dwelling", "the tenant asked")
CLASSES = {"level": ("red", "yellow", "green"), "zone": ("near", "far")}
CLASSED = {"level": "estate", "zone": "dwelling"}
PERCENT = Number(Unit.PERCENT)
KINDS: tuple[Type, ...] = (YES_NO, NUMBER, PERCENT, Date(), choice("dwelling.kind"), choice("designation.kind"))
SETS: tuple[Several, ...] = tuple(Several(choice(name)) for name in ("dwelling.kind", "designation.kind"))
ROUNDINGS = (None, "down", "nearest", "up")
PERIODS = ("calendar_year", "calendar_quarter", "calendar_month", "agreement_period")
NORMS = ("rule", "quota", "sequence", "deadline", "periodic", "duty")
RECURRENCES = ("calendar_year", "calendar_quarter", "calendar_month", "other_year", "once")
RESETS = ("never", "calendar_year", "change")
UNITS = ("days", "months", "working_days")
FORMS = ("must", "must_not", "must_not_happen", "may_only", "no_member", "every_member")


@dataclass(frozen=True)
class Scope:
    """The entities of the records in scope, innermost first, and whether there is a reference day, and a period."""

    entities: tuple[str, ...]
    day: bool = True
    period: bool = False

    def inside(self, entity: str) -> Scope:
        return replace(self, entities=(entity, *self.entities), period=False)


class Maker:
    """Makes the parts of one policy; what was declared before may be used by what comes after."""

    def __init__(self, random: Random, *, tests_of_knowledge: bool = True) -> None:
        self.random = random
        self.tests_of_knowledge = tests_of_knowledge
        self.parameters: list[t.Parameter] = []
        self.readings: list[t.Reading] = []
        self.definitions: list[t.Definition] = []
        self.classes: list[t.Classification] = []
        self.placements: list[t.Placement] = []

    # Small draws

    def chance(self, probability: float) -> bool:
        return self.random.random() < probability

    def pick(self, options: Any) -> Any:
        return self.random.choice(list(options))

    def day(self) -> date:
        """Any day about the agreement; often one of a few, so that days fall together."""
        if self.chance(0.3):
            return self.pick(COMMON_DAYS)  # type: ignore[no-any-return]
        return AS_OF + timedelta(days=self.random.randint(-500, 60))

    def during(self) -> t.Validity:
        return validity(self.pick((None, date(2023, 10, 1))), self.pick((None, date(2024, 2, 29))))

    def value(self, kind: Type) -> Any:
        """A legal value of a type; of a reference, the key of a record."""
        match kind:
            case YesNo():
                return self.chance(0.5)
            case Number():
                return Fraction(self.random.randint(0, 4))
            case Date():
                return self.day()
            case Choice():
                return self.pick(kind.options)
            case Several(of=Choice() as of):
                return tuple(self.random.sample(of.options, self.random.randint(1, len(of.options))))
            case Reference():
                return self.pick(KEYS[kind.entity])
            case ClassOf():
                return self.pick(CLASSES[kind.classification])
            case Words():
                return self.pick(("a", "b"))

    # Expressions

    def expression(self, kind: Type, scope: Scope, depth: int) -> Expression:
        """An expression of a type."""
        if self.readings and self.chance(0.12):
            return self.interpreted(kind, scope, depth)
        if isinstance(kind, YesNo):
            return self.condition(scope, depth)
        makers: list[Callable[[], Expression | None]] = [
            lambda: self.fact(kind, scope, depth),
            lambda: self.fact(kind, scope, depth),
            lambda: self.defined(kind, scope, depth),
            lambda: self.parameter_value(kind, scope),
        ]
        if isinstance(kind, Number) and depth > 0:
            makers += [lambda: self.arithmetic(kind, scope, depth)]
            makers += [lambda: self.count(scope, depth)] if kind == NUMBER else []
        if isinstance(kind, Date):
            makers += [lambda: t.Day(type=Date())] if scope.day else []
            makers += [lambda: self.shift(scope, depth)]
            if depth > 0:
                makers += [lambda: t.WorkingDay(value=self.expression(Date(), scope, depth - 1), type=Date())]
        if isinstance(kind, ClassOf):
            return self.classified(kind.classification, scope, depth) or self.constant(kind)
        found = self.pick(makers)()
        return found or self.fact(kind, scope, depth) or self.constant(kind)

    def constant(self, kind: Type) -> t.Constant:
        return t.Constant(value=self.value(kind), type=kind)

    def record(self, scope: Scope, wanted: Callable[[str], bool] = lambda _: True) -> Expression | None:
        """A way to a record: a subject, and perhaps some references from it."""
        for _ in range(8 if scope.entities else 0):
            depth = self.random.randrange(len(scope.entities))
            node: Expression = subject(scope.entities[depth], depth)
            for _ in range(4):
                entity = node.type.entity  # type: ignore[union-attr]
                fields = VOCABULARY.entities[entity].fields.values()
                steps = [item for item in fields if isinstance(item.type, Reference)]
                if (wanted(entity) and self.chance(0.5)) or not steps:
                    break
                step = self.pick(steps)
                node = t.Field(of=node, name=step.name, type=step.type)
            if wanted(node.type.entity):  # type: ignore[union-attr]
                return node
        return None

    def fact(self, kind: Type, scope: Scope, depth: int) -> Expression | None:
        """A field or a dated fact of a type."""

        def names(entity: str) -> list[tuple[bool, str]]:
            described = VOCABULARY.entities[entity]
            plain = [(False, name) for name, item in described.fields.items() if item.type == kind]
            return plain + [(True, name) for name, item in described.dated.items() if item.type == kind]

        of = self.record(scope, lambda entity: bool(names(entity)))
        if of is None:
            return None
        entity = of.type.entity  # type: ignore[union-attr]
        is_dated, name = self.pick(names(entity))
        if not is_dated:
            return t.Field(of=of, name=name, type=kind)
        return t.DatedFact(of=of, entity=entity, name=name, on=self.on(scope, depth), type=kind)

    def on(self, scope: Scope, depth: int) -> Expression | None:
        """The day of a dated thing: the reference day (None) where there is one."""
        if scope.day and self.chance(0.7):
            return None
        return self.expression(Date(), scope, depth - 1) if depth > 0 else self.constant(Date())

    def defined(self, kind: Type, scope: Scope, depth: int) -> Expression | None:
        options = [item for item in self.definitions if item.type == kind]
        if not options:
            return None
        declared = self.pick(options)
        of = self.record(scope, lambda entity: entity == declared.entity)
        if of is None:
            return None
        on = self.on(scope, depth) if declared.dated else None
        return t.Defined(of=of, name=declared.name, on=on, type=kind)

    def classified(self, name: str, scope: Scope, depth: int) -> Expression | None:
        if name not in {item.name for item in self.classes}:
            return None
        of = self.record(scope, lambda entity: entity == CLASSED[name])
        return of and t.Classified(of=of, name=name, on=self.on(scope, depth), type=ClassOf(name))

    def parameter_value(self, kind: Type, scope: Scope) -> Expression | None:
        options = [item for item in self.parameters if item.type == kind]
        if not options:
            return None
        declared = self.pick(options)
        if declared.keyed_by is None:
            return t.ParameterValue(name=declared.name, key=None, type=kind)
        key = self.record(scope, lambda entity: entity == declared.keyed_by)
        return key and t.ParameterValue(name=declared.name, key=key, type=kind)

    def arithmetic(self, kind: Type, scope: Scope, depth: int) -> Expression:
        left, right = (self.expression(kind, scope, depth - 1) for _ in range(2))
        return t.Arithmetic(operator=self.pick("+-*"), left=left, right=right, type=kind)

    def shift(self, scope: Scope, depth: int) -> Expression:
        base = self.expression(Date(), scope, depth - 1) if depth > 0 else self.constant(Date())
        return t.Shift(value=base, by=self.duration(), sign=self.pick((1, -1)), type=Date())

    def duration(self) -> Duration:
        unit = self.pick(UNITS)
        return Duration(
            amount=self.random.randint(0, 8) * (7 if unit == "days" and self.chance(0.3) else 1),
            unit=unit,
            skipping=self.pick(((), (), (7, 8), (12,))) if unit == "days" else (),
            rolls_over=unit == "months" and self.chance(0.3),
        )

    def members(self, scope: Scope) -> t.Collection | None:
        """Records that belong to one in scope; in a period those dated in it, there also all of an entity."""
        entity, reference, owner = self.pick(CHILDREN)
        within = VOCABULARY.entities[entity].reference_date if scope.period else None
        if scope.period and within is None:
            return None
        if scope.period and not scope.entities:
            return t.Collection(entity=entity, reference=None, of=None, within=within)
        of = self.record(scope, lambda name: name == owner)
        return of and t.Collection(entity=entity, reference=reference, of=of, within=within)

    def inner(self, members: t.Collection, scope: Scope, depth: int) -> Expression | None:
        return self.condition(scope.inside(members.entity), depth - 1) if self.chance(0.6) else None

    def count(self, scope: Scope, depth: int) -> Expression | None:
        members = self.members(scope)
        return members and t.Count(collection=members, condition=self.inner(members, scope, depth), type=NUMBER)

    def interpreted(self, kind: Type, scope: Scope, depth: int) -> Expression:
        declared = self.pick(self.readings)
        options = (
            [(item.name, self.expression(kind, scope, depth - 1)) for item in declared.alternatives]
            if depth > 0
            else [(item.name, self.fact(kind, scope, 0) or self.constant(kind)) for item in declared.alternatives]
        )
        return t.Interpreted(choice=t.ByReading(reading=declared.name, options=tuple(options)), type=kind)

    # Conditions

    def condition(self, scope: Scope, depth: int) -> Expression:
        if self.readings and depth > 0 and self.chance(0.15):
            return self.interpreted(YES_NO, scope, depth)
        leaves = [
            self.compare,
            self.one_of,
            self.in_set,
            self.class_is,
            self.yes_no,
            self.attested,
            self.within,
            self.compare,
            self.is_uncovered,
        ]
        leaves += [self.is_known] if self.tests_of_knowledge else []
        branches = [self.all_or_any, self.all_or_any, self.negated, self.quantified, self.each_month, self.followed_by]
        if scope.day:
            branches += [self.throughout]
        if scope.period:
            branches += [self.quantified, self.quantified, self.followed_by]
        for _ in range(4):
            found = self.pick(leaves + branches if depth > 0 else leaves)(scope, depth)
            if found is not None:
                return found
        return self.constant(YES_NO)

    def compare(self, scope: Scope, depth: int) -> Expression | None:
        kind = self.pick((NUMBER, NUMBER, PERCENT, Date(), Date(), choice("dwelling.kind"), WORDS, Reference, YES_NO))
        if kind is Reference:
            return self.same_record(scope)
        ordered = isinstance(kind, Number | Date)
        operator = self.pick(("<", "<=", ">", ">=", "=", "!=") if ordered else ("=", "!="))
        left = self.fact(kind, scope, depth) if kind == WORDS or depth == 0 else self.expression(kind, scope, depth - 1)
        if left is None:
            return None
        right = self.constant(kind) if depth == 0 or not ordered else self.expression(kind, scope, depth - 1)
        if isinstance(kind, Choice):
            right = self.parameter_value(kind, scope) or right
        return t.Compare(operator=operator, left=left, right=right, type=YES_NO)

    def same_record(self, scope: Scope) -> Expression | None:
        left = self.record(scope)
        right = left and self.record(scope, lambda entity: entity == left.type.entity)  # type: ignore[union-attr]
        return right and left and t.Compare(operator=self.pick(("=", "!=")), left=left, right=right, type=YES_NO)

    def one_of(self, scope: Scope, depth: int) -> Expression | None:
        kind = self.pick((choice("dwelling.kind"), choice("designation.kind"), NUMBER, choice("letting.letting_type")))
        asked = self.fact(kind, scope, depth)
        options = tuple(self.constant(kind) for _ in range(self.random.randint(1, 3)))
        return asked and t.OneOf(value=asked, options=options, type=YES_NO)

    def in_set(self, scope: Scope, depth: int) -> Expression | None:
        options = [item for item in self.parameters if isinstance(item.type, Several)]
        if not options:
            return None
        kind = self.pick(options).type
        value = self.fact(kind.of, scope, depth)
        choices = value and self.parameter_value(kind, scope)
        return choices and t.InSet(value=value, choices=choices, type=YES_NO)

    def class_is(self, scope: Scope, depth: int) -> Expression | None:
        if not self.classes:
            return None
        kind = ClassOf(self.pick(self.classes).name)
        asked = self.classified(kind.classification, scope, depth)
        if asked is None:
            return None
        if self.chance(0.5):
            operator = self.pick(("=", "!="))
            return t.Compare(operator=operator, left=asked, right=self.constant(kind), type=YES_NO)
        options = tuple(self.constant(kind) for _ in range(2))
        return t.OneOf(value=asked, options=options, type=YES_NO)

    def yes_no(self, scope: Scope, depth: int) -> Expression | None:
        made = self.pick((self.fact, self.defined))(YES_NO, scope, depth)
        return made or self.parameter_value(YES_NO, scope)

    def attested(self, scope: Scope, depth: int) -> Expression | None:  # noqa: ARG002
        if self.chance(0.2):
            return t.Attested(statement=text(self.pick(STATEMENTS)), subject=None, type=YES_NO)
        of = self.record(scope, lambda entity: entity in {"assignment", "vacancy", "estate"})
        return of and t.Attested(statement=text(self.pick(STATEMENTS)), subject=of, type=YES_NO)

    def within(self, scope: Scope, depth: int) -> Expression:
        when = self.fact(Date(), scope, depth) or self.constant(Date())
        anchor = self.expression(Date(), scope, depth - 1) if depth > 0 else self.constant(Date())
        return t.Within(
            value=when,
            duration=self.duration(),
            direction=self.pick(("before", "after")),
            anchor=anchor,
            type=YES_NO,
        )

    def throughout(self, scope: Scope, depth: int) -> Expression:
        return t.Throughout(
            condition=self.condition(scope, depth - 1),
            duration=Duration(amount=self.random.randint(0, 3), unit=self.pick(("days", "months"))),
            direction=self.pick(("before", "after")),
            anchor=self.expression(Date(), scope, 0),
            type=YES_NO,
        )

    def followed_by(self, scope: Scope, depth: int) -> Expression | None:
        sides = []
        for _ in range(2):
            members = self.members(scope)
            if members is None or VOCABULARY.entities[members.entity].reference_date is None:
                return None
            condition = self.inner(members, scope, depth)
            sides.append(t.Quantified(quantifier="some", collection=members, condition=condition, type=YES_NO))
        dates = [VOCABULARY.entities[side.collection.entity].reference_date or "" for side in sides]
        first, then = sides
        return t.FollowedBy(first=first, first_dated_by=dates[0], then=then, then_dated_by=dates[1], type=YES_NO)

    def is_known(self, scope: Scope, depth: int) -> Expression:
        asked = self.record(scope) if self.chance(0.2) else self.expression(self.pick(KINDS), scope, depth - 1)
        return t.IsKnown(value=asked or self.constant(NUMBER), type=YES_NO)

    def is_uncovered(self, scope: Scope, depth: int) -> Expression | None:
        asked = self.classified(self.pick(self.classes).name, scope, depth) if self.classes else None
        return asked and t.IsUncovered(value=asked, type=YES_NO)

    def all_or_any(self, scope: Scope, depth: int) -> Expression:
        operands = tuple(self.condition(scope, depth - 1) for _ in range(self.random.randint(2, 3)))
        return t.All(operands=operands, type=YES_NO) if self.chance(0.5) else t.Any(operands=operands, type=YES_NO)

    def negated(self, scope: Scope, depth: int) -> Expression:
        return t.Not(operand=self.condition(scope, depth - 1), type=YES_NO)

    def quantified(self, scope: Scope, depth: int) -> Expression | None:
        members = self.members(scope)
        if members is None:
            return None
        quantifier = self.pick(("some", "every", "no"))
        condition = self.inner(members, scope, depth)
        if quantifier == "every" and condition is None:
            condition = self.condition(scope.inside(members.entity), 0)
        return t.Quantified(quantifier=quantifier, collection=members, condition=condition, type=YES_NO)

    def each_month(self, scope: Scope, depth: int) -> Expression | None:
        members = self.members(scope)
        if members is None or members.entity not in DATED_CHILDREN:
            return None
        return t.EachMonth(
            months=self.random.randint(1, 3),
            anchor=self.expression(Date(), scope, depth - 1),
            collection=members,
            dated_by=DATED_CHILDREN[members.entity],
            condition=self.inner(members, scope, depth),
            type=YES_NO,
        )

    # Items

    def declare(self) -> None:
        """Readings and parameters, then definitions and classifications in an order without circles."""
        for number in range(self.random.randint(0, 3)):
            names = "xyz"[: self.random.randint(2, 3)]
            during = self.during() if self.chance(0.2) else t.ALWAYS
            self.readings.append(reading(f"reading_{number}", *names, during=during))
        for number in range(self.random.randint(0, 3)):
            self.parameters.append(self.parameter(number))
        for number in range(self.random.randint(0, 3)):
            self.definitions.append(self.definition(number))
        for name in CLASSES:
            if self.chance(0.7):
                self.classify(name)
        if self.classes and self.chance(0.5):
            self.definitions.append(self.definition(9))

    def parameter(self, number: int) -> t.Parameter:
        kind = self.pick((*KINDS, choice("dwelling.kind"), *SETS))
        days = sorted({date(2023, 1, 1), self.day()})
        if self.chance(0.4):
            entries = [(day, key, self.value(kind)) for day in days for key in KEYS["organisation"] if self.chance(0.7)]
            return parameter(f"parameter_{number}", kind, *entries, keyed="organisation")  # type: ignore[arg-type]
        return parameter(f"parameter_{number}", kind, *((day, self.value(kind)) for day in days))

    def definition(self, number: int) -> t.Definition:
        """Undated ones have one meaning and no parameter: their value does not depend on a day."""
        entity = self.pick(("estate", "dwelling", "vacancy", "household_member", "assignment"))
        kind = self.pick((YES_NO, YES_NO, NUMBER, Date(), choice("designation.kind")))
        on_day = self.chance(0.6)
        kept = self.parameters
        self.parameters = kept if on_day else []
        values = [
            self.expression(kind, Scope((entity,), on_day), 2) for _ in range(self.pick((1, 1, 2)) if on_day else 1)
        ]
        self.parameters = kept
        limits = (
            [t.ALWAYS]
            if len(values) == 1
            else [
                validity(None, date(2024, 1, 31)),
                self.pick((validity(date(2024, 2, 1), None), validity(date(2024, 3, 1), None))),
            ]
        )
        return t.Definition(
            name=f"definition_{number}",
            label=text(f"definition_{number}"),
            entity=entity,
            dated=on_day,
            type=kind,
            meanings=tuple(
                t.Meaning(value=value, validity=during) for value, during in zip(values, limits, strict=True)
            ),
            references=(),
        )

    def classify(self, name: str) -> None:
        entity = CLASSED[name]
        scope = Scope((entity,))
        branches = [
            branch(item, self.condition(scope, 2), self.during() if self.chance(0.2) else t.ALWAYS)
            for item in CLASSES[name][:-1]
        ]
        branches.append(branch(CLASSES[name][-1], self.condition(scope, 1) if self.chance(0.6) else None))
        placed = None
        if entity == "estate" and self.chance(0.6):
            placed = placement(*self.reviews(scope), name=name, entity=entity)
        self.classes.append(classification(*branches, name=name, entity=entity))
        self.placements += [placed] if placed else []

    def reviews(self, scope: Scope) -> Iterator[t.Review]:
        for _ in range(self.random.randint(1, 2)):
            condition = self.condition(scope, 1) if self.chance(0.6) else None
            if self.chance(0.5):
                yield review(yearly=self.pick(((1, 12), (29, 2), (1, 3))), condition=condition)
            else:
                yield review(*sorted((date(2023, 7, 1), self.day())), condition=condition)

    def norm(self, number: int) -> t.Norm:
        kind = self.pick(NORMS)
        if kind in {"periodic", "duty"}:
            return self.recurring(number, kind)
        entity = self.pick(EVENTS)
        common = self.dated(number, entity)
        if kind == "deadline":
            scope = Scope((entity,))
            event = self.fact(Date(), scope, 0) or self.constant(Date())
            due = self.expression(Date(), scope, 2) if self.chance(0.7) else self.constant(Date())
            return t.Deadline(**common, event=event, due=due, after_expiry=self.chance(0.5))
        common["requirement"] = t.Requirement(form=self.pick(FORMS), condition=self.condition(Scope((entity,)), 3))
        if kind == "rule":
            return t.Rule(**common)
        if kind == "quota" and self.chance(0.25):
            return self.stock(common)
        group = self.part(self.group(entity))
        owner = group.entity if isinstance(group, t.Group) else None
        if kind == "sequence":
            return t.Sequence(
                **common, group=group, reset=self.part(self.reset(owner)), bound=self.part(self.every_nth)
            )
        return t.Quota(**common, group=group, period=self.part(self.period), bound=self.part(self.bound(owner)))

    def common(self, number: int, scope: Scope) -> dict[str, Any]:
        return {
            "agreement": "a",
            "name": f"norm_{number}",
            "label": text(f"norm_{number}"),
            "where": tuple(self.condition(scope, self.random.randint(0, 2)) for _ in range(self.random.randint(0, 2))),
            "unless": tuple(
                t.Exemption(condition=self.condition(scope, 1), references=()) for _ in range(self.pick((0, 0, 1, 2)))
            ),
            "validity": self.during() if self.chance(0.2) else t.ALWAYS,
            "references": (),
        }

    def dated(self, number: int, entity: str) -> dict[str, Any]:
        """What norms of dated records have in common."""
        name = VOCABULARY.entities[entity].reference_date
        assert name is not None
        dated_by = t.Field(of=subject(entity), name=name, type=Date())
        return {**self.common(number, Scope((entity,))), "entity": entity, "dated_by": dated_by}

    def own_fact(self, entity: str) -> Expression:
        """A test of what stands in a record itself."""
        fields = [item for item in VOCABULARY.entities[entity].fields.values() if isinstance(item.type, YesNo | Choice)]
        if not fields:
            return self.constant(YES_NO)
        asked = self.pick(fields)
        found = t.Field(of=subject(entity), name=asked.name, type=asked.type)
        return t.Compare(operator=self.pick(("=", "!=")), left=found, right=self.constant(asked.type), type=YES_NO)

    def stock(self, common: dict[str, Any]) -> t.Quota:
        """A quota of what stands on a day: of what lasts, or of dwellings, which always stand."""
        entity = self.pick(("youth_tenancy", "designation", "dwelling"))
        scope = Scope((entity,))
        per = "estate" if entity != "designation" and self.chance(0.5) else None
        path: Expression = subject(entity)
        for name in VOCABULARY.routes(entity, "estate")[0] if per else ():
            path = t.Field(of=path, name=name, type=VOCABULARY.entities[path.type.entity].fields[name].type)  # type: ignore[union-attr]
        standing = (
            t.Standing(dates=(), yearly=(1, 1))
            if self.chance(0.5)
            else t.Standing(dates=tuple(sorted((self.day(), self.day()))), yearly=None)
        )
        changed = {
            "entity": entity,
            "dated_by": t.Day(type=Date()),
            "where": tuple(self.condition(scope, 1) for _ in range(self.random.randint(0, 1))),
            "unless": (),
            "requirement": t.Requirement(form="must", condition=self.condition(scope, 2)),
        }
        group = t.Group(entity=per, path=path if per else None)
        return t.Quota(**{**common, **changed}, group=group, period=standing, bound=self.part(self.bound(per)))

    def recurring(self, number: int, kind: str) -> t.Norm:
        entity = self.pick(LASTING) if kind == "periodic" else self.pick(("", "organisation"))
        scope = Scope((entity,) if entity else ())
        requirement = t.Requirement(
            form=self.pick(("must", "must_not")), condition=self.condition(replace(scope, period=True), 3)
        )
        shared = {
            **self.common(number, scope),
            "entity": entity,
            "recurrence": self.part(self.recurrence),
            "requirement": requirement,
            "after_expiry": self.chance(0.4),
        }
        return t.Periodic(**shared) if kind == "periodic" else t.Duty(**shared, owed_by=("municipality",))

    def recurrence(self) -> t.Recurrence:
        kind = self.pick(RECURRENCES)
        yearly = kind in {"calendar_year", "other_year"}
        return t.Recurrence(
            kind=kind,
            beginning=self.pick((2023, 2024)) if kind == "other_year" else None,
            window=((1, 2), (29, 2)) if yearly and self.chance(0.3) else None,
            dates=(date(2023, 9, 1), date(2024, 4, 30)) if kind == "once" else None,
            whole_only=self.chance(0.4),
        )

    def measure(self) -> t.Measure:
        entity = self.pick(EVENTS)
        counts = self.condition(Scope((entity,)), 2) if self.chance(0.8) else None
        return t.Measure(
            **self.dated(9, entity),
            group=self.part(self.group(entity)),
            period=self.part(self.period),
            counts=counts,
            expected=None,
        )

    def reset(self, owner: str | None) -> Callable[[], t.Reset]:
        def make() -> t.Reset:
            kind = self.pick(RESETS if owner is not None else RESETS[:2])
            if kind != "change":
                return t.Reset(kind=kind)
            scope = Scope((str(owner),))
            of = self.classified("level", scope, 0) if owner == "estate" and self.chance(0.5) else None
            return t.Reset(kind=kind, of=of or self.fact(choice("designation.kind"), scope, 0) or t.Day(type=Date()))

        return make

    def every_nth(self) -> t.EveryNth:
        n = self.random.randint(1, 4)
        return t.EveryNth(comparison=self.pick(("at_least", "at_most")), n=n, first=self.random.randint(1, n))

    def part(self, make: Callable[[], Any]) -> Any:
        if not self.readings or self.chance(0.6):
            return make()
        declared = self.pick(self.readings)
        options = tuple((item.name, make()) for item in declared.alternatives)
        return t.ByReading(reading=declared.name, options=options)

    def group(self, entity: str) -> Callable[[], t.Group]:
        def make() -> t.Group:
            per = self.pick((None, *(goal for goal in ("estate", "organisation") if VOCABULARY.routes(entity, goal))))
            if per is None:
                return t.Group(entity=None, path=None)
            path: Expression = subject(entity)
            for name in self.pick(VOCABULARY.routes(entity, per)):
                target = VOCABULARY.entities[path.type.entity].fields[name]  # type: ignore[union-attr]
                path = t.Field(of=path, name=name, type=target.type)
            return t.Group(entity=per, path=path)

        return make

    def period(self) -> t.Period:
        return t.Period(kind=self.pick(PERIODS))

    def bound(self, owner: str | None) -> Callable[[], t.Bound]:
        """A bound in numbers, or by a value of the record that is counted for."""

        def make() -> t.Bound:
            comparison = self.pick(("at_least", "at_most", "exactly"))
            if self.chance(0.3):
                return bound(comparison, self.random.randint(0, 2))
            roundings = ROUNDINGS if comparison != "exactly" else ROUNDINGS[1:]
            numerator, denominator = self.pick(((1, 3), (33, 100), (1, 2)))
            made = bound(comparison, numerator, denominator, self.pick(roundings))
            kind = self.pick((PERCENT, NUMBER))
            scope = Scope((owner,) if owner else ())
            by_value = self.fact(kind, scope, 0) if self.chance(0.3) else self.parameter_value(kind, scope)
            return replace(made, value=by_value, fallback=self.chance(0.5)) if by_value and self.chance(0.6) else made

        return make


def random_policy(random: Random, *, tests_of_knowledge: bool = True, norms: int = 2) -> t.Policy:
    """A policy that the checks would let through: no circles, every type fits, every dated thing has a day."""
    maker = Maker(random, tests_of_knowledge=tests_of_knowledge)
    maker.declare()
    made: list[t.Norm | t.Measure] = [maker.norm(number) for number in range(norms)]
    made += [maker.measure()] if maker.chance(0.3) else []
    items = (*maker.parameters, *maker.readings, *maker.definitions, *maker.classes, *maker.placements, *made)
    return policy(*items, start=START, end=maker.pick((date(2024, 12, 31), date(2024, 4, 30))))


# Worlds


class Worlds:
    """Makes the records of one world."""

    def __init__(self, random: Random) -> None:
        self.maker = Maker(random)
        self.random = random

    def world(self) -> World:
        everything = [self.row(entity, key) for entity, keys in KEYS.items() for key in keys]
        rows = [row for row in everything if self.random.random() < 0.9]
        rejected = [
            self.row(entity, f"{entity}-{number}", rejected=True)
            for entity in KEYS
            for number in (8, 9)
            if self.random.random() < 0.05
        ]
        coverage = {entity: found for entity in KEYS if (found := self.coverage())}
        closed = frozenset(
            (child, self.maker.pick(KEYS[owner])) for child, _, owner in CHILDREN if self.random.random() < 0.1
        )
        return World(AS_OF, rows, coverage, closed=closed, rejected=rejected)

    def coverage(self) -> Coverage | None:
        return self.maker.pick(
            (
                None,
                Coverage(),
                Coverage(),
                Coverage(date(2021, 1, 1), None),
                Coverage(date(2023, 10, 1), None),
                Coverage(None, AS_OF),
                Coverage(None, date(2024, 3, 31)),
            )
        )

    def row(self, entity: str, key: str, *, rejected: bool = False) -> Record:
        described = VOCABULARY.entities[entity]
        cells = {name: self.cell(entity, item) for name, item in described.fields.items() if name not in described.key}
        return Record(entity, key, cells, rejected=rejected)

    def cell(self, entity: str, item: Field) -> Any:
        luck = self.random.random()
        if luck < 0.12:
            return None
        if luck < 0.17:
            return Unreadable("?")
        if luck < 0.21 and item.type != Date():
            return Disagreement(self.disagreeing(item))
        return legal(entity, item, self.maker)

    def disagreeing(self, item: Field) -> tuple[str, ...]:
        return tuple(sorted(self.random.sample(item.type.options, 2))) if isinstance(item.type, Choice) else ("1", "2")


def legal(entity: str, item: Field, maker: Maker) -> Any:
    """A legal content of a cell; now and then a reference to a record that is not there."""
    special = {
        ("attestation", "statement"): STATEMENTS,
        ("attestation", "subject_type"): ("assignment", "vacancy", "estate", "agreement"),
        ("attestation", "subject_key"): (*KEYS["assignment"], *KEYS["vacancy"], *KEYS["estate"], "a"),
        ("placement", "classification"): ("level", "zone"),
        ("placement", "class"): (*CLASSES["level"], "blue"),
    }
    if (entity, item.name) in special:
        return maker.pick(special[entity, item.name])
    if isinstance(item.type, Reference) and maker.chance(0.04):
        return "nobody"
    if VOCABULARY.entities[entity].role in {Role.STATE, Role.OBSERVATION} and isinstance(item.type, Date):
        return maker.day() if item.name.endswith("_to") else maker.day() - timedelta(days=maker.random.randint(0, 400))
    return maker.value(item.type)


def random_world(random: Random) -> World:
    return Worlds(random).world()


def records_of(world: World) -> tuple[list[Record], list[Record]]:
    """The admitted and the rejected records of a world."""
    admitted = [row for entity in KEYS for row in world.of(entity)]
    return admitted, [row for entity in KEYS for row in world.rejected(entity)]


def rebuilt(world: World, admitted: list[Record], rejected: list[Record]) -> World:
    return World(world.as_of, admitted, world.coverage, closed=world.closed, rejected=rejected)


def fillable(world: World) -> list[tuple[Record, Field]]:
    """The missing and unreadable cells whose content is not known.

    Not an event date that the coverage makes an event that never happened; not the end of a state, whose blank is open.
    """
    found = []
    for row in records_of(world)[0]:
        described = VOCABULARY.entities[row.entity]
        end = described.timing.end if described.timing else None
        coverage = world.coverage.get(row.entity)
        complete = coverage is not None and coverage.reaches(world.as_of)
        for name, item in described.fields.items():
            content = row.cells.get(name)
            if name in described.key or not (content is None or isinstance(content, Unreadable)):
                continue
            never = item.kind is FactKind.EVENT_DATE and complete
            if content is None and (never or name == end):
                continue
            found.append((row, item))
    return found


def filled(world: World, row: Record, item: Field, content: Any) -> World:
    admitted, rejected = records_of(world)
    new = Record(row.entity, row.key, {**row.cells, item.name: content})
    return rebuilt(world, [new if other is row else other for other in admitted], rejected)

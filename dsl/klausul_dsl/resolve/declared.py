"""What an agreement declares beside its norms, from the syntax tree to the typed core."""

from __future__ import annotations

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Date, Number, Type, Unit, Words, YesNo
from klausul_dsl.keywords import TYPE_WORDS
from klausul_dsl.resolve.choosing import choice_type, one_choice, several_choices
from klausul_dsl.resolve.expressions import condition, expression
from klausul_dsl.resolve.kinds import wrong_type
from klausul_dsl.resolve.names import Declared, text_of
from klausul_dsl.resolve.periods import between, validity_of
from klausul_dsl.resolve.scope import Scope, cited, entity_of, note_words, problem, report, said, say_type
from klausul_dsl.text import Text
from klausul_dsl.values import Plain


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
    """The type that stands after the colon."""
    if isinstance(item.type, s.ChoiceType):
        return choice_type(item.type, scope)
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
        value = _value(part.value, kind, scope)
        if value is None:
            continue
        if (part.key is None) != (keyed_by is None):
            problem(scope, "K217", part.span, word=item.name.word, **_key_facts(part, keyed_by, scope))
            continue
        key = part.key.spelt if isinstance(part.key, s.Name) else part.key.value if part.key else None
        if any(entry.start == part.start and entry.key == key for entry in entries):
            problem(scope, "K405", part.span, day=part.start.isoformat())
            continue
        entries.append(t.ParameterEntry(start=part.start, key=key, value=value, span=part.span))
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


def _value(node: s.Expression | s.Choices, kind: Type, scope: Scope) -> Plain | tuple[str, ...] | None:
    """A value of a parameter; None where a problem was reported."""
    if isinstance(node, s.Choices):
        return several_choices(node, kind, scope)
    value = one_choice(node, kind, scope) if isinstance(node, s.Path) else expression(node, scope)
    if value is None:
        return None
    if not isinstance(value, t.Constant) or value.type != kind:
        wrong_type(scope, node, kind, value.type)
        return None
    return value.value


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
        validity=validity_of(item.parts, scope),
        references=cited(scope, item.cites),
        span=item.span,
    )


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
            if isinstance(part.value, s.TextLiteral):
                problem(scope, "K301", part.value.span, word=said(part.value), type=say_type(Words(), scope))
            elif value is not None:
                validity = between(part.start, part.end, part, scope)
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
                validity=between(part.start, part.end, part, scope),
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

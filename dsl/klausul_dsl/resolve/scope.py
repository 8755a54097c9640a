"""Where a name is looked up: the records in scope, and what each of them has."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypeAlias, assert_never

from klausul_dsl import syntax as s
from klausul_dsl.clauses import Reference as ClauseReference
from klausul_dsl.clauses import Register, parse_reference, show_clause
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Several, Type, Unit, Words, YesNo
from klausul_dsl.diagnostics import diagnose, did_you_mean, nearest
from klausul_dsl.keywords import printed
from klausul_dsl.resolve.fellows import in_this_language
from klausul_dsl.resolve.names import Declared, Names
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Language, Text, name_of
from klausul_dsl.vocabulary import DatedFact, Entity, Field, Vocabulary, entity_words

Member: TypeAlias = Field | DatedFact | Declared


@dataclass(frozen=True, slots=True)
class Scope:
    """The records in scope, the innermost first; whether there is a reference day; the language and agreement.

    `in_period`: only what is dated in the period that is judged is counted. `known` and `types` are shared by all
    scopes of one resolution: members by word, and types of declared names.
    """

    names: Names
    vocabulary: Vocabulary
    registers: dict[str, Register]
    language: Language
    agreement: str
    entities: tuple[str, ...] = ()
    has_day: bool = True
    in_period: bool = False
    known: dict[tuple[str, Language], dict[str, Member]] = field(default_factory=dict)
    types: dict[str, Type | None] = field(default_factory=dict)

    def inside(self, entity: str) -> Scope:
        """The scope of a quantifier's body."""
        return replace(self, entities=(entity, *self.entities), in_period=False)

    def of(self, entity: str, *, has_day: bool = True) -> Scope:
        """The scope of an item about one entity."""
        return replace(self, entities=(entity,), has_day=has_day)


def words_of(member: Member) -> Text:
    """How a member of a record is written in each language."""
    if isinstance(member, Declared):
        return member.words
    return Text(*(name_of(member.label[language]) for language in LANGUAGES))


def members(scope: Scope, entity: str) -> list[Member]:
    """Everything a record of an entity has: fields, dated facts, definitions and classifications."""
    record = scope.vocabulary.entities[entity]
    declared = [*scope.names.all("definition").values(), *scope.names.all("classification").values()]
    own = [item for item in declared if _about(item, scope) is record]
    return [*record.fields.values(), *record.dated.values(), *own]


def of_no_record(scope: Scope) -> frozenset[str]:
    """The names of definitions and classifications of records that there are none of: told once, where they are."""
    declared = [*scope.names.all("definition").values(), *scope.names.all("classification").values()]
    lost = [item.words for item in declared if _about(item, scope) is None]
    return frozenset(word for words in lost for word in (words.da, words.en))


def _about(declared: Declared, scope: Scope) -> Entity | None:
    item = declared.item
    assert isinstance(item, s.Define | s.Classify)
    return scope.vocabulary.entity_named(item.entity.word, declared.language)


def member_named(scope: Scope, entity: str, word: str) -> Member | None:
    table = scope.known.get((entity, scope.language))
    if table is None:
        table = {words_of(item)[scope.language]: item for item in reversed(members(scope, entity))}
        scope.known[entity, scope.language] = table
    return table.get(word)


def entity_of(scope: Scope, name: s.Name, *, several: bool = False) -> str | None:
    """The entity a name stands for; an unknown one is a problem. `several`: the name stands where a plural does."""
    found = scope.vocabulary.entity_named(name.word, scope.language)
    if found is None:
        known = [word for item in scope.vocabulary.entities.values() for word in entity_words(item, scope.language)]
        report(scope, "K201", name.span, name.word, known)
        return None
    note_words(scope, name.span, entity_forms(found, name.word, scope.language, several=several))
    return found.name


def entity_forms(entity: Entity, word: str, language: Language, *, several: bool = False) -> Text:
    """The same form (singular, plural, definite) of an entity's label in both languages.

    Where two forms are one word, the plural is meant where `several` says so, else the singular.
    """
    first = (entity.plural, entity.singular) if several else (entity.singular, entity.plural)
    for form in (*first, entity.definite):
        if name_of(form[language]) == word:
            return Text(*(name_of(form[spoken]) for spoken in LANGUAGES))
    return Text(*(name_of(entity.singular[spoken]) for spoken in LANGUAGES))


def note_words(scope: Scope, span: Span, words: Text) -> None:
    scope.names.words[span] = words


def report(scope: Scope, code: str, span: Span, word: str, known: list[str], **facts: str | Text) -> None:
    """An unknown name, with the nearest one; silent where the name stands in an item that could not be read."""
    if scope.names.excused(word):
        return
    fellow = in_this_language(word, known, scope.names, scope.vocabulary, scope.language)
    remedy = facts.pop("remedy", None) or did_you_mean(word, known)
    if fellow is not None:
        remedy = fellow
    elif code in _DECLARE and nearest(word, known) is None:
        remedy = Text(*(template.format(word=word) for template in (_DECLARE[code].da, _DECLARE[code].en)))
    scope.names.problems.append(diagnose(code, span, word=word, **{**facts, "remedy": remedy}))


_DECLARE = {
    "K202": Text(
        "erklær den først: “fortolkning {word}” med “spørger” og mindst to svar",
        "declare it first: “reading {word}” with “asks” and at least two answers",
    ),
    "K215": Text(
        "ret navnet, eller læg mappen “{word}” ved siden af denne aftales mappe",
        "correct the name, or put the folder “{word}” beside the folder of this agreement",
    ),
    "K218": Text(
        "erklær den først: “klassificer … på dagen som {word}”", "declare it first: “classify … on day as {word}”"
    ),
    "K222": Text(
        "ret navnet efter “for”, eller skriv først reglen “{word}”",
        "correct the name after “for”, or write the rule “{word}” first",
    ),
    "K403": Text(
        "skriv “anvender {word}” i aftalen, og læg lovens mappe ved siden af aftalens",
        "write “uses {word}” in the agreement, and put the folder of the act beside the agreement's",
    ),
}
"""The remedies for names that are declared somewhere, where no known name is near."""


def problem(scope: Scope, code: str, span: Span, **facts: str | int | Text) -> None:
    scope.names.problems.append(diagnose(code, span, **facts))


_UNITS: dict[Unit, Text] = {
    Unit.COUNT: Text("et tal", "a number"),
    Unit.PERCENT: Text("en procent", "a percentage"),
    Unit.KRONER: Text("et beløb i kroner", "an amount in kroner"),
    Unit.SQUARE_METRES: Text("et areal i m2", "an area in m2"),
    Unit.HOURS: Text("et timetal", "a number of hours"),
}


UNIT_EXAMPLES: dict[Unit, Text] = {
    Unit.COUNT: Text("1000", "1000"),
    Unit.PERCENT: Text("40 %", "40 %"),
    Unit.KRONER: Text("7500 kr.", "7500 kr."),
    Unit.SQUARE_METRES: Text("80 m2", "80 m2"),
    Unit.HOURS: Text("30 timer", "30 hours"),
}


def said(node: s.Expression) -> Text:
    """What was written, in quotes, where it is a name or a single value; else a word for it."""
    match node:
        case s.Path():
            word = ".".join(name.spelt or name.word for name in node.names)
        case s.DateLiteral():
            word = node.value.isoformat()
        case s.TextLiteral():
            word = node.value
        case s.Group():
            return said(node.inner)
        case s.NumberLiteral():
            shown = f"{Decimal(node.value.numerator) / Decimal(node.value.denominator)}"
            unit = {language: f" {printed(node.unit, language)}" if node.unit else "" for language in LANGUAGES}
            return Text(f"“{shown.replace('.', ',')}{unit['da']}”", f"“{shown}{unit['en']}”")
        case _:
            return Text("udtrykket", "the expression")
    return Text(f"“{word}”", f"“{word}”")


def remedy_for(kind: Type, scope: Scope) -> Text:
    """How a value of a type is written."""
    match kind:
        case Number(unit):
            example = UNIT_EXAMPLES[unit]
            if unit is Unit.COUNT:
                return Text("skriv et tal uden enhed, f.eks. “1000”", "write a number without a unit, like “1000”")
            return Text(
                f"skriv tallet med sin enhed, f.eks. “{example.da}”",
                f"write the number with its unit, like “{example.en}”",
            )
        case Date():
            return Text("skriv en dato, f.eks. “2024-12-31”", "write a date, like “2024-12-31”")
        case YesNo():
            return Text("skriv “ja” eller “nej”", "write “yes” or “no”")
        case Words() | Reference():
            return Text('skriv den i anførselstegn: "…"', 'write it in quotation marks: "…"')
        case Choice() | ClassOf():
            words = [name_of(label[scope.language]) for label in _choices(kind, scope)]
            shown = ", ".join(f"“{word}”" for word in words)
            return Text(f"vælg imellem {shown}", f"choose between {shown}")
        case Several():
            words = [name_of(label[scope.language]) for label in _choices(kind.of, scope)]
            shown = "; ".join(words[:2])
            return Text(f"skriv valgene i parentes: “({shown})”", f"write the choices in parentheses: “({shown})”")
    assert_never(kind)


def _choices(kind: Choice | ClassOf, scope: Scope) -> list[Text]:
    if isinstance(kind, ClassOf):
        return [declared.words for declared in scope.names.classes.get(kind.classification, {}).values()]
    entity, name = kind.of.split(".")
    record = scope.vocabulary.entities[entity]
    field = record.fields.get(name) or record.dated[name]
    return list(field.options.values())


def chosen_from(kind: Choice | ClassOf, scope: Scope) -> Text:
    """What a choice is made for: the label of the field or classification."""
    if isinstance(kind, ClassOf):
        declared = scope.names.all("classification").get(kind.classification)
        return declared.label if declared else Text(kind.classification, kind.classification)
    entity, name = kind.of.split(".")
    record = scope.vocabulary.entities[entity]
    return (record.fields.get(name) or record.dated[name]).label


def say_type(kind: Type, scope: Scope) -> Text:
    """A type in words, for messages."""
    match kind:
        case YesNo():
            return Text("et ja eller nej", "a yes or no")
        case Number(unit):
            return _UNITS[unit]
        case Date():
            return Text("en dato", "a date")
        case Words():
            return Text("en tekst", "a text")
        case Choice():
            return Text("et valg fra en liste", "a choice from a list")
        case Several():
            return Text("flere valg fra en liste", "several choices from a list")
        case ClassOf(name):
            declared = scope.names.all("classification").get(name)
            label = declared.label if declared else Text(name, name)
            return Text(f"en klasse af “{label.da}”", f"a class of “{label.en}”")
        case Reference(entity):
            record = scope.vocabulary.entities[entity]
            return Text(f"en post af typen “{record.singular.da}”", f"a record of the kind “{record.singular.en}”")
    assert_never(kind)


_SECTION_WORDS = frozenset(
    {"afsnit", "afsn", "punkt", "pkt", "stykke", "stk", "kapitel", "artikel", "section", "sec", "paragraph", "point"}
    | {"clause", "chapter", "article"}
)
"""Words that are written before a number elsewhere; here the number stands alone."""


def cited(scope: Scope, cites: tuple[s.Cite, ...]) -> tuple[ClauseReference, ...]:
    """References to clauses that stand in a register; others are problems."""
    found: list[ClauseReference] = []
    for cite in cites:
        parsed = parse_reference(cite.text)
        if parsed is None:
            problem(scope, "K402", cite.span, word=cite.text, right="3.3")
            continue
        register = parsed[0] or scope.agreement
        if register in _SECTION_WORDS and register not in scope.registers:
            problem(scope, "K402", cite.span, word=cite.text, right=show_clause(parsed[1], scope.language))
            continue
        if register not in scope.registers:
            known = sorted(scope.registers)
            report(scope, "K403", cite.span, register, known)
            continue
        clauses = scope.registers[register].clauses
        if parsed[1] not in clauses:
            near = nearest(parsed[1], clauses)
            shown = [show_clause(near, scope.language)] if near else []
            problem(
                scope,
                "K401",
                cite.span,
                word=show_clause(parsed[1], scope.language),
                register=scope.registers[register].title,
                remedy=did_you_mean(shown[0] if shown else "", shown)
                if shown
                else Text(
                    "føj den til fortegnelsen, eller ret henvisningen",
                    "add it to the register, or correct the reference",
                ),
            )
            continue
        found.append(ClauseReference(register, parsed[1]))
    return tuple(found)

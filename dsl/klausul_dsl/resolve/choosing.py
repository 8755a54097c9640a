"""Parameters that are choices or sets of choices: what they are chosen from, their values, and what is among them."""

from __future__ import annotations

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Several, Type
from klausul_dsl.diagnostics import did_you_mean, nearest
from klausul_dsl.resolve.alternatives import option_named
from klausul_dsl.resolve.kinds import YES_NO, alike, wrong_type
from klausul_dsl.resolve.names import Declared
from klausul_dsl.resolve.paths import choice_words, parameter_value
from klausul_dsl.resolve.scope import (
    Member,
    Scope,
    chosen_from,
    entity_of,
    member_named,
    members,
    note_words,
    problem,
    report,
    said,
    say_type,
    words_of,
)
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Entity


def choice_type(node: s.ChoiceType, scope: Scope) -> Type | None:
    """The list that a field, a dated fact or a classification of a record has; several of it where it says so."""
    entity = entity_of(scope, node.entity)
    if entity is None:
        return None
    record = scope.vocabulary.entities[entity]
    member = member_named(scope, entity, node.member.word)
    if member is None:
        known = [words_of(item)[scope.language] for item in members(scope, entity)]
        report(scope, "K209", node.member.span, node.member.word, known, record=record.singular)
        return None
    note_words(scope, node.member.span, words_of(member))
    kind = _list_of(member)
    if kind is None:
        problem(scope, "K245", node.member.span, word=node.member.word, remedy=_with_lists(record, scope))
        return None
    return Several(kind) if node.several else kind


def _list_of(member: Member) -> Choice | ClassOf | None:
    if isinstance(member, Declared):
        return ClassOf(member.name) if member.kind == "classification" else None
    return member.type if isinstance(member.type, Choice) else None


def _with_lists(record: Entity, scope: Scope) -> Text:
    """What of a record has a list to choose from."""
    words = [words_of(item)[scope.language] for item in members(scope, record.name) if _list_of(item) is not None]
    if not words:
        return Text(f"“{record.singular.da}” har ingen lister", f"“{record.singular.en}” has no lists")
    shown = ", ".join(f"“{word}”" for word in words)
    return Text(f"vælg imellem {shown}", f"choose between {shown}")


def one_choice(node: s.Path, kind: Type, scope: Scope) -> t.Constant | None:
    """The one choice that a value of a parameter names."""
    if isinstance(kind, Several):
        right = f"({node.names[0].word})"
        remedy = Text(f"skriv valgene i parentes: “{right}”", f"write the choices in parentheses: “{right}”")
        what = Text("er flere valg", "is several choices")
        problem(scope, "K314", node.span, word=node.names[0].word, what=what, remedy=remedy)
        return None
    if not isinstance(kind, Choice | ClassOf):
        if not scope.names.excused(node.names[0].word):
            strange = Text("et ord, der ikke er kendt her", "a word that is not known here")
            wrong_type(scope, node, kind, strange)
        return None
    found = option_named(node, scope, kind)
    if found is None:
        known = [words[scope.language] for words in choice_words(kind, scope).values()]
        report(scope, "K203", node.span, node.names[0].word, known, of=chosen_from(kind, scope))
    return found


def several_choices(node: s.Choices, kind: Type, scope: Scope) -> tuple[str, ...] | None:
    """The choices of a set; each once."""
    if not isinstance(kind, Several):
        what = Text("er én værdi", "is one value")
        remedy = Text(
            "skriv én værdi uden parentes, eller “flere valg af …” efter kolon",
            "write one value without parentheses, or “several choices of …” after the colon",
        )
        problem(scope, "K314", node.span, word=node.names[0].word, what=what, remedy=remedy)
        return None
    chosen: list[str] = []
    for name in node.names:
        found = one_choice(s.Path(names=(name,), span=name.span), kind.of, scope)
        if found is None:
            return None
        if found.value in chosen:
            problem(scope, "K315", name.span, word=name.word)
        chosen.append(str(found.value))
    return tuple(chosen)


def in_set(node: s.InSet, value: t.Expression | None, scope: Scope) -> t.Expression | None:
    """Whether a value is among the choices of a parameter."""
    if value is None:
        return None
    declared = scope.names.find("parameter", node.choices.word, scope.language)
    kind = scope.types.get(f"parameter {declared.name}") if declared is not None else None
    if declared is None or (kind is not None and not isinstance(kind, Several)):
        _no_set(node, kind, value, scope)
        return None
    choices = parameter_value(declared, node.choices, scope)
    if choices is None or not isinstance(kind, Several):
        return None
    of = t.Constant(value="", type=kind.of)
    if not alike(value.type, of, node.span, scope, said(node.value)):
        return None
    among = t.InSet(value=value, choices=choices, type=YES_NO, span=node.span)
    return t.Not(operand=among, type=YES_NO, span=node.span) if node.negated else among


def _no_set(node: s.InSet, kind: Type | None, value: t.Expression, scope: Scope) -> None:
    """The problem that what stands after `in` is no set, and what was meant instead."""
    word = node.choices.word
    sets = [
        declared.words[scope.language]
        for declared in scope.names.all("parameter").values()
        if isinstance(scope.types.get(f"parameter {declared.name}"), Several)
    ]
    options = choice_words(value.type, scope).values() if isinstance(value.type, Choice | ClassOf) else ()
    if kind is not None:
        shown = say_type(kind, scope)
        remedy = Text(f"den er {shown.da}: skriv “er {word}”", f"it is {shown.en}: write “is {word}”")
    elif word in {words[scope.language] for words in options} or not sets:
        remedy = Text(f"skriv listen i parentes: “({word})”", f"write the list in parentheses: “({word})”")
    elif nearest(word, sets):
        remedy = did_you_mean(word, sets)
    else:
        remedy = Text(
            f"skriv listen i parentes: “({word})”, eller navnet på en parameter",
            f"write the list in parentheses: “({word})”, or the name of a parameter",
        )
    if not scope.names.excused(word):
        problem(scope, "K317", node.choices.span, word=word, remedy=remedy)

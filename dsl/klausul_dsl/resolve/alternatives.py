"""Single words that stand for one of several: options of a choice, classes, alternatives of a reading."""

from __future__ import annotations

from klausul_dsl import syntax as s
from klausul_dsl import typed as t
from klausul_dsl.datatypes import Choice, ClassOf, Type
from klausul_dsl.resolve.names import find
from klausul_dsl.resolve.paths import choice_words
from klausul_dsl.resolve.scope import Scope, chosen_from, note_words, problem, report
from klausul_dsl.source import Span
from klausul_dsl.text import Text


def option_named(node: s.Expression, scope: Scope, expected: Type | None) -> t.Constant | None:
    """A single word that is an option of the expected choice, or a class of the expected classification."""
    if not isinstance(node, s.Path) or len(node.names) != 1 or node.on is not None:
        return None
    if not isinstance(expected, Choice | ClassOf):
        return None
    word, span = node.names[0].word, node.names[0].span
    for name, words in choice_words(expected, scope).items():
        if words[scope.language] == word:
            note_words(scope, span, words)
            return t.Constant(value=name, type=expected, span=node.span)
    return None


def asked(left: s.Expression, expected: Choice | ClassOf, scope: Scope) -> Text:
    """What is asked of in a comparison: the last name of a path, else the label of the choice."""
    if not isinstance(left, s.Path):
        return chosen_from(expected, scope)
    return Text(left.names[-1].word, left.names[-1].word)


def options_of(reading: s.Name, given: tuple[s.Name, ...], span: Span, scope: Scope) -> list[str | None]:
    """The canonical alternatives that names stand for; every alternative of the reading must be given once."""
    declared = scope.names.find("reading", reading.word, scope.language)
    if declared is None:
        report(scope, "K202", reading.span, reading.word, scope.names.spoken("reading", scope.language))
        return [None] * len(given)
    note_words(scope, reading.span, declared.words)
    table = scope.names.alternatives.get(declared.name, {})
    found: list[str | None] = []
    for name in given:
        match = find(table, name.word, scope.language)
        if match is None:
            report(scope, "K205", name.span, name.word, [item.words[scope.language] for item in table.values()])
        else:
            note_words(scope, name.span, match.words)
        found.append(match.name if match else None)
    missing = [item.words[scope.language] for item in table.values() if item.name not in found]
    doubles = [name for name in found if name is not None and found.count(name) > 1]
    if None not in found and (missing or doubles):
        if missing:
            shown = ", ".join(f"“{word}”" for word in missing)
            what = Text(f"mangler {shown}", f"lacks {shown}")
            remedy = Text(f"tilføj linjen “{missing[0]} = …”", f"add the line “{missing[0]} = …”")
        else:
            word = table[doubles[0]].words[scope.language]
            what = Text(f"har “{word}” to gange", f"has “{word}” twice")
            remedy = Text("fjern den ene linje", "remove one of the lines")
        problem(scope, "K206", span, reading=reading.word, what=what, remedy=remedy)
        return [None] * len(given)
    return found

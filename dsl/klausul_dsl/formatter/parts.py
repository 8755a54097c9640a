"""The clauses of rules, quotas and declarations to blocks, one case per node."""

from __future__ import annotations

from typing import TypeAlias, assert_never

from klausul_dsl import syntax as s
from klausul_dsl.formatter.blocks import WIDTH, Block, below, beside, closing, mark, piece, shifted, spread, width
from klausul_dsl.formatter.expressions import collection, expression, path, separated
from klausul_dsl.formatter.periods import chosen_part, due, expected, review_days
from klausul_dsl.formatter.wording import Wording, cites, name, unnamed, words

NormPart: TypeAlias = (
    s.RulePart | s.QuotaPart | s.PartByReading | s.AfterExpiry | s.Due | s.OwedBy | s.Counts | s.Expected
)
DeclaredPart: TypeAlias = (
    s.Title
    | s.InForce
    | s.Clauses
    | s.Uses
    | s.SourceNote
    | s.NotSupplied
    | s.DatedValue
    | s.Asks
    | s.Means
    | s.Review
    | s.Called
    | s.Start
    | s.End
)


def norm_part(wording: Wording, node: NormPart) -> Block:
    """A clause of a rule or quota."""
    return beside(mark(node.span), _norm_part(wording, node))


def _norm_part(wording: Wording, node: NormPart) -> Block:
    match node:
        case s.Called() | s.Start() | s.End():
            return declared_part(wording, node)
        case s.Population():
            return _dated(wording, node, wording.gendered("FOR_EACH", node.entity, written=node.neuter))
        case s.Where():
            return condition(wording, _column(wording, "WHERE"), node.condition)
        case s.Unless():
            block = condition(wording, _column(wording, "UNLESS"), node.condition)
            return beside(block, piece("  "), cites(wording, node.cites)) if node.cites else block
        case s.Must():
            terminal = "MUST_NOT" if node.negated else "MAY" if node.may else "MUST"
            return _must(wording, terminal, node.verb, node.condition)
        case s.MustNotHappen():
            return piece(wording.keyword("MUST_NOT_HAPPEN"))
        case s.MayOnly():
            return condition(wording, f"{wording.keyword('MAY_ONLY')} ", node.condition)
        case s.Members():
            return _members(wording, node)
        case s.PerGroup() | s.Altogether() | s.Period() | s.Bound() | s.EveryNth() | s.Reset() | s.Recurrence():
            return chosen_part(wording, node)
        case s.AfterExpiry():
            return piece(wording.keyword("AFTER_EXPIRY"))
        case s.Due():
            return due(wording, node)
        case s.OwedBy():
            return beside(
                piece(f"{wording.keyword('OWED_BY')} "), spread((name(wording, party) for party in node.parties), "; ")
            )
        case s.Counts():
            return condition(wording, f"{wording.keyword('COUNTS')} ", node.condition)
        case s.Expected():
            return piece(expected(wording, node))
        case s.PartByReading():
            return _part_by_reading(wording, node)
        case _:
            assert_never(node)


def counted(wording: Wording, node: s.Population) -> Block:
    """The population of a quota: `of vacancies  dated by vacant_on`."""
    return beside(mark(node.span), _dated(wording, node, wording.keyword("OF")))


def condition(wording: Wording, head: str, node: s.Expression, indent: int = 2) -> Block:
    """A condition after its keyword, further lines aligned to where it begins, the answers of a reading below it."""
    if isinstance(node, s.ByReading):
        first, *options = expression(wording, node, WIDTH - indent)
        return below(beside(piece(head), (first,)), tuple(options))
    return beside(piece(head), expression(wording, node, WIDTH - indent - len(head)))


def _column(wording: Wording, terminal: str) -> str:
    """`where` and `unless`, padded where they are about as long so that their conditions stand below each other."""
    widths = [len(wording.keyword("WHERE")), len(wording.keyword("UNLESS"))]
    word = wording.keyword(terminal)
    return word.ljust(max(widths) + 2) if abs(widths[0] - widths[1]) < 3 else f"{word} "


def _dated(wording: Wording, node: s.Population, word: str) -> Block:
    head = beside(piece(f"{word} "), name(wording, node.entity))
    if node.standing_on is not None:
        return beside(head, piece(f"  {wording.keyword('STANDING_ON')} {review_days(wording, node.standing_on)}"))
    if node.dated_by is None:
        return head
    return beside(head, piece(f"  {wording.keyword('DATED_BY')} "), path(wording, node.dated_by))


def _must(wording: Wording, terminal: str, verb: s.Verb, node: s.Expression) -> Block:
    word = f" {wording.keyword(verb.upper())}" if verb else ""
    return condition(wording, f"{wording.keyword(terminal)}{word} ", node)


def _members(wording: Wording, node: s.Members) -> Block:
    every = node.quantifier == "every"
    word = wording.gendered("EVERY" if every else "NO", node.collection.name, written=node.neuter)
    head = beside(piece(f"{word} "), collection(wording, node.collection), piece(" "))
    must = _must(wording, "MUST" if every else "MAY", node.verb, node.condition)
    if len(must) == 1 and head[-1].width + must[0].width <= WIDTH - 2:
        return beside(head, must)
    verb = f" {wording.keyword(node.verb.upper())}" if node.verb else ""
    opening = beside(head, piece(f"{wording.keyword('MUST' if every else 'MAY')}{verb}"))
    return below(opening, shifted(expression(wording, node.condition, WIDTH - 4), 2))


def _part_by_reading(wording: Wording, node: s.PartByReading) -> Block:
    heads = [name(wording, option.name) for option in node.options]
    column = max(map(width, heads))
    options = [
        beside(mark(option.span), head, piece(" " * (column - width(head)) + " = "), chosen_part(wording, option.part))
        for option, head in zip(node.options, heads, strict=True)
    ]
    head = beside(piece(f"{wording.keyword('BY')} "), name(wording, node.reading))
    return below(head, *(shifted(option, 2) for option in options))


def declared_part(wording: Wording, node: DeclaredPart, padded: int = 0) -> Block:
    """A clause of a declaration; its keyword is padded to a width where clauses stand in columns."""
    return beside(mark(node.span), _declared_part(wording, node, padded))


def _declared_part(wording: Wording, node: DeclaredPart, padded: int) -> Block:
    def after(terminal: str, content: Block | s.Words) -> Block:
        head = f"{wording.keyword(terminal).ljust(padded)} "
        block = words(content, WIDTH - 2 - len(head)) if isinstance(content, s.Words) else content
        return beside(piece(head), block)

    match node:
        case s.Called():
            return after("CALLED", node.words)
        case s.Title():
            return after("TITLE", node.words)
        case s.InForce():
            return after("IN_FORCE", piece(f"{node.start.isoformat()}{_to(wording, node.end)}"))
        case s.Clauses():
            return after("CLAUSES", piece(f'"{node.file}"'))
        case s.Uses():
            return after("USES", spread((name(unnamed(wording), used) for used in node.names), "; "))
        case s.SourceNote():
            return after("SOURCE", node.words)
        case s.NotSupplied():
            return after("NOT_SUPPLIED", node.words)
        case s.Asks():
            return after("ASKS", node.words)
        case s.Start():
            return after("FROM", piece(node.day.isoformat()))
        case s.End():
            return after("TO", piece(node.day.isoformat()))
        case s.DatedValue():
            return _dated_value(wording, node)
        case s.Means():
            block = condition(wording, f"{wording.keyword('MEANS')} ", node.value)
            return beside(block, piece(valid(wording, node)))
        case s.Review():
            return _review(wording, node)
        case _:
            assert_never(node)


def _to(wording: Wording, end: object) -> str:
    return f" {wording.keyword('TO')} {end}" if end is not None else ""


def valid(wording: Wording, node: s.Means | s.Branch) -> str:
    """`  from 2024-01-01 to 2024-12-31`, or nothing."""
    start = f" {wording.keyword('FROM')} {node.start}" if node.start is not None else ""
    both = start + _to(wording, node.end)
    return f" {both}" if both else ""


def _dated_value(wording: Wording, node: s.DatedValue) -> Block:
    head = piece(f"{wording.keyword('FROM')} {node.start.isoformat()}")
    match node.key:
        case s.Name():
            head = beside(head, piece(f" {wording.keyword('FOR')} "), name(wording, node.key))
        case s.TextLiteral():
            head = beside(head, piece(f" {wording.keyword('FOR')} "), piece(f'"{node.key.value}"', node.key.span))
        case None:
            pass
        case _:
            assert_never(node.key)
    head = beside(head, piece(f" {wording.keyword('IS')} "))
    if not isinstance(node.value, s.Choices):
        return beside(head, expression(wording, node.value))
    names = [name(wording, choice) for choice in node.value.names]
    inside = separated(wording, names, node.value.names, WIDTH - width(head) - 4)
    return beside(head, piece("("), inside, closing(")", node.value.span))


def _review(wording: Wording, node: s.Review) -> Block:
    head = f"{wording.keyword('REVIEWED_ON')} {review_days(wording, node)}"
    if node.condition is None:
        return piece(head)
    return condition(wording, f"{head}  {wording.keyword('WHEN')} ", node.condition)

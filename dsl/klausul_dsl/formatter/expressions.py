"""Expressions to blocks: on one line where they fit and no comment parts them, else one operand a line."""

from __future__ import annotations

from typing import assert_never

from klausul_dsl import syntax as s
from klausul_dsl.formatter.blocks import WIDTH, Block, below, beside, closing, mark, piece, shifted, spread, width
from klausul_dsl.formatter.wording import Wording, name, quantity, words
from klausul_dsl.keywords import KEYWORDS, MONTHS, SKIPPING

_COMPARISONS = {
    "<": "LESS",
    "<=": "LESS_EQUAL",
    ">": "GREATER",
    ">=": "GREATER_EQUAL",
    "before": "EARLIER",
    "after": "LATER",
    "is": "IS",
    "is not": "IS_NOT",
}
_TESTS = {"missing": "IS_MISSING", "known": "IS_KNOWN", "uncovered": "IS_UNCOVERED"}
_QUANTIFIERS = {"some": "SOME", "every": "EVERY", "no": "NO"}


def expression(wording: Wording, node: s.Expression, room: int = WIDTH) -> Block:
    """An expression in so many columns, if it can be broken to fit."""
    return beside(mark(node.span), _body(wording, node, room))


def _body(wording: Wording, node: s.Expression, room: int) -> Block:
    match node:
        case s.Connected():
            return _connected(wording, node, room)
        case s.Group():
            return beside(piece("("), expression(wording, node.inner, room - 2), closing(")", node.span))
        case s.ByReading():
            return _by_reading(wording, node, room)
        case s.OneOf():
            return _one_of(wording, node, room)
        case s.InSet():
            among = piece(f" {wording.keyword('NOT_IN' if node.negated else 'IN')} ")
            return beside(expression(wording, node.value, room), among, name(wording, node.choices))
        case s.Not():
            return _after(f"{wording.keyword('NOT')} ", wording, node.operand, room)
        case s.Quantified() | s.Count() | s.EachMonth():
            return _over_records(wording, node, room)
        case s.FollowedBy():
            return _followed_by(wording, node, room)
        case s.Throughout():
            return _throughout(wording, node, room)
        case s.Moved():
            word = f" {wording.keyword('MOVED_TO_WORKING_DAY')}"
            return beside(expression(wording, node.value, room - len(word)), piece(word))
        case s.Arithmetic() | s.Compare() | s.Shift() | s.Within() | s.Test():
            return _comparison(wording, node, room)
        case s.Attested():
            head = f"{wording.keyword('ATTESTED')} "
            return beside(piece(head), words(node.statement, room - len(head)))
        case _:
            return _leaf(wording, node)


def _leaf(
    wording: Wording,
    node: s.NumberLiteral | s.DateLiteral | s.TextLiteral | s.YesNoLiteral | s.Day | s.Path,
) -> Block:
    match node:
        case s.NumberLiteral():
            return quantity(wording, node)
        case s.DateLiteral():
            return piece(node.value.isoformat(), node.span)
        case s.TextLiteral():
            return piece(f'"{node.value}"', node.span)
        case s.YesNoLiteral():
            terminals = ("NEVER", "ALWAYS") if node.condition else ("NO_VALUE", "YES")
            return piece(wording.keyword(terminals[node.value]), node.span)
        case s.Day():
            return piece(wording.keyword("DAY"), node.span)
        case s.Path():
            return path(wording, node)
        case _:
            assert_never(node)


def path(wording: Wording, node: s.Path) -> Block:
    """`dwelling.estate.level on 2024-01-01`."""
    names = spread((name(wording, part) for part in node.names), ".")
    if node.on is None:
        return names
    return beside(names, piece(f" {wording.keyword('ON')} "), expression(wording, node.on))


def _after(text: str, wording: Wording, node: s.Expression, room: int) -> Block:
    return beside(piece(text), expression(wording, node, room - len(text)))


def _connected(wording: Wording, node: s.Connected, room: int) -> Block:
    word = wording.keyword(node.connective.upper())
    operands = [expression(wording, operand, room - len(word) - 1) for operand in node.operands]
    flat = [operand for operand in operands if len(operand) == 1]
    if len(flat) == len(operands) and not wording.parted([operand.span for operand in node.operands]):
        line = spread(flat, f" {word} ")
        if width(line) <= room:
            return line
    first, *rest = operands
    return below(first, *(beside(piece(f"{word} "), operand) for operand in rest))


def _by_reading(wording: Wording, node: s.ByReading, room: int) -> Block:
    heads = [name(wording, option.name) for option in node.options]
    column = max(map(width, heads))
    options = [
        beside(mark(option.span), head, piece(" " * (column - width(head)) + " = "), value)
        for option, head in zip(node.options, heads, strict=True)
        for value in [expression(wording, option.value, room - column - 5)]
    ]
    head = beside(piece(f"{wording.keyword('BY')} "), name(wording, node.reading))
    return below(head, *(shifted(option, 2) for option in options))


def _one_of(wording: Wording, node: s.OneOf, room: int) -> Block:
    word = wording.keyword("NOT_IN" if node.negated else "IN")
    head = beside(expression(wording, node.value, room), piece(f" {word} ("))
    return beside(head, listed(wording, node.options, room - head[-1].width - 1), closing(")", node.span))


def listed(wording: Wording, nodes: tuple[s.Expression, ...], room: int) -> Block:
    """Options separated by `;`: on one line where they fit, else one a line."""
    options = [expression(wording, node) for node in nodes]
    return separated(wording, options, nodes, room)


def separated(wording: Wording, blocks: list[Block], nodes: tuple[s.Node, ...], room: int) -> Block:
    """The blocks of these nodes with `;` between them: on one line where they fit, else one a line."""
    if all(len(block) == 1 for block in blocks) and not wording.parted([node.span for node in nodes]):
        line = spread(blocks, "; ")
        if width(line) <= room:
            return line
    return below(*(beside(block, piece(";")) for block in blocks[:-1]), blocks[-1])


def _comparison(wording: Wording, node: s.Arithmetic | s.Compare | s.Shift | s.Within | s.Test, room: int) -> Block:
    match node:
        case s.Arithmetic():
            left = expression(wording, node.left, room)
            return beside(left, _after(f" {node.operator} ", wording, node.right, room - left[-1].width))
        case s.Compare():
            left = expression(wording, node.left, room)
            word = wording.keyword(_COMPARISONS[node.operator])
            return beside(left, _after(f" {word} ", wording, node.right, room - left[-1].width))
        case s.Shift():
            left = expression(wording, node.left, room)
            return beside(left, piece(f" {node.operator} "), _duration(wording, node.duration))
        case s.Within():
            left = expression(wording, node.value, room)
            direction = wording.keyword("BEFORE" if node.direction == "before" else "AFTER")
            middle = beside(piece(f" {wording.keyword('WITHIN')} "), _duration(wording, node.duration))
            return beside(left, middle, piece(f" {direction} "), expression(wording, node.anchor, room))
        case s.Test():
            return beside(expression(wording, node.value, room), piece(f" {wording.keyword(_TESTS[node.kind])}"))
        case _:
            assert_never(node)


def _duration(wording: Wording, node: s.Duration) -> Block:
    forms = KEYWORDS[node.unit.upper()].words(wording.language)
    shown = f"{node.amount} {forms[1] if node.amount == 1 and len(forms) > 1 else forms[0]}"
    if node.skipping:
        months = [wording.keyword(MONTHS[month - 1]) for month in sorted(node.skipping)]
        listed = f" {wording.keyword('AND')} ".join([part for part in (", ".join(months[:-1]), months[-1]) if part])
        shown += f" {SKIPPING.words(wording.language)[0]} {listed}"
    if node.rolls_over:
        shown += f" {wording.keyword('ROLLING_OVER')}"
    return piece(shown, node.span)


def _throughout(wording: Wording, node: s.Throughout, room: int) -> Block:
    direction = wording.keyword("BEFORE" if node.direction == "before" else "AFTER")
    head = beside(
        piece(f"{wording.keyword('THROUGHOUT_THE')} "),
        _duration(wording, node.duration),
        piece(f" {direction} "),
        expression(wording, node.anchor),
        piece(" ("),
    )
    body = expression(wording, node.condition, room - head[-1].width - 1)
    return beside(head, body, closing(")", node.span))


def _followed_by(wording: Wording, node: s.FollowedBy, room: int) -> Block:
    first, then = _bracketed(wording, node.first, room - 1), _bracketed(wording, node.then, room)
    follows = piece(f"{wording.keyword('FOLLOWED_BY')} ")
    if len(first) == 1 and len(then) == 1 and width(first) + width(then) + follows[0].width + 2 <= room:
        return beside(first, piece(", "), follows, then)
    return below(beside(first, piece(",")), beside(follows, then))


def _bracketed(wording: Wording, node: s.Quantified, room: int) -> Block:
    """`some meeting having (…)`: the condition always in parentheses."""
    word = wording.gendered("SOME", node.collection.name, written=node.neuter)
    head = beside(piece(f"{word} "), collection(wording, node.collection))
    if node.body is None:
        return head
    opening = beside(head, piece(f" {wording.keyword('HAVING')} ("))
    return beside(opening, expression(wording, node.body, room - opening[-1].width - 1), closing(")", node.span))


def collection(wording: Wording, node: s.Collection) -> Block:
    """`member of household`."""
    noun = name(wording, node.name)
    return noun if node.of is None else beside(noun, piece(f" {wording.keyword('OF')} "), path(wording, node.of))


def _over_records(wording: Wording, node: s.Quantified | s.Count | s.EachMonth, room: int) -> Block:
    match node:
        case s.Quantified():
            word = wording.gendered(_QUANTIFIERS[node.quantifier], node.collection.name, written=node.neuter)
            head = beside(piece(f"{word} "), collection(wording, node.collection))
            return _having(wording, head, node.body, room, "HAVING" if node.having else "HAS")
        case s.EachMonth():
            some = wording.gendered("SOME", node.collection.name, written=node.neuter)
            months = f"{node.months} {wording.keyword('CALENDAR_MONTHS_BEFORE')}"
            head = beside(piece(f"{wording.keyword('IN_EACH_OF_THE')} {months} "), expression(wording, node.anchor))
            members = beside(piece(f"{some} "), collection(wording, node.collection))
            line = beside(head, piece(" "), _having(wording, members, node.body, room))
            if len(line) == 1 and width(line) <= room:
                return line
            return below(head, shifted(_having(wording, members, node.body, room - 2), 2))
        case s.Count():
            head = beside(piece(f"{wording.keyword('NUMBER_OF')} "), collection(wording, node.collection))
            if node.body is None:
                return head
            opening = beside(head, piece(f" {wording.keyword('HAVING')} ("))
            body = expression(wording, node.body, room - opening[-1].width - 1)
            return beside(opening, body, closing(")", node.span))
        case _:
            assert_never(node)


def _having(wording: Wording, head: Block, body: s.Expression | None, room: int, link: str = "HAS") -> Block:
    if body is None:
        return head
    opening = beside(head, piece(f" {wording.keyword(link)} "))
    return beside(opening, expression(wording, body, room - opening[-1].width))

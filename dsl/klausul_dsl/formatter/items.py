"""Items to blocks: the head line at the margin, its clauses indented."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from klausul_dsl import syntax as s
from klausul_dsl.formatter.blocks import WIDTH, Block, below, beside, mark, piece, shifted, width
from klausul_dsl.formatter.examples import example_part
from klausul_dsl.formatter.expressions import expression
from klausul_dsl.formatter.labels import relabelled
from klausul_dsl.formatter.parts import counted, declared_part, norm_part, valid
from klausul_dsl.formatter.wording import Wording, cites, name, unnamed, value_type, words

INDENT = 2
CITES = 52
"""The column of the citations of a head line; a longer head pushes them further."""
NARROW = 36
"""Class heads wider than this have their condition on the next line."""


_NORMS: dict[type[s.Norm], str] = {
    s.Rule: "RULE",
    s.Quota: "QUOTA",
    s.Sequence: "SEQUENCE",
    s.Deadline: "DEADLINE",
    s.Periodic: "PERIODIC",
    s.Duty: "DUTY",
    s.Measure: "MEASURE",
}


def item(wording: Wording, node: s.Item) -> Block:
    """An item with its clauses, in the order they were written."""
    head, parts = _item(wording, relabelled(wording, node))
    return below(beside(mark(node.span), head), *(shifted(part, INDENT) for part in parts))


def _item(wording: Wording, node: s.Item) -> tuple[Block, list[Block]]:
    match node:
        case s.Agreement():
            return _head(unnamed(wording), "AGREEMENT", node.name), _agreement_parts(wording, node)
        case s.Parameter():
            head = beside(_head(wording, "PARAMETER", node.name), piece(": "), value_type(wording, node.type))
            if node.entity is not None:
                head = beside(head, piece(f" {wording.keyword('FOR')} "), name(wording, node.entity))
            return _cited(wording, head, node.cites), [declared_part(wording, part) for part in node.parts]
        case s.Reading():
            return _cited(wording, _head(wording, "READING", node.name), node.cites), _reading_parts(wording, node)
        case s.Define():
            head = beside(
                _head(wording, "DEFINE", node.name),
                piece(f" {wording.keyword('FOR')} "),
                name(wording, node.entity),
                piece(f" {wording.keyword('ON_DAY')}" if node.on_day else ""),
            )
            return _cited(wording, head, node.cites), [declared_part(wording, part) for part in node.parts]
        case s.Classify():
            middle = f" {wording.keyword('ON_DAY')} {wording.keyword('AS')} "
            head = beside(_head(wording, "CLASSIFY", node.entity), piece(middle), name(wording, node.name))
            return _cited(wording, head, node.cites), _classes(wording, node)
        case s.Placement():
            middle = f" {wording.keyword('AS')} "
            head = beside(_head(wording, "PLACEMENT_OF", node.entity), piece(middle), name(wording, node.name))
            return _cited(wording, head, node.cites), [declared_part(wording, part) for part in node.parts]
        case s.Rule() | s.Deadline() | s.Periodic() | s.Duty():
            return _cited(wording, _head(wording, _NORMS[type(node)], node.name), node.cites), [
                norm_part(wording, part) for part in node.parts
            ]
        case s.Quota() | s.Sequence() | s.Measure():
            return _cited(wording, _head(wording, _NORMS[type(node)], node.name), node.cites), [
                counted(wording, part) if isinstance(part, s.Population) else norm_part(wording, part)
                for part in _permitted(node)
            ]
        case s.Example():
            return _example_head(wording, node), [example_part(wording, part) for part in node.parts]
        case _:
            assert_never(node)


def _example_head(wording: Wording, node: s.Example) -> Block:
    """The title and what the example is for, on one line where they fit."""
    begin = f"{wording.keyword('EXAMPLE')} "
    title = beside(piece(begin), words(node.title, WIDTH - len(begin)))
    subject = beside(piece(f"{wording.keyword('FOR')} "), name(wording, node.subject))
    if len(title) == 1 and width(title) + 2 + width(subject) <= WIDTH:
        return beside(title, piece("  "), subject)
    return below(title, shifted(subject, INDENT))


def _head(wording: Wording, terminal: str, named: s.Name) -> Block:
    return beside(piece(f"{wording.keyword(terminal)} "), name(wording, named))


def _cited(wording: Wording, head: Block, references: tuple[s.Cite, ...]) -> Block:
    """The head line with its citations, in their column."""
    if not references:
        return head
    return beside(head, piece(" " * max(2, CITES - width(head))), cites(wording, references))


def _agreement_parts(wording: Wording, node: s.Agreement) -> list[Block]:
    terminals = {s.Called: "CALLED", s.Title: "TITLE", s.InForce: "IN_FORCE", s.Clauses: "CLAUSES", s.Uses: "USES"}
    widest = max((len(wording.keyword(terminals[type(part)])) for part in node.parts), default=0)
    return [declared_part(wording, part, widest) for part in node.parts]


def _permitted(node: s.Quota | s.Sequence | s.Measure) -> list[s.QuotaPartNode | s.SequencePart | s.MeasurePart]:
    """The parts of a count; its requirement says `may` where the bound says `at most`."""
    bounds = [option for part in node.parts for option in _bounds(part)]
    permitted = any(bound.comparison == "at most" for bound in bounds)
    return [replace(part, may=permitted) if isinstance(part, s.Must) else part for part in node.parts]


def _bounds(part: s.Node) -> list[s.Bound | s.EveryNth]:
    options = [option.part for option in part.options] if isinstance(part, s.PartByReading) else [part]
    return [option for option in options if isinstance(option, s.Bound | s.EveryNth)]


def _reading_parts(wording: Wording, node: s.Reading) -> list[Block]:
    names = [name(wording, part.name) for part in node.parts if isinstance(part, s.Alternative)]
    column = max(map(width, names), default=0) + 2
    return [
        beside(mark(part.span), _alternative(wording, part, column))
        if isinstance(part, s.Alternative)
        else declared_part(wording, part)
        for part in node.parts
    ]


def _alternative(wording: Wording, node: s.Alternative, column: int) -> Block:
    """An answer and its reason: on one line where it fits, else the reason below it."""
    head = name(wording, node.name)
    if node.called is None:
        line = beside(head, piece(" " * (column - width(head))), words(node.reason, WIDTH * 2))
        if width(line) <= WIDTH - INDENT:
            return line
        return below(head, shifted(words(node.reason, WIDTH - 2 * INDENT), INDENT))
    because = f"{wording.keyword('BECAUSE')} "
    head = beside(head, piece(f" {wording.keyword('CALLED')} "), words(node.called))
    reason = beside(piece(because), words(node.reason, WIDTH - 2 * INDENT - len(because)))
    return below(head, shifted(reason, INDENT))


def _classes(wording: Wording, node: s.Classify) -> list[Block]:
    """The classes, their conditions below each other and their citations in one column."""
    heads = {id(part): _class_head(wording, part) for part in node.parts if isinstance(part, s.Branch)}
    column = max(map(width, heads.values()), default=0) + 2
    blocks = {
        id(part): _class(wording, part, heads[id(part)], column) for part in node.parts if isinstance(part, s.Branch)
    }
    margin = max((block[-1].width for block in blocks.values() if block[-1].width < WIDTH), default=0) + 2
    return [
        _class_cited(wording, part, blocks[id(part)], margin)
        if isinstance(part, s.Branch)
        else declared_part(wording, part)
        for part in node.parts
    ]


def _class_head(wording: Wording, node: s.Branch) -> Block:
    head = beside(mark(node.span), piece(f"{wording.keyword('CLASS')} "), name(wording, node.name))
    if node.called is None:
        return head
    return beside(head, piece(f"  {wording.keyword('CALLED')} "), words(node.called))


def _class(wording: Wording, node: s.Branch, head: Block, column: int) -> Block:
    if node.condition is None:
        body = piece(wording.keyword("OTHERWISE"))
    else:
        when = f"{wording.keyword('WHEN')} "
        room = WIDTH - INDENT - len(when) - (column if column <= NARROW else INDENT)
        body = beside(piece(when), expression(wording, node.condition, room))
    if column <= NARROW or node.condition is None:
        gap = column - width(head) if column <= NARROW else 2
        whole = beside(head, piece(" " * gap), body)
    else:
        whole = below(head, shifted(beside(mark(node.condition.span), body), INDENT))
    return beside(whole, piece(valid(wording, node)))


def _class_cited(wording: Wording, node: s.Branch, block: Block, margin: int) -> Block:
    if not node.cites:
        return block
    return beside(block, piece(" " * max(2, margin - block[-1].width)), cites(wording, node.cites))

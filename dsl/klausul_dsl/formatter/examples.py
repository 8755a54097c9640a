"""The clauses of an example to blocks."""

from __future__ import annotations

from typing import assert_never

from klausul_dsl import syntax as s
from klausul_dsl.formatter.blocks import WIDTH, Block, beside, filled, mark, piece, spread
from klausul_dsl.formatter.expressions import expression, path, separated
from klausul_dsl.formatter.wording import Wording, cites, key, keyed, name

_VERDICTS: dict[s.Verdict, str] = {
    "breach": "BREACH",
    "compliant": "COMPLIANT",
    "undetermined": "UNDETERMINED",
    "not_applicable": "NOT_APPLICABLE",
    "pending": "PENDING",
    "uncovered": "UNCOVERED",
    "conflict": "CONFLICT",
    "yes": "YES",
    "no": "NO_VALUE",
    "unknown": "UNKNOWN",
}


def example_part(wording: Wording, node: s.AsOf | s.Given | s.Expect) -> Block:
    """A clause of an example."""
    match node:
        case s.AsOf():
            return piece(f"{wording.keyword('AS_OF')} {node.day.isoformat()}", node.span)
        case s.Given():
            return beside(mark(node.span), _given(wording, node))
        case s.Expect():
            return beside(mark(node.span), _expect(wording, node))
        case _:
            assert_never(node)


def _given(wording: Wording, node: s.Given) -> Block:
    """`given 33 vacancies on 2024-01-01 with …`, on as many lines as it takes."""
    no = wording.gendered("NO", node.entity, written=node.neuter)
    amount = f"{no} " if node.none else f"{node.amount} " if node.amount != 1 else ""
    head = beside(piece(f"{wording.keyword('GIVEN')} {amount}"), name(wording, node.entity))
    if node.key is not None:
        head = beside(head, piece(f" {key(node.key)}"))
    if node.of is not None:
        of = keyed(wording, node.of) or path(wording, node.of)
        head = beside(head, piece(f" {wording.keyword('OF')} "), of)
    if node.on is not None:
        head = beside(head, piece(f" {wording.keyword('ON')} {node.on.isoformat()}"))
    if not node.facts:
        return head
    opening = beside(head, piece(f" {wording.keyword('WITH')} "))
    first, *others = facts = [_stated(wording, fact) for fact in node.facts]
    begin, last = node.span.start, node.facts[-1].span
    broken = any(begin < at < last.start for at in wording.end_of_line)
    if broken or any(node.facts[0].span.end <= at < last.end for at in wording.own_line):
        return beside(opening, separated(wording, facts, node.facts, 0))
    return filled([("", beside(opening, first)), *(("; ", fact) for fact in others)], WIDTH - 2)


def _stated(wording: Wording, node: s.Stated) -> Block:
    stated = path(wording, node.path)
    if node.negated:
        word = (
            wording.gendered("NO", node.path.names[-1], written=node.neuter)
            if node.negation == "no"
            else wording.keyword("NOT")
        )
        return beside(mark(node.span), piece(f"{word} "), stated)
    if node.unknown:
        return beside(stated, piece(f" {wording.keyword('UNKNOWN')}"))
    if node.value is not None:
        value = keyed(wording, node.value) if isinstance(node.value, s.Path) else None
        return beside(stated, piece(" "), value or expression(wording, node.value))
    return stated


def _expect(wording: Wording, node: s.Expect) -> Block:
    """The verdict, then why, by which branch and under which readings."""
    verdict = piece(f"{wording.keyword('EXPECT')} ")
    if node.verdict is not None:
        verdict = beside(verdict, piece(wording.keyword(_VERDICTS[node.verdict])))
    elif node.value is not None:
        verdict = beside(verdict, expression(wording, node.value))
    if node.key is not None:
        verdict = beside(verdict, piece(f" {wording.keyword('FOR')} {key(node.key)}"))
    if node.on is not None:
        verdict = beside(verdict, piece(f" {wording.keyword('ON')} {node.on}"))
    segments: list[tuple[str, Block]] = [("", verdict)]
    if node.reason is not None:
        reason = piece(f"{wording.keyword('BECAUSE_OF')} {wording.keyword(node.reason.upper())}")
        if node.facts:
            reason = beside(reason, piece(": "), spread((path(wording, fact) for fact in node.facts), "; "))
        segments.append((" ", reason))
    if node.by is not None:
        segments.append((" ", piece(f"{wording.keyword('BY_PART')} {wording.keyword(node.by.upper())}")))
    if node.cites:
        segments.append((" ", cites(wording, node.cites)))
    if node.refuted:
        refuted = spread((_refuted(wording, one) for one in node.refuted), f" {wording.keyword('AND')} ")
        segments.append((", ", beside(piece(f"{wording.keyword('REFUTED')} "), refuted)))
    if node.readings:
        word = f" {wording.keyword('AND')} "
        chosen = spread((_chosen(wording, *pair) for pair in node.readings), word)
        segments.append((" ", beside(piece(f"{wording.keyword('WHEN')} "), chosen)))
    return filled(segments, WIDTH - 2)


def _refuted(wording: Wording, node: s.Refuted) -> Block:
    named = name(wording, node.name)
    return beside(named, piece(" "), cites(wording, node.cites)) if node.cites else named


def _chosen(wording: Wording, reading: s.Name, alternative: s.Name) -> Block:
    return beside(name(wording, reading), piece(f" {wording.keyword('IS')} "), name(wording, alternative))

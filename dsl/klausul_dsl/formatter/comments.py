"""Comments put back between and behind the lines that are printed; none is lost."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from itertools import accumulate

from klausul_dsl.formatter.blocks import Block, Row
from klausul_dsl.syntax import Comment


def with_comments(block: Block, comments: Iterable[Comment]) -> list[str]:
    """The lines of a text, with every comment above or behind the line it belongs to.

    A comment of its own line stands above the line that prints what follows it (or what it stands in the middle of),
    any other behind the line that prints what comes before it; of several behind one line all but the last go above.
    An indented one after the last clause of an item stays below that clause.
    """
    known = [index for index, row in enumerate(block) if row.start is not None]
    starts = list(accumulate((block[index].start or 0 for index in known), max))
    above: dict[int, list[Comment]] = defaultdict(list)
    behind: dict[int, Comment] = {}
    under: dict[int, list[Comment]] = defaultdict(list)
    for comment in sorted(comments, key=lambda one: one.span.start):
        at = comment.span.start
        place = bisect_right(starts, at)
        before = known[place - 1] if place else 0
        if comment.own_line:
            inside = place > 0 and (block[before].end or 0) > at
            following = known[place] if place < len(known) else len(block)
            if comment.column and before and not inside and (following == len(block) or not block[following].indent):
                under[before].append(comment)
            else:
                above[before if inside else following].append(comment)
            continue
        if before in behind:
            above[before].append(behind[before])
        behind[before] = comment
    return _woven(block, above, behind, under)


def _text(comment: Comment) -> str:
    return comment.text if comment.text.startswith("#") else f"# {comment.text}"


def _woven(
    block: Block, above: dict[int, list[Comment]], behind: dict[int, Comment], under: dict[int, list[Comment]]
) -> list[str]:
    lines: list[str] = []
    for index, row in enumerate(block):
        lines += _stack(above.get(index, []), row)
        lines.append(_line(row, behind.get(index)))
        lines += [f"  {_text(comment)}" for comment in under.get(index, [])]
    if last := above.get(len(block)):
        lines += ["", *_stack(last, None)]
    return lines


def _stack(comments: list[Comment], row: Row | None) -> list[str]:
    """The comments above a line, in its indentation; at the margin the blank lines after them are kept."""
    if row is not None and row.indent:
        return [" " * row.indent + _text(comment) for comment in comments]
    lines: list[str] = []
    starts = [comment.span.start for comment in comments[1:]]
    starts += [row.start] if row is not None and row.start is not None else []
    for index, comment in enumerate(comments):
        lines.append(_text(comment))
        if index < len(starts) and starts[index] > comment.span.end + 1:
            lines.append("")
    return lines


def _line(row: Row, comment: Comment | None) -> str:
    text = (" " * row.indent + row.text).rstrip()
    return f"{text}  {_text(comment)}" if comment is not None else text

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
    """
    known = [index for index, row in enumerate(block) if row.start is not None]
    starts = list(accumulate((block[index].start or 0 for index in known), max))
    above: dict[int, list[str]] = defaultdict(list)
    behind: dict[int, str] = {}
    for comment in sorted(comments, key=lambda one: one.span.start):
        at, text = comment.span.start, _text(comment)
        place = bisect_right(starts, at)
        before = known[place - 1] if place else 0
        if comment.own_line:
            inside = place > 0 and (block[before].end or 0) > at
            following = known[place] if place < len(known) else len(block)
            above[before if inside else following].append(text)
            continue
        if before in behind:
            above[before].append(behind[before])
        behind[before] = text
    return _woven(block, above, behind)


def _text(comment: Comment) -> str:
    return comment.text if comment.text.startswith("#") else f"# {comment.text}"


def _woven(block: Block, above: dict[int, list[str]], behind: dict[int, str]) -> list[str]:
    lines: list[str] = []
    for index, row in enumerate(block):
        lines += [" " * row.indent + text for text in above.get(index, ())]
        lines.append(_line(row, behind.get(index)))
    if last := above.get(len(block)):
        lines += ["", *last]
    return lines


def _line(row: Row, comment: str | None) -> str:
    text = (" " * row.indent + row.text).rstrip()
    return f"{text}  {comment}" if comment is not None else text

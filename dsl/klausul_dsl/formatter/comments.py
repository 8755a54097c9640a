"""Comments put back between and behind the lines that are printed; none is lost."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from klausul_dsl.formatter.blocks import Block, Row
from klausul_dsl.syntax import Comment


def with_comments(block: Block, comments: Iterable[Comment]) -> list[str]:
    """The lines of a text, with every comment above or behind the line it belongs to.

    A comment of its own line stands above the line that prints what follows it (or what it stands in the middle of),
    any other behind the line that prints what comes before it; of several behind one line all but the last go above.
    """
    starts = _starts(block)
    above: dict[int, list[str]] = defaultdict(list)
    behind: dict[int, str] = {}
    for comment in sorted(comments, key=lambda one: one.span.start):
        at, text = comment.span.start, _text(comment)
        index = bisect_right(starts, at) - 1
        if comment.own_line:
            inside = index >= 0 and (block[index].end or 0) > at
            above[index if inside else _next(block, index)].append(text)
            continue
        index = max(index, 0)
        if index in behind:
            above[index].append(behind[index])
        behind[index] = text
    return _woven(block, above, behind)


def _text(comment: Comment) -> str:
    return comment.text if comment.text.startswith("#") else f"# {comment.text}"


def _starts(block: Block) -> list[int]:
    """The first offset of each line; a line that prints nothing of the source has that of the line before."""
    starts: list[int] = []
    for row in block:
        last = starts[-1] if starts else -1
        starts.append(max(last, row.start) if row.start is not None else last)
    return starts


def _next(block: Block, index: int) -> int:
    """The line after a line, a blank line between two items passed over."""
    index += 1
    return index + 1 if index < len(block) and not block[index].text else index


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

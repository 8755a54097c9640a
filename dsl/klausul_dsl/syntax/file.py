"""One policy file: its items and its comments."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from klausul_dsl.syntax.declared import Agreement, Classify, Define, Parameter, Placement, Reading
from klausul_dsl.syntax.examples import Example
from klausul_dsl.syntax.node import Node
from klausul_dsl.syntax.norms import Norm
from klausul_dsl.text import Language

Item: TypeAlias = Agreement | Parameter | Reading | Define | Classify | Placement | Norm | Example


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment(Node):
    """A comment, `# …`; `own_line` where nothing stands before it on its line, which it begins at `column` (from 0)."""

    text: str
    own_line: bool
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class File(Node):
    """One policy file: its language version, its natural language, its items and comments."""

    version: int
    language: Language
    items: tuple[Item, ...] = ()
    comments: tuple[Comment, ...] = field(default=(), compare=False)

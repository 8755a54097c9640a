"""One change of a part of the typed core: the part that takes its place, and what is said of it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args

from klausul_dsl import typed as t
from klausul_dsl.datatypes import YesNo
from klausul_dsl.source import Span
from klausul_dsl.text import Text

EXPRESSIONS: tuple[type, ...] = get_args(t.Expression)
READ_AS = Text("“{before}” læst som “{after}”", "“{before}” read as “{after}”")
INSTEAD = Text("{after} i stedet for {before}", "{after} instead of {before}")

Fact = Text | t.Node
"""What fills a template: words, or a part of the core that is told in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A part of the core, changed.

    `template` says the change; `facts` fill it. `scope` names the entities of the records around the part, innermost
    first. An edit is told of the nearest whole condition around it: `settled` once that is found.
    """

    part: Any
    span: Span
    template: Text
    facts: Mapping[str, Fact] = field(default_factory=dict)
    scope: tuple[str, ...] = ()
    settled: bool = True


def mark_of(edit: Edit) -> str:
    """A short name of a change that stays the same however the change is told.

    It is made of what is changed and into what, not of the words for it.
    """
    facts = sorted((name, repr(fact)) for name, fact in edit.facts.items())
    told = repr((edit.template.en, facts))
    return hashlib.sha256(told.encode()).hexdigest()[:8]


def read_as(node: t.Node, part: t.Node, scope: tuple[str, ...]) -> Edit:
    """A part read as another one."""
    facts = {"before": node, "after": part}
    return Edit(part=part, span=node.span, template=READ_AS, facts=facts, scope=scope, settled=whole(node))


def without(node: t.Node, part: Any, template: Text, scope: tuple[str, ...], **facts: Fact) -> Edit:
    """A part that lacks something, named by the template."""
    return Edit(part=part, span=node.span, template=template, facts=facts, scope=scope)


def whole(node: object) -> bool:
    """Whether a part makes sense told alone: a condition, or anything that is no expression."""
    return not isinstance(node, EXPRESSIONS) or isinstance(node.type, YesNo)  # type: ignore[attr-defined]


def lifted(node: t.Node, part: t.Node, edit: Edit) -> Edit:
    """The edit of a child as an edit of the node around it."""
    if edit.settled or not isinstance(node, EXPRESSIONS):
        return replace(edit, part=part, span=edit.span if edit.span.file else node.span, settled=True)
    return replace(edit, part=part, facts={"before": node, "after": part}, settled=whole(node))

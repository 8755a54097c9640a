"""Norms over time to sentences: deadlines, what recurs, duties."""

from __future__ import annotations

from klausul_dsl import typed as t
from klausul_dsl.datatypes import YesNo
from klausul_dsl.parties import PARTIES
from klausul_dsl.prose.expressions import clause, required, such, together
from klausul_dsl.prose.facts import compared
from klausul_dsl.prose.norms import ending, modal, named, unless
from klausul_dsl.prose.parts import chosen, recurrence
from klausul_dsl.prose.teller import Teller
from klausul_dsl.text import series


def deadline(teller: Teller, node: t.Deadline) -> str:
    """By which day something must have happened."""
    teller = teller.inside(node.entity)
    told = compared(teller, t.Compare(operator="<=", left=node.event, right=node.due, type=YesNo()))
    said = teller.tongue.say(
        "deadline",
        every=_for_each(teller, node.entity),
        noun=named(teller, node, teller.singular(node.entity)),
        where=_where(teller, node.where),
        modal=teller.tongue.words["must"],
        subject=told.subject,
        infinitive=teller.tongue.infinitive(told),
        unless=unless(teller, node),
        expiry=_after_expiry(teller, node),
    )
    return f"{said} {ending(teller, node)}"


def periodic(teller: Teller, node: t.Periodic) -> tuple[str, ...]:
    """What must be so in every period for every record."""
    teller = teller.inside(node.entity)
    told = required(teller, node.requirement.condition)
    said = teller.tongue.say(
        "periodic",
        every=_for_each(teller, node.entity),
        noun=teller.singular(node.entity),
        where=_where(teller, node.where),
        when=_when(teller, node),
        modal=modal(teller, node.requirement.condition, told),
        subject=told.subject,
        infinitive=teller.tongue.infinitive(told),
        unless=unless(teller, node),
        expiry=_after_expiry(teller, node),
    )
    return f"{said} {ending(teller, node)}", *chosen(teller, "this is asked", node.recurrence, recurrence)


def duty(teller: Teller, node: t.Duty) -> tuple[str, ...]:
    """Who owes what in every period."""
    teller = teller.inside(node.entity) if node.entity else teller
    own = node.owed_by == (node.entity,)
    labels = {party.name: party.label[teller.tongue.language] for party in PARTIES}
    each = teller.determined("every", node.entity) if node.entity else ""
    said = teller.tongue.say(
        "duty where" if node.where else "duty",
        parties=each if own else series([labels[name] for name in node.owed_by], teller.tongue.words["and"]),
        when=_when(teller, node),
        each=teller.tongue.say("duty each", noun=each) if each and not own else "",
        where=together(teller, node.where) if node.where else "",
        clause=clause(teller, node.requirement.condition),
        unless=unless(teller, node),
        expiry=_after_expiry(teller, node),
    )
    return f"{said} {ending(teller, node)}", *chosen(teller, "this is asked", node.recurrence, recurrence)


def _for_each(teller: Teller, entity: str) -> str:
    every = teller.tongue.determiner("every", teller.entity(entity).neuter)
    return teller.tongue.say("at each" if teller.takes_place(entity) else "for each", every=every)


def _where(teller: Teller, nodes: tuple[t.Expression, ...]) -> str:
    return teller.tongue.say("rule where", clause=such(teller, nodes, False)) if nodes else ""


def _when(teller: Teller, node: t.Periodic | t.Duty) -> str:
    return recurrence(teller, node.recurrence) if isinstance(node.recurrence, t.Recurrence) else ""


def _after_expiry(teller: Teller, node: t.Deadline | t.Periodic | t.Duty) -> str:
    return teller.tongue.words["after expiry"] if node.after_expiry else ""

"""How a policy is told in an audit: its norms and measures in plain words, in the order of their clauses."""

from __future__ import annotations

from collections.abc import Mapping

from klausul.audit.choices import Named, named_items
from klausul.findings import Teller
from klausul.findings.naming import leading
from klausul_dsl import typed
from klausul_dsl.clauses import Register
from klausul_dsl.prose import tell
from klausul_dsl.text import LANGUAGES, Text
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import at_readings


def told(policy: typed.Policy, words: Vocabulary, chosen: Mapping[str, str]) -> Teller:
    """What says a norm of a policy in plain words at the chosen readings; each variant is told once."""
    known: dict[tuple[str, tuple[tuple[str, str], ...]], Text] = {}

    def teller(norm: Named, variant: tuple[tuple[str, str], ...]) -> Text:
        if (norm.name, variant) not in known:
            settled = at_readings(norm, {**chosen, **dict(variant)})
            known[norm.name, variant] = Text(*(tell(settled, policy, words, language) for language in LANGUAGES))
        return known[norm.name, variant]

    return teller


def clause_order(policy: typed.Policy, registers: Mapping[str, Register]) -> dict[str, tuple[int, int, str]]:
    """For each norm and measure the place of its first clause: register, position in it, then the norm's name."""
    places = {
        (name, clause): (number, position)
        for number, (name, register) in enumerate(registers.items())
        for position, clause in enumerate(register.clauses)
    }
    last = (len(registers), 0)
    order = {}
    for name, norm in named_items(policy).items():
        first = leading(norm.references)
        number, position = places.get((first.register, first.clause), last) if first else last
        order[name] = (number, position, name)
    return order

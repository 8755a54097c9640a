"""Declarations to sentences: definitions, classes, placements, parameters, readings."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl import typed as t
from klausul_dsl.datatypes import Several, YesNo
from klausul_dsl.prose.expressions import clause
from klausul_dsl.prose.norms import since, valid
from klausul_dsl.prose.nouns import depending, long_date, noun, options_of, shown
from klausul_dsl.prose.teller import Teller
from klausul_dsl.prose.tongue import plain, quoted
from klausul_dsl.text import series


def definition(teller: Teller, node: t.Definition) -> str:
    """What a name means, from which day to which."""
    teller = teller.inside(node.entity)
    condition = isinstance(node.type, YesNo)
    subject, label = teller.indefinite(node.entity), teller.label(node.label)
    told = teller.tongue.stated(quoted(label), None, teller.takes_place(node.entity))
    depends, meanings = _meanings(teller, node.meanings, condition)
    return teller.tongue.say(
        "definition yes" if condition else "definition value",
        clause=teller.tongue.finite(replace(told, subject=subject), False),
        what=teller.tongue.owned(subject, f"“{label}”"),
        dated=teller.tongue.words["dated"] if node.dated else "",
        depends=depends,
        meanings=meanings,
        references=teller.cited(node.references),
    )


def _meanings(teller: Teller, nodes: tuple[t.Meaning, ...], condition: bool) -> tuple[str, str]:
    """How the meaning depends on a reading, and else the meanings, the days on which each holds behind it."""
    tell = clause if condition else noun
    match nodes:
        case (t.Meaning(value=t.Interpreted(choice=choice)) as only,):
            if not condition:
                return depending(teller, choice, tell), _since(teller, only.validity)
            options = "; ".join(options_of(teller, choice, tell, "depends clause"))
            reading = teller.label(teller.policy.readings[choice.reading].label)
            said = teller.tongue.say("depends meaning", reading=reading, options=options)
            return said, _since(teller, only.validity)
        case _:
            return "", "; ".join(_meaning(teller, one, condition) for one in nodes)


def _meaning(teller: Teller, node: t.Meaning, condition: bool) -> str:
    """One of several meanings with its days; they stand first where they hold for all that a reading may choose."""
    if condition:
        return f"{teller.tongue.say('that', clause=clause(teller, node.value))} {_since(teller, node.validity)}"
    if isinstance(node.value, t.Interpreted):
        return since(teller, node.validity) + depending(teller, node.value.choice, noun)
    return f"{noun(teller, node.value)} {_since(teller, node.validity)}"


def _since(teller: Teller, validity: t.Validity) -> str:
    days = since(teller, validity)
    return f"({days})" if days else ""


def classification(teller: Teller, node: t.Classification) -> tuple[str, ...]:
    """The classes in their order: what they are classes of, then one sentence each."""
    teller = teller.inside(node.entity)
    opening = teller.tongue.say(
        "classes",
        what=teller.tongue.owned(teller.indefinite(node.entity), teller.label(node.label)),
        references=teller.cited(node.references),
    )
    return (opening, *(_branch(teller, number, one) for number, one in enumerate(node.branches, start=1)))


def _branch(teller: Teller, number: int, node: t.Branch) -> str:
    return teller.tongue.say(
        "class" if node.condition is not None else "class otherwise",
        number=str(number),
        label=teller.label(node.label),
        clause=clause(teller, node.condition) if node.condition is not None else "",
        valid=valid(teller, node.validity),
        references=teller.cited(node.references),
    )


def placement(teller: Teller, node: t.Placement) -> tuple[str, ...]:
    """When a class is set, and that it stands until the next time; and what is asked of one that is recorded."""
    teller = teller.inside(node.entity)
    reviews = [_review(teller, one) for one in node.reviews]
    what = teller.tongue.owned(
        teller.indefinite(node.entity), teller.label(teller.policy.classifications[node.classification].label)
    )
    return (
        teller.tongue.say("placement", what=what, references=teller.cited(node.references)),
        teller.tongue.say("review days", reviews="; ".join(reviews)),
        teller.tongue.say("placement recorded", what=what),
    )


def _review(teller: Teller, node: t.Review) -> str:
    tongue = teller.tongue
    if node.yearly is not None:
        day, month = node.yearly
        days = tongue.say("yearly", day=str(day), month=tongue.months[month - 1])
    else:
        dates = [tongue.say("fixed day", day=long_date(day, tongue)) for day in node.dates]
        days = tongue.say("fixed days", days=series(dates, tongue.words["and"]))
    if node.condition is None:
        return days
    return tongue.say("review when", days=days, clause=clause(teller, node.condition))


def parameter(teller: Teller, node: t.Parameter) -> str:
    """The values of a parameter in the order of their days, with their source."""
    say = teller.tongue.say
    source = "" if node.source is None else say("source", text=plain(node.source[teller.tongue.language]))
    if node.not_supplied is not None:
        source += " " + say("not supplied", text=plain(node.not_supplied[teller.tongue.language]))
    return say(
        "parameter values" if node.entries else "parameter none",
        label=teller.label(node.label),
        keyed=say("keyed", noun=teller.singular(node.keyed_by)) if node.keyed_by is not None else "",
        values=series([_entry(teller, node, one) for one in node.entries], teller.tongue.words["and"]),
        source=source,
        references=teller.cited(node.references),
    )


def _entry(teller: Teller, node: t.Parameter, entry: t.ParameterEntry) -> str:
    if isinstance(entry.value, tuple) and isinstance(node.type, Several):
        value = series([shown(teller, one, node.type.of) for one in entry.value], teller.tongue.words["and"])
    else:
        assert not isinstance(entry.value, tuple)
        value = shown(teller, entry.value, node.type)
    if isinstance(node.type, YesNo):
        value = teller.tongue.say("answered", value=value)
    if entry.key is not None:
        value = teller.tongue.say("value for", value=value, key=entry.key)
    return teller.tongue.say("value from", value=value, days=since(teller, t.Validity(start=entry.start)))


def reading(teller: Teller, node: t.Reading) -> str:
    """The question, and the alternatives with their reasons, the default first."""
    say, language = teller.tongue.say, teller.tongue.language
    told = [
        say(
            "reading default" if index == 0 else "reading other",
            label=teller.label(one.label),
            reason=one.reason[language],
        )
        for index, one in enumerate(node.alternatives)
    ]
    return say(
        "reading",
        label=teller.label(node.label),
        asks=node.asks[language],
        alternatives="; ".join(told),
        valid=valid(teller, node.validity),
        references=teller.cited(node.references),
    )

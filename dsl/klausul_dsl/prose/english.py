"""The English of the prose: negation, articles, genitive."""

from __future__ import annotations

from klausul_dsl.prose.tongue import Phrase, Tongue, tidy

WORDS: dict[str, str] = {
    "and": "and",
    "or": "or",
    "either": "either {options}",
    "is": "is",
    "has": "has",
    "holds": "holds",
    "it": "it",
    "there": "there",
    "true": "always the case",
    "that": "that {clause}",
    "the case": "the case that {clause}",
    "for": "for {whom} that {clause}",
    "whether": "known whether {clause}",
    "known": "known",
    "missing": "unknown",
    "the day": "the day {clause}",
    "date of": "{owner} {label}",
    "on": "{what} {day}",
    "on constant": "on {day}",
    "on date": "on {day}",
    "reference day": "on the day",
    "reference day noun": "the day",
    "first-mentioned": "{noun} (first mentioned)",
    "<": "below {value}",
    "<=": "at most {value}",
    ">": "above {value}",
    ">=": "at least {value}",
    "=": "{value}",
    "date <": "before {value}",
    "date <=": "no later than {value}",
    "date >": "after {value}",
    "date >=": "no earlier than {value}",
    "date =": "on {value}",
    "one of": "either {options}",
    "none of": "neither {options}",
    "nor": "nor",
    "within": "within {duration} {direction} {anchor}",
    "before": "before",
    "after": "after",
    "shifted before": "{duration} before {value}",
    "shifted after": "{duration} after {value}",
    "day": "day",
    "days": "days",
    "month": "month",
    "months": "months",
    "year": "year",
    "years": "years",
    "+": "{left} plus {right}",
    "-": "{left} minus {right}",
    "*": "{left} times {right}",
    "parameter": "the agreement's “{label}”",
    "parameter for": "the agreement's “{label}” for {key}",
    "at class": "at {label}",
    "uncovered": "outside every class of {label}",
    "member of": "{noun} of {owner}",
    "belonging to": "{noun} belonging to {owner}",
    "through": "{what} (by “{label}”)",
    "number of": "the number of {plural}",
    "number of where": "the number of {plural} (where {clause})",
    "each month": "{noun} in each of the {months} calendar months before {anchor}",
    "each month one": "{noun} in the calendar month before {anchor}",
    "each month where": "{what} (where {clause})",
    "attested": "attested that “{statement}”",
    "attested of": "attested of {subject} that “{statement}”",
    "by reading clause": "by the reading “{reading}” {options}",
    "by reading clause option": "that {clause} (with “{label}”)",
    "by reading": "{options} by the reading “{reading}”",
    "by reading option": "{what} (with “{label}”)",
    "exactly when": "that {left} exactly when {right}",
    "under": "({references})",
    "valid": "(in force {days})",
    "from": "from {day}",
    "to": "to {day}",
    "dated by": "{noun} (dated by {day})",
    "must": "must",
    "must not": "must",
    "may": "may",
    "rule must": "for {every} {noun} {where} {subject} {modal} {infinitive} {unless}",
    "rule where": "where {clause},",
    "quota where": "where {clause}",
    "rule no event": "no {noun} may take place {where} {unless}",
    "rule no record": "there must be no {noun} {where} {unless}",
    "when": "where {clause}",
    "only where": "where {clause}, {noun} may only take place when {condition} {unless}",
    "only": "{noun} may only take place when {condition} {unless}",
    "unless": ", unless {clause} {references}",
    "and unless": ", and unless {clause} {references}",
    "exempt": ", not counting {noun} where {clause} {references}",
    "quota": "{bound} of all {noun} {where} {modal} {group} and {period} {infinitive} {exempt}",
    "quota that": "{group} and {period} it must hold for {bound} of all {noun} {where} that {clause} {exempt}",
    "per group": "for each {noun} by itself",
    "per group neuter": "for each {noun} by itself",
    "per group by": "{group} (namely {path})",
    "together": "taken together",
    "calendar_year": "in every calendar year",
    "calendar_quarter": "in every calendar quarter",
    "calendar_month": "in every calendar month",
    "agreement_period": "in the agreement period as a whole",
    "at_least": "at least {share}",
    "at_most": "at most {share}",
    "exactly": "exactly {share}",
    "down": "(the number rounded down)",
    "nearest": "(the number rounded to the nearest whole)",
    "up": "(the number rounded up)",
    "definition yes": "that {clause} {dated} means that {meanings} {references}",
    "definition value": "by {what} {dated} is meant {meanings} {references}",
    "dated": "on a day",
    "classes": "{what} on a day is the first of these classes whose condition is met {references}",
    "class": "{number}. {label} when {clause} {valid} {references}",
    "class otherwise": "{number}. {label} in every other case {valid} {references}",
    "placement": "{what} is set only on review days and stands between them: {reviews} {references}",
    "placement recorded": "where {what} is recorded, the record holds, and on each review day it must be what the "
    "classes give",
    "fixed days": "on {days}",
    "yearly": "on {day} {month} of every year",
    "review when": "{days} when {clause}",
    "value from": "{value} {days}",
    "value for": "{value} for “{key}”",
    "parameter values": "“{label}” {keyed} is {values} {source} {references}",
    "parameter none": "“{label}” {keyed} is not given {source} {references}",
    "keyed": "for each {noun} by itself",
    "source": "(source: {text})",
    "not supplied": "(not supplied: {text})",
    "reading": "reading “{label}”: {asks} {alternatives} {valid} {references}",
    "reading default": "By default “{label}” ({reason})",
    "reading other": "else “{label}” ({reason})",
}

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DETERMINERS = {"no": "no", "every": "every", "some": "at least one", "any": "any"}
_IRREGULAR = {"is": "be", "was": "have been", "has": "have", "had": "have had"}


def owned(owner: str, label: str) -> str:
    """What is owned with its owner before it.

    >>> owned("the dwelling", "rent")
    "the dwelling's rent"
    """
    return f"{owner}' {label}" if owner.endswith("s") else f"{owner}'s {label}"


def finite(phrase: Phrase, main: bool) -> str:
    """The phrase as a clause; English has one word order for both."""
    del main
    several = phrase.subject.endswith("s") and not phrase.subject.endswith(("ss", "us", "is", "'s"))
    verb = "are" if phrase.verb == "is" and several else phrase.verb
    if phrase.negated:
        verb = f"{verb} not" if verb in {"is", "are", "was"} else f"does not {_base(verb)}"
    return tidy(f"{phrase.subject} {verb} {phrase.rest}")


def _base(verb: str) -> str:
    return _IRREGULAR.get(verb, verb.removesuffix("s"))


def infinitive(phrase: Phrase) -> str:
    """The phrase after "must": `not be a student`."""
    return tidy(f"{'not ' if phrase.negated else ''}{_base(phrase.verb)} {phrase.rest}")


def stated(subject: str, label: str, denial: str | None, negated: bool) -> Phrase:
    """A yes/no fact: `has a development plan`, `is a student`, `has special criteria met`, as its denial tells."""
    first, _, more = label.partition(" ")
    if denial is None and more and first.endswith("s") and not first.endswith("ss"):
        return Phrase(subject=subject, verb=first, rest=more, negated=negated)
    if denial is None or denial == f"not {label}":
        return Phrase(subject=subject, verb="is", rest=label, negated=negated)
    if denial == f"not {_with_article(label)}":
        return Phrase(subject=subject, verb="is", rest=_with_article(label), negated=negated)
    if denial.startswith("no "):
        return Phrase(subject=subject, verb="has", rest=denial if negated else _with_article(label))
    if " not " in denial:
        return Phrase(subject=subject, verb="has", rest=denial if negated else label)
    return Phrase(subject=subject, verb="is", rest=denial if negated else label)


def _with_article(noun: str) -> str:
    if noun.split(" ")[-1].endswith("ing") or noun.endswith("s"):
        return noun
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def event(subject: str, label: str, past: bool) -> Phrase | None:
    """The date of something that happens: `released on` gives `was released`."""
    del past
    if not label.endswith(" on"):
        return None
    what = label.removesuffix(" on")
    first = what.split(" ", 1)[0]
    if first.endswith("ed") or first in {"born", "let", "vacant"}:
        return Phrase(subject=subject, verb="was", rest=what)
    return Phrase(subject=subject, verb="had", rest=what)


def determiner(kind: str, neuter: bool) -> str:
    del neuter
    return _DETERMINERS[kind]


def happens(noun: str) -> bool:
    """Whether a noun is something that takes place: `letting`, not `offer`."""
    return noun.endswith(("ment", "ing"))


ENGLISH = Tongue(
    language="en",
    words=WORDS,
    months=MONTHS,
    owned=owned,
    finite=finite,
    infinitive=infinitive,
    stated=stated,
    event=event,
    determiner=determiner,
    singular=_with_article,
    happens=happens,
)

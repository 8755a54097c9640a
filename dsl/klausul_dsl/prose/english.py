"""The English of the prose: negation, articles, genitive."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl.keywords import MONTHS, printed
from klausul_dsl.prose.predicates import joined
from klausul_dsl.prose.tongue import Phrase, Tongue, tidy

WORDS: dict[str, str] = {
    "and": "and",
    "or": "or",
    "any of": "at least one of the following holds: {options}",
    "neither": "neither",
    "nor": "nor",
    "is": "is",
    "holds": "holds",
    "it": "it",
    "there": "there",
    "so": "the case",
    "always": "always",
    "never": "never",
    "that": "that {clause}",
    "the case": "the case that {clause}",
    "for": "for {whom} that {clause}",
    "whether": "known whether {clause}",
    "known": "known",
    "missing": "unknown",
    "on": "{what} {day}",
    "on constant": "on {day}",
    "on date": "on {day}",
    "reference day": "on the day",
    "reference day noun": "the day",
    "first-mentioned": "{noun} (first mentioned)",
    "<": "under {value}",
    "<=": "at most {value}",
    ">": "over {value}",
    ">=": "at least {value}",
    "=": "{value}",
    "date <": "before {value}",
    "date <=": "no later than {value}",
    "date >": "after {value}",
    "date >=": "no earlier than {value}",
    "date =": "on {value}",
    "date = event": "on {value}",
    "date < shift": "earlier than {value}",
    "date > shift": "later than {value}",
    "long before": "at least {duration} before {value}",
    "longer before": "more than {duration} before {value}",
    "long after": "at least {duration} after {value}",
    "longer after": "more than {duration} after {value}",
    "within": "within {duration} {direction} {anchor}",
    "before": "before",
    "after": "after",
    "shifted before": "{duration} before {value}",
    "shifted after": "{duration} after {value}",
    "skipping": "{duration} (in which {months} do not count)",
    "rolling over": "{duration} (and, where that day does not exist, the 1st of the next month)",
    "working day": "{value} (moved to the next working day)",
    "working_day": "working day",
    "working_days": "working days",
    "followed by": "{first} and, on the same day or later, {then}",
    "throughout": "on every single day of the {duration} {direction} {anchor} that {clause}",
    "day": "day",
    "days": "days",
    "week": "week",
    "weeks": "weeks",
    "month": "month",
    "months": "months",
    "year": "year",
    "years": "years",
    "+": "{left} plus {right}",
    "-": "{left} minus {right}",
    "*": "{left} times {right}",
    "among set": "among the choices set as “{label}”",
    "parameter": "the set “{label}”",
    "parameter for": "the set “{label}” for {key}",
    "at class": "at {label}",
    "uncovered": "outside every class of {label}",
    "member of": "{noun} of {owner}",
    "belonging to": "{noun} belonging to {owner}",
    "through": "{what} (by “{label}”)",
    "number of": "the number of {plural}",
    "number of where": "the number of {plural} {clause}",
    "each month": ", in each of the {months} calendar months before {anchor},",
    "each month one": ", in the calendar month before {anchor},",
    "each month where": "{what} {clause}",
    "attested": "attested that “{statement}”",
    "attested of": "attested of {subject} that “{statement}”",
    "by reading clause": ", depending on the reading “{reading}”, {options}",
    "by reading clause option": "that {what} (with “{label}”)",
    "by reading": "depending on the reading “{reading}” {options}",
    "exactly when": "that {left} exactly when {right}",
    "under": "({references})",
    "both under": "(both {references})",
    "all under": "(all {references})",
    "valid": "(in force {days})",
    "from": "from {day}",
    "to": "to {day}",
    "dated by": "{noun} (dated by {day})",
    "must": "must",
    "must not": "must",
    "may": "may",
    "rule must": "{every} {noun} {where}, {subject} {modal} {infinitive} {unless}",
    "rule where": "{clause},",
    "quota where": "{clause}",
    "rule no event": "no {noun} may take place {where} {unless}",
    "rule no act": "no {plural} may {made} {where} {unless}",
    "rule no record": "there must be no {plural} {where} {unless}",
    "when": "where {clause}",
    "only where": "where {clause}, {noun} may only take place when {condition} {unless}",
    "only": "{noun} may only take place when {condition} {unless}",
    "unless": ", unless {clause} {references}",
    "and unless": ", and unless {clause} {references}",
    "exempt": ", not counting {noun} {clause} {references}",
    "quota": "{bound} of all {noun} {where} {modal} {infinitive} {counted} {exempt}",
    "sequence": "of {noun} {where}, in the order of their dates, {bound} {modal} {infinitive} {counted} {exempt} "
    "{reset}",
    "some of": "a certain part",
    "at_least every": "at least every {n} (the first no later than number {first})",
    "at_most every": "at most every {n} (the first no earlier than number {first})",
    "sequence is": "this holds",
    "sequence is counted": "they are counted",
    "sequence begins": "the count goes",
    "reset never": "on without starting afresh",
    "reset calendar_year": "back to the start every calendar year",
    "reset change": "back to the start whenever {what} changes",
    "after expiry": ", also after the agreement has expired,",
    "deadline": "{every} {noun} {where}, {subject} {modal} {expiry} {infinitive} {unless}",
    "periodic": "{every} {noun} {where} {when}, {subject} {modal} {expiry} {infinitive} {unless}",
    "this is asked": "this is asked",
    "duty": "{parties} must {expiry} {each} {when} see to it that {clause} {unless}",
    "duty each": "for {noun}",
    "once": "once between {first} and {last}",
    "other_year": "in every other calendar year from {year} on",
    "day of year": "{day} {month}",
    "between days": "{when} between {first} and {last}",
    "whole only": "(only {periods} that {subject} runs all through)",
    "whole periods": "(whole periods only)",
    "whole calendar_year": "calendar years",
    "whole calendar_quarter": "calendar quarters",
    "whole calendar_month": "calendar months",
    "whole once": "periods",
    "whole other_year": "calendar years",
    "measure": "it is reckoned {counted} how many {noun} {where} there are {exempt} {expected}",
    "they are counted": "they are counted",
    "expected": "; expected: {share}",
    "expected about": "; expected: about {share}",
    "otherwise": "{value} (or, where that is not set, {share})",
    "standing": "as of {days}",
    "every year": "{day} {month} of every year",
    "sequence that": "of {noun} {where}, in the order of their dates, it {modal} hold for {bound} that {clause} "
    "{counted} {exempt} {reset}",
    "for bound": "for {bound}",
    "count begins": ", and the count goes {reset}",
    "duty where": "where {where}, {parties} must {expiry} {each} {when} see to it that {clause} {unless}",
    "measure such": "it is reckoned {counted} how many of all {noun} {where} are those {such} {exempt} {expected}",
    "measure that": "it is reckoned {counted} for how many of all {noun} {where} it holds that {clause} {exempt} "
    "{expected}",
    "quota that": "for {bound} of all {noun} {where} it {modal} hold that {clause} {counted} {exempt}",
    "per group": "for each {noun}",
    "per group neuter": "for each {noun}",
    "per group by": "{group} (namely {path})",
    "together": "together",
    "calendar_year": "in every calendar year",
    "calendar_quarter": "in every calendar quarter",
    "calendar_month": "in every calendar month",
    "counted calendar_year": "every calendar year",
    "counted calendar_quarter": "every calendar quarter",
    "counted calendar_month": "every calendar month",
    "counted agreement_period": "the agreement period as a whole",
    "counted over": "in {period}",
    "group and period": "{group} in {period}",
    "together and period": "{group} in {period}",
    "at_least": "at least {share}",
    "at_most": "at most {share}",
    "exactly": "exactly {share}",
    "down": "(the number rounded down)",
    "nearest": "(the number rounded to the nearest whole)",
    "up": "(the number rounded up)",
    "definition yes": "that {clause} {dated} means{depends} {meanings} {references}",
    "definition value": "by {what} {dated} is meant{depends} {meanings} {references}",
    "dated": "on a given day",
    "classes": "{what} on a given day is the first of the following classes whose condition is met {references}",
    "class": "{number}. {label} when {clause} {valid} {references}",
    "class otherwise": "{number}. {label} in every other case {valid} {references}",
    "placement": "{what} is set only on review days and stands between them {references}",
    "review days": "the review days are {reviews}",
    "placement recorded": "where {what} is recorded, the record holds, and on each review day it must be what the "
    "classes give",
    "fixed days": "{days}",
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
    "as is": "{clause}",
    "fixed day": "on {day}",
    "depends meaning": ", depending on the reading “{reading}”: {options}",
    "answered": "answered {value}",
    "reading other": "else “{label}” ({reason})",
    "both": "both",
    "on shift": "{day}",
    "laid down": "laid down {key} that {label}",
    "for key": "for {key}",
    "has": "has",
    "where": "where {clause}",
    "depends": ", depending on the reading “{reading}”, {options}",
    "depends option": "{what} (with “{label}”)",
    "depends clause": "with “{label}” that {what}",
    "for each": "for {every}",
    "at each": "for {every}",
    "counted": ", reckoned {part}",
    "share": "a share",
    "share is": "the share is",
    "share is counted": "the share is reckoned",
    "number": "a number",
    "number is": "the number is",
    "number is counted": "the number is reckoned",
    "turns >": "is under {years} old",
    "turns <=": "is at least {years} old",
    "turns <": "turned {years} old",
    "turns >=": "turns {years} old",
    "turns =": "turns {years} old",
}

_DETERMINERS = {"no": "no", "every": "every", "some": "at least one", "any": "any"}
_IRREGULAR = {
    "is": "be",
    "has": "have",
    "was": "have been",
    "were": "have been",
    "had": "have had",
    "fell": "have fallen",
    "lay": "have lain",
    "turned": "have turned",
}
_PAST = {"had": "have", "lay": "lie", "fell": "fall", "turned": "turn"}


def owned(owner: str, label: str) -> str:
    """What is owned with its owner before it.

    >>> owned("the dwelling", "rent")
    "the dwelling's rent"
    """
    return f"{owner}' {label}" if owner.endswith("s") else f"{owner}'s {label}"


def finite(phrase: Phrase, main: bool) -> str:
    """The phrase as a clause; English has one word order for both."""
    del main
    head = phrase.subject.partition(" of ")[0]
    several = head.endswith("s") and not head.endswith(("ss", "us", "is", "'s"))
    return _said(phrase, several and phrase.verb == "is")


def _said(phrase: Phrase, several: bool) -> str:
    def verb(part: Phrase, negated: bool) -> str:
        return f"{_finite(part.verb, several, negated)} {part.adverb}"

    return tidy(f"{phrase.subject} {joined(phrase, verb, WORDS, 'not')}")


def _finite(verb: str, several: bool, negated: bool) -> str:
    if not negated:
        return _plural(verb) if several else verb
    if verb in {"is", "was", "were"}:
        return f"{_plural(verb) if several else verb} not"
    if verb in _PAST:
        return f"did not {_PAST[verb]}"
    return f"{'do' if several else 'does'} not {_base(verb)}"


def _plural(verb: str) -> str:
    return {"is": "are", "was": "were", "has": "have"}.get(verb) or (verb if verb in _PAST else verb.removesuffix("s"))


def _base(verb: str) -> str:
    """The verb after "must": be, have been, meet."""
    return _IRREGULAR.get(verb) or verb.removesuffix("s")


def infinitive(phrase: Phrase) -> str:
    """The phrase after "must": `not be a student`."""

    def verb(part: Phrase, negated: bool) -> str:
        return f"{'not' if negated else ''} {_base(part.verb)} {part.adverb}"

    return tidy(joined(phrase, verb, WORDS, "not"))


def relative(phrase: Phrase, plural: bool) -> str:
    """The phrase as said of the noun before it: `that are not students`."""
    return _said(replace(phrase, subject="that"), plural)


def predicate(words: str) -> Phrase:
    """A verb with what follows it.

    >>> predicate("does not have a lease").verb
    'has'
    """
    verb, _, rest = words.partition(" ")
    if verb == "does" and rest.startswith("not "):
        base, _, more = rest.removeprefix("not ").partition(" ")
        return Phrase(verb="has" if base == "have" else f"{base}s", rest=more, negated=True)
    negated = rest.startswith("not ")
    return Phrase(verb=verb, rest=rest.removeprefix("not ") if negated else rest, negated=negated)


def stated(label: str, denial: str | None, event: bool) -> Phrase:
    """A yes/no fact by its label: `has a balcony`, `is a student`, `has special criteria met`."""
    del event
    first, _, more = label.partition(" ")
    if more and first.endswith("s") and not first.endswith("ss"):
        return Phrase(verb=first, rest=more)
    if denial is not None and denial.startswith("no "):
        return Phrase(verb="has", rest=_with_article(label))
    if denial == f"not {_with_article(label)}":
        return Phrase(verb="is", rest=_with_article(label))
    if denial is not None and denial != f"not {label}" and " not " in denial:
        return Phrase(verb="has", rest=label)
    return Phrase(verb="is", rest=label)


def _with_article(noun: str) -> str:
    if noun.split(" ")[-1].endswith("ing") or noun.endswith("s"):
        return noun
    return general(noun)


def one(noun: str, neuter: bool) -> str:
    """A noun with its article."""
    del neuter
    return general(noun)


def general(noun: str) -> str:
    """A noun that is spoken of in general."""
    return f"{'an' if noun[:1].lower() in 'aeio' else 'a'} {noun}"


def determiner(kind: str, neuter: bool) -> str:
    del neuter
    return _DETERMINERS[kind]


def the(noun: str, neuter: bool) -> str:
    """A noun that is known, with what is said of it before it."""
    del neuter
    return f"the {noun}"


def past(verb: str) -> str:
    """The verb of what was so before the day that is spoken of."""
    return {"is": "was", "has": "had", "lies": "lay"}.get(verb, verb)


def happens(noun: str) -> bool:
    """Whether a noun is something that takes place: `letting`, not `offer`."""
    return noun.endswith(("ment", "ing"))


ENGLISH = Tongue(
    language="en",
    words=WORDS,
    months=[printed(month, "en") for month in MONTHS],
    owned=owned,
    finite=finite,
    infinitive=infinitive,
    relative=relative,
    predicate=predicate,
    stated=stated,
    determiner=determiner,
    general=general,
    one=one,
    the=the,
    past=past,
    happens=happens,
    prepositions=frozenset({"made", "in", "on", "at", "by", "as", "from", "of"}),
)

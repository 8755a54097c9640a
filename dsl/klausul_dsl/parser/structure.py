"""What an item must hold, and how often, beyond the order of its words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches
from itertools import groupby

from klausul_dsl import syntax as s
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.keywords import KEYWORDS, printed
from klausul_dsl.parser.phrases import FIGURES
from klausul_dsl.parser.slips import NUMBER_WORDS
from klausul_dsl.source import Source, Span
from klausul_dsl.text import LANGUAGES, Text, series

_REQUIREMENTS = (s.Must, s.MustNotHappen, s.MayOnly, s.Members)
_GROUPS = (s.PerGroup, s.Altogether)

_LABELS: dict[str, Text] = {
    "population": Text("“for hver …”", "“for each …”"),
    "requirement": Text("et krav med “skal” eller “må ikke”", "a requirement with “must” or “must not”"),
    "bound": Text("en grænse som “mindst 33 %”", "a bound like “at least 33 %”"),
    "period": Text("en periode som “pr. kalenderår”", "a period like “per calendar year”"),
    "group": Text(
        "hvem der tælles sammen (“pr. afdeling” eller “under ét”)",
        "who is counted together (“per estate” or “taken together”)",
    ),
    "every_nth": Text("hvor ofte (“mindst hver 2.”)", "how often (“at least every 2nd”)"),
    "due": Text("“skal være … senest …”", "“must have … no later than …”"),
    "recurrence": Text("hvor tit (“i hvert kalenderår”)", "how often (“in every calendar year”)"),
    "owed_by": Text("hvem det påhviler (“påhviler kommunen”)", "who owes it (“owed by the_municipality”)"),
    "title": Text("“titel”", "“title”"),
    "in_force": Text("“gælder fra”", "“in force from”"),
    "clauses": Text("“bestemmelser”", "“clauses”"),
    "asks": Text("“spørger”", "“asks”"),
    "alternatives": Text("mindst to svar, hvert med sin grund", "at least two answers, each with its reason"),
    "value": Text("en værdi med “fra … er …” eller “foreligger ikke”", "a value with “from … is …” or “not supplied”"),
    "means": Text("“betyder …”", "“means …”"),
    "class": Text("en “klasse”", "a “class”"),
    "review": Text("“gennemgås den …”", "“reviewed on …”"),
    "given": Text("“givet …”", "“given …”"),
    "expect": Text("“forvent …”", "“expect …”"),
}


def structure_problems(item: s.Item, source: Source) -> list[Diagnostic]:
    """What is missing from an item, or stands in it twice."""
    head = _head(item, source)
    slips = _misspelt_periods(item, source)
    otherwise = _other_periods(item, source)
    asked = _misspelt_question(item)
    spelt = [
        diagnose("K118", part.value.span, word=word, right=NUMBER_WORDS[word])
        for part in item.parts
        if isinstance(part, s.Bound) and part.value is not None and (word := _text(part.value, source)) in NUMBER_WORDS
    ]
    told = [*slips, *otherwise]
    item = _without(item, [part for part, _ in told])
    lacks = [
        _LABELS[part]
        for part in _missing(item)
        if not (part == "period" and told) and not (part in {"asks", "alternatives"} and asked)
    ]
    misspelt = [diagnose("K118", part.span, word=_text(part, source), right=right) for part, right in slips]
    missing = [diagnose("K126", head, what=_all_of(lacks))] if lacks else []
    doubles = [
        diagnose("K127", second.span, (Label(first.span, Text("først her", "first here")),))
        for first, second in _doubles(item)
    ]
    misspelt += [diagnose("K156", part.span, word=_text(part, source), way=way) for part, way in otherwise]
    parts = [*_headless(item), *_permissions(item), *_senseless(item), *_counted_in_words(item), *_unlike(item)]
    return [*misspelt, *spelt, *asked, *missing, *doubles, *parts]


def _headless(item: s.Item) -> Iterator[Diagnostic]:
    """What is given after something is expected: the heading of a second example is missing above it."""
    if not isinstance(item, s.Example):
        return
    expected = next((index for index, part in enumerate(item.parts) if isinstance(part, s.Expect)), len(item.parts))
    given = next((part for part in item.parts[expected:] if isinstance(part, s.Given)), None)
    if given is not None:
        yield diagnose("K148", given.span)


_PERIODS = [
    word for name in ("PER_YEAR", "PER_QUARTER", "PER_MONTH") for word in (*KEYWORDS[name].da, *KEYWORDS[name].en)
]


def _misspelt_periods(item: s.Item, source: Source) -> list[tuple[s.PerGroup, str]]:
    """What reads as a group and is a period misspelt, where the item lacks a period: `pr. kalenderaar`."""
    if not isinstance(item, s.Quota | s.Measure) or "period" not in _missing(item):
        return []
    groups = [part for part in item.parts if isinstance(part, s.PerGroup)]
    said = [(part, _text(part, source).lower()) for part in groups]
    near = [
        (part, [_A_YEAR[text]] if text in _A_YEAR else get_close_matches(text, _PERIODS, n=1, cutoff=0.85))
        for part, text in said
        if text not in _OTHER_PERIODS
    ]
    return [(part, found[0]) for part, found in near if found]


_A_YEAR = {"pr. år": "pr. kalenderår", "per year": "per calendar year", "per annum": "per calendar year"}
_OTHER_PERIODS = {"pr. halvår", "pr. uge", "pr. dag", "pr. døgn", "per week", "per day", "per half_year"}
_NO_SUCH_PERIOD = Text(
    "der tælles pr. kalenderår, pr. kvartal, pr. måned eller i aftaleperioden; skriv en af dem",
    "it is counted per calendar year, per calendar quarter, per calendar month or in the agreement period; write one "
    "of them",
)
_AFRESH = Text("skriv “begynder forfra hvert kalenderår”", "write “starting afresh every calendar year”")


def _other_periods(item: s.Item, source: Source) -> list[tuple[s.PerGroup, Text]]:
    """What reads as a group and is a period that nothing is counted in; any period in a sequence."""
    if not isinstance(item, s.Quota | s.Measure | s.Sequence):
        return []
    said = [(part, _text(part, source).lower()) for part in item.parts if isinstance(part, s.PerGroup)]
    if isinstance(item, s.Sequence):
        return [(part, _AFRESH) for part, text in said if text in _A_YEAR or text in _A_YEAR.values()]
    return [(part, _NO_SUCH_PERIOD) for part, text in said if text in _OTHER_PERIODS]


def _misspelt_question(item: s.Item) -> list[Diagnostic]:
    """The question of a reading under another word, or with a text whose language is not said: read as answers."""
    if not isinstance(item, s.Reading):
        return []
    answers = [part for part in item.parts if isinstance(part, s.Alternative)]
    asks = next((part for part in item.parts if isinstance(part, s.Asks)), None)
    for answer in answers:
        if asks is not None and answer.name.word in LANGUAGES and asks.words.plain is not None:
            right = "en" if answer.name.word == "da" else "da"
            return [diagnose("K153", asks.words.span, right=right, word=asks.words.plain)]
        if asks is None and answer.name.word in _QUESTIONS:
            right = printed("ASKS", "da" if answer.name.word.startswith("sp") else "en")
            return [diagnose("K118", answer.name.span, word=answer.name.spelt, right=right)]
    return []


_QUESTIONS = {"spørgsmål", "spørg", "spørge", "spørger_om", "question", "ask", "asking"}


def _counted_in_words(item: s.Item) -> Iterator[Diagnostic]:
    """`given three vacancies`: the number was read as the kind of record."""
    for part in item.parts:
        if isinstance(part, s.Given) and part.entity.word in FIGURES and part.key is not None:
            yield diagnose("K118", part.entity.span, word=part.entity.spelt, right=FIGURES[part.entity.word])


def _text(part: s.Node, source: Source) -> str:
    return " ".join(source.text[part.span.start : part.span.end].split())


def _without(item: s.Item, parts: list[s.PerGroup]) -> s.Item:
    if not isinstance(item, s.Quota | s.Measure | s.Sequence):
        return item
    kept = tuple(part for part in item.parts if not any(part is slip for slip in parts))
    return replace(item, parts=kept)  # type: ignore[arg-type]


def _all_of(lacks: list[Text]) -> Text:
    return Text(series([text.da for text in lacks], "og"), series([text.en for text in lacks], "and"))


def _permissions(item: s.Item) -> Iterator[Diagnostic]:
    """`may …` as the requirement of a quota that has no upper bound."""
    if not isinstance(item, s.Quota | s.Sequence):
        return
    parts = [option.part for part in item.parts if isinstance(part, s.PartByReading) for option in part.options]
    bounds = [part for part in (*item.parts, *parts) if isinstance(part, s.Bound | s.EveryNth)]
    for part in item.parts:
        if isinstance(part, s.Must) and part.may and bounds and all(one.comparison != "at most" for one in bounds):
            yield diagnose("K128", part.span)


def _senseless(item: s.Item) -> Iterator[Diagnostic]:
    """Parts that mean nothing together."""
    if not isinstance(item, s.Sequence | s.Quota | s.Measure | s.Periodic | s.Duty):
        return
    options = [option.part for part in item.parts if isinstance(part, s.PartByReading) for option in part.options]
    parts = [*item.parts, *options]
    standing = any(isinstance(part, s.Population) and part.standing_on is not None for part in parts)
    together = any(isinstance(part, s.Altogether) for part in parts)
    for part in parts:
        match part:
            case s.Reset(of=s.Path()) if together:
                yield diagnose("K135", part.span)
            case s.Recurrence() if part.touched is not None and (isinstance(item, s.Duty) or part.kind == "once"):
                yield diagnose("K136", part.span)
            case s.Period() if standing:
                yield diagnose("K139", part.span)


def _head(item: s.Item, source: Source) -> Span:
    end = source.text.find("\n", item.span.start)
    end = len(source.text) if end < 0 else end
    return source.span(item.span.start, min(end, item.span.end))


def _missing(item: s.Item) -> Iterator[str]:
    kinds = [type(part) for part in item.parts]

    def has(*wanted: type[s.Node]) -> bool:
        return any(kind in wanted for kind in kinds)

    match item:
        case s.Agreement():
            wanted = {"title": s.Title, "in_force": s.InForce, "clauses": s.Clauses}
            yield from (name for name, kind in wanted.items() if not has(kind))
        case s.Parameter():
            if not has(s.DatedValue, s.NotSupplied):
                yield "value"
        case s.Reading():
            if not has(s.Asks):
                yield "asks"
            if kinds.count(s.Alternative) < 2:
                yield "alternatives"
        case s.Define():
            if not has(s.Means):
                yield "means"
        case s.Classify():
            if not has(s.Branch):
                yield "class"
        case s.Placement():
            if not has(s.Review):
                yield "review"
        case s.Rule():
            if not has(s.Population):
                yield "population"
            if not has(*_REQUIREMENTS):
                yield "requirement"
        case s.Quota():
            standing = any(isinstance(part, s.Population) and part.standing_on for part in item.parts)
            period = [] if standing else [("period", s.Period)]
            yield from _lacking(item, ("bound", s.Bound), *period, ("group", *_GROUPS), ("requirement", s.Must))
        case s.Sequence():
            yield from _lacking(item, ("every_nth", s.EveryNth), ("group", *_GROUPS), ("requirement", s.Must))
        case s.Deadline():
            yield from _lacking(item, ("population", s.Population), ("due", s.Due))
        case s.Periodic():
            yield from _lacking(
                item, ("population", s.Population), ("recurrence", s.Recurrence), ("requirement", s.Must)
            )
        case s.Duty():
            yield from _lacking(item, ("owed_by", s.OwedBy), ("recurrence", s.Recurrence), ("requirement", s.Must))
        case s.Measure():
            standing = any(isinstance(part, s.Population) and part.standing_on for part in item.parts)
            yield from _lacking(item, *([] if standing else [("period", s.Period)]), ("group", *_GROUPS))
        case s.Example():
            if not has(s.Given):
                yield "given"
            if not has(s.Expect):
                yield "expect"


def _lacking(item: s.Item, *wanted: tuple[str, *tuple[type[s.Node], ...]]) -> Iterator[str]:
    """The parts, of those wanted, that neither stand in an item nor are chosen by a reading in it."""
    chosen = [option.part for part in item.parts if isinstance(part, s.PartByReading) for option in part.options]
    for name, *kinds in wanted:
        if not any(isinstance(part, tuple(kinds)) for part in (*item.parts, *chosen)):
            yield name


def _role(part: s.Node) -> str:
    """What of which an item may have only one, that a part is; empty where it may have several."""
    match part:
        case s.Where() | s.Unless() | s.Branch() | s.Review() | s.DatedValue() | s.Alternative():
            return ""
        case s.Given() | s.Expect() | s.Means():
            return ""
        case s.Must() | s.MustNotHappen() | s.MayOnly() | s.Members():
            return "requirement"
        case s.PerGroup() | s.Altogether():
            return "group"
        case s.PartByReading():
            roles = {_role(option.part) for option in part.options}
            return roles.pop() if len(roles) == 1 else ""
        case _:
            return type(part).__name__.lower()


def _doubles(item: s.Item) -> Iterator[tuple[s.Node, s.Node]]:
    """Pairs of parts of which an item may have only one."""
    parts: list[s.Node] = sorted((part for part in item.parts if _role(part)), key=_role)
    for _, group in groupby(parts, key=_role):
        first, *others = group
        yield from ((first, other) for other in others)


def _unlike(item: s.Item) -> Iterator[Diagnostic]:
    """An answer of another kind than the others to the same question."""
    for part in item.parts:
        if isinstance(part, s.PartByReading) and not _role(part):
            roles = [_role(option.part) for option in part.options]
            odd = min(reversed(range(len(roles))), key=lambda index: roles.count(roles[index]))
            yield diagnose("K221", part.options[odd].span)

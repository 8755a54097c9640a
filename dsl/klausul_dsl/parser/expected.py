"""What could have stood at the place of a mistake, and how that is said."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from lark import Lark, TextSlice, Token
from lark.exceptions import UnexpectedInput

from klausul_dsl.keywords import KEYWORDS, printed
from klausul_dsl.text import Language, Text, series

VALUE = frozenset({"NAME", "NUMBER", "LPAR", "NUMBER_OF"})
CONDITION_WORDS = VALUE | {
    "DATE",
    "STRING",
    "DAY",
    "NOT",
    "SOME",
    "EVERY",
    "NO",
    "ATTESTED",
    "ALWAYS",
    "NEVER",
    "IN_EACH_OF_THE",
    "THROUGHOUT_THE",
    "BY",
    "HAVE",
    "BE",
}
"""The terminals that can begin a condition, and the verbs before it."""

COMPARING = frozenset(
    name
    for name in KEYWORDS
    if name.startswith(("LESS", "GREATER", "IS_")) or name in {"IS", "IN", "NOT_IN", "EARLIER", "LATER", "WITHIN"}
)
GOING_ON = frozenset({"PLUS", "MINUS", "STAR", "DOT", "ON", "ON_DAY", "MOVED_TO_WORKING_DAY"})
"""What can go on with any value; it is never what is missing."""
_TOGETHER: tuple[tuple[Text, tuple[str, ...], tuple[str, ...]], ...] = (
    (Text("en grænse som ", "a bound like "), ("AT_LEAST", "AT_MOST", "EXACTLY"), ()),
    (Text("en periode som ", "a period like "), ("PER_YEAR",), ("PER_QUARTER", "PER_MONTH", "IN_AGREEMENT_PERIOD")),
    (
        Text("en gentagelse som ", "a recurrence like "),
        ("IN_EVERY_YEAR",),
        ("IN_EVERY_OTHER_YEAR", "IN_EVERY_QUARTER", "IN_EVERY_MONTH"),
    ),
    (Text("en afrunding som ", "a rounding like "), ("ROUNDED_DOWN",), ("ROUNDED_NEAREST", "ROUNDED_UP")),
    (Text("en enhed som ", "a unit like "), ("PERCENT",), ("KRONER", "SQUARE_METRES", "HOURS")),
    (Text("", ""), ("MUST", "MAY", "MUST_NOT"), ()),
)
"""Words that come together, told as one, so that the list has room for what else may stand there.

Each with what they are, those that are named, in the language of the file, and the others.
"""
_KINDS: dict[str, Text] = {
    "NAME": Text("et navn", "a name"),
    "NUMBER": Text("et tal", "a number"),
    "DATE": Text("en dato som 2024-12-31", "a date like 2024-12-31"),
    "STRING": Text('en tekst i "…"', 'a text in "…"'),
    "ORDINAL": Text("en plads som 2.", "a place like 2nd"),
    "REFERENCE": Text("en bestemmelse som 3.3", "a clause like 3.3"),
    "DA_TAG": Text('da "…"', 'da "…"'),
    "EN_TAG": Text('en "…"', 'en "…"'),
    "SEMICOLON": Text("“;”", "“;”"),
    "COMMA": Text("“,”", "“,”"),
    "COLON": Text("“:”", "“:”"),
    "EQUAL": Text("“=”", "“=”"),
    "LPAR": Text("“(”", "“(”"),
    "RPAR": Text("“)”", "“)”"),
    "SLASH": Text("“/”", "“/”"),
    "DOT": Text("“.”", "“.”"),
    "__ANON_0": Text("“.”", "“.”"),
}
_ORDER = [*KEYWORDS, *_KINDS]


@dataclass(frozen=True, slots=True)
class Before:
    """The words that were read before a mistake, and the terminals that could have come next.

    `earlier` are the terminals that could have stood where the last word stands, and the last but one.
    """

    tokens: tuple[Token, ...]
    accepted: frozenset[str]
    earlier: tuple[frozenset[str], ...]


def before(parser: Lark, text: TextSlice[str], rule: str) -> Before:
    """Read a text with a mistake again, word by word, up to the mistake."""
    state = parser.parse_interactive(text, start=rule)
    states = deque([state.copy(deepcopy_values=False)], maxlen=3)  # type: ignore[no-untyped-call]
    tokens: list[Token] = []
    try:
        for token in state.lexer_thread.lex(state.parser_state):  # type: ignore[no-untyped-call]
            state.feed_token(token)
            tokens.append(token)
            states.append(state.copy(deepcopy_values=False))  # type: ignore[no-untyped-call]
    except UnexpectedInput:
        pass
    accepted, *earlier = [frozenset(state.accepts()) for state in reversed(states)]
    return Before(tuple(tokens), accepted, tuple(earlier))


def listed(accepted: Iterable[str], language: Language) -> Text:
    """What may stand here, in words: conditions and comparisons gathered into one phrase each, then the words."""
    names = set(accepted) - {"$END"}
    gathered: list[Text] = []
    if names >= VALUE:
        gathered.append(Text("en værdi eller betingelse", "a value or a condition"))
        names -= CONDITION_WORDS
    if len(names & COMPARING) > 4:
        like = f"“{printed('GREATER_EQUAL', language)}”"
        gathered.append(Text(f"en sammenligning som {like}", f"a comparison like {like}"))
        names -= COMPARING
    if names - GOING_ON or gathered:
        names -= GOING_ON
    if names >= {"AND", "OR"}:
        gathered += [Text(f"“{printed(name, language)}”", f"“{printed(name, language)}”") for name in ("AND", "OR")]
        names -= {"AND", "OR"}
    if names >= {"DA_TAG", "EN_TAG", "STRING"}:
        gathered.append(_KINDS["STRING"])
        names -= {"DA_TAG", "EN_TAG", "STRING"}
    for what, named, others in _TOGETHER:
        if names >= {*named, *others}:
            words = [f"“{printed(name, language)}”" for name in named]
            gathered.append(Text(f"{what.da}{series(words, 'eller')}", f"{what.en}{series(words, 'or')}"))
            names -= {*named, *others}
    single = [
        Text(f"“{printed(name, language)}”", f"“{printed(name, language)}”") if name in KEYWORDS else _KINDS[name]
        for name in sorted(names, key=lambda item: _ORDER.index(item) if item in _ORDER else len(_ORDER))
        if name in KEYWORDS or name in _KINDS
    ]
    shown = [*gathered, *dict.fromkeys(single)][:10]
    if not shown:
        shown = [Text("en ny linje ude ved margenen", "a new line at the margin")]
    return Text(series([text.da for text in shown], "eller"), series([text.en for text in shown], "or"))

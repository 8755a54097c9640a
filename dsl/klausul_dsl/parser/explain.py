"""What a reader is told when the words do not fit: from Lark's error to a diagnostic of its own kind."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken
from lark.parsers.lalr_interactive_parser import InteractiveParser

from klausul_dsl.diagnostics import Diagnostic, diagnose, did_you_mean, nearest
from klausul_dsl.keywords import ITEMS, KEYWORDS, PARTS, pattern, printed
from klausul_dsl.source import Source
from klausul_dsl.text import Language, Text

_VALUE = frozenset({"NAME", "NUMBER", "LPAR", "NUMBER_OF"})
_CONDITION_WORDS = _VALUE | {"DATE", "STRING", "DAY", "NOT", "SOME", "EVERY", "NO", "ATTESTED", "IN_EACH_OF_THE", "BY"}
_COMPARING = frozenset(
    name
    for name in KEYWORDS
    if name.startswith(("LESS", "GREATER", "IS_")) or name in {"IS", "IN", "NOT_IN", "EARLIER", "LATER", "WITHIN"}
) | {"PLUS", "MINUS", "STAR", "DOT", "ON"}
_KINDS: dict[str, Text] = {
    "NAME": Text("et navn", "a name"),
    "NUMBER": Text("et tal", "a number"),
    "DATE": Text("en dato som 2024-12-31", "a date like 2024-12-31"),
    "STRING": Text('en tekst i "…"', 'a text in "…"'),
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
}
_DATE_LIKE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}\.?\s+[^\W\d]{3,9}\.?\s+\d{4}"
)


def strange_item(source: Source, start: int, language: Language) -> Diagnostic:
    """A line at the margin that begins with no word for an item."""
    word = _word_at(source.text, start)
    span = source.span(start, start + max(1, len(word)))
    other = _other(language)
    for name, keyword in ITEMS.items():
        if re.compile("|".join(map(pattern, keyword.words(other))), re.I).match(source.text, start):
            return diagnose("K117", span, word=word, right=printed(name, language))
    if _keyword_at(source.text, start, PARTS, language):
        return diagnose("K105", span, word=word)
    return diagnose("K100", span, word=word, remedy=did_you_mean(word, [printed(name, language) for name in ITEMS]))


def explain(
    error: UnexpectedInput, source: Source, text: str, start: int, end: int, language: Language
) -> tuple[int, Diagnostic]:
    """Where the mistake lies, and what to say of it."""
    accepted = _accepted(error)
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        at = start + len(text[start:end].rstrip())
        span = source.span(max(start, at - 1), at)
        return at - 1, diagnose("K107", span, expected=_listed(accepted, language))
    at = error.pos_in_stream if error.pos_in_stream is not None else start
    if isinstance(error, UnexpectedCharacters):
        at = _char_position(error, text, start)
    token = error.token if isinstance(error, UnexpectedToken) else None
    return at, _special(source, text, at, end, token, accepted, language) or _general(
        source, text, at, accepted, language
    )


def _char_position(error: UnexpectedCharacters, text: str, start: int) -> int:
    at = error.pos_in_stream
    return start if at is None else min(at, len(text) - 1)


def _accepted(error: UnexpectedInput) -> frozenset[str]:
    """The terminals that could stand at the place of the error, exactly."""
    state = getattr(error, "state", None)
    if isinstance(error, UnexpectedToken) and state is not None and hasattr(state, "parse_conf"):
        return frozenset(InteractiveParser(None, state, state.lexer).accepts())  # type: ignore[no-untyped-call]
    if isinstance(error, UnexpectedCharacters):
        return frozenset(error.allowed or ()) - {"WS", "COMMENT"}
    return frozenset(getattr(error, "expected", ()) or ())


def _special(
    source: Source,
    text: str,
    at: int,
    end: int,
    token: Token | None,
    accepted: frozenset[str],
    language: Language,
) -> Diagnostic | None:
    """The mistakes that have a message of their own, the surest first."""
    word = _word_at(text, at)
    rest = text[at:end]
    span = source.span(at, at + max(1, len(word)))
    line_start = text.rfind("\n", 0, at) + 1
    line_end = text.find("\n", at)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    if rest.startswith('"') and '"' not in line[at - line_start + 1 :]:
        return diagnose("K110", span)
    for date in _DATE_LIKE.finditer(line):
        if date.start() <= at - line_start <= date.end() and not re.fullmatch(r"\d+\.? .*", date.group()):
            return diagnose("K114", source.span(line_start + date.start(), line_start + date.end()), word=date.group())
    if re.match(r"[.,]\s?\d", rest) and text[at - 1 : at].isdigit():
        whole = re.search(r"\d+$", text[:at])
        fraction = re.match(r"[.,]\s?\d+", rest)
        assert whole is not None
        assert fraction is not None
        right = whole.group() + ("," if language == "da" else ".") + fraction.group()[1:].strip()
        return diagnose("K111", source.span(whole.start(), at + fraction.end()), right=right)
    if token is not None and token.type in {"AND", "OR"} and accepted & {"AND", "OR"}:
        return diagnose("K112", span, word=word, other=printed("OR" if token.type == "AND" else "AND", language))
    if rest.startswith(("=", "!=", "<>")):
        right = printed("IS_NOT" if rest[0] in "!<" else "IS", language)
        return diagnose("K113", source.span(at, at + (2 if rest[:2] in {"==", "!=", "<>"} else 1)), right=right)
    if rest.startswith(",") and "SEMICOLON" in accepted:
        return diagnose("K123", span)
    if rest.startswith(")"):
        return diagnose("K124", span)
    return _words(source, text, at, accepted, language)


def _words(source: Source, text: str, at: int, accepted: frozenset[str], language: Language) -> Diagnostic | None:
    word = _word_at(text, at)
    span = source.span(at, at + max(1, len(word)))
    if accepted == {"REFERENCE"}:
        return diagnose("K120", span, word=word)
    if "STRING" in accepted and accepted <= {"STRING", "DA_TAG", "EN_TAG"}:
        return diagnose("K121", span, word=word)
    if not re.match(r"\w", text[at : at + 1]):
        return None
    for name in sorted(accepted & KEYWORDS.keys()):
        foreign = [item for item in KEYWORDS[name].words(_other(language)) if len(item) > 1]
        if any(re.compile(pattern(item), re.I).match(text, at) for item in foreign):
            return diagnose("K117", span, word=word, right=printed(name, language))
    if misspelt := _misspelt(text, at, accepted, language):
        phrase, right = misspelt
        return diagnose("K118", source.span(at, at + len(phrase)), word=phrase, right=right)
    keyword = _keyword_at(text, at, KEYWORDS, language)
    if "RPAR" in accepted and keyword in PARTS:
        return diagnose("K125", span, word=word)
    if keyword is not None and "NAME" in accepted and not accepted & (_CONDITION_WORDS - {"NAME", "STRING"}):
        return diagnose("K119", span, word=word)
    if keyword in PARTS and keyword is not None:
        return diagnose("K122", span, word=word, expected=_listed(accepted, language))
    return None


def _general(source: Source, text: str, at: int, accepted: frozenset[str], language: Language) -> Diagnostic:
    word = _word_at(text, at)
    span = source.span(at, at + max(1, len(word)))
    return diagnose("K106", span, word=word or text[at : at + 1], expected=_listed(accepted, language))


def _misspelt(text: str, at: int, accepted: frozenset[str], language: Language) -> tuple[str, str] | None:
    """The words at a place and the keyword they nearly are, tried with as many words as the keyword has."""
    choices = sorted({word for name in accepted & KEYWORDS.keys() for word in KEYWORDS[name].words(language)})
    for amount in (4, 3, 2, 1):
        phrase = re.compile(r"[^\W\d][\w.]*" + r"[ \t]+[^\W\d][\w.]*" * (amount - 1)).match(text, at)
        same = [word for word in choices if word.count(" ") == amount - 1 and len(word) > 2]
        if phrase and (right := nearest(phrase.group(), same)) and right != phrase.group().lower():
            return phrase.group(), right
    return None


def _listed(accepted: Iterable[str], language: Language) -> Text:
    """What may stand here, in words: conditions gathered into one phrase, then the words themselves."""
    names = set(accepted) - {"$END"}
    gathered: list[Text] = []
    if names >= _VALUE:
        gathered.append(Text("en værdi eller betingelse", "a value or a condition"))
        names -= _CONDITION_WORDS
    if len(names & _COMPARING) > 4:
        gathered.append(Text("en sammenligning som “er mindst”", "a comparison like “is at least”"))
        names -= _COMPARING
    order = [*KEYWORDS, *_KINDS]
    words = [
        Text(f"“{printed(name, language)}”", f"“{printed(name, language)}”") if name in KEYWORDS else _KINDS[name]
        for name in sorted(names, key=lambda item: order.index(item) if item in order else len(order))
        if name in KEYWORDS or name in _KINDS
    ]
    shown = [*gathered, *words[:9]]
    if not shown:
        shown = [Text("en ny linje ude ved margenen", "a new line at the margin")]
    return Text(_joined([text.da for text in shown], "eller"), _joined([text.en for text in shown], "or"))


def _joined(words: list[str], last: str) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + f" {last} {words[-1]}"


def _keyword_at(text: str, at: int, table: Iterable[str], language: Language) -> str | None:
    best: tuple[int, str] | None = None
    for name in table:
        for word in KEYWORDS[name].words(language):
            found = re.compile(pattern(word), re.I).match(text, at)
            if found and (best is None or len(found.group()) > best[0]):
                best = (len(found.group()), name)
    return best[1] if best else None


def _word_at(text: str, at: int) -> str:
    found = re.compile(r"[\w§]+|[^\s\w]").match(text, at)
    return found.group() if found else ""


def _other(language: Language) -> Language:
    return "en" if language == "da" else "da"

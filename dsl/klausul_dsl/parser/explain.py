"""What a reader is told when the words do not fit: from Lark's error to a diagnostic of its own kind."""

from __future__ import annotations

import re

from lark import Token
from lark.exceptions import UnexpectedCharacters, UnexpectedInput, UnexpectedToken

from klausul_dsl.diagnostics import Diagnostic, Label, diagnose, nearest
from klausul_dsl.keywords import ITEMS, KEYWORDS, PARTS, pattern, printed
from klausul_dsl.parser.expected import CONDITION_WORDS, Before, listed
from klausul_dsl.parser.forms import other_words
from klausul_dsl.parser.names import joined_by_a_keyword
from klausul_dsl.parser.near import misspelt, partly
from klausul_dsl.parser.otherwise import said_otherwise
from klausul_dsl.parser.phrases import NUMBERS_DA, NUMBERS_EN
from klausul_dsl.parser.place import Place, keyword_at, word_at
from klausul_dsl.parser.repairs import doubled, keyword_for_a_name, repair
from klausul_dsl.parser.shapes import WRITTEN_DATE, iso_date, number_of
from klausul_dsl.parser.slips import slip
from klausul_dsl.parser.slots import last_words, slot
from klausul_dsl.source import Source, Span
from klausul_dsl.text import Language, Text, series


def strange_item(source: Source, start: int, language: Language) -> Diagnostic:
    """A line at the margin that begins with no word for an item."""
    word = word_at(source.text, start)
    other: Language = "en" if language == "da" else "da"
    for name, keyword in ITEMS.items():
        found = re.compile("|".join(map(pattern, keyword.words(other))), re.I).match(source.text, start)
        if found:
            span = source.span(start, found.end())
            return diagnose("K117", span, word=found.group(), right=printed(name, language))
    if note := re.compile(r"//|--|/\*|;|%").match(source.text, start):
        remedy = Text("en bemærkning begynder med “#”", "a note begins with “#”")
        return diagnose("K100", source.span(start, note.end()), word=note.group(), remedy=remedy)
    known = [printed(name, language) for name in ITEMS]
    near = nearest(word, known)
    if near:
        remedy = Text(f"mente du “{near}”?", f"did you mean “{near}”?")
    else:
        words = [f"“{item}”" for item in known]
        remedy = Text(f"begynd med {series(words, 'eller')}", f"begin with {series(words, 'or')}")
    return diagnose("K100", source.span(start, start + max(1, len(word))), word=word, remedy=remedy)


def not_indented(source: Source, start: int, language: Language) -> Diagnostic | None:
    """A line at the margin that begins with a word for a line inside an item."""
    keyword = keyword_at(source.text, start, PARTS, language) or keyword_at(source.text, start, _INSIDE, language)
    answer = re.compile(r"([^\W\d]\w*)\s*=").match(source.text, start)
    if keyword is None and answer is not None:
        keyword = (answer[1], "")
    if keyword is None:
        return None
    return diagnose("K105", source.span(start, start + len(keyword[0])), word=keyword[0])


_INSIDE = frozenset({"AND", "OR", "WHEN", "OTHERWISE", "BECAUSE", "FOLLOWED_BY", "NO_LATER_THAN", "WITH"})
"""Words that go on with a line, or begin one, inside an item."""


def explain(error: UnexpectedInput, place: Place) -> tuple[int, Diagnostic]:
    """Where the mistake lies, and what to say of it."""
    if said := said_otherwise(place):
        return place.at, said
    if isinstance(error, UnexpectedToken) and error.token.type == "$END" and not place.rest[1:].strip():
        return place.at, _ended(place)
    if broken := _broken_off(place):
        return broken
    return place.at, _special(place) or diagnose(
        "K106",
        place.span,
        word=place.word or place.rest[:1],
        after=last_words(place),
        item=place.item,
        expected=listed(place.missing, place.language),
    )


def position(error: UnexpectedInput, text: str, start: int, end: int) -> int:
    """The offset of the first letter that does not fit; of the last letter where the text ends too soon."""
    if isinstance(error, UnexpectedToken) and error.token.type == "$END":
        return max(start, start + len(text[start:end].rstrip()) - 1)
    at = error.pos_in_stream if error.pos_in_stream is not None else start
    return min(at, len(text) - 1) if isinstance(error, UnexpectedCharacters) else at


def taken_for_a_name(read: Before, text: str, language: Language) -> int | None:
    """Where a line begins with its own word that was read as a name, because the line above is not finished."""
    if not read.tokens or read.tokens[-1].type != "NAME":
        return None
    at = read.tokens[-1].start_pos or 0
    begins_line = not text[text.rfind("\n", 0, at) + 1 : at].strip()
    return at if begins_line and keyword_at(text, at, PARTS, language) else None


def _ended(place: Place) -> Diagnostic:
    if opened := _opened(place):
        return _unclosed(place, opened)
    return diagnose("K107", place.spread(1), expected=listed(place.missing, place.language))


def _broken_off(place: Place) -> tuple[int, Diagnostic] | None:
    """A line that begins with its own word while the line above is not finished."""
    begin, line = place.line()
    keyword = keyword_at(place.text, place.at, PARTS, place.language)
    can_begin = place.accepted & (PARTS.keys() - {"NO", "EVERY", "BY"})
    if keyword is None or can_begin or line[: place.at - begin].strip() or not place.before.tokens or _opened(place):
        return None
    last = place.before.tokens[-1]
    if last.type == "COMMA" or _begins_another(place, keyword[0]):
        return None
    stop = (last.start_pos or 0) + len(last)
    span = place.source.span(stop - len(last), stop)
    if last.type == "IN_EVERY_OTHER_YEAR":
        return stop - 1, diagnose("K241", span)
    return stop - 1, diagnose("K107", span, expected=listed(place.missing, place.language))


def _begins_another(place: Place, word: str) -> bool:
    """Whether a line's own word is also the beginning of one that goes on with the line above: `at least` in a list."""
    able = (other for name in place.accepted & KEYWORDS.keys() for other in KEYWORDS[name].words(place.language))
    return any(other.lower().startswith(f"{word.lower()} ") for other in able)


def _opened(place: Place) -> Token | None:
    """The last parenthesis before the place that is still open, where it could be closed here."""
    if "RPAR" not in place.accepted:
        return None
    open_ones: list[Token] = []
    for token in place.before.tokens:
        if token.type == "LPAR":
            open_ones.append(token)
        elif token.type == "RPAR" and open_ones:
            open_ones.pop()
    return open_ones[-1] if open_ones else None


def _unclosed(place: Place, opened: Token) -> Diagnostic:
    begin = opened.start_pos or 0
    label = Label(place.source.span(begin, begin + 1), Text("åbnet her", "opened here"))
    return diagnose("K125", place.span, (label,))


def _special(place: Place) -> Diagnostic | None:
    """The mistakes that have a message of their own, the surest first."""
    begin, line = place.line()
    if place.rest.startswith('"') and '"' not in line[place.at - begin + 1 :]:
        return diagnose("K110", place.spread(len(line.rstrip()) - (place.at - begin)))
    if slipped := doubled(place) or slip(place):
        return slipped
    for date in WRITTEN_DATE.finditer(line):
        if date.start() <= place.at - begin <= date.end():
            span = place.source.span(begin + date.start(), begin + date.end())
            return diagnose("K114", span, word=date.group(), right=iso_date(date.group()))
    for date in _PART_OF_A_DATE.finditer(line):
        if date.start() <= place.at - begin <= date.end():
            return diagnose("K154", place.source.span(begin + date.start(), begin + date.end()), word=date.group())
    return (
        _fraction(place)
        or _numbers(place)
        or _joins(place)
        or other_words(place)
        or _signs(place)
        or _words(place)
        or joined_by_a_keyword(place)
        or repair(place)
        or keyword_for_a_name(place)
        or slot(place)
    )


_PART_OF_A_DATE = re.compile(r"(?<![\w-])(?!\d{4}-\d{2}-\d{2}(?![\d-]))\d+-[\d-]*")


def _fraction(place: Place) -> Diagnostic | None:
    """A fraction such as 1/3 where only a number can stand."""
    above, below = re.search(r"\d+[ ]?$", place.text[: place.at]), re.compile(r"/[ ]?(\d+)").match(place.text, place.at)
    if above is None or below is None or not int(below.group(1)):
        return None
    span = place.source.span(above.start(), below.end())
    percent = str(100 * int(above.group()))
    return diagnose("K143", span, word=place.text[span.start : span.end], times=below.group(1), percent=percent)


def _numbers(place: Place) -> Diagnostic | None:
    """A number with the mark of the other language, or with marks between the thousands."""
    written = re.compile(r"[.,](?:\d+|-)").match(place.text, place.at)
    whole = re.search(r"\d+$", place.text[: place.at])
    if written is None or whole is None:
        return None
    word = whole.group() + written.group()
    span = place.source.span(whole.start(), written.end())
    if place.before.tokens and place.before.tokens[-1].type in {"UNDER", "REFERENCE"}:
        return _clause_number(place, word, span)
    right = whole.group() if word.endswith("-") else number_of(word, place.language)
    return diagnose("K111", span, word=word, right=right)


def _clause_number(place: Place, word: str, span: Span) -> Diagnostic:
    """The number of a clause with a comma, or with a section sign that only a law has."""
    sign = re.search(r"§\s*$", place.text[: span.start])
    right = word.replace(",", ".")
    if sign is not None:
        span = place.source.span(sign.start(), span.end)
        word = place.text[span.start : span.end]
    if "," not in word:
        way = Text(f"skriv “{right}” uden “§”", f"write “{right}” without “§”")
        return diagnose("K156", span, word=word, way=way)
    two = "; ".join(right.split("."))
    way = Text(
        f"skriv “{right}”; er det to bestemmelser, så skriv “{two}”", f"write “{right}”; for two clauses write “{two}”"
    )
    return diagnose("K156", span, word=word, way=way)


def _joins(place: Place) -> Diagnostic | None:
    """`and` mixed with `or`; a list whose members are not separated by semicolons."""
    kind = place.token.type if place.token is not None else ""
    if kind in {"AND", "OR"} and place.accepted & {"AND", "OR"}:
        other = "OR" if kind == "AND" else "AND"
        first = next(token for token in reversed(place.before.tokens) if token.type == other)
        begin = first.start_pos or 0
        label = Label(place.source.span(begin, begin + len(first)), Text(f"her “{first}”", f"here “{first}”"))
        return diagnose("K112", place.span, (label,), word=place.word, other=str(first))
    if "SEMICOLON" in place.accepted and (place.rest.startswith(",") or kind in {"AND", "OR"}):
        return diagnose("K123", place.spread(len(place.word)), word=place.word)
    return None


_SIGNS = {
    "=<": "LESS_EQUAL",
    "=>": "GREATER_EQUAL",
    "==": "IS",
    "<>": "IS_NOT",
    "!=": "IS_NOT",
    "=": "IS",
    "≤": "LESS_EQUAL",
    "≥": "GREATER_EQUAL",
    "≠": "IS_NOT",
}


def _signs(place: Place) -> Diagnostic | None:
    """Signs of mathematics, and parentheses that close nothing."""
    for sign, name in _SIGNS.items():
        if sign == "=" and "IS" not in place.accepted:
            continue
        for back in (0, 1):
            begin = place.at - back
            if (back == 0 or len(sign) == 2) and place.text.startswith(sign, begin):
                span = place.source.span(begin, begin + len(sign))
                return diagnose("K113", span, word=sign, right=printed(name, place.language))
    if place.rest.startswith(")"):
        return diagnose("K124", place.spread(1))
    return None


def _words(place: Place) -> Diagnostic | None:
    accepted, language = place.accepted, place.language
    if accepted == {"REFERENCE"}:
        free = _free_text(place)
        return diagnose("K120", place.spread(len(free)), word=free)
    if "STRING" in accepted and accepted <= {"STRING", "DA_TAG", "EN_TAG"}:
        if not re.match(r"(?:da|en)?\s*:", place.rest) and (mended := repair(place)):
            return mended
        return _without_marks(place)
    if not re.match(r"\w", place.rest[:1]):
        return None
    if foreign := _foreign(place):
        return foreign
    keyword = keyword_at(place.text, place.at, KEYWORDS, language)
    if near := misspelt(place, here=keyword is None) or partly(place):
        return near
    if keyword is not None and keyword[1] in PARTS and (opened := _opened(place)):
        return _unclosed(place, opened)
    if keyword is not None and "NAME" in accepted and not accepted & (CONDITION_WORDS - {"NAME", "STRING"}):
        return diagnose("K119", place.span, word=place.word)
    if keyword is not None and keyword[1] in PARTS:
        return diagnose("K122", place.span, word=place.word, item=place.item, expected=listed(place.missing, language))
    return None


def _without_marks(place: Place) -> Diagnostic:
    """A text without quotation marks; the mark of its language, and a colon, are no part of it."""
    free = _free_text(place)
    tag = re.match(r"(?::\s*)?(?:(?:da|en)(?:\s*:\s*|\s+))?(?::\s*)?", free)
    length = len(tag.group()) if tag else 0
    word = free[length:] or free
    if place.rest[: len(free)] != free:
        # Marks stand further on: what is wrong is the colon.
        colon = place.rest.find(":", 0, place.rest.find('"'))
        if colon >= 0:
            return diagnose(
                "K152", place.source.span(place.at + colon, place.at + colon + 1), word=":", way=Text("", "")
            )
    at = place.at + (len(free) - len(word))
    return diagnose("K121", place.source.span(at, at + len(word)), word=word)


def _free_text(place: Place) -> str:
    """The words up to the end of the line, or to what follows the text."""
    begin, line = place.line()
    rest = line[place.at - begin :].split("#")[0].split("  ")[0].replace('"', "").strip()
    return rest or place.rest[:1]


def _foreign(place: Place) -> Diagnostic | None:
    """A word of the other language, where its fellow of this one could stand."""
    other: Language = "en" if place.language == "da" else "da"
    own = {word.lower() for keyword in KEYWORDS.values() for word in keyword.words(place.language)}
    own |= (NUMBERS_DA if place.language == "da" else NUMBERS_EN).keys()
    best: tuple[int, str, str] | None = None
    for name in sorted(place.accepted & KEYWORDS.keys()):
        for word in KEYWORDS[name].words(other):
            found = re.compile(pattern(word), re.I).match(place.text, place.at) if word.lower() not in own else None
            if found and len(word) > 1 and (best is None or len(found.group()) > best[0]):
                best = (len(found.group()), found.group(), name)
    if best is None:
        return None
    return diagnose("K117", place.spread(best[0]), word=best[1], right=printed(best[2], place.language))

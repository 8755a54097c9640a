"""Policy text to syntax tree. (the only package that knows Lark)

An item stands at the margin and is parsed on its own, so a mistake in one never hides another. Inside an item the
clause with the mistake is blanked and the rest is parsed again, so several mistakes in one item are found too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from itertools import pairwise

from lark import Lark, TextSlice
from lark.exceptions import UnexpectedInput, UnexpectedToken, VisitError

from klausul_dsl import syntax
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.keywords import ITEMS, PARTS, Keyword, pattern, printed, terminals
from klausul_dsl.parser.build import Builder, WordingError
from klausul_dsl.parser.expected import before
from klausul_dsl.parser.explain import explain, not_indented, position, strange_item, taken_for_a_name
from klausul_dsl.parser.names import claimed
from klausul_dsl.parser.otherwise import read_as_sums
from klausul_dsl.parser.place import Place, keyword_at
from klausul_dsl.parser.structure import structure_problems
from klausul_dsl.source import Source
from klausul_dsl.text import Language, Text

VERSION = 1
STARTS = {
    "AGREEMENT": "agreement",
    "PARAMETER": "parameter",
    "READING": "reading",
    "DEFINE": "define",
    "CLASSIFY": "classify",
    "PLACEMENT_OF": "placement",
    "RULE": "rule",
    "QUOTA": "quota",
    "SEQUENCE": "sequence",
    "DEADLINE": "deadline",
    "PERIODIC": "periodic",
    "DUTY": "duty",
    "MEASURE": "measure",
    "EXAMPLE": "example",
}


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one text gave: the tree of its whole items, its problems, and the names in items that were broken.

    `agreement_lost`: the agreement itself was among the broken.
    """

    file: syntax.File
    diagnostics: tuple[Diagnostic, ...]
    broken_names: frozenset[str]
    agreement_lost: bool = False


@cache
def grammar(language: Language) -> str:
    """The grammar text with the words and the decimal mark of a language."""
    core = files("klausul_dsl").joinpath("grammar.lark").read_text(encoding="utf-8")
    mark = "," if language == "da" else r"\."
    return f"{core}\nNUMBER: /\\d+(?:{mark}\\d+)?(?![\\d])/\n{terminals(language)}\n"


@cache
def _lark(language: Language, cache_folder: str | None) -> Lark:
    """The parser of a language; its tables are kept in a folder of the user's between runs, where one is given."""
    return Lark(
        grammar(language),
        parser="lalr",
        lexer="contextual",
        start=list(STARTS.values()),
        propagate_positions=True,
        maybe_placeholders=False,
        cache=f"{cache_folder}/grammar-{language}.lark" if cache_folder else False,
    )


@cache
def _item_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(_alternation(ITEMS, language), re.IGNORECASE)


@cache
def _part_pattern(language: Language) -> re.Pattern[str]:
    return re.compile(_alternation(PARTS, language), re.IGNORECASE)


def _alternation(table: dict[str, Keyword], language: Language) -> str:
    names = sorted(table, key=lambda name: -max(map(len, table[name].words(language))))
    return "|".join(f"(?P<{name}>{'|'.join(pattern(word) for word in table[name].words(language))})" for name in names)


_HEADER = re.compile(r"klausul\s+(?P<version>\d+)\s+(?:language|sprog)\s+(?P<language>[^\W\d]+)\s*(?:#.*)?$", re.I)
_LANGUAGES: dict[str, Language] = {"english": "en", "engelsk": "en", "danish": "da", "dansk": "da"}
_MARGIN = re.compile(r"^(?=[^\s#])", re.MULTILINE)


class _Unlined(str):
    """A text whose lines Lark does not count: before each item it would count all lines above it, and nobody asks."""

    __slots__ = ()

    def count(self, *_: object) -> int:
        return 0


def parse(source: Source, cache_folder: str | None = None) -> Parsed:
    """Parse one policy text; every problem has a place, and no problem hides a later one.

    `cache_folder` is a folder of the user's own in which the parser's tables are kept between runs.
    """
    problems: list[Diagnostic] = []
    language, body = _header(source, problems)
    starts, misplaced = _starts(source, body, language)
    problems += misplaced
    _orphans(source, body, starts[0] if starts else len(source.text), language, problems)
    items: list[syntax.Item] = []
    broken: set[str] = set()
    lost = False
    text = _Unlined(source.text)
    for start, end in pairwise([*starts, len(source.text)]):
        found = _item_pattern(language).match(source.text, start)
        if found is None or found.lastgroup is None:
            problems.append(strange_item(source, start, language))
            broken.update(re.findall(r"[^\W\d]\w*", source.text[start:end].split("\n", 1)[0].lower()))
            continue
        if twice := _repeated(source, start, end):
            problems.append(twice)
            continue
        item, mistakes = _item(source, text, (start, end), found.lastgroup, language, cache_folder)
        problems += mistakes
        if item is not None:
            items.append(item)
        else:
            lost |= found.lastgroup == "AGREEMENT"
            broken.update(re.findall(r"[^\W\d]\w*", source.text[start:end].lower()))
            broken.update(claimed(source.text, start, end))
    problems.sort(key=lambda problem: problem.span.start)
    tree = syntax.File(
        version=VERSION,
        language=language,
        items=tuple(items),
        comments=_comments(source),
        span=source.span(0, len(source.text)),
    )
    return Parsed(tree, tuple(problems), frozenset(broken), lost)


def _repeated(source: Source, start: int, end: int) -> Diagnostic | None:
    """A heading that stands again on the next line."""
    first, *others = [line for line in source.text[start:end].splitlines() if line.strip() and line.strip()[0] != "#"]
    following = source.line(source.position(end)[0])
    if others or first.split() != following.split():
        return None
    label = Label(source.span(end, end + len(following.rstrip())), Text("og her", "and here"))
    return diagnose("K149", source.span(start, start + len(first.rstrip())), (label,))


def _starts(source: Source, body: int, language: Language) -> tuple[list[int], list[Diagnostic]]:
    """Where the items begin; a line at the margin that belongs to the item above it is a problem, and stays with it."""
    starts: list[int] = []
    problems: list[Diagnostic] = []
    for found in _MARGIN.finditer(source.text, body):
        inside = None
        if starts and _item_pattern(language).match(source.text, found.start()) is None:
            inside = not_indented(source, found.start(), language)
        if inside is None:
            starts.append(found.start())
        else:
            problems.append(inside)
    return starts, problems


def _header(source: Source, problems: list[Diagnostic]) -> tuple[Language, int]:
    """The language of the file, and where its items begin."""
    first = re.compile(r"^[ \t]*[^\s#].*$", re.MULTILINE).search(source.text)
    if first is None:
        problems.append(diagnose("K101", source.span(0, 0)))
        return "en", len(source.text)
    span = source.span(first.start(), first.end())
    found = _HEADER.match(first.group())
    if found is None:
        problems.append(diagnose("K101", span))
        language = _likely_language(source)
        begins = first.end() if first.group().lower().startswith("klausul") else first.start()
        return language, begins
    if int(found["version"]) != VERSION:
        problems.append(diagnose("K102", span, version=found["version"]))
    chosen = _LANGUAGES.get(found["language"].lower())
    if chosen is None:
        problems.append(diagnose("K103", span, word=found["language"]))
        chosen = _likely_language(source)
    elif (likely := _likely_language(source)) != chosen and not _items(source, chosen) and _items(source, likely) > 1:
        right = Text("dansk", "danish") if likely == "da" else Text("engelsk", "english")
        other = Text("dansk", "Danish") if likely == "da" else Text("engelsk", "English")
        begin = span.start + found.start("language")
        named = source.span(begin, begin + len(found["language"]))
        problems.append(diagnose("K158", named, word=found["language"], other=other, right=right))
        chosen = likely
    return chosen, first.end()


def _likely_language(source: Source) -> Language:
    return "da" if _items(source, "da") > _items(source, "en") else "en"


def _items(source: Source, language: Language) -> int:
    """How many items begin with a word of a language and not with one of the other."""
    other: Language = "en" if language == "da" else "da"
    lines = [found.start() for found in _MARGIN.finditer(source.text)]
    own = [start for start in lines if _item_pattern(language).match(source.text, start)]
    return sum(_item_pattern(other).match(source.text, start) is None for start in own)


_RULE = Text("regel navn", "rule name")
_EXAMPLE = Text('eksempel "…" for navn', 'example "…" for name')


def _orphans(source: Source, start: int, end: int, language: Language, problems: list[Diagnostic]) -> None:
    found = re.compile(r"^[ \t]+(?=[^\s#])[^\n]*", re.MULTILINE).search(source.text, start, end)
    if found:
        at = found.end() - len(found.group().lstrip())
        example = keyword_at(source.text, at, ("AS_OF", "GIVEN", "EXPECT"), language)
        right = _EXAMPLE if example else _RULE
        problems.append(diagnose("K104", source.span(at, found.end()), right=right))


def _item(
    source: Source, text: str, place: tuple[int, int], name: str, language: Language, cache_folder: str | None
) -> tuple[syntax.Item | None, list[Diagnostic]]:
    """Parse one item; after a mistake, blank the clause it stands in and parse the rest for further mistakes.

    A mistake just before a blank is only that the blanked clause is missing: it is not told.
    """
    problems: list[Diagnostic] = []
    blanks: list[int] = []
    start, end = place
    clauses = _clause_starts(text, start, end, language)
    while True:
        try:
            tree = _lark(language, cache_folder).parse(TextSlice(text, start, end), start=STARTS[name])
            item: syntax.Item = Builder(source, language).transform(tree)
        except UnexpectedInput as error:
            where = _place(error, source, text, place, name, language, cache_folder)
            at, problem = explain(error, where)
            if any(at < blank and not text[at + 1 : blank].strip() for blank in blanks):
                return None, problems
            if not (problems and problem.code == "K122" and _uncounted(where)):
                problems.append(problem)
            at -= problem.code == "K125"
        except VisitError as error:
            if not isinstance(error.orig_exc, WordingError):
                raise
            mistake = error.orig_exc
            problems.append(diagnose(mistake.code, mistake.span, **mistake.facts))
            at = mistake.span.start
        else:
            if problems:
                return None, problems
            problems += read_as_sums(source, start, end) or structure_problems(item, source)
            return (None if problems else item), problems
        extent = _blank(text, clauses, at, end, language)
        if extent is None or len(problems) > 20:
            return None, problems
        begin, stop = extent
        text = text[:begin] + re.sub(r"\S", " ", text[begin:stop]) + text[stop:]
        blanks.append(begin)


def _uncounted(place: Place) -> bool:
    """Whether the population of a count has not been read yet, so that every other line seems misplaced."""
    return "OF" in place.accepted and not place.accepted & {"WHERE", "MUST"}


def _place(
    error: UnexpectedInput,
    source: Source,
    text: str,
    extent: tuple[int, int],
    name: str,
    language: Language,
    cache_folder: str | None,
) -> Place:
    """Where a mistake in an item lies, and what was read before it."""
    start, end = extent
    at = position(error, text, start, end)
    lark, rule = _lark(language, cache_folder), STARTS[name]
    read = before(lark, TextSlice(text, start, end), rule)
    token = error.token if isinstance(error, UnexpectedToken) else None
    if token is not None and token.type == "$END" and read.tokens:
        at = (read.tokens[-1].end_pos or end) - 1
    if early := taken_for_a_name(read, text, language):
        at, token = early, None
        read = before(lark, TextSlice(text, start, early), rule)
    return Place(
        source=source,
        text=text,
        start=start,
        end=end,
        at=at,
        item=printed(name, language),
        language=language,
        token=token,
        before=read,
        reach=partial(_reach, lark, rule),
    )


def _reach(lark: Lark, rule: str, text: str) -> int:
    """How many letters of an item's text can be read; more than it has where all of it can."""
    try:
        lark.parse(text, start=rule)
    except UnexpectedInput as error:
        return position(error, text, 0, len(text))
    return len(text) + 1


def _blank(text: str, clauses: list[int], at: int, end: int, language: Language) -> tuple[int, int] | None:
    """The extent of the clause a mistake stands in, of the citations where they hold it; None to give up."""
    begin = max(clause for clause in clauses if clause <= at)
    stop = min((clause for clause in clauses if clause > at), default=end)
    if begin == clauses[0]:
        outside = re.sub(r'"[^"\n]*"', lambda quoted: "_" * len(quoted.group()), text[begin:at])
        under = re.search(rf"(?<!\w){pattern(printed('UNDER', language))}", outside, re.I)
        if under is None:
            return None
        begin += under.start()
    elif re.compile(pattern(printed("OF", language)), re.I).match(text, begin):
        return None
    if not text[begin:stop].strip():
        return None
    return begin, stop


def _clause_starts(text: str, start: int, end: int, language: Language) -> list[int]:
    """Where the clauses of an item begin: the item itself, its least indented lines, and those with a clause word."""
    lines = [
        line for line in re.compile(r"^[ \t]*(?=[^\s#])", re.MULTILINE).finditer(text, start, end) if line.end() > start
    ]
    least = min((len(line.group()) for line in lines if line.group()), default=0)
    return [
        start,
        *(
            line.end()
            for line in lines
            if len(line.group()) in {0, least} or _part_pattern(language).match(text, line.end())
        ),
    ]


_COMMENT = re.compile(r'"[^"\n]*"|(#[^\n]*)')


def _comments(source: Source) -> tuple[syntax.Comment, ...]:
    """Every comment, found outside strings."""
    comments = []
    for found in _COMMENT.finditer(source.text):
        if found[1] is not None:
            line_start = source.text.rfind("\n", 0, found.start()) + 1
            comments.append(
                syntax.Comment(
                    text=found[1].rstrip(),
                    own_line=not source.text[line_start : found.start()].strip(),
                    column=found.start() - line_start,
                    span=source.span(found.start(), found.start() + len(found[1].rstrip())),
                )
            )
    return tuple(comments)

"""Good policies with one word taken out, replaced or written twice: the first message stands where the damage is."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random
from time import perf_counter

import pytest
import yaml

from klausul_dsl.clauses import Clause, Register, Status, register_from
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.parser import parse
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.source import Source
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary, vocabulary_from

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "corpus" / "good"
STATUTE = ROOT / "policies" / "almenboligloven"
PATHS = sorted(FOLDER.rglob("*.klausul"))
NAMES = [path.relative_to(FOLDER).as_posix() for path in PATHS]
DAMAGES = 8
"""So many damages of each file are tried, drawn from all of them: the same in every run."""
PARSED = 4
"""So many are only parsed, to see how often the message is that of no kind in particular."""
SECONDS = 30
"""More than any text of this size may take; a loop without end would take more."""
NOTHING = Text("", "")
CLAUSES = ("1", "2", "3", "3.1", "3.2", "3.3", "3.4", "3.5", "4", "4.1", "4.2", "4.4", "5.2", "6", "6.1", "6.2")
HEADS = {"K126", "K127"}
"""What is missing or stands twice is told at the item's head or at the second line, wherever a word was lost."""
WORD = re.compile(r'"[^"\n]*"|[^\s"()=;,.:]+|[()=;,.:]')
AGREEMENT = re.compile(r"^(?:aftale|agreement)\s+(\w+)", re.MULTILINE)


def damaged(text: str) -> Iterator[tuple[int, str, str, str]]:
    """A text with one word damaged: the line of the damage, the text, the word, and what stands in its stead."""
    masked = re.sub(r"#[^\n]*", lambda comment: " " * len(comment.group()), text)
    for found in WORD.finditer(masked, text.index("\n")):
        line, word = text.count("\n", 0, found.start()) + 1, found.group()
        for other in ("", "xyzzy", f"{word} {word}"):
            yield line, f"{text[: found.start()]}{other}{text[found.end() :]}", word, other


def sampled(name: str, amount: int, seed: str) -> list[tuple[int, str, str, str]]:
    every = list(damaged((FOLDER / name).read_text("utf-8")))
    return Random(f"{seed} {name}").sample(every, min(amount, len(every)))


@cache
def records() -> Vocabulary:
    paths = sorted((ROOT / "schemas" / "records").glob("*.schema.json"))
    return vocabulary_from([json.loads(path.read_text("utf-8")) for path in paths])


@cache
def shared(language: str) -> str:
    """The agreement that the samples of the language reference belong to."""
    return (FOLDER / "docs" / f"agreement.{language}.klausul").read_text("utf-8")


@cache
def statute() -> tuple[dict[str, str], Register]:
    paths = sorted(STATUTE.rglob("*.klausul"))
    texts = {path.relative_to(STATUTE).as_posix(): path.read_text("utf-8") for path in paths}
    raw = yaml.safe_load((STATUTE / "clauses.yaml").read_text("utf-8"))
    return texts, register_from(STATUTE.name, raw)


def loaded(name: str, text: str) -> Loaded:
    """A text as a file of the agreement that the undamaged file declares, else of the shared one."""
    whole = (FOLDER / name).read_text("utf-8")
    agreement = AGREEMENT.search(whole)
    files = {"x": text}
    if agreement is None:
        files["agreement"] = shared("da" if "sprog dansk" in whole else "en")
        agreement = AGREEMENT.search(files["agreement"])
    assert agreement is not None
    own = agreement[1]
    texts = {own: files}
    registers = {own: Register(own, NOTHING, {one: Clause(one, NOTHING, NOTHING, Status.CHECKED) for one in CLAUSES})}
    if STATUTE.name in whole:
        texts[STATUTE.name], registers[STATUTE.name] = statute()
    return load_policy(texts, records(), registers)


def first_problem(name: str, text: str) -> tuple[Source, Diagnostic | None]:
    """The first error of a text; of a file that leans on others that are not there, as it is parsed."""
    source = Source.of("x", text)
    problems = loaded(name, text).diagnostics if sound(name) else parse(source).diagnostics
    errors = [one for one in problems if one.severity is Severity.ERROR and one.span.file == "x"]
    return source, errors[0] if errors else None


@cache
def sound(name: str) -> bool:
    found = loaded(name, (FOLDER / name).read_text("utf-8")).diagnostics
    return all(problem.severity is not Severity.ERROR for problem in found)


@pytest.mark.parametrize("name", NAMES)
def test_a_damaged_word_is_found_where_it_stands(name: str) -> None:
    """On its line or the next; where the word was a name, also where the name is used and now unknown."""
    wrong = []
    for line, text, word, other in sampled(name, DAMAGES, "placed"):
        begun = perf_counter()
        source, problem = first_problem(name, text)
        assert perf_counter() - begun < SECONDS, (word, other)
        if problem is None or problem.code in HEADS:
            continue
        number = source.position(problem.span.start)[0]
        used = word.lower() in text[problem.span.start : problem.span.end].lower()
        if not used and number not in {line, following(text, line)}:
            wrong.append((line, number, f"{word}→{other}", problem.code))
    assert wrong == []


def following(text: str, line: int) -> int:
    """The next line that is not empty or a comment."""
    lines = text.split("\n")
    return next((n for n in range(line + 1, len(lines) + 1) if re.match(r"\s*[^\s#]", lines[n - 1])), line)


def test_most_damages_have_a_message_of_their_own() -> None:
    """That a word does not fit is said of few, and then with what stands before it and what could follow."""
    codes: Counter[str] = Counter()
    for name in NAMES:
        for _, text, _, _ in sampled(name, PARSED, "told"):
            problems = parse(Source.of("x", text)).diagnostics
            codes.update(problem.code for problem in problems[:1])
            assert not any(one.code == "K106" and one.hint.en.startswith(" can stand") for one in problems)
    assert codes["K106"] < 0.04 * codes.total()


LOST: tuple[tuple[str, str, str], ...] = (
    ("docs/expressions/collections.en.klausul", "given", ""),
    ("docs/days/months.da.klausul", "mindst", ""),
    ("docs/days/months.da.klausul", "en", ""),
    ("docs/days/months.da.klausul", "en", "xyzzy"),
)


@pytest.mark.parametrize(("name", "word", "other"), LOST)
def test_a_message_stands_in_its_own_line(name: str, word: str, other: str) -> None:
    """Words of a line that were once told of the line above."""
    for line, text, found, instead in damaged((FOLDER / name).read_text("utf-8")):
        if (found, instead) == (word, other):
            source = Source.of("x", text)
            numbers = {source.position(problem.span.start)[0] for problem in parse(source).diagnostics}
            assert numbers <= {line, following(text, line)}

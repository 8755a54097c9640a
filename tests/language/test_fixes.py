"""Safe fixes: what nothing uses is taken out line by line, and nothing else of a text is touched."""

from __future__ import annotations

import pytest

from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.fixes import Mended, Reader, mend
from klausul_dsl.pipeline import load_policy
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary

NOTHING = Text("", "")
REGISTERS = {
    name: Register(name, NOTHING, {"1": Clause("1", NOTHING, NOTHING, Status.CHECKED)}) for name in ("prøve", "anden")
}
HEAD = """klausul 1   sprog dansk

aftale {name}
  titel da "Prøve" en "Trial"
  gælder fra 2023-01-01
  bestemmelser "clauses.yaml"
"""
LIMIT = """
parameter grænse: procent   jf. 1
  # fra ministeriets liste
  fra 2023-01-01 er 1,45 %
"""
STRAINED = """
# Hvornår er en afdeling belastet?

definer belastet for afdeling på dagen   jf. 1   # ikke brugt endnu
  betyder andel_dømte er over grænse   # over, ikke på
"""
SMALL = """
# små og store
klassificer afdeling på dagen som størrelse   jf. 1
  klasse små     når  antal_beboere er under 1000
  klasse store   ellers
"""
READING = """
fortolkning hvor_få   jf. 1
  spørger da "Hvor få?" en "How few?"
  færre da "x" en "x"
  netop da "y" en "y"
"""


def mended(text: str, vocabulary: Vocabulary, *others: dict[str, dict[str, str]]) -> Mended:
    own = {"prøve": {"a.klausul": HEAD.format(name="prøve") + text}}
    found = mend([Reader(texts, REGISTERS) for texts in (own, *others)], vocabulary)
    for changed in found.texts.values():
        loaded = load_policy({"prøve": {"a.klausul": changed}}, vocabulary, REGISTERS)
        assert loaded.policy is not None
    return found


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_nothing_uses_goes_and_then_what_it_alone_used(line_end: str, vocabulary: Vocabulary) -> None:
    text = (LIMIT + STRAINED + SMALL + READING).replace("\n", line_end)
    found = mended(text, vocabulary)
    assert [problem.code for problem in found.fixed] == ["K506", "K503", "K506"]
    rest = "\n# Hvornår er en afdeling belastet?\n" + SMALL
    assert found.texts["a.klausul"] == HEAD.format(name="prøve") + rest.replace("\n", line_end)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_comment_right_above_goes_along_and_no_other(line_end: str, vocabulary: Vocabulary) -> None:
    before, after = SMALL + "  # en: small and large\n", SMALL.replace("størrelse", "antal")
    text = before + "# Fra ministeriet.\n# en: From the ministry.\n" + LIMIT[1:] + after
    found = mended(text.replace("\n", line_end), vocabulary)
    rest = before + after
    assert found.texts["a.klausul"] == HEAD.format(name="prøve") + rest.replace("\n", line_end)


def test_the_comment_at_the_head_of_a_file_stays(vocabulary: Vocabulary) -> None:
    head = "klausul 1   sprog dansk\n# Grænserne.\n"
    texts = {"prøve": {"a.klausul": HEAD.format(name="prøve") + SMALL, "b.klausul": head + LIMIT[1:]}}
    assert mend([Reader(texts, REGISTERS)], vocabulary).texts == {"b.klausul": head}


def test_nothing_is_changed_where_everything_is_used(vocabulary: Vocabulary) -> None:
    assert mended(SMALL, vocabulary).texts == {}


def test_what_another_agreement_needs_stays(vocabulary: Vocabulary) -> None:
    user = HEAD.format(name="anden") + "  anvender prøve\n" + SMALL.replace("antal_beboere er under 1000", "belastet")
    other = {"anden": {"b.klausul": user}, "prøve": {"a.klausul": HEAD.format(name="prøve") + LIMIT + STRAINED}}
    found = mended(LIMIT + STRAINED + READING, vocabulary, other)
    assert [problem.code for problem in found.fixed] == ["K503"]
    assert found.texts["a.klausul"] == HEAD.format(name="prøve") + LIMIT + STRAINED


def test_what_an_example_names_stays(vocabulary: Vocabulary) -> None:
    example = """
eksempel "små" for størrelse
  givet afdeling den 2024-01-01 med antal_beboere 400
  forvent små når hvor_få er netop
"""
    assert mended(SMALL + READING + example, vocabulary).texts == {}


def test_a_text_with_errors_is_left_alone(vocabulary: Vocabulary) -> None:
    assert mended(LIMIT + "\nregel uden_krav\n", vocabulary).texts == {}

"""What the checks prove of conditions is so in every case; each law keeps silent where it is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klausul.library import vocabulary as shipped
from klausul_dsl import typed as t
from klausul_dsl.checks.possible import possible
from klausul_dsl.clauses import Clause, Register, Status
from klausul_dsl.datatypes import Choice, Date, Number, YesNo
from klausul_dsl.datatypes import Reference as Leads
from klausul_dsl.kleene import ordered
from klausul_dsl.pipeline import load_policy
from klausul_dsl.text import Text
from klausul_dsl.values import NEVER
from klausul_dsl.vocabulary import Vocabulary

HEAD = """klausul 1   language english

agreement sample
  title en "Sample"
  in force 2023-01-01 to 2026-12-31
  clauses "clauses.yaml"

"""
NOTHING = Text("", "")
REGISTER = Register("sample", NOTHING, {"1": Clause("1", NOTHING, NOTHING, Status.CHECKED)})


def codes(text: str, vocabulary: Vocabulary) -> list[str]:
    found = load_policy({"sample": {"a.klausul": HEAD + text}}, vocabulary, {"sample": REGISTER})
    assert found.policy is not None, found.diagnostics
    return [problem.code for problem in found.diagnostics if problem.code not in {"K501", "K505", "K506", "K507"}]


@pytest.fixture(scope="module")
def empty() -> t.Policy:
    policy = load_policy({"sample": {"a.klausul": HEAD}}, shipped(), {"sample": REGISTER}).policy
    assert policy is not None
    return policy


# What is proved is so: conditions over four facts, tried with every value that can make a difference.

ESTATE = t.Subject(depth=0, entity="estate", type=Leads("estate"))
KINDS = ("a", "b", "c")
NUMBERS = tuple(Fraction(half, 2) for half in range(1, 8))
DAYS = (date(2024, 1, 1), date(2024, 1, 2), date(2024, 1, 3), NEVER)
FACTS = {
    "number": (NUMBERS, Number()),
    "other": (NUMBERS, Number()),
    "kind": (KINDS, Choice("estate.kind", KINDS)),
    "ended": (DAYS, Date()),
    "quiet": ((True, False), YesNo()),
}


def fact(name: str) -> t.Field:
    return t.Field(of=ESTATE, name=name, type=FACTS[name][1])


def condition(random: Random, depth: int) -> t.Expression:
    kind = random.choice(
        ("compare", "against", "choice", "date", "quiet") + (("all", "any", "not") * 2 if depth else ())
    )
    operator = random.choice(("<", "<=", ">", ">=", "=", "!="))
    match kind:
        case "compare":
            limit = t.Constant(value=Fraction(random.randint(1, 3)), type=Number())
            sides = [fact("number"), limit] if random.random() < 0.7 else [limit, fact("number")]
            return t.Compare(operator=operator, left=sides[0], right=sides[1], type=YesNo())
        case "against":
            return t.Compare(operator=operator, left=fact("number"), right=fact("other"), type=YesNo())
        case "choice":
            options = tuple(
                t.Constant(value=one, type=FACTS["kind"][1]) for one in random.sample(KINDS, random.randint(1, 2))
            )
            return t.OneOf(value=fact("kind"), options=options, type=YesNo())
        case "date":
            limit = t.Constant(value=date(2024, 1, 2), type=Date())
            ordering = random.choice(("<", "<=", ">", ">="))
            return t.Compare(operator=ordering, left=fact("ended"), right=limit, type=YesNo())
        case "quiet":
            return fact("quiet")
        case "not":
            return t.Not(operand=condition(random, depth - 1), type=YesNo())
        case _:
            operands = tuple(condition(random, depth - 1) for _ in range(random.randint(2, 3)))
            return (t.All if kind == "all" else t.Any)(operands=operands, type=YesNo())


def holds(node: t.Expression, world: dict[str, object]) -> bool:
    match node:
        case t.Not():
            return not holds(node.operand, world)
        case t.All():
            return all(holds(one, world) for one in node.operands)
        case t.Any():
            return any(holds(one, world) for one in node.operands)
        case t.OneOf(value=t.Field(name=name)):
            return world[name] in {option.value for option in node.options}
        case t.Compare():
            left, right = (
                side.value if isinstance(side, t.Constant) else world[side.name]  # type: ignore[union-attr]
                for side in (node.left, node.right)
            )
            if node.operator in {"=", "!="}:
                return (left == right) is (node.operator == "=")
            return ordered(left, node.operator, right) is True  # type: ignore[arg-type]
        case t.Field():
            return world[node.name] is True
        case _:
            raise AssertionError(node)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.integers(0, 2**32 - 1).map(Random))
def test_what_is_called_impossible_never_happens(random: Random) -> None:
    true = [condition(random, 2) for _ in range(random.randint(0, 2))]
    false = [condition(random, 2) for _ in range(random.randint(0, 2))]
    policy = load_policy({"sample": {"a.klausul": HEAD}}, shipped(), {"sample": REGISTER}).policy
    assert policy is not None
    if not possible(true, false, policy):
        for values in product(*(values for values, _ in FACTS.values())):
            world = dict(zip(FACTS, values, strict=True))
            met = all(holds(one, world) for one in true) and not any(holds(one, world) for one in false)
            assert not met, world


def test_contradictions_are_proved(empty: t.Policy) -> None:
    number = fact("number")

    def limit(operator: str, value: int) -> t.Expression:
        side = t.Constant(value=Fraction(value), type=Number())
        return t.Compare(operator=operator, left=number, right=side, type=YesNo())  # type: ignore[arg-type]

    kinds = [
        t.OneOf(value=fact("kind"), options=(t.Constant(value=one, type=FACTS["kind"][1]),), type=YesNo())
        for one in KINDS
    ]
    assert not possible([limit("<", 40), limit(">=", 40)], [], empty)
    assert possible([limit("<=", 40), limit(">=", 40)], [], empty)
    assert not possible([limit("<=", 40), limit(">=", 40), limit("!=", 40)], [], empty)
    assert not possible([], kinds, empty)
    assert possible([], kinds[:2], empty)
    assert not possible([kinds[0]], [t.Any(operands=tuple(kinds[:2]), type=YesNo())], empty)
    against = t.Compare(operator="<", left=number, right=fact("other"), type=YesNo())
    assert not possible([against], [replace(against, operator="!=")], empty)


# Each law, told and kept

CLASSES = """
reading how_few   under 1
  asks en "How few?"
  fewer en "x"
  as_many en "y"

define few for estate on day   under 1
  means by how_few
    fewer = residents < 1000
    as_many = residents <= 1000

classify estate on day as size   under 1
  class small  when few
  class other  when {second}
  class large  otherwise
"""


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("residents < 1000", ["K509"]),
        ("residents <= 1000", []),
        ("residents <= 1000 and residents > 1000", ["K508"]),
        ("few and rehousing", ["K509"]),
        ("not few and residents < 900", ["K508"]),
        ("residents is missing", []),
    ],
)
def test_a_class_is_unreachable_only_where_it_is_in_every_reading(
    second: str, told: list[str], vocabulary: Vocabulary
) -> None:
    assert codes(CLASSES.format(second=second), vocabulary) == told


RULE = """
rule no_waiting_list   under 1
  for each letting
  where dwelling.kind in (family; youth)
  must not be letting_type is waiting_list
  unless {exception}
"""


@pytest.mark.parametrize(
    ("exception", "told"),
    [
        ("dwelling.kind is family", []),
        ("dwelling.kind in (family; youth)", ["K510"]),
        ("dwelling.kind is not elderly", ["K510"]),
        ("letting_type is waiting_list", ["K510"]),
        ("letting_type is flexible", []),
    ],
)
def test_an_exception_swallows_what_it_leaves_nothing_of(
    exception: str, told: list[str], vocabulary: Vocabulary
) -> None:
    assert codes(RULE.format(exception=exception), vocabulary) == told


GAP = """
parameter limit: percent   under 1
  source en "a list"
  from {start} is 1.5 %

rule none_above   under 1
  for each assignment
  where dwelling.estate.convicted_share > limit
  must not happen
  from 2024-01-01
"""


@pytest.mark.parametrize(("start", "told"), [("2023-12-31", []), ("2024-01-01", []), ("2024-01-02", ["K514"])])
def test_a_gap_begins_where_the_rule_does(start: str, told: list[str], vocabulary: Vocabulary) -> None:
    assert codes(GAP.format(start=start), vocabulary) == told


HOLE = """
define small for estate on day   under 1
  means residents < 1000 to {end}
  means residents < 1200 from 2024-07-01

rule none_in_small   under 1
  for each assignment
  where dwelling.estate.small
  must not happen
  {force}

example "a small one" for none_in_small
  given assignment on 2025-02-01 with dwelling.estate.residents 900
  expect breach
"""


@pytest.mark.parametrize(
    ("end", "force", "told"),
    [
        ("2024-06-30", "", []),
        ("2024-06-29", "", ["K515"]),
        ("2024-06-29", "from 2024-06-30", ["K515"]),
        ("2024-06-29", "from 2024-07-01", []),
    ],
)
def test_a_term_has_a_meaning_on_every_day_between_two(
    end: str, force: str, told: list[str], vocabulary: Vocabulary
) -> None:
    assert codes(HOLE.format(end=end, force=force), vocabulary) == told


def test_what_only_a_measure_uses_is_used(vocabulary: Vocabulary) -> None:
    text = """
define few for estate   under 1
  means residents < 1000

measure small_ones   under 1
  of vacancies
  taken together
  per calendar year
  counts dwelling.estate.few
"""
    found = load_policy({"sample": {"a.klausul": HEAD + text}}, vocabulary, {"sample": REGISTER})
    assert "K506" not in {problem.code for problem in found.diagnostics}


def test_a_measure_cites_its_clause(vocabulary: Vocabulary) -> None:
    text = "measure all_of_them\n  of vacancies\n  taken together\n  per calendar year\n"
    found = load_policy({"sample": {"a.klausul": HEAD + text}}, vocabulary, {"sample": REGISTER})
    assert "K501" in {problem.code for problem in found.diagnostics}

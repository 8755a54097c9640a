"""Coverage: what examples show of a policy, clause by clause, and what they leave untried."""

from __future__ import annotations

from typing import Any

from klausul_dsl import typed as t
from klausul_dsl.clauses import Register, register_from
from klausul_dsl.coverage import Coverage, Kind, measure
from klausul_dsl.pipeline import load_policy
from klausul_dsl.prose import tell_expression
from klausul_dsl.vocabulary import Vocabulary

POLICY = """klausul 1   sprog dansk

aftale prøve
  titel "Prøve"
  gælder fra 2023-01-01
  bestemmelser "clauses.yaml"

fortolkning hvor_få   jf. 1
  spørger da "Hvor få?" en "How few?"
  færre da "så står der" en "so it says"
  netop_med da "ligeså godt" en "just as well"

definer lille for afdeling på dagen   jf. 1
  betyder alt efter hvor_få
    færre = antal_beboere er under 1000
    netop_med = antal_beboere er højst 1000

klassificer afdeling på dagen som størrelse
  klasse små  når lille   jf. 1
  klasse store  ellers    jf. 2

regel ingen_venteliste_i_små   jf. 1
  for hver udlejning  dateret efter udlejet_den
  hvor bolig.afdeling.størrelse er små
  må ikke have udlejningsform er venteliste
  medmindre bolig.boligtype er ungdomsbolig
"""
BREACH = """
eksempel "brud" for ingen_venteliste_i_små
  givet udlejning med udlejet_den 2024-01-01; udlejningsform venteliste; bolig.boligtype familiebolig;
    bolig.afdeling.antal_beboere {residents}
  forvent {expected}
"""
REGISTER = {
    "agreement": "prøve",
    "title": {"da": "Prøve", "en": "Trial"},
    "clauses": [
        {"id": number, "title": {"da": "t", "en": "t"}, "summary": {"da": "s", "en": "s"}, "status": status}
        for number, status in (("1", "checked"), ("2", "checked"), ("3", "checked"), ("4", "goal"))
    ],
}


def measured(examples: str, vocabulary: Vocabulary) -> Coverage:
    register: Register = register_from("prøve", REGISTER)
    loaded = load_policy({"prøve": {"a.klausul": POLICY + examples}}, vocabulary, {"prøve": register})
    assert loaded.policy is not None, loaded.diagnostics
    return measure(loaded.policy, {"a.klausul"}, register, vocabulary)


def in_words(vocabulary: Vocabulary) -> dict[str, str]:
    """The conditions of the policy as they are told."""
    register: Register = register_from("prøve", REGISTER)
    policy = load_policy({"prøve": {"a.klausul": POLICY}}, vocabulary, {"prøve": register}).policy
    assert policy is not None
    rule: Any = policy.norms["ingen_venteliste_i_små"]
    small: Any = policy.definitions["lille"].meanings[0].value
    below, at_most = (option for _, option in small.choice.options)
    nodes: dict[str, tuple[t.Expression, str]] = {
        "below": (below, "estate"),
        "at most": (at_most, "estate"),
        "youth": (rule.unless[0].condition, rule.entity),
        "waiting list": (rule.requirement.condition.operand, rule.entity),
    }
    return {name: tell_expression(node, policy, vocabulary, "en", (scope,)) for name, (node, scope) in nodes.items()}


def missing(coverage: Coverage, clause: str, kind: Kind) -> list[str]:
    found = next(one for one in coverage.clauses if one.clause is not None and one.clause.id == clause)
    return [point.missing.en for point in found.missing if point.kind == kind]


def test_without_examples_everything_is_missing(vocabulary: Vocabulary) -> None:
    coverage = measured("", vocabulary)
    assert coverage.shown == 0
    assert (coverage.norms, coverage.examples) == (1, 0)
    assert missing(coverage, "1", "outcome") == [
        "no example of compliance",
        "no example of a breach",
        "no example that cannot be determined",
        "no example outside the rule",
    ]
    assert missing(coverage, "1", "exception") == [f"no example uses the exception: {in_words(vocabulary)['youth']}"]
    assert missing(coverage, "2", "class") == ["no example comes to the class “store”"]
    assert missing(coverage, "3", "clause") == ["no rule cites the clause"]
    assert coverage.clauses[3].points == ()


def test_an_example_shows_its_outcome_and_what_it_asked(vocabulary: Vocabulary) -> None:
    coverage = measured(BREACH.format(residents=400, expected="ikke overholdt"), vocabulary)
    assert "no example of a breach" not in missing(coverage, "1", "outcome")
    assert missing(coverage, "1", "class") == []
    assert missing(coverage, "1", "alternative") == ["no example tries the answer “netop med”"]
    conditions, told = missing(coverage, "1", "condition"), in_words(vocabulary)
    assert f"no example where it holds that {told['below']}" not in conditions
    assert f"no example where it does not hold that {told['below']}" in conditions
    assert f"no example where it holds that {told['at most']}" in conditions
    limits = missing(coverage, "1", "limit")
    assert f"no example exactly at the limit: {told['below']}" in limits
    assert coverage.clauses[0].examples == 1
    assert coverage.reaches(20)
    assert not coverage.reaches(90)


def test_an_example_at_the_limit_is_counted_at_the_answer_it_is_given(vocabulary: Vocabulary) -> None:
    examples = BREACH.format(
        residents=1000, expected="ikke relevant\n  forvent ikke overholdt når hvor_få er netop_med"
    )
    coverage = measured(examples, vocabulary)
    assert missing(coverage, "1", "limit") == []
    assert missing(coverage, "1", "alternative") == []
    assert missing(coverage, "2", "class") == []


def test_what_a_condition_never_asked_is_not_shown(vocabulary: Vocabulary) -> None:
    coverage = measured(BREACH.format(residents=1200, expected="ikke relevant"), vocabulary)
    waiting_list = in_words(vocabulary)["waiting list"]
    assert f"no example where it holds that {waiting_list}" in missing(coverage, "1", "condition")

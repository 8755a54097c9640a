"""A judgement becomes a finding that explains itself and tells of no person."""

from __future__ import annotations

from dataclasses import replace

from klausul.findings import Finding, finding_from
from klausul.findings.context import Context
from klausul.findings.privacy import PRIVATE, field_is_open, key_is_open, tells_of_a_person
from klausul_dsl.outcomes import NormResult, Outcome
from klausul_dsl.values import Record, World
from klausul_dsl.vocabulary import Vocabulary


def test_a_finding_names_clause_facts_and_cells(findings: tuple[Finding, ...]) -> None:
    breach = findings[0]
    assert breach.outcome is Outcome.BREACH
    assert [(clause.id, clause.title.da) for clause in breach.clauses] == [("3.4", "Niveau 3")]
    basis = breach.facts[0]
    assert basis.value.da == "aftale"
    assert basis.place is not None
    assert (basis.place.file, basis.place.line, basis.place.column) == ("assignments.csv", 2, "Hjemmel")
    fired = breach.classes[0].fired
    assert fired is not None
    assert (fired.label.da, fired.clauses[0].id) == ("niveau 3", "3.4")


def test_sensitive_values_are_named_but_not_shown(findings: tuple[Finding, ...]) -> None:
    fact = findings[0].facts[1]
    assert (fact.name, fact.private, fact.value) == ("special_criteria_met", True, PRIVATE)
    assert fact.place is not None


def test_an_undetermined_finding_says_what_is_missing_and_where(findings: tuple[Finding, ...]) -> None:
    missing = findings[1].missing[0]
    assert missing.label.da == "opfylder særlige kriterier"
    assert missing.place is not None
    assert (missing.place.line, missing.place.column) == (3, "Særlige")


def test_a_quota_says_required_against_observed(findings: tuple[Finding, ...]) -> None:
    share = findings[2]
    assert share.required.da == "mindst 33 %, her 2 af 6"
    assert share.observed.da.startswith("1 af 6 ")
    assert "(16,6 %)" in share.observed.da
    assert share.counted is not None
    assert share.counted.not_met == ("V2", "V3", "V4", "V5", "V6")


def test_the_id_never_comes_from_a_row(
    findings: tuple[Finding, ...], results: tuple[NormResult, ...], context: Context
) -> None:
    moved = []
    for record in (*context.world.of("assignment"), *context.world.of("vacancy")):
        assert record.origin is not None
        moved.append(Record(record.entity, record.key, record.cells, replace(record.origin, line=99)))
    elsewhere = replace(context, world=World(context.world.as_of, moved))
    again = finding_from(results[0].judged[0], results[0], elsewhere)
    assert again.id == findings[0].id
    assert again.place is not None
    assert again.place.line == 99
    assert len({finding.id for finding in findings}) == len(findings)


def test_privacy_follows_the_schemas(vocabulary: Vocabulary) -> None:
    assert field_is_open(vocabulary, "assignment", "legal_basis")
    assert not field_is_open(vocabulary, "household_member", "released_on")
    assert not field_is_open(vocabulary, "assignment", "household")
    assert not field_is_open(vocabulary, "nothing", "at_all")
    assert not key_is_open(vocabulary, "household_member")
    assert key_is_open(vocabulary, "estate")


def test_an_expression_that_reads_of_a_person_is_known(context: Context) -> None:
    rule = context.policy.norms["special_criteria"]
    assert tells_of_a_person(rule.requirement.condition, context.policy, context.vocabulary)
    quota = context.policy.norms["vacancies_offered"]
    assert not tells_of_a_person(quota.requirement.condition, context.policy, context.vocabulary)


def test_a_finding_says_what_it_rests_on_that_is_not_verified(findings: tuple[Finding, ...]) -> None:
    """The caveat of the clause, and not the one that names another rule of it; a quota of another clause has none."""
    said = {finding.norm: [item.what.en for item in finding.unverified] for finding in findings}
    assert said["special_criteria"] == ["when the rule took effect"]
    assert {tuple(caveats) for norm, caveats in said.items() if norm != "special_criteria"} == {()}

"""The shipped policies say what their clauses say: they are whole, and their examples hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, Status, register_from
from klausul_dsl.coverage.points import points_of
from klausul_dsl.coverage.visit import Seen
from klausul_dsl.diagnostics import render
from klausul_dsl.examples import run_example
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.text import name_of
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes

POLICIES = Path(__file__).parents[2] / "policies"
FOLDERS = {
    "hoeje_taastrup_2023": "hoeje-taastrup-2023",
    "almenboligloven": "almenboligloven",
    "almenlejeloven": "almenlejeloven",
    "noerrevang_2025": "noerrevang-2025",
}
STATUTES = ("almenboligloven", "almenlejeloven")
USES = {
    "hoeje_taastrup_2023": ("hoeje_taastrup_2023", *STATUTES),
    "noerrevang_2025": ("noerrevang_2025",),
    **{name: (name,) for name in STATUTES},
}
WHOLE = ("hoeje_taastrup_2023", "noerrevang_2025")
"""The agreements that no other uses."""
SCHEMA = Path(__file__).parents[2] / "schemas" / "clauses.schema.json"
AGREEMENTS = tuple(FOLDERS)
NORMS = {
    "almenboligloven": {
        "no_recent_release_in_prevention_area",
        "no_young_release_in_prevention_area",
        "no_recent_breach_of_order_in_prevention_area",
        "no_third_country_citizen_in_prevention_area",
        "no_long_benefit_in_prevention_area",
        "no_recent_release_in_vulnerable_area",
        "no_young_release_in_vulnerable_area",
        "no_recent_breach_of_order_in_vulnerable_area",
        "no_third_country_citizen_in_vulnerable_area",
        "no_long_assistance_in_vulnerable_area",
        "no_disability_pension_in_vulnerable_area",
        "no_long_unemployment_benefit_in_vulnerable_area",
        "flexible_letting_in_designated_areas",
        "vulnerable_area_by_the_figures_is_listed",
        "listed_vulnerable_area_follows_from_the_figures",
        "parallel_society_by_the_figures_is_listed",
        "listed_parallel_society_follows_from_the_figures",
        "transformation_area_by_the_figures_is_listed",
        "listed_transformation_area_follows_from_the_figures",
        "prevention_area_by_the_figures_is_listed",
        "listed_prevention_area_follows_from_the_figures",
    },
    "almenlejeloven": {
        "no_termination_before_the_answer_is_due",
        "tenant_who_finished_studying_terminated",
        "step_down_term_at_most_as_long_as_the_law_allows",
    },
    "hoeje_taastrup_2023": {
        "no_assignment_at_level_3",
        "no_offer_at_level_3",
        "no_letting_during_rehousing",
        "no_assignment_during_rehousing",
        "family_dwellings_offered_at_level_1",
        "family_dwellings_offered_at_level_2",
        "flexible_at_level_1",
        "other_lettings_flexible_at_level_2",
        "lettings_flexible_at_level_3",
        "every_estate_is_placed",
        "placement_as_level",
        "every_second_assignment_by_special_criteria",
        "every_fourth_youth_dwelling_offered",
        "yearly_study_check",
        "passive_tenant_terminated",
        "no_approval_after_the_prospect_ended",
        "ability_to_pay_assessed_in_time",
        "ability_to_pay_not_assessed_too_early",
        "termination_requested_where_unable_to_pay",
        "no_letting_as_a_shared_dwelling",
        "capital_for_100_dwellings_reserved",
        "extra_effort_for_new_dwellings",
        "dialogue_meeting_on_new_build_held",
        "at_most_half_small_dwellings",
        "small_dwellings_are_built",
        "new_dwellings_offered_at_first_letting",
        "subsidised_dwellings_offered_every_time",
        "new_build_applied_for_in_time",
        "new_subsidised_dwellings_at_most_55_m2",
        "subsidised_dwellings_at_most_a_fifth",
        "no_subsidy_applied_for_in_a_designated_area",
        "rent_subsidy_applied_for_in_time",
        "rent_of_the_subsidised_dwelling",
        "no_rent_subsidy_in_a_designated_area",
        "dwelling_in_use_at_the_application",
        "rent_subsidy_only_in_dwellings_for_assignment",
        "subsidised_dwellings_to_those_in_acute_need",
        "plan_against_homelessness",
        "practice_of_subsidised_dwellings_agreed",
        "step_down_only_in_dwellings_for_assignment",
        "step_down_for_at_most_five_years",
        "citizen_referred_to_step_down",
        "follow_up_and_mentor_in_step_down",
        "citizen_in_the_target_group_of_step_down",
        "terminated_at_the_municipality_s_request",
        "termination_costs_paid_by_the_municipality",
        "cooperation_on_extensions_set_up",
        "distribution_of_step_down_dwellings_followed",
        "step_down_on_the_agenda",
        "yearly_overview_of_step_down_dwellings",
        "further_criteria_only_where_limits_are_exceeded",
        "criteria_set_follows_the_level",
        "criteria_are_on_the_agreed_list",
        "work_and_education_are_among_the_criteria",
        "agreed_share_at_most_one_third",
        "flexible_within_the_agreed_share",
        "new_tenants_at_level_3_in_work_or_education",
        "new_tenants_at_level_3_without_convictions",
        "level_of_education_and_income_met",
        "purpose_of_the_transfer_agreement_attested",
        "transfers_by_flexible_criteria_in_designated_estates",
        "taastrupgaard_was_a_transformation_area",
        "four_areas_were_prevention_areas",
        "gadehavegaard_had_a_development_plan",
        "social_follow_up_is_set_up",
        "municipality_alerted_to_problems",
        "recipient_of_notices_is_agreed",
        "two_preparatory_meetings_a_year",
        "yearly_meeting_of_the_housing_forum",
        "responsibilities_and_roles_on_the_agenda",
        "further_efforts_are_considered",
        "individual_agreement_with_each_organisation",
        "elements_of_the_agreement_reviewed",
        "midterm_evaluation_made",
        "key_figures_in_the_second_quarter",
        "content_of_the_key_figures",
        "parties_have_followed_up",
        "first_administratively_then_politically",
        "status_and_key_figures_discussed",
        "follow_up_group_is_set_up",
        "yearly_meeting_is_prepared",
        "renegotiation_started_in_the_second_quarter_of_2026",
        "yearly_steering_dialogue",
        "steering_dialogue_as_a_conference",
        "steering_dialogue_one_by_one",
        "young_person_on_the_way_to_education",
        "young_person_knows_the_rules",
        "prospect_of_education_assessed",
        "housing_forum_follows_the_youth_dwellings",
    },
    "noerrevang_2025": {
        "three_dwellings_a_year",
        "the_dwelling_fits_the_request",
        "request_answered",
        "the_municipality_pays_for_empty_dwellings",
        "at_least_the_lowest_share",
        "at_most_the_highest_share",
        "two_thirds_at_work",
        "flexible_by_a_criterion",
        "lasting_or_new_work",
        "every_second_to_residents",
        "large_dwellings_to_families",
        "report_by_1_july",
        "joint_review",
    },
}
READINGS = {
    "level_1_test",
    "small_estate_test",
    "high_share",
    "figures_from",
    "convicted_comparison",
    "convicted_limit_moves",
    "which_plans",
    "level_2_and_3",
    "rehousing_scope",
    "third_or_33",
    "share_period",
    "share_group",
    "rounding_at_level_2",
    "dwellings_in_the_flexible_share",
    "flexible_base",
    "who_is_counted",
    "dwellings_in_the_sequence",
    "first_of_the_sequence",
    "count_starts_afresh",
    "when_passive_tenants_are_terminated",
    "whom_the_prospect_concerns",
    "when_ability_to_pay_is_assessed",
    "step_down_limit_in_2023",
    "benefits_in_prevention_areas",
    "effect_of_a_request_to_terminate",
    "dwellings_other_than_those_for_assignment",
    "deadline_of_later_rounds",
    "when_the_area_is_tested",
    "bounds_of_between",
    "which_dwellings_are_small",
    "base_of_the_half",
    "must_small_dwellings_be_built",
    "right_to_assign_to_subsidised_dwellings",
    "when_is_midway",
    "when_is_spring",
    "which_years_have_the_conference",
    "is_the_list_of_criteria_closed",
    "comparison_with_the_act_s_limits",
    "who_in_the_household_counts",
    "moves_inside_the_estate_from_2024",
    "does_the_ban_yield_to_the_act",
    "is_an_exchange_a_letting",
    "what_is_work",
    "which_convictions_count",
    "who_is_followed_yearly",
    "when_placed_after_rehousing",
    "what_is_ordinary_letting",
    "what_is_made_available",
    "what_is_a_vacant_dwelling",
    "youth_dwellings_at_level_2",
    "when_more_may_be_asked_for",
    "is_a_transfer_another_letting",
    "transfers_to_which_dwellings",
}
"""The readings of the shipped agreement and of the acts it uses."""
READINGS_OF = {
    "hoeje_taastrup_2023": READINGS,
    "almenboligloven": {"benefits_in_prevention_areas"},
    "almenlejeloven": {"step_down_limit_in_2023"},
    "noerrevang_2025": {"who_are_both_adults", "who_gets_the_first"},
}
EVERY_READING = [(agreement, reading) for agreement in WHOLE for reading in sorted(READINGS_OF[agreement])]
UNUSED_ON_PURPOSE = {"K506": "planens_eftervirkning_i_år"}
"""A value that is not supplied stands in the policy to show that it is missing; nothing reads it."""

Load = Callable[[str], Loaded]


def raw_register(agreement: str) -> dict[str, Any]:
    """The clause register of an agreement as written."""
    loaded: dict[str, Any] = yaml.safe_load((POLICIES / FOLDERS[agreement] / "clauses.yaml").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="session")
def load(vocabulary: Vocabulary) -> Load:
    """Reads an agreement with those it uses."""

    @cache
    def loaded(agreement: str) -> Loaded:
        texts = {
            name: {
                path.relative_to(POLICIES).as_posix(): path.read_text("utf-8")
                for path in sorted((POLICIES / FOLDERS[name]).rglob("*.klausul"))
            }
            for name in USES[agreement]
        }
        registers = {name: register_from(name, raw_register(name)) for name in USES[agreement]}
        return load_policy(texts, vocabulary, registers)

    return loaded


def policy_of(load: Load, agreement: str) -> t.Policy:
    loaded = load(agreement)
    assert loaded.policy is not None, shown(loaded)
    return loaded.policy


def shown(loaded: Loaded) -> str:
    return "\n".join(render(problem, loaded.sources, "da") for problem in loaded.diagnostics)


def own_norms(policy: t.Policy) -> dict[str, t.Norm]:
    return {name: norm for name, norm in policy.norms.items() if norm.agreement == policy.agreement.name}


def expectations(policy: t.Policy, subject: str) -> Iterator[t.Expectation]:
    for example in policy.examples:
        if example.subject == subject:
            yield from example.expectations


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_nothing_is_wrong_with_it(agreement: str, load: Load) -> None:
    loaded = load(agreement)
    assert loaded.policy is not None, shown(loaded)
    rest = [
        problem
        for problem in loaded.diagnostics
        if UNUSED_ON_PURPOSE.get(problem.code, "-")
        not in loaded.sources[problem.span.file].text[problem.span.start : problem.span.end]
    ]
    assert not rest, shown(loaded)


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_the_names_others_rely_on(agreement: str, load: Load) -> None:
    policy = policy_of(load, agreement)
    assert set(own_norms(policy)) == NORMS[agreement]
    assert set(policy.readings) == READINGS_OF.get(agreement, set())
    if agreement == "hoeje_taastrup_2023":
        branches = policy.classifications["level"].branches
        assert [branch.name for branch in branches] == ["excluded", "level_3", "level_2", "level_1"]
        assert {"convicted_limit", "plan_tail_years"} <= set(policy.parameters)


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_every_example_holds(agreement: str, load: Load, vocabulary: Vocabulary) -> None:
    loaded = load(agreement)
    policy = policy_of(load, agreement)
    own = [example for example in policy.examples if example.agreement == agreement]
    assert own
    failed = [
        f"{result.example.title.da}\n{render(message, loaded.sources, 'da')}"
        for result in (run_example(example, policy, vocabulary) for example in own)
        for message in result.messages
    ]
    assert not failed, "\n\n".join(failed)


def test_the_statute_means_the_same_inside_the_agreement(load: Load, vocabulary: Vocabulary) -> None:
    policy = policy_of(load, "hoeje_taastrup_2023")
    statute = [example for example in policy.examples if example.agreement in STATUTES]
    assert {example.agreement for example in statute} == set(STATUTES)
    assert all(run_example(example, policy, vocabulary).passed for example in statute)


@pytest.mark.parametrize(
    ("agreement", "name"), [(agreement, name) for agreement in NORMS for name in sorted(NORMS[agreement])]
)
def test_every_norm_has_each_kind_of_example(agreement: str, name: str, load: Load, vocabulary: Vocabulary) -> None:
    policy = policy_of(load, agreement)
    norm = policy.norms[name]
    verdicts = {expected.verdict for expected in expectations(policy, name)}
    never = isinstance(norm, t.Rule) and norm.requirement.form == "must_not_happen"
    assert {"breach", "undetermined", "not_applicable" if never else "compliant"} <= verdicts
    reasons = {expected.reason for expected in expectations(policy, name) if expected.verdict == "undetermined"}
    assert "missing_facts" in reasons
    if any(point.kind == "limit" for point in points_of(norm, policy, vocabulary, Seen())):
        titles = " ".join(example.title.da for example in policy.examples if example.subject == name)
        assert "på grænsen" in titles or "præcis" in titles
    if not isinstance(norm, t.Placement) and norm.unless:
        assert any(expected.by == "unless" for expected in expectations(policy, name))


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_every_expectation_of_a_norm_says_what_decides(agreement: str, load: Load) -> None:
    policy = policy_of(load, agreement)
    for name in NORMS[agreement]:
        for expected in expectations(policy, name):
            by_date = expected.verdict == "not_applicable"  # decided by the date where neither part decides
            decided = expected.by or expected.reason or expected.verdict == "pending" or by_date
            assert decided, f"{name}: {expected}"


@pytest.mark.parametrize(("agreement", "reading"), EVERY_READING)
def test_every_reading_has_a_witness(agreement: str, reading: str, load: Load) -> None:
    """An example whose verdict is one at the default and another at the other alternative."""
    policy = policy_of(load, agreement)
    default, *others = (alternative.name for alternative in policy.readings[reading].alternatives)
    for other in others:
        assert any(
            one.verdict != two.verdict
            for example in policy.examples
            for one in example.expectations
            for two in example.expectations
            if dict(one.readings).get(reading, default) == default and dict(two.readings) == {reading: other}
        ), f"{reading}: {other}"


@pytest.mark.parametrize(("agreement", "reading"), EVERY_READING)
def test_every_reading_asks_and_answers_in_both_languages(agreement: str, reading: str, load: Load) -> None:
    found = policy_of(load, agreement).readings[reading]
    for text in (found.asks, *(alternative.reason for alternative in found.alternatives)):
        assert text.da
        assert text.en
        assert text.da != text.en
    assert found.references


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_the_register_keeps_its_schema(agreement: str) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    raw = raw_register(agreement)
    Draft202012Validator(schema).validate(raw)
    assert raw["agreement"] == agreement
    assert len(register_from(agreement, raw).clauses) == len(raw["clauses"])


@pytest.mark.parametrize("act", STATUTES)
def test_every_section_of_an_act_says_from_when_it_holds_where_it_was_read_and_how_surely(act: str) -> None:
    for clause in register_from(act, raw_register(act)).clauses.values():
        assert clause.in_force, clause.id
        assert clause.source, clause.id
        assert clause.confidence, clause.id


@pytest.mark.parametrize("agreement", AGREEMENTS)
def test_what_a_caveat_names_stands_under_its_clause(agreement: str, load: Load) -> None:
    policy = policy_of(load, agreement)
    items = (*policy.norms.values(), *policy.definitions.values(), *policy.parameters.values())
    for clause in register_from(agreement, raw_register(agreement)).clauses.values():
        cited = Reference(agreement, clause.id)
        under = [item for item in items if any(cited in getattr(node, "references", ()) for node in nodes(item))]
        names = {name_of(item.label.da) for item in under}
        for caveat in clause.unverified:
            assert under, clause.id
            assert set(caveat.of) <= names, clause.id


def _norm_clauses(policy: t.Policy) -> set[Reference]:
    found = {reference for norm in policy.norms.values() for reference in norm.references}
    norms = [norm for norm in policy.norms.values() if not isinstance(norm, t.Placement)]
    found |= {reference for norm in norms for item in norm.unless for reference in item.references}
    for name in _used(policy):
        item = policy.definitions.get(name) or policy.classifications.get(name)
        found |= set(item.references) if item else set()
    for classification in policy.classifications.values():
        found |= {reference for branch in classification.branches for reference in branch.references}
    return found


def _used(policy: t.Policy) -> set[str]:
    whole = (*policy.norms.values(), *policy.definitions.values(), *policy.classifications.values())
    return {node.name for node in nodes(whole) if isinstance(node, t.Defined | t.Classified)}


@pytest.mark.parametrize("whole", WHOLE)
def test_checked_clauses_are_those_that_something_states(whole: str, load: Load) -> None:
    """`checked` is said of a clause that a norm, a class or a definition cites, and of no other."""
    stated = _norm_clauses(policy_of(load, whole))
    for agreement in USES[whole]:
        for clause in register_from(agreement, raw_register(agreement)).clauses.values():
            if clause.status is Status.CHECKED:
                assert Reference(agreement, clause.id) in stated, clause.id


@pytest.mark.parametrize("agreement", WHOLE)
def test_every_anchor_is_a_few_words_of_the_text(agreement: str) -> None:
    for clause in register_from(agreement, raw_register(agreement)).clauses.values():
        assert clause.anchor is not None
        assert len(clause.anchor.split()) <= 6

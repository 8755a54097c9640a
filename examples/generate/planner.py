"""The whole plan, in order: borders, shares, households and what is planted in them; then counts and what lasts."""

from __future__ import annotations

from datetime import date

from .answers import add_shares
from .area_figures import note_areas
from .attested import plan_attested
from .boundaries import plant_boundaries
from .building import expect_building
from .cooperation import plan_cooperation
from .days import Draws
from .doubts import note_doubts
from .individual import plan_individual
from .internal_moves import note_blank_types, plant_internal_moves
from .level_three import plan_level_three
from .persons import people
from .placements import note_placements
from .plan import Plan
from .schedule import fill
from .special import plant_same_day, special_criteria
from .statute import attest_at_level_three, note_undated, plant_month_ends, plant_statute
from .step_down import leases
from .step_down_use import leases_out_of_use
from .study import plant_study
from .subsidies import plan_subsidies
from .tenancies import tenancies
from .vulnerable import plant_vulnerable
from .youth import expect_youth, fill_youth


def make_plan(seed: int) -> Plan:
    """Plan every case and every expectation; the keys of the records are given here, in the order of the days."""
    draws = Draws(seed)
    plan = Plan()
    plant_boundaries(plan)
    plant_month_ends(plan)
    plant_same_day(plan)
    fill(plan, draws)
    fill_youth(plan, Draws(seed + 2))
    people(plan, draws)
    plant_statute(plan, draws)
    plant_vulnerable(plan)
    attest_at_level_three(plan)
    note_undated(plan)
    note_doubts(plan)
    add_shares(plan)
    note_placements(plan)
    note_areas(plan)
    plan.cases.sort(key=lambda case: (case.vacant_on, case.estate.key))
    for number, case in enumerate(plan.cases, start=1):
        case.number = number
    special_criteria(plan)
    expect_youth(plan)
    plan.tenancies = tenancies(plan, Draws(seed + 3))
    plant_study(plan, Draws(seed + 4))
    plan.leases = leases(plan, Draws(seed + 5))
    plan.leases += leases_out_of_use(plan, Draws(seed + 6))
    _number_what_lasts(plan)
    plan_subsidies(plan, Draws(seed + 7))
    expect_building(plan)
    plan_attested(plan)
    plant_internal_moves(plan)
    note_blank_types(plan)
    plan_level_three(plan, Draws(seed + 9))
    plan_individual(plan)
    plan_cooperation(plan)
    return plan


def _number_what_lasts(plan: Plan) -> None:
    """Keys in the order of the days; a record without a day comes last."""
    plan.tenancies.sort(key=lambda item: (item.starts_on, item.case.number))
    plan.leases.sort(key=lambda item: (item.starts_on, item.case.number))
    for number, tenancy in enumerate(plan.tenancies, start=1):
        tenancy.number = number
    for number, lease in enumerate(plan.leases, start=1):
        lease.number = number
    checks = [(check.requested_on, item.number, check) for item in plan.tenancies for check in item.checks]
    for number, (_, _, check) in enumerate(sorted(checks, key=lambda row: row[:2]), start=1):
        check.number = number
    approvals = [(item.approved_on or date.max, at.number, item) for at in plan.tenancies for item in at.approvals]
    for number, (_, _, approval) in enumerate(sorted(approvals, key=lambda row: row[:2]), start=1):
        approval.number = number
    for number, term in enumerate((term for lease in plan.leases for term in lease.terms), start=1):
        term.number = number

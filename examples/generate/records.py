"""The plan as rows of the delivery's files, in the order of the columns of `files.ALL_FILES`."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from .area_figures import area_figures
from .attested import statements
from .days import Draws, months_before
from .figures import Row, designations, key_figures
from .housing_rows import housing_rows, in_use_from, new_homes, offers_again, vacancies_again
from .individual import agreements, criteria
from .lasting_rows import lasting_rows
from .persons import FULL_TIME
from .placements import placements
from .places import DELIVERED_ON, EXCLUDED
from .plan import Case, Person, Plan
from .world import AREAS, ESTATES, ORGANISATIONS, PLAN_AREA, PLAN_FROM, PLAN_TO, REHOUSED_FROM, REHOUSED_TO


def rows(plan: Plan, seed: int) -> dict[str, list[Row]]:
    """The rows of every file, by the file's name without its ending."""
    dwellings = _dwellings(plan, Draws(seed + 1))
    homes = {case.number: str(row[0]) for case, row in zip(plan.cases, dwellings, strict=True)}
    assigned = [case for case in plan.cases if case.assigned_on is not None]
    housed = [case for case in plan.cases if case.assigned_on is not None or case.tenants]
    transformation = next(area.key for area in AREAS if any(kind == "transformation" for _, kind in area.lists))
    return {
        "organisations": [(item.key, item.name) for item in ORGANISATIONS],
        "areas": [(item.key, item.name) for item in AREAS],
        "estates": [(item.key, item.name, item.organisation, item.area) for item in ESTATES],
        "designations": list(designations()),
        "development_plans": [
            ("PLAN-1", PLAN_AREA, "former_transformation", PLAN_FROM, PLAN_TO, PLAN_FROM),
            ("PLAN-2", transformation, "other", PLAN_FROM, PLAN_TO, PLAN_FROM),
        ],
        "area_figures": list(area_figures()),
        "key_figures": list(key_figures()),
        "rehousing_periods": [("GEN-1", "205-03", "major", REHOUSED_FROM, REHOUSED_TO)],
        "placements": list(placements()),
        "dwellings": sorted([*dwellings, *new_homes(dwellings, Draws(seed + 8))], key=lambda row: str(row[0])),
        "vacancies": [*(_vacancy(case, homes[case.number]) for case in plan.cases), *vacancies_again()],
        "offers": [
            *((case.key("offer"), case.key("vacancy"), case.offered_on) for case in plan.cases if case.offered_on),
            *offers_again(),
        ],
        "answers": [_answer(case) for case in plan.cases if case.answered_on],
        "assignments": [_assignment(case, homes[case.number]) for case in assigned],
        "lettings": [_letting(case, homes[case.number], shared=case.number in plan.shared) for case in plan.cases],
        "households": [(case.key("household"), len(_household(case))) for case in housed],
        "members": [row for case in housed for row in _members(case)],
        "benefit_months": [row for case in assigned for row in _benefit_months(case)],
        "attestations": [*_attestations(plan, assigned), *_not_relet(plan)],
        "letting_agreements": list(agreements()),
        "letting_criteria": list(criteria()),
        **lasting_rows(plan, homes),
        **housing_rows(plan, homes),
    }


def _dwellings(plan: Plan, draws: Draws) -> list[Row]:
    """A dwelling for each case; the dwellings that did not fall vacant are not in the delivery."""
    found: list[Row] = []
    counts: dict[str, int] = {}
    subsidised = {item.case.number: item for item in plan.subsidies if item.case is not None}
    for case in plan.cases:
        counts[case.estate.key] = counts.get(case.estate.key, 0) + draws.between(1, 3)
        youth = case.dwelling_kind == "youth"
        rooms = 1 if youth else draws.between(2, 5)
        area = 22 + rooms * 18 + draws.below(14)
        rent = area * draws.between(78, 96) + 900
        key = f"{case.estate.key}-{counts[case.estate.key]:04d}"
        subsidy = subsidised.get(case.number)
        asked = subsidy.rent if subsidy and subsidy.rent is not None else Decimal(f"{rent:.2f}")
        size, used = Decimal(f"{area:.1f}"), in_use_from(case.estate.key, subsidy)
        found.append((key, case.estate.key, case.dwelling_kind, rooms, size, asked, used))
    return found


def _vacancy(case: Case, home: str) -> Row:
    reserved = case.estate.stretch(case.vacant_on).certain == EXCLUDED and case.letting_type == "rehousing"
    return (case.key("vacancy"), home, case.vacant_on, months_before(case.vacant_on, 3), reserved)


def _answer(case: Case) -> Row:
    decision = "accepted" if case.accepted else "declined"
    return (case.key("answer"), case.key("offer"), case.answered_on, decision)


def _assignment(case: Case, home: str) -> Row:
    basis = "youth" if case.dwelling_kind == "youth" else "agreement"
    day = None if case.undated else case.assigned_on
    return (case.key("assignment"), home, case.key("vacancy"), case.key("household"), day, case.special, basis)


def _letting(case: Case, home: str, *, shared: bool) -> Row:
    moved_in = case.tenants or (case.assigned_on and case.letting_type == "assignment")
    household = case.key("household") if moved_in else None
    how = "shared" if shared else case.letting_type
    vacancy, within = case.key("vacancy"), case.within_estate
    return (case.key("letting"), home, vacancy, household, case.let_on, how, case.criteria, within)


def _members(case: Case) -> Iterator[Row]:
    for key, person in _numbered(case):
        yield (
            key,
            case.key("household"),
            person.born_on,
            person.citizenship,
            person.student,
            person.released_on,
            person.youth_released_on,
            person.lease_ended_on,
            person.pension,
            person.hours,
            None if person.hours is None else person.hours >= FULL_TIME,
            person.convicted_on,
        )


def _household(case: Case) -> list[Person]:
    return case.persons or case.tenants


def _numbered(case: Case) -> Iterator[tuple[str, Person]]:
    for number, person in enumerate(_household(case), start=1):
        yield f"{case.key('household')}-{number}", person


def _benefit_months(case: Case) -> Iterator[Row]:
    for key, person in _numbered(case):
        for month, benefit in sorted(person.benefits.items()):
            yield (key, month, benefit)


def _attestations(plan: Plan, cases: list[Case]) -> list[Row]:
    attested = [case for case in cases if case.attested is not None]
    households: list[Row] = [
        (
            f"ERK-{number:04d}",
            "ingen anden bolig var mulig",
            "assignment",
            case.key("assignment"),
            case.attested,
            case.assigned_on,
            f"Visitationsudvalget, sagsbehandler {number % 4 + 1}",
        )
        for number, case in enumerate(attested, start=1)
    ]
    return [*households, *statements(plan, len(households) + 1)]


def _not_relet(plan: Plan) -> Iterator[Row]:
    """What the landlord has attested of tenants who finished studying: whether the dwelling could not be let anew."""
    attested = [item for item in plan.tenancies if item.no_new_tenant is not None]
    for number, item in enumerate(attested, start=1):
        key = item.key("youth_tenancy")
        yield (
            f"ERK-U{number:03d}",
            "boligen kunne ikke lejes ud på ny",
            "youth_tenancy",
            key,
            item.no_new_tenant,
            DELIVERED_ON,
            "Udlejningsafdelingen",
        )

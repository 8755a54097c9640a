"""The rules about sequences, youth tenancies and step-down leases, judged from the files alone by plain Python.

The answers must say what is found here, both ways: nothing planned is missing, and nothing else is there.
"""

from __future__ import annotations

import csv
import json
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise, product
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "hoeje-taastrup"
AS_OF = date(2027, 1, 31)
YEARS = (2023, 2024, 2025, 2026)
LEVELS = {
    "203-02": [("2025-01-01", "2026-12-31")],
    "202-03": [("2023-01-01", "2024-11-30")],
    "203-08": [("2023-01-01", "2023-11-30"), ("2024-12-01", "2026-12-31")],
    "204-02": [("2023-01-01", "2024-12-31")],
    "204-04": [("2023-12-01", "2026-12-31")],
    "204-07": [("2023-01-01", "2023-11-30"), ("2024-12-01", "2026-12-31")],
} | {estate: [("2023-01-01", "2026-12-31")] for estate in ("201-03", "201-04", "205-01", "205-04")}
"""When an estate is at level 2 for certain, as the README of the example says."""
GREEN_FROM = {"206-04": date(2025, 1, 1)}
"""Estates with youth dwellings that came to level 1 later; the others were there all the time."""

Row = dict[str, str]
Found = tuple[str, str, str, tuple[str, ...]]
"""Rule, subject key, period, and the outcome under every reading, the default one first."""


def _read(name: str) -> list[Row]:
    with (EXAMPLE / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter=";"))


def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


def _sure(text: str) -> date:
    day = _day(text)
    assert day is not None
    return day


def _plus_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _due(requested: date) -> date:
    days = (requested + timedelta(days=step) for step in range(1, 200))
    return [day for day in days if day.month not in (7, 8)][41]


def _by(event: date | None, due: date | None) -> str:
    """What a deadline comes to, for an event that is blank where it has not happened."""
    if due is None:
        return "undetermined"
    if event is not None:
        return "compliant" if event <= due else "breach"
    return "pending" if due >= AS_OF else "breach"


# Sequences


Member = tuple[date, str, str]
"""A record of a sequence: its day, its key, and Ja, Nej or blank."""


def _running(members: list[Member], levels: dict[str, str], every: int) -> Iterator[tuple[str, tuple[str, ...]]]:
    """By key, what every reading gives: afresh by level, by year or never; bound is the last or first of `every`."""
    split: tuple[Callable[[Member], object], ...] = (
        lambda item: levels[item[1]],
        lambda item: item[0].year,
        lambda _: "",
    )
    found: dict[str, list[str]] = defaultdict(list)
    for part in split:
        groups: dict[object, list[Member]] = defaultdict(list)
        for member in members:
            groups[part(member)].append(member)
        for first, group in product((every, 1), groups.values()):
            for key, outcome in _counted(sorted(group), every, first):
                found[key].append(outcome)
    yield from ((key, tuple(outcomes)) for key, outcomes in found.items())


def _counted(members: list[Member], every: int, first: int) -> Iterator[tuple[str, str]]:
    """Every order of a day's records, the best and the worst, is tried."""
    for place in range(1, len(members) + 1):
        day = members[place - 1][0]
        before = [has for other, _, has in members if other < day]
        tied = [has for other, _, has in members if other == day]
        best = (before + sorted(tied, key=["Ja", "", "Nej"].index))[:place]
        worst = (before + sorted(tied, key=["Nej", "", "Ja"].index))[:place]
        need = (place - first) // every + 1
        outcome = "compliant" if sum(has == "Ja" for has in worst) >= need else "undetermined"
        yield members[place - 1][1], "breach" if sum(has != "Nej" for has in best) < need else outcome


def _second() -> Iterator[Found]:
    rule = "every_second_assignment_by_special_criteria"
    homes = {row["Bolig nr."]: row for row in _read("dwellings")}
    groups: dict[str, list[Member]] = defaultdict(list)
    levels: dict[str, str] = {}
    for row in _read("assignments"):
        home, day = homes[row["Bolig nr."]], _day(row["Anvist den"])
        if day is None:
            yield rule, row["Anvisning nr."], "", ("undetermined",)
            continue
        for first, last in LEVELS.get(home["Afdeling nr."], []):
            if home["Boligtype"] == "familiebolig" and first <= day.isoformat() <= last:
                levels[row["Anvisning nr."]] = first
                groups[home["Afdeling nr."]].append((day, row["Anvisning nr."], row["Opfylder særlige kriterier"]))
    for members in groups.values():
        for key, outcomes in _running(members, levels, 2):
            yield rule, key, "", outcomes


def _fourth() -> Iterator[Found]:
    homes = {row["Bolig nr."]: row for row in _read("dwellings")}
    offers = {row["Tilbud nr."]: row["Ledighed nr."] for row in _read("offers")}
    taken = {offers[row["Tilbud nr."]] for row in _read("answers") if row["Kommunens svar"] == "Ja tak"}
    found: dict[str, list[str]] = defaultdict(list)
    for offered, level_2 in product((set(offers.values()), taken), (False, True)):
        groups: dict[str, list[Member]] = defaultdict(list)
        levels: dict[str, str] = {}
        for row in _read("vacancies"):
            home, day, key = homes[row["Bolig nr."]], _sure(row["Ledig den"]), row["Ledighed nr."]
            estate = home["Afdeling nr."]
            levels[key] = "1" if GREEN_FROM.get(estate, date(2023, 1, 1)) <= day else "2"
            if home["Boligtype"] == "ungdomsbolig" and (levels[key] == "1" or (level_2 and day >= date(2023, 1, 1))):
                groups[estate].append((day, key, "Ja" if key in offered else "Nej"))
        for members in groups.values():
            for key, outcomes in _running(members, levels, 4):
                if levels[key] == "1":
                    found[key].extend(outcomes)
    for key, judged in found.items():
        yield "every_fourth_youth_dwelling_offered", key, "", tuple(judged)


# Youth tenancies


def _yearly() -> Iterator[Found]:
    checked = {(row["Lejemål nr."], _sure(row["Anmodet den"]).year) for row in _read("study_checks")}
    for row in _read("youth_tenancies"):
        first, last = _sure(row["Begynder den"]), _day(row["Fraflyttet den"]) or AS_OF
        for year in YEARS:
            whole = first <= date(year, 1, 1) and last >= date(year, 12, 31)
            if whole and (row["Lejemål nr."], year) not in checked:
                yield "yearly_study_check", row["Lejemål nr."], str(year), ("breach",)


def _not_before() -> Iterator[Found]:
    for row in _read("study_checks"):
        notice = _day(row["Opsagt den"])
        if notice is not None and notice < _due(_sure(row["Anmodet den"])):
            yield "no_termination_before_the_answer_is_due", row["Kontrol nr."], "", ("breach",)


def _passive() -> Iterator[Found]:
    left = {row["Lejemål nr."]: _day(row["Fraflyttet den"]) for row in _read("youth_tenancies")}
    for row in _read("study_checks"):
        requested, reply = _sure(row["Anmodet den"]), _day(row["Besvaret den"])
        due = _due(requested)
        said = {row["Uddannelse dokumenteret"], row["Fortsættelse godkendt"]}
        if (reply is not None and reply <= due) or "Ja" in said:
            continue
        gone = left[row["Lejemål nr."]] or date.max
        days = [_plus_months(since, 12) for since in (due, requested)]
        outcomes = ["compliant" if gone <= day else _by(_day(row["Opsagt den"]), day) for day in days]
        if "" in said:
            outcomes = [outcome if outcome == "compliant" else "undetermined" for outcome in outcomes]
        yield "passive_tenant_terminated", row["Kontrol nr."], "", tuple(outcomes)


def _approvals() -> Iterator[Found]:
    tenancies = {row["Lejemål nr."]: row for row in _read("youth_tenancies")}
    for row in _read("extension_approvals"):
        tenancy, day = tenancies[row["Lejemål nr."]], _day(row["Godkendt den"])
        prospect, work = _day(tenancy["Uddannelsesperspektiv ophørt den"]), _day(tenancy["I ordinær beskæftigelse fra"])
        if day is None:
            outcomes = ("undetermined",)
        else:
            late = (prospect is not None and day >= prospect) or (work is not None and day >= work)
            studied = tenancy["Lejegrundlag"] == "under uddannelse" and day < (
                _day(tenancy["Uddannelse ophørt den"]) or date.max
            )
            outcomes = tuple("breach" if late and bound else "compliant" for bound in (not studied, True))
        yield "no_approval_after_the_prospect_ended", row["Godkendelse nr."], "", outcomes


# Step-down leases


def _gone() -> dict[str, date]:
    """The day a lease ended, far off where it has not."""
    return {row["Udslusningslejemål nr."]: _day(row["Ophørt den"]) or date.max for row in _read("step_down_leases")}


def _assessed() -> Iterator[Found]:
    gone = _gone()
    for row in _read("step_down_terms"):
        ends, replaced = _day(row["Udløber den"]), _day(row["Afløst den"]) or date.max
        due = _plus_months(ends, -6) if ends else None
        if due is None or (replaced >= due and gone[row["Udslusningslejemål nr."]] > due):
            outcome = _by(_day(row["Betalingsevne vurderet den"]), due)
            yield "ability_to_pay_assessed_in_time", row["Udslusningsperiode nr."], "", (outcome,)


def _requested() -> Iterator[Found]:
    gone = _gone()
    for row in _read("step_down_terms"):
        if gone[row["Udslusningslejemål nr."]] < (_day(row["Udløber den"]) or date.min):
            continue
        if not row["Betalingsevne vurderet den"] or row["I stand til at betale"] == "Ja":
            continue
        outcome = _by(_day(row["Anmodet om opsigelse den"]), _day(row["Udløber den"]))
        if row["I stand til at betale"] == "" and outcome != "compliant":
            outcome = "undetermined"
        yield "termination_requested_where_unable_to_pay", row["Udslusningsperiode nr."], "", (outcome,)


def _length() -> Iterator[Found]:
    leases = {row["Udslusningslejemål nr."]: row for row in _read("step_down_leases")}
    for row in _read("step_down_terms"):
        begins, ends = _sure(leases[row["Udslusningslejemål nr."]]["Begynder den"]), _day(row["Udløber den"])
        years = (2, 5) if _sure(row["Aftalt den"]) < date(2023, 10, 1) else (5,)
        outcomes = ("undetermined",)
        if ends is not None:
            outcomes = tuple("compliant" if ends <= _plus_months(begins, 12 * at) else "breach" for at in years)
        yield "step_down_term_at_most_as_long_as_the_law_allows", row["Udslusningsperiode nr."], "", outcomes


RULES: dict[str, Callable[[], Iterator[Found]]] = {
    "every_second_assignment_by_special_criteria": _second,
    "every_fourth_youth_dwelling_offered": _fourth,
    "yearly_study_check": _yearly,
    "no_termination_before_the_answer_is_due": _not_before,
    "passive_tenant_terminated": _passive,
    "no_approval_after_the_prospect_ended": _approvals,
    "ability_to_pay_assessed_in_time": _assessed,
    "termination_requested_where_unable_to_pay": _requested,
    "step_down_term_at_most_as_long_as_the_law_allows": _length,
}


@pytest.mark.parametrize("rule", RULES)
def test_the_files_hold_what_the_answers_say_and_nothing_else(rule: str) -> None:
    found = {(key, period): outcomes for _, key, period, outcomes in RULES[rule]()}
    answers = [row for row in json.loads((EXAMPLE / "answers.json").read_text("utf-8")) if row["rule"] == rule]
    planned = {(row["subject_key"], row["period"]): row["expected"] for row in answers}
    judged = {place: _summed_up(found.get(place, ("compliant",))) for place in planned}
    assert judged == planned
    assert {place for place, outcomes in found.items() if outcomes[0] != "compliant"} <= set(planned)


def _summed_up(outcomes: tuple[str, ...]) -> str:
    """As the answers say it."""
    return "depends" if len(set(outcomes)) > 1 else "near_miss" if outcomes[0] == "compliant" else outcomes[0]


def test_six_weeks_skip_july_and_august() -> None:
    assert _due(date(2024, 6, 25)) == date(2024, 10, 7)


def test_what_happens_does_so_in_order() -> None:
    for name, *dates in (
        ("youth_tenancies", "Begynder den", "Fraflyttet den"),
        ("youth_tenancies", "Begynder den", "Uddannelse ophørt den"),
        ("study_checks", "Anmodet den", "Besvaret den"),
        ("study_checks", "Anmodet den", "Opsagt den"),
        ("step_down_leases", "Begynder den", "Ophørt den"),
        ("step_down_terms", "Aftalt den", "Udløber den"),
        ("step_down_terms", "Aftalt den", "Betalingsevne vurderet den"),
        ("step_down_terms", "Betalingsevne vurderet den", "Anmodet om opsigelse den"),
        ("step_down_terms", "Anmodet om opsigelse den", "Opsagt den"),
    ):
        for row in _read(name):
            days = [day for day in (_day(row[header]) for header in dates) if day is not None]
            assert days == sorted(days), (name, row)


def test_checks_and_approvals_lie_within_their_tenancy() -> None:
    tenancies = {row["Lejemål nr."]: row for row in _read("youth_tenancies")}
    for name, header in (("study_checks", "Anmodet den"), ("extension_approvals", "Godkendt den")):
        for row in _read(name):
            tenancy, day = tenancies[row["Lejemål nr."]], _day(row[header])
            if day is not None:
                assert _sure(tenancy["Begynder den"]) <= day <= (_day(tenancy["Fraflyttet den"]) or AS_OF)


def test_a_tenancy_of_an_assigned_household_is_of_the_dwelling_it_was_assigned() -> None:
    homes = {row["Husstand nr."]: row["Bolig nr."] for row in _read("assignments")}
    for name in ("youth_tenancies", "step_down_leases"):
        for row in _read(name):
            if row["Husstand nr."]:
                assert homes[row["Husstand nr."]] == row["Bolig nr."]


def test_nobody_has_two_tenancies_of_one_dwelling_at_a_time() -> None:
    spans: dict[str, list[tuple[date, date]]] = defaultdict(list)
    for row in _read("youth_tenancies"):
        spans[row["Bolig nr."]].append((_sure(row["Begynder den"]), _day(row["Fraflyttet den"]) or AS_OF))
    for times in spans.values():
        times.sort()
        assert all(first[1] < second[0] for first, second in pairwise(times))

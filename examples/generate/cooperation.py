"""What the parties attest and hold every year and once (4.4, 5.5, 5.7, 6, 6.1): mostly done, here and there not."""

from __future__ import annotations

from datetime import date

from .attested import AGREEMENT, expect_yearly, state
from .meetings import BOLIGFORUM, KEY_FIGURES, MET_LATE, NOT_MET, meetings, reports
from .places import FIRST_DAY, LAST_DAY, YEARS
from .plan import Expected, Plan
from .world import ORGANISATIONS

FOLLOW_UP = ("social_follow_up_is_set_up", "boligsocial opfølgning er etableret sammen med anvisningen")
_OF_YOUTH = (
    (
        "young_person_on_the_way_to_education",
        "den unge kan tilpasse sig et almindeligt ungdomsboligmiljø, er på vej mod uddannelse"
        " og følger de indsatser, kommunen har sat i værk",
    ),
    ("young_person_knows_the_rules", "den unge kender reglerne for ungdomsboliger"),
)
_PROSPECT = ("prospect_of_education_assessed", "kommunen har vurderet den unges uddannelsesperspektiv konkret")
_ROLES = ("responsibilities_and_roles_on_the_agenda", "ansvar og roller i den boligsociale støtte var på dagsordenen")
_STATUS = (
    "status_and_key_figures_discussed",
    "status på aftalen og nøgletal for afdelingerne er fremlagt og drøftet",
)
_ALERTED = (
    "municipality_alerted_to_problems",
    "kommunen er gjort opmærksom på de boligsociale problemer, der er opstået",
)
_YEARLY = (
    (
        "housing_forum_follows_the_youth_dwellings",
        "Boligforum har gennemgået beboersammensætningen i ungdomsboliger og praksis for forlængelse",
    ),
    ("further_efforts_are_considered", "udviklingen er positiv, eller yderligere indsatser er overvejet"),
    ("elements_of_the_agreement_reviewed", "aftalens elementer er gennemgået"),
    ("parties_have_followed_up", "parterne har fulgt op på aftalens indhold og udvikling"),
    ("yearly_meeting_is_prepared", "følgegruppen har forberedt det årlige møde"),
)
_ONCE = (
    ("recipient_of_notices_is_agreed", "det er aftalt, hvem i kommunen der modtager henvendelser", FIRST_DAY),
    ("follow_up_group_is_set_up", "der er nedsat en administrativ følgegruppe", LAST_DAY),
)
_SAID = (("breach", False, "denied"), ("undetermined", None, "the answer is blank"))
_CONFERENCE, _ONE_BY_ONE = "steering_dialogue_as_a_conference", "steering_dialogue_one_by_one"
_EVEN = "which_years_have_the_conference=the_even_years"
_ODD_YEARS, _EVEN_YEARS = (2023, 2025), (2024, 2026)


def plan_cooperation(plan: Plan) -> None:
    """Plan every statement about records, every yearly and single duty, and what is expected of the calendar."""
    _of_records(plan)
    _of_years(plan)
    _calendar(plan)
    _dialogues(plan)


def _of_records(plan: Plan) -> None:
    assigned = [case for case in plan.cases if case.assigned_on is not None]
    judged = [case for case in assigned if case.undated or FIRST_DAY <= (case.assigned_on or FIRST_DAY) <= LAST_DAY]
    state(plan, *FOLLOW_UP, "assignment", [(case.key("assignment"), case.vacant_on) for case in judged])
    for case in judged:
        if case.undated:
            plan.expect("undetermined", FOLLOW_UP[0], case, "assignment", "the day of the assignment is blank")
    youth = [(case.key("assignment"), case.vacant_on) for case in judged if case.dwelling_kind != "family"]
    for position, (rule, statement) in enumerate(_OF_YOUTH):
        state(plan, rule, statement, "assignment", youth[position * 9 :] + youth[: position * 9])
    approvals = [
        (approval.key(""), approval.approved_on or FIRST_DAY)
        for tenancy in plan.tenancies
        for approval in tenancy.approvals
        if tenancy.basis == "special_need" or tenancy.education_ended_on is not None
    ]
    state(plan, *_PROSPECT, "extension_approval", approvals)
    for tenancy in plan.tenancies:
        for approval in tenancy.approvals:
            if approval.approved_on is None:
                plan.expect("undetermined", _PROSPECT[0], approval, "extension_approval", "the day is blank")
    talked = _held("boligforum", "preparatory")
    state(plan, *_ROLES, "meeting", talked[2:] + talked[:2])
    state(plan, *_STATUS, "meeting", _held("boligforum"))


def _held(*forums: str) -> list[tuple[str, date]]:
    rows = [(str(row[0]), row[1]) for row in meetings() if row[2] in forums]
    return [(key, day) for key, day in rows if isinstance(day, date)]


def _of_years(plan: Plan) -> None:
    """Of five statements one year is denied and another one is blank; one was made on the last day of a year."""
    for position, (rule, statement) in enumerate(_YEARLY):
        planted = dict(zip((YEARS[position % 4], YEARS[(position + 2) % 4]), _SAID, strict=True))
        for year in YEARS:
            outcome, value, note = planted.get(year, ("near_miss", True, "attested in the year"))
            day = date(year, 12, 31) if outcome == "near_miss" else date(year, 11, 20)
            plan.statements.append((statement, "agreement", AGREEMENT, value, day))
            expect_yearly(plan, rule, year, outcome, note)
    rule, statement = _ALERTED
    odd = {("202", 2024): _SAID[0], ("204", 2025): _SAID[1]}
    for item in ORGANISATIONS:
        for year in YEARS:
            outcome, value, note = odd.get((item.key, year), ("near_miss", True, "attested in the year"))
            plan.statements.append((statement, "organisation", item.key, value, date(year, 12, 31)))
            _expect(plan, rule, item.key, str(year), outcome, note)
    for rule, statement, day in _ONCE:
        plan.statements.append((statement, "agreement", AGREEMENT, True, day))
        plan.expected.append(
            Expected(
                rule=rule, subject="agreement", key="all", period="whole", outcome="near_miss", note="attested once"
            )
        )


def _calendar(plan: Plan) -> None:
    expect_yearly(plan, "two_preparatory_meetings_a_year", 2024, "breach", "only one was held")
    expect_yearly(plan, "two_preparatory_meetings_a_year", 2025, "near_miss", "the second one on the last day")
    for year, note in ((2023, "the first one on 1 March"), (2024, "the second one on 31 May")):
        _spring(plan, year, ("near_miss", "near_miss"), note)
    _spring(plan, 2025, ("breach", "breach"), "politically before administratively")
    _spring(plan, 2026, ("breach", "near_miss"), f"the second one on {BOLIGFORUM[2026][1]}")
    for year, outcome in ((2023, "near_miss"), (2024, "near_miss"), (2025, "breach"), (2026, "near_miss")):
        expect_yearly(plan, "key_figures_in_the_second_quarter", year, outcome, f"measured on {KEY_FIGURES[year][0]}")
    for row in reports():
        if row[2] == "key_figures":
            shown = row[4:]
            outcome = "breach" if False in shown else "undetermined" if None in shown else "near_miss"
            _expect(plan, "content_of_the_key_figures", str(row[0]), "", outcome, "all five parts, or not", "report")
    for reading, outcome in (("", "near_miss"), ("when_is_midway=up_to_the_middle", "breach")):
        _expect(plan, "midterm_evaluation_made", "all", "whole", outcome, "February 2025", "agreement", reading)
    _expect(
        plan, "dialogue_meeting_on_new_build_held", "all", "whole", "near_miss", "held once, in June 2023", "agreement"
    )
    rule = "renegotiation_started_in_the_second_quarter_of_2026"
    _expect(plan, rule, "all", "2026", "near_miss", "on the last day", "agreement")


def _spring(plan: Plan, year: int, outcomes: tuple[str, str], note: str) -> None:
    rule = "first_administratively_then_politically"
    for reading, outcome in zip(("", "when_is_spring=first_half"), outcomes, strict=True):
        _expect(plan, rule, "all", str(year), outcome, note, "agreement", reading)


def _dialogues(plan: Plan) -> None:
    """The conference was held in the odd years; if the even ones are meant, none was held when it should have been."""
    key, year = NOT_MET
    _expect(plan, "yearly_steering_dialogue", key, str(year), "breach", "not met that year")
    _expect(plan, _ONE_BY_ONE, key, str(year), "breach", "not met that year")
    key, year = MET_LATE
    for rule in ("yearly_steering_dialogue", _ONE_BY_ONE):
        _expect(plan, rule, key, str(year), "near_miss", "met on the last day of the year")
    for item in ORGANISATIONS:
        for meant in _ODD_YEARS:
            _expect(plan, _CONFERENCE, item.key, str(meant), "near_miss", "the conference was held in September")
        for rule, years in ((_CONFERENCE, _EVEN_YEARS), (_ONE_BY_ONE, _ODD_YEARS)):
            for meant in years:
                _expect(plan, rule, item.key, str(meant), "breach", "met in the other form that year", reading=_EVEN)


def _expect(
    plan: Plan,
    rule: str,
    key: str,
    period: str,
    outcome: str,
    note: str,
    subject: str = "organisation",
    reading: str = "",
) -> None:
    plan.expected.append(
        Expected(rule=rule, subject=subject, key=key, period=period, outcome=outcome, note=note, reading=reading)
    )

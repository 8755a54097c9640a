"""A small policy, its register and a small world, made by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from klausul.findings import Finding, Tally, finding_from, tally_from
from klausul.findings.context import Context
from klausul.findings.privacy import private_definitions
from klausul_dsl import typed
from klausul_dsl.clauses import Caveat, Clause, Reference, Register, Status
from klausul_dsl.datatypes import Choice, Date, YesNo
from klausul_dsl.datatypes import Reference as Leads
from klausul_dsl.outcomes import (
    BranchTried,
    ClassFound,
    Dependence,
    FactRead,
    Judged,
    Judgement,
    NormResult,
    Outcome,
    ShareFigures,
    Trace,
)
from klausul_dsl.text import Text
from klausul_dsl.values import Cause, Coverage, Origin, Reason, Record, World
from klausul_dsl.vocabulary import Vocabulary

AS_OF = date(2024, 6, 30)
UNDER = Reference("aftale", "3.4")
SHARE = Reference("aftale", "3.2")


@pytest.fixture(scope="session")
def register() -> Register:
    """Three clauses: two that are checked and one that is a goal."""
    clauses = (
        Clause("2", Text("Målsætning", "Aims"), Text("Mål.", "Aims."), Status.GOAL, Text("Et mål.", "An aim.")),
        Clause("3.2", Text("Niveau 1", "Level 1"), Text("Hver tredje.", "Every third."), Status.CHECKED),
        Clause(
            "3.4",
            Text("Niveau 3", "Level 3"),
            Text("Ingen anvisning.", "No assignment."),
            Status.CHECKED,
            unverified=(
                Caveat(what=Text("hvornår reglen trådte i kraft", "when the rule took effect")),
                Caveat(what=Text("om en anden regel gælder", "whether another rule holds"), of=("en_anden_regel",)),
            ),
        ),
    )
    return Register("aftale", Text("Aftalen", "The agreement"), {clause.id: clause for clause in clauses})


@pytest.fixture(scope="session")
def policy() -> typed.Policy:
    """A rule (special criteria must be met), a quota (a third of vacancies) and a reading."""
    assignment = typed.Subject(depth=0, entity="assignment", type=Leads("assignment"))
    vacancy = typed.Subject(depth=0, entity="vacancy", type=Leads("vacancy"))
    criteria = typed.Field(of=assignment, name="special_criteria_met", type=YesNo())
    basis = Choice("assignment.legal_basis", ("decision", "agreement", "youth"))
    always = typed.Validity()
    rule = typed.Rule(
        agreement="aftale",
        name="special_criteria",
        label=Text("særlige_kriterier", "special_criteria"),
        entity="assignment",
        dated_by=typed.Field(of=assignment, name="assigned_on", type=Date()),
        where=(
            typed.Compare(
                operator="=",
                left=typed.Field(of=assignment, name="legal_basis", type=basis),
                right=typed.Constant(value="agreement", type=basis),
                type=YesNo(),
            ),
        ),
        unless=(),
        requirement=typed.Requirement(form="must", condition=criteria),
        validity=always,
        references=(UNDER,),
    )
    periods = (
        ("per_year", typed.Period(kind="calendar_year")),
        ("whole", typed.Period(kind="agreement_period")),
    )
    offer = typed.Collection(entity="offer", reference="vacancy", of=vacancy)
    quota = typed.Quota(
        agreement="aftale",
        name="vacancies_offered",
        label=Text("tilbudte boliger", "vacancies offered"),
        entity="vacancy",
        dated_by=typed.Field(of=vacancy, name="vacant_on", type=Date()),
        where=(),
        unless=(),
        group=typed.Group(entity=None, path=None),
        period=typed.ByReading(reading="share_period", options=periods),
        bound=typed.Bound(comparison="at_least", numerator=33, denominator=100, rounding=None, percent=True),
        requirement=typed.Requirement(
            form="must",
            condition=typed.Quantified(quantifier="some", collection=offer, condition=None, type=YesNo()),
        ),
        validity=always,
        references=(SHARE,),
    )
    reading = typed.Reading(
        name="share_period",
        label=Text("andelens periode", "share period"),
        asks=Text("Pr. år eller i hele perioden?", "Per year or in the whole period?"),
        alternatives=(
            typed.Alternative(name="per_year", label=Text("pr. år", "per year"), reason=Text("2.1", "2.1")),
            typed.Alternative(name="whole", label=Text("hele perioden", "whole"), reason=Text("3.2", "3.2")),
        ),
        validity=always,
        references=(SHARE,),
    )
    levels = typed.Classification(
        name="level",
        label=Text("niveau", "level"),
        entity="estate",
        branches=(
            typed.Branch(
                name="level_3", label=Text("niveau 3", "level 3"), condition=None, validity=always, references=(UNDER,)
            ),
        ),
        references=(),
    )
    agreement = typed.Agreement(
        name="aftale",
        label=Text("aftale", "agreement"),
        title=Text("Prøveaftalen", "The trial agreement"),
        validity=typed.Validity(start=date(2023, 1, 1), end=date(2026, 12, 31)),
        uses=(),
    )
    return typed.Policy(
        agreement=agreement,
        agreements={"aftale": agreement},
        parameters={},
        readings={"share_period": reading},
        definitions={},
        classifications={"level": levels},
        placements={},
        norms={"special_criteria": rule, "vacancies_offered": quota},
        measures={},
        examples=(),
    )


def _row(entity: str, key: str, line: int, columns: Mapping[str, str], **cells: object) -> Record:
    return Record(entity, key, cells, Origin(f"{entity}s.csv", line, columns))  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def world() -> World:
    """Three assignments and six vacancies, two of them offered."""
    columns = {"assigned_on": "Anvist", "special_criteria_met": "Særlige", "legal_basis": "Hjemmel"}
    assignments = [
        _row(
            "assignment",
            f"A{number}",
            number + 1,
            columns,
            assigned_on=date(2024, 3, number),
            legal_basis="agreement",
            special_criteria_met=met,
        )
        for number, met in ((1, False), (2, None), (3, True))
    ]
    vacancies = [
        _row("vacancy", f"V{number}", number + 1, {}, vacant_on=date(2023, 5, number)) for number in range(1, 7)
    ]
    offers = [_row("offer", f"O{number}", number + 1, {}, vacancy=f"V{number}") for number in (1,)]
    estates = [_row("estate", "E1", 2, {})]
    complete = {name: Coverage() for name in ("assignment", "vacancy", "offer")}
    return World(AS_OF, [*assignments, *vacancies, *offers, *estates], complete)


@pytest.fixture(scope="session")
def context(policy: typed.Policy, world: World, register: Register, vocabulary: Vocabulary) -> Context:
    return Context(
        policy=policy,
        vocabulary=vocabulary,
        registers={"aftale": register},
        chosen={"share_period": "per_year"},
        world=world,
        tell=lambda norm, _variant: Text(f"Reglen {norm.name}.", f"The rule {norm.name}."),
        private=private_definitions(policy, vocabulary),
    )


def _judged(outcome: Outcome, key: str, **more: object) -> Judged:
    facts = (
        FactRead("assignment", key, "legal_basis", "agreement"),
        FactRead("assignment", key, "special_criteria_met", False),
    )
    level = ClassFound("level", "estate", "E1", AS_OF, ("level_3",), (BranchTried("level_3", (UNDER,), True),))
    trace = Trace(facts, (level,))
    judgement = Judgement("special_criteria", "assignment", key, outcome, date(2024, 3, 1), trace=trace, **more)  # type: ignore[arg-type]
    depends = Dependence("share_period", (("per_year", outcome), ("whole", Outcome.COMPLIANT)))
    return Judged(judgement, "firm") if key == "A1" else Judged(judgement, "depends", (depends,))


@pytest.fixture(scope="session")
def results() -> tuple[NormResult, ...]:
    """What an engine could say: a breach, an undetermined record, a breached quota and its other variant."""
    cause = Cause(Reason.MISSING_FACTS, "assignment", "A2", "special_criteria_met")
    records = (
        _judged(Outcome.BREACH, "A1", decided_by="must"),
        _judged(Outcome.UNDETERMINED, "A2", decided_by="must", reason=Reason.MISSING_FACTS, causes=(cause,)),
        _judged(Outcome.COMPLIANT, "A3"),
    )
    tallies = {Outcome.BREACH: 1, Outcome.UNDETERMINED: 1, Outcome.COMPLIANT: 1}
    counted = (("V1", True), *((f"V{number}", False) for number in range(2, 7)))
    figures = ShareFigures(6, 1, 0, 0, -98, -98, 2)
    year = (date(2023, 1, 1), date(2023, 12, 31))
    share = Judgement(
        "vacancies_offered", "", "", Outcome.BREACH, None, year, figures=figures, counted=counted, trace=Trace()
    )
    whole = Judgement(
        "vacancies_offered", "", "", Outcome.PENDING, None, (date(2023, 1, 1), date(2026, 12, 31)), figures=figures
    )
    return (
        NormResult("special_criteria", (), True, tallies, 0, 1, records),
        NormResult(
            "vacancies_offered",
            (("share_period", "per_year"),),
            True,
            {Outcome.BREACH: 1},
            0,
            0,
            (Judged(share, "firm"),),
        ),
        NormResult(
            "vacancies_offered",
            (("share_period", "whole"),),
            False,
            {Outcome.PENDING: 1},
            0,
            0,
            (Judged(whole, "firm"),),
        ),
    )


@pytest.fixture(scope="session")
def findings(results: tuple[NormResult, ...], context: Context) -> tuple[Finding, ...]:
    shown = (Outcome.BREACH, Outcome.UNDETERMINED, Outcome.PENDING)
    return tuple(
        finding_from(judged, result, context)
        for result in results
        for judged in result.judged
        if judged.judgement.outcome in shown
    )


@pytest.fixture(scope="session")
def tallies(results: tuple[NormResult, ...], context: Context) -> tuple[Tally, ...]:
    return tuple(tally_from(result, context.policy, context.registers, 0) for result in results)

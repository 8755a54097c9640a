"""The phases of an audit: profile, library, pipeline, reading, world, engine, findings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeAlias

from klausul import __version__
from klausul.audit.choices import (
    check_estates,
    choices_shown,
    choose_norms,
    choose_readings,
    named_items,
    period_shown,
)
from klausul.audit.narrowing import Extent, narrow, narrow_measured
from klausul.audit.record import (
    account_rows,
    by_status,
    control_totals,
    ignored_columns,
    input_hashes,
    odd_cells,
    rejected_rows,
    unreached,
    unreadable_cells,
)
from klausul.audit.telling import clause_order, told
from klausul.engines import ENGINES, Engine
from klausul.findings import (
    Audit,
    Finding,
    MeasureShown,
    Narrowing,
    RunRecord,
    Tally,
    finding_from,
    measures_from,
    tally_from,
)
from klausul.findings.context import Context
from klausul.findings.disclosure import NOTHING_PERSONAL, Disclosure
from klausul.findings.privacy import private_definitions
from klausul.findings.shown import spoken
from klausul.library import Loaded, agreements, find, load_found, vocabulary
from klausul.records import PROFILE, Intake, Profile, read_delivery, read_profile
from klausul_dsl import typed
from klausul_dsl.clauses import Register
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.measures import MeasureResult
from klausul_dsl.outcomes import Judged, NormResult, Outcome
from klausul_dsl.source import NOWHERE, Source
from klausul_dsl.text import Text
from klausul_dsl.values import World
from klausul_dsl.vocabulary import Vocabulary

REPORTED = (Outcome.BREACH, Outcome.UNDETERMINED, Outcome.PENDING)

Progress: TypeAlias = Callable[[Text, int], None]
"""Is told which file, rule or measure is being worked on, and how many rows or records it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to audit. `policy` is a name or a path and comes before the one that the profile names.

    `cache_folder` is a folder of the user's own for the parser's tables.
    """

    delivery: Path
    policy: str | None = None
    cache_folder: str | None = None
    as_of: date | None = None
    readings: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    estates: tuple[str, ...] = ()
    period: tuple[date, date] | None = None
    disclosure: Disclosure = NOTHING_PERSONAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopped:
    """An audit without a verdict, and why. `unread`: the delivery, not the policy or the command, is at fault."""

    diagnostics: tuple[Diagnostic, ...]
    sources: Mapping[str, Source]
    unread: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """A request matched with its policy."""

    request: Request
    policy: typed.Policy
    registers: Mapping[str, Register]
    hashes: Mapping[str, str]
    chosen: Mapping[str, str]
    norms: tuple[str, ...] | None


def audit(request: Request, *, progress: Progress | None = None, engine: Engine = ENGINES[0]) -> Audit | Stopped:
    """Judge a delivery by an agreement. Every problem of the user's is in `Stopped`; only our own bugs are raised."""
    tell_of = progress or (lambda _what, _rows: None)
    words = vocabulary()
    if not request.delivery.is_dir():
        return Stopped(diagnostics=(diagnose("K810", NOWHERE, path=request.delivery.as_posix()),), sources={})
    profile, problems, source = read_profile(request.delivery / PROFILE, words)
    if profile is None:
        return Stopped(diagnostics=tuple(problems), sources={source.file: source})
    loaded = load_found(_agreement(request, profile), request.cache_folder)
    sources = {**loaded.sources, source.file: source}
    plan = _plan(request, loaded, sources)
    if isinstance(plan, Stopped):
        return plan
    as_of = request.as_of or profile.day
    validity = plan.policy.agreement.validity
    period = (validity.start, validity.end)
    intake = read_delivery(
        request.delivery,
        profile,
        words,
        as_of=as_of,
        period=period,
        progress=lambda file, rows: tell_of(Text(file, file), rows),
        show_personal=request.disclosure.personal,
    )
    if intake.problems:
        return Stopped(diagnostics=intake.problems, sources=sources, unread=True)
    world = World(as_of, intake.records, intake.coverage, rejected=intake.rejected)
    problems = check_estates(request.estates, world)
    if problems:
        return Stopped(diagnostics=tuple(problems), sources=sources)
    results, measured = _judged(plan, words, world, engine, tell_of)
    warnings = (*_not_begun(plan.policy, as_of), *intake.warnings)
    digest = {PROFILE: hashlib.sha256((request.delivery / PROFILE).read_bytes()).hexdigest()}
    tell_of(_WRITING, sum(len(result.judged) for result in results))
    return _composed(plan, world, intake, (results, measured), warnings, digest, sources, words)


_WRITING = Text("fundene", "the findings")


def _judged(
    plan: _Plan, words: Vocabulary, world: World, engine: Engine, tell_of: Progress
) -> tuple[list[NormResult], list[MeasureResult]]:
    """What the norms that were asked for say, and what the measures that were come to."""
    items = named_items(plan.policy)

    def progress(name: str, rows: int) -> None:
        tell_of(spoken(items[name].label), rows)

    results = list(engine.judge(plan.policy, words, world, plan.chosen, norms=plan.norms, progress=progress))
    measured = engine.measure(plan.policy, words, world, plan.chosen, measures=plan.norms, progress=progress)
    return results, list(measured)


def agreement_of(delivery: Path) -> Path | None:
    """The folder of the agreement that the profile of a delivery names, if it can be read and names one."""
    profile, _, _ = read_profile(delivery / PROFILE, vocabulary())
    found = None if profile is None else _agreement(Request(delivery=delivery), profile)
    return found if isinstance(found, Path) else None


def _agreement(request: Request, profile: Profile) -> Path | Diagnostic:
    """The folder of the agreement that the command names, else the one that the profile names."""
    if request.policy is not None:
        return find(request.policy)
    if profile.policy is not None:
        return find(profile.policy, seen_from=request.delivery, span=profile.policy_span)
    return diagnose("K825", NOWHERE, names=", ".join(path.name for path in agreements().values()))


def _plan(request: Request, loaded: Loaded, sources: Mapping[str, Source]) -> _Plan | Stopped:
    if loaded.policy is None or loaded.broken or loaded.shelf is None:
        return Stopped(diagnostics=loaded.diagnostics, sources=sources)
    chosen, problems = choose_readings(request.readings, loaded.policy)
    norms, wrong = choose_norms(request.clauses, request.rules, loaded.policy)
    if problems or wrong:
        return Stopped(diagnostics=(*problems, *wrong), sources=sources)
    return _Plan(
        request=request,
        policy=loaded.policy,
        registers=loaded.registers,
        hashes=loaded.shelf.hashes,
        chosen=chosen,
        norms=norms,
    )


def _not_begun(policy: typed.Policy, as_of: date) -> tuple[Diagnostic, ...]:
    validity = policy.agreement.validity
    if validity.start is None or as_of >= validity.start:
        return ()
    label = policy.agreement.title
    return (diagnose("K823", NOWHERE, agreement=label, period=period_shown(validity), day=as_of.isoformat()),)


def _composed(
    plan: _Plan,
    world: World,
    intake: Intake,
    found: tuple[list[NormResult], list[MeasureResult]],
    warnings: tuple[Diagnostic, ...],
    profile: Mapping[str, str],
    sources: Mapping[str, Source],
    words: Vocabulary,
) -> Audit:
    extent = Extent(estates=plan.request.estates, period=plan.request.period)
    results, measured = found
    context = Context(
        policy=plan.policy,
        vocabulary=words,
        registers=plan.registers,
        chosen=plan.chosen,
        world=world,
        tell=told(plan.policy, words, plan.chosen),
        private=private_definitions(plan.policy, words),
        disclosure=plan.request.disclosure,
    )
    tallies, findings = _found(results, plan, context, extent)
    measures, aside = _measured(measured, plan, context, extent)
    narrowing = _narrowing(plan, tallies, aside)
    policy = plan.policy
    run = RunRecord(
        version=__version__,
        agreement=policy.agreement.name,
        title=policy.agreement.title,
        in_force=(policy.agreement.validity.start, policy.agreement.validity.end),
        delivery=plan.request.delivery.as_posix(),
        as_of=world.as_of,
        personal=plan.request.disclosure.manner,
        pseudonym_key=plan.request.disclosure.fingerprint,
        choices=choices_shown(plan.chosen, policy, plan.registers),
        policy_files=plan.hashes,
        profile=profile,
        inputs=input_hashes(intake),
        account=account_rows(intake, words),
        controls=control_totals(intake),
        rejected_rows=rejected_rows(intake, words),
        unreadable=unreadable_cells(intake, words),
        odd=odd_cells(intake, words),
        not_read=tuple(stray.name for stray in intake.strays if not stray.by_program),
        left_by_programs=tuple(stray.name for stray in intake.strays if stray.by_program),
        ignored_columns=ignored_columns(intake),
        warnings=warnings,
        narrowing=narrowing,
        unreached=unreached(results, measured, policy, world, words) if narrowing.is_empty else None,
        by_status=by_status(plan.registers),
    )
    return Audit(run=run, tallies=tuple(tallies), findings=tuple(findings), measures=tuple(measures), sources=sources)


def _found(
    results: list[NormResult], plan: _Plan, context: Context, extent: Extent
) -> tuple[list[Tally], list[Finding]]:
    """The tallies and the findings inside the extent, by clause, rule and subject."""
    order = clause_order(plan.policy, plan.registers)
    tallies: list[Tally] = []
    findings: list[Finding] = []
    for result in sorted(results, key=lambda item: (order[item.norm], not item.chosen, item.variant)):
        kept, aside = narrow(result, extent, context.world, context.vocabulary)
        tallies.append(tally_from(kept, plan.policy, plan.registers, aside))
        reported = (judged for judged in kept.judged if is_reported(judged))
        findings += (finding_from(judged, kept, context) for judged in reported)
    return tallies, findings


def _measured(
    measured: list[MeasureResult], plan: _Plan, context: Context, extent: Extent
) -> tuple[list[MeasureShown], int]:
    """The rows of measures inside the extent, by clause and measure, and how many of the chosen are outside it."""
    order = clause_order(plan.policy, plan.registers)
    rows: list[MeasureShown] = []
    aside = 0
    for result in sorted(measured, key=lambda item: (order[item.measure], not item.chosen, item.variant)):
        inside, outside = narrow_measured(result, extent, context.world, context.vocabulary)
        rows += measures_from(inside, context)
        aside += outside if result.chosen else 0
    return rows, aside


def is_reported(judged: Judged) -> bool:
    """Whether somebody must look: a breach, undetermined, pending, or another outcome in another reading."""
    return judged.judgement.outcome in REPORTED or judged.firmness == "depends"


def _narrowing(plan: _Plan, tallies: list[Tally], measures_aside: int) -> Narrowing:
    items = named_items(plan.policy)
    left_out = [] if plan.norms is None else [name for name in items if name not in plan.norms]
    return Narrowing(
        clauses=plan.request.clauses,
        rules=plan.request.rules,
        estates=plan.request.estates,
        period=plan.request.period,
        norms_not_judged=tuple((name, spoken(items[name].label)) for name in left_out),
        judgements_set_aside=sum(tally.set_aside for tally in tallies if tally.chosen),
        measures_set_aside=measures_aside,
    )

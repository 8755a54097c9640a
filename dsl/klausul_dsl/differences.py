"""A recorded placement against the class that the branches give, on each review day."""

from __future__ import annotations

from datetime import date

from klausul_dsl import typed as t
from klausul_dsl.evaluate import placed_class
from klausul_dsl.frames import Context, Frame, Track
from klausul_dsl.judge import in_order
from klausul_dsl.kleene import Value, among
from klausul_dsl.lookup import cell
from klausul_dsl.outcomes import Deciding, Judgement, Outcome, Placing, leading_reason
from klausul_dsl.placements import recorded_class, review_days
from klausul_dsl.values import Record, Unknown


def judged_days(placement: t.Placement, context: Context) -> tuple[date, ...]:
    """The review days in the period in force and up to the as-of date, whatever their conditions."""
    agreement = context.policy.agreements[placement.agreement]
    last = min(agreement.validity.end or date.max, context.world.as_of)
    days = {on for _, on in review_days(placement, last, agreement) if agreement.validity.holds_on(on)}
    return tuple(sorted(days))


def judge_placement(placement: t.Placement, record: Record, day: date, context: Context) -> tuple[Judgement, Track]:
    """Whether what is recorded of a record on a day is what the branches give; not applicable where nothing is."""
    track = Track()
    frame = Frame(context, (record,), day, None, track)
    recorded = recorded_class(placement.classification, record, day, frame)
    derived = None if recorded is None or isinstance(recorded, Unknown) else _derived(placement, record, day, frame)
    outcome, decided_by = _outcome(recorded, derived)
    found = recorded if isinstance(recorded, Unknown) else derived
    causes = found.causes if outcome is Outcome.UNDETERMINED and isinstance(found, Unknown) else frozenset()
    judgement = Judgement(
        norm=placement.name,
        entity=placement.entity,
        key=record.key,
        outcome=outcome,
        day=day,
        period=(day, day),
        reason=leading_reason(causes) if causes else None,
        causes=in_order(causes),
        decided_by=decided_by,
        trace=track.trace(),
        placing=Placing(_classes(recorded, placement, context), _classes(derived, placement, context)),
    )
    return judgement, track


def _derived(placement: t.Placement, record: Record, day: date, frame: Frame) -> Value:
    """The class as of the latest review; an example may state it."""
    name = placement.classification
    if name in record.cells:
        return cell(record, name, frame.context.vocabulary, frame.context.world, frame.read)
    return placed_class(name, record, day, frame)


def _outcome(recorded: Value | None, derived: Value | None) -> tuple[Outcome, Deciding]:
    if recorded is None:
        return Outcome.NOT_APPLICABLE, "where"
    if isinstance(recorded, Unknown) or derived is None:
        return Outcome.UNDETERMINED, "where"
    match among(derived, frozenset((str(recorded),))):
        case True:
            return Outcome.COMPLIANT, "must"
        case False:
            return Outcome.BREACH, "must"
        case _:
            return Outcome.UNDETERMINED, "must"


def _classes(found: Value | None, placement: t.Placement, context: Context) -> tuple[str, ...]:
    """The classes that a value may be, in the order of the branches."""
    if found is None:
        return ()
    possible = found.candidates or frozenset() if isinstance(found, Unknown) else frozenset((str(found),))
    branches = context.policy.classifications[placement.classification].branches
    return tuple(branch.name for branch in branches if branch.name in possible)

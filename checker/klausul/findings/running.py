"""The running count of a sequence and the days of a deadline, as they may be told and as sentences."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from klausul.findings.context import Context, called, withholds
from klausul.findings.model import DayShown, DueShown, RunShown
from klausul.findings.naming import entity_label
from klausul.findings.shown import long_day, show_count
from klausul_dsl import typed
from klausul_dsl.frames import Context as Frames
from klausul_dsl.frames import Track
from klausul_dsl.judge import counted_member, group_of, reference_day
from klausul_dsl.outcomes import DueFigures, Judgement, Outcome, RunFigures
from klausul_dsl.text import Language, Text
from klausul_dsl.values import Never

# Sequences


def run_shown(norm: typed.Norm, run: RunFigures | None, context: Context) -> RunShown | None:
    """The running count; how many are met is left out where the next position would tell it of one person."""
    if run is None or not isinstance(norm, typed.Sequence):
        return None
    hidden = withholds((norm.where, norm.unless, norm.requirement), context)
    return RunShown(
        entity=run.entity,
        entity_label=entity_label(context.vocabulary, run.entity),
        key=called(run.entity, run.key, context) if run.key else "",
        since=None if withholds(norm.dated_by, context) else run.since,
        position=run.position,
        required=run.required,
        met=None if hidden else run.met,
        unknown=None if hidden else run.unknown,
    )


def run_required(run: RunShown, bound: typed.EveryNth, noun: str, language: Language) -> str:
    """`after 7 assignments for estate E1 since 1 January 2024 at least 3 must meet the requirement`."""
    da = language == "da"
    number, count = show_count(run.position, language), show_count(run.required, language)
    whose = f" {'i' if da else 'for'} {run.entity_label[language]} {run.key}" if run.key else ""
    since = f" {'siden den' if da else 'since'} {long_day(run.since, language)}" if run.since else ""
    at_least = bound.comparison == "at_least"
    if da:
        asked = f"skal mindst {count} opfylde kravet" if at_least else f"må højst {count} opfylde betingelsen"
        return f"efter {number} {noun}{whose}{since} {asked}"
    asked = f"at least {count} must meet the requirement" if at_least else f"at most {count} may meet the condition"
    return f"after {number} {noun}{whose}{since} {asked}"


def run_observed(run: RunShown, bound: typed.EveryNth, outcome: Outcome, language: Language) -> str:
    """`2 do; of 1 it is not known`."""
    da = language == "da"
    if run.met is None:
        if outcome is not Outcome.BREACH:
            return ""
        if bound.comparison == "at_least":
            return "færre gør det" if da else "fewer do"
        return "flere gør det" if da else "more do"
    met = show_count(run.met, language) if run.met else ("ingen" if da else "none")
    said = f"{met} gør det" if da else f"{met} {'does' if run.met == 1 else 'do'}"
    if not run.unknown:
        return said
    number = show_count(run.unknown, language)
    return f"{said}; om {number} vides det ikke" if da else f"{said}; of {number} it is not known"


def same_day(
    norm: typed.Sequence, judgement: Judgement, context: Context, chosen: Mapping[str, str]
) -> tuple[str, ...]:
    """The records that count, or may, on the day of a position and for the same group, itself among them.

    None where their being named together would tell of a person.
    """
    if withholds((norm.dated_by, norm.where, norm.unless), context):
        return ()
    frames = Frames(context.policy, context.vocabulary, context.world, chosen)
    group = norm.group if isinstance(norm.group, typed.Group) else dict(norm.group.options)[chosen[norm.group.reading]]
    assert judgement.run is not None
    found = []
    for record in context.world.of(norm.entity):
        day = reference_day(norm, record, frames, Track())
        if not isinstance(day, date) or day != judgement.day or group_of(group, record, frames) != judgement.run.key:
            continue
        if counted_member(norm, record, day, frames).scope is not False:
            found.append(called(record.entity, record.key, context))
    return tuple(sorted(found))


def by_order(keys: tuple[str, ...]) -> Text:
    """That a position turns on the order of records of one day."""
    named = f": {', '.join(keys)}" if keys else ""
    return Text(f"det beror på rækkefølgen inden for dagen{named}", f"it turns on the order within the day{named}")


# Deadlines


def due_shown(norm: typed.Norm, due: DueFigures | None, context: Context) -> DueShown | None:
    """Both days of a deadline; each is withheld where what it is read from may not be told."""
    if due is None or not isinstance(norm, typed.Deadline):
        return None
    return DueShown(
        due=_day_shown(due.due, hidden=withholds(norm.due, context)),
        happened=_day_shown(due.happened, hidden=withholds(norm.event, context)),
    )


def _day_shown(found: date | Never | None, *, hidden: bool) -> DayShown:
    match found:
        case None:
            return DayShown(state="unknown")
        case Never():
            return DayShown(state="never")
        case date():
            return DayShown(state="private") if hidden else DayShown(state="day", day=found)


def due_required(due: DueShown, language: Language) -> str:
    """`it must have been done no later than 28 February 2025`."""
    da = language == "da"
    match due.due.state:
        case "day":
            day = long_day(due.due.day, language)
            return f"det skal være sket senest den {day}" if da else f"it must have been done by {day}"
        case "private":
            return (
                "det skal være sket senest på en dag, der ikke vises (personoplysning)"
                if da
                else "it must have been done by a day that is not shown (personal data)"
            )
        case "never":
            return "fristen er ikke begyndt at løbe" if da else "the time for it has not begun to run"
        case "unknown":
            return "hvornår det senest skal være sket, vides ikke" if da else "by when it must be done is not known"


def due_observed(due: DueShown, as_of: date, outcome: Outcome, language: Language) -> str:
    """`it was done on 1 March 2025, 1 day late`."""
    da = language == "da"
    match due.happened.state:
        case "day":
            day = long_day(due.happened.day, language)
            return (f"det skete den {day}" if da else f"it was done on {day}") + _late(due, language)
        case "private":
            late = outcome is Outcome.BREACH
            if da:
                return f"{'det skete for sent' if late else 'det er sket'}; dagen vises ikke (personoplysning)"
            return f"it was done{' too late' if late else ''}; the day is not shown (personal data)"
        case "never":
            day = long_day(as_of, language)
            return f"det var ikke sket den {day}" if da else f"it had not been done on {day}"
        case "unknown":
            return "om og hvornår det er sket, vides ikke" if da else "whether and when it was done is not known"


def _late(due: DueShown, language: Language) -> str:
    if due.due.day is None or due.happened.day is None or due.happened.day <= due.due.day:
        return ""
    days = (due.happened.day - due.due.day).days
    count = show_count(days, language)
    if language == "da":
        return f", {count} {'dag' if days == 1 else 'dage'} for sent"
    return f", {count} {'day' if days == 1 else 'days'} late"

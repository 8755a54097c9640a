"""What a norm asks for against what was found, as one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from klausul.findings.context import Context
from klausul.findings.model import RunShown
from klausul.findings.placing import compared
from klausul.findings.recurring import recurring_observed, recurring_required, told_in
from klausul.findings.running import (
    by_order,
    due_observed,
    due_required,
    due_shown,
    run_observed,
    run_required,
    run_shown,
    same_day,
)
from klausul.findings.shown import show_count
from klausul_dsl import typed
from klausul_dsl.frames import Context as Frames
from klausul_dsl.frames import Track
from klausul_dsl.judge import settled
from klausul_dsl.outcomes import Judgement, Outcome, ShareFigures
from klausul_dsl.prose import show_number
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.values import Reason, Unknown

_COMPARISONS = {
    "at_least": Text("mindst", "at least"),
    "at_most": Text("højst", "at most"),
    "exactly": Text("præcis", "exactly"),
}
_ROUNDINGS = {
    "down": Text(", rundet ned", ", rounded down"),
    "nearest": Text(", afrundet til nærmeste", ", rounded to the nearest"),
    "up": Text(", rundet op", ", rounded up"),
}
_DECIDED = {
    "where": Text("om reglen gælder her", "whether the rule applies here"),
    "unless": Text("om undtagelsen gælder", "whether the exemption applies"),
    "must": Text("om kravet er opfyldt", "whether the requirement is met"),
    "dated_by": Text("hvilken dag forholdet hører til", "which day the record belongs to"),
}
_EXPIRED = Text("fristen løber først ud efter aftalens udløb", "the time runs out only after the agreement has expired")
NOTHING = Text("", "")


def quota_bound(norm: typed.Quota, judgement: Judgement, context: Context, chosen: Mapping[str, str]) -> typed.Bound:
    """The bound of a quota at the chosen alternatives, as it is for the group; it keeps its `value` where unknown."""
    bound = norm.bound if isinstance(norm.bound, typed.Bound) else dict(norm.bound.options)[chosen[norm.bound.reading]]
    if bound.value is None or judgement.period is None:
        return bound
    owner = context.world.get(judgement.entity, judgement.key) if judgement.entity else None
    frames = Frames(context.policy, context.vocabulary, context.world, chosen)
    found = settled(bound, owner, judgement.period[1], frames, Track())
    return bound if isinstance(found, Unknown) else found


def said(
    norm: typed.Norm, judgement: Judgement, context: Context, variant: tuple[tuple[str, str], ...]
) -> tuple[Text, Text]:
    """What is asked for, and what was found; a rule's prose tells its own requirement."""
    chosen = {**context.chosen, **dict(variant)}
    match norm:
        case typed.Placement():
            return NOTHING, compared(norm, judgement, context.policy)
        case typed.Quota() if judgement.figures is not None:
            bound = quota_bound(norm, judgement, context, chosen)
            figures = judgement.figures
            kind = context.vocabulary.entities[norm.entity]
            noun = kind.singular if (figures.members or figures.unknown_scope) == 1 else kind.plural
            return (
                Text(*(_required(bound, figures, language) for language in LANGUAGES)),
                Text(*(_counted(figures, noun[language], language) for language in LANGUAGES)),
            )
        case typed.Sequence() if (run := run_shown(norm, judgement.run, context)) is not None:
            return _sequence(norm, run, judgement, context, chosen)
        case typed.Deadline() if (due := due_shown(norm, judgement.due, context)) is not None:
            required = Text(*(due_required(due, language) for language in LANGUAGES))
            if judgement.decided_by != "must":
                return required, _undecided(norm, judgement)
            found = Text(
                *(due_observed(due, context.world.as_of, judgement.outcome, language) for language in LANGUAGES)
            )
            return required, found
        case typed.Periodic() | typed.Duty() if judgement.period is not None:
            required = recurring_required(norm, judgement.period, variant, context)
            found = recurring_observed(norm, judgement.period, judgement.outcome, context)
            return required, found if found.da else told_in(judgement.period, _undecided(norm, judgement))
        case _:
            return NOTHING, _undecided(norm, judgement)


def _sequence(
    norm: typed.Sequence, run: RunShown, judgement: Judgement, context: Context, chosen: Mapping[str, str]
) -> tuple[Text, Text]:
    bound = (
        norm.bound if isinstance(norm.bound, typed.EveryNth) else dict(norm.bound.options)[chosen[norm.bound.reading]]
    )
    kind = context.vocabulary.entities[norm.entity]
    noun = kind.singular if run.position == 1 else kind.plural
    required = Text(*(run_required(run, bound, noun[language], language) for language in LANGUAGES))
    if judgement.reason is Reason.ORDER:
        return required, by_order(same_day(norm, judgement, context, chosen))
    found = Text(*(run_observed(run, bound, judgement.outcome, language) for language in LANGUAGES))
    return required, found if found.da else _undecided(norm, judgement)


def _undecided(norm: typed.Norm, judgement: Judgement) -> Text:
    """Which part of a norm is not known, or that a deadline falls due after the agreement."""
    if judgement.decided_by == "expiry":
        return _EXPIRED
    if judgement.outcome is Outcome.UNDETERMINED and judgement.decided_by:
        without_exemptions = not isinstance(norm, typed.Placement) and not norm.unless
        part = "where" if judgement.decided_by == "unless" and without_exemptions else judgement.decided_by
        what = _DECIDED[part]
        return Text(f"det vides ikke, {what.da}", f"it is not known {what.en}")
    return NOTHING


def _required(bound: typed.Bound, figures: ShareFigures | None, language: Language) -> str:
    comparison = _COMPARISONS[bound.comparison][language]
    if bound.value is not None:
        unknown = (
            "det, der er fastsat, og det er ikke oplyst" if language == "da" else "what is set, and that is not given"
        )
        return f"{comparison} {unknown}"
    if bound.denominator == 0:
        return f"{comparison} {show_count(bound.numerator, language)}"
    if bound.percent:
        share = f"{show_number(Fraction(100 * bound.numerator, bound.denominator), language)} %"
    else:
        share = f"{bound.numerator}/{bound.denominator}"
    rounding = _ROUNDINGS[bound.rounding][language] if bound.rounding else ""
    if figures is None or figures.members == 0:
        return f"{comparison} {share}{rounding}"
    members, count = show_count(figures.members, language), show_count(figures.required, language)
    middle = f"her {count} af {members}" if language == "da" else f"here {count} of {members}"
    return f"{comparison} {share}{rounding}, {middle}"


def _counted(figures: ShareFigures, noun: str, language: Language) -> str:
    members, met = show_count(figures.members, language), show_count(figures.met, language)
    share = _percent(figures.met, figures.members, language)
    da = language == "da"
    if not figures.members and figures.unknown_scope:
        number = show_count(figures.unknown_scope, language)
        parts = [
            f"{number} {noun}, der måske skal tælles med" if da else f"{number} {noun} that may have to be counted"
        ]
    else:
        parts = [f"{met} af {members} {noun}{share}" if da else f"{met} of {members} {noun}{share}"]
    if figures.unknown_met:
        number = show_count(figures.unknown_met, language)
        parts.append(f"{number} uden de oplysninger, der skal til" if da else f"{number} without the facts needed")
    if figures.unknown_scope and figures.members:
        number = show_count(figures.unknown_scope, language)
        parts.append(f"{number}, der måske skal tælles med" if da else f"{number} that may have to be counted")
    if figures.to_settle:
        number = show_count(figures.to_settle, language)
        parts.append(f"mindst {number} skal afklares" if da else f"at least {number} must be settled")
    return "; ".join(parts)


def _percent(met: int, members: int, language: Language) -> str:
    """The share in percent with one decimal, cut off and never rounded up to a bound that is not met."""
    if not members:
        return ""
    tenths = 1000 * met // members
    mark = "," if language == "da" else "."
    return f" ({tenths // 10}{mark}{tenths % 10} %)"

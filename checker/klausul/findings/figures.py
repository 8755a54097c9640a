"""What a rule or quota asks for against what was found, as one sentence each."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from klausul.findings.shown import show_count
from klausul_dsl import typed
from klausul_dsl.outcomes import Judgement, Outcome, ShareFigures
from klausul_dsl.prose import show_number
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.vocabulary import Vocabulary

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


def bound_of(norm: typed.Quota, chosen: Mapping[str, str]) -> typed.Bound:
    """The bound of a quota at the chosen alternatives."""
    bound = norm.bound
    if isinstance(bound, typed.Bound):
        return bound
    return dict(bound.options)[chosen[bound.reading]]


def required(norm: typed.Norm, judgement: Judgement, chosen: Mapping[str, str]) -> Text:
    """What is asked for: the bound of a quota, with the count it comes to; a rule's prose tells its own requirement."""
    if not isinstance(norm, typed.Quota):
        return Text("", "")
    bound = bound_of(norm, chosen)
    return Text(*(_required(bound, judgement.figures, language) for language in LANGUAGES))


def _required(bound: typed.Bound, figures: ShareFigures | None, language: Language) -> str:
    comparison = _COMPARISONS[bound.comparison][language]
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


def observed(norm: typed.Norm, judgement: Judgement, vocabulary: Vocabulary) -> Text:
    """What was found: the count of a quota, or for a rule which part of it decided."""
    if judgement.figures is not None and isinstance(norm, typed.Quota):
        figures, plural = judgement.figures, vocabulary.entities[norm.entity].plural
        return Text(*(_counted(figures, plural[language], language) for language in LANGUAGES))
    if judgement.outcome is Outcome.UNDETERMINED and judgement.decided_by:
        what = _DECIDED[judgement.decided_by]
        return Text(f"det vides ikke, {what.da}", f"it is not known {what.en}")
    return Text("", "")


def _counted(figures: ShareFigures, plural: str, language: Language) -> str:
    members, met = show_count(figures.members, language), show_count(figures.met, language)
    share = _percent(figures.met, figures.members, language)
    da = language == "da"
    parts = [f"{met} af {members} {plural}{share}" if da else f"{met} of {members} {plural}{share}"]
    if figures.unknown_met:
        number = show_count(figures.unknown_met, language)
        parts.append(f"{number} uden de oplysninger, der skal til" if da else f"{number} without the facts needed")
    if figures.unknown_scope:
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

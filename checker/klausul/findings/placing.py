"""A recorded placement and the class that the clauses give, in words."""

from __future__ import annotations

from klausul.findings.model import PlacingShown
from klausul.findings.naming import words_of
from klausul.findings.shown import spoken
from klausul_dsl import typed
from klausul_dsl.clauses import show_clause
from klausul_dsl.outcomes import Judgement, Outcome
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.values import Reason

_NOT_RECORDED = Text("der er ikke registreret nogen placering", "no placement is recorded")
_NOT_CLEAR = Text("det kan ikke ses, hvad placeringen er registreret som", "what is recorded cannot be told")
_NOT_KNOWN = Text("hvad bestemmelserne giver, vides ikke", "what the clauses give is not known")
_NOTHING = Text("men bestemmelserne giver ingen klasse", "but the clauses give no class")


def placing_shown(norm: typed.Placement, judgement: Judgement, policy: typed.Policy) -> PlacingShown | None:
    """Both sides of a placement, each as the classes that it may be."""
    if judgement.placing is None:
        return None
    classification = policy.classifications[norm.classification]
    labels = {branch.name: spoken(branch.label) for branch in classification.branches}
    sides = (judgement.placing.recorded, judgement.placing.derived)
    recorded, derived = (tuple(labels.get(name, words_of(name)) for name in side) for side in sides)
    return PlacingShown(recorded=recorded, derived=derived)


def compared(norm: typed.Placement, judgement: Judgement, policy: typed.Policy) -> Text:
    """What is recorded against what the clauses give, with the branches that give it, as one sentence."""
    classification, agreement = policy.classifications[norm.classification], policy.agreement.name
    return Text(*(_compared(judgement, classification, agreement, language) for language in LANGUAGES))


def _compared(judgement: Judgement, classification: typed.Classification, agreement: str, language: Language) -> str:
    placing, da = judgement.placing, language == "da"
    if placing is None or judgement.outcome is Outcome.NOT_APPLICABLE:
        return _NOT_RECORDED[language]
    labels = {branch.name: spoken(branch.label)[language] for branch in classification.branches}
    if not placing.recorded:
        return _NOT_CLEAR[language]
    recorded = (
        f"{'placeringen er registreret som' if da else 'the placement is recorded as'} {labels[placing.recorded[0]]}"
    )
    branches = [_branch(name, classification, agreement, language) for name in placing.derived]
    gives = (" eller " if da else " or ").join(branches)
    if not branches:
        ending = _NOTHING if judgement.reason is Reason.UNCOVERED else _NOT_KNOWN
        return f"{recorded}, {ending[language]}" if ending is _NOTHING else f"{recorded}; {ending[language]}"
    match judgement.outcome:
        case Outcome.COMPLIANT:
            return f"{recorded}, og bestemmelserne giver {gives}" if da else f"{recorded}, and the clauses give {gives}"
        case Outcome.BREACH:
            return (
                f"{recorded}, men bestemmelserne giver {gives}" if da else f"{recorded}, but the clauses give {gives}"
            )
        case _:
            return (
                f"{recorded}, og bestemmelserne giver måske {gives}"
                if da
                else f"{recorded}, and the clauses may give {gives}"
            )


def _branch(name: str, classification: typed.Classification, agreement: str, language: Language) -> str:
    """A class with its number among the branches and its clauses: `level 2 (branch 3, under 3.3)`."""
    number, branch = next(
        (number, branch) for number, branch in enumerate(classification.branches, start=1) if branch.name == name
    )
    clauses = "; ".join(
        show_clause(ref.clause, language)
        if ref.register == agreement
        else f"{ref.register} {show_clause(ref.clause, language)}"
        for ref in branch.references
    )
    which = f"gren {number}" if language == "da" else f"branch {number}"
    under = "jf." if language == "da" else "under"
    return f"{spoken(branch.label)[language]} ({which}{f', {under} {clauses}' if clauses else ''})"

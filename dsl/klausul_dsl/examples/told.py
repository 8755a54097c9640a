"""An expectation and what was found to what is said where the two differ."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.clauses import Reference, show_clause
from klausul_dsl.diagnostics import Diagnostic, diagnose
from klausul_dsl.examples.found import Found
from klausul_dsl.outcomes import OUTCOME_LABELS, REASON_LABELS, Outcome
from klausul_dsl.text import LANGUAGES, Text, name_of, series
from klausul_dsl.values import Cause, Reason
from klausul_dsl.vocabulary import Vocabulary


def unknown_key(example: t.Example, expectation: t.Expectation, policy: t.Policy) -> Diagnostic:
    """The key of no record of the example that its subject is about."""
    item = subject_of(example, policy)
    about = [given for given in example.records if given.entity == item.entity]
    keys = [key for given in about if not given.key.startswith(f"{given.entity}-") for key in keys_of(given)]
    if about and not keys:
        remedy = Text(
            "giv posten en nøgle (“givet … NØGLE med …”) og skriv den her, eller slet “for …”",
            "give the record a key (“given … KEY with …”) and write it here, or delete “for …”",
        )
    elif keys and item.entity:
        listed = Text(series([f"“{key}”" for key in keys], "eller"), series([f"“{key}”" for key in keys], "or"))
        remedy = Text(f"skriv {listed.da}", f"write {listed.en}")
    else:
        remedy = Text("slet “for …”", "delete “for …”")
    subject = Text(f"“{item.label.da}”", f"“{item.label.en}”")
    return diagnose("K602", expectation.span, key=expectation.key or "", subject=subject, remedy=remedy)


def subject_of(example: t.Example, policy: t.Policy) -> t.Norm | t.Definition | t.Classification:
    """What an example is for."""
    if (norm := policy.norms.get(example.subject)) is not None:
        return norm
    return policy.definitions.get(example.subject) or policy.classifications[example.subject]


def keys_of(given: t.GivenRecord) -> list[str]:
    """The keys of the copies of a record."""
    return [given.key] if given.count == 1 else [f"{given.key}-{number}" for number in range(1, given.count + 1)]


def differences(
    expected: t.Expectation, found: Found, policy: t.Policy, vocabulary: Vocabulary
) -> Iterator[Diagnostic]:
    """Where what was found is not what was expected."""

    def differ(wanted: Text, got: Text, turns_on: Text) -> Diagnostic:
        why = Text(f"; det kommer an på {turns_on.da}", f"; it turns on {turns_on.en}") if turns_on.en else turns_on
        return diagnose("K601", expected.span, expected=wanted, found=got, why=why)

    reason = found.reason.value if found.reason else ""
    turning = _turning(found, vocabulary)
    if expected.verdict not in {found.verdict, reason if found.verdict == "undetermined" else found.verdict}:
        yield differ(_word(expected.verdict, policy), _because(found), turning)
        return
    if expected.reason is not None and expected.reason != reason:
        got = REASON_LABELS[found.reason] if found.reason else Text("ingen grund", "no reason")
        yield differ(REASON_LABELS[Reason(expected.reason)], got, turning)
    names = {cause.name for cause in found.causes}
    if not names.issuperset(expected.facts):
        missing = ", ".join(name for name in expected.facts if name not in names)
        yield differ(Text(missing, missing), _facts(found.causes, vocabulary) or _NOTHING, _NO_WORDS)
    if expected.by is not None and expected.by != found.decided_by:
        yield differ(_part(expected.by), _part(found.decided_by or ""), Text("det afgørende led", "the deciding part"))
    if not set(expected.references) <= set(found.references):
        yield differ(_cited(expected.references), _cited(found.references), Text("bestemmelsen", "the clause"))
    refuted = {branch.name: branch.references for branch in found.tried if branch.truth is False}
    for name, references in expected.refuted:
        if name not in refuted or not set(references) <= set(refuted[name]):
            words = [_word(branch, policy) for branch in refuted]
            shown = Text(*(", ".join(word[language] for word in words) for language in LANGUAGES))
            yield differ(
                _word(name, policy),
                shown if words else _NOTHING,
                Text("de afviste klasser", "the refuted classes"),
            )


_NO_WORDS = Text("", "")
_NOTHING = Text("intet", "nothing")
_PARTS = {
    "where": Text("hvor", "where"),
    "unless": Text("medmindre", "unless"),
    "must": Text("skal", "must"),
    "dated_by": Text("datoen", "the date"),
    "expiry": Text("aftalens udløb", "the expiry of the agreement"),
}


def _part(part: str) -> Text:
    return _PARTS.get(part, _NOTHING)


def _word(verdict: str, policy: t.Policy) -> Text:
    for outcome in Outcome:
        if outcome.value == verdict:
            return OUTCOME_LABELS[outcome]
    for reason in Reason:
        if reason.value == verdict:
            return REASON_LABELS[reason]
    for classification in policy.classifications.values():
        for branch in classification.branches:
            if branch.name == verdict:
                return branch.label
    return {"yes": Text("ja", "yes"), "no": Text("nej", "no"), "unknown": Text("ukendt", "unknown")}.get(
        verdict, Text(verdict, verdict)
    )


def _because(found: Found) -> Text:
    if found.reason is None or found.verdict == found.reason.value:
        return found.shown
    reason = REASON_LABELS[found.reason]
    return Text(f"{found.shown.da} ({reason.da})", f"{found.shown.en} ({reason.en})")


def _turning(found: Found, vocabulary: Vocabulary) -> Text:
    """What the outcome turns on: the missing facts, else the part that decided; empty where neither is known."""
    facts = _facts(found.causes, vocabulary)
    if facts is not None:
        return facts
    if found.decided_by in _PARTS:
        part = _PARTS[found.decided_by]
        return Text(f"“{part.da}”", f"“{part.en}”")
    return _NO_WORDS


def _facts(causes: frozenset[Cause], vocabulary: Vocabulary) -> Text | None:
    """The facts that keep something unknown, as a policy names them."""
    facts = {_fact(cause, vocabulary) for cause in causes}
    if not facts:
        return None
    return Text(*(", ".join(sorted(fact[language] for fact in facts)[:6]) for language in LANGUAGES))


def _fact(cause: Cause, vocabulary: Vocabulary) -> Text:
    entity = vocabulary.entities.get(cause.entity)
    if entity is None:
        return Text.of(cause.name or cause.entity)
    dated = next((other.dated[cause.name] for other in vocabulary.entities.values() if cause.name in other.dated), None)
    fact = entity.fields.get(cause.name) or entity.dated.get(cause.name) or dated
    label = fact.label if fact else Text.of(cause.name)
    return Text(
        *(".".join(name_of(part[language]) for part in (entity.singular, label) if part.da) for language in LANGUAGES)
    )


def _cited(references: tuple[Reference, ...]) -> Text:
    return Text(
        *(
            "; ".join(show_clause(item.clause, language) for item in references) or _NOTHING[language]
            for language in LANGUAGES
        )
    )

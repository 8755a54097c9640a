"""What could not be decided, with the facts to fetch, and what is not yet due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klausul.findings import Audit, Finding, MissingFact
from klausul.findings.shown import show_count
from klausul.report.text.account import at
from klausul.report.text.breaches import firmness_lines, rule_lines, subject
from klausul.report.text.layout import heading, paragraph
from klausul_dsl.outcomes import REASON_LABELS, Outcome
from klausul_dsl.text import Language, Text
from klausul_dsl.values import Reason

_UNDETERMINED = Text("Kan ikke afgøres", "Undetermined")
_DEPENDING = Text(
    "Intet brud her, men et andet udfald i en anden fortolkning",
    "No breach here, but another outcome by another reading",
)
_PENDING = Text("Endnu ikke forfaldent", "Pending")
_WITH_TEXT = (Reason.CONFLICT, Reason.UNREADABLE)
_REMEDIES = {
    Reason.UNCOVERED: Text(
        "teksten dækker ikke tilfældet; det må parterne afklare", "the text does not cover the case"
    ),
    Reason.CONFLICT: Text(
        "oplysningerne strider mod hinanden; ret den, der er forkert", "the facts contradict each other"
    ),
    Reason.UNREADABLE: Text("ret cellen, så den kan læses", "mend the cell so that it can be read"),
    Reason.REJECTED_ROWS: Text("ret de afviste rækker", "mend the rejected rows"),
    Reason.ORDER: Text("oplys rækkefølgen for samme dag", "give the order within the day"),
    Reason.MISSING_FACTS: Text("skaf oplysningerne", "fetch the facts"),
}


def undetermined_lines(audit: Audit, language: Language) -> Iterator[str]:
    found = [finding for finding in audit.chosen if finding.outcome is Outcome.UNDETERMINED]
    if not found:
        return
    yield from heading(f"{_UNDETERMINED[language]} ({len(found)})")
    for _, of_norm in groupby(found, key=lambda finding: finding.norm):
        findings = list(of_norm)
        yield ""
        yield from rule_lines(findings[0], audit.run.agreement, language)
        groups: dict[tuple[Reason | None, tuple[tuple[str, str], ...]], list[Finding]] = {}
        for finding in findings:
            groups.setdefault((finding.reason, _facts_missing(finding)), []).append(finding)
        for (reason, _), alike in groups.items():
            yield ""
            yield from _group(reason or Reason.MISSING_FACTS, alike, language)


def _facts_missing(finding: Finding) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys((cause.entity, cause.name) for cause in finding.missing))


def _group(reason: Reason, alike: list[Finding], language: Language) -> Iterator[str]:
    """The findings that wait for the same facts: what to fetch and of which records, then whom it concerns."""
    count = show_count(len(alike), language)
    word = REASON_LABELS[reason][language]
    yield from paragraph(f"{count} × {word}: {_REMEDIES[reason][language]}.", 2, 2)
    yield from _to_fetch(alike, language)
    for finding in alike:
        if finding.period is not None:
            yield from paragraph(f"{subject(finding, language)}: {finding.observed[language]}.", 4, 2)
    yield from _subjects([finding for finding in alike if finding.period is None], language)
    for cause in _with_text(alike):
        yield from paragraph(f"{at(cause.place)}  {cause.label[language]}: {cause.detail[language]}".strip(), 4, 2)
    if any(finding.firmness == "depends" for finding in alike):
        yield from _depending(alike, language)


def _to_fetch(alike: list[Finding], language: Language) -> Iterator[str]:
    """Each missing fact with the records that lack it, unless these are the subjects themselves."""
    owners: dict[str, dict[str, None]] = {}
    for finding in alike:
        for cause in finding.missing:
            found = owners.setdefault(_fact_name(cause, language), {})
            if (cause.entity, cause.key) != (finding.entity, finding.key):
                owner = _owner(cause, language)
                found.update({owner: None} if owner else {})
    for name, found in owners.items():
        yield from paragraph(f"– {name}" + (f": {', '.join(found)}" if found else ""), 4, 2)


def _owner(cause: MissingFact, language: Language) -> str:
    """The record that lacks the fact, with the day of a class; a person's by the place of the row."""
    owner = cause.key or at(cause.place)
    day = cause.detail[language] if cause.reason not in _WITH_TEXT and not _is_stated(cause) else ""
    return f"{owner} ({day})" if owner and day else owner


def _is_stated(cause: MissingFact) -> bool:
    """Whether what is missing is a person's word; the detail is then what is to be stated."""
    return cause.label == cause.entity_label and bool(cause.detail.da) and cause.entity == "attestation"


def _fact_name(cause: MissingFact, language: Language) -> str:
    label, entity = cause.label[language], cause.entity_label[language]
    if _is_stated(cause):
        return f"{label} “{cause.detail[language]}”"
    return label if label == entity else f"{label} ({entity})"


def _name(finding: Finding, language: Language) -> str:
    """The key of a record; what has a period is named with it."""
    return finding.key if finding.key and finding.period is None else subject(finding, language)


def _subjects(findings: list[Finding], language: Language) -> Iterator[str]:
    """The records by file, each with its line."""
    by_file: dict[str, list[str]] = {}
    for finding in findings:
        key = _name(finding, language)
        line = f" ({finding.place.line})" if finding.place else ""
        by_file.setdefault(finding.place.file if finding.place else "", []).append(key + line)
    for file, keys in by_file.items():
        line = "linje i parentes" if language == "da" else "line in parentheses"
        yield from paragraph((f"{file}, {line}: " if file else "") + ", ".join(keys), 4, 2)


def _with_text(alike: list[Finding]) -> list[MissingFact]:
    causes = (
        cause
        for finding in alike
        for cause in finding.missing
        if cause.detail.da and cause.place and cause.reason in _WITH_TEXT
    )
    return list(dict.fromkeys(causes))


def _depending(alike: list[Finding], language: Language) -> Iterator[str]:
    """The findings of a group that another reading would decide."""
    by_reading: dict[tuple[str, ...], list[Finding]] = {}
    for finding in alike:
        if finding.firmness == "depends":
            lines = tuple(line.strip() for line in firmness_lines(finding, language))
            by_reading.setdefault(lines, []).append(finding)
    for lines, findings in by_reading.items():
        keys = ", ".join(_name(finding, language) for finding in findings)
        yield from paragraph(f"{keys}: {' '.join(lines)}", 4, 2)


def pending_lines(audit: Audit, language: Language) -> Iterator[str]:
    found = [finding for finding in audit.chosen if finding.outcome is Outcome.PENDING]
    if not found:
        return
    yield from heading(f"{_PENDING[language]} ({len(found)})")
    da = language == "da"
    for _, of_norm in groupby(found, key=lambda finding: finding.norm):
        findings = list(of_norm)
        yield ""
        yield from rule_lines(findings[0], audit.run.agreement, language)
        for finding in findings:
            asked = (
                f"; {'kræves' if da else 'required'}: {finding.required[language]}"
                if finding.required[language]
                else ""
            )
            so_far = (
                f": {'indtil nu' if da else 'so far'} {finding.observed[language]}"
                if finding.observed[language]
                else ""
            )
            yield from paragraph(f"{subject(finding, language)}{so_far}{asked}.", 4, 2)


def depending_lines(audit: Audit, language: Language) -> Iterator[str]:
    """What is no breach here, but something else in another reading: by rule and by what the readings give."""
    kept = (Outcome.COMPLIANT, Outcome.NOT_APPLICABLE)
    found = [finding for finding in audit.chosen if finding.outcome in kept]
    if not found:
        return
    yield from heading(f"{_DEPENDING[language]} ({len(found)})")
    for _, of_norm in groupby(found, key=lambda finding: finding.norm):
        findings = list(of_norm)
        yield ""
        yield from rule_lines(findings[0], audit.run.agreement, language)
        alike: dict[tuple[str, ...], list[Finding]] = {}
        for finding in findings:
            alike.setdefault(tuple(line.strip() for line in firmness_lines(finding, language)), []).append(finding)
        for lines, group in alike.items():
            yield ""
            yield from paragraph(" ".join(lines), 2, 2)
            for finding in group:
                if finding.period is not None:
                    yield from paragraph(f"{subject(finding, language)}: {finding.observed[language]}.", 4, 2)
            yield from _subjects([finding for finding in group if finding.period is None], language)

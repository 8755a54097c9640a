"""What could not be decided, with the facts to fetch, and what is not yet due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klausul.findings import Audit, Finding, MissingFact
from klausul.findings.shown import show_count
from klausul.report.text.account import at
from klausul.report.text.breaches import firmness_lines, rule_lines
from klausul.report.text.layout import heading, paragraph
from klausul.report.text.listed import by_due_day, grouped, listed, name_of, over_periods, recurs, subject
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
        "oplysningerne strider mod hinanden; ret den oplysning, der er forkert", "the facts contradict each other"
    ),
    Reason.UNREADABLE: Text("ret cellen, så den kan læses", "mend the cell so that it can be read"),
    Reason.REJECTED_ROWS: Text("ret de afviste rækker", "mend the rejected rows"),
    Reason.ORDER: Text(
        "flere er dateret samme dag, og udfaldet beror på, hvilken der kom først",
        "several are of the same day, and the outcome turns on which came first",
    ),
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
    yield from listed(alike, language)
    for cause in _with_text(alike):
        yield from paragraph(f"{at(cause.place)}  {cause.label[language]}: {cause.detail[language]}".strip(), 4, 2)
    if any(finding.firmness == "depends" for finding in alike):
        yield from _depending(alike, language)


def _to_fetch(alike: list[Finding], language: Language) -> Iterator[str]:
    """Each missing fact with the records that lack it, unless these are the subjects themselves."""
    owners: dict[str, dict[str, None]] = {}
    for finding in alike:
        for cause in finding.missing:
            if cause.reason is Reason.ORDER:
                continue
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
        said = " ".join(lines)
        if len(findings) == len(alike):
            yield from paragraph(said, 4, 2)
            continue
        by_key = grouped(findings, lambda item: (item.entity, item.key)).values()
        names = [over_periods(same, language) if same[0].period else name_of(same[0], language) for same in by_key]
        yield from paragraph(f"{'; '.join(names) if findings[0].period else ', '.join(names)}: {said}", 4, 2)


def pending_lines(audit: Audit, language: Language) -> Iterator[str]:
    found = [finding for finding in audit.chosen if finding.outcome is Outcome.PENDING]
    if not found:
        return
    yield from heading(f"{_PENDING[language]} ({len(found)})")
    for _, of_norm in groupby(found, key=lambda finding: finding.norm):
        findings = list(of_norm)
        yield ""
        yield from rule_lines(findings[0], audit.run.agreement, language)
        yield from by_due_day([finding for finding in findings if finding.due is not None], language)
        yield from listed([finding for finding in findings if recurs(finding)], language)
        for finding in findings:
            if finding.due is None and not recurs(finding):
                yield from paragraph(_so_far(finding, language), 4, 2)


def _so_far(finding: Finding, language: Language) -> str:
    """A group in a period that is not over: what it comes to by now, and what is asked for."""
    da = language == "da"
    observed, required = finding.observed[language], finding.required[language]
    asked = f"; {'kræves' if da else 'required'}: {required}" if required else ""
    so_far = f": {'indtil nu' if da else 'so far'} {observed}" if observed else ""
    return f"{subject(finding, language)}{so_far}{asked}."


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
            yield from listed(group, language)

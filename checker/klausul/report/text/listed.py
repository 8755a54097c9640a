"""Findings that say the same, by whom they concern: positions in a row, one last day, one period, one file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import TypeVar

from klausul.findings import Finding
from klausul.findings.shown import long_day, show_count, show_days
from klausul.report.text.layout import paragraph
from klausul_dsl.prose import show_date
from klausul_dsl.text import Language
from klausul_dsl.values import Reason

K = TypeVar("K", bound=Hashable)


def together(language: Language) -> str:
    """What a group of all records is called."""
    return "alle under ét" if language == "da" else "all taken together"


def subject(finding: Finding, language: Language) -> str:
    """Whom a finding is about: the record with its day, or the group with its period."""
    label = finding.entity_label[language]
    name = f"{label} {finding.key}" if finding.key else label or together(language)
    if finding.period:
        return f"{name}, {show_days(*finding.period, language)}"
    if finding.day:
        return f"{name}, {show_date(finding.day, language)}"
    return name


def over_periods(findings: list[Finding], language: Language) -> str:
    """Whom findings that differ by their period alone are about, with all the periods."""
    first, *others = findings
    periods = [show_days(*finding.period, language) for finding in others if finding.period]
    joint = " og " if language == "da" else " and "
    *middle, last = periods or [""]
    return ", ".join([subject(first, language), *middle]) + (f"{joint}{last}" if last else "")


def name_of(finding: Finding, language: Language) -> str:
    """The key of a record; what has a period is named with it."""
    return finding.key if finding.key and finding.period is None else subject(finding, language)


def stretches(findings: Iterable[Finding]) -> list[list[Finding]]:
    """Positions of sequences, those in a row for one group together where they say the same of themselves."""
    ordered = sorted(
        findings,
        key=lambda item: (item.run.key, item.run.since or date.min, item.run.position, item.key) if item.run else (),
    )
    found: list[list[Finding]] = [[item] for item in ordered[:1]]
    for before, after in pairwise(ordered):
        if _goes_on(before, after):
            found[-1].append(after)
        else:
            found.append([after])
    return found


def _goes_on(before: Finding, after: Finding) -> bool:
    first, then = before.run, after.run
    if first is None or then is None:
        return False
    same_run = (first.entity, first.key, first.since) == (then.entity, then.key, then.since)
    same_words = (before.firmness, before.depends_on) == (after.firmness, after.depends_on)
    return same_run and same_words and then.position == first.position + 1


def stretch_name(stretch: list[Finding], language: Language) -> str:
    """For whom the positions are counted, and which they are."""
    da = language == "da"
    first, last = stretch[0].run, stretch[-1].run
    assert first is not None
    assert last is not None
    whose = f"{first.entity_label[language]} {first.key}" if first.key else together(language)
    since = f" {'siden den' if da else 'since'} {long_day(first.since, language)}" if first.since is not None else ""
    numbers = [show_count(run.position, language) for run in (first, last)]
    if len(stretch) == 1:
        return f"{whose}, nr. {numbers[0]}{since}" if da else f"{whose}, no. {numbers[0]}{since}"
    count = show_count(len(stretch), language)
    if da:
        return f"{whose}, {count} i træk: nr. {numbers[0]} til {numbers[1]}{since}"
    return f"{whose}, {count} in a row: no. {numbers[0]} to {numbers[1]}{since}"


def listed(findings: list[Finding], language: Language) -> Iterator[str]:
    """Whom findings concern, as briefly as their form allows."""
    runs = [item for item in findings if item.run is not None]
    recurring = [item for item in findings if recurs(item)]
    counted = [item for item in findings if item.period is not None and not recurs(item)]
    plain = [item for item in findings if item.run is None and item.period is None]
    for (_, _, observed), same in grouped(
        counted, lambda item: (item.entity, item.key, item.observed[language])
    ).items():
        yield from paragraph(f"{over_periods(same, language)}: {observed}.", 4, 2)
    yield from _by_period(recurring, language)
    yield from _by_day([item for item in runs if item.reason is Reason.ORDER], language)
    for stretch in stretches(item for item in runs if item.reason is not Reason.ORDER):
        yield from keys(stretch, language, f"{stretch_name(stretch, language)}: ")
    yield from keys(plain, language)


def recurs(finding: Finding) -> bool:
    """Whether a finding is of one record, or of the parties, in a period, and not of a group."""
    return finding.period is not None and finding.figures is None and finding.placing is None


def _by_period(findings: list[Finding], language: Language) -> Iterator[str]:
    alike = grouped(findings, lambda item: (item.period, item.observed[language]))
    for (period, observed), same in sorted(alike.items(), key=lambda entry: str(entry[0])):
        assert period is not None
        said = observed or show_days(*period, language)
        of_records = [item for item in same if item.key]
        yield from keys(of_records, language, f"{said}: ") if of_records else paragraph(f"{said}.", 4, 2)


def _by_day(findings: list[Finding], language: Language) -> Iterator[str]:
    """The positions whose outcome turns on the order within a day, by group and day."""
    alike = grouped(findings, lambda item: (item.run.key if item.run else "", item.day or date.min))
    for (_, day), same in sorted(alike.items()):
        run = same[0].run
        assert run is not None
        whose = f"{run.entity_label[language]} {run.key}" if run.key else together(language)
        when = f", {show_date(day, language)}" if day != date.min else ""
        yield from keys(same, language, f"{whose}{when}: ")
        yield from paragraph(f"{same[0].observed[language]}.", 6, 2)


def by_due_day(findings: list[Finding], language: Language) -> Iterator[str]:
    """Deadlines that are not over, the next one first."""
    alike = grouped(findings, lambda item: item.due.due.day if item.due else None)
    for day, same in sorted(alike.items(), key=lambda entry: entry[0] or date.max):
        if day is not None:
            said = f"senest den {long_day(day, language)}" if language == "da" else f"by {long_day(day, language)}"
        else:
            said = same[0].required[language]
        yield from keys(same, language, f"{said}: ")


def grouped(findings: Iterable[Finding], key: Callable[[Finding], K]) -> dict[K, list[Finding]]:
    """Findings by what they have in common, in the order met."""
    found: dict[K, list[Finding]] = {}
    for finding in findings:
        found.setdefault(key(finding), []).append(finding)
    return found


def keys(findings: list[Finding], language: Language, head: str = "") -> Iterator[str]:
    """Records by file, each with its line."""
    by_file = grouped(findings, lambda item: item.place.file if item.place else "")
    for file, found in by_file.items():
        named = [
            (finding.key if head else name_of(finding, language))
            + (f" ({finding.place.line})" if finding.place else "")
            for finding in found
        ]
        yield from paragraph(_where(file, head, language) + ", ".join(named), 4, 2)


def _where(file: str, head: str, language: Language) -> str:
    """What stands before the records of a file; the lines are explained where nothing else does."""
    if not file:
        return head
    if head:
        return f"{head}{file} "
    return f"{file}, {'linje i parentes' if language == 'da' else 'line in parentheses'}: "

"""Every breach in full sentences: the clause, the rule, the facts and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from klausul.findings import Audit, BranchShown, ClassShown, DefinitionShown, FactShown, Finding, Place
from klausul.report.text.account import at
from klausul.report.text.layout import heading, paragraph
from klausul.report.text.listed import grouped, keys, over_periods, stretch_name, stretches
from klausul.report.text.opening import clauses_shown
from klausul.report.text.tallies import clause_heading
from klausul.report.text.troubles import runs
from klausul_dsl.outcomes import Outcome
from klausul_dsl.outcomes import label as outcome_label
from klausul_dsl.prose import show_date
from klausul_dsl.text import Language, Text

_HEADING = Text("Ikke overholdt", "Breaches")


def breach_lines(audit: Audit, language: Language) -> Iterator[str]:
    breaches = [finding for finding in audit.chosen if finding.outcome is Outcome.BREACH]
    if not breaches:
        return
    yield from heading(f"{_HEADING[language]} ({len(breaches)})")
    for _, group in groupby(breaches, key=lambda finding: finding.norm):
        found = list(group)
        yield ""
        yield from rule_lines(found[0], audit.run.agreement, language)
        for number, one in enumerate(_alike(found), start=1):
            yield ""
            if len(one) > 1 and one[0].run:
                yield from _stretch(number, one, language)
            else:
                yield from _finding(number, one, audit.run.agreement, language)


def rule_lines(finding: Finding, agreement: str, language: Language) -> Iterator[str]:
    """The clause and the norm, and what it says in plain words."""
    yield from paragraph(clause_heading(finding.clauses, agreement, language) + f" – {finding.label[language]}", 0, 2)
    yield from paragraph(finding.told[language] or finding.label[language], 2)
    for item in finding.unverified:
        where = clauses_shown((item.clause,), agreement, language)
        word = "Ikke efterprøvet" if language == "da" else "Unverified"
        yield from paragraph(f"{word} ({where}): {item.what[language]}", 2, 2)


def _alike(found: list[Finding]) -> list[list[Finding]]:
    """The findings that are told as one: positions in a row; review days on which the same was recorded wrongly."""
    if found[0].run is not None:
        return stretches(found)
    if found[0].placing is not None:
        return list(grouped(found, lambda item: (item.key, item.observed, item.firmness, item.depends_on)).values())
    return [[finding] for finding in found]


def _stretch(number: int, stretch: list[Finding], language: Language) -> Iterator[str]:
    """Positions in a row: what was asked after the first and after the last, and the records."""
    da = language == "da"
    first, last = stretch[0], stretch[-1]
    yield from paragraph(f"{number}. {stretch_name(stretch, language)}  [{first.id} … {last.id}]", 2, 3)
    for word, finding in ((Text("Først", "First"), first), (Text("Sidst", "Last"), last)):
        found = f"; {finding.observed[language]}" if finding.observed[language] else ""
        yield from paragraph(f"{word[language]}: {finding.required[language]}{found}.", 5, 2)
    yield from (f" {line}" for line in keys(stretch, language, "Rækken: " if da else "The row: "))
    yield from firmness_lines(first, language)


def _finding(number: int, alike: list[Finding], agreement: str, language: Language) -> Iterator[str]:
    """One finding, or several of the same record that say the same, with the facts of the first."""
    finding, da = alike[0], language == "da"
    shown_below = any((fact.entity, fact.key) == (finding.entity, finding.key) for fact in finding.facts)
    place = f"  {at(finding.place)}" if finding.place and not shown_below else ""
    ids = ", ".join(item.id for item in alike)
    yield from paragraph(f"{number}. {over_periods(alike, language)}{place}  [{ids}]", 2, 3)
    if finding.required[language]:
        yield from paragraph(f"{'Kræves' if da else 'Required'}: {finding.required[language]}.", 5, 2)
    if finding.observed[language]:
        yield from paragraph(f"{'Fundet' if da else 'Found'}: {finding.observed[language]}.", 5, 2)
    yield from _counted(finding, language)
    yield from facts_lines(finding.facts, language)
    yield from _definitions(finding.definitions, language)
    for looked_up in finding.classes:
        yield from paragraph(_class(looked_up, agreement, language), 5, 2)
    if finding.exemption:
        cited = clauses_shown(finding.exemption, agreement, language)
        yield from paragraph(
            f"Undtagelsen i {cited} er prøvet." if da else f"The exemption of {cited} was tried.", 5, 2
        )
    yield from firmness_lines(finding, language)


def _counted(finding: Finding, language: Language) -> Iterator[str]:
    """The records that make the breach: those that lack what is asked for, or those that are too many."""
    counted, figures, da = finding.counted, finding.figures, language == "da"
    if counted is None or figures is None:
        return
    too_many = figures.met > figures.required
    head = ("Medregnet" if da else "Counted") if too_many else ("Opfylder ikke kravet" if da else "Not met by")
    if named := counted.met if too_many else counted.not_met:
        yield from paragraph(f"{head}: {', '.join(named)}.", 5, 2)


def facts_lines(facts: tuple[FactShown, ...], language: Language) -> Iterator[str]:
    """The facts by record: where the record stands, then each field with its column and value.

    Records of persons that say the same, as far as they may be shown, stand together with all their lines.
    """
    by_record: dict[tuple[str, str | None, str], list[FactShown]] = {}
    for fact in facts:
        by_record.setdefault((fact.entity, fact.key, at(fact.place)), []).append(fact)
    alike: dict[tuple[str, str, tuple[str, ...]], list[Place]] = {}
    for (entity, key, place), read in by_record.items():
        head = " ".join(part for part in (read[0].entity_label[language], key) if part)
        told = tuple(_fact(fact, language) for fact in dict.fromkeys(read))
        unnamed = key is None and read[0].place is not None
        alike.setdefault((head, entity if unnamed else place, told), []).extend(_places(read[0]))
    for (head, _, told), places in alike.items():
        where = _where(places, language)
        yield from paragraph(f"{head} ({where})" if where else head, 5, 2)
        for line in told:
            yield from paragraph(line, 7, 2)


def _places(fact: FactShown) -> list[Place]:
    return [fact.place] if fact.place else []


def _where(places: list[Place], language: Language) -> str:
    """One place as `file:line`, several by file with their lines."""
    if len(places) <= 1:
        return at(places[0] if places else None)
    by_file: dict[str, list[int]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place.line)
    return "; ".join(f"{file}, {runs(lines, language)}" for file, lines in by_file.items())


def _fact(fact: FactShown, language: Language) -> str:
    column = fact.place.column if fact.place else None
    shown = f"{fact.label[language]}: {fact.value[language]}"
    if column is not None and column.casefold() != fact.label[language].casefold():
        word = "kolonne" if language == "da" else "column"
        shown += f"  ({word} “{column}”)"
    return shown


def _of(entity: Text, key: str | None, language: Language) -> str:
    return " ".join(part for part in (entity[language], key) if part)


def _definitions(found: tuple[DefinitionShown, ...], language: Language) -> Iterator[str]:
    """What definitions gave; of one that gave the same on several days all the days together."""
    da = language == "da"
    alike: dict[tuple[str, str, str], list[str]] = {}
    for item in found:
        whose = _of(item.entity_label, item.key, language)
        value = item.value[language] if item.value else ("ukendt" if da else "unknown")
        alike.setdefault((item.label[language], whose, value), []).append(show_date(item.day, language))
    for (label, whose, value), days in alike.items():
        *before, last = dict.fromkeys(days)
        when = f"{', '.join(before)} {'og' if da else 'and'} {last}" if before else last
        yield from paragraph(f"{label} for {whose} {'den' if da else 'on'} {when}: {value}", 5, 2)


def _class(found: ClassShown, agreement: str, language: Language) -> str:
    da = language == "da"
    whose = _of(found.entity_label, found.key, language)
    if found.recorded:
        return _recorded(found, whose, language)
    head = f"{found.label[language]} for {whose} {'den' if da else 'on'} {show_date(found.day, language)}: "
    if found.fired:
        return head + _branch(found.fired, agreement, language)
    if not found.possible:
        refuted = "; ".join(_branch(branch, agreement, language) for branch in found.refuted)
        none = "ingen; afvist er" if da else "none; refuted are"
        return f"{head}{none} {refuted}"
    names = (" eller " if da else " or ").join(name[language] for name in found.possible)
    return head + names


def _recorded(found: ClassShown, whose: str, language: Language) -> str:
    """A class as the parties have recorded it, from which day on and where it stands."""
    da = language == "da"
    head = f"{found.label[language]} for {whose} {'fra den' if da else 'from'} {show_date(found.day, language)}: "
    unclear = "uklart" if da else "unclear"
    value = found.possible[0][language] if found.possible else unclear
    place = f" ({at(found.place)})" if found.place else ""
    return f"{head}{value}, {'som registreret' if da else 'as recorded'}{place}"


def _branch(branch: BranchShown, agreement: str, language: Language) -> str:
    if not branch.clauses:
        return branch.label[language]
    under = "jf." if language == "da" else "under"
    return f"{branch.label[language]}, {under} {clauses_shown(branch.clauses, agreement, language)}"


def firmness_lines(finding: Finding, language: Language) -> Iterator[str]:
    """Whether the outcome holds in every reading, or what each alternative gives."""
    da = language == "da"
    match finding.firmness:
        case "firm" if finding.variant:
            yield from paragraph(
                "Fast ved denne gruppe og periode: udfaldet er det samme i alle andre fortolkninger."
                if da
                else "Firm for this group and period: the outcome is the same in every other reading.",
                5,
                2,
            )
        case "firm":
            yield from paragraph(
                "Fast: udfaldet er det samme i alle fortolkninger."
                if da
                else "Firm: the outcome is the same in every reading.",
                5,
                2,
            )
        case "one_at_a_time":
            yield from paragraph(
                "Fast, når fortolkningerne ændres én eller to ad gangen; alle sammensætninger er for mange at prøve."
                if da
                else "Firm when readings are changed one or two at a time; all combinations are too many to try.",
                5,
                2,
            )
        case "depends":
            yield from _dependence(finding, language)


def _dependence(finding: Finding, language: Language) -> Iterator[str]:
    da = language == "da"
    if not finding.depends_on:
        yield from paragraph(
            "Afhænger af flere fortolkninger tilsammen; ingen af dem ændrer udfaldet alene."
            if da
            else "Depends on several readings together; none of them changes the outcome alone.",
            5,
            2,
        )
    for item in finding.depends_on:
        gives = "; ".join(
            f"{option.label[language]} giver “{outcome_label(option.outcome, language)}”"
            if da
            else f"{option.label[language]} gives “{outcome_label(option.outcome, language)}”"
            for option in item.outcomes
        )
        head = "Afhænger af fortolkningen" if da else "Depends on the reading"
        yield from paragraph(f"{head} “{item.label[language]}”: {gives}.", 5, 2)

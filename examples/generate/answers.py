"""The plan's shares, group by group, and all that is expected as one table: `answers.json`.

Shares are worked out from the planned cases by the table of the language (docs: shares without floats): a member adds
b - a if it counts, -a if not; one that is perhaps no member adds at least or at most nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import product
from typing import TypeAlias

from .doubts import READINGS, REASONS
from .places import FIRST_DAY, LAST_DAY, LEVEL_1, LEVEL_2, LEVEL_3, YEARS, Estate
from .plan import Case, Expected, Plan
from .shares import FLEXIBLE_1, OFFERED_1, OFFERED_2, PLANTED
from .world import ESTATES, ORGANISATIONS

THIRD, PER_CENT, FIFTH = Fraction(1, 3), Fraction(33, 100), Fraction(22, 100)
WHOLE = "whole"
Settled: TypeAlias = dict[str, str]
"""The level that each doubt comes to under a reading; nothing where it comes to no level at all."""

_EMPTY = ("not_applicable", "compliant")


@dataclass(frozen=True, slots=True)
class Member:
    """Whether a case counts in a share and whether it has what is asked; None where that is unknown."""

    counts: bool | None
    has: bool | None

    def bounds(self, share: Fraction) -> tuple[int, int]:
        """The least and the most that the member adds."""
        a, b = share.numerator, share.denominator
        low = b - a if self.has else -a
        high = -a if self.has is False else b - a
        return (low, high) if self.counts else (min(low, 0), max(high, 0))


def outcome(members: list[Member], share: Fraction, *, at_least: bool, slack: int = 0) -> str:
    """Compliant, breach, undetermined, or not_applicable for a group without members.

    The slack is what may be missing where the number asked is rounded down to whole ones.
    """
    members = [member for member in members if member.counts is not False]
    if not members:
        return "not_applicable"
    bounds = [member.bounds(share) for member in members]
    low, high = sum(bound[0] for bound in bounds), sum(bound[1] for bound in bounds)
    if not at_least:
        low, high = -high, -low
    if low + slack >= 0:
        return "compliant"
    return "breach" if high + slack < 0 else "undetermined"


def add_shares(plan: Plan) -> None:
    """Add what is expected of every group, and make sure that it is what `PLANTED` says."""
    planned = {
        (rule, key, str(year)): (wanted, note)
        for (key, year), target in PLANTED.items()
        for rule, wanted, note in target.expected
    }
    for estate in ESTATES:
        cases = [case for case in plan.cases if case.estate is estate]
        for rule in (OFFERED_1, OFFERED_2, FLEXIBLE_1):
            for year in YEARS:
                found = _combined(rule, cases, year)
                wanted, note = planned.get((rule, estate.key, str(year)), ("", ""))
                _agree(estate, rule, year, found, wanted)
                if wanted or found in WORTH_SAYING:
                    note = note or _why(rule, cases, year)
                    group = _group(rule, "estate", estate.key, str(year), wanted or found, note)
                    plan.expected.append(replace(group, reading=EACH_YEAR))
    plan.expected += _other_groups(plan)


WORTH_SAYING = ("breach", "undetermined", "depends")
EACH_YEAR = "share_period=each_year"
_GROUPS = (
    ("estate", ""),
    ("organisation", "share_group=each_organisation"),
    ("municipality", "share_group=all_estates"),
)


def _other_groups(plan: Plan) -> Iterator[Expected]:
    """The shares under the other readings of period and group."""
    for rule in (OFFERED_1, OFFERED_2, FLEXIBLE_1):
        for subject, reading in _GROUPS:
            keys = {"estate": [item.key for item in ESTATES], "organisation": [item.key for item in ORGANISATIONS]}
            for key in keys.get(subject, ["all"]):
                cases = [case for case in plan.cases if subject == "municipality" or _owner(case, subject) == key]
                for year in (None,) if subject == "estate" else (*YEARS, None):
                    found = _combined(rule, cases, year)
                    if found in WORTH_SAYING:
                        period = WHOLE if year is None else str(year)
                        both = reading if year is None else f"{reading} {EACH_YEAR}"
                        note = _figures(rule, cases, year)
                        yield replace(_group(rule, subject, key, period, found, note), reading=both)


def _owner(case: Case, subject: str) -> str:
    return case.estate.key if subject == "estate" else case.estate.organisation


def _group(rule: str, subject: str, key: str, period: str, found: str, note: str) -> Expected:
    return Expected(rule=rule, subject=subject, key=key, period=period, outcome=found, note=note)


def _combined(rule: str, cases: list[Case], year: int | None) -> str:
    """The outcome under every reading of bound, base and level, or `depends`; an empty group counts as compliant."""
    members = _of_year(rule, cases, year)
    found = {
        outcome([member(case) for case in members], share, at_least=rule != FLEXIBLE_1, slack=slack).replace(*_EMPTY)
        for settled in product((LEVEL_1, LEVEL_2, ""), (LEVEL_3, LEVEL_2))
        for share, slack, member in _variants(rule, dict(zip(READINGS, settled, strict=True)))
    }
    return found.pop() if len(found) == 1 else "depends"


def agreed_share_outcome(cases: list[Case], year: int | None, percent: Decimal | None) -> str:
    """The outcome where a share of flexible letting at level 1 was agreed on; one that is not known decides nothing."""
    members = _of_year(FLEXIBLE_1, cases, year)
    found: set[str] = set()
    for settled in product((LEVEL_1, LEVEL_2, ""), (LEVEL_3, LEVEL_2)):
        for _, _, member in _variants(FLEXIBLE_1, dict(zip(READINGS, settled, strict=True))):
            counted = [member(case) for case in members]
            share = Fraction(percent or 0) / 100
            came = outcome(counted, share, at_least=False).replace(*_EMPTY)
            certain = any(item.counts is not False for item in counted)
            found.add("undetermined" if percent is None and certain else came)
    return found.pop() if len(found) == 1 else "depends"


def _variants(rule: str, settled: Settled) -> Iterator[tuple[Fraction, int, Callable[[Case], Member]]]:
    if rule == FLEXIBLE_1:
        for kinds, of_rest in product((("family", "youth"), ("family",)), (False, True)):
            yield THIRD, 0, partial(_letting, settled=settled, kinds=kinds, of_rest=of_rest)
    else:
        level, shares = (
            (LEVEL_1, ((PER_CENT, 0), (THIRD, 0)))
            if rule == OFFERED_1
            else (LEVEL_2, ((FIFTH, 0), (FIFTH, FIFTH.denominator - 1)))
        )
        for (share, slack), accepted, new in product(shares, (False, True), (False, True)):
            yield share, slack, partial(_vacancy, settled=settled, level=level, accepted=accepted, new=new)


def _of_year(rule: str, cases: list[Case], year: int | None) -> list[Case]:
    days = ((case, case.let_on if rule == FLEXIBLE_1 else case.vacant_on) for case in cases)
    return [case for case, day in days if day is not None and FIRST_DAY <= day <= LAST_DAY and year in (None, day.year)]


def _vacancy(case: Case, settled: Settled, level: str, *, accepted: bool, new: bool) -> Member:
    """Whether the vacancy counts, where asked for only if for `new` tenants, and was offered, or also `accepted`."""
    counts = _and(_is(case, "family"), _at(case, case.vacant_on.toordinal(), settled, level))
    if new and case.let_on is not None:
        counts = _and(counts, None if case.letting_type is None else case.letting_type not in ("exchange", "rehousing"))
    return Member(counts, case.accepted if accepted else case.offered_on is not None)


def _letting(case: Case, *, settled: Settled, kinds: tuple[str, ...], of_rest: bool) -> Member:
    if case.let_on is None:
        raise ValueError("a letting without a day")
    counts = _and(_is(case, *kinds), _at(case, case.let_on.toordinal(), settled, LEVEL_1))
    if case.letting_type is None:
        return Member(_and(counts, None), None)
    outside = ("exchange", "assignment") if of_rest else ("exchange",)
    return Member(_and(counts, case.letting_type not in outside), case.letting_type == "flexible")


def _is(case: Case, *kinds: str) -> bool | None:
    return None if case.dwelling_kind is None else case.dwelling_kind in kinds


def _at(case: Case, day: int, settled: Settled, level: str) -> bool | None:
    stretch = next(part for part in case.estate.stretches if part.first.toordinal() <= day <= part.last.toordinal())
    if stretch.doubt in READINGS:
        return level == settled[stretch.doubt] if settled[stretch.doubt] else None
    if stretch.doubt:
        return None
    return level in stretch.levels


def _and(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


def _agree(estate: Estate, rule: str, year: int, found: str, wanted: str) -> None:
    """Stop where a group comes out otherwise than planned."""
    doubt = any(part.doubt for part in estate.stretches if part.first.year <= year <= part.last.year)
    meant = "compliant" if wanted == "near_miss" else wanted
    certain = ("breach", "undetermined")
    if (wanted and found != meant) or (not wanted and found in certain and not doubt):
        raise ValueError(f"{rule}, {estate.key}, {year}: planned {wanted or 'nothing'}, but it is {found}")


def _why(rule: str, cases: list[Case], year: int) -> str:
    stretches = cases[0].estate.stretches
    doubts = [part.doubt for part in stretches if part.doubt and part.first.year <= year <= part.last.year]
    return REASONS[doubts[0]] if doubts else f"{_figures(rule, cases, year)}; not all were accepted"


def _figures(rule: str, cases: list[Case], year: int | None) -> str:
    """How many counted by the default readings; the first variant is theirs."""
    _, _, member = next(_variants(rule, dict(zip(READINGS, (LEVEL_1, LEVEL_3), strict=True))))
    members = [member(case) for case in _of_year(rule, cases, year)]
    certain = [item for item in members if item.counts]
    perhaps = sum(item.counts is None for item in members)
    number = sum(bool(item.has) for item in certain)
    word = "flexible" if rule == FLEXIBLE_1 else "offered"
    return f"{number} of {len(certain)} {word}" + (f"; {perhaps} more may count" if perhaps else "")

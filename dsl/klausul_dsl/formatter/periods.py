"""Groups, periods, bounds and phases to blocks: the parts of a norm that a reading may choose."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from klausul_dsl import syntax as s
from klausul_dsl.formatter.blocks import Block, beside, piece
from klausul_dsl.formatter.expressions import expression, path
from klausul_dsl.formatter.wording import Wording, number
from klausul_dsl.keywords import KEYWORDS, MONTHS, ordinal

_ROUNDINGS = {"down": "ROUNDED_DOWN", "nearest": "ROUNDED_NEAREST", "up": "ROUNDED_UP"}
_PERIODS = {
    "calendar_year": "PER_YEAR",
    "calendar_quarter": "PER_QUARTER",
    "calendar_month": "PER_MONTH",
    "agreement_period": "IN_AGREEMENT_PERIOD",
}
_RECURRENCES: dict[s.RecurrenceKind, str] = {
    "calendar_year": "IN_EVERY_YEAR",
    "other_year": "IN_EVERY_OTHER_YEAR",
    "calendar_quarter": "IN_EVERY_QUARTER",
    "calendar_month": "IN_EVERY_MONTH",
    "once": "ONCE_BETWEEN",
}


def chosen_part(wording: Wording, node: s.QuotaPart) -> Block:
    """A group, period, bound, phase or reset."""
    match node:
        case s.PerGroup():
            return beside(piece(f"{wording.keyword('PER')} "), path(wording, node.path))
        case s.Altogether():
            return piece(wording.keyword("TOGETHER"), node.span)
        case s.Period():
            return piece(wording.keyword(_PERIODS[node.kind]), node.span)
        case s.Bound():
            return _bound(wording, node)
        case s.EveryNth():
            return piece(_every_nth(wording, node), node.span)
        case s.Reset():
            return _reset(wording, node)
        case s.Recurrence():
            return piece(_recurrence(wording, node), node.span)
        case _:
            assert_never(node)


def _bound(wording: Wording, node: s.Bound) -> Block:
    word = wording.keyword(node.comparison.upper().replace(" ", "_"))
    rounding = f" {wording.keyword(_ROUNDINGS[node.rounding])}" if node.rounding else ""
    if node.value is None:
        return piece(f"{word} {_share(wording, node)}{rounding}", node.span)
    otherwise = f", {wording.keyword('OTHERWISE')} {_share(wording, node)}" if node.numerator is not None else ""
    return beside(piece(f"{word} "), path(wording, node.value), piece(f"{otherwise}{rounding}", node.span))


def _share(wording: Wording, node: s.Bound | s.Expected) -> str:
    upper = number(wording, node.numerator if node.numerator is not None else Fraction(0))
    if node.percent:
        return f"{upper} {wording.keyword('PERCENT')}"
    return f"{upper}/{node.denominator}" if node.denominator else upper


def _every_nth(wording: Wording, node: s.EveryNth) -> str:
    word = wording.keyword(node.comparison.upper().replace(" ", "_"))
    every = f"{word} {wording.keyword('EVERY')} {ordinal(node.n, wording.language)}"
    if node.first is None:
        return every
    return f"{every}, {wording.keyword('BEGINNING_WITH')} {ordinal(node.first, wording.language)}"


def _reset(wording: Wording, node: s.Reset) -> Block:
    match node.kind:
        case "never":
            return piece(wording.keyword("NEVER_STARTING_AFRESH"), node.span)
        case "calendar_year":
            words = f"{wording.keyword('STARTING_AFRESH')} {wording.keyword('EVERY_CALENDAR_YEAR')}"
            return piece(words, node.span)
        case "change":
            assert node.of is not None
            words = f"{wording.keyword('STARTING_AFRESH')} {wording.keyword('ON_EACH_CHANGE_OF')} "
            return beside(piece(words), path(wording, node.of))


def _recurrence(wording: Wording, node: s.Recurrence) -> str:
    words = [wording.keyword(_RECURRENCES[node.kind])]
    if node.dates is not None:
        words.append(f"{node.dates[0]} {wording.keyword('AND')} {node.dates[1]}")
    if node.beginning is not None:
        words.append(f"{KEYWORDS['BEGINNING_WITH'].words(wording.language)[1]} {node.beginning}")
    if node.window is not None:
        first, last = (day_of_year(wording, day) for day in node.window)
        words.append(f"{wording.keyword('BETWEEN')} {first} {wording.keyword('AND')} {last}")
    shown = " ".join(words)
    if node.touched is None:
        return shown
    return f"{shown}, {wording.keyword('TOUCHED_PERIODS' if node.touched else 'WHOLE_PERIODS')}"


def day_of_year(wording: Wording, day: tuple[int, int]) -> str:
    """`1 March`, `1. marts`."""
    return f"{day[0]}{'.' if wording.language == 'da' else ''} {wording.keyword(MONTHS[day[1] - 1])}"


def review_days(wording: Wording, node: s.Review | s.ReviewDays) -> str:
    """Fixed dates, or a day of every year."""
    if node.yearly is not None:
        return f"{day_of_year(wording, node.yearly)} {wording.keyword('EVERY_YEAR')}"
    return "; ".join(day.isoformat() for day in node.dates)


def due(wording: Wording, node: s.Due) -> Block:
    """`must have assessed_on no later than ends_on - 6 months`, `skal være vurderet_den senest …`."""
    verb = "BE" if wording.language == "da" else "HAVE"
    head = piece(f"{wording.keyword('MUST')} {wording.keyword(verb)} ")
    middle = piece(f" {wording.keyword('NO_LATER_THAN')} ")
    return beside(head, expression(wording, node.event), middle, expression(wording, node.day))


def expected(wording: Wording, node: s.Expected) -> str:
    """`expected about 84`."""
    about = f"{wording.keyword('ABOUT')} " if node.about else ""
    return f"{wording.keyword('EXPECTED')} {about}{_share(wording, node)}"

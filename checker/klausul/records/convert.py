"""Text of a cell to a value of its field's type, strictly by the declared form, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias, assert_never

from klausul.records.cleaning import clean, hidden_character, shown
from klausul.records.dates import read_date
from klausul.records.profile import Form
from klausul_dsl.datatypes import Choice, ClassOf, Date, Number, Reference, Several, Unit, Words, YesNo
from klausul_dsl.diagnostics import Diagnostic, diagnose, nearest
from klausul_dsl.prose.values import show_value
from klausul_dsl.source import Span
from klausul_dsl.text import LANGUAGES, Language, Text
from klausul_dsl.values import Plain
from klausul_dsl.vocabulary import NO_LIMITS, Field, Limits, Privacy

_LONGEST_NUMBER = 40
_SOME_VALUE = Text("en værdi", "a value")
_NOTHING = Text("intet tegn", "no sign")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text does not convert: a diagnostic code, and the invisible character if that is the reason."""

    code: str
    character: str = ""


Converted: TypeAlias = Plain | Refusal | None
Converter: TypeAlias = Callable[[str], Converted]


def converter(field: Field, form: Form) -> Converter:
    """The function that converts the cells of a field; it remembers texts that it has seen.

    It returns None for a missing value: a blank, or one of the marks of the form.
    """
    read = _reader(field, form)
    allowed = "\t\r\n" if isinstance(field.type, Words) else ""
    missing = {clean(mark) for mark in form.missing} | {""}
    seen: dict[str, Converted] = {}

    def convert(text: str) -> Converted:
        if text in seen:
            return seen[text]
        cleaned = clean(text)
        value: Converted
        if cleaned in missing:
            value = None
        else:
            character = hidden_character(cleaned, allowed)
            value = Refusal("K768", character) if character else read(cleaned)
        seen[text] = value
        return value

    return convert


def _reader(field: Field, form: Form) -> Converter:
    match field.type:
        case YesNo():
            return lambda text: _read_yes_no(text, form)
        case Number(unit):
            return _number_reader(unit, form, field.possible, whole=field.whole)
        case Date():
            return lambda text: _read_date(text, form)
        case Choice():
            words = accepted_words(field, form)
            return lambda text: words.get(text, Refusal("K767"))
        case Words() | Reference() | ClassOf() | Several():
            return lambda text: text
        case _:
            assert_never(field.type)


def accepted_words(field: Field, form: Form) -> dict[str, str]:
    """Every text that stands for an option of a choice field: its name, its labels, the words of the profile."""
    words: dict[str, str] = {}
    for option, label in field.options.items():
        words |= {option: option, clean(label.da): option, clean(label.en): option}
    return words | {clean(text): option for text, option in form.choices.items()}


def _read_date(text: str, form: Form) -> Converted:
    found = read_date(text, form.dates)
    return Refusal(found) if isinstance(found, str) else found


def _read_yes_no(text: str, form: Form) -> Converted:
    word = text.casefold()
    if word in form.yes:
        return True
    return False if word in form.no else Refusal("K766")


def _number_reader(unit: Unit, form: Form, possible: Limits = NO_LIMITS, *, whole: bool = False) -> Converter:
    pattern = _number_pattern(unit, form)

    def read(text: str) -> Converted:
        match = pattern.fullmatch(text) if len(text) <= _LONGEST_NUMBER else None
        if match is None:
            return Refusal("K764")
        digits = re.sub("[^0-9]", "", match["whole"])
        decimals = match["decimals"] or ""
        value = Fraction(int(digits + decimals), 10 ** len(decimals))
        if whole and value.denominator != 1:
            return Refusal("K765")
        value = -value if match["sign"] in ("-", "\u2212") else value
        return value if possible.holds(value) else Refusal("K769")

    return read


def amount_reader(form: Form) -> Callable[[str], Fraction | None]:
    """What reads a clean text as an amount of any unit; None where it is none."""
    read = _number_reader(Unit.KRONER, form)

    def amount(text: str) -> Fraction | None:
        value = read(text)
        return value if isinstance(value, Fraction) else None

    return amount


def _number_pattern(unit: Unit, form: Form) -> re.Pattern[str]:
    groups = f"|[0-9]{{1,3}}(?:{re.escape(form.thousands)}[0-9]{{3}})+" if form.thousands else ""
    number = f"(?P<sign>[+\u2212-]?)(?P<whole>[0-9]+{groups})(?:{re.escape(form.decimal)}(?P<decimals>[0-9]+))?"
    match unit:
        case Unit.PERCENT:
            return re.compile(f"{number} ?%?")
        case Unit.KRONER:
            dash = ",-" if form.decimal == "," else r"\.-"
            return re.compile(f"(?:(?:kr\\.?|DKK) ?)?{number}(?:{dash}| ?(?:kr\\.?|DKK))?", re.IGNORECASE)
        case Unit.COUNT | Unit.SQUARE_METRES | Unit.HOURS:
            return re.compile(number)
        case _:
            assert_never(unit)


def is_private(field: Field) -> bool:
    """Whether the texts of a field must stay out of messages unless the user allows them."""
    return field.privacy is not Privacy.OPEN


def explain(
    refusal: Refusal, text: str, *, field: Field, form: Form, column: str, place: Span, show_personal: bool
) -> Diagnostic:
    """The refusal as a message; the text itself only where the field's privacy allows it."""
    private = is_private(field) and not show_personal
    return diagnose(
        refusal.code,
        place,
        text=_SOME_VALUE if private else f"“{shown(clean(text))}”",
        column=column,
        character=refusal.character,
        formats=_listed(item.written for item in form.dates),
        decimal=form.decimal,
        thousands=f"“{form.thousands}”" if form.thousands else _NOTHING,
        near=_near("" if private else clean(text), field, form),
        options=_options(field),
        limits=limits_in_words(field.possible),
    )


def _near(text: str, field: Field, form: Form) -> Text:
    """The option that a text resembles; only a hint, for what is spelt alike need not mean the same."""
    if not text:
        return Text("", "")
    da, en = (nearest(text, [*form.choices, *(label[lang] for label in field.options.values())]) for lang in LANGUAGES)
    return Text(f"; det ligner “{da}”" if da else "", f"; it resembles “{en}”" if en else "")


def _options(field: Field) -> Text:
    return Text(*(_listed(label[language] for label in field.options.values()) for language in LANGUAGES))


def limits_in_words(limits: Limits) -> Text:
    """Limits as a phrase: from 0 to 100, at least 0."""
    return Text(*(_limits_in(limits, language) for language in LANGUAGES))


def _limits_in(limits: Limits, language: Language) -> str:
    least, greatest = (
        "" if limit is None else show_value(limit, None, None, language) for limit in (limits.least, limits.greatest)
    )
    da = language == "da"
    if least and greatest:
        return f"fra {least} til {greatest}" if da else f"from {least} to {greatest}"
    return f"{'mindst' if da else 'at least'} {least}" if least else f"{'højst' if da else 'at most'} {greatest}"


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)

"""Values as their readers write them: numbers, dates, yes and no, choices."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from klausul_dsl.datatypes import Number, Type, Unit
from klausul_dsl.text import Language, Text
from klausul_dsl.values import Plain

UNIT_WORDS: dict[Unit, Text] = {
    Unit.COUNT: Text("", ""),
    Unit.PERCENT: Text("%", "%"),
    Unit.KRONER: Text("kr.", "kr."),
    Unit.SQUARE_METRES: Text("m²", "m²"),
    Unit.HOURS: Text("timer", "hours"),
}


def show_value(
    value: Plain | None, type: Type | None, owner_options: Mapping[str, Text] | None, language: Language
) -> str:
    """A value in words; `owner_options` are the labels of the field's choices or of the classes; None is unknown.

    >>> show_value(Fraction(156, 100), Number(Unit.PERCENT), None, "da")
    '1,56 %'
    """
    match value:
        case None:
            return "ukendt" if language == "da" else "unknown"
        case bool():
            return ("ja" if value else "nej") if language == "da" else ("yes" if value else "no")
        case Fraction():
            unit = UNIT_WORDS[type.unit][language] if isinstance(type, Number) else ""
            said = show_number(value, language)
            ore = (
                isinstance(type, Number)
                and type.unit is Unit.KRONER
                and (value * 10).denominator == 1 != value.denominator
            )
            return f"{said}{'0' if ore else ''} {unit}".rstrip()
        case date():
            return show_date(value, language)
        case str():
            label = (owner_options or {}).get(value)
            return label[language] if label is not None else value


def show_number(value: Fraction, language: Language) -> str:
    """An exact number: as a decimal where it ends, else as a fraction; thousands have their mark.

    >>> show_number(Fraction(1, 3), "en"), show_number(Fraction(15001, 2), "da")
    ('1/3', '7.500,5')
    """
    bound = value.denominator.bit_length() * 4
    digits = next((count for count in range(bound) if (value * 10**count).denominator == 1), None)
    if digits is None:
        return f"{value.numerator}/{value.denominator}"
    sign, scaled = ("-" if value < 0 else ""), str(abs(int(value * 10**digits))).rjust(digits + 1, "0")
    point, mark = (",", ".") if language == "da" else (".", ",")
    whole = f"{int(scaled[: len(scaled) - digits]):,}".replace(",", mark)
    return f"{sign}{whole}{point}{scaled[-digits:]}" if digits else f"{sign}{whole}"


def show_date(day: date, language: Language) -> str:
    """`31-01-2024` in Danish, `2024-01-31` in English."""
    return day.strftime("%d-%m-%Y") if language == "da" else day.isoformat()

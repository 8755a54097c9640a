"""Text of a cell to a value: what is read, and what is refused and why."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from klausul.records.convert import Refusal, accepted_words, converter
from klausul.records.dates import DateForm, date_form, rival
from klausul.records.profile import Form
from klausul_dsl.datatypes import Date, Number, Type, Unit, Words, YesNo
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import FactKind, Field, Privacy, Vocabulary


def forms(*written: str) -> tuple[DateForm, ...]:
    found = tuple(date_form(text) for text in written)
    return tuple(item for item in found if isinstance(item, DateForm))


def form(thousands: str | None = ".", decimal: str = ",") -> Form:
    return Form(
        decimal=decimal,
        thousands=thousands,
        dates=forms("dd-mm-åååå", "d.m.yyyy", "yyyymmdd"),
        yes=frozenset({"ja", "x"}),
        no=frozenset({"nej"}),
        missing=frozenset({"-", "ukendt"}),
        choices={},
    )


def field(kind: Type, *, whole: bool = False) -> Field:
    return Field("f", kind, Text("felt", "field"), FactKind.VALUE, Privacy.OPEN, whole=whole)


KRONER, PERCENT, COUNT = Number(Unit.KRONER), Number(Unit.PERCENT), Number(Unit.COUNT)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (KRONER, "5.432,10", Fraction(54321, 10)),
        (KRONER, " kr. 5.432,- ", Fraction(5432)),
        (KRONER, "5432 kr", Fraction(5432)),
        (KRONER, "−500,00", Fraction(-500)),
        (KRONER, "5.432", Fraction(5432)),
        (KRONER, "12.345.678,9", Fraction(123456789, 10)),
        (PERCENT, "41 %", Fraction(41)),
        (PERCENT, "0,50%", Fraction(1, 2)),
        (COUNT, "007", Fraction(7)),
        (Date(), "29-02-2024", date(2024, 2, 29)),
        (Date(), "1.3.2024", date(2024, 3, 1)),
        (Date(), "20240301", date(2024, 3, 1)),
        (YesNo(), "JA", True),
        (YesNo(), "Nej", False),
        (Words(), " A\u030arhus\u00a0C ", "Århus C"),
        (Words(), "første\nanden", "første\nanden"),
        (Date(), "", None),
        (Words(), " - ", None),
        (KRONER, "ukendt", None),
    ],
)
def test_read(kind: Type, text: str, value: object) -> None:
    assert converter(field(kind), form())(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "code"),
    [
        *((KRONER, text, "K764") for text in ("0x10", "1_000", "1e3", "inf", "NaN", "٥", "5.43", "5 432", "1.2345")),
        *(
            (KRONER, text, "K764")
            for text in ("5,", ",5", "--5", "5-", "(5)", "9" * 41, "5,432.10", "5.432.10", "")[:-1]
        ),
        (COUNT, "3 %", "K764"),
        (PERCENT, "kr. 3", "K764"),
        (Date(), "30-02-2024", "K762"),
        (Date(), "01-02-24", "K761"),
        (Date(), "01-02-0024", "K763"),
        (Date(), "01-02-2204", "K763"),
        (Date(), "2024-02-01", "K760"),
        (Date(), "1-2-2024", "K760"),
        (Date(), "01-02-2024 00:00", "K760"),
        (Date(), "٠١-٠٢-٢٠٢٤", "K760"),
        (YesNo(), "1", "K766"),
        (Words(), "a\u202eb", "K768"),
        (Words(), "a\x07b", "K768"),
    ],
)
def test_refused(kind: Type, text: str, code: str) -> None:
    value = converter(field(kind), form())(text)
    assert isinstance(value, Refusal)
    assert value.code == code


def test_thousands_are_read_only_as_declared() -> None:
    assert converter(field(KRONER), form(thousands=None))("5.432") == Refusal("K764")
    assert converter(field(KRONER), form(thousands=" "))("5\u00a0432,10") == Fraction(54321, 10)
    assert converter(field(KRONER), form(thousands=",", decimal="."))("5,432.10") == Fraction(54321, 10)


def test_a_whole_number_has_no_decimals() -> None:
    read = converter(field(COUNT, whole=True), form())
    assert read("3,0") == Fraction(3)
    assert read("3,5") == Refusal("K765")


def test_formats_that_read_one_text_as_two_days() -> None:
    assert rival(forms("dd-mm-åååå", "yyyy-mm-dd", "dd.mm.åååå")) is None
    assert rival(forms("dd-mm-åååå", "mm-dd-åååå")) is not None
    assert rival(forms("ddmmyyyy", "yyyymmdd")) is not None


def test_no_word_stands_for_two_options(vocabulary: Vocabulary) -> None:
    for entity in vocabulary.entities.values():
        for item in entity.fields.values():
            words = accepted_words(item, form())
            for option, label in item.options.items():
                assert {words[option], words[label.da], words[label.en]} <= {option}

"""Diagnostic codes K4: clauses and dates."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

_REMEDY = T("{remedy}", "{remedy}")

CLAUSE_CODES: tuple[Code, ...] = (
    Code(
        "K401",
        T("ukendt bestemmelse", "unknown clause"),
        T("“{word}” står ikke i fortegnelsen over “{register}”", "“{word}” is not in the register of “{register}”"),
        _REMEDY,
        T(
            "Enhver henvisning skal pege på en bestemmelse i fortegnelsen, så fundet kan efterprøves.",
            "Every reference must point to a clause of the register, so that a finding can be traced.",
        ),
    ),
    Code(
        "K402",
        T("uforståelig henvisning", "reference not understood"),
        T("“{word}” kan ikke læses som en bestemmelse", "“{word}” cannot be read as a clause"),
        T("skriv kun nummeret: “{right}”", "write only the number: “{right}”"),
        T(
            "En henvisning er et afsnit (3.3) eller en lov og en paragraf.",
            "A reference is a section (3.3) or an act and a paragraph.",
        ),
    ),
    Code(
        "K403",
        T("ukendt lov eller aftale", "unknown act or agreement"),
        T("der er ingen fortegnelse for “{word}”", "there is no register for “{word}”"),
        _REMEDY,
        T(
            "En lov, der henvises til, skal være med under “anvender”.",
            "An act that is referred to must be named under “uses”.",
        ),
    ),
    Code(
        "K404",
        T("slut før start", "end before start"),
        T("perioden slutter, før den begynder", "the period ends before it begins"),
        T("byt om på datoerne", "exchange the dates"),
        T(
            "En periode går fra en dag til den samme eller en senere.",
            "A period runs from a day to the same or a later one.",
        ),
    ),
    Code(
        "K405",
        T("to værdier fra samme dag", "two values from one day"),
        T("der er allerede en værdi fra {day}", "there is a value from {day} already"),
        T("behold én af dem", "keep one of them"),
        T("På en dag gælder én værdi.", "On a day one value holds."),
    ),
)

"""Diagnostic codes K5 and K6: the laws a typed policy must keep, and its examples."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.codes.entry import Severity as S
from klausul_dsl.text import Text as T

LAW_CODES: tuple[Code, ...] = (
    Code(
        "K501",
        T("regel uden bestemmelse", "rule without a clause"),
        T("“{word}” henviser ikke til nogen bestemmelse", "“{word}” refers to no clause"),
        T("tilføj “jf. …” efter navnet", "add “under …” after the name"),
        T("Et fund skal kunne føres tilbage til teksten.", "A finding must be traceable to the text."),
        S.WARNING,
    ),
    Code(
        "K502",
        T("ring gennem inddelingen", "circle through the classification"),
        T("“{word}” bygger på sig selv gennem {way}", "“{word}” builds on itself by way of {way}"),
        T("bryd kredsen", "break the circle"),
        T("En inddeling må ikke bygge på sig selv.", "A classification must not build on itself."),
    ),
    Code(
        "K503",
        T("fortolkning uden virkning", "reading without effect"),
        T("intet afhænger af fortolkningen “{word}”", "nothing depends on the reading “{word}”"),
        T("brug den med “alt efter {name}”, eller fjern den", "use it with “by {name}”, or remove it"),
        T(
            "En fortolkning, der ikke ændrer noget, vildleder læseren.",
            "A reading that changes nothing misleads the reader.",
        ),
        S.WARNING,
    ),
    Code(
        "K504",
        T("klasse efter “ellers”", "class after “otherwise”"),
        T(
            "“{word}” kan aldrig nås, for “ellers” står over den",
            "“{word}” can never be reached, as “otherwise” stands above it",
        ),
        T("flyt “ellers” nederst", "move “otherwise” to the end"),
        T(
            "Klasser prøves i rækkefølge; “ellers” tager alt.",
            "Classes are tried in order; “otherwise” takes everything.",
        ),
    ),
    Code(
        "K505",
        T("regel uden eksempel", "rule without an example"),
        T("“{word}” har intet eksempel", "“{word}” has no example"),
        T('tilføj “eksempel "…" for {name}”', 'add “example "…" for {name}”'),
        T("Et eksempel viser, at reglen siger det, den skal.", "An example shows that the rule says what it should."),
        S.WARNING,
    ),
    Code(
        "K506",
        T("ubrugt parameter eller definition", "unused parameter or definition"),
        T("intet bruger “{word}”", "nothing uses “{word}”"),
        T("brug den, eller fjern den", "use it, or remove it"),
        T("Det, intet bruger, er enten glemt eller overflødigt.", "What nothing uses is forgotten or superfluous."),
        S.WARNING,
    ),
    Code(
        "K507",
        T("navn uden engelsk navn", "name without an English name"),
        T(
            "“{word}” har intet engelsk navn, selv om andre navne har et",
            "“{word}” has no English name, although other names have one",
        ),
        T('tilføj “kaldet en "…"”', 'add “kaldet en "…"”'),
        T(
            "Fund og valgte fortolkninger genkendes fra år til år på det engelske navn; uden det bruges det danske ord. "
            "Kommer det engelske navn til senere, eller bliver det slettet, ser gamle fund ud som nye.",
            "Findings and chosen readings are known again from year to year by the English name; without it the Danish "
            "word is used. Where the English name is added later, or is deleted, old findings look like new ones.",
        ),
        S.WARNING,
    ),
    Code(
        "K601",
        T("eksemplet holder ikke", "the example does not hold"),
        T(
            "eksemplet venter “{expected}”, men reglen giver “{found}”",
            "the example expects “{expected}”, but the rule gives “{found}”",
        ),
        T(
            "ret reglen eller eksemplet{why}",
            "correct the rule or the example{why}",
        ),
        T(
            "Eksempler er prøver: hvert siger, hvad politikken skal give, og hvorfor.",
            "Examples are tests: each says what the policy must give, and why.",
        ),
    ),
)

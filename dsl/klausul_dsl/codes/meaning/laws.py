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
        T("ring gennem klassifikationen", "circle through the classification"),
        T("“{word}” bygger på sig selv gennem {way}", "“{word}” builds on itself by way of {way}"),
        T("bryd kredsen", "break the circle"),
        T("En klassifikation må ikke bygge på sig selv.", "A classification must not build on itself."),
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
        "K508",
        T("klasse, der modsiger sig selv", "class that contradicts itself"),
        T(
            "“{word}” kan aldrig gælde: betingelserne udelukker hinanden",
            "“{word}” can never hold: its conditions exclude each other",
        ),
        T("ret betingelserne, eller fjern klassen", "mend the conditions, or remove the class"),
        T(
            "En klasse, som intet kan komme i, skyldes oftest en vendt sammenligning eller et “og”, hvor der skulle have stået “eller”.",
            "A class that nothing can come to is mostly due to a comparison turned round, or an “and” that should have been an “or”.",
        ),
        S.WARNING,
    ),
    Code(
        "K509",
        T("klasse, der aldrig nås", "class that is never reached"),
        T(
            "“{word}” kan aldrig nås: alt, der opfylder den, tages af klasserne over den",
            "“{word}” can never be reached: the classes above take everything that meets it",
        ),
        T("flyt klassen op, ret betingelsen, eller fjern klassen", "move it up, mend its condition, or remove it"),
        T(
            "Klasser prøves i rækkefølge, og den første, der passer, vælges. Det er bevist ud fra betingelserne, at "
            "der ikke bliver noget tilbage til denne.",
            "Classes are tried in order, and the first that fits is chosen. The conditions prove that nothing is left "
            "for this one.",
        ),
        S.WARNING,
    ),
    Code(
        "K510",
        T("undtagelse, der sluger sin regel", "exception that swallows its rule"),
        T(
            "med denne undtagelse er der intet tilbage, som “{word}” gælder for",
            "with this exception nothing is left to which “{word}” applies",
        ),
        T("gør undtagelsen snævrere", "make the exception narrower"),
        T(
            "En regel, der aldrig kan brydes, fordi undtagelsen omfatter det samme som reglen, siger ingenting.",
            "A rule that can never be broken, because its exception covers what the rule covers, says nothing.",
        ),
        S.WARNING,
    ),
    Code(
        "K511",
        T("fortolkning uden forskel", "reading without a difference"),
        T(
            "svarene på “{word}” giver det samme, overalt hvor der spørges",
            "the answers to “{word}” give the same wherever it is asked",
        ),
        T("ret det ene svar, eller fjern fortolkningen", "mend one of the answers, or remove the reading"),
        T(
            "En fortolkning, hvis svar giver det samme, får et resultat til at se mere afhængigt ud, end det er.",
            "A reading whose answers give the same makes results look more dependent than they are.",
        ),
        S.WARNING,
    ),
    Code(
        "K512",
        T("grænse uden dato", "limit without a date"),
        T(
            "tallet er en værdi af “{word}”, men står her uden dato",
            "this number is a value of “{word}”, but stands here without a date",
        ),
        T("skriv parameterens navn i stedet for tallet", "write the parameter's name instead of the number"),
        T(
            "En grænse, der skifter med tiden, skrives ét sted med sine datoer. Et tal, der står alene, bliver glemt, "
            "når grænsen ændres.",
            "A limit that changes with time is written in one place, with its dates. A number on its own is forgotten "
            "when the limit changes.",
        ),
        S.WARNING,
    ),
    Code(
        "K513",
        T("to betydninger på samme dag", "two meanings on the same day"),
        T(
            "“{word}” har to betydninger, der gælder på de samme dage",
            "“{word}” has two meanings that hold on the same days",
        ),
        T("lad den ene slutte, dagen før den anden begynder", "let one end the day before the other begins"),
        T(
            "Overlapper to betydninger, gælder den, der står først. Det er sjældent det, der er ment.",
            "Where two meanings overlap, the one written first holds. That is seldom what is meant.",
        ),
        S.WARNING,
    ),
    Code(
        "K514",
        T("parameter uden værdi i begyndelsen", "parameter without a value at first"),
        T(
            "“{word}” bruges fra {day}, men har først en værdi{key} fra {first}",
            "“{word}” is used from {day}, but has a value{key} only from {first}",
        ),
        T("tilføj den værdi, der gjaldt før", "add the value that held before"),
        T(
            "På dage uden værdi kan det, der bygger på parameteren, ikke afgøres.",
            "On days without a value, what builds on the parameter cannot be determined.",
        ),
        S.WARNING,
    ),
    Code(
        "K515",
        T("tid uden betydning", "time without a meaning"),
        T(
            "“{word}” har ingen betydning fra {day} til {last}, selv om der spørges i den tid",
            "“{word}” has no meaning from {day} to {last}, although it is asked for in that time",
        ),
        T(
            "lad den ene gælde, til dagen før den næste begynder, eller skriv, hvad der gjaldt imellem",
            "let the one hold until the day before the next begins, or write what held in between",
        ),
        T(
            "På dage, hvor ingen af betydningerne gælder, kan det, der bygger på dem, ikke afgøres. Mellem to, der "
            "afløser hinanden, er det næsten altid en dato, der er skrevet forkert.",
            "On days when none of the meanings holds, what builds on them cannot be determined. Between two that follow "
            "each other it is nearly always a date that was written wrongly.",
        ),
        S.WARNING,
    ),
    Code(
        "K520",
        T("fortolkning kun for en tid", "reading for some of the time"),
        T(
            "fortolkningen “{word}” gælder kun i en del af tiden, men her vælger den, hvordan der tælles hele tiden",
            "the reading “{word}” holds for some of the time only, but here it chooses how to count all the time",
        ),
        T(
            "skriv to regler, en for hver tid, med “fra” og “til”, eller lad fortolkningen gælde hele tiden",
            "write two rules, one for each time, with “from” and “to”, or let the reading hold all the time",
        ),
        T(
            "En gruppe, en periode eller en rækkefølge tælles igennem fra først til sidst; den kan ikke tælles på én måde "
            "i nogle år og på en anden i andre. En betingelse, en værdi og en grænse afgøres på én dag, og dem kan en "
            "sådan fortolkning vælge.",
            "A group, a period or a sequence is counted through from first to last; it cannot be counted one way in some "
            "years and another way in others. A condition, a value and a bound are settled on one day, and those such a "
            "reading can choose.",
        ),
    ),
    Code(
        "K601",
        T("eksemplet holder ikke", "the example does not hold"),
        T(
            "eksemplet forventer “{expected}”, men reglen giver “{found}”",
            "the example expects “{expected}”, but the rule gives “{found}”",
        ),
        T(
            "ret reglen eller eksemplet{why}",
            "correct the rule or the example{why}",
        ),
        T(
            "Eksempler er prøver: hvert siger, hvad aftaleteksten skal give, og hvorfor.",
            "Examples are tests: each says what the policy must give, and why.",
        ),
    ),
    Code(
        "K602",
        T("eksemplet har ingen med den nøgle", "the example has none with that key"),
        T(
            "eksemplet giver ingen “{key}”, som {subject} gælder",
            "the example gives no “{key}” that {subject} is about",
        ),
        T("{remedy}", "{remedy}"),
        T(
            "Efter “for” står nøglen på en af de poster, eksemplet giver, og som reglen gælder. En pligt uden “pr. …” "
            "gælder aftalen som helhed og har ingen nøgle.",
            "After “for” stands the key of one of the records that the example gives and that the rule is about. A duty "
            "without “per …” concerns the agreement as a whole and has no key.",
        ),
    ),
)

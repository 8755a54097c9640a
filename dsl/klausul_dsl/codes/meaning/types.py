"""Diagnostic codes K3: types and units."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

_REMEDY = T("{remedy}", "{remedy}")
_TYPES = T(
    "Klausul sammenligner kun det, der er af samme slags: procent med procent, dato med dato.",
    "Klausul compares only what is of the same kind: percent with percent, date with date.",
)

TYPE_CODES: tuple[Code, ...] = (
    Code(
        "K301",
        T("ikke en betingelse", "not a condition"),
        T("her skal stå en betingelse, men {word} er {type}", "a condition should stand here, but {word} is {type}"),
        T(
            "sammenlign {word} med noget: “er …”, “er mindst …”",
            "compare {word} with something: “is …”, “is at least …”",
        ),
        T(
            "En betingelse er sand eller falsk. Et tal, en dato eller et valg er det først, når det holdes op mod "
            "noget.",
            "A condition is true or false. A number, a date or a choice is so only when it is held against something.",
        ),
    ),
    Code(
        "K302",
        T("forskellige enheder", "different units"),
        T("{word} er {left} og sættes sammen med {right}", "{word} is {left} and is put together with {right}"),
        _REMEDY,
        _TYPES,
    ),
    Code(
        "K303",
        T("ikke større eller mindre", "neither greater nor less"),
        T("{word} er {type} og kan ikke være større eller mindre", "{word} is {type} and cannot be greater or less"),
        T("brug “er” eller “blandt”", "use “is” or “in”"),
        T(
            "Større og mindre har kun mening om tal, beløb og datoer; et valg fra en liste har ingen rækkefølge.",
            "More and less have meaning only for numbers, amounts and dates; a choice from a list has no order.",
        ),
    ),
    Code(
        "K304",
        T("ja/nej sammenlignet", "a yes/no compared"),
        T("{word} er et ja eller nej og sammenlignes ikke", "{word} is a yes or no and is not compared"),
        T("skriv {word} alene, eller med “ikke” foran", "write {word} alone, or with “not” before it"),
        T(
            "Ja og nej er allerede betingelser: de holder eller holder ikke, og skal ikke sammenlignes med noget.",
            "Yes and no are conditions already: they hold or do not, and are not compared with anything.",
        ),
    ),
    Code(
        "K305",
        T("listen skal have faste værdier", "the list needs fixed values"),
        T("{word} i listen er ikke en fast værdi", "{word} in the list is not a fixed value"),
        T("skriv valg, klasser, tal eller datoer", "write choices, classes, numbers or dates"),
        T(
            "En liste siger på forhånd, hvilke værdier der passer. Skifter de fra post til post, er det en "
            "sammenligning.",
            "A list says beforehand which values fit. Where they change from record to record, it is a comparison.",
        ),
    ),
    Code(
        "K306",
        T("“før” og “efter” er for datoer", "“before” and “after” are for dates"),
        T("{word} er {type} og ikke en dato", "{word} is {type} and not a date"),
        T("brug “er under” eller “er over”", "use “is below” or “is above”"),
        T(
            "“før” og “efter” taler om dage; om tal siges “under” og “over”.",
            "“before” and “after” speak of days; of numbers it is “below” and “above”.",
        ),
    ),
    Code(
        "K307",
        T("ikke en klassifikation", "not a classification"),
        T("{word} er {type} og ikke en klassifikation", "{word} is {type} and not a classification"),
        T(
            "spørg om en klassifikation, f.eks. “niveau er ikke dækket”",
            "ask of a classification, for instance “level is uncovered”",
        ),
        T(
            "“ikke dækket” siger, at ingen af en klassifikations klasser passer på posten. En oplysning, der er et valg "
            "fra en liste eller et tal, har ingen klasser, og er den ikke oplyst, er den ukendt.",
            "“uncovered” says that none of the classes of a classification fits the record. A fact that is a choice "
            "from a list or a number has no classes, and where it is not given it is unknown.",
        ),
    ),
    Code(
        "K308",
        T("forskellige slags værdier", "different kinds of value"),
        T("{word} er {left} og sammenlignes med {right}", "{word} is {left} and is compared with {right}"),
        _REMEDY,
        _TYPES,
    ),
    Code(
        "K309",
        T("forkert slags værdi", "wrong kind of value"),
        T("her skal stå {wanted}, men {word} er {type}", "{wanted} should stand here, but {word} is {type}"),
        _REMEDY,
        T(
            "Stedet kræver en bestemt slags: en dag kan kun være en dato, et antal kun et tal. Klausul gætter ikke "
            "på, hvordan det ene kunne være ment som det andet.",
            "The place demands a certain kind: a day can only be a date, a count only a number. Klausul does not "
            "guess how the one might be meant as the other.",
        ),
    ),
    Code(
        "K310",
        T("to størrelser ganget", "two quantities multiplied"),
        T("to tal med enhed kan ikke ganges", "two numbers with units cannot be multiplied"),
        T("gang med et tal uden enhed", "multiply by a number without a unit"),
        T(
            "Kroner gange kroner eller procent gange kvadratmeter giver en størrelse, som ingen aftale taler om. Et "
            "tal uden enhed siger, hvor mange gange.",
            "Kroner times kroner or a percentage times square metres gives a quantity that no agreement speaks of. A "
            "number without a unit says how many times.",
        ),
    ),
    Code(
        "K311",
        T("mere end det hele", "more than the whole"),
        T("en andel kan ikke være over 100 %", "a share cannot be above 100 %"),
        T("ret andelen", "correct the share"),
        T("En andel er en del af helheden.", "A share is a part of the whole."),
    ),
    Code(
        "K312",
        T("“præcis” uden afrunding", "“exactly” without rounding"),
        T("en præcis andel skal sige, hvordan der rundes", "an exact share must say how it is rounded"),
        T(
            "tilføj “rundet ned”, “afrundet til nærmeste” eller “rundet op”",
            "add “rounded down”, “rounded to the nearest” or “rounded up”",
        ),
        T("Præcis 22 % af 9 boliger er ikke et helt tal.", "Exactly 22 % of 9 dwellings is not a whole number."),
    ),
    Code(
        "K314",
        T("ét valg eller flere", "one choice or several"),
        T("“{word}” står, hvor parameteren {what}", "“{word}” stands where the parameter {what}"),
        _REMEDY,
        T(
            "Flere valg står i parentes, også når der kun er ét: så ses det, at der spørges med “blandt”.",
            "Several choices stand in parentheses, even where there is only one: it shows that “in” asks of them.",
        ),
    ),
    Code(
        "K315",
        T("samme valg to gange", "the same choice twice"),
        T("“{word}” står to gange i listen", "“{word}” stands twice in the list"),
        T("fjern det ene", "remove one of them"),
        T("En mængde har hvert valg én gang.", "A set has each choice once."),
    ),
    Code(
        "K316",
        T("flere valg som én værdi", "several choices as one value"),
        T("“{word}” er flere valg og ikke én værdi", "“{word}” is several choices and not one value"),
        T("spørg, om noget er iblandt dem: “… blandt {word}”", "ask whether something is among them: “… in {word}”"),
        T(
            "Flere valg sammenlignes ikke; noget er iblandt dem.",
            "Several choices are not compared; something is in them.",
        ),
    ),
    Code(
        "K317",
        T("efter “blandt” står ingen liste", "no list after “in”"),
        T("“{word}” er ingen parameter med flere valg", "“{word}” is no parameter with several choices"),
        _REMEDY,
        T(
            "Efter “blandt” står en liste i parentes eller en parameter, der er “flere valg af …”.",
            "After “in” stands a list in parentheses, or a parameter that is “several choices of …”.",
        ),
    ),
)

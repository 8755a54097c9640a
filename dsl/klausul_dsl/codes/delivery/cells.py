"""Diagnostic codes: why a cell cannot be read. The field is then unknown to the rules, and listed."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code, Severity
from klausul_dsl.text import Text

CELL_CODES: tuple[Code, ...] = (
    Code(
        "K760",
        Text("Ikke en dato", "Not a date"),
        Text("{text} i kolonnen “{column}” er ikke en dato", "{text} in the column “{column}” is not a date"),
        Text(
            "profilen læser {formats}; ord for “ingen dato” skal stå under “missing”",
            "the profile reads {formats}; words for “no date” must stand under “missing”",
        ),
        Text(
            "Datoer læses kun i de formater, profilen nævner.",
            "Dates are read only in the formats that the profile names.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K761",
        Text("Årstal med to cifre", "A year of two digits"),
        Text(
            "{text} i kolonnen “{column}” har kun to cifre i året",
            "{text} in the column “{column}” has a two-digit year",
        ),
        Text("hent filen med fire cifre i året", "export the file with four digits in the year"),
        Text("“01.02.24” kan være 2024, 1924 eller 2001.", "“01.02.24” may be 2024, 1924 or 2001."),
        Severity.WARNING,
    ),
    Code(
        "K762",
        Text("Dagen findes ikke", "There is no such day"),
        Text(
            "{text} i kolonnen “{column}” er ikke en dag i kalenderen",
            "{text} in the column “{column}” is no calendar day",
        ),
        Text("ret datoen i kilden", "correct the date at its source"),
        Text("Fx 30. februar. Klausul flytter ikke datoer.", "For example 30 February. Klausul does not move dates."),
        Severity.WARNING,
    ),
    Code(
        "K763",
        Text("Året kan ikke være rigtigt", "The year cannot be right"),
        Text(
            "året i {text} i kolonnen “{column}” kan ikke være rigtigt",
            "the year of {text} in the column “{column}” cannot be right",
        ),
        Text(
            "ret datoen i kilden (år fra 1900 til 2200 læses); står den for “ingen dato”, så skriv den under “missing”",
            "correct the date at its source (years from 1900 to 2200 are read); if it means “no date”, write it under "
            "“missing”",
        ),
        Text(
            "År som 0024, 2204 og 9999 er tastefejl eller udfyldning. Blev de læst, kom posten stiltiende til at ligge "
            "uden for perioden; nu er datoen ukendt og posten med.",
            "Years such as 0024, 2204 and 9999 are slips or filling. If they were read, the record would silently lie "
            "outside the period; so the date is unknown and the record stays.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K764",
        Text("Ikke et tal", "Not a number"),
        Text("{text} i kolonnen “{column}” er ikke et tal", "{text} in the column “{column}” is not a number"),
        Text(
            "profilen læser “{decimal}” som decimaltegn og {thousands} som tusindtalstegn",
            "the profile reads “{decimal}” as the decimal mark and {thousands} as the thousands mark",
        ),
        Text(
            "“5.432” er fem eller fem tusind efter profilen, aldrig efter et gæt.",
            "“5.432” is five or five thousand by the profile, never by a guess.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K765",
        Text("Ikke et helt tal", "Not a whole number"),
        Text(
            "{text} i kolonnen “{column}” er ikke et helt tal", "{text} in the column “{column}” is not a whole number"
        ),
        Text(
            "ret tallet i kilden, eller ret “thousands” i profilen", "correct the number, or “thousands” in the profile"
        ),
        Text("Feltet tæller noget, og tal rundes ikke af.", "The field counts something, and numbers are not rounded."),
        Severity.WARNING,
    ),
    Code(
        "K766",
        Text("Hverken ja eller nej", "Neither yes nor no"),
        Text(
            "{text} i kolonnen “{column}” er hverken ja eller nej",
            "{text} in the column “{column}” is neither yes nor no",
        ),
        Text(
            "ret cellen; er det kildens ord for ja eller nej, så skriv det under “yes” eller “no” i profilen",
            "correct the cell; if it is the source's word for yes or no, write it under “yes” or “no” in the profile",
        ),
        Text(
            "Et kryds eller et 1-tal skal profilen sige betydningen af.", "The profile must say what an X or a 1 means."
        ),
        Severity.WARNING,
    ),
    Code(
        "K767",
        Text("Ikke på listen", "Not on the list"),
        Text(
            "{text} i kolonnen “{column}” er ikke på listen{near}",
            "{text} in the column “{column}” is not on the list{near}",
        ),
        Text(
            "ret cellen, eller skriv under “choices” i profilen, hvilken af mulighederne {options} ordet står for",
            "correct the cell, or write under “choices” in the profile which of {options} the word stands for",
        ),
        Text(
            "Kildens ord kan oversættes under “choices” i profilen. En stavemåde, der ligner, regnes ikke for den "
            "samme.",
            "The source's words can be translated under “choices” in the profile. A similar spelling is not taken as "
            "the same.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K768",
        Text("Usynligt tegn i cellen", "An invisible character in the cell"),
        Text(
            "en celle i kolonnen “{column}” indeholder tegnet {character}, som ikke kan ses",
            "a cell in the column “{column}” contains the character {character}, which cannot be seen",
        ),
        Text("fjern tegnet i kilden", "remove the character at its source"),
        Text(
            "Styretegn og tegn uden bredde får to tekster til at se ens ud uden at være det.",
            "Control characters and characters without width make two texts look alike that are not.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K769",
        Text("Værdien er umulig", "The value is impossible"),
        Text(
            "{text} i kolonnen “{column}” er umulig; værdien skal være {limits}",
            "{text} in the column “{column}” is impossible; the value must be {limits}",
        ),
        Text(
            "ret tallet i kilden; står det for “ikke oplyst”, så skriv det under “missing”",
            "correct the number at its source; if it means “not given”, write it under “missing”",
        ),
        Text(
            "En andel af beboerne under 0 eller over 100 % og et negativt antal kan ikke være sande. En regel, der "
            "byggede på dem, ville give et sikkert svar på en forkert oplysning; derfor er oplysningen ukendt. "
            "Grænserne står i posttypens skema (“minimum” og “maximum”).",
            "A share of residents below 0 or above 100 % and a negative count cannot be true. A rule that rested on "
            "them would give a certain answer from a wrong fact; so the fact is unknown. The limits stand in the "
            "schema of the record type (“minimum” and “maximum”).",
        ),
        Severity.WARNING,
    ),
    Code(
        "K770",
        Text("Værdien er usandsynlig", "The value is implausible"),
        Text(
            "{text} i kolonnen “{column}” er usandsynlig; der ventes en værdi {limits}",
            "{text} in the column “{column}” is implausible; expected is a value {limits}",
        ),
        Text(
            "se efter i kilden; værdien er brugt, som den står",
            "look it up at the source; the value is used as it stands",
        ),
        Text(
            "Værdien kan være rigtig, og Klausul retter den ikke. Men den er så usædvanlig, at en tastefejl eller to "
            "ombyttede kolonner er mere sandsynlige. Grænserne står i posttypens skema (“plausible”).",
            "The value may be right, and Klausul does not change it. But it is so unusual that a slip or two swapped "
            "columns are more likely. The limits stand in the schema of the record type (“plausible”).",
        ),
        Severity.WARNING,
    ),
    Code(
        "K771",
        Text("Datoerne står i omvendt rækkefølge", "The dates are in reverse order"),
        Text(
            "{first} i kolonnen “{column}” kommer efter {second} i kolonnen “{other}”",
            "{first} in the column “{column}” comes after {second} in the column “{other}”",
        ),
        Text(
            "se efter i kilden, om en af datoerne er forkert, eller kolonnerne er byttet om",
            "look up whether one of the dates is wrong or the columns are swapped",
        ),
        Text(
            "Datoerne er brugt, som de står. En tilstand, der slutter, før den begynder, gælder ingen dage.",
            "The dates are used as they stand. A state that ends before it begins holds on no day.",
        ),
        Severity.WARNING,
    ),
)

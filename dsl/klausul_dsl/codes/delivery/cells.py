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
        Text("Året er usandsynligt", "The year is implausible"),
        Text(
            "året i {text} i kolonnen “{column}” er usandsynligt",
            "the year of {text} in the column “{column}” is implausible",
        ),
        Text("år fra 1900 til 2200 læses", "years from 1900 to 2200 are read"),
        Text("År som 0024 og 9999 er tastefejl eller udfyldning.", "Years such as 0024 and 9999 are slips or filling."),
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
        Text("skriv kildens ord under “yes” og “no” i profilen", "write the source's words under “yes” and “no”"),
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
)

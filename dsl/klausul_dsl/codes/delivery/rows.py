"""Diagnostic codes: why a row was rejected. The run goes on, and the row is counted and listed."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code, Severity
from klausul_dsl.text import Text

_KEPT = Text("ret rækken i kilden", "correct the row at its source")

ROW_CODES: tuple[Code, ...] = (
    Code(
        "K740",
        Text("For få felter", "Too few fields"),
        Text(
            "rækken har {found} felter; der er {expected} kolonner",
            "the row has {found} fields; there are {expected} columns",
        ),
        Text("se efter et linjeskift midt i en celle", "look for a line break in the middle of a cell"),
        Text(
            "Et linjeskift uden anførselstegn deler en post i to halve. Begge afvises, fordi cellerne ikke kan "
            "placeres.",
            "A line break without quotes splits a record in two halves. Both are rejected: the cells cannot be placed.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K741",
        Text("For mange felter", "Too many fields"),
        Text(
            "rækken har {found} felter; der er {expected} kolonner",
            "the row has {found} fields; there are {expected} columns",
        ),
        Text("se efter et skilletegn inde i en celle", "look for a delimiter inside a cell"),
        Text(
            "En celle med skilletegn skal stå i anførselstegn. Uden dem kan cellerne ikke placeres.",
            "A cell with a delimiter must stand in quotes. Without them the cells cannot be placed.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K742",
        Text("Tegn uden for tegnsættet", "Bytes outside the encoding"),
        Text(
            "byte {offset} i filen ({byte}) kan ikke læses som {encoding}",
            "byte {offset} of the file ({byte}) cannot be read as {encoding}",
        ),
        _KEPT,
        Text(
            "Kun denne række er skrevet i et andet tegnsæt. Den afvises, så den ikke får forkerte bogstaver.",
            "Only this row is written in another encoding. It is rejected rather than given wrong letters.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K743",
        Text("Nultegn i rækken", "A null character in the row"),
        Text("rækken indeholder et nultegn (U+0000)", "the row contains a null character (U+0000)"),
        Text("hent filen igen fra kilden", "fetch the file from its source again"),
        Text(
            "Nultegn hører ikke hjemme i tekst; filen er nok beskadiget.",
            "Null characters mean that the file is damaged.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K744",
        Text("Overskrifterne er gentaget", "The headers are repeated"),
        Text("rækken gentager overskrifterne", "the row repeats the headers"),
        Text("sæt filerne sammen uden overskrifter imellem", "join the files without headers in between"),
        Text("Det sker, når flere udtræk er sat sammen til ét.", "This happens when several exports are joined."),
        Severity.WARNING,
    ),
    Code(
        "K745",
        Text("Rækken er en sum", "The row is a total"),
        Text("rækken begynder med “{word}” og er ingen post", "the row begins with “{word}” and is not a record"),
        Text("hent filen uden sumlinjer", "export the file without totals"),
        Text(
            "En sumlinje ville ellers blive talt som en post.", "A totals row would otherwise be counted as a record."
        ),
        Severity.WARNING,
    ),
    Code(
        "K746",
        Text("Feltet er for stort", "The field is too large"),
        Text(
            "et felt fylder {size} tegn; højst {limit} læses", "a field has {size} characters; at most {limit} are read"
        ),
        Text("se efter et anførselstegn, der ikke slutter", "look for a quote that does not end"),
        Text(
            "Så store felter er næsten altid en fejl i filen.",
            "Fields that large are nearly always a fault of the file.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K747",
        Text("Anførselstegn midt i et felt", "A quote in the middle of a field"),
        Text(
            "efter et afsluttende anførselstegn følger der mere tekst",
            "more text follows after a closing quote",
        ),
        Text("skriv anførselstegn inde i et felt dobbelt", "write quotes inside a field twice"),
        Text(
            "I en celle i anførselstegn skrives et anførselstegn som to. Ellers er det uklart, hvor cellen ender.",
            "In a quoted cell a quote is written as two. Otherwise it is unclear where the cell ends.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K748",
        Text("Anførselstegnet slutter ikke", "The quote does not end"),
        Text(
            "anførselstegnet, der åbner på linje {line}, slutter ikke inden for {limit} linjer",
            "the quote that opens on line {line} does not end within {limit} lines",
        ),
        Text("sæt det afsluttende anførselstegn", "add the closing quote"),
        Text(
            "Et anførselstegn, der ikke slutter, opsluger de følgende poster. Linjen afvises, og de følgende læses "
            "for sig.",
            "A quote that does not end swallows the records after it. The line is rejected; the following are read as "
            "such.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K749",
        Text("Et felt opsluger flere poster", "A field swallows several records"),
        Text(
            "et felt i anførselstegn fra linje {line} til linje {last} ligner flere poster",
            "a quoted field from line {line} to line {last} looks like several records",
        ),
        Text("se efter et løst anførselstegn i begge linjer", "look for a stray quote in both lines"),
        Text(
            "To løse anførselstegn gør alt imellem dem til én celle. Linjen afvises, og de følgende læses for sig.",
            "Two stray quotes make one cell of all that lies between. The line is rejected; the following are read as "
            "such.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K750",
        Text("Nøglen mangler", "The key is missing"),
        Text("nøglen i kolonnen “{column}” er tom", "the key in the column “{column}” is blank"),
        _KEPT,
        Text(
            "Uden nøgle kan posten ikke nævnes. Den regnes med som et ukendt medlem af de grupper, den kan høre til.",
            "Without a key the record cannot be named. It counts as an unknown member of the groups it may belong to.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K751",
        Text("Nøglen kan ikke læses", "The key cannot be read"),
        Text(
            "nøglen i kolonnen “{column}” indeholder tegnet {character}, som ikke kan ses",
            "the key in the column “{column}” contains the character {character}, which cannot be seen",
        ),
        _KEPT,
        Text(
            "Usynlige tegn får to nøgler til at se ens ud uden at være det.",
            "Invisible characters make two keys look alike that are not.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K752",
        Text("Rækken er en gentagelse", "The row is a repeat"),
        Text("rækken gentager linje {line} i “{file}”", "the row repeats line {line} of “{file}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Posten tælles én gang. Står samme post på flere rækker med vilje, siger profilen det med “repeats: true”; "
            "er en hel fil leveret to gange, skal den ene ud af profilen.",
            "The record is counted once. Where one record stands on several rows on purpose, the profile says so by "
            "“repeats: true”; where a whole file is delivered twice, one of the two must leave the profile.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K753",
        Text("Samme nøgle, andre værdier", "Same key, other values"),
        Text(
            "samme nøgle som linje {line} i “{file}”, men andre værdier i {fields}",
            "same key as line {line} of “{file}”, but other values in {fields}",
        ),
        Text("find ud af, hvilken række der gælder", "find out which row holds"),
        Text(
            "Posten beholdes, men de felter, rækkerne er uenige om, er ukendte. Den anden række regnes med som et "
            "ukendt medlem.",
            "The record is kept, but the fields on which the rows disagree are unknown. The other row counts as an "
            "unknown "
            "member.",
        ),
        Severity.WARNING,
    ),
)

"""Diagnostic codes: a file that cannot be read, or that does not fit its profile."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code, Severity
from klausul_dsl.text import Text

FILE_CODES: tuple[Code, ...] = (
    Code(
        "K720",
        Text("Filen kan ikke åbnes", "The file cannot be opened"),
        Text("filen “{file}” kan ikke åbnes: {reason}", "the file “{file}” cannot be opened: {reason}"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Profilen nævner filen, så leverancen er ikke hel uden den.",
            "The profile names it: the delivery is not whole.",
        ),
    ),
    Code(
        "K721",
        Text("Filen ligger uden for mappen", "The file lies outside the folder"),
        Text("“{file}” ligger ikke i leverancens mappe", "“{file}” does not lie in the delivery's folder"),
        Text("læg filen i mappen, og skriv dens navn", "put the file in the folder and write its name"),
        Text(
            "En leverance er én mappe, som kan gemmes og læses igen et andet sted.",
            "A delivery is one folder that can be kept and read again elsewhere.",
        ),
    ),
    Code(
        "K722",
        Text("Filen er nævnt to gange", "The file is named twice"),
        Text("filen “{file}” er nævnt to gange", "the file “{file}” is named twice"),
        Text("saml posttyperne under den samme fil", "gather the record types under the same file"),
        Text("Rækkerne ville blive talt to gange.", "Its rows would be counted twice."),
    ),
    Code(
        "K723",
        Text("To filer har samme indhold", "Two files have the same content"),
        Text(
            "filerne “{file}” og “{other}” har samme indhold", "the files “{file}” and “{other}” have the same content"
        ),
        Text("fjern den ene fra profilen", "remove one of them from the profile"),
        Text(
            "Samme fil under to navne ville få alle tal til at blive dobbelt så store.",
            "The same file under two names would double every figure.",
        ),
    ),
    Code(
        "K724",
        Text("Filen er tom", "The file is empty"),
        Text("filen “{file}” er tom (0 tegn)", "the file “{file}” is empty (0 characters)"),
        Text("hent filen igen fra kilden", "fetch the file from its source again"),
        Text(
            "En tom fil er som regel et udtræk, der gik galt. En fil uden poster har stadig sine overskrifter.",
            "An empty file is usually an export that failed. A file without records still has its headers.",
        ),
    ),
    Code(
        "K725",
        Text("Filen har ingen rækker", "The file has no rows"),
        Text("filen “{file}” har overskrifter, men ingen rækker", "the file “{file}” has headers but no rows"),
        Text("hent den igen, eller skriv “may_be_empty: true”", "fetch it again, or write “may_be_empty: true”"),
        Text(
            "Nul poster kan være rigtigt, men det skal nogen have sagt.",
            "No records may be right, but someone has to have said so.",
        ),
    ),
    Code(
        "K726",
        Text("Filen er af en anden slags", "The file is of another kind"),
        Text("filen “{file}” er ikke en tekstfil, men {kind}", "the file “{file}” is not a text file but {kind}"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Klausul ser på indholdet og ikke på navnet. Denne udgave læser kun tekst med skilletegn (CSV).",
            "Klausul looks at the content and not at the name. This version reads only delimited text (CSV).",
        ),
    ),
    Code(
        "K727",
        Text("Tegnsættet passer ikke", "The encoding does not fit"),
        Text("filen “{file}” er ikke skrevet i {encoding}", "the file “{file}” is not written in {encoding}"),
        Text("skriv “encoding: {likely}”, hvis det er rigtigt", "write “encoding: {likely}” if that is right"),
        Text(
            "Med et forkert tegnsæt bliver æ, ø og å til andre tegn, og nøgler passer ikke længere sammen.",
            "With a wrong encoding æ, ø and å become other letters, and keys no longer match.",
        ),
    ),
    Code(
        "K728",
        Text("Overskrifterne passer ikke til profilen", "The headers do not fit the profile"),
        Text(
            "linje {line} i “{file}” har ingen af de overskrifter, profilen nævner",
            "line {line} of “{file}” has none of the headers that the profile names",
        ),
        Text("{remedy}", "{remedy}"),
        Text(
            "Enten er skilletegnet et andet, eller også står overskrifterne på en anden linje (“skip”).",
            "Either the delimiter is another one, or the headers stand on another line (“skip”).",
        ),
    ),
    Code(
        "K729",
        Text("Kolonnen findes ikke", "There is no such column"),
        Text("“{file}” har ingen kolonne “{column}”", "“{file}” has no column “{column}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Profilen og filen skal passe sammen. Et felt uden kolonne er ukendt for reglerne; det skal profilen sige "
            "ved ikke "
            "at nævne det.",
            "Profile and file must fit. A field without a column is unknown to the rules; the profile says so by not "
            "naming it.",
        ),
    ),
    Code(
        "K730",
        Text("To kolonner har samme overskrift", "Two columns have the same header"),
        Text("overskriften “{column}” står to gange i “{file}”", "the header “{column}” stands twice in “{file}”"),
        Text("giv kolonnerne hver sit navn i filen", "give each column its own name in the file"),
        Text(
            "Overskrifter, der kun er forskellige i store bogstaver eller mellemrum, regnes for ens.",
            "Headers that differ only in capitals or spaces count as the same.",
        ),
    ),
    Code(
        "K731",
        Text("En kolonne har ingen overskrift", "A column has no header"),
        Text(
            "kolonne {number} i “{file}” har ingen overskrift, men den er ikke tom (rækker med indhold: {count})",
            "column {number} of “{file}” has no header but is not empty (rows with content: {count})",
        ),
        Text("giv kolonnen en overskrift, hvis den skal læses", "give the column a header if it is to be read"),
        Text(
            "Kolonnen læses ikke, fordi profilen ikke kan nævne den.",
            "The column is not read: a profile cannot name it.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K732",
        Text("Linjen “sep=” siger noget andet", "The line “sep=” says something else"),
        Text(
            "første linje i “{file}” siger, at skilletegnet er “{found}”, men profilen siger “{declared}”",
            "the first line of “{file}” says that the delimiter is “{found}”, but the profile says “{declared}”",
        ),
        Text("ret “delimiter” i profilen", "correct “delimiter” in the profile"),
        Text(
            "Excel skriver “sep=;” øverst, når en fil gemmes.", "Excel writes “sep=;” at the top when it saves a file."
        ),
    ),
    Code(
        "K733",
        Text("Overskriftslinjen kan ikke læses", "The header line cannot be read"),
        Text("overskrifterne i “{file}” kan ikke læses: {reason}", "the headers of “{file}” cannot be read: {reason}"),
        Text("ret linjen, eller ret “skip” i profilen", "correct the line, or correct “skip” in the profile"),
        Text(
            "Uden overskrifter kan kolonnerne ikke kendes fra hinanden.",
            "Without headers the columns cannot be told apart.",
        ),
    ),
    Code(
        "K734",
        Text("Filen ændrede sig, mens den blev læst", "The file changed while it was read"),
        Text("filen “{file}” ændrede sig, mens den blev læst", "the file “{file}” changed while it was being read"),
        Text("vent, til udtrækket er færdigt, og kør igen", "wait until the export has finished, and run again"),
        Text("En halv fil ligner en hel.", "Half a file looks like a whole one."),
    ),
    Code(
        "K735",
        Text("Filen er måske skåret af", "The file may be cut off"),
        Text("filen “{file}” har præcis {count} linjer", "the file “{file}” has exactly {count} lines"),
        Text("se efter, om kilden har flere rækker", "check whether the source has more rows"),
        Text(
            "65.536 og 1.048.576 er regnearks største antal rækker, og resten tabes uden besked.",
            "65,536 and 1,048,576 are the largest number of rows of spreadsheets, and the rest is lost without a word.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K736",
        Text("Teksten ser forkert omsat ud", "The text looks wrongly converted"),
        Text(
            "“{file}” har tegn som “Ã¸” eller “Ã¥”, første gang på linje {line} (linjer i alt: {count})",
            "“{file}” has signs such as “Ã¸” or “Ã¥”, first on line {line} (lines in all: {count})",
        ),
        Text("hent filen igen med det rigtige tegnsæt", "fetch the file again with the right encoding"),
        Text(
            "Skaden er sket før leverancen, og Klausul retter den ikke: det ville være et gæt.",
            "The damage was done before the delivery, and Klausul does not repair it: that would be a guess.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K737",
        Text("Nøgler er skrevet på flere måder", "Keys are written in several ways"),
        Text(
            "kolonnen “{column}” i “{file}” har sammensatte bogstaver eller hårde mellemrum (celler: {count})",
            "the column “{column}” in “{file}” has combined letters or no-break spaces (cells: {count})",
        ),
        Text("de er læst som almindelige bogstaver og mellemrum", "they were read as ordinary letters and spaces"),
        Text(
            "“Å” kan skrives som ét tegn eller som “A” med en ring. De ser ens ud og regnes for ens.",
            "“Å” can be written as one sign or as “A” with a ring. They look alike and count as alike.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K738",
        Text("Fuldstændig, men ikke leveret", "Complete, but not delivered"),
        Text(
            "{record} er erklæret fuldstændig, men ingen fil leverer den posttype",
            "{record} is declared complete, but no file delivers that record type",
        ),
        Text("tilføj filen, eller fjern linjen under “complete”", "add the file, or remove the line under “complete”"),
        Text(
            "Uden en fil kan erklæringen ikke holde: poster af den type regnes for ukendte, ikke for ikke at findes.",
            "Without a file the declaration cannot hold: records of that type count as unknown, not as not being there.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K739",
        Text("Henvisninger til poster, der ikke er med", "References to records that are not there"),
        Text(
            "feltet “{field}” i “{file}” henviser til {record}, som ikke er med (rækker: {count}; linje {lines})",
            "the field “{field}” in “{file}” refers to {record} that is not there (rows: {count}; line {lines})",
        ),
        Text(
            "se efter, om en fil er for kort, eller en nøgle er skrevet anderledes",
            "look for a short file or a differing key",
        ),
        Text(
            "Det, reglerne skal vide om den post, er ukendt.",
            "What the rules need to know about that record is unknown.",
        ),
        Severity.WARNING,
    ),
    Code(
        "K772",
        Text("Opgjort efter leverancen", "Made as of a day after the delivery"),
        Text(
            "kontrollen er opgjort {day}, men leverancen er lavet {delivered}",
            "the audit is made as of {day}, but the delivery was made on {delivered}",
        ),
        Text(
            "hent en nyere leverance, eller opgør kontrollen senest den dag",
            "fetch a later delivery, or make the audit as of that day at the latest",
        ),
        Text(
            "Hvad der er sket efter leverancen, står ikke i den. Ingen posttype regnes for fuldstændig længere, end "
            "profilen siger, og det, der mangler, er ukendt.",
            "What happened after the delivery does not stand in it. No record type counts as complete for longer than "
            "the profile says, and what is missing is unknown.",
        ),
        Severity.WARNING,
    ),
)

"""Diagnostic codes: a delivery that does not come to the totals its sender gave."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text

CONTROL_CODES: tuple[Code, ...] = (
    Code(
        "K773",
        Text("Rækkerne svarer ikke til kontroltallet", "The rows do not match the control total"),
        Text(
            "“{file}” har {found} rækker, men kontroltallet er {expected}: forskellen er {difference}",
            "“{file}” has {found} rows, but the control total is {expected}: the difference is {difference}",
        ),
        Text(
            "hent filen igen, eller spørg afsenderen, hvilket tal der er rigtigt",
            "export the file again, or ask its sender which number is right",
        ),
        Text(
            "Tomme rækker, gentagne overskrifter og sumlinjer tælles ikke med; afviste rækker gør. Et kontroltal, der "
            "ikke stemmer, betyder, at noget mangler eller er kommet til, og så gives der intet resultat.",
            "Blank rows, repeated headers and totals rows do not count; rejected rows do. A control total that does "
            "not match means that something is missing or was added, and then no result is given.",
        ),
    ),
    Code(
        "K774",
        Text("Summen svarer ikke til kontroltallet", "The sum does not match the control total"),
        Text(
            "summen af “{column}” i “{file}” er {found}, men kontroltallet er {expected}: forskellen er {difference}",
            "the sum of “{column}” in “{file}” is {found}, but the control total is {expected}: the difference is "
            "{difference}",
        ),
        Text(
            "hent filen igen, eller spørg afsenderen, hvilket beløb der er rigtigt",
            "export the file again, or ask its sender which amount is right",
        ),
        Text(
            "Summen er af alle rækker, som kunne læses, og tomme celler er nul. En sum, der ikke stemmer, betyder, at "
            "beløb mangler eller er læst forkert, og så gives der intet resultat.",
            "The sum is of all rows that could be read, and blank cells are zero. A sum that does not match means that "
            "amounts are missing or read wrongly, and then no result is given.",
        ),
    ),
    Code(
        "K775",
        Text("Kontrolsummen kan ikke regnes ud", "The control sum cannot be computed"),
        Text(
            "“{column}” i “{file}” har celler, der ikke er tal, den første på linje {line} (celler: {count})",
            "“{column}” of “{file}” has cells that are not numbers, the first on line {line} (cells: {count})",
        ),
        Text(
            "ret cellerne, ret “decimal” og “thousands” i profilen, eller nævn en anden kolonne under “control”",
            "correct the cells, correct “decimal” and “thousands” in the profile, or name another column under "
            "“control”",
        ),
        Text(
            "En sum, hvor noget er sprunget over, kan ikke sammenlignes med afsenderens.",
            "A sum with something left out cannot be compared with the sender's.",
        ),
    ),
)

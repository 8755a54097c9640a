"""Diagnostic codes of the forms that count in order and time: sequences, deadlines, what recurs, duties."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

FORM_CODES = (
    Code(
        "K129",
        T("måneder, der ikke kan fraregnes", "months that cannot be skipped"),
        T("her kan måneder ikke fraregnes", "months cannot be skipped here"),
        T(
            "regn i dage eller uger, f.eks. “6 uger fraregnet juli og august”, og lad mindst én måned tælle med",
            "count in days or weeks, e.g. “6 weeks skipping July and August”, and let at least one month count",
        ),
        T(
            "Når nogle måneder ikke tæller med, tælles de øvrige dage én for én. Det kan kun gøres med dage og uger.",
            "Where some months do not count, the other days are counted one by one. That works for days and weeks only.",
        ),
    ),
    Code(
        "K130",
        T("“med overløb” uden måneder", "“rolling over” without months"),
        T("“med overløb” hører til måneder og år", "“rolling over” belongs to months and years"),
        T("slet ordene, eller regn i måneder", "delete the words, or count in months"),
        T(
            "Kun en måned kan mangle den dag, der regnes til: 31. august minus 6 måneder. Den ender så på månedens sidste "
            "dag, eller med overløb på den første i den næste.",
            "Only a month can lack the day that is reckoned to: 31 August minus 6 months. It then ends on the last day of "
            "the month, or rolling over on the first of the next.",
        ),
    ),
    Code(
        "K131",
        T("slutter, før den begynder", "ends before it begins"),
        T("den sidste dag ligger før den første", "the last day lies before the first"),
        T("{way}", "{way}"),
        T(
            "Et vindue går fra den første dag til den sidste, og begge er med. Det kan ikke gå hen over nytår.",
            "A window runs from its first day to its last, both included. It cannot run across the new year.",
        ),
    ),
    Code(
        "K132",
        T("umulig plads i rækkefølgen", "impossible place in the sequence"),
        T(
            "en rækkefølge er hver 2. eller mere og begynder senest med den {n}",
            "a sequence is of every 2nd or more, and begins with the {n} at the latest",
        ),
        T(
            "skriv f.eks. “mindst hver 2., begyndende med den 2.”",
            "write e.g. “at least every 2nd, beginning with the 2nd”",
        ),
        T(
            "Af hver 4. er den første enten nr. 1, 2, 3 eller 4. Er det hver eneste, er det en regel og ingen rækkefølge.",
            "Of every 4th the first is number 1, 2, 3 or 4. If it is every single one, it is a rule and no sequence.",
        ),
    ),
    Code(
        "K133",
        T("plads uden ordenstal", "place without an ordinal"),
        T("“{word}” er et antal og ikke en plads i rækkefølgen", "“{word}” is a number and no place in the sequence"),
        T("skriv “{right}”", "write “{right}”"),
        T(
            "“mindst hver 2.” er hver anden i rækkefølgen; “mindst 2” ville være et antal.",
            "“at least every 2nd” is every second in the order; “at least 2” would be a number.",
        ),
    ),
    Code(
        "K134",
        T("andel i en rækkefølge", "a share in a sequence"),
        T("en rækkefølge tæller hver anden, tredje osv.", "a sequence counts every second, third and so on"),
        T(
            "skriv f.eks. “mindst hver 2.”, eller brug en kvote til en andel",
            "write e.g. “at least every 2nd”, or use a quota for a share",
        ),
        T(
            "En andel kan opfyldes i en hvilken som helst rækkefølge; en rækkefølge skal holde hele vejen.",
            "A share can be met in any order; a sequence must hold all the way.",
        ),
    ),
    Code(
        "K135",
        T("skift hos ingen", "a change of nobody's"),
        T(
            "tælles der under ét, er der ingen post, hvis værdi kan skifte",
            "where all is taken together, there is no record whose value could change",
        ),
        T(
            "skriv “pr. afdeling” eller lignende, eller “begynder forfra hvert kalenderår”",
            "write “per estate” or the like, or “starting afresh every calendar year”",
        ),
        T(
            "Tællingen begynder forfra, når en værdi skifter hos den post, der tælles for.",
            "The count starts afresh when a value changes of the record that is counted for.",
        ),
    ),
    Code(
        "K136",
        T("hele perioder, hvor ingen kan være halve", "whole periods where none can be half"),
        T(
            "her er hver periode hel, så ordene efter kommaet siger intet",
            "every period is whole here, so the words after the comma say nothing",
        ),
        T("slet kommaet og ordene efter det", "delete the comma and the words after it"),
        T(
            "Kun en post, der begynder og slutter, kan dække en del af et år. En pligt og en bestemt tid gælder "
            "hele perioden.",
            "Only a record that begins and ends can cover a part of a year. A duty, and a set time, hold for all "
            "of the period.",
        ),
    ),
    Code(
        "K137",
        T("komma mangler", "a comma is missing"),
        T("der mangler et komma før “{word}”", "a comma is missing before “{word}”"),
        T("skriv “, {word} …”", "write “, {word} …”"),
        T(
            "Kommaet viser, at det, der følger, hører til hele linjen.",
            "The comma shows that what follows belongs to the whole of the line.",
        ),
    ),
    Code(
        "K138",
        T("enhed, hvor der ingen er", "a unit where there is none"),
        T("“{word}” er hverken et antal eller en andel", "“{word}” is neither a number nor a share"),
        T(
            "skriv et antal som 84 eller en andel som 33 % eller 1/3",
            "write a number like 84 or a share like 33 % or 1/3",
        ),
        T(
            "Der tælles poster: resultatet er et antal eller en andel af dem.",
            "Records are counted: the result is a number or a share of them.",
        ),
    ),
    Code(
        "K139",
        T("en beholdning i en periode", "a stock in a period"),
        T(
            "det, der opgøres pr. en dag, har ingen periode",
            "what is counted as it stands on a day has no period",
        ),
        T(
            "slet perioden, eller slet “opgjort pr. …” og tæl hændelser",
            "delete the period, or delete “standing on …” and count events",
        ),
        T(
            "En beholdning tælles på en dag; hændelser tælles i en periode.",
            "A stock is counted on a day; events are counted in a period.",
        ),
    ),
    Code(
        "K140",
        T("betingelse uden parentes", "condition without parentheses"),
        T("betingelsen her skal stå i parentes", "the condition here must stand in parentheses"),
        T("sæt “(” før betingelsen og “)” efter den", "put “(” before the condition and “)” after it"),
        T(
            "Parentesen viser, hvor langt betingelsen rækker.",
            "The parentheses show how far the condition reaches.",
        ),
    ),
    Code(
        "K141",
        T("ingen måneder at fraregne", "no months to skip"),
        T("efter “{word}” skal der stå navne på måneder", "names of months must stand after “{word}”"),
        T("skriv f.eks. “fraregnet juli og august”", "write e.g. “skipping July and August”"),
        T(
            "Kun hele måneder kan fraregnes; weekender og helligdage fraregnes med “arbejdsdage”.",
            "Only whole months can be skipped; weekends and holidays are skipped with “working days”.",
        ),
    ),
    Code(
        "K142",
        T("vindue i en måned eller et kvartal", "a window in a month or quarter"),
        T(
            "kun et år kan indsnævres til tiden mellem to dage",
            "only a year can be narrowed to the time between two days",
        ),
        T(
            "skriv “i hvert kalenderår mellem …”, eller slet “mellem …”",
            "write “in every calendar year between …”, or delete “between …”",
        ),
        T(
            "“mellem 1. marts og 31. maj” er de samme dage hvert år.",
            "“between 1 March and 31 May” are the same days every year.",
        ),
    ),
    Code(
        "K240",
        T("et felt uden post", "a field without a record"),
        T(
            "“{word}” hører til en post, men her er ingen post at spørge",
            "“{word}” belongs to a record, but there is no record here to ask",
        ),
        T("{remedy}", "{remedy}"),
        T(
            "En pligt og det, der tælles under ét, gælder aftalen som helhed og kan kun spørge efter poster, f.eks. “mindst "
            "et møde”. Med “pr. boligorganisation” eller lignende er der en post, hvis felter kan bruges.",
            "A duty, and what is taken together, concern the agreement as a whole and can only ask for records, e.g. “some "
            "meeting”. With “per organisation” or the like there is a record whose fields can be used.",
        ),
    ),
    Code(
        "K241",
        T("intet årstal", "no year"),
        T("her skal stå det første år, det gælder", "the first year it applies to must stand here"),
        T(
            "skriv f.eks. “i hvert andet kalenderår begyndende med 2024”",
            "write e.g. “in every other calendar year beginning with 2024”",
        ),
        T(
            "Hvert andet år kan være de lige eller de ulige; det første år afgør hvilke.",
            "Every other year can be the even or the odd ones; the first year tells which.",
        ),
    ),
    Code(
        "K242",
        T("en pligt for en vej", "a duty for a path"),
        T("en pligt gælder pr. post, ikke pr. vej af felter", "a duty is owed per record, not per path of fields"),
        T("skriv ét ord, f.eks. “pr. boligorganisation”", "write one word, e.g. “per organisation”"),
        T(
            "Pligten prøves for hver eneste post af slagsen i hver periode.",
            "The duty is judged for every single record of its kind in every period.",
        ),
    ),
    Code(
        "K243",
        T("ukendt part", "unknown party"),
        T("ingen part hedder “{word}”", "no party is called “{word}”"),
        T("{remedy}", "{remedy}"),
        T(
            "Parterne er kommunen, boligorganisationen, parterne, lejeren, boligforum, følgegruppen og ministeriet.",
            "The parties are the municipality, the organisation, the parties, the tenant, the housing forum, the follow-up "
            "group and the ministry.",
        ),
    ),
    Code(
        "K244",
        T("en post uden dato i en periode", "a record without a date in a period"),
        T(
            "“{word}” har ingen dato og kan ikke tælles i en periode",
            "“{word}” has no date and cannot be counted in a period",
        ),
        T(
            "spørg efter noget, der sker, f.eks. “mindst et møde”",
            "ask for something that happens, e.g. “some meeting”",
        ),
        T(
            "I det, der går igen, tælles kun det, der er dateret i perioden.",
            "In what recurs, only what is dated in the period is counted.",
        ),
    ),
    Code(
        "K313",
        T("dato og tal", "date and number"),
        T(
            "{word} er en dato og kan ikke regnes sammen med et tal",
            "{word} is a date and cannot be reckoned with a number",
        ),
        T("skriv f.eks. “+ 6 måneder” eller “- 14 dage”", "write e.g. “+ 6 months” or “- 14 days”"),
        T(
            "Til en dato lægges dage, uger, måneder, år eller arbejdsdage.",
            "Days, weeks, months, years or working days are added to a date.",
        ),
    ),
)

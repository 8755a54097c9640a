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
        T("slutter før den begynder", "ends before it begins"),
        T("den sidste dag ligger før den første", "the last day lies before the first"),
        T("byt om på de to dage", "swap the two days"),
        T(
            "Et vindue går fra den første dag til den sidste, og begge er med. Det kan ikke gå hen over nytår.",
            "A window runs from its first day to its last, both included. It cannot run across the new year.",
        ),
    ),
    Code(
        "K132",
        T("umulig plads i rækkefølgen", "impossible place in the sequence"),
        T(
            "her skal stå hver 2. eller højere, begyndende med den 1. til den {n}.",
            "this must be every 2nd or higher, beginning with the 1st to the {n}th",
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
        "K240",
        T("et felt uden post", "a field without a record"),
        T(
            "“{word}” er et felt, men her er ingen post, det kan høre til",
            "“{word}” is a field, but there is no record here that it belongs to",
        ),
        T("{remedy}", "{remedy}"),
        T(
            "En pligt gælder aftalen som helhed, medmindre den står “pr. boligorganisation” eller lignende; så kan den kun "
            "spørge efter poster, f.eks. “mindst et møde”.",
            "A duty concerns the agreement as a whole unless it says “per organisation” or the like; it can then only ask "
            "for records, e.g. “some meeting”.",
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
            "The parties are the municipality, the organisation, the parties, the tenant, the annual forum, the follow-up "
            "group and the ministry.",
        ),
    ),
)

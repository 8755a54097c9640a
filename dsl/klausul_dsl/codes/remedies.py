"""The way out of a code whose message can only say what fits the case at hand: how it is found in every case."""

from __future__ import annotations

import re

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import LANGUAGES, Text

_MISSPELT = Text(
    "Ret stavemåden, eller vælg et af de navne, som beskeden nævner.",
    "Mend the spelling, or choose one of the names that the message gives.",
)
_REMEDIES = {
    "K100": Text(
        "Begynd med et af de ord, der indleder noget: “aftale”, “parameter”, “fortolkning”, “definer”, “klassificer”, "
        "“regel”, “kvote”, “rækkefølge”, “frist”, “pligt”, “måling” eller “eksempel”. Hører linjen til det, der står "
        "ovenfor, så ryk den to mellemrum ind.",
        "Begin with one of the words that open something: “agreement”, “parameter”, “reading”, “define”, “classify”, "
        "“rule”, “quota”, “sequence”, “deadline”, “duty”, “measure” or “example”. Where the line belongs to what "
        "stands above, move it in by two spaces.",
    ),
    "K201": Text(
        "Skriv navnet på en slags post, f.eks. “anvisning”, “udlejning” eller “bolig”. Sproget har kun dem, der "
        "beskrives på siden om posterne.",
        "Write the name of a kind of record, e.g. “assignment”, “letting” or “dwelling”. The language has only those "
        "that the page of records describes.",
    ),
    "K202": Text(
        "Ret navnet, eller skriv fortolkningen: “fortolkning navn”, “spørger” og mindst to svar med hver sin grund.",
        "Mend the name, or write the reading: “reading name”, “asks” and at least two answers, each with its reason.",
    ),
    "K203": Text(
        "Vælg et af de ord, som oplysningen kan have. Er en mulighed skrevet med et ord, som listen ikke har, så brug "
        "listens.",
        "Choose one of the words that the fact may have. Where you know the option by another word, use that of the "
        "list.",
    ),
    "K205": Text(
        "Skriv hvert svar med det navn, som fortolkningen giver det.",
        "Write each answer with the name that the reading gives it.",
    ),
    "K206": Text(
        "Skriv én linje for hvert svar, som fortolkningen har: svarets navn, “=” og hvad der gælder efter det.",
        "Write one line for each answer of the reading: its name, “=” and what holds by it.",
    ),
    "K209": Text(
        "Ret stavemåden. Står oplysningen på en anden post, så skriv vejen dertil med punktum, f.eks. "
        "“bolig.afdeling.antal_beboere”. Er det et begreb, så skriv det først som en “definer”.",
        "Mend the spelling. Where another record has the fact, write the way there with full stops, e.g. "
        "“dwelling.estate.residents”. Where it is a term of the agreement, “define” it first.",
    ),
    "K215": Text(
        "Ret navnet, eller læg den aftale eller lov, der anvendes, i en mappe ved siden af aftalens egen.",
        "Mend the name, or lay the agreement or act that is used in a folder beside the agreement's own.",
    ),
    "K216": Text(
        "Vælg en af slagsene: procent, tal, kroner, kvadratmeter, timer, dato eller ja_eller_nej.",
        "Choose one of the kinds: percent, number, kroner, square_metres, hours, date or yes_or_no.",
    ),
    "K217": Text(
        "Har parameteren en værdi for hver, så skriv “for …” med nøglen ved hver værdi; har den én for alle, så skriv "
        "ingen.",
        "Where the parameter has a value for each, write “for …” with the key at every value; where it has one for "
        "all, write none.",
    ),
    "K218": Text(
        "Ret navnet, eller skriv klassifikationen først med “klassificer … på dagen som …”.",
        "Mend the name, or write the classification first with “classify … on day as …”.",
    ),
    "K222": Text(
        "Skriv efter “for” navnet på det, som eksemplet prøver, præcis som det står i dets overskrift.",
        "Write after “for” the name of what the example tries, exactly as in its heading.",
    ),
    "K240": Text(
        "Lad kravet gælde pr. post med “pr. …”, så der er en post at spørge, eller spørg efter poster i betingelsen.",
        "Let the demand hold for each record with “per …”, so that there is a record to ask, or ask for records in "
        "the condition.",
    ),
    "K243": Text(
        "Vælg en af parterne. “boligorganisationen” og “lejeren” er dem, som posten hører til.",
        "Choose one of the parties. “organisation” and “tenant” are those the record belongs to.",
    ),
    "K302": Text(
        "Skriv begge sider med samme enhed: et beløb over for et beløb, en procent over for en procent.",
        "Write both sides in the same unit: an amount against an amount, a percentage against a percentage.",
    ),
    "K308": Text(
        "Sammenlign med en værdi af samme slags. Et valg fra en liste skrives uden anførselstegn, en dato som "
        "2024-12-31.",
        "Compare with a value of the same kind. A choice from a list is written without quotation marks, a date as "
        "2024-12-31.",
    ),
    "K309": Text(
        "Skriv en værdi af den slags, som stedet kræver; beskeden nævner den.",
        "Write a value of the kind that the place demands; the message names it.",
    ),
    "K401": Text(
        "Skriv nummeret, som det står i fortegnelsen over aftalens bestemmelser (clauses.yaml), eller skriv "
        "bestemmelsen ind i den.",
        "Write the number as the register of the agreement's clauses has it (clauses.yaml), or enter the clause there.",
    ),
    "K403": Text(
        "Skriv “anvender” med lovens navn i aftalen, og læg lovens mappe med dens fortegnelse ved siden af aftalens.",
        "Write “uses” with the act's name in the agreement, and lay the act's folder with its register beside the "
        "agreement's.",
    ),
    "K602": Text(
        "Giv eksemplet en post med nøglen, eller slet “for …”.",
        "Give the example a record with the key, or delete “for …”.",
    ),
    "K720": Text(
        "Ret filens navn i profilen, eller læg filen i leverancens mappe, hvor den kan læses.",
        "Mend the file's name in the profile, or lay the file in the delivery's folder, where it can be read.",
    ),
    "K726": Text(
        "Hent eller gem filen som CSV i UTF-8, og nævn den fil i profilen.",
        "Fetch or save the file as CSV in UTF-8, and name that file in the profile.",
    ),
    "K728": Text(
        "Se på filens første linjer: er skilletegnet et andet, så ret “delimiter”; står der en titel over "
        "overskrifterne, så skriv “skip”; har filen ingen, så hent den med overskrifter.",
        "Look at the file's first lines: if the delimiter is another, mend “delimiter”; if a title stands above the "
        "headers, write “skip”; if there are none, fetch the file with headers.",
    ),
    "K729": Text(
        "Skriv overskriften i profilen, som filen har den, eller hent filen med kolonnen.",
        "Write the header in the profile as the file has it, or fetch the file with the column.",
    ),
    "K752": Text(
        "Fjern gentagelsen i kilden. Står en post på flere rækker med vilje, så skriv “repeats: true” ved den.",
        "Remove the repeat in the source. Where a record stands in several rows on purpose, write “repeats: true” "
        "with it.",
    ),
    "K806": Text(
        "Brug afdelingens nøgle, som leverancen skriver den, eller kontrollér uden “--estate”.",
        "Use the key of the estate as the delivery writes it, or audit without “--estate”.",
    ),
    "K811": Text(
        "Giv aftalens mappe, eller navnet på en aftale, der følger med Klausul.",
        "Give the folder of the agreement, or the name of one that comes with Klausul.",
    ),
    "K813": Text(
        "Giv mappen, hvor aftalens .klausul-filer ligger.",
        "Give the folder that holds the .klausul files of the agreement.",
    ),
    "K814": Text(
        "Læg filen i aftalens mappe under det navn, som beskeden nævner, eller ret navnet i aftalen.",
        "Lay the file in the agreement's folder under the name that the message gives, or mend the name in the "
        "agreement.",
    ),
    "K817": Text(
        "Ret navnet efter “anvender”, eller læg den anvendte aftales mappe ved siden af aftalens egen.",
        "Mend the name after “uses”, or lay the folder of the agreement that is used beside the agreement's own.",
    ),
    "K819": Text(
        "Skriv navnet på noget i aftalen, en fejlkode (K209) eller en slags post.",
        "Write the name of something in the agreement, an error code (K209) or a kind of record.",
    ),
    "K858": Text(
        "Giv filen sit navn uden den sidste endelse: “aftale.klausul”, ikke “aftale.klausul.txt”. Et Word-dokument skal "
        "først gemmes som ren tekst.",
        "Give the file its name without the last ending: “aftale.klausul”, not “aftale.klausul.txt”. A Word document must "
        "be saved as plain text first.",
    ),
    "K822": Text(
        "“klausul --help” viser kommandoerne, og “--help” efter en kommando viser dens tilvalg.",
        "“klausul --help” shows the commands, and “--help” after a command shows its options.",
    ),
}
"""For the other codes whose message names what is near, it is the spelling."""


def way_out(code: Code) -> Text | None:
    """The way out where it can be told without the case; else the example's message has it.

    >>> way_out(Code("K999", *4 * (Text("{suggestion}", "{suggestion}"),))).en[:18]
    'Mend the spelling,'
    """
    if code.code in _REMEDIES:
        return _REMEDIES[code.code]
    if not any(re.sub(r"\{\w+\}", "", code.hint[language]).strip() for language in LANGUAGES):
        return _MISSPELT
    if "{" in code.hint.da:
        return None
    return Text(*(_sentence(code.hint[language]) for language in LANGUAGES))


def _sentence(hint: str) -> str:
    first = hint if not hint.split()[0].isalpha() else f"{hint[0].upper()}{hint[1:]}"
    return first + ("" if hint.endswith((".", "?")) else ".")

"""Diagnostic codes: use of the command, the files of agreements, and our own bugs."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code, Severity
from klausul_dsl.text import Text


def _code(
    code: str,
    title: tuple[str, str],
    message: tuple[str, str],
    hint: tuple[str, str],
    why: tuple[str, str],
    severity: Severity = Severity.ERROR,
) -> Code:
    return Code(code, Text(*title), Text(*message), Text(*hint), Text(*why), severity)


_CHOICES = (
    _code(
        "K801",
        ("ukendt fortolkning", "unknown reading"),
        ("aftalen har ingen fortolkning “{name}”", "the agreement has no reading “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "En fortolkning vælges ved navn. Et navn, som aftalen ikke kender, kunne være en stavefejl, og så ville "
            "kontrollen bygge på et andet valg end det tilsigtede. Derfor standser kørslen.",
            "A reading is chosen by name. A name the agreement does not know may be a misspelling, and the audit would "
            "then rest on another choice than the one intended. So the run stops.",
        ),
    ),
    _code(
        "K802",
        ("ukendt alternativ", "unknown alternative"),
        (
            "fortolkningen “{reading}” har intet alternativ “{name}”",
            "the reading “{reading}” has no alternative “{name}”",
        ),
        ("{suggestion}", "{suggestion}"),
        (
            "Hver fortolkning har en lukket liste af alternativer. `klausul readings` viser dem.",
            "Every reading has a closed list of alternatives. `klausul readings` shows them.",
        ),
    ),
    _code(
        "K803",
        ("et valg af fortolkning kan ikke læses", "a choice of reading cannot be read"),
        ("“{text}” er ikke et valg af en fortolkning", "“{text}” is not a choice of a reading"),
        (
            "skriv navnet, et lighedstegn og alternativet, f.eks. --reading {example}",
            "write the name, an equals sign and the alternative, e.g. --reading {example}",
        ),
        (
            "Et valg består af to navne: fortolkningens og alternativets. Hver fortolkning kan vælges én gang.",
            "A choice is two names: that of the reading and that of the alternative. A reading is chosen once.",
        ),
    ),
    _code(
        "K804",
        ("ukendt regel", "unknown rule"),
        (
            "aftalen har ingen regel, kvote, frist, pligt eller lignende med navnet “{name}”",
            "the agreement has no rule, quota, deadline, duty or the like named “{name}”",
        ),
        ("{suggestion}", "{suggestion}"),
        (
            "Kontrollen kan afgrænses til visse regler. Et ukendt navn ville give en tom kontrol, der ligner en ren.",
            "An audit may be narrowed to certain rules. An unknown name would give an empty audit that looks like a "
            "clean one.",
        ),
    ),
    _code(
        "K805",
        ("ukendt bestemmelse", "unknown clause"),
        ("ingen regel hører under bestemmelsen “{name}”", "no rule belongs to the clause “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Kontrollen kan afgrænses til bestemte bestemmelser. En bestemmelse uden regler kan ikke kontrolleres af "
            "maskinen; se dens status i fortegnelsen over bestemmelser.",
            "An audit may be narrowed to certain clauses. A clause without rules cannot be checked by the machine; see "
            "its status in the register of clauses.",
        ),
    ),
    _code(
        "K806",
        ("ukendt afdeling", "unknown estate"),
        ("leverancen har ingen afdeling “{name}”", "the delivery has no estate “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Kontrollen kan afgrænses til bestemte afdelinger ved deres afdelingsnummer, som det står i leverancen.",
            "An audit may be narrowed to certain estates by their estate id, as it stands in the delivery.",
        ),
    ),
    _code(
        "K807",
        ("en dato kan ikke læses", "a date cannot be read"),
        ("“{text}” er ikke en dato", "“{text}” is not a date"),
        (
            "skriv år, måned og dag, f.eks. 2024-06-30",
            "write year, month and day, e.g. 2024-06-30",
        ),
        (
            "Datoer på kommandolinjen skrives på én måde, så at dag og måned aldrig forveksles.",
            "Dates on the command line are written in one way, so that day and month are never confused.",
        ),
    ),
    _code(
        "K808",
        ("en periode kan ikke læses", "a period cannot be read"),
        ("“{text}” er ikke en periode", "“{text}” is not a period"),
        (
            "skriv et år (2024), en måned (2024-03) eller første og sidste dag (2024-01-01..2024-06-30)",
            "write a year (2024), a month (2024-03), or the first and last day (2024-01-01..2024-06-30)",
        ),
        (
            "En periode har en første og en sidste dag, begge medregnet, og den første kommer ikke efter den sidste.",
            "A period has a first and a last day, both included, and the first does not come after the last.",
        ),
    ),
)

_PLACES = (
    _code(
        "K810",
        ("leverancen findes ikke", "the delivery is not there"),
        ("der er ingen mappe “{path}”", "there is no folder “{path}”"),
        (
            "angiv mappen med leverancens profil og filer",
            "give the folder that holds the profile and the files of the delivery",
        ),
        (
            "En leverance er en mappe med en kildeprofil og de filer, som profilen nævner.",
            "A delivery is a folder with a source profile and the files that the profile names.",
        ),
    ),
    _code(
        "K811",
        ("ukendt aftale", "unknown agreement"),
        ("der er ingen aftale “{name}”", "there is no agreement “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "En aftale er en mappe med .klausul-filer. Den angives ved sit navn, når den følger med Klausul, og ellers "
            "ved sin sti.",
            "An agreement is a folder of .klausul files. It is given by name where it comes with Klausul, and by its "
            "path otherwise.",
        ),
    ),
    _code(
        "K812",
        ("aftalen er ikke valgt", "no agreement is chosen"),
        ("der er flere aftaler at kontrollere efter", "there is more than one agreement to check against"),
        (
            "vælg en med --policy, f.eks. “{command} --policy {first}”; der er {names}",
            "choose one with --policy, e.g. “{command} --policy {first}”; there are {names}",
        ),
        (
            "Nævner kommandoen ingen aftale, bruges den eneste, der er; er der flere, må man vælge.",
            "Where the command names no agreement, the only one there is applies; where there are several, one must "
            "be chosen.",
        ),
    ),
    _code(
        "K813",
        ("mappen har ingen aftaletekst", "the folder holds no policy text"),
        ("mappen “{path}” har ingen .klausul-filer", "the folder “{path}” holds no .klausul files"),
        (
            "{remedy}",
            "{remedy}",
        ),
        (
            "En tom mappe ville give en kontrol uden regler, og den ville altid ende uden fund.",
            "An empty folder would give an audit without rules, and that would always end without findings.",
        ),
    ),
    _code(
        "K838",
        ("en fil er ingen aftale", "a file is no agreement"),
        (
            "“{path}” er en fil og ikke en aftale",
            "“{path}” is a file and not an agreement",
        ),
        (
            "angiv mappen, hvor aftalens .klausul-filer ligger",
            "give the folder that holds the .klausul files of the agreement",
        ),
        (
            "En aftale er en mappe. Nævnes en af dens .klausul-filer eller fortegnelser, læses hele mappen; en anden fil "
            "siger ikke, hvilken aftale der menes.",
            "An agreement is a folder. Where one of its .klausul files or registers is named, the whole folder is read; "
            "another file does not say which agreement is meant.",
        ),
    ),
    _code(
        "K814",
        ("en fil kan ikke læses", "a file cannot be read"),
        ("filen “{path}” kan ikke læses: {reason}", "the file “{path}” cannot be read: {reason}"),
        ("{remedy}", "{remedy}"),
        (
            "En aftale læses helt eller slet ikke: en del af den er en anden aftale.",
            "An agreement is read whole or not at all: a part of it is another agreement.",
        ),
    ),
    _code(
        "K816",
        ("fortegnelsen over bestemmelser er ikke, som den skal være", "the register of clauses is not as it must be"),
        ("i fortegnelsen over bestemmelser: {problem}", "in the register of clauses: {problem}"),
        (
            "en bestemmelse har “id”, “title”, “summary” og “status”, og “reason”, når den ikke er “checked”",
            "a clause has “id”, “title”, “summary” and “status”, and “reason” where it is not “checked”",
        ),
        (
            "Hver bestemmelse har nummer, titel og resumé på begge sprog og en status. Kontrolleres den ikke af "
            "maskinen, skal grunden stå der.",
            "Every clause has a number, a title and a summary in both languages, and a status. Where the machine does "
            "not check it, the reason must stand there.",
        ),
    ),
    _code(
        "K817",
        ("en anvendt aftale findes ikke", "a used agreement is not there"),
        ("“{agreement}” anvender “{name}”, som ikke findes", "“{agreement}” uses “{name}”, which is not there"),
        ("{suggestion}", "{suggestion}"),
        (
            "En aftale, der anvendes af en anden, søges ved siden af den og så blandt dem, der følger med Klausul.",
            "An agreement used by another is looked for beside it, then among those that come with Klausul.",
        ),
    ),
    _code(
        "K818",
        ("en fil kan ikke skrives", "a file cannot be written"),
        ("“{path}” kan ikke skrives: {reason}", "“{path}” cannot be written: {reason}"),
        (
            "vælg en mappe, der findes, og hvor der må skrives",
            "choose a folder that is there and may be written to",
        ),
        (
            "En rapport eller en anden fil skrives ved siden af og omdøbes, når den er hel. Går det galt, står der intet "
            "under det endelige navn.",
            "A report or another file is written beside its place and renamed when it is whole. If that fails, nothing "
            "stands under the final name.",
        ),
    ),
    _code(
        "K819",
        ("der er intet at forklare", "there is nothing to explain"),
        ("“{name}” er hverken en regel eller en kode", "“{name}” is neither a rule nor a code"),
        ("{suggestion}", "{suggestion}"),
        (
            "`klausul explain` forklarer en regel, en kvote, en frist osv. ved navn og en fejl ved sin kode, f.eks. K801.",
            "`klausul explain` explains a rule, a quota, a deadline and so on by its name and an error by its code, e.g. K801.",
        ),
    ),
)

_WORK = (
    _code(
        "K820",
        ("stien findes ikke", "the path is not there"),
        ("der er ingen fil eller mappe “{path}”", "there is no file or folder “{path}”"),
        (
            "angiv .klausul-filer eller mapper med .klausul-filer",
            "give .klausul files or folders of .klausul files",
        ),
        (
            "En sti, der ikke findes, er næsten altid en stavefejl og ikke en tom mappe.",
            "A path that is not there is almost always a misspelling, and not an empty folder.",
        ),
    ),
    _code(
        "K821",
        ("filen er ikke i fast form", "the file is not in canonical form"),
        ("“{path}” er ikke i fast form", "“{path}” is not in canonical form"),
        ("kør klausul format {path}", "run klausul format {path}"),
        (
            "Aftaletekster har én form, så at en ændring i teksten er en ændring i indholdet.",
            "Policy texts have one form, so that a change of the text is a change of the content.",
        ),
    ),
    _code(
        "K822",
        ("forkert brug af kommandoen", "wrong use of the command"),
        ("{problem}", "{problem}"),
        ("{suggestion}", "{suggestion}"),
        (
            "Kommandoen kender kun sine egne tilvalg. `klausul --help` og `klausul KOMMANDO --help` viser dem.",
            "The command knows only its own options. `klausul --help` and `klausul COMMAND --help` show them.",
        ),
    ),
    _code(
        "K823",
        ("aftalen gælder ikke på opgørelsesdagen", "the agreement is not in force on the as-of date"),
        (
            "“{agreement}” gælder {period}, men kontrollen er opgjort {day}",
            "“{agreement}” is in force {period}, but the audit is made as of {day}",
        ),
        (
            "se efter, om opgørelsesdagen eller aftalen er den rigtige",
            "see whether the as-of date or the agreement is the right one",
        ),
        (
            "Det er ikke en fejl at opgøre en aftale, efter at den er udløbet, men en aftale, der ikke er begyndt, "
            "har intet at kontrollere.",
            "It is no error to audit an agreement after it has expired; one that has not begun has nothing to check.",
        ),
        Severity.WARNING,
    ),
    _code(
        "K824",
        ("afgrænsningen er tom", "the narrowing is empty"),
        (
            "ingen regel svarer til både bestemmelserne og reglerne, der er valgt",
            "no rule fits both the clauses and the rules that are chosen",
        ),
        ("fjern --clause eller --rule", "drop --clause or --rule"),
        (
            "En kontrol uden regler finder intet og ville ligne en ren kontrol.",
            "An audit without rules finds nothing and would look like a clean one.",
        ),
    ),
)

_CHECKED_BY = (
    _code(
        "K825",
        ("ingen aftale at kontrollere efter", "no agreement to audit by"),
        (
            "hverken kommandoen eller leverancens profil nævner en aftale",
            "neither the command nor the profile of the delivery names an agreement",
        ),
        (
            "skriv “policy: NAVN” i profile.yaml, eller brug --policy; med Klausul følger {names}",
            "write “policy: NAME” in profile.yaml, or use --policy; with Klausul come {names}",
        ),
        (
            "En leverance hører til én aftale, og en kontrol efter en anden ville ligne en rigtig. Profilen nævner den "
            "ved navn, når den følger med Klausul, og ellers ved dens mappe, set fra profilens.",
            "A delivery belongs to one agreement, and an audit by another would look like a right one. The profile "
            "gives it by name where it comes with Klausul, and by its folder, seen from the profile's, otherwise.",
        ),
    ),
)

_PERSONS = (
    _code(
        "K826",
        ("nøglen til pseudonymer kan ikke bruges", "the key of the pseudonyms cannot be used"),
        ("nøglen “{name}” kan ikke bruges: {reason}", "the key “{name}” cannot be used: {reason}"),
        (
            "lav en fil med mindst 16 tilfældige tegn, og gem den et andet sted end rapporterne",
            "make a file of at least 16 random characters, and keep it elsewhere than the reports",
        ),
        (
            "Et pseudonym er en HMAC-SHA256 af nøglen og personens nummer. Med samme nøgle får samme person samme "
            "pseudonym i hver kørsel; uden den kan ingen finde tilbage ved at prøve alle numre. `--pseudonym-key FIL` "
            "nævner en fil, `--pseudonym-key env:NAVN` en miljøvariabel, der indeholder nøglen.",
            "A pseudonym is an HMAC-SHA256 of the key and the person's number. With the same key the same person has "
            "the same pseudonym in every run; without it no one finds the way back by trying all numbers. "
            "`--pseudonym-key FILE` names a file, `--pseudonym-key env:NAME` an environment variable that holds the "
            "key.",
        ),
    ),
    _code(
        "K827",
        ("personer både vist og skjult", "persons both shown and hidden"),
        (
            "--show-personal og --pseudonym-key kan ikke bruges sammen",
            "--show-personal and --pseudonym-key cannot be used together",
        ),
        ("vælg den ene", "choose one of them"),
        (
            "Det ene viser personoplysninger, det andet skjuler dem.",
            "The one shows personal data, the other hides it.",
        ),
    ),
)

_OURS = (
    _code(
        "K900",
        ("en fejl i Klausul", "a bug in Klausul"),
        (
            "Klausul kan ikke fuldføre arbejdet: {kind} i {place}",
            "Klausul cannot finish the work: {kind} in {place}",
        ),
        (
            "fejlen er vores; send denne linje og kommandoen, men ikke leverancen",
            "the bug is ours; send this line and the command, but not the delivery",
        ),
        (
            "Klausul viser ikke fejlens egen tekst, for den kan indeholde personoplysninger. Ingen rapport er skrevet.",
            "Klausul does not show the text of the error itself, for it may hold personal data. No report is written.",
        ),
    ),
)

_TRANSLATED: tuple[Code, ...] = (
    _code(
        "K828",
        ("filen hører ikke til en aftale", "the file belongs to no agreement"),
        ("“{path}” ligger ikke i en mappe med en aftale", "“{path}” is in no folder with an agreement"),
        (
            "læg filen i aftalens mappe, eller angiv hele mappen",
            "put the file in the agreement's folder, or give the whole folder",
        ),
        (
            "Navne oversættes gennem det, de står for, og det kan være erklæret i en anden fil i samme aftale.",
            "Names are translated through what they stand for, which may be declared in another file of the agreement.",
        ),
    ),
)

_BEGUN: tuple[Code, ...] = (
    _code(
        "K829",
        ("dér kan ingen ny aftale ligge", "no new agreement can lie there"),
        ("“{path}” {what}", "“{path}” {what}"),
        (
            "vælg en mappe, der ikke findes endnu: klausul init MAPPE",
            "choose a folder that is not there yet: klausul init FOLDER",
        ),
        (
            "En ny aftale begyndes i en mappe for sig, så at intet, der ligger der i forvejen, bliver skrevet over.",
            "A new agreement is begun in a folder of its own, so that nothing which is there already is overwritten.",
        ),
    ),
    _code(
        "K830",
        ("mappens navn kan ikke være en aftales", "the folder's name cannot be an agreement's"),
        ("en aftale kan ikke hedde “{name}”", "an agreement cannot be called “{name}”"),
        (
            "begynd mappens navn med et bogstav, og brug bogstaver, tal og bindestreger: klausul init norddal-2026",
            "let the folder's name begin with a letter, and use letters, digits and hyphens: klausul init norddal-2026",
        ),
        (
            "En aftale har navn efter sin mappe, og navnet skal kunne skrives i aftaleteksten. Der må det ikke begynde med "
            "et tal eller være et af sprogets egne ord.",
            "An agreement is named after its folder, and the name must be one that a policy text can hold. There it must "
            "not begin with a digit or be one of the language's own words.",
        ),
    ),
    _code(
        "K837",
        ("perioden passer ikke til forbilledet", "the period does not fit the template"),
        (
            "forbilledet passer ikke til en aftale fra {first} til {last}",
            "the template does not fit an agreement from {first} to {last}",
        ),
        (
            "vælg en 1. januar og mindst tre kalenderår, og ret bagefter dagene i aftale.klausul",
            "choose a 1 January and at least three calendar years, and change the days in aftale.klausul afterwards",
        ),
        (
            "Forbilledets kvoter tæller i hele kalenderår, og dets eksempler viser noget i hvert af de tre første. I en anden "
            "periode ville de ikke passe fra begyndelsen. Rettes dagene bagefter, siger `klausul test`, hvilke eksempler "
            "der må følge med.",
            "The quotas of the template count in whole calendar years, and its examples show something in each of the first "
            "three. In another period they would not fit from the start. When the days are changed afterwards, `klausul test` "
            "says which examples must follow.",
        ),
    ),
)

USAGE_CODES: tuple[Code, ...] = (*_CHOICES, *_PLACES, *_WORK, *_CHECKED_BY, *_PERSONS, *_TRANSLATED, *_BEGUN, *_OURS)

"""Diagnostic codes: the registers of an agreement's sentences and ambiguities, and a copy of its text."""

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


_SENTENCES = (
    _code(
        "K841",
        ("en fortegnelse over sætninger er ikke, som den skal være", "a register of sentences is not as it should be"),
        ("i fortegnelsen: {problem}", "in the register: {problem}"),
        (
            "en sætning har “id”, “clause”, “summary”, “actor”, “kind”, “status” og “anchor”, og “rules” eller “reason”; "
            "en uklarhed har “id”, “clauses”, “problem”, “kind” og “why”, og “readings” og “examples”, der viser den",
            "a sentence has “id”, “clause”, “summary”, “actor”, “kind”, “status” and “anchor”, and “rules” or “reason”; "
            "an ambiguity has “id”, “clauses”, “problem”, “kind” and “why”, and “readings” and “examples” that show it",
        ),
        (
            "Fortegnelserne siger, hvordan hver sætning i aftalen er behandlet. De har en fast form, så at ingen sætning "
            "kan mangle sin status eller sin begrundelse.",
            "The registers say how every sentence of the agreement is dealt with. They have a fixed form, so that no "
            "sentence can lack its status or its reason.",
        ),
    ),
    _code(
        "K857",
        ("en fortegnelse kan ikke læses", "a register cannot be read"),
        ("her kan filen ikke læses som YAML", "here the file cannot be read as YAML"),
        (
            "se efter indrykning og kolon her og på linjen ovenfor; en tekst, der har “:” eller “#” i sig, skal stå i "
            "anførselstegn",
            "look at the indentation and the colons here and in the line above; a text that holds “:” or “#” must stand "
            "in quotation marks",
        ),
        (
            "Fortegnelserne er skrevet i YAML: et navn, et kolon og en værdi, og indrykningen viser, hvad der hører "
            "sammen. Den bruger mellemrum og aldrig tabulator.",
            "The registers are written in YAML: a name, a colon and a value, and the indentation shows what belongs "
            "together. It is made of blanks and never of tabs.",
        ),
    ),
    _code(
        "K842",
        ("to har samme nummer", "two have the same number"),
        ("“{id}” står her for anden gang", "“{id}” stands here for the second time"),
        ("giv den ene det næste ledige nummer", "give one of them the next free number"),
        (
            "Numrene er faste: man skal kunne slå en sætning op, som en kollega har nævnt.",
            "The numbers are stable: a sentence that a colleague has named can be looked up.",
        ),
    ),
    _code(
        "K843",
        ("en sætning står i en ukendt bestemmelse", "a sentence stands in an unknown clause"),
        ("fortegnelsen har ingen bestemmelse “{clause}”", "the register has no clause “{clause}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Hver sætning hører til en af de bestemmelser, som fortegnelsen over dem nævner.",
            "Every sentence belongs to one of the clauses that their register names.",
        ),
    ),
    _code(
        "K844",
        ("en sætning nævner en regel, der ikke findes", "a sentence names a rule that is not there"),
        ("aftaleteksten har intet, der hedder “{name}”", "the policy has nothing called “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Det, der står ved en sætning, skal kunne findes i aftaleteksten, ellers ville den se kontrolleret ud uden "
            "at være det. Det, en lov siger, skrives med lovens navn foran: almenlejeloven og så navnet.",
            "What stands by a sentence must be found in the policy, else it would look checked and not be. What an act "
            "declares is written with the name of the act before it: almenlejeloven and then the name.",
        ),
    ),
    _code(
        "K845",
        ("reglen henviser ikke til sætningens bestemmelse", "the rule does not cite the clause of the sentence"),
        ("“{name}” henviser ikke til {clause}", "“{name}” does not cite {clause}"),
        ("skriv {clause} efter jf., eller ret sætningen", "write {clause} after under, or mend the sentence"),
        (
            "En regel, som siger, hvad en sætning siger, har sætningens bestemmelse stående efter jf. Ellers vil ingen, "
            "der læser en overtrædelse, finde tilbage til sætningen.",
            "A rule that states a sentence has the clause of the sentence after under. Otherwise nobody who reads a "
            "breach would find the sentence.",
        ),
    ),
    _code(
        "K846",
        ("en regel står ikke ved nogen sætning", "a rule stands by no sentence"),
        ("ingen sætning nævner “{name}”", "no sentence names “{name}”"),
        (
            "skriv navnet ved den sætning, reglen gengiver; gengiver den ingen, siger aftalen den ikke",
            "write the name by the sentence that the rule states; if it states none, the agreement does not say it",
        ),
        (
            "En regel uden en sætning kræver noget, som aftalen ikke siger, eller også mangler sætningen.",
            "A rule without a sentence demands what the agreement does not say, or else the sentence is missing.",
        ),
        Severity.WARNING,
    ),
    _code(
        "K847",
        ("en kontrolleret sætning prøves ikke", "a checked sentence is not tried"),
        ("intet af det, “{id}” nævner, prøver noget", "nothing that “{id}” names tries anything"),
        (
            "nævn den regel, den klasse eller det begreb, der prøver den, eller giv sætningen en anden status",
            "name the rule, class or definition that tries it, or give the sentence another status",
        ),
        (
            "En måling viser et tal, og en fortolkning stiller et spørgsmål. Ingen af dem kan være brudt, så sætningen "
            "bliver ikke kontrolleret, blot fordi den nævner dem.",
            "A measure shows a number, and a reading asks a question. Neither can be broken, so a sentence is not "
            "checked just because it names them.",
        ),
    ),
)
_AMBIGUITIES = (
    _code(
        "K848",
        ("en uklarhed nævner en fortolkning, der ikke findes", "an ambiguity names a reading that is not there"),
        ("aftaleteksten har ingen fortolkning “{name}”", "the policy has no reading “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Tabellen over uklarheder henviser til fortolkningerne ved navn; klausul readings viser dem.",
            "The table of ambiguities refers to readings by name; klausul readings shows them.",
        ),
    ),
    _code(
        "K849",
        ("en uklarhed nævner et eksempel, der ikke findes", "an ambiguity names an example that is not there"),
        ("intet eksempel hedder “{name}”", "no example is called “{name}”"),
        ("{suggestion}", "{suggestion}"),
        (
            "Et eksempel, der viser forskellen, prøves hver gang. Det nævnes ved sin titel, ord for ord.",
            "An example that shows the difference is tried every time. It is named by its title, word for word.",
        ),
    ),
    _code(
        "K850",
        ("intet eksempel viser forskellen", "no example shows the difference"),
        (
            "eksemplerne ved {id} viser ikke, at udfaldet er åbent",
            "the examples of {id} do not show that the outcome is open",
        ),
        (
            "nævn for en fortolkning et eksempel med to svar og to udfald, for et hul et, der ikke kan afgøres",
            "for a reading name an example with two answers and two outcomes, for a gap one that is undetermined",
        ),
        (
            "At teksten er uklar, skal kunne ses på en sag: enten fordi et andet svar giver et andet udfald, eller fordi "
            "udfaldet ikke kan afgøres. Ellers er uklarheden uden virkning, og det skal tabellen sige.",
            "That a text is unclear must be seen in a case: because another answer gives another outcome, or because "
            "the outcome is undetermined. Otherwise the ambiguity has no effect, and the table should say so.",
        ),
    ),
    _code(
        "K851",
        ("en fortolkning står ikke i tabellen over uklarheder", "a reading is not in the table of ambiguities"),
        ("tabellen over uklarheder nævner ikke “{name}”", "the table of ambiguities does not name “{name}”"),
        (
            "skriv, hvad teksten lader stå åbent, og nævn fortolkningen",
            "write what the text leaves open, and name the reading",
        ),
        (
            "Tabellen skal vise alt, hvad aftalens tekst lader stå åbent. Hvad den ikke nævner, ser afgjort ud.",
            "The table is to show all that the text leaves open. What it does not name looks settled.",
        ),
        Severity.WARNING,
    ),
)
_TEXTS = (
    _code(
        "K852",
        ("aftalen har ingen fortegnelse over sætninger", "the agreement has no register of sentences"),
        ("“{agreement}” har ingen mappe “sentences”", "“{agreement}” has no folder “sentences”"),
        (
            "skriv fortegnelsen som sentences/1.yaml ved siden af clauses.yaml",
            "write the register as sentences/1.yaml beside clauses.yaml",
        ),
        (
            "Kun en fortegnelse over sætninger med et citat hver kan holdes op mod aftalens tekst.",
            "Only a register of sentences, with a quotation each, can be held against the text of an agreement.",
        ),
    ),
    _code(
        "K853",
        ("teksten kan ikke læses", "the text cannot be read"),
        ("“{path}” kan ikke læses: {reason}", "“{path}” cannot be read: {reason}"),
        (
            "gem aftalens tekst som ren tekst i UTF-8, f.eks. med pdftotext",
            "save the text of the agreement as plain text in UTF-8, for instance with pdftotext",
        ),
        (
            "Teksten læses som ren tekst. En PDF eller et Word-dokument skal først gemmes som tekst.",
            "The text is read as plain text. A PDF or a Word document must be saved as text first.",
        ),
    ),
    _code(
        "K854",
        ("fortegnelsen er en anden aftales", "the register is another agreement's"),
        (
            "her står “{name}”, men mappen er aftalen “{agreement}”",
            "here stands “{name}”, but the folder is the agreement “{agreement}”",
        ),
        ("skriv “agreement: {agreement}”", "write “agreement: {agreement}”"),
        (
            "En fortegnelse nævner øverst den aftale, den hører til, så en fil, der er lagt i en forkert mappe, bliver opdaget.",
            "A register names at its top the agreement it belongs to, so that a file put in a wrong folder is found.",
        ),
    ),
    _code(
        "K855",
        ("ordlyden er skrevet ned med andre citater", "the wording was recorded with other quotations"),
        (
            "citaterne i sentences/ er ikke dem, som ordlyden blev skrevet ned med",
            "the quotations in sentences/ are not those with which the wording was recorded",
        ),
        (
            "hold fortegnelsen op mod teksten igen: klausul clauses verify TEKSTFIL --record",
            "hold the register against the text again: klausul clauses verify TEXTFILE --record",
        ),
        (
            "wording.yaml husker hvert stykke af teksten fra et citat til det næste, som et antal ord og et aftryk. Er et "
            "citat kommet til, rettet eller fjernet, er stykkerne andre, og en ændret tekst kan ikke ses.",
            "wording.yaml keeps every stretch of the text from one quotation to the next, as a number of words and a "
            "digest. Where a quotation was added, changed or removed, the stretches are others, and a changed text cannot "
            "be seen.",
        ),
        Severity.WARNING,
    ),
    _code(
        "K856",
        ("en bestemmelse har en anden status end sine sætninger", "a clause has another status than its sentences"),
        (
            "clauses.yaml siger “{status}” om {clause}, men {told}",
            "clauses.yaml says “{status}” of {clause}, but {told}",
        ),
        (
            "ret bestemmelsens status, eller skriv som “reason”, hvad der ikke kontrolleres",
            "mend the status of the clause, or write as “reason” what is not checked",
        ),
        (
            "Rapporten siger med bestemmelsens status, hvad ingen må regne for overholdt. Sætningerne siger det en for en, "
            "og de to må ikke modsige hinanden: ellers ser en bestemmelse ud til at være kontrolleret mere, end den er.",
            "The report says by the status of a clause what no one may take as kept. The sentences say it one by one, and "
            "the two must not contradict each other: or else a clause looks checked more than it is.",
        ),
        Severity.WARNING,
    ),
    _code(
        "K858",
        ("en fil har fået en endelse, så den ikke læses", "a file got an ending by which it is not read"),
        ("“{path}” læses ikke", "“{path}” is not read"),
        ("{remedy}", "{remedy}"),
        (
            "Af aftalens mappe læses de filer, hvis navn ender på .klausul eller .yaml. Nogle programmer lægger selv .txt "
            "eller .docx til, og Windows viser det kun, når “Filtypenavne” er slået til i Stifinder. Det, der står i "
            "filen, gælder så ikke, uden at det ses.",
            "Of the agreement's folder the files are read whose names end in .klausul or .yaml. Some programs add .txt or "
            ".docx on their own, and Windows shows it only where “File name extensions” is on in File Explorer. What "
            "stands in the file then does not hold, and nobody sees it.",
        ),
        Severity.WARNING,
    ),
)
REGISTER_CODES: tuple[Code, ...] = (*_SENTENCES, *_AMBIGUITIES, *_TEXTS)

"""Diagnostic codes K1: the words of a policy file."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

WORDING_CODES: tuple[Code, ...] = (
    Code(
        "K100",
        T("ukendt ord ved margenen", "unknown word at the margin"),
        T("“{word}” indleder ikke noget i en aftaletekst", "“{word}” does not begin anything in a policy"),
        T("{remedy}", "{remedy}"),
        T(
            "Hver regel, kvote, frist, definition osv. begynder helt ude ved margenen med sit eget ord. Det, der hører til, "
            "rykkes ind på linjerne under.",
            "Every rule, quota, deadline, definition and so on begins at the margin with a word of its own. What belongs to it is "
            "indented on the lines below.",
        ),
    ),
    Code(
        "K101",
        T("filen mangler sin første linje", "the file lacks its first line"),
        T(
            "filen siger ikke, hvilken version og hvilket sprog den er skrevet i",
            "the file does not say its version and its language",
        ),
        T("skriv “klausul 1   sprog dansk” som første linje", "write “klausul 1   language english” as the first line"),
        T(
            "Første linje siger sprogets version, og om ordene er danske eller engelske. Så kan filen læses rigtigt også "
            "om mange år.",
            "The first line says the version of the language and whether its words are Danish or English, so that the "
            "file can be read rightly in many years too.",
        ),
    ),
    Code(
        "K102",
        T("ukendt version", "unknown version"),
        T(
            "filen er skrevet i version {version}, men denne Klausul kender version 1",
            "the file is written in version {version}, but this Klausul knows version 1",
        ),
        T("ret til “klausul 1”, eller brug en nyere Klausul", "change it to “klausul 1”, or use a newer Klausul"),
        T(
            "Versionen siger, hvilken udgave af sproget filen er skrevet i.",
            "The version says which edition of the language the file is written in.",
        ),
    ),
    Code(
        "K103",
        T("ukendt sprog", "unknown language"),
        T(
            "“{word}” er ikke et sprog, som aftaletekster skrives på",
            "“{word}” is not a language that policies are written in",
        ),
        T("skriv “sprog dansk” eller “sprog engelsk”", "write “language danish” or “language english”"),
        T(
            "Ordene i en aftaletekst er enten danske eller engelske; begge giver samme mening.",
            "The words of a policy are either Danish or English; both give the same meaning.",
        ),
    ),
    Code(
        "K104",
        T("indrykket linje uden noget over sig", "indented line with nothing above it"),
        T(
            "linjen er rykket ind, men der står ikke noget over den, som den hører til",
            "the line is indented, but nothing stands above it that it belongs to",
        ),
        T("begynd med f.eks. “{right}” ude ved margenen", "begin with, for instance, “{right}” at the margin"),
        T(
            "Indrykkede linjer hører til den linje ved margenen, som står over dem.",
            "Indented lines belong to the line at the margin above them.",
        ),
    ),
    Code(
        "K105",
        T("linjen er ikke rykket ind", "the line is not indented"),
        T(
            "“{word}” hører til det, der står ovenfor, men linjen er ikke rykket ind",
            "“{word}” belongs to what stands above, but the line is not indented",
        ),
        T("ryk linjen to mellemrum ind", "indent the line by two spaces"),
        T(
            "Kun det, der begynder noget nyt, står ude ved margenen.",
            "Only what begins something new stands at the margin.",
        ),
    ),
    Code(
        "K106",
        T("ordet passer ikke her", "the word does not fit here"),
        T("“{word}” kan ikke stå efter “{after}” i “{item}”", "“{word}” cannot stand after “{after}” in “{item}”"),
        T("her kan stå {expected}", "{expected} can stand here"),
        T(
            "Et ord står et sted, hvor sætningen ikke kan fortsætte med det.",
            "A word stands where the sentence cannot go on with it.",
        ),
    ),
    Code(
        "K107",
        T("noget mangler til sidst", "something is missing at the end"),
        T("sætningen stopper, før den er færdig", "the sentence stops before it is finished"),
        T("skriv {expected}", "write {expected}"),
        T(
            "Teksten slutter midt i en sætning, eller der mangler en parentes.",
            "The text ends in the middle of a sentence, or a parenthesis is missing.",
        ),
    ),
    Code(
        "K108",
        T("umulig dato", "impossible date"),
        T("datoen “{word}” findes ikke i kalenderen", "the date “{word}” is not in the calendar"),
        T("ret dag, måned eller år", "correct the day, month or year"),
        T(
            "En dato skal findes i kalenderen: det gør 2023-02-29 ikke, for 2023 er ikke et skudår.",
            "A date must exist in the calendar: 2023-02-29 does not, as 2023 is no leap year.",
        ),
    ),
    Code(
        "K109",
        T("et helt tal er nødvendigt", "a whole number is needed"),
        T("“{word}” er ikke et helt tal", "“{word}” is not a whole number"),
        T("skriv et helt tal her", "write a whole number here"),
        T(
            "Antal, varigheder og brøker skrives med hele tal.",
            "Counts, durations and fractions are written with whole numbers.",
        ),
    ),
    Code(
        "K110",
        T("tekst uden slutanførselstegn", "text without its closing quotation mark"),
        T(
            'teksten begynder med ", men slutter ikke på samme linje',
            'the text begins with ", but does not end on the same line',
        ),
        T(
            'sæt " sidst i teksten; begynder der ingen tekst her, så slet tegnet',
            'put " at the end of the text; where no text begins here, delete the mark',
        ),
        T('En tekst står mellem to " på én linje.', 'A text stands between two " on one line.'),
    ),
    Code(
        "K111",
        T("forkert decimaltegn", "wrong decimal mark"),
        T("“{word}” er ikke et tal, som det skrives i denne fil", "“{word}” is not a number as this file writes them"),
        T("skriv “{right}”; tusinder skrives uden skilletegn", "write “{right}”; thousands are written without a mark"),
        T(
            "I en dansk fil er decimaltegnet komma, i en engelsk punktum. Tusindtalsskilletegn bruges ikke, for 1.000 "
            "kan læses på to måder.",
            "In a Danish file the decimal mark is a comma, in an English one a point. Thousands are not marked, as 1.000 "
            "can be read in two ways.",
        ),
    ),
    Code(
        "K112",
        T("“og” og “eller” blandet", "“and” and “or” mixed"),
        T(
            "“{word}” og “{other}” står i samme betingelse uden parenteser",
            "“{word}” and “{other}” stand in one condition without parentheses",
        ),
        T(
            "sæt parenteser om det, der hører sammen: (a og b) eller c",
            "put parentheses around what belongs together: (a and b) or c",
        ),
        T(
            "“a og b eller c” kan læses på to måder, og jurister læser dem forskelligt. Parenteserne siger, hvad der er ment.",
            "“a and b or c” can be read in two ways, and lawyers do. The parentheses say which is meant.",
        ),
    ),
    Code(
        "K113",
        T("regnetegn i en betingelse", "sign of mathematics in a condition"),
        T(
            "en betingelse sammenligner med ord, ikke med “{word}”",
            "a condition compares with words, not with “{word}”",
        ),
        T("skriv “{right}”", "write “{right}”"),
        T(
            "“=” bruges kun til at sige, hvad et svar på en fortolkning giver.",
            "“=” is used only to say what an answer to a reading gives.",
        ),
    ),
    Code(
        "K114",
        T("datoen er skrevet på en anden måde", "the date is written in another way"),
        T(
            "“{word}” er ikke en dato i den form, som aftaletekster bruger",
            "“{word}” is not a date in the form that policies use",
        ),
        T("skriv år-måned-dag: “{right}”", "write year-month-day: “{right}”"),
        T(
            "Datoer skrives år-måned-dag, så de ikke kan læses på to måder.",
            "Dates are written year-month-day, so that they cannot be read in two ways.",
        ),
    ),
    Code(
        "K115",
        T("brøk med nul", "fraction with zero"),
        T("en brøk kan ikke have nul i nævneren", "a fraction cannot have zero as its denominator"),
        T("skriv f.eks. 1/3", "write for instance 1/3"),
        T(
            "En andel er et tal over et andet, og nævneren, det nederste, er ikke nul.",
            "A share is one number over another, and the lower one is not zero.",
        ),
    ),
    Code(
        "K116",
        T("samme sprog to gange", "the same language twice"),
        T("teksten er givet to gange på samme sprog", "the text is given twice in the same language"),
        T('skriv én dansk og én engelsk: da "…" en "…"', 'write one Danish and one English: da "…" en "…"'),
        T(
            "En tekst kan gives på dansk og på engelsk, én gang hver.",
            "A text can be given in Danish and in English, once each.",
        ),
    ),
    Code(
        "K117",
        T("ord fra det andet sprog", "word of the other language"),
        T("“{word}” er ikke et ord i filens sprog", "“{word}” is not a word of the file's language"),
        T("skriv “{right}”", "write “{right}”"),
        T(
            "En fil er skrevet på ét sprog, det som første linje siger.",
            "A file is written in one language, the one its first line says.",
        ),
    ),
    Code(
        "K118",
        T("stavefejl", "misspelt word"),
        T("“{word}” er ikke et ord, der kan stå her", "“{word}” is not a word that can stand here"),
        T("mente du “{right}”?", "did you mean “{right}”?"),
        T(
            "Ordet ligner et ord i sproget, men er stavet anderledes.",
            "The word is like a word of the language but spelt otherwise.",
        ),
    ),
    Code(
        "K119",
        T("ordet kan ikke være et navn", "the word cannot be a name"),
        T(
            "“{word}” er et ord i sproget og kan ikke være et navn her",
            "“{word}” is a word of the language and cannot be a name here",
        ),
        T(
            "mangler navnet, så skriv det før “{word}”; er det navnet, så vælg et andet, f.eks. med _ og et ord mere",
            "where the name is missing, write it before “{word}”; where this is it, choose another, for instance with _ "
            "and one more word",
        ),
        T(
            "Sprogets egne ord kan ikke bruges som navne, hvor de kunne misforstås.",
            "The language's own words cannot be names where they could be misread.",
        ),
    ),
    Code(
        "K120",
        T("ikke en bestemmelse", "not a clause"),
        T("“{word}” er ikke en henvisning til en bestemmelse", "“{word}” is not a reference to a clause"),
        T("skriv f.eks. 3.3 eller almenboligloven § 59, stk. 7", "write for instance 3.3 or almenboligloven § 59(7)"),
        T(
            "Efter “jf.” står aftalens afsnit (3.3) eller en lov og dens paragraf, adskilt af semikolon.",
            "After “under” stands the section of the agreement (3.3) or an act and its paragraph, separated by semicolons.",
        ),
    ),
    Code(
        "K121",
        T("teksten mangler anførselstegn", "the text lacks quotation marks"),
        T("her skal stå en tekst, ikke “{word}”", "a text should stand here, not “{word}”"),
        T('sæt teksten i anførselstegn: "{word}"', 'put the text in quotation marks: "{word}"'),
        T(
            "Fri tekst står i anførselstegn, så den ikke forveksles med sprogets ord.",
            "Free text stands in quotation marks, so that it is not mistaken for words of the language.",
        ),
    ),
    Code(
        "K122",
        T("linjen hører ikke til her", "the line does not belong here"),
        T("“{word}” kan ikke stå på dette sted i “{item}”", "“{word}” cannot stand in this place in “{item}”"),
        T("her kan stå {expected}", "{expected} can stand here"),
        T(
            "Hver slags bestemmelse har sine egne linjer, og nogle af dem en fast plads.",
            "Each kind of item has lines of its own, and some of them a fixed place.",
        ),
    ),
    Code(
        "K123",
        T("andet end semikolon i en liste", "something else than a semicolon in a list"),
        T("listens led er adskilt af “{word}”", "the members of the list are separated by “{word}”"),
        T("adskil dem med semikolon “;”", "separate them with a semicolon “;”"),
        T(
            "Lister adskilles af semikolon, fordi komma er decimaltegn på dansk.",
            "Lists are separated by semicolons, as the comma is the decimal mark in Danish.",
        ),
    ),
    Code(
        "K124",
        T("parentes for meget", "one parenthesis too many"),
        T("“)” lukker ingen parentes", "“)” closes no parenthesis"),
        T("fjern “)”, eller sæt “(”, hvor betingelsen begynder", "remove “)”, or put “(” where the condition begins"),
        T("Hver “)” har en “(” før sig.", "Every “)” has a “(” before it."),
    ),
    Code(
        "K125",
        T("parentes mangler", "a parenthesis is missing"),
        T("“(” er åbnet, men der mangler en “)”", "“(” is opened, but a “)” is missing"),
        T("sæt “)”, hvor betingelsen slutter", "put “)” where the condition ends"),
        T("Hver “(” har en “)” efter sig.", "Every “(” has a “)” after it."),
    ),
    Code(
        "K126",
        T("en nødvendig linje mangler", "a needed line is missing"),
        T("her mangler: {what}", "missing here: {what}"),
        T("tilføj det på en linje, der er rykket ind under denne", "add it on a line that is indented under this one"),
        T(
            "Nogle linjer skal altid være der, for ellers siger bestemmelsen ikke noget.",
            "Some lines must always be there, for without them the item says nothing.",
        ),
    ),
    Code(
        "K127",
        T("samme slags linje to gange", "the same kind of line twice"),
        T("linjen står her for anden gang", "the line stands here a second time"),
        T("behold én af dem, eller del i to regler", "keep one of them, or make two rules"),
        T(
            "Af denne slags linje kan der kun være én; to ville kunne modsige hinanden.",
            "There can be only one line of this kind; two could contradict each other.",
        ),
    ),
    Code(
        "K128",
        T("“må” uden “højst”", "“may” without “at most”"),
        T(
            "her står “må”, men der er ingen øvre grænse med “højst”",
            "here stands “may”, but there is no upper bound with “at most”",
        ),
        T("skriv “skal”, eller ret grænsen til “højst …”", "write “must”, or change the bound to “at most …”"),
        T(
            "“Højst en tredjedel må være …” er rigtigt dansk; “mindst en tredjedel må være …” siger ikke, om noget er "
            "påbudt.",
            "“At most a third may be …” limits; “at least a third may be …” does not say whether anything is required.",
        ),
    ),
)

"""Diagnostic codes K2: the names a policy speaks of."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

_REMEDY = T("{remedy}", "{remedy}")

NAME_CODES: tuple[Code, ...] = (
    Code(
        "K201",
        T("ukendt posttype", "unknown kind of record"),
        T("“{word}” er ikke en slags post", "“{word}” is not a kind of record"),
        _REMEDY,
        T(
            "Reglerne gælder poster, og hvilke slags der er, står i skemaerne; dem kan en aftaletekst ikke tilføje "
            "til. En slags post skrives i ental eller flertal, som ét ord med _.",
            "Rules are about records, and the schemas say which kinds there are; a policy cannot add to them. A kind "
            "is written in the singular or the plural, as one word with _.",
        ),
    ),
    Code(
        "K202",
        T("ukendt fortolkning", "unknown reading"),
        T("der er ingen fortolkning med navnet “{word}”", "there is no reading named “{word}”"),
        _REMEDY,
        T(
            "“alt efter” vælger mellem svarene på et spørgsmål, som teksten lader stå åbent. Spørgsmålet skal være "
            "skrevet som en fortolkning, så enhver kan se svarene og deres grunde.",
            "“by” chooses among the answers to a question that the text leaves open. The question must be written as "
            "a reading, so that anyone can see the answers and the reasons for them.",
        ),
    ),
    Code(
        "K203",
        T("ukendt valg", "unknown choice"),
        T("“{word}” er ikke et af valgene for “{of}”", "“{word}” is not one of the choices for “{of}”"),
        _REMEDY,
        T(
            "Et valg er et af de ord, som skemaet eller klassifikationen har. Et andet ord kunne aldrig passe på en post, "
            "og betingelsen ville stille være falsk.",
            "A choice is one of the words that the schema or the classification has. Another word could never fit a "
            "record, and the condition would silently be false.",
        ),
    ),
    Code(
        "K204",
        T("navnet er brugt to gange", "the name is used twice"),
        T("“{word}” er allerede erklæret", "“{word}” is declared already"),
        T("giv den ene et andet navn", "give one of them another name"),
        T(
            "Et navn står for én ting i hele aftalen, også på tværs af dens filer; ellers kunne man ikke vide, hvad "
            "en regel eller et eksempel taler om.",
            "A name stands for one thing in the whole agreement, across its files too; else nobody could know what a "
            "rule or an example speaks of.",
        ),
    ),
    Code(
        "K228",
        T("det engelske navn er brugt to gange", "the English name is used twice"),
        T(
            "“{name}” har det engelske navn “{word}”, som “{other}” allerede har",
            "“{name}” has the English name “{word}”, which “{other}” has already",
        ),
        T("giv den ene et andet navn efter “kaldet en”", "give one of them another name after “called en”"),
        T(
            "Det engelske navn er det, som fundene kendes på fra år til år; to kan ikke have det samme.",
            "Findings are known by the English name from year to year; two cannot have the same one.",
        ),
    ),
    Code(
        "K229",
        T("navnet er et bindeord", "the name is a joining word"),
        T("“{word}” binder sætninger sammen og kan ikke være et navn", "“{word}” joins sentences and cannot be a name"),
        T(
            "vælg et navn, der siger, hvad det står for, f.eks. med _ og et ord mere",
            "choose a name that says what it stands for, for instance with _ and one more word",
        ),
        T(
            "I en betingelse står navnene mellem ord som “og”, “er” og “medmindre”. Var et navn et af dem, kunne ingen se, "
            "hvad der er navn, og hvad der er sprog: “værelser er mindst og”. Det gælder ordene på begge sprog, for "
            "aftaleteksten kan oversættes.",
            "In a condition the names stand between words like “and”, “is” and “unless”. If a name were one of them, nobody "
            "could see what is a name and what is language: “rooms is at least and”. It holds for the words of both "
            "languages, as a policy can be translated.",
        ),
    ),
    Code(
        "K205",
        T("ukendt svar", "unknown alternative"),
        T("“{word}” er ikke et af fortolkningens svar", "“{word}” is not one of the reading's alternatives"),
        _REMEDY,
        T(
            "En linje under “alt efter” gælder for ét svar på fortolkningen, og svaret kendes på sit navn.",
            "A line under “by” holds for one answer to the reading, and the answer is known by its name.",
        ),
    ),
    Code(
        "K206",
        T("svar mangler", "alternatives are missing"),
        T(
            "hvert svar på fortolkningen “{reading}” skal stå én gang, men listen {what}",
            "each alternative of the reading “{reading}” must stand once, but the list {what}",
        ),
        _REMEDY,
        T(
            "Når noget afhænger af en fortolkning, skal hvert af dens svar sige, hvad det giver.",
            "Where something depends on a reading, each of its alternatives must say what it gives.",
        ),
    ),
    Code(
        "K207",
        T("intet under punktummet", "nothing below the point"),
        T("“{word}” er {type} og har ikke noget under sig", "“{word}” is {type} and has nothing below it"),
        T("stop før punktummet", "stop before the point"),
        T("Punktum fører fra en post til et af dens felter.", "A point leads from a record to one of its fields."),
    ),
    Code(
        "K208",
        T("dagen mangler", "the day is missing"),
        T(
            "“{word}” skifter med tiden, men her er ingen dag",
            "“{word}” changes with time, but there is no day here",
        ),
        T(
            "skriv “definer … for … på dagen”, eller skriv en dag efter oplysningen: “den 2024-01-01”",
            "write “define … for … on day”, or write a day after the fact: “on 2024-01-01”",
        ),
        T(
            "Udpegning, niveau og nøgletal gælder på en dag. Uden en dag ved ingen, hvilken der menes.",
            "A designation, a level, a key figure holds on a day. Without a day nobody knows which is meant.",
        ),
    ),
    Code(
        "K209",
        T("ukendt navn", "unknown name"),
        T("“{word}” er ikke noget, som “{record}” har", "“{word}” is not something that “{record}” has"),
        _REMEDY,
        T(
            "En post har de oplysninger, som skemaet giver den, og de begreber og klassifikationer, som aftalen erklærer "
            "for den. Andre oplysninger nås gennem de poster, den peger på.",
            "A record has the facts that its schema gives it, and the terms and classifications that the agreement "
            "declares for it. Other facts are reached through the records it points to.",
        ),
    ),
    Code(
        "K210",
        T("navnet kan betyde to ting", "the name can mean two things"),
        T("både “{first}” og “{second}” har “{word}”", "both “{first}” and “{second}” have “{word}”"),
        T("skriv “{one}” eller “{other}”", "write “{one}” or “{other}”"),
        T(
            "Inde i “intet medlem …” er både medlemmet og den post, regler gælder, til stede.",
            "Inside “no member …” both the member and the record the rule is about are present.",
        ),
    ),
    Code(
        "K211",
        T("oplysningen har ingen dag", "the fact has no day"),
        T(
            "{word} er den samme alle dage, så der kan ikke spørges om en dag",
            "{word} is the same on every day, so no day can be asked for",
        ),
        T("fjern dagen efter {word}", "remove the day after {word}"),
        T(
            "Kun det, der skifter med tiden, kan der spørges om på en bestemt dag.",
            "Only what changes with time can be asked for on a day.",
        ),
    ),
    Code(
        "K212",
        T("ingen dato at gå efter", "no date to go by"),
        T("“{word}” har ingen dato, som poster kan ordnes efter", "“{word}” has no date to go by"),
        T("skriv “dateret efter …”", "write “dated by …”"),
        T(
            "Hver post i en regel har én dato; den afgør perioden, og hvilke oplysninger der gjaldt.",
            "Every record of a rule has one date; it decides the period and which facts held.",
        ),
    ),
    Code(
        "K213",
        T("parameterens post er ikke til stede", "the parameter's record is not present"),
        T(
            "“{word}” har en værdi for hver “{record}”, men fra “{start}” fører ingen enkelt vej dertil",
            "“{word}” has a value for each “{record}”, but no single way leads there from “{start}”",
        ),
        T(
            "brug parameteren i en regel om poster, der fører til den",
            "use the parameter in a rule about records that lead to it",
        ),
        T(
            "En parameter “for boligorganisation” har en værdi pr. organisation.",
            "A parameter “for organisation” has a value for each organisation.",
        ),
    ),
    Code(
        "K214",
        T("posterne hører ikke til her", "the records do not belong here"),
        T(
            "“{word}” peger ikke på netop én af de poster, der er tale om",
            "“{word}” does not point to exactly one of the records spoken of",
        ),
        T("skriv, hvem de tilhører: “{word} af …”", "write whose they are: “{word} of …”"),
        T(
            "“mindst et tilbud” betyder de tilbud, der peger på posten.",
            "“some offer” means the offers that point to the record.",
        ),
    ),
    Code(
        "K215",
        T("ukendt aftale", "unknown agreement"),
        T("der er ingen aftale eller lov med navnet “{word}”", "there is no agreement or act named “{word}”"),
        _REMEDY,
        T(
            "“anvender” nævner en lov eller en anden aftaletekst, som hører med.",
            "“uses” names an act or another policy that belongs to this one.",
        ),
    ),
    Code(
        "K216",
        T("ukendt slags værdi", "unknown kind of value"),
        T("“{word}” er ikke en slags værdi", "“{word}” is not a kind of value"),
        _REMEDY,
        T(
            "En parameter er et tal, en procent, et beløb, en dato eller et ja/nej.",
            "A parameter is a number, a percentage, an amount, a date or a yes/no.",
        ),
    ),
    Code(
        "K217",
        T("nøgle mangler eller er for meget", "a key is missing or too much"),
        T(
            "“{word}” {what}",
            "“{word}” {what}",
        ),
        _REMEDY,
        T(
            "En parameter har enten én værdi ad gangen eller én pr. post.",
            "A parameter has either one value at a time or one for each record.",
        ),
    ),
    Code(
        "K218",
        T("ukendt klassifikation", "unknown classification"),
        T("der er ingen klassifikation med navnet “{word}”", "there is no classification named “{word}”"),
        _REMEDY,
        T(
            "En indplacering fortæller, hvilken klasse i en klassifikation en afdeling har fået; derfor skal klassifikationen "
            "være skrevet.",
            "A placement tells which class of a classification an estate was given; so the classification must be "
            "written.",
        ),
    ),
    Code(
        "K219",
        T("flere veje til gruppen", "several ways to the group"),
        T("der er flere veje til “{word}”", "there are several ways to “{word}”"),
        T("skriv hele vejen, f.eks. bolig.afdeling", "write the whole way, for instance dwelling.estate"),
        T(
            "Der tælles for hver post, som én vej fører til.",
            "It is counted for each record that one way leads to.",
        ),
    ),
    Code(
        "K220",
        T("gruppen er ikke en post", "the group is not a record"),
        T("{word} er {type}, men der tælles for poster", "{word} is {type}, but counts are for records"),
        T("skriv f.eks. “pr. afdeling”", "write for instance “per estate”"),
        T(
            "Kvoter, rækkefølger og målinger tæller for hver post: afdeling, organisation.",
            "Quotas, sequences and measures count for each record: estate, organisation.",
        ),
    ),
    Code(
        "K221",
        T("svarene er ikke af samme slags", "the alternatives are not of one kind"),
        T(
            "svarene skal alle være af én slags: perioder, grupper, grænser eller begyndelser",
            "the alternatives must all be of one kind: periods, groups, bounds or beginnings",
        ),
        T("del i flere linjer med “alt efter”", "make several lines with “by”"),
        T("En fortolkning vælger imellem ting af samme slags.", "A reading chooses between things of one kind."),
    ),
    Code(
        "K222",
        T("ukendt emne for eksemplet", "unknown subject of the example"),
        T(
            "der er ingen regel, kvote, rækkefølge, frist, pligt, definition eller klassifikation med navnet “{word}”",
            "there is no rule, quota, sequence, deadline, duty, definition or classification named “{word}”",
        ),
        _REMEDY,
        T(
            "Et eksempel prøver én ting i aftalen og kender den på dens navn.",
            "An example tries one thing in the agreement and knows it by its name.",
        ),
    ),
    Code(
        "K223",
        T("eksemplet har ingen post at dømme", "the example has no record to judge"),
        T("eksemplet giver ingen “{record}”", "the example gives no “{record}”"),
        T("begynd med “givet {record} med …”", "begin with “given {record} with …”"),
        T(
            "Et eksempel viser en post, og hvad reglen siger om den.",
            "An example shows a record and what the rule says of it.",
        ),
    ),
    Code(
        "K224",
        T("mange poster med én nøgle", "many records with one key"),
        T("flere ens poster kan ikke have samme nøgle", "several like records cannot have one key"),
        T("fjern nøglen eller antallet", "remove the key or the number"),
        T("Poster med antal får selv nøgler.", "Records given by number get keys of their own."),
    ),
    Code(
        "K225",
        T("hvem tilhører posterne?", "whose records?"),
        T("“ingen {word}” siger ikke, hvem der ingen har", "“no {word}” does not say who has none"),
        T("skriv “givet ingen {word} af …”", "write “given no {word} of …”"),
        T(
            "“givet intet medlem af husstand” lukker husstandens liste.",
            "“given no member of household” closes the household's list.",
        ),
    ),
    Code(
        "K226",
        T("værdien mangler", "the value is missing"),
        T("{word} er {type} og skal have en værdi", "{word} is {type} and needs a value"),
        T("skriv værdien efter {word}, eller skriv “ukendt”", "write the value after {word}, or write “unknown”"),
        T(
            "Kun et ja/nej kan stå alene; alt andet skal have en værdi.",
            "Only a yes/no can stand alone; everything else needs a value.",
        ),
    ),
    Code(
        "K227",
        T("“ingen” giver ikke mening her", "“no” makes no sense here"),
        T(
            "{word} er {type}, og “ingen” siger ikke hvilket",
            "{word} is {type}, and “no” does not say which",
        ),
        T("skriv en værdi, eller “ukendt”", "write a value, or “unknown”"),
        T(
            "“ingen” kan siges om ja/nej, om hændelser og om valg med “ingen”.",
            "“no” can be said of a yes/no, of an event and of a choice that has “none”.",
        ),
    ),
    Code(
        "K230",
        T("definitionen bygger på sig selv", "the definition builds on itself"),
        T("“{word}” bygger på sig selv{along}", "“{word}” builds on itself{along}"),
        T(
            "bryd kredsen, så den ene bygger på poster alene",
            "break the circle so that one of them builds on records alone",
        ),
        T(
            "Definitioner må bygge på hinanden, men ikke i ring.",
            "Definitions may build on each other, but not in a circle.",
        ),
    ),
    Code(
        "K231",
        T("aftalens navn og mappe er forskellige", "the agreement and its folder have different names"),
        T(
            "aftalen hedder “{word}”, men mappen “{folder}”",
            "the agreement is named “{word}”, but its folder “{folder}”",
        ),
        T("giv dem samme navn", "give them the same name"),
        T("En aftale findes ved sin mappes navn.", "An agreement is found by the name of its folder."),
    ),
    Code(
        "K232",
        T("aftalen selv mangler", "the agreement itself is missing"),
        T("ingen fil i mappen erklærer aftalen “{word}”", "no file of the folder declares the agreement “{word}”"),
        T(
            "tilføj “aftale {word}” med titel og ikrafttræden",
            "add “agreement {word}” with its title and dates in force",
        ),
        T("Aftalen siger, hvornår reglerne gælder.", "The agreement says when the rules are in force."),
    ),
    Code(
        "K245",
        T("ingen liste at vælge fra", "no list to choose from"),
        T("“{word}” har ingen liste at vælge fra", "“{word}” has no list to choose from"),
        _REMEDY,
        T(
            "“Valg af” står foran et felt, hvis værdi er ét af flere valg, eller foran en klassifikation.",
            "“Choice of” stands before a field whose value is one of several choices, or a classification.",
        ),
    ),
)

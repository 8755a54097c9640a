"""Slips of the pen: marks, names and everyday words that are nearly right, and one word too many or too few."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text as T

SLIP_CODES = (
    Code(
        "K143",
        T("en brøkdel i en sammenligning", "a fraction in a comparison"),
        T(
            "“{word}” er en brøkdel, og en brøkdel kan kun stå som grænse i en kvote",
            "“{word}” is a fraction, and a fraction can only stand as the bound of a quota",
        ),
        T(
            "skriv en procent, eller gang den anden side: “{times} * …” holdt op mod “{percent} %”",
            "write a percentage, or multiply the other side: “{times} * …” held against “{percent} %”",
        ),
        T(
            "En tredjedel kan ikke skrives som en procent med et endeligt antal decimaler. “3 * aftalt_andel er højst "
            "100 %” siger det samme som højst en tredjedel, og siger det præcist.",
            "One third cannot be written as a percentage with an end to its decimals. “3 * agreed_share is at most 100 %” "
            "says the same as at most one third, and says it exactly.",
        ),
    ),
    Code(
        "K144",
        T("et navn af flere ord", "a name of several words"),
        T("“{word}” er flere ord, og et navn er ét", "“{word}” is several words, and a name is one"),
        T("bind ordene sammen: “{right}”", "join the words: “{right}”"),
        T(
            "Et navn skrives i ét med _ mellem ordene; rapporten viser det med mellemrum.",
            "A name is written as one with _ between its words; the report shows it with spaces.",
        ),
    ),
    Code(
        "K145",
        T("et tekstbehandlingsprograms anførselstegn", "a word processor's quotation mark"),
        T(
            "her står et {word}, men en tekst står mellem lige anførselstegn",
            "here is a {word}, but a text stands between straight marks",
        ),
        T('skriv " både før og efter teksten', 'write " both before and after the text'),
        T(
            "Tekstbehandlingsprogrammer bytter det lige tegn ud med et krummet. Inde i en tekst er de krummede i orden.",
            "Word processors replace the straight mark by a curly one. Inside a text the curly ones are in order.",
        ),
    ),
    Code(
        "K146",
        T("et anførselstegn mangler på linjen", "a quotation mark is missing on the line"),
        T("linjen har et ulige antal anførselstegn", "the line has an odd number of quotation marks"),
        T('se efter, hvor en tekst mangler sit " før eller efter', 'see where a text lacks its " before or after'),
        T(
            'Hver tekst begynder og slutter med " på samme linje.',
            'Every text begins and ends with " on the same line.',
        ),
    ),
    Code(
        "K147",
        T("et lige anførselstegn inde i en tekst", "a straight quotation mark inside a text"),
        T("teksten sluttede her, lige før “{word}”", "the text ended here, right before “{word}”"),
        T(
            'skriv “ og ” inde i teksten, og " kun før og efter den',
            'write “ and ” inside the text, and " only around it',
        ),
        T(
            "Det lige tegn slutter teksten. Inde i en tekst bruges de krumme.",
            "The straight mark ends the text. Inside a text the curly ones are used.",
        ),
    ),
    Code(
        "K148",
        T("et eksempel uden overskrift", "an example without a heading"),
        T("her begynder et eksempel, hvis overskrift mangler", "here an example begins whose heading is missing"),
        T(
            'begynd et nyt eksempel ovenfor med “eksempel "…" for …”, eller flyt linjen op',
            'begin a new example above with “example "…" for …”, or move the line up',
        ),
        T(
            "I et eksempel står først det, der er givet, og så det, der forventes. Mangler linjen med “eksempel”, hører det "
            "næste til eksemplet ovenfor.",
            "In an example what is given stands first, and then what is expected. Where the line with “example” is missing, "
            "the next one belongs to the example above.",
        ),
    ),
    Code(
        "K149",
        T("den samme overskrift to gange", "the same heading twice"),
        T("linjen står to gange", "the line stands twice"),
        T("slet den ene", "delete one of them"),
        T(
            "Det, der står under en overskrift, hører til den nederste; den øverste har intet under sig.",
            "What stands below a heading belongs to the lower one; the upper has nothing below it.",
        ),
    ),
    Code(
        "K150",
        T("et usynligt tegn", "an invisible sign"),
        T("her står et tegn, der ikke kan ses ({word})", "here is a sign that cannot be seen ({word})"),
        T("slet ordet, og skriv det igen", "delete the word, and write it again"),
        T(
            "Tekstbehandlingsprogrammer sætter bløde bindestreger og tegn uden bredde ind; de følger med, når man kopierer.",
            "Word processors put in soft hyphens and signs without width; they come along when text is copied.",
        ),
    ),
    Code(
        "K151",
        T("en parameter uden slags", "a parameter without a kind"),
        T("parameteren siger ikke, hvad den måles i", "the parameter does not say what it is measured in"),
        T("skriv “:” og en af {kinds} efter navnet", "write “:” and one of {kinds} after the name"),
        T(
            "Slagsen står efter et kolon, f.eks. “parameter højeste_husleje: kroner”, og værdierne skal passe til den.",
            "The kind stands after a colon, e.g. “parameter highest_rent: kroner”, and the values must suit it.",
        ),
    ),
    Code(
        "K152",
        T("et ord eller tegn for meget", "a word or sign too many"),
        T("“{word}” er for meget her", "“{word}” is one too many here"),
        T("slet “{word}”{way}", "delete “{word}”{way}"),
        T(
            "Uden det kan linjen læses. Sproget har kun de ord, det kender; læs efter, at linjen stadig siger det, den skal.",
            "Without it the line can be read. The language has only the words it knows; read again whether the line still "
            "says what it should.",
        ),
    ),
    Code(
        "K153",
        T("et ord eller tegn mangler", "a word or sign is missing"),
        T("her mangler “{right}”", "“{right}” is missing here"),
        T("skriv “{right}” før “{word}”", "write “{right}” before “{word}”"),
        T(
            "Med det kan linjen læses, og intet andet ord kan stå der.",
            "With it the line can be read, and no other word can stand there.",
        ),
    ),
    Code(
        "K154",
        T("en dato, der ikke er hel", "a date that is not whole"),
        T("“{word}” er ikke en hel dato", "“{word}” is not a whole date"),
        T(
            "skriv år-måned-dag uden mellemrum, som 2024-12-31",
            "write year-month-day without spaces, like 2024-12-31",
        ),
        T(
            "Året har fire cifre, måneden og dagen to hver, med bindestreg imellem.",
            "The year has four digits, the month and the day two each, with hyphens between.",
        ),
    ),
    Code(
        "K155",
        T("to ord, hvor der kan stå ét", "two words where one can stand"),
        T("“{word}” er to ord, og her kan kun stå ét", "“{word}” is two words, and only one can stand here"),
        T("slet det ene, eller bind dem sammen: “{right}”{way}", "delete one, or join them: “{right}”{way}"),
        T(
            "Et navn er ét ord, bundet sammen med _. Ord, der kun uddyber, kan ikke stå i en regel; skriv dem efter et #.",
            "A name is one word, joined with _. Words that only elaborate cannot stand in a rule; write them after a #.",
        ),
    ),
    Code(
        "K157",
        T("en overskrift, der ikke er hel", "a heading that is not whole"),
        T("overskriften er ikke hel", "the heading is not whole"),
        T("skriv “{right}”", "write “{right}”"),
        T(
            "En klassifikation gælder for en slags post på en dag: “klassificer afdeling på dagen som niveau”. Alle ordene skal "
            "være der.",
            "A classification holds for a kind of record on a day: “classify estate on day as level”. All of the words must "
            "be there.",
        ),
    ),
    Code(
        "K158",
        T("første linje siger et andet sprog", "the first line says another language"),
        T(
            "første linje siger “{word}”, men filen er skrevet på {other}",
            "the first line says “{word}”, but the file is written in {other}",
        ),
        T("skriv “sprog {right}” i første linje", "write “language {right}” in the first line"),
        T(
            "Filen læses på det sprog, dens ord er på, så resten af den også kan rettes.",
            "The file is read in the language of its words, so that the rest of it can be corrected too.",
        ),
    ),
    Code(
        "K156",
        T("en vending, som en aftaletekst siger anderledes", "a phrase that a policy says otherwise"),
        T("“{word}” siges på en anden måde i en aftaletekst", "“{word}” is said in another way in a policy"),
        T("{way}", "{way}"),
        T(
            "Sproget har én vending for hver ting, så to jurister ikke skriver det samme på to måder. Læs efter, at linjen "
            "stadig siger det, den skal.",
            "The language has one phrase for each thing, so that two lawyers do not write the same in two ways. Read again "
            "whether the line still says what it should.",
        ),
    ),
    Code(
        "K166",
        T("her skal stå en dato", "a date should stand here"),
        T("her skal stå en dato, ikke “{word}”", "a date should stand here, not “{word}”"),
        T("skriv år-måned-dag, som 2024-12-31", "write year-month-day, like 2024-12-31"),
        T(
            "Ordet foran kræver en dag, så det ses, hvornår noget gælder eller sker.",
            "The word before asks for a day, so that it can be seen when something holds or happens.",
        ),
    ),
    Code(
        "K167",
        T("et brudt bestemmelsesnummer", "a broken clause number"),
        T("“{word}” er ikke et bestemmelsesnummer", "“{word}” is not a clause number"),
        T("skriv det sammen, som 3.2; flere adskilles af “;”", "write it in one, like 3.2; several are parted by “;”"),
        T(
            "Nummeret læses som ét ord, så det kan slås op i fortegnelsen.",
            "The number is read as one word, so that it can be looked up in the register.",
        ),
    ),
    Code(
        "K168",
        T("en tekst på et ukendt sprog", "a text in an unknown language"),
        T("“{word}” er ikke tekstens sprog", "“{word}” is not the language of the text"),
        T("skriv “da” eller “en” foran teksten", "write “da” or “en” before the text"),
        T(
            "En tekst på begge sprog har sit sprog foran hver del.",
            "A text in both languages has its language before each part.",
        ),
    ),
    Code(
        "K159",
        T("et andet ord end det, der hører til her", "another word than the one that belongs here"),
        T("her skal stå “{right}”, ikke “{word}”", "“{right}” should stand here, not “{word}”"),
        T("ret “{word}” til “{right}”", "correct “{word}” to “{right}”"),
        T(
            "Med det ord kan linjen læses, og med intet andet.",
            "With that word the line can be read, and with no other.",
        ),
    ),
    Code(
        "K160",
        T("en del af flere ord", "a part of several words"),
        T("“{word}” er kun en del af {words}", "“{word}” is only a part of {words}"),
        T("skriv det hele: {words}", "write the whole: {words}"),
        T(
            "Nogle af sprogets ord består af flere, der altid står sammen.",
            "Some words of the language consist of several that always stand together.",
        ),
    ),
    Code(
        "K161",
        T("en linje med et ukendt første ord", "a line with an unknown first word"),
        T("ingen linje i “{item}” begynder med “{word}”", "no line of “{item}” begins with “{word}”"),
        T("begynd den med {expected}", "begin it with {expected}"),
        T(
            "En linje begynder med det ord, der siger, hvad den handler om; ellers fortsætter den linjen over den.",
            "A line begins with the word that says what it is about; else it goes on with the line above it.",
        ),
    ),
    Code(
        "K162",
        T("et andet end det ene, der kan stå her", "another than the one that can stand here"),
        T("her skal stå {expected}, ikke “{word}”", "{expected} should stand here, not “{word}”"),
        T("skriv {expected} her", "write {expected} here"),
        T(
            "Efter det, der står foran, kan kun ganske få ord følge.",
            "After what stands before, only very few words can follow.",
        ),
    ),
    Code(
        "K163",
        T("en værdi mangler", "a value is missing"),
        T("der mangler en værdi mellem “{after}” og “{word}”", "a value is missing between “{after}” and “{word}”"),
        T(
            "skriv en oplysning, et tal, en dato eller en betingelse før “{word}”",
            "write a fact, a number, a date or a condition before “{word}”",
        ),
        T(
            "En sammenligning og “og”, “eller” og “ikke” har noget på begge sider eller efter sig.",
            "A comparison and “and”, “or” and “not” have something on both sides or after them.",
        ),
    ),
    Code(
        "K164",
        T("en sammenligning mangler", "a comparison is missing"),
        T("“{word}” siger intet om “{after}”", "“{word}” says nothing of “{after}”"),
        T(
            "skriv en sammenligning imellem, som “er” eller “er mindst”, eller “og”, eller begynd en ny linje",
            "write a comparison between them, like “is” or “is at least”, or “and”, or begin a new line",
        ),
        T(
            "Efter en oplysning står, hvad den holdes op mod, eller hvad der ellers kræves.",
            "After a fact stands what it is compared with, or what else is asked.",
        ),
    ),
    Code(
        "K165",
        T("betingelsen er allerede hel", "the condition is whole already"),
        T(
            "betingelsen slutter ved “{after}” og fortsætter ikke med “{word}”",
            "the condition ends at “{after}” and does not go on with “{word}”",
        ),
        T(
            "skriv “og” eller “eller” før “{word}”, slet det, eller begynd en ny linje",
            "write “and” or “or” before “{word}”, delete it, or begin a new line",
        ),
        T(
            "To betingelser ved siden af hinanden skal bindes sammen.",
            "Two conditions beside each other must be joined.",
        ),
    ),
)

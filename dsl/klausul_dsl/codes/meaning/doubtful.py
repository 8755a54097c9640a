"""Diagnostic codes K5 and K6: what can be written and hardly meant."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.codes.entry import Severity as S
from klausul_dsl.text import Text as T

DOUBTFUL_CODES: tuple[Code, ...] = (
    Code(
        "K516",
        T(
            "en grænse nægtet to gange",
            "a bound denied twice",
        ),
        T(
            "“højst” sammen med “må ikke” i “{word}” siger, at alle de andre skal",
            "“at most” with “must not” in “{word}” says that all the others must",
        ),
        T(
            "skriv “højst … må …”, hvis det er et loft, ellers “mindst … skal …”",
            "write “at most … may …” where it is a ceiling, else “at least … must …”",
        ),
        T(
            "Højst en femtedel må ikke have det, er at mindst fire femtedele skal have det. Er det et loft, der er ment, så er det modsat, og det ses ikke ved at læse hurtigt.",
            "That at most a fifth must not have it is that at least four fifths must have it. Where a ceiling is meant it is the opposite, and that is not seen in reading fast.",
        ),
        S.WARNING,
    ),
    Code(
        "K517",
        T(
            "en erklæring uden ord",
            "a statement without words",
        ),
        T(
            "her erklæres ingenting",
            "nothing is stated here",
        ),
        T(
            "skriv mellem anførselstegnene, hvad personen erklærer, på begge sprog",
            "write between the quotation marks what the person states, in both languages",
        ),
        T(
            "En erklæring findes i leverancen ved sine ord. Uden ord kan ingen sige, hvad der er erklæret.",
            "A statement is found in the delivery by its words. Without words nobody can say what was stated.",
        ),
    ),
    Code(
        "K518",
        T(
            "et antal ved siden af en andel",
            "a count beside a share",
        ),
        T(
            "et svar giver “{word}” et antal som grænse, et andet en andel",
            "one answer gives “{word}” a count as its bound, another a share",
        ),
        T(
            "skriv “%” eller en brøk efter tallet, hvis det er en andel; ellers skriv to kvoter",
            "write “%” or a fraction where the number is a share; else write two quotas",
        ),
        T(
            "“mindst 33” er treogtredive poster, “mindst 33 %” er hver tredje. To svar på samme spørgsmål er sjældent så forskellige; oftest er “%” glemt.",
            "“at least 33” is thirty-three records, “at least 33 %” is every third. Two answers to one question are seldom that different; mostly “%” was forgotten.",
        ),
        S.WARNING,
    ),
    Code(
        "K519",
        T(
            "to eksempler med samme titel",
            "two examples with the same title",
        ),
        T(
            "et andet eksempel for det samme hedder også “{title}”",
            "another example for the same thing is called “{title}” too",
        ),
        T(
            "giv det ene en titel, der siger, hvad der er anderledes",
            "give one of them a title that says what is different",
        ),
        T(
            "Et eksempel nævnes ved sin titel, når det ikke holder, og når en uklarhed bygger på det.",
            "An example is named by its title where it does not hold, and where an ambiguity rests on it.",
        ),
        S.WARNING,
    ),
    Code(
        "K521",
        T(
            "uden for aftalens tid",
            "outside the agreement's time",
        ),
        T(
            "“{word}” gælder ikke på en eneste af aftalens dage",
            "“{word}” holds on none of the agreement's days",
        ),
        T(
            "ret datoerne efter “fra” og “til”, eller aftalens “gælder fra … til …”",
            "mend the dates after “from” and “to”, or the agreement's “in force from … to …”",
        ),
        T(
            "En aftale binder i den tid, den gælder. Det, der begynder senere eller ender før, bliver aldrig prøvet.",
            "An agreement binds while it is in force. What begins later or ends before is never judged.",
        ),
        S.WARNING,
    ),
    Code(
        "K603",
        T(
            "eksemplet venter noget af en forkert slags",
            "the example expects the wrong kind of thing",
        ),
        T(
            "det, eksemplet prøver, giver {wanted}",
            "what the example tries gives {wanted}",
        ),
        T(
            "skriv et af dem efter “forvent”",
            "write one of them after “expect”",
        ),
        T(
            "En regel, en kvote eller en anden norm kommer ud med et udfald; en definition eller en klassifikation har en værdi. Det ene kan aldrig være det andet, og eksemplet kan aldrig holde.",
            "A rule, a quota or another norm comes out with an outcome; a definition or a classification has a value. The one can never be the other, and the example can never hold.",
        ),
    ),
    Code(
        "K604",
        T(
            "en undtagelse, der ikke er der",
            "an exception that is not there",
        ),
        T(
            "eksemplet venter, at en undtagelse afgør det, men “{word}” har ingen “medmindre”",
            "the example expects an exception to decide, but “{word}” has no “unless”",
        ),
        T(
            "skriv “ved hvor” eller “ved skal”, eller skriv undtagelsen i reglen",
            "write “by where” or “by must”, or write the exception in the rule",
        ),
        T(
            "Et eksempel, der venter en undtagelse, viser, at undtagelsen virker. Uden den viser det intet.",
            "An example that expects an exception shows that it works. Without one it shows nothing.",
        ),
    ),
)

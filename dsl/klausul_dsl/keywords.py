"""The words of each language: one table, from which the grammar's terminals, the formatter and the messages are made.

The first word of an entry is the one that is printed; the others are accepted. Where Danish has a common and a neuter
form, they stand in that order.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from klausul_dsl.text import Language


class Keyword(NamedTuple):
    """The words for one terminal in Danish and English."""

    da: tuple[str, ...]
    en: tuple[str, ...]

    def words(self, language: Language) -> tuple[str, ...]:
        return self.da if language == "da" else self.en


def _k(da: str, en: str) -> Keyword:
    return Keyword(tuple(da.split("|")), tuple(en.split("|")))


ITEMS: dict[str, Keyword] = {
    "AGREEMENT": _k("aftale", "agreement"),
    "PARAMETER": _k("parameter", "parameter"),
    "READING": _k("fortolkning", "reading"),
    "DEFINE": _k("definer", "define"),
    "CLASSIFY": _k("klassificer", "classify"),
    "PLACEMENT_OF": _k("indplacering af", "placement of"),
    "RULE": _k("regel", "rule"),
    "QUOTA": _k("kvote", "quota"),
    "SEQUENCE": _k("rækkefølge", "sequence"),
    "DEADLINE": _k("frist", "deadline"),
    "PERIODIC": _k("periodisk krav|periodisk", "periodic"),
    "DUTY": _k("pligt", "duty"),
    "MEASURE": _k("måling", "measure"),
    "EXAMPLE": _k("eksempel", "example"),
}
"""The words that begin an item, at the margin."""

PARTS: dict[str, Keyword] = {
    "TITLE": _k("titel", "title"),
    "IN_FORCE": _k("gælder fra|gælder", "in force from|in force"),
    "CLAUSES": _k("bestemmelser", "clauses"),
    "USES": _k("anvender", "uses"),
    "CALLED": _k("kaldet", "called"),
    "SOURCE": _k("kilde", "source"),
    "NOT_SUPPLIED": _k("foreligger ikke", "not supplied"),
    "ASKS": _k("spørger", "asks"),
    "MEANS": _k("betyder", "means"),
    "CLASS": _k("klasse", "class"),
    "REVIEWED_ON": _k("gennemgås den", "reviewed on"),
    "FOR_EACH": _k("for hver|for hvert", "for each"),
    "WHERE": _k("hvor", "where"),
    "UNLESS": _k("medmindre", "unless"),
    "MUST": _k("skal", "must"),
    "MAY": _k("må", "may"),
    "MUST_NOT": _k("må ikke", "must not"),
    "MUST_NOT_HAPPEN": _k("må ikke ske", "must not happen"),
    "MAY_ONLY": _k("må kun ske, når|må kun ske når", "may only happen when"),
    "PER_YEAR": _k("pr. kalenderår", "per calendar year"),
    "PER_QUARTER": _k("pr. kvartal", "per calendar quarter"),
    "PER_MONTH": _k("pr. måned", "per calendar month"),
    "IN_AGREEMENT_PERIOD": _k("i aftaleperioden", "in the agreement period"),
    "PER": _k("pr.", "per"),
    "STARTING_AFRESH": _k("begynder forfra", "starting afresh"),
    "NEVER_STARTING_AFRESH": _k("begynder aldrig forfra", "never starting afresh"),
    "IN_EVERY_YEAR": _k("i hvert kalenderår|i hvert år", "in every calendar year|in every year"),
    "IN_EVERY_OTHER_YEAR": _k(
        "i hvert andet kalenderår|i hvert andet år", "in every other calendar year|in every other year"
    ),
    "IN_EVERY_QUARTER": _k("i hvert kvartal", "in every calendar quarter|in every quarter"),
    "IN_EVERY_MONTH": _k("i hver kalendermåned|i hver måned", "in every calendar month|in every month"),
    "ONCE_BETWEEN": _k("én gang mellem|en gang mellem", "once between"),
    "OWED_BY": _k("påhviler", "owed by"),
    "AFTER_EXPIRY": _k("også efter aftalens udløb|også efter udløb", "also after expiry"),
    "COUNTS": _k("tæller", "counts"),
    "EXPECTED": _k("forventet", "expected"),
    "TOGETHER": _k("under ét", "taken together"),
    "AT_LEAST": _k("mindst", "at least"),
    "AT_MOST": _k("højst", "at most"),
    "EXACTLY": _k("præcis", "exactly"),
    "AS_OF": _k("opgjort den", "as of"),
    "GIVEN": _k("givet", "given"),
    "EXPECT": _k("forvent", "expect"),
    "FROM": _k("fra", "from"),
    "TO": _k("til", "to"),
    "NO": _k("ingen|intet", "no"),
    "EVERY": _k("hver|hvert", "every"),
    "OF": _k("af", "of"),
    "CHOICE_OF": _k("valg af|et valg af", "choice of|a choice of"),
    "CHOICES_OF": _k("flere valg af", "several choices of"),
    "BY": _k("alt efter", "by|depending on"),
}
"""The words that begin a line inside an item."""

INNER: dict[str, Keyword] = {
    "FOR": _k("for", "for"),
    "UNDER": _k("jf.", "under"),
    "IS": _k("er", "is"),
    "ON_DAY": _k("på dagen", "on day"),
    "AS": _k("som", "as"),
    "WHEN": _k("når", "when"),
    "OTHERWISE": _k("ellers", "otherwise"),
    "EVERY_YEAR": _k("hvert år", "of every year"),
    "DATED_BY": _k("dateret efter", "dated by"),
    "STANDING_ON": _k("opgjort pr.|der findes den|der findes", "standing on"),
    "BETWEEN": _k("mellem", "between"),
    "EVERY_CALENDAR_YEAR": _k("hvert kalenderår", "every calendar year"),
    "ON_EACH_CHANGE_OF": _k("ved hver ændring af|ved hvert skift af", "on each change of"),
    "BEGINNING_WITH": _k("begyndende med den|begyndende med", "beginning with the|beginning with"),
    "NO_LATER_THAN": _k("senest", "no later than"),
    "WHOLE_PERIODS": _k("dog kun hele perioder|kun hele perioder", "whole periods only"),
    "TOUCHED_PERIODS": _k("også delvise perioder|alle berørte perioder", "every period touched"),
    "FOLLOWED_BY": _k("efterfulgt af", "followed by"),
    "ABOUT": _k("ca.|omkring", "about"),
    "MOVED_TO_WORKING_DAY": _k("flyttet til næste arbejdsdag", "moved to the next working day"),
    "THROUGHOUT_THE": _k("uafbrudt i de|uafbrudt i den|uafbrudt i det", "throughout the"),
    "ROLLING_OVER": _k("med overløb", "rolling over"),
    "WORKING_DAYS": _k("arbejdsdage|arbejdsdag", "working days|working day"),
    "HAVE": _k("have", "have"),
    "BE": _k("være", "be"),
    "HAS": _k("har", "has|have"),
    "ROUNDED_DOWN": _k("rundet ned", "rounded down"),
    "ROUNDED_NEAREST": _k("afrundet til nærmeste", "rounded to the nearest"),
    "ROUNDED_UP": _k("rundet op", "rounded up"),
    "WITH": _k("med", "with"),
    "ON": _k("den|på", "on"),
    "BECAUSE": _k("fordi", "because"),
    "BECAUSE_OF": _k("på grund af", "because of"),
    "BY_PART": _k("ved|afgjort ved", "decided by"),
    "REFUTED": _k("afvist", "refuted"),
    "BREACH": _k("ikke overholdt", "breach"),
    "COMPLIANT": _k("overholdt", "compliant"),
    "UNDETERMINED": _k("kan ikke afgøres", "undetermined"),
    "NOT_APPLICABLE": _k("ikke relevant", "not applicable"),
    "PENDING": _k("endnu ikke forfaldent", "pending"),
    "UNCOVERED": _k("ikke dækket", "uncovered"),
    "CONFLICT": _k("modstrid", "conflict"),
    "UNKNOWN": _k("ukendt", "unknown"),
    "MISSING_FACTS": _k("manglende oplysninger", "missing facts"),
    "UNREADABLE": _k("ulæselig celle", "unreadable cell"),
    "REJECTED_ROWS": _k("afviste rækker", "rejected rows"),
    "ORDER": _k("rækkefølge", "order"),
    "YES": _k("ja", "yes"),
    "NO_VALUE": _k("nej", "no"),
    "ALWAYS": _k("altid", "always"),
    "NEVER": _k("aldrig", "never"),
    "AND": _k("og", "and"),
    "OR": _k("eller", "or"),
    "NOT": _k("ikke", "not"),
    "IN": _k("blandt|er en af", "in|is one of"),
    "NOT_IN": _k("ikke blandt|er ikke en af|ikke er en af", "not in|is not one of"),
    "IS_NOT": _k("er ikke|ikke er", "is not"),
    "IS_MISSING": _k("mangler", "is missing"),
    "IS_KNOWN": _k("er kendt", "is known"),
    "IS_UNCOVERED": _k("er ikke dækket", "is uncovered"),
    "LESS": _k("er under|<", "is below|<"),
    "LESS_EQUAL": _k("er højst|<=", "is at most|<="),
    "GREATER": _k("er over|>", "is above|>"),
    "GREATER_EQUAL": _k("er mindst|>=", "is at least|>="),
    "EARLIER": _k("er før", "is before"),
    "LATER": _k("er efter", "is after"),
    "WITHIN": _k("inden for", "within"),
    "BEFORE": _k("før", "before"),
    "AFTER": _k("efter", "after"),
    "DAY": _k("dagen", "day"),
    "ATTESTED": _k("erklæret", "attested"),
    "SOME": _k("mindst en|mindst et|nogen|noget", "some"),
    "NUMBER_OF": _k("antal|antallet af", "number of"),
    "HAVING": _k("hvorom gælder|der opfylder|som har", "having|that meets"),
    "IN_EACH_OF_THE": _k("i hver af de", "in each of the"),
    "CALENDAR_MONTHS_BEFORE": _k("kalendermåneder før", "calendar months before"),
    "DAYS": _k("dage|dag|døgn", "days|day"),
    "WEEKS": _k("uger|uge", "weeks|week"),
    "MONTHS": _k("måneder|måned", "months|month"),
    "YEARS": _k("år", "years|year"),
    "JANUARY": _k("januar", "January"),
    "FEBRUARY": _k("februar", "February"),
    "MARCH": _k("marts", "March"),
    "APRIL": _k("april", "April"),
    "MAY_MONTH": _k("maj", "May"),
    "JUNE": _k("juni", "June"),
    "JULY": _k("juli", "July"),
    "AUGUST": _k("august", "August"),
    "SEPTEMBER": _k("september", "September"),
    "OCTOBER": _k("oktober", "October"),
    "NOVEMBER": _k("november", "November"),
    "DECEMBER": _k("december", "December"),
    "PERCENT": _k("%|procent", "%|percent"),
    "KRONER": _k("kr.|kroner", "kr.|kroner"),
    "SQUARE_METRES": _k("m2|m²|kvadratmeter", "m2|m²|square metres"),
    "HOURS": _k("timer", "hours"),
}

KEYWORDS: dict[str, Keyword] = {**ITEMS, **PARTS, **INNER}

JOINING = frozenset(
    word
    for terminal in (
        *("AND", "OR", "NOT", "IS", "HAS", "HAVE", "BE", "MUST", "MAY", "WHERE", "UNLESS", "WHEN", "OTHERWISE"),
        *("IN", "OF", "BEFORE", "AFTER", "WITHIN"),
    )
    for word in (*KEYWORDS[terminal].da, *KEYWORDS[terminal].en)
    if " " not in word
)
"""The words of both languages that join the parts of a sentence: nobody could read a name among them."""

MONTHS = (
    "JANUARY",
    "FEBRUARY",
    "MARCH",
    "APRIL",
    "MAY_MONTH",
    "JUNE",
    "JULY",
    "AUGUST",
    "SEPTEMBER",
    "OCTOBER",
    "NOVEMBER",
    "DECEMBER",
)

TYPE_WORDS: dict[str, Keyword] = {
    "percent": _k("procent", "percent"),
    "count": _k("tal", "number"),
    "kroner": _k("kroner", "kroner"),
    "square_metres": _k("kvadratmeter", "square_metres"),
    "hours": _k("timer", "hours"),
    "date": _k("dato", "date"),
    "yes_no": _k("ja_eller_nej", "yes_or_no"),
}
"""The words for the type of a parameter."""


def printed(terminal: str, language: Language, *, neuter: bool = False) -> str:
    """The word that is printed for a terminal.

    >>> printed("NO", "da", neuter=True)
    'intet'
    """
    words = KEYWORDS[terminal].words(language)
    return words[1] if neuter and language == "da" and terminal in NEUTER else words[0]


NEUTER = frozenset({"FOR_EACH", "NO", "EVERY", "SOME"})
"""Terminals whose second Danish word is the neuter form."""


def pattern(word: str) -> str:
    """The regular expression of a keyword: any white space between its words, and no letter after it."""
    parts = [re.escape(part) for part in word.split(" ")]
    return r"\s+".join(parts) + (r"(?!\w)" if word[-1].isalnum() else "")


SKIPPING: Keyword = _k("fraregnet", "skipping")
"""The word before the months whose days do not count; it is read together with them, as one word."""

ORDINALS: dict[int, Keyword] = {
    1: _k("første", "first"),
    2: _k("anden|andet", "second|other"),
    3: _k("tredje", "third"),
    4: _k("fjerde", "fourth"),
    5: _k("femte", "fifth"),
    6: _k("sjette", "sixth"),
}
"""Ordinals that may be written out; all others, and all that are printed, are figures."""


def ordinal(number: int, language: Language) -> str:
    """An ordinal as it is printed.

    >>> ordinal(2, "da"), ordinal(2, "en"), ordinal(11, "en")
    ('2.', '2nd', '11th')
    """
    if language == "da":
        return f"{number}."
    teen = 10 < number % 100 < 14
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _ordinals(language: Language) -> str:
    words = "|".join(rf"{word}(?!\w)" for keyword in ORDINALS.values() for word in keyword.words(language))
    figures = r"\d+\." if language == "da" else r"\d+(?:st|nd|rd|th)(?!\w)"
    return f"ORDINAL.70: /(?:{figures}|{words})/i"


def _skipping(language: Language) -> str:
    """The terminal of the months that are skipped: `skipping July and August`."""
    month = f"(?:{'|'.join(word for name in MONTHS for word in KEYWORDS[name].words(language))})"
    link = rf"\s*(?:,|{KEYWORDS['AND'].words(language)[0]}(?!\w))\s*"
    return rf"SKIPPING.70: /{SKIPPING.words(language)[0]}\s+{month}(?:{link}{month})*(?!\w)/i"


def terminals(language: Language) -> str:
    """The grammar text of all keyword terminals; more words win over fewer.

    Two terminals that share a word are never allowed in the same place; they get different priorities so that Lark's
    strict mode, which also looks at all terminals together, has nothing to decide.
    """
    lines = [_ordinals(language), _skipping(language)]
    seen: dict[str, int] = {}
    for name, keyword in KEYWORDS.items():
        words = sorted(keyword.words(language), key=len, reverse=True)
        shared = max(seen.get(word.lower(), 0) for word in words)
        for word in words:
            seen[word.lower()] = shared + 1
        priority = 10 * max(word.count(" ") + 1 for word in words) - shared
        body = "|".join(pattern(word) for word in words).replace("/", r"\/")
        lines.append(f"{name}.{priority}: /(?:{body})/i")
    return "\n".join(lines)

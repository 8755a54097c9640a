"""What one would say, and how a policy says it: the one table of phrases that no keyword is spelt like.

A phrase is a pattern for each language, tried on the line of a mistake, texts left out. Its groups may be named in the
way out; `w` is what is marked where that is less than the whole. The first that fits is told, so the narrower stand
before the wider. No way out changes the sense: where the language has no words for it, the way says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from klausul_dsl.keywords import ITEMS
from klausul_dsl.text import Text

NUMBERS_DA = {"to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "syv": "7", "otte": "8", "ni": "9"}
NUMBERS_DA |= {"ti": "10", "elleve": "11", "tolv": "12"}
NUMBERS_EN = {"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9"}
NUMBERS_EN |= {"ten": "10", "eleven": "11", "twelve": "12"}
FIGURES = {**NUMBERS_DA, **NUMBERS_EN}
"""Numbers that are written in words elsewhere; “en” and “a” are not among them, as they are also articles."""

_COUNTS = frozenset({"QUOTA"})
_CLAUSES = frozenset({"RULE", "PERIODIC", "DUTY", "DEADLINE", "DEFINE", "CLASSIFY"})
_ALL = frozenset(ITEMS)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern for each language, and what is told: a keyword to write, or the way out in words.

    `items` are the items in which it is meant so; `needs` are terminals of which one could stand at the mistake.
    """

    da: str
    en: str
    way: Text | None = None
    keyword: str = ""
    code: str = "K156"
    items: frozenset[str] = _ALL
    needs: frozenset[str] = frozenset()


def _way(da: str, en: str) -> Text:
    return Text(da, en)


_N = r"(?P<n>\d+|" + "|".join(FIGURES) + r")(?!\w)(?!\s*[%/.,]\s*\d)"
_UNIT_DA = r"%|procent|pct|kr\.?|kroner|m2|m²|kvm|kvadratmeter|timer?|dage?|døgn|uger?|måned(?:er)?|år|arbejdsdage?"
_UNIT_EN = r"%|percent|kr\.?|kroner|m2|m²|square|hours?|days?|weeks?|months?|years?|working"
_NOUN_DA = rf"(?!(?:{_UNIT_DA}|rundet|afrundet|og|eller|pr|af|den|før|efter)(?!\w))(?P<noun>[^\W\d]\w*)"
_NOUN_EN = rf"(?!(?:{_UNIT_EN}|rounded|and|or|per|of|on|before|after)(?!\w))(?P<noun>[^\W\d]\w*)"
_OPTION = r"^\s*(?:\w+\s*=\s*)?"
"""Where a line begins, or an answer."""
_HALF_YEARS = _way(
    "et halvår har ikke sit eget ord: skriv et krav for “mellem 1. januar og 30. juni” og et for “mellem 1. juli og "
    "31. december”",
    "half a year has no word of its own: write one demand for “between 1 January and 30 June” and one for “between "
    "1 July and 31 December”",
)
_SHARE = _way(
    "skriv andelen, “{bound} 1/{n}”; skal det holde i den orden, de kommer, så brug en rækkefølge",
    "write the share, “{bound} 1/{n}”; where it must hold in the order they come, use a sequence",
)
_BOUND_ALONE = _way(
    "skriv “{bound} {n}” alene; hvad der tælles, står efter “af”",
    "write “{bound} {n}” alone; what is counted stands after “of”",
)
_NUMBER_OF = _way(
    "skriv “antal {noun} er {bound} {n}” om poster, eller “… er {bound} {n}” efter navnet på et tal",
    "write “number of {noun} is {bound} {n}” of records, or “… is {bound} {n}” after the name of a number",
)
_NUMBER_HAVING = _way(
    "skriv “antal {noun} hvorom gælder (…) er {bound} {n}”",
    "write “number of {noun} having (…) is {bound} {n}”",
)
_TWO_QUOTAS = _way(
    "en kvote har én grænse: skriv to kvoter, én med “mindst {n}” og én med “højst {m}”",
    "a quota has one bound: write two quotas, one with “at least {n}” and one with “at most {m}”",
)
TWO_SIDES = _way(
    "gentag, hvad der måles: “… er mindst {n} og … er højst {m}”",
    "repeat what is measured: “… is at least {n} and … is at most {m}”",
)
_AMOUNT = r"(?P<{0}>[\w,.]+(?:\s+(?:%|kr\.|m2|m²|kroner|procent|percent|timer|hours))?)"

PHRASES: tuple[Phrase, ...] = (
    # Counts and bounds
    Phrase(
        rf"{_OPTION}mellem\s+{_N}\s+og\s+(?P<m>\d+)",
        rf"{_OPTION}between\s+{_N}\s+and\s+(?P<m>\d+)",
        _TWO_QUOTAS,
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}mindst\s+{_N}\s+og\s+(?:højst|maks\.?)\s+(?P<m>\d+)",
        rf"{_OPTION}at\s+least\s+{_N}\s+and\s+at\s+most\s+(?P<m>\d+)",
        _TWO_QUOTAS,
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<bound>mindst|højst)\s+hver\s+(?P<n>\d+\.|anden|tredje|fjerde|femte|sjette)",
        rf"{_OPTION}(?P<bound>at\s+least|at\s+most)\s+every\s+(?P<n>\d+(?:st|nd|rd|th)|second|third|fourth|fifth|sixth)",
        _SHARE,
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<w>(?:mere|flere)\s+end\s+{_N}|>\s*{_N.replace('<n>', '<n2>')})",
        rf"{_OPTION}(?P<w>more\s+than\s+{_N}|>\s*{_N.replace('<n>', '<n2>')})",
        _way("skriv “mindst {more}”", "write “at least {more}”"),
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<w>(?:mindre|færre)\s+end\s+{_N}|<\s*{_N.replace('<n>', '<n2>')})",
        rf"{_OPTION}(?P<w>(?:less|fewer)\s+than\s+{_N}|<\s*{_N.replace('<n>', '<n2>')})",
        _way("skriv “højst {less}”", "write “at most {less}”"),
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<w>ikke\s+(?:mindre|færre)\s+end|ikke\s+under|>=|minimum)",
        rf"{_OPTION}(?P<w>(?:not|no)\s+(?:less|fewer)\s+than|>=|minimum)",
        keyword="AT_LEAST",
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<w>ikke\s+(?:mere|flere)\s+end|ikke\s+over|<=|ma(?:ks|x)imalt|max|op\s+til)",
        rf"{_OPTION}(?P<w>(?:not|no)\s+more\s+than|<=|maximum|up\s+to)",
        keyword="AT_MOST",
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<w>nøjagtigt?|netop|lige\s+præcis|=)",
        rf"{_OPTION}(?P<w>precisely|just|=)",
        keyword="EXACTLY",
        items=_COUNTS,
    ),
    Phrase(
        r"^\s*(?P<w>\d+(?:\s*/\s*\d+|\s*%)?)",
        r"^\s*(?P<w>\d+(?:\s*/\s*\d+|\s*%)?)",
        _way(
            "skriv “mindst {w}”, “højst {w}” eller “præcis {w}”",
            "write “at least {w}”, “at most {w}” or “exactly {w}”",
        ),
        items=_COUNTS,
    ),
    Phrase(
        rf"{_OPTION}(?P<bound>mindst|højst|præcis)\s+{_N}\s+{_NOUN_DA}",
        rf"{_OPTION}(?P<bound>at\s+least|at\s+most|exactly)\s+{_N}\s+{_NOUN_EN}",
        _BOUND_ALONE,
        items=_COUNTS,
    ),
    Phrase(
        r"(?P<every>(?:mindst|højst)\s+hver\s+(?:\d+\.|anden|tredje|fjerde))\s+(?P<w>(?!begyndende)[^\W\d]\w*)",
        r"(?P<every>at\s+(?:least|most)\s+every\s+(?:\d+(?:st|nd|rd|th)|second|third))\s+(?P<w>(?!beginning)[^\W\d]\w*)",
        _way(": efter “{every}” står intet andet", ": nothing else stands after “{every}”"),
        code="K152",
        items=frozenset({"SEQUENCE"}),
    ),
    Phrase(
        r"(?:\d\.|anden|tredje|fjerde)\s+(?P<w>begyndende\s+med(?:\s+den)?)",
        r"(?:\d(?:st|nd|rd|th)|second|third|fourth)\s+(?P<w>beginning\s+with(?:\s+the)?)",
        code="K137",
        items=frozenset({"SEQUENCE"}),
    ),
    Phrase(
        r"(?P<w>med\s+start\s+(?:i|med|på)?\s*den|startende\s+med(?:\s+den)?|første\s+gang\s+den)",
        r"(?P<w>starting\s+(?:with|at|from)(?:\s+the)?)",
        keyword="BEGINNING_WITH",
        items=frozenset({"SEQUENCE"}),
    ),
    Phrase(
        rf"(?P<bound>mindst|højst|præcis)\s+{_N}\s+(?P<noun>[^\W\d]\w*(?:\s+af\s+[\w.]+)?)\s+(?:har|hvor|hvorom\s+gælder)\s*\(",
        rf"(?P<bound>at\s+least|at\s+most|exactly)\s+{_N}\s+(?P<noun>[^\W\d]\w*(?:\s+of\s+[\w.]+)?)\s+(?:has|have|having|where)\s*\(",
        _NUMBER_HAVING,
        items=_CLAUSES,
    ),
    Phrase(
        rf"(?P<bound>mindst|højst|præcis)\s+(?!1\s){_N}\s+{_NOUN_DA}",
        rf"(?P<bound>at\s+least|at\s+most|exactly)\s+(?!1\s){_N}\s+{_NOUN_EN}",
        _NUMBER_OF,
        items=_CLAUSES | _COUNTS,
    ),
    Phrase(
        rf"(?P<bound>mindst)\s+{_AMOUNT.format('n')}\s+og\s+(?:højst|maks\.?)\s+{_AMOUNT.format('m')}",
        rf"(?P<bound>at\s+least)\s+{_AMOUNT.format('n')}\s+and\s+at\s+most\s+{_AMOUNT.format('m')}",
        TWO_SIDES,
    ),
    Phrase(
        rf"er\s+mellem\s+{_AMOUNT.format('n')}\s+og\s+{_AMOUNT.format('m')}",
        rf"is\s+between\s+{_AMOUNT.format('n')}\s+and\s+{_AMOUNT.format('m')}",
        TWO_SIDES,
    ),
    Phrase(
        r"(?P<f>[^\W\d][\w.]*)\s+er\s+(?P<a>[^\W\d]\w*)\s+(?P<w>eller)\s+(?P<b>[^\W\d]\w*)(?=\s+og\s|\s*$)",
        r"(?P<f>[^\W\d][\w.]*)\s+is\s+(?P<a>[^\W\d]\w*)\s+(?P<w>or)\s+(?P<b>[^\W\d]\w*)(?=\s+and\s|\s*$)",
        _way(
            "er begge værdier af “{f}”, så skriv “{f} blandt ({a}; {b})”; ellers sæt parenteser",
            "where both are values of “{f}”, write “{f} in ({a}; {b})”; else put parentheses",
        ),
        needs=frozenset({"OR"}),
    ),
    # Comparisons
    Phrase(
        r"er\s+ikke\s+(?:mindre|lavere|kortere)\s+end|er\s+ikke\s+under",
        r"is\s+(?:not|no)\s+(?:less|lower|fewer)\s+than|is\s+not\s+(?:below|under)",
        keyword="GREATER_EQUAL",
    ),
    Phrase(
        r"er\s+ikke\s+(?:mere|større|højere|længere)\s+end|er\s+ikke\s+over",
        r"is\s+(?:not|no)\s+(?:more|greater|higher)\s+than|is\s+not\s+(?:above|over)",
        keyword="LESS_EQUAL",
    ),
    Phrase(
        r"er\s+(?:senest|ikke\s+senere\s+end)(?:\s+den)?\s+(?P<d>\S+)",
        r"is\s+(?:no\s+later\s+than|not\s+later\s+than|at\s+the\s+latest)\s+(?P<d>\S+)",
        _way("skriv “er højst {d}”; dagen selv er med", "write “is at most {d}”; the day itself is included"),
    ),
    Phrase(
        r"er\s+(?:tidligst|ikke\s+før)(?:\s+den)?\s+(?P<d>\S+)",
        r"is\s+(?:no\s+earlier\s+than|not\s+before|at\s+the\s+earliest)\s+(?P<d>\S+)",
        _way("skriv “er mindst {d}”; dagen selv er med", "write “is at least {d}”; the day itself is included"),
    ),
    Phrase(
        r"(?P<w>(?:er\s+)?enten)",
        r"(?P<w>(?:is\s+)?either)",
        _way(
            "skriv “eller” alene, og gentag navnet: “… er … eller … er …”, eller “… blandt (…; …)”",
            "write “or” alone, and repeat the name: “… is … or … is …”, or “… in (…; …)”",
        ),
    ),
    Phrase(
        r"(?P<w>(?:er\s+)?både)",
        r"(?P<w>(?:is\s+)?both)",
        _way(": “og” siger det alene", ": “and” says it alone"),
        code="K152",
    ),
    Phrase(
        r"(?P<before>betyder|medmindre|hvor|når|skal)\s+(?P<w>at)",
        r"(?P<before>means|unless|where|when|must)\s+(?P<w>that)",
        _way(": efter “{before}” står betingelsen selv", ": the condition itself follows “{before}”"),
        code="K152",
    ),
    Phrase(
        r"(?P<w>dog\s+ikke\s+(?:hvis|når|for)|undtagen\s+(?:hvis|når)|bortset\s+fra\s+(?:hvis|når)|men\s+ikke\s+hvis)",
        r"(?P<w>(?:but\s+)?not\s+if|except\s+(?:if|when|where|that))",
        keyword="UNLESS",
    ),
    Phrase(
        r"\b(?P<w>kr\.?)\s*(?P<n>\d[\d.,]*)",
        r"\b(?P<w>(?:kr|DKK)\.?)\s*(?P<n>\d[\d.,]*)",
        _way("skriv beløbet først: “{n} kr.”", "write the amount first: “{n} kr.”"),
    ),
    # Records of a record
    Phrase(
        r"(?:have|har|skal)\s+(?P<w>en|et|én|ét)\s+(?P<noun>[^\W\d]\w*)",
        r"(?:have|has|must)\s+(?P<w>an?|one)\s+(?P<noun>[^\W\d]\w*)",
        _way("skriv “mindst {w} {noun}”", "write “some {noun}”"),
        items=_CLAUSES,
    ),
    Phrase(
        r"skal\s+(?P<w>(?!have\b|være\b|ske\b)[^\W\d]\w*)\s+(?:mindst\s+(?:en|et)|nogen|noget)\s",
        r"must\s+(?P<w>(?!have\b|be\b)[^\W\d]\w*)\s+some\s",
        _way("skriv “skal have” i stedet for “skal {w}”", "write “must have” instead of “must {w}”"),
    ),
    Phrase(
        r"(?:mindst\s+e[nt]|ingen|intet|hver|hvert|antal)\s+(?P<noun>[^\W\d]\w*)\s+(?P<w>i|hos|fra|på)\s+(?P<of>[^\W\d]\w*)",
        r"(?:some|no|every|number\s+of)\s+(?P<noun>[^\W\d]\w*)\s+(?P<w>in|at|from)\s+(?P<of>[^\W\d]\w*)",
        _way("skriv “{noun} af {of}”", "write “{noun} of {of}”"),
        items=_CLAUSES | _COUNTS,
    ),
    Phrase(
        r"(?:mindst\s+e[nt]|ingen|intet|hver|hvert)\s+(?P<noun>[^\W\d]\w*(?:\s+af\s+[\w.]+)?)\s*(?P<w>(?:hvor|der|hvis|,)?\s*\()",
        r"(?:some|no|every)\s+(?P<noun>[^\W\d]\w*(?:\s+of\s+[\w.]+)?)\s*(?P<w>(?:where|that|whose|,)?\s*\()",
        _way("skriv “har” før parentesen: “{noun} har (…)”", "write “has” before the parenthesis: “{noun} has (…)”"),
        needs=frozenset({"HAS"}),
    ),
    Phrase(
        r"(?P<fact>[^\W\d]\w*)\s*(?P<w>\()\s*dagen",
        r"(?P<fact>[^\W\d]\w*)\s*(?P<w>\()\s*day",
        _way("skriv “den” før parentesen: “{fact} den (dagen …)”", "write “on” before it: “{fact} on (day …)”"),
        needs=frozenset({"ON"}),
    ),
    Phrase(
        r"(?<!opgjort )(?P<w>pr\.)\s+(?P<d>\d{4}-\d\d-\d\d)",
        r"(?P<w>(?:as\s+of|at|per))\s+(?P<d>\d{4}-\d\d-\d\d)",
        _way("skriv “opgjort pr. {d}”", "write “standing on {d}”"),
        needs=frozenset({"STANDING_ON"}),
    ),
    Phrase(
        r"(?<!opgjort )(?P<w>pr\.)\s+(?P<d>\d{4}-\d\d-\d\d)",
        r"(?P<w>(?:as\s+of|at|per))\s+(?P<d>\d{4}-\d\d-\d\d)",
        keyword="ON",
        needs=frozenset({"ON"}),
    ),
    # Days and periods
    Phrase(
        rf"senest\s+(?P<n>\w+)\s+(?P<unit>{_UNIT_DA})\s+(?P<side>efter|før)\s+(?P<d>\S+)",
        rf"no\s+later\s+than\s+(?P<n>\w+)\s+(?P<unit>working\s+days|{_UNIT_EN})\s+(?P<side>after|before)\s+(?P<d>\S+)",
        _way("skriv “senest {d} {sign} {n} {unit}”", "write “no later than {d} {sign} {n} {unit}”"),
    ),
    Phrase(
        rf"senest\s+(?P<n>\w+)\s+(?P<unit>{_UNIT_DA})(?!\w)",
        rf"no\s+later\s+than\s+(?P<n>\w+)\s+(?P<unit>working\s+days|{_UNIT_EN})(?!\w)",
        _way(
            "skriv først den dag, der regnes fra: “senest … + {n} {unit}”",
            "write first the day it is reckoned from: “no later than … + {n} {unit}”",
        ),
    ),
    Phrase(
        r"(?P<when>i\s+hvert\s+(?:kalender)?år)\s+(?:senest|inden|før)(?:\s+den)?\s+(?P<d>\d+\.\s*\w+)",
        r"(?P<when>in\s+every\s+(?:calendar\s+)?year)\s+(?:no\s+later\s+than|by|before)\s+(?P<d>\d+\s+\w+)",
        _way("skriv “{when} mellem 1. januar og {d}”", "write “{when} between 1 January and {d}”"),
    ),
    Phrase(
        r"fra\s+(?:den\s+)?(?P<d>\d+\.\s*[^\W\d]\w*)\s+til\s+(?:den\s+)?(?P<e>\d+\.\s*[^\W\d]\w*)(?!\s+\d)",
        r"from\s+(?P<d>\d+\s+[^\W\d]\w*)\s+to\s+(?P<e>\d+\s+[^\W\d]\w*)(?!\s+\d)",
        _way("skriv “mellem {d} og {e}”", "write “between {d} and {e}”"),
        items=frozenset({"PERIODIC", "DUTY"}),
    ),
    Phrase(r"(?:i\s+)?hvert\s+halvår|halvårligt", r"(?:in\s+)?every\s+half[\s-]+year|half-yearly", _HALF_YEARS),
    Phrase(
        r"årligt|om\s+året|hvert\s+(?:kalender)?år",
        r"yearly|annually|a\s+year|every\s+year",
        keyword="PER_YEAR",
        items=frozenset({"QUOTA", "MEASURE"}),
        needs=frozenset({"PER_YEAR"}),
    ),
    Phrase(
        r"pr\.?\s+(?:kalender)?år|(?<!forfra )(?:hvert\s+(?:kalender)?år|årligt|om\s+året)",
        r"per\s+(?:calendar\s+)?year|(?<!afresh )(?:every\s+year|yearly|annually)",
        _way("skriv “begynder forfra hvert kalenderår”", "write “starting afresh every calendar year”"),
        items=frozenset({"SEQUENCE"}),
    ),
    Phrase(
        r"i\s+alt|samlet(?:\s+set)?|tilsammen",
        r"in\s+total|altogether|overall|all\s+together",
        keyword="TOGETHER",
        needs=frozenset({"TOGETHER"}),
    ),
    Phrase(
        r"(?:dage|dag|uger|uge)\s+(?P<w>undtagen|bortset\s+fra|eksklusive|ekskl\.|ikke\s+medregnet)\s+",
        r"(?:days?|weeks?)\s+(?P<w>except|excluding|not\s+counting|without)\s+",
        _way("skriv “fraregnet” og månederne", "write “skipping” and the months"),
    ),
    Phrase(
        r"(?P<w>hverdage|arbejdsdøgn|workdays|business\s+days)",
        r"(?P<w>workdays?|business\s+days?|weekdays?)",
        keyword="WORKING_DAYS",
        needs=frozenset({"WORKING_DAYS"}),
    ),
    Phrase(
        r"[+-]\s*(?P<w>" + "|".join(NUMBERS_DA) + r")(?=\s+[^\W\d])",
        r"[+-]\s*(?P<w>" + "|".join(NUMBERS_EN) + r")(?=\s+[^\W\d])",
        code="K118",
    ),
    # Sums, rounding, signs
    Phrase(r"(?P<w>plus)(?=\s+\w)", r"(?P<w>plus)(?=\s+\w)", _way("skriv “+”", "write “+”"), needs=frozenset({"PLUS"})),
    Phrase(
        r"(?P<w>minus|–|—|−)(?=\s*\w)",
        r"(?P<w>minus|–|—|−)(?=\s*\w)",
        _way("skriv “-”, den korte bindestreg", "write “-”, the short hyphen"),
        needs=frozenset({"MINUS"}),
    ),
    Phrase(
        r"(?P<w>oprundet|rund(?:es|et)?\s+opad|rundes\s+op|afrundet\s+op(?:ad)?)",
        r"(?P<w>round(?:ing)?\s+up(?:wards)?|rounded\s+upwards)",
        keyword="ROUNDED_UP",
    ),
    Phrase(
        r"(?P<w>nedrundet|rund(?:es|et)?\s+nedad|rundes\s+ned|afrundet\s+ned(?:ad)?)",
        r"(?P<w>round(?:ing)?\s+down(?:wards)?|rounded\s+downwards)",
        keyword="ROUNDED_DOWN",
    ),
    Phrase(
        r"(?P<w>afrundet|rundet)(?!\s+(?:ned|op|til))",
        r"(?P<w>rounded)(?!\s+(?:down|up|to))",
        _way(
            "skriv “rundet ned”, “afrundet til nærmeste” eller “rundet op”",
            "write “rounded down”, “rounded to the nearest” or “rounded up”",
        ),
    ),
    Phrase(
        r"(?P<w>,)\s*$",
        r"(?P<w>,)\s*$",
        _way(": en linje slutter uden tegn", ": a line ends without a mark"),
        code="K152",
        needs=frozenset({"TITLE", "CALLED", "WHERE", "BECAUSE"}),
    ),
    Phrase(
        r"(?<=[\w)])(?P<w>\.)\s*$",
        r"(?<=[\w)])(?P<w>\.)\s*$",
        _way(": en linje slutter uden tegn", ": a line ends without a mark"),
        code="K152",
    ),
    Phrase(
        r"^\s*(?P<w>og)\s+(?=(?:skal|må|hvor|medmindre|mindst|højst|præcis|pr\.|for\s+hver)(?!\w))",
        r"^\s*(?P<w>and)\s+(?=(?:must|may|where|unless|at\s+least|at\s+most|exactly|per|for\s+each)(?!\w))",
        _way(": linjerne gælder alle", ": all of the lines hold"),
        code="K152",
    ),
    Phrase(
        r"^\s*(?P<w>eller)\s+(?=(?:skal|må|hvor|medmindre|mindst|højst|præcis|pr\.)(?!\w))",
        r"^\s*(?P<w>or)\s+(?=(?:must|may|where|unless|at\s+least|at\s+most|exactly|per)(?!\w))",
        _way(
            "linjerne gælder alle: skriv begge dele i én betingelse med “eller” imellem",
            "all of the lines hold: write both in one condition with “or” between them",
        ),
    ),
    # Classes and examples
    Phrase(
        r"^\s*hvor(?!\w)", r"^\s*where(?!\w)", keyword="WHEN", items=frozenset({"CLASSIFY"}), needs=frozenset({"WHEN"})
    ),
    Phrase(
        r"givet\s+[^;]*?\s(?P<w>hvor|der\s+har|som\s+har|hvis)\s",
        r"given\s+[^;]*?\s(?P<w>where|having|that\s+has|whose)\s",
        keyword="WITH",
        items=frozenset({"EXAMPLE"}),
    ),
    Phrase(
        r"forvent\s+(?P<w>at\s+.*?)(?P<result>overholdt|ikke\s+overholdt)\s*$",
        r"expect\s+(?P<w>that\s+.*?)(?P<result>compliant|breach)\s*$",
        _way("skriv udfaldet alene: “forvent {result}”", "write the outcome alone: “expect {result}”"),
        items=frozenset({"EXAMPLE"}),
    ),
)

"""The Danish of the prose: word order, negation, gender, genitive."""

from __future__ import annotations

from dataclasses import replace

from klausul_dsl.keywords import MONTHS, printed
from klausul_dsl.prose.predicates import joined
from klausul_dsl.prose.tongue import Phrase, Tongue, tidy

WORDS: dict[str, str] = {
    "and": "og",
    "or": "eller",
    "any of": "mindst ét af følgende gælder: {options}",
    "neither": "hverken",
    "nor": "eller",
    "is": "er",
    "holds": "gælder",
    "it": "det",
    "there": "der",
    "so": "tilfældet",
    "always": "altid",
    "never": "aldrig",
    "that": ", at {clause}",
    "the case": "tilfældet, at {clause}",
    "for": "for {whom}, at {clause}",
    "whether": "kendt, om {clause}",
    "known": "kendt",
    "missing": "ukendt",
    "on": "{what} {day}",
    "on constant": "{day}",
    "on date": "på {day}",
    "reference day": "på dagen",
    "reference day noun": "dagen",
    "first-mentioned": "{noun} (nævnt først)",
    "<": "under {value}",
    "<=": "højst {value}",
    ">": "over {value}",
    ">=": "mindst {value}",
    "=": "{value}",
    "date <": "før {value}",
    "date <=": "senest {day}",
    "date >": "efter {value}",
    "date >=": "tidligst {day}",
    "date =": "{value}",
    "date = event": "{day}",
    "date < shift": "tidligere end {value}",
    "date > shift": "senere end {value}",
    "long before": "mindst {duration} før {value}",
    "longer before": "mere end {duration} før {value}",
    "long after": "mindst {duration} efter {value}",
    "longer after": "mere end {duration} efter {value}",
    "within": "inden for {duration} {direction} {anchor}",
    "before": "før",
    "after": "efter",
    "shifted before": "{duration} før {value}",
    "shifted after": "{duration} efter {value}",
    "skipping": "{duration} (hvor {months} ikke tæller med)",
    "rolling over": "{duration} (og findes dagen ikke, den 1. i næste måned)",
    "working day": "{value} (flyttet til næste arbejdsdag)",
    "working_day": "arbejdsdag",
    "working_days": "arbejdsdage",
    "followed by": "{first} og samme dag eller senere {then}",
    "throughout": "på hver eneste dag i de {duration} {direction} {anchor}, at {clause}",
    "day": "dag",
    "days": "dage",
    "week": "uge",
    "weeks": "uger",
    "month": "måned",
    "months": "måneder",
    "year": "år",
    "years": "år",
    "+": "{left} plus {right}",
    "-": "{left} minus {right}",
    "*": "{left} gange {right}",
    "among set": "blandt de fastsatte “{label}”",
    "parameter": "den fastsatte “{label}”",
    "parameter for": "den fastsatte “{label}” for {key}",
    "at class": "på {label}",
    "uncovered": "uden for alle klasser af {label}",
    "member of": "{noun} af {owner}",
    "belonging to": "{noun} vedrørende {owner}",
    "through": "{what} (efter “{label}”)",
    "number of": "antallet af {plural}",
    "number of where": "antallet af {plural}, {clause},",
    "each month": "i hver af de {months} kalendermåneder før {anchor}",
    "each month one": "i kalendermåneden før {anchor}",
    "each month where": "{what}, {clause},",
    "attested": "erklæret, at “{statement}”",
    "attested of": "erklæret om {subject}, at “{statement}”",
    "by reading clause": ", alt efter fortolkningen “{reading}”, {options}",
    "by reading clause option": "at {what} (ved “{label}”)",
    "by reading": "alt efter fortolkningen “{reading}” {options}",
    "exactly when": ", at {left}, netop når {right}",
    "under": "(jf. {references})",
    "both under": "(begge jf. {references})",
    "all under": "(alle jf. {references})",
    "valid": "(gælder {days})",
    "from": "fra den {day}",
    "to": "til og med den {day}",
    "dated by": "{noun} (henført til {day})",
    "must": "skal",
    "must not": "må",
    "may": "må",
    "rule must": "{every} {noun} {where} {modal} {subject} {infinitive} {unless}",
    "rule where": ", {clause},",
    "quota where": ", {clause},",
    "rule no event": "der må ikke ske {noun} {where} {unless}",
    "rule no act": "der må ikke {made} {plural} {where} {unless}",
    "rule no record": "der må ikke være {plural} {where} {unless}",
    "when": ", når {clause}",
    "only where": "når {clause}, må {noun} kun ske, når {condition} {unless}",
    "only": "{noun} må kun ske, når {condition} {unless}",
    "unless": ", medmindre {clause} {references}",
    "and unless": ", og medmindre {clause} {references}",
    "exempt": ", idet {noun}, {clause}, ikke tælles med {references}",
    "quota": "{bound} af alle {noun} {where} {modal} {infinitive} {counted} {exempt}",
    "sequence": "blandt {noun} {where}, taget i rækkefølge efter dato, {modal} {bound} {infinitive} {counted} {exempt} "
    "{reset}",
    "some of": "en bestemt del",
    "at_least every": "mindst hver {n} (den første senest som nr. {first})",
    "at_most every": "højst hver {n} (den første tidligst som nr. {first})",
    "sequence is": "det gælder",
    "sequence is counted": "der tælles",
    "sequence begins": "der tælles",
    "reset never": "videre uden at begynde forfra",
    "reset calendar_year": "forfra hvert kalenderår",
    "reset change": "forfra, hver gang {what} skifter",
    "after expiry": ", også efter aftalens udløb,",
    "deadline": "{every} {noun} {where} {modal} {subject} {expiry} {infinitive} {unless}",
    "periodic": "{every} {noun} {where} {modal} {subject} {expiry} {when} {infinitive} {unless}",
    "this is asked": "det kræves",
    "duty": "{parties} skal {expiry} {each} {when} sørge for, at {clause} {unless}",
    "duty each": "for {noun}",
    "once": "én gang mellem den {first} og den {last}",
    "other_year": "i hvert andet kalenderår fra og med {year}",
    "day of year": "den {day}. {month}",
    "between days": "{when} mellem {first} og {last}",
    "whole only": "(kun {periods}, som {subject} løber helt igennem)",
    "whole periods": "(kun hele perioder)",
    "whole calendar_year": "kalenderår",
    "whole calendar_quarter": "kvartaler",
    "whole calendar_month": "kalendermåneder",
    "whole once": "perioder",
    "whole other_year": "kalenderår",
    "measure": "det opgøres {counted}, hvor mange {noun} {where} der er {exempt} {expected}",
    "they are counted": "der tælles",
    "expected": "; der forventes {share}",
    "expected about": "; der forventes ca. {share}",
    "otherwise": "{value} (eller, hvor den ikke er fastsat, {share})",
    "standing": "pr. {days}",
    "every year": "{day}. {month} hvert år",
    "sequence that": "blandt {noun} {where}, taget i rækkefølge efter dato, {modal} det for {bound} gælde, at {clause} "
    "{counted} {exempt} {reset}",
    "for bound": "for {bound}",
    "count begins": ", og der tælles {reset}",
    "duty where": "når {where}, skal {parties} {expiry} {each} {when} sørge for, at {clause} {unless}",
    "measure such": "det opgøres {counted}, hvor mange af alle {noun} {where} {such} {exempt} {expected}",
    "measure that": "det opgøres {counted}, for hvor mange af alle {noun} {where} det gælder, at {clause} {exempt} "
    "{expected}",
    "quota that": "det {modal} for {bound} af alle {noun} {where} gælde, at {clause} {counted} {exempt}",
    "per group": "for hver {noun}",
    "per group neuter": "for hvert {noun}",
    "per group by": "{group} (nemlig {path})",
    "together": "samlet",
    "calendar_year": "i hvert kalenderår",
    "calendar_quarter": "i hvert kvartal",
    "calendar_month": "i hver kalendermåned",
    "counted calendar_year": "hvert kalenderår",
    "counted calendar_quarter": "hvert kvartal",
    "counted calendar_month": "hver kalendermåned",
    "counted agreement_period": "hele aftaleperioden",
    "counted over": "for {period}",
    "group and period": "{group} og {period}",
    "together and period": "{group} for {period}",
    "at_least": "mindst {share}",
    "at_most": "højst {share}",
    "exactly": "præcis {share}",
    "down": "(antallet rundet ned)",
    "nearest": "(antallet afrundet til nærmeste hele tal)",
    "up": "(antallet rundet op)",
    "definition yes": "at {clause} {dated}, betyder{depends} {meanings} {references}",
    "definition value": "ved {what} {dated} forstås{depends} {meanings} {references}",
    "dated": "på en given dag",
    "classes": "{what} på en given dag er den første af følgende klasser, hvis betingelse er opfyldt {references}",
    "class": "{number}. {label}, når {clause} {valid} {references}",
    "class otherwise": "{number}. {label} i alle andre tilfælde {valid} {references}",
    "placement": "{what} fastlægges kun på gennemgangsdage og ligger fast imellem dem {references}",
    "review days": "gennemgangsdagene er {reviews}",
    "placement recorded": "er {what} registreret, gælder det registrerede, og det skal på hver gennemgangsdag "
    "være det, som klasserne giver",
    "fixed days": "{days}",
    "yearly": "den {day}. {month} hvert år",
    "review when": "{days}, når {clause}",
    "value from": "{value} {days}",
    "value for": "{value} for “{key}”",
    "parameter values": "“{label}” {keyed} er {values} {source} {references}",
    "parameter none": "“{label}” {keyed} er ikke oplyst {source} {references}",
    "keyed": "for hver {noun} for sig",
    "source": "(kilde: {text})",
    "not supplied": "(foreligger ikke: {text})",
    "reading": "fortolkning “{label}”: {asks} {alternatives} {valid} {references}",
    "reading default": "Som udgangspunkt gælder “{label}” ({reason})",
    "as is": "{clause}",
    "fixed day": "den {day}",
    "depends meaning": ", alt efter fortolkningen “{reading}”: {options}",
    "answered": "besvaret med {value}",
    "reading other": "ellers “{label}” ({reason})",
    "both": "både",
    "on shift": "{day}",
    "laid down": "fastsat {key}, at {label}",
    "for key": "for {key}",
    "has": "har",
    "where": "hvor {clause}",
    "depends": ", alt efter fortolkningen “{reading}”, {options}",
    "depends option": "{what} (ved “{label}”)",
    "depends clause": "ved “{label}”, at {what}",
    "for each": "for {every}",
    "at each": "ved {every}",
    "counted": ", opgjort {part}",
    "share": "en andel",
    "share is": "andelen er",
    "share is counted": "andelen opgøres",
    "number": "et antal",
    "number is": "antallet er",
    "number is counted": "antallet opgøres",
    "turns >": "er under {years}",
    "turns <=": "er fyldt {years}",
    "turns <": "er fyldt {years}",
    "turns >=": "fylder {years}",
    "turns =": "fylder {years}",
}

_IRREGULAR = {
    "er": "være",
    "har": "have",
    "må": "måtte",
    "kan": "kunne",
    "skal": "skulle",
    "vil": "ville",
    "var": "have været",
    "havde": "have haft",
    "lå": "have ligget",
}
_PREPOSITIONS = {"efter", "ved", "under", "på", "i", "med", "uden", "for", "til", "af", "som"}
_DETERMINERS = {
    "no": ("ingen", "intet"),
    "every": ("hver", "hvert"),
    "some": ("mindst én", "mindst ét"),
    "any": ("nogen", "noget"),
}


def owned(owner: str, label: str) -> str:
    """What is owned with its owner; one genitive never stands on another.

    >>> owned("boligen", "husleje"), owned("afdelingen", "ministeriets andel dømte")
    ('boligens husleje', 'ministeriets andel dømte for afdelingen')
    """
    if label.strip("“”").split(" ", 1)[0].endswith(("ens", "ets", "ernes")):
        return f"{label} for {owner}"
    return f"{owner}' {label}" if owner[-1:] in "sxzSXZ" else f"{owner}s {label}"


def finite(phrase: Phrase, main: bool) -> str:
    """The phrase as a clause; "ikke" stands before the verb of a subordinate clause and after that of a main one."""

    def verb(part: Phrase, negated: bool) -> str:
        denial = "ikke" if negated else ""
        return f"{part.verb} {denial} {part.adverb}" if main else f"{denial} {part.adverb} {part.verb}"

    comma = "," if ", " in phrase.subject and not phrase.subject.endswith((")", ",")) else ""
    return tidy(f"{phrase.subject}{comma} {joined(phrase, verb, WORDS, 'ikke')}")


def infinitive(phrase: Phrase) -> str:
    """The phrase after "skal": `ikke være studerende`."""

    def verb(part: Phrase, negated: bool) -> str:
        return f"{'ikke' if negated else ''} {part.adverb} {_IRREGULAR.get(part.verb) or part.verb.removesuffix('r')}"

    return tidy(joined(phrase, verb, WORDS, "ikke"))


def relative(phrase: Phrase, plural: bool) -> str:
    """The phrase as said of the noun before it: `der ikke er studerende`."""
    del plural
    return finite(replace(phrase, subject="der"), False)


def predicate(words: str) -> Phrase:
    """A verb with what follows it.

    >>> predicate("er ikke udpeget").negated
    True
    """
    verb, _, rest = words.partition(" ")
    negated = rest == "ikke" or rest.startswith("ikke ")
    return Phrase(verb=verb, rest=rest.removeprefix("ikke").strip() if negated else rest, negated=negated)


def stated(label: str, denial: str | None, event: bool) -> Phrase:
    """A yes/no fact by its label: `opfylder særlige kriterier`, `er studerende`, `har altan`, `sker efter aftale`."""
    first, _, rest = label.partition(" ")
    if rest and (_is_verb(first) or denial == f"{first} ikke {rest}"):
        return Phrase(verb=first, rest=rest)
    if denial is not None and denial.split(" ", 1)[0] in {"ingen", "intet"}:
        return Phrase(verb="har", rest=label)
    return Phrase(verb="sker" if event and rest and first in _PREPOSITIONS else "er", rest=label)


def _is_verb(word: str) -> bool:
    """Whether the first of several words of a label is a verb in the present: `opfylder`, `følges`, `har`."""
    return word in {"har", "bor", "får", "går", "kan", "skal", "må"} or (
        word.endswith(("er", "es")) and word not in {"efter", "under", "over", "eller", "ellers", "deres"}
    )


def determiner(kind: str, neuter: bool) -> str:
    return _DETERMINERS[kind][neuter]


def general(noun: str) -> str:
    """A noun that is spoken of in general: Danish needs no article."""
    return noun


def one(noun: str, neuter: bool) -> str:
    """A noun with its article."""
    return f"{'et' if neuter else 'en'} {noun}"


def the(noun: str, neuter: bool) -> str:
    """A noun that is known, with what is said of it before it."""
    return f"{'det' if neuter else 'den'} {noun}"


def past(verb: str) -> str:
    """The verb of what was so before the day that is spoken of."""
    return {"er": "var", "har": "havde", "ligger": "lå"}.get(verb, verb)


def happens(noun: str) -> bool:
    """Whether a noun is something that takes place: `anvisning`, not `tilbud`."""
    return noun.endswith(("ning", "else"))


DANISH = Tongue(
    language="da",
    words=WORDS,
    months=[printed(month, "da") for month in MONTHS],
    owned=owned,
    finite=finite,
    infinitive=infinitive,
    relative=relative,
    predicate=predicate,
    stated=stated,
    determiner=determiner,
    general=general,
    one=one,
    the=the,
    past=past,
    happens=happens,
    prepositions=frozenset({"i", "på", "ved", "som", "efter", "af"}),
)

"""The Danish of the prose: word order, negation, gender, genitive."""

from __future__ import annotations

from klausul_dsl.prose.tongue import Phrase, Tongue, tidy

WORDS: dict[str, str] = {
    "and": "og",
    "or": "eller",
    "either": "enten {options}",
    "is": "er",
    "has": "har",
    "holds": "gælder",
    "it": "det",
    "there": "der",
    "true": "altid tilfældet",
    "that": ", at {clause}",
    "the case": "tilfældet, at {clause}",
    "for": "for {whom}, at {clause}",
    "whether": "kendt, om {clause}",
    "known": "kendt",
    "missing": "ukendt",
    "the day": "den dag, {clause}",
    "date of": "{owner} {label}",
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
    "date <=": "senest {value}",
    "date >": "efter {value}",
    "date >=": "tidligst {value}",
    "date =": "{value}",
    "one of": "enten {options}",
    "none of": "hverken {options}",
    "nor": "eller",
    "within": "inden for {duration} {direction} {anchor}",
    "before": "før",
    "after": "efter",
    "shifted before": "{duration} før {value}",
    "shifted after": "{duration} efter {value}",
    "day": "dag",
    "days": "dage",
    "month": "måned",
    "months": "måneder",
    "year": "år",
    "years": "år",
    "+": "{left} plus {right}",
    "-": "{left} minus {right}",
    "*": "{left} gange {right}",
    "parameter": "aftalens “{label}”",
    "parameter for": "aftalens “{label}” for {key}",
    "at class": "på {label}",
    "uncovered": "uden for alle klasser af {label}",
    "member of": "{noun} af {owner}",
    "belonging to": "{noun} vedrørende {owner}",
    "through": "{what} (efter “{label}”)",
    "number of": "antallet af {plural}",
    "number of where": "antallet af {plural} (hvor {clause})",
    "each month": "{noun} i hver af de {months} kalendermåneder før {anchor}",
    "each month one": "{noun} i kalendermåneden før {anchor}",
    "each month where": "{what} (hvor {clause})",
    "attested": "erklæret, at “{statement}”",
    "attested of": "erklæret om {subject}, at “{statement}”",
    "by reading clause": "efter fortolkningen “{reading}”, {options}",
    "by reading clause option": "at {clause} (ved “{label}”)",
    "by reading": "{options} efter fortolkningen “{reading}”",
    "by reading option": "{what} (ved “{label}”)",
    "exactly when": ", at {left}, netop når {right}",
    "under": "(jf. {references})",
    "valid": "(gælder {days})",
    "from": "fra den {day}",
    "to": "til og med den {day}",
    "dated by": "{noun} (henført til {day})",
    "must": "skal",
    "must not": "må",
    "may": "må",
    "rule must": "for {every} {noun} {where} {modal} {subject} {infinitive} {unless}",
    "rule where": ", hvor {clause},",
    "quota where": ", hvor {clause},",
    "rule no event": "der må ikke ske {noun} {where} {unless}",
    "rule no record": "der må ikke være {any} {noun} {where} {unless}",
    "when": ", når {clause}",
    "only where": "når {clause}, må {noun} kun ske, når {condition} {unless}",
    "only": "{noun} må kun ske, når {condition} {unless}",
    "unless": ", medmindre {clause} {references}",
    "and unless": ", og medmindre {clause} {references}",
    "exempt": ", idet {noun}, hvor {clause}, ikke tælles med {references}",
    "quota": "{bound} af alle {noun} {where} {modal} {group} og {period} {infinitive} {exempt}",
    "quota that": "{group} og {period} skal det for {bound} af alle {noun} {where} gælde, at {clause} {exempt}",
    "per group": "for hver {noun} for sig",
    "per group neuter": "for hvert {noun} for sig",
    "per group by": "{group} (nemlig {path})",
    "together": "under ét",
    "calendar_year": "i hvert kalenderår",
    "calendar_quarter": "i hvert kvartal",
    "calendar_month": "i hver kalendermåned",
    "agreement_period": "i hele aftaleperioden",
    "at_least": "mindst {share}",
    "at_most": "højst {share}",
    "exactly": "præcis {share}",
    "down": "(antallet rundet ned)",
    "nearest": "(antallet afrundet til nærmeste hele tal)",
    "up": "(antallet rundet op)",
    "definition yes": "at {clause} {dated}, betyder, at {meanings} {references}",
    "definition value": "ved {what} {dated} forstås {meanings} {references}",
    "dated": "på en dag",
    "classes": "{what} på en dag er den første af disse klasser, hvis betingelse er opfyldt {references}",
    "class": "{number}. {label}, når {clause} {valid} {references}",
    "class otherwise": "{number}. {label} i alle andre tilfælde {valid} {references}",
    "placement": "{what} fastlægges kun på gennemgangsdage og ligger fast imellem dem: {reviews} {references}",
    "placement recorded": "er {what} registreret, gælder det registrerede, og det skal på hver gennemgangsdag "
    "være det, som klasserne giver",
    "fixed days": "den {days}",
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
    "reading other": "ellers “{label}” ({reason})",
}

MONTHS = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
]
_IRREGULAR = {"er": "være", "har": "have", "må": "måtte", "kan": "kunne", "skal": "skulle", "vil": "ville"}
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
    verb = phrase.verb
    if phrase.negated:
        verb = f"{verb} ikke" if main else f"ikke {verb}"
    comma = "," if ", " in phrase.subject and not phrase.subject.endswith((")", ",")) else ""
    return tidy(f"{phrase.subject}{comma} {verb} {phrase.rest}")


def infinitive(phrase: Phrase) -> str:
    """The phrase after "skal": `ikke være studerende`."""
    first, _, more = phrase.verb.partition(" ")
    verb = _IRREGULAR.get(first, first.removesuffix("r"))
    return tidy(f"{'ikke ' if phrase.negated else ''}{verb} {more} {phrase.rest}")


def stated(subject: str, label: str, denial: str | None, negated: bool) -> Phrase:
    """A yes/no fact: `har udviklingsplan`, `er studerende`, `opfylder særlige kriterier`, as its denial tells."""
    first, _, rest = label.partition(" ")
    if denial is None and rest and _is_verb(first):
        return Phrase(subject=subject, verb=first, rest=rest, negated=negated)
    if denial is None or denial == f"ikke {label}":
        return Phrase(subject=subject, verb="er", rest=label, negated=negated)
    if denial.split(" ", 1)[0] in {"ingen", "intet"}:
        return Phrase(subject=subject, verb="har", rest=denial if negated else label)
    if denial == f"{first} ikke {rest}":
        return Phrase(subject=subject, verb=first, rest=rest, negated=negated)
    return Phrase(subject=subject, verb="er", rest=denial if negated else label)


def _is_verb(word: str) -> bool:
    """Whether the first of several words of a label is a verb in the present: `opfylder`, `følges`."""
    return word.endswith(("er", "es")) and word not in {"efter", "under", "over", "eller", "ellers", "deres"}


def event(subject: str, label: str, past: bool) -> Phrase | None:
    """The date of something that happens: `løsladt den` gives `er løsladt`, in the past `blev løsladt`."""
    if not label.endswith(" den"):
        return None
    what = label.removesuffix(" den")
    first = what.split(" ", 1)[0]
    becomes = first.endswith("t") or first == "ledig"
    verb = ("blev" if becomes else "fik") if past else ("er" if becomes else "har fået")
    return Phrase(subject=subject, verb=verb, rest=what)


def determiner(kind: str, neuter: bool) -> str:
    return _DETERMINERS[kind][neuter]


def singular(noun: str) -> str:
    """A noun that is spoken of in general: Danish needs no article."""
    return noun


def happens(noun: str) -> bool:
    """Whether a noun is something that takes place: `anvisning`, not `tilbud`."""
    return noun.endswith(("ning", "else"))


DANISH = Tongue(
    language="da",
    words=WORDS,
    months=MONTHS,
    owned=owned,
    finite=finite,
    infinitive=infinitive,
    stated=stated,
    event=event,
    determiner=determiner,
    singular=singular,
    happens=happens,
)

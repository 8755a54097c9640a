"""Diagnostic codes: a profile that cannot be followed."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text

PROFILE_CODES: tuple[Code, ...] = (
    Code(
        "K701",
        Text("Profilen kan ikke læses", "The profile cannot be read"),
        Text("profilen “{file}” kan ikke læses: {reason}", "the profile “{file}” cannot be read: {reason}"),
        Text(
            "læg en “profile.yaml” i leverancens mappe, gemt som UTF-8",
            "put a “profile.yaml” in the delivery's folder, saved as UTF-8",
        ),
        Text(
            "Profilen siger, hvordan filerne skal læses. Uden den ville Klausul skulle gætte, og gæt taber data.",
            "The profile says how the files are to be read. Without it Klausul would have to guess, and guesses lose "
            "data.",
        ),
    ),
    Code(
        "K702",
        Text("Profilen er ikke gyldig YAML", "The profile is not valid YAML"),
        Text("her kan profilen ikke forstås som YAML", "the profile cannot be understood as YAML here"),
        Text(
            "se efter indrykning og kolon, og sæt tegn som “,” og “;” i anførselstegn",
            "look at indentation and colons, and put signs such as “,” and “;” in quotes",
        ),
        Text(
            "YAML viser opbygningen ved indrykning. Henvisninger med & og * bruges ikke i profiler.",
            "YAML shows structure by indentation. References with & and * are not used in profiles.",
        ),
    ),
    Code(
        "K703",
        Text("Samme navn står to gange", "The same name stands twice"),
        Text("“{name}” står to gange", "“{name}” stands twice"),
        Text("behold den ene", "keep one of them"),
        Text(
            "De fleste programmer beholder stiltiende det sidste, der står. Klausul vælger ikke for dig.",
            "Most programs silently keep the last one. Klausul does not choose for you.",
        ),
    ),
    Code(
        "K704",
        Text("En indstilling mangler", "A setting is missing"),
        Text("indstillingen “{name}” mangler", "the setting “{name}” is missing"),
        Text("skriv “{name}:” med en værdi", "write “{name}:” with a value"),
        Text(
            "Tegnsæt, skilletegn, decimaltegn og datoformater skal stå i profilen, fordi et forkert gæt ikke kan ses "
            "bagefter.",
            "Encoding, delimiter, decimal mark and date formats must stand in the profile, because a wrong guess "
            "cannot be "
            "seen afterwards.",
        ),
    ),
    Code(
        "K705",
        Text("Ukendt indstilling", "Unknown setting"),
        Text("indstillingen “{name}” findes ikke her", "there is no setting “{name}” here"),
        Text("{remedy}", "{remedy}"),
        Text(
            "En indstilling, som Klausul ikke kender, ville ellers blive overset, og profilen ville ikke gøre, hvad "
            "der står.",
            "A setting that Klausul does not know would otherwise be overlooked, and the profile would not do what it "
            "says.",
        ),
    ),
    Code(
        "K706",
        Text("Værdien er af en forkert slags", "The value is of the wrong kind"),
        Text("“{name}” skal være {expected}", "“{name}” must be {expected}"),
        Text("skriv {expected}", "write {expected}"),
        Text(
            "Hver indstilling har sin form; se referencen for profiler.",
            "Every setting has its form; see the reference.",
        ),
    ),
    Code(
        "K707",
        Text("Værdien er ikke en af mulighederne", "The value is not one of the choices"),
        Text("“{value}” er ikke en mulighed for “{name}”", "“{value}” is not a choice for “{name}”"),
        Text("vælg en af {choices}", "choose one of {choices}"),
        Text(
            "Klausul læser kun det, profilen kan sige entydigt.",
            "Klausul reads only what a profile can say for certain.",
        ),
    ),
    Code(
        "K708",
        Text("Værdien har en forkert form", "The value has the wrong form"),
        Text("“{value}” kan ikke bruges som “{name}”", "“{value}” cannot be used as “{name}”"),
        Text("skriv {expected}", "write {expected}"),
        Text(
            "En dato, en fil og et tal skrives hver på én måde, så der kun er én måde at læse dem på.",
            "A date, a file and a number are each written in one way, so that there is only one way to read them.",
        ),
    ),
    Code(
        "K709",
        Text("Ukendt posttype", "Unknown record type"),
        Text("posttypen “{name}” findes ikke", "there is no record type “{name}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Posttyperne er dem, skemaerne beskriver. De kan skrives med det danske eller det engelske navn.",
            "The record types are those that the schemas describe. They may be written with the Danish or English "
            "name.",
        ),
    ),
    Code(
        "K710",
        Text("Ukendt felt", "Unknown field"),
        Text("{record} har intet felt “{name}”", "{record} has no field “{name}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Felterne er dem, posttypens skema beskriver. Kolonner, der ikke svarer til et felt, nævnes bare ikke i "
            "profilen.",
            "The fields are those of the record type's schema. Columns that match no field are simply not named in "
            "the profile.",
        ),
    ),
    Code(
        "K711",
        Text("Ukendt valgmulighed", "Unknown choice"),
        Text("“{value}” er ikke en valgmulighed for “{field}”", "“{value}” is not a choice for “{field}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "Under “choices” står kildens ord til venstre og skemaets valgmulighed til højre.",
            "Under “choices” the source's word stands on the left and the schema's choice on the right.",
        ),
    ),
    Code(
        "K712",
        Text("Datoformatet kan ikke bruges", "The date format cannot be used"),
        Text(
            "datoformatet “{format}” kan ikke bruges: {reason}", "the date format “{format}” cannot be used: {reason}"
        ),
        Text("skriv som “dd-mm-åååå” eller “yyyy-mm-dd”", "write as in “dd-mm-yyyy” or “yyyy-mm-dd”"),
        Text(
            "Årstal med to cifre og blandet rækkefølge af dag og måned kan læses på to måder, og derfor læses de ikke.",
            "Two-digit years and a mixed order of day and month can be read in two ways, so they are not read.",
        ),
    ),
    Code(
        "K713",
        Text("Samme tegn til to formål", "One sign for two purposes"),
        Text(
            "“{sign}” er både decimaltegn og tusindtalstegn",
            "“{sign}” is both the decimal mark and the thousands mark",
        ),
        Text(
            "vælg forskellige tegn, eller skriv “thousands: none”", "choose different signs, or write “thousands: none”"
        ),
        Text("Ellers kan “5.432” læses på to måder.", "Otherwise “5.432” can be read in two ways."),
    ),
    Code(
        "K714",
        Text("Feltet får to kilder", "The field has two sources"),
        Text("feltet “{field}” får sin værdi fra to steder", "the field “{field}” gets its value from two places"),
        Text("behold den ene", "keep one of them"),
        Text(
            "Feltet kan skrives på dansk og på engelsk, men kun én gang for hver posttype.",
            "A field may be written in Danish or English, but only once for each record type.",
        ),
    ),
    Code(
        "K715",
        Text("Umulig periode", "Impossible period"),
        Text(
            "perioden fra {first} til {last} er umulig: {reason}",
            "the period from {first} to {last} is impossible: {reason}",
        ),
        Text("ret datoerne", "correct the dates"),
        Text(
            "“complete” siger, mellem hvilke dage alle poster er med. En leverance kan ikke være fuldstændig for "
            "tiden efter "
            "den dag, den blev leveret.",
            "“complete” says between which days every record is there. A delivery cannot be complete for the time "
            "after the "
            "day it was delivered.",
        ),
    ),
    Code(
        "K716",
        Text("Samme ord betyder to ting", "One word means two things"),
        Text("“{word}” står både under “{first}” og “{second}”", "“{word}” stands under both “{first}” and “{second}”"),
        Text("lad ordet stå ét sted", "let the word stand in one place"),
        Text(
            "Et ord kan kun betyde én af tingene: ja, nej eller ukendt.",
            "A word can mean only one of the three: yes, no or unknown.",
        ),
    ),
    Code(
        "K717",
        Text("Feltet har hverken kolonne eller værdi", "The field has neither a column nor a value"),
        Text(
            "feltet “{field}” skal have enten “column” eller “value”",
            "the field “{field}” must have either “column” or “value”",
        ),
        Text(
            "skriv kolonnens overskrift under “column”, eller én værdi for alle rækker under “value”",
            "write the column's header under “column”, or one value for all rows under “value”",
        ),
        Text(
            "Et felt får sin værdi fra en kolonne, eller det har samme værdi i hele filen; ikke begge dele.",
            "A field gets its value from a column, or it has one value in the whole file; not both.",
        ),
    ),
    Code(
        "K718",
        Text("Den faste værdi kan ikke læses", "The fixed value cannot be read"),
        Text("“{value}” kan ikke læses som “{field}”", "“{value}” cannot be read as “{field}”"),
        Text("{remedy}", "{remedy}"),
        Text(
            "En fast værdi læses efter de samme regler som en celle i filen.",
            "A fixed value is read by the same rules as a cell of the file.",
        ),
    ),
)

"""What a YAML register breaks, in plain words: its names and words are English, so each is told with what it means."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from jsonschema import ValidationError

from klausul_dsl.clauses import STATUS_LABELS
from klausul_dsl.sentences import ACTOR_LABELS, KIND_LABELS, TREATMENT_LABELS
from klausul_dsl.text import LANGUAGES, Text

_NAMES = {
    "accepted": Text("accepterede ændringer", "accepted changes"),
    "actor": Text("hvem den angår", "whom it concerns"),
    "agreement": Text("aftalens navn", "the agreement's name"),
    "ambiguities": Text("uklarheder", "ambiguities"),
    "anchor": Text("et kort citat", "a short quotation"),
    "change": Text("ændringen", "the change"),
    "clause": Text("bestemmelsen", "the clause"),
    "clauses": Text("bestemmelserne", "the clauses"),
    "da": Text("teksten på dansk", "the text in Danish"),
    "en": Text("teksten på engelsk", "the text in English"),
    "examples": Text("eksempler, der viser det", "examples that show it"),
    "id": Text("nummeret", "the number"),
    "item": Text("det, der ændres", "what is changed"),
    "kind": Text("slagsen", "the kind"),
    "problem": Text("det, teksten lader stå åbent", "what the text leaves open"),
    "readings": Text("fortolkningerne", "the readings"),
    "reason": Text("begrundelsen", "the reason"),
    "rules": Text("reglerne", "the rules"),
    "sentences": Text("sætningerne", "the sentences"),
    "source": Text("kilden", "the source"),
    "status": Text("hvordan den er behandlet", "how it is dealt with"),
    "summary": Text("indholdet med vores egne ord", "what it says in our own words"),
    "title": Text("overskriften", "the heading"),
    "what": Text("det, der ikke er efterset", "what has not been verified"),
    "why": Text("hvorfor den er behandlet sådan", "why it is dealt with so"),
}
_WORDS: dict[str, Text] = {
    **{member.value: label for member, label in ACTOR_LABELS.items()},
    **{member.value: label for member, label in KIND_LABELS.items()},
    **{member.value: label for member, label in STATUS_LABELS.items()},
    **{member.value: label for member, label in TREATMENT_LABELS.items()},
}
_KINDS = {
    "object": Text("navne med hver sin værdi", "names, each with its value"),
    "array": Text("en liste, én på hver linje med “-” foran", "a list, one to a line with “-” before it"),
    "string": Text("en tekst", "a text"),
}


def problem_of(error: ValidationError) -> Text:
    """What a place breaks."""
    wanted: Any = error.validator_value
    value: Any = error.instance
    schema = cast(Mapping[str, Any], error.schema)
    match error.validator:
        case "required":
            return _all("her mangler {}", "{} is missing here", [name for name in wanted if name not in value])
        case "additionalProperties":
            known = schema.get("properties", {})
            return _all(
                "her hører {} ikke til", "{} does not belong here", [name for name in value if name not in known]
            )
        case "enum":
            name = str(error.absolute_path[-1])
            of = f"“{name}”" if name in _NAMES else ""
            told = {
                language: ", ".join(
                    f"“{word}” ({_WORDS[word][language]})" if word in _WORDS else f"“{word}”" for word in wanted
                )
                for language in LANGUAGES
            }
            return Text(
                f"“{value}” kan ikke stå {f'ved {of}' if of else 'her'}; vælg {told['da']}",
                f"“{value}” cannot stand {f'at {of}' if of else 'here'}; choose {told['en']}",
            )
        case "type":
            kind = _KINDS[wanted if isinstance(wanted, str) else wanted[0]]
            return Text(f"her skal stå {kind.da}", f"{kind.en} must stand here")
        case "pattern":
            return Text(f"“{value}” er ikke skrevet som et navn her", f"“{value}” is not written as a name here")
        case "uniqueItems":
            return Text("det samme står to gange i listen", "the same stands twice in the list")
        case _:
            return Text("her må der ikke stå ingenting", "this must not be empty")


def _all(da: str, en: str, names: list[str]) -> Text:
    """Each name with what it means."""
    told = {
        language: ", ".join(f"“{name}” ({_NAMES[name][language]})" if name in _NAMES else f"“{name}”" for name in names)
        for language in LANGUAGES
    }
    return Text(da.format(told["da"]), en.format(told["en"]))

"""Diagnostic codes: coverage by examples, and the reasons given for changes that none notices."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code
from klausul_dsl.text import Text


def _code(
    code: str,
    title: tuple[str, str],
    message: tuple[str, str],
    hint: tuple[str, str],
    why: tuple[str, str],
) -> Code:
    return Code(code, Text(*title), Text(*message), Text(*hint), Text(*why))


COVERAGE_CODES: tuple[Code, ...] = (
    _code(
        "K831",
        ("eksemplerne giver ikke det forventede", "the examples do not come to what is expected"),
        (
            "{number} af eksemplerne i “{agreement}” er ikke som forventet",
            "{number} of the examples of “{agreement}” are not as expected",
        ),
        ("ret dem først; klausul test viser dem", "mend them first; klausul test shows them"),
        (
            "Dækningen siger, hvad eksemplerne viser. Et eksempel, der ikke holder, viser ingenting.",
            "Coverage says what the examples show. An example that does not hold shows nothing.",
        ),
    ),
    _code(
        "K832",
        ("tærsklen er ikke en procent", "the threshold is not a percentage"),
        ("“{text}” er ikke et tal fra 0 til 100", "“{text}” is not a number from 0 to 100"),
        ("skriv f.eks. --fail-under 95", "write e.g. --fail-under 95"),
        (
            "Tærsklen er den del af dækningens punkter, i procent, som eksemplerne mindst skal vise.",
            "The threshold is the percentage of the points of coverage that the examples must show at least.",
        ),
    ),
    _code(
        "K833",
        ("en accepteret ændring nævner noget, der ikke findes", "an accepted change names what is not there"),
        (
            "aftalen har ikke noget, der hedder “{name}”, som kan ændres",
            "the agreement has nothing called “{name}” that can be changed",
        ),
        ("{suggestion}", "{suggestion}"),
        (
            "En begrundelse hører til en bestemt regel eller definition. Er den væk eller omdøbt, begrunder den intet.",
            "A reason belongs to a certain rule or definition. Where that is gone or renamed, it is a reason for nothing.",
        ),
    ),
    _code(
        "K834",
        ("en accepteret ændring findes ikke", "an accepted change is not there"),
        ("ingen ændring af “{item}” hedder sådan", "no change of “{item}” reads like this"),
        ("{suggestion}", "{suggestion}"),
        (
            "Ændringen skrives med de ord, som klausul coverage --mutate viser, på dansk eller engelsk. Er reglen "
            "skrevet om, skal begrundelsen overvejes igen.",
            "The change is written in the words that klausul coverage --mutate shows, in Danish or English. Where the "
            "rule was rewritten, the reason must be thought over again.",
        ),
    ),
    _code(
        "K835",
        ("en accepteret ændring opdages nu", "an accepted change is noticed now"),
        (
            "eksemplet “{example}” opdager ændringen af “{item}”",
            "the example “{example}” notices the change of “{item}”",
        ),
        ("slet begrundelsen; den er der ikke brug for længere", "delete the reason; it is needed no longer"),
        (
            "En begrundelse for en ændring, som et eksempel opdager, ville skjule det, hvis eksemplet blev slettet.",
            "A reason for a change that an example notices would hide it if the example were deleted.",
        ),
    ),
    _code(
        "K836",
        (
            "listen over accepterede ændringer er ikke, som den skal være",
            "the list of accepted changes is not as it must be",
        ),
        ("i listen over accepterede ændringer: {problem}", "in the list of accepted changes: {problem}"),
        (
            "en accepteret ændring har “item”, “change” og “reason”, der har en tekst ved “da” eller “en”",
            "an accepted change has “item”, “change” and “reason”, which has a text at “da” or “en”",
        ),
        (
            "Hver accepteret ændring har navnet på det, der ændres, ændringen i ord og en begrundelse.",
            "Every accepted change has the name of what is changed, the change in words, and a reason.",
        ),
    ),
)

"""The parties that may owe a duty, with their labels."""

from __future__ import annotations

from dataclasses import dataclass

from klausul_dsl.text import LANGUAGES, Language, Text, name_of


@dataclass(frozen=True, slots=True)
class Party:
    """A party: `forms` are the words that name it, the one that is shown first."""

    name: str
    forms: tuple[Text, ...]

    @property
    def label(self) -> Text:
        return self.forms[0]

    def written(self, word: str, language: Language) -> Text:
        """The form of a word of a language, as a name in both languages."""
        form = next((form for form in self.forms if name_of(form[language]) == word), self.label)
        return Text(*(name_of(form[spoken]) for spoken in LANGUAGES))


PARTIES = (
    Party("municipality", (Text("kommunen", "the municipality"), Text("kommune", "municipality"))),
    Party(
        "organisation",
        (
            Text("boligorganisationen", "the organisation"),
            Text("boligorganisation", "organisation"),
            Text("boligorganisationerne", "the organisations"),
            Text("boligorganisationer", "organisations"),
        ),
    ),
    Party("parties", (Text("parterne", "the parties"),)),
    Party("tenant", (Text("lejeren", "the tenant"), Text("lejer", "tenant"))),
    Party("annual_forum", (Text("boligforum", "the housing forum"),)),
    Party("follow_up_group", (Text("følgegruppen", "the follow-up group"),)),
    Party("ministry", (Text("ministeriet", "the ministry"),)),
)


def party_named(word: str, language: Language) -> Party | None:
    """The party that a word names.

    >>> party_named("boligorganisationerne", "da").name
    'organisation'
    """
    return next((party for party in PARTIES if any(name_of(form[language]) == word for form in party.forms)), None)


def party_words(language: Language) -> list[str]:
    """The words that name the parties."""
    return [name_of(party.label[language]) for party in PARTIES]

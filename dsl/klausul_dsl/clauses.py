"""The register of clauses that rules may cite, and references to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from klausul_dsl.text import Language, Text


class Status(Enum):
    """How a clause is dealt with: checked, attested by a person, or demanding nothing that can be checked."""

    CHECKED = "checked"
    ATTESTED = "attested"
    PERMISSION = "permission"
    GOAL = "goal"
    MEASURE = "measure"
    INFORMATION = "information"
    NOT_SUPPLIED = "not_supplied"


STATUS_LABELS: dict[Status, Text] = {
    Status.CHECKED: Text("kontrolleres", "checked"),
    Status.ATTESTED: Text("erklæres af en person", "attested"),
    Status.PERMISSION: Text("tilladelse", "permission"),
    Status.GOAL: Text("målsætning", "goal"),
    Status.MEASURE: Text("opgøres", "measured"),
    Status.INFORMATION: Text("oplysning", "information"),
    Status.NOT_SUPPLIED: Text("bilag foreligger ikke", "not supplied"),
}


class Certainty(Enum):
    """How sure a register is of its summary of a clause."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


CERTAINTY_LABELS: dict[Certainty, Text] = {
    Certainty.HIGH: Text("høj", "high"),
    Certainty.MEDIUM: Text("middel", "medium"),
    Certainty.LOW: Text("lav", "low"),
}


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure a register is of its summary of a clause, and of what of it more or less so."""

    level: Certainty
    note: Text | None = None

    @property
    def shown(self) -> Text:
        """In words, the note after the level.

        >>> Confidence(Certainty.HIGH, Text("for de seks måneder", "for the six months")).shown.en
        'high: for the six months'
        """
        label = CERTAINTY_LABELS[self.level]
        if self.note is None:
            return label
        return Text(f"{label.da}: {self.note.da}", f"{label.en}: {self.note.en}")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A clause of a register: `register` is an agreement's name, `clause` its number in canonical (Danish) form."""

    register: str
    clause: str


@dataclass(frozen=True, slots=True)
class Caveat:
    """What of a clause has not been held against the official text; `of` names the items it is about, else all."""

    what: Text
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: our own title and summary in both languages, its status, and a short quoted anchor if any.

    `in_force` is the day from which it holds, or words where there is more to say or the day is not established.
    """

    id: str
    title: Text
    summary: Text
    status: Status
    reason: Text | None = None
    anchor: str | None = None
    in_force: date | Text | None = None
    source: str | None = None
    confidence: Confidence | None = None
    unverified: tuple[Caveat, ...] = ()


@dataclass(frozen=True, slots=True)
class Register:
    """The clauses of one agreement or act, in the order of the register file."""

    agreement: str
    title: Text
    clauses: Mapping[str, Clause]


def register_from(agreement: str, raw: Mapping[str, Any]) -> Register:
    """Read a register that keeps `schemas/clauses.schema.json`."""
    clauses = {}
    for entry in raw["clauses"]:
        text = parse_reference(str(entry["id"]))
        clause_id = text[1] if text else str(entry["id"])
        clauses[clause_id] = Clause(
            id=clause_id,
            title=Text(entry["title"]["da"], entry["title"]["en"]),
            summary=Text(entry["summary"]["da"], entry["summary"]["en"]),
            status=Status(entry["status"]),
            reason=Text(entry["reason"]["da"], entry["reason"]["en"]) if "reason" in entry else None,
            anchor=entry.get("anchor"),
            in_force=_in_force(entry.get("in_force")),
            source=entry.get("source"),
            confidence=_confidence(entry["confidence"]) if "confidence" in entry else None,
            unverified=tuple(_caveat(raw_caveat) for raw_caveat in entry.get("unverified", ())),
        )
    return Register(agreement, Text(raw["title"]["da"], raw["title"]["en"]), clauses)


def _in_force(raw: str | Mapping[str, str] | None) -> date | Text | None:
    if raw is None:
        return None
    return date.fromisoformat(raw) if isinstance(raw, str) else Text(raw["da"], raw["en"])


def _confidence(raw: Mapping[str, Any]) -> Confidence:
    note = raw.get("note")
    return Confidence(Certainty(raw["level"]), Text(note["da"], note["en"]) if note else None)


def _caveat(raw: Mapping[str, Any]) -> Caveat:
    return Caveat(what=Text(raw["what"]["da"], raw["what"]["en"]), of=tuple(raw.get("of", ())))


_PARAGRAPH = re.compile(
    r"""§\s*(?P<number>\d+)(?:\s*(?P<letter>[a-zæøå])(?![a-zæøå]))?
        (?:\s*\((?P<stk_en>\d+)\)|\s*,?\s*stk\.\s*(?P<stk>\d+))?
        (?:\s*,?\s*(?:nr\.|no\.)\s*(?P<nr>\d+))?
        (?:\s*,?\s*(?P<pkt_da>\d+)\.\s*pkt\.?|\s*,?\s*sentence\s*(?P<pkt>\d+))?$""",
    re.VERBOSE,
)
_SECTION = re.compile(r"\d+(?:\.\d+)*$")
_ANNEX = re.compile(r"(?:bilag|annex)\s+(\d+(?:\.\d+)*)$", re.IGNORECASE)
_ACT = re.compile(r"(?P<act>[^\W\d]\w*)\s+(?P<rest>(?:§|\d|bilag\s|annex\s).*)$", re.DOTALL | re.IGNORECASE)


def parse_reference(text: str) -> tuple[str | None, str] | None:
    """The register (None: the agreement's own) and the canonical clause number of a reference, or None if it is none.

    >>> parse_reference("almenboligloven § 59(7) no. 1")
    ('almenboligloven', '§ 59, stk. 7, nr. 1')
    >>> parse_reference("3.3")
    (None, '3.3')
    >>> parse_reference("annex 1")
    (None, 'bilag 1')
    """
    text = " ".join(text.split())
    act = None if _ANNEX.match(text) else _ACT.match(text)
    rest = act["rest"] if act else text
    register = act["act"].lower() if act else None
    if _SECTION.match(rest):
        return register, rest
    if annex := _ANNEX.match(rest):
        return register, f"bilag {annex[1]}"
    found = _PARAGRAPH.match(rest)
    if not found:
        return None
    parts = [f"§ {found['number']}" + (f" {found['letter']}" if found["letter"] else "")]
    if stk := found["stk"] or found["stk_en"]:
        parts.append(f"stk. {stk}")
    if found["nr"]:
        parts.append(f"nr. {found['nr']}")
    if sentence := found["pkt"] or found["pkt_da"]:
        parts.append(f"{sentence}. pkt.")
    return register, ", ".join(parts)


def show_clause(clause: str, language: Language) -> str:
    """A clause number as its readers write it.

    >>> show_clause("§ 59, stk. 7, nr. 1", "en")
    '§ 59(7) no. 1'
    >>> show_clause("bilag 1", "en")
    'annex 1'
    """
    if language == "en" and clause.startswith("bilag "):
        return clause.replace("bilag", "annex", 1)
    if language == "da" or not clause.startswith("§"):
        return clause
    shown = re.sub(r", stk\. (\d+)", r"(\1)", clause)
    shown = re.sub(r", nr\. (\d+)", r" no. \1", shown)
    return re.sub(r", (\d+)\. pkt\.", r" sentence \1", shown)

"""The profile that reads the delivery, written from the same table of columns as the files."""

from __future__ import annotations

import json
from collections.abc import Iterator

from .columns import File
from .files import ALL_FILES
from .places import DELIVERED_ON

_HEAD = f"""\
# Leveranceprofil for den opdigtede leverance i denne mappe / profile of the invented delivery in this folder.
# Skrevet af examples/generate; ret den ikke i hånden / written by examples/generate; do not edit by hand.
policy: hoeje-taastrup-2023
delivered_on: {DELIVERED_ON}
as_of: {DELIVERED_ON}
encoding: utf-8
delimiter: ";"
decimal: ","
thousands: "."
dates: [dd-mm-åååå]
yes: [Ja]
no: [Nej]
missing: [".."]                          # skjult af hensyn til små afdelinger / suppressed in small estates

# Nøgletal og erklæringer er aldrig fuldtallige, og kun nogle afdelinger har en registreret indplacering: de står ikke
# her. Anvisningerne er afstemt til årets udgang; en blank dato er derfor ukendt og betyder ikke, at anvisningen ikke er
# sket. Ydelsesmåneder: kun måneder med en ydelse.
complete:
  organisation: {{}}
  area: {{}}
  estate: {{}}
  designation: {{ from: 2021-12-01 }}
  development_plan: {{ from: 2021-12-01 }}
  rehousing_period: {{ from: 2021-12-01 }}
  dwelling: {{}}
  vacancy: {{ from: 2023-01-01 }}
  offer: {{ from: 2023-01-01 }}
  answer: {{ from: 2023-01-01 }}
  assignment: {{ from: 2023-01-01, to: 2026-12-31 }}
  letting: {{ from: 2023-01-01 }}
  household: {{}}
  household_member: {{}}
  benefit_month: {{}}
  youth_tenancy: {{}}
  study_check: {{ from: 2023-01-01 }}
  extension_approval: {{ from: 2023-01-01 }}
  step_down_lease: {{ from: 2023-01-01 }}
  step_down_term: {{ from: 2023-01-01 }}
  meeting: {{ from: 2023-01-01 }}
  report: {{ from: 2023-01-01 }}
  letting_agreement: {{ from: 2023-01-01 }}
  letting_criterion: {{}}
  grant: {{}}
  subsidy: {{}}
  building_project: {{}}
  new_dwelling: {{}}

files:
"""


def profile() -> str:
    """The text of profile.yaml."""
    return _HEAD + "\n".join(line for file in ALL_FILES for line in _file(file)) + "\n"


def _file(file: File) -> Iterator[str]:
    yield f"  - file: {file.name}.csv"
    if file.encoding != "utf-8":
        yield f"    encoding: {file.encoding}"
    yield "    records:"
    yield f"      - type: {file.record}"
    keys = [_quoted(header) for header in file.key_columns]
    yield f"        key: {keys[0] if len(keys) == 1 else '[' + ', '.join(keys) + ']'}"
    yield "        fields:"
    for header, name in file.columns:
        if name == "key":
            continue
        words = file.words.get(name)
        if not words:
            yield f"          {name}: {_quoted(header)}"
            continue
        yield f"          {name}:"
        yield f"            column: {_quoted(header)}"
        yield "            choices:"
        for option, word in words.items():
            yield f"              {_quoted(word)}: {option}"


def _quoted(text: str) -> str:
    """A YAML string; JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)

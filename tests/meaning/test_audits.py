"""Whole audits: plain policies and deliveries, and what is found in them, as another implementation could run them.

A case is a folder with `case.yaml` (the shipped policy if it has none of its own, the rules, the readings), perhaps a
folder of `policies`, a `delivery`, and `expected.jsonl`: a line for each norm and variant with its tallies, and a line
for each finding reduced to what it is about and what it came to. The cases of the rule kinds R1-R40 also say in
`case.yaml`, record by record, what must come out and why; `README.md` beside them is their index.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from klausul.audit import Request, Stopped, audit
from klausul.findings import Audit, Finding, Tally
from klausul.library import load_found, vocabulary
from klausul.records import read_delivery, read_profile
from klausul_dsl.diagnostics import render
from klausul_dsl.measures import Measured, measure_policy
from klausul_dsl.values import World

CORPUS = Path(__file__).parents[1] / "corpus" / "audits"
KINDS = range(1, 41)


def settings_of(folder: Path) -> dict[str, Any]:
    return yaml.safe_load((folder / "case.yaml").read_text("utf-8")) or {}


FOLDERS = {path.name: settings_of(path) for path in sorted(CORPUS.iterdir()) if path.is_dir()}
CASES = [name for name, settings in FOLDERS.items() if "manual" not in settings]
STATED = [name for name in CASES if "expected" in FOLDERS[name]]
MEASURED = [name for name in CASES if "measured" in FOLDERS[name]]


@pytest.mark.parametrize("case", CASES)
def test_what_an_audit_finds(case: str, accept: bool) -> None:
    found = list(reduced(run(CORPUS / case)))
    golden = CORPUS / case / "expected.jsonl"
    if accept:
        golden.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("case", STATED)
def test_the_findings_are_those_that_were_reckoned_by_hand(case: str) -> None:
    """What `expected.jsonl` holds is what `case.yaml` says of every record, no more and no less."""
    lines = [json.loads(row) for row in (CORPUS / case / "expected.jsonl").read_text("utf-8").splitlines()]
    found = {norm_of(item): item for item in lines if "outcomes" in item}
    stated = {norm_of(item): item for item in FOLDERS[case]["expected"]}
    assert found.keys() == stated.keys()
    for key, tally in found.items():
        of, outcomes = stated[key]["of"], stated[key]["outcomes"]
        wanted = {f"{of} {about}": (outcome, *turns) for about, outcome, _, *turns in outcomes}
        assert len(wanted) == len(outcomes)
        assert Counter(outcome.partition("/")[0] for outcome, *_ in wanted.values()) == tally["outcomes"]
        reported = {
            f"{item['subject']} {item.get('period', '')}".strip(): outcome_of(item)
            for item in lines
            if "outcome" in item and norm_of(item) == key
        }
        assert reported == {about: wanted.get(about) for about in reported}
        noticed = {about for about, said in wanted.items() if said not in (("compliant",), ("not_applicable",))}
        assert noticed <= reported.keys()


def norm_of(item: dict[str, Any]) -> tuple[str, ...]:
    """The norm that a line is about, with the alternatives of its variant."""
    return (item["rule"], *item.get("variant", {}).values())


def outcome_of(item: dict[str, Any]) -> tuple[str | dict[str, Any], ...]:
    """The outcome with its reason, and what other readings give where it turns on them."""
    outcome = "/".join(filter(None, [item["outcome"], item.get("reason")]))
    return (outcome, *([item["depends_on"]] if "depends_on" in item else []))


@pytest.mark.parametrize("case", MEASURED)
def test_what_is_measured(case: str) -> None:
    folder = CORPUS / case
    (path,) = (folder / "policies").iterdir()
    loaded = load_found(path)
    profile, _, _ = read_profile(folder / "delivery" / "profile.yaml", vocabulary())
    assert loaded.policy is not None
    assert profile is not None
    day, validity = profile.day, loaded.policy.agreement.validity
    intake = read_delivery(folder / "delivery", profile, vocabulary(), as_of=day, period=(validity.start, validity.end))
    world = World(day, intake.records, intake.coverage, rejected=intake.rejected)
    found = [
        {"rule": result.measure, "rows": [measured_row(row) for row in result.rows]}
        for result in measure_policy(loaded.policy, vocabulary(), world, {})
    ]
    assert found == FOLDERS[case]["measured"]


def measured_row(row: Measured) -> dict[str, Any]:
    return {
        "about": f"{row.entity} {row.key}".strip() or "all",
        "period": "..".join(day.isoformat() for day in row.period),
        "least": row.least,
        "most": row.most,
        "fewest": row.fewest,
        "widest": row.widest,
    }


def test_every_kind_has_one_case_and_the_index_names_it() -> None:
    """The index has a row for each of R1-R40, in order, with the folder that is there and its title."""
    kinds = {name: settings["kind"] for name, settings in FOLDERS.items() if "kind" in settings}
    assert Counter(kinds.values()) == Counter(f"R{number}" for number in KINDS)
    for name, kind in kinds.items():
        assert name.startswith(f"{kind[0]}{int(kind[1:]):02d}-")
        assert set(FOLDERS[name]["title"]) == {"da", "en"}
    row = re.compile(r"^\| (R\d+) \| (.+?) \| (.+?) \| \[(.+?)\]\((.+?)/\) \|$", re.MULTILINE)
    rows = row.findall((CORPUS / "README.md").read_text("utf-8"))
    assert [kind for kind, *_ in rows] == [f"R{number}" for number in KINDS]
    for kind, title, form, name, link in rows:
        assert (kinds[name], link) == (kind, name)
        assert title == FOLDERS[name]["title"]["en"]
        assert form.startswith("manual: ") == ("manual" in FOLDERS[name])
        if "manual" in FOLDERS[name]:
            assert set(FOLDERS[name]["manual"]) == {"da", "en"}
            assert form == f"manual: {FOLDERS[name]['manual']['en']}"


def run(folder: Path) -> Audit:
    settings = settings_of(folder)
    policy = settings.get("policy")
    if policy is None:
        (policy,) = (path.as_posix() for path in (folder / "policies").iterdir())
    request = Request(
        delivery=folder / "delivery",
        policy=policy,
        rules=tuple(settings.get("rules", ())),
        readings=tuple(f"{name}={option}" for name, option in settings.get("readings", {}).items()),
    )
    done = audit(request)
    if isinstance(done, Stopped):
        pytest.fail("\n".join(render(item, done.sources, "en") for item in done.diagnostics))
    assert done.run.adds_up
    return done


def reduced(done: Audit) -> Iterator[str]:
    for tally in done.tallies:
        yield line(tally_line(tally))
    for finding in done.findings:
        yield line(finding_line(finding))


def line(content: dict[str, Any]) -> str:
    return json.dumps({name: value for name, value in content.items() if value}, ensure_ascii=False)


def tally_line(tally: Tally) -> dict[str, Any]:
    outcomes = {outcome.value: number for outcome, number in tally.outcomes.items() if number}
    return {
        "rule": tally.norm,
        "variant": dict(tally.variant),
        "outcomes": outcomes or "nobody",
        "outside": tally.outside,
        "later": tally.later,
    }


def finding_line(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.norm,
        "variant": dict(finding.variant),
        "subject": f"{finding.entity} {finding.key}".strip() or "all",
        "period": "..".join(day.isoformat() for day in finding.period or ()),
        "outcome": finding.outcome.value,
        "reason": finding.reason.value if finding.reason else "",
        "firmness": finding.firmness,
        "depends_on": {
            depends.reading: {item.name: item.outcome.value for item in depends.outcomes}
            for depends in finding.depends_on
        },
    }

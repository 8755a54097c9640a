"""Whole audits: plain policies and deliveries, and what is found in them, as another implementation could run them.

A case is a folder with `case.yaml` (the shipped policy if it has none of its own, the rules, the readings), perhaps a
folder of `policies`, a `delivery`, and `expected.jsonl`: a line for each norm and variant with its tallies, and a line
for each finding reduced to what it is about and what it came to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from klausul.audit import Request, Stopped, audit
from klausul.findings import Audit, Finding, Tally
from klausul_dsl.diagnostics import render

CORPUS = Path(__file__).parents[1] / "corpus" / "audits"
CASES = sorted(path.name for path in CORPUS.iterdir() if path.is_dir())


@pytest.mark.parametrize("case", CASES)
def test_what_an_audit_finds(case: str, accept: bool) -> None:
    found = list(reduced(run(CORPUS / case)))
    golden = CORPUS / case / "expected.jsonl"
    if accept:
        golden.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == golden.read_text("utf-8").splitlines()


def run(folder: Path) -> Audit:
    settings: dict[str, Any] = yaml.safe_load((folder / "case.yaml").read_text("utf-8")) or {}
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

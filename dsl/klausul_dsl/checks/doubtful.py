"""What can be written and hardly meant: a bound denied twice, a count beside a share, a statement without words."""

from __future__ import annotations

from collections.abc import Iterator

from klausul_dsl import typed as t
from klausul_dsl.diagnostics import Diagnostic, Label, diagnose
from klausul_dsl.text import Text
from klausul_dsl.vocabulary import Vocabulary
from klausul_dsl.walk import nodes

_FIRST = Text("her står den første gang", "here it stands first")


def denied_bounds(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning where at most so many must not be something: that is a floor under those that must be it."""
    del vocabulary
    for norm in policy.norms.values():
        if isinstance(norm, t.Quota | t.Sequence) and norm.requirement.form == "must_not":
            bounds = [node for node in nodes(norm.bound) if isinstance(node, t.Bound | t.EveryNth)]
            if any(bound.comparison == "at_most" for bound in bounds):
                yield diagnose("K516", norm.requirement.span, word=norm.label)


def mixed_bounds(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning where one answer to a reading counts and another takes a share."""
    del vocabulary
    for norm in policy.norms.values():
        if isinstance(norm, t.Quota) and isinstance(norm.bound, t.ByReading):
            fixed = [bound for _, bound in norm.bound.options if bound.value is None]
            if len({bound.denominator == 0 for bound in fixed}) > 1:
                yield diagnose("K518", norm.bound.span, word=norm.label)


def wordless_statements(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """An error where a person is to have stated nothing."""
    del vocabulary
    for part in (*policy.definitions.values(), *policy.norms.values(), *policy.measures.values()):
        for node in nodes(part):
            if isinstance(node, t.Attested) and not (node.statement.da.strip() and node.statement.en.strip()):
                yield diagnose("K517", node.span)


def late_norms(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning for what begins after the agreement has ended, or ends before it begins."""
    del vocabulary
    for norm in (*policy.norms.values(), *policy.measures.values()):
        force = policy.agreements[norm.agreement].validity
        if isinstance(norm, t.Placement):
            continue
        late = norm.validity.start and force.end and norm.validity.start > force.end
        if late or (norm.validity.end and force.start and norm.validity.end < force.start):
            yield diagnose("K521", norm.span, word=norm.label)


def examples_of_one_title(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """A warning where two examples of the same thing cannot be told apart."""
    del vocabulary
    met: dict[tuple[str, str, str], t.Example] = {}
    for example in policy.examples:
        first = met.setdefault((example.agreement, example.subject, example.title.da), example)
        if first is not example:
            yield diagnose("K519", example.span, (Label(first.span, _FIRST),), title=example.title)


def unfit_expectations(policy: t.Policy, vocabulary: Vocabulary) -> Iterator[Diagnostic]:
    """An error where an example expects what its subject can never give."""
    del vocabulary
    for example in policy.examples:
        norm = policy.norms.get(example.subject)
        exempt = norm is not None and not isinstance(norm, t.Placement) and bool(norm.unless)
        for expected in example.expectations:
            if (norm is not None) == (expected.verdict in _VALUES) and expected.verdict in (_VALUES | _OUTCOMES):
                yield diagnose("K603", expected.span, wanted=_OUTCOME if norm is not None else _VALUE)
            elif expected.by == "unless" and norm is not None and not exempt:
                yield diagnose("K604", expected.span, word=norm.label)


_VALUES = {"yes", "no", "unknown"}
_OUTCOMES = {"breach", "compliant", "not_applicable", "pending"}
_OUTCOME = Text(
    "et udfald: “overholdt”, “ikke overholdt”, “ikke relevant”, “kan ikke afgøres” eller “endnu ikke forfaldent”",
    "an outcome: “compliant”, “breach”, “not applicable”, “undetermined” or “pending”",
)
_VALUE = Text(
    "en værdi: “ja”, “nej”, “ukendt”, en klasse, et tal eller en dato",
    "a value: “yes”, “no”, “unknown”, a class, a number or a date",
)

"""The laws a typed policy must keep, one per file, listed in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from klausul_dsl.checks.circles import circles
from klausul_dsl.checks.cited import uncited
from klausul_dsl.checks.dated import undated_limits
from klausul_dsl.checks.differing import readings_without_difference
from klausul_dsl.checks.doubtful import (
    denied_bounds,
    examples_of_one_title,
    late_norms,
    mixed_bounds,
    unfit_expectations,
    wordless_statements,
)
from klausul_dsl.checks.examples import without_example
from klausul_dsl.checks.gaps import meaning_gaps, parameter_gaps
from klausul_dsl.checks.overlapping import overlapping_meanings
from klausul_dsl.checks.reachable import unreachable_classes
from klausul_dsl.checks.swallowed import swallowing_exceptions
from klausul_dsl.checks.timed import timed_readings
from klausul_dsl.checks.used import unused
from klausul_dsl.diagnostics import Diagnostic
from klausul_dsl.typed import Policy
from klausul_dsl.vocabulary import Vocabulary

Check = Callable[[Policy, Vocabulary], Iterable[Diagnostic]]

CHECKS: tuple[Check, ...] = (
    circles,
    timed_readings,
    unreachable_classes,
    swallowing_exceptions,
    overlapping_meanings,
    parameter_gaps,
    meaning_gaps,
    undated_limits,
    wordless_statements,
    denied_bounds,
    mixed_bounds,
    late_norms,
    uncited,
    unused,
    readings_without_difference,
    without_example,
    examples_of_one_title,
    unfit_expectations,
)

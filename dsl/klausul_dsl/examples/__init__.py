"""The examples of a policy: judged, and told of where they do not hold."""

from __future__ import annotations

from klausul_dsl.examples.judged import ExampleResult, find, run_example, run_examples, subject_record, world_of

__all__ = ["ExampleResult", "find", "run_example", "run_examples", "subject_record", "world_of"]

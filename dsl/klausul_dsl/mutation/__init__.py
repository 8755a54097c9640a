"""A policy to what its examples do not notice: one thing changed at a time, and which changes no example fails for."""

from __future__ import annotations

from klausul_dsl.mutation.accepted import Accepted, Survivor, survivors, unfounded
from klausul_dsl.mutation.mutants import Mutant, mutants
from klausul_dsl.mutation.survivors import Tried, try_mutants

__all__ = ["Accepted", "Mutant", "Survivor", "Tried", "mutants", "survivors", "try_mutants", "unfounded"]

"""Diagnostic codes: meaning."""

from __future__ import annotations

from klausul_dsl.codes.entry import Code

MEANING_CODES: tuple[Code, ...] = ()

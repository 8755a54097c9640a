"""One audit from start to end: the phases in order."""

from __future__ import annotations

from klausul.audit.run import Progress, Request, Stopped, agreement_of, audit

__all__ = ["Progress", "Request", "Stopped", "agreement_of", "audit"]

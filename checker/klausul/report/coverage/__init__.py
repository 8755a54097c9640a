"""What the examples of an agreement show, and the changes they do not notice, in each form, one file per form."""

from __future__ import annotations

from klausul.report.coverage.json import json_object
from klausul.report.coverage.model import Measured
from klausul.report.coverage.text import text_lines

__all__ = ["Measured", "json_object", "text_lines"]

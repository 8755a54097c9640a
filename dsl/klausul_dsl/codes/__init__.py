"""The catalogue of every diagnostic code.

The hundreds say where a problem lies: K1 the words, K2 the names, K3 types and units, K4 clauses and dates,
K5 laws a typed policy must keep, K6 examples, K7 profiles and deliveries, K8 use of the command, K9 our own bugs.
"""

from __future__ import annotations

from klausul_dsl.codes.coverage import COVERAGE_CODES
from klausul_dsl.codes.delivery import DELIVERY_CODES
from klausul_dsl.codes.entry import Code, Severity
from klausul_dsl.codes.forms import FORM_CODES
from klausul_dsl.codes.meaning import MEANING_CODES
from klausul_dsl.codes.registers import REGISTER_CODES
from klausul_dsl.codes.remedies import way_out
from klausul_dsl.codes.slips import SLIP_CODES
from klausul_dsl.codes.usage import USAGE_CODES
from klausul_dsl.codes.wording import WORDING_CODES

CATALOGUE: dict[str, Code] = {
    entry.code: entry
    for entry in (
        *WORDING_CODES,
        *MEANING_CODES,
        *FORM_CODES,
        *SLIP_CODES,
        *DELIVERY_CODES,
        *USAGE_CODES,
        *COVERAGE_CODES,
        *REGISTER_CODES,
    )
}

__all__ = ["CATALOGUE", "Code", "Severity", "way_out"]

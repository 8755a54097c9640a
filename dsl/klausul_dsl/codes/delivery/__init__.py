"""Diagnostic codes of profiles and deliveries: what is wrong with a profile, a file, a row or a cell."""

from __future__ import annotations

from klausul_dsl.codes.delivery.cells import CELL_CODES
from klausul_dsl.codes.delivery.control import CONTROL_CODES
from klausul_dsl.codes.delivery.files import FILE_CODES
from klausul_dsl.codes.delivery.profiles import PROFILE_CODES
from klausul_dsl.codes.delivery.rows import ROW_CODES
from klausul_dsl.codes.entry import Code

DELIVERY_CODES: tuple[Code, ...] = (*PROFILE_CODES, *FILE_CODES, *ROW_CODES, *CELL_CODES, *CONTROL_CODES)

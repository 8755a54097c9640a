"""An agreement with everything it declares and uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from klausul_dsl.typed.declared import Agreement, Classification, Definition, Parameter, Placement, Reading
from klausul_dsl.typed.examples import Example
from klausul_dsl.typed.node import Node
from klausul_dsl.typed.norms import Measure, Norm


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy(Node):
    """An agreement with everything it declares and uses, by canonical name, in the order written."""

    agreement: Agreement
    agreements: Mapping[str, Agreement]
    parameters: Mapping[str, Parameter]
    readings: Mapping[str, Reading]
    definitions: Mapping[str, Definition]
    classifications: Mapping[str, Classification]
    placements: Mapping[str, Placement]
    norms: Mapping[str, Norm]
    measures: Mapping[str, Measure]
    examples: tuple[Example, ...]

"""The typed core: what a policy means, every name resolved.

Every name here is canonical: that of the schemas for records, fields and choices; for what a policy declares, the
English label as a name where one is given, else the declared name. So the same policy written in Danish and in English
has the same core. Spans never count when two cores are compared.
"""

from __future__ import annotations

from klausul_dsl.typed.declared import (
    Agreement,
    Alternative,
    Branch,
    Classification,
    Definition,
    Meaning,
    Parameter,
    ParameterEntry,
    Placement,
    Reading,
    Review,
)
from klausul_dsl.typed.examples import (
    Example,
    Expectation,
    GivenRecord,
)
from klausul_dsl.typed.expressions import (
    All,
    Any,
    Arithmetic,
    Attested,
    ByReading,
    Classified,
    Collection,
    Compare,
    Constant,
    Count,
    DatedFact,
    Day,
    Defined,
    EachMonth,
    Expression,
    Field,
    Interpreted,
    IsKnown,
    IsUncovered,
    Not,
    OneOf,
    ParameterValue,
    Quantified,
    Shift,
    Subject,
    Within,
)
from klausul_dsl.typed.node import (
    Node,
)
from klausul_dsl.typed.norms import (
    Bound,
    Exemption,
    Group,
    Norm,
    Quota,
    RecordNorm,
    Requirement,
    RequirementForm,
    Rule,
)
from klausul_dsl.typed.periods import (
    ALWAYS,
    Period,
    Validity,
)
from klausul_dsl.typed.policy import (
    Policy,
)

__all__ = [
    "ALWAYS",
    "Agreement",
    "All",
    "Alternative",
    "Any",
    "Arithmetic",
    "Attested",
    "Bound",
    "Branch",
    "ByReading",
    "Classification",
    "Classified",
    "Collection",
    "Compare",
    "Constant",
    "Count",
    "DatedFact",
    "Day",
    "Defined",
    "Definition",
    "EachMonth",
    "Example",
    "Exemption",
    "Expectation",
    "Expression",
    "Field",
    "GivenRecord",
    "Group",
    "Interpreted",
    "IsKnown",
    "IsUncovered",
    "Meaning",
    "Node",
    "Norm",
    "Not",
    "OneOf",
    "Parameter",
    "ParameterEntry",
    "ParameterValue",
    "Period",
    "Placement",
    "Policy",
    "Quantified",
    "Quota",
    "Reading",
    "RecordNorm",
    "Requirement",
    "RequirementForm",
    "Review",
    "Rule",
    "Shift",
    "Subject",
    "Validity",
    "Within",
]

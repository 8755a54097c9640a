"""A comparison to whether a value of a record can lie exactly at its limit."""

from __future__ import annotations

from fractions import Fraction

from klausul_dsl import typed as t

_TWO_AND_FIVE = (2, 5)


def can_be_met(node: t.Compare) -> bool:
    """Whether any number with an end to its decimals meets the limit exactly.

    Three times a share is one hundred per cent only where the share is one third, which no cell can hold.
    """
    for side, other in ((node.left, node.right), (node.right, node.left)):
        match side, other:
            case t.Arithmetic(operator="*", left=left, right=right), t.Constant(value=Fraction() as limit):
                factor = next((part.value for part in (left, right) if isinstance(part, t.Constant)), None)
                if isinstance(factor, Fraction) and factor and not _ends(limit / factor):
                    return False
            case _:
                pass
    return True


def _ends(value: Fraction) -> bool:
    """Whether the decimals of a number have an end: its denominator has no factors but two and five."""
    rest = value.denominator
    for factor in _TWO_AND_FIVE:
        while rest % factor == 0:
            rest //= factor
    return rest == 1

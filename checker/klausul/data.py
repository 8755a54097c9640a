"""Where the shipped data stand: schemas, policies and the example of each code, in the wheel or in the checkout."""

from __future__ import annotations

from pathlib import Path


def data_folder(name: str) -> Path:
    """The shipped folder `policies`, `schemas` or `mistakes`: inside the package (wheel) or at the top of the checkout.

    >>> data_folder("schemas").name
    'schemas'
    """
    packaged = Path(__file__).parent / name
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / name

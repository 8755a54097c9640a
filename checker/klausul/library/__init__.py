"""Agreements, clause registers and schemas, found in the package or in a folder."""

from __future__ import annotations

from klausul.library.accepted import accepted_mutants
from klausul.library.folders import Folder, Shelf, agreements, find, load, only_agreement, used_shipped
from klausul.library.policies import Loaded, load_agreement, load_chosen, load_found
from klausul.library.sentences import Registered, registered
from klausul.library.shipped import schema, vocabulary
from klausul.library.trees import parsed

__all__ = [
    "Folder",
    "Loaded",
    "Registered",
    "Shelf",
    "accepted_mutants",
    "agreements",
    "find",
    "load",
    "load_agreement",
    "load_chosen",
    "load_found",
    "only_agreement",
    "parsed",
    "registered",
    "schema",
    "used_shipped",
    "vocabulary",
]

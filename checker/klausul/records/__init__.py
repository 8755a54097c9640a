"""Records from wherever they are, as text, every row accounted for; then admitted to their schema."""

from __future__ import annotations

from klausul.records.account import AccountLine
from klausul.records.admit import RejectedRow, display
from klausul.records.candidates import UnreadableCell
from klausul.records.intake import Intake, read_delivery
from klausul.records.oddities import OddCell
from klausul.records.opening import READERS, InputFile
from klausul.records.profile import Profile
from klausul.records.profile_file import profile_from, read_profile
from klausul.records.strays import PROFILE, Stray

__all__ = [
    "PROFILE",
    "READERS",
    "AccountLine",
    "InputFile",
    "Intake",
    "OddCell",
    "Profile",
    "RejectedRow",
    "Stray",
    "UnreadableCell",
    "display",
    "profile_from",
    "read_delivery",
    "read_profile",
]

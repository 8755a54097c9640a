"""What one run may tell of persons: nothing, their keys under pseudonyms, or all."""

from __future__ import annotations

import hashlib
import hmac
from base64 import b32encode
from dataclasses import dataclass
from typing import Literal, TypeAlias

from klausul.findings.privacy import key_is_open
from klausul_dsl.vocabulary import Vocabulary

Manner: TypeAlias = Literal["withheld", "pseudonyms", "shown"]

_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What may be told. `pseudonym_key` gives the same pseudonyms in every run with it; `personal` tells all."""

    personal: bool = False
    pseudonym_key: bytes | None = None

    @property
    def manner(self) -> Manner:
        return "shown" if self.personal else "pseudonyms" if self.pseudonym_key else "withheld"

    @property
    def fingerprint(self) -> str | None:
        """By which two runs can be seen to have used one key, without telling it."""
        return _digest(self.pseudonym_key, "klausul", "the key itself")[:8] if self.manner == "pseudonyms" else None

    def key(self, entity: str, key: str, vocabulary: Vocabulary) -> str | None:
        """A record's key as it may be told: itself where it is no person's, else a pseudonym; None: not at all."""
        if self.personal or key_is_open(vocabulary, entity):
            return key
        return f"p-{_digest(self.pseudonym_key, entity, key)}" if self.pseudonym_key else None


NOTHING_PERSONAL = Disclosure()


def _digest(key: bytes | None, entity: str, text: str) -> str:
    """HMAC-SHA256, shortened: without the key no list of all CPR numbers finds its way back."""
    found = hmac.new(key or b"", f"{entity}\0{text}".encode(), hashlib.sha256).digest()
    return b32encode(found).decode().lower()[:_LENGTH]

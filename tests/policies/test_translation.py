"""A shipped policy in English says the same as in Danish, and translated back it is the same text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

import pytest

from klausul.library import Shelf, agreements, load_agreement, vocabulary
from klausul_dsl import typed as t
from klausul_dsl.codes import Severity
from klausul_dsl.diagnostics import render
from klausul_dsl.formatter.translate import translate
from klausul_dsl.pipeline import Loaded, load_policy
from klausul_dsl.text import Language


def load(texts: Mapping[str, Mapping[str, str]], shelf: Shelf) -> Loaded:
    loaded = load_policy(texts, vocabulary(), shelf.registers)
    errors = [item for item in loaded.diagnostics if item.severity is Severity.ERROR]
    assert not errors, "\n".join(render(item, loaded.sources, "en") for item in errors[:5])
    return loaded


def translated(loaded: Loaded, shelf: Shelf, language: Language) -> dict[str, dict[str, str]]:
    return {
        agreement: {name: translate(loaded.trees[name], language, loaded.words, vocabulary()) for name in files}
        for agreement, files in shelf.texts.items()
    }


@pytest.mark.parametrize("name", agreements())
def test_there_and_back_is_the_same_text(name: str) -> None:
    shelf = load_agreement(agreements()[name].as_posix()).shelf
    assert shelf is not None
    danish = load(shelf.texts, shelf)
    english = load(translated(danish, shelf, "en"), shelf)
    assert translated(english, shelf, "da") == shelf.texts
    for part in fields(t.Policy):
        assert getattr(english.policy, part.name) == getattr(danish.policy, part.name), part.name


@pytest.mark.parametrize("name", agreements())
def test_nothing_danish_is_left_in_the_english_text(name: str) -> None:
    shelf = load_agreement(agreements()[name].as_posix()).shelf
    assert shelf is not None
    for files in translated(load(shelf.texts, shelf), shelf, "en").values():
        for text in files.values():
            said = re.sub(r'"[^"]*"|#[^\n]*', "", text)
            assert not re.search(r"[æøå]|\b(?:og|eller|hvor|skal|ikke|jf)\b", said), said

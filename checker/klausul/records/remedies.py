"""The way out of an unknown name: the nearest one in any language, else the names there are in the reader's."""

from __future__ import annotations

from collections.abc import Iterable

from klausul_dsl.diagnostics import did_you_mean, nearest
from klausul_dsl.text import Text


def suggest(word: str, names: Iterable[Text], also: Iterable[str] = ()) -> Text:
    """The nearest of some names, or a list of them; `also` are names that belong to no language.

    >>> suggest("Bolig", [Text("bolig", "dwelling")]).en
    'did you mean “bolig”?'
    """
    names, also = list(names), list(also)
    match = nearest(word, [*(name.da for name in names), *(name.en for name in names), *also]) if word else None
    if match is not None:
        return did_you_mean(match, [match])
    return Text(
        did_you_mean("", [*(name.da for name in names), *also]).da,
        did_you_mean("", [*(name.en for name in names), *also]).en,
    )

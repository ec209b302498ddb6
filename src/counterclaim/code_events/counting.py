"""The words of rules/quantities.toml: hedges, units, and what is not counted."""

from functools import lru_cache

import msgspec

from counterclaim.code_events.forms import noun_forms
from counterclaim.code_events.lexicon import table


class Counting(msgspec.Struct, frozen=True):
    """Words of rules/quantities.toml that `find_quantities` needs, forms included."""

    hedges: tuple[tuple[tuple[str, ...], str], ...]
    degree: frozenset[str]
    none: frozenset[str]
    units: dict[str, tuple[str, str]]
    uncounted: frozenset[str]
    marks: frozenset[str]
    invariant: frozenset[str]
    status: dict[str, str]
    starts: frozenset[str]


@lru_cache(maxsize=1)
def counting() -> Counting:
    """The words, read once a process."""
    raw = table("quantities")
    hedges = [
        (tuple(words.split()), form) for form, some in raw["hedges"].items() for words in some
    ]
    units = {word: (unit, row[0]) for unit, row in raw["units"].items() for word in row[1:]}
    uncounted = {
        form
        for name in ("time", "money", "share")
        for word in raw["not_counted"][name]
        for form in noun_forms(word)
    }
    status = {
        form: name for name, words in raw["status"].items() for w in words for form in noun_forms(w)
    }
    return Counting(
        hedges=tuple(sorted(hedges, key=lambda h: -len(h[0]))),
        degree=frozenset(raw["degree"]["words"]),
        none=frozenset(raw["none"]["words"]),
        units=units,
        uncounted=frozenset(uncounted),
        marks=frozenset(raw["not_counted"]["marks"]),
        invariant=frozenset(raw["invariant"]["words"]),
        status=status,
        starts=frozenset({"a", "an"}),
    )

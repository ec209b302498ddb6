"""The words of rules/quantities.toml: hedges, units, what is not counted, harm and scope."""

from collections.abc import Callable, Iterable
from functools import lru_cache

import msgspec

from counterclaim.code_events.forms import noun_forms, verb_forms
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
    squares: dict[str, str]
    persons: frozenset[str]
    endings: tuple[str, ...]
    not_ended: frozenset[str]
    pairs: frozenset[str]
    speakers: frozenset[str]
    none_of: frozenset[str]
    ordinals: dict[str, int]
    not_ordinal: frozenset[str]

    def is_person(self, word: str) -> bool:
        """Whether a noun in the singular names one person."""
        if word in self.persons:
            return True
        return word.endswith(self.endings) and word not in self.not_ended


class HarmWords(msgspec.Struct, frozen=True):
    """Words of harm to people, all forms included; see `[harm]` in rules/quantities.toml."""

    kills: frozenset[str]
    hurts: frozenset[str]
    hits: frozenset[str]
    harms: frozenset[str]
    dies: frozenset[str]
    recovers: frozenset[str]
    suffers: frozenset[str]
    wounds: frozenset[str]
    deaths: frozenset[str]
    hurtings: frozenset[str]
    fatal: frozenset[str]
    kills_states: frozenset[str]
    hurt_states: frozenset[str]
    becomes: frozenset[str]
    conditions: frozenset[str]
    taken: frozenset[str]
    hospitals: frozenset[str]
    tolls: frozenset[str]
    both: frozenset[str]
    strikes: frozenset[str]
    shots: frozenset[str]


class ScopeWords(msgspec.Struct, frozen=True):
    """Words that tell numbers of a stretch of time and new numbers, all forms included."""

    since: frozenset[str]
    stretch: frozenset[str]
    stretched: frozenset[str]
    long: frozenset[str]
    rates: frozenset[str]
    so_far: tuple[tuple[str, ...], ...]
    rises: frozenset[str]


BE = frozenset({"am", "is", "are", "was", "were", "been", "being", "'s", "'re"})
_OF_NOUNS = frozenset({"wounds", "deaths", "hurtings", "both", "shots"})
_OF_VERBS = frozenset(
    {
        "kills",
        "hurts",
        "hits",
        "harms",
        "dies",
        "recovers",
        "suffers",
        "becomes",
        "taken",
        "rises",
        "strikes",
    }
)


def _forms(words: Iterable[str], forms: Callable[[str], tuple[str, ...]]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word))


@lru_cache(maxsize=1)
def harm_words() -> HarmWords:
    """The words of harm, read once a process."""
    raw: dict[str, list[str]] = table("quantities")["harm"]
    sets = {}
    for name, words in raw.items():
        if name in _OF_VERBS:
            sets[name] = _forms(words, verb_forms)
        elif name in _OF_NOUNS:
            sets[name] = _forms(words, noun_forms)
        else:
            sets[name] = frozenset(words)
    sets["becomes"] |= BE
    return HarmWords(**sets)


@lru_cache(maxsize=1)
def scope_words() -> ScopeWords:
    """The words of scope, read once a process."""
    raw: dict[str, list[str]] = table("quantities")["scope"]
    return ScopeWords(
        since=frozenset(raw["since"]),
        stretch=_forms(raw["stretch"], noun_forms),
        stretched=frozenset(raw["stretched"]),
        long=frozenset(raw["long"]),
        rates=frozenset(raw["rates"]),
        so_far=tuple(tuple(words.split()) for words in raw["so_far"]),
        rises=_forms(raw["rises"], verb_forms),
    )


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
        squares=raw["squares"],
        persons=frozenset(raw["persons"]["words"]),
        endings=tuple(raw["persons"]["endings"]),
        not_ended=frozenset(raw["persons"]["not_ended"]),
        pairs=frozenset(raw["persons"]["pairs"]),
        speakers=frozenset(raw["persons"]["speakers"]),
        none_of=_forms(raw["none_of"]["words"], noun_forms),
        ordinals=raw["ordinals"],
        not_ordinal=_forms(raw["not_ordinal"]["words"], noun_forms),
    )

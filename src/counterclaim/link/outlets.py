"""Outlets by their names: what names one, and when two names are one outlet's."""

import re
from functools import lru_cache

import msgspec

from counterclaim.language.parties import load_parties
from counterclaim.language.tables import read_table

_DAY = re.compile(
    r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December)$"
)
_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """One way of naming an outlet; `takes` and `leaves` are its examples."""

    id: str
    kind: str
    regex: str
    where: str = ""
    any: bool = False
    takes: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


class RelayRules(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `rules/relays.toml`."""

    nouns: frozenset[str]
    anaphors: frozenset[str]
    things: frozenset[str]
    pieces: dict[str, str]
    within: tuple[Pattern, ...]
    credits: tuple[Pattern, ...]


@lru_cache(maxsize=1)
def rules() -> RelayRules:
    """The rules, read once."""
    return read_table("counterclaim.link", "rules/relays.toml", RelayRules)


@lru_cache(maxsize=4096)
def outlet_key(name: str) -> str:
    """The same for every name of one outlet: its party's id where we know it, else its words
    without the article."""
    return party_of(name) or " ".join(_ARTICLE.sub("", name).casefold().split())


@lru_cache(maxsize=4096)
def party_of(name: str) -> str | None:
    """The id of the outlet that has this name; None where there is none, or several."""
    media = [p.id for p in load_parties().find(name) if p.kind == "media"]
    return media[0] if len(media) == 1 else None


@lru_cache(maxsize=4096)
def outlet_name(words: str, own: str | None = None, *, any_name: bool = False) -> str | None:
    """The outlet's name at the beginning of `words`; None where they name no outlet.

    A name counts that is known, that is the report's `own`, or that has a noun for an outlet in it;
    with `any_name` every name does.
    """
    name = _DAY.sub("", words.strip(" ,.;"))
    parts = name.split()
    for n in range(len(parts), 0, -1):
        if party_of(" ".join(parts[:n])) is not None:
            return " ".join(parts[:n])
    if own and _ARTICLE.sub("", name).casefold().startswith(_ARTICLE.sub("", own).casefold()):
        return own
    last = [p.casefold().strip("’'") for p in parts]
    if any_name or any(w in rules().nouns or w.removesuffix("s") in rules().nouns for w in last):
        return name or None
    return None


def is_anaphor(name: str) -> bool:
    """Whether the words only point back to an outlet that was named before: "the agency"."""
    first, _, noun = name.casefold().partition(" ")
    return first == "the" and noun in rules().anaphors

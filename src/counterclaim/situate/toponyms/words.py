"""The word lists of `rules/toponyms.toml`, read once."""

import tomllib
from functools import cache
from importlib import resources

import msgspec

from counterclaim.model.event import PlacePrecision


class RelationWords(msgspec.Struct, frozen=True):
    """Words that place something to a named place; `bearings` are degrees from north, `units` are in
    kilometres."""

    near: frozenset[str]
    edges: frozenset[str]
    border: frozenset[str]
    parts: frozenset[str]
    bearings: dict[str, int]
    units: dict[str, float]


class ToponymWords(msgspec.Struct, frozen=True):
    """Lower-cased lists, as sets; `noun` maps a word for a kind of place to its precision."""

    rules: dict[str, str]
    noun: dict[str, PlacePrecision]
    parts: frozenset[str]
    joints: frozenset[str]
    articles: frozenset[str]
    office: dict[str, PlacePrecision]
    site: frozenset[str]
    prepositions: frozenset[str]
    between: frozenset[str]
    of: frozenset[str]
    beside: frozenset[str]
    verbs: frozenset[str]
    titles: frozenset[str]
    stop: frozenset[str]
    people: frozenset[str]
    relations: RelationWords


def _set(words: list[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


@cache
def toponym_words() -> ToponymWords:
    """The lists of the package."""
    file = resources.files("counterclaim.situate.toponyms").joinpath("rules", "toponyms.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    noun: dict[str, PlacePrecision] = {}
    for precision, words in table["nouns"].items():
        for word in words:
            noun[word] = noun[word + "s"] = precision
    return ToponymWords(
        rules=table["rules"],
        noun=noun,
        parts=_set(table["parts"]["words"]),
        joints=_set(table["inside"]["joints"]),
        articles=_set(table["inside"]["articles"]),
        office={w: p for p, words in table["offices"].items() for w in words},
        site=_set(table["site"]["words"]),
        prepositions=_set(table["prepositions"]["words"]),
        between=_set(table["prepositions"]["between"]),
        of=_set(table["prepositions"]["of"]),
        beside=_set(table["beside"]["words"]),
        verbs=_set(table["verbs"]["words"]),
        titles=_set(table["titles"]["words"]),
        stop=_set(table["stop"]["words"]),
        people=_set(table["stop"]["people"]),
        relations=msgspec.convert(table["relations"], RelationWords),
    )

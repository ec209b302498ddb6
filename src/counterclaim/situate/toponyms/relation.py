"""How the words place something to a named place: near it, so far from it, between it and another."""

from itertools import pairwise
from typing import NamedTuple

from counterclaim.language.parse import Parse
from counterclaim.model.precision import PlaceRelation
from counterclaim.situate.toponyms.mention import Mention
from counterclaim.situate.toponyms.words import ToponymWords

FARTHEST_KM = 500.0
"""What is farther away than that is not placed by it."""


class Relation(NamedTuple):
    """As in `Toponym`."""

    relation: PlaceRelation | None = None
    km: float | None = None
    bearing: int | None = None


NONE = Relation()


def relations(parse: Parse, mentions: list[Mention], words: ToponymWords) -> list[Relation]:
    """The relation that each mention's words tell, in order."""
    told = [_told(parse, one, words) for one in mentions]
    for n, (left, right) in enumerate(pairwise(mentions)):
        if left.first < 0 or right.first < 0 or left.adjective or right.adjective:
            continue
        joined = right.first - left.last == 2 and parse.lower[left.last + 1] == "and"
        if joined and parse.lower[_before(parse, left, words)] == "between":
            told[n] = told[n + 1] = Relation("between")
    return told


def _before(parse: Parse, mention: Mention, words: ToponymWords) -> int:
    """The token before the name; "the" and "the town of" are a part of it."""
    at = mention.first - 1
    if at > 1 and parse.lower[at] == "of" and words.noun.get(parse.lower[at - 1]) == "town":
        at -= 2
    while at > 0 and parse.lower[at] == "the":
        at -= 1
    return max(at, 0)


def _told(parse: Parse, mention: Mention, words: ToponymWords) -> Relation:
    first = mention.first
    if first < 0 or mention.rule == "embedded":
        return NONE
    lower, table = parse.lower, words.relations
    after = lower[mention.last + 1] if mention.last + 1 < len(parse) else ""
    if after in table.border:
        return Relation("border")
    if mention.adjective or first == 0 or parse.sentence_of[first - 1] != parse.sentence_of[first]:
        return NONE
    at = _before(parse, mention, words)
    word, left = lower[at], lower[at - 1] if at else ""
    if word in table.near or (word == "to" and left == "close"):
        km = _kilometres(parse, at - 1, table.units)
        return Relation("near") if km is None else Relation("offset", km)
    if word == "with" and left in table.border:
        return Relation("border")
    if word == "off":
        return Relation("off", _kilometres(parse, at - 1, table.units))
    if word in table.parts and not after.startswith("-"):
        return Relation("part")
    if word in ("of", "from"):
        return _of(parse, at, words)
    return NONE


def _of(parse: Parse, at: int, words: ToponymWords) -> Relation:
    """ "10 km north of", "north of", "the outskirts of", "the coast of", "30 miles from"."""
    lower, table = parse.lower, words.relations
    left = lower[at - 1] if at else ""
    if left in table.bearings:
        start = at - 2
        if at > 3 and lower[at - 2] in ("-", "–"):  # the tokens of "south-east"
            left, start = f"{lower[at - 3]}-{left}", at - 4
        bearing = table.bearings.get(left)
        if lower[start] == "the":
            return Relation("part", None, bearing)
        start -= lower[start] in ("to", "due")
        if lower[start] not in table.units:
            return Relation("near", None, bearing)
        return Relation("offset", _kilometres(parse, start, table.units), bearing)
    if left == "coast":
        off = "off" in lower[max(0, at - 4) : at]
        return Relation("off") if off else NONE
    if left in table.edges:
        return Relation("near")
    if lower[at] == "from" or left == "away":
        km = _kilometres(parse, at - (2 if left == "away" else 1), table.units)
        return NONE if km is None else Relation("offset", km)
    return NONE


def _kilometres(parse: Parse, at: int, units: dict[str, float]) -> float | None:
    """The distance that ends at token `at`: "10 km", "20-mile"; None where there is none."""
    if at < 1 or parse.lower[at] not in units:
        return None
    try:
        number = float(parse.lower[at - 1].replace(",", "")[:12])
    except ValueError:
        number = float(_SPELT.get(parse.lower[at - 1], 0))
    km = round(number * units[parse.lower[at]], 1)
    return km if 0 < km <= FARTHEST_KM else None


_SPELT: dict[str, int] = {
    "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip

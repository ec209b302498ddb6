"""The place names of the scored sets that the program found, each with whether its place is right.

A name counts when its characters are the gold's and the gold gives a point; it is right within 161 km
(100 miles) of that point, as in the sets' own scorer.
"""

from math import asin, cos, radians, sin, sqrt

import msgspec
from scored_sets import load, parse_texts

from counterclaim.situate.gazetteer import IndexedGazetteer, open_gazetteer
from counterclaim.situate.toponyms import find_toponyms

RIGHT_KM = 161.0


class Answered(msgspec.Struct, frozen=True):
    """One name: the document's number, the probability that the program told and whether its place is
    right (both None where it took none), and the same for each candidate that it weighed."""

    document: int
    probability: float | None
    right: bool | None
    weighed: tuple[tuple[float, bool], ...]


class PlaceAnswers(msgspec.Struct, frozen=True):
    """The names of one set that were found, and how many the gold gives a point for."""

    found: tuple[Answered, ...]
    gold: int

    def told(self) -> list[tuple[float, bool]]:
        """Probability and rightness of each name that a place was given for."""
        return [(a.probability, bool(a.right)) for a in self.found if a.probability is not None]

    def weighed(self) -> list[tuple[float, bool]]:
        """The same for each candidate that was told, taken or not."""
        return [one for a in self.found for one in a.weighed]

    def half(self, odd: bool) -> "PlaceAnswers":
        """The documents of odd or of even number; its `gold` is not told apart."""
        return PlaceAnswers(tuple(a for a in self.found if a.document % 2 == odd), self.gold)


def near(lat: float, lon: float, point: tuple[float, float]) -> bool:
    """Whether two points in WGS 84 degrees lie within 161 km of one another."""
    la, lb = radians(lat), radians(point[0])
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(point[1] - lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h))) <= RIGHT_KM


def _is_near(gazetteer: IndexedGazetteer, place: str, point: tuple[float, float]) -> bool | None:
    entry = gazetteer.place(place)
    if entry is None or entry.lat is None or entry.lon is None:
        return None
    return near(entry.lat, entry.lon, point)


def read_places(name: str, limit: int | None = None) -> PlaceAnswers:
    """What the program makes of the names of `data/places/NAME.jsonl`."""
    gold = load("places", f"{name}.jsonl", limit)
    gazetteer = open_gazetteer()
    found = []
    for number, (record, parse) in enumerate(zip(gold, parse_texts(gold), strict=True)):
        points = {
            (t["start"], t["end"]): (t["lat"], t["lon"])
            for t in record["toponyms"]
            if t["lat"] is not None
        }
        for toponym in find_toponyms(parse, gazetteer):
            point = points.get((toponym.start, toponym.end))
            if point is None:
                continue
            lat, lon = toponym.lat, toponym.lon
            right = None if lat is None or lon is None else near(lat, lon, point)
            weighed = [
                (c.probability, close)
                for c in toponym.weighed
                if c.probability is not None
                and (close := _is_near(gazetteer, c.id, point)) is not None
            ]
            chance = None if right is None else toponym.probability
            found.append(Answered(number, chance, right, tuple(weighed)))
    total = sum(t["lat"] is not None for r in gold for t in r["toponyms"])
    return PlaceAnswers(tuple(found), total)

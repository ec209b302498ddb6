"""Where events are said to have happened, and how far two such places are apart."""

from collections.abc import Iterable
from functools import lru_cache
from math import floor
from typing import Literal, get_args

import msgspec

from counterclaim.model.event import Event, Place, PlacePrecision

Nearness = Literal["same", "near", "within", "around", "unknown", "different", "far"]
"""`within`: one place may lie in the other, a province or district; `around`: the same for a
country, a sea or a region; `far`: so far apart that it cannot be one happening."""

ORDER: tuple[Nearness, ...] = get_args(Nearness)

SAME, NEAR, FAR = 15.0, 60.0, 500.0
"""Kilometres up to which two places are one, are near, and can belong to one happening."""

DEGREE = 110.5
"""Kilometres that a degree of latitude has at least."""

RADIUS = {
    "site": 0.0,
    "town": 0.0,
    "district": 30.0,
    "province": 100.0,
    "sea": 500.0,
    "region": 500.0,
}
"""Kilometres that a place of this precision reaches from its point, roughly."""

EXACT = frozenset({"site", "town", "district", "province"})
POINTED = (EXACT - {"province"}) | {"sea"}
"""Precisions of a place whose name says where; provinces and wider ones are named everywhere."""
CELL = 1.0
"""Degrees of a blocking cell."""


class Spot(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A place as far as linking needs it."""

    name: str
    precision: PlacePrecision
    lat: float | None
    lon: float | None
    gazetteer_id: str | None
    country: str | None


class Spots(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Where it happened (`at`, `aimed_at`) and where it came from (`launched_from`)."""

    where: tuple[Spot, ...] = ()
    origin: tuple[Spot, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.where or self.origin)

    @property
    def exact(self) -> bool:
        """Whether some place is told more exactly than by its country, sea or region."""
        return any(p.precision in EXACT for p in self.where + self.origin)


def spot_of(place: Place) -> Spot:
    """The place without its role and its span."""
    return Spot(
        place.name, place.precision, place.lat, place.lon, place.gazetteer_id, place.country
    )


def spots_of(event: Event) -> Spots:
    """The event's places; where it was merely spoken of does not count."""
    known = [p for p in event.places if p.gazetteer_id or p.lat is not None or p.country]
    return Spots(
        where=_distinct(spot_of(p) for p in known if p.role in ("at", "aimed_at")),
        origin=_distinct(spot_of(p) for p in known if p.role == "launched_from"),
    )


def together(found: Iterable[Spots]) -> Spots:
    """The places of several events as those of one."""
    parts = list(found)
    return Spots(
        where=_distinct(p for s in parts for p in s.where),
        origin=_distinct(p for s in parts for p in s.origin),
    )


def _distinct(places: Iterable[Spot]) -> tuple[Spot, ...]:
    found = {(p.gazetteer_id, p.lat, p.lon, p.country, p.precision): p for p in places}
    return tuple(found[k] for k in sorted(found, key=repr))


def pointed(places: Iterable[Spot]) -> frozenset[str | None]:
    """Those of the places whose names say where, by their gazetteer ids."""
    return frozenset(p.gazetteer_id for p in places if p.precision in POINTED)


def nearness(a: Spots, b: Spots) -> Nearness:
    """The nearest of the places in the same role; `unknown` when they have no role in common."""
    found = [_between(p, q) for p in a.where for q in b.where]
    if not found:
        found = [_between(p, q) for p in a.origin for q in b.origin]
    return min(found, key=ORDER.index, default="unknown")


def _between(p: Spot, q: Spot) -> Nearness:
    if p.gazetteer_id is not None and p.gazetteer_id == q.gazetteer_id:
        return "same" if p.precision in EXACT else "around"
    if "country" in (p.precision, q.precision):
        if p.country is None or q.country is None:
            return "unknown"
        return "around" if p.country == q.country else "far"
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return "unknown"
    if {p.precision, q.precision} <= EXACT and abs(p.lat - q.lat) * DEGREE > FAR:
        return "far"
    apart = kilometres(p.lat, p.lon, q.lat, q.lon)
    reach = RADIUS[p.precision] + RADIUS[q.precision]
    if p.precision in EXACT and q.precision in EXACT:
        if reach == 0 and apart <= SAME:
            return "same"
        if apart <= reach:
            return "within"
        return "near" if apart <= NEAR + reach else "different" if apart <= FAR else "far"
    # A sea or a region has no border here: it can hold what is not too far away.
    return "around" if apart <= reach else "unknown" if apart <= 3 * reach else "far"


@lru_cache(maxsize=100_000)
def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The geodesic between two points in degrees (WGS 84), in kilometres."""
    from geographiclib.geodesic import Geodesic

    line = Geodesic.WGS84.Inverse(lat, lon, other_lat, other_lon, Geodesic.DISTANCE)
    return float(line["s12"]) / 1000


def exact_keys(place: Spot) -> tuple[str, ...]:
    """Blocking keys of a point: points less than a cell apart share one (a cell and its neighbours
    to the north and east)."""
    if place.lat is None or place.lon is None or place.precision not in EXACT:
        return ()
    row, column = floor(place.lat / CELL), floor(place.lon / CELL)
    width = round(360 / CELL)
    return tuple(f"cell:{r},{c % width}" for r in (row, row + 1) for c in (column, column + 1))


def wide_keys(place: Spot) -> tuple[str, ...]:
    """Blocking keys that a place shares with the wider ones it may lie in."""
    keys = [f"country:{place.country}"] if place.country else []
    if place.gazetteer_id and place.precision not in EXACT:
        keys.append(f"place:{place.gazetteer_id}")
    return tuple(keys)

"""Places with their extents: a sea or a country is no point.

From the middle of each, WGS 84 geodesics (Karney 2013, through geographiclib) less and plus both
extents give the shortest and the longest distance that is possible.
"""

from functools import lru_cache
from math import pi, sqrt

import msgspec

from counterclaim.compare.words import table
from counterclaim.model.event import PlacePrecision

_LONG = 1.15
"""A country is longer than the circle of its area; half its length is about so many radii."""


class Extents(msgspec.Struct, frozen=True):
    """`data/extents.toml`: kilometres by precision and by sea, square kilometres by country."""

    reach: dict[str, float]
    sea: dict[str, float]
    country: dict[str, float]


class Area(msgspec.Struct, frozen=True):
    """A place as a middle with a reach in kilometres."""

    name: str
    lat: float
    lon: float
    reach: float


@lru_cache(maxsize=1)
def extents() -> Extents:
    """The table of extents."""
    return msgspec.convert(table("data", "extents.toml"), Extents)


def area_of(
    name: str,
    lat: float | None,
    lon: float | None,
    precision: PlacePrecision | None,
    country: str | None,
) -> Area | None:
    """The place with its extent; None where it is unresolved or its extent is not known."""
    if lat is None or lon is None or precision is None:
        return None
    known = extents()
    if precision == "country":
        square = known.country.get(country or "")
        reach = _LONG * sqrt(square / pi) if square else None
    elif precision == "sea":
        reach = known.sea.get(name)
    else:
        reach = known.reach.get(precision)
    return None if reach is None else Area(name, lat, lon, reach)


def possible_range(a: Area, b: Area) -> tuple[float, float]:
    """Shortest and longest distance in kilometres between any points of the two areas."""
    from geographiclib.geodesic import Geodesic

    middle = Geodesic.WGS84.Inverse(a.lat, a.lon, b.lat, b.lon)["s12"] / 1000.0
    return max(0.0, middle - a.reach - b.reach), middle + a.reach + b.reach

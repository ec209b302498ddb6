"""How precisely a place is told, in our words and in the codes of two event databases."""

from math import asin, atan2, cos, degrees, radians, sin
from typing import Literal

PlacePrecision = Literal["site", "town", "district", "province", "country", "sea", "region"]
PlaceRelation = Literal["near", "offset", "between", "border", "off", "part"]

_CODES: dict[PlacePrecision, tuple[int, int]] = {
    "site": (1, 1),
    "town": (1, 1),
    "district": (3, 2),
    "province": (4, 3),
    "region": (5, 3),
    "country": (6, 3),
    "sea": (7, 3),
}
_EARTH_KM = 6371.0


def precision_codes(
    precision: PlacePrecision, relation: PlaceRelation | None = None
) -> tuple[int, int]:
    """`where_prec` of UCDP GED and `geo_precision` of ACLED.

    UCDP: 1 the place itself, 2 within some 25 km of it, 3 district, 4 province, 5 a line or an area
    without borders of its own, 6 country, 7 international waters. ACLED: 1 the town, 2 an area around
    a town or a small part of a region, 3 a larger region; it has none for a whole country, and 3 is its
    coarsest.
    """
    if relation == "off":
        return 7, 3
    if relation in ("between", "border"):
        return 5, 2 if precision in ("site", "town") else 3
    if relation == "part":
        return (5, 3) if precision in ("country", "region") else _CODES[precision]
    if relation is not None and precision in ("site", "town"):
        return 2, 2
    return _CODES[precision]


def shifted(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """The point so many kilometres away in a direction, in degrees from north; WGS 84 degrees to four
    places, on a sphere."""
    la, lo, way, arc = radians(lat), radians(lon), radians(bearing), km / _EARTH_KM
    north = asin(sin(la) * cos(arc) + cos(la) * sin(arc) * cos(way))
    east = lo + atan2(sin(way) * sin(arc) * cos(la), cos(arc) - sin(la) * sin(north))
    return round(degrees(north), 4), round((degrees(east) + 540.0) % 360.0 - 180.0, 4)

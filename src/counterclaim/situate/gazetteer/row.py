"""A place on its way into the index."""

from collections.abc import Iterable

import msgspec

from counterclaim.model.event import PlacePrecision


class Row(msgspec.Struct):
    """A place and its spellings, before it is written."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    country: str | None = None
    province: str | None = None
    population: int = 0
    geonameid: int | None = None
    capital: bool = False
    alternates: Iterable[str] = ()
    adjectives: Iterable[str] = ()

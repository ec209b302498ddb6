from itertools import product
from typing import get_args

import pytest
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.event import Toponym, place_of
from counterclaim.model.precision import (
    PlacePrecision,
    PlaceRelation,
    precision_codes,
    shifted,
)
from counterclaim.model.why import Why


def test_every_precision_has_codes_that_the_databases_have() -> None:
    pairs = product(get_args(PlacePrecision), (None, *get_args(PlaceRelation)))
    for precision, relation in pairs:
        ucdp, acled = precision_codes(precision, relation)
        assert 1 <= ucdp <= 7
        assert 1 <= acled <= 3


@pytest.mark.parametrize(
    ("precision", "relation", "codes"),
    [
        ("town", None, (1, 1)),
        ("town", "near", (2, 2)),
        ("town", "offset", (2, 2)),
        ("town", "between", (5, 2)),
        ("district", None, (3, 2)),
        ("province", None, (4, 3)),
        ("country", "border", (5, 3)),
        ("country", "part", (5, 3)),
        ("country", None, (6, 3)),
        ("sea", None, (7, 3)),
    ],
)
def test_codes(
    precision: PlacePrecision, relation: PlaceRelation | None, codes: tuple[int, int]
) -> None:
    assert precision_codes(precision, relation) == codes


@given(st.floats(-85, 85), st.floats(-180, 180), st.floats(0.1, 500), st.integers(0, 359))
def test_a_shifted_point_lies_as_far_as_was_told(
    lat: float, lon: float, km: float, bearing: int
) -> None:
    there = shifted(lat, lon, km, bearing)
    assert -90 <= there[0] <= 90
    assert -180 <= there[1] <= 180
    metres = Geodesic.WGS84.Inverse(lat, lon, *there)["s12"]
    assert metres / 1000 == pytest.approx(km, rel=0.01, abs=0.05)


def test_an_event_ten_kilometres_north_of_a_town_is_put_there() -> None:
    town = Toponym(
        start=0, end=5, name="Karlo", lat=36.0, lon=43.0, precision="town", relation="offset",
        km=10.0, bearing=0, why=Why(kind="quoted", rule="toponym.entity"),
    )  # fmt: skip
    place = place_of(town, "at", "town")
    assert (place.lat, place.lon) == (36.0899, 43.0)
    assert (place.relation, place.ucdp, place.acled) == ("offset", 2, 2)

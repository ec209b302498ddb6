import pytest

from counterclaim.link.keys import keys
from counterclaim.link.spots import kilometres, nearness, spots_of

from .made import event


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Aleppo", "Aleppo", "same"),
        ("Aleppo", "Azaz", "near"),
        ("Aleppo", "Hama", "different"),
        ("Hama", "Hama Province", "within"),
        ("Aleppo", "Syria", "around"),
        ("Syria", "Syria", "around"),
        ("Syria", "Iraq", "far"),
        ("Mosul", "Syria", "far"),
        ("Aleppo", "Mosul", "far"),
        ("Paris", "Aleppo", "far"),
        ("Paris", "Caspian Sea", "far"),
    ],
)
def test_how_near_two_places_are(one: str, other: str, expected: str) -> None:
    a, b = spots_of(event("r", at=[one])), spots_of(event("r", at=[other]))
    assert nearness(a, b) == expected == nearness(b, a)


def test_the_nearest_of_several_places_counts() -> None:
    several = spots_of(event("r", at=["Paris", "Aleppo"]))
    assert nearness(several, spots_of(event("r", at=["Azaz"]))) == "near"


def test_where_it_came_from_is_not_where_it_hit() -> None:
    launched = spots_of(event("r", at=[], origin=["Caspian Sea"]))
    hit = spots_of(event("r", at=["Aleppo"]))
    both = spots_of(event("r", at=["Aleppo"], origin=["Caspian Sea"]))
    assert nearness(launched, hit) == "unknown"
    assert nearness(launched, both) == "around"


def test_a_place_of_utterance_is_none_of_the_event() -> None:
    assert not spots_of(event("r", at=[]))


def test_a_kilometre_is_a_kilometre() -> None:
    assert kilometres(0.0, 0.0, 0.0, 1.0) == pytest.approx(111.319, abs=0.01)


@pytest.mark.parametrize(
    ("one", "other"), [("Aleppo", "Azaz"), ("Aleppo", "Syria"), ("Hama", "Hama Province")]
)
def test_near_places_and_the_country_around_share_a_key(one: str, other: str) -> None:
    assert keys(event("a", at=[one])) & keys(event("b", at=[other]))

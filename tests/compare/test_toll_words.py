"""Tolls that no event counts: read from the claim's own words."""

import pytest

from counterclaim.compare.figures_told import figures_told
from tests.compare.builder import PARTIES, Draft

EVERY = None


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("the number of dead was 12", 12, 12),
        ("the number of people who died in the attack was 12", 12, 12),
        ("the number of deaths was below six", 0, 6),
        ("the number of dead does not exceed 12", 0, 12),
        ("the death toll exceeded 12", 12, EVERY),
        ("the number of dead has gone up to 12", 12, 12),
        ("up to 12 dead", 0, 12),
        ("12 or more dead", 12, EVERY),
        ("a minimum of 12 dead", 12, EVERY),
        ("dozens of dead", 24, EVERY),
        ("12 people had been buried", 12, EVERY),
        ("12 of the dead were children", 12, EVERY),
        ("12 civilians were among those who lost their lives", 12, EVERY),
        ("the attack claimed no lives", 0, 0),
        ("everyone survived", 0, 0),
        ("all of those caught up in the attack survived", 0, 0),
    ],
)
def test_a_toll_is_read_with_its_bounds(words: str, low: float, high: float | None) -> None:
    draft = Draft()
    draft.claim("The mayor", words)
    told = figures_told(draft.statements(), PARTIES)
    assert [(t.slot, t.low, t.high) for t in told] == [("quantity:killed", low, high)]
    assert told[0].counted in (None, "civilian", "children", "child")


@pytest.mark.parametrize(
    "words",
    [
        "another 12 people had died",
        "12 people died when the same area was attacked five years ago",
        "the toll could reach 12",
    ],
)
def test_a_number_of_others_of_long_ago_or_only_feared_is_no_toll(words: str) -> None:
    draft = Draft()
    draft.claim("The mayor", words)
    assert figures_told(draft.statements(), PARTIES) == ()

"""Two texts laid side by side, with controls that must not contradict."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.compare import compare_pair
from tests.compare.builder import PARTIES

PAIRS = [
    ("The dam holds 40 boats and two ferries.", "The dam holds 90 boats.", "contradicts"),
    ("The dam holds at least 40 boats.", "The dam holds 90 boats.", "supports"),
    ("The council rejected the bridge plan on Monday.", "The council approved the bridge plan.", "contradicts"),
    ("The council approved the bridge plan on Monday.", "The council rejected the bridge plan.", "contradicts"),
    ("The council approved the bridge plan on Monday.", "The council approved the bridge plan.", "supports"),
    ("The mayor did not sign the harbour treaty.", "The mayor signed the harbour treaty.", "contradicts"),
    ("The mayor signed the harbour treaty.", "The mayor did not sign the harbour treaty.", "contradicts"),
    ("The mayor did not sign the harbour treaty.", "The mayor did not sign the treaty.", "supports"),
    ("The shop will stop selling red lamps.", "The shop will not sell red lamps any longer.", "supports"),
    ("No civilians were hurt in the raid on the valley.", "Civilians were killed in the raid.", "contradicts"),
    ("Turkish jets hit moderate rebels near the town.", "Turkish jets hit Islamic State positions near the town.", "contradicts"),
    ("Cows graze on the hill.", "The orchestra toured in spring.", "unrelated"),
    ("The council met on Monday and spoke of trams and of trees.", "The council met a foreign envoy about trees.", "neither"),
    ("The army denied shelling the village of Arden.", "Villagers accused the army of shelling Arden.", "contradicts"),
    ("Villagers accused the army of shelling Arden.", "The army denied shelling the village of Arden.", "contradicts"),
    ("The rebels denied attacking the bridge.", "Farmers accused the rebels of attacking the bridge.", "contradicts"),
    ("The mayor denied that the bridge had been closed.", "The bridge had been closed by the mayor.", "contradicts"),
    ("The shelling of Arden was denied on Monday.", "The shelling of Arden began on Monday.", "contradicts"),
    ("The army denied shelling the school in Arden.", "The army shelled the market in Arden.", "neither"),
    ("The army denied shelling Arden on Monday.", "The army denied shelling Arden.", "supports"),
    ("The tower stands 40 metres from the mine.", "The well stands 90 metres from the mine.", "neither"),
    ("Nearly 1000 people of the brigade are at the dam.", "The brigade sent 730 troops to the dam.", "contradicts"),
    ("The fire hurt 12 soldiers and a cook at the dam.", "The fire hurt 30 civilians at the dam.", "neither"),
    ("Arden and Saltby lost 12 and 30 houses, respectively.", "Arden lost 30 houses.", "contradicts"),
    ("Arden and Saltby lost 12 and 30 houses, respectively.", "Saltby lost 30 houses.", "supports"),
    ("Dogs may board the ferry without a ticket.", "Dogs need a ticket for the ferry.", "contradicts"),
    ("The mayor did not plan to stop the ferry.", "The mayor plans to stop the ferry.", "contradicts"),
    ("The police have the thief on the wanted list.", "The thief was arrested by the police.", "contradicts"),
    ("Anna Berg is the sister of the harbour master.", "Anna Berg is the mother of the harbour master.", "contradicts"),
    ("The guild abolished the toll on the bridge.", "The guild introduced a toll on the bridge.", "contradicts"),
    ("The guild lifted the toll that it had imposed on the bridge.", "The guild imposed a toll on the bridge.", "supports"),
    ("The farm sold the mill to a baker.", "A baker bought the mill of the farm.", "supports"),
    ("Its planes had harmed no civilians in Homs.", "Nine civilians had been killed in Homs.", "contradicts"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b", "relation"), PAIRS)
def test_pairs(a, b, relation):
    found = compare_pair(a, b, PARTIES)
    assert found.relation == relation, found
    assert found.ground


@pytest.mark.parametrize(
    ("a", "b"), [("", "A tree fell."), ("A tree fell.", " "), ("A tree.", "It is.")]
)
def test_nothing_to_compare_abstains(a, b):
    assert compare_pair(a, b, PARTIES).relation is None


@given(st.text(max_size=60), st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_two_texts_have_an_answer_with_a_ground(a, b):
    found = compare_pair(a, b, PARTIES)
    assert found.relation in ("supports", "contradicts", "neither", "unrelated", None)
    assert found.ground.endswith(".")


def test_a_text_does_not_contradict_itself():
    for a, b, _ in PAIRS:
        for text in (a, b):
            assert compare_pair(text, text, PARTIES).relation == "supports"


@pytest.mark.parametrize(
    ("denies", "tells"),
    [
        ("The council denied closing the school by the river.", "The council closed the school."),
        ("The mayor rejected the plan for the harbour.", "The plan for the harbour."),
        ("The guards failed to close the harbour gate.", "The guards close the harbour gate."),
        ("Nobody closed the harbour gate on Monday.", "The harbour gate closed on Monday."),
    ],
)
def test_what_is_denied_is_not_supported(denies, tells):
    assert compare_pair(denies, tells, PARTIES).relation != "supports"
    assert compare_pair(tells, denies, PARTIES).relation != "supports"

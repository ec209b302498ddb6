import pytest

from .telling import event, events


@pytest.mark.parametrize(
    "text",
    [
        "A clerk declined to comment.",
        "An officer who asked not to be named slept.",
        "The envoy insisted that all of the lorries had reached their depots.",
        "The brothers pleaded not guilty.",
        "Asked if the army will move, he shrugged.",
        "He was asked about the raid.",
        "A man pulled out a gun and ran.",
        "The tenant was armed with a pipe.",
        "A woman visiting a market slept.",
        "He was treated for gunshot wounds.",
        "The two officials spoke on condition of anonymity to discuss the findings.",
        "There was no count of the dead.",
    ],
)
def test_ways_of_speaking_tell_of_no_event(text: str) -> None:
    assert events(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The envoy insisted that the army leave.", "REQUEST"),
        ("Norway asked the army to leave.", "REQUEST"),
        ("Soldiers pulled out of the town.", "RETREAT"),
        ("The envoy visited the camp.", "CONSULT"),
        ("The clerk refused to leave.", "REJECT"),
        ("The two ministers discussed the treaty.", "CONSULT"),
    ],
)
def test_the_same_verbs_still_tell_of_what_they_tell(text: str, kind: str) -> None:
    assert event(text, kind).type == kind


def test_a_wound_of_somebody_is_told() -> None:
    assert event("Nine people suffered injuries in the fire.", "CASUALTIES").quantities

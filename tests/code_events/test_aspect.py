"""Whether an event is said to have begun, to go on or to be over."""

import pytest

from .telling import day, event, events


@pytest.mark.parametrize(
    ("text", "aspect"),
    [
        ("Rebels continued to shell the port.", "goes_on"),
        ("Rebels kept firing at the convoy.", "goes_on"),
        ("Jets are bombing the harbour.", "goes_on"),
        ("Clashes were still going on in the suburbs.", "goes_on"),
        ("The army did not stop shelling the camp.", "goes_on"),
        ("Fighting broke out near the bridge.", "begun"),
        ("The army began an offensive against the rebels.", "begun"),
        ("The troops stopped shelling the village.", "ended"),
        ("The strikes on the port have stopped.", "ended"),
        ("The offensive in the north is over.", "ended"),
        ("Rebels shelled the port.", None),
        ("The army will begin to shell the port.", None),
    ],
)
def test_the_words_say_where_in_its_course_it_is(text: str, aspect: str | None) -> None:
    assert [e.aspect for e in events(text)] == [aspect]


def test_what_has_been_done_since_a_day_goes_on() -> None:
    text = "The militia has shelled the town since Monday."
    assert event(text, times=(day(text, "Monday", "2024-05-20"),)).aspect == "goes_on"


def test_not_to_stop_denies_nothing() -> None:
    assert event("The army did not stop shelling the camp.").polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "Police prevented an attack on the parliament.",
        "An attack on the barracks was foiled.",
        "Gunmen tried to kidnap a judge.",
    ],
)
def test_what_was_kept_from_happening_was_attempted(text: str) -> None:
    assert [e.modality for e in events(text) if e.type == "ASSAULT"] == ["attempted"]

import pytest

from counterclaim.model.event import Modality, Polarity

from .telling import claim, event, events


@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Rebels shelled the airport.", "affirmed", "happened"),
        ("Rebels did not shell the airport.", "denied", "happened"),
        ("Rebels never shelled the airport.", "denied", "happened"),
        ("Rebels may have shelled the airport.", "affirmed", "possible"),
        ("Rebels tried to shell the airport.", "affirmed", "attempted"),
        ("Rebels would shell the airport.", "affirmed", "hypothetical"),
        ("If rebels shell the airport, flights stop.", "affirmed", "hypothetical"),
        ("Rebels began shelling the airport.", "affirmed", "happened"),
        ("Civilian houses were not damaged.", "denied", "happened"),
        ("No attack took place.", "denied", "happened"),
        ("Nobody attacked the convoy.", "denied", "happened"),
        ("They made plans to attack the port.", "affirmed", "planned"),
        ("A planned attack on the port was called off.", "affirmed", "planned"),
        ("A foiled attack on the port alarmed them.", "affirmed", "attempted"),
        ("A possible attack on the port alarmed them.", "affirmed", "possible"),
        ("They want to attack the port.", "affirmed", "hypothetical"),
        ("They failed to attack the port.", "denied", "attempted"),
        ("They wondered whether rebels attacked the port.", "affirmed", "hypothetical"),
    ],
)
def test_words_around_the_verb(text: str, polarity: Polarity, modality: Modality) -> None:
    found = event(text)
    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize(
    "text",
    ["No civilians were hurt.", "There were no casualties.", "Neither side reported casualties."],
)
def test_no_harm_is_denied_harm(text: str) -> None:
    assert event(text, "CASUALTIES").polarity == "denied"


def test_denial_turns_the_event_of_its_content() -> None:
    text = "The ministry denied that its jets bombed the school."
    said = claim(
        text, "c1", "The ministry", "its jets bombed the school", "denied", stance="denies"
    )
    assert event(text, claims=(said,)).polarity == "denied"


def test_denial_without_a_claim_still_denies() -> None:
    assert event("The ministry denied bombing the school.").polarity == "denied"


def test_denial_is_counted_once() -> None:
    text = "The ministry denied bombing the school."
    said = claim(text, "c1", "The ministry", "bombing the school", "denied", stance="denies")
    assert event(text, claims=(said,)).polarity == "denied"


def test_denied_hit_does_not_deny_the_strike() -> None:
    text = "The strike did not hit the clinic."
    found = {e.trigger.words(text): e.polarity for e in events(text)}
    assert found == {"strike": "affirmed", "hit": "denied"}


def test_what_is_proposed_has_not_happened() -> None:
    text = "The envoy suggested that the rivals join forces with the army."
    content = "the rivals join forces with the army"
    said = claim(text, "c1", "The envoy", content, "suggested", stance="proposes")
    assert event(text, "COOPERATE", claims=(said,)).modality == "hypothetical"


def test_prediction_is_possible() -> None:
    text = "The monitor said militias attack the dam."
    said = claim(text, "c1", "The monitor", "militias attack the dam", "said", stance="predicts")
    assert event(text, claims=(said,)).modality == "possible"


def test_past_future_in_reported_speech_is_planned() -> None:
    found = event("Angola said it would send food to Zambia.", "AGREE")
    assert found.modality == "planned"


def test_idea_to_have_somebody_do_it_is_hypothetical() -> None:
    text = "The king voiced an idea to have the rivals join forces with the army."
    assert event(text, "COOPERATE").modality == "hypothetical"


def test_what_would_have_left_a_mark_is_hypothetical() -> None:
    found = event("He argued that an airstrike would have left a crater.")
    assert found.modality == "hypothetical"


def test_no_longer_is_a_negation() -> None:
    found = events("The duke will no longer attend a meeting with the envoy.")
    assert [e.type for e in found] == ["REJECT"]


def test_what_is_plotted_has_not_happened() -> None:
    assert event("The man had plotted to bomb a mill.").modality == "planned"

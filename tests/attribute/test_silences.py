import pytest

from tests.attribute.speech import claim, only, said


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The general declined to comment.", "to comment"),
        ("The general refused to comment on the raid.", "to comment on the raid"),
        ("A spokesman declined comment.", "comment"),
        ("The general did not respond to a request for comment.", "to a request for comment"),
        ("The general did not return calls.", "calls"),
        ("The general had no comment on the report.", "comment on the report"),
        ("The general gave no answer.", "answer"),
    ],
)
def test_silence_is_kept_as_a_claim_that_was_not_made(text: str, content: str) -> None:
    assert only(text).content == content
    assert claim(text).modality == "negated"
    assert only(text).stance == "asserts"


@pytest.mark.parametrize(
    "text",
    [
        "The crew responded to a request for help.",
        "The patrol did not return to the port.",
        "The army had no ships near the island.",
        "The firm gave no discount.",
    ],
)
def test_answers_and_other_lacks_are_no_silence(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The ministry neither confirmed nor denied the report.", "neither confirmed nor denied"),
        ("The ministry could not confirm or deny the report.", "could not confirm or deny"),
        (
            "The ministry would neither confirm nor deny the report.",
            "would neither confirm nor deny",
        ),
    ],
)
def test_the_cue_of_a_shared_negation_has_both_verbs(text: str, cue: str) -> None:
    assert " ".join(s.words(text) for s in claim(text).cue) == cue

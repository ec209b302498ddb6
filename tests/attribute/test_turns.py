import pytest

from tests.attribute.speech import read_claims, said

TALK = (
    "COL. ADAMS: The governor told me that the port was safe. I believed him.\n\n"
    "And I went there.\n\n"
    "REPORTER: Did he see the crane?\n\n"
    "COL. ADAMS: He did not."
)


def test_each_turn_of_a_transcript_is_a_direct_claim_of_its_label() -> None:
    turns = [s for s in said(TALK) if s.quote == "direct"]
    assert [s.content for s in turns] == [
        "The governor told me that the port was safe. I believed him.",
        "And I went there.",
        "Did he see the crane?",
        "He did not.",
    ]
    _, claims = read_claims(TALK)
    rules = [c.why.rule.split()[0] for c in claims if c.quote == "direct"]
    assert rules == [
        "transcript.turn",
        "transcript.turn-goes-on",
        "transcript.turn",
        "transcript.turn",
    ]


def test_a_turn_that_asks_has_the_stance_of_a_question() -> None:
    assert [s.stance for s in said(TALK) if s.content.endswith("crane?")] == ["asks"]


def test_speech_told_of_inside_a_turn_is_nested_in_it() -> None:
    _, claims = read_claims(TALK)
    inner = next(c for c in claims if c.quote == "indirect")
    assert inner.source.name == "governor"
    assert inner.via == claims[0].id


def test_question_and_answer_are_two_voices() -> None:
    found = said("Q: Was the port hit?\n\nA: It was not. The crane fell in the wind.")
    assert (found[0].source, found[0].stance) == ("Q", "asks")
    assert found[1].content == "It was not. The crane fell in the wind."


def test_an_office_that_labels_twice_is_a_speaker() -> None:
    found = said(
        "The Minister of Defence: The port is ours.\n\nInterviewer: And the town?\n\n"
        "The Minister of Defence: The town is quiet."
    )
    assert [s.source for s in found] == [
        "Minister of Defence",
        "Interviewer",
        "Minister of Defence",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Location: Marrow\n\nDate: Monday\n\nKilled: 12",
        "UPDATE: The port has reopened.\n\nCORRECTION: An earlier version had a wrong date.",
        "MARROW: The port is closed.\n\nThe road was closed on Monday.",
        "Three things are known: the port is closed, the road is mined and the town is quiet.",
    ],
)
def test_labels_of_no_speaker_are_no_turns(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("@marrowport: All berths are closed until noon.", "@marrowport"),
        (
            "The Marrow Port Authority (@marrowport): All berths are closed.",
            "Marrow Port Authority",
        ),
        ("RT @marrowport: All berths are closed.", "RT @marrowport"),
    ],
)
def test_a_post_is_its_accounts_claim(text: str, source: str) -> None:
    found = said(text)
    assert [(s.source, s.quote) for s in found] == [(source, "direct")]
    assert found[0].content.startswith("All berths are closed")


@pytest.mark.parametrize(
    "text",
    [
        "The governor wrote on Telegram: The port is closed.",
        "The governor posted on X that the port is closed.",
        "“The port is closed,” the governor wrote on Twitter.",
    ],
)
def test_what_is_written_or_posted_is_said(text: str) -> None:
    (found,) = said(text)
    assert found.source == "governor"
    assert "port is closed" in found.content


@pytest.mark.parametrize("label", ["UPDATE", "UPDATE#1", "UPDATE 2 (3 May)", "EDITOR'S NOTE"])
def test_a_label_of_the_page_is_no_speaker(label: str) -> None:
    written = f"{label}: The port is open again.\n\n{label}: The road is open too."
    assert said(written) == []

from .telling import claim, event, events, span


def test_event_outside_every_content_is_narration() -> None:
    assert event("Rebels shelled the airport.").said_by == "narration"


def test_event_inside_a_content_is_said_by_the_claim() -> None:
    text = "Rebels shelled the airport, the governor said."
    said = claim(text, "c1", "the governor", "Rebels shelled the airport", "said")
    assert event(text, claims=(said,)).said_by == ("c1",)


def test_nested_claims_stand_innermost_first() -> None:
    text = "The governor said a pilot reported that rebels shelled the airport."
    outer = claim(text, "c1", "The governor", text[18:-1], "said")
    inner = claim(text, "c2", "a pilot", "rebels shelled the airport", "reported", via="c1")
    assert event(text, claims=(outer, inner)).said_by == ("c2", "c1")


def test_clause_is_cut_at_the_content() -> None:
    text = "Rebels shelled the airport, the governor said."
    content = "Rebels shelled the airport"
    said = claim(text, "c1", "the governor", content, "said")
    assert event(text, claims=(said,)).span == span(text, content)


def test_actor_of_a_cue_is_the_source_of_its_claim() -> None:
    text = "A spokesman rejected the plan."
    said = claim(text, "c1", "A spokesman", "the plan", "rejected", party="mod:TD")
    found = event(text, "REJECT", claims=(said,))
    assert (found.said_by, found.actor_party) == ("narration", "mod:TD")


def test_we_is_the_source_of_the_claim() -> None:
    text = "“We shelled the airport,” the commander said."
    said = claim(text, "c1", "the commander", "We shelled the airport,", "said")
    assert event(text, claims=(said,)).actor_words == "the commander"


def test_they_is_the_one_party_the_speaker_named() -> None:
    text = "“Sudan has lied. They shelled the airport,” the commander said."
    content = "Sudan has lied. They shelled the airport,"
    said = claim(text, "c1", "the commander", content, "said")
    assert event(text, claims=(said,)).actor_party == "gov:SD"


def test_they_is_nobody_when_two_were_named() -> None:
    text = "“Sudan and Chad have lied. They shelled the airport,” the commander said."
    content = "Sudan and Chad have lied. They shelled the airport,"
    said = claim(text, "c1", "the commander", content, "said")
    assert event(text, claims=(said,)).actor_words is None


def test_utterance_is_an_event_only_inside_a_claim() -> None:
    text = "The envoy denied that the premier made such a proposal."
    assert not [e for e in events(text) if e.type == "STATEMENT"]
    content = "the premier made such a proposal"
    said = claim(text, "c1", "The envoy", content, "denied", stance="denies")
    found = event(text, "STATEMENT", claims=(said,))
    assert (found.actor_words, found.polarity, found.said_by) == ("premier", "denied", ("c1",))


def test_hedged_target_is_claimed_and_the_launch_is_narrated() -> None:
    text = "The navy fired missiles at what the ministry says are rebel depots."
    said = claim(text, "c1", "the ministry", "rebel depots", "says")
    narrated, claimed = events(text, claims=(said,))
    assert (narrated.said_by, narrated.target_words) == ("narration", None)
    assert (claimed.said_by, claimed.target_words) == (("c1",), "rebel depots")
    assert narrated.actor_words == claimed.actor_words == "navy"
    assert claimed.why.rule == "hedged-target"
    assert claimed.why.records == (narrated.id,)

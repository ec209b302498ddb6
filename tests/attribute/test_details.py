from tests.attribute.speech import claim, read_claims


def test_the_one_told_is_the_addressee_by_name() -> None:
    found = claim(
        "Defence Minister Ivan Petrenko told President Maria Silva that the ships had left."
    )
    assert found.addressee is not None
    assert found.addressee.words == "President Maria Silva"
    assert found.addressee.name == "Maria Silva"


def test_setting_place_and_time_of_the_utterance() -> None:
    found = claim("“The talks failed,” the envoy said at a press conference in Rome on Monday.")
    assert found.occasion is not None
    assert found.occasion.setting is not None
    assert "press conference" in found.occasion.setting.words
    assert found.occasion.place is not None
    assert found.occasion.place.words == "Rome"
    assert found.occasion.time is not None
    assert found.occasion.time.words == "Monday"


def test_evidence_that_the_claimant_names_is_the_basis() -> None:
    _, claims = read_claims("“Our radar data shows that all three were hit,” the general said.")
    assert [c.basis.words for c in claims if c.basis] == ["Our radar data"]
    assert len(claims) == 1


def test_whom_an_outlet_cites_is_the_basis() -> None:
    found = claim("Reuters reported, citing two diplomats, that the talks had resumed in Geneva.")
    assert found.basis is not None
    assert found.basis.words == "two diplomats"

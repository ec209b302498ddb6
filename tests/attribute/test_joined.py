from tests.attribute.speech import read_claims, said


def voices(text: str) -> list[tuple[str, str, str]]:
    """Who, what and stance of each claim."""
    return [(s.source, s.content, s.stance) for s in said(text)]


def test_every_by_of_a_passive_is_a_claim_of_its_own() -> None:
    found = voices("The raid was condemned by the governor, by the bishops and by two aid groups.")
    assert [v[0] for v in found] == ["governor", "bishops", "two aid groups"]
    assert {v[1:] for v in found} == {("The raid", "criticises")}


def test_claims_of_several_agents_have_ids_of_their_own() -> None:
    _, claims = read_claims("The raid was condemned by the governor and by the bishops.")
    assert len({c.id for c in claims}) == 2


def test_one_by_with_two_names_is_one_claim_of_both() -> None:
    assert [v[0] for v in voices("The plan was rejected by the governor and the rebels.")] == [
        "governor and the rebels"
    ]


def test_a_coordination_of_subjects_is_one_source() -> None:
    assert [v[0] for v in voices("The mayor, the bishop and two aid groups said it was over.")] == [
        "mayor, the bishop and two aid groups"
    ]


def test_as_did_gives_the_second_voice_the_same_content() -> None:
    found = voices("The governor said that the port was closed, as did the rebels.")
    assert found == [
        ("governor", "that the port was closed", "asserts"),
        ("rebels", "that the port was closed", "asserts"),
    ]


def test_so_did_in_the_next_sentence_takes_up_the_stance_too() -> None:
    found = voices("The army denied that it had shelled the port. So did the rebels.")
    assert [v[::2] for v in found] == [("army", "denies"), ("rebels", "denies")]


def test_as_did_that_may_belong_to_the_content_adds_no_voice() -> None:
    found = voices("The governor said that the rebels left the town, as did the army.")
    assert [v[0] for v in found] == ["governor"]


def test_as_did_of_a_thing_stays_in_the_content() -> None:
    found = voices("The road fell silent, as did the town, the governor said.")
    assert found == [("governor", "The road fell silent, as did the town", "asserts")]

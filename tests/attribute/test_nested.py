import pytest

from tests.attribute.speech import read_claims

CHAINS = [
    (
        "The envoy said that the governor had told the council that the rebels denied having shelled the port.",
        ["envoy", "governor", "rebels"],
    ),
    (
        "A spokesman said the mayor had claimed the army believed the bridge was mined.",
        ["spokesman", "mayor", "army"],
    ),
    (
        "The report says witnesses told investigators that soldiers had admitted looting the port.",
        ["report", "witnesses", "soldiers"],
    ),
    (
        "“The governor told me that the general had promised to withdraw,” the envoy said.",
        ["envoy", "governor", "general"],
    ),
    (
        "According to the governor, the rebels said the prisoners had told the bishop they were beaten.",
        ["governor", "rebels", "prisoners"],
    ),
    (
        "The minister told reporters that, according to the governor, the crew had warned that the ship was sinking.",
        ["minister", "governor", "crew"],
    ),
]


@pytest.mark.parametrize(("text", "voices"), CHAINS)
def test_three_voices_are_a_chain_of_three(text: str, voices: list[str]) -> None:
    _, claims = read_claims(text)
    by_name = {c.source.name: c for c in claims}
    assert set(by_name) == set(voices)
    chain = [by_name[v] for v in voices]
    assert [c.via for c in chain] == [None, chain[0].id, chain[1].id]


def test_five_voices_are_a_chain_of_five() -> None:
    _, claims = read_claims(
        "The agency reported that the envoy said that the governor believed that the general had "
        "claimed that the rebels denied that the port was mined."
    )
    assert [c.via for c in claims] == [None, *(c.id for c in claims[:-1])]
    assert len(claims) == 5


def test_what_goes_on_with_a_voice_told_twice_goes_on_with_the_claim_around_it() -> None:
    _, claims = read_claims(
        '"We lost the bridge at noon," said the keeper, according to the keeper. "It was dark."'
    )
    ids = {c.id for c in claims}
    later = next(c for c in claims if c.why.rule.startswith("direct.carried-over"))
    assert set(later.why.records) <= ids
    assert later.why.records

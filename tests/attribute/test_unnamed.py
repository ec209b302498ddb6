"""Contents that nobody is named for: the rule says what leaves the source out."""

import pytest

from tests.attribute.speech import claim


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("It was reported that the dam had been hit.", "indirect.clause.unnamed-it"),
        ("It is claimed that forty soldiers deserted.", "indirect.clause.unnamed-it"),
        ("The army was told that the road was mined.", "indirect.clause.unnamed-agent"),
        ("The rebels were said to have left the town.", "indirect.raising"),
        ("The general has reportedly fled to the coast.", "phrase.nowhere"),
        ("Two drones were reportedly shot down.", "phrase.nowhere"),
    ],
)
def test_the_rule_tells_why_there_is_no_source(text: str, rule: str) -> None:
    found = claim(text)
    assert found.source_span == ()
    assert found.why.rule.split()[0] == rule


def test_a_named_agent_is_the_source() -> None:
    found = claim("The raid was condemned by the bishops.")
    assert found.source.name == "bishops"
    assert found.why.rule.split()[0] == "indirect.passive"
